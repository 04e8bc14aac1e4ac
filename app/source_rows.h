#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/rows.h"
#include "store/source_table.h"

namespace gegenprobe::app {

/// How a source is, in a word: "ok", "new", "failing", "needs a person", "paused", "not in the
/// configuration".
std::string_view status_of(const store::Source& source);

/// A source with all that is known of it, under the same names in each format; moments are UTC in data, and
/// in tables told from `now`.
std::vector<Column> source_columns();
std::vector<Cell> source_cells(const store::Source& source, const store::PageCounts& pages, store::Time now);

/// The same for people, a line each: "last success  2026-11-22 14:30 (12 min ago)".
std::string source_story(const store::Source& source, const store::PageCounts& pages, store::Time now);

}  // namespace gegenprobe::app
