#include "app/json.h"

#include <string>

namespace gegenprobe::app {

void number(JsonWriter& json, extract::Decimal value) {
  const std::string digits = value.text();
  json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

void number_or_null(JsonWriter& json, const std::optional<extract::Decimal>& value) {
  if (value)
    number(json, *value);
  else
    json.Null();
}

void day_or_null(JsonWriter& json, const std::optional<Day>& day) {
  if (day)
    plain(json, iso(*day));
  else
    json.Null();
}

}  // namespace gegenprobe::app
