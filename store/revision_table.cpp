#include "store/revision_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "store/claim_row.h"
#include "store/connection.h"
#include "store/guarded.h"
#include "store/page_record.h"

namespace gegenprobe::store {
namespace {

std::vector<StoredClaim> claims_of(Connection& connection, std::int64_t revision) {
  auto row = connection.query(kSelectClaim +
                              "WHERE claim.revision_id = ?1 AND claim.extraction_id ="
                              " (SELECT max(id) FROM extraction WHERE revision_id = ?1)"
                              " ORDER BY claim.value_begin, claim.id");
  row.bind(revision);
  std::vector<StoredClaim> claims;
  while (row.step()) claims.push_back(read_claim(row));
  return claims;
}

bool same_fact(const StoredClaim& a, const StoredClaim& b) {
  return a.claim.subject_entity == b.claim.subject_entity && a.claim.subject == b.claim.subject &&
         a.claim.metric == b.claim.metric && a.claim.role == b.claim.role &&
         a.claim.variant == b.claim.variant && a.claim.counterparty == b.claim.counterparty;
}

bool same_period(const StoredClaim& a, const StoredClaim& b) {
  const auto &first = a.claim.period, &second = b.claim.period;
  if (!first || !second) return !first && !second;
  return first->from == second->from && first->to == second->to;
}

bool same_value(const extract::Amount& a, const extract::Amount& b) {
  return a.min == b.min && a.max == b.max && a.unit == b.unit && a.qualifier == b.qualifier;
}

bool same(const StoredClaim& a, const StoredClaim& b) {
  return same_fact(a, b) && same_period(a, b) && same_value(a.claim.value, b.claim.value) &&
         a.claim.modality == b.claim.modality && a.claim.attribution == b.claim.attribution;
}

using Claims = std::vector<const StoredClaim*>;
using Fits = std::function<bool(const StoredClaim&, const StoredClaim&)>;

/// Takes out of both lists what fits, one to one in their order.
std::vector<ClaimChange> take_pairs(Claims& before, Claims& after, const Fits& fits) {
  std::vector<ClaimChange> pairs;
  std::erase_if(before, [&](const StoredClaim* old) {
    const auto at = std::ranges::find_if(after, [&](const StoredClaim* fresh) { return fits(*old, *fresh); });
    if (at == after.end()) return false;
    pairs.push_back({ClaimChange::Kind::changed, old, *at});
    after.erase(at);
    return true;
  });
  return pairs;
}

Claims pointers(const std::vector<StoredClaim>& claims) {
  Claims all;
  for (const auto& claim : claims) all.push_back(&claim);
  return all;
}

}  // namespace

Result<std::vector<StoredRevision>> find_revisions(Database& database, std::int64_t article) {
  return guarded(database, fmt::format("read the versions of article {}", article), [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    std::vector<StoredRevision> revisions;
    {
      auto row = connection.query(
          "SELECT id, number, title, text, fetched_at, warc_file, warc_offset, warc_length FROM revision"
          " WHERE article_id = ?1 ORDER BY number");
      row.bind(article);
      while (row.step())
        revisions.push_back({.id = row.integer(0),
                             .number = static_cast<int>(row.integer(1)),
                             .title = row.text(2),
                             .text = row.text(3),
                             .fetched_at = row.text(4),
                             .record = read_record(connection, row, 5),
                             .claims = {}});
    }
    for (auto& revision : revisions) revision.claims = claims_of(connection, revision.id);
    return revisions;
  });
}

Result<std::vector<RevisionRow>> list_revisions(Database& database, std::int64_t article) {
  return guarded(database, fmt::format("list the versions of article {}", article), [&] {
    auto row = database.connection().query(
        "SELECT number, title, fetched_at, correction, live, warc_file IS NOT NULL,"
        " (SELECT count(*) FROM claim WHERE claim.revision_id = revision.id AND claim.extraction_id ="
        "  (SELECT max(id) FROM extraction WHERE extraction.revision_id = revision.id))"
        " FROM revision WHERE article_id = ?1 ORDER BY number");
    row.bind(article);
    std::vector<RevisionRow> revisions;
    while (row.step())
      revisions.push_back({.number = static_cast<int>(row.integer(0)),
                           .title = row.text(1),
                           .fetched_at = row.text(2),
                           .correction = row.integer(3) != 0,
                           .live = row.integer(4) != 0,
                           .has_record = row.integer(5) != 0,
                           .claims = static_cast<std::size_t>(row.integer(6))});
    return revisions;
  });
}

std::vector<ClaimChange> claim_changes(const std::vector<StoredClaim>& before,
                                       const std::vector<StoredClaim>& after) {
  auto old = pointers(before), fresh = pointers(after);
  take_pairs(old, fresh, same);
  auto changes = take_pairs(
      old, fresh, [](const auto& a, const auto& b) { return same_fact(a, b) && same_period(a, b); });
  for (auto& pair : take_pairs(old, fresh, same_fact)) changes.push_back(pair);
  for (const auto* gone : old) changes.push_back({ClaimChange::Kind::went, gone, nullptr});
  for (const auto* come : fresh) changes.push_back({ClaimChange::Kind::came, nullptr, come});
  return changes;
}

}  // namespace gegenprobe::store
