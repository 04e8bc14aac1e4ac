#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "ingest/document.h"
#include "store/article_table.h"
#include "store/claim_table.h"
#include "store/database.h"

namespace gegenprobe::store {

/// Which newest texts to read again.
enum class Outdated : std::uint8_t {
  by_rules,     ///< those that other rules read
  by_anything,  ///< those that other rules or another program read
  all           ///< every one
};
/// Their ids, ascending.
Result<std::vector<std::int64_t>> outdated_revisions(Database& database, const Versions& versions,
                                                     Outdated outdated);

/// A stored text as extract() takes it; nothing where it is no longer the newest of its article.
Result<std::optional<ingest::Document>> stored_document(Database& database, std::int64_t revision);

/// What became of a claim.
struct ClaimChange {
  std::optional<extract::Claim> before, after;  ///< one alone: went, came
  std::string surface;                          ///< of the newer of the two
  std::vector<std::string> fields;              ///< that differ, where both are there: "value", "period"
};
struct Reextraction {
  std::int64_t article = 0;
  std::string title, outlet;
  std::vector<ClaimChange> changes;
  std::size_t same = 0;           ///< claims
  bool mentions_changed = false;  ///< something else in it is read otherwise
  std::size_t orphaned = 0;       ///< reviews whose claim is no longer read
  bool as_before() const { return changes.empty() && !mentions_changed; }
};
/// Puts another reading of a stored text in the place of the present one, in one transaction: the old claims
/// stay with their extraction, no longer live; reviews and decisions about names hold for the new ones; what
/// they touch is compared again. A reading that is the same is only noted. `dry`: writes nothing.
Result<Reextraction> reextract(Database& database, std::int64_t revision, const ingest::Document& document,
                               const extract::Extraction& extraction, const Versions& versions, Time now,
                               bool dry = false);

}  // namespace gegenprobe::store
