#include "extract/dates/period.h"

#include <charconv>
#include <chrono>

namespace gegenprobe::extract {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

std::chrono::month last_month(std::string_view year_end) {
  return std::chrono::month(static_cast<unsigned>((year_end[0] - '0') * 10 + (year_end[1] - '0')));
}

// The year that is named: 2024 for «2024», and for «2023/24».
std::optional<int> year_named(const Period& period) {
  if (is_calendar_year(period)) return static_cast<int>(year_month_day(*period.from).year());
  const auto slash = period.text.find('/');
  if (slash == std::string::npos || slash < 4) return std::nullopt;
  int year = 0;
  const auto [end, error] = std::from_chars(period.text.data() + slash - 4, period.text.data() + slash, year);
  if (error != std::errc{} || end != period.text.data() + slash) return std::nullopt;
  return year + 1;
}

}  // namespace

Period shifted(const Period& period, int by_years) {
  const auto moved = [&](std::optional<Day> day) -> std::optional<Day> {
    if (!day) return day;
    const auto date = year_month_day(*day) + years(by_years);
    return date.ok() ? Day(date) : Day(date.year() / date.month() / std::chrono::last);
  };
  Period out = period;
  out.from = moved(period.from);
  out.to = moved(period.to);
  return out;
}

Day business_year_of(Day day, std::string_view year_end) {
  const auto month = last_month(year_end);
  const auto year = year_month_day(day).year();
  const auto begin_in = [&](std::chrono::year in) { return Day(year_month_day(in / month / 1) + months(1)); };
  return begin_in(year) <= day ? begin_in(year) : begin_in(year - years(1));
}

bool is_calendar_year(const Period& period) {
  if (!period.from || !period.to) return false;
  const year_month_day from = *period.from;
  return from.month() == std::chrono::January && from.day() == std::chrono::day(1) &&
         *period.to == Day(from + years(1));
}

std::optional<Period> business_year(Period period, bool relative, std::optional<Day> published,
                                    std::string_view year_end) {
  if (year_end.size() != 5) return std::nullopt;
  const auto year = year_named(period);
  const bool of_calendar = last_month(year_end) == std::chrono::December;
  // «1985/86» of a firm that keeps to the calendar today: it had another year then.
  if (!year || (of_calendar && !is_calendar_year(period))) return std::nullopt;
  const auto ends_in = [&](std::chrono::year named) {
    return Day(year_month_day(named / last_month(year_end) / 1) + months(1));
  };
  if (relative && published) {
    const auto offset = *year - static_cast<int>(year_month_day(*published).year());
    const year_month_day now = business_year_of(*published, year_end);
    period.from = Day(now + years(offset));
    period.to = Day(now + years(offset + 1));
  } else {
    period.to = ends_in(std::chrono::year(*year));
    period.from = ends_in(std::chrono::year(*year - 1));
  }
  period.fiscal = period.fiscal && !of_calendar;
  return period;
}

void round_to_months(Period& period, std::optional<Day> published) {
  constexpr auto kNear = days(6);
  if (period.from == published || period.to == published) return;  // counted from today
  const auto rounded = [&](std::optional<Day> day) -> std::optional<Day> {
    if (!day) return day;
    const year_month_day date = *day;
    const Day begin(date.year() / date.month() / 1), next(Day(year_month_day(begin) + months(1)));
    if (*day - begin <= kNear) return begin;
    return next - *day <= kNear ? next : day;
  };
  if (!lasts(period)) return;
  period.from = rounded(period.from);
  period.to = rounded(period.to);
}

bool lasts(const Period& period) { return period.from && period.to && *period.to - *period.from >= days(80); }

}  // namespace gegenprobe::extract
