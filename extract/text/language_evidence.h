#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/matching/rule_file.h"
#include "extract/matching/word_table.h"
#include "extract/text/token.h"

namespace gegenprobe::extract {

/// The words and letters that speak for a language: its lists function_word, typical_word, typical_small_word
/// (where they have no capital: German has «Billion») and typical_letter.
/// One look-up for all languages, in a table that is small enough for the innermost cache.
class LanguageEvidence {
 public:
  /// `lists`: of each language, by number; those of other names are left out.
  explicit LanguageEvidence(const std::vector<std::vector<WordList>>& lists);
  /// Whether a rule file may hold such a list.
  static bool may_be_in(std::string_view rule_file);

  /// Bit l: the word speaks for language l. `folded_word` is the token's, whose hash is there.
  std::uint32_t of(const Token& token, std::string_view folded_word) const {
    const auto found = words_.find(token.hash, folded_word);
    const auto languages =
        token.shape & kCapital ? found & kAnyCase : (found | found >> kMostLanguages) & kAnyCase;
    return token.shape & kForeign ? languages | of_letters(folded_word) : languages;
  }

 private:
  static constexpr std::uint32_t kMostLanguages = 16;
  static constexpr std::uint32_t kAnyCase = (1u << kMostLanguages) - 1;  // above: small words alone

  std::uint32_t of_letters(std::string_view word) const;
  std::vector<std::vector<std::string>> letters_;  // of each language
  WordTable words_;                                // to bits
};

}  // namespace gegenprobe::extract
