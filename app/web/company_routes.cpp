#include "app/filter_words.h"
#include "app/web/body.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/claim_lists.h"
#include "store/company_decision.h"
#include "store/company_lists.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostFigures = 500;
constexpr std::size_t kMostToPropose = 5'000, kMostProposals = 500;

std::string words_of(const store::Decision& decision) {
  switch (decision.kind) {
    case store::DecisionKind::merge:
      return decision.other + " is " + decision.company;
    case store::DecisionKind::split:
      return decision.other + " is another company than " + decision.company;
    case store::DecisionKind::alias:
      return "«" + decision.other + "» is a name of " + decision.company;
    case store::DecisionKind::distinct:
      break;
  }
  return decision.company + " and " + decision.other + " are two companies";
}

Response find_companies(Desk& desk, Call& call) {
  const Window window = window_of(call.params);
  const std::string name = call.params.text("name");
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto found = store::list_companies(**database, name, window.limit + 1, window.offset);
  if (!found) return answer(problem_of(found.error()));
  const Total total = cut(*found, window);
  return object([&](JsonWriter& json) {
    write_array(json, "items", *found);
    write_page(json, window, found->size(), total);
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

void write_decision(JsonWriter& json, const store::Decision& decision) {
  const bool alias = decision.kind == store::DecisionKind::alias;
  json.StartObject();
  key(json, "id");
  json.Int64(decision.id);
  member(json, "kind", word(decision.kind));
  member(json, "at", decision.decided_at);
  member(json, "who", decision.decided_by);
  member(json, "note", decision.note);
  member(json, "words", words_of(decision));
  member(json, "entity", decision.company_entity);
  member(json, "other", decision.other_entity);
  member(json, "name", alias ? decision.other : "");
  yes_no(json, "undone", !decision.undone_at.empty());
  json.EndObject();
}

/// Another company that may be this one, as the page shows it.
struct Proposal {
  store::CompanyRow other;
  const store::CompanyPair* pair;
};

void write_proposal(JsonWriter& json, const Proposal& proposal) {
  json.StartObject();
  key(json, "other");
  write(json, proposal.other);
  key(json, "reason");
  string(json, proposal.pair->reason);
  key(json, "score");
  json.Double(proposal.pair->likelihood);
  json.EndObject();
}

Response company_answer(Desk& desk, const std::string& entity) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::company_profile(**database, entity);
  if (!found) return answer(problem_of(found.error()));
  if (!*found) return answer(no_such("company", entity));
  auto decisions = store::find_decisions(**database, true);
  if (!decisions) return answer(problem_of(decisions.error()));
  std::erase_if(*decisions, [&](const store::Decision& each) {
    return each.company_entity != entity && each.other_entity != entity;
  });
  // Of a large database proposing takes seconds: there it is asked for on the command line.
  const auto size = store::count_companies(**database);
  if (!size) return answer(problem_of(size.error()));
  const auto pairs = *size <= kMostToPropose ? store::propose_companies(**database, kMostProposals)
                                             : Result(std::vector<store::CompanyPair>());
  if (!pairs) return answer(problem_of(pairs.error()));
  std::vector<Proposal> proposals;
  for (const store::CompanyPair& pair : *pairs)
    if (pair.a.entity == entity || pair.b.entity == entity)
      proposals.push_back({pair.a.entity == entity ? pair.b : pair.a, &pair});
  const store::CompanyProfile& profile = **found;
  return object([&](JsonWriter& json) {
    key(json, "company");
    write(json, profile.row);
    write_texts(json, "names", profile.names);
    write_array(json, "metrics", profile.metrics, write_metric);
    write_array(json, "proposals", proposals, write_proposal);
    write_array(json, "decisions", *decisions, write_decision);
  });
}

Response get_company(Desk& desk, Call& call) { return company_answer(desk, call.parts[0]); }

Response decide(Desk& desk, Call& call, store::DecisionKind kind, std::string_view member_of_other) {
  Body body(call.request.body);
  const store::DecisionWords words{.kind = kind,
                                   .company = call.parts[0],
                                   .other = body.text(member_of_other),
                                   .note = body.text("note"),
                                   .decided_by = call.who};
  if (!body.problem() && words.other.empty())
    body.fail({400, "bad_request", "\"" + std::string(member_of_other) + "\" is missing"});
  if (body.problem()) return answer(*body.problem());
  const auto decided =
      desk.write([&](store::Database& database) { return store::decide(database, words, now()); });
  return decided ? company_answer(desk, decided->decision.company_entity)
                 : answer(problem_of(decided.error()));
}
Response merge(Desk& desk, Call& call) { return decide(desk, call, store::DecisionKind::merge, "other"); }
Response split(Desk& desk, Call& call) { return decide(desk, call, store::DecisionKind::split, "name"); }
Response alias(Desk& desk, Call& call) { return decide(desk, call, store::DecisionKind::alias, "name"); }

Response undo(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("decision", call.parts[0]));
  const auto undone = desk.write(
      [&](store::Database& database) { return store::undo_decision(database, *id, call.who, now()); });
  return undone ? done() : answer(problem_of(undone.error()));
}

Response get_figures(Desk& desk, Call& call) {
  const auto metric = call.params.metric();
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
                             {"GET", "/companies/{entity}/figures", "metric unit", get_figures},
                             {"POST", "/companies/{entity}/merge", "", merge},
                             {"POST", "/companies/{entity}/split", "", split},
                             {"POST", "/companies/{entity}/alias", "", alias},
                             {"DELETE", "/decisions/{id}", "", undo}};

}  // namespace

std::span<const Route> company_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
