#pragma once
#include "extract/companies/company_finds.h"

namespace gegenprobe::extract {

/// Weighs the marks: they make names of unknown words, and make guarded names sure. Leaves the sure names
/// alone, in the order of the text.
void weigh_companies(const Text& text, const Gazetteer& gazetteer, CompanyFinds& finds);

}  // namespace gegenprobe::extract
