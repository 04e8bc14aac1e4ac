#pragma once
#include <optional>
#include <string_view>

#include "ingest/day.h"

namespace gegenprobe::store {

/// How much of one currency one of another was worth, over some days.
struct ExchangeRate {
  double average = 0, low = 0, high = 0;  ///< of the days' rates; all above 0
};

/// Where the comparison asks for exchange rates; tests pass a table of their own.
class Rates {
 public:
  virtual ~Rates() = default;
  /// What one `from` was worth in `to`, ISO 4217 both, from `first` up to but not including `end`. For a
  /// single day, of the last day with a rate before it where it has none. Nothing where too few of the days
  /// are known.
  virtual std::optional<ExchangeRate> between(std::string_view from, std::string_view to, Day first,
                                              Day end) const = 0;
};

}  // namespace gegenprobe::store
