#include "app/crawl_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/case_words.h"
#include "app/moments.h"

namespace gegenprobe::app {
namespace {

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

/// " (429 until 14:30)" where it is one source, or the first two of several with their names.
std::string reasons(const CrawlReport& report, Visited visited, store::Time now) {
  std::vector<std::string> words;
  const auto count = report.count(visited);
  for (const auto& source : report.sources) {
    if (source.visited != visited || words.size() == 2) continue;
    auto why = source.why;
    if (source.until) why += " until " + clock_words(*source.until, now);
    words.push_back(visited == Visited::waits && count == 1 ? why : fmt::format("{}: {}", source.name, why));
  }
  if (count > words.size()) words.push_back("…");
  return words.empty() ? "" : fmt::format(" ({})", fmt::join(words, "; "));
}

std::string sources_words(const CrawlReport& report, store::Time now) {
  struct Part {
    Visited visited;
    const char *one, *many;
  };
  constexpr Part kParts[] = {{Visited::ok, "ok", "ok"},
                             {Visited::unchanged, "unchanged", "unchanged"},
                             {Visited::not_due, "not due", "not due"},
                             {Visited::waits, "waits", "wait"},
                             {Visited::failing, "failed", "failed"},
                             {Visited::needs_person, "needs a person", "need a person"}};
  std::vector<std::string> parts;
  for (const auto& [visited, one, many] : kParts) {
    const auto count = report.count(visited);
    if (count == 0) continue;
    const bool explained = visited >= Visited::waits;
    parts.push_back(fmt::format("{} {}{}", count, count == 1 ? one : many,
                                explained ? reasons(report, visited, now) : ""));
  }
  return counted(report.sources.size(), "source") +
         (parts.empty() ? "" : fmt::format(": {}", fmt::join(parts, ", ")));
}

}  // namespace

std::size_t CrawlReport::count(Visited visited) const {
  return static_cast<std::size_t>(std::ranges::count(sources, visited, &SourceReport::visited));
}

std::string summary(const CrawlReport& report, store::Time now) {
  std::vector<std::string> parts{sources_words(report, now)};
  parts.push_back(fmt::format("{} new, {} changed {}", report.fresh, report.changed,
                              report.fresh + report.changed == 1 ? "article" : "articles"));
  if (report.failed > 0) parts.push_back(counted(report.failed, "page") + " failed");
  if (report.forbidden > 0) parts.push_back(counted(report.forbidden, "page") + " forbidden by robots.txt");
  if (report.waiting > 0) parts.push_back(counted(report.waiting, "page") + " for the next run");
  parts.push_back(counted(report.claims, "claim"));
  if (auto odds = odds_words(report.conflicts, report.suspects); !odds.empty())
    parts.push_back(std::move(odds));
  if (report.watched > 0) parts.push_back(counted(report.watched, "item") + " for watches");
  const auto seconds = std::chrono::duration<double>(report.took).count();
  parts.push_back(seconds < 10 ? fmt::format("{:.1f} s", seconds) : fmt::format("{:.0f} s", seconds));
  return fmt::format("{}", fmt::join(parts, " · "));
}

}  // namespace gegenprobe::app
