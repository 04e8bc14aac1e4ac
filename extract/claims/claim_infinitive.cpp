#include "extract/claims/claim_infinitive.h"

#include <algorithm>

#include "extract/claims/claim_metric.h"

namespace gegenprobe::extract {
namespace {

struct InfinitiveTags {
  Tag implicative, moving_noun, negation, negative_implicative, perfect_infinitive;
  explicit InfinitiveTags(const Lexicon& lexicon)
      : implicative(lexicon.tag("implicative")),
        moving_noun(lexicon.tag("moving_noun")),
        negation(lexicon.tag("negation")),
        negative_implicative(lexicon.tag("negative_implicative")),
        perfect_infinitive(lexicon.tag("perfect_infinitive")) {}
};
const InfinitiveTags& own(const SentenceView& view) { return view.lists<InfinitiveTags>(); }

// «…, 500 Stellen zu streichen», «…, den Umsatz um 5 Prozent anzuheben»; not of the past («gestrichen zu
// haben»).
bool has_infinitive_behind(const SentenceView& view, const Placed& value) {
  if (view.clause_kind(value.first) != ClauseKind::complement) return false;
  for (auto i = value.last; i < view.sentence.last && view.same_clause(i, value.first); ++i) {
    if (view.text.tokens[i].shape & kCapital) continue;
    if (view.has(i, view.tags.infinitive_marker)) return !view.has(i + 1, own(view).perfect_infinitive);
    if (view.lexicon.begins_as(view.text.folded_of(view.text.tokens[i]), view.tags.marked_infinitive))
      return true;
  }
  return false;
}

// "tried |to| cut costs by $1bn": the same before the figure, where what is measured hangs on that verb.
std::uint32_t marker_before(const SentenceView& view, const Placed& value) {
  for (auto i = view.begin_with_qualifier(value);
       i > view.sentence.first + 1 && view.same_clause(i - 1, value.first); --i) {
    const auto verb = i - 1;
    if (view.has(verb, view.tags.coordinator)) return kNoToken;
    const bool tells = !view.has(verb, view.tags.comparison) &&
                       (view.has(verb, view.tags.metric_verb) || view.has(verb, view.tags.up) ||
                        view.has(verb, view.tags.down) || view.has(verb, view.tags.finite_verb));
    if (!tells) continue;
    if (view.has(verb, own(view).moving_noun)) return kNoToken;  // "returned to |growth|"
    return view.has(verb - 1, view.tags.infinitive_marker) && view.values_between(verb, value.first) == 0
               ? verb - 1
               : kNoToken;
  }
  return kNoToken;
}

// «den Verlust von 5 Milliarden auszugleichen», «Schulden von 5 Milliarden zu tilgen», "to pay the $5bn":
// there is one.
bool is_given(const SentenceView& view, const Placed& value, const Claim& claim) {
  const auto* noun = noun_before(view, value);
  // "to settle the $10bn judgment"
  if (!view.verbs_last && claim.role == Role::level &&
      view.has(view.begin_with_qualifier(value) - 1, view.tags.definite_article))
    return true;
  if (!noun || claim.role != Role::level || noun->first == view.sentence.first) return false;
  if (view.has(view.begin_with_qualifier(value) - 1, view.tags.to_preposition)) return false;
  const auto begin = view.begin_of_compound(noun->first);
  return claim.metric == Metric::debt || view.has(begin - 1, view.tags.definite_article) ||
         view.has(begin - 1, view.tags.possessive);
}

// The words that the infinitive of a figure hangs on: those of the clause before, or some before "to".
std::optional<TokenRange> governors_of_infinitive(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 4;  // "failed again in May to"
  const auto begin = view.begin_of_clause(value.first);
  if (view.verbs_last) {
    if (begin == view.sentence.first || !has_infinitive_behind(view, value)) return std::nullopt;
    return TokenRange{view.begin_of_clause(begin - 1), begin};
  }
  const auto marker = marker_before(view, value);
  if (marker == kNoToken) return std::nullopt;
  return TokenRange{std::max(begin + kReach, marker) - kReach, marker};
}

}  // namespace

std::optional<Modality> mood_of_infinitive(const SentenceView& view, const Placed& value,
                                           const Claim& claim) {
  // "rose 2% to close at $30": what came of it; "agreed to buy X for $5bn": the price is agreed.
  const bool settled = of_a_day(claim.metric) || has_counterparty(claim.metric) ||
                       claim.metric == Metric::deal_value || claim.metric == Metric::capacity ||
                       claim.metric == Metric::other;
  if (!view.verbs_last && settled) return std::nullopt;
  const auto governors = governors_of_infinitive(view, value);
  if (!governors || is_given(view, value, claim)) return std::nullopt;
  bool implied = false, denied = false;
  for (auto i = governors->first; i < governors->last; ++i) {
    if (view.has(i, view.tags.expectation_verb)) return std::nullopt;  // "had not expected sales to rise 5%"
    implied |= view.has(i, own(view).implicative);
    denied |= view.has(i, own(view).negative_implicative) || view.has(i, own(view).negation);
  }
  if (!implied && !denied) return Modality::expected;
  return denied ? Modality::denied : Modality::asserted;
}

}  // namespace gegenprobe::extract
