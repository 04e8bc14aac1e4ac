#include "extract/claims/claim_negation.h"

#include <algorithm>

#include "extract/claims/claim_metric.h"
#include "extract/claims/clause_mood.h"

namespace gegenprobe::extract {
namespace {

struct NegationTags {
  Tag holding_verb, negation, contracted_negation, negation_focus, negation_gap, never, first_time,
      negative_article, negatable_verb, neither, denial_verb;
  Tag assertion_noun;
  TagSet called_false, fallen_through, giving_up, refraining;
  explicit NegationTags(const Lexicon& lexicon)
      : holding_verb(lexicon.tag("holding_verb")),
        negation(lexicon.tag("negation")),
        contracted_negation(lexicon.tag("contracted_negation")),
        negation_focus(lexicon.tag("negation_focus")),
        negation_gap(lexicon.tag("negation_gap")),
        never(lexicon.tag("never")),
        first_time(lexicon.tag("first_time")),
        negative_article(lexicon.tag("negative_article")),
        negatable_verb(lexicon.tag("negatable_verb")),
        neither(lexicon.tag("neither")),
        denial_verb(lexicon.tag("denial_verb")),
        assertion_noun(lexicon.tag("assertion_noun")),
        called_false(lexicon.tags({"called_false"})),
        fallen_through(lexicon.tags({"fallen_through"})),
        giving_up(lexicon.tags({"giving_up"})),
        refraining(lexicon.tags({"refraining"})) {}
};
const NegationTags& own(const SentenceView& view) { return view.lists<NegationTags>(); }

bool is_mark(const SentenceView& view, std::uint32_t token) {
  return token >= view.sentence.last || view.text.tokens[token].is(TokenClass::punctuation);
}

// "didn'|t|".
bool is_contracted(const SentenceView& view, std::uint32_t token) {
  if (token <= view.sentence.first + 1 || !view.has(token, own(view).contracted_negation)) return false;
  const auto mark = view.text.of(view.text.tokens[token - 1]);
  return mark == "'" || mark == "’";
}

// A word that negates a verb, and not another word ("not only").
bool negates(const SentenceView& view, std::uint32_t token) {
  // «so viel verdient wie nie», «15 Milliarden und nicht, wie berichtet, 51»
  const bool of_other =
      view.verbs_last && token > view.sentence.first &&
      (view.has(token - 1, view.tags.source_opener) || view.has(token - 1, view.tags.coordinator));
  return !of_other && (view.has(token, own(view).negation) || is_contracted(view, token)) &&
         !view.has(token + 1, own(view).negation_focus);
}

// The word that a negation stands before: "did not yet |pay|".
std::uint32_t behind_negation(const SentenceView& view, std::uint32_t negation) {
  auto at = negation + 1;
  while (view.has(at, own(view).negation_gap)) ++at;
  return at;
}

bool may_negate(const SentenceView& view) {
  return view.may_have(own(view).negation) || view.may_have(own(view).contracted_negation);
}

// "not more than 5bn", "will not exceed 5bn": the bound has taken the negation; not that of "up to 5bn".
bool is_in_bound(const SentenceView& view, const Placed& value) {
  const auto qualifier = value.mention->amount()->qualifier;
  if (qualifier != Qualifier::up_to && qualifier != Qualifier::at_least) return false;
  const auto at = view.begin_with_qualifier(value);
  for (auto i = at; i < value.first; ++i)
    for (const auto list : {view.tags.comparison, view.tags.above, view.tags.below})
      if (view.has(i, list)) return true;
  return at == value.first;
}

// "its dividend of 5bn", "ChemCo's 5bn", "the 70 dollar bid": what is there already; the word that says so,
// kNoToken where there is none.
std::uint32_t giver_of(const SentenceView& view, const Placed& value, const Cue* noun) {
  constexpr std::uint32_t kReach = 4;
  const auto at = noun ? noun->first : view.begin_with_qualifier(value);
  for (auto i = at; i > view.sentence.first && i + kReach > at; --i) {
    for (const auto list : {view.tags.possessive, view.tags.owner_mark, view.tags.definite_article})
      if (view.has(i - 1, list)) return i - 1;
    if (view.has(i - 1, view.tags.article) || view.has(i - 1, view.tags.preposition) || is_mark(view, i - 1))
      break;
  }
  return kNoToken;
}

bool is_contrasted(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  for (auto i = a; i < b; ++i)
    if (view.has(i, view.tags.contrast)) return true;
  return false;
}

// Whether a verb that tells of the metric, or of its rise or fall, stands at a token. What rises or falls is
// there already where it is given: "would not raise the 70 dollar bid".
bool tells_metric(const SentenceView& view, std::uint32_t token, Metric metric, bool given) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    if (cue.first > token || cue.last <= token) return false;
    return (!given && (cue.tag == view.tags.up || cue.tag == view.tags.down)) ||
           ((cue.tag == view.tags.metric_verb || cue.tag == view.tags.metric_noun) &&
            key_of(cue).metric == metric);
  });
}

// The noun of the metric that a figure hangs on: «|Gewinn| von 5 Milliarden», "the |fine| of $5bn".
const Cue* noun_of(const SentenceView& view, const Placed& value, Metric metric) {
  const auto* noun = noun_before(view, value);
  return noun && key_of(*noun).metric == metric ? noun : nullptr;
}

// "no |profit|", «keine neuen |Pläne|»: an article that negates stands before a noun and its adjectives.
bool has_negative_article(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kReach = 3;
  for (auto i = noun; i > view.sentence.first && i + kReach > noun; --i) {
    if (view.has(i - 1, own(view).negative_article)) return true;
    if (is_mark(view, i - 1) || view.has(i - 1, view.tags.article)) return false;
  }
  return false;
}

// "did not make |a profit of|": the verb's object, named for the first time.
bool is_object(const SentenceView& view, std::uint32_t verb, const Cue& noun) {
  for (auto i = verb + 1; i < noun.first; ++i)
    if (is_mark(view, i) || view.has(i, view.tags.preposition) ||
        (!view.verbs_last && view.has(i, view.tags.definite_article)))
      return false;
  return noun.first > verb;
}

// "has not paid the fine of 5bn", "will not cut 3,000 jobs": the verb stands behind its negation, and the
// figure behind both.
bool is_undone_behind(const SentenceView& view, std::uint32_t negation, const Placed& value, Metric metric) {
  const auto verb = behind_negation(view, negation);
  if (verb >= value.first || !governs(view, verb, value.first) ||
      view.values_between(verb, value.first) != 0 || is_contrasted(view, verb, value.first))
    return false;
  const auto* noun = noun_of(view, value, metric);
  const auto giver = giver_of(view, value, noun);
  if (giver != kNoToken && !view.has(giver, view.tags.definite_article)) return false;
  if (tells_metric(view, verb, metric, giver != kNoToken)) return true;
  // "could not pay debts of 5bn": they are owed all the same.
  if (metric == Metric::debt && view.has(verb, view.tags.pay_verb)) return false;
  return noun != nullptr && view.has(verb, own(view).negatable_verb) && is_object(view, verb, *noun);
}

// «wird die 3000 Stellen nicht streichen», «streicht die 3000 Stellen nicht»: the verb ends the clause, or
// the negation itself does.
bool is_undone_at_end(const SentenceView& view, std::uint32_t negation, const Placed& value, Metric metric) {
  constexpr std::uint32_t kLongestVerb = 3;
  if (!view.verbs_last || !view.same_clause(negation, value.first)) return false;
  // «wird 3000 Stellen streichen und 500 Stellen nicht streichen»: of the figure next to it.
  for (auto i = value.last; i < negation; ++i)
    if (view.has(i, view.tags.coordinator)) return false;
  if (negation > value.last && view.values_between(value.last, negation) != 0) return false;
  const auto verb = behind_negation(view, negation);
  auto end = verb;
  while (!is_mark(view, end) && view.same_clause(end, negation) && !view.has(end, view.tags.coordinator))
    ++end;
  if (end > verb + kLongestVerb) return false;
  // «muss die Strafe von 2 Milliarden nicht zahlen»
  const bool is_unpaid = metric == Metric::fine && noun_of(view, value, metric) != nullptr;
  if (end > verb)
    return tells_metric(view, verb, metric, false) ||
           (is_unpaid && view.has(verb, own(view).negatable_verb) &&
            !view.has(negation - 1, own(view).first_time));
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && key_of(cue).metric == metric &&
           view.same_clause(cue.first, negation);
  });
}

// "never made a profit of", «hat nie 5 Milliarden verdient»; not «noch nie», of what is so for the first
// time.
bool is_never(const SentenceView& view, std::uint32_t negation, const Placed& value, Metric metric) {
  if (view.has(negation - 1, own(view).first_time)) return false;
  if (!view.has(negation, own(view).never) || negation > value.first ||
      !governs(view, negation, value.first) || is_contrasted(view, negation, value.first))
    return false;
  return noun_of(view, value, metric) != nullptr || negation + 1 == view.begin_with_qualifier(value);
}

// «Weder X noch Y verdienten 2 Milliarden», "neither X nor Y earned $2bn"
bool is_of_neither(const SentenceView& view, const Placed& value) {
  if (!view.may_have(own(view).neither)) return false;
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, own(view).neither) && view.same_clause(i, value.first)) return true;
  return false;
}

// "avoided |cutting| 3,000 jobs", "escaped a |fine| of $5bn", "averted a $5bn |loss|": what stands behind a
// verb of keeping from it did not come about.
bool is_kept_from(const SentenceView& view, const Placed& value, Metric metric) {
  constexpr std::uint32_t kReach = 2;
  if (!view.may_have(own(view).refraining)) return false;
  for (auto i = view.sentence.first; i < value.first; ++i) {
    const auto hit = view.phrase_at(i, own(view).refraining);
    if (hit.tag == kNoTag) continue;
    if (is_undone_behind(view, hit.last - 1, value, metric)) return true;
    if (!governs(view, i, value.first) || view.values_between(i, value.first) != 0) continue;
    const auto* noun = noun_of(view, value, metric);
    if (noun != nullptr && is_object(view, hit.last - 1, *noun)) return true;
    const bool behind = std::ranges::any_of(view.cues, [&](const Cue& cue) {
      return cue.tag == view.tags.metric_noun && key_of(cue).metric == metric && cue.first >= value.last &&
             cue.first < value.last + kReach;
    });
    if (behind && view.has(hit.last, view.tags.article)) return true;
  }
  return false;
}

// "abandoned its |plans|", "walked away from a $47bn |bid|", "blocked X's |takeover|": between the verb and
// the noun only what belongs to the noun.
bool is_given_up(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kReach = 9;
  for (auto i = noun; i > view.sentence.first && i + kReach > noun; --i) {
    if (view.preceded_by(i, own(view).giving_up)) return true;
    const bool in_figure = std::ranges::any_of(
        view.values, [&](const Placed& value) { return i > value.first && i <= value.last; });
    if (in_figure || view.genitive_at(i - 1)) continue;
    for (const auto list : {view.tags.preposition, view.tags.finite_verb, view.tags.coordinator,
                            view.tags.infinitive_marker, view.tags.clause_conjunction})
      if (view.has(i - 1, list)) return false;
    if (is_mark(view, i - 1)) return false;
  }
  return false;
}

// "the $5bn bid |collapsed|", "a takeover of X for $5bn |was blocked|".
bool falls_through(const SentenceView& view, std::uint32_t from) {
  for (auto i = from; i < view.sentence.last && view.same_clause(i, from); ++i) {
    if (const auto hit = view.phrase_at(i, own(view).fallen_through); hit.tag != kNoTag)
      return !view.has(hit.last, view.tags.infinitive_marker);  // "failed to win support"
    if (is_mark(view, i) || view.has(i, view.tags.finite_verb)) return false;
  }
  return false;
}

// «Die Meldung, wonach X |500 Stellen| streicht, ist falsch», "reports that X will cut |500 jobs| are
// untrue"; a decision that is wrong is one all the same.
bool is_called_false(const SentenceView& view, const Placed& value) {
  if (!view.may_have(own(view).called_false) || !view.may_have(own(view).assertion_noun)) return false;
  bool reported = false;
  for (auto i = view.sentence.first; i < value.first; ++i) reported |= view.has(i, own(view).assertion_noun);
  for (auto i = value.last; reported && i < view.sentence.last; ++i)
    if (view.phrase_at(i, own(view).called_false).tag != kNoTag)
      return view.values_between(value.last, i) == 0;
  return false;
}

// What may be called off, or be lifted, before it is paid.
bool may_come_to_nothing(Metric metric) {
  return metric == Metric::acquisition_price || metric == Metric::deal_value || metric == Metric::stake ||
         metric == Metric::investment || metric == Metric::fine || metric == Metric::aid;
}

// A deal that came to nothing: no one has bought for its price. A fine that a court has lifted.
bool is_of_deal_undone(const SentenceView& view, const Placed& value, Metric metric) {
  if (!may_come_to_nothing(metric)) return false;
  const bool given_up = view.may_have(own(view).giving_up);
  const bool fallen = view.may_have(own(view).fallen_through);
  if (!given_up && !fallen) return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    const auto told = key_of(cue).metric;
    const bool is_of_deal = has_counterparty(told) && has_counterparty(metric);
    if (cue.tag != view.tags.metric_noun || !(told == metric || is_of_deal) ||
        !view.same_clause(cue.first, value.first) || !governs(view, cue.first, value.first))
      return false;
    if (cue.first < value.first && view.values_between(cue.last, value.first) != 0) return false;
    return (given_up && is_given_up(view, cue.first)) ||
           (fallen && falls_through(view, std::max(cue.last, value.last)));
  });
}

// «stieg |nicht um drei Prozent, sondern| um fünf», «streicht nicht wie geplant 300 Stellen, sondern 500».
bool is_corrected(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kMostBefore = 4, kMostBehind = 2;
  if (!view.verbs_last || !may_negate(view)) return false;
  auto comma = value.last;
  while (comma < view.sentence.last && comma < value.last + kMostBehind && !is_mark(view, comma)) ++comma;
  if (!is_mark(view, comma) || !view.has(comma + 1, view.tags.contrast)) return false;
  const auto at = view.begin_with_qualifier(value);
  for (auto i = at; i > view.sentence.first && i + kMostBefore > at; --i) {
    if (negates(view, i - 1)) return true;
    if (is_mark(view, i - 1) || (view.text.tokens[i - 1].shape & kCapital)) return false;
  }
  return false;
}

}  // namespace

bool is_negated(const SentenceView& view, const Placed& value, Metric metric) {
  if (is_corrected(view, value) || is_called_false(view, value)) return true;
  if (is_of_neither(view, value) || is_kept_from(view, value, metric) ||
      is_of_deal_undone(view, value, metric))
    return true;
  if (value.first > view.sentence.first && view.has(value.first - 1, own(view).negation)) return true;
  if (view.may_have(own(view).negative_article)) {
    const auto* noun = noun_of(view, value, metric);
    if (noun != nullptr && has_negative_article(view, noun->first)) return true;
  }
  if (is_none(view, value, metric)) return true;
  if (!may_negate(view) || is_in_bound(view, value)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (negates(view, i) && (is_undone_at_end(view, i, value, metric) || is_never(view, i, value, metric) ||
                             (!view.verbs_last && is_undone_behind(view, i, value, metric))))
      return true;
  return false;
}

bool is_none(const SentenceView& view, const Placed& value, Metric metric) {
  if (!view.verbs_last || metric == Metric::price || !view.may_have(own(view).negative_article)) return false;
  for (auto i = view.begin_with_qualifier(value); i < value.first; ++i)
    if (view.has(i, own(view).negative_article)) return true;
  return false;
}

bool is_owned(const SentenceView& view, const Placed& value, Metric metric) {
  const auto giver = giver_of(view, value, noun_of(view, value, metric));
  return giver != kNoToken && !view.has(giver, view.tags.definite_article);
}

bool is_beyond_denial(const SentenceView& view, const Placed& value, Metric metric) {
  return is_in_bound(view, value) || is_owned(view, value, metric);
}

namespace {

// «|schließt| einen Abbau nicht aus»: before the second half of the verb, which closes its clause.
bool is_negated_half(const SentenceView& view, const Cue& cue) {
  if (!view.verbs_last || cue.tag != view.tags.modality || !view.has(cue.first, own(view).denial_verb))
    return false;
  auto end = cue.last;
  while (end < view.sentence.last && view.same_clause(end, cue.first) && !is_mark(view, end)) ++end;
  return end >= cue.last + 2 && negates(view, end - 2);
}

}  // namespace

bool is_negated(const SentenceView& view, const Cue& cue) {
  if (view.has(cue.first, view.tags.plan_noun) &&
      (has_negative_article(view, cue.first) ||
       (view.may_have(own(view).giving_up) && is_given_up(view, cue.first))))
    return true;
  if (!may_negate(view)) return false;
  auto at = cue.first;
  while (at > view.sentence.first && view.has(at - 1, own(view).negation_gap)) --at;
  if (at > view.sentence.first && negates(view, at - 1)) return true;
  if (view.verbs_last && negates(view, cue.last) && is_mark(view, cue.last + 1)) return true;
  return is_negated_half(view, cue);
}

bool is_surprise(const SentenceView& view, const Cue& cue) {
  if (!view.has(cue.first, view.tags.expectation_verb) || !is_negated(view, cue)) return false;
  for (auto i = view.sentence.first; i < cue.last; ++i)
    if (view.has(i, view.tags.perfect_auxiliary) && view.same_clause(i, cue.first)) return true;
  return false;
}

bool is_not_held_yet(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 6;  // "it did not already hold", «die X noch nicht gehören»
  if (!may_negate(view)) return false;
  bool clause = false, negated = false;
  for (auto i = value.last; i < view.sentence.last && i < value.last + kReach + 1; ++i) {
    clause |= view.has(i, view.tags.subject_pronoun) || view.has(i, view.tags.relative_pronoun);
    negated |= clause && (view.has(i, own(view).negation) || is_contracted(view, i));
    if (negated && view.has(i, own(view).holding_verb)) return true;
  }
  return false;
}

}  // namespace gegenprobe::extract
