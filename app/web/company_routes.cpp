#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/claim_lists.h"
#include "store/company_lists.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostFigures = 1000;

Response find_companies(Desk& desk, Call& call) {
  const Window window = window_of(call.params);
  const store::CompanyFilter filter{
      .name = call.params.text("name"), .limit = window.limit + 1, .offset = window.offset};
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto found = store::find_companies(**database, filter);
  if (!found) return answer(problem_of(found.error()));
  const bool more = found->size() > window.limit;
  if (more) found->pop_back();
  return object([&](JsonWriter& json) {
    write_array(json, "items", *found);
    write_page(json, window, found->size(), {window.offset + found->size(), !more});
  });
}

void write_suggestion(JsonWriter& json, const store::CompanySuggestion& suggestion) {
  json.StartObject();
  member(json, "entity", suggestion.entity);
  member(json, "name", suggestion.name);
  member(json, "matched", suggestion.matched);
  count(json, "claims", suggestion.claims);
  member(json, "wikidata", suggestion.wikidata);
  json.EndObject();
}

Response suggest(Desk& desk, Call& call) {
  constexpr std::size_t kUsual = 8;
  const std::string typed = call.params.text("q");
  const std::size_t limit = static_cast<std::size_t>(call.params.whole("limit", 1, 50).value_or(kUsual));
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::suggest_companies(**database, typed, limit);
  if (!found) return answer(problem_of(found.error()));
  return object([&](JsonWriter& json) { write_array(json, "items", *found, write_suggestion); });
}

void write_metric(JsonWriter& json, const store::CompanyMetric& metric) {
  json.StartObject();
  member(json, "metric", metric.metric);
  member(json, "unit", metric.unit);
  count(json, "claims", metric.claims);
  json.EndObject();
}

Response get_company(Desk& desk, Call& call) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::company_profile(**database, call.parts[0]);
  if (!found) return answer(problem_of(found.error()));
  if (!*found) return answer(no_such("company", call.parts[0]));
  const store::CompanyProfile& profile = **found;
  return object([&](JsonWriter& json) {
    key(json, "company");
    write(json, profile.row);
    write_texts(json, "names", profile.names);
    write_array(json, "metrics", profile.metrics, write_metric);
    write_texts(json, "proposals", {});
    write_texts(json, "decisions", {});
  });
}

Response get_figures(Desk& desk, Call& call) {
  const auto metric = call.params.word("metric", [](std::string_view word) { return extract::metric(word); });
  const std::string unit = call.params.text("unit");
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::figures(**database, call.parts[0], metric, unit, kMostFigures);
  if (!found) return answer(problem_of(found.error()));
  return object([&](JsonWriter& json) {
    member(json, "metric", word(found->claims.empty() && metric ? *metric : found->metric));
    member(json, "unit", found->claims.empty() ? unit : found->unit);
    write_array(json, "items", found->claims);
    yes_no(json, "complete", found->complete);
  });
}

constexpr Route kRoutes[] = {{"GET", "/companies", "name limit offset", find_companies},
                             {"GET", "/companies/suggest", "q limit", suggest},
                             {"GET", "/companies/{entity}", "", get_company},
                             {"GET", "/companies/{entity}/figures", "metric unit", get_figures}};

}  // namespace

std::span<const Route> company_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
