#include "extract/dates/date_relative.h"

#include <cstdlib>

#include "extract/dates/calendar.h"
#include "extract/dates/date_anchors.h"
#include "extract/dates/date_direction.h"
#include "extract/dates/date_pick.h"
#include "extract/dates/date_value.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;

constexpr days kUntilResults{120};  // so long after its end a year may still be reported

bool told_ahead(const DateReading& reading, const DateContext& context) {
  return direction_of(reading, context) == Direction::future;
}

DateValue one_day(Day day, bool relative) {
  return date_value({day, day + days(1)}, Granularity::day, relative);
}

// «letzten Freitag»; «diesen Freitag», which is that of the week unless the clause speaks against it.
DayRange near_weekday(const DateReading& reading, Day now, int shift, const DateContext& context) {
  Day day = whole_unit(now, CalendarUnit::week, shift).from + days(reading.weekday - 1);
  if (reading.coming && shift != 0)
    day = nth_weekday(shift < 0 ? now : now + days(1), reading.weekday, shift);
  if (shift == 0 && day < now && (context.entry || told_ahead(reading, context))) day += days(7);
  return {day, day + days(1)};
}

// «letzten Sommer», "next June", "last Easter": the one before or after today; «diesen Herbst» is this
// year's.
DateValue near_name(const DateReading& reading, Day now, int shift, const DateContext& context) {
  const auto granularity = granularity_of(reading.unit);
  const auto in_year = [&](int year) { return pick(reading, year_for(reading, year, context)); };
  auto found = in_year(year_of(now));
  if (shift != 0 && found) {
    const bool over = shift < 0 ? found->to <= now : found->from > now;
    const int skipped = std::abs(shift) - (over ? 1 : 0);
    found = in_year(year_of(now) + (shift < 0 ? -skipped : skipped));
  }
  return found ? date_value(*found, granularity, true) : unresolved_date(granularity);
}

DateValue near_fiscal_year(const DateReading& reading, Day now, int shift, const DateContext& context) {
  int year = year_at(reading, now, context) + shift;
  // "full-year sales rose" stands in reports of the year that ended; so does «hatte zum Jahresende», but not
  // «verlässt die Bank zum Jahresende».
  if (!reading.shift) {
    const auto told = direction_of(reading, context);
    const bool of_calendar = reading.rule->calendar_year;
    const auto* anchor = date_in_sentence(context, CalendarUnit::year);
    if (anchor && !(of_calendar && told == Direction::future)) return anchor->value;
    const auto since_it_began = now - year_for(reading, year, context).from;
    const bool of_report = of_calendar ? told == Direction::past : told != Direction::future;
    if (since_it_began < kUntilResults && of_report) --year;
  }
  return date_value(year_for(reading, year, context), Granularity::year, true);
}

DateValue near_part_of_year(const DateReading& reading, Day now, int shift, const DateContext& context) {
  const auto year = year_for(reading, year_at(reading, now, context), context);
  Day from = year.from;
  while (add_units(from, reading.unit, 1) <= now) from = add_units(from, reading.unit, 1);
  from = add_units(from, reading.unit, shift);
  return date_value({from, add_units(from, reading.unit, 1)}, granularity_of(reading.unit), true);
}

// «zwei Jahre und drei Monate», «anderthalb Wochen» away; back where `count` is negative.
Day far_from(Day day, const DateReading& reading, int count) {
  day = add_units(day, reading.unit, count);
  for (const auto& [more, unit] : reading.more) day = add_units(day, unit, count < 0 ? -more : more);
  return day;
}

// Days and weeks are counted to the day, longer ones are as fine as their unit; a decade is ten years, two of
// them are rounder.
DateValue moved(Day from, const DateReading& reading, int count, bool relative) {
  const Day day = far_from(from, reading, count);
  const bool ten_years = reading.unit == CalendarUnit::decade && std::abs(count) == 1;
  CalendarUnit finest = ten_years ? CalendarUnit::year : reading.unit;
  for (const auto& [more, unit] : reading.more)
    if (more != 0) finest = std::min(finest, unit);
  if (finest <= CalendarUnit::week) return one_day(day, relative);
  return date_value(whole_unit(day, finest), granularity_of(finest), relative);
}

DateValue offset_from(const DateValue& base, const DateReading& reading, int count) {
  if (reading.rule->stretch)
    return date_value({*base.from, far_from(*base.from, reading, count)}, Granularity::span, base.relative);
  if (base.granularity != Granularity::day) return moved(*base.from, reading, count, base.relative);
  return one_day(far_from(*base.from, reading, count), base.relative);
}

// "up from 5 percent three months earlier" of a quarter: the quarter before.
bool whole_quarters(const DateReading& reading, const KnownDate& known) {
  return reading.unit == CalendarUnit::month && reading.count % 3 == 0 &&
         known.value.granularity == Granularity::quarter;
}

bool same_length_a_year_before(const DateReading& reading, const KnownDate& known) {
  return reading.unit == CalendarUnit::year && reading.count == 1 && !reading.more[0].count &&
         at_least(known.value, CalendarUnit::month) && known.value.granularity != Granularity::decade;
}

const KnownDate* later_told(const KnownDate* one, const KnownDate* other) {
  return !one || (other && other > one) ? other : one;
}

// Days and weeks count from a day, months from a day or a month, years from anything longer.
const KnownDate* date_to_count_from(const DateReading& reading, const DateContext& context) {
  using enum CalendarUnit;
  const bool days_too = reading.unit == month;
  const auto least = reading.unit > week ? month : day;
  const auto* before = date_in_sentence(context, least);
  if (days_too) before = later_told(before, date_in_sentence(context, day));
  if (!before && reading.unit == year && reading.count == 1) before = period_of_results(context);
  if (!before) before = date_spoken_of(context, least, false);
  if (days_too) before = later_told(before, date_spoken_of(context, day, false));
  // "to 5bn from 4bn a year earlier. Sales fell to 3bn from 4bn a year earlier": both are of the same year.
  const bool compares = reading.unit == year && reading.count == 1 && reading.shift.value_or(1) < 0;
  return before || compares ? before : date_spoken_of(context, day, true);
}

// «Im Januar … drei Wochen später», «2014 … zwei Monate später»: from which day of it, nobody says.
bool fine_enough(const DateValue& base, CalendarUnit unit) {
  if (unit <= CalendarUnit::week) return base.from && base.to && *base.to - *base.from < days(4);
  return unit > CalendarUnit::month || !at_least(base, CalendarUnit::quarter);
}

// "rose from $3bn a year earlier": the same stretch of time, a year before.
DateValue offset_from_text(const DateReading& reading, int count, const DateContext& context) {
  const auto* before = date_to_count_from(reading, context);
  if (before && same_length_a_year_before(reading, *before)) return months_later(before->value, 12 * count);
  if (before && whole_quarters(reading, *before)) return months_later(before->value, count);
  if (before && fine_enough(before->value, reading.unit))
    return moved(*before->value.from, reading, count, before->value.relative);
  if (before) return unresolved_date(granularity_of(reading.unit));
  // Told in the past, it counts from something that the text does not date.
  if (!context.published || direction_of(reading, context) == Direction::past)
    return unresolved_date(granularity_of(reading.unit));
  return moved(*context.published, reading, count, true);
}

// «in den ersten neun Monaten» without its year: that of publication, or the one before.
DateValue window_of_year(const DateReading& reading, const DateContext& context) {
  const auto granularity = granularity_of_count(reading.unit, reading.count);
  const auto year = year_of_text(context);
  if (!year && !context.published) return unresolved_date(granularity);
  DateReading own = reading;
  own.fiscal = true;
  const int last = year ? *year : year_at(own, *context.published, context);
  auto range = *pick(reading, year_for(own, last, context));
  const bool not_over = !year && range.to > *context.published && !told_ahead(reading, context);
  if (not_over || (!year && range.from > *context.published))
    range = *pick(reading, year_for(own, last - 1, context));
  return date_value(range, granularity, !year);
}

// "On the following two days": after the day that the text spoke of. Nothing where it spoke of none and what
// comes is meant, so that publication will do.
std::optional<DateValue> window_after_text(const DateReading& reading, const DateContext& context) {
  const auto* before = date_to_count_from(reading, context);
  if (!before && direction_of(reading, context) != Direction::past) return std::nullopt;
  if (!before || !fine_enough(before->value, reading.unit)) return unresolved_date(Granularity::span);
  const Day from = *before->value.to;
  return date_value({from, add_units(from, reading.unit, reading.count)}, Granularity::span, true);
}

// «Am darauffolgenden Montag»: the first one after what the text spoke of.
DateValue weekday_from_text(const DateReading& reading, const DateContext& context) {
  const auto* anchor = date_spoken_of(context, CalendarUnit::day, true);
  if (!anchor && context.published && direction_of(reading, context) != Direction::past)
    return date_value(near_weekday(reading, *context.published, 1, context), Granularity::day, true);
  const bool dated = anchor && fine_enough(anchor->value, CalendarUnit::week);
  if (!dated) return unresolved_date(Granularity::day);
  return one_day(nth_weekday(*anchor->value.to, reading.weekday, 1), anchor->value.relative);
}

// "That summer", «im folgenden Frühjahr»: of the year that the text spoke of, or the first such after it.
DateValue named_from_text(const DateReading& reading, const DateContext& context) {
  const auto granularity = granularity_of(reading.unit);
  const auto* anchor = date_spoken_of(context, CalendarUnit::day, true);
  if (!anchor) return unresolved_date(granularity);
  const int year = year_of(*anchor->value.from);
  auto found = pick(reading, year_for(reading, year, context));
  if (found && reading.shift.value_or(0) > 0 && found->from < *anchor->value.to)
    found = pick(reading, year_for(reading, year + 1, context));
  return found ? date_value(*found, granularity, anchor->value.relative) : unresolved_date(granularity);
}

}  // namespace

DateValue near_date(const DateReading& reading, const DateContext& context) {
  const auto granularity = granularity_of(reading.unit);
  const int shift = reading.shift.value_or(0);
  // «this year» in a clause that looks ahead is the writer's own: a history has "that year" and "would".
  const bool of_now = reading.op == DateOp::near && shift == 0 && told_ahead(reading, context);
  const bool of_history = context.narrative && !of_now;
  if (of_history && reading.unit >= CalendarUnit::year && reading.holiday.empty())
    if (const auto year = year_of_text(context))
      return date_value(whole_unit(day_of(*year, 1, 1), reading.unit, shift), granularity, false);
  if (of_history && reading.unit == CalendarUnit::month && !reading.month)
    if (const auto* anchor = date_spoken_of(context, reading.unit, true))
      return date_value(whole_unit(*anchor->value.from, reading.unit, shift), granularity, false);
  if (!context.published) return unresolved_date(granularity);
  const Day now = *context.published;
  if (reading.weekday && reading.holiday.empty())
    return date_value(near_weekday(reading, now, shift, context), granularity, true);
  if (reading.month || reading.season || !reading.holiday.empty())
    return near_name(reading, now, shift, context);
  if (reading.unit == CalendarUnit::year && reading.fiscal)
    return near_fiscal_year(reading, now, shift, context);
  if (reading.unit == CalendarUnit::half || reading.unit == CalendarUnit::quarter)
    return near_part_of_year(reading, now, shift, context);
  const bool over = reading.at_end && reading.unit == CalendarUnit::year &&
                    now - whole_unit(now, reading.unit).from < kUntilResults &&
                    direction_of(reading, context) == Direction::past;
  auto whole = whole_unit(now, reading.unit, over ? shift - 1 : shift);
  if (reading.unit == CalendarUnit::weekend && reading.coming) {  // that of this week, if it is still to come
    const auto of_week = whole_unit(now, reading.unit);
    if (of_week.from > now) whole = of_week;
  }
  if (reading.rule->until_now) return date_value({whole.from, now + days(1)}, Granularity::span, true);
  return date_value(whole, granularity, true);
}

DateValue date_window(const DateReading& reading, const DateContext& context) {
  if (reading.nth) return window_of_year(reading, context);
  const bool from_text = reading.base == DateBase::text;
  const auto* before = from_text ? date_spoken_of(context, CalendarUnit::month, false) : nullptr;
  if (before && reading.unit == CalendarUnit::month && reading.count == 12 &&
      at_least(before->value, CalendarUnit::year))
    return months_later(before->value, 12 * reading.shift.value_or(-1));
  if (reading.shift.value_or(0) > 0) {
    if (from_text)
      if (const auto found = window_after_text(reading, context)) return *found;
    if (told_in_retrospect(reading, context)) return unresolved_date(Granularity::span);
  }
  if (!context.published) return unresolved_date(Granularity::span);
  const Day now = *context.published;
  const bool past = reading.shift.value_or(-1) < 0;
  // "the last two decades" are those of the calendar; "the past decade", "within a decade" ten years.
  const bool of_calendar = reading.unit == CalendarUnit::decade && reading.count > 1;
  if (reading.unit == CalendarUnit::quarter || of_calendar) {
    const Day from = whole_unit(now, reading.unit, past ? -reading.count : 1).from;
    return date_value({from, add_units(from, reading.unit, reading.count)}, Granularity::span, true);
  }
  if (past) return date_value({far_from(now, reading, -reading.count), now}, Granularity::span, true);
  const Day from = reading.unit == CalendarUnit::day && reading.shift != 0 ? now + days(1) : now;
  return date_value({from, far_from(from, reading, reading.count)}, Granularity::span, true);
}

DateValue date_offset(const DateReading& reading, const std::optional<DateValue>& base,
                      const DateContext& context) {
  const int count = reading.count * reading.shift.value_or(1);
  if (base && !base->from) return unresolved_date(granularity_of(reading.unit));
  if (base) return offset_from(*base, reading, count);
  if (reading.base != DateBase::published) return offset_from_text(reading, count, context);
  if (!context.published) return unresolved_date(granularity_of(reading.unit));
  const Day now = *context.published;
  if (reading.weekday)
    return one_day(nth_weekday(count < 0 ? now : now + days(1), reading.weekday, count), true);
  return moved(now, reading, count, true);
}

DateValue date_from_text(const DateReading& reading, const DateContext& context) {
  if (reading.weekday) return weekday_from_text(reading, context);
  if (reading.month || reading.season) return named_from_text(reading, context);
  const auto granularity = granularity_of(reading.unit);
  const int shift = reading.shift.value_or(0);
  const bool year = reading.unit == CalendarUnit::year;
  const KnownDate* anchor = nullptr;
  if (year && !context.narrative && reading.rule->reach != DateReach::only) {
    anchor = date_in_sentence(context, CalendarUnit::month);
    if (!anchor && !told_ahead(reading, context) && shift <= 0) anchor = period_of_results(context);
  }
  // «Folgejahr» follows what was told just before, «Vorjahr» precedes what is reported.
  const bool any_sentence = reading.rule->reach != DateReach::sentence || shift > 0;
  if (!anchor && (any_sentence || !year || context.narrative))
    anchor = date_spoken_of(context, year ? CalendarUnit::month : reading.unit, context.narrative);
  // "the previous month" after a year is that before publication.
  if (anchor && !context.narrative && !year && reading.unit != CalendarUnit::day &&
      *anchor->value.to > add_units(*anchor->value.from, reading.unit, 2))
    anchor = nullptr;
  if (anchor && anchor->value.granularity != Granularity::decade) {
    if (year && anchor->value.granularity == Granularity::year)  // a company's year stays one
      return months_later(anchor->value, shift * 12);
    return date_value(whole_unit(*anchor->value.from, reading.unit, shift), granularity,
                      anchor->value.relative);
  }
  if (!context.published || reading.rule->reach == DateReach::only) return unresolved_date(granularity);
  // "The following day he resigned": after what, the text does not date.
  if (shift > 0 && direction_of(reading, context) == Direction::past) return unresolved_date(granularity);
  return date_value(whole_unit(*context.published, reading.unit, shift), granularity, true);
}

DateValue same_period(const DateReading& reading, const DateReading* container,
                      const std::optional<DateValue>& year, const DateContext& context) {
  // Without a day of publication, stretches may stand between that nobody can date.
  const auto length = context.published ? reading.rule->unit : std::nullopt;
  if (const auto* told = length ? stretch_spoken_of(context, *length) : nullptr)
    return months_later(told->value, 12 * reading.shift.value_or(0));
  const auto* period = date_spoken_of(context, CalendarUnit::month, context.narrative);
  if (period && length && *length < CalendarUnit::year && at_least(period->value, CalendarUnit::year))
    return unresolved_date(granularity_of(*length));
  if (!period) period = date_spoken_of(context, CalendarUnit::day, true);
  if (!period) return unresolved_date(Granularity::span);
  if (!container) return months_later(period->value, 12 * reading.shift.value_or(0));
  if (container->shift) return months_later(period->value, 12 * *container->shift);
  if (!year || !year->from) return unresolved_date(period->value.granularity);
  return months_later(period->value, 12 * (year_of(*year->from) - year_of(*period->value.from)));
}

}  // namespace gegenprobe::extract
