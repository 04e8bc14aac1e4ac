#include "store/watch.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "store/claim_row.h"
#include "store/connection.h"
#include "store/cross_check.h"
#include "store/guarded.h"
#include "store/in_words.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

constexpr std::size_t kMostConflicts = 500;

Error usage(std::string what, std::string hint) {
  return {Error::Kind::usage, std::move(what), std::move(hint)};
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
             name.npos;
}

// What a claim says and where, whichever run of the extractor says it.
std::string words_of(const StoredClaim& stored) {
  const auto& claim = stored.claim;
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}", stored.article, stored.surface, stored.sentence,
                     claim.subject_entity, word(claim.metric), word(claim.role), in_words(claim.value),
                     in_words(claim.period), word(claim.modality));
}
std::string key_of(const StoredClaim& claim) { return text_hash("claim|" + words_of(claim)); }
std::string key_of(const Conflict& conflict) {
  auto a = words_of(conflict.a), b = words_of(conflict.b);
  if (b < a) std::swap(a, b);
  return text_hash(fmt::format("{}|{}|{}", word(conflict.comparison.verdict), a, b));
}

bool write_item(Connection& connection, const Watch& watch, const std::string& key, std::int64_t a,
                std::optional<std::int64_t> b, std::string_view verdict, std::string_view reason, Time now,
                bool known) {
  connection
      .query(
          "INSERT INTO watch_item (watch_id, key, claim_a, claim_b, verdict, reason, found_at, known)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING")
      .bind(watch.id, key, a, b, verdict, reason, utc(now), known)
      .run();
  return connection.database.getChanges() > 0;
}

std::int64_t newest_claim(Connection& connection) { return connection.number("SELECT max(id) FROM claim"); }

// Claims from one of these on, in the order of their ids. A hundred thousand in one go: the next run goes on.
Result<std::vector<StoredClaim>> fresh_claims(Database& database, const Watch& watch) {
  std::int64_t last = 0;
  {
    auto row = database.connection().query("SELECT last_claim FROM watch WHERE id = ?1");
    if (row.bind(watch.id).step()) last = row.integer(0);
  }
  return find_claims(database, {.company = watch.company,
                                .metric = watch.metric,
                                .outlet = watch.outlet,
                                .text = watch.words,
                                .after = last,
                                .limit = 0});
}

Result<std::vector<Conflict>> watched_conflicts(Database& database, const Watch& watch) {
  auto verdicts = watch.verdicts;
  if (verdicts.empty()) verdicts = {Verdict::scale_suspect, Verdict::contradicts, Verdict::differs};
  std::vector<Conflict> all;
  for (const auto verdict : verdicts) {
    auto found = conflicts(database, {.company = watch.company,
                                      .metric = watch.metric,
                                      .verdicts = {verdict},
                                      .outlet = watch.outlet,
                                      .limit = kMostConflicts});
    if (!found) return found.error();
    for (auto& each : *found) all.push_back(std::move(each));
  }
  if (watch.words.empty()) return all;
  std::vector<Conflict> kept;
  for (auto& each : all) {
    bool holds = false;
    for (const auto* side : {&each.a, &each.b}) {
      const auto count = count_claims(database, {.text = watch.words, .claim = side->id});
      if (!count) return count.error();
      holds |= *count > 0;
    }
    if (holds) kept.push_back(std::move(each));
  }
  return kept;
}

// What is read and what is written are one moment only for the writer: nobody else moves last_claim back.
Result<std::size_t> collect_as(Database& database, const Watch& watch, Time now, bool known) {
  auto& connection = database.connection();
  const auto newest = newest_claim(connection);
  const auto claims =
      known ? Result<std::vector<StoredClaim>>(std::vector<StoredClaim>()) : fresh_claims(database, watch);
  if (!claims) return claims.error();
  const auto conflicts = watched_conflicts(database, watch);
  if (!conflicts) return conflicts.error();
  SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
  std::size_t fresh = 0;
  for (const auto& claim : *claims)
    if (claim.id <= newest)
      fresh += write_item(connection, watch, key_of(claim), claim.id, std::nullopt, "", "", now, known);
  for (const auto& conflict : *conflicts)
    fresh += write_item(connection, watch, key_of(conflict), conflict.a.id, conflict.b.id,
                        word(conflict.comparison.verdict), conflict.comparison.reason, now, known);
  connection.query("UPDATE watch SET last_claim = max(last_claim, ?2) WHERE id = ?1")
      .bind(watch.id, newest)
      .run();
  transaction.commit();
  return fresh;
}

Watch read_watch(const Query& row) {
  Watch watch{.id = row.integer(0), .name = row.text(1)};
  watch.company = row.text(2);
  watch.metric = extract::metric(row.text(3));
  watch.words = row.text(4), watch.outlet = row.text(5);
  const auto words = row.text(6);
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    if (const auto known = verdict(words.substr(at, end - at))) watch.verdicts.push_back(*known);
    at = end + 1;
  }
  watch.atom = row.text(7), watch.json = row.text(8), watch.mail = row.text(9), watch.webhook = row.text(10);
  watch.made_by = row.text(11), watch.made_at = row.text(12);
  return watch;
}

StoredClaim read_one(Connection& connection, std::int64_t id) {
  auto row = connection.query(kSelectClaim + "WHERE claim.id = ?1");
  return row.bind(id).step() ? read_claim(row) : StoredClaim();
}

Result<std::vector<WatchItem>> items(Database& database, const Watch& watch, const std::string& condition,
                                     const std::string& order, std::int64_t limit) {
  return guarded(database, "read what " + watch.name + " found", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    auto row = connection.query(
        "SELECT id, key, claim_a, claim_b, verdict, reason, found_at FROM watch_item WHERE watch_id = ?1 AND "
        "NOT "
        "known AND " +
        condition + " ORDER BY id " + order + " LIMIT ?2");
    row.bind(watch.id, limit);
    std::vector<WatchItem> found;
    while (row.step()) {
      WatchItem item;
      item.id = row.integer(0), item.key = row.text(1);
      item.a = read_one(connection, row.integer(2));
      if (!row.is_null(3)) item.b = read_one(connection, row.integer(3));
      item.verdict = row.text(4), item.reason = row.text(5), item.found_at = row.text(6);
      found.push_back(std::move(item));
    }
    return found;
  });
}

const char* column(Sent way) { return way == Sent::mail ? "mailed_at" : "posted_at"; }

}  // namespace

Result<Watch> add_watch(Database& database, const Watch& watch, Time now, bool from_start) {
  if (!is_name(watch.name))
    return usage(fmt::format("'{}' is no name for a watch", watch.name),
                 "letters, digits, - and _, 64 at most");
  if (watch.atom.empty() && watch.json.empty() && watch.mail.empty() && watch.webhook.empty())
    return usage("where shall its finds go?", "--atom FILE, --json FILE, --mail ADDRESS or --webhook URL");
  return guarded(database, "keep the watch", [&]() -> Result<Watch> {
    auto& connection = database.connection();
    std::vector<std::string_view> verdicts;
    for (const auto each : watch.verdicts) verdicts.push_back(word(each));
    if (auto row = connection.query("SELECT 1 FROM watch WHERE name = ?1"); row.bind(watch.name).step())
      return usage(fmt::format("there is a watch '{}' already", watch.name),
                   "gegenprobe watch remove " + watch.name + ", or another name");
    if (!watch.words.empty())
      if (const auto readable = count_claims(database, {.text = watch.words, .claim = 0}); !readable)
        return readable.error();
    Watch kept = watch;
    kept.made_at = utc(now);
    connection
        .query(
            "INSERT INTO watch (name, company, metric, words, outlet, verdicts, atom, json, mail, webhook, "
            "made_by,"
            " made_at, last_claim) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
        .bind(watch.name, watch.company, watch.metric ? word(*watch.metric) : "", watch.words, watch.outlet,
              fmt::format("{}", fmt::join(verdicts, " ")), watch.atom, watch.json, watch.mail, watch.webhook,
              watch.made_by, kept.made_at, from_start ? 0 : newest_claim(connection))
        .run();
    kept.id = connection.database.getLastInsertRowid();
    if (!from_start)
      if (const auto known = collect_as(database, kept, now, true); !known) return known.error();
    return kept;
  });
}

Result<Done> remove_watch(Database& database, const std::string& name) {
  return guarded(database, "remove the watch", [&]() -> Result<Done> {
    database.connection().query("DELETE FROM watch WHERE name = ?1").bind(name).run();
    if (database.connection().database.getChanges() == 0)
      return usage(fmt::format("there is no watch '{}'", name), "gegenprobe watch list");
    return Done{};
  });
}

Result<std::vector<Watch>> find_watches(Database& database) {
  return guarded(database, "look for watches", [&] {
    auto row = database.connection().query(
        "SELECT id, name, company, metric, words, outlet, verdicts, atom, json, mail, webhook, made_by, "
        "made_at"
        " FROM watch ORDER BY name");
    std::vector<Watch> watches;
    while (row.step()) watches.push_back(read_watch(row));
    return watches;
  });
}

Result<std::size_t> collect(Database& database, const Watch& watch, Time now) {
  return guarded(database, "run the watch " + watch.name,
                 [&] { return collect_as(database, watch, now, false); });
}

Result<std::vector<WatchItem>> unsent(Database& database, const Watch& watch, Sent way) {
  return items(database, watch, fmt::format("{} IS NULL", column(way)), "ASC", -1);
}

Result<Done> mark_sent(Database& database, const std::vector<WatchItem>& items, Sent way, Time now) {
  return guarded(database, "note what was sent", [&] {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const auto& item : items)
      connection.query(fmt::format("UPDATE watch_item SET {} = ?2 WHERE id = ?1", column(way)))
          .bind(item.id, utc(now))
          .run();
    transaction.commit();
    return Done{};
  });
}

Result<std::vector<WatchItem>> newest_items(Database& database, const Watch& watch, std::size_t limit) {
  return items(database, watch, "1", "DESC", static_cast<std::int64_t>(limit));
}

}  // namespace gegenprobe::store
