#pragma once
#include "extract/mention.h"
#include "extract/text/text.h"
#include "extract/values/value_words.h"

namespace gegenprobe::extract {

/// A value that a rule found, before its neighbours have had their say.
struct FoundValue {
  Mention mention;
  std::uint32_t first = 0, last = 0;  ///< tokens
  bool bare = false;                  ///< a number with a scale, of no kind yet
  bool counts = false;                ///< a bare number that counts what the sentence names
  bool named = false;                 ///< its currency is named and several countries', as krone is
  int power = 0;                      ///< of its scale
  std::string_view letter;            ///< the letter its scale is: «48m»; "" where a word is

  Amount& amount() { return std::get<Amount>(mention.value); }
  const Amount& amount() const { return std::get<Amount>(mention.value); }
};

/// A sentence as the readers of values see it. Positions are token numbers.
class ValuePlace {
 public:
  ValuePlace(const Text& of, const Sentence& at)
      : text(of), sentence(at), rules(*at.rules), lexicon(rules.lexicon()), words(rules.tags<ValueWords>()) {}

  const Token& token(std::uint32_t i) const { return text.tokens[i]; }
  bool inside(std::uint32_t i) const { return i >= sentence.first && i < sentence.last; }
  bool has(std::uint32_t i, Tag tag) const { return lexicon.has(token(i), tag); }
  bool any_has(Tag tag) const;  ///< of the sentence's words
  /// A word says that people or things are counted: «Belegschaft», «Zahl der Filialen».
  bool names_a_count() const;
  /// The unit of the nearest noun before, in the clause, that stands for what is counted («Belegschaft») or
  /// names it («Zahl der Filialen»); empty where there is none.
  std::string_view counted_unit_before(std::uint32_t at) const;
  /// The longest phrase of `tags` that begins at `i`.
  PhraseHit phrase_at(std::uint32_t i, const TagSet& tags) const {
    return lexicon.longest(text.folded, text.tokens, i, sentence.last, tags);
  }
  /// The longest phrase of up to `most` words that ends at `end`, and begins at `floor` or behind it.
  PhraseHit phrase_before(std::uint32_t end, std::uint32_t floor, std::uint32_t most,
                          const TagSet& tags) const;

  /// A figure does not begin inside a number («3,500») nor right behind a letter («Q3», «A320», «GPT-5»).
  bool can_begin(std::uint32_t i) const;
  /// Whether tokens[i] goes on a number that is printed in groups: «36 000».
  bool goes_on_in_groups(std::uint32_t i) const;
  /// The first token that begins at byte `end` or behind it.
  std::uint32_t token_after(std::uint32_t i, std::uint32_t end) const;
  /// A noun right behind a number: «300 Millionen Menschen», "300 million people".
  bool counts_something(std::uint32_t after) const;
  bool bracketed(std::uint32_t token) const;
  /// Whether a unit is of things («job»), not a measure («metre»).
  bool is_counted(std::string_view unit) const;

  const Text& text;
  const Sentence& sentence;
  const LanguageRules& rules;
  const Lexicon& lexicon;
  const ValueWords& words;

 private:
  bool lower_adjective(std::uint32_t at) const;
};

}  // namespace gegenprobe::extract
