#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "extract/mention.h"

namespace gegenprobe::extract {

/// What is wrong with a figure by what its own article says, or by what is possible at all.
enum class Suspicion : std::uint8_t {
  scale,      ///< a thousand or a million times what the same article says, or what any company has
  sum,        ///< the calculation that the sentence states does not come out
  conversion  ///< two currencies, and no rate makes one of the other
};
std::string_view word(Suspicion suspicion);  ///< "scale_suspect", "sum_suspect", "conversion_suspect"

/// How a finding was come by, for whoever tells it in other words than `reason`; with the figures that it
/// names, in this order. Percentages are signed: a fall is less than nothing.
enum class Calculation : std::uint8_t {
  growth,            ///< before, after, the change that this is, the change that is stated
  part,              ///< the part, the whole that is less
  pieces,            ///< the count, the price of one, what they make, what is stated
  limit,             ///< the figure: more than any company ever had
  least,             ///< the figure: less than any company tells
  conversion,        ///< the sum, what it is in the other currency, what is printed; by a known rate
  rough_conversion,  ///< the same by what the currencies are roughly worth
  bracket,           ///< the figure, and the one in brackets behind it
  twice,             ///< the figure in one place, and in another
  known,             ///< the figure, the least and the most that is known of other times
  groups             ///< the figure as it was read, and what it is where its point parts thousands
};
std::string_view word(Calculation calculation);  ///< "growth", …

struct Finding {
  Suspicion kind = Suspicion::scale;
  std::size_t claim = 0;  ///< which of Extraction::claims it is about
  std::string reason;     ///< one line in plain words, with the calculation, without full stop
  /// The same without words, as JSON: {"how": "growth", "figures": [{"min", "max", "unit", "qualifier"}, …]}.
  std::string told = {};
};

/// What becomes Finding::told.
std::string told(Calculation how, std::initializer_list<Amount> figures);
/// A figure that was calculated, to so many digits as it is worth telling.
Amount calculated(double value, std::string unit);

}  // namespace gegenprobe::extract
