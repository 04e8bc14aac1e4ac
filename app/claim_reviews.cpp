#include "app/claim_reviews.h"

#include "store/query.h"

namespace gegenprobe::app {
namespace {

bool says_the_same(const store::StoredClaim& a, const store::StoredClaim& b) {
  const auto ends = [](const auto& period) {
    return period ? std::pair(period->from, period->to) : std::pair<std::optional<Day>, std::optional<Day>>();
  };
  return a.claim.role == b.claim.role && a.claim.variant == b.claim.variant &&
         a.claim.value.unit == b.claim.value.unit && a.claim.value.min == b.claim.value.min &&
         a.claim.value.max == b.claim.value.max && a.claim.modality == b.claim.modality &&
         ends(a.claim.period) == ends(b.claim.period);
}

std::optional<double> bound(const std::optional<extract::Decimal>& number) {
  return number ? std::optional(number->to_double()) : std::nullopt;
}

Result<Done> add_appearances(store::Database& database, ReviewedClaim& reviewed) {
  const extract::Claim& claim = reviewed.claim.claim;
  const auto others = store::find_claims(database, {.company = claim.subject_entity,
                                                    .metric = claim.metric,
                                                    .min = bound(claim.value.min),
                                                    .max = bound(claim.value.max),
                                                    .unit = claim.value.unit,
                                                    .limit = 0});
  if (!others) return others.error();
  for (const store::StoredClaim& other : *others)
    if (other.article != reviewed.claim.article && says_the_same(reviewed.claim, other))
      reviewed.appearances.push_back(other);
  return Done{};
}

Result<Done> add_conflicts(store::Database& database, ReviewedClaim& reviewed) {
  const extract::Claim& claim = reviewed.claim.claim;
  const auto conflicts =
      store::conflicts(database, {.company = claim.subject_entity, .metric = claim.metric, .limit = 0});
  if (!conflicts) return conflicts.error();
  for (const store::Conflict& conflict : *conflicts)
    if (conflict.a.id == reviewed.claim.id || conflict.b.id == reviewed.claim.id)
      reviewed.conflicts.push_back(conflict);
  return Done{};
}

}  // namespace

Result<std::vector<ReviewedClaim>> reviewed_claims(store::Database& database,
                                                   const std::vector<store::StoredClaim>& claims) {
  std::vector<ReviewedClaim> all;
  for (const store::StoredClaim& claim : claims) {
    if (!claim.review) continue;
    ReviewedClaim each{claim, {}, {}};
    if (!claim.claim.subject_entity.empty()) {
      if (const auto done = add_appearances(database, each); !done) return done.error();
      if (const auto done = add_conflicts(database, each); !done) return done.error();
    }
    all.push_back(std::move(each));
  }
  return all;
}

}  // namespace gegenprobe::app
