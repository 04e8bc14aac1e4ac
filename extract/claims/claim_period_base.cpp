#include "extract/claims/claim_period_base.h"

#include <algorithm>
#include <chrono>

#include "extract/claims/claim_date.h"
#include "extract/claims/claim_role.h"
#include "extract/claims/claim_series.h"

namespace gegenprobe::extract {
namespace {

struct PeriodBaseTags {
  TagSet year_distance;
  explicit PeriodBaseTags(const Lexicon& lexicon) : year_distance(lexicon.tags({"year_distance"})) {}
};
const PeriodBaseTags& own(const SentenceView& view) { return view.lists<PeriodBaseTags>(); }

using std::chrono::days;
using std::chrono::year_month_day;

}  // namespace

bool ComparedFigure::has_turned() const {
  const auto* previous = context_.previous;
  return previous && ((previous->metric == Metric::loss && claim_.metric == Metric::profit) ||
                      (previous->metric == Metric::profit && claim_.metric == Metric::loss));
}

bool ComparedFigure::swings_from() const { return has_turned() && is_behind_from(value_); }

bool ComparedFigure::is_behind_from(const Placed& figure) const {
  constexpr std::uint32_t kMostBetween = 3;  // "from a net profit of"
  const auto at = view_.begin_with_qualifier(figure);
  for (auto i = at; i > view_.sentence.first && i + kMostBetween + 1 > at; --i) {
    if (view_.preceded_by(i, view_.tags.from_words)) return true;
    const bool noun = std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == view_.tags.metric_noun && i - 1 >= cue.first && i - 1 < cue.last;
    });
    if (!noun && !view_.has(i - 1, view_.tags.genitive_article) && !view_.has(i - 1, view_.tags.article))
      return false;
  }
  return false;
}

bool ComparedFigure::has_own_date() const {
  if (!best_) return false;
  if (best_ == context_.own_date || is_right_behind(view_, *best_, value_)) return true;
  constexpr std::uint32_t kReach = 6;  // "62 cents a share, in the"
  const auto next = std::ranges::upper_bound(view_.values, value_.first, {}, &Placed::first);
  return next != view_.values.end() && told_once_more(view_, *next) != nullptr &&
         best_->first >= next->last && best_->first <= next->last + kReach;
}

bool ComparedFigure::is_counted_from_report() const {
  const auto* previous = context_.previous;
  const bool of_nothing = !view_.verbs_last && previous && !previous->period &&
                          previous->metric == claim_.metric && begins_change(view_, value_);
  return of_nothing && lasts_part_of_year(*claim_.period) &&
         std::ranges::any_of(view_.dates, [&](const Placed& date) {
           return &date != best_ && date.last <= value_.first &&
                  date.mention->date()->granularity == Granularity::month;
         });
}

const Placed* ComparedFigure::year_behind_figure() const {
  const auto year = std::ranges::find_if(view_.dates, [&](const Placed& date) {
    const auto& when = *date.mention->date();
    return date.first >= std::max(best_->last, value_.last) && !when.relative &&
           when.granularity == Granularity::year && is_calendar_year(period_of(view_, date));
  });
  const bool has_figure =
      year != view_.dates.end() && std::ranges::any_of(view_.values, [&](const Placed& other) {
        return other.first >= year->last && view_.same_clause(other.first, year->first);
      });
  return has_figure ? &*year : nullptr;
}

bool ComparedFigure::is_same_part_of_last_year() const {
  const auto* previous = context_.previous;
  if (view_.verbs_last || !previous || !previous->period || previous->metric != claim_.metric ||
      !begins_change(view_, value_) || !best_->mention->date()->relative || !has_own_date())
    return false;
  const Period &told = *previous->period, &base = *claim_.period;
  if (told.granularity != base.granularity || !told.from || !base.from || told.text.empty()) return false;
  const bool part = told.granularity == Granularity::half || told.granularity == Granularity::quarter;
  const auto apart = *base.from - *told.from;  // a business year does not begin in January
  return apart == days(0) || (part && apart >= days(-62) && apart <= days(62));
}

std::optional<Period> ComparedFigure::part_of_named_year() const {
  constexpr double kMostTimes = 3;
  const auto* previous = context_.previous;
  const auto& when = *best_->mention->date();
  const bool year = when.granularity == Granularity::year && is_calendar_year(*claim_.period) &&
                    !names_year_before(view_, *best_);
  if (!year || !previous || !previous->period || previous->metric != claim_.metric ||
      previous->subject_entity != claim_.subject_entity || !is_behind_from(value_) || !has_own_date() ||
      !lasts_part_of_year(*previous->period))
    return std::nullopt;
  const auto &base = claim_.value, &told = previous->value;
  if (!base.max || !told.max || base.max->to_double() > kMostTimes * told.max->to_double())
    return std::nullopt;
  const int apart =
      int(year_month_day(*claim_.period->from).year()) - int(year_month_day(*previous->period->from).year());
  if (apart >= 0 && !when.relative) return std::nullopt;
  Period part = shifted(*previous->period, when.relative ? -1 : apart);
  part.text = claim_.period->text;
  return part;
}

bool ComparedFigure::lasts_part_of_year(const Period& period) {
  return period.from && period.to && !is_day(period.granularity) && *period.to - *period.from >= days(28) &&
         *period.to - *period.from < days(300);
}

std::optional<Period> ComparedFigure::month_a_year_before() const {
  const auto* previous = context_.previous;
  if (!previous || !previous->period || previous->metric != claim_.metric || !says_only_when(*best_) ||
      claim_.role != Role::level)
    return std::nullopt;
  const Period& told = *previous->period;
  if (!told.from || !told.to || *told.to - *told.from >= days(360) || is_day(told.granularity))
    return std::nullopt;
  Period before = shifted(told, -1);
  before.text = claim_.period->text;
  return before;
}

bool ComparedFigure::is_base_of_previous() const {
  const auto* previous = context_.previous;
  if (!previous || !previous->period || !previous->period->text.empty() || previous->metric != claim_.metric)
    return false;
  const auto figure = std::ranges::find_if(
      view_.values, [&](const Placed& value) { return value.mention->span == previous->evidence; });
  return figure != view_.values.end() && !begins_change(view_, value_) &&
         (begins_change(view_, *figure) || is_behind_from(*figure));
}

bool ComparedFigure::is_time_of_previous() const {
  const auto* previous = context_.previous;
  return previous && previous->period && !previous->period->text.empty() &&
         previous->metric == claim_.metric && best_->last <= value_.first &&
         previous->period->text == view_.text.of(best_->mention->span) &&
         view_.values_between(best_->last, value_.first) > 0;
}

bool ComparedFigure::compares_with(const Placed& date) const {
  const auto& when = *date.mention->date();
  return begins_change(view_, value_) && when.granularity == Granularity::year &&
         (when.relative || claim_.metric == Metric::sales_volume);
}

bool ComparedFigure::is_of_unknown_year_before() const {
  return claim_.role == Role::level && std::ranges::any_of(view_.dates, [&](const Placed& date) {
           return !date.mention->date()->from && names_year_before(view_, date) &&
                  view_.same_clause(date.first, value_.first) && !view_.in_brackets(date.first) &&
                  !is_of_other_figure(date);
         });
}

// «29,9 Prozent nach 26,8 Prozent im Jahr davor»
bool ComparedFigure::is_of_other_figure(const Placed& date) const {
  return view_.values_between(value_.last, date.first) > 0 && date.first >= value_.last;
}

bool ComparedFigure::follows_base() const {
  const Placed* base = nullptr;
  for (const auto& other : view_.values)
    if (other.last <= value_.first) base = &other;
  return base && begins_change(view_, *base);
}

const Placed* ComparedFigure::date_of_base() const {
  for (const auto& other : view_.values) {
    if (other.first < value_.last || !begins_change(view_, other)) continue;
    const bool percent = value_.mention->kind == MentionKind::percent;  // "sank 14% to … from …"
    if ((other.mention->kind != value_.mention->kind && !percent) ||
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

bool ComparedFigure::says_only_when(const Placed& date) const {
  return names(view_, date, own(view_).year_distance);
}

}  // namespace gegenprobe::extract
