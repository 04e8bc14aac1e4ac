#include "store/source_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "extract/text/words.h"
#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {
namespace {

constexpr extract::Words<SourceKind, 6> kKinds{"unknown", "feed", "sitemap", "page", "article", "files"};
constexpr extract::Words<SourceState, 3> kStates{"active", "paused", "unlisted"};

constexpr std::string_view kSelect =
    "SELECT id, name, url, read_url, kind, state, from_config, outlet, language, added_at, etag,"
    " last_modified, body_hash, full_at, visited_at, succeeded_at, news_at, next_at, next_why, interval_s,"
    " per_day, failures, error, error_at, needs_person, distrusted FROM source ";

Source source_of(const Query& row) {
  Source source;
  source.id = row.integer(0);
  source.name = row.text(1), source.url = row.text(2), source.read_url = row.text(3);
  source.kind = kKinds.find(row.text(4)).value_or(SourceKind::unknown);
  source.state = kStates.find(row.text(5)).value_or(SourceState::active);
  source.from_config = row.integer(6) != 0;
  source.outlet = row.text(7), source.language = row.text(8);
  source.added_at = row.time(9).value_or(Time{});
  source.etag = row.text(10), source.last_modified = row.text(11), source.body_hash = row.text(12);
  source.full_at = row.time(13), source.visited_at = row.time(14), source.succeeded_at = row.time(15);
  source.news_at = row.time(16), source.next_at = row.time(17), source.next_why = row.text(18);
  if (!row.is_null(19)) source.interval = std::chrono::seconds(row.integer(19));
  if (!row.is_null(20)) source.per_day = row.real(20);
  source.failures = row.real(21), source.error = row.text(22), source.error_at = row.time(23);
  source.needs_person = row.integer(24) != 0, source.distrusted = row.integer(25) != 0;
  return source;
}

Error taken(const std::string& what) {
  return {Error::Kind::usage, what, "gegenprobe sources list shows all; --name gives another name"};
}

std::optional<Source> first(Query& row) { return row.step() ? std::optional(source_of(row)) : std::nullopt; }

std::optional<Source> named(Connection& connection, const std::string& name) {
  auto row = connection.query(std::string(kSelect) + "WHERE name = ?1");
  return first(row.bind(name));
}

std::optional<Source> at_address(Connection& connection, const std::string& url) {
  auto row = connection.query(std::string(kSelect) + "WHERE url = ?1");
  return first(row.bind(url));
}

void insert(Connection& connection, const NewSource& source, bool from_config, Time now) {
  connection
      .query(
          "INSERT INTO source (name, url, read_url, kind, outlet, language, from_config, added_at)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(source.name, source.url, source.read_url.empty() ? source.url : source.read_url,
            word(source.kind), source.outlet, source.language, from_config, now)
      .run();
}

// A kind that was found out stays where the configuration names none.
void take_over(Connection& connection, const Source& known, const NewSource& said) {
  const auto kind = said.kind == SourceKind::unknown ? known.kind : said.kind;
  const auto state = known.state == SourceState::unlisted ? SourceState::active : known.state;
  connection
      .query(
          "UPDATE source SET name = ?2, kind = ?3, outlet = ?4, language = ?5, from_config = 1, state = ?6"
          " WHERE id = ?1")
      .bind(known.id, said.name, word(kind), said.outlet, said.language, word(state))
      .run();
}

void write_source(Connection& connection, const Source& source) {
  auto query = connection.query(
      "UPDATE source SET read_url = ?2, kind = ?3, etag = ?4, last_modified = ?5, body_hash = ?6, full_at = "
      "?7,"
      " visited_at = ?8, succeeded_at = ?9, news_at = ?10, next_at = ?11, next_why = ?12, per_day = ?13,"
      " failures = ?14, error = ?15, error_at = ?16, needs_person = ?17, outlet = ?18, language = ?19,"
      " distrusted = ?20, interval_s = ?21 WHERE id = ?1");
  query.bind(source.id, source.read_url, word(source.kind), source.etag, source.last_modified,
             source.body_hash, source.full_at, source.visited_at, source.succeeded_at, source.news_at,
             source.next_at, source.next_why, source.per_day, source.failures, source.error, source.error_at,
             source.needs_person, source.outlet, source.language, source.distrusted);
  if (source.interval) query.bind_at(21, source.interval->count());
  query.run();
}

}  // namespace

std::string_view word(SourceKind kind) { return kKinds.of(kind); }
std::optional<SourceKind> source_kind(std::string_view word) { return kKinds.find(word); }
std::string_view word(SourceState state) { return kStates.of(state); }

Result<Source> add_source(Database& database, const NewSource& source, Time now) {
  return guarded(database, "add the source " + source.name, [&]() -> Result<Source> {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    if (const auto known = at_address(connection, source.url))
      return taken(fmt::format("{} is a source already: {}", source.url, known->name));
    if (const auto known = named(connection, source.name))
      return taken(fmt::format("there is a source {} already: {}", source.name, known->url));
    insert(connection, source, false, now);
    const auto added = named(connection, source.name);
    transaction.commit();
    return *added;
  });
}

Result<std::vector<Source>> find_sources(Database& database) {
  return guarded(database, "list the sources", [&] {
    std::vector<Source> sources;
    auto row = database.connection().query(std::string(kSelect) + "ORDER BY name");
    while (row.step()) sources.push_back(source_of(row));
    return sources;
  });
}

Result<Source> find_source(Database& database, std::string_view name_or_url) {
  return guarded(database, "look for a source", [&]() -> Result<Source> {
    auto row = database.connection().query(
        std::string(kSelect) + "WHERE name = ?1 OR url = ?1 OR read_url = ?1 ORDER BY name <> ?1");
    if (const auto source = first(row.bind(std::string(name_or_url)))) return *source;
    return Error{Error::Kind::usage, fmt::format("there is no source '{}'", name_or_url),
                 "gegenprobe sources list shows all"};
  });
}

Result<PageCounts> count_pages(Database& database, std::int64_t source) {
  return guarded(database, "count a source's pages", [&] {
    PageCounts counts;
    auto row = database.connection().query(
        "SELECT state, count(*) FROM page WHERE source_id = ?1 AND role = 'article' GROUP BY state");
    row.bind(source);
    while (row.step()) {
      const auto state = row.text(0);
      (state == "kept"      ? counts.kept
       : state == "waiting" ? counts.waiting
       : state == "failed"  ? counts.failed
                            : counts.other) += static_cast<std::size_t>(row.integer(1));
    }
    return counts;
  });
}

Result<Done> set_state(Database& database, std::int64_t source, SourceState state) {
  return guarded(database, "change a source", [&] {
    database.connection()
        .query(
            "UPDATE source SET state = ?2, next_at = NULL, next_why = NULL, failures = 0, needs_person = 0"
            " WHERE id = ?1")
        .bind(source, word(state))
        .run();
    return Done{};
  });
}

Result<Done> remove_source(Database& database, std::int64_t source) {
  return guarded(database, "remove a source", [&] {
    database.connection().query("DELETE FROM source WHERE id = ?1").bind(source).run();
    return Done{};
  });
}

Result<Done> list_sources(Database& database, const std::vector<NewSource>& sources, Time now) {
  return guarded(database, "take over the sources of the configuration", [&]() -> Result<Done> {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    std::unordered_set<std::string> listed;
    for (const auto& source : sources) {
      listed.insert(source.url);
      const auto known = at_address(connection, source.url);
      if (const auto other = named(connection, source.name); other && (!known || other->id != known->id))
        return taken(fmt::format("the name {} is taken by {}", source.name, other->url));
      if (known)
        take_over(connection, *known, source);
      else
        insert(connection, source, true, now);
    }
    std::vector<std::int64_t> unlisted;
    for (auto row = connection.query("SELECT id, url FROM source WHERE from_config"); row.step();)
      if (!listed.contains(row.text(1))) unlisted.push_back(row.integer(0));
    for (const auto id : unlisted)
      connection.query("UPDATE source SET state = 'unlisted' WHERE id = ?1").bind(id).run();
    transaction.commit();
    return Done{};
  });
}

Result<Done> record_visit(Database& database, Source& source, const std::vector<NewPage>& pages, Time now,
                          const std::function<void(std::size_t fresh)>& settle) {
  return guarded(database, "write down the visit of " + source.name, [&] {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    settle(write_pages(connection, source.id, pages, true, now));
    write_source(connection, source);
    transaction.commit();
    return Done{};
  });
}

}  // namespace gegenprobe::store
