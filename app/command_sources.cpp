#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include "app/command.h"
#include "app/crawl_config.h"
#include "app/crawl_network.h"
#include "app/crawl_visit.h"
#include "app/filter_words.h"
#include "app/moments.h"
#include "app/shared_options.h"
#include "app/source_rows.h"
#include "ingest/discover.h"
#include "ingest/domain.h"
#include "store/host_table.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string action, target, database, format, config, name, outlet, language, kind;
  bool allow_private = false;
};

Error target_missing(const Words& words) {
  return {Error::Kind::usage, fmt::format("sources {}: which one?", words.action),
          words.action == "add" ? "gegenprobe sources add https://www.example.org/"
                                : "gegenprobe sources list shows their names"};
}

// ---------------------------------------------------------------------------------------- add

std::string counted(std::size_t number, std::string_view what, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? what : many);
}

std::string words_of(const ingest::FoundSource& found) {
  using Kind = ingest::FoundSource::Kind;
  if (found.kind == Kind::article) return fmt::format("a single article: {}", found.title);
  if (found.kind == Kind::page)
    return fmt::format("a page with {}", counted(found.entries, "link to an article", "links to articles"));
  std::string words =
      fmt::format("{}, {}", ingest::name_of(found.format), counted(found.entries, "entry", "entries"));
  if (!found.newest.empty()) words += ", the newest of " + found.newest;
  return words;
}

Result<ingest::FoundSource> look(const Words& words, const std::string& url, store::Database& database,
                                 Output& output) {
  const auto config = config_of(words.config);
  if (!config) return config.error();
  CrawlNetwork network(*config, database, words.allow_private);
  return ingest::find_source(
      [&](const std::string& address) {
        output.progress("looking at " + address);
        return network.get(address);
      },
      url);
}

Outcome add(const Words& words, Output& output) {
  if (words.target.empty()) return target_missing(words);
  auto source = source_of(words.target, words.name);
  if (!source) return source.error();
  source->outlet = words.outlet, source->language = words.language;
  auto database = open_to_write(words.database);
  if (!database) return database.error();
  std::string found_words;
  std::vector<std::string> others;
  if (!words.kind.empty()) {
    source->kind = *store::source_kind(words.kind);
  } else if (source->kind == store::SourceKind::unknown) {
    const auto found = look(words, source->url, *database, output);
    if (!found) return found.error();
    source->kind = kind_of(*found);
    source->read_url = found->url;
    found_words = words_of(*found);
    others = found->others;
  }
  const auto added = store::add_source(*database, *source, now());
  if (!added) return added.error();
  output.line(fmt::format("added {}: {} ({}{})", added->name, added->read_url, word(added->kind),
                          found_words.empty() ? "" : ": " + found_words));
  for (const auto& other : others) output.words("  the page also announces " + other);
  return 0;
}

// ---------------------------------------------------------------------------------------- the others

/// The longest pause that the host of a source, or its domain, asks for.
Result<std::optional<ingest::HostState>> pause_of(store::Database& database, const store::Source& source) {
  std::optional<ingest::HostState> longest;
  for (const auto& name : {ingest::origin_of(source.read_url), ingest::domain_of(source.read_url)}) {
    if (name.empty()) continue;
    auto host = store::find_host(database, name);
    if (!host) return host.error();
    const bool waits = *host && (*host)->not_before && *(*host)->not_before > now();
    if (waits && (!longest || *(*host)->not_before > *longest->not_before)) longest = std::move(*host);
  }
  return longest;
}

Result<SourceState> state_of(store::Database& database, const store::Source& source) {
  const auto pages = store::count_pages(database, source.id);
  if (!pages) return pages.error();
  auto pause = pause_of(database, source);
  if (!pause) return pause.error();
  return SourceState{source, *pages, std::move(*pause)};
}

Outcome list(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto sources = store::find_sources(*database);
  if (!sources) return sources.error();
  Rows rows(output, format_of(words.format), source_columns());
  for (const auto& source : *sources) {
    const auto state = state_of(*database, source);
    if (!state) return state.error();
    rows.add(source_cells(*state, now()));
  }
  rows.end();
  if (sources->empty())
    output.words("there is no source yet\n  try: gegenprobe sources add https://www.example.org/");
  return 0;
}

Outcome show(const Words& words, Output& output) {
  if (words.target.empty()) return target_missing(words);
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto source = store::find_source(*database, words.target);
  if (!source) return source.error();
  const auto state = state_of(*database, *source);
  if (!state) return state.error();
  const auto format = format_of(words.format);
  if (format == Format::table) return output.write(source_story(*state, now())), 0;
  Rows rows(output, format, source_columns());
  rows.add(source_cells(*state, now()));
  rows.end();
  return 0;
}

template <class Change>
Outcome change(const Words& words, Output& output, std::string_view done, Change make) {
  if (words.target.empty()) return target_missing(words);
  auto database = open_to_write(words.database);
  if (!database) return database.error();
  const auto source = store::find_source(*database, words.target);
  if (!source) return source.error();
  if (const auto changed = make(*database, *source); !changed) return changed.error();
  output.line(fmt::format("{} {}", done, source->name));
  if (source->from_config && done == "removed")
    output.words(
        "  it stands in the configuration, and comes again with the next crawl until it is taken out there");
  return 0;
}

Outcome pause(const Words& words, Output& output) {
  return change(words, output, "paused", [](store::Database& database, const store::Source& source) {
    return store::set_state(database, source.id, store::SourceState::paused);
  });
}

Outcome resume(const Words& words, Output& output) {
  return change(words, output, "resumed", [](store::Database& database, const store::Source& source) {
    return store::set_state(database, source.id, store::SourceState::active);
  });
}

Outcome remove(const Words& words, Output& output) {
  return change(words, output, "removed", [](store::Database& database, const store::Source& source) {
    return store::remove_source(database, source.id);
  });
}

struct Action {
  const char* name;
  Outcome (*act)(const Words& words, Output& output);
};
constexpr std::array kActions = {Action{"list", list},   Action{"add", add},       Action{"show", show},
                                 Action{"pause", pause}, Action{"resume", resume}, Action{"remove", remove}};

Outcome run(const Words& words, Output& output) {
  const auto name = words.action.empty() ? "list" : words.action;
  return std::ranges::find(kActions, name, &Action::name)->act(words, output);
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  std::vector<std::string> names;
  std::ranges::transform(kActions, std::back_inserter(names), &Action::name);
  options.choice("action", words->action, names, "what to do; without it: list");
  options.text(
      "target", words->target, "URL|DIR|NAME",
      "add: a site, a feed, a sitemap, a page of links, an article, a file or folder; else a source's name");
  options.text("--name", words->name, "NAME", "add: what to call it; else the host's name");
  options.text("--outlet", words->outlet, "NAME", "add: who publishes its articles; else as the pages say");
  options.choice("--lang", words->language, {"de", "en"}, "add: their language; else found out");
  options.choice("--kind", words->kind, {"feed", "sitemap", "page", "article"},
                 "add: what it is, taken at your word; else found out");
  options.on("--allow-private", words->allow_private, "fetch from this machine and from local networks too");
  options.text("--config", words->config, "PATH", "the configuration; else that of this user").offer =
      Options::Offer::files;
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command sources_command;
const Command sources_command{"sources", "[list|add URL|show NAME|pause NAME|resume NAME|remove NAME] …",
                              "what the crawl reads, and how each source is",
                              R"(# Finds the feed or the sitemap of a site by itself.
gegenprobe sources add https://www.example.org/ --outlet 'Example Daily'
gegenprobe sources
gegenprobe sources show example.org
gegenprobe sources pause example.org)",
                              declare};

}  // namespace gegenprobe::app
