#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "store/utc.h"

namespace gegenprobe::app {

/// What became of a source in a run.
enum class Visited : std::uint8_t { not_due, ok, unchanged, waits, failing, needs_person };

struct SourceReport {
  std::string name;
  Visited visited = Visited::not_due;
  std::string why;                   ///< of waits, failing, needs_person: in a few words
  std::optional<store::Time> until;  ///< of waits
};

/// What a run did.
struct CrawlReport {
  std::vector<SourceReport> sources;
  std::size_t fresh = 0, changed = 0, unchanged = 0;  ///< articles
  std::size_t claims = 0, conflicts = 0, suspects = 0;
  std::size_t pages = 0;        ///< that were fetched
  std::size_t failed = 0;       ///< pages that could not be read now
  std::size_t no_articles = 0;  ///< pages of other kinds, gone, forbidden
  std::size_t forbidden = 0;    ///< of those the ones that robots.txt forbids
  std::size_t waiting = 0;      ///< pages that the next run reads
  std::size_t watched = 0;      ///< items that watches found
  std::chrono::milliseconds took{};

  std::size_t count(Visited visited) const;
};

/// One line: "41 sources: 38 ok, 2 unchanged, 1 waits (429 until 14:30) · 212 new, 7 changed articles · 934
/// claims · 38 s".
std::string summary(const CrawlReport& report, store::Time now);

}  // namespace gegenprobe::app
