// All edges are computed in Decimal: in doubles, 2.55 as the end of «2,5» and as the begin of «2,6» differ.
#include "store/range.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace gegenprobe::store {
namespace {

using extract::Amount;
using extract::Decimal;
using extract::Qualifier;

Decimal plus(Decimal a, Decimal b) {
  return extract::add(a, b).value_or(a);  // b is then beyond the 18th digit of a
}
Decimal minus(Decimal a, Decimal b) { return plus(a, {-b.coefficient, b.exponent}); }
Decimal larger(Decimal a, Decimal b) { return compare(a, b) < 0 ? b : a; }

Decimal half_unit_of_last_digit(Decimal figure) { return {5, figure.exponent - 1}; }

Decimal half_unit_of_second_digit(Decimal figure) {
  int digits = 0;
  for (auto rest = std::llabs(figure.coefficient); rest > 0; rest /= 10) ++digits;
  return {5, figure.exponent + digits - 3};
}

Decimal per_mille(Decimal figure, int share) {
  return extract::multiply(figure, {share, -3}).value_or(half_unit_of_last_digit(figure));
}

Decimal widening(Decimal figure, int per_mille_at_least) {
  return larger(half_unit_of_second_digit(figure), per_mille(figure, per_mille_at_least));
}

Range rounded(Decimal low, Decimal high) {
  return {.low = Range::Edge{minus(low, half_unit_of_last_digit(low))},
          .high = Range::Edge{plus(high, half_unit_of_last_digit(high)), true}};
}

Range approximate(const Amount& amount) {
  const Decimal figure = amount.min ? *amount.min : *amount.max;
  auto range = rounded(figure, figure);
  if (amount.qualifier == Qualifier::almost) {
    range.low->at = minus(range.low->at, widening(figure, 50));
  } else {
    const auto more = widening(figure, 25);
    range.low->at = minus(range.low->at, more);
    range.high->at = plus(range.high->at, more);
  }
  return range;
}

// Whether everything in `below` is smaller than everything in `above`.
bool apart(const Range& below, const Range& above) {
  if (!below.high || !above.low) return false;
  const int order = compare(below.high->at, above.low->at);
  return order < 0 || (order == 0 && (below.high->open || above.low->open));
}

double smallest(const Amount& amount) { return amount.least().to_double(); }
double largest(const Amount& amount) { return amount.most().to_double(); }

// One number for the words, where they name one; nothing for magnitudes, which show no digits.
std::optional<double> printed(const Amount& amount) {
  if (amount.qualifier == Qualifier::magnitude) return std::nullopt;
  return (smallest(amount) + largest(amount)) / 2;
}

// Nine digits are more than any rate has.
Decimal decimal_of(double factor) {
  int exponent = static_cast<int>(std::floor(std::log10(factor))) - 8;
  return {std::llround(factor * std::pow(10, -exponent)), exponent};
}

Decimal times(Decimal figure, double factor) {
  // Eighteen digits in all: what the figure has beyond nine is below what a rate can tell.
  while (std::llabs(figure.coefficient) > 999'999'999)
    figure = {figure.coefficient / 10, figure.exponent + 1};
  return extract::multiply(figure, decimal_of(factor)).value_or(figure);
}

Range converted(Range range, const ExchangeRate& rate) {
  constexpr double kBesideTheRate = 0.01;
  if (range.low) range.low->at = times(range.low->at, rate.low * (1 - kBesideTheRate));
  if (range.high) range.high->at = times(range.high->at, rate.high * (1 + kBesideTheRate));
  return range;
}

Amount as_figure(Amount amount) {
  if (!amount.min) amount.min = amount.max;
  if (!amount.max) amount.max = amount.min;
  if (same_number(*amount.min, *amount.max)) amount.qualifier = Qualifier::exact;
  return amount;
}

Amount converted(Amount amount, double rate) {
  if (amount.min) amount.min = times(*amount.min, rate);
  if (amount.max) amount.max = times(*amount.max, rate);
  return amount;
}

Range thousandfold(Range range, int power) {
  if (range.low) range.low->at = extract::scaled(range.low->at, power);
  if (range.high) range.high->at = extract::scaled(range.high->at, power);
  return range;
}

}  // namespace

bool is_bound(const Amount& amount) { return !amount.min || !amount.max; }

Range range_of(const Amount& amount) {
  switch (amount.qualifier) {
    case Qualifier::about:
    case Qualifier::almost:
      if (!is_bound(amount)) return approximate(amount);
      break;
    case Qualifier::magnitude:
      if (!is_bound(amount)) return {.low = Range::Edge{*amount.min}, .high = Range::Edge{*amount.max}};
      break;
    default:
      break;
  }
  if (!amount.min)
    return {.low = Range::Edge{}, .high = Range::Edge{*amount.max, amount.qualifier == Qualifier::less_than}};
  if (!amount.max)
    return {.low = Range::Edge{*amount.min, amount.qualifier == Qualifier::more_than}, .high = {}};
  return rounded(*amount.min, *amount.max);
}

bool overlap(const Range& a, const Range& b) { return !apart(a, b) && !apart(b, a); }

double ratio_of(const Amount& a, const Amount& b) {
  const auto over = [](double larger, double smaller) {
    return smaller > 0 ? std::max(1.0, larger / smaller) : 0.0;
  };
  if (smallest(a) > largest(b)) return over(smallest(a), largest(b));
  if (smallest(b) > largest(a)) return over(smallest(b), largest(a));
  return 1;
}

int slip_of_scale(const Amount& a, const Amount& b, bool closely) {
  const auto figure_a = printed(a), figure_b = printed(b);
  if (!figure_a || !figure_b || *figure_a <= 0 || *figure_b <= 0) return 0;
  const bool a_is_less = *figure_a < *figure_b;
  const double ratio = a_is_less ? *figure_b / *figure_a : *figure_a / *figure_b;
  constexpr int kNoChance = 3;  // digits: 75 million and 74 billion are two figures
  for (const int power : {3, 6}) {
    const double off = std::abs(ratio / std::pow(10, power) - 1);
    const auto less = thousandfold(range_of(as_figure(a_is_less ? a : b)), power);
    const bool meet = overlap(less, range_of(as_figure(a_is_less ? b : a)));
    if (off <= 0.03 && (meet || std::min(digits_of(a), digits_of(b)) >= kNoChance)) return power;
    if (!closely && off <= 0.30 && !is_bound(a) && !is_bound(b) && meet) return power;
  }
  return 0;
}

bool same_digits(const Amount& a, const Amount& b, int power) {
  const bool a_is_less = largest(a) < largest(b);
  return same_number(scaled((a_is_less ? a : b).most(), power), (a_is_less ? b : a).most());
}

bool same_as_printed(const Amount& a, const Amount& b) {
  return overlap(range_of(as_figure(a)), range_of(as_figure(b)));
}

Standing standing_at(const Amount& a, const Amount& b, const ExchangeRate& rate) {
  Standing standing;
  const auto by_average = converted(b, rate.average);
  standing.ratio = ratio_of(a, by_average);
  standing.meet = overlap(range_of(a), converted(range_of(b), rate));
  standing.same = overlap(range_of(as_figure(a)), converted(range_of(as_figure(b)), rate));
  // At a rate, the same digits are those that meet when one is divided by a thousand.
  for (const int power : {3, 6})
    for (const int sign : {1, -1}) {
      const auto scaled_b = thousandfold(converted(range_of(as_figure(b)), rate), sign * power);
      const bool has_digits = printed(a) && printed(b) && *printed(a) > 0 && *printed(b) > 0;
      if (has_digits && !standing.same && overlap(range_of(as_figure(a)), scaled_b)) standing.slip = power;
    }
  return standing;
}

bool are_two_ranges(const Amount& a, const Amount& b) {
  const auto is_range = [](const Amount& amount) {
    return amount.qualifier != Qualifier::magnitude && !is_bound(amount) &&
           !same_number(*amount.min, *amount.max);
  };
  return is_range(a) && is_range(b);
}

Standing standing_of_ranges(const Amount& a, const Amount& b) {
  Standing standing;
  const auto end = [](Decimal figure) {
    Amount amount;
    amount.min = amount.max = figure;
    return amount;
  };
  const auto low_a = end(*a.min), low_b = end(*b.min), high_a = end(*a.max), high_b = end(*b.max);
  const double low = ratio_of(low_a, low_b), high = ratio_of(high_a, high_b);
  standing.ratio = low == 0 || high == 0 ? 0 : std::max(low, high);
  standing.same = standing.meet = same_as_printed(low_a, low_b) && same_as_printed(high_a, high_b);
  standing.slip = slip_of_scale(low_a, low_b, true);
  if (standing.slip != slip_of_scale(high_a, high_b, true)) standing.slip = 0;
  return standing;
}

int digits_of(const Amount& amount) {
  auto coefficient = std::llabs(amount.most().coefficient);
  while (coefficient > 0 && coefficient % 10 == 0) coefficient /= 10;
  int digits = 0;
  for (; coefficient > 0; coefficient /= 10) ++digits;
  return digits;
}

bool has_two_digits(const Amount& amount) { return digits_of(amount) > 1; }

bool both_capped(const Amount& a, const Amount& b) { return !a.min && a.max && !b.min && b.max; }

bool are_bounded_alike(const Amount& a, const Amount& b) {
  return both_capped(a, b) || (a.min && !a.max && b.min && !b.max);
}

}  // namespace gegenprobe::store
