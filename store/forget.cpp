#include "store/forget.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "ingest/url.h"
#include "ingest/warc_blank.h"
#include "store/connection.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/orphans.h"
#include "store/page_record.h"

namespace gegenprobe::store {
namespace {

using Progress = std::function<void(const std::string&)>;

constexpr std::size_t kArticlesAtOnce = 200;  // some thousand rows: a part of a second

// The ids of what is to go, kept where every statement can read them.
std::size_t choose(Connection& connection, const std::string& words) {
  connection.database.exec(
      "CREATE TEMP TABLE IF NOT EXISTS forgotten (id INTEGER PRIMARY KEY); DELETE FROM forgotten");
  const auto url = ingest::canonical_url(words);
  connection
      .query(
          "INSERT INTO forgotten SELECT id FROM article WHERE identity IN (?1, ?2) OR outlet_id ="
          " (SELECT id FROM outlet WHERE folded = ?3)")
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
      "SELECT article.id, coalesce(article.url, article.title, '(no headline)') FROM article"
      " JOIN forgotten ON forgotten.id = article.id ORDER BY article.id");
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

std::vector<std::int64_t> chosen(Connection& connection) {
  auto row = connection.query("SELECT id FROM forgotten ORDER BY id");
  std::vector<std::int64_t> articles;
  while (row.step()) articles.push_back(row.integer(0));
  return articles;
}

void choose(Connection& connection, std::span<const std::int64_t> articles) {
  connection.database.exec("DELETE FROM forgotten");
  for (const auto article : articles)
    connection.query("INSERT INTO forgotten (id) VALUES (?1)").bind(article).run();
}

// What these articles name, which may be named by nothing else.
constexpr const char* kNamed =
    "CREATE TEMP TABLE IF NOT EXISTS named (id INTEGER PRIMARY KEY); DELETE FROM named;"
    "INSERT OR IGNORE INTO named SELECT mention.company_id FROM forgotten CROSS JOIN revision ON "
    "revision.article_id = forgotten.id CROSS JOIN mention ON mention.revision_id = revision.id"
    " WHERE mention.company_id IS NOT NULL;"
    "INSERT OR IGNORE INTO named SELECT value FROM forgotten CROSS JOIN revision ON "
    "revision.article_id = forgotten.id CROSS JOIN claim ON claim.revision_id = revision.id"
    " CROSS JOIN json_each(json_array(subject_id, counterparty_id)) WHERE value IS NOT NULL;"
    "CREATE TEMP TABLE IF NOT EXISTS origins (id INTEGER PRIMARY KEY); DELETE FROM origins;"
    "INSERT OR IGNORE INTO origins SELECT origin_id FROM forgotten CROSS JOIN article ON article.id = "
    "forgotten.id WHERE origin_id IS NOT NULL;"
    "CREATE TEMP TABLE IF NOT EXISTS outlets (id INTEGER PRIMARY KEY); DELETE FROM outlets;"
    "INSERT OR IGNORE INTO outlets SELECT outlet_id FROM forgotten CROSS JOIN article ON article.id = "
    "forgotten.id WHERE outlet_id IS NOT NULL";

std::size_t delete_rows(Connection& connection) {
  connection.database.exec(kNamed);
  connection.database.exec(
      "DELETE FROM page WHERE article_id IN (SELECT id FROM forgotten);"
      "DELETE FROM article WHERE id IN (SELECT id FROM forgotten);"
      "DELETE FROM outlet WHERE id IN (SELECT id FROM outlets) AND NOT EXISTS (SELECT 1 FROM article WHERE "
      "article.outlet_id = outlet.id);"
      "DELETE FROM origin WHERE id IN (SELECT id FROM origins) AND NOT EXISTS (SELECT 1 FROM article WHERE "
      "article.origin_id = origin.id);");
  connection.database.exec("DELETE FROM company WHERE id IN (SELECT id FROM named) AND " +
                           std::string(kCompanyIsUnnamed));
  return static_cast<std::size_t>(connection.database.getChanges());
}

// The words of deleted rows stay in a full-text index until it is merged to one piece. In steps, since
// whoever else writes has to wait for each.
void merge_full_text(Connection& connection, const std::string& index) {
  constexpr int kPagesAtOnce = 1'000;
  const auto merge = fmt::format("INSERT INTO {0} ({0}, rank) VALUES ('merge', -{1})", index, kPagesAtOnce);
  constexpr int kChangesOfNothing = 1;  // the row of the statement itself
  for (auto before = -1; connection.database.getTotalChanges() - before > kChangesOfNothing;) {
    before = connection.database.getTotalChanges();
    connection.database.exec(merge);
  }
}

Result<Done> blank_records(Connection& connection, Forgotten& forgotten) {
  for (const auto& place : records(connection)) {
    const auto bytes = ingest::blank_record(place);
    if (!bytes) return bytes.error();
    if (*bytes > 0) ++forgotten.records, forgotten.record_bytes += *bytes;
  }
  return Done{};
}

// Freed pages are overwritten with zeros; then the log is written back and emptied.
Result<Forgotten> forget_chosen(Database& database, Forgotten forgotten, const Progress& progress) {
  auto& connection = database.connection();
  if (const auto done = blank_records(connection, forgotten); !done) return done.error();
  connection.database.exec("PRAGMA secure_delete = ON");
  const auto articles = chosen(connection);
  for (std::size_t at = 0; at < articles.size(); at += kArticlesAtOnce) {
    progress(fmt::format("{} of {} articles are deleted", at, articles.size()));
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    choose(connection, std::span(articles).subspan(at, std::min(kArticlesAtOnce, articles.size() - at)));
    forgotten.companies += delete_rows(connection);
    transaction.commit();
  }
  for (const std::string index : {"article_fts", "claim_fts"}) {
    progress("the words are taken out of " + index);
    merge_full_text(connection, index);
  }
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

Result<Forgotten> forget(Database& database, const std::string& url_or_outlet, bool dry,
                         const Progress& progress) {
  return guarded(database, "forget " + url_or_outlet, [&]() -> Result<Forgotten> {
    auto& connection = database.connection();
    if (choose(connection, url_or_outlet) == 0)
      return Error{Error::Kind::input,
                   fmt::format("no article stands at '{}', and no outlet is called so", url_or_outlet),
                   "gegenprobe articles --format csv, for addresses and outlets"};
    Forgotten forgotten;
    count(connection, forgotten);
    const Progress quietly = [](const std::string&) {};
    if (!dry) return forget_chosen(database, std::move(forgotten), progress ? progress : quietly);
    forgotten.records = records(connection).size();
    return forgotten;
  });
}

}  // namespace gegenprobe::store
