#pragma once
#include <vector>

#include "extract/values/neighbour_number.h"
#include "extract/values/value_place.h"
#include "extract/values/values.h"

namespace gegenprobe::extract {

/// Gives numbers that leave out their unit that of a neighbour: «von 4,9 auf 5,5 Milliarden Euro», «3.900
/// Stellen, davon 3.300 in Deutschland», "826 jets, from 735 a year before". What stays bare is no value.
class ValueNeighbours {
 public:
  ValueNeighbours(const ValuePlace& place, const ValueContext& context, std::vector<FoundValue>& found)
      : place_(place), numbers_(place), context_(context), found_(found) {}
  void settle();

 private:
  using At = std::vector<FoundValue>::iterator;

  void share_units_over_brackets();
  void share_units_leftwards();
  std::size_t share_units_over_commas(std::size_t f);
  void share_units_with_parts();
  void share_units_of_wholes();
  void share_units_with_bases();
  void share_counts_over_places();
  std::optional<FoundValue> number_behind_place(std::uint32_t at, std::uint32_t limit,
                                                const FoundValue& of) const;
  void share_sums_rightwards();
  void share_counts_rightwards();
  void count_in_full();
  void shift_units();

  std::optional<FoundValue> counted_before(At next) const;
  FoundValue one_counted(std::string_view unit) const;
  std::uint32_t joiner_begin(std::uint32_t at, std::uint32_t floor) const;
  std::uint32_t part_joiner_begin(std::uint32_t at, std::uint32_t floor) const;
  void widen(FoundValue& end, std::uint32_t floor) const;

  const ValuePlace& place_;
  const NeighbourNumbers numbers_;
  const ValueContext& context_;
  std::vector<FoundValue>& found_;
};

}  // namespace gegenprobe::extract
