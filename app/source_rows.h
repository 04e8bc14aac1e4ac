#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/rows.h"
#include "ingest/fetcher.h"
#include "store/source_table.h"

namespace gegenprobe::app {

/// A source with what else is known of it.
struct SourceState {
  const store::Source& source;
  store::PageCounts pages;
  std::optional<ingest::HostState> pause;  ///< that its host or domain asks for now
};

/// How a source is, in a word: "ok", "new", "failing", "waits", "needs a person", "paused", "not in the
/// configuration".
std::string_view status_of(const SourceState& state);

/// A source with all that is known of it, under the same names in each format; moments are UTC in data, and
/// in tables told from `now`.
std::vector<Column> source_columns();
std::vector<Cell> source_cells(const SourceState& state, store::Time now);

/// The same for people, a line each: "last success  2026-11-22 14:30 (12 min ago)".
std::string source_story(const SourceState& state, store::Time now);

}  // namespace gegenprobe::app
