#include "extract/dates/date_value.h"

namespace gegenprobe::extract {

Granularity granularity_of(CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::day:
      return Granularity::day;
    case CalendarUnit::week:
      return Granularity::week;
    case CalendarUnit::month:
      return Granularity::month;
    case CalendarUnit::quarter:
      return Granularity::quarter;
    case CalendarUnit::half:
      return Granularity::half;
    case CalendarUnit::year:
      return Granularity::year;
    case CalendarUnit::decade:
      return Granularity::decade;
    default:
      return Granularity::span;
  }
}

Granularity granularity_of_count(CalendarUnit unit, int count) {
  if (unit != CalendarUnit::month) return Granularity::span;
  switch (count) {
    case 3:
      return Granularity::quarter;
    case 6:
      return Granularity::half;
    case 12:
      return Granularity::year;
    default:
      return Granularity::span;
  }
}

DateValue date_value(DayRange range, Granularity granularity, bool relative) {
  return {range.from, range.to, granularity, relative, false};
}

DateValue unresolved_date(Granularity granularity) {
  return {std::nullopt, std::nullopt, granularity, true, false};
}

DateValue months_later(DateValue value, int months) {
  value.from = add_months(*value.from, months);
  value.to = add_months(*value.to, months);
  return value;
}

bool is_own_year(const DateReading& reading, const DateContext& context) {
  const bool may_be =
      reading.fiscal || reading.unit == CalendarUnit::half || reading.unit == CalendarUnit::quarter;
  if (reading.rule && reading.rule->calendar_year) return false;
  return context.fiscal_end % 12 != 0 && may_be;
}

DayRange year_for(const DateReading& reading, int year, const DateContext& context) {
  if (!is_own_year(reading, context)) return {day_of(year, 1, 1), day_of(year + 1, 1, 1)};
  const Day end = add_months(day_of(year, context.fiscal_end, 1), 1);
  return {add_months(end, -12), end};
}

int year_at(const DateReading& reading, Day day, const DateContext& context) {
  return year_of(day) + (is_own_year(reading, context) && month_of(day) > context.fiscal_end ? 1 : 0);
}

}  // namespace gegenprobe::extract
