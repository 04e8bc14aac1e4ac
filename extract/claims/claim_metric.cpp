#include "extract/claims/claim_metric.h"

#include <algorithm>
#include <array>

namespace gegenprobe::extract {
namespace {

constexpr std::array<unsigned, 25> kMeasures = [] {
  std::array<unsigned, 25> m{};
  const auto set = [&](Metric metric, unsigned measures) { m[static_cast<std::size_t>(metric)] = measures; };
  for (const auto metric : {Metric::revenue, Metric::profit, Metric::loss, Metric::operating_profit,
                            Metric::costs, Metric::investment, Metric::debt, Metric::valuation,
                            Metric::market_cap, Metric::share_price, Metric::dividend, Metric::price})
    set(metric, kMoney | kPercent);
  for (const auto metric :
       {Metric::funding, Metric::acquisition_price, Metric::fine, Metric::aid, Metric::damage})
    set(metric, kMoney);
  set(Metric::deal_value, kMoney | kPercent);
  set(Metric::stake, kPercent | kShares);
  set(Metric::market_share, kPercent | kPoints);
  set(Metric::sales_volume, kPercent | kGoods);
  set(Metric::headcount, kPercent | kPeople | kJobs);
  set(Metric::job_cuts, kPercent | kPeople | kJobs);
  set(Metric::capacity, kPower | kGoods | kPercent);
  set(Metric::other, ~0u);
  return m;
}();

}  // namespace

unsigned measures_of(Metric metric) { return kMeasures[static_cast<std::size_t>(metric)]; }

unsigned measure_of(MentionKind kind, const Amount& amount) {
  if (kind == MentionKind::money) return kMoney;
  if (kind == MentionKind::percent) return kPercent;
  if (amount.unit == "job" || amount.unit == "employee") return kPeople | kJobs;
  if (amount.unit == "person") return kPeople;
  if (amount.unit == "share") return kShares;
  if (amount.unit == "point") return kPoints;
  if (amount.unit.find("watt") != std::string::npos) return kPower;
  return kGoods;
}

bool plausible(Metric metric, MentionKind kind, const Amount& amount) {
  if (kind != MentionKind::money || !amount.resolved()) return true;
  const double value = (amount.min ? *amount.min : *amount.max).to_double();
  switch (metric) {
    case Metric::share_price:
      return value < 5e6;  // in yen; a share that costs more is none
    case Metric::price:
      return value < 1e9;
    case Metric::market_cap:
    case Metric::valuation:
      return value > 1e5;
    default:
      return true;
  }
}

bool is_paid_to_all(Metric metric, const Amount& amount) {
  constexpr double kMostPerShare = 1e7;  // in yen
  return metric == Metric::dividend && amount.resolved() && amount.most().to_double() >= kMostPerShare;
}

bool is_result(Metric metric) {
  return metric == Metric::revenue || metric == Metric::profit || metric == Metric::loss ||
         metric == Metric::operating_profit || metric == Metric::sales_volume || metric == Metric::dividend;
}

bool is_event(Metric metric) {
  return metric == Metric::fine || metric == Metric::acquisition_price || metric == Metric::stake ||
         metric == Metric::price || metric == Metric::aid || metric == Metric::other ||
         metric == Metric::valuation;
}

bool of_a_day(Metric metric) {
  return metric == Metric::share_price || metric == Metric::market_cap || metric == Metric::valuation;
}

bool is_sum_of_its_own(Metric metric) {
  return metric == Metric::funding || metric == Metric::fine || metric == Metric::aid ||
         metric == Metric::deal_value || metric == Metric::acquisition_price || metric == Metric::damage;
}

const Cue* noun_before(const SentenceView& view, const Placed& value) {
  auto preposition = view.begin_with_qualifier(value);
  if (!view.has(preposition, view.tags.complement_preposition)) --preposition;
  if (preposition <= view.sentence.first || !view.has(preposition, view.tags.complement_preposition))
    return nullptr;
  const unsigned measure = measure_of(value.mention->kind, *value.mention->amount());
  const auto noun = std::ranges::find_if(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && (cue.last == preposition || cue.last == preposition + 1) &&
           (key_of(cue).measures & measure) != 0;
  });
  return noun == view.cues.end() ? nullptr : &*noun;
}

}  // namespace gegenprobe::extract
