#include "extract/claims/market_report.h"

#include <set>

namespace gegenprobe::extract {
namespace {

constexpr int kPricesOfReport = 3;

bool is_price(const Claim& claim) { return claim.metric == Metric::share_price || is_index(claim); }

}  // namespace

void MarketReport::note_days(const SentenceView& view, std::optional<Day> published) {
  if (day_) return;  // those named later are compared with
  for (const auto& date : view.dates) {
    const auto& when = *date.mention->date();
    if (when.granularity != Granularity::day || !when.from || !published) continue;
    if (*when.from <= *published && *when.from + std::chrono::days(1) >= *published)
      day_ = Period{when.from, when.to, when.granularity, false, {}};
  }
}

bool MarketReport::wants_day() const { return prices_ >= kPricesOfReport && !day_; }

void MarketReport::date(std::vector<Claim>& claims) const {
  if (prices_ < kPricesOfReport || !day_) return;
  std::set<std::string_view> movers;  // one firm's prices are no report on the market
  for (const auto& claim : claims)
    if (is_price(claim)) movers.insert(claim.subject_entity);
  if (movers.size() < kPricesOfReport) return;
  for (auto& claim : claims)
    if (is_price(claim) && !claim.period) {
      claim.period = day_;
      claim.flags |= kPeriodAssumed;
    }
}

}  // namespace gegenprobe::extract
