#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/command.h"
#include "app/filter_words.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "app/watch_run.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, action, name, metric;
  std::vector<std::string> verdicts;
  store::Watch watch;
  bool from_start = false, allow_private = false;
};

Error usage(std::string what, std::string hint) {
  return {Error::Kind::usage, "watch: " + std::move(what), std::move(hint)};
}

bool is_mail_address(std::string_view address) {
  const auto at = address.find('@');
  return at != address.npos && at > 0 && at + 1 < address.size() && address.front() != '-' &&
         std::ranges::none_of(
             address, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == '<'; });
}

/// Touches nothing but the words. Files are kept with their whole path: cron runs elsewhere.
Result<store::Watch> watch_from(const Words& words) {
  store::Watch watch = words.watch;
  watch.name = words.name;
  const auto metric = metric_from("watch", words.metric);
  if (!metric) return metric.error();
  watch.metric = *metric;
  for (const std::string& name : words.verdicts) {
    const auto verdict = store::verdict(name);
    if (!verdict) return usage(fmt::format("'{}' is no verdict", name), "gegenprobe conflicts --help");
    watch.verdicts.push_back(*verdict);
  }
  if (watch.atom.empty() && watch.json.empty() && watch.mail.empty() && watch.webhook.empty())
    return usage("where shall its finds go?", "--atom FILE, --json FILE, --mail ADDRESS or --webhook URL");
  if (!watch.mail.empty() && !is_mail_address(watch.mail))
    return usage(fmt::format("'{}' is no mail address", watch.mail), "--mail desk@example.org");
  if (!watch.webhook.empty() && !watch.webhook.starts_with("http://") &&
      !watch.webhook.starts_with("https://"))
    return usage(fmt::format("'{}' is no address of the web", watch.webhook),
                 "--webhook https://example.org/hook");
  std::error_code ignored;
  for (std::string* file : {&watch.atom, &watch.json})
    if (!file->empty()) *file = std::filesystem::absolute(*file, ignored).string();
  watch.made_by = user_name();
  return watch;
}

// The desk keeps what a person wrote, or the bounds alone.
std::string value_words(const store::Watch& watch) {
  if (!watch.value_words.empty()) return watch.value_words;
  std::string words = watch.unit;
  if (watch.min) words = fmt::format("from {} {}", *watch.min, words);
  if (watch.max) words = fmt::format("{}up to {} {}", watch.min ? words + " " : "", *watch.max, watch.unit);
  return words;
}

std::string query_words(const store::Watch& watch) {
  std::vector<std::string> parts;
  if (!watch.company.empty()) parts.push_back(watch.company);
  if (watch.metric) parts.emplace_back(word(*watch.metric));
  if (!watch.words.empty()) parts.push_back("«" + watch.words + "»");
  if (!watch.outlet.empty()) parts.push_back("in " + watch.outlet);
  if (!watch.period.empty()) parts.push_back(watch.period);
  if (const std::string value = value_words(watch); !value.empty()) parts.push_back(value);
  if (watch.modality) parts.emplace_back(word(*watch.modality));
  if (!watch.language.empty()) parts.push_back("in " + watch.language);
  for (const auto verdict : watch.verdicts) parts.emplace_back(word(verdict));
  return parts.empty() ? "everything" : fmt::format("{}", fmt::join(parts, " · "));
}

Outcome add(const Words& words, Output& output) {
  const auto watch = watch_from(words);
  if (!watch) return watch.error();
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  const auto added = store::add_watch(*database, *watch, now(), words.from_start);
  if (!added) return added.error();
  output.line(fmt::format("{}: {}; 'gegenprobe watch run' looks for {}", added->name, query_words(*added),
                          words.from_start ? "all there is and what comes" : "what comes from now on"));
  return 0;
}

Outcome remove(const Words& words, Output& output) {
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  const auto removed = store::remove_watch(*database, words.name);
  if (!removed) return removed.error();
  output.line(words.name + ": removed");
  return 0;
}

Outcome list(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto watches = store::find_watches(*database);
  if (!watches) return watches.error();
  Rows rows(output, format_of(words.format),
            {{"name", "Watch"},
             {"query", "Looks for", Column::Align::left, true},
             {"atom", "Atom"},
             {"json", "JSON"},
             {"mail", "Mail"},
             {"webhook", "Webhook"},
             {"made_by", "By"},
             {"made_at", ""}});
  for (const store::Watch& watch : *watches)
    rows.add({Cell::text(watch.name), Cell::text(query_words(watch)), Cell::text(watch.atom),
              Cell::text(watch.json), Cell::text(watch.mail), Cell::text(watch.webhook),
              Cell::text(watch.made_by), Cell::text(watch.made_at)});
  rows.end();
  if (watches->empty()) output.words("there is no watch yet: gegenprobe watch add --help");
  return 0;
}

Outcome run_all(const Words& words, Output& output) {
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  int worst = 0;
  bool any = false;
  const auto done = run_watches(*database, words.name, words.allow_private, [&](const WatchRun& run) {
    any = true;
    output.line(words_of(run));
    for (const Error& error : run.failed) {
      output.words(fmt::format("gegenprobe: watch {}: {}", run.name, error.what));
      if (!error.hint.empty()) output.words("  try: " + error.hint);
      worst = std::max(worst, static_cast<int>(error.kind));
    }
  });
  if (!done) return done.error();
  if (!any && !words.name.empty())
    return usage(fmt::format("there is no watch '{}'", words.name), "gegenprobe watch list");
  return worst;
}

Outcome run(const Words& words, Output& output) {
  if (words.action == "list") return list(words, output);
  if (words.action == "run") return run_all(words, output);
  if (words.name.empty())
    return usage("which one? a name is missing", "gegenprobe watch " + words.action + " siemens");
  return words.action == "add" ? add(words, output) : remove(words, output);
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  store::Watch& watch = words->watch;
  options.choice("action", words->action, {"add", "list", "remove", "run"}, "what to do").required = true;
  options.text("name", words->name, "NAME", "of the watch; 'run' without one runs all");
  options.text("-c,--company", watch.company, "NAME", "what is said about it");
  declare_metric(options, words->metric, "revenue, profit, loss, job_cuts …");
  options.text("--text", watch.words, "WORDS", "whose sentence holds these words");
  options.text("--outlet", watch.outlet, "NAME", "from this outlet");
  options.texts("--verdict", words->verdicts, "VERDICT",
                "conflicts of these kinds, several with commas (scale_suspect, contradicts, differs)");
  options.text("--atom", watch.atom, "FILE", "an Atom feed is written there").offer = Options::Offer::files;
  options.text("--json", watch.json, "FILE", "a JSON file is written there").offer = Options::Offer::files;
  options.text("--mail", watch.mail, "ADDRESS", "a mail goes there, through the local sendmail");
  options.text("--webhook", watch.webhook, "URL", "a POST with JSON goes there");
  options.on("--from-start", words->from_start, "what is there already counts as new");
  options.on("--allow-private", words->allow_private, "post to this machine and to local networks too");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command watch_command;
const Command watch_command{
    "watch", "add NAME … | list | remove NAME | run [NAME]",
    "saved queries: new claims and conflicts as feed, file, mail or webhook",
    R"(gegenprobe watch add siemens --company Siemens --metric revenue --atom /var/www/siemens.atom
gegenprobe watch add slips --verdict scale_suspect --mail desk@example.org
# The crawl does it, too; a mail that failed goes out with the next run.
gegenprobe watch run
gegenprobe watch remove slips)",
    declare};

}  // namespace gegenprobe::app
