#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/extract.h"

namespace gegenprobe::extract {

/// A figure of the text that became no claim.
struct Unread {
  enum class Why : std::uint8_t {
    ungoverned,      ///< no company, or no word for a metric
    not_understood,  ///< its number
    no_unit          ///< neither currency nor unit
  };
  Span span;  ///< in Document::text
  Why why;
};
std::string_view word(Unread::Why why);      ///< "ungoverned", …
std::string_view in_words(Unread::Why why);  ///< in plain words, without full stop

/// Sums, percentages and quantities that no claim stands on, and numbers with a scale word that say no unit,
/// in the order of the text. `found` is what extract() gave for the same arguments. Costs less than
/// extract().
std::vector<Unread> unread_figures(const ingest::Document& document, const Rules& rules,
                                   const Extraction& found);

}  // namespace gegenprobe::extract
