// Where the year is missing, the years around publication are candidates. The tense of the clause gives the
// direction; where it gives none, the nearer one is taken, the past one if in doubt: news tells what
// happened. Nobody leaves out the year of what lies nearly a year away.
#include "extract/dates/date_absolute.h"

#include <vector>

#include "extract/dates/calendar.h"
#include "extract/dates/date_anchors.h"
#include "extract/dates/date_direction.h"
#include "extract/dates/date_pick.h"
#include "extract/dates/date_rules.h"
#include "extract/dates/date_value.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;

constexpr int kMuchNearer = 12;     // times: then the nearer one is meant, whatever the tense
constexpr int kNearerThanPast = 6;  // the past tense often is that of the saying only
constexpr int kNearer = 3;          // times: enough for a quarter or half, which is reported when it is over
constexpr int kYearsAround = 2;     // candidates before and after publication
constexpr int kYearsOfElections = 4;  // where none of those has such a day
constexpr int kMonthsAround = 12;     // for a Friday the 13th
constexpr days kStamp{31};            // a day alone that is so little past is when it was written

class AbsoluteDate {
 public:
  AbsoluteDate(const DateReading& reading, const DateContext& context)
      : reading_(reading),
        context_(context),
        granularity_(reading.month && reading.unit == CalendarUnit::half ? Granularity::span
                                                                         : granularity_of(reading.unit)) {}

  DateValue find() const {
    if (reading_.before_christ) return {std::nullopt, std::nullopt, granularity_, false, false};
    if (reading_.unit == CalendarUnit::century && reading_.nth > 0)
      return date_value(whole_unit(day_of(reading_.nth * 100 - 100, 1, 1), CalendarUnit::century),
                        granularity_, false);
    if (reading_.unit == CalendarUnit::decade && reading_.year)
      return date_value(whole_unit(day_of(*reading_.year, 1, 1), CalendarUnit::decade), granularity_, false);
    if (reading_.year) return of_named_year();
    if (reading_.holiday.empty() && !reading_.nth) {
      if (reading_.weekday && !reading_.day) return weekday();
      if (reading_.unit == CalendarUnit::weekend) return weekend();
    }
    return of_found_year();
  }

 private:
  DateValue of_named_year() const {
    if (reading_.rule->until_now && context_.published)  // "2019 to date"
      return date_value({day_of(*reading_.year, 1, 1), *context_.published + days(1)}, Granularity::span,
                        true);
    if (!reading_.year_end) {
      const auto range = in_year(*reading_.year);
      return range ? date_value(*range, granularity_, false) : DateValue{{}, {}, granularity_, false, false};
    }
    // «2023/24» of a company that has a year of its own is that year.
    const bool own = context_.fiscal_end % 12 != 0 && *reading_.year_end == *reading_.year + 1;
    if (!reading_.fiscal && !own)
      return date_value({day_of(*reading_.year, 1, 1), day_of(*reading_.year_end + 1, 1, 1)},
                        Granularity::span, false);
    // «Geschäftsjahr 2023/24»: without the month in which it ends, nobody knows when it began.
    if (context_.fiscal_end % 12 == 0) return {std::nullopt, std::nullopt, granularity_, false, true};
    DateReading year = reading_;
    year.fiscal = true;
    auto value = date_value(year_for(year, *reading_.year_end, context_), granularity_, false);
    value.fiscal = true;
    return value;
  }

  DateValue of_found_year() const {
    if (const auto year = told_year())
      if (const auto range = in_year(*year)) return date_value(*range, granularity_, false);
    if (!context_.published) return unresolved_date(granularity_);
    auto all = candidates(kYearsAround);
    if (all.empty()) all = candidates(kYearsOfElections);
    const auto best = chosen(all);
    return best ? date_value(*best, granularity_, true) : unresolved_date(granularity_);
  }

  std::optional<int> told_year() const {
    if (const auto year = year_of_text(context_, reading_.month)) return year;
    const bool of_account = reading_.unit == CalendarUnit::quarter || reading_.unit == CalendarUnit::half;
    if (of_account) return std::nullopt;
    if (ends_stretch()) return bygone_year_of_sentence(context_, true);
    return direction() == Direction::future ? std::nullopt : bygone_year_of_sentence(context_, false);
  }

  // «Im Jahr 2015 wurden bis September 568 Maschinen ausgeliefert»
  bool ends_stretch() const {
    auto before = reading_.first;
    const auto& lexicon = context_.sentence.rules->lexicon();
    const auto limit = context_.sentence.rules->tags<DateRules>().stretch_end;
    for (int words = 0; words < 2 && before > context_.sentence.first; ++words)
      if (lexicon.has(context_.text.tokens[--before], limit)) return true;
    return false;
  }

  std::optional<DayRange> in_year(int year) const {
    return pick(reading_, year_for(reading_, year, context_));
  }

  // Ascending; of the months around where only a day is named, else of the years around.
  std::vector<DayRange> candidates(int years) const {
    const bool month_too = reading_.day && !reading_.month;
    const int reach = month_too && reading_.weekday ? kMonthsAround : years;
    std::vector<DayRange> found;
    found.reserve(2 * static_cast<std::size_t>(reach) + 1);
    for (int i = -reach; i <= reach; ++i) {
      const Day near = add_months(*context_.published, i * (month_too ? 1 : 12));
      const auto range = month_too ? pick(reading_, whole_unit(near, CalendarUnit::month))
                                   : in_year(year_at(reading_, near, context_));
      const bool fits =
          range && (!month_too || !reading_.weekday || weekday_of(range->from) == reading_.weekday);
      if (fits && (found.empty() || found.back().from != range->from)) found.push_back(*range);
    }
    return found;
  }

  std::optional<DayRange> chosen(const std::vector<DayRange>& all) const {
    const Day now = *context_.published;
    std::optional<DayRange> past, future;
    for (const auto& range : all) {
      if (range.from <= now) past = range;
      if (range.from > now && !future) future = range;
    }
    if (!past || !future) return past ? past : future;
    if (past->to > now && reading_.unit != CalendarUnit::day) return past;  // it runs
    if (reading_.weekday && weekday_of(past->from) != weekday_of(future->from))
      return weekday_of(future->from) == reading_.weekday ? future : past;
    const auto ago = now - past->to, ahead = future->from - now;
    if (context_.entry && names_day() && ago > (reading_.holiday.empty() ? kStamp : days(0))) return future;
    const bool part_of_year = granularity_ == Granularity::quarter || granularity_ == Granularity::half;
    switch (direction()) {
      case Direction::past:
        return ago > ahead * kNearerThanPast ? future : past;
      case Direction::future:
        return ahead > ago * (part_of_year || is_attribute() || told_in_past_tense(reading_, context_)
                                  ? kNearer
                                  : kMuchNearer)
                   ? past
                   : future;
      default:
        return part_of_year || ago <= ahead ? past : future;  // results are told when it is over
    }
  }

  DateValue weekday() const {
    if (!context_.published) return unresolved_date(Granularity::day);
    const Day now = *context_.published;
    const int back = (static_cast<int>(weekday_of(now)) - static_cast<int>(reading_.weekday) + 7) % 7;
    const bool ahead = back != 0 && direction() == Direction::future;
    const Day day = now - days(back) + days(ahead ? 7 : 0);
    return date_value({day, day + days(1)}, Granularity::day, true);
  }

  DateValue weekend() const {
    if (!context_.published) return unresolved_date(Granularity::span);
    const bool over = direction() == Direction::past && weekday_of(*context_.published) < 6;
    return date_value(whole_unit(*context_.published, CalendarUnit::weekend, over ? -1 : 0),
                      Granularity::span, true);
  }

  // "after a 0.7 percent January gain": the tense of the clause is not that of the noun.
  bool is_attribute() const {
    const auto& lexicon = context_.sentence.rules->lexicon();
    const auto& rules = context_.sentence.rules->tags<DateRules>();
    const auto first = reading_.first, next = reading_.last;
    if (rules.adverbial == kNoTag || !reading_.month || first == context_.sentence.first ||
        next >= context_.sentence.last)
      return false;
    const Token& token = context_.text.tokens[next];
    return token.is(TokenClass::word) && !(token.shape & kCapital) &&
           !lexicon.has_any(token, rules.no_noun) &&
           !lexicon.has(context_.text.tokens[first - 1], rules.adverbial);
  }

  bool names_day() const { return reading_.unit == CalendarUnit::day || reading_.day; }
  Direction direction() const {
    if (!direction_) direction_ = direction_of(reading_, context_);
    return *direction_;
  }

  const DateReading& reading_;
  const DateContext& context_;
  const Granularity granularity_;
  mutable std::optional<Direction> direction_;  // when first asked for
};

}  // namespace

DateValue calendar_date(const DateReading& reading, const DateContext& context) {
  return AbsoluteDate(reading, context).find();
}

}  // namespace gegenprobe::extract
