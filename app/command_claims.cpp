#include <fmt/format.h>

#include <memory>
#include <tuple>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "store/claim_lists.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, metric, modality, since, judgement, min, max;
  store::ClaimFilter filter;
  std::optional<unsigned> limit, offset;
};

/// --min and --max; a unit that one of them names is asked for, too.
Result<Done> read_bounds(const Words& words, store::ClaimFilter& filter) {
  for (const auto& [option, given, bound] :
       {std::tuple("--min", &words.min, &filter.min), std::tuple("--max", &words.max, &filter.max)}) {
    if (given->empty()) continue;
    const auto figure = figure_from(fmt::format("claims: {}", option), *given);
    if (!figure) return figure.error();
    *bound = (bound == &filter.min ? figure->least() : figure->most()).to_double();
    if (figure->unit.empty()) continue;
    if (!filter.unit.empty() && filter.unit != figure->unit)
      return Error{Error::Kind::usage,
                   fmt::format("claims: {}: '{}' is in {}, and {} is asked for", option, *given, figure->unit,
                               filter.unit),
                   "one unit for all"};
    filter.unit = figure->unit;
  }
  return Done{};
}

/// Touches nothing but the words.
Result<store::ClaimFilter> filter_from(const Words& words) {
  store::ClaimFilter filter = words.filter;
  const auto metric = metric_from("claims", words.metric);
  if (!metric) return metric.error();
  filter.metric = *metric;
  if (!words.modality.empty()) filter.modality = extract::modality(words.modality);
  if (!words.judgement.empty()) filter.judgement = store::judgement(words.judgement);
  const auto since = since_from("claims: --since", words.since);
  if (!since) return since.error();
  filter.since = *since;
  filter.limit = words.limit.value_or(100);
  filter.offset = words.offset.value_or(0);
  if (const auto read = read_bounds(words, filter); !read) return read.error();
  if (filter.min && filter.max && *filter.min > *filter.max)
    return Error{Error::Kind::usage, "claims: --min is more than --max", ""};
  if (const auto confidence = confidence_from("claims", filter.min_confidence); !confidence)
    return confidence.error();
  return filter;
}

std::string near_or_all(store::Database& database, const std::string& company) {
  const std::string near = did_you_mean(database, company);
  return near.empty() ? "; 'gegenprobe companies' lists the names there are" : near;
}

/// A name that was mistyped must not pass for a company of which nothing is told.
std::string none_words(store::Database& database, const store::ClaimFilter& filter) {
  const auto is_told = [&](const store::ClaimFilter& of) {
    const auto known = store::count_claims(database, of);
    return !known || *known > 0;
  };
  if (!filter.company.empty() && !is_told({.company = filter.company}))
    return fmt::format("no claim is about '{}'{}", filter.company, near_or_all(database, filter.company));
  if (!filter.outlet.empty() && !is_told({.outlet = filter.outlet}))
    return fmt::format("no claim is from '{}'; 'gegenprobe articles' lists the outlets there are",
                       filter.outlet);
  return "no claim fits";
}

// Counting on would take longer than the answer.
constexpr std::size_t kCounted = 10'000;

Outcome run(const Words& words, Output& output) {
  Words given = words;
  std::string note;
  if (!given.filter.unit.empty()) {
    auto meant = unit_from("claims: --unit", given.filter.unit);
    if (!meant) return meant.error();
    given.filter.unit = meant->unit, note = meant->note;
  }
  const auto filter = filter_from(given);
  if (!filter) return filter.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto claims = store::find_claims(*database, *filter);
  if (!claims) return claims.error();
  Rows rows(output, format_of(words.format), claim_columns());
  for (const store::StoredClaim& claim : *claims) rows.add(claim_cells(claim));
  rows.end();
  if (!note.empty()) output.words(note);
  if (claims->empty()) output.words(none_words(*database, *filter));
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
  options.text(
      "-p,--period", filter.period, "PERIOD",
      "2024 (business years that end in it, too), 2024-Q3, 2024-H1, 2024-07, 2024-07-15 or 2022..2024");
  options.text("--outlet", filter.outlet, "NAME", "from this outlet");
  options.text("--min", words->min, "FIGURE",
               "figures of this size or more: 5.5e9, '5,5 Mrd', 5.5bn; of a range its lower end counts");
  options.text("--max", words->max, "FIGURE",
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
gegenprobe claims --text Stellenabbau --since 2025-01-01)",
                             declare};

}  // namespace gegenprobe::app
