#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/result.h"
#include "store/database.h"
#include "store/utc.h"

namespace gegenprobe::store {

struct Connection;

enum class PageRole : std::uint8_t { article, list };

enum class PageState : std::uint8_t {
  waiting,     ///< to be read
  kept,        ///< an article that is stored
  no_article,  ///< a page of another kind, a consent page …
  failed,      ///< could not be read, several times over
  forbidden,   ///< by the host's robots.txt
  gone         ///< 404, 410
};
std::string_view word(PageState state);

/// An address as a list of articles names it.
struct NewPage {
  std::string url = {};  ///< canonical; of a file its path
  PageRole role = PageRole::article;
  std::string published = {}, modified = {};  ///< ISO 8601 as the list tells them; may be empty
  bool skip = false;                          ///< known from now on, and not to be read: too old
};

/// An address and what its fetches left.
struct Page : NewPage {
  std::int64_t id = 0, source = 0;
  std::string read_url;  ///< where permanent redirects lead; empty: `url`
  PageState state = PageState::waiting;
  std::optional<std::int64_t> article;
  std::optional<Time> first_fetched_at, fetched_at;
  std::optional<Time> next_at;  ///< nothing: never again
  int fetches = 0;              ///< answers that could be read
  int failures = 0;             ///< in a row
  std::string etag, last_modified, error;
  std::string known_hash;  ///< text_hash() of the article as it is stored; empty where none is
};

/// Where due_pages() goes on.
struct PageCursor {
  std::string next_at;
  std::int64_t id = 0;
};

/// The next pages of a source that are due, the longest due first; `cursor` moves behind them.
/// Lists come with the articles.
Result<std::vector<Page>> due_pages(Database& database, std::int64_t source, Time now, std::size_t limit,
                                    PageCursor& cursor);
Result<std::size_t> count_due(Database& database, std::int64_t source, Time now);

/// Writes down what a fetch left.
Result<Done> record_page(Database& database, const Page& page);
/// The same for a list, with the addresses it named, in one transaction; gives how many were not known.
Result<std::size_t> record_list(Database& database, const Page& list, const std::vector<NewPage>& pages,
                                Time now);

/// Within a transaction: adds what is not known, and makes due what was modified since it was read. With
/// `lists_again` lists that do not say when they changed are due too. Gives how many articles were not known.
std::size_t write_pages(Connection& connection, std::int64_t source, const std::vector<NewPage>& pages,
                        bool lists_again, Time now);

}  // namespace gegenprobe::store
