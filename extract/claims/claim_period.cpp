#include "extract/claims/claim_period.h"

#include <algorithm>
#include <chrono>

#include "extract/claims/claim_date.h"
#include "extract/claims/claim_date_resolution.h"
#include "extract/claims/claim_period_base.h"
#include "extract/claims/claim_role.h"
#include "extract/claims/claim_series.h"

namespace gegenprobe::extract {
namespace {

struct PeriodTags {
  Tag ordinal, since_preposition, so_far, year_metric, past_perfect_auxiliary;
  TagSet whole_year, decade_words, same_times;
  explicit PeriodTags(const Lexicon& lexicon)
      : ordinal(lexicon.tag("date_ordinal")),
        since_preposition(lexicon.tag("since_preposition")),
        so_far(lexicon.tag("so_far")),
        year_metric(lexicon.tag("year_metric")),
        past_perfect_auxiliary(lexicon.tag("past_perfect_auxiliary")),
        whole_year(lexicon.tags({"whole_year"})),
        decade_words(lexicon.tags({"decade_word"})),
        same_times(lexicon.tags({"same_time_phrase"})) {}
};
const PeriodTags& own(const SentenceView& view) { return view.lists<PeriodTags>(); }

using std::chrono::days;
using std::chrono::year_month_day;
using std::chrono::years;

// «Gesamtjahr»: the year as a whole, whichever it is. What is told of it as done is that of the last result,
// else the year before; what is to come, this one.
struct WholeYear {
  Period period;
  std::uint32_t first, last;  // tokens of the words
};
std::optional<WholeYear> whole_year(const SentenceView& view, const Placed& value, const Claim& claim,
                                    const ResultTime& last, Day published) {
  if (!view.may_have(own(view).whole_year)) return std::nullopt;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    if (view.segment(i) != view.segment(value.first)) continue;
    const auto hit = view.phrase_at(i, own(view).whole_year);
    if (hit.tag == kNoTag) continue;
    const bool is_date = std::ranges::any_of(  // "for the year to March": a date of its own
        view.dates, [&](const Placed& date) {
          return date.mention->date()->from && date.first < hit.last + 2 && date.last > hit.first;
        });
    if (is_date) continue;
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

// What came in is told for the time of the results beside it.
bool is_cash_flow(const Claim& claim) {
  const std::string_view kind = std::string_view(claim.variant).substr(0, claim.variant.find(' '));
  return claim.metric == Metric::other && kind.ends_with("cash_flow");
}

// Finds the time of one figure.
class Finder {
 public:
  Finder(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context)
      : Finder(view, value, claim, context,
               choose_date({view, value, claim, context.published, context.year_end})) {}

  void set() {
    // "up from $90bn now": the year before has nothing to do with it.
    if (!best_ && !is_ahead(claim_) && is_told_of_today(view_, value_)) return;
    if (is_result(claim_.metric) || claim_.metric == Metric::dividend ? take_of_earlier() : is_old_level())
      return;
    if (is_dividend_in_a_year() && begins_change(view_, value_) && !base_.has_own_date()) return;
    if (leaves_out_unit() || take_whole_year()) return;
    if ((!best_ || !best_->mention->date()->from) && take_same_time()) return;
    if (!best_ && unknown_ && !names_year_before(view_, *unknown_)) return;
    if (best_) {
      take_best();
    } else if (is_of_exchange(claim_) && is_told_another_way() && context_.previous) {
      claim_.period = context_.previous->period;
    } else if (is_result(claim_.metric) && is_told_another_way() && base_.is_base_of_previous()) {
      assume(*context_.previous->period);
    } else if (!compared_ && base_.is_of_unknown_year_before()) {
      if (const auto told = reported()) assume(shifted(*told, -1));
    } else if (!take_from_neighbours() && compared_ && is_result(claim_.metric) &&
               !base_.says_only_when(*compared_)) {
      const Period after = year_after(*compared_);
      if (may_have_begun(after)) assume(after);
    }
    extend_to_today();
  }

 private:
  Finder(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context,
         const DateChoice& choice)
      : view_(view),
        value_(value),
        claim_(claim),
        context_(context),
        best_(context.own_date ? context.own_date : choice.best),
        compared_(choice.compared),
        unknown_(choice.unknown),
        base_(view, value, claim, context, best_) {}

  // A figure of comparison («nach 4,9 Milliarden») is of the time before that of the figure compared with it,
  // unless it has its own right behind.
  bool take_of_earlier() {
    // An old forecast is of the same time as the new one.
    if (take_of_pair()) return true;
    const bool swings = base_.swings_from();
    if ((!begins_change(view_, value_) && !swings) || is_ahead(claim_)) return false;
    if (base_.has_own_date()) return false;
    const auto* previous = context_.previous;
    // "made 600, against 793 at its rival": another firm's figure is of the same time.
    const bool of_other = !view_.verbs_last && previous && previous->metric == claim_.metric &&
                          previous->subject_entity != claim_.subject_entity;
    if (previous && previous->period && (of_other || told_once_more(view_, value_))) {
      assume(*previous->period);
      return true;
    }
    std::optional<Period> after;
    if (previous && previous->period && (previous->metric == claim_.metric || swings))
      after = previous->period;
    else if (best_)
      after = resolved(*best_);
    else if (context_.last.entity == claim_.subject_entity && !is_dividend_in_a_year())
      after = context_.last.period;
    if (!after) return false;
    assume(shifted(*after, -1));
    return true;
  }

  // "compared with $4m on revenue of $18m |in 2024|": the date behind both is of both.
  bool take_of_pair() {
    const auto* second = second_of_compared_pair(view_, value_);
    if (!second) return false;
    const auto date = std::ranges::find_if(view_.dates, [&](const Placed& each) {
      return each.first >= second->last && each.first <= second->last + 1;
    });
    if (date == view_.dates.end()) return false;
    const bool relative = names_year_before(view_, *date);
    if (second->first != value_.first && !relative) {
      assume(resolved(*date));
      return true;
    }
    const auto* previous = context_.previous;
    if (second->first != value_.first || !relative || !previous || !previous->period) return false;
    assume(*previous->period);
    return true;
  }

  // "a dividend of $5, up from $4" told beside a quarter's results: neither is that quarter's.
  bool is_dividend_in_a_year() const {
    const auto& last = context_.last.period;
    return claim_.metric == Metric::dividend &&
           !(last && last->from && last->to && *last->to - *last->from >= days(360));
  }

  // «von 27.000 auf 16.000 bis 2030»: what a level is left behind has no date but its own.
  bool is_old_level() const {
    return begins_change(view_, value_) && !base_.has_own_date() && !is_of_exchange(claim_);
  }

  // «im ersten Quartal 149, im zweiten |90|»: of a quarter that is not named, and not of the first.
  bool leaves_out_unit() const {
    if (!view_.capital_nouns || !view_.may_have(own(view_).ordinal)) return false;
    const auto end = std::min(value_.last + 3, view_.sentence.last);
    for (auto i = view_.begin_of_clause(value_.first) + 1; i < end; ++i) {
      if (!view_.has(i, own(view_).ordinal) || !view_.has(i - 1, view_.tags.time_preposition) ||
          !view_.same_clause(i, value_.first) || names_noun(i + 1))
        continue;
      return std::ranges::any_of(view_.dates, [&](const Placed& date) {
        const auto granularity = date.mention->date()->granularity;
        return date.last < i && (granularity == Granularity::quarter || granularity == Granularity::half);
      });
    }
    return false;
  }

  bool names_noun(std::uint32_t token) const {
    return token < view_.sentence.last && view_.text.tokens[token].is(TokenClass::word) &&
           (view_.text.tokens[token].shape & kCapital) != 0;
  }

  bool take_whole_year() {
    if (!context_.published || !goes_with_results(claim_)) return false;
    const auto found = whole_year(view_, value_, claim_, context_.last, *context_.published);
    if (!found) return false;
    const auto& [period, first, last] = *found;
    if (base_.has_own_date()) return false;
    if (best_ && best_->mention->date()->from &&
        view_.distance(best_->first, best_->last, value_.first, value_.last) <
            view_.distance(first, last, value_.first, value_.last))
      return false;
    claim_.period = period;
    if (context_.year_end.size() == 5) take_own_year(*claim_.period);
    claim_.flags |= kPeriodAssumed;
    return true;
  }

  // The whole year of a firm that has one of its own: the last that was over, or the one that runs.
  void take_own_year(Period& period) const {
    const year_month_day now = business_year_of(*context_.published, context_.year_end);
    const auto begin = is_ahead(claim_) ? now : now - years(1);
    period.from = Day(begin), period.to = Day(begin + years(1));
  }

  // The time that is reported, as far as it is known before this figure.
  std::optional<Period> reported() const {
    const auto* previous = context_.previous;
    if (previous && previous->period && (previous->metric == claim_.metric || base_.has_turned()))
      return previous->period;
    return context_.last.entity == claim_.subject_entity ? context_.last.period : std::nullopt;
  }

  void take_best() {
    claim_.period = resolved(*best_);
    // "a decade ago" is about ten years.
    if (best_->mention->date()->granularity == Granularity::year &&
        names(view_, *best_, own(view_).decade_words))
      claim_.flags |= kPeriodAssumed;
    if (!is_result(claim_.metric)) return;
    const bool is_year_before = names_year_before(view_, *best_);
    const auto before = reported();
    if (is_year_before && base_.is_counted_from_report()) {
      claim_.period.reset();
    } else if (base_.is_time_of_previous()) {
      claim_.period = context_.previous->period;
    } else if (const auto month = base_.month_a_year_before()) {
      claim_.period = *month;
    } else if (is_year_before && base_.is_base_of_previous()) {
      auto text = std::move(claim_.period->text);
      claim_.period = context_.previous->period;
      claim_.period->text = std::move(text);
    } else if (is_year_before && (before || base_.year_behind_figure())) {
      auto text = std::move(claim_.period->text);
      claim_.period = shifted(before ? *before : period_of(view_, *base_.year_behind_figure()), -1);
      claim_.period->text = std::move(text);
    }
    if (!claim_.period) return;
    if (is_year_before || base_.compares_with(*best_)) note_unsaid_length(before.has_value());
    if (const auto part = base_.part_of_named_year()) {
      claim_.period = *part;
      claim_.flags |= kPeriodAssumed;
    } else if (base_.is_same_part_of_last_year()) {
      auto text = std::move(claim_.period->text);
      claim_.period = shifted(*context_.previous->period, -1);
      claim_.period->text = std::move(text);
    }
  }

  // "96m, or 39 cents a share"
  bool is_told_another_way() const {
    const auto at = view_.begin_with_qualifier(value_);
    return at > view_.sentence.first && view_.has(at - 1, view_.tags.alternative);
  }

  // «a year ago» says when, not how long: that it takes from the figure it is compared with.
  void note_unsaid_length(bool is_known) {
    const auto* previous = context_.previous;
    const bool is_sure = previous && previous->metric == claim_.metric && previous->period
                             ? !(previous->flags & kPeriodAssumed)
                             : is_known;
    if (!is_sure) claim_.flags |= kPeriodAssumed;
  }

  // A date as the subject counts.
  Period resolved(const Placed& date) const { return resolved_date(view_, value_, claim_, context_, date); }

  // «X verkaufte 2024 232 Millionen Geräte, ein Marktanteil von |19 Prozent|. Y folgt mit |223|»: one list of
  // one time.
  bool take_of_list() {
    const auto* sold = context_.previous;
    if (sold && sold->metric == Metric::sales_volume && claim_.metric == Metric::market_share &&
        claim_.role == Role::level && sold->period && sold->subject_entity == claim_.subject_entity) {
      claim_.period = sold->period;
      claim_.flags |= sold->flags & kPeriodAssumed;
      return true;
    }
    const bool is_own = context_.last.period && context_.last.entity == claim_.subject_entity;
    if (is_own || !context_.rival || is_ahead(claim_)) return false;
    assume(*context_.rival);
    return true;
  }

  // The claim this one goes on with, the figure it is a change from, the last result, the sentence before.
  bool take_from_neighbours() {
    if (names_unknown_time() || comes_after_another()) return false;
    const bool changes = claim_.role != Role::level;  // «3 Prozent mehr als im Vorjahr» is not of that year
    if (context_.continued && context_.continued->period && (changes || !names_other_time())) {
      assume(*context_.continued->period);
      return true;
    }
    if (take_of_list()) return true;
    if (!is_result(claim_.metric) && !is_cash_flow(claim_)) return false;
    const auto* previous = context_.previous;
    if (previous && previous->metric == claim_.metric && previous->period && base_.follows_base()) {
      assume(shifted(*previous->period, 1));
      return true;
    }
    if (const Placed* base = base_.date_of_base();
        base && !base_.says_only_when(*base) && !(names_year_before(view_, *base) && tells_part_of_year())) {
      const Period after = year_behind(*base);
      if (names_year_before(view_, *base) || is_over(after) || claim_.modality != Modality::asserted) {
        assume(after);
        return true;
      }
    }
    if (claim_.modality == Modality::expected && !was_expected()) {
      if (!context_.forecast || claim_.metric == Metric::dividend) return false;  // paid for what has been
      assume(*context_.forecast);
      return true;
    }
    const bool last = context_.last.period && context_.last.entity == claim_.subject_entity;
    if (!last && !context_.told_before) return false;
    const Period& told = context_.told_before ? *context_.told_before : *context_.last.period;
    if (is_of_a_year() && told.from && told.to && *told.to - *told.from < days(360))
      return take_year_around(told);
    assume(told);
    return true;
  }

  // "In the same period, Y earned 3bn", «im gleichen Zeitraum»: of what was told last, whoever it was told
  // of.
  bool take_same_time() {
    const auto& told = context_.last.period;
    if (!told || context_.previous || is_ahead(claim_)) return false;
    for (auto i = view_.sentence.first; i < view_.sentence.last; ++i)
      if (view_.phrase_at(i, own(view_).same_times).tag != kNoTag &&
          (i == view_.sentence.first || view_.same_clause(i, value_.first))) {
        assume(*told);
        return true;
      }
    return false;
  }

  // Where a quarter or half is told, «15 Millionen nach 12 Millionen im Vorjahr» are of the same, not of a
  // year.
  bool tells_part_of_year() const {
    const auto& told = context_.last.period;
    return view_.verbs_last && told && context_.last.entity == claim_.subject_entity && told->from &&
           told->to && *told->to - *told->from < days(360);
  }

  // «Analysten hatten mit 5 Milliarden gerechnet»: of what has been reported since.
  bool was_expected() const {
    // "the 5bn that analysts had expected"
    if (!view_.verbs_last && view_.has(value_.last, view_.tags.relative_pronoun))
      return view_.has_beside(value_.last, view_.tags.outside_expert);
    return view_.has_beside(value_.first, view_.tags.outside_expert) &&
           view_.has_beside(value_.first, own(view_).past_perfect_auxiliary);
  }

  // «Nachdem X im Vorquartal 300 Millionen verdient hatte, waren es nun |232|»: of a later time than that.
  bool comes_after_another() const {
    return std::ranges::any_of(view_.values, [&](const Placed& other) {
      return other.last <= value_.first && !view_.same_clause(other.first, value_.first) &&
             is_of_other_time(view_, other.first);
    });
  }

  // «der Jahresgewinn»: whatever quarter was told before, the word says that it is a year's.
  bool is_of_a_year() const {
    return std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == view_.tags.metric_noun && view_.has(cue.first, own(view_).year_metric) &&
             view_.same_clause(cue.first, value_.first);
    });
  }

  // The year that a last quarter ends; of another quarter, nobody knows which year is meant.
  bool take_year_around(const Period& told) {
    const auto year_end = context_.year_end.size() == 5 ? context_.year_end : "12-31";
    if (business_year_of(*told.to, year_end) != *told.to) return false;
    Period year = told;
    year.from = Day(year_month_day(*told.to) - years(1));
    year.granularity = Granularity::year;
    assume(year);
    return true;
  }

  // «3 Millionen nach 2 Millionen im Jahr davor», told in March: the year that has just ended, since no year
  // is told as done that has only begun.
  Period year_behind(const Placed& base) const {
    const Period told = shifted(resolved(base), 1);
    const bool begun = names_year_before(view_, base) && claim_.metric != Metric::sales_volume &&
                       claim_.modality == Modality::asserted && context_.published &&
                       *told.from <= *context_.published &&
                       *context_.published - *told.from < days(kSoonAfter);
    return begun ? shifted(told, -1) : told;
  }

  // "rose to 5bn from 4bn last year" is told of no year that still runs: it may be a quarter's.
  bool is_over(const Period& period) const {
    return !context_.published || (period.to && *period.to <= *context_.published);
  }

  // «Im vergangenen Jahr stieg der Umsatz», told nobody knows when: no other time of the text is that.
  bool names_unknown_time() const {
    return std::ranges::any_of(view_.dates, [&](const Placed& date) {
      const auto& when = *date.mention->date();
      return !when.from && !when.to && !is_day(when.granularity) && !names_year_before(view_, date) &&
             date.last <= value_.first && view_.segment(date.first) == view_.segment(value_.first);
    });
  }

  bool names_other_time() const {
    return std::ranges::any_of(view_.dates,
                               [&](const Placed& date) { return names_year_before(view_, date); });
  }

  // «mehr als im Vorjahr»: the last year that was over, by the firm's own count; else the year after.
  Period year_after(const Placed& date) const {
    const Period compared = period_of(view_, date);
    if (!names_year_before(view_, date) || !context_.published || !is_calendar_year(compared) ||
        is_told_so_far())
      return shifted(compared, 1);
    const auto year_end = context_.year_end.size() == 5 ? context_.year_end : "12-31";
    const year_month_day now = business_year_of(*context_.published, year_end);
    return {Day(now - years(1)), Day(now), Granularity::year, false, {}};
  }

  // "down 3% from December", told in January: that is not of the next December.
  bool may_have_begun(const Period& period) const {
    return is_ahead(claim_) || !context_.published || !period.from || *period.from <= *context_.published;
  }

  // «bisher 12 Prozent mehr als im Vorjahr»: of the year that is not over yet.
  bool is_told_so_far() const {
    for (auto i = view_.sentence.first; i < view_.sentence.last; ++i)
      if (view_.has(i, own(view_).so_far) && view_.same_clause(i, value_.first)) return true;
    return false;
  }

  void assume(Period period) {
    claim_.period = std::move(period);
    claim_.period->text.clear();
    claim_.flags |= kPeriodAssumed;
  }

  // «seit Juni» up to today, unless the words name a June that is yet to come.
  void extend_to_today() {
    if (best_ && claim_.period && claim_.period->from && context_.published &&
        *claim_.period->from <= *context_.published && is_since(*best_))
      claim_.period->to = *context_.published + days(1);
  }

  // «seit | 2015», «seit der Gründung im Jahr | 2008»; no "since it was founded in 2008 by".
  bool is_since(const Placed& date) const {
    constexpr std::uint32_t kReach = 5;
    for (auto i = date.first; i > view_.sentence.first && i + kReach > date.first; --i) {
      if (view_.has(i - 1, own(view_).since_preposition)) return true;
      if (view_.text.tokens[i - 1].is(TokenClass::punctuation) || view_.has(i - 1, view_.tags.finite_verb) ||
          view_.has(i - 1, view_.tags.metric_verb))
        return false;
    }
    return false;
  }

  const SentenceView& view_;
  const Placed& value_;
  Claim& claim_;
  const TimeContext& context_;
  const Placed *best_, *compared_, *unknown_;
  const ComparedFigure base_;
};

}  // namespace

void set_period(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context) {
  Finder(view, value, claim, context).set();
}

bool is_of_earlier_time(const SentenceView& view, const Placed& value, const Claim& claim) {
  const bool dated = claim.period && (claim.period->from || claim.period->to);
  if (dated || claim.role != Role::level || is_ahead(claim) || is_told_of_today(view, value)) return false;
  if (begins_change(view, value)) return true;
  return std::ranges::any_of(view.dates, [&](const Placed& date) {
    // «(Vorjahr: 4,9 Milliarden)»
    const bool label =
        view.in_brackets(date.first) && view.in_brackets(value.first) && date.last < value.first;
    if (!names_year_before(view, date) || !(label || view.same_clause(date.first, value.first)) ||
        view.in_brackets(date.first) != view.in_brackets(value.first))
      return false;
    // «überstieg den Wert des Vorjahres», «mehr als im Vorjahr», «gegenüber dem Vorjahr»
    for (auto i = date.first; i > view.sentence.first && i + 2 >= date.first; --i)
      if (view.has(i - 1, view.tags.comparison)) return false;
    const auto governor = view.governor(date.first);  //, «gegenüber dem Vorjahr»
    if (governor != kNoToken &&
        (view.has(governor, view.tags.comparison) ||
         (governor > view.sentence.first && view.has(governor - 1, view.tags.comparison))))
      return false;
    return label || std::ranges::none_of(view.values, [&](const Placed& other) {
             const bool between = other.first >= value.last && other.last <= date.first;
             return between || (other.mention != value.mention && is_right_behind(view, date, other));
           });
  });
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

}  // namespace gegenprobe::extract
