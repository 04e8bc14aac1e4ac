#include "store/forget.h"

#include <fmt/format.h>

#include <filesystem>

#include "ingest/url.h"
#include "ingest/warc_blank.h"
#include "store/connection.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/orphans.h"
#include "store/page_record.h"

namespace gegenprobe::store {
namespace {

// The ids of what is to go, kept where every statement can read them.
std::size_t choose(Connection& connection, const std::string& words) {
  connection.database.exec(
      "CREATE TEMP TABLE IF NOT EXISTS forgotten (id INTEGER PRIMARY KEY); DELETE FROM forgotten");
  const auto url = ingest::canonical_url(words);
  connection
      .query(
          "INSERT INTO forgotten SELECT id FROM article WHERE identity IN (?1, ?2) OR outlet_id = (SELECT id "
          "FROM "
          "outlet WHERE folded = ?3)")
      .bind(words, url ? *url : words, fold(words))
      .run();
  return static_cast<std::size_t>(connection.database.getChanges());
}

constexpr std::string_view kClaims =
    "(SELECT claim.id FROM claim JOIN revision ON revision.id = claim.revision_id JOIN forgotten ON "
    "forgotten.id ="
    " revision.article_id)";

std::size_t counted(Connection& connection, const std::string& sql) {
  return static_cast<std::size_t>(connection.number(sql));
}

void count(Connection& connection, Forgotten& forgotten) {
  const std::string claims(kClaims);
  forgotten.revisions =
      counted(connection, "SELECT count(*) FROM revision WHERE article_id IN (SELECT id FROM forgotten)");
  forgotten.claims = counted(connection, "SELECT count(*) FROM " + claims);
  forgotten.mentions =
      counted(connection,
              "SELECT count(*) FROM mention WHERE revision_id IN (SELECT id FROM revision WHERE "
              "article_id IN (SELECT id FROM forgotten))");
  forgotten.comparisons = counted(
      connection, "SELECT count(*) FROM comparison WHERE claim_a IN " + claims + " OR claim_b IN " + claims);
  forgotten.reviews =
      counted(connection, "SELECT count(*) FROM review WHERE article_id IN (SELECT id FROM forgotten)");
  forgotten.watch_items = counted(
      connection, "SELECT count(*) FROM watch_item WHERE claim_a IN " + claims + " OR claim_b IN " + claims);
  auto row = connection.query(
      "SELECT article.id, coalesce(article.url, article.title, '(no headline)') FROM article JOIN forgotten "
      "ON "
      "forgotten.id = article.id ORDER BY article.id");
  while (row.step()) forgotten.articles.push_back(fmt::format("a{} {}", row.integer(0), row.text(1)));
}

std::vector<ingest::WarcPlace> records(Connection& connection) {
  auto row = connection.query(
      "SELECT DISTINCT warc_file, warc_offset, warc_length FROM revision WHERE warc_file IS NOT NULL AND "
      "article_id "
      "IN (SELECT id FROM forgotten)");
  std::vector<ingest::WarcPlace> places;
  while (row.step())
    places.push_back({path_of_stored(connection, row.text(0)), static_cast<std::uint64_t>(row.integer(1)),
                      static_cast<std::uint64_t>(row.integer(2))});
  return places;
}

// What only these articles named: companies, their outlet, their origin.
std::size_t delete_rows(Connection& connection) {
  connection.database.exec(
      "CREATE TEMP TABLE IF NOT EXISTS named (id INTEGER PRIMARY KEY); DELETE FROM named;"
      "INSERT OR IGNORE INTO named SELECT mention.company_id FROM mention JOIN revision ON revision.id = "
      "mention.revision_id JOIN forgotten ON forgotten.id = revision.article_id WHERE mention.company_id IS "
      "NOT NULL;"
      "INSERT OR IGNORE INTO named SELECT subject_id FROM claim JOIN revision ON revision.id = "
      "claim.revision_id "
      "JOIN forgotten ON forgotten.id = revision.article_id WHERE subject_id IS NOT NULL;"
      "CREATE TEMP TABLE IF NOT EXISTS origins (id INTEGER PRIMARY KEY); DELETE FROM origins;"
      "INSERT OR IGNORE INTO origins SELECT origin_id FROM article JOIN forgotten ON forgotten.id = "
      "article.id WHERE "
      "origin_id IS NOT NULL;"
      "CREATE TEMP TABLE IF NOT EXISTS outlets (id INTEGER PRIMARY KEY); DELETE FROM outlets;"
      "INSERT OR IGNORE INTO outlets SELECT outlet_id FROM article JOIN forgotten ON forgotten.id = "
      "article.id WHERE "
      "outlet_id IS NOT NULL;"
      "DELETE FROM page WHERE article_id IN (SELECT id FROM forgotten);"
      "DELETE FROM article WHERE id IN (SELECT id FROM forgotten);"
      "DELETE FROM outlet WHERE id IN (SELECT id FROM outlets) AND id NOT IN (SELECT outlet_id FROM article "
      "WHERE "
      "outlet_id IS NOT NULL);"
      "DELETE FROM origin WHERE id IN (SELECT id FROM origins) AND NOT EXISTS (SELECT 1 FROM article WHERE "
      "article.origin_id = origin.id);");
  connection.database.exec("DELETE FROM company WHERE id IN (SELECT id FROM named) AND " +
                           std::string(kCompanyIsUnnamed));
  return static_cast<std::size_t>(connection.database.getChanges());
}

Result<Forgotten> forget_chosen(Database& database, Forgotten forgotten) {
  auto& connection = database.connection();
  for (const auto& place : records(connection)) {
    const auto bytes = ingest::blank_record(place);
    if (!bytes) return bytes.error();
    if (*bytes > 0) ++forgotten.records, forgotten.record_bytes += *bytes;
  }
  // Freed pages are overwritten with zeros; the words that the full-text index keeps of deleted rows go when
  // it is merged; then the log is written back and emptied.
  connection.database.exec("PRAGMA secure_delete = ON");
  SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
  forgotten.companies = delete_rows(connection);
  connection.database.exec(
      "INSERT INTO article_fts (article_fts) VALUES ('optimize'); INSERT INTO claim_fts (claim_fts) VALUES "
      "('optimize')");
  transaction.commit();
  const auto busy = connection.database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt();
  if (busy != 0)
    return Error{
        Error::Kind::store,
        "the rows are deleted, but another program still reads what they were, so that their words are in "
        "the file " +
            database.path() + "-wal",
        "end it, and run: sqlite3 " + database.path() + " 'PRAGMA wal_checkpoint(TRUNCATE)'"};
  return forgotten;
}

}  // namespace

Result<Forgotten> forget(Database& database, const std::string& url_or_outlet, bool dry) {
  return guarded(database, "forget " + url_or_outlet, [&]() -> Result<Forgotten> {
    auto& connection = database.connection();
    if (choose(connection, url_or_outlet) == 0)
      return Error{Error::Kind::input,
                   fmt::format("no article stands at '{}', and no outlet is called so", url_or_outlet),
                   "gegenprobe articles --format csv, for addresses and outlets"};
    Forgotten forgotten;
    count(connection, forgotten);
    if (!dry) return forget_chosen(database, std::move(forgotten));
    forgotten.records = records(connection).size();
    return forgotten;
  });
}

}  // namespace gegenprobe::store
