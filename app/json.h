#pragma once
// Without RAPIDJSON_SSE2: in release 1.1.0 it lets U+001A to U+001F through unescaped.
#define RAPIDJSON_HAS_STDSTRING 0
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <string_view>

#include "extract/decimal.h"
#include "ingest/day.h"

namespace gegenprobe::app {

/// JSON as it goes out: one pass, no tree. The buffer is cleared and used again by its owner.
using JsonBuffer = rapidjson::StringBuffer;
using JsonWriter = rapidjson::Writer<JsonBuffer>;

inline std::string_view text_of(const JsonBuffer& buffer) { return {buffer.GetString(), buffer.GetSize()}; }

inline void key(JsonWriter& json, std::string_view name) {
  json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}
inline void string(JsonWriter& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
/// Empty is what the model writes as null: not known.
inline void string_or_null(JsonWriter& json, std::string_view text) {
  if (text.empty())
    json.Null();
  else
    string(json, text);
}

/// All digits and nothing else: 5500000000, never 5.5e9, so that no reader rounds it.
void number(JsonWriter& json, extract::Decimal value);
void number_or_null(JsonWriter& json, const std::optional<extract::Decimal>& value);
void day_or_null(JsonWriter& json, const std::optional<Day>& day);

}  // namespace gegenprobe::app
