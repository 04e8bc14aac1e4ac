#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/prose.h"
#include "app/shared_options.h"
#include "app/verdict_words.h"
#include "store/cross_check.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, metric, since;
  std::vector<std::string> verdicts;
  store::ConflictFilter filter;
  std::optional<unsigned> limit;
};

Result<store::ConflictFilter> filter_from(const Words& words) {
  store::ConflictFilter filter = words.filter;
  const auto metric = metric_from("conflicts", words.metric);
  if (!metric) return metric.error();
  filter.metric = *metric;
  const auto since = day_from("conflicts: --since", words.since);
  if (!since) return since.error();
  filter.since = *since;
  for (const std::string& name : words.verdicts)
    if (const auto verdict = store::verdict(name)) filter.verdicts.push_back(*verdict);
  filter.limit = words.limit.value_or(100);
  return filter;
}

std::vector<Column> columns() {
  std::vector<Column> columns{{"verdict", ""}, {"ratio", ""}, {"reason", ""}};
  for (std::string_view side : {"a_", "b_"})
    for (const Column& column : claim_columns(side)) columns.push_back(column);
  return columns;
}

std::vector<Cell> cells(const store::Conflict& conflict) {
  std::vector<Cell> cells{Cell::text(std::string(word(conflict.comparison.verdict))),
                          {conflict.comparison.ratio},
                          Cell::text(conflict.comparison.reason)};
  for (const store::StoredClaim* side : {&conflict.a, &conflict.b})
    for (Cell& cell : claim_cells(*side)) cells.push_back(std::move(cell));
  return cells;
}

std::vector<std::string> side(const Output& output, const store::StoredClaim& stored) {
  const std::size_t columns = side_columns(output);
  const std::string head = source_words(stored) + " · " + claim_id(stored.id);
  std::vector<std::string> lines{styled(output, Style::bold, cut_to(head, columns)),
                                 cut_to(figure(stored.claim), columns)};
  for (std::string& line : wrapped(output, {stored.sentence, evidence_mark(stored)}, columns))
    lines.push_back(std::move(line));
  return lines;
}

/// A claim with all that it is at odds with in one way. One figure that slipped meets every copy of the right
/// one; a desk wants to see that as one case.
struct Case {
  std::int64_t pivot;
  std::vector<const store::Conflict*> conflicts;
};

const store::StoredClaim& other_than(const store::Conflict& conflict, std::int64_t id) {
  return conflict.a.id == id ? conflict.b : conflict.a;
}

std::vector<Case> cases_of(const std::vector<store::Conflict>& conflicts) {
  std::map<std::pair<store::Verdict, std::int64_t>, std::size_t> pairs;
  const auto count = [&](const store::Conflict& conflict, const store::StoredClaim& claim) -> std::size_t& {
    return pairs[{conflict.comparison.verdict, claim.id}];
  };
  for (const store::Conflict& conflict : conflicts)
    ++count(conflict, conflict.a), ++count(conflict, conflict.b);
  std::vector<Case> cases;
  for (const store::Conflict& conflict : conflicts) {
    const bool first = count(conflict, conflict.a) >= count(conflict, conflict.b);
    const std::int64_t pivot = first ? conflict.a.id : conflict.b.id;
    const auto same = std::ranges::find_if(cases, [&](const Case& each) {
      return each.pivot == pivot && each.conflicts.front()->comparison.verdict == conflict.comparison.verdict;
    });
    if (same != cases.end())
      same->conflicts.push_back(&conflict);
    else
      cases.push_back({pivot, {&conflict}});
  }
  return cases;
}

void print(Output& output, const Case& each) {
  const store::Conflict& first = *each.conflicts.front();
  const store::Comparison& comparison = first.comparison;
  output.line(styled(output, verdict_style(comparison.verdict), verdict_words(comparison.verdict)) + " · " +
              styled(output, Style::bold, fact_words(first.a.claim)));
  print_side_by_side(output, side(output, first.a), side(output, first.b));
  print_wrapped(output, {"→ " + comparison.reason}, 0);
  for (std::size_t i = 1; i < each.conflicts.size(); ++i) {
    const store::StoredClaim& other = other_than(*each.conflicts[i], each.pivot);
    output.line(cut_to(fmt::format("  {} against {}: {} · {}", claim_id(each.pivot), source_words(other),
                                   short_figure(other.claim), claim_id(other.id)),
                       text_columns(output)));
  }
  output.line("");
}

std::string sums(const std::vector<store::Conflict>& conflicts, std::size_t cases) {
  std::string words =
      conflicts.size() == 1 ? "1 pair of claims" : fmt::format("{} pairs of claims", conflicts.size());
  if (cases < conflicts.size()) words += fmt::format(" in {} {}", cases, cases == 1 ? "case" : "cases");
  std::size_t counts[8] = {};
  for (const store::Conflict& conflict : conflicts)
    ++counts[static_cast<std::size_t>(conflict.comparison.verdict)];
  for (std::size_t i = 0; i < std::size(counts); ++i)
    if (counts[i] > 0) words += fmt::format(" · {} {}", counts[i], word(static_cast<store::Verdict>(i)));
  return words;
}

Outcome run(const Words& words, Output& output) {
  const auto filter = filter_from(words);
  if (!filter) return filter.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto conflicts = store::conflicts(*database, *filter);
  if (!conflicts) return conflicts.error();
  const Format format = format_of(words.format);
  if (format != Format::table) {
    Rows rows(output, format, columns());
    for (const store::Conflict& conflict : *conflicts) rows.add(cells(conflict));
    rows.end();
    return 0;
  }
  const std::vector<Case> cases = cases_of(*conflicts);
  for (const Case& each : cases) print(output, each);
  if (conflicts->size() == filter->limit) output.words("the first of them; --limit 0 shows all");
  output.words(conflicts->empty() ? "no two claims are at odds" : sums(*conflicts, cases.size()));
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("-c,--company", words->filter.company, "NAME", "about this company");
  options.text("-m,--metric", words->metric, "METRIC", "on this metric").choices = metric_choices();
  options
      .texts("--verdict", words->verdicts, "VERDICT",
             "instead of scale_suspect, contradicts and differs; may be given again")
      .choices = {"scale_suspect", "contradicts",  "forecast_missed", "superseded",
                  "differs",       "forecast_met", "agrees"};
  options.text("--outlet", words->filter.outlet, "NAME", "with this outlet on one side");
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
