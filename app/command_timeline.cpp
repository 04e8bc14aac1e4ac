#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "app/timeline_plot.h"
#include "store/company_lists.h"
#include "store/query.h"
#include "store/timeline.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, metric, since, plot, pace, language;
  store::TimelineFilter filter;
};

/// Touches nothing but the words.
Result<store::TimelineFilter> filter_from(const Words& words) {
  store::TimelineFilter filter = words.filter;
  if (filter.company.empty())
    return Error{Error::Kind::usage, "timeline: whose? --company is missing",
                 "gegenprobe timeline --company Siemens --metric revenue"};
  const auto metric = metric_from("timeline", words.metric);
  if (!metric) return metric.error();
  filter.metric = metric->value_or(extract::Metric::revenue);
  if (!filter.unit.empty()) {
    auto meant = unit_from("timeline: --unit", filter.unit);
    if (!meant) return meant.error();
    filter.unit = meant->unit;
  }
  const auto since = since_from("timeline: --since", words.since);
  if (!since) return since.error();
  filter.since = *since;
  return filter;
}

void print(const store::Timeline& timeline, Format format, Output& output) {
  if (format != Format::table) {
    std::vector<Column> columns{{"forecast", ""}};
    for (const Column& column : claim_columns()) columns.push_back(column);
    Rows rows(output, format, columns);
    for (const store::TimelineStep& step : timeline.steps)
      for (const store::StoredClaim& stored : step.figures) {
        std::vector<Cell> cells{{store::is_forecast(stored.claim)}};
        for (Cell& cell : claim_cells(stored)) cells.push_back(std::move(cell));
        rows.add(std::move(cells));
      }
    return rows.end();
  }
  Rows rows(output, format,
            {{"period", "Period"},
             {"value", "Value (billion = 10⁹)", Column::Align::right},
             {"modality", "How certain", Column::Align::left, false, 2},
             {"published", "Published"},
             {"outlet", "Outlet", Column::Align::left, true},
             {"surface", "As printed", Column::Align::left, true, 1},
             {"id", "Claim"}});
  for (const store::TimelineStep& step : timeline.steps)
    for (const store::StoredClaim& stored : step.figures) {
      const bool first = &stored == &step.figures.front();
      const std::string period = step.period ? period_words(step.period) : "no period";
      rows.add({Cell::text(first ? period : ""), Cell::text(short_figure(stored.claim)),
                Cell::text(std::string(word(stored.claim.modality))),
                stored.published ? Cell::text(iso(*stored.published)) : Cell::none(),
                Cell::text(stored.outlet), Cell::text(stored.surface), Cell::text(claim_id(stored.id))});
    }
  rows.end();
}

void tell_left_out(const store::Timeline& timeline, Output& output) {
  const auto tell = [&](std::size_t number, const char* what) {
    if (number > 0) output.words(fmt::format("left out: {} {}", number, what));
  };
  tell(timeline.other_units, "in other units: --unit");
  tell(timeline.other_variants, "of other kinds, adjusted or of a part: --variant");
  tell(timeline.repeated, "that repeat a figure of the same article");
}

/// «2024» and a business year that ends in it stand one behind the other and are two stretches of time.
void tell_own_years(const store::Timeline& timeline, Output& output) {
  const auto has = [&](bool fiscal) {
    return std::ranges::any_of(timeline.steps, [&](const store::TimelineStep& step) {
      return step.period && step.period->from && step.period->to && step.period->fiscal == fiscal;
    });
  };
  if (has(true) && has(false))
    output.words("«year to …» and «fiscal …» are the company's own, all others the calendar's");
}

/// Gives what to say of it.
Result<std::string> draw_plot(const Words& words, const store::Timeline& timeline, extract::Metric metric) {
  const auto& company = timeline.steps.front().figures.front().claim.subject;
  const Pace chosen = words.pace.empty() ? usual_pace(timeline) : *pace(words.pace);
  const auto made = plot_of(timeline, company, metric, chosen, words.language);
  if (const auto drawn = draw(made.plot, words.plot); !drawn) return drawn.error();
  return fmt::format(
      "{}: {} figures drawn{}", words.plot, made.drawn,
      made.left_out == 0 ? "" : fmt::format(", {} of other stretches of time not: --by any", made.left_out));
}

/// What there is of the company instead.
std::string metrics_hint(store::Database& database, const std::string& company) {
  const auto claims = store::find_claims(database, {.company = company, .limit = 1});
  if (!claims || claims->empty()) return "gegenprobe companies lists the names there are";
  const auto profile = store::company_profile(database, claims->front().claim.subject_entity);
  std::vector<std::string> known;
  constexpr std::size_t kShown = 4;
  if (profile && *profile)
    for (const auto& each : (*profile)->metrics)
      if (known.size() < kShown && each.metric != "other" &&
          std::ranges::find(known, each.metric) == known.end())
        known.push_back(each.metric);
  if (known.empty()) return fmt::format("gegenprobe claims --company '{}'", company);
  return fmt::format("--metric {}", fmt::join(known, ", or "));
}

Outcome run(const Words& words, Output& output) {
  const auto filter = filter_from(words);
  if (!filter) return filter.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto timeline = store::timeline(*database, *filter);
  if (!timeline) return timeline.error();
  if (timeline->steps.empty()) {
    const std::string near = did_you_mean(*database, filter->company);
    return Error{Error::Kind::input,
                 fmt::format("timeline: no article gives {} of '{}'{}", metric_words(filter->metric),
                             filter->company, near),
                 near.empty() ? metrics_hint(*database, filter->company)
                              : "gegenprobe companies lists the names there are"};
  }
  // A plot that cannot be drawn is told before the table scrolls past.
  std::string drawn;
  if (!words.plot.empty()) {
    auto told = draw_plot(words, *timeline, filter->metric);
    if (!told) return told.error();
    drawn = std::move(*told);
  }
  print(*timeline, format_of(words.format), output);
  tell_left_out(*timeline, output);
  tell_own_years(*timeline, output);
  if (!drawn.empty()) output.words(drawn);
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("-c,--company", words->filter.company, "NAME",
               "whose figure: a name, an alias or an entity key");
  declare_metric(options, words->metric, "revenue (without it), profit, headcount …");
  options.text("--unit", words->filter.unit, "UNIT", "EUR, USD, %, job …; else the one given most");
  options.text("--variant", words->filter.variant, "KIND",
               "adjusted, ebitda, segment:cloud …; else the plain figure");
  options.text("--since", words->since, "DATE", "published on this day or later");
  options.text("--plot", words->plot, "FILE", "draw it: a name that ends in .svg or .png").offer =
      Options::Offer::files;
  options.choice("--by", words->pace, {"year", "half", "quarter", "month", "any"},
                 "which stretches of time the plot shows; else those with most figures");
  options.choice("--lang", words->language, {"en", "de"}, "language of the plot (en)");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command timeline_command;
const Command timeline_command{"timeline", "--company NAME [--metric METRIC] [--plot FILE]",
                               "a figure through the periods and through the articles",
                               R"(gegenprobe timeline --company Siemens
gegenprobe timeline --company Bosch --metric headcount --format csv > bosch.csv
gegenprobe timeline --company Volkswagen --metric profit --by year --plot profit.svg --lang de)",
                               declare};

}  // namespace gegenprobe::app
