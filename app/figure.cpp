#include "app/figure.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>

#include "store/in_words.h"

namespace gegenprobe::app {
namespace {

using extract::Decimal;
using extract::Qualifier;

struct Scale {
  int power;
  const char* word;
};
constexpr std::array<Scale, 4> kScales{{{12, "trillion"}, {9, "billion"}, {6, "million"}, {0, ""}}};

// Exact, by the digits: the power of ten of the leading one.
int magnitude(Decimal number) {
  std::int64_t rest = std::abs(number.coefficient);
  int power = number.exponent - 1;
  for (; rest > 0; rest /= 10) ++power;
  return number.coefficient == 0 ? 0 : power;
}

Scale scale_of(Decimal number) {
  for (const Scale& scale : kScales)
    if (magnitude(number) >= scale.power) return scale;
  return kScales.back();
}

std::string with_scale(Decimal number) {
  const Scale scale = scale_of(number);
  return scale.power ? grouped(scaled(number, -scale.power)) + " " + scale.word : grouped(number);
}

bool is_large(Decimal number) { return magnitude(number) >= 6; }

std::string with_unit(const std::string& number, const extract::Amount& amount, bool one) {
  if (amount.unit.empty()) return number;
  return number + " " + store::unit_in_words(amount.unit, one);
}

const char* before(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::about:
      return "about ";
    case Qualifier::almost:
      return "almost ";
    case Qualifier::up_to:
      return "up to ";
    case Qualifier::at_least:
      return "at least ";
    case Qualifier::more_than:
      return "more than ";
    case Qualifier::less_than:
      return "less than ";
    case Qualifier::exact:
    case Qualifier::between:
    case Qualifier::magnitude:
      break;
  }
  return "";
}

// A size in words has no last digit: «mehrere zehn Milliarden» ends below 100 billion, not at 99.999999999.
Decimal rounded_up(Decimal nines) {
  for (std::int64_t rest = nines.coefficient; rest > 0; rest /= 10)
    if (rest % 10 != 9) return nines;
  return add(nines, Decimal{1, nines.exponent}).value_or(nines);
}

template <class Text>
std::string both_bounds(const extract::Amount& amount, Text text) {
  if (amount.min && amount.max && !same_number(*amount.min, *amount.max))
    return text(*amount.min) + " to " + text(*amount.max);
  return text(amount.min ? *amount.min : *amount.max);
}

// "2 to 3 billion", but "500 million to 1.2 billion".
std::string bounds_words(const extract::Amount& amount) {
  const bool range = amount.min && amount.max && !same_number(*amount.min, *amount.max);
  if (range && scale_of(*amount.min).power == scale_of(*amount.max).power) {
    const int power = scale_of(*amount.max).power;
    return grouped(scaled(*amount.min, -power)) + " to " + with_scale(*amount.max);
  }
  return both_bounds(amount, with_scale);
}

std::string digits(const extract::Amount& amount) {
  return is_large(amount.most()) ? " (" + both_bounds(amount, grouped) + ")" : "";
}

const char* direction(extract::Role role) {
  return role == extract::Role::increase ? "rise of " : role == extract::Role::decrease ? "fall of " : "";
}

using std::chrono::year_month_day;

std::string span_words(const extract::Period& period, year_month_day from, year_month_day last) {
  if (from == last) return iso(*period.from);
  const bool whole_months =
      from.day() == std::chrono::day{1} && year_month_day(*period.to).day() == std::chrono::day{1};
  if (!whole_months) return iso(*period.from) + " to " + iso(std::chrono::sys_days(last));
  const int year = int(from.year());
  const unsigned first = unsigned(from.month()), end = unsigned(last.month());
  if (first == 1 && end == 12)
    return from.year() == last.year() ? fmt::format("{}", year)
                                      : fmt::format("{} to {}", year, int(last.year()));
  if (from.year() == last.year()) {
    if (first == end) return fmt::format("{}-{:02}", year, first);
    if (end == first + 2 && first % 3 == 1) return fmt::format("Q{} {}", (first + 2) / 3, year);
    if (end == first + 5 && first % 6 == 1) return fmt::format("H{} {}", (first + 5) / 6, year);
  }
  return fmt::format("{}-{:02} to {}-{:02}", year, first, int(last.year()), end);
}

}  // namespace

std::string short_figure(const extract::Amount& exact) {
  extract::Amount amount = exact;
  if (amount.qualifier == Qualifier::magnitude && amount.max) amount.max = rounded_up(*amount.max);
  if (!amount.resolved()) return amount.unit.empty() ? "not understood" : "not understood, " + amount.unit;
  const bool one = amount.max && same_number(*amount.max, Decimal{1, 0});
  return before(amount.qualifier) + with_unit(bounds_words(amount), amount, one);
}

std::string figure(const extract::Amount& amount) {
  return amount.resolved() ? short_figure(amount) + digits(amount) : short_figure(amount);
}

std::string short_figure(const extract::Claim& claim) {
  return direction(claim.role) + short_figure(claim.value);
}
std::string figure(const extract::Claim& claim) { return direction(claim.role) + figure(claim.value); }

std::string period_words(const std::optional<extract::Period>& period) {
  if (!period) return "";
  if (!period->from && !period->to) return period->text;
  if (!period->from) return "until " + iso(*period->to - std::chrono::days{1});
  if (!period->to) return "from " + iso(*period->from) + " on";
  const year_month_day from{*period->from}, to{*period->to}, last{*period->to - std::chrono::days{1}};
  // A business year is named by its end: «2025» alone would be taken for the calendar's.
  if (period->fiscal && from + std::chrono::years{1} == to && from.day() == std::chrono::day{1})
    return fmt::format("year to {}-{:02}", int(last.year()), unsigned(last.month()));
  return (period->fiscal ? "fiscal " : "") + span_words(*period, from, last);
}

std::string metric_words(extract::Metric metric) { return store::in_words(metric); }

}  // namespace gegenprobe::app
