#include "extract/claims/told_figures.h"

#include "extract/claims/claim_metric.h"

namespace gegenprobe::extract {

namespace {

bool is_of_business(Metric metric) {
  return (is_result(metric) && metric != Metric::sales_volume) || of_a_day(metric) ||
         metric == Metric::dividend || metric == Metric::headcount || metric == Metric::job_cuts ||
         metric == Metric::market_share || metric == Metric::valuation;
}

}  // namespace

void ToldFigures::note(const Claim& claim) {
  const auto metric = bit(claim.metric);
  metrics_ |= metric;
  auto& firm = by_entity_[claim.subject_entity];
  firm.metrics |= metric;
  firm.by_unit[claim.value.unit] |= metric;
  const bool by_word = claim.rule != "unit";
  firm.by_word |= by_word;
  firm.business |= by_word && is_of_business(claim.metric);
  if (claim.metric == Metric::acquisition_price && !claim.counterparty.empty())
    last_bid_ = {claim.subject, claim.subject_entity, claim.counterparty, claim.counterparty_entity};
}

const ToldFigures::OfFirm* ToldFigures::of_firm(const Claim& claim) const {
  const auto at = by_entity_.find(claim.subject_entity);
  return at == by_entity_.end() ? nullptr : &at->second;
}

bool ToldFigures::told(const Claim& of, Metric metric) const {
  const auto* firm = of_firm(of);
  return firm && (firm->metrics & bit(metric)) != 0;
}

bool ToldFigures::told_in_unit(const Claim& of, Metric metric) const {
  const auto* firm = of_firm(of);
  if (!firm) return false;
  const auto at = firm->by_unit.find(of.value.unit);
  return at != firm->by_unit.end() && (at->second & bit(metric)) != 0;
}

bool ToldFigures::told_by_word(const Claim& of) const {
  const auto* firm = of_firm(of);
  return firm && firm->by_word;
}

bool ToldFigures::told_business(const Claim& of) const {
  const auto* firm = of_firm(of);
  return firm && firm->business;
}

}  // namespace gegenprobe::extract
