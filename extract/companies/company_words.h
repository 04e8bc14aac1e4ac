#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "extract/text/text.h"

namespace gegenprobe::extract {

/// The lists of <language>/company.toml, which says what each is for. Each is a bit, found for a word in one
/// look-up. Asked for as LanguageRules::tags<CompanyWords>().
class CompanyWords {
 public:
  enum List : std::uint8_t {
    legal_form,
    name_end,
    name_start,
    firm,
    person_or_firm,
    firm_compound,
    before_name,
    after_name,
    firm_metric,
    first_name,
    person_title,
    person,
    not_company,
    exchange,
    connector,
    surname_particle,
    place,
    no_name,
    never_alone,
    common_noun,
    function_word,
    product_word,
    kind_with_models,
    one_of_a_make,
    name_article,
    reference_article,
    no_reference,
    scale,
    percent,
    currency,
    company_pronoun,
    clause_start,
    kLists
  };
  using Lists = std::uint64_t;
  static constexpr Lists set(auto... lists) { return (0 | ... | (Lists{1} << lists)); }

  explicit CompanyWords(const Lexicon& lexicon);
  /// As the rule files call the lists.
  static std::vector<std::string_view> names_of(Lists lists);

  Lists lists(const Token& token) const {
    return members_[token.word] | members_[token.suffix] | members_[token.prefix];
  }
  bool is(const Token& token, List list) const { return (lists(token) >> list & 1) != 0; }
  bool is_any(const Token& token, Lists any) const { return (lists(token) & any) != 0; }
  /// The lists of which a word or a phrase begins here.
  Lists begun(const Token& token) const {
    const auto all = lists(token);
    return token.shape & kNoPhrase ? all : all | all >> kLists;
  }
  bool begins(const Token& token, Lists any) const { return (begun(token) & any) != 0; }
  /// Under which key a list has the word or the company's kind.
  std::string_view key(const Token& token, List list) const { return lexicon_->value(token, tags_[list]); }
  std::string_view key_of(std::string_view word, List list) const {
    return lexicon_->value_of(word, tags_[list]);
  }
  /// The longest word or phrase of a list that begins at a token, before `end`. Empty where none does.
  struct Hit {
    std::uint32_t last = 0;
    std::string_view key;
    explicit operator bool() const { return last != 0; }
  };
  Hit longest(const Text& text, std::uint32_t at, std::uint32_t end, List list) const;
  /// The lists of a word that stands in no text.
  Lists lists_of(std::string_view folded, Token token) const;

  /// Whether the word tells what a figure measures (revenue, jobs to cut …), see claim.toml.
  bool measures(const Token& token) const { return lexicon_->has_any(token, metrics_); }
  bool is_scale(const Token& token) const { return lexicon_->has_any(token, scales_); }
  /// Whether the word is a currency, a percent sign or the unit of a figure of firms (jobs, stores …).
  bool is_unit(const Token& token) const { return lexicon_->has_any(token, units_); }

  const bool declined;       ///< the language puts an s at the end of a name in the genitive
  const bool nouns_capital;  ///< it writes every noun with a capital
  const Tag name_verb;       ///< right behind a name that may be another word: there it is none
  /// Lists of other stages, too.
  const Tag coordinator, complementizer, finite_verb, speech_gap, weekday, account_period, part_noun,
      name_opener, speech_verb, pay_verb, price_move, complement_preposition, firm_part, scale_word,
      currency_sign, one_of, number_start, sole_opener, town_adjective, copula, paid_for;

 private:
  const Lexicon* lexicon_;
  std::array<Tag, kLists> tags_;
  std::array<TagSet, kLists> sets_;  // of each list alone
  TagSet metrics_, units_, scales_;
  std::vector<Lists> members_;  // of each entry; above the lists' bits, those of phrases it begins
};

/// Words at which a scan for companies stops.
inline constexpr auto kCompanySignals = [] {
  using enum CompanyWords::List;
  return CompanyWords::set(legal_form, name_end, name_start, firm, firm_compound, before_name, after_name,
                           firm_metric, first_name, person_title, person, not_company, exchange);
}();
/// Words that may begin a phrase which stands for a company: «das Unternehmen», "it".
inline constexpr auto kReferenceOpeners =
    CompanyWords::set(CompanyWords::company_pronoun, CompanyWords::reference_article);
/// Words that are no part of a name, even of one that a legal form closes; and those, with the common nouns,
/// that are no part of one that only the context shows.
inline constexpr auto kNameStops = [] {
  using enum CompanyWords::List;
  return CompanyWords::set(function_word, no_name, legal_form, firm, person_title, person);
}();
inline constexpr auto kContextStops = kNameStops | CompanyWords::set(CompanyWords::common_noun);

}  // namespace gegenprobe::extract
