// date_reading says what the words name; here the days are found. What is missing comes, in this order, from
// the expression it is a part of, from what the text spoke of before, from the day of publication. For that
// last step the tense of the clause gives the direction; where it gives none, the nearer one is taken, the
// past one if in doubt: news tells what happened.
#include "extract/date_resolver.h"

#include <utility>

#include "extract/calendar.h"
#include "extract/date_pick.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;

constexpr std::uint32_t kReach = 2;      // sentences back in which an expression may find what it refers to
constexpr std::uint32_t kCueReach = 14;  // tokens
constexpr std::uint32_t kClauseBorder = 5;  // tokens that a comma counts for
constexpr int kMuchNearer = 12;             // times: then a coming date is meant, whatever the tense

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

DateValue value_of(DayRange range, Granularity granularity, bool relative) {
  return {range.from, range.to, granularity, relative, false};
}
DateValue unresolved(Granularity granularity) {
  return {std::nullopt, std::nullopt, granularity, true, false};
}

DayRange year_range(int year) { return {day_of(year, 1, 1), day_of(year + 1, 1, 1)}; }

class Resolver {
 public:
  Resolver(const DateContext& context, const std::vector<DateReading>& readings)
      : context_(context), readings_(readings) {}

  DateValue resolve(const DateReading& reading) const {
    auto value = resolve_op(reading);
    if (reading.day_end && value.from) {
      value.to = *value.from + days(reading.day_end - reading.day + 1);
      value.granularity = Granularity::span;
    }
    value.fiscal = value.fiscal || reading.fiscal;
    // ISO's years have four digits.
    if (value.from && (year_of(*value.from) < 1 || year_of(*value.from) > 9998)) value.from.reset();
    if (value.to && (year_of(*value.to) < 1 || year_of(*value.to) > 9999)) value.to.reset();
    if (!value.from || !value.to) value.from = value.to = std::nullopt;
    return value;
  }

 private:
  DateValue resolve_op(const DateReading& reading) const {
    if (reading.op == DateOp::range) return range(reading);
    if (reading.op == DateOp::offset) return offset(reading);
    if (reading.op == DateOp::ending) return ending(reading);
    if (reading.op == DateOp::same) return same(reading);
    if (reading.container >= 0) return part(reading);
    switch (reading.op) {
      case DateOp::calendar:
        return calendar(reading);
      case DateOp::near:
      case DateOp::unit:
        return near(reading);
      case DateOp::text:
        return from_text(reading);
      case DateOp::window:
        return window(reading);
      default:
        return unresolved(Granularity::span);
    }
  }

  const DateReading& container_of(const DateReading& reading) const {
    return readings_[static_cast<std::size_t>(reading.container)];
  }

  // --- years, the company's own and the calendar's

  bool own_year(const DateReading& reading) const {
    const bool may_be =
        reading.fiscal || reading.unit == CalendarUnit::half || reading.unit == CalendarUnit::quarter;
    return context_.fiscal_end % 12 != 0 && may_be;
  }
  DayRange year_of_reading(const DateReading& reading, int year) const {
    if (!own_year(reading)) return year_range(year);
    const Day end = add_months(day_of(year, context_.fiscal_end, 1), 1);
    return {add_months(end, -12), end};
  }
  // The company's year that `day` lies in is named by the calendar year it ends in.
  int year_at(const DateReading& reading, Day day) const {
    return year_of(day) + (own_year(reading) && month_of(day) > context_.fiscal_end ? 1 : 0);
  }

  // --- parts of a known stretch

  DateValue part(const DateReading& reading) const {
    const auto whole = resolve(container_of(reading));
    if (!whole.from || !whole.to)
      return unresolved(reading.op == DateOp::part ? whole.granularity : granularity_of(reading.unit));
    const DayRange range{*whole.from, *whole.to};
    if (reading.op == DateOp::unit)
      return value_of(whole_unit(range.from, reading.unit), granularity_of(reading.unit), whole.relative);
    if (reading.rule->rest) return rest_of(range, whole);
    if (is_same_day(reading, whole))
      return weekday_of(*whole.from) == reading.weekday ? whole : weekday(reading);
    const auto picked = reading.op == DateOp::part ? range : pick(reading, range);
    if (!picked) return unresolved(granularity_of(reading.unit));
    auto value = value_of(*picked, granularity_of_part(reading, whole), whole.relative);
    value.fiscal = whole.fiscal;
    return value;
  }

  static bool is_same_day(const DateReading& reading, const DateValue& whole) {
    return reading.weekday && !reading.nth && whole.granularity == Granularity::day;
  }

  // «der Rest des Jahres» begins now.
  DateValue rest_of(DayRange whole, const DateValue& value) const {
    if (!context_.published || *context_.published < whole.from || *context_.published >= whole.to)
      return value;
    return value_of({*context_.published, whole.to}, Granularity::span, true);
  }

  Granularity granularity_of_part(const DateReading& reading, const DateValue& whole) const {
    if (reading.op == DateOp::part) return whole.granularity;
    return reading.op == DateOp::window ? granularity_of_months(reading) : granularity_of(reading.unit);
  }
  static Granularity granularity_of_months(const DateReading& reading) {
    if (reading.unit != CalendarUnit::month) return Granularity::span;
    switch (reading.count) {
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

  // --- absolute ones, and those whose year is missing

  DateValue calendar(const DateReading& reading) const {
    const auto granularity = granularity_of(reading.unit);
    if (reading.before_christ) return {std::nullopt, std::nullopt, granularity, false, false};
    if (reading.unit == CalendarUnit::century && reading.nth > 0)
      return value_of(whole_unit(day_of(reading.nth * 100 - 100, 1, 1), CalendarUnit::century), granularity,
                      false);
    if (reading.unit == CalendarUnit::decade && reading.year)
      return value_of(whole_unit(day_of(*reading.year, 1, 1), CalendarUnit::decade), granularity, false);
    if (reading.year) return explicit_year(reading);
    if (reading.weekday && !reading.day && !reading.nth) return weekday(reading);
    if (reading.unit == CalendarUnit::weekend && !reading.nth && reading.holiday.empty())
      return weekend(reading);
    return with_found_year(reading);
  }

  DateValue explicit_year(const DateReading& reading) const {
    const auto granularity = granularity_of(reading.unit);
    if (!reading.year_end) {
      const auto range = pick(reading, year_of_reading(reading, *reading.year));
      return range ? value_of(*range, granularity, false) : DateValue{{}, {}, granularity, false, false};
    }
    if (!reading.fiscal)
      return value_of({day_of(*reading.year, 1, 1), day_of(*reading.year_end + 1, 1, 1)}, Granularity::span,
                      false);
    // «Geschäftsjahr 2023/24»: without the month in which it ends, nobody knows when it began.
    if (context_.fiscal_end % 12 == 0) return {std::nullopt, std::nullopt, granularity, false, true};
    return value_of(year_of_reading(reading, *reading.year_end), granularity, false);
  }

  DateValue with_found_year(const DateReading& reading) const {
    const auto granularity = granularity_of(reading.unit);
    if (const auto year = year_of_text()) {
      const auto range = year_candidate(reading, *year);
      if (range) return value_of(*range, granularity, false);
    }
    if (!context_.published) return unresolved(granularity);
    const bool month_too = reading.day && !reading.month;
    const int step = month_too ? 1 : 12;
    std::vector<DayRange> candidates;
    const int reach = month_too && reading.weekday ? 12 : 2;  // a Friday the 13th may be far
    for (int i = -reach; i <= reach; ++i) {
      const Day near = add_months(*context_.published, i * step);
      const auto range = month_too ? pick(reading, whole_unit(near, CalendarUnit::month))
                                   : year_candidate(reading, year_at(reading, near));
      const bool fits =
          range && (!month_too || !reading.weekday || weekday_of(range->from) == reading.weekday);
      if (fits && (candidates.empty() || candidates.back().from != range->from)) candidates.push_back(*range);
    }
    const auto best = chosen(reading, candidates);
    return best ? value_of(*best, granularity, true) : unresolved(granularity);
  }

  std::optional<DayRange> year_candidate(const DateReading& reading, int year) const {
    return pick(reading, year_of_reading(reading, year));
  }

  // A history is in the year of its chapter; where it has none, in that of the last full date or beginning of
  // a sentence. Without a day of publication that is sure only of the sentence itself and the one before.
  std::optional<int> year_of_text() const {
    if (!context_.narrative && context_.published) return std::nullopt;
    const KnownDate* passing = nullptr;
    for (auto it = context_.known.rbegin(); it != context_.known.rend(); ++it) {
      if (!context_.published && it->sentence + 1 < context_.sentence_number) break;
      if (it->scene == DateScene::chapter) return year_of(*it->value.from);
      if (it->scene == DateScene::passing && !passing) passing = &*it;
    }
    return passing ? std::optional(year_of(*passing->value.from)) : std::nullopt;
  }

  std::optional<DayRange> chosen(const DateReading& reading, const std::vector<DayRange>& candidates) const {
    const Day now = *context_.published;
    std::optional<DayRange> past, future;
    for (const auto& range : candidates) {
      if (range.from <= now) past = range;
      if (range.to > now && !future) future = range;
    }
    if (!past || !future) return past ? past : future;
    if (reading.weekday && weekday_of(past->from) != weekday_of(future->from))
      return weekday_of(future->from) == reading.weekday ? future : past;
    const auto ago = now - past->to, ahead = future->from - now;
    const bool part_of_year = reading.unit == CalendarUnit::quarter || reading.unit == CalendarUnit::half;
    switch (direction(reading)) {
      case Direction::past:
        if (part_of_year) return over(candidates, *past);
        return ago > ahead * kMuchNearer ? future : past;
      case Direction::future:
        return future;
      default:
        if (part_of_year) return over(candidates, *past);
        return ago <= ahead ? past : future;
    }
  }

  // Results are told when the quarter is over: the one that runs is not meant unless the future is.
  std::optional<DayRange> over(const std::vector<DayRange>& candidates, DayRange otherwise) const {
    std::optional<DayRange> found = otherwise;
    for (const auto& range : candidates)
      if (range.to <= *context_.published) found = range;
    return found;
  }

  DateValue weekday(const DateReading& reading) const {
    if (!context_.published) return unresolved(Granularity::day);
    const Day now = *context_.published;
    const int back = (static_cast<int>(weekday_of(now)) - static_cast<int>(reading.weekday) + 7) % 7;
    const bool ahead = back != 0 && direction(reading) == Direction::future;
    const Day day = now - days(back) + days(ahead ? 7 : 0);
    return value_of({day, day + days(1)}, Granularity::day, true);
  }

  DateValue weekend(const DateReading& reading) const {
    if (!context_.published) return unresolved(Granularity::span);
    const bool over = direction(reading) == Direction::past && weekday_of(*context_.published) < 6;
    return value_of(whole_unit(*context_.published, CalendarUnit::weekend, over ? -1 : 0), Granularity::span,
                    true);
  }

  Direction direction(const DateReading& reading) const { return direction_of(reading, context_); }

  // --- relative to publication

  DateValue near(const DateReading& reading) const {
    const auto granularity = granularity_of(reading.unit);
    const int shift = reading.shift.value_or(0);
    if (context_.narrative && reading.unit >= CalendarUnit::year && reading.holiday.empty())
      if (const auto year = year_of_text())
        return value_of(whole_unit(day_of(*year, 1, 1), reading.unit, shift), granularity, false);
    if (context_.narrative && reading.unit == CalendarUnit::month && !reading.month)
      if (const auto* anchor = anchor_for(reading.unit, true))
        return value_of(whole_unit(*anchor->value.from, reading.unit, shift), granularity, false);
    if (!context_.published) return unresolved(granularity);
    const Day now = *context_.published;
    if (reading.weekday) return value_of(near_weekday(reading, now, shift), granularity, true);
    if (reading.month || reading.season || !reading.holiday.empty()) return near_name(reading, now, shift);
    if (reading.unit == CalendarUnit::year && reading.fiscal) return near_fiscal(reading, now, shift);
    if (reading.unit == CalendarUnit::half || reading.unit == CalendarUnit::quarter) {
      const auto year = year_of_reading(reading, year_at(reading, now));
      auto range = DayRange{year.from, add_units(year.from, reading.unit, 1)};
      while (range.to <= now) range = {range.to, add_units(range.to, reading.unit, 1)};
      const Day from = add_units(range.from, reading.unit, shift);
      return value_of({from, add_units(from, reading.unit, 1)}, granularity, true);
    }
    return value_of(whole_unit(now, reading.unit, shift), granularity, true);
  }

  static DayRange near_weekday(const DateReading& reading, Day now, int shift) {
    Day day = whole_unit(now, CalendarUnit::week, shift).from + days(reading.weekday - 1);
    if (reading.coming && shift != 0)
      day = nth_weekday(shift < 0 ? now : now + days(1), reading.weekday, shift);
    return {day, day + days(1)};
  }

  // «letzten Sommer», "next June", "last Easter": the one before or after today; «diesen Herbst» is this
  // year's.
  DateValue near_name(const DateReading& reading, Day now, int shift) const {
    const auto granularity = granularity_of(reading.unit);
    std::optional<DayRange> found = year_candidate(reading, year_of(now));
    if (shift != 0 && found) {
      const bool over = shift < 0 ? found->to <= now : found->from > now;
      const int skipped = std::abs(shift) - (over ? 1 : 0);
      found = year_candidate(reading, year_of(now) + (shift < 0 ? -skipped : skipped));
    }
    return found ? value_of(*found, granularity, true) : unresolved(granularity);
  }

  DateValue near_fiscal(const DateReading& reading, Day now, int shift) const {
    int year = year_at(reading, now) + shift;
    // "full-year sales rose" stands in reports of the year that ended.
    if (!reading.shift) {
      if (const auto* anchor = anchor_in_sentence(CalendarUnit::year)) return anchor->value;
      if (!own_year(reading) && month_of(now) <= 4 && direction(reading) != Direction::future) --year;
    }
    return value_of(year_of_reading(reading, year), Granularity::year, true);
  }

  // --- relative to what was said before

  static bool at_least(const DateValue& value, CalendarUnit unit) {
    if (!value.from || !value.to) return false;
    const auto size = *value.to - *value.from;
    switch (unit) {
      case CalendarUnit::year:
        return size >= days(360);
      case CalendarUnit::half:
        return size >= days(175);
      case CalendarUnit::quarter:
        return size >= days(85);
      case CalendarUnit::month:
        return size >= days(28);
      case CalendarUnit::week:
        return size >= days(7);
      default:
        return true;
    }
  }

  const KnownDate* anchor(CalendarUnit least, std::uint32_t reach, bool from_text_too) const {
    for (auto it = context_.known.rbegin(); it != context_.known.rend(); ++it) {
      if (it->sentence + reach < context_.sentence_number) break;
      if (context_.narrative && it->value.relative) continue;
      if ((from_text_too || !it->from_text) && at_least(it->value, least)) return &*it;
    }
    return nullptr;
  }
  const KnownDate* anchor_in_sentence(CalendarUnit least) const { return anchor(least, 0, false); }
  const KnownDate* anchor_for(CalendarUnit unit, bool any) const {
    const auto least = any ? CalendarUnit::day : unit;
    const std::uint32_t reach = context_.narrative ? 1000 : kReach;
    return anchor(least, reach, any);
  }

  // «Vorjahr», "the previous month", «am nächsten Tag», "that year"
  DateValue from_text(const DateReading& reading) const {
    const auto granularity = granularity_of(reading.unit);
    const int shift = reading.shift.value_or(0);
    const bool year = reading.unit == CalendarUnit::year;
    const KnownDate* anchor = nullptr;
    if (reading.rule->reach == DateReach::sentence && year && !context_.narrative)
      anchor = anchor_in_sentence(CalendarUnit::month);
    else
      anchor = anchor_for(year ? CalendarUnit::month : reading.unit, context_.narrative);
    if (anchor && anchor->value.granularity != Granularity::decade) {
      const Day from = *anchor->value.from;
      if (year && anchor->value.granularity == Granularity::year)  // a company's year stays one
        return shifted(anchor->value, shift * 12);
      return value_of(whole_unit(from, reading.unit, shift), granularity, anchor->value.relative);
    }
    if (!context_.published || reading.rule->reach == DateReach::only) return unresolved(granularity);
    return value_of(whole_unit(*context_.published, reading.unit, shift), granularity, true);
  }

  static DateValue shifted(DateValue value, int months) {
    value.from = add_months(*value.from, months);
    value.to = add_months(*value.to, months);
    return value;
  }

  // «im gleichen Zeitraum des Vorjahres», "the same period of 2003"
  DateValue same(const DateReading& reading) const {
    const auto* period = anchor_for(CalendarUnit::month, context_.narrative);
    if (reading.unit == CalendarUnit::day) period = anchor_for(CalendarUnit::day, true);
    if (!period) return unresolved(Granularity::span);
    if (reading.container < 0) return shifted(period->value, 12 * reading.shift.value_or(0));
    const auto& container = container_of(reading);
    if (container.shift) return shifted(period->value, 12 * *container.shift);
    const auto year = resolve(container);
    if (!year.from) return unresolved(period->value.granularity);
    return shifted(period->value, 12 * (year_of(*year.from) - year_of(*period->value.from)));
  }

  DateValue offset(const DateReading& reading) const {
    const int count = reading.count * reading.shift.value_or(1);
    if (reading.base == DateBase::next) return offset_from_next(reading, count);
    if (reading.base == DateBase::text) return offset_from_text(reading, count);
    if (!context_.published) return unresolved(granularity_of(reading.unit));
    return moved(*context_.published, reading.unit, count, true);
  }

  // Days and weeks are counted to the day, longer ones are as fine as their unit.
  static DateValue moved(Day from, CalendarUnit unit, int count, bool relative) {
    const Day day = add_units(from, unit, count);
    if (unit <= CalendarUnit::week) return value_of({day, day + days(1)}, Granularity::day, relative);
    return value_of(whole_unit(day, unit), granularity_of(unit), relative);
  }

  DateValue offset_from_next(const DateReading& reading, int count) const {
    if (reading.container < 0) return offset_from_text(reading, count);
    const auto base = resolve(container_of(reading));
    if (!base.from) return unresolved(granularity_of(reading.unit));
    if (base.granularity != Granularity::day) return moved(*base.from, reading.unit, count, base.relative);
    const Day day = add_units(*base.from, reading.unit, count);
    return value_of({day, day + days(1)}, Granularity::day, base.relative);
  }

  // "rose from $3bn a year earlier": the same stretch of time, a year before.
  DateValue offset_from_text(const DateReading& reading, int count) const {
    const auto* before =
        anchor_for(reading.unit > CalendarUnit::week ? CalendarUnit::month : CalendarUnit::day, false);
    if (!before) before = anchor_for(CalendarUnit::day, true);
    if (before && reading.unit == CalendarUnit::year && reading.count == 1 &&
        at_least(before->value, CalendarUnit::month) && before->value.granularity != Granularity::decade)
      return shifted(before->value, 12 * count);
    if (before && (reading.unit > CalendarUnit::day || before->value.granularity == Granularity::day))
      return moved(*before->value.from, reading.unit, count, before->value.relative);
    // Told in the past, it counts from something that the text does not date.
    if (!context_.published || direction(reading) == Direction::past)
      return unresolved(granularity_of(reading.unit));
    return moved(*context_.published, reading.unit, count, true);
  }

  // «in den vergangenen drei Jahren», "the next ten days"
  DateValue window(const DateReading& reading) const {
    if (reading.nth) return window_of_year(reading);
    const auto* before = reading.base == DateBase::text ? anchor_for(CalendarUnit::month, false) : nullptr;
    if (before) {
      const bool same_length = reading.unit == CalendarUnit::month && reading.count == 12 &&
                               at_least(before->value, CalendarUnit::year);
      if (same_length) return shifted(before->value, 12 * reading.shift.value_or(-1));
    }
    if (!context_.published) return unresolved(Granularity::span);
    const Day now = *context_.published;
    const bool past = reading.shift.value_or(-1) < 0;
    if (reading.unit == CalendarUnit::quarter || reading.unit >= CalendarUnit::decade) {
      const Day from = whole_unit(now, reading.unit, past ? -reading.count : 1).from;
      return value_of({from, add_units(from, reading.unit, reading.count)}, Granularity::span, true);
    }
    if (past) return value_of({add_units(now, reading.unit, -reading.count), now}, Granularity::span, true);
    const Day from = reading.unit == CalendarUnit::day && reading.shift != 0 ? now + days(1) : now;
    return value_of({from, add_units(from, reading.unit, reading.count)}, Granularity::span, true);
  }

  // «in den ersten neun Monaten» without its year: that of publication, or the one before.
  DateValue window_of_year(const DateReading& reading) const {
    const auto year = year_of_text();
    if (!year && !context_.published) return unresolved(granularity_of_months(reading));
    DateReading own = reading;
    own.fiscal = true;
    const int last = year ? *year : year_at(own, *context_.published);
    auto range = *pick(reading, year_of_reading(own, last));
    if (!year && range.from > *context_.published) range = *pick(reading, year_of_reading(own, last - 1));
    if (!year && range.to > *context_.published && direction(reading) != Direction::future)
      range = *pick(reading, year_of_reading(own, last - 1));
    return value_of(range, granularity_of_months(reading), !year);
  }

  // "the six months ended 31 December", "the year to March": the end is counted in.
  DateValue ending(const DateReading& reading) const {
    DateValue end;
    if (reading.container >= 0) {
      end = resolve(container_of(reading));
    } else {
      DateReading month = reading;
      month.op = DateOp::calendar;
      month.unit = CalendarUnit::month;
      month.year_end.reset();
      if (reading.year_end) month.year = reading.year_end;
      end = calendar(month);
    }
    const auto granularity =
        reading.unit == CalendarUnit::month ? granularity_of_months(reading) : granularity_of(reading.unit);
    if (!end.to) return unresolved(granularity);
    const bool to_month_end = std::chrono::year_month_day(*end.to).day() == std::chrono::day(1);
    Day from = add_units(*end.to, reading.unit, -reading.count);
    if (!to_month_end && reading.unit >= CalendarUnit::month)
      from = add_units(*end.to - days(1), reading.unit, -reading.count) + days(1);
    return value_of({from, *end.to}, granularity, end.relative);
  }

  DateValue range(const DateReading& reading) const {
    DateReading begin = readings_[static_cast<std::size_t>(reading.container)];
    DateReading end = readings_[static_cast<std::size_t>(reading.until)];
    complete_each_other(begin, end);
    auto to = resolve(end);
    begin_before(begin, end, to);
    auto from = resolve(begin);
    if (from.from && to.to && *from.from >= *to.to) {
      if (!begin.names_year() && begin.container < 0 && begin.op == DateOp::calendar)
        from = step_year(begin, from, -1);
      else if (!end.names_year() && end.container < 0 && end.op == DateOp::calendar)
        to = step_year(end, to, 1);
    }
    if (!from.from || !to.to || *from.from >= *to.to) return unresolved(Granularity::span);
    return {from.from, to.to, Granularity::span, from.relative || to.relative, from.fiscal || to.fiscal};
  }

  // «vom 4. bis zum 23.», «vom 20. Dezember bis zum 6. Januar»: the begin is the last such day before the
  // end.
  static void begin_before(DateReading& begin, const DateReading& end, DateValue& to) {
    const bool open = begin.op == DateOp::calendar && !begin.names_year() && begin.container < 0;
    if (!open || !to.from || !to.relative || !(begin.day || begin.month) || !end.day != !begin.day) return;
    const Day limit = *to.from;
    if (!begin.month) begin.month = month_of(begin.day > end.day ? add_months(limit, -1) : limit);
    const auto same_year = day_if_valid(year_of(limit), begin.month, begin.day ? begin.day : 1);
    begin.year = year_of(limit) - (same_year && *same_year > limit ? 1 : 0);
  }

  // «von Januar bis März 2024»: the year stands once. «2019 bis März 2020» has both.
  void complete_each_other(DateReading& begin, DateReading& end) const {
    if (begin.op != DateOp::calendar || end.op != DateOp::calendar) return;
    if (begin.day && !begin.month && end.month && end.day) begin.month = end.month;
    if (end.day && !end.month && begin.month && begin.day) end.month = begin.month;
    const auto whole_year = [&](const DateReading& r) { return r.container >= 0 ? r.container : -1; };
    if (!begin.year && begin.container < 0 && !begin.weekday) {
      if (end.year)
        begin.year = end.year, begin.year = year_before(begin, end);
      else if (whole_year(end) >= 0 && !end.nth)
        begin.container = end.container;
    } else if (!end.year && end.container < 0 && begin.year && !end.weekday &&
               begin.unit < CalendarUnit::year) {
      end.year = begin.year;
      if (starts_after(begin, end)) ++*end.year;
    }
  }
  static int year_before(const DateReading& begin, const DateReading& end) {
    return starts_after(begin, end) ? *end.year - 1 : *end.year;
  }
  static bool starts_after(const DateReading& begin, const DateReading& end) {
    return begin.month && end.month &&
           std::pair(begin.month, begin.day) > std::pair(end.month, end.day ? end.day : 31u);
  }
  static DateValue step_year(const DateReading& reading, DateValue value, int years) {
    const int months = reading.weekday && !reading.day ? 0 : 12 * years;
    if (months) return shifted(value, months);
    value.from = *value.from + days(7 * years);
    value.to = *value.to + days(7 * years);
    return value;
  }

  const DateContext& context_;
  const std::vector<DateReading>& readings_;
};

}  // namespace

Direction direction_of(const DateReading& reading, const DateContext& context) {
  const auto& lexicon = context.sentence.rules->lexicon();
  const auto& rules = context.sentence.rules->tags<DateRules>();
  if (reading.first > context.sentence.first) {
    const Token& before = context.text.tokens[reading.first - 1];
    if (lexicon.has(before, rules.past_before)) return Direction::past;
    if (lexicon.has(before, rules.future_before)) return Direction::future;
  }
  Direction found = Direction::open;
  std::uint32_t nearest = kCueReach + 1;
  const auto look = [&](std::uint32_t i, std::uint32_t& distance) {
    const Token& token = context.text.tokens[i];
    ++distance;
    if (token.is(TokenClass::punctuation)) distance += kClauseBorder;
    if (distance >= nearest) return false;
    const bool is_future = lexicon.has(token, rules.future_cue);
    if (!is_future && !lexicon.has(token, rules.past_cue)) return true;
    nearest = distance;
    found = is_future ? Direction::future : Direction::past;
    return false;
  };
  std::uint32_t distance = 0;
  for (auto i = reading.first; i > context.sentence.first && look(i - 1, distance); --i) {
  }
  distance = 0;
  for (auto i = reading.last; i < context.sentence.last && look(i, distance); ++i) {
  }
  return found;
}

DateValue resolve(const DateReading& reading, const std::vector<DateReading>& readings,
                  const DateContext& context) {
  return Resolver(context, readings).resolve(reading);
}

}  // namespace gegenprobe::extract
