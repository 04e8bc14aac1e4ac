#pragma once
#include "app/output.h"
#include "app/rows.h"
#include "store/cases.h"

namespace gegenprobe::app {

/// "Scale suspects", "Contradictions", "Changed figures", "Forecasts", "Figures of one origin only"
std::string_view section_words(store::Section section);

/// A case as people read it: the verdict, both sentences side by side, the reason, what else is at odds
/// alike.
void print_case(Output& output, const store::Case& each);

/// Cases as rows, two claims in each: a_… and b_…, the latter empty where there is one; further claims of a
/// case are rows of their own.
void print_case_rows(Output& output, Format format, const store::CaseList& list);

/// "25 pairs of claims at odds, 6 figures suspicious alone": what cases are made of; "" for none.
std::string odds_words(std::size_t pairs, std::size_t suspects);

/// How many there are of each kind, as words to stderr; and whether some are left out.
void tell_sums(Output& output, const store::CaseList& list);

}  // namespace gegenprobe::app
