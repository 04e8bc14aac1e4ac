#pragma once
#include "extract/companies/company_finds.h"

namespace gegenprobe::extract {

/// One pass over the tokens notes names of the gazetteer, names that a legal form or a noun like "Holdings"
/// closes, persons and authorities, and marks: places before or after which the context speaks for a firm
/// («Autobauer …», «…-Aktie», "shares in …").
CompanyFinds scan_for_companies(const Text& text, const Gazetteer& gazetteer);

}  // namespace gegenprobe::extract
