// date_reading says what the words name; here the days are found. What is missing comes, in this order, from
// the expression it is a part of, from what the text spoke of before, from the day of publication.
#include "extract/dates/date_resolver.h"

#include <utility>

#include "extract/dates/calendar.h"
#include "extract/dates/date_absolute.h"
#include "extract/dates/date_direction.h"
#include "extract/dates/date_pick.h"
#include "extract/dates/date_relative.h"
#include "extract/dates/date_value.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;

// «bis März 2024» after «Januar»: the year or month stands once. «2019 bis März 2020» has both.
bool starts_after(const DateReading& begin, const DateReading& end) {
  return begin.month && end.month &&
         std::pair(begin.month, begin.day) > std::pair(end.month, end.day ? end.day : 31u);
}

// «vom 28. bis zum 2. April»: the month is named for the end.
void begin_in_month_before(DateReading& begin) {
  if (begin.month == 1 && begin.year) --*begin.year;
  begin.month = (begin.month + 10) % 12 + 1;
}

void complete_each_other(DateReading& begin, DateReading& end) {
  if (begin.op != DateOp::calendar || end.op != DateOp::calendar) return;
  if (begin.day && !begin.month && end.month && end.day) begin.month = end.month;
  if (begin.month && begin.month == end.month && begin.year == end.year && begin.day > end.day && end.day)
    begin_in_month_before(begin);
  if (end.day && !end.month && begin.month && begin.day) end.month = begin.month;
  if (begin.weekday && begin.weekday < end.weekday && begin.container < 0 && !begin.day && !end.day)
    begin.container = end.container;  // "Tuesday to Thursday next week"
  if (!begin.year && begin.container < 0 && !begin.weekday) {
    if (end.year)
      begin.year = *end.year - (starts_after(begin, end) ? 1 : 0);
    else if (end.container >= 0 && (!end.nth || (begin.nth && begin.unit == end.unit)))
      begin.container = end.container;
  } else if (!end.year && end.container < 0 && begin.year && !end.weekday &&
             begin.unit < CalendarUnit::year) {
    end.year = *begin.year + (starts_after(begin, end) ? 1 : 0);
  }
}

// «vom 4. bis zum 23.», «vom 20. Dezember bis zum 6. Januar»: the begin is the last such day before the end.
void begin_before(DateReading& begin, const DateReading& end, const DateValue& to) {
  const bool open = begin.op == DateOp::calendar && !begin.names_year() && begin.container < 0;
  if (!open || !to.from || !to.relative || !(begin.day || begin.month) || !end.day != !begin.day) return;
  const Day limit = *to.from;
  if (!begin.month) begin.month = month_of(begin.day > end.day ? add_months(limit, -1) : limit);
  const auto same_year = day_if_valid(year_of(limit), begin.month, begin.day ? begin.day : 1);
  begin.year = year_of(limit) - (same_year && *same_year > limit ? 1 : 0);
}

DateValue step_year(const DateReading& reading, DateValue value, int years) {
  if (!reading.weekday || reading.day) return months_later(value, 12 * years);
  value.from = *value.from + days(7 * years);
  value.to = *value.to + days(7 * years);
  return value;
}

// "the year to 29 March": a business year of whole weeks ends near the end of a month, which is meant.
Day month_end_near(Day end) {
  constexpr int kNear = 7;  // days
  const Day next = whole_unit(end - days(1), CalendarUnit::month).to;
  if ((next - end).count() <= kNear) return next;
  const Day before = whole_unit(end - days(1), CalendarUnit::month).from;
  return (end - before).count() <= kNear ? before : end;
}

bool names_weekday_only(const DateReading& reading) {
  return reading.weekday && !reading.day && !reading.nth && reading.container < 0 &&
         reading.op == DateOp::calendar && reading.holiday.empty();
}

// "next Monday to Friday"
DateValue first_such_day(Day from, unsigned weekday, bool relative) {
  const Day day = nth_weekday(from, weekday, 1);
  return date_value({day, day + days(1)}, Granularity::day, relative);
}

class Resolver {
 public:
  Resolver(const DateContext& context, const std::vector<DateReading>& readings)
      : context_(context), readings_(readings) {}

  DateValue resolve(const DateReading& reading) const {
    auto value = resolve_op(reading);
    if (reading.day_end && value.from) end_with_day(reading, value);
    value.fiscal = value.fiscal || reading.fiscal || names_part_of_own_year(reading);
    // ISO's years have four digits.
    if (value.from && (year_of(*value.from) < 1 || year_of(*value.from) > 9998)) value.from.reset();
    if (value.to && (year_of(*value.to) < 1 || year_of(*value.to) > 9999)) value.to.reset();
    if (!value.from || !value.to) value.from = value.to = std::nullopt;
    if (reading.open_begin) value.from.reset();
    if (reading.open_end) value.to.reset();
    if (reading.open_begin || reading.open_end) value.granularity = Granularity::span;
    return value;
  }

 private:
  DateValue resolve_op(const DateReading& reading) const {
    const auto whole = value_of_container(reading);
    switch (reading.op) {
      case DateOp::range:
        return range(reading);
      case DateOp::offset:
        return date_offset(reading, whole, context_);
      case DateOp::ending:
        return ending(reading, whole);
      case DateOp::same:
        return same_period(reading, whole ? &container_of(reading) : nullptr, whole, context_);
      case DateOp::text:
        if (!whole) return date_from_text(reading, context_);
        break;
      case DateOp::calendar:
        if (!whole) return reading.follows < 0 ? calendar_date(reading, context_) : following(reading);
        break;
      case DateOp::near:
      case DateOp::unit:
        if (!whole) return near_date(reading, context_);
        break;
      case DateOp::window:
        if (!whole) return date_window(reading, context_);
        break;
      default:
        break;
    }
    return whole ? part(reading, *whole) : unresolved_date(Granularity::span);
  }

  const DateReading& container_of(const DateReading& reading) const {
    return readings_[static_cast<std::size_t>(reading.container)];
  }
  std::optional<DateValue> value_of_container(const DateReading& reading) const {
    if (reading.container < 0 || reading.op == DateOp::range) return std::nullopt;
    return resolve(container_of(reading));
  }

  bool names_part_of_own_year(const DateReading& reading) const {
    const bool part_of_year = reading.unit == CalendarUnit::quarter || reading.unit == CalendarUnit::half;
    return part_of_year && (reading.op == DateOp::calendar || reading.op == DateOp::near) &&
           is_own_year(reading, context_);
  }

  // "the second and third quarters", "May and June", "Tuesday and Wednesday": of one year or week
  DateValue following(const DateReading& reading) const {
    const auto& before = readings_[static_cast<std::size_t>(reading.follows)];
    auto value = resolve(before);
    if (!value.from) return value;
    const auto place = [](const DateReading& r) {
      return r.nth ? r.nth : static_cast<int>(r.month ? r.month : r.weekday);
    };
    const int later = place(reading) - place(before);
    value.from = add_units(*value.from, reading.unit, later < 0 ? later + 12 : later);
    value.to = add_units(*value.from, reading.unit, 1);
    return value;
  }

  // "July 13-15", "from 10/25 to 1/25"
  static void end_with_day(const DateReading& reading, DateValue& value) {
    const int year = year_of(*value.from);
    const unsigned month = reading.month_end ? reading.month_end : month_of(*value.from);
    auto end = day_if_valid(year, month, reading.day_end);
    if (end && *end < *value.from) end = day_if_valid(year + 1, month, reading.day_end);
    value.to = end ? std::optional(*end + days(1)) : std::nullopt;
    value.granularity = Granularity::span;
  }

  // --- parts of a known stretch

  // «Im ersten Halbjahr 2025/26» of a firm whose business year is not known: half of one year, not of two.
  bool is_part_of_unknown_year(const DateReading& reading, const DateValue& whole) const {
    const bool part_of_year = reading.unit == CalendarUnit::quarter || reading.unit == CalendarUnit::half;
    return part_of_year && reading.nth && container_of(reading).year_end &&
           *whole.to - *whole.from > std::chrono::days(366);
  }

  DateValue part(const DateReading& reading, const DateValue& whole) const {
    if (!whole.from || !whole.to)
      return unresolved_date(reading.op == DateOp::part ? whole.granularity : granularity_of(reading.unit));
    if (is_part_of_unknown_year(reading, whole)) return unresolved_date(granularity_of(reading.unit));
    const DayRange range{*whole.from, *whole.to};
    if (reading.op == DateOp::unit)
      return date_value(whole_unit(range.from, reading.unit), granularity_of(reading.unit), whole.relative);
    if (reading.rule->rest) return rest_of(range, whole);
    if (reading.weekday && !reading.nth && whole.granularity == Granularity::day)
      return weekday_of_day(reading, whole);
    const auto picked = reading.op == DateOp::part ? range : pick(reading, range);
    if (!picked) return unresolved_date(granularity_of(reading.unit));
    auto value = date_value(*picked, granularity_of_part(reading, whole), whole.relative);
    const auto size = (*picked).to - (*picked).from;
    if (reading.unit == CalendarUnit::half && (size < days(180) || size > days(185)))
      value.granularity = Granularity::span;  // half of a month or of a century
    value.fiscal = whole.fiscal;
    return value;
  }

  // «am Montag (27.7.)» is that day; «Mittwoch in zwei Wochen» is in the week of that day.
  DateValue weekday_of_day(const DateReading& reading, const DateValue& whole) const {
    if (weekday_of(*whole.from) == reading.weekday) return whole;
    if (container_of(reading).op != DateOp::offset) return calendar_date(reading, context_);
    const Day day = whole_unit(*whole.from, CalendarUnit::week).from + days(reading.weekday - 1);
    return date_value({day, day + days(1)}, Granularity::day, whole.relative);
  }

  // «der Rest des Jahres» begins now.
  DateValue rest_of(DayRange whole, const DateValue& value) const {
    if (!context_.published || *context_.published < whole.from || *context_.published >= whole.to)
      return value;
    return date_value({*context_.published, whole.to}, Granularity::span, true);
  }

  static Granularity granularity_of_part(const DateReading& reading, const DateValue& whole) {
    if (reading.op == DateOp::part) return whole.granularity;
    return reading.op == DateOp::window ? granularity_of_count(reading.unit, reading.count)
                                        : granularity_of(reading.unit);
  }

  // "the six months ended 31 December", "the year to March": the end is counted in.
  DateValue ending(const DateReading& reading, const std::optional<DateValue>& whole) const {
    const DateValue end = whole ? *whole : calendar_date(last_month(reading), context_);
    const auto granularity = reading.unit == CalendarUnit::month
                                 ? granularity_of_count(reading.unit, reading.count)
                                 : granularity_of(reading.unit);
    if (!end.to) return unresolved_date(granularity);
    Day last = reading.unit >= CalendarUnit::month ? month_end_near(*end.to) : *end.to;
    if (reading.shift && end.relative) last = end_told(last, *reading.shift);
    if (reading.year && end.relative) last = end_of_named_year(last, reading);
    const bool to_month_end = std::chrono::year_month_day(last).day() == std::chrono::day(1);
    Day from = add_units(last, reading.unit, -reading.count);
    if (!to_month_end && reading.unit >= CalendarUnit::month)
      from = add_units(last - days(1), reading.unit, -reading.count) + days(1);
    return date_value({from, last}, granularity, end.relative);
  }
  // "the current year ending March": the March after the day of publication; "the last" is a year before it.
  Day end_told(Day last, int shift) const {
    if (!context_.published) return last;
    const auto years_later = [&](int years) { return add_units(last, CalendarUnit::year, years); };
    while (last <= *context_.published) last = years_later(1);
    while (years_later(-1) > *context_.published) last = years_later(-1);
    return years_later(shift);
  }
  // «Geschäftsjahr 2024/25» ends in the second; "fiscal 1986" may end in the spring of the year after.
  static Day end_of_named_year(Day last, const DateReading& reading) {
    constexpr unsigned kSpring = 6;
    const int year = reading.year_end.value_or(*reading.year);
    const Day end = last - days(1);
    const bool year_after = !reading.year_end && year_of(end) == year + 1 && month_of(end) <= kSpring;
    return year_after ? last : add_units(last, CalendarUnit::year, year - year_of(end));
  }
  static DateReading last_month(const DateReading& reading) {
    DateReading month = reading;
    month.op = DateOp::calendar;
    month.unit = CalendarUnit::month;
    month.year_end.reset();
    if (reading.year_end) month.year = reading.year_end;
    return month;
  }

  // Whether the year was not said: «Mitte März» leaves it open as «März» does.
  bool may_step(const DateReading& reading) const {
    if (reading.op == DateOp::part && reading.container >= 0) return may_step(container_of(reading));
    return !reading.names_year() && reading.container < 0 && reading.op == DateOp::calendar;
  }

  // «vom 4. bis zum 23.», told on the 1st
  bool is_nearer_ahead(const DateReading& begin, Day from, Day to) const {
    if (!context_.published || to > *context_.published) return false;
    const Day now = *context_.published;
    return add_months(from, 1) - now < now - to && direction_of(begin, context_) != Direction::past;
  }

  DateValue range(const DateReading& reading) const {
    DateReading begin = readings_[static_cast<std::size_t>(reading.container)];
    DateReading end = readings_[static_cast<std::size_t>(reading.until)];
    const bool of_any_month = begin.day && !begin.month && end.day && !end.month;
    complete_each_other(begin, end);
    auto to = resolve(end);
    begin_before(begin, end, to);
    auto from = resolve(begin);
    if (names_weekday_only(end) && from.from) to = first_such_day(*from.from, end.weekday, from.relative);
    if (from.from && to.to && *from.from >= *to.to) {
      if (may_step(begin))
        from = step_year(begin, from, -1);
      else if (may_step(end))
        to = step_year(end, to, 1);
    }
    if (!from.from || !to.to || *from.from >= *to.to) return unresolved_date(Granularity::span);
    if (of_any_month && is_nearer_ahead(begin, *from.from, *to.to)) {
      from.from = add_months(*from.from, 1);
      to.to = add_months(*to.to - days(1), 1) + days(1);
    }
    return {from.from, to.to, Granularity::span, from.relative || to.relative, from.fiscal || to.fiscal};
  }

  const DateContext& context_;
  const std::vector<DateReading>& readings_;
};

}  // namespace

DateValue resolve(const DateReading& reading, const std::vector<DateReading>& readings,
                  const DateContext& context) {
  return Resolver(context, readings).resolve(reading);
}

}  // namespace gegenprobe::extract
