#include "app/crawl_visit.h"

#include <fmt/format.h>

#include <unordered_set>

#include "app/moments.h"
#include "ingest/day.h"
#include "ingest/url.h"

namespace gegenprobe::app {
namespace {

using store::Time;

/// The day of an ISO 8601 time; to the hour where it says so, in whatever zone, which does not matter here.
std::optional<Time> time_of(std::string_view iso) {
  const auto day = parse_day(iso.substr(0, 10));
  if (!day) return std::nullopt;
  if (iso.size() < 16) return *day;
  if (const auto time = store::parse_utc(std::string(iso.substr(0, 16)) + ":00Z")) return time;
  return *day;
}

bool is_sitemap(ingest::FeedFormat format) {
  using enum ingest::FeedFormat;
  return format == sitemap || format == news_sitemap || format == sitemap_index;
}

void plan(store::Source& source, std::chrono::seconds interval, std::string why, Time now) {
  source.visited_at = now;
  source.interval = interval;
  source.next_at = now + interval;
  source.next_why = std::move(why);
}

}  // namespace

store::SourceKind kind_of(const ingest::FoundSource& found) {
  using Kind = ingest::FoundSource::Kind;
  if (found.kind == Kind::page) return store::SourceKind::page;
  if (found.kind == Kind::article) return store::SourceKind::article;
  return is_sitemap(found.format) ? store::SourceKind::sitemap : store::SourceKind::feed;
}

std::vector<store::NewPage> pages_of(const ingest::Feed& feed, std::chrono::seconds oldest, Time now) {
  using enum ingest::FeedFormat;
  std::vector<store::NewPage> pages;
  std::unordered_set<std::string> seen;
  for (const auto& entry : feed.entries) {
    const auto url = ingest::canonical_url(entry.url);
    if (!url || !seen.insert(*url).second) continue;
    store::NewPage page{.url = *url, .published = entry.published, .modified = entry.modified};
    // The only date of a plain sitemap is that of the last change.
    if (feed.format == sitemap || feed.format == sitemap_index) {
      if (page.modified.empty()) page.modified = page.published;
      page.published.clear();
    }
    if (feed.format == sitemap_index) page.role = store::PageRole::list;
    const auto dated = time_of(page.modified.empty() ? page.published : page.modified);
    page.skip = is_sitemap(feed.format) && oldest.count() > 0 && dated && *dated < now - oldest;
    pages.push_back(std::move(page));
  }
  return pages;
}

std::vector<Time> times_of(const std::vector<store::NewPage>& pages) {
  std::vector<Time> times;
  for (const auto& page : pages)
    if (const auto time = time_of(page.published.empty() ? page.modified : page.published);
        time && page.role == store::PageRole::article)
      times.push_back(*time);
  return times;
}

void succeeded(store::Source& source, std::size_t fresh, const std::vector<Time>& times,
               const ingest::Rhythm& rhythm, Time now) {
  if (source.per_day && source.visited_at)
    source.per_day = ingest::rate_after(*source.per_day, fresh, now - *source.visited_at);
  else
    source.per_day = ingest::first_rate(times, now);
  if (fresh > 0) source.news_at = now;
  source.succeeded_at = now;
  source.failures = 0, source.needs_person = false, source.error.clear(), source.error_at.reset();
  plan(source, ingest::interval_for(*source.per_day, rhythm),
       fmt::format("{:.1f} articles a day", *source.per_day), now);
}

void failed(store::Source& source, ingest::Trouble trouble, std::string error, const ingest::Rhythm& rhythm,
            Time now) {
  source.failures += ingest::weight_of(trouble);
  source.needs_person = source.failures >= ingest::kNeedsPerson;
  source.error = std::move(error);
  if (!source.error_at) source.error_at = now;
  const auto usual = ingest::interval_for(source.per_day.value_or(24), rhythm);
  const auto interval = ingest::interval_after_failures(source.failures, usual);
  plan(source, interval, source.needs_person ? "late: it needs a person" : "later: the last visit failed",
       now);
}

void put_off(store::Source& source, Time until, std::string_view why, Time now) {
  source.visited_at = now;
  source.next_at = until;
  source.next_why = fmt::format("its host asks for a pause ({})", why);
}

ingest::Visit visit_of(const store::Source& source, std::uint64_t ticket, Time now) {
  ingest::Visit visit{.ticket = ticket, .url = source.read_url};
  if (source.distrusted || ingest::wants_whole(source.full_at, now)) return visit;
  visit.etag = source.etag;
  visit.last_modified = source.last_modified;
  return visit;
}

void was_read(store::Page& page, const std::vector<std::chrono::seconds>& refetch, Time now) {
  page.state = store::PageState::kept;
  page.failures = 0, page.error.clear();
  page.fetched_at = now;
  if (!page.first_fetched_at || *page.first_fetched_at > now) page.first_fetched_at = now;
  ++page.fetches;
  page.next_at = ingest::refetch_at(*page.first_fetched_at, page.fetches, refetch, now);
}

void was_not_read(store::Page& page, std::string error, Time now) {
  ++page.failures;
  page.error = std::move(error);
  page.next_at = ingest::retry_page_at(page.failures, now);
  // What is stored stays so, whatever becomes of its address.
  if (!page.next_at && page.state == store::PageState::waiting) page.state = store::PageState::failed;
}

void is_over(store::Page& page, store::PageState state, std::string error, Time now) {
  page.state = state;
  page.error = std::move(error);
  page.fetched_at = now;
  page.next_at.reset();
}

std::string status_words(int status) { return fmt::format("the server answers {}", status); }

}  // namespace gegenprobe::app
