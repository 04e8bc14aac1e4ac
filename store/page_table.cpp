#include "store/page_table.h"

#include <fmt/format.h>

#include "extract/text/words.h"
#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {
namespace {

constexpr extract::Words<PageState, 6> kStates{"waiting", "kept",      "no_article",
                                               "failed",  "forbidden", "gone"};

constexpr std::string_view kColumns =
    "id, source_id, url, read_url, role, state, article_id, published, modified, first_fetched_at, "
    "fetched_at,"
    " next_at, fetches, failures, etag, last_modified, error,"
    " (SELECT text_hash FROM revision WHERE revision.article_id = page.article_id AND revision.live)";

Page page_of(const Query& row) {
  Page page;
  page.id = row.integer(0), page.source = row.integer(1);
  page.url = row.text(2), page.read_url = row.text(3);
  page.role = row.text(4) == "list" ? PageRole::list : PageRole::article;
  page.state = kStates.find(row.text(5)).value_or(PageState::waiting);
  if (!row.is_null(6)) page.article = row.integer(6);
  page.published = row.text(7), page.modified = row.text(8);
  page.first_fetched_at = row.time(9), page.fetched_at = row.time(10), page.next_at = row.time(11);
  page.fetches = static_cast<int>(row.integer(12)), page.failures = static_cast<int>(row.integer(13));
  page.etag = row.text(14), page.last_modified = row.text(15), page.error = row.text(16);
  page.known_hash = row.text(17);
  return page;
}

void write_page(Connection& connection, const Page& page) {
  connection
      .query(
          "UPDATE page SET read_url = ?2, state = ?3, article_id = ?4, first_fetched_at = ?5, fetched_at ="
          " ?6, next_at = ?7, fetches = ?8, failures = ?9, etag = ?10, last_modified = ?11, error = ?12"
          " WHERE id = ?1")
      .bind(page.id, page.read_url, word(page.state), page.article, page.first_fetched_at, page.fetched_at,
            page.next_at, page.fetches, page.failures, page.etag, page.last_modified, page.error)
      .run();
}

/// Whether it was not known.
bool insert_page(Connection& connection, std::int64_t source, const NewPage& page, Time now) {
  connection
      .query(
          "INSERT INTO page (source_id, url, role, published, modified, found_at, next_at, state)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (url) DO NOTHING")
      .bind(source, page.url, page.role == PageRole::list ? "list" : "article", page.published, page.modified,
            now, page.skip ? std::nullopt : std::optional(now), page.skip ? "no_article" : "waiting")
      .run();
  return connection.database.getChanges() > 0;
}

void make_due(Connection& connection, std::int64_t source, const NewPage& page, Time now) {
  connection
      .query("UPDATE page SET next_at = ?3 WHERE url = ?1 AND source_id = ?2 AND fetched_at IS NOT NULL")
      .bind(page.url, source, now)
      .run();
}

// Many a sitemap calls everything modified each time it is made: not within the hour, and not for ever.
void make_due_where_modified(Connection& connection, std::int64_t source, const NewPage& page, Time now) {
  constexpr int kMostFetches = 20;
  connection
      .query(
          "UPDATE page SET modified = ?3, next_at = ?4 WHERE url = ?1 AND source_id = ?2"
          " AND modified IS NOT ?3 AND fetched_at < ?5 AND fetches < ?6")
      .bind(page.url, source, page.modified, now, now - std::chrono::hours(1), kMostFetches)
      .run();
}

}  // namespace

std::string_view word(PageState state) { return kStates.of(state); }

std::size_t write_pages(Connection& connection, std::int64_t source, const std::vector<NewPage>& pages,
                        bool lists_again, Time now) {
  std::size_t fresh = 0;
  for (const auto& page : pages) {
    const bool list = page.role == PageRole::list;
    if (insert_page(connection, source, page, now)) {
      fresh += !page.skip && !list;
    } else if (list && page.modified.empty()) {
      if (lists_again) make_due(connection, source, page, now);
    } else if (!page.skip && !page.modified.empty()) {
      make_due_where_modified(connection, source, page, now);
    }
  }
  return fresh;
}

Result<std::vector<Page>> due_pages(Database& database, std::int64_t source, Time now, std::size_t limit,
                                    PageCursor& cursor) {
  return guarded(database, "look for pages that are due", [&] {
    auto row = database.connection().query(
        fmt::format("SELECT {} FROM page WHERE source_id = ?1 AND next_at <= ?2 AND (next_at, id) > (?3, ?4)"
                    " ORDER BY next_at, id LIMIT ?5",
                    kColumns));
    std::vector<Page> pages;
    row.bind(source, now, Required{cursor.next_at}, cursor.id, limit);
    while (row.step()) {
      pages.push_back(page_of(row));
      cursor = {row.text(11), pages.back().id};
    }
    return pages;
  });
}

Result<std::size_t> count_due(Database& database, std::int64_t source, Time now) {
  return guarded(database, "count the pages that are due", [&] {
    auto row =
        database.connection().query("SELECT count(*) FROM page WHERE source_id = ?1 AND next_at <= ?2");
    row.bind(source, now).step();
    return static_cast<std::size_t>(row.integer(0));
  });
}

Result<Done> record_page(Database& database, const Page& page) {
  return guarded(database, "write down the visit of " + page.url, [&] {
    write_page(database.connection(), page);
    return Done{};
  });
}

Result<std::size_t> record_list(Database& database, const Page& list, const std::vector<NewPage>& pages,
                                Time now) {
  return guarded(database, "write down what " + list.url + " names", [&] {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    write_page(connection, list);
    const auto fresh = write_pages(connection, list.source, pages, false, now);
    transaction.commit();
    return fresh;
  });
}

}  // namespace gegenprobe::store
