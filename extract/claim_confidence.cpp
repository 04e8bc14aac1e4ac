#include "extract/claim_confidence.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace gegenprobe::extract {
namespace {

// Log odds. The weights say what one would think: a word that names a result is a good sign, a firm that fits
// the figure's place another; each further firm in the sentence is one more that it may belong to, a firm
// that the sentence does not name is guessed the worse the longer ago it was named, and one that the text has
// not in its head is often not what it is about. A text that has told nothing of a firm's business may be
// about anything, and a pronoun in it mean anybody.
constexpr double kBase = 1.83, kEllipsis = -0.5, kOther = -1, kHardMetric = -1.21, kResult = 0.51,
                 kPrice = 0.45, kOutlay = -0.56, kTwoFirms = -0.31, kMoreFirms = -0.48, kBound = -0.28,
                 kPartner = 0.7, kInheritedCurrency = -0.29, kNotNamed = -0.35, kPerSentenceSince = -0.13,
                 kNamedOnce = -0.47, kNotInHead = -1.08, kOtherNoun = -0.28, kOtherHead = -1.0,
                 kFirstByUnit = -1.6, kNoBusiness = -1.0, kPerScore = 0.0118, kPerFit = 0.029;

// Metrics that share their words with others: a loan given or taken, a bid or a price.
bool is_hard(Metric metric) {
  return metric == Metric::debt || metric == Metric::acquisition_price || metric == Metric::valuation ||
         metric == Metric::damage || metric == Metric::loss || metric == Metric::stake ||
         metric == Metric::aid || metric == Metric::investment;
}

bool is_told_as_result(Metric metric) {
  return metric == Metric::revenue || metric == Metric::operating_profit || metric == Metric::profit ||
         metric == Metric::share_price || metric == Metric::sales_volume || metric == Metric::dividend;
}

std::size_t firms_named(const SentenceView& view) {
  std::set<std::string_view> entities;
  for (const auto& firm : view.firms)
    if (!firm.reference) entities.insert(firm.entity);
  return entities.size();
}

// How sure it is whose figure it is.
double odds_of_subject(const Draft& draft, const Told& told) {
  const auto& [fit, other_noun, other_head] = draft.grounds;
  const auto& [since, in_head, once] = draft.standing;
  constexpr std::uint32_t kFarthest = 6;
  constexpr int kUsualFit = 50, kWorst = -40, kBest = 30;
  double odds = (in_head ? 0 : kNotInHead) + (once ? kNamedOnce : 0);
  if (draft.chained) return odds;
  if (!told.business && (draft.claim.flags & (kSubjectAssumed | kSubjectResolved))) odds += kNoBusiness;
  if (fit != 0) return odds + kPerFit * std::clamp(fit - kUsualFit, kWorst, kBest);
  odds += kNotNamed + kPerSentenceSince * std::min(since, kFarthest);
  odds += (other_noun ? kOtherNoun : 0) + (other_head ? kOtherHead : 0);
  if (!told.by_word && draft.claim.rule == "unit" && (draft.claim.flags & kSubjectAssumed))
    odds += kFirstByUnit;
  return odds;
}

// How sure it is what the figure measures.
double odds_of_metric(const MetricChoice& choice, const Claim& claim) {
  double odds = kPerScore * choice.score;
  if (claim.rule == "ellipsis") odds += kEllipsis;
  if (claim.metric == Metric::other) odds += kOther;
  if (is_hard(claim.metric)) odds += kHardMetric;
  if (is_told_as_result(claim.metric)) odds += kResult;
  if (claim.metric == Metric::price) odds += kPrice;
  if (claim.metric == Metric::costs || claim.metric == Metric::fine) odds += kOutlay;
  return odds;
}

}  // namespace

float confidence(const Draft& draft, const Told& told) {
  constexpr std::size_t kMany = 3;
  const Claim& claim = draft.claim;
  double odds = kBase + odds_of_subject(draft, told) + odds_of_metric(draft.metric, claim);
  const auto firms = firms_named(draft.view);
  if (firms >= 2) odds += kTwoFirms;
  if (firms >= kMany) odds += kMoreFirms;
  if (claim.value.qualifier != Qualifier::exact && claim.value.qualifier != Qualifier::about) odds += kBound;
  if (!claim.counterparty.empty()) odds += kPartner;
  if (claim.flags & kCurrencyInherited) odds += kInheritedCurrency;
  return static_cast<float>(std::clamp(1 / (1 + std::exp(-odds)), 0.01, 0.99));
}

}  // namespace gegenprobe::extract
