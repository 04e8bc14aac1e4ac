#include <fmt/format.h>

#include <chrono>
#include <memory>

#include "app/case_words.h"
#include "app/command.h"
#include "app/filter_words.h"
#include "app/shared_options.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, metric, since;
  std::vector<std::string> sections;
  store::CaseFilter filter;
  std::optional<unsigned> limit;
};

// So many of each kind are read in a morning.
constexpr unsigned kShown = 20;

Day yesterday() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) - std::chrono::days(1);
}

Result<store::CaseFilter> filter_from(const Words& words) {
  store::CaseFilter filter = words.filter;
  const auto metric = metric_from("today", words.metric);
  if (!metric) return metric.error();
  filter.conflicts.metric = *metric;
  const auto since = since_from("today: --since", words.since);
  if (!since) return since.error();
  filter.conflicts.since = since->value_or(yesterday());
  filter.conflicts.limit = words.limit.value_or(kShown);
  for (const std::string& name : words.sections)
    if (const auto section = store::section(name)) filter.sections.push_back(*section);
  return filter;
}

/// The sections one after the other, so that a hundred slips do not hide what comes behind them.
Result<store::CaseList> read(store::Database& database, store::CaseFilter filter) {
  std::vector<store::Section> sections = filter.sections;
  if (sections.empty())
    for (std::size_t i = 0; i < store::kSections; ++i) sections.push_back(static_cast<store::Section>(i));
  store::CaseList all;
  for (const store::Section section : sections) {
    filter.sections = {section};
    auto list = store::find_cases(database, filter);
    if (!list) return list.error();
    std::ranges::move(list->cases, std::back_inserter(all.cases));
    std::ranges::move(list->sections, std::back_inserter(all.sections));
  }
  return all;
}

std::optional<Day> newest_of(const store::CaseList& list) {
  std::optional<Day> newest;
  for (const store::Case& each : list.cases)
    newest = std::max({newest, each.a.published, each.b ? each.b->published : std::nullopt});
  return newest;
}

/// An empty morning must not pass for a database without conflicts.
Result<Done> tell_older(Output& output, store::Database& database, store::CaseFilter filter) {
  filter.conflicts.since.reset();
  const auto older = read(database, filter);
  if (!older) return older.error();
  if (const auto day = newest_of(*older))
    output.words(fmt::format("nothing new; the newest before: gegenprobe today --since {}", iso(*day)));
  else if (filter.sections.empty() && filter.conflicts.company.empty() && filter.conflicts.outlet.empty() &&
           !filter.conflicts.metric)
    tell_sums(output, *older);
  else
    output.words("nothing of this kind, at any time" + did_you_mean(database, filter.conflicts.company));
  return Done{};
}

void print(Output& output, const store::CaseList& list, Day since) {
  output.line(styled(output, Style::bold, "Since " + iso(since)));
  std::optional<store::Section> section;
  for (const store::Case& each : list.cases) {
    if (section != each.section) {
      section = each.section;
      output.line("");
      output.line(styled(output, Style::bold, section_words(each.section)));
      if (each.section == store::Section::one_origin)
        output.line(styled(output, Style::dim, "no other origin gives the same figure"));
      output.line("");
    }
    print_case(output, each);
  }
  if (!list.cases.empty()) tell_sums(output, list);
}

Outcome run(const Words& words, Output& output) {
  const auto filter = filter_from(words);
  if (!filter) return filter.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto list = read(*database, *filter);
  if (!list) return list.error();
  const Format format = format_of(words.format);
  if (format != Format::table)
    print_case_rows(output, format, *list);
  else
    print(output, *list, *filter->conflicts.since);
  if (list->cases.empty())
    if (const auto told = tell_older(output, *database, *filter); !told) return told.error();
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("--since", words->since, "DATE",
               "what was published on this day or later (yesterday); where no day is known, what was added");
  options.texts("--section", words->sections, "SECTION", "only these kinds, several with commas").choices = {
      "scale_suspect", "contradiction", "changed", "forecast", "one_origin"};
  options.text("-c,--company", words->filter.conflicts.company, "NAME", "about this company");
  declare_metric(options, words->metric, "on this metric");
  options.text("--outlet", words->filter.conflicts.outlet, "NAME", "with this outlet on one side");
  options.count("-n,--limit", words->limit, "N", "how many of each kind at most (20); 0: all");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command today_command;
const Command today_command{
    "today", "[--since DATE] [--section SECTION] [--company NAME] …",
    "the morning list: slips, contradictions, changes, forecasts, figures of one origin",
    R"(gegenprobe today
gegenprobe today --since 2025-10-06 --section scale_suspect --section contradiction
# For a colleague's spreadsheet.
gegenprobe today --since 2025-10-06 --limit 0 --format csv > today.csv)",
    declare};

}  // namespace gegenprobe::app
