#include "extract/claims/told_times.h"

#include <algorithm>

#include "extract/claims/claim_date.h"
#include "extract/claims/claim_role.h"

namespace gegenprobe::extract {
namespace {

struct ToldTags {
  Tag past_perfect_auxiliary;
  explicit ToldTags(const Lexicon& lexicon) : past_perfect_auxiliary(lexicon.tag("past_perfect_auxiliary")) {}
};

// A figure told for comparison («nach 4,9 Milliarden im Vorjahr», in brackets): its time is not the text's.
bool is_comparison(const SentenceView& view, const Placed& value) {
  return view.in_brackets(value.first) || begins_change(view, value);
}

bool is_count(const Claim& claim) {
  return (claim.metric == Metric::sales_volume || claim.metric == Metric::market_share) &&
         claim.role == Role::level;
}

}  // namespace

ToldTimes::ToldTimes(const Found& found) : published_(found.published) {
  for (const auto& mention : found.mentions)
    if (const auto* company = mention.company();
        company && company->known && !company->known->year_end.empty())
      year_ends_.emplace(company->entity, company->known->year_end);
}

TimeContext ToldTimes::context(const Claim& claim, const Claim* previous, const Claim* continued,
                               std::uint32_t sentence) const {
  TimeContext context{previous, continued, last_result_, {}, {}, told_by_sentence_, published_, {}};
  if (is_count(claim) && count_.entity != claim.subject_entity && count_until_ >= sentence)
    context.rival = count_.period;
  if (forecast_.entity == claim.subject_entity && forecast_until_ >= sentence)
    context.forecast = forecast_.period;
  if (const auto at = year_ends_.find(claim.subject_entity); at != year_ends_.end())
    context.year_end = at->second;
  return context;
}

// «Die Post setzte im Vorjahr 3 Milliarden um. Der Gewinn stieg auf …»: the first result of a text is no
// comparison, whatever its year is called, unless it is told as what had been.
bool ToldTimes::opens_with_last_year(const SentenceView& view, const Placed& value,
                                     const Claim& claim) const {
  return view.verbs_last && !told_result_ && published_ && claim.period &&
         claim.period->granularity == Granularity::year && !claim.period->text.empty() &&
         !view.has_in_segment(value.first, view.lists<ToldTags>().past_perfect_auxiliary);
}

// The time of a result that the sentences after it may go on with: neither that of a comparison nor
// a stretch up to today.
bool ToldTimes::sets_time(const SentenceView& view, const Placed& value, const Claim& claim) const {
  if (!is_result(claim.metric) || !claim.period || claim.modality != Modality::asserted) return false;
  if (is_comparison(view, value) || !lasts(*claim.period)) return false;
  if (opens_with_last_year(view, value, claim)) return *claim.period->to <= *published_;
  if (claim.flags & kPeriodAssumed) return false;
  // What was before the time that is reported is told for comparison.
  if (last_result_.entity == claim.subject_entity && last_result_.period && claim.period->from &&
      *claim.period->from < *last_result_.period->from)
    return false;
  if (published_ && claim.period->to && *claim.period->to > *published_) return false;
  return std::ranges::none_of(view.dates, [&](const Placed& date) {
    return view.text.of(date.mention->span) == claim.period->text && names_year_before(view, date);
  });
}

// «Siemens legte Zahlen für 2024 vor. Umsatz: …»: all that follows is of that time, too.
bool ToldTimes::goes_on_with_sentence(const SentenceView& view, const Placed& value,
                                      const Claim& claim) const {
  return told_by_sentence_ && is_result(claim.metric) && claim.period &&
         claim.period->from == told_by_sentence_->from && claim.period->to == told_by_sentence_->to &&
         !is_comparison(view, value);
}

void ToldTimes::note(const SentenceView& view, const Placed& value, const Claim& claim,
                     std::uint32_t sentence) {
  if (claim.modality == Modality::expected && claim.period && is_result(claim.metric) &&
      !(claim.flags & kPeriodAssumed)) {
    forecast_ = {claim.period, claim.subject_entity};
    forecast_until_ = sentence + 2;
  }
  if (is_count(claim) && sets_time(view, value, claim)) {
    count_ = {claim.period, claim.subject_entity};
    count_until_ = sentence + 3;
  }
  if (sets_time(view, value, claim) || goes_on_with_sentence(view, value, claim))
    last_result_ = {claim.period, claim.subject_entity};
  told_result_ = told_result_ || is_result(claim.metric);
}

void ToldTimes::note_sentence(const SentenceView& view) {
  told_by_sentence_.reset();
  if (view.values.empty()) told_by_sentence_ = time_told(view, published_);
}

}  // namespace gegenprobe::extract
