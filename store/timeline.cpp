#include "store/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/query.h"

namespace gegenprobe::store {
namespace {

// Without a period last; then by the end, of those that end together the shorter first.
auto place_of(const std::optional<extract::Period>& period) {
  const bool open = !period || (!period->from && !period->to);
  const Day end = open ? Day() : period->to.value_or(*(period->from ? period->from : period->to));
  const int days =
      open || !period->from || !period->to ? 0 : static_cast<int>((*period->to - *period->from).count());
  return std::tuple(open, end, days, period && period->fiscal);
}

std::string commonest_unit(const std::vector<StoredClaim>& claims) {
  std::map<std::string, std::size_t> counts;
  for (const auto& stored : claims) ++counts[stored.claim.value.unit];
  const auto most = std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; });
  return most == counts.end() ? "" : most->first;
}

}  // namespace

bool is_forecast(const extract::Claim& claim) {
  return claim.modality == extract::Modality::expected || claim.modality == extract::Modality::possible;
}

Result<Timeline> timeline(Database& database, const TimelineFilter& filter) {
  auto claims = find_claims(
      database, {.company = filter.company, .metric = filter.metric, .since = filter.since, .limit = 0});
  if (!claims) return claims.error();
  std::erase_if(*claims, [](const StoredClaim& stored) {
    return stored.claim.role != extract::Role::level || !stored.claim.value.resolved() ||
           stored.claim.modality == extract::Modality::denied;
  });
  Timeline timeline;
  timeline.other_variants = std::erase_if(
      *claims, [&](const StoredClaim& stored) { return stored.claim.variant != filter.variant; });
  timeline.unit = filter.unit.empty() ? commonest_unit(*claims) : filter.unit;
  timeline.other_units = std::erase_if(
      *claims, [&](const StoredClaim& stored) { return stored.claim.value.unit != timeline.unit; });
  std::ranges::stable_sort(*claims, {}, [](const StoredClaim& stored) {
    return std::tuple(place_of(stored.claim.period), stored.published, stored.id);
  });
  // Headline and body tell one figure.
  std::set<std::tuple<std::int64_t, std::optional<double>, std::optional<double>>> told;
  for (auto& stored : *claims) {
    auto& steps = timeline.steps;
    if (steps.empty() || place_of(steps.back().period) != place_of(stored.claim.period)) {
      steps.push_back({stored.claim.period, {}});
      told.clear();
    }
    const auto number = [](const auto& bound) {
      return bound ? std::optional(bound->to_double()) : std::nullopt;
    };
    if (told.emplace(stored.article, number(stored.claim.value.min), number(stored.claim.value.max)).second)
      steps.back().figures.push_back(std::move(stored));
    else
      ++timeline.repeated;
  }
  return timeline;
}

}  // namespace gegenprobe::store
