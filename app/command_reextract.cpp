#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "app/version.h"
#include "store/company_decision.h"
#include "store/reextract.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, rules, format;
  bool rules_changed = false, all = false, dry = false, quiet = false;
  std::optional<unsigned> jobs;
};

// So many texts are read, then extracted side by side, then written one by one.
constexpr std::size_t kAtOnce = 64;

struct Text {
  std::int64_t revision;
  ingest::Document document;
  extract::Extraction found;
};

void extract_all(std::vector<Text>& texts, const extract::Rules& rules,
                 const std::vector<extract::KnownFirm>& firms, unsigned jobs) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < texts.size(); at = next++)
      texts[at].found = extract::extract(texts[at].document, rules, firms);
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < std::min<std::size_t>(jobs, texts.size()); ++i) threads.emplace_back(work);
  work();
}

std::string_view kind(const store::ClaimChange& change) {
  return !change.before ? "came" : !change.after ? "went" : "changed";
}
std::string in_words(const extract::Claim& claim) { return fact_words(claim) + " · " + figure(claim); }

struct Sums {
  std::size_t articles = 0, as_before = 0, came = 0, went = 0, changed = 0, orphaned = 0;
};

/// Tells what each article brought, and counts it.
class Telling {
 public:
  Telling(const Words& words, Output& output)
      : words_(words),
        output_(output),
        human_(format_of(words.format) == Format::table),
        rows_(output, format_of(words.format),
              {{"article", ""},
               {"title", ""},
               {"outlet", ""},
               {"change", ""},
               {"surface", ""},
               {"fields", ""},
               {"before", ""},
               {"after", ""}}) {}

  void add(const store::Reextraction& result) {
    ++sums_.articles;
    sums_.as_before += result.as_before();
    sums_.orphaned += result.orphaned;
    if (human_ && !words_.quiet && !result.changes.empty()) {
      std::string head =
          fmt::format("{}  {}", article_id(result.article),
                      styled(output_, Style::bold, result.title.empty() ? "(no headline)" : result.title));
      output_.line(result.outlet.empty() ? head : head + " · " + result.outlet);
    }
    for (const store::ClaimChange& change : result.changes) {
      ++(!change.before ? sums_.came : !change.after ? sums_.went : sums_.changed);
      human_ ? tell(change) : row(result, change);
    }
  }

  void finish() {
    rows_.end();
    std::string told = fmt::format("{} article{} read again: {} as before", sums_.articles,
                                   sums_.articles == 1 ? "" : "s", sums_.as_before);
    told += fmt::format(" · claims: {} came, {} went, {} changed", sums_.came, sums_.went, sums_.changed);
    if (sums_.orphaned > 0)
      told += fmt::format(" · {} reviewed claim{} no longer read: gegenprobe review", sums_.orphaned,
                          sums_.orphaned == 1 ? " is" : "s are");
    if (words_.dry) told += " · nothing was written";
    human_ ? output_.line(told) : output_.words(told);
  }

 private:
  void tell(const store::ClaimChange& change) {
    if (words_.quiet) return;
    output_.line(fmt::format("    {:<8} «{}»", kind(change), change.surface));
    if (change.before) output_.line("             before: " + in_words(*change.before));
    if (change.after) output_.line("             now:    " + in_words(*change.after));
    if (change.before && change.after)
      output_.line(fmt::format("             differs in {}", fmt::join(change.fields, ", ")));
  }
  void row(const store::Reextraction& result, const store::ClaimChange& change) {
    rows_.add({Cell::whole(result.article),
               Cell::text(result.title),
               Cell::text(result.outlet),
               Cell::text(std::string(kind(change))),
               Cell::text(change.surface),
               {Cell::Words(change.fields)},
               Cell::text(change.before ? in_words(*change.before) : ""),
               Cell::text(change.after ? in_words(*change.after) : "")});
  }

  const Words& words_;
  Output& output_;
  bool human_;
  Rows rows_;
  Sums sums_;
};

Result<std::vector<Text>> read_texts(store::Database& database, std::span<const std::int64_t> revisions) {
  std::vector<Text> texts;
  for (const std::int64_t revision : revisions) {
    auto document = store::stored_document(database, revision);
    if (!document) return document.error();
    if (*document) texts.push_back({revision, std::move(**document), {}});
  }
  return texts;
}

unsigned jobs_from(const Words& words) {
  const unsigned wanted = words.jobs.value_or(0);
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

Outcome run(const Words& words, Output& output) {
  if (words.all && words.rules_changed)
    return Error{Error::Kind::usage, "reextract: --all and --rules-changed exclude each other", ""};
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  auto database = words.dry ? open_to_read(words.database) : open_to_change(words.database);
  if (!database) return database.error();
  const auto firms = store::decided_names(*database);
  if (!firms) return firms.error();
  const store::Versions versions{program_version(), extract::version_of(**rules)};
  const auto revisions = store::outdated_revisions(*database, versions,
                                                   words.all             ? store::Outdated::all
                                                   : words.rules_changed ? store::Outdated::by_rules
                                                                         : store::Outdated::by_anything);
  if (!revisions) return revisions.error();
  Telling telling(words, output);
  for (std::size_t at = 0; at < revisions->size(); at += kAtOnce) {
    output.progress(fmt::format("{} of {} articles", at, revisions->size()));
    auto texts =
        read_texts(*database, std::span(*revisions).subspan(at, std::min(kAtOnce, revisions->size() - at)));
    if (!texts) return texts.error();
    extract_all(*texts, **rules, *firms, jobs_from(words));
    for (const Text& text : *texts) {
      const auto result =
          store::reextract(*database, text.revision, text.document, text.found, versions, now(), words.dry);
      if (!result) return result.error();
      if (result->article != 0) telling.add(*result);
    }
  }
  telling.finish();
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.on("--rules-changed", words->rules_changed,
             "only what other rules have read; without it also what an older program has");
  options.on("--all", words->all, "everything, whatever has read it");
  options.on("--dry-run", words->dry, "tell what would come, go and change, and write nothing");
  options.on("-q,--quiet", words->quiet, "only the last line");
  options.count("-j,--jobs", words->jobs, "N", "threads that extract; 0, and without it: one on each core");
  declare_format(options, words->format);
  declare_rules(options, words->rules);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command reextract_command;
const Command reextract_command{"reextract", "[--rules-changed] [--dry-run] [--jobs N]",
                                "read stored articles again, after the rules or the program changed",
                                R"(gegenprobe reextract --rules-changed --dry-run
# Goes on where it was stopped; reviews and decisions about names stay.
gegenprobe reextract --rules-changed
gegenprobe reextract --rules my-rules/ --dry-run --format csv > what-my-rules-change.csv)",
                                declare};

}  // namespace gegenprobe::app
