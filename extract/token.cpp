#include "extract/token.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace gegenprobe::extract {
namespace {

enum class Byte : std::uint8_t { space, line_break, lower, upper, digit, symbol, punctuation, multi };

constexpr auto kBytes = [] {
  std::array<Byte, 256> table{};
  table.fill(Byte::punctuation);
  for (int c = 0; c <= ' '; ++c) table[c] = Byte::space;
  table['\n'] = Byte::line_break;
  for (int c = 'a'; c <= 'z'; ++c) table[c] = Byte::lower;
  for (int c = 'A'; c <= 'Z'; ++c) table[c] = Byte::upper;
  for (int c = '0'; c <= '9'; ++c) table[c] = Byte::digit;
  for (const char c : {'$', '%', '&', '+', '<', '=', '>', '^', '|', '~', '#', '@'})
    table[static_cast<unsigned char>(c)] = Byte::symbol;
  for (int c = 0x80; c <= 0xFF; ++c) table[c] = Byte::multi;
  return table;
}();

// Longer runs of letters are no words of a language and are cut, so that a size fits in 16 bits.
constexpr std::uint32_t kLongestToken = 0xFF00;

struct Character {
  std::uint32_t size;
  Byte kind;
};

Byte kind_of(UChar32 c) {
  if (u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK)
    return u_isupper(c) || u_istitle(c) ? Byte::upper : Byte::lower;
  if (u_isUWhiteSpace(c)) return Byte::space;
  const auto type = u_charType(c);
  return type == U_CURRENCY_SYMBOL || type == U_MATH_SYMBOL || type == U_OTHER_SYMBOL ? Byte::symbol
                                                                                      : Byte::punctuation;
}

// Latin-1 letters, by far the most of what is not ASCII here, are known without decoding.
Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (kBytes[lead] != Byte::multi) return {1, kBytes[lead]};
  if (lead == 0xC3 && at + 1 < text.size()) {
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (next == 0x97 || next == 0xB7) return {2, Byte::symbol};  // × ÷
    return {2, next < 0x9F ? Byte::upper : Byte::lower};
  }
  UChar32 c = 0;
  auto i = static_cast<std::int32_t>(at);
  const auto bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, i, static_cast<std::int32_t>(text.size()), c);
  return {static_cast<std::uint32_t>(i) - static_cast<std::uint32_t>(at), c < 0 ? Byte::symbol : kind_of(c)};
}

// Reads the letters from `at` on; the end and the shape of the word they make.
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint8_t& shape) {
  const auto begin = at;
  bool lower_seen = false;
  int letters = 0;
  const auto end = std::min<std::size_t>(text.size(), std::size_t{begin} + kLongestToken);
  while (at < end) {
    const auto byte_kind = kBytes[static_cast<unsigned char>(text[at])];
    const auto [size, kind] = byte_kind == Byte::multi ? character_at(text, at) : Character{1, byte_kind};
    if (kind != Byte::lower && kind != Byte::upper) break;
    if (kind == Byte::upper) shape |= at == begin ? kCapital : lower_seen ? kMixedCase : 0;
    lower_seen |= kind == Byte::lower;
    ++letters;
    at += size;
  }
  if (letters > 1 && !lower_seen) shape |= kAllCaps;
  return at;
}

std::uint32_t digits_end(std::string_view text, std::uint32_t at) {
  const auto begin = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - begin < kLongestToken) ++at;
  return at;
}

bool is_letter_or_digit(Byte kind) {
  return kind == Byte::lower || kind == Byte::upper || kind == Byte::digit;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 8);
  std::uint8_t glued = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto [size, kind] = character_at(text, at);
    std::uint8_t shape = glued;
    std::uint32_t end = at + size;
    auto token_kind = TokenClass::punctuation;
    switch (kind) {
      case Byte::space:
        glued = 0;
        at = end;
        continue;
      case Byte::line_break:
        token_kind = TokenClass::line_break;
        break;
      case Byte::lower:
      case Byte::upper:
        token_kind = TokenClass::word;
        end = word_end(text, at, shape);
        break;
      case Byte::digit:
        token_kind = TokenClass::number;
        end = digits_end(text, at);
        break;
      case Byte::symbol:
        token_kind = TokenClass::symbol;
        break;
      default:
        break;
    }
    tokens.push_back({at, static_cast<std::uint16_t>(end - at), token_kind, shape, 0, 0, 0});
    glued = kind == Byte::line_break ? 0 : kGlued;
    at = end;
  }
  return tokens;
}

std::string folded(std::string_view utf8) {
  std::string out(utf8);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c < 0x80) {
      out[i] = static_cast<char>(c | (static_cast<unsigned char>(c - 'A') < 26 ? 0x20 : 0));
    } else if (c >= 0xC3 && c <= 0xC5 && i + 1 < out.size()) {
      auto& next = reinterpret_cast<unsigned char&>(out[i + 1]);
      if (c == 0xC3) {
        if (next >= 0x80 && next <= 0x9E && next != 0x97) next |= 0x20;
      } else if (!((c == 0xC4 && (next == 0xB0 || next == 0xB1 || next == 0xBF)) ||
                   (c == 0xC5 && next == 0xB8))) {
        // Latin Extended-A pairs upper and lower case; between U+0139 and U+0148, and after U+0179, the
        // upper one is odd.
        const unsigned point = static_cast<unsigned>(c - 0xC0) << 6 | (next & 0x3F);
        const bool odd_upper = (point >= 0x139 && point <= 0x148) || point >= 0x179;
        if (point != 0x138 && point != 0x149 && point != 0x17F && (point & 1) == (odd_upper ? 1u : 0u))
          ++next;
      }
      ++i;
    }
  }
  return out;
}

bool word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return is_letter_or_digit(character_at(text, begin).kind);
}

bool word_after(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter_or_digit(character_at(text, at).kind);
}

}  // namespace gegenprobe::extract
