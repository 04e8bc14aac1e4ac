#include "extract/claim_period.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "extract/claim_role.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

Period period_of(const SentenceView& view, const Placed& date) {
  const auto& value = *date.mention->date();
  return {value.from, value.to, value.granularity, value.fiscal,
          std::string(view.text.of(date.mention->span))};
}

// The same stretch of time some years later (or, below zero, earlier).
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

// Whether the figure right before a date is one of an earlier time: «… von 4,9 Milliarden 2023».
bool belongs_to_earlier(const SentenceView& view, const Placed& date) {
  const Placed* owner = nullptr;
  for (const auto& value : view.values)
    if (value.last <= date.first) owner = &value;
  return owner && begins_change(view, *owner);
}

// «von 771 Millionen im Vorjahr auf 850 Millionen»: the date is that of the figure it stands right behind.
bool belongs_to_base(const SentenceView& view, const Placed& date, const Placed& value) {
  for (const auto& other : view.values)
    if (other.last <= date.first && other.first < value.first && begins_change(view, other) &&
        view.distance(other.first, other.last, date.first, date.last) <= 2)
      return true;
  return false;
}

bool names(const SentenceView& view, const Placed& date, const TagSet& list) {
  for (auto i = date.first; i < date.last; ++i)
    if (view.lexicon.longest(view.text.folded, view.text.tokens, i, date.last, list).tag != kNoTag)
      return true;
  return false;
}

// «Gesamtjahr»: the year as a whole, whichever it is. What is told of it as done is that of the last result,
// else the year before; what is to come, this one.
struct WholeYear {
  Period period;
  std::uint32_t first, last;  // tokens of the words
};
std::optional<WholeYear> whole_year(const SentenceView& view, const Placed& value, const Claim& claim,
                                    const ResultTime& last, Day published) {
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    if (view.segment(i) != view.segment(value.first)) continue;
    const auto hit =
        view.lexicon.longest(view.text.folded, view.text.tokens, i, view.sentence.last, view.tags.whole_year);
    const bool is_date = std::ranges::any_of(  // "for the year to March": a date of its own
        view.dates, [&](const Placed& date) {
          return date.mention->date()->from && date.first < hit.last + 2 && date.last > hit.first;
        });
    if (hit.tag == kNoTag || is_date) continue;
    const bool ahead = claim.modality == Modality::expected || claim.modality == Modality::possible;
    const bool known = last.entity == claim.subject_entity && last.period && last.period->from;
    const auto now = year_month_day(published).year();
    const auto year = ahead   ? now
                      : known ? std::min(year_month_day(*last.period->from).year(), now - years(1))
                              : now - years(1);
    const auto& tokens = view.text.tokens;
    return WholeYear{{Day(year / 1 / 1), Day((year + years(1)) / 1 / 1), Granularity::year, false,
                      std::string(view.text.of(Span{tokens[hit.first].begin, tokens[hit.last - 1].end()}))},
                     hit.first,
                     hit.last};
  }
  return std::nullopt;
}

// «Im Februar 2024 hatte der Vorstand 8 Milliarden in Aussicht gestellt»: what is expected is not over.
bool tells_when_it_was_said(const DateValue& when, const Claim& claim, std::optional<Day> published) {
  const bool ahead = claim.modality == Modality::expected || claim.modality == Modality::possible;
  const bool short_time = when.granularity == Granularity::day || when.granularity == Granularity::week ||
                          when.granularity == Granularity::month;
  return ahead && short_time && published && when.to && *when.to <= *published;
}

// Whether a date stands behind a word of comparison («als im Jahr 2023», "2.4 percent more than in 2023")
// that compares no figure with ours ("than the 528 of a year earlier").
bool compares(const SentenceView& view, const Placed& value, const Placed& date) {
  const std::uint32_t reach = names_year_before(view, date) ? 6 : 4;
  for (auto i = date.first; i > view.sentence.first && i + reach > date.first; --i) {
    if (view.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
    for (const auto& other : view.values)
      if (other.first < i && i <= other.last) return false;
    if (view.has(i - 1, view.tags.comparison)) return i > value.last || i + 1 < value.first;
  }
  return false;
}

// The first day of the business year that a day is in. \pre `year_end` is a last day as "09-30"
Day business_year_of(Day day, std::string_view year_end) {
  const auto month =
      std::chrono::month(static_cast<unsigned>((year_end[0] - '0') * 10 + (year_end[1] - '0')));
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

// «Geschäftsjahr 2024» (or «2023/24») of a firm whose year ends in September is October 2023 to September
// 2024; «das abgelaufene Geschäftsjahr» is the last one that was over on the day of publication. Nothing
// where the firm's year or the number of the year is not known.
std::optional<Period> business_year(Period period, bool relative, const TimeContext& context) {
  if (context.year_end.size() != 5) return std::nullopt;
  const auto year = year_named(period);
  if (!year) return std::nullopt;
  const auto ends_in = [&](std::chrono::year named) {
    const auto month = static_cast<unsigned>((context.year_end[0] - '0') * 10 + (context.year_end[1] - '0'));
    return Day(year_month_day(named / std::chrono::month(month) / 1) + months(1));
  };
  if (relative && context.published) {
    const auto offset = *year - static_cast<int>(year_month_day(*context.published).year());
    const year_month_day now = business_year_of(*context.published, context.year_end);
    period.from = Day(now + years(offset));
    period.to = Day(now + years(offset + 1));
  } else {
    period.to = ends_in(std::chrono::year(*year));
    period.from = ends_in(std::chrono::year(*year - 1));
  }
  return period;
}

// "The quarter that ended April 27" of a firm that counts in weeks: whole months, so that two articles agree.
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

bool is_ahead(const Claim& claim) {
  return claim.modality == Modality::expected || claim.modality == Modality::possible;
}

bool is_day(Granularity granularity) {
  return granularity == Granularity::day || granularity == Granularity::week;
}

// Margins, customers: told for the same time as results. What only its unit explains is not.
bool goes_with_results(const Claim& claim) {
  return is_result(claim.metric) || (claim.metric == Metric::other && claim.rule == word(Metric::other));
}

bool has_in_clause(const SentenceView& view, std::uint32_t token, Tag list) {
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, list) && view.same_clause(i, token)) return true;
  return false;
}

// Finds the time of one figure.
class Finder {
 public:
  Finder(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context)
      : view_(view), value_(value), claim_(claim), context_(context) {}

  void set() {
    choose();
    if (is_result(claim_.metric) || claim_.metric == Metric::dividend ? take_of_earlier() : is_old_level())
      return;
    if (take_whole_year()) return;
    if (best_) {
      take_best();
    } else if (!take_from_neighbours() && compared_ && is_result(claim_.metric)) {
      assume(year_after(*compared_));
    }
    extend_to_today();
  }

 private:
  void choose() {
    int best_score = 0;
    for (const auto& date : view_.dates) {
      if (!may_tell(date)) continue;
      if (is_comparison(date)) {
        compared_ = &date;
        continue;
      }
      const int score = score_of(date);
      if (score > best_score) best_ = &date, best_score = score;
    }
  }

  bool may_tell(const Placed& date) const {
    const auto& when = *date.mention->date();
    const bool fiscal =
        when.fiscal && business_year(period_of(view_, date), when.relative, context_).has_value();
    if (!when.from && !when.to && !fiscal) return false;
    if (tells_when_it_was_said(when, claim_, context_.published)) return false;
    if (is_day(when.granularity) && !of_a_day(claim_.metric)) return false;
    if (of_a_day(claim_.metric) && !is_day(when.granularity) &&
        !view_.same_clause(date.first, value_.first) && !opens_sentence(date))
      return false;
    if (when.from && when.to && *when.to - *when.from > days(366 * 30)) return false;
    if (date.last <= value_.first && belongs_to_base(view_, date, value_)) return false;
    return goes_with_results(claim_) ||
           (!is_of_announcement(date) && !is_of_cause(date) && !is_deadline(date));
  }

  bool opens_sentence(const Placed& date) const { return date.first <= view_.sentence.first + 2; }

  // «Ende 2014 war der Abbau von 110 Stellen bekanntgegeben worden»: when it was said.
  bool is_of_announcement(const Placed& date) const {
    return has_in_clause(view_, date.first, view_.tags.announcement_verb) ||
           has_in_clause(view_, date.first, view_.tags.speech_verb) ||
           (opens_sentence(date) && has_in_clause(view_, value_.first, view_.tags.announcement_verb));
  }
  // «Bußgeld wegen Absprachen zwischen 2007 und 2011», "fined 11m euros for having broken rules in 2000".
  bool is_of_cause(const Placed& date) const {
    if (!is_event(claim_.metric)) return false;
    for (auto i = value_.last; i + 1 < date.first; ++i)
      if (view_.lexicon.longest(view_.text.folded, view_.text.tokens, i, date.first, view_.tags.causes).tag !=
          kNoTag)
        return true;
    return false;
  }
  // «von derzeit 54.000 Stellen bis 2028»: what is there today has no deadline.
  bool is_deadline(const Placed& date) const {
    const auto& when = *date.mention->date();
    return claim_.modality == Modality::asserted && claim_.role == Role::level &&
           date.first > view_.sentence.first && view_.has(date.first - 1, view_.tags.deadline_preposition) &&
           when.to && context_.published && *when.to > *context_.published;
  }

  bool is_comparison(const Placed& date) const {
    if (opens_clause_of_value(date)) return false;
    if (compares(view_, value_, date)) return true;
    return names_year_before(view_, date) && date.first >= value_.last && claim_.role != Role::level;
  }

  int score_of(const Placed& date) const {
    const bool behind = date.first >= value_.last;
    const int distance = view_.distance(date.first, date.last, value_.first, value_.last);
    int score = 40 - distance;
    // A date right behind a figure is that figure's; one that another figure has right before it is not ours.
    if (behind) score += distance <= 2 ? 15 : -4;
    const auto parted = behind ? view_.values_between(value_.last, date.first)
                               : view_.values_between(date.last, value_.first);
    if (behind && parted) score -= belongs_to_earlier(view_, date) ? 60 : 12;
    if (!behind && parted) score -= 40 * figures_right_before(date);
    if (names_year_before(view_, date) && is_apart(date)) return 0;
    if (is_result(claim_.metric) && claim_.metric != Metric::sales_volume &&
        date.mention->date()->granularity == Granularity::month)
      score -= 30;
    if (!view_.same_clause(date.first, value_.first) && !opens_clause_of_value(date) &&
        !frames_sentence(date))
      score -= goes_with_results(claim_) || of_a_day(claim_.metric) ? 3 : 25;
    if (view_.in_brackets(date.first) && !view_.in_brackets(value_.first)) score -= 20;
    // A payment or a deal has its time beside it, if any; what else is dated in the sentence is another
    // event.
    if (is_dated_beside() && !frames_sentence(date) && (distance > 6 || is_of_second_predicate(date)))
      score -= 40;
    return score;
  }

  // "In 2004, China raised its capacity …": a time in front holds for the main clause.
  bool frames_sentence(const Placed& date) const {
    return opens_sentence(date) && view_.segment(date.first) == view_.segment(value_.first) &&
           view_.clause_kind(value_.first) == ClauseKind::main;
  }

  // A payment, a deal, a number of people has its time right beside it, if any.
  bool is_dated_beside() const {
    const auto metric = claim_.metric;
    return (is_event(metric) && !goes_with_results(claim_)) || metric == Metric::headcount ||
           metric == Metric::job_cuts || metric == Metric::deal_value || metric == Metric::debt ||
           metric == Metric::market_share || metric == Metric::capacity;
  }

  // «sollen 500 Euro kosten und im November verfügbar werden».
  bool is_of_second_predicate(const Placed& date) const {
    for (auto i = value_.last; i < date.first; ++i)
      if (view_.has(i, view_.tags.coordinator)) return true;
    return false;
  }

  int figures_right_before(const Placed& date) const {
    int count = 0;
    for (const auto& other : view_.values)
      count +=
          other.last <= date.first && view_.distance(other.first, other.last, date.first, date.last) <= 2;
    return count;
  }

  bool is_apart(const Placed& date) const {
    const bool bracketed = view_.in_brackets(date.first) && view_.in_brackets(value_.first);
    return !bracketed && !view_.same_clause(date.first, value_.first) && !opens_clause_of_value(date);
  }

  // «… als im Jahr zuvor, als es 91,6 Milliarden waren»: the clause tells of that time.
  bool opens_clause_of_value(const Placed& date) const {
    return date.last + 1 < value_.first && view_.text.of(view_.text.tokens[date.last]) == "," &&
           view_.has(date.last + 1, view_.tags.time_conjunction) &&
           view_.same_clause(date.last + 1, value_.first);
  }

  // A figure of comparison («nach 4,9 Milliarden») is of the time before that of the figure compared with it,
  // unless it has its own right behind.
  bool take_of_earlier() {
    if (!begins_change(view_, value_)) return false;
    if (has_own_date()) return false;
    const auto* previous = context_.previous;
    std::optional<Period> after;
    if (previous && previous->period && previous->metric == claim_.metric)
      after = previous->period;
    else if (best_)
      after = resolved(*best_);
    else if (context_.last.entity == claim_.subject_entity)
      after = context_.last.period;
    if (!after) return false;
    assume(shifted(*after, -1));
    return true;
  }

  bool has_own_date() const {
    return best_ && best_->first >= value_.last &&
           view_.distance(best_->first, best_->last, value_.first, value_.last) <= 2;
  }

  // «von 27.000 auf 16.000 bis 2030»: what a level is left behind has no date but its own.
  bool is_old_level() const {
    return begins_change(view_, value_) && !has_own_date() && !of_a_day(claim_.metric);
  }

  bool take_whole_year() {
    if (!context_.published || !goes_with_results(claim_)) return false;
    const auto found = whole_year(view_, value_, claim_, context_.last, *context_.published);
    if (!found) return false;
    const auto& [period, first, last] = *found;
    if (has_own_date()) return false;
    if (best_ && best_->mention->date()->from &&
        view_.distance(best_->first, best_->last, value_.first, value_.last) <
            view_.distance(first, last, value_.first, value_.last))
      return false;
    claim_.period = period;
    claim_.flags |= kPeriodAssumed;
    return true;
  }

  // The time that is reported, as far as it is known before this figure.
  std::optional<Period> reported() const {
    const auto* previous = context_.previous;
    if (previous && previous->period && previous->metric == claim_.metric) return previous->period;
    return context_.last.entity == claim_.subject_entity ? context_.last.period : std::nullopt;
  }

  void take_best() {
    claim_.period = resolved(*best_);
    const auto before = reported();
    if (before && is_result(claim_.metric) && names_year_before(view_, *best_)) {
      auto text = std::move(claim_.period->text);
      claim_.period = shifted(*before, -1);
      claim_.period->text = std::move(text);
    }
  }

  // A date as the subject counts: its own business year, and what is told as done before today.
  Period resolved(const Placed& date) const {
    const auto& when = *date.mention->date();
    Period period = period_of(view_, date);
    const bool running = when.relative && is_ahead(claim_) && names(view_, date, view_.tags.running_words);
    if (when.fiscal || (running && is_result(claim_.metric)))
      if (const auto own = business_year(period, when.relative, context_)) return *own;
    if (when.fiscal || when.granularity != Granularity::month) round_to_months(period, context_.published);
    if (claim_.modality == Modality::asserted && when.relative) move_to_past(period, date);
    return period;
  }

  // «Von Oktober bis Dezember verdiente …», told in March: it has been. So has the quarter of a result, and
  // the end of a year by which something was reached.
  void move_to_past(Period& period, const Placed& date) const {
    if (!period.from || !period.to || !context_.published) return;
    const auto granularity = date.mention->date()->granularity;
    const bool coming = *period.from > *context_.published;
    if (is_day(granularity) && coming && *period.from - *context_.published <= days(7)) {
      *period.from -= days(7);  // the Wednesday that has been
      *period.to -= days(7);
      return;
    }
    const bool yet_to_come = coming && (goes_with_results(claim_) || is_day(granularity));
    const bool at_end = granularity == Granularity::year && names(view_, date, view_.tags.end_words) &&
                        *period.to > *context_.published &&
                        *context_.published - *period.from < days(kSoonAfter);
    if (yet_to_come || at_end) {
      auto text = std::move(period.text);
      period = shifted(period, -1);
      period.text = std::move(text);
    } else if (granularity == Granularity::quarter && is_result(claim_.metric) &&
               *period.to > *context_.published &&
               *context_.published - *period.from < days(kSoonAfter / 2)) {
      period.to = period.from;
      period.from = Day(year_month_day(*period.from) - months(3));
    }
  }

  // The claim this one goes on with, the figure it is a change from, the last result, the sentence before.
  bool take_from_neighbours() {
    if (context_.continued && context_.continued->period && !names_other_time()) {
      assume(*context_.continued->period);
      return true;
    }
    if (!is_result(claim_.metric)) return false;
    const auto* previous = context_.previous;
    if (previous && previous->metric == claim_.metric && previous->period && follows_base()) {
      assume(shifted(*previous->period, 1));
      return true;
    }
    if (const Placed* base = date_of_base()) {
      assume(shifted(resolved(*base), 1));
      return true;
    }
    if (claim_.modality == Modality::expected) {
      if (context_.forecast) assume(*context_.forecast);
      return context_.forecast.has_value();
    }
    const bool last = context_.last.period && context_.last.entity == claim_.subject_entity;
    if (!last && !context_.told_before) return false;
    assume(context_.told_before ? *context_.told_before : *context_.last.period);
    return true;
  }

  bool names_other_time() const {
    return std::ranges::any_of(view_.dates,
                               [&](const Placed& date) { return names_year_before(view_, date); });
  }

  // «von 771 Millionen im Vorjahr auf 850 Millionen»: the figure before this one is where it began.
  bool follows_base() const {
    const Placed* base = nullptr;
    for (const auto& other : view_.values)
      if (other.last <= value_.first) base = &other;
    return base && begins_change(view_, *base);
  }

  // "to 131.9bn kronor from 117.7bn in 2003": the date of the figure that ours is compared with.
  const Placed* date_of_base() const {
    for (const auto& other : view_.values) {
      if (other.first < value_.last || !begins_change(view_, other)) continue;
      if (other.mention->kind != value_.mention->kind ||
          view_.segment(other.first) != view_.segment(value_.first))
        return nullptr;
      for (const auto& date : view_.dates)
        if (date.first >= other.last && view_.distance(other.first, other.last, date.first, date.last) <= 2 &&
            is_calendar_year(period_of(view_, date)))
          return &date;
      return nullptr;
    }
    return nullptr;
  }

  // «mehr als im Vorjahr»: the last year that was over, by the firm's own count; else the year after.
  Period year_after(const Placed& date) const {
    const Period compared = period_of(view_, date);
    if (!names_year_before(view_, date) || !context_.published || !is_calendar_year(compared))
      return shifted(compared, 1);
    const auto year_end = context_.year_end.size() == 5 ? context_.year_end : "12-31";
    const year_month_day now = business_year_of(*context_.published, year_end);
    return {Day(now - years(1)), Day(now), Granularity::year, false, {}};
  }

  void assume(Period period) {
    claim_.period = std::move(period);
    claim_.period->text.clear();
    claim_.flags |= kPeriodAssumed;
  }

  // «seit Juni» up to today, unless the words name a June that is yet to come.
  void extend_to_today() {
    if (!best_ || !claim_.period || !claim_.period->from || !context_.published ||
        *claim_.period->from > *context_.published || best_->first == view_.sentence.first)
      return;
    if (view_.has(best_->first - 1, view_.tags.since_preposition))
      claim_.period->to = *context_.published + days(1);
  }

  static constexpr int kSoonAfter = 90;  // days within which what has just ended is still called by its name
  const SentenceView& view_;
  const Placed& value_;
  Claim& claim_;
  const TimeContext& context_;
  const Placed *best_ = nullptr, *compared_ = nullptr;
};

}  // namespace

void set_period(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context) {
  Finder(view, value, claim, context).set();
}

std::optional<Period> time_told(const SentenceView& view, std::optional<Day> published) {
  std::optional<Period> told;
  for (const auto& date : view.dates) {
    const Period period = period_of(view, date);
    if (!lasts(period) || names_year_before(view, date) ||
        date.mention->date()->granularity == Granularity::decade)
      continue;
    if (published && *period.to > *published) continue;
    if (told) return std::nullopt;  // two times: which one goes on is not told
    told = period;
  }
  return told;
}

bool names_year_before(const SentenceView& view, const Placed& date) {
  return names(view, date, view.tags.year_before);
}

bool lasts(const Period& period) { return period.from && period.to && *period.to - *period.from >= days(80); }

}  // namespace gegenprobe::extract
