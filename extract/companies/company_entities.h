#pragma once
#include "extract/companies/company_finds.h"
#include "extract/mention.h"

namespace gegenprobe::extract {

/// One entity for all names of a company, and its names and short forms wherever they stand in the article.
/// `finds` holds the sure names and is used up.
std::vector<Mention> name_companies(const Text& text, CompanyFinds& finds);

}  // namespace gegenprobe::extract
