#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/span.h"

namespace gegenprobe::extract {

enum class TokenClass : std::uint8_t {
  word,         ///< letters
  number,       ///< ASCII digits
  symbol,       ///< $ € £ % & + = …
  punctuation,  ///< all else that is printed
  line_break    ///< the end of a paragraph
};

struct Token {
  std::uint32_t begin;
  std::uint16_t size;
  TokenClass kind;
  std::uint8_t shape;          ///< TokenShape bits
  std::uint32_t word = 0;      ///< entry of the sentence's lexicon; 0 where the word is in none of its lists
  std::uint32_t suffix = 0;    ///< a second entry, for the end of a compound; 0 as above
  std::uint32_t prefix = 0;    ///< a third, for its beginning
  std::uint32_t triggers = 0;  ///< what it may set off: bits of trigger_bit(), see rules.h
  std::uint64_t hash = 0;      ///< WordHash's, of the word in lower case; see hash_words()

  std::uint32_t end() const { return begin + size; }
  Span span() const { return {begin, begin + size}; }
  bool is(TokenClass other) const { return kind == other; }
};

enum TokenShape : std::uint8_t {
  kCapital = 1,      ///< begins with an upper-case letter
  kAllCaps = 2,      ///< has two or more letters, no lower-case one
  kGlued = 4,        ///< no space before it
  kMixedCase = 8,    ///< an upper-case letter after a lower-case one: OpenAI, eBay
  kNoPhrase = 16,    ///< no phrase of the sentence's lexicon begins with it and the token behind it
  kEndsSpoken = 32,  ///< ends a sentence inside a quotation that goes on
  kForeign = 64,     ///< has a letter that is not ASCII
};

/// Words, numbers and signs of normalised text; each letter run and each digit run is a token of its own
/// («3,5Mrd.» has five). Covers all of the text but its spaces. Linear, about 700 MB/s.
std::vector<Token> tokens_of(std::string_view normalised);
/// The same into a vector whose memory is there already.
void find_tokens(std::string_view normalised, std::vector<Token>& tokens);

/// Fills in Token::hash, so that whoever looks a token up, in whatever table, need not read its letters
/// again. `folded` is the tokens' text in lower case.
void hash_words(std::string_view folded, std::span<Token> tokens);

/// The text in lower case, each character in as many bytes as before (so that spans fit both): ASCII,
/// Latin-1 and Latin Extended-A; others stay. 'ß' and 'ẞ' stay as they are.
std::string folded(std::string_view utf8);

/// A word in lower case that is needed for a moment: short ones cost no allocation.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view utf8);
  operator std::string_view() const { return {long_.empty() ? short_ : long_.data(), size_}; }

 private:
  std::size_t size_;
  char short_[48];
  std::string long_;
};

/// Whether a letter or a digit touches the border from that side: a name or number would be cut there.
bool word_before(std::string_view text, std::size_t at);
bool word_after(std::string_view text, std::size_t at);

}  // namespace gegenprobe::extract
