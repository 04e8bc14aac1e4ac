#pragma once
// Without RAPIDJSON_SSE2: in release 1.1.0 it lets U+001A to U+001F through unescaped. What it would do,
// copying many bytes at once where none has to be escaped, is below.
#define RAPIDJSON_HAS_STDSTRING 0
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cassert>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "extract/values/decimal.h"
#include "ingest/day.h"

namespace gegenprobe::app {

/// How many bytes at the beginning stand in JSON as they are; about four a nanosecond.
inline std::size_t size_unescaped(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101010101010101u, kHigh = 0x80 * kEach;
  const auto zeros = [](std::uint64_t bytes) { return (bytes - kEach) & ~bytes & kHigh; };
  const auto has_special = [&](std::uint64_t bytes) {
    const auto control = (bytes - 0x20 * kEach) & ~bytes & kHigh;
    return (control | zeros(bytes ^ '"' * kEach) | zeros(bytes ^ '\\' * kEach)) != 0;
  };
  const auto load = [&]<class Bytes>(std::size_t at, Bytes bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return std::uint64_t{bytes};
  };
  const auto size = text.size();
  std::size_t i = 0;
  if (size >= 8) {  // the last eight may overlap those before
    while (i + 8 <= size && !has_special(load(i, std::uint64_t{}))) i += 8;
    if (i + 8 > size && !has_special(load(size - 8, std::uint64_t{}))) return size;
  } else if (size >= 4) {
    const auto ends = load(0, std::uint32_t{}) | load(size - 4, std::uint32_t{}) << 32;
    if (!has_special(ends)) return size;
  }
  while (i < size && static_cast<unsigned char>(text[i]) >= 0x20 && text[i] != '"' && text[i] != '\\') ++i;
  return i;
}

}  // namespace gegenprobe::app

/// The library's hook for just this: writes what needs no escape, and says whether anything is left.
template <>
inline bool rapidjson::Writer<rapidjson::StringBuffer>::ScanWriteUnescapedString(
    rapidjson::StringStream& from, std::size_t length) {
  const auto size = gegenprobe::app::size_unescaped({from.src_, length - from.Tell()});
  if (size) std::memcpy(os_->PushUnsafe(size), from.src_, size);
  from.src_ += size;
  return from.Tell() < length;
}

namespace gegenprobe::app {

/// JSON as it goes out: one pass, no tree. The buffer is cleared and used again by its owner.
using JsonBuffer = rapidjson::StringBuffer;

/// The library's, with a shorter way for what needs no escape.
class JsonWriter : public rapidjson::Writer<JsonBuffer> {
 public:
  using Writer::Writer;

  void Plain(std::string_view text) {
    assert(size_unescaped(text) == text.size());
    Prefix(rapidjson::kStringType);
    char* to = os_->Push(text.size() + 2);
    *to++ = '"';
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    to[text.size()] = '"';
  }

  // A value of a fixed form, of which an answer has thousands, is written in pieces from begin_pieces() on:
  // its keys and brackets as they stand in the source, with what is between them. The library does not
  // follow; that the pieces make JSON is for tests to say.

  void begin_pieces() { Prefix(rapidjson::kObjectType); }
  template <std::size_t Size>
  void piece(const char (&text)[Size]) {
    std::memcpy(os_->Push(Size - 1), text, Size - 1);
  }
  /// \pre nothing in it has to be escaped; no quotation marks are put around it
  void plain_piece(std::string_view text) {
    assert(size_unescaped(text) == text.size());
    if (!text.empty()) std::memcpy(os_->Push(text.size()), text.data(), text.size());
  }
  void string_piece(std::string_view text) {
    if (size_unescaped(text) != text.size()) {
      WriteString(text.data(), static_cast<rapidjson::SizeType>(text.size()));
      return;
    }
    piece("\"");
    plain_piece(text);
    piece("\"");
  }
  void string_piece_or_null(std::string_view text) {
    if (text.empty())
      piece("null");
    else
      string_piece(text);
  }
  void number_piece(std::uint64_t number) { WriteUint64(number); }
  void number_piece(double number) { WriteDouble(number); }
};

inline std::string_view text_of(const JsonBuffer& buffer) { return {buffer.GetString(), buffer.GetSize()}; }

inline void key(JsonWriter& json, std::string_view name) {
  json.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}
/// A key that stands in the source, as nearly all do. \pre nothing in it has to be escaped
template <std::size_t Size>
void key(JsonWriter& json, const char (&name)[Size]) {
  json.Plain({name, Size - 1});
}
/// A word of the model. \pre as above
inline void plain(JsonWriter& json, std::string_view word) { json.Plain(word); }
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
