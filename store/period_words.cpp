// The words for a period that a person types.
#include <charconv>

#include "store/query.h"

namespace gegenprobe::store {
namespace {

/// Reads the words of a period from left to right.
class PeriodReader {
 public:
  explicit PeriodReader(std::string_view text) : text_(text) {}
  std::optional<int> number(std::size_t digits) {
    int value = 0;
    if (text_.size() < digits) return std::nullopt;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + digits, value);
    if (error != std::errc() || end != text_.data() + digits || value < 0) return std::nullopt;
    text_.remove_prefix(digits);
    return value;
  }
  bool take(char c) {
    const bool there = !text_.empty() && (text_.front() | 0x20) == (c | 0x20);
    if (there) text_.remove_prefix(1);
    return there;
  }
  bool at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

std::optional<Day> first_of(int year, int month) {
  if (year < 1 || month < 1) return std::nullopt;
  year += (month - 1) / 12;
  return day_of(year, static_cast<unsigned>((month - 1) % 12 + 1), 1);
}

// The part of a year that lasts `months`, counted from 1.
std::optional<DayRange> part_of_year(int year, std::optional<int> number, int months) {
  if (!number || *number < 1 || *number > 12 / months) return std::nullopt;
  const auto from = first_of(year, (*number - 1) * months + 1), to = first_of(year, *number * months + 1);
  if (!from || !to) return std::nullopt;
  return DayRange{*from, *to};
}

std::optional<DayRange> parse_one(std::string_view text) {
  if (const auto day = parse_day(text)) return DayRange{*day, *day + std::chrono::days(1)};
  PeriodReader reader(text);
  // "Q3 2024" is "2024-Q3" told the other way round.
  for (const char kind : {'Q', 'H'})
    if (reader.take(kind)) {
      const auto number = reader.number(1);
      if (!reader.take(' ') && !reader.take('/')) return std::nullopt;
      const auto year = reader.number(4);
      return year && reader.at_end() ? part_of_year(*year, number, kind == 'Q' ? 3 : 6) : std::nullopt;
    }
  const auto year = reader.number(4);
  if (!year) return std::nullopt;
  if (reader.at_end()) return part_of_year(*year, 1, 12);
  if (!reader.take('-') && !reader.take(' ')) return std::nullopt;
  const int months = reader.take('Q') ? 3 : reader.take('H') ? 6 : 1;
  const auto number = reader.number(months == 1 ? 2 : 1);
  return reader.at_end() ? part_of_year(*year, number, months) : std::nullopt;
}

}  // namespace

std::optional<DayRange> parse_period(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return parse_one(text);
  const auto first = parse_one(text.substr(0, dots)), last = parse_one(text.substr(dots + 2));
  if (!first || !last || last->to <= first->from) return std::nullopt;
  return DayRange{first->from, last->to};
}

extract::Period as_period(DayRange range) {
  using extract::Granularity;
  const std::chrono::year_month_day from(range.from), to(range.to);
  const int months = static_cast<int>((to.year() / to.month() - from.year() / from.month()).count());
  const unsigned first = static_cast<unsigned>(from.month()) - 1;
  const bool whole_months = from.day() == std::chrono::day(1) && to.day() == std::chrono::day(1);
  extract::Period period{.from = range.from, .to = range.to, .granularity = Granularity::span, .text = {}};
  for (const auto& [length, granularity] : {std::pair(1, Granularity::month),
                                            {3, Granularity::quarter},
                                            {6, Granularity::half},
                                            {12, Granularity::year}})
    if (whole_months && months == length && first % static_cast<unsigned>(length) == 0)
      period.granularity = granularity;
  if (range.to - range.from == std::chrono::days(1)) period.granularity = Granularity::day;
  return period;
}

}  // namespace gegenprobe::store
