#include "app/json.h"

#include <rapidjson/internal/dtoa.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string>

namespace gegenprobe::app {
namespace {

/// What stands behind the backslash; 'u' where it is four hexadecimal digits, 0 where there is none.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> escapes{};
  for (int control = 0; control < ' '; ++control) escapes[control] = 'u';
  for (const auto& [character, letter] : {std::pair{'\b', 'b'}, {'\t', 't'}, {'\n', 'n'}, {'\f', 'f'}, {'\r', 'r'}})
    escapes[static_cast<unsigned char>(character)] = letter;
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}();

char escape_of(char c) { return kEscapes[static_cast<unsigned char>(c)]; }

/// Whether one of the eight bytes is to be escaped.
bool any_escape(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101u, kHigh = 0x80 * kEach;
  const auto below = [&](std::uint64_t these, std::uint64_t limit) { return (these - limit * kEach) & ~these; };
  return ((below(bytes, ' ') | below(bytes ^ '"' * kEach, 1) | below(bytes ^ '\\' * kEach, 1)) & kHigh) != 0;
}

template <class Number>
Number loaded(const char* bytes) {
  Number out;
  std::memcpy(&out, bytes, sizeof out);
  return out;
}

/// Most strings are keys and words: what is shorter than eight bytes is looked at as two halves that overlap.
bool is_plain(std::string_view text) {
  const char *at = text.data(), *end = at + text.size();
  if (text.size() >= 8) {
    for (; at + 8 <= end; at += 8)
      if (any_escape(loaded<std::uint64_t>(at))) return false;
    return !any_escape(loaded<std::uint64_t>(end - 8));
  }
  if (text.size() >= 4)
    return !any_escape(std::uint64_t{loaded<std::uint32_t>(at)} << 32 | loaded<std::uint32_t>(end - 4));
  return std::ranges::none_of(text, escape_of);
}

std::size_t escaped_size(std::string_view text) {
  auto size = text.size();
  for (const char c : text)
    if (const char escape = escape_of(c)) size += escape == 'u' ? 5 : 1;
  return size;
}

void escape(std::string_view text, char* to) {
  for (const char c : text) {
    const char letter = escape_of(c);
    if (letter) *to++ = '\\';
    *to++ = letter ? letter : c;
    if (letter != 'u') continue;
    constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
    *to++ = '0', *to++ = '0', *to++ = kHexadecimal[c >> 4], *to++ = kHexadecimal[c & 0xF];
  }
}

}  // namespace

void JsonWriter::String(std::string_view text) {
  const bool plain = is_plain(text);
  const auto size = plain ? text.size() : escaped_size(text);
  char* to = next(size + 2);
  *to++ = '"';
  if (plain)
    text.copy(to, size);
  else
    escape(text, to);
  to[size] = '"';
}

void JsonWriter::Int64(std::int64_t value) {
  char digits[20];
  Raw({digits, std::to_chars(digits, digits + sizeof digits, value).ptr});
}

void JsonWriter::Uint64(std::uint64_t value) {
  char digits[20];
  Raw({digits, std::to_chars(digits, digits + sizeof digits, value).ptr});
}

void JsonWriter::Double(double value) {
  if (!std::isfinite(value)) return Null();
  char digits[25];
  Raw({digits, rapidjson::internal::dtoa(value, digits)});
}

void number(JsonWriter& json, extract::Decimal value) { json.Raw(value.text()); }

void number_or_null(JsonWriter& json, const std::optional<extract::Decimal>& value) {
  if (value)
    number(json, *value);
  else
    json.Null();
}

void day_or_null(JsonWriter& json, const std::optional<Day>& day) {
  if (day)
    string(json, iso(*day));
  else
    json.Null();
}

}  // namespace gegenprobe::app
