#include "store/conversion.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/in_words.h"
#include "store/period_match.h"

namespace gegenprobe::store {
namespace {

// A sum of 2024 was earned at all of that year's rates, and one that is told today is converted at today's.
// What lasts longer than a year, or has no time of its own, is converted by the day it is told.
constexpr std::chrono::days kLongestAverage{400};

}  // namespace

bool in_two_currencies(const extract::Claim& a, const extract::Claim& b) {
  return a.kind == extract::MentionKind::money && b.kind == a.kind && !a.value.unit.empty() &&
         !b.value.unit.empty() && a.value.unit != b.value.unit;
}

std::optional<Conversion> conversion_between(const ClaimInContext& a, const ClaimInContext& b,
                                             const Rates* rates) {
  if (!rates || !in_two_currencies(a.claim, b.claim)) return std::nullopt;
  const auto &to = a.claim.value.unit, &from = b.claim.value.unit;
  const auto worded = [&](ExchangeRate rate, std::string_view time, Day begin, Day end) {
    return Conversion{rate, fmt::format("1 {} = {:.4g} {}, ECB {}", from, rate.average, to, time),
                      RateUsed{from, to, rate.average, begin, end}};
  };
  const auto day_rate = [&](std::optional<Day> day) {
    return day ? rates->between(from, to, *day, *day + std::chrono::days(1)) : std::nullopt;
  };
  const auto& period = is_resolved(a.claim.period) ? a.claim.period : b.claim.period;
  if (is_resolved(period) && period->from && period->to && *period->to - *period->from <= kLongestAverage)
    if (auto rate = rates->between(from, to, *period->from, *period->to)) {
      const bool one_day = *period->to - *period->from == std::chrono::days(1);
      for (const auto& told : {day_rate(a.published), day_rate(b.published)})
        if (told && !one_day)
          rate->low = std::min(rate->low, told->low), rate->high = std::max(rate->high, told->high);
      return worded(*rate, (one_day ? "rate of " : "average of ") + in_words(period), *period->from,
                    *period->to);
    }
  const auto& earlier =
      a.published && (!b.published || *a.published < *b.published) ? a.published : b.published;
  if (const auto rate = day_rate(earlier))
    return worded(*rate, "rate of " + iso(*earlier), *earlier, *earlier + std::chrono::days(1));
  return std::nullopt;
}

}  // namespace gegenprobe::store
