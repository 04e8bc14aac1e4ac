#pragma once
// Without RAPIDJSON_SSE2: in release 1.1.0 it lets U+001A to U+001F through unescaped.
#define RAPIDJSON_HAS_STDSTRING 0
#include <rapidjson/stringbuffer.h>

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/decimal.h"
#include "ingest/day.h"

namespace gegenprobe::app {

/// Bytes that are cleared and used again by their owner.
using JsonBuffer = rapidjson::StringBuffer;

/// JSON as it goes out: one pass, no tree. What is written is RapidJSON's to the byte; that library's own writer
/// goes over each string character by character, and took a tenth of all that extraction takes.
class JsonWriter {
 public:
  JsonWriter() = default;
  explicit JsonWriter(JsonBuffer& buffer) { Reset(buffer); }
  /// Begins a document behind what the buffer holds already.
  void Reset(JsonBuffer& buffer) {
    buffer_ = &buffer;
    comma_ = false;
  }

  void StartObject() { open('{'); }
  void EndObject() { close('}'); }
  void StartArray() { open('['); }
  void EndArray() { close(']'); }
  void Key(std::string_view name) {
    String(name);
    buffer_->Put(':');
    comma_ = false;
  }
  void String(std::string_view text);
  void Null() { Raw("null"); }
  void Bool(bool value) { Raw(value ? "true" : "false"); }
  void Int(int value) { Int64(value); }
  void Uint(unsigned value) { Uint64(value); }
  void Int64(std::int64_t value);
  void Uint64(std::uint64_t value);
  void Double(double value);
  /// A number or the like, as it is to stand there.
  void Raw(std::string_view value) { value.copy(next(value.size()), value.size()); }

 private:
  /// Room for a value of that many bytes, which the caller fills; a comma where one is due.
  char* next(std::size_t size) {
    char* to = buffer_->Push(size + comma_);
    if (comma_) *to++ = ',';
    comma_ = true;
    return to;
  }
  void open(char bracket) {
    *next(1) = bracket;
    comma_ = false;
  }
  void close(char bracket) {
    buffer_->Put(bracket);
    comma_ = true;
  }

  JsonBuffer* buffer_ = nullptr;
  bool comma_ = false;
};

inline std::string_view text_of(const JsonBuffer& buffer) { return {buffer.GetString(), buffer.GetSize()}; }

inline void key(JsonWriter& json, std::string_view name) {
  json.Key(name);
}
inline void string(JsonWriter& json, std::string_view text) {
  json.String(text);
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
