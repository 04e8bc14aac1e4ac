#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/result.h"
#include "store/database.h"
#include "store/page_table.h"
#include "store/utc.h"

namespace gegenprobe::store {

enum class SourceKind : std::uint8_t {
  unknown,  ///< found out at the first visit
  feed,     ///< RSS, Atom, JSON Feed
  sitemap,  ///< a news sitemap, a sitemap, an index of sitemaps
  page,     ///< a page whose links are articles
  article,  ///< a single address
  files     ///< a file or a folder: texts, pages, JSON Lines, web archives
};
std::string_view word(SourceKind kind);
std::optional<SourceKind> source_kind(std::string_view word);

enum class SourceState : std::uint8_t {
  active,
  paused,   ///< by the operator
  unlisted  ///< came from the configuration and is no longer in it
};
std::string_view word(SourceState state);

/// What the operator says of a source.
struct NewSource {
  std::string name = {};      ///< unique
  std::string url = {};       ///< canonical address or absolute path, unique
  std::string read_url = {};  ///< where it is read; empty: at `url`
  SourceKind kind = SourceKind::unknown;
  std::string outlet = {}, language = {};  ///< of all its articles; empty: as they say
};

/// A source and what its visits left. Empty texts and optionals: not known, did not happen.
struct Source : NewSource {
  std::int64_t id = 0;
  SourceState state = SourceState::active;
  bool from_config = false;
  Time added_at{};
  std::string etag, last_modified, body_hash;  ///< of the last answer that could be read
  std::optional<Time> full_at;                 ///< when it was last asked for without a condition
  bool distrusted = false;                     ///< it called a changed list unchanged: no conditions
  std::optional<Time> visited_at, succeeded_at;
  std::optional<Time> news_at;  ///< when it last named an article that was not known
  std::optional<Time> next_at;  ///< the next visit; nothing: at once
  std::string next_why;         ///< in words
  std::optional<std::chrono::seconds> interval;
  std::optional<double> per_day;  ///< articles a day, the last days counting most
  double failures = 0;            ///< weighted, since the last success
  std::string error;              ///< of the last visit, in words; empty: it went well
  std::optional<Time> error_at;   ///< since when
  bool needs_person = false;      ///< it will not get well by waiting
};

/// How many of a source's addresses are in which state.
struct PageCounts {
  std::size_t kept = 0;     ///< articles that were read and stored
  std::size_t waiting = 0;  ///< not read yet
  std::size_t failed = 0;   ///< given up for now
  std::size_t other = 0;    ///< no articles, forbidden, gone
};

/// Adds a source. A usage error where its name or address is taken.
Result<Source> add_source(Database& database, const NewSource& source, Time now);
/// All of them, by name.
Result<std::vector<Source>> find_sources(Database& database);
/// By its name, else by its address as it was added or is read; a usage error where there is none.
Result<Source> find_source(Database& database, std::string_view name_or_url);
Result<PageCounts> count_pages(Database& database, std::int64_t source);
/// Failures are forgotten, and a source that becomes active is due at once.
Result<Done> set_state(Database& database, std::int64_t source, SourceState state);
/// With the addresses it named; its articles stay.
Result<Done> remove_source(Database& database, std::int64_t source);

/// What the configuration lists: new sources are added, known ones (by address) take over what it says, those
/// that it no longer lists are unlisted. A usage error where a name is taken by a source that was added by
/// hand. All or nothing.
Result<Done> list_sources(Database& database, const std::vector<NewSource>& sources, Time now);

/// Writes down what a visit left: the addresses that its answer named and `source`, in one transaction.
/// `settle` is told how many of them were not known before, and may change `source` by that.
Result<Done> record_visit(Database& database, Source& source, const std::vector<NewPage>& pages, Time now,
                          const std::function<void(std::size_t fresh)>& settle);

}  // namespace gegenprobe::store
