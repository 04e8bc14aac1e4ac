#pragma once
#include <optional>

#include "extract/values/value_place.h"

namespace gegenprobe::extract {

/// A number that stood without unit has that of its neighbour, and its scale where it has none.
void adopt_unit(FoundValue& bare, const FoundValue& of);

/// Reads the numbers beside a value that leave out its unit: they get the unit and the scale of `of`, which
/// is a value and no bare number. Positions are token numbers.
class NeighbourNumbers {
 public:
  explicit NeighbourNumbers(const ValuePlace& place) : place_(place) {}

  /// The number that ends at `at`, and begins at `floor` or behind it. `of_whole`: a part of what stands
  /// behind it, so that «2000 der 23.000 Stellen» is no year.
  std::optional<FoundValue> before(std::uint32_t at, std::uint32_t floor, const FoundValue& of,
                                   bool of_whole = false) const;
  /// The number that begins at `at`, past its qualifier, and ends before `limit`; none that counts the noun
  /// behind it.
  std::optional<FoundValue> behind(std::uint32_t at, std::uint32_t limit, const FoundValue& of) const;
  /// Where the number that ends at `at` begins; `at` where there is none.
  std::uint32_t begin(std::uint32_t at, std::uint32_t floor) const;
  /// «(2023: 4,9)»: behind the year; `at` where there is none.
  std::uint32_t year_before_colon(std::uint32_t at) const;

 private:
  std::uint32_t end_of(std::uint32_t at, std::uint32_t limit) const;

  const ValuePlace& place_;
};

}  // namespace gegenprobe::extract
