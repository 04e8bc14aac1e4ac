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
constexpr std::size_t kLongestName = 128;  // bytes

Error usage(std::string what, std::string hint) {
  return {Error::Kind::usage, std::move(what), std::move(hint)};
}

// A name stands in addresses of feeds, subjects of mails and on command lines.
bool is_name(std::string_view name) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; };
  return !name.empty() && name.size() <= kLongestName && name.front() != '-' && name.front() != ' ' &&
         name.back() != ' ' && std::ranges::none_of(name, is_control);
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
  ClaimFilter filter = filter_of(watch);
  filter.after = last;
  filter.limit = 0;
  return find_claims(database, filter);
}

/// Whether conflicts, which are found by company, metric and outlet, must be looked at one by one.
bool is_narrower(const Watch& watch) {
  return !watch.words.empty() || !watch.period.empty() || watch.min || watch.max || !watch.unit.empty() ||
         watch.modality || !watch.language.empty();
}

/// Whether one of the two is what the watch looks for.
Result<bool> fits(Database& database, const Watch& watch, const Conflict& conflict) {
  ClaimFilter filter = filter_of(watch);
  for (const auto* side : {&conflict.a, &conflict.b}) {
    filter.claim = side->id;
    const auto count = count_claims(database, filter);
    if (!count) return count.error();
    if (*count > 0) return true;
  }
  return false;
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
  if (!is_narrower(watch)) return all;
  std::vector<Conflict> kept;
  for (auto& each : all) {
    const auto fitting = fits(database, watch, each);
    if (!fitting) return fitting.error();
    if (*fitting) kept.push_back(std::move(each));
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
  connection
      .query(
          "UPDATE watch SET last_claim = max(last_claim, ?2), last_run = coalesce(?3, last_run) WHERE id = "
          "?1")
      .bind(watch.id, newest, known ? std::nullopt : std::optional(utc(now)))
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
  watch.period = row.text(13), watch.value_words = row.text(14);
  if (!row.is_null(15)) watch.min = row.real(15);
  if (!row.is_null(16)) watch.max = row.real(16);
  watch.unit = row.text(17), watch.modality = extract::modality(row.text(18)), watch.language = row.text(19);
  watch.last_run = row.text(20);
  return watch;
}

StoredClaim read_one(Connection& connection, std::int64_t id) {
  auto row = connection.query(kSelectClaim + "WHERE claim.id = ?1");
  return row.bind(id).step() ? read_claim(row) : StoredClaim();
}

Result<std::vector<WatchItem>> items(Database& database, const Watch& watch, const std::string& condition,
                                     const std::string& order, std::int64_t limit, std::size_t offset = 0) {
  return guarded(database, "read what " + watch.name + " found", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    auto row = connection.query(
        "SELECT id, key, claim_a, claim_b, verdict, reason, found_at FROM watch_item WHERE watch_id = ?1 AND "
        "NOT "
        "known AND " +
        condition + " ORDER BY id " + order + " LIMIT ?2 OFFSET ?3");
    row.bind(watch.id, limit, offset);
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

ClaimFilter filter_of(const Watch& watch) {
  return {.company = watch.company,
          .metric = watch.metric,
          .period = watch.period,
          .outlet = watch.outlet,
          .min = watch.min,
          .max = watch.max,
          .unit = watch.unit,
          .modality = watch.modality,
          .text = watch.words,
          .language = watch.language};
}

Result<Watch> add_watch(Database& database, const Watch& watch, Time now, bool from_start) {
  if (!is_name(watch.name))
    return usage(fmt::format("'{}' is no name for a watch", watch.name),
                 fmt::format("one line of {} bytes at most that does not begin with -", kLongestName));
  return guarded(database, "keep the watch", [&]() -> Result<Watch> {
    auto& connection = database.connection();
    std::vector<std::string_view> verdicts(watch.verdicts.size());
    std::ranges::transform(watch.verdicts, verdicts.begin(), [](const auto each) { return word(each); });
    if (auto row = connection.query("SELECT 1 FROM watch WHERE name = ?1"); row.bind(watch.name).step())
      return usage(fmt::format("there is a watch '{}' already", watch.name),
                   "gegenprobe watch remove " + watch.name + ", or another name");
    ClaimFilter filter = filter_of(watch);
    filter.claim = 0;
    if (const auto readable = count_claims(database, filter); !readable) return readable.error();
    Watch kept = watch;
    kept.made_at = utc(now);
    connection
        .query(
            "INSERT INTO watch (name, company, metric, words, outlet, verdicts, atom, json, mail, webhook,"
            " made_by, made_at, last_claim, period, value_words, value_min, value_max, unit, modality,"
            " language) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
            " ?18, ?19, ?20)")
        .bind(watch.name, watch.company, watch.metric ? word(*watch.metric) : "", watch.words, watch.outlet,
              fmt::format("{}", fmt::join(verdicts, " ")), watch.atom, watch.json, watch.mail, watch.webhook,
              watch.made_by, kept.made_at, from_start ? 0 : newest_claim(connection), watch.period,
              watch.value_words, watch.min, watch.max, watch.unit,
              watch.modality ? word(*watch.modality) : "", watch.language)
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
        "SELECT id, name, company, metric, words, outlet, verdicts, atom, json, mail, webhook, made_by,"
        " made_at, period, value_words, value_min, value_max, unit, modality, language, last_run"
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

Result<std::vector<WatchItem>> newest_items(Database& database, const Watch& watch, std::size_t limit,
                                            std::size_t offset) {
  return items(database, watch, "1", "DESC", static_cast<std::int64_t>(limit), offset);
}

Result<WatchCounts> count_items(Database& database, const Watch& watch) {
  return guarded(database, "count what " + watch.name + " found", [&] {
    auto row = database.connection().query(
        "SELECT count(*) FILTER (WHERE claim_b IS NULL), count(*) FILTER (WHERE claim_b IS NOT NULL),"
        " count(*) FILTER (WHERE id > (SELECT seen_item FROM watch WHERE id = ?1))"
        " FROM watch_item WHERE watch_id = ?1 AND NOT known");
    WatchCounts counts;
    if (row.bind(watch.id).step())
      counts = {.claims = static_cast<std::size_t>(row.integer(0)),
                .conflicts = static_cast<std::size_t>(row.integer(1)),
                .unseen = static_cast<std::size_t>(row.integer(2))};
    return counts;
  });
}

Result<Done> mark_seen(Database& database, const Watch& watch) {
  return guarded(database, "note that " + watch.name + " was looked at", [&] {
    database.connection()
        .query(
            "UPDATE watch SET seen_item = coalesce((SELECT max(id) FROM watch_item WHERE watch_id = ?1), 0)"
            " WHERE id = ?1")
        .bind(watch.id)
        .run();
    return Done{};
  });
}

}  // namespace gegenprobe::store
