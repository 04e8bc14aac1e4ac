#pragma once
#include <string_view>
#include <vector>

#include "extract/extract.h"

namespace gegenprobe::extract {

/// A figure of the text that became no claim.
struct Unread {
  Span span;                ///< in Document::text
  std::string_view reason;  ///< in plain words, without full stop; static
};

/// Sums, percentages and quantities that no claim stands on, and numbers with a scale word that say no unit,
/// in the order of the text. `found` is what extract() gave for the same arguments. Costs as attempts().
std::vector<Unread> unread_figures(const ingest::Document& document, const Rules& rules,
                                   const Extraction& found);

}  // namespace gegenprobe::extract
