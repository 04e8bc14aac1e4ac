#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/matching/rules.h"
#include "extract/text/token.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

inline constexpr std::uint32_t kNoToken = ~0u;  ///< in place of a token's number

/// A sentence of a Text, with the rules of the language it is in. `last` is exclusive.
struct Sentence {
  Span span;
  std::uint32_t first, last;  ///< of Text::tokens
  std::uint32_t paragraph;    ///< counted from 0
  bool heading;               ///< a short paragraph of its own that does not end like a sentence
  const LanguageRules* rules;
};

/// A document as the finders of mentions see it: normalised text, cut into tokens and sentences.
struct Text {
  std::string_view utf8;  ///< normalised; lives as long as the Document
  std::string folded;     ///< the same in lower case, byte for byte
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::string language;  ///< of the whole document

  std::string_view of(Span span) const { return span.of(utf8); }
  std::string_view of(const Token& token) const { return token.span().of(utf8); }
  /// Whether a token is just these bytes, a mark mostly: the first says that it is not, nearly always.
  bool is(const Token& token, std::string_view mark) const {
    return token.size == mark.size() && utf8[token.begin] == mark[0] &&
           (mark.size() == 1 || of(token) == mark);
  }
  std::string_view folded_of(const Token& token) const { return token.span().of(folded); }
};

/// "Nvidia Shares Fall": all longer words of a sentence begin with a capital, so that capitals name nothing.
/// Linear in the sentence; only says something of a language whose nouns have none.
bool is_title_case(const Text& text, const Sentence& sentence);

/// Cuts a text into tokens and sentences and finds the language of each paragraph. `language` is what the
/// caller says, or "". Linear.
Text text_of(std::string_view normalised, std::string_view language, const Rules& rules);

}  // namespace gegenprobe::extract
