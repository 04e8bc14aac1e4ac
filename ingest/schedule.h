#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::ingest {

/// When to fetch again: what a crawl decides, as functions of the clock's time, so that tests need none.
using Moment = std::chrono::sys_seconds;

/// How often lists of articles are visited.
struct Rhythm {
  std::chrono::seconds shortest{15 * 60};
  std::chrono::seconds longest{24 * 3600};
};

/// About one article a visit, within the bounds; the longest where there are none.
std::chrono::seconds interval_for(double articles_a_day, const Rhythm& rhythm);

/// Articles a day after `fresh` of them in `elapsed`: what was three days ago counts a third of what is now.
double rate_after(double articles_a_day, std::size_t fresh, std::chrono::seconds elapsed);

/// The same at the first visit, by the dates of the entries; one an hour where they tell nothing.
double first_rate(std::vector<Moment> published, Moment now);

/// How much a failure weighs: passing faults less than those that somebody must have meant.
enum class Trouble {
  network,     ///< no answer, a broken one
  server,      ///< 5xx
  client,      ///< 4xx
  unreadable,  ///< an answer that is not what it was
  refused,     ///< 401, 402, 403
  forbidden,   ///< by robots.txt
  gone         ///< 410
};
double weight_of(Trouble trouble);
Trouble trouble_of(int status);
/// From this sum of weights on a source does not get well by waiting.
inline constexpr double kNeedsPerson = 10;
/// Twice as long for each point of weight, at most a day; a week once it needs a person, so that what was
/// mended is found.
std::chrono::seconds interval_after_failures(double weights, std::chrono::seconds interval);

/// What a 429 or 503 asks for: Retry-After in seconds or as a date; without one 5 minutes, doubled for each
/// time in a row. From a minute to a week.
Moment retry_at(const std::string& retry_after, int times_in_a_row, Moment now);

/// When an article whose text was read `fetches` times is to be read again, by the steps counted from the
/// first time; nothing behind the last step.
std::optional<Moment> refetch_at(Moment first_fetch, int fetches,
                                 const std::vector<std::chrono::seconds>& steps, Moment now);

/// When a page that failed so many times in a row is tried again; nothing: it is given up.
std::optional<Moment> retry_page_at(int failures, Moment now);

/// Whether `next` has come. A clock that was set back must not stop everything until it is where it was: what
/// was last done in the future is due.
bool is_due(std::optional<Moment> next, std::optional<Moment> last, Moment now);

/// A list is asked for without conditions now and then: there are servers that call a changed list unchanged.
bool wants_whole(std::optional<Moment> last_whole, Moment now);

}  // namespace gegenprobe::ingest
