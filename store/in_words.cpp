#include "store/in_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace gegenprobe::store {
namespace {

using extract::Amount;
using extract::Decimal;
using extract::Period;
using extract::Qualifier;

std::string_view qualifier_in_words(Qualifier qualifier) {
  constexpr std::array<std::string_view, 9> words{
      "", "about ", "almost ", "up to ", "at least ", "more than ", "less than ", "", ""};
  return words[static_cast<std::size_t>(qualifier)];
}

std::string span_in_words(const Period& period) {
  using namespace std::chrono;
  if (!period.from || !period.to)
    return period.to ? "until " + iso(*period.to - days(1)) : "since " + iso(*period.from);
  const year_month_day first(*period.from);
  const int year = static_cast<int>(first.year());
  const unsigned month = static_cast<unsigned>(first.month());
  const auto length = (*period.to - *period.from).count();
  const bool first_of_month = first.day() == day(1) && year_month_day(*period.to).day() == day(1);
  if (length == 1) return iso(*period.from);
  if (first_of_month && month == 1 && length >= 365 && length <= 366) return fmt::format("{}", year);
  if (first_of_month && month % 6 == 1 && length > 180 && length < 185)
    return fmt::format("H{} {}", month / 6 + 1, year);
  if (first_of_month && month % 3 == 1 && length > 88 && length < 93)
    return fmt::format("Q{} {}", month / 3 + 1, year);
  if (first_of_month && length < 32) return fmt::format("{}-{:02}", year, month);
  return fmt::format("{} to {}", iso(*period.from), iso(*period.to - days(1)));
}

// A business year that is not the calendar's is named by its end.
std::optional<std::string> fiscal_year_end(const Period& period) {
  using namespace std::chrono;
  if (!period.fiscal || !period.from || !period.to) return std::nullopt;
  const year_month_day first(*period.from), last(*period.to - days(1));
  if (first.day() != day(1) || first.month() == January || first + years(1) != year_month_day(*period.to))
    return std::nullopt;
  return fmt::format("{}-{:02}", static_cast<int>(last.year()), static_cast<unsigned>(last.month()));
}

}  // namespace

std::string grouped(Decimal number) {
  std::string text = number.text();
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t first = text[0] == '-' ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) text.insert(at -= 3, 1, ',');
  return text;
}

std::string number_in_words(Decimal number) {
  struct Scale {
    int power;
    const char* word;
  };
  for (const auto& [power, scale] : {Scale{12, " trillion"}, Scale{9, " billion"}, Scale{6, " million"}})
    if (compare(number, {1, power}) >= 0) return grouped(extract::scaled(number, -power)) + scale;
  return grouped(number);
}

std::string unit_in_words(const std::string& unit, bool one) {
  if (unit == "pp") return "percentage points";
  const bool is_word = !unit.empty() && unit.front() >= 'a' && unit.front() <= 'z';
  const bool changes = is_word && unit.back() != 's' && unit != "aircraft" && unit != "staff";
  if (!changes || one) return unit;
  return unit.ends_with("py") ? unit.substr(0, unit.size() - 1) + "ies" : unit + "s";
}

std::string in_words(const Amount& amount) {
  if (!amount.resolved()) return "an unresolved figure";
  const bool one = amount.max && same_number(*amount.max, Decimal{1, 0});
  const auto unit = amount.unit.empty() ? "" : " " + unit_in_words(amount.unit, one);
  const auto qualifier = qualifier_in_words(amount.qualifier);
  if (amount.min && amount.max && !same_number(*amount.min, *amount.max))
    return fmt::format("{} to {}{}", number_in_words(*amount.min), number_in_words(*amount.max), unit);
  return fmt::format("{}{}{}", qualifier, number_in_words(amount.min ? *amount.min : *amount.max), unit);
}

std::string in_words(const std::optional<Period>& period) {
  if (!period || (!period->from && !period->to))
    return period && !period->text.empty() ? "«" + period->text + "»" : "no period";
  if (const auto end = fiscal_year_end(*period)) return "year to " + *end;
  return (period->fiscal ? "fiscal " : "") + span_in_words(*period);
}

std::string in_words(extract::Metric metric) { return spaced(word(metric)); }

std::string spaced(std::string_view word) {
  std::string words(word);
  std::ranges::replace(words, '_', ' ');
  return words;
}

}  // namespace gegenprobe::store
