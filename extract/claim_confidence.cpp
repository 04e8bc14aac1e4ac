#include "extract/claim_confidence.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace gegenprobe::extract {
namespace {

// Log odds. The weights say what one would think: a word that names a result is a good sign, a sum that only
// its unit explains is a bad one (a worse one where nobody is named and the text told nothing of the firm),
// and each further firm in the sentence is one more that it may belong to.
constexpr double kBase = 1.6, kOnlyByUnit = -0.52, kEllipsis = -0.65, kOther = -1.01, kHardMetric = -1.22,
                 kResult = 0.73, kTwoFirms = -0.45, kMoreFirms = -0.5, kManyFigures = 0.32, kBound = -0.28,
                 kChange = -0.43, kPartner = 0.94, kInheritedCurrency = -0.94, kAssumedSubject = 0.09,
                 kFirstByUnit = -1.6, kPerScore = 0.0121;

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

}  // namespace

float confidence(const SentenceView& view, const MetricChoice& metric, const Claim& claim, bool first_told) {
  constexpr std::size_t kMany = 3;
  double odds = kBase + kPerScore * metric.score;
  if (claim.rule == "unit") odds += kOnlyByUnit;
  if (claim.rule == "ellipsis") odds += kEllipsis;
  if (claim.metric == Metric::other) odds += kOther;
  if (is_hard(claim.metric)) odds += kHardMetric;
  if (is_told_as_result(claim.metric)) odds += kResult;
  const auto firms = firms_named(view);
  if (firms >= 2) odds += kTwoFirms;
  if (firms >= kMany) odds += kMoreFirms;
  if (view.values.size() >= kMany) odds += kManyFigures;
  if (claim.value.qualifier != Qualifier::exact && claim.value.qualifier != Qualifier::about) odds += kBound;
  if (claim.role != Role::level) odds += kChange;
  if (!claim.counterparty.empty()) odds += kPartner;
  if (claim.flags & kCurrencyInherited) odds += kInheritedCurrency;
  if (claim.flags & kSubjectAssumed) odds += kAssumedSubject;
  if (first_told && claim.rule == "unit" && (claim.flags & kSubjectAssumed)) odds += kFirstByUnit;
  return static_cast<float>(std::clamp(1 / (1 + std::exp(-odds)), 0.01, 0.99));
}

}  // namespace gegenprobe::extract
