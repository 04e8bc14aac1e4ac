#include <fmt/format.h>

#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/filter_words.h"
#include "app/rule_words.h"
#include "app/shared_options.h"
#include "store/claim_lists.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, metric, modality, since, judgement;
  store::ClaimFilter filter;
  std::optional<unsigned> limit, offset;
};

/// Touches nothing but the words.
Result<store::ClaimFilter> filter_from(const Words& words) {
  store::ClaimFilter filter = words.filter;
  const auto metric = metric_from("claims", words.metric);
  if (!metric) return metric.error();
  filter.metric = *metric;
  if (!words.modality.empty()) filter.modality = extract::modality(words.modality);
  if (!words.judgement.empty()) filter.judgement = store::judgement(words.judgement);
  const auto since = day_from("claims: --since", words.since);
  if (!since) return since.error();
  filter.since = *since;
  filter.limit = words.limit.value_or(100);
  filter.offset = words.offset.value_or(0);
  if (filter.min && filter.max && *filter.min > *filter.max)
    return Error{Error::Kind::usage, "claims: --min is more than --max", ""};
  if (const auto confidence = confidence_from("claims", filter.min_confidence); !confidence)
    return confidence.error();
  return filter;
}

/// As the program names the unit, «Pfund» being GBP; what the rules do not know may be of other rules.
Result<bool> name_unit(store::ClaimFilter& filter) {
  if (filter.unit.empty()) return true;
  const auto rules = rules_of("");
  if (!rules) return rules.error();
  const auto unit = unit_named(**rules, filter.unit);
  if (unit) filter.unit = *unit;
  return unit.has_value();
}

/// A name that was mistyped must not pass for a company of which nothing is told.
std::string none_words(store::Database& database, const store::ClaimFilter& filter, bool knows_unit) {
  const auto is_told = [&](const store::ClaimFilter& of) {
    const auto known = store::count_claims(database, of);
    return !known || *known > 0;
  };
  if (!filter.company.empty() && !is_told({.company = filter.company}))
    return fmt::format("no claim is about '{}'; 'gegenprobe companies' lists the names there are",
                       filter.company);
  if (!filter.outlet.empty() && !is_told({.outlet = filter.outlet}))
    return fmt::format("no claim is from '{}'; 'gegenprobe articles' lists the outlets there are",
                       filter.outlet);
  if (!knows_unit)
    return fmt::format("no claim is in '{}', which is no unit that is known; EUR, Pfund, %, job …",
                       filter.unit);
  return "no claim fits";
}

// Counting on would take longer than the answer.
constexpr std::size_t kCounted = 10'000;

Outcome run(const Words& words, Output& output) {
  auto filter = filter_from(words);
  if (!filter) return filter.error();
  const auto knows_unit = name_unit(*filter);
  if (!knows_unit) return knows_unit.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto claims = store::find_claims(*database, *filter);
  if (!claims) return claims.error();
  Rows rows(output, format_of(words.format), claim_columns());
  for (const store::StoredClaim& claim : *claims) rows.add(claim_cells(claim));
  rows.end();
  if (claims->empty()) output.words(none_words(*database, *filter, *knows_unit));
  if (filter->limit == 0 || claims->size() < filter->limit) return 0;
  const auto all = store::count_claims_up_to(*database, *filter, kCounted);
  if (all && *all > claims->size() + filter->offset)
    output.words(fmt::format("{} of {}{} claims; --limit 0 shows all", claims->size(), *all,
                             *all == kCounted ? " or more" : ""));
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  store::ClaimFilter& filter = words->filter;
  options.text("-c,--company", filter.company, "NAME",
               "what is said about it: a name, an alias or an entity key");
  declare_metric(options, words->metric, "revenue, profit, loss, job_cuts …");
  options.text("-p,--period", filter.period, "PERIOD",
               "2024, 2024-Q3, 2024-H1, 2024-07, 2024-07-15 or 2022..2024");
  options.text("--outlet", filter.outlet, "NAME", "from this outlet");
  options.number("--min", filter.min, "NUMBER",
                 "figures of this size or more, in whole units: 5.5e9; of a range its lower end counts");
  options.number("--max", filter.max, "NUMBER",
                 "figures of this size or less; of a range its upper end counts");
  options.text("--currency,--unit", filter.unit, "UNIT", "in this unit: EUR, USD, %, job, gigawatt …");
  options.choice("--modality", words->modality, {"asserted", "expected", "possible", "estimated", "denied"},
                 "how certain the article says it is");
  options.text("--text", filter.text, "WORDS", "whose sentence holds these words; ue finds ü");
  options.text("--since", words->since, "DATE", "published on this day or later");
  options.number("--min-confidence", filter.min_confidence, "NUMBER",
                 "this sure or surer, 0 to 1: of those at 0.9, nine in ten are right");
  options.choice("--review", words->judgement, {"accept", "correct", "reject"},
                 "judged so by a person; rejected claims are listed only so");
  options.on("--older", filter.older, "also what stood in older versions of an article");
  options.count("-n,--limit", words->limit, "N", "how many at most (100); 0: all");
  options.count("--offset", words->offset, "N", "leave out the first N");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command claims_command;
const Command claims_command{"claims", "[--company NAME] [--metric METRIC] [--period PERIOD] …",
                             "list what the articles state: who, what, how much, when, says who",
                             R"(gegenprobe claims --company Siemens --metric revenue --period 2024
# Everything above a billion euros that somebody expects, as a spreadsheet.
gegenprobe claims --min 1e9 --currency EUR --modality expected --format csv > expected.csv
gegenprobe claims --text 'Künstliche Intelligenz' --since 2025-01-01)",
                             declare};

}  // namespace gegenprobe::app
