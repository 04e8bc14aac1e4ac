#include <fmt/format.h>

#include "app/filter_words.h"
#include "app/web/body.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/claim_lists.h"
#include "store/review.h"

namespace gegenprobe::app::web {
namespace {

void write_understood(JsonWriter& json, const Understood& understood, const store::ClaimFilter& filter,
                      const std::optional<store::CompanyName>& company) {
  key(json, "understood");
  json.StartObject();
  key(json, "company");
  if (company) {
    json.StartObject();
    member(json, "entity", company->entity);
    member(json, "name", company->name);
    json.EndObject();
  } else {
    json.Null();
  }
  yes_no(json, "company_known", filter.company.empty() || company.has_value());
  key(json, "period");
  if (understood.period) {
    json.StartObject();
    key(json, "from");
    day_or_null(json, understood.period->from);
    key(json, "to");
    day_or_null(json, understood.period->to);
    json.EndObject();
  } else {
    json.Null();
  }
  key(json, "value");
  if (understood.value) {
    json.StartObject();
    member(json, "text", understood.value->text);
    real_or_null(json, "min", understood.value->min);
    real_or_null(json, "max", understood.value->max);
    member(json, "unit", understood.value->unit);
    json.EndObject();
  } else {
    json.Null();
  }
  json.EndObject();
}

void write_sorts(JsonWriter& json, const store::ClaimFilter& filter) {
  key(json, "sorts");
  json.StartArray();
  for (const auto& [word, order] : orders())
    if (store::has_order(filter, order)) string(json, word);
  json.EndArray();
}

Response find_claims(Desk& desk, Call& call) {
  Understood understood;
  store::ClaimFilter filter = claim_filter_of(call.params, desk.figures, understood);
  const Window window = window_of(call.params);
  const store::ClaimOrder order = order_of(call.params, filter);
  if (call.params.problem()) return answer(*call.params.problem());
  filter.limit = window.limit;
  filter.offset = window.offset;
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto list = store::list_claims(**database, filter, order, static_cast<std::size_t>(kFarthest) + 1);
  if (!list) return answer(problem_of(list.error()));
  return object([&](JsonWriter& json) {
    write_array(json, "items", list->claims);
    write_page(json, window, list->claims.size(), total_of(list->counted));
    write_understood(json, understood, filter, list->company);
    write_sorts(json, filter);
  });
}

void write_value(JsonWriter& json, const store::FacetValue& value) {
  json.StartObject();
  member(json, "value", value.value);
  member(json, "label", value.label);
  count(json, "count", value.count);
  json.EndObject();
}

Response find_facets(Desk& desk, Call& call) {
  Understood understood;
  const store::ClaimFilter filter = claim_filter_of(call.params, desk.figures, understood);
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto facets = store::facets(**database, filter, static_cast<std::size_t>(kFarthest));
  if (!facets) return answer(problem_of(facets.error()));
  return object([&](JsonWriter& json) {
    write_array(json, "facets", facets->facets, [](JsonWriter& to, const store::Facet& facet) {
      to.StartObject();
      member(to, "name", facet.name);
      write_array(to, "values", facet.values, write_value);
      to.EndObject();
    });
    count(json, "counted", facets->counted);
    yes_no(json, "complete", facets->complete);
  });
}

Response get_claim(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("claim", call.parts[0]));
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto claim = store::find_claim(**database, *id);
  if (!claim) return answer(problem_of(claim.error()));
  if (!*claim) return answer(no_such("claim", call.parts[0]));
  const auto checked = store::check_stored(**database, **claim);
  if (!checked) return answer(problem_of(checked.error()));
  const auto article = store::find_article_row(**database, (*claim)->article);
  if (!article) return answer(problem_of(article.error()));
  return object([&](JsonWriter& json) {
    key(json, "checked");
    write(json, *checked, **claim);
    key(json, "article");
    write(json, **article);
    std::vector<std::optional<store::ReviewMark>> reviews;
    if ((*claim)->review) reviews.push_back((*claim)->review);
    write_array(json, "reviews", reviews,
                [&](JsonWriter& to, const auto& review) { write(to, review, **claim); });
  });
}

// ---- reviews -------------------------------------------------------------------------------------------

store::Correction correction_of(Body& body, const FigureReader& figures) {
  store::Correction correction{.subject = body.text("company")};
  const std::string value = body.text("value"), period = body.text("period");
  correction.metric = body.word("metric", [](std::string_view word) { return extract::metric(word); });
  correction.role = body.word("role", [](std::string_view word) { return extract::role(word); });
  correction.modality = body.word("modality", [](std::string_view word) { return extract::modality(word); });
  if (!value.empty()) {
    const auto read = figures.read_surely(value, body.text("lang"));
    if (!read) body.fail({400, "bad_value", read.error().what, "for example 3,7 Mrd. Dollar"});
    if (read) correction.value = *read, correction.unit = read->unit;
  }
  if (!period.empty()) {
    const auto range = store::parse_period(period);
    if (!range)
      body.fail({400, "bad_period", fmt::format("'{}' is no period", period), "for example 2024, 2024-Q3"});
    if (range) correction.period = store::as_period(*range);
  }
  return correction;
}

Response claim_answer(const Result<store::StoredClaim>& claim) {
  if (!claim) return answer(problem_of(claim.error()));
  JsonBuffer buffer;
  JsonWriter json(buffer);
  write(json, *claim);
  return {.body = std::string(text_of(buffer))};
}

Response review(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("claim", call.parts[0]));
  Body body(call.request.body);
  const auto judgement = body.word("decision", [](std::string_view word) { return store::judgement(word); });
  store::Judged judged{
      .correction = correction_of(body, desk.figures), .note = body.text("note"), .reviewer = call.who};
  if (!judgement) body.fail({400, "bad_request", "\"decision\" is accept, correct or reject"});
  if (body.problem()) return answer(*body.problem());
  judged.judgement = *judgement;
  return claim_answer(
      desk.write([&](store::Database& database) { return store::review(database, *id, judged, now()); }));
}

Response undo_review(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("claim", call.parts[0]));
  return claim_answer(
      desk.write([&](store::Database& database) { return store::undo_review(database, *id); }));
}

using enum Route::Kind;
constexpr Route kRoutes[] = {{"GET", "/claims", "sort limit offset", find_claims, plain, kClaimFilter},
                             {"GET", "/claims/facets", "", find_facets, plain, kClaimFilter},
                             {"GET", "/claims/{id}", "", get_claim},
                             {"POST", "/claims/{id}/review", "", review},
                             {"DELETE", "/claims/{id}/review", "", undo_review}};

}  // namespace

std::span<const Route> claim_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
