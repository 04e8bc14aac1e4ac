// One question for each other meaning that a metric's word can have.
#include "extract/claims/cue_meaning.h"

#include <algorithm>
#include <array>

namespace gegenprobe::extract {
namespace {

struct MeaningTags {
  Tag result_participle, award, net_adverb, effect_noun, let_verb, go_verb, put_up_verb, demand_verb,
      demanded_noun, recipient_preposition, burden_verb, burden_preposition;
  explicit MeaningTags(const Lexicon& lexicon)
      : result_participle(lexicon.tag("result_participle")),
        award(lexicon.tag("award")),
        net_adverb(lexicon.tag("net_adverb")),
        effect_noun(lexicon.tag("effect_noun")),
        let_verb(lexicon.tag("let_verb")),
        go_verb(lexicon.tag("go_verb")),
        put_up_verb(lexicon.tag("put_up_verb")),
        demand_verb(lexicon.tag("demand_verb")),
        demanded_noun(lexicon.tag("demanded_noun")),
        recipient_preposition(lexicon.tag("recipient_preposition")),
        burden_verb(lexicon.tag("burden_verb")),
        burden_preposition(lexicon.tag("burden_preposition")) {}
};
const MeaningTags& own(const SentenceView& view) { return view.lists<MeaningTags>(); }

// «Rheinkredit AG» owes nothing by its name.
bool in_a_name(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && cue.first >= firm.first && cue.last <= firm.last;
  });
}

// «EBIT-Marge» is a margin: the last part of a compound says what it is.
bool heads_no_compound(const SentenceView& view, const Cue& cue) {
  const auto& tokens = view.text.tokens;
  return cue.last + 1 < view.sentence.last && view.text.of(tokens[cue.last]) == "-" &&
         (tokens[cue.last].shape & kGlued) && (tokens[cue.last + 1].shape & kGlued) &&
         tokens[cue.last + 1].is(TokenClass::word);
}

// "Net 3.1 mln", "4th-Qtr Net Rises 18 Percent"
bool is_label(const SentenceView& view, const Cue& cue) {
  if (view.has(cue.last, view.tags.up) || view.has(cue.last, view.tags.down)) return true;
  if (cue.last < view.sentence.last && view.text.tokens[cue.last].is(TokenClass::punctuation)) return true;
  return std::ranges::any_of(view.values,
                             [&](const Placed& v) { return view.begin_with_qualifier(v) == cue.last; });
}

// «unter dem Wert des Vorjahres»: another time's value, no metric.
bool names_a_time(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(view.dates, [&](const Placed& date) {
    return date.first == cue.last + 1 && view.has(cue.last, view.tags.share_preposition) &&
           !goes_on_in_noun(view, date);
  });
}

// «70 Cent je Aktie», "£1.18 per share", "40 cents a share": that is what a figure is counted by, this one or
// another.
bool is_counted_by(const SentenceView& view, const Cue& cue) {
  const auto first = view.begin_of_compound(cue.first);  // «je Siemens-Aktie»
  if (first == view.sentence.first || !view.has(first - 1, view.tags.per_piece)) return false;
  const bool behind_figure =
      std::ranges::any_of(view.values, [&](const Placed& figure) { return figure.last == first - 1; });
  const bool noun = cue.tag == view.tags.metric_noun;  // "were each fined"
  return behind_figure || (noun && !view.has(first - 1, view.tags.article));
}

// "a 530 pence-a-share offer"
bool is_counted_by_in_compound(const SentenceView& view, const Cue& cue) {
  if (cue.first < view.sentence.first + 3 || !view.has(cue.first - 2, view.tags.per_piece)) return false;
  return view.text.of(view.text.tokens[cue.first - 1]) == "-" &&
         view.text.of(view.text.tokens[cue.first - 3]) == "-";
}

// "Net" is a noun where it labels a figure, else an adjective.
bool is_no_label(const SentenceView& view, const Cue& cue) {
  return view.has(cue.first, view.tags.label_only) && cue.last == cue.first + 1 && !is_label(view, cue);
}

// "would sell technology worth $1.5m": the worth of the thing before it, not of the firm.
bool is_worth_of_thing(const SentenceView& view, const Cue& cue) {
  if (view.capital_nouns || cue.first == view.sentence.first || !view.has(cue.first, view.tags.worth))
    return false;
  // "bought 5 million shares of X, worth $1.6bn"
  if (view.text.of(view.text.tokens[cue.first - 1]) == "," &&
      std::ranges::any_of(view.values, [&](const Placed& other) {
        return other.last <= cue.first && view.segment(other.first) == view.segment(cue.first) &&
               other.mention->amount()->unit == "share";
      }))
    return true;
  auto thing = cue.first - 1;
  if (thing > view.sentence.first + 1 && view.has(thing, view.tags.passive_auxiliary) &&
      view.has(thing - 1, view.tags.relative_pronoun))
    thing -= 2;  // "a market that is worth $5bn"
  const Token& token = view.text.tokens[thing];
  if (!token.is(TokenClass::word) || (token.shape & kCapital)) return false;
  const auto& tags = view.tags;
  return std::ranges::none_of(std::array{tags.passive_auxiliary, tags.finite_verb, tags.present_adverb,
                                         tags.speech_gap, tags.speech_adverb, tags.firm_noun},
                              [&](Tag list) { return view.has(thing, list); });
}

// "loans of $1.4bn were made to producers": nobody earns what is made in the passive.
bool is_made_passive(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_verb && view.has(cue.first, own(view).result_participle) &&
         cue.first > view.sentence.first && view.has(cue.first - 1, view.tags.passive_auxiliary);
}

// "the low fares airline": what kind of firm it is; but "strikes cost airline $5m".
bool is_kind_of_firm(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_noun && view.has(cue.last, view.tags.firm_noun) &&
         !view.has(cue.first, view.tags.metric_verb);
}

// "20% of the group's factories": no stake in the group; but "5% of the firm's shares".
bool is_owner(const SentenceView& view, const Cue& cue) {
  constexpr std::uint32_t kReach = 3;
  if (cue.tag != view.tags.metric_noun || !view.has(cue.first, view.tags.share_preposition) ||
      !view.genitive_at(cue.last))
    return false;
  return std::ranges::none_of(view.cues, [&](const Cue& owned) {
    if (owned.tag != view.tags.metric_noun || owned.first < cue.last || owned.first > cue.last + kReach)
      return false;
    const auto metric = key_of(owned).metric;
    return metric == Metric::share_price || metric == Metric::stake;
  });
}

// "sales of the group rose 5%": whose sales, and no stake in it.
bool is_genitive_of_noun(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_noun && !view.capital_nouns &&
         view.has(cue.first, view.tags.share_preposition) &&
         std::ranges::any_of(view.cues, [&](const Cue& noun) {
           return noun.tag == view.tags.metric_noun && noun.last == cue.first &&
                  is_result(key_of(noun).metric);
         });
}

// «Der Preis ist mit 5000 Euro dotiert»: an award.
bool is_award(const SentenceView& view, const Cue& cue) {
  if (cue.tag != view.tags.metric_noun || key_of(cue).metric != Metric::price) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, own(view).award) && view.same_clause(i, cue.first)) return true;
  return false;
}

// «ab 900 Euro netto»: a sum without tax.
bool is_without_tax(const SentenceView& view, const Placed& value, const Cue& cue) {
  return cue.first == value.last && view.has(cue.first, own(view).net_adverb);
}

// «20 Prozent mehr gegenüber dem Schlusskurs»: what a figure is compared with.
bool is_base(const SentenceView& view, const Cue& cue) {
  if (cue.tag != view.tags.metric_noun) return false;
  const auto governor = view.governor(view.begin_of_compound(cue.first));
  return governor != kNoToken && view.has(governor, view.tags.comparison) &&
         std::ranges::none_of(view.values, [&](const Placed& figure) {
           return figure.first >= cue.last && view.distance(cue.last, figure.first) <= 2;
         });
}

// "is spending €750m", "the gadget costs $250": a verb, whatever the noun means.
bool is_verb_form(const SentenceView& view, const Cue& cue) {
  if (cue.tag != view.tags.metric_noun || view.capital_nouns || cue.first == view.sentence.first ||
      cue.last != cue.first + 1 || !view.has(cue.first, view.tags.metric_verb))
    return false;
  if (view.has(cue.first - 1, view.tags.passive_auxiliary)) return true;
  const auto before = cue.first - 1;
  const bool has_sum = std::ranges::any_of(view.values, [&](const Placed& figure) {
    return figure.mention->kind == MentionKind::money && view.begin_with_qualifier(figure) == cue.last;
  });
  return has_sum && !view.has(cue.last, view.tags.complement_preposition) &&
         !view.has(before, view.tags.article) && !view.has(before, view.tags.from_preposition) &&
         (!view.has(before, view.tags.preposition) || view.has(before, view.tags.infinitive_marker));
}

// "the impact of the acquisition on net sales is $2m": what it does to them, not what they are.
bool is_affected(const SentenceView& view, const Cue& cue) {
  constexpr std::uint32_t kReach = 10;
  if (cue.tag != view.tags.metric_noun || !view.may_have(own(view).effect_noun)) return false;
  const auto governor = view.governor(cue.first);
  if (governor == kNoToken || governor == view.sentence.first) return false;
  if (view.has(governor, view.tags.share_preposition)) return view.has(governor - 1, own(view).effect_noun);
  for (auto i = governor; i > view.sentence.first && i + kReach > governor; --i)
    if (view.has(i - 1, own(view).effect_noun)) return view.same_clause(i - 1, governor);
  return false;
}

// "let 500 people in", not "let 500 people |go|".
bool lets_stay(const SentenceView& view, const Placed& value, const Cue& cue) {
  constexpr std::uint32_t kReach = 2;
  if (cue.tag != view.tags.metric_verb || cue.last != cue.first + 1 ||
      !view.has(cue.first, own(view).let_verb))
    return false;
  for (auto i = value.last; i < value.last + kReach; ++i)
    if (view.has(i, own(view).go_verb)) return false;
  return true;
}

// «stellt der Stadt 20 Millionen zur Verfügung»: to whom, and not what they are put into.
bool is_put_up_for_nothing(const SentenceView& view, const Placed& value, const Cue& cue) {
  return cue.tag == view.tags.metric_verb && view.has(cue.last - 1, own(view).put_up_verb) &&
         key_of(cue).metric == Metric::investment &&
         !view.has_beside(value.first, view.tags.price_preposition);
}

// «verlangt die Zahlung von 1800 Euro»
bool is_demanded(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_verb && view.has(cue.first, own(view).demand_verb) &&
         key_of(cue).metric == Metric::price && view.has_beside(cue.first, own(view).demanded_noun);
}

// «schüttet 400 Millionen an die Mitarbeiter aus»: no dividend.
bool is_paid_to_staff(const SentenceView& view, const Cue& cue) {
  if (!view.verbs_last || key_of(cue).metric != Metric::dividend || !view.may_have(view.tags.staff))
    return false;
  for (auto i = view.sentence.first + 1; i < view.sentence.last; ++i) {
    if (!view.has(i, view.tags.staff) || !view.same_clause(i, cue.first)) continue;
    const auto governor = view.governor(i);
    const bool dative = view.has(i - 1, view.tags.article) && !view.has(i - 1, view.tags.nominative_article);
    if (governor == kNoToken ? dative : view.has(governor, own(view).recipient_preposition)) return true;
  }
  return false;
}

// «belastete das Ergebnis |mit 300 Millionen|»: what it cost, not what was earned.
bool is_burdened(const SentenceView& view, const Placed& value, const Cue& cue) {
  const auto at = view.begin_with_qualifier(value);
  return view.verbs_last && cue.tag == view.tags.metric_noun && is_result(key_of(cue).metric) &&
         at > view.sentence.first && view.has(at - 1, own(view).burden_preposition) &&
         view.has_beside(value.first, own(view).burden_verb);
}

}  // namespace

bool goes_on_in_noun(const SentenceView& view, const Placed& date) {
  const auto next = date.last;
  if (view.capital_nouns || next >= view.sentence.last || !view.text.tokens[next].is(TokenClass::word))
    return false;
  const auto& tags = view.tags;
  const std::array ends{tags.up,
                        tags.down,
                        tags.finite_verb,
                        tags.metric_verb,
                        tags.preposition,
                        tags.coordinator,
                        tags.clause_conjunction,
                        tags.modality,
                        tags.passive_auxiliary,
                        tags.perfect_auxiliary};
  return std::ranges::none_of(ends, [&](Tag list) { return view.has(next, list); });
}

bool names_something_else(const SentenceView& view, const Placed& value, const Cue& cue) {
  if (cue.first >= value.first && cue.last <= value.last) return true;
  if (is_counted_by(view, cue) || is_counted_by_in_compound(view, cue) || in_a_name(view, cue)) return true;
  if (is_worth_of_thing(view, cue) || is_made_passive(view, cue) || is_kind_of_firm(view, cue)) return true;
  if (is_owner(view, cue) || is_genitive_of_noun(view, cue) || is_verb_form(view, cue) || is_award(view, cue))
    return true;
  if (is_affected(view, cue) || lets_stay(view, value, cue) || is_put_up_for_nothing(view, value, cue))
    return true;
  if (is_demanded(view, cue) || is_paid_to_staff(view, cue) || is_burdened(view, value, cue)) return true;
  if (is_without_tax(view, value, cue) || (view.capital_nouns && is_base(view, cue))) return true;
  if (cue.tag != view.tags.metric_noun) return false;
  return names_a_time(view, cue) || is_no_label(view, cue) ||
         (view.capital_nouns && heads_no_compound(view, cue));
}

}  // namespace gegenprobe::extract
