#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/article_table.h"
#include "store/claim_table.h"
#include "store/compare.h"
#include "store/database.h"
#include "store/query.h"

namespace gegenprobe::store {

/// A saved query and where its finds go; empty members do not filter, or are no destination.
struct Watch {
  std::int64_t id = 0;
  std::string name;  ///< one line that does not begin with -
  std::string company = {};
  std::optional<extract::Metric> metric = {};
  std::string words = {};  ///< as ClaimFilter::text
  std::string outlet = {};
  std::string period = {};       ///< as ClaimFilter::period
  std::string value_words = {};  ///< what a person wrote for min, max and unit; not read here
  std::optional<double> min = {}, max = {};
  std::string unit = {}, language = {};
  std::optional<extract::Modality> modality = {};
  std::vector<Verdict> verdicts = {};   ///< of conflicts; empty: scale_suspect, contradicts, differs
  std::string atom = {}, json = {};     ///< files
  std::string mail = {}, webhook = {};  ///< an address, a URL
  std::string made_by = {}, made_at = {};
  std::string last_run = {};  ///< ISO 8601, UTC; empty: not yet
};
/// What claims it looks for.
ClaimFilter filter_of(const Watch& watch);

/// From now on: what is there already counts as known, unless `from_start`. Where its finds go may be left
/// open: they are kept, and newest_items() has them.
/// Errors: a name that is taken or is none; a filter that cannot be read.
Result<Watch> add_watch(Database& database, const Watch& watch, Time now, bool from_start = false);
Result<Done> remove_watch(Database& database, const std::string& name);  ///< with its items
Result<std::vector<Watch>> find_watches(Database& database);

/// A new claim, or a new conflict between two.
struct WatchItem {
  std::int64_t id = 0;
  std::string key;  ///< 32 hexadecimal digits; the same for what says the same
  StoredClaim a;
  std::optional<StoredClaim> b;  ///< of a conflict
  std::string verdict, reason;   ///< of a conflict
  std::string found_at;          ///< ISO 8601, UTC
};

/// Looks for what came since the last time and writes it down, in one transaction. How many items are new.
/// Reads claims from where it stopped, and of the conflicts the newest 500 of each verdict.
Result<std::size_t> collect(Database& database, const Watch& watch, Time now);

enum class Sent : std::uint8_t { mail, post };
/// What was not yet sent that way, the oldest first.
Result<std::vector<WatchItem>> unsent(Database& database, const Watch& watch, Sent way);
Result<Done> mark_sent(Database& database, const std::vector<WatchItem>& items, Sent way, Time now);
/// The newest first, sent or not.
Result<std::vector<WatchItem>> newest_items(Database& database, const Watch& watch, std::size_t limit,
                                            std::size_t offset = 0);

struct WatchCounts {
  std::size_t claims = 0, conflicts = 0;
  std::size_t unseen = 0;  ///< of both, since mark_seen()
};
Result<WatchCounts> count_items(Database& database, const Watch& watch);
/// A person has looked at what it found so far.
Result<Done> mark_seen(Database& database, const Watch& watch);

}  // namespace gegenprobe::store
