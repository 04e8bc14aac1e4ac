#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/check_json.h"
#include "app/claim_rows.h"
#include "app/verdict_words.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/cases.h"

namespace gegenprobe::app::web {
namespace {

// What a reader should look at first, then what else is different.
std::vector<std::string_view> differences(const store::Case& one) {
  if (!one.b) return {};
  const extract::Claim &a = one.a.claim, &b = one.b->claim;
  std::vector<std::string_view> names{one.comparison.verdict == store::Verdict::scale_suspect ? "scale"
                                                                                              : "value"};
  const auto add = [&](bool differs, std::string_view name) {
    if (differs) names.push_back(name);
  };
  add(one.a.published != one.b->published, "published");
  add(one.a.outlet != one.b->outlet, "outlet");
  add(a.period.has_value() != b.period.has_value() ||
          (a.period && (a.period->from != b.period->from || a.period->to != b.period->to)),
      "period");
  add(a.modality != b.modality, "modality");
  add(a.attribution != b.attribution, "attribution");
  add(a.metric != b.metric, "metric");
  add(a.variant != b.variant, "variant");
  add(a.value.qualifier != b.value.qualifier, "qualifier");
  add(a.status != b.status, "status");
  return names;
}

std::string id_of(const store::Case& one) {
  return claim_id(one.a.id) + (one.b ? "-" + claim_id(one.b->id) : "");
}

void write_case(JsonWriter& json, const store::Case& one) {
  const store::Comparison& comparison = one.comparison;
  json.StartObject();
  member(json, "id", id_of(one));
  member(json, "section", word(one.section));
  member(json, "verdict", word(comparison.verdict));
  member(json, "part", word(comparison.part));
  real_or_null(json, "ratio", comparison.ratio > 0 ? std::optional(comparison.ratio) : std::nullopt);
  key(json, "reason");
  string(json, comparison.reason);
  write_rate(json, comparison.rate);
  write_told(json, one.told);
  write_array(json, "differs", differences(one),
              [](JsonWriter& to, std::string_view name) { string(to, name); });
  key(json, "a");
  write(json, one.a);
  key(json, "b");
  if (one.b)
    write(json, *one.b);
  else
    json.Null();
  write_array(json, "more", one.more);
  count(json, "more_count", one.more_count);
  member(json, "pivot", one.pivot_is_b ? "b" : "a");
  json.EndObject();
}

Params::Choices section_choices() {
  Params::Choices choices;
  for (std::size_t i = 0; i < store::kSections; ++i)
    choices.emplace_back(word(static_cast<store::Section>(i)));
  return choices;
}

std::vector<store::Section> sections_of(Params& params) {
  std::vector<store::Section> sections;
  for (const std::string& name : params.texts("section")) {
    const auto section = store::section(name);
    if (section)
      sections.push_back(*section);
    else
      params.fail_choice("section", name, section_choices());
  }
  return sections;
}

std::vector<store::Verdict> verdicts_of(Params& params) {
  std::vector<store::Verdict> verdicts;
  for (const std::string& name : params.texts("verdict")) {
    const auto verdict = store::verdict(name);
    if (verdict)
      verdicts.push_back(*verdict);
    else
      params.fail_choice("verdict", name, verdict_choices(true));
  }
  return verdicts;
}

/// What a person said of one of its claims: "none", "any", or the one judgement.
bool has_review(const store::Case& one, const std::string& wanted) {
  const auto fits = [&](const std::optional<store::ReviewMark>& review) {
    return review && (wanted == "any" || wanted == word(review->judgement));
  };
  if (wanted == "none") return !one.a.review && !(one.b && one.b->review);
  return fits(one.a.review) || (one.b && fits(one.b->review));
}

std::string review_of(Params& params) {
  std::string review = params.text("review");
  if (!review.empty() && review != "none" && review != "any" && !store::judgement(review))
    params.fail_choice("review", review, {"none", "any", "accept", "correct", "reject"});
  return review;
}

constexpr std::size_t kMostReviewed = 500;  // cases that are looked at where reviews decide which are shown

/// Those of the window among the cases that fit. How many fit comes from those that were looked at.
Total keep_reviewed(std::vector<store::Case>& cases, const std::string& review, const Window& window) {
  const bool all = cases.size() < kMostReviewed;
  std::erase_if(cases, [&](const store::Case& one) { return !has_review(one, review); });
  const std::size_t fitting = cases.size();
  const auto at = [&](std::size_t index) {
    return cases.begin() + static_cast<std::ptrdiff_t>(std::min(index, cases.size()));
  };
  cases.erase(cases.begin(), at(window.offset));
  cases.erase(at(window.limit), cases.end());
  return {fitting, all};
}

Response list(Desk& desk, Call& call, std::optional<Day> since_by_default) {
  const Window window = window_of(call.params);
  store::CaseFilter filter;
  filter.conflicts.company = call.params.text("company");
  filter.conflicts.outlet = call.params.text("outlet");
  filter.conflicts.metric = call.params.metric();
  filter.conflicts.since = call.params.day("since");
  if (!filter.conflicts.since) filter.conflicts.since = since_by_default;
  filter.conflicts.verdicts = verdicts_of(call.params);
  filter.sections = sections_of(call.params);
  const std::string review = review_of(call.params);
  filter.conflicts.limit = review.empty() ? window.limit : kMostReviewed;
  filter.conflicts.offset = review.empty() ? window.offset : 0;
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto found = store::find_cases(**database, filter);
  if (!found) return answer(problem_of(found.error()));
  Total total{0, true};
  for (const store::SectionCount& each : found->sections)
    total.count += each.cases, total.exact &= each.is_exact;
  if (!review.empty()) total = keep_reviewed(found->cases, review, window);
  return object([&](JsonWriter& json) {
    key(json, "since");
    string(json, filter.conflicts.since ? iso(*filter.conflicts.since) : "0001-01-01");
    write_array(json, "items", found->cases, write_case);
    write_page(json, window, found->cases.size(), total);
    write_array(json, "sections", found->sections, [](JsonWriter& to, const store::SectionCount& each) {
      to.StartObject();
      member(to, "section", word(each.section));
      count(to, "count", each.cases);
      yes_no(to, "is_exact", each.is_exact);
      to.EndObject();
    });
  });
}

Response get_today(Desk& desk, Call& call) {
  const Day today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return list(desk, call, today - std::chrono::days(1));
}
Response get_conflicts(Desk& desk, Call& call) { return list(desk, call, std::nullopt); }

constexpr std::string_view kParams = "since section company metric outlet verdict review limit offset";
constexpr Route kRoutes[] = {{"GET", "/today", kParams, get_today},
                             {"GET", "/conflicts", kParams, get_conflicts}};

}  // namespace

std::span<const Route> conflict_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
