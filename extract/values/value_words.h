#pragma once
#include "extract/matching/lexicon.h"

namespace gegenprobe::extract {

/// The lists of <language>/{number,money,percent,quantity}.toml by number, asked for as
/// LanguageRules::tags<ValueWords>(). The files say what each list is for.
struct ValueWords {
  explicit ValueWords(const Lexicon& lexicon);

  // What amounts are made of.
  Tag scale, scale_small, scale_letter, scale_many, scale_compound, magnitude, digit_count, number_start,
      bare_part, article;
  Tag currency, currency_code, currency_sign, currency_assumed, currency_follows, currency_capital,
      currency_small, currency_compound, subunit;
  Tag points, unit, unit_attributive, measure, unit_sign, letter_is_unit;
  // Words around them.
  Tag joiner, money_context, payment_word, function_word, follows_money, noun_with_amount, qualifier_verb,
      qualifier_verb_last;
  Tag counted_noun, count_gap, part_gap, range_word, moves_by, moves_from, moves_to, ranges, range_opener,
      unit_shift;
  Tag magnitude_of, count_context, counted_subject, count_verb, count_of, delta_preposition, passing_itself,
      passive_auxiliary, sum_too, numbered, nothing, nothing_ends, passed_mark, passed_noun, passed_opener,
      passing_before, subject_gap, list_joiner, list_place, price_at;
  TagSet qualifiers, qualifiers_after, gaps, part_words, part_joiners, whole_openers, comparators,
      count_moves, base_words, after_noun;
  TagSet moves;          ///< «stieg», "cut"
  TagSet new_statement;  ///< what is measured, or what joins clauses
  TagSet moves_and_percent, percents;
  TagSet counted;   ///< whatever an article that is a number may stand before
  TagSet counting;  ///< counted_noun and count_context
  bool nouns_capital;
};

}  // namespace gegenprobe::extract
