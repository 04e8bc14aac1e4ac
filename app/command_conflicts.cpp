// The list of cases: `conflicts` by what is asked for, `today` by the day.
#include <fmt/format.h>

#include <memory>

#include "app/case_words.h"
#include "app/command.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "app/verdict_words.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, metric, since;
  std::vector<std::string> verdicts;
  store::CaseFilter filter;
  std::optional<unsigned> limit;
};

Result<store::CaseFilter> filter_from(const Words& words) {
  store::CaseFilter filter = words.filter;
  const auto metric = metric_from("conflicts", words.metric);
  if (!metric) return metric.error();
  filter.conflicts.metric = *metric;
  const auto since = since_from("conflicts: --since", words.since);
  if (!since) return since.error();
  filter.conflicts.since = *since;
  for (const std::string& name : words.verdicts)
    if (const auto verdict = store::verdict(name)) filter.conflicts.verdicts.push_back(*verdict);
  if (words.verdicts.empty())
    filter.sections = {store::Section::scale_suspect, store::Section::contradiction};
  filter.conflicts.limit = words.limit.value_or(100);
  return filter;
}

Outcome run(const Words& words, Output& output) {
  const auto filter = filter_from(words);
  if (!filter) return filter.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto list = store::find_cases(*database, *filter);
  if (!list) return list.error();
  const Format format = format_of(words.format);
  if (format != Format::table) {
    print_case_rows(output, format, *list);
    return 0;
  }
  for (const store::Case& each : list->cases) print_case(output, each);
  tell_sums(output, *list);
  if (const auto& company = filter->conflicts.company; list->cases.empty() && !company.empty())
    if (const auto near = did_you_mean(*database, company); !near.empty())
      output.words(fmt::format("no claim is about '{}'{}", company, near));
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("-c,--company", words->filter.conflicts.company, "NAME", "about this company");
  declare_metric(options, words->metric, "on this metric");
  options
      .texts("--verdict", words->verdicts, "VERDICT",
             "instead of the suspects, contradicts and differs; several with commas")
      .choices = verdict_choices(true);
  options.text("--outlet", words->filter.conflicts.outlet, "NAME", "with this outlet on one side");
  options.text("--since", words->since, "DATE", "the later of the two published on this day or later");
  options.count("-n,--limit", words->limit, "N", "how many at most (100); 0: all");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command conflicts_command;
const Command conflicts_command{"conflicts", "[--company NAME] [--metric METRIC] [--verdict VERDICT] …",
                                "show claims that contradict each other, side by side",
                                R"(gegenprobe conflicts
gegenprobe conflicts --company Nvidia --verdict scale_suspect
# What changed from forecast to result.
gegenprobe conflicts --verdict forecast_missed --verdict forecast_met --format csv)",
                                declare};

}  // namespace gegenprobe::app
