#include "store/period_match.h"

#include <fmt/format.h>

#include <cstdlib>

#include "store/in_words.h"

namespace gegenprobe::store {
namespace {

using extract::Metric;
using extract::Period;

// Results come every quarter: a week apart they may still be the same ones.
constexpr int kSameResultDays = 7;
// A price is of its day.
constexpr int kSamePriceDays = 1;

int same_story_days(Metric metric) {
  switch (nature_of(metric)) {
    case Nature::result:
      return kSameResultDays;
    case Nature::price:
      return kSamePriceDays;
    case Nature::event:
      return kSameStoryDays;
  }
  return 0;
}

std::optional<int> days_between(std::optional<Day> a, std::optional<Day> b) {
  if (!a || !b) return std::nullopt;
  return std::abs(static_cast<int>((*a - *b).count()));
}

// «in den kommenden drei Jahren», told a day later, begins and ends a day later.
bool is_same_stretch(const Period& a, const Period& b) {
  if (!is_long_stretch(a) || !is_long_stretch(b)) return false;
  const auto apart = [](Day x, Day y) { return std::abs(static_cast<int>((x - y).count())); };
  return apart(*a.from, *b.from) <= kSameStoryDays && apart(*a.to, *b.to) <= kSameStoryDays;
}

// A firm's own year that is not the calendar's is known for what it is: October to September is that time,
// whoever says so.
bool is_year_of_its_own(const Period& period) {
  constexpr std::chrono::days kYear{360};
  return period.from && period.to && *period.to - *period.from >= kYear &&
         std::chrono::year_month_day(*period.from).month() != std::chrono::January;
}

Shared match_resolved(const Period& a, const Period& b) {
  if (a.from == b.from && a.to == b.to) {
    if (a.fiscal == b.fiscal || is_year_of_its_own(a)) return {};
    return {Match::unclear, fmt::format("only one says that it means the company's own year ({})",
                                        in_words(std::optional(a)))};
  }
  const bool one_horizon = a.to && a.to == b.to && (!a.from || !b.from);
  if (one_horizon || is_same_stretch(a, b)) return {};
  return {Match::different,
          fmt::format("{} against {}", in_words(std::optional(a)), in_words(std::optional(b)))};
}

Shared match_without_period(const ClaimInContext& a, const ClaimInContext& b) {
  const auto days = days_between(a.published, b.published);
  if (!days) return {Match::unclear, "neither gives a period, nor are both days of publication known"};
  if (*days <= same_story_days(a.claim.metric)) return {};
  return {Match::unclear, fmt::format("neither gives a period, and they appeared {} days apart", *days)};
}

// Whether the article without a period appeared when the other's period was the one to speak of.
bool told_in(const Period& period, std::optional<Day> published, int margin_days) {
  if (!published) return false;
  const std::chrono::days margin{margin_days};
  return (!period.from || *period.from - margin <= *published) &&
         (!period.to || *published < *period.to + margin);
}

// A result told without its time is of a period that had begun, and not of one that was over long before.
bool may_be_result_of(const Period& period, const ClaimInContext& told) {
  constexpr std::chrono::days kLongOver{550};
  const auto modality = told.claim.modality;
  const bool is_forecast = modality == extract::Modality::expected || modality == extract::Modality::possible;
  if (!told.published || is_forecast) return true;
  return (!period.from || *period.from <= *told.published) &&
         (!period.to || *told.published - *period.to <= kLongOver);
}

Shared match_one_period(const Period& given, const ClaimInContext& with, const ClaimInContext& without) {
  const std::string note = fmt::format("only one gives a period ({})", in_words(std::optional(given)));
  if (nature_of(with.claim.metric) == Nature::result) {
    if (may_be_result_of(given, without)) return {Match::unclear, note};
    return {Match::different, fmt::format("{} against a figure without a period that appeared on {}",
                                          in_words(std::optional(given)), iso(*without.published))};
  }
  const int margin = same_story_days(with.claim.metric);
  const auto days = days_between(with.published, without.published);
  const bool same_story = days && *days <= kSameStoryDays && told_in(given, without.published, margin);
  return {same_story ? Match::same : Match::unclear, note};
}

}  // namespace

Nature nature_of(Metric metric) {
  switch (metric) {
    case Metric::revenue:
    case Metric::profit:
    case Metric::loss:
    case Metric::operating_profit:
    case Metric::costs:
    case Metric::sales_volume:
    case Metric::market_share:
      return Nature::result;
    case Metric::share_price:
    case Metric::market_cap:
      return Nature::price;
    default:
      return Nature::event;
  }
}

bool is_long_stretch(const Period& period) {
  constexpr std::chrono::days kLong{360};
  return period.granularity == extract::Granularity::span && period.from && period.to &&
         *period.to - *period.from >= kLong;
}

bool is_resolved(const std::optional<Period>& period) { return period && (period->from || period->to); }

Shared match_period(const ClaimInContext& a, const ClaimInContext& b) {
  const auto &period_a = a.claim.period, &period_b = b.claim.period;
  if (is_resolved(period_a) && is_resolved(period_b)) return match_resolved(*period_a, *period_b);
  if ((a.claim.flags ^ b.claim.flags) & extract::kEarlierTime)
    return {Match::different, "one is told for comparison, of a time before that of its article"};
  if (is_resolved(period_a)) return match_one_period(*period_a, a, b);
  if (is_resolved(period_b)) return match_one_period(*period_b, b, a);
  return match_without_period(a, b);
}

}  // namespace gegenprobe::store
