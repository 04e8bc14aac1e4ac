#include "store/candidates.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "store/claim_row.h"
#include "store/conflict_pairs.h"
#include "store/fold.h"
#include "store/kinship.h"
#include "store/period_match.h"
#include "store/range.h"

namespace gegenprobe::store {
namespace {

constexpr std::size_t kMostOfOtherMetrics = 16;
constexpr double kNear = 0.05;  // figures that may be one, rounded

/// Ids of claims in the order found, each once. They come from an index alone: what a claim says is read by
/// whoever has not read it yet.
class Found {
 public:
  explicit Found(Connection& connection) : connection_(connection) {}
  /// `where` may use ?1, ?2, … for the values; the number of rows is bound last.
  template <class... Values>
  void add(std::string_view where, std::size_t most, const Values&... values) {
    auto row = connection_.query("SELECT claim.id FROM claim WHERE claim.live AND " + std::string(where));
    row.bind(values..., most);
    while (row.step())
      if (const auto id = row.integer(0); seen_.insert(id).second) ids_.push_back(id);
  }
  std::vector<std::int64_t> take() { return std::move(ids_); }

 private:
  Connection& connection_;
  std::unordered_set<std::int64_t> seen_;
  std::vector<std::int64_t> ids_;
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

namespace {

std::vector<std::int64_t> comparable_ids(Connection& connection, const extract::Claim& claim,
                                         const std::vector<std::int64_t>& subjects) {
  Found found(connection);
  for (const auto subject : subjects) {
    for (const auto metric : names_of_quantity(claim.metric)) add_of_metric(found, claim, subject, metric);
    for (const auto opposite : opposites_of(claim.metric)) add_with_figure(found, claim, subject, opposite);
  }
  return found.take();
}

std::vector<StoredClaim> read_all(Connection& connection, const std::vector<std::int64_t>& ids) {
  std::vector<StoredClaim> claims;
  claims.reserve(ids.size());
  for (const auto id : ids) claims.push_back(read_one(connection, id));
  return claims;
}

}  // namespace

std::vector<StoredClaim> comparable_candidates(Connection& connection, const extract::Claim& claim) {
  const auto subjects = ids_of_company(connection, claim.subject_entity, claim.subject);
  return read_all(connection, comparable_ids(connection, claim, subjects));
}

ClaimInContext in_context(const Candidate& candidate) {
  return {.claim = candidate.claim,
          .published = candidate.text.published,
          .outlet = candidate.text.outlet,
          .correction = candidate.text.correction,
          .article = candidate.text.article,
          .revision = candidate.text.number};
}

const std::vector<std::int64_t>& Candidates::subjects_of(const extract::Claim& claim) {
  const auto at = subjects_.try_emplace({claim.subject_entity, claim.subject});
  if (at.second) at.first->second = ids_of_company(connection_, claim.subject_entity, claim.subject);
  return at.first->second;
}

const Candidates::Company& Candidates::company(std::int64_t id) {
  const auto [at, is_new] = companies_.try_emplace(id);
  if (!is_new || id == 0) return at->second;
  auto row = connection_.query("SELECT name, entity FROM company WHERE id = ?1");
  if (row.bind(id).step()) at->second = {row.text(0), row.text(1)};
  return at->second;
}

const CandidateText& Candidates::text(std::int64_t revision) {
  const auto [at, is_new] = texts_.try_emplace(revision);
  if (!is_new) return at->second;
  auto row = connection_.query(
      "SELECT article.id, revision.number, revision.correction, article.published, outlet.name,"
      " article.origin_id, origin.agency FROM revision CROSS JOIN article ON article.id = revision.article_id"
      " LEFT JOIN outlet ON outlet.id = article.outlet_id LEFT JOIN origin ON origin.id = article.origin_id"
      " WHERE revision.id = ?1");
  if (row.bind(revision).step())
    at->second = {.article = row.integer(0),
                  .number = static_cast<int>(row.integer(1)),
                  .correction = row.integer(2) != 0,
                  .published = row.day(3),
                  .outlet = row.text(4),
                  .origin = row.integer(5),
                  .agency = row.text(6)};
  return at->second;
}

const Candidate& Candidates::claim(std::int64_t id) {
  const auto [at, is_new] = claims_.try_emplace(id);
  if (!is_new) return *at->second;
  BareClaim bare;
  {
    auto row = connection_.query(kSelectBareClaim + "WHERE claim.id = ?1");
    if (row.bind(id).step()) bare = read_bare_claim(row);
  }
  const auto& subject = company(bare.subject);
  const auto& other = company(bare.counterparty);
  bare.claim.subject = subject.name, bare.claim.subject_entity = subject.entity;
  bare.claim.counterparty = other.name, bare.claim.counterparty_entity = other.entity;
  const auto& text = this->text(bare.revision);
  at->second = std::make_unique<Candidate>(Candidate{id, std::move(bare.claim), text});
  return *at->second;
}

std::vector<const Candidate*> Candidates::comparable_with(const extract::Claim& claim) {
  std::vector<const Candidate*> found;
  for (const auto id : comparable_ids(connection_, claim, subjects_of(claim)))
    found.push_back(&this->claim(id));
  return found;
}

std::vector<StoredClaim> near_candidates(Connection& connection, const extract::Claim& claim) {
  Found found(connection);
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
  return read_all(connection, found.take());
}

namespace {

// Of the figures of one metric, which spread over some six powers of ten, nine in 54 have one digit and one
// scale in common with a given one; each further digit makes it ten times as rare.
bool is_no_chance(int digits, std::int64_t known) {
  constexpr double kOfOneDigit = 54, kChance = 0.1;
  return static_cast<double>(known) <= kChance * kOfOneDigit * std::pow(10, digits - 1);
}

}  // namespace

std::vector<StoredClaim> same_figure_of_others(Connection& connection, const extract::Claim& claim) {
  constexpr std::size_t kMostOfOthers = 16;
  constexpr int kMostCounted = 100'000;
  constexpr double kSame = 1e-9;
  if (!claim.value.min || !claim.value.max || !same_number(*claim.value.min, *claim.value.max)) return {};
  const auto metric = word(claim.metric);
  {
    auto row = connection.query(
        "SELECT count(*) FROM (SELECT 1 FROM claim"
        "  WHERE live AND subject_id IS NOT NULL AND metric = ?1 LIMIT ?2)");
    if (!row.bind(metric, kMostCounted).step() || !is_no_chance(digits_of(claim.value), row.integer(0)))
      return {};
  }
  const auto own = ids_of_company(connection, claim.subject_entity, claim.subject);
  const double figure = claim.value.max->to_double();
  std::vector<std::int64_t> ids;
  {
    auto row = connection.query(
        "SELECT id, subject_id FROM claim WHERE live AND subject_id IS NOT NULL AND metric = ?1"
        " AND value_max BETWEEN ?2 AND ?3 AND role = ?4 AND unit IS ?5 ORDER BY id DESC LIMIT ?6");
    row.bind(metric, figure * (1 - kSame), figure * (1 + kSame), word(claim.role), claim.value.unit,
             kMostOfOthers);
    while (row.step())
      if (std::ranges::find(own, row.integer(1)) == own.end()) ids.push_back(row.integer(0));
  }
  return read_all(connection, ids);
}

}  // namespace gegenprobe::store
