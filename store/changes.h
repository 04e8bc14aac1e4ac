#pragma once
#include <cstdint>
#include <vector>

#include "store/database.h"
#include "store/query.h"

namespace gegenprobe::store {

/// How far a reader has seen: the last ids there are, and how many judgements were taken back.
struct Seen {
  std::int64_t article = 0, revision = 0, claim = 0, review = 0, undone = 0;
  bool operator==(const Seen&) const = default;
};
Result<Seen> newest(Database& database);

struct Changes {
  Seen now;
  std::size_t articles = 0, claims = 0, conflicts = 0;  ///< new ones
  bool reviewed = false;                                ///< somebody judged a claim, or took it back
  std::vector<ArticleRow> newest;                       ///< of the new and changed articles, the last first
};
/// What came after `seen`. Reads what is new, and nothing else.
Result<Changes> changes_since(Database& database, const Seen& seen, std::size_t most_articles);

}  // namespace gegenprobe::store
