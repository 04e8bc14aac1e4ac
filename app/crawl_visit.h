#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/crawl_config.h"
#include "ingest/discover.h"
#include "ingest/feed.h"
#include "ingest/fetcher.h"
#include "store/page_table.h"
#include "store/source_table.h"

namespace gegenprobe::app {

/// What an answer makes of a source and of a page: functions of the clock's time alone.

/// What to call what was found.
store::SourceKind kind_of(const ingest::FoundSource& found);

/// The addresses that a list names, canonical and each once. Those that a sitemap calls older than `oldest`
/// (0: no bound) are to be skipped.
std::vector<store::NewPage> pages_of(const ingest::Feed& feed, std::chrono::seconds oldest, store::Time now);

/// The times at which the articles were published, as far as the list tells them.
std::vector<store::Time> times_of(const std::vector<store::NewPage>& pages);

/// The visit went well, and named `fresh` articles that were not known. `times` count at the first visit.
void succeeded(store::Source& source, std::size_t fresh, const std::vector<store::Time>& times,
               const ingest::Rhythm& rhythm, store::Time now);
/// It failed, for the reason that `error` tells.
void failed(store::Source& source, ingest::Trouble trouble, std::string error, const ingest::Rhythm& rhythm,
            store::Time now);
/// The host asks to be left alone.
void put_off(store::Source& source, store::Time until, std::string_view why, store::Time now);

/// Whether the visit asks without a condition, and which validators it sends else.
ingest::Visit visit_of(const store::Source& source, std::uint64_t ticket, store::Time now);

/// A page was read, or the server says that it is as it was.
void was_read(store::Page& page, const std::vector<std::chrono::seconds>& refetch, store::Time now);
/// It could not be; it is tried again some times.
void was_not_read(store::Page& page, std::string error, store::Time now);
/// It is not to be tried again.
void is_over(store::Page& page, store::PageState state, std::string error, store::Time now);

/// What a status means for a person: "the server answers 404".
std::string status_words(int status);

}  // namespace gegenprobe::app
