#include "extract/claims/claim_modality.h"

#include <algorithm>
#include <array>

#include "extract/claims/claim_expectation.h"
#include "extract/claims/claim_infinitive.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_negation.h"
#include "extract/claims/claim_role.h"
#include "extract/claims/clause_mood.h"
#include "extract/claims/source_names.h"

namespace gegenprobe::extract {
namespace {

struct ModalityTags {
  Tag asking_verb, backshift, condition, corrected, demand_verb, effect_participle, final, forecast_noun,
      former_adverb, future_in_past, gerund, headline_future, hearsay_modal, indirect_past, likening,
      multiple, outcome_verb, past_modal, perfect_infinitive, preliminary, question_word, state_participle,
      undoing_verb;
  TagSet conditions, gerund_mood, replacing;
  explicit ModalityTags(const Lexicon& lexicon)
      : asking_verb(lexicon.tag("asking_verb")),
        backshift(lexicon.tag("backshift")),
        condition(lexicon.tag("condition")),
        corrected(lexicon.tag("corrected")),
        demand_verb(lexicon.tag("demand_verb")),
        effect_participle(lexicon.tag("effect_participle")),
        final(lexicon.tag("final")),
        forecast_noun(lexicon.tag("forecast_noun")),
        former_adverb(lexicon.tag("former_adverb")),
        future_in_past(lexicon.tag("future_in_past")),
        gerund(lexicon.tag("gerund")),
        headline_future(lexicon.tag("headline_future")),
        hearsay_modal(lexicon.tag("hearsay_modal")),
        indirect_past(lexicon.tag("indirect_past")),
        likening(lexicon.tag("likening")),
        multiple(lexicon.tag("multiple")),
        outcome_verb(lexicon.tag("outcome_verb")),
        past_modal(lexicon.tag("past_modal")),
        perfect_infinitive(lexicon.tag("perfect_infinitive")),
        preliminary(lexicon.tag("preliminary")),
        question_word(lexicon.tag("question_word")),
        state_participle(lexicon.tag("state_participle")),
        undoing_verb(lexicon.tag("undoing_verb")),
        conditions(lexicon.tags({"condition_opener"})),
        gerund_mood(lexicon.tags({"gerund_mood"})),
        replacing(lexicon.tags({"replacing"})) {}
};
const ModalityTags& own(const SentenceView& view) { return view.lists<ModalityTags>(); }

bool speech_before(const SentenceView& view, std::uint32_t token) {
  // "said the merger with X, in which it holds 51%, would"; not "said, if it came off, it would", "would
  // have"
  constexpr int kShortReach = 12, kLongReach = 18;
  const bool supposed =
      view.may_have(own(view).condition) || view.has(token + 1, view.tags.perfect_auxiliary);
  const int reach = supposed ? kShortReach : kLongReach;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.first < token && (cue.tag == view.tags.speech_verb) && view.distance(cue.last, token) <= reach;
  });
}

// "sales would reach 7 million, Mr Brandt added": the future as it was told, unless in his own words.
bool is_future_told_behind(const SentenceView& view, std::uint32_t token) {
  if (!view.has(token, own(view).future_in_past)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (is_quotation_mark(view, i)) return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.first > token && cue.tag == view.tags.speech_verb && !view.same_clause(cue.first, token);
  });
}

bool has_outcome(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == own(view).outcome_verb && view.segment(cue.first) == view.segment(token);
  });
}

bool speaks(const SentenceView& view) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.speech_verb || cue.tag == view.tags.attribution_before;
  });
}

// "more than analysts had estimated", «über den Schätzungen»: what a figure is measured by, not how it is
// told.
bool is_compared_with(const SentenceView& view, const Cue& cue) {
  constexpr std::uint32_t kReach = 6;
  for (auto i = cue.first; i > view.sentence.first && i + kReach > cue.first; --i) {
    // Within a sentence a full stop is that of "vs.".
    const bool abbreviates =
        view.text.of(view.text.tokens[i - 1]) == "." && (view.text.tokens[i - 1].shape & kGlued);
    if (view.text.tokens[i - 1].is(TokenClass::punctuation) && !view.genitive_at(i - 1) && !abbreviates)
      return false;
    for (const auto list : {view.tags.comparison, own(view).outcome_verb, view.tags.above, view.tags.below})
      if (view.has(i - 1, list)) return true;
  }
  return false;
}

// "since May": a month, and no verb.
bool is_in_date(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(
      view.dates, [&](const Placed& date) { return cue.first >= date.first && cue.first < date.last; });
}

// «wird an der Börse gehandelt»: what is, in the passive; «wird verkauft» may be still to come.
bool is_passive_of_state(const SentenceView& view, const Cue& cue) {
  if (!view.has(cue.first, view.tags.passive_auxiliary)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.same_clause(i, cue.first) && view.has(i, own(view).state_participle)) return true;
  return false;
}

// «konnte gesteigert werden», «mussten gestrichen werden»: what was possible or had to be has been.
bool is_done(const SentenceView& view, std::uint32_t token) {
  if (!view.may_have(own(view).past_modal)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, own(view).past_modal) && view.same_clause(i, token)) return true;
  return false;
}

// «soll 5 Millionen gezahlt haben»: what is said of the past, no plan; «soll 5 Prozent Anteil haben» is one.
bool is_hearsay(const SentenceView& view, std::uint32_t modal) {
  if (!view.has(modal, own(view).hearsay_modal)) return false;
  for (auto i = modal + 2; i < view.sentence.last && view.segment(i) == view.segment(modal); ++i) {
    const Token& participle = view.text.tokens[i - 1];
    const bool ends = i + 1 == view.sentence.last || view.text.tokens[i + 1].is(TokenClass::punctuation) ||
                      view.has(i + 1, view.tags.coordinator);
    if (ends && view.has(i, own(view).perfect_infinitive) && participle.is(TokenClass::word) &&
        !(participle.shape & kCapital))
      return true;
  }
  return false;
}

// "£99 in the UK (149 euros)": the same figure once more.
bool repeats_figure_before(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 4;
  const auto begin = view.begin_with_qualifier(value);
  for (const auto& before : view.values) {
    if (before.last >= value.first || before.mention->kind != value.mention->kind) continue;
    if (before.last + kReach < begin) continue;
    const bool dated = std::ranges::any_of(
        view.dates, [&](const Placed& date) { return date.first >= before.last && date.last <= begin; });
    const bool opens = view.in_brackets(before.first) || !view.in_brackets(begin - 2) ||
                       view.text.of(view.text.tokens[begin - 1]) == "(";
    if (!dated && opens) return true;
  }
  return false;
}

// «laut internen Schätzungen»: the source of the whole sentence.
bool is_source(const SentenceView& view, const Cue& estimate) {
  constexpr std::uint32_t kReach = 3;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return (cue.tag == view.tags.attribution_before && cue.first <= estimate.first &&
            estimate.first <= cue.last + kReach) ||
           (cue.tag == view.tags.attribution_after && cue.first == estimate.last);
  });
}

// "rose 8 percent on a good profit and an optimistic forecast", "earned 8bn and confirmed its full-year
// profit forecast": a thing that comes up behind what happened.
bool is_thing_behind(const SentenceView& view, const Cue& cue, const Placed& value) {
  constexpr std::uint32_t kReach = 5;
  // "a charge related to its vehicle plans"; not "plans to".
  if (!view.capital_nouns && cue.first >= value.last && view.has(cue.first, view.tags.plan_noun) &&
      !view.has(cue.last, view.tags.infinitive_marker))
    for (auto i = cue.first; i > value.last; --i)
      if (view.has(i - 1, view.tags.possessive) || view.has(i - 1, view.tags.article)) return true;
  if (view.capital_nouns || cue.first < value.last || !view.has(cue.first, own(view).forecast_noun))
    return false;
  for (auto i = cue.first; i > value.last && i + kReach > cue.first; --i) {
    if (!view.has(i - 1, view.tags.article) && !view.has(i - 1, view.tags.possessive)) continue;
    // "$12bn |is| the target", "set $12bn |as| its target" say that the figure is one.
    return !view.has(i - 2, view.tags.passive_auxiliary) && !view.has(i - 2, own(view).likening);
  }
  return false;
}

// "fell 18% as it slashes its outlook": why it did.
bool is_reason_behind(const SentenceView& view, const Cue& cue, const Placed& value) {
  if (view.verbs_last || cue.first < value.last) return false;
  for (auto i = value.last; i < cue.first; ++i)
    if (view.has(i, view.tags.subordinator)) return true;
  return false;
}

// "a smaller-than-expected 10 percent"
bool measures_by_hyphen(const SentenceView& view, const Cue& cue) {
  return cue.first >= view.sentence.first + 2 && view.text.of(view.text.tokens[cue.first - 1]) == "-" &&
         view.has(cue.first - 2, view.tags.comparison);
}

// "profit falls", "third-quarter sales fell": from a token on, what is measured and a verb of moving.
bool opens_statement(const SentenceView& view, std::uint32_t token, std::uint32_t end) {
  constexpr std::uint32_t kMostBefore = 3;
  for (auto i = token; i < end && i <= token + kMostBefore; ++i) {
    const auto metric = std::ranges::find_if(
        view.cues, [&](const Cue& cue) { return cue.tag == view.tags.metric_noun && cue.first == i; });
    if (metric != view.cues.end()) {
      const auto verb = metric->last;
      const bool told = view.has(verb, view.tags.finite_verb) || view.sentence.heading;
      return verb < end && told && (view.has(verb, view.tags.up) || view.has(verb, view.tags.down));
    }
    if (view.has(i, view.tags.preposition) || !view.text.tokens[i].is(TokenClass::word)) return false;
  }
  return false;
}

// "forecasts growth, profit falls 3%", "lifts outlook; revenue up 4%", "cuts its forecast as profit fell 5%":
// a statement of its own behind what is expected.
bool is_told_by_itself(const SentenceView& view, const Cue& cue, const Placed& value) {
  if (view.verbs_last) return false;
  for (auto i = cue.last; i < value.first; ++i) {
    const auto mark = view.text.of(view.text.tokens[i]);
    const bool parts = mark == "," || mark == ";" || view.has(i, view.tags.subordinator);
    if (parts && opens_statement(view, i + 1, value.first)) return true;
  }
  return false;
}

// «meldete 32 Milliarden und verfehlte damit die von Analysten erwarteten 33», "beat an expected $5bn": of
// the figure right behind it.
bool is_of_next_figure(const SentenceView& view, const Cue& cue, const Placed& value) {
  return cue.first >= value.last && std::ranges::any_of(view.values, [&](const Placed& next) {
           return next.first > value.first && view.begin_with_qualifier(next) == cue.last;
         });
}

// "expects profit to fall, |sending| its shares down 6%": what came of the news, which has happened.
bool tells_effect(const SentenceView& view, const Cue& cue, const Placed& value) {
  if (!view.may_have(own(view).effect_participle)) return false;
  for (auto i = value.first; i > cue.last + 1; --i)
    if (view.has(i - 1, own(view).effect_participle)) return view.text.of(view.text.tokens[i - 2]) == ",";
  return false;
}

bool holds(const SentenceView& view, const Cue& cue, Modality kind, const Placed& value) {
  if (kind == Modality::expected && is_of_next_figure(view, cue, value)) return false;
  if (is_in_name(view, cue.first, cue.last) || measures_by_hyphen(view, cue)) return false;
  if (kind == Modality::expected && is_told_by_itself(view, cue, value)) return false;
  if (kind == Modality::expected && is_reason_behind(view, cue, value)) return false;
  if (kind == Modality::expected && cue.first >= value.last && is_expected_of_other(view, cue.first, value))
    return false;
  if (is_in_date(view, cue) || is_passive_of_state(view, cue) || is_thing_behind(view, cue, value))
    return false;
  // «Die Firma (Umsatz: 75 Millionen Euro) will …»: brackets tell something of their own.
  if (view.in_brackets(value.first) && !view.in_brackets(cue.first) && !repeats_figure_before(view, value))
    return false;
  if (view.in_brackets(cue.first) && !view.in_brackets(value.first)) return false;
  if (kind == Modality::estimated && is_source(view, cue)) return true;
  if (kind == Modality::estimated && is_compared_with(view, cue)) return false;
  if (!governs(view, cue.first, value.first)) return false;
  // «hätten 640 Millionen gekostet, teilte der Konzern mit»: indirect speech of what was.
  if (kind == Modality::possible && view.has(cue.first, own(view).indirect_past) && speaks(view))
    return false;
  // «hat die eigene Prognose verfehlt»: a forecast that is spoken of, not made.
  return !(view.has(cue.first, own(view).forecast_noun) && has_outcome(view, cue.first));
}

// «will die Zahl seiner Beschäftigten, derzeit rund 54.000, senken»: between commas, as it is.
bool is_there_today(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 2;
  if (begin_with_now(view, value) != kNoToken) return true;
  const auto at = view.begin_with_qualifier(value);
  for (auto i = at; i > view.sentence.first && i + kReach > at; --i)
    if (view.has(i - 1, view.tags.present_adverb)) return view.same_clause(i - 1, value.first);
  return false;
}

// "is to cut 11% of its workforce of 78,400": said by the way.
bool is_whole_staff(const SentenceView& view, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  const auto begin = at < value.first ? at : value.first - 1;
  if (value.first == view.sentence.first || !view.has(value.first - 1, view.tags.level_preposition))
    return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && cue.last == begin && key_of(cue).metric == Metric::headcount &&
           view.has(begin, view.tags.genitive_article);
  });
}

// «Streicht X 500 Stellen?», "Will X cut 500 jobs?": asked by the verb in front. "Had X bought Y for $5m, it
// would …" is no more than supposed.
bool opens_with_verb(const SentenceView& view) {
  const auto first = view.sentence.first;
  for (const auto verbs : {view.tags.finite_verb, view.tags.metric_verb, view.tags.perfect_auxiliary,
                           view.tags.passive_auxiliary, own(view).asking_verb})
    if (view.has(first, verbs)) return true;
  return false;
}
bool is_asked_by_verb(const SentenceView& view, const Placed& value) {
  return view.same_clause(view.sentence.first, value.first) &&
         view.text.of(view.text.tokens[view.sentence.last - 1]) == "?" && opens_with_verb(view);
}

// «Falls die Übernahme gelingt, zahlt X |2 Milliarden|»: on a condition that opens the sentence.
bool is_on_condition(const SentenceView& view, const Placed& value) {
  return view.phrase_at(view.sentence.first, own(view).conditions).tag != kNoTag &&
         !view.same_clause(view.sentence.first, value.first);
}

// «Ob …, ist unklar», "whether … remains to be seen".
bool is_asked(const SentenceView& view, const Placed& value) {
  if (is_asked_by_verb(view, value)) return true;
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, own(view).question_word) && view.same_clause(i, value.first))
      return governs(view, i, value.first);
  return false;
}

// "earnings from its 35% stake will fall", "no plans to sell its stake of 19%": what a firm has, whatever is
// to become of it.
bool is_held_already(const SentenceView& view, const Placed& value, const Claim& claim) {
  return claim.metric == Metric::stake && !view.capital_nouns && is_owned(view, value, claim.metric);
}

// "will be below the $3 billion it earned in the spring", "twice the $3 billion": what is to come is measured
// by what is there.
bool is_yardstick(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 5;
  const auto at = view.begin_with_qualifier(value);
  if (at < view.sentence.first + 2 || !view.has(at - 1, view.tags.definite_article)) return false;
  auto pronoun = value.last;
  while (pronoun < value.last + kReach && !view.has(pronoun, view.tags.subject_pronoun)) ++pronoun;
  if (!view.has(pronoun, view.tags.subject_pronoun) || !view.same_clause(value.first, pronoun)) return false;
  return view.has(at - 2, view.tags.below) || view.has(at - 2, view.tags.above) ||
         view.has(at - 2, view.tags.comparison) || view.has(at - 2, own(view).multiple);
}

// «statt der bisher angepeilten 5 Milliarden», "instead of a previously planned 5bn": what takes its place
// stands beside it.
bool is_replaced(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 7;
  const auto at = view.begin_with_qualifier(value);
  for (auto i = at; i + kReach > at; --i) {
    if (view.preceded_by(i, own(view).replacing)) return true;
    if (i == view.sentence.first || !view.text.tokens[i - 1].is(TokenClass::word)) return false;
    if (view.has(i - 1, view.tags.finite_verb) || view.has(i - 1, view.tags.to_preposition)) return false;
  }
  return false;
}

// "hopes to |reverse| a 13% fall", "plans to |restructure| debts of 5bn", «will den Verlust von 5 Milliarden
// |wettmachen|»: what is to be undone has been.
bool is_undone(const SentenceView& view, const Placed& value, Metric metric) {
  if (!view.may_have(own(view).undoing_verb)) return false;
  const auto begin = view.begin_with_qualifier(value);
  const bool fall = metric == Metric::loss || metric == Metric::debt ||
                    view.has_beside(value.first, view.tags.down) || view.has(value.last, view.tags.down) ||
                    (begin >= view.sentence.first + 2 && view.has(begin - 2, view.tags.down));
  if (!fall) return false;
  const auto from = view.verbs_last ? value.last : view.sentence.first;
  const auto to = view.verbs_last ? view.sentence.last : value.first;
  for (auto i = from; i < to; ++i)
    if (view.has(i, own(view).undoing_verb) && view.same_clause(i, value.first) &&
        (view.verbs_last || metric == Metric::debt || view.has(i + 1, view.tags.article) ||
         view.has(i + 1, view.tags.possessive)))
      return true;
  return false;
}

// "X sold Y to Z": no headline that lacks its verb.
bool has_verb_before(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(
      view.cues, [&](const Cue& cue) { return cue.first < token && cue.tag == view.tags.metric_verb; });
}

bool opens_with_antecedent(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 6;
  if (value.first > view.sentence.first + kReach ||
      !view.preceded_by(view.sentence.first + 1, view.tags.antecedents))
    return false;
  for (auto i = view.sentence.first + 1; i < value.first; ++i)
    if (view.has(i, view.tags.finite_verb) || view.has(i, view.tags.modality) ||
        view.has(i, view.tags.attribution_before) || view.text.tokens[i].is(TokenClass::punctuation))
      return false;
  return !view.has(value.first - 1, view.tags.level_preposition) ||
         view.has(value.first - 1, view.tags.complement_preposition);
}

// A figure, or a number without a unit («statt bisher 300 will X 500 Stellen»).
bool has_number_between(const SentenceView& view, std::uint32_t token, const Placed& value) {
  if (view.values_between(token, value.first) > 0) return true;
  for (auto i = token; i < view.begin_with_qualifier(value); ++i)
    if (view.text.tokens[i].is(TokenClass::number) &&
        std::ranges::none_of(view.dates,
                             [&](const Placed& date) { return i >= date.first && i < date.last; }))
      return true;
  return false;
}

// «Bisher waren 5 Milliarden geplant», «(zuvor: 5 Milliarden)»; not «will wie bisher 5 Milliarden».
bool is_told_of_before(const SentenceView& view, const Placed& value) {
  if (!view.may_have(own(view).former_adverb)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    if (!view.has(i, own(view).former_adverb) || view.in_brackets(i) != view.in_brackets(value.first))
      continue;
    if (i < value.first && has_number_between(view, i, value)) continue;
    // «17 Milliarden statt der bisher erwarteten 16»: of the figure behind.
    const bool of_next = i >= value.last && std::ranges::any_of(view.values, [&](const Placed& other) {
                           return other.first > i && view.same_clause(other.first, i);
                         });
    if (of_next) continue;
    // «unter den bisher niedrigsten Preisen»: of the adjective; «der bisher erwartete Umsatz» is no longer
    // expected.
    const bool attribute =
        i + 2 < view.sentence.last && view.capital_nouns && view.text.tokens[i + 1].is(TokenClass::word) &&
        !(view.text.tokens[i + 1].shape & kCapital) && (view.text.tokens[i + 2].shape & kCapital) &&
        !view.has(i + 1, view.tags.article) && !view.has(i + 1, view.tags.preposition) &&
        !view.has(i + 1, view.tags.finite_verb) && !view.has(i + 1, view.tags.modality);
    // «die zuvor angekündigten 5 Milliarden», "the previously announced $5bn": what was made known then.
    const bool given = i > view.sentence.first &&
                       (view.has(i - 1, view.tags.article) || view.has(i - 1, view.tags.possessive)) &&
                       !view.has(i + 1, view.tags.expectation_verb);
    if (attribute || given) continue;
    const bool goes_on = i > view.sentence.first && view.has(i - 1, view.tags.source_opener);
    if (!goes_on && (view.in_brackets(i) || governs(view, i, value.first))) return true;
  }
  return false;
}

// "Nvidia to Invest $100 Billion": in headlines the infinitive behind its subject is the future.
std::optional<std::uint32_t> headline_future(const SentenceView& view) {
  constexpr std::uint32_t kFarthest = 8;
  for (const auto& firm : view.firms) {
    const auto verb = firm.last + 1;
    if (firm.reference || firm.last > view.sentence.first + kFarthest || has_verb_before(view, firm.first))
      continue;
    if (view.has(firm.last, own(view).headline_future) && verb < view.sentence.last &&
        view.text.tokens[verb].is(TokenClass::word) && !view.has(verb, view.tags.article) &&
        !view.has(verb, view.tags.possessive))
      return firm.last;
  }
  return std::nullopt;
}

}  // namespace

/// How near the cues of each modality are to a value, in tokens.
class NearestCues {
 public:
  NearestCues(const SentenceView& view, const Placed& value, Metric metric) {
    nearest_.fill(kFar);
    for (const auto& cue : view.cues) {
      const auto kind = cue.tag == view.tags.modality ? meant(view, cue, value, metric) : std::nullopt;
      if (kind && view.verbs_last && *kind == Modality::possible && modality(cue.value) == Modality::denied)
        not_denied_ |= governs(view, cue.first, value.first);
      if (kind && holds(view, cue, *kind, value) && !(of_a_day(metric) && tells_effect(view, cue, value)))
        see(*kind, view.distance(cue.first, cue.last, value.first, value.last));
    }
    if (const auto at = headline_future(view); at && *at < value.first) see(Modality::expected, 0);
    if (view.may_have(own(view).gerund_mood) && !is_owned(view, value, metric)) see_gerunds(view, value);
  }

  bool is_not_denied() const { return not_denied_; }
  bool within(Modality kind, int reach) const { return nearest_[static_cast<std::size_t>(kind)] <= reach; }

 private:
  static constexpr int kFar = 1000;

  /// "is close to |buying| X for $5bn", "considered |cutting| 500 jobs".
  void see_gerunds(const SentenceView& view, const Placed& value) {
    for (auto i = view.sentence.first; i < value.first; ++i) {
      const auto hit = view.phrase_at(i, own(view).gerund_mood);
      if (hit.tag == kNoTag || hit.last >= value.first ||
          !view.lexicon.ends_as(view.word(hit.last), own(view).gerund))
        continue;
      const auto kind = modality(hit.value);
      if (kind && governs(view, hit.last, value.first))
        see(*kind, view.distance(i, hit.last, value.first, value.last));
    }
  }

  /// What is planned is denied by "no plans to", and what is denied may be by "did not rule out". "Said it
  /// would cut" is the future, told in the past.
  static std::optional<Modality> meant(const SentenceView& view, const Cue& cue, const Placed& value,
                                       Metric metric) {
    const auto kind = modality(cue.value);
    // «verlangt 900 Euro»: a price that is asked is one.
    if (kind == Modality::possible && metric == Metric::price && view.has(cue.first, own(view).demand_verb))
      return std::nullopt;
    if (kind == Modality::denied && is_negated(view, cue)) return Modality::possible;
    if (kind == Modality::expected && is_surprise(view, cue)) return std::nullopt;
    if (kind == Modality::expected && is_hearsay(view, cue.first)) return Modality::possible;
    if (kind == Modality::expected && view.has(cue.first, view.tags.passive_auxiliary) &&
        is_done(view, cue.first))
      return std::nullopt;
    if (kind == Modality::expected && is_negated(view, cue) && !is_beyond_denial(view, value, metric))
      return Modality::denied;
    const bool told_in_the_past = kind == Modality::possible && view.has(cue.first, own(view).backshift) &&
                                  (speech_before(view, cue.first) || is_future_told_behind(view, cue.first));
    return told_in_the_past ? Modality::expected : kind;
  }

  void see(Modality kind, int distance) {
    auto& best = nearest_[static_cast<std::size_t>(kind)];
    best = std::min(best, distance);
  }

  std::array<int, 5> nearest_;
  bool not_denied_ = false;
};

Modality modality_of(const SentenceView& view, const Placed& value, const Claim& claim) {
  const NearestCues cues(view, value, claim.metric);
  if (cues.is_not_denied()) return Modality::possible;  // «schließt einen Abbau nicht aus»
  if (claim.metric == Metric::stake && is_not_held_yet(view, value)) return Modality::expected;
  if (is_negated(view, value, claim.metric) || cues.within(Modality::denied, 25)) return Modality::denied;
  if (is_expectation(view, value, claim.metric) || is_end_of_forecast(view, value, claim.metric)) {
    const bool estimate = cues.within(Modality::estimated, 40) && !cues.within(Modality::expected, 16);
    return estimate ? Modality::estimated : Modality::expected;
  }
  if (is_told_behind_forecast(view, value)) return Modality::expected;
  if (is_asked(view, value)) return Modality::possible;
  // «Nach einem Umsatz von 9 Milliarden im Jahr 2024 erwartet X …»: what went before has been.
  if (view.verbs_last && opens_with_antecedent(view, value)) return Modality::asserted;
  // What a change begins at is there already, whatever is to come; but what is planned takes a plan's place.
  if ((begins_change(view, value) && !is_replaced(view, value)) || is_there_today(view, value) ||
      is_whole_staff(view, value) || is_yardstick(view, value) || is_held_already(view, value, claim) ||
      is_undone(view, value, claim.metric) || is_staff_there(view, value, claim.metric))
    return Modality::asserted;
  if (cues.within(Modality::possible, view.verbs_last ? 14 : 24)) return Modality::possible;
  // What is done already can only be estimated: «gehen von einem Schaden von 3 Millionen aus».
  if (cues.within(Modality::expected, view.verbs_last ? 16 : 24))
    return claim.metric == Metric::damage ? Modality::estimated : Modality::expected;
  if (cues.within(Modality::estimated, 40)) return Modality::estimated;
  const auto mood = mood_of_infinitive(view, value, claim).value_or(Modality::asserted);
  return mood == Modality::asserted && is_on_condition(view, value) ? Modality::possible : mood;
}

void set_modality(const SentenceView& view, const Placed& value, Claim& claim) {
  claim.modality = modality_of(view, value, claim);
  if (claim.value.qualifier == Qualifier::less_than && is_none(view, value, claim.metric)) {
    claim.value.qualifier = Qualifier::exact;
    claim.value.min = claim.value.max;
  }
  // Jobs that a firm «streicht», in the present tense, are still there.
  const bool present = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.present_plan && !is_done(view, cue.first);
  });
  if (claim.metric == Metric::job_cuts && claim.modality == Modality::asserted && present)
    claim.modality = Modality::expected;
}

bool goes_on_with_former_plan(const SentenceView& view, const Placed& value, const Claim& previous) {
  const Amount& amount = *value.mention->amount();
  const bool plan = amount.qualifier == Qualifier::between || value.mention->kind == MentionKind::percent;
  return plan && previous.modality == Modality::expected && previous.kind == value.mention->kind &&
         is_told_of_before(view, value);
}

bool is_former_plan(const SentenceView& view, const Placed& value, const Claim& claim) {
  if (claim.modality != Modality::expected && claim.modality != Modality::possible) return false;
  const bool hearsay = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.modality && is_hearsay(view, cue.first) &&
           view.same_clause(cue.first, value.first);
  });
  if (hearsay) return false;
  if (is_of_former_forecast(view, value)) return true;
  if (is_replaced(view, value)) return true;
  if (begins_change(view, value) && is_end_of_forecast(view, value, claim.metric)) return true;
  // What analysts have expected before the result is not taken back.
  return is_told_of_before(view, value) && !view.has_beside(value.first, view.tags.unnamed_source);
}

void set_status(const SentenceView& view, Claim& claim) {
  for (const auto& cue : view.cues) {
    if (is_in_date(view, cue)) continue;  // "the final three months"
    if (cue.tag == own(view).preliminary) claim.status = Status::preliminary;
    if (cue.tag == own(view).final) claim.status = Status::final;
    if (cue.tag == own(view).corrected) claim.status = Status::corrected;
  }
}

}  // namespace gegenprobe::extract
