#include "store/recompare.h"

#include "store/claim_row.h"
#include "store/comparison_table.h"

namespace gegenprobe::store {
namespace {

void drop_comparisons(Connection& connection, std::int64_t revision) {
  for (const auto* sql :
       {"DELETE FROM comparison WHERE claim_a IN (SELECT id FROM claim WHERE revision_id = ?1)",
        "DELETE FROM comparison WHERE claim_b IN (SELECT id FROM claim WHERE revision_id = ?1)",
        "DELETE FROM corroboration WHERE claim_id IN (SELECT id FROM claim WHERE revision_id = ?1)",
        "DELETE FROM corroboration WHERE by_claim IN (SELECT id FROM claim WHERE revision_id = ?1)"})
    connection.query(sql).bind(revision).run();
}

// When the revision was added, the claims that it replaced were live still, and were compared with.
std::vector<std::int64_t> replaced_claims(Connection& connection, std::int64_t revision) {
  auto row = connection.query(
      "SELECT claim.id FROM revision JOIN revision AS old ON old.article_id = revision.article_id"
      " AND old.number = revision.number - 1 JOIN claim ON claim.revision_id = old.id"
      " WHERE revision.id = ?1 AND NOT claim.live"
      " AND claim.extraction_id = (SELECT max(id) FROM extraction WHERE extraction.revision_id = old.id)"
      " AND claim.id NOT IN (SELECT claim_id FROM claim_review JOIN review ON review.id = review_id"
      "  WHERE judgement = 'reject')");
  row.bind(revision);
  std::vector<std::int64_t> claims;
  while (row.step()) claims.push_back(row.integer(0));
  return claims;
}

void set_live(Connection& connection, const std::vector<std::int64_t>& claims, bool live) {
  for (const auto claim : claims)
    connection.query("UPDATE claim SET live = ?2 WHERE id = ?1").bind(claim, live).run();
}

}  // namespace

std::vector<StoredClaim> live_claims(Connection& connection, std::int64_t revision) {
  auto row = connection.query(
      kSelectClaim + "WHERE claim.revision_id = ?1 AND claim.live ORDER BY claim.value_begin, claim.id");
  row.bind(revision);
  std::vector<StoredClaim> claims;
  while (row.step()) claims.push_back(read_claim(row));
  return claims;
}

std::size_t compare_live_claims(Connection& connection, std::int64_t revision) {
  const auto claims = live_claims(connection, revision);
  std::vector<NewClaim> fresh;
  fresh.reserve(claims.size());
  for (const auto& claim : claims) fresh.push_back({claim.id, in_context(claim)});
  return write_comparisons(connection, fresh);
}

void compare_again(Connection& connection, const std::set<std::int64_t>& revisions) {
  for (const auto revision : revisions) drop_comparisons(connection, revision);
  for (const auto revision : revisions) {
    const auto replaced = replaced_claims(connection, revision);
    set_live(connection, replaced, true);
    compare_live_claims(connection, revision);
    set_live(connection, replaced, false);
  }
}

}  // namespace gegenprobe::store
