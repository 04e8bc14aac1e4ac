#include <fmt/format.h>

#include <memory>

#include "app/command.h"
#include "app/crawl.h"
#include "app/filter_words.h"
#include "app/lock_file.h"
#include "app/moments.h"
#include "app/shared_options.h"
#include "app/source_rows.h"
#include "app/watch_run.h"
#include "store/company_decision.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string config, database, rules, log_format, format;
  CrawlOptions options;
  std::optional<unsigned> limit;
  bool dry_run = false, verbose = false, quiet = false;
};

/// For cron and scripts (sysexits.h): nothing is wrong, another run is at work.
constexpr int kTemporarilyNot = 75;
/// Readers of a large query may keep the database for a while; no article is lost for that.
constexpr int kPatienceMs = 60'000;

Outcome dry_run(const Words& words, store::Database& database, Output& output) {
  const auto sources = store::find_sources(database);
  if (!sources) return sources.error();
  Rows rows(output, format_of(words.format),
            {{"name", "Source", Column::Align::left, true},
             {"due", "Visit"},
             {"next_at", "Next visit"},
             {"pages", "Pages due", Column::Align::right},
             {"url", "Address", Column::Align::left, true}});
  std::size_t due_sources = 0, due_pages = 0;
  for (const auto& source : *sources) {
    if (source.state != store::SourceState::active) continue;
    if (!words.options.only.empty() && words.options.only != source.name && words.options.only != source.url)
      continue;
    const bool due = words.options.now || ingest::is_due(source.next_at, source.visited_at, now());
    const auto pages = store::count_due(database, source.id, now());
    if (!pages) return pages.error();
    due_sources += due, due_pages += *pages;
    Cell next = source.next_at ? Cell{store::utc(*source.next_at)} : Cell::none();
    next.shown = source.next_at && *source.next_at > now() ? clock_words(*source.next_at, now()) : "now";
    Cell visit{due};
    visit.shown = due ? "yes" : "no";
    rows.add({Cell::text(source.name), visit, next, Cell::whole(static_cast<std::int64_t>(*pages)),
              Cell::text(source.read_url)});
  }
  rows.end();
  output.words(
      fmt::format("{} sources to visit, {} pages to fetch; nothing was done", due_sources, due_pages));
  return 0;
}

void tell(const CrawlReport& report, CrawlLog& log, Output& output) {
  const auto line = summary(report, now());
  const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  if (log.json())
    log.write_always("summary", line,
                     {{"sources", number(report.sources.size())},
                      {"ok", number(report.count(Visited::ok))},
                      {"unchanged", number(report.count(Visited::unchanged))},
                      {"not_due", number(report.count(Visited::not_due))},
                      {"waits", number(report.count(Visited::waits))},
                      {"failed", number(report.count(Visited::failing))},
                      {"needs_person", number(report.count(Visited::needs_person))},
                      {"new_articles", number(report.fresh)},
                      {"changed_articles", number(report.changed)},
                      {"pages", number(report.pages)},
                      {"failed_pages", number(report.failed)},
                      {"no_articles", number(report.no_articles)},
                      {"forbidden", number(report.forbidden)},
                      {"pages_waiting", number(report.waiting)},
                      {"claims", number(report.claims)},
                      {"watch_items", number(report.watched)},
                      {"seconds", std::chrono::duration<double>(report.took).count()}});
  output.line(line);
}

/// What watches could not hand on goes out with the next run; it is told even where little is told.
Result<Done> tell_watches(const Words& words, store::Database& database, CrawlLog& log, CrawlReport& report) {
  return run_watches(database, "", words.options.allow_private, [&](const WatchRun& run) {
    report.watched += run.fresh;
    log.write(CrawlLog::Level::info, "watch", "watch " + words_of(run),
              {{"watch", run.name}, {"new", static_cast<std::int64_t>(run.fresh)}});
    for (const Error& error : run.failed)
      log.write(CrawlLog::Level::error, "watch failed", fmt::format("watch {}: {}", run.name, error.what),
                {{"watch", run.name}, {"error", error.what}});
  });
}

Outcome run(Words& words, Output& output) {
  const auto config = config_of(words.config);
  if (!config) return config.error();
  words.options.limit = words.limit.value_or(0);
  const auto path = database_path(words.database);
  if (!path) return path.error();
  {
    // Makes the database and its folder where this is the first command.
    const auto made = open_to_write(words.database);
    if (!made) return made.error();
  }
  LockFile lock;
  if (!words.dry_run) {
    const auto ours = lock.take(*path + ".crawl.lock");
    if (!ours) return ours.error();
    if (!*ours) {
      output.words(fmt::format("gegenprobe: crawl: another run is at work on {}", *path));
      return kTemporarilyNot;
    }
  }
  auto database = store::Database::open(*path, store::Access::write, kPatienceMs);
  if (!database) return database.error();
  if (!config->path.empty())
    if (const auto listed = store::list_sources(*database, config->sources, now()); !listed)
      return listed.error();
  if (words.dry_run) return dry_run(words, *database, output);
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  CrawlLog log(output, words.log_format == "json" ? CrawlLog::Form::json : CrawlLog::Form::text,
               words.quiet     ? CrawlLog::Level::error
               : words.verbose ? CrawlLog::Level::info
                               : CrawlLog::Level::warning);
  if (config->contact.empty())
    log.write(
        CrawlLog::Level::warning, "contact",
        "the configuration names no contact: the sites cannot tell you what bothers them (gegenprobe init)");
  auto firms = store::decided_names(*database);
  if (!firms) return firms.error();
  Crawl crawl(*config, words.options, *database, **rules, std::move(*firms), log, output);
  auto report = crawl.run();
  if (!report) return report.error();
  if (const auto told = tell_watches(words, *database, log, *report); !told) return told.error();
  if (report->sources.empty() && words.options.only.empty())
    log.write(CrawlLog::Level::warning, "no source",
              "there is no source to visit yet: gegenprobe sources add https://www.example.org/");
  tell(*report, log, output);
  return report->count(Visited::needs_person) > 0 ? static_cast<int>(Error::Kind::network) : 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("--config", words->config, "PATH", "the configuration; else that of this user").offer =
      Options::Offer::files;
  options.text("--source", words->options.only, "NAME", "this source only");
  options.on("--dry-run", words->dry_run, "tell what would be visited; ask nobody, change nothing");
  options.on("--now", words->options.now,
             "visit sources that are not due too; robots.txt and pauses hold on");
  options.count("-n,--limit", words->limit, "N", "fetch at most so many articles");
  options.on("--allow-private", words->options.allow_private,
             "fetch from this machine and from local networks too");
  options.on("--no-archive", words->options.no_archive, "do not keep what is fetched as it came");
  options.on("-v,--verbose", words->verbose, "tell each visit and each article");
  options.on("-q,--quiet", words->quiet, "tell only what needs a person, and the last line");
  options.choice("--log-format", words->log_format, {"text", "json"}, "how events are told on stderr (text)");
  declare_format(options, words->format);
  declare_rules(options, words->rules);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command crawl_command;
const Command crawl_command{
    "crawl", "[--source NAME] [--now] [--limit N] [--dry-run] …",
    "visit the sources that are due, keep their new and changed articles, run the watches",
    R"(gegenprobe crawl
# What the next run would do.
gegenprobe crawl --dry-run
# For cron, every ten minutes; the exit code is 3 where a source needs a person, 75 where a run is at work already.
gegenprobe crawl --quiet
gegenprobe crawl --source example.org --now --verbose)",
    declare};

}  // namespace gegenprobe::app
