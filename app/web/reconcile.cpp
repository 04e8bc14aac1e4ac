#include "app/web/reconcile.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "app/web/params.h"
#include "app/web/reconcile_extend.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/company_lists.h"
#include "store/fold.h"

// https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostQueries = 100, kMostCandidates = 20, kUsualCandidates = 5;
constexpr double kSame = 100;

void write_type(JsonWriter& json) {
  json.StartObject();
  member(json, "id", "company");
  member(json, "name", "Company");
  json.EndObject();
}

void service(JsonWriter& json, std::string_view name, const std::string& base, std::string_view path) {
  key(json, name);
  json.StartObject();
  member(json, "service_url", base);
  member(json, "service_path", path);
  json.EndObject();
}

Response manifest(const Request& request) {
  const std::string base = "http://" + std::string(request.header("host")) + "/reconcile";
  return object([&](JsonWriter& json) {
    write_texts(json, "versions", {"0.1", "0.2"});
    member(json, "name", "Gegenprobe: companies");
    member(json, "identifierSpace", base + "/companies");
    member(json, "schemaSpace", base + "/types");
    key(json, "defaultTypes");
    json.StartArray();
    write_type(json);
    json.EndArray();
    key(json, "view");
    json.StartObject();
    member(json, "url", "http://" + std::string(request.header("host")) + "/companies/{{id}}");
    json.EndObject();
    key(json, "preview");
    json.StartObject();
    member(json, "url", base + "/preview?id={{id}}");
    json.Key("width"), json.Int(360), json.Key("height"), json.Int(120);
    json.EndObject();
    key(json, "suggest");
    json.StartObject();
    service(json, "entity", base, "/suggest/entity");
    json.EndObject();
    write_extend_service(json, base);
    count(json, "batchSize", kMostQueries);
  });
}

struct Candidate {
  store::CompanySuggestion company;
  double score;
};

// The same name without legal form is the same; of a name that goes on, the share that was asked for.
Result<std::vector<Candidate>> candidates(store::Database& database, const std::string& query,
                                          std::size_t limit) {
  const std::string wanted = store::name_key(query);
  std::vector<Candidate> found;
  if (wanted.empty()) return found;
  const auto suggested = store::suggest_companies(database, wanted, limit + kMostCandidates);
  if (!suggested) return suggested.error();
  for (const store::CompanySuggestion& company : *suggested) {
    const std::string name = store::name_key(company.matched);
    const double share =
        name.empty() ? 0 : static_cast<double>(wanted.size()) / static_cast<double>(name.size());
    found.push_back({company, name == wanted ? kSame : std::min(90.0, 90 * share)});
  }
  std::ranges::stable_sort(found, std::greater{}, &Candidate::score);
  found.resize(std::min(found.size(), limit));
  return found;
}

void write_candidate(JsonWriter& json, const Candidate& candidate, bool sure) {
  json.StartObject();
  member(json, "id", candidate.company.entity);
  key(json, "name");
  string(json, candidate.company.name);
  key(json, "score");
  json.Double(candidate.score);
  yes_no(json, "match", sure);
  key(json, "type");
  json.StartArray();
  write_type(json);
  json.EndArray();
  json.EndObject();
}

Response match(Desk& desk, const std::string& queries) {
  simdjson::dom::parser parser;
  simdjson::dom::object batch;
  if (parser.parse(queries).get(batch) != simdjson::SUCCESS || batch.size() > kMostQueries)
    return answer(
        {400, "bad_request", fmt::format("queries is an object of at most {} queries", kMostQueries)});
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  for (const auto [name, value] : batch) {
    std::string_view query;
    std::int64_t limit = kUsualCandidates;
    if (value["query"].get(query) != simdjson::SUCCESS) query = "";
    if (value["limit"].get(limit) != simdjson::SUCCESS) limit = kUsualCandidates;
    const auto found =
        candidates(**database, std::string(query),
                   static_cast<std::size_t>(std::clamp<std::int64_t>(limit, 1, kMostCandidates)));
    if (!found) return answer(problem_of(found.error()));
    const auto same = std::ranges::count(*found, kSame, &Candidate::score);
    key(json, name);
    json.StartObject();
    write_array(json, "result", *found, [&](JsonWriter& to, const Candidate& each) {
      write_candidate(to, each, same == 1 && each.score == kSame);
    });
    json.EndObject();
  }
  json.EndObject();
  return {.body = std::string(text_of(buffer))};
}

Response suggest(Desk& desk, const std::string& prefix) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::suggest_companies(**database, prefix, kMostCandidates);
  if (!found) return answer(problem_of(found.error()));
  return object([&](JsonWriter& json) {
    write_array(json, "result", *found, [](JsonWriter& to, const store::CompanySuggestion& each) {
      to.StartObject();
      member(to, "id", each.entity);
      member(to, "name", each.name);
      key(to, "description");
      string(to, fmt::format("{} claims", each.claims));
      key(to, "notable");
      to.StartArray();
      write_type(to);
      to.EndArray();
      to.EndObject();
    });
  });
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

Response preview(Desk& desk, const std::string& id) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::company_profile(**database, id);
  if (!found) return answer(problem_of(found.error()));
  if (!*found) return answer(no_such("company", id));
  const store::CompanyRow& row = (*found)->row;
  return {.type = "text/html; charset=utf-8",
          .body = fmt::format(
              "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{0}</title><h1>{0}</h1>"
              "<p>{1} claims, {2} articles. {3} {4}",
              escaped(row.name), row.claims, row.articles, escaped(row.ticker), escaped(row.wikidata))};
}

}  // namespace

Response reconcile(Desk& desk, const Request& request) {
  if (request.method == "OPTIONS") return {.status = 204, .type = "text/plain"};
  Params params(request.query);
  const auto only = [&](std::string_view name) { return params.text(name); };
  Response response;
  const std::string_view path =
      std::string_view(request.target).substr(std::string_view("/reconcile").size());
  if (path.empty() || path == "/") {
    // Not through Params: a batch is longer than any word.
    const auto named = [&](std::string_view name) {
      const auto at = std::ranges::find(request.query, name, &Request::Pairs::value_type::first);
      return at == request.query.end() ? nullptr : &at->second;
    };
    if (const std::string* queries = named("queries"))
      response = match(desk, *queries);
    else if (const std::string* extension = named("extend"))
      response = extend_companies(desk, *extension);
    else
      response = manifest(request);
  } else if (path == "/suggest/entity") {
    response = suggest(desk, only("prefix"));
  } else if (path == "/extend/propose") {
    response = propose_properties(only("type"));
  } else if (path == "/preview") {
    response = preview(desk, only("id"));
  } else {
    response = answer({404, "not_found", "there is no such address below /reconcile"});
  }
  return params.problem() ? answer(*params.problem()) : response;
}

}  // namespace gegenprobe::app::web
