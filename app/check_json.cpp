#include "app/check_json.h"

namespace gegenprobe::app {
namespace {

void write_names(JsonWriter& json, std::string_view name, const std::vector<std::string>& names) {
  key(json, name);
  json.StartArray();
  for (const std::string& each : names) string(json, each);
  json.EndArray();
}

}  // namespace

void write_told(JsonWriter& json, const std::string& told) {
  key(json, "told");
  if (told.empty())
    json.Null();
  else
    json.RawValue(told.data(), told.size(), rapidjson::kObjectType);
}

void write_rate(JsonWriter& json, const std::optional<store::RateUsed>& rate) {
  key(json, "rate");
  if (!rate) return (void)json.Null();
  json.StartObject();
  key(json, "from");
  string(json, rate->from);
  key(json, "to");
  string(json, rate->to);
  key(json, "rate");
  json.Double(rate->rate);
  key(json, "begin");
  string(json, iso(rate->begin));
  key(json, "end");
  string(json, iso(rate->end));
  json.EndObject();
}

void write_remarks(JsonWriter& json, const std::vector<store::Remark>& remarks) {
  key(json, "remarks");
  json.StartArray();
  for (const store::Remark& remark : remarks) {
    json.StartObject();
    key(json, "kind");
    string(json, word(remark.kind));
    key(json, "claim");
    if (remark.claim == 0)
      json.Null();
    else
      json.Int64(remark.claim);
    key(json, "reason");
    string(json, remark.reason);
    json.EndObject();
  }
  json.EndArray();
}

void write_split(JsonWriter& json, const store::Sides& sides) {
  key(json, "split");
  if (!sides.are_split()) return (void)json.Null();
  json.StartObject();
  write_names(json, "with", sides.with);
  write_names(json, "off", sides.off);
  key(json, "others_slipped");
  json.Bool(sides.others_slipped);
  key(json, "lean");
  string(json, word(sides.lean));
  json.EndObject();
}

}  // namespace gegenprobe::app
