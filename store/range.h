#pragma once
#include <optional>

#include "extract/mention.h"
#include "store/rates.h"

namespace gegenprobe::store {

/// The numbers that an amount, as it was printed, can stand for. Exact; a missing edge is open-ended.
struct Range {
  struct Edge {
    extract::Decimal at;
    bool open = false;  ///< the edge itself is no part of the range
  };
  std::optional<Edge> low, high;
};

/// By the qualifier, «5,5» giving 5.45 up to but not including 5.55:
///   exact      half a unit of the last printed digit to both sides, half-open
///   about      by half a unit of the second digit more, and by 2.5 % at least, to both sides
///   almost     the same as exact upwards; downwards by half a unit of the second digit, 5 % at least
///   up_to      from 0 to the bound, the bound itself in; less_than leaves it out
///   at_least   from the bound on, the bound itself in; more_than leaves it out
///   between    both ends, each rounded like an exact figure
///   magnitude  what the words allow, from end to end
/// \pre amount.resolved()
Range range_of(const extract::Amount& amount);

bool overlap(const Range& a, const Range& b);

/// The larger printed figure over the smaller, 1 or more; where both are ranges, of the ends that face each
/// other, 1 if they overlap. 0 where one of them is nothing. \pre both are resolved
double ratio_of(const extract::Amount& a, const extract::Amount& b);

/// 3 or 6, where the figures show the same digits and stand a thousand or a million times apart; else 0.
/// The same digits: within 3 % and the rounding that was printed, or three digits within 3 %; or, unless
/// `closely`, within that rounding and 30 %, so that «5 Milliarden» and "5.4 trillion" are a slip too.
int slip_of_scale(const extract::Amount& a, const extract::Amount& b, bool closely);

/// Whether the smaller, `power` places larger, is the larger: 4.5 billion and 4.5 trillion, not 4 billion.
/// \pre both are resolved
bool same_digits(const extract::Amount& a, const extract::Amount& b, int power);

/// How two amounts stand to each other.
struct Standing {
  double ratio = 0;   ///< as ratio_of()
  int slip = 0;       ///< as slip_of_scale()
  bool meet = false;  ///< the ranges overlap
  bool same = false;  ///< the figures, bounds taken as figures, would be printed alike
};
/// `b` in another unit than `a`, of which one is worth `rate` of `a`'s. `meet` and `same` hold where any of
/// the days' rates, and one per cent beside them, makes them hold: papers convert by the day they know.
Standing standing_at(const extract::Amount& a, const extract::Amount& b, const ExchangeRate& rate);

/// «11.000 bis 14.000» in both: such a range is one figure, and both of its ends are told. They are the same
/// where both ends are, and as far apart as the ends that are farther apart.
bool are_two_ranges(const extract::Amount& a, const extract::Amount& b);
Standing standing_of_ranges(const extract::Amount& a, const extract::Amount& b);  ///< \pre are_two_ranges()

/// Bounds taken as the figures they show: «mehr als 53.000» and «mehr als 35.000» are compatible, and still
/// not what one would call the same.
bool same_as_printed(const extract::Amount& a, const extract::Amount& b);

/// How many digits a figure shows, zeros at its end left out: 2 for 75,000. \pre amount.resolved()
int digits_of(const extract::Amount& amount);

/// Whether the figure shows more than one digit besides zeros at its end: few figures share two by chance.
/// \pre amount.resolved()
bool has_two_digits(const extract::Amount& amount);

/// Both say where it ends at most («bis zu 500», "no more than 900"): their ranges always overlap, and it is
/// the bounds that have to be compared.
bool both_capped(const extract::Amount& a, const extract::Amount& b);

/// Only one of its ends is said.
bool is_bound(const extract::Amount& amount);
/// Both are bounds of the same side.
bool are_bounded_alike(const extract::Amount& a, const extract::Amount& b);

}  // namespace gegenprobe::store
