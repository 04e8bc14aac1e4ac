#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/figure.h"
#include "app/figure_reader.h"
#include "app/filter_words.h"
#include "app/mention_words.h"
#include "app/rule_words.h"
#include "app/shared_options.h"
#include "extract/matching/rules.h"
#include "store/query.h"
#include "store/review.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, claim, judgement;
  std::string note, by, value, unit, metric, period, company, role, modality, language, rules;
  bool undo = false;
  std::optional<unsigned> limit;
};

Error usage(std::string what, std::string hint) {
  return {Error::Kind::usage, "review: " + std::move(what), std::move(hint)};
}

// "1.500" is one and a half or fifteen hundred.
bool is_grouped(const std::string& words) {
  const auto point = words.find('.');
  return point >= 1 && point <= 3 && words.size() == point + 4 &&
         words.find_first_not_of("0123456789.") == std::string::npos;
}

// In digits as 5.6e9, else as a text would say it.
Result<extract::Amount> value_from(const Words& words) {
  if (auto value = amount_from("review: --value", words.value); value && !is_grouped(words.value))
    return value;
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  auto value = FigureReader(*rules).read_surely(words.value, words.language);
  if (!value)
    return usage("--value: " + value.error().what,
                 "for example '5,6 Mrd. Euro' or '$5.6bn', with --lang de or en where the two differ; or in "
                 "whole units: 5.6e9, 2e9..3e9, ~5e9");
  if (!words.unit.empty() && !value->unit.empty() && words.unit != value->unit)
    return usage(
        fmt::format("--value: '{}' is in {}, and --unit says {}", words.value, value->unit, words.unit),
        "leave one of them out");
  return value;
}

Result<std::string> unit_from(const Words& words) {
  if (words.unit.empty()) return words.unit;
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  if (auto unit = unit_named(**rules, words.unit)) return *std::move(unit);
  return usage(fmt::format("--unit: '{}' is no unit that is known", words.unit),
               "a currency as EUR or Pfund, %, pp, or what is counted: job, vehicle, tonne, gigawatt");
}

/// Touches nothing but the words, and the rules where a value or unit is given.
Result<store::Correction> correction_from(Words words) {
  auto unit = unit_from(words);
  if (!unit) return unit.error();
  words.unit = *std::move(unit);
  store::Correction correction{.subject = words.company, .unit = words.unit};
  const auto metric = metric_from("review", words.metric);
  if (!metric) return metric.error();
  correction.metric = *metric;
  if (!words.value.empty()) {
    const auto value = value_from(words);
    if (!value) return value.error();
    correction.value = *value;
    if (correction.unit.empty()) correction.unit = value->unit;
  }
  if (!words.period.empty()) {
    const auto period = store::parse_period(words.period);
    if (!period)
      return usage(fmt::format("'{}' is no period", words.period), "for example 2024, 2024-Q3 or 2024-07");
    correction.period = store::as_period(*period);
  }
  if (!words.role.empty()) correction.role = extract::role(words.role);
  if (!words.modality.empty()) correction.modality = extract::modality(words.modality);
  return correction;
}

Result<store::Judged> judged_from(const Words& words) {
  auto correction = correction_from(words);
  if (!correction) return correction.error();
  const auto judgement = store::judgement(words.judgement);
  if (!judgement)
    return usage("what of it: accept, correct or reject?",
                 fmt::format("gegenprobe review {} accept", words.claim));
  return store::Judged{.judgement = *judgement,
                       .correction = std::move(*correction),
                       .note = words.note,
                       .reviewer = words.by.empty() ? user_name() : words.by};
}

std::vector<Column> columns() {
  return {{"review", "Review"},
          {"fields", "Corrected"},
          {"reviewed_by", "By"},
          {"reviewed_at", "When"},
          {"claim", "Claim"},
          {"subject", "Company", Column::Align::left, true},
          {"metric", "Metric"},
          {"value", "Value (billion = 10⁹)", Column::Align::right},
          {"surface", "As printed", Column::Align::left, true, 2},
          {"outlet", "Outlet", Column::Align::left, true, 1},
          {"published", ""},
          {"url", ""},
          {"sentence", ""},
          {"note", "Note", Column::Align::left, true}};
}

std::vector<Cell> cells(const store::StoredReview& review) {
  const auto text = [](std::string_view words) { return Cell::text(std::string(words)); };
  Cell claim = Cell::none();
  if (review.claim) claim = Cell::whole(review.claim->id), claim.shown = claim_id(review.claim->id);
  if (!review.claim) claim.shown = "no longer read";
  return {text(past(review.mark.judgement)),
          text(review.mark.fields),
          text(review.mark.reviewer),
          text(review.mark.reviewed_at),
          claim,
          review.claim ? text(review.claim->claim.subject) : Cell::none(),
          review.claim ? text(word(review.claim->claim.metric)) : text(review.metric),
          review.claim ? text(short_figure(review.claim->claim)) : Cell::none(),
          text(review.surface),
          text(review.outlet),
          review.published ? Cell{iso(*review.published)} : Cell::none(),
          text(review.url),
          text(review.sentence),
          text(review.mark.note)};
}

Outcome list(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto reviews =
      store::find_reviews(*database, {.reviewer = words.by, .limit = words.limit.value_or(100)});
  if (!reviews) return reviews.error();
  Rows rows(output, format_of(words.format), columns());
  for (const store::StoredReview& review : *reviews) rows.add(cells(review));
  rows.end();
  if (reviews->empty()) output.words("no claim was reviewed yet: gegenprobe review c42 accept");
  return 0;
}

Outcome tell(const Words& words, const store::StoredClaim& claim, Output& output) {
  if (const Format format = format_of(words.format); format != Format::table) {
    Rows rows(output, format, claim_columns());
    rows.add(claim_cells(claim));
    rows.end();
    return 0;
  }
  output.line(fmt::format("{}  {} · {}", claim_id(claim.id), fact_words(claim.claim), figure(claim.claim)));
  output.line("     " + review_words(claim));
  return 0;
}

Outcome run(const Words& words, Output& output) {
  if (words.claim.empty()) return list(words, output);
  const auto id = claim_from("review", words.claim);
  if (!id) return id.error();
  if (words.undo && !words.judgement.empty()) return usage("--undo goes without a judgement", "");
  const auto judged = words.undo ? store::Judged{} : judged_from(words);
  if (!judged) return judged.error();
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  const auto claim =
      words.undo ? store::undo_review(*database, *id) : store::review(*database, *id, *judged, now());
  if (!claim) return claim.error();
  if (judged->correction.value)
    output.words(fmt::format("'{}' was read as {}", words.value, figure(*judged->correction.value)));
  return tell(words, *claim, output);
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("claim", words->claim, "CLAIM",
               "an id as the lists show it (c42); without one: the reviews there are");
  options.choice("judgement", words->judgement, {"accept", "correct", "reject"},
                 "the article says so, true or not; it says something else; it says no such thing");
  options.text("--note", words->note, "TEXT", "why");
  options.text("--value", words->value, "FIGURE",
               "what it should be: '5,6 Mrd. Euro', or in whole units: 5.5e9, 2e9..3e9, ~5e9, ..3e9, 2e9..");
  options.choice("--lang", words->language, {"de", "en"}, "the language of --value, where the two differ");
  options.text("--unit", words->unit, "UNIT", "EUR, USD, %, job …");
  declare_metric(options, words->metric, "revenue, profit, loss …");
  options.text("-p,--period", words->period, "PERIOD", "2024, 2024-Q3, 2024-H1, 2024-07");
  options.text("-c,--company", words->company, "NAME", "of whom it is said");
  options.choice("--role", words->role, {"level", "increase", "decrease"}, "what kind of figure it is");
  options.choice("--modality", words->modality, {"asserted", "expected", "possible", "estimated", "denied"},
                 "how certain the article says it is");
  options.on("--undo", words->undo, "take the last judgement back; the one before stands again");
  options.text("--by", words->by, "NAME", "who judges; else $GEGENPROBE_USER, else the user's name");
  options.count("-n,--limit", words->limit, "N", "of the list: how many at most (100); 0: all");
  declare_format(options, words->format);
  declare_rules(options, words->rules);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command review_command;
const Command review_command{"review",
                             "[CLAIM accept|correct|reject] [--note TEXT] [--value FIGURE] … [--undo]",
                             "keep a person's judgement on a claim; it stays through re-extraction",
                             R"(gegenprobe review c42 accept
# The rules misread it. An article that is wrong itself is accepted: it does say so.
gegenprobe review c42 correct --period 2024 --note 'the year stands in the headline'
gegenprobe review c42 correct --value '5,6 Mrd. Euro'
gegenprobe review c42 reject --note 'this is the figure of the subsidiary'
gegenprobe review c42 --undo
# What was judged so far.
gegenprobe review --format csv > reviews.csv)",
                             declare};

}  // namespace gegenprobe::app
