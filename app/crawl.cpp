#include "app/crawl.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "app/article_files.h"
#include "app/crawl_visit.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "app/version.h"
#include "ingest/decode.h"
#include "ingest/discover.h"
#include "store/source_table.h"

namespace gegenprobe::app {
namespace {

using std::chrono::milliseconds;
using Level = CrawlLog::Level;

constexpr std::size_t kOpenOfASource = 4;  // the fetcher lets one of a host go; the others wait their turn
constexpr std::size_t kBatch = 32;
constexpr std::size_t kBacklog = 64;  // pages that wait to be read, whatever number of hosts

unsigned readers() { return std::max(std::thread::hardware_concurrency(), 2U) - 1; }

}  // namespace

Crawl::Crawl(const CrawlConfig& config, const CrawlOptions& options, store::Database& database,
             const extract::Rules& rules, std::vector<extract::KnownFirm> firms, CrawlLog& log,
             Output& output)
    : config_(config),
      options_(options),
      database_(database),
      log_(log),
      output_(output),
      versions_{program_version(), extract::version_of(rules)},
      network_(config, database, options.allow_private),
      archive_(archive_folder(database.path())),
      pool_(rules, std::move(firms), readers(), [this] { network_.http().wake(); }),
      begin_(std::chrono::steady_clock::now()) {
  if (!options_.no_archive) network_.fetcher().keep_with([this](ingest::Response& answer) { keep(answer); });
}

void Crawl::keep(ingest::Response& answer) {
  const auto kept = archive_.append(answer, now());
  if (!kept) return stop(kept.error());
  answer.record = *kept;
}

Result<CrawlReport> Crawl::run() {
  if (const auto taken = take_sources(); !taken) return taken.error();
  for (auto& run : runs_) {
    if (run.due && run.source.kind == store::SourceKind::unknown) find_out(run);
    if (run.source.kind == store::SourceKind::files) read_files(run);
  }
  start_visits();
  while (!error_) {
    feed();
    if (open_.empty()) break;
    for (auto& fetched : network_.fetcher().wait(milliseconds(500))) take(std::move(fetched));
    for (auto& done : pool_.take()) take_done(std::move(done));
    if (const auto& error = network_.hosts().error()) stop(*error);
    show_progress();
  }
  if (error_) return *error_;
  return finished();
}

// ---------------------------------------------------------------------------------------- sources

Result<Done> Crawl::take_sources() {
  const auto sources = store::find_sources(database_);
  if (!sources) return sources.error();
  if (!options_.only.empty())
    if (const auto named = store::find_source(database_, options_.only); !named) return named.error();
  for (const auto& source : *sources) {
    const bool wanted = options_.only.empty() || source.name == options_.only ||
                        source.url == options_.only || source.read_url == options_.only;
    if (!wanted || source.state != store::SourceState::active) continue;
    auto& run = runs_.emplace_back();
    run.source = source;
    run.left = config_.articles_a_run;
    run.due = options_.now || ingest::is_due(source.next_at, source.visited_at, now());
  }
  return Done{};
}

/// What an address is that the configuration only names.
void Crawl::find_out(Run& run) {
  output_.progress("looking at " + run.source.url);
  const auto found =
      ingest::find_source([&](const std::string& url) { return network_.get(url); }, run.source.url);
  if (!found) return visit_failed(run, ingest::Trouble::unreadable, found.error().what);
  run.source.kind = kind_of(*found);
  run.source.read_url = found->url;
  log_.write(Level::info, "found", fmt::format("{}: read at {}", run.source.name, found->url),
             {{"source", run.source.name}, {"url", found->url}});
}

void Crawl::start_visits() {
  for (auto& run : runs_) {
    using enum store::SourceKind;
    if (!run.due || run.visited != Visited::not_due || run.source.kind == files || run.source.kind == unknown)
      continue;
    if (run.source.kind == article) {
      visit_went_well(run, {{.url = run.source.read_url}});
      continue;
    }
    open_.emplace(next_ticket_, Open{&run, std::nullopt});
    ++run.open;
    network_.fetcher().add(visit_of(run.source, next_ticket_++, now()));
  }
}

void Crawl::visit_went_well(Run& run, const std::vector<store::NewPage>& pages) {
  const auto moment = now();
  std::size_t fresh = 0;
  const auto recorded = store::record_visit(database_, run.source, pages, moment, [&](std::size_t count) {
    fresh = count;
    succeeded(run.source, count, times_of(pages), config_.rhythm, moment);
  });
  if (!recorded) return stop(recorded.error());
  run.visited = Visited::ok;
  run.empty = false;
  log_.write(Level::info, "visited", fmt::format("{}: {} new of {}", run.source.name, fresh, pages.size()),
             {{"source", run.source.name},
              {"new", static_cast<std::int64_t>(fresh)},
              {"named", static_cast<std::int64_t>(pages.size())}});
}

void Crawl::visit_failed(Run& run, ingest::Trouble trouble, const std::string& error) {
  const auto moment = now();
  const auto recorded = store::record_visit(database_, run.source, {}, moment, [&](std::size_t) {
    failed(run.source, trouble, error, config_.rhythm, moment);
  });
  if (!recorded) return stop(recorded.error());
  run.visited = Visited::failing;
  run.why = error;
  log_.write(run.source.needs_person ? Level::error : Level::warning, "failed",
             fmt::format("{}: {}", run.source.name, error),
             {{"source", run.source.name}, {"url", run.source.read_url}, {"error", error}});
}

/// Its host asks for a pause: neither the source nor its pages are asked for again in this run.
void Crawl::waits(Run& run, const ingest::Fetched& fetched) {
  if (run.visited == Visited::not_due || run.visited == Visited::ok || run.visited == Visited::unchanged)
    run.visited = Visited::waits;
  run.why = fetched.why;
  run.until = fetched.not_before;
  run.stopped = true;
}

// ---------------------------------------------------------------------------------------- lists

void Crawl::take_visit(Run& run, ingest::Fetched fetched) {
  using How = ingest::Fetched::How;
  switch (fetched.how) {
    case How::failed:
      return visit_failed(run, ingest::Trouble::network, fetched.error->what);
    case How::forbidden:
      return visit_failed(run, ingest::Trouble::forbidden, fetched.error->what);
    case How::put_off: {
      waits(run, fetched);
      const auto moment = now();
      const auto recorded = store::record_visit(database_, run.source, {}, moment, [&](std::size_t) {
        put_off(run.source, fetched.not_before.value_or(moment), fetched.why, moment);
      });
      if (!recorded) stop(recorded.error());
      return;
    }
    case How::answered:
      break;
  }
  const auto& response = fetched.response;
  if (!fetched.moved_to.empty()) run.source.read_url = fetched.moved_to;
  if (response.status == 304) {
    visit_went_well(run, {});
    run.visited = Visited::unchanged;
  } else if (response.status / 100 == 2) {
    take_list_answer(run, response);
  } else {
    visit_failed(run, ingest::trouble_of(response.status), status_words(response.status));
  }
}

void Crawl::take_list_answer(Run& run, const ingest::Response& response) {
  auto& source = run.source;
  const auto hash = store::text_hash(response.body);
  const auto etag = response.header("etag"), last_modified = response.header("last-modified");
  const bool changed = hash != source.body_hash;
  const bool same_validators =
      (!etag.empty() && etag == source.etag) ||
      (etag.empty() && !last_modified.empty() && last_modified == source.last_modified);
  if (changed && same_validators && !source.body_hash.empty()) {
    source.distrusted = true;
    log_.write(
        Level::warning, "distrusted",
        fmt::format(
            "{}: the server calls a changed list unchanged; it is asked without conditions from now on",
            source.name),
        {{"source", source.name}, {"url", source.read_url}});
  }
  std::vector<store::NewPage> pages;
  if (changed && source.kind == store::SourceKind::page) {
    const auto decoded =
        ingest::decode(response.body, ingest::charset_of_content_type(response.header("content-type")));
    if (!decoded) return visit_failed(run, ingest::Trouble::unreadable, decoded.error().what);
    for (auto& url : ingest::article_links(decoded->utf8, response.url))
      pages.push_back({.url = std::move(url)});
    if (pages.empty())
      return visit_failed(run, ingest::Trouble::unreadable, "the page holds no links to articles");
  } else if (changed) {
    const auto list = ingest::read_feed(response.body, response.header("content-type"), response.url);
    if (!list) return visit_failed(run, ingest::Trouble::unreadable, list.error().what);
    pages = pages_of(*list, config_.oldest, now());
  }
  source.body_hash = hash, source.etag = etag, source.last_modified = last_modified, source.full_at = now();
  visit_went_well(run, pages);
  if (!changed) run.visited = Visited::unchanged;
}

void Crawl::take_list(Run& run, store::Page page, const ingest::Response& response) {
  const auto list = ingest::read_feed(response.body, response.header("content-type"), response.url);
  if (!list) return page_failed(run, page, list.error().what);
  const auto moment = now();
  was_read(page, {}, moment);
  page.etag = response.header("etag"), page.last_modified = response.header("last-modified");
  const auto recorded = store::record_list(database_, page, pages_of(*list, config_.oldest, moment), moment);
  if (!recorded) return stop(recorded.error());
  run.empty = false;
  if (*recorded > 0) run.source.news_at = moment;
}

// ---------------------------------------------------------------------------------------- pages

bool Crawl::time_is_up() const { return std::chrono::steady_clock::now() - begin_ >= config_.longest_run; }

bool Crawl::may_fetch_more() const {
  return (options_.limit == 0 || fetched_ < options_.limit) && !time_is_up() && pool_.open() < kBacklog;
}

void Crawl::feed() {
  for (auto& run : runs_) feed(run);
}

void Crawl::feed(Run& run) {
  while (!run.empty && !run.stopped && run.left > 0 && run.open < kOpenOfASource && may_fetch_more() &&
         !error_) {
    if (run.next.empty()) {
      auto pages = store::due_pages(database_, run.source.id, now(), kBatch, run.cursor);
      if (!pages) return stop(pages.error());
      run.empty = pages->empty();
      run.next.assign(std::make_move_iterator(pages->rbegin()), std::make_move_iterator(pages->rend()));
      continue;
    }
    auto page = std::move(run.next.back());
    run.next.pop_back();
    if (page.role == store::PageRole::article) ++fetched_, --run.left;
    const auto url = page.read_url.empty() ? page.url : page.read_url;
    network_.fetcher().add(
        {.ticket = next_ticket_, .url = url, .etag = page.etag, .last_modified = page.last_modified});
    open_.emplace(next_ticket_++, Open{&run, std::move(page)});
    ++run.open;
  }
}

void Crawl::take(ingest::Fetched fetched) {
  if (error_) return;
  const auto at = open_.find(fetched.ticket);
  auto& run = *at->second.run;
  if (!at->second.page) {
    open_.erase(at);
    --run.open;
    return take_visit(run, std::move(fetched));
  }
  auto page = std::move(*at->second.page);
  const bool to_pool = fetched.how == ingest::Fetched::How::answered && fetched.response.status / 100 == 2 &&
                       page.role == store::PageRole::article;
  if (!to_pool) {
    open_.erase(at);
    --run.open;
    return take_page(run, std::move(page), std::move(fetched));
  }
  ++report_.pages;
  if (!fetched.moved_to.empty()) page.read_url = fetched.moved_to;
  page.etag = fetched.response.header("etag"), page.last_modified = fetched.response.header("last-modified");
  PageJob job{.ticket = fetched.ticket, .published = page.published, .known_hash = page.known_hash};
  job.response = std::move(fetched.response);
  job.overrides.outlet = run.source.outlet, job.overrides.language = run.source.language;
  at->second.page = std::move(page);
  pool_.add(std::move(job));
}

/// All answers but the text of an article.
void Crawl::take_page(Run& run, store::Page page, ingest::Fetched fetched) {
  using How = ingest::Fetched::How;
  if (fetched.how == How::put_off) {
    waits(run, fetched);
    if (fetched.asked) page_failed(run, page, fetched.error->what);
    return;
  }
  if (fetched.how == How::failed) return page_failed(run, page, fetched.error->what);
  if (fetched.how == How::forbidden) {
    ++report_.no_articles, ++report_.forbidden;
    is_over(page, store::PageState::forbidden, fetched.error->what, now());
    return record(page);
  }
  const int status = fetched.response.status;
  if (!fetched.moved_to.empty()) page.read_url = fetched.moved_to;
  if (status / 100 == 2) return take_list(run, std::move(page), fetched.response);
  ++report_.pages;
  if (status == 304) {
    const auto state = page.state;
    was_read(page, page.role == store::PageRole::list ? std::vector<std::chrono::seconds>{} : config_.refetch,
             now());
    page.state = state;
    return record(page);
  }
  if (status != 404 && status != 410) return page_failed(run, page, status_words(status));
  ++report_.no_articles;
  is_over(page, store::PageState::gone, status_words(status), now());
  record(page);
}

void Crawl::page_failed(Run& run, store::Page& page, const std::string& error) {
  ++report_.failed;
  was_not_read(page, error, now());
  const auto where = error.starts_with(page.url) ? error : fmt::format("{}: {}", page.url, error);
  log_.write(Level::warning, "page failed", fmt::format("{}: {}", run.source.name, where),
             {{"source", run.source.name}, {"url", page.url}, {"error", error}});
  record(page);
}

void Crawl::record(const store::Page& page) {
  if (const auto recorded = store::record_page(database_, page); !recorded) stop(recorded.error());
}

void Crawl::take_done(PageDone done) {
  const auto at = open_.find(done.ticket);
  auto& run = *at->second.run;
  auto page = std::move(*at->second.page);
  const bool file = run.source.kind == store::SourceKind::files;
  if (file) {  // many articles of one file: the page is written when all are in
    at->second.page = page;
    for (const auto& article : done.articles)
      if (ingest::shows_article(article.document.kind))
        add(article, run.source.name);
      else
        ++report_.no_articles;
    return;
  }
  open_.erase(at);
  --run.open;
  take_articles(run, page, done);
}

void Crawl::take_articles(Run& run, store::Page& page, PageDone& done) {
  using enum ingest::PageKind;
  if (done.articles.empty())
    return page_failed(run, page, done.error ? done.error->what : "it holds no article");
  const auto kind = done.articles.front().document.kind;
  if (kind == consent) return page_failed(run, page, "a page that asks for consent stands before it");
  if (kind == index || kind == other) {
    ++report_.no_articles;
    if (page.state == store::PageState::kept) return page_failed(run, page, "it holds no article now");
    is_over(page, store::PageState::no_article, "it is no article", now());
    return record(page);
  }
  for (const auto& article : done.articles) {
    const auto added = add(article, run.source.name);
    if (!added) return;
    page.article = added->article;
  }
  was_read(page, config_.refetch, now());
  if (kind == paywall) page.error = "only the begin of the text; the rest is sold";
  record(page);
}

std::optional<store::AddedArticle> Crawl::add(const PageDone::Article& article, const std::string& source) {
  const auto added =
      store::add_article(database_, article.document, article.keys, article.extraction, versions_, now());
  if (!added) {
    stop(added.error());
    return std::nullopt;
  }
  ++(added->outcome == store::Outcome::fresh     ? report_.fresh
     : added->outcome == store::Outcome::changed ? report_.changed
                                                 : report_.unchanged);
  report_.claims += added->claims.size();
  report_.conflicts += added->conflicts;
  report_.suspects += added->suspects;
  log_.write(Level::info, "article",
             fmt::format("{}: {} {}", source, word(added->outcome), article.document.id),
             {{"source", source},
              {"url", article.document.url},
              {"outcome", word(added->outcome)},
              {"claims", static_cast<std::int64_t>(added->claims.size())}});
  return *added;
}

// ---------------------------------------------------------------------------------------- files

void Crawl::read_files(Run& run) {
  if (run.due) {
    const auto found = files_under(run.source.read_url);
    if (found.files.empty() && !found.errors.empty())
      return visit_failed(run, ingest::Trouble::unreadable, found.errors.front().what);
    std::vector<store::NewPage> pages;
    pages.reserve(found.files.size());
    for (const auto& file : found.files) pages.push_back({.url = file.path, .modified = file.version});
    visit_went_well(run, pages);
    for (const auto& error : found.errors)
      log_.write(Level::warning, "folder", fmt::format("{}: {}", run.source.name, error.what),
                 {{"source", run.source.name}});
  }
  while (!run.empty && !error_ && !time_is_up()) {
    auto pages = store::due_pages(database_, run.source.id, now(), kBatch, run.cursor);
    if (!pages) return stop(pages.error());
    run.empty = pages->empty();
    for (auto& page : *pages)
      if (!error_ && !time_is_up() && (options_.limit == 0 || fetched_++ < options_.limit))
        read_file(run, std::move(page));
  }
  run.empty = true;
}

void Crawl::read_file(Run& run, store::Page page) {
  output_.progress("reading " + page.url);
  const auto ticket = next_ticket_++;
  open_.emplace(ticket, Open{&run, page});
  ++report_.pages;
  std::optional<Error> wrong;
  ingest::Overrides overrides;
  overrides.outlet = run.source.outlet, overrides.language = run.source.language;
  const auto read = ingest::ingest_file(page.url, overrides, [&](Result<ingest::Document> document) {
    if (!document) {
      wrong.emplace(document.error());
      return !error_.has_value();
    }
    pool_.add({.ticket = ticket, .document = std::move(*document)});
    auto done = pool_.open() < kBacklog ? pool_.take() : pool_.wait();
    for (auto& each : done) take_done(std::move(each));
    return !error_.has_value();
  });
  while (pool_.open() > 0 && !error_)
    for (auto& done : pool_.wait()) take_done(std::move(done));
  open_.erase(ticket);
  if (error_) return;
  if (!read) return page_failed(run, page, read.error().what);
  was_read(page, {}, now());
  if (wrong) page.error = wrong->what;
  record(page);
}

// ---------------------------------------------------------------------------------------- the end

void Crawl::stop(const Error& error) {
  if (!error_) error_ = error;
}

void Crawl::show_progress() {
  const auto visited =
      std::ranges::count_if(runs_, [](const Run& run) { return run.visited != Visited::not_due; });
  output_.progress(fmt::format("crawl: {}/{} sources · {} pages · {} new · {} open", visited, runs_.size(),
                               report_.pages, report_.fresh, open_.size()));
}

CrawlReport Crawl::finished() {
  for (const auto& run : runs_) {
    const auto& source = run.source;
    const bool person = source.needs_person;
    report_.sources.push_back({source.name, person ? Visited::needs_person : run.visited,
                               person ? source.error : run.why, person ? std::nullopt : run.until});
    if (const auto due = store::count_due(database_, source.id, now())) report_.waiting += *due;
  }
  report_.took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin_);
  return report_;
}

}  // namespace gegenprobe::app
