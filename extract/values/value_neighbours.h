#pragma once
#include <vector>

#include "extract/values/value_place.h"
#include "extract/values/values.h"

namespace gegenprobe::extract {

/// Gives numbers that leave out their unit that of a neighbour: «von 4,9 auf 5,5 Milliarden Euro», «3.900
/// Stellen, davon 3.300 in Deutschland», "826 jets, from 735 a year before". What stays bare is no value.
class ValueNeighbours {
 public:
  ValueNeighbours(const ValuePlace& place, const ValueContext& context, std::vector<FoundValue>& found)
      : place_(place), context_(context), found_(found) {}
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
  void settle_bare_amounts();
  void shift_units();

  std::optional<FoundValue> counted_before(At next) const;
  std::string_view counted_unit_before(std::uint32_t at) const;
  FoundValue one_counted(std::string_view unit) const;
  std::uint32_t year_before_colon(std::uint32_t at) const;
  std::uint32_t joiner_begin(std::uint32_t at, std::uint32_t floor) const;
  std::uint32_t part_joiner_begin(std::uint32_t at, std::uint32_t floor) const;
  void widen(FoundValue& end, std::uint32_t floor) const;
  // `of_whole`: a part of what stands behind it, so that «2000 der 23.000 Stellen» is no year.
  std::optional<FoundValue> number_before(std::uint32_t at, std::uint32_t floor, const FoundValue& of,
                                          bool of_whole = false) const;
  std::optional<FoundValue> number_behind(std::uint32_t at, std::uint32_t limit, const FoundValue& of) const;
  std::uint32_t number_begin(std::uint32_t at, std::uint32_t floor) const;
  std::uint32_t number_end(std::uint32_t at, std::uint32_t limit) const;

  void settle(FoundValue& found, std::size_t at);
  bool count_noun_before(FoundValue& found, std::uint32_t floor) const;
  void read_letter_as_unit(FoundValue& found) const;
  bool count_what_came_before(FoundValue& found, std::size_t at) const;
  bool speaks_of_money() const;
  bool speaks_of_payment() const;
  bool goes_on_about_money() const;
  bool is_moved_to(const FoundValue& found, const FoundValue& by) const;
  bool is_crowd(const FoundValue& found) const;
  bool counts_its_subject(FoundValue& found) const;
  bool is_counted_in_its_clause(FoundValue& found, std::size_t at) const;
  bool is_of_a_sum(std::uint32_t noun) const;
  const Amount* nearest_money(std::size_t of) const;

  const ValuePlace& place_;
  const ValueContext& context_;
  std::vector<FoundValue>& found_;
};

}  // namespace gegenprobe::extract
