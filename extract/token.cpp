#include "extract/token.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

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

// Eight bytes at once: the high bit of each says what is asked. The first byte has to be the lowest.
constexpr bool kEightAtOnce = std::endian::native == std::endian::little;
constexpr std::uint64_t kEach = 0x0101010101010101u, kHigh = 0x80 * kEach;

std::uint64_t eight_at(const char* bytes) {
  std::uint64_t out;
  std::memcpy(&out, bytes, 8);
  return out;
}
std::uint64_t ascii_letters(std::uint64_t bytes) {
  const std::uint64_t low = (bytes | 0x20 * kEach) & 0x7F * kEach;
  return (low + (0x80 - 'a') * kEach) & ~(low + (0x80 - 'z' - 1) * kEach) & ~bytes & kHigh;
}
std::uint64_t ascii_capitals(std::uint64_t bytes) { return ascii_letters(bytes) & ~(bytes << 2); }

// What has been seen of a word so far.
struct Letters {
  bool lower = false;
  bool mixed = false;
  std::uint32_t count = 0;  // up to where it matters

  void add(bool upper) {
    mixed |= upper && lower;
    lower |= !upper;
    ++count;
  }
  // The first `size` letters of eight, 1 to 8; high bits as above.
  void add(std::uint64_t capitals, int size) {
    const auto these = kHigh >> (64 - 8 * size);
    const auto small = these & ~capitals;
    capitals &= these;
    if (lower)
      mixed |= capitals != 0;
    else if (small)
      mixed |= capitals >> std::countr_zero(small) != 0;
    lower |= small != 0;
    count += static_cast<std::uint32_t>(size);
  }
};

// The length of a word of up to seven ASCII letters, as most are, with something in ASCII behind it; 0 where
// it is none. Adds its shape.
std::uint32_t short_word(std::string_view text, std::uint32_t at, std::uint8_t& shape) {
  if (!kEightAtOnce || at + 8 > text.size()) return 0;
  const auto bytes = eight_at(text.data() + at);
  const auto others = ~ascii_letters(bytes) & kHigh;
  const auto border = others & (0 - others);  // the high bit of the first
  if ((border & ~bytes) == 0) return 0;
  const auto letters = (border - 1) & kHigh;
  const auto capitals = ascii_capitals(bytes) & letters, small = letters & ~capitals;
  if (capitals & 0x80) shape |= kCapital;
  if (!small && border > 0x8000) shape |= kAllCaps;
  if (small && capitals >> std::countr_zero(small)) shape |= kMixedCase;
  return static_cast<std::uint32_t>(std::countr_zero(border)) / 8;
}

// Reads the letters from `at` on; the end and the shape of the word they make.
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint8_t& shape) {
  Letters letters;
  const auto begin = at;
  const auto end = std::min<std::size_t>(text.size(), std::size_t{begin} + kLongestToken);
  while (at < end) {
    if (kEightAtOnce && at + 8 <= end) {
      const auto bytes = eight_at(text.data() + at);
      const auto others = ~ascii_letters(bytes) & kHigh;
      const int size = others ? std::countr_zero(others) / 8 : 8;
      if (size) {
        const auto capitals = ascii_capitals(bytes);
        if (at == begin && capitals & 0x80) shape |= kCapital;
        letters.add(capitals, size);
        at += static_cast<std::uint32_t>(size);
        if (size == 8) continue;
      }
      if (static_cast<unsigned char>(text[at]) < 0x80) break;
    }
    const auto [size, kind] = character_at(text, at);
    if (kind != Byte::lower && kind != Byte::upper) break;
    if (kind == Byte::upper && at == begin) shape |= kCapital;
    letters.add(kind == Byte::upper);
    at += size;
  }
  if (letters.mixed) shape |= kMixedCase;
  if (letters.count > 1 && !letters.lower) shape |= kAllCaps;
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
  tokens.reserve(text.size() / 4 + 8);
  find_tokens(text, tokens);
  return tokens;
}

void find_tokens(std::string_view text, std::vector<Token>& tokens) {
  std::uint8_t glued = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      glued = 0;
      ++at;
      continue;
    }
    if (const auto letters = short_word(text, at, glued)) {
      tokens.push_back({at, static_cast<std::uint16_t>(letters), TokenClass::word, glued});
      glued = kGlued;
      at += letters;
      continue;
    }
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
    tokens.push_back({at, static_cast<std::uint16_t>(end - at), token_kind, shape});
    glued = kind == Byte::line_break ? 0 : kGlued;
    at = end;
  }
}

namespace {

// The character of two bytes at `at`, where it is a Latin letter, in lower case.
void fold_latin(char* at) {
  const auto lead = static_cast<unsigned char>(at[0]);
  auto& next = reinterpret_cast<unsigned char&>(at[1]);
  if (lead == 0xC3) {
    if (next >= 0x80 && next <= 0x9E && next != 0x97) next |= 0x20;
  } else if (!((lead == 0xC4 && (next == 0xB0 || next == 0xB1 || next == 0xBF)) ||
               (lead == 0xC5 && next == 0xB8))) {
    // Latin Extended-A pairs upper and lower case; between U+0139 and U+0148, and after U+0179, the upper one
    // is odd.
    const unsigned point = static_cast<unsigned>(lead - 0xC0) << 6 | (next & 0x3F);
    const bool odd_upper = (point >= 0x139 && point <= 0x148) || point >= 0x179;
    if (point != 0x138 && point != 0x149 && point != 0x17F && (point & 1) == (odd_upper ? 1u : 0u)) ++next;
  }
}

void fold(char* text, std::size_t size) {
  for (std::size_t i = 0; i < size;) {
    if (i + 8 <= size) {
      const auto bytes = eight_at(text + i);
      if (!(bytes & kHigh)) {
        const auto lower = bytes | ascii_capitals(bytes) >> 2;
        std::memcpy(text + i, &lower, 8);
        i += 8;
        continue;
      }
    }
    const auto stop = std::min(i + 8, size);
    while (i < stop) {
      const auto c = static_cast<unsigned char>(text[i]);
      const bool latin = c >= 0xC3 && c <= 0xC5 && i + 1 < size;
      if (latin)
        fold_latin(text + i);
      else if (c < 0x80)
        text[i] = static_cast<char>(c | (static_cast<unsigned char>(c - 'A') < 26 ? 0x20 : 0));
      i += latin ? 2 : 1;
    }
  }
}

}  // namespace

std::string folded(std::string_view utf8) {
  std::string out(utf8);
  fold(out.data(), out.size());
  return out;
}

FoldedWord::FoldedWord(std::string_view utf8) : size_(utf8.size()) {
  char* to = short_;
  if (size_ > sizeof short_) {
    long_ = utf8;
    to = long_.data();
  } else if (size_) {
    std::memcpy(short_, utf8.data(), size_);
  }
  fold(to, size_);
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
