#pragma once
#include <optional>
#include <string_view>

#include "ingest/day.h"

namespace gegenprobe::extract {

/// The units in which news counts time, the shorter first. Weeks begin on Monday; a weekend is Saturday and
/// Sunday; a season has three months, winter begins in December; decades and centuries begin with the year
/// that ends in 0.
enum class CalendarUnit : unsigned char {
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century
};

/// Half-open: [from, to).
struct DayRange {
  Day from, to;
  bool operator==(const DayRange&) const = default;
};

int year_of(Day day);
unsigned month_of(Day day);
unsigned weekday_of(Day day);  ///< ISO: Monday is 1, Sunday is 7
/// Nothing where there is no such day: 30 February, month 13.
std::optional<Day> day_if_valid(int year, unsigned month, unsigned day);

/// The same day `count` months later; the last of the month where that month is shorter.
Day add_months(Day day, int count);
/// `count` units later, by days for units up to a week, by months for the others.
Day add_units(Day day, CalendarUnit unit, int count);
/// The unit that `day` lies in, or the one `shift` units later. On a Sunday, «this weekend» is still on.
DayRange whole_unit(Day day, CalendarUnit unit, int shift = 0);

/// The n-th such weekday from `first` on; n < 0 counts back from the day before `first`.
Day nth_weekday(Day first, unsigned weekday, int n);
Day easter_sunday(int year);  ///< Gregorian; \pre year > 1582 for a date that was kept

/// The day of a holiday in a year, by its formula:
///   "12-25"            a day of the year
///   "easter-2"         days from Easter Sunday
///   "11 thu 4"         the fourth Thursday of November; "05 mon -1" the last Monday of May
///   "11 thu 4 +1"      and days from it
///   "03 tue 1 every 4" in leap years only, as American elections are
///   "04-15 sat+2 sun+1"  a day that moves where it falls on such a weekday
///   "before 12-25 sun 4"  the fourth Sunday before that day
///   "islamic 10-1"     a day of another calendar: islamic, chinese, hebrew; its first in that year
///   "days 2019-10-27 2020-11-14"  a day that is seen in the sky: one for each year, none for others
/// Nothing where the formula is none of these.
std::optional<Day> holiday(std::string_view formula, int year);

}  // namespace gegenprobe::extract
