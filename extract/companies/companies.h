#pragma once
#include <vector>

#include "extract/companies/company_references.h"
#include "extract/companies/gazetteer.h"
#include "extract/mention.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// All company names of a document, ascending and without overlaps: from the gazetteer, by legal form, by
/// context, and again wherever a name that is sure once stands in another place or in a shorter form.
/// One entity for all names of a company. Spans are bytes of the normalised text.
std::vector<Mention> find_companies(const Text& text, const Gazetteer& gazetteer);

}  // namespace gegenprobe::extract
