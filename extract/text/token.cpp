#include "extract/text/token.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "extract/matching/word_table.h"

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
Character foreign_character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
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

Character character_at(std::string_view text, std::size_t at) {
  const auto kind = kBytes[static_cast<unsigned char>(text[at])];
  return kind != Byte::multi ? Character{1, kind} : foreign_character_at(text, at);
}

// Some bytes at once, a bit for each, the first lowest: which of them are ASCII letters, which are capitals
// among these, and which are not ASCII.
struct Window {
#ifdef __SSE2__
  static constexpr std::uint32_t kSize = 16;
  explicit Window(const char* bytes) {
    const auto all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    // Signed: what is not ASCII is less than any letter.
    const auto small = _mm_or_si128(all, _mm_set1_epi8(0x20));
    const auto is_letter = _mm_and_si128(_mm_cmpgt_epi8(small, _mm_set1_epi8('a' - 1)),
                                         _mm_cmplt_epi8(small, _mm_set1_epi8('z' + 1)));
    letters = bits(is_letter);
    capitals = letters & ~bits(_mm_slli_epi16(all, 2));  // that of 0x20 is the highest then
    foreign = bits(all);
  }
  static std::uint32_t bits(__m128i bytes) { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)); }
#else
  static constexpr std::uint32_t kSize = 1;
  explicit Window(const char* bytes)
      : letters(kBytes[static_cast<unsigned char>(*bytes)] == Byte::lower ||
                kBytes[static_cast<unsigned char>(*bytes)] == Byte::upper),
        capitals(kBytes[static_cast<unsigned char>(*bytes)] == Byte::upper),
        foreign(kBytes[static_cast<unsigned char>(*bytes)] == Byte::multi) {}
#endif
  std::uint32_t letters, capitals, foreign;

  std::uint32_t letters_before_others() const { return static_cast<std::uint32_t>(std::countr_one(letters)); }
};

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
  // The first `size` letters of a window.
  void add(std::uint32_t capitals, std::uint32_t size) {
    const auto these = (std::uint32_t{1} << size) - 1;
    const auto small = these & ~capitals;
    capitals &= these;
    if (lower)
      mixed |= capitals != 0;
    else if (small)
      mixed |= capitals >> std::countr_zero(small) != 0;
    lower |= small != 0;
    count += size;
  }
  std::uint8_t shape() const {
    return static_cast<std::uint8_t>((mixed ? kMixedCase : 0) | (count > 1 && !lower ? kAllCaps : 0));
  }
};

// The length of a word that fits into a window together with what stands behind it, as nearly all do; 0 where
// there is none, or a letter behind it that is not ASCII. Adds its shape.
std::uint32_t short_word(std::string_view text, std::uint32_t at, std::uint8_t& shape) {
  if (at + Window::kSize > text.size()) return 0;
  const Window window(text.data() + at);
  const auto size = window.letters_before_others();
  if (size == 0 || size == Window::kSize || window.foreign >> size & 1) return 0;
  const auto capitals = window.capitals & ((1u << size) - 1);
  if (capitals == 0) return size;
  shape |= capitals & 1 ? kCapital : 0;
  if (capitals == 1 && size > 1) return size;
  Letters letters;
  letters.add(capitals, size);
  shape |= letters.shape();
  return size;
}

// Reads the letters from `at` on; the end and the shape of the word they make.
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint8_t& shape) {
  Letters letters;
  const auto begin = at;
  const auto end = std::min<std::size_t>(text.size(), std::size_t{begin} + kLongestToken);
  while (at < end) {
    if (at + Window::kSize <= end) {
      const Window window(text.data() + at);
      if (const auto size = window.letters_before_others()) {
        if (at == begin && window.capitals & 1) shape |= kCapital;
        letters.add(window.capitals, size);
        at += size;
        if (size == Window::kSize) continue;
        if (!(window.foreign >> size & 1)) break;
      }
    }
    const auto [size, kind] = character_at(text, at);
    if (kind != Byte::lower && kind != Byte::upper) break;
    if (kind == Byte::upper && at == begin) shape |= kCapital;
    if (size > 1) shape |= kForeign;
    letters.add(kind == Byte::upper);
    at += size;
  }
  shape |= letters.shape();
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

void hash_words(std::string_view folded, std::span<Token> tokens) {
  for (Token& token : tokens) token.hash = WordHash::of(folded, token.begin, token.size);
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

// ASCII first, in a loop that compilers make vector instructions of; the few others are looked for then.
void fold(char* text, std::size_t size) {
  unsigned char all = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    all |= c;
    text[i] = static_cast<char>(c | (static_cast<unsigned char>(c - 'A') < 26 ? 0x20 : 0));
  }
  if (all < 0x80) return;
  for (std::size_t i = 0; i + 1 < size;) {
    std::uint64_t eight = 0x80;
    if (i + 8 <= size) std::memcpy(&eight, text + i, 8);
    if (!(eight & 0x8080808080808080u)) {
      i += 8;
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i]);
    const bool latin = c >= 0xC3 && c <= 0xC5;
    if (latin) fold_latin(text + i);
    i += latin ? 2 : 1;
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
