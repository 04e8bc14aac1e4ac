#include "ingest/day.h"

#include <fmt/format.h>

#include <cassert>
#include <charconv>

namespace gegenprobe {

Day day_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  assert(date.ok());
  return date;
}

std::string iso(Day day) {
  const std::chrono::year_month_day date = day;
  const auto year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month()), of_month = static_cast<unsigned>(date.day());
  if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, of_month);
  // Ten times faster than a format string, and every date of an answer comes through here.
  std::string out = "0000-00-00";
  const auto put = [&](std::size_t last, std::size_t digits, auto value) {
    for (; digits-- > 0; value /= 10) out[last--] = static_cast<char>('0' + value % 10);
  };
  put(3, 4, year);
  put(6, 2, month);
  put(9, 2, of_month);
  return out;
}

std::optional<Day> parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) -> std::optional<unsigned> {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(iso.data() + at, iso.data() + at + size, value);
    if (error != std::errc{} || end != iso.data() + at + size) return std::nullopt;
    return value;
  };
  const auto year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace gegenprobe
