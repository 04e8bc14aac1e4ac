#include "extract/claims/claim_date_resolution.h"

#include <chrono>

#include "extract/claims/claim_date.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_role.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

struct DateResolutionTags {
  Tag outcome_verb;
  TagSet end_words, running_words;
  explicit DateResolutionTags(const Lexicon& lexicon)
      : outcome_verb(lexicon.tag("outcome_verb")),
        end_words(lexicon.tags({"end_word"})),
        running_words(lexicon.tags({"running_word"})) {}
};
const DateResolutionTags& own(const SentenceView& view) { return view.lists<DateResolutionTags>(); }

class Resolution {
 public:
  Resolution(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context)
      : view_(view), value_(value), claim_(claim), context_(context) {}

  Period resolved(const Placed& date) const {
    const auto& when = *date.mention->date();
    Period period = period_of(view_, date);
    const bool running = when.relative && is_ahead(claim_) && names(view_, date, own(view_).running_words);
    // "the year to December 31": of whomever, it ends then.
    const bool ends_by_name = when.fiscal && names_month(date);
    if (!ends_by_name && (when.fiscal || (running && is_result(claim_.metric))))
      if (const auto own = business_year(period, when.relative, context_.published, context_.year_end))
        return of_forecast(*own);
    if (when.fiscal || when.granularity != Granularity::month) round_to_months(period, context_.published);
    if (claim_.modality == Modality::asserted && when.relative) move_to_past(period, date);
    const bool quarter = when.granularity == Granularity::quarter && when.relative;
    return (when.fiscal && when.granularity == Granularity::year) || quarter ? of_forecast(period) : period;
  }

 private:
  // «erwartet für das Geschäftsjahr 2015»: a year that is forecast is not over, whatever number it goes by.
  Period of_forecast(const Period& year) const {
    if (!is_ahead(claim_) || !year.to || !context_.published || is_yardstick_of_result()) return year;
    const auto since = *context_.published - *year.to;  // what has just ended may still be estimated
    if (since <= days(kSoonAfter) || since >= days(366)) return year;
    claim_.flags |= kPeriodAssumed;
    return shifted(year, 1);
  }

  // "rose to 5.1bn, |below the| 5.3bn expected": of the time of the result that it is a yardstick of.
  bool is_yardstick_of_result() const {
    constexpr std::uint32_t kReach = 3;
    const auto at = view_.begin_with_qualifier(value_);
    if (view_.verbs_last || view_.values_between(view_.sentence.first, at) == 0) return false;
    for (auto i = at; i > view_.sentence.first && i + kReach > at; --i)
      for (const auto list :
           {view_.tags.below, view_.tags.above, view_.tags.comparison, own(view_).outcome_verb})
        if (view_.has(i - 1, list)) return true;
    return false;
  }

  bool names_month(const Placed& date) const {
    for (auto i = date.first; i < date.last; ++i)
      if (view_.has(i, view_.tags.month)) return true;
    return false;
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
    const bool counted = claim_.metric == Metric::other && claim_.kind == MentionKind::quantity;
    const bool measured = claim_.metric == Metric::market_share ||
                          (view_.verbs_last && claim_.metric == Metric::other &&
                           claim_.kind == MentionKind::percent && claim_.role == Role::level);
    const bool done =
        goes_with_results(claim_) || measured || (!view_.verbs_last && counted && claim_.role != Role::level);
    const bool yet_to_come = coming && (done || is_day(granularity));
    // "lost 5bn in the first nine months", told in March
    const auto since = *context_.published - *period.from;
    const bool begun = !view_.verbs_last && granularity == Granularity::span &&
                       (is_result(claim_.metric) || claim_.metric == Metric::costs) && since >= days(28) &&
                       since * 2 < *period.to - *period.from;
    const bool at_end = granularity == Granularity::year && names(view_, date, own(view_).end_words) &&
                        *period.to > *context_.published &&
                        (*context_.published - *period.from < days(kSoonAfter) || is_count_of_staff(date));
    // "lost 5bn in the year to March", told early in March
    const bool runs = granularity == Granularity::year && names_month(date) && is_result(claim_.metric) &&
                      *period.to > *context_.published && !begins_change(view_, value_);
    if (yet_to_come || at_end || begun || runs) {
      auto text = std::move(period.text);
      period = shifted(period, -1);
      period.text = std::move(text);
    } else if (((granularity == Granularity::half && *context_.published - *period.from < days(kSoonAfter)) ||
                (granularity == Granularity::quarter && names_month(date))) &&
               (is_result(claim_.metric) || claim_.metric == Metric::costs) &&
               *period.to > *context_.published) {
      auto text =
          std::move(period.text);  // "the December quarter", "H1", told before it is over: the last one
      period = shifted(period, -1);
      period.text = std::move(text);
    } else if (granularity == Granularity::quarter && is_result(claim_.metric) &&
               *period.to > *context_.published &&
               *context_.published - *period.from < days(kSoonAfter / 2)) {
      period.to = period.from;
      period.from = Day(year_month_day(*period.from) - months(3));
      claim_.flags |= kPeriodAssumed;
    }
  }

  // «Zum Jahresende beschäftigte X 3000 Menschen», told in autumn: that was the end of last year. «bis
  // Jahresende» is still to come.
  bool is_count_of_staff(const Placed& date) const {
    return claim_.metric == Metric::headcount && date.first > view_.sentence.first &&
           !view_.has(date.first - 1, view_.tags.deadline_preposition);
  }

  const SentenceView& view_;
  const Placed& value_;
  Claim& claim_;
  const TimeContext& context_;
};

}  // namespace

Period resolved_date(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context,
                     const Placed& date) {
  return Resolution(view, value, claim, context).resolved(date);
}

}  // namespace gegenprobe::extract
