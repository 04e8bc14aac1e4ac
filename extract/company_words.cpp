#include "extract/company_words.h"

namespace gegenprobe::extract {
namespace {

TagSet set_of(std::initializer_list<Tag> tags) {
  TagSet set;
  for (const auto tag : tags)
    if (tag != kNoTag) set.insert(tag);
  return set;
}

}  // namespace

CompanyWords::CompanyWords(const Lexicon& of)
    : lexicon(&of),
      declined(lexicon->tag("genitive_s") != kNoTag),
      nouns_capital(lexicon->tag("noun_capital") != kNoTag),
      legal_form(lexicon->tag("legal_form")),
      name_end(lexicon->tag("name_end")),
      name_start(lexicon->tag("name_start")),
      firm(lexicon->tag("firm")),
      person_or_firm(lexicon->tag("person_or_firm")),
      firm_compound(lexicon->tag("firm_compound")),
      before_name(lexicon->tag("before_name")),
      after_name(lexicon->tag("after_name")),
      connector(lexicon->tag("connector")),
      first_name(lexicon->tag("first_name")),
      title(lexicon->tag("person_title")),
      person(lexicon->tag("person")),
      surname_particle(lexicon->tag("surname_particle")),
      place(lexicon->tag("place")),
      not_company(lexicon->tag("not_company")),
      no_name(lexicon->tag("no_name")),
      never_alone(lexicon->tag("never_alone")),
      product(lexicon->tag("product_word")),
      model_maker(lexicon->tag("kind_with_models")),
      indefinite(lexicon->tag("one_of_a_make")),
      exchange(lexicon->tag("exchange")),
      metric(lexicon->tag("firm_metric")),
      article(lexicon->tag("definite_article")),
      pronoun(lexicon->tag("company_pronoun")),
      clause_start(lexicon->tag("clause_start")),
      stops(set_of({lexicon->tag("function_word"), no_name, legal_form, firm, title, person})),
      common_stops(stops),
      contexts(set_of({before_name, after_name})),
      legal(set_of({legal_form})),
      firms(set_of({firm})),
      excluded(set_of({not_company})) {
  common_stops.add(set_of({lexicon->tag("common_noun")}));
}

}  // namespace gegenprobe::extract
