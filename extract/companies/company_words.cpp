#include "extract/companies/company_words.h"

namespace gegenprobe::extract {
namespace {

// In the order of CompanyWords::List.
constexpr std::array<std::string_view, CompanyWords::kLists> kNames{
    "legal_form",     "name_end",          "name_start",       "firm",
    "person_or_firm", "firm_compound",     "before_name",      "after_name",
    "firm_metric",    "first_name",        "person_title",     "person",
    "not_company",    "exchange",          "connector",        "surname_particle",
    "place",          "no_name",           "never_alone",      "common_noun",
    "function_word",  "product_word",      "kind_with_models", "one_of_a_make",
    "name_article",   "reference_article", "no_reference",     "scale",
    "percent",        "currency",          "company_pronoun",  "clause_start"};
static_assert(!kNames.back().empty() && CompanyWords::kLists * 2 <= 64);

std::array<Tag, CompanyWords::kLists> tags_of(const Lexicon& lexicon) {
  std::array<Tag, CompanyWords::kLists> tags;
  for (std::size_t i = 0; i < tags.size(); ++i) tags[i] = lexicon.tag(kNames[i]);
  return tags;
}

std::array<TagSet, CompanyWords::kLists> sets_of(const Lexicon& lexicon) {
  std::array<TagSet, CompanyWords::kLists> sets;
  for (std::size_t i = 0; i < sets.size(); ++i) sets[i] = lexicon.tags({kNames[i]});
  return sets;
}

}  // namespace

CompanyWords::CompanyWords(const Lexicon& lexicon)
    : declined(lexicon.tag("genitive_s") != kNoTag),
      nouns_capital(lexicon.tag("noun_capital") != kNoTag),
      name_verb(lexicon.tag("name_verb")),
      coordinator(lexicon.tag("coordinator")),
      complementizer(lexicon.tag("complementizer")),
      finite_verb(lexicon.tag("finite_verb")),
      speech_gap(lexicon.tag("speech_gap")),
      weekday(lexicon.tag("weekday")),
      account_period(lexicon.tag("account_period")),
      part_noun(lexicon.tag("part_noun")),
      name_opener(lexicon.tag("name_opener")),
      speech_verb(lexicon.tag("speech_verb")),
      pay_verb(lexicon.tag("pay_verb")),
      price_move(lexicon.tag("price_move")),
      complement_preposition(lexicon.tag("complement_preposition")),
      firm_part(lexicon.tag("firm_part")),
      scale_word(lexicon.tag("scale_word")),
      currency_sign(lexicon.tag("currency_sign")),
      one_of(lexicon.tag("one_of")),
      number_start(lexicon.tag("number_start")),
      sole_opener(lexicon.tag("sole_opener")),
      town_adjective(lexicon.tag("town_adjective")),
      copula(lexicon.tag("copula")),
      paid_for(lexicon.tag("paid_for")),
      lexicon_(&lexicon),
      tags_(tags_of(lexicon)),
      sets_(sets_of(lexicon)),
      metrics_(lexicon.tags({"metric_noun", "metric_verb"})),
      units_(lexicon.tags(
          {"currency", "currency_sign", "currency_code", "percent", "points", "firm_unit", "subunit"})),
      scales_(lexicon.tags({"scale", "scale_word"})),
      members_(lexicon.memberships(tags_)) {}

std::vector<std::string_view> CompanyWords::names_of(Lists lists) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kLists; ++i)
    if (lists >> i & 1) names.push_back(kNames[i]);
  return names;
}

CompanyWords::Hit CompanyWords::longest(const Text& text, std::uint32_t at, std::uint32_t end,
                                        List list) const {
  if (!begins(text.tokens[at], set(list))) return {};
  const auto hit = lexicon_->longest(text.folded, text.tokens, at, end, sets_[list]);
  return hit.tag == kNoTag ? Hit{} : Hit{hit.last, hit.value};
}

CompanyWords::Lists CompanyWords::lists_of(std::string_view folded, Token token) const {
  lexicon_->look_up_word(folded, token);
  return lists(token);
}

}  // namespace gegenprobe::extract
