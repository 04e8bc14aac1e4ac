#include "store/candidates.h"

#include <algorithm>
#include <unordered_set>

#include "store/claim_row.h"
#include "store/fold.h"
#include "store/kinship.h"
#include "store/period_match.h"

namespace gegenprobe::store {
namespace {

constexpr std::size_t kMostOfOtherMetrics = 16;
constexpr double kNear = 0.05;  // figures that may be one, rounded

/// Claims in the order found, each once.
class Found {
 public:
  Found(Connection& connection, const std::string& select) : connection_(connection), select_(select) {}
  /// `where` may use ?1, ?2, … for the values; the number of rows is bound last.
  template <class... Values>
  void add(std::string_view where, std::size_t most, const Values&... values) {
    auto row = connection_.query(select_ + "WHERE claim.live AND " + std::string(where));
    row.bind(values..., most);
    while (row.step())
      if (ids_.insert(row.integer(0)).second) claims_.push_back(read_claim(row));
  }
  std::vector<StoredClaim> take() { return std::move(claims_); }

 private:
  Connection& connection_;
  const std::string& select_;
  std::unordered_set<std::int64_t> ids_;
  std::vector<StoredClaim> claims_;
};

void add_of_metric(Found& found, const extract::Claim& claim, std::int64_t subject, extract::Metric named) {
  const auto metric = word(named);
  const bool has_end = claim.period && claim.period->to;
  if (has_end) {
    found.add(
        "claim.subject_id = ?1 AND claim.metric = ?2 AND claim.period_to = ?3 ORDER BY claim.id DESC LIMIT "
        "?4",
        kMostCandidates, subject, metric, *claim.period->to);
    if (is_long_stretch(*claim.period))
      found.add(
          "claim.subject_id = ?1 AND claim.metric = ?2 AND claim.period_to BETWEEN ?3 AND ?4 AND "
          "claim.period_unit = "
          "'span' LIMIT ?5",
          kMostCandidates, subject, metric, *claim.period->to - std::chrono::days(kSameStoryDays),
          *claim.period->to + std::chrono::days(kSameStoryDays));
    found.add(
        "claim.subject_id = ?1 AND claim.metric = ?2 AND claim.period_to IS NULL ORDER BY claim.id DESC "
        "LIMIT ?3",
        kMostCandidates, subject, metric);
  } else {
    found.add("claim.subject_id = ?1 AND claim.metric = ?2 ORDER BY claim.id DESC LIMIT ?3", kMostCandidates,
              subject, metric);
  }
  if (named == extract::Metric::deal_value || named == extract::Metric::acquisition_price)
    found.add("claim.counterparty_id = ?1 AND claim.metric = ?2 ORDER BY claim.id DESC LIMIT ?3",
              kMostCandidates, subject, metric);
}

// Of a figure there are few, of a metric there may be thousands: the plus keeps SQLite from the metric's
// index.
void add_with_figure(Found& found, const extract::Claim& claim, std::int64_t subject,
                     extract::Metric metric) {
  if (!claim.value.max) return;
  const double figure = claim.value.max->to_double();
  found.add(
      "claim.subject_id = ?1 AND +claim.metric = ?2 AND claim.value_max BETWEEN ?3 AND ?4 "
      "ORDER BY claim.id DESC LIMIT ?5",
      kMostOfOtherMetrics, subject, word(metric), figure * (1 - kNear), figure * (1 + kNear));
}

}  // namespace

std::vector<std::int64_t> ids_of_company(Connection& connection, std::string_view entity,
                                         std::string_view name) {
  std::vector<std::int64_t> ids;
  if (entity.empty() && name.empty()) return ids;
  const auto add = [&](Query& row) {
    while (row.step())
      if (std::ranges::find(ids, row.integer(0)) == ids.end()) ids.push_back(row.integer(0));
  };
  auto by_entity = connection.query("SELECT id FROM company WHERE entity = ?1");
  add(by_entity.bind(entity));
  for (const auto& spelling : spelling_variants(name)) {
    auto by_name = connection.query("SELECT id FROM company WHERE folded = ?1");
    add(by_name.bind(name_key(spelling)));
  }
  return ids;
}

std::vector<StoredClaim> comparable_candidates(Connection& connection, const extract::Claim& claim,
                                               Reading reading) {
  Found found(connection, reading == Reading::whole ? kSelectClaim : kSelectCompared);
  for (const auto subject : ids_of_company(connection, claim.subject_entity, claim.subject)) {
    for (const auto metric : names_of_quantity(claim.metric)) add_of_metric(found, claim, subject, metric);
    for (const auto opposite : opposites_of(claim.metric)) add_with_figure(found, claim, subject, opposite);
  }
  return found.take();
}

std::vector<StoredClaim> near_candidates(Connection& connection, const extract::Claim& claim) {
  Found found(connection, kSelectClaim);
  for (const auto subject : ids_of_company(connection, claim.subject_entity, claim.subject)) {
    found.add("claim.subject_id = ?1 AND claim.metric = ?2 ORDER BY claim.id DESC LIMIT ?3", kMostCandidates,
              subject, word(claim.metric));
    for (const auto opposite : opposites_of(claim.metric))
      if (claim.period && claim.period->to)
        found.add(
            "claim.subject_id = ?1 AND claim.metric = ?2 AND claim.period_to = ?3 "
            "ORDER BY claim.id DESC LIMIT ?4",
            kMostOfOtherMetrics, subject, word(opposite), *claim.period->to);
    if (!claim.value.max) continue;
    const double figure = claim.value.max->to_double();
    found.add(
        "claim.subject_id = ?1 AND claim.value_max BETWEEN ?2 AND ?3 AND claim.unit IS ?4 "
        "ORDER BY claim.id DESC LIMIT ?5",
        kMostOfOtherMetrics, subject, figure * (1 - kNear), figure * (1 + kNear), claim.value.unit);
  }
  return found.take();
}

}  // namespace gegenprobe::store
