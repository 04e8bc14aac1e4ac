#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/warc_place.h"
#include "store/claim_table.h"
#include "store/database.h"

namespace gegenprobe::store {

/// An article's text as it stood at one time, with what was read in it.
struct StoredRevision {
  std::int64_t id = 0;
  int number = 1;
  std::string title, text;
  std::string fetched_at;                   ///< ISO 8601, UTC
  std::optional<ingest::WarcPlace> record;  ///< the page it was read from, where that was kept
  std::vector<StoredClaim> claims;  ///< of the newest run of the extractor over it, in the order of the text
};

/// All revisions of an article, the oldest first; none where there is no such article.
Result<std::vector<StoredRevision>> find_revisions(Database& database, std::int64_t article);

/// What a list of versions tells of each.
struct RevisionRow {
  int number = 1;
  std::string title, fetched_at;
  bool correction = false;  ///< its text says that it corrects or updates an earlier one
  bool live = false;        ///< the newest
  bool has_record = false;  ///< the page it was read from was kept
  std::size_t claims = 0;   ///< as in StoredRevision
};
/// The oldest first.
Result<std::vector<RevisionRow>> list_revisions(Database& database, std::int64_t article);

/// How what a text states differs from what another stated before.
struct ClaimChange {
  enum class Kind : std::uint8_t { came, went, changed } kind;
  const StoredClaim* before = nullptr;  ///< not of what came
  const StoredClaim* after = nullptr;   ///< not of what went
};
/// A claim has changed where subject, metric and role stay and the rest does not; of several such, those of
/// the same period belong together first. Pointers into the two lists. Quadratic in what is not the same.
std::vector<ClaimChange> claim_changes(const std::vector<StoredClaim>& before,
                                       const std::vector<StoredClaim>& after);

}  // namespace gegenprobe::store
