#include "extract/dates/date_pick.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

struct Picked {
  std::optional<DayRange> range;
  Picked() = default;
  Picked(DayRange found) : range(found) {}
  Picked(std::optional<Day> day) {
    if (day) range = {*day, *day + days(1)};
  }
  explicit operator bool() const { return range.has_value(); }
  DayRange operator*() const { return *range; }
};

// "Labor Day weekend" has three days, Thanksgiving's four.
DayRange weekend_around(Day holiday) {
  const auto weekday = weekday_of(holiday);
  const Day saturday =
      weekday <= 2 ? holiday - days(weekday + 1) : holiday + days(6 - static_cast<int>(weekday));
  const auto first = weekday == 4 || weekday == 5 ? holiday : saturday;
  const auto last = weekday == 1 ? holiday : saturday + days(1);
  return {first, last + days(1)};
}

// The stretch may reach into a second calendar year; the day is that which lies in it.
template <class Find>
Picked within(DayRange whole, Find find) {
  const auto first = find(year_of(whole.from));
  if (first && (*first).from >= whole.from) return first;
  if (year_of(whole.to - days(1)) == year_of(whole.from)) return first;
  return find(year_of(whole.from) + 1);
}

DayRange first_or_last(const DateReading& reading, DayRange whole) {
  if (reading.nth > 0) return {whole.from, add_units(whole.from, reading.unit, reading.count)};
  return {add_units(whole.to, reading.unit, -reading.count), whole.to};
}

// «erste Hälfte des 19. Jahrhunderts», "second half of May"
bool is_half_of_other(const DateReading& reading, DayRange whole) {
  const auto size = (whole.to - whole.from).count();
  return reading.unit == CalendarUnit::half && (size < 360 || size > 370);
}
DayRange half_of(DayRange whole, bool first) {
  const year_month_day from = whole.from, to = whole.to;
  const int months = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 +
                     static_cast<int>(static_cast<unsigned>(to.month())) -
                     static_cast<int>(static_cast<unsigned>(from.month()));
  const Day middle = months > 1 ? add_months(whole.from, months / 2) : whole.from + days(15);
  return first ? DayRange{whole.from, middle} : DayRange{middle, whole.to};
}

Picked nth(const DateReading& reading, DayRange whole) {
  const int n = reading.nth;
  if (is_half_of_other(reading, whole)) return half_of(whole, n == 1);
  if (reading.weekday)
    return Picked(std::optional(nth_weekday(n > 0 ? whole.from : whole.to, reading.weekday, n)));
  switch (reading.unit) {
    case CalendarUnit::day:
      return Picked(std::optional(n > 0 ? whole.from + days(n - 1) : whole.to + days(n)));
    case CalendarUnit::week:  // the first week has four days or more of the stretch, as ISO counts
      return n > 0 ? whole_unit(whole.from + days(3), CalendarUnit::week, n - 1)
                   : whole_unit(whole.to - days(4), CalendarUnit::week, n + 1);
    case CalendarUnit::weekend: {
      const Day saturday = nth_weekday(n > 0 ? whole.from : whole.to, 6, n);
      return DayRange{saturday, saturday + days(2)};
    }
    default: {
      const Day from =
          n > 0 ? add_units(whole.from, reading.unit, n - 1) : add_units(whole.to, reading.unit, n);
      return DayRange{from, add_units(from, reading.unit, 1)};
    }
  }
}

// "the Tuesday after Christmas", «die Woche vor Ostern»
Picked from_holiday(const DateReading& reading, Day holiday) {
  const int n = reading.from_holiday;
  if (!reading.weekday && reading.unit != CalendarUnit::weekend) return whole_unit(holiday, reading.unit, n);
  const unsigned weekday = reading.weekday ? reading.weekday : 6;
  const Day first = nth_weekday(n > 0 ? holiday + days(1) : holiday, weekday, n);
  return DayRange{first, first + days(reading.weekday ? 1 : 2)};
}

Picked picked(const DateReading& reading, DayRange whole) {
  if (!reading.holiday.empty()) {
    const auto day = within(whole, [&](int y) { return Picked(holiday(reading.holiday, y)); });
    if (!day) return day;
    if (reading.from_holiday) return from_holiday(reading, (*day).from);
    if (reading.unit == CalendarUnit::week) return whole_unit((*day).from, CalendarUnit::week);
    return reading.unit == CalendarUnit::weekend ? Picked(weekend_around((*day).from)) : day;
  }
  // "week commencing 6 October", "weekend of 7 March"
  if (reading.day && reading.month && reading.unit != CalendarUnit::day)
    return within(whole, [&](int y) {
      const auto day = day_if_valid(y, reading.month, reading.day);
      return day ? Picked(whole_unit(*day, reading.unit)) : Picked();
    });
  if (reading.day && reading.month)
    return within(whole, [&](int y) { return Picked(day_if_valid(y, reading.month, reading.day)); });
  if (reading.day) return Picked(day_if_valid(year_of(whole.from), month_of(whole.from), reading.day));
  if (reading.month && reading.nth)  // «zweite Maihälfte»
    return within(whole, [&](int y) {
      return nth(reading, whole_unit(day_of(y, reading.month, 1), CalendarUnit::month));
    });
  if (reading.month)
    return within(
        whole, [&](int y) { return Picked(whole_unit(day_of(y, reading.month, 1), CalendarUnit::month)); });
  if (reading.season)
    return Picked(whole_unit(day_of(year_of(whole.from), reading.season, 1), CalendarUnit::season));
  if (reading.op == DateOp::window) return first_or_last(reading, whole);
  if (reading.weekday && !reading.nth)
    return DayRange{whole.from + days(reading.weekday - 1), whole.from + days(reading.weekday)};
  if (reading.nth) return nth(reading, whole);
  return whole;
}

}  // namespace

std::optional<DayRange> pick(const DateReading& reading, DayRange whole) {
  const Picked found = picked(reading, whole);
  return found.range;
}

}  // namespace gegenprobe::extract
