#include "store/conflict_pairs.h"

#include "store/claim_row.h"
#include "store/fold.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

// Of the claims, only what a filter asks for is looked at.
constexpr std::string_view kClaimOfPairs = " CROSS JOIN claim AS a ON a.id = comparison.claim_a";
constexpr std::string_view kOutletsOfPairs =
    " CROSS JOIN claim AS b ON b.id = comparison.claim_b"
    " CROSS JOIN revision AS revision_a ON revision_a.id = a.revision_id"
    " CROSS JOIN revision AS revision_b ON revision_b.id = b.revision_id"
    " CROSS JOIN article AS article_a ON article_a.id = revision_a.article_id"
    " CROSS JOIN article AS article_b ON article_b.id = revision_b.article_id"
    " LEFT JOIN outlet AS outlet_a ON outlet_a.id = article_a.outlet_id"
    " LEFT JOIN outlet AS outlet_b ON outlet_b.id = article_b.outlet_id";
constexpr std::string_view kOutletOfClaim =
    " JOIN revision ON revision.id = claim.revision_id JOIN article ON article.id = revision.article_id"
    " JOIN outlet ON outlet.id = article.outlet_id";

Where where_of_pairs(Connection& connection, const ConflictFilter& filter, Verdict verdict) {
  Where where;
  where.add("comparison.verdict = ?", word(verdict));
  where.add("comparison.shown");
  if (!filter.company.empty()) add_company(where, connection, "comparison.subject_id", filter.company);
  if (filter.metric) where.add("a.metric = ?", word(*filter.metric));
  if (!filter.outlet.empty())
    where.add("? IN (outlet_a.folded, outlet_b.folded)", std::string_view(fold(filter.outlet)));
  if (filter.since) where.add("comparison.published >= ?", *filter.since);
  return where;
}

// Conditions on one claim, which both findings and figures that stand alone are.
void add_claim_conditions(Where& where, Connection& connection, const ConflictFilter& filter) {
  where.add("claim.live");
  if (filter.metric) where.add("claim.metric = ?", word(*filter.metric));
  if (!filter.outlet.empty()) where.add("outlet.folded = ?", std::string_view(fold(filter.outlet)));
  if (!filter.company.empty()) add_company(where, connection, "claim.subject_id", filter.company);
}

}  // namespace

std::vector<ConflictIds> find_pairs(Connection& connection, const ConflictFilter& filter, Verdict verdict,
                                    std::size_t most) {
  const auto where = where_of_pairs(connection, filter, verdict);
  std::string sql = "SELECT comparison.claim_a, comparison.claim_b FROM comparison";
  if (filter.metric || !filter.outlet.empty()) sql += kClaimOfPairs;
  if (!filter.outlet.empty()) sql += kOutletsOfPairs;
  auto row = connection.query(
      sql + " " + where.sql() +
      " ORDER BY comparison.published DESC, comparison.claim_a DESC, comparison.claim_b DESC LIMIT ?");
  where.bind(row, limit_of(most));
  std::vector<ConflictIds> pairs;
  while (row.step()) pairs.push_back({row.integer(0), row.integer(1), verdict});
  return pairs;
}

std::vector<ConflictIds> find_findings(Connection& connection, const ConflictFilter& filter, Verdict verdict,
                                       std::size_t most) {
  Where where;
  where.add("finding.verdict = ?", word(verdict));
  add_claim_conditions(where, connection, filter);
  if (filter.since) where.add("finding.published >= ?", *filter.since);
  std::string sql = "SELECT finding.claim_id FROM finding CROSS JOIN claim ON claim.id = finding.claim_id";
  if (!filter.outlet.empty()) sql += kOutletOfClaim;
  auto row = connection.query(sql + " " + where.sql() +
                              " ORDER BY finding.published DESC, finding.claim_id DESC LIMIT ?");
  where.bind(row, limit_of(most));
  std::vector<ConflictIds> found;
  while (row.step()) found.push_back({row.integer(0), 0, verdict});
  return found;
}

std::vector<FigureAlone> find_uncorroborated(Connection& connection, const ConflictFilter& filter,
                                             std::size_t most) {
  Where where;
  add_claim_conditions(where, connection, filter);
  where.add("claim.subject_id IS NOT NULL AND claim.modality = 'asserted' AND claim.role = 'level'");
  where.add("claim.metric <> 'other' AND claim.confidence >= 0.5");
  where.add("NOT EXISTS (SELECT 1 FROM corroboration WHERE corroboration.claim_id = claim.id)");
  if (filter.since) where.add("claim.published >= ?", *filter.since);
  std::string sql =
      "SELECT claim.id, claim.revision_id, claim.subject_id, claim.metric, claim.unit, "
      "coalesce(claim.value_min, claim.value_max), claim.period_to FROM claim";
  if (!filter.outlet.empty()) sql += kOutletOfClaim;
  auto row = connection.query(sql + " " + where.sql() +
                              " ORDER BY claim.published DESC, claim.revision_id DESC, claim.id LIMIT ?");
  where.bind(row, limit_of(most));
  std::vector<FigureAlone> found;
  while (row.step())
    found.push_back({row.integer(0),
                     row.integer(1),
                     {row.integer(2), row.text(3), row.text(4), row.real(5), row.text(6)}});
  return found;
}

Comparison read_comparison(Connection& connection, const ConflictIds& pair) {
  Comparison comparison;
  comparison.verdict = pair.verdict;
  if (pair.b == 0) {
    auto row = connection.query("SELECT reason FROM finding WHERE claim_id = ?1 AND verdict = ?2");
    if (row.bind(pair.a, word(pair.verdict)).step()) comparison.reason = row.text(0);
    return comparison;
  }
  auto row =
      connection.query("SELECT part, ratio, reason FROM comparison WHERE claim_a = ?1 AND claim_b = ?2");
  if (!row.bind(pair.a, pair.b).step()) return comparison;
  comparison.part = part(row.text(0)).value_or(Part::none);
  comparison.ratio = row.real(1);
  comparison.reason = row.text(2);
  return comparison;
}

StoredClaim read_one(Connection& connection, std::int64_t id) {
  auto row = connection.query(kSelectClaim + "WHERE claim.id = ?1");
  return row.bind(id).step() ? read_claim(row) : StoredClaim();
}

Conflict in_order_of_publication(StoredClaim a, StoredClaim b, Comparison comparison, const Rates& rates) {
  const bool turned = b.published && (!a.published || *b.published < *a.published);
  if (turned) std::swap(a, b);
  auto again = compare(in_context(a), in_context(b), &rates);
  if (again.verdict == comparison.verdict) comparison = std::move(again);
  return {std::move(a), std::move(b), std::move(comparison)};
}

}  // namespace gegenprobe::store
