#pragma once
#include "extract/text.h"

namespace gegenprobe::extract {

/// The lists of <language>/company.toml, which says what each is for, as numbers of the language's lexicon.
/// Asked for as LanguageRules::tags<CompanyWords>().
struct CompanyWords {
  explicit CompanyWords(const Lexicon& of);

  bool is(const Token& token, Tag tag) const { return lexicon->has(token, tag); }
  /// Whether one of the lists that are named as signals has this word, or a phrase that begins with it.
  bool signals(const Token& token) const {
    return (token.word | token.affix) != 0 &&
           (lexicon->triggers(token) & trigger_bit(RuleKind::company)) != 0;
  }
  bool is_any(const Token& token, const TagSet& tags) const {
    return (token.word | token.affix) != 0 && lexicon->has_any(token, tags);
  }

  const Lexicon* lexicon;
  bool declined;       ///< the language puts an s at the end of a name in the genitive
  bool nouns_capital;  ///< it writes every noun with a capital
  Tag legal_form, name_end, name_start, firm, person_or_firm, firm_compound, before_name, after_name,
      connector, first_name, title, person, surname_particle, place, not_company, no_name, never_alone,
      product, model_maker, indefinite, exchange, metric, article, pronoun, clause_start;
  TagSet stops;         ///< words that are no part of a name, even of one that a legal form closes
  TagSet common_stops;  ///< these, and the common nouns of a language that gives nouns a capital
  TagSet contexts;      ///< before_name, after_name
  TagSet legal, firms, excluded;
};

}  // namespace gegenprobe::extract
