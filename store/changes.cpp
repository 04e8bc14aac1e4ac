#include "store/changes.h"

#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {
namespace {

Seen read_newest(Connection& connection) {
  return {connection.number("SELECT max(id) FROM article"), connection.number("SELECT max(id) FROM revision"),
          connection.number("SELECT max(id) FROM claim"), connection.number("SELECT max(id) FROM review"),
          connection.number("SELECT count(*) FROM review WHERE state = 'undone'")};
}

std::size_t count(Connection& connection, std::string_view sql, std::int64_t after) {
  auto row = connection.query(sql);
  return row.bind(after).step() ? static_cast<std::size_t>(row.integer(0)) : 0;
}

}  // namespace

Result<Seen> newest(Database& database) {
  return guarded(database, "look for changes", [&] { return read_newest(database.connection()); });
}

Result<Changes> changes_since(Database& database, const Seen& seen, std::size_t most_articles) {
  Changes changes;
  std::vector<std::int64_t> ids;
  const auto counted = guarded(database, "look for changes", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    changes.now = read_newest(connection);
    changes.reviewed = changes.now.review > seen.review || changes.now.undone != seen.undone;
    changes.articles = count(connection, "SELECT count(*) FROM revision WHERE id > ?1", seen.revision);
    changes.claims = count(connection, "SELECT count(*) FROM claim WHERE id > ?1 AND live", seen.claim);
    // Of a pair, claim_b is the later claim.
    changes.conflicts =
        count(connection,
              "SELECT count(*) FROM comparison WHERE claim_b > ?1 AND verdict IN ('scale_suspect', "
              "'contradicts', 'differs')",
              seen.claim);
    auto row =
        connection.query("SELECT article_id FROM revision WHERE id > ?1 AND live ORDER BY id DESC LIMIT ?2");
    row.bind(seen.revision, most_articles);
    while (row.step()) ids.push_back(row.integer(0));
    return Done{};
  });
  if (!counted) return counted.error();
  for (const auto id : ids) {
    auto article = find_article_row(database, id);
    if (!article) return article.error();
    if (*article) changes.newest.push_back(**std::move(article));
  }
  return changes;
}

}  // namespace gegenprobe::store
