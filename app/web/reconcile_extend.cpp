#include "app/web/reconcile_extend.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "app/web/routes.h"
#include "store/company_lists.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostIds = 200;

struct Property {
  std::string_view id, name;
  void (*write)(JsonWriter& json, const store::CompanyRow& company);  ///< its values, into an array
};

void write_text(JsonWriter& json, std::string_view text) {
  if (text.empty()) return;
  json.StartObject();
  member(json, "str", text);
  json.EndObject();
}
void write_number(JsonWriter& json, std::size_t number) {
  json.StartObject();
  count(json, "int", number);
  json.EndObject();
}

using store::CompanyRow;
constexpr Property kProperties[] = {
    {"wikidata", "Wikidata", [](JsonWriter& json, const CompanyRow& row) { write_text(json, row.wikidata); }},
    {"lei", "LEI", [](JsonWriter& json, const CompanyRow& row) { write_text(json, row.lei); }},
    {"ticker", "Ticker", [](JsonWriter& json, const CompanyRow& row) { write_text(json, row.ticker); }},
    {"claims", "Claims", [](JsonWriter& json, const CompanyRow& row) { write_number(json, row.claims); }},
    {"articles", "Articles",
     [](JsonWriter& json, const CompanyRow& row) { write_number(json, row.articles); }}};

void write_property(JsonWriter& json, const Property& property) {
  json.StartObject();
  member(json, "id", property.id);
  member(json, "name", property.name);
  json.EndObject();
}

struct Wanted {
  std::vector<std::string> ids;
  std::vector<const Property*> properties;
};

std::optional<Wanted> wanted_of(const std::string& query) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::array ids, properties;
  if (parser.parse(query).get(root) != simdjson::SUCCESS) return std::nullopt;
  if (root["ids"].get(ids) != simdjson::SUCCESS || ids.size() > kMostIds) return std::nullopt;
  if (root["properties"].get(properties) != simdjson::SUCCESS) return std::nullopt;
  Wanted wanted;
  std::string_view text;
  for (const auto id : ids)
    if (id.get(text) == simdjson::SUCCESS) wanted.ids.emplace_back(text);
  for (const auto property : properties) {
    if (property["id"].get(text) != simdjson::SUCCESS) return std::nullopt;
    const auto at = std::ranges::find(kProperties, text, &Property::id);
    if (at == std::end(kProperties)) return std::nullopt;
    wanted.properties.push_back(at);
  }
  return wanted;
}

// Of a company that is not known, every value is missing.
void write_row(JsonWriter& json, const std::vector<const Property*>& properties,
               const store::CompanyRow* company) {
  json.StartObject();
  for (const Property* property : properties) {
    key(json, property->id);
    json.StartArray();
    if (company) property->write(json, *company);
    json.EndArray();
  }
  json.EndObject();
}

}  // namespace

void write_extend_service(JsonWriter& json, const std::string& base) {
  key(json, "extend");
  json.StartObject();
  key(json, "propose_properties");
  json.StartObject();
  member(json, "service_url", base);
  member(json, "service_path", "/extend/propose");
  json.EndObject();
  write_array(json, "property_settings", std::vector<std::string>(), [](JsonWriter&, const std::string&) {});
  json.EndObject();
}

Response propose_properties(const std::string& type) {
  return object([&](JsonWriter& json) {
    member(json, "type", type.empty() ? "company" : type);
    write_array(json, "properties", kProperties, write_property);
  });
}

Response extend_companies(Desk& desk, const std::string& query) {
  const auto wanted = wanted_of(query);
  if (!wanted)
    return answer(
        {400, "bad_request",
         fmt::format("extend is {{\"ids\": […], \"properties\": [{{\"id\": …}}]}} of at most {} ids",
                     kMostIds),
         "GET /reconcile/extend/propose names the properties"});
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  write_array(json, "meta", wanted->properties,
              [](JsonWriter& to, const Property* property) { write_property(to, *property); });
  key(json, "rows");
  json.StartObject();
  for (const std::string& id : wanted->ids) {
    const auto found = store::company_profile(**database, id);
    if (!found) return answer(problem_of(found.error()));
    key(json, id);
    write_row(json, wanted->properties, *found ? &(*found)->row : nullptr);
  }
  json.EndObject();
  json.EndObject();
  return {.body = std::string(text_of(buffer))};
}

}  // namespace gegenprobe::app::web
