// Copies are found by the sketch of their shingles: whatever shares one of its values is a candidate, those
// that share most are compared first. A value that many texts share is boilerplate or a text printed
// everywhere; its newest 24 articles are enough to find the origin of the latter.
#include "store/origin_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "ingest/ingest.h"
#include "store/shingles.h"

namespace gegenprobe::store {
namespace {

constexpr int kMostOfOneValue = 24;
constexpr int kMostCompared = 12;
constexpr int kMostRevisions = 3;  // of a candidate; copies may be of an earlier one

struct Candidate {
  std::int64_t article, origin;
  int shared;
};

/// Those that share most first; of these the newest.
std::vector<Candidate> candidates(Connection& connection, const std::vector<std::int64_t>& sketch,
                                  std::int64_t article) {
  std::map<std::int64_t, Candidate> by_article;
  for (const auto hash : sketch) {
    auto row = connection.query(
        "SELECT article.id, article.origin_id FROM fingerprint JOIN article ON article.id = article_id"
        " WHERE hash = ?1 AND article_id <> ?2 ORDER BY article_id DESC LIMIT ?3");
    row.bind(hash, article, kMostOfOneValue);
    while (row.step()) {
      const auto id = row.integer(0);
      ++by_article.try_emplace(id, Candidate{id, row.integer(1), 0}).first->second.shared;
    }
  }
  std::vector<Candidate> all;
  all.reserve(by_article.size());
  for (const auto& [id, candidate] : by_article) all.push_back(candidate);
  std::ranges::sort(all, [](const Candidate& a, const Candidate& b) {
    return std::pair(-a.shared, -a.article) < std::pair(-b.shared, -b.article);
  });
  return all;
}

bool copies(Connection& connection, const Shingles& shingles, std::int64_t article) {
  auto row =
      connection.query("SELECT text FROM revision WHERE article_id = ?1 ORDER BY number DESC LIMIT ?2");
  row.bind(article, kMostRevisions);
  while (row.step())
    if (is_copy(shingles, shingles_of(row.text(0)))) return true;
  return false;
}

std::set<std::int64_t> origins_of(Connection& connection, const Shingles& shingles,
                                  const std::vector<std::int64_t>& sketch, std::int64_t article) {
  std::set<std::int64_t> origins;
  int compared = 0;
  for (const auto& candidate : candidates(connection, sketch, article)) {
    if (candidate.origin == 0 || origins.contains(candidate.origin)) continue;
    if (++compared > kMostCompared) break;
    if (copies(connection, shingles, candidate.article)) origins.insert(candidate.origin);
  }
  return origins;
}

std::int64_t number_of(Connection& connection, std::string_view sql, std::int64_t id) {
  auto row = connection.query(sql);
  return row.bind(id).step() ? row.integer(0) : 0;
}

void add_words(std::set<std::string>& words, std::string_view parted) {
  while (!parted.empty()) {
    const auto end = std::min(parted.find(", "), parted.size());
    words.emplace(parted.substr(0, end));
    parted.remove_prefix(std::min(end + 2, parted.size()));
  }
}

void add_agencies(Connection& connection, std::int64_t origin, std::set<std::string> agencies) {
  {
    auto row = connection.query("SELECT agency FROM origin WHERE id = ?1");
    if (row.bind(origin).step()) add_words(agencies, row.text(0));
  }
  if (agencies.empty()) return;
  connection.query("UPDATE origin SET agency = ?2 WHERE id = ?1 AND agency IS NOT ?2")
      .bind(origin, fmt::format("{}", fmt::join(agencies, ", ")))
      .run();
}

void absorb(Connection& connection, std::int64_t kept, std::int64_t gone) {
  std::set<std::string> agencies;
  {
    auto row = connection.query("SELECT agency FROM origin WHERE id = ?1");
    if (row.bind(gone).step()) add_words(agencies, row.text(0));
  }
  connection.query("UPDATE article SET origin_id = ?1 WHERE origin_id = ?2").bind(kept, gone).run();
  connection.query("DELETE FROM origin WHERE id = ?1").bind(gone).run();
  add_agencies(connection, kept, std::move(agencies));
}

/// The article behind `last` that has none; gives its id, -1 where there is none.
std::int64_t join_next(Connection& connection, std::int64_t last) {
  ingest::Document document;
  {
    auto row = connection.query(
        "SELECT article.id, article.author, revision.text FROM article"
        " JOIN revision ON revision.article_id = article.id AND revision.live"
        " WHERE article.origin_id IS NULL AND article.id > ?1 ORDER BY article.id LIMIT 1");
    if (!row.bind(last).step()) return -1;
    last = row.integer(0);
    document = ingest::document_of(row.text(2), {});
    document.author = row.text(1);
  }
  join_origin(connection, last, keys_of(document));
  return last;
}

}  // namespace

std::int64_t join_origin(Connection& connection, std::int64_t article, const TextKeys& keys) {
  auto origins = origins_of(connection, keys.shingles, keys.sketch, article);
  const auto before = number_of(connection, "SELECT origin_id FROM article WHERE id = ?1", article);
  if (before != 0) origins.insert(before);
  if (origins.empty()) {
    connection.query("INSERT INTO origin DEFAULT VALUES").run();
    origins.insert(connection.database.getLastInsertRowid());
  }
  const auto kept = *origins.begin();
  if (before != kept)
    connection.query("UPDATE article SET origin_id = ?2 WHERE id = ?1").bind(article, kept).run();
  for (auto gone = std::next(origins.begin()); gone != origins.end(); ++gone) absorb(connection, kept, *gone);
  add_agencies(connection, kept, {keys.agencies.begin(), keys.agencies.end()});
  for (const auto hash : keys.sketch)
    connection.query("INSERT INTO fingerprint (hash, article_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .bind(hash, article)
        .run();
  return kept;
}

std::int64_t find_origin(Connection& connection, std::string_view text) {
  const auto shingles = shingles_of(text);
  const auto origins = origins_of(connection, shingles, sketch_of(shingles), 0);
  return origins.empty() ? 0 : *origins.begin();
}

void join_missing_origins(Connection& connection) {
  constexpr std::string_view kMissing =
      "SELECT count(*) FROM (SELECT 1 FROM article WHERE origin_id IS NULL LIMIT 1)";
  if (connection.number(kMissing) == 0) return;
  SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
  for (auto last = std::int64_t{0}; last >= 0;) last = join_next(connection, last);
  transaction.commit();
}

}  // namespace gegenprobe::store
