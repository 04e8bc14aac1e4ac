#include "extract/claims/claim_expectation.h"

#include <algorithm>

#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_role.h"

namespace gegenprobe::extract {
namespace {

struct ExpectationTags {
  Tag expectation_complement, expectation_gap, former_adjective, former_adverb, former_noun,
      inside_preposition, now_adverb, outcome_verb, polled;
  TagSet replacing;
  explicit ExpectationTags(const Lexicon& lexicon)
      : expectation_complement(lexicon.tag("expectation_complement")),
        expectation_gap(lexicon.tag("expectation_gap")),
        former_adjective(lexicon.tag("former_adjective")),
        former_adverb(lexicon.tag("former_adverb")),
        former_noun(lexicon.tag("former_noun")),
        inside_preposition(lexicon.tag("inside_preposition")),
        now_adverb(lexicon.tag("now_adverb")),
        outcome_verb(lexicon.tag("outcome_verb")),
        polled(lexicon.tag("polled")),
        replacing(lexicon.tags({"replacing"})) {}
};
const ExpectationTags& own(const SentenceView& view) { return view.lists<ExpectationTags>(); }

// The first token of the figure, its qualifier included, or of the date that ends before a token, else the
// token before it.
std::uint32_t step_back(const SentenceView& view, std::uint32_t token) {
  if (const auto at = std::ranges::find(view.values, token, &Placed::last); at != view.values.end())
    return view.begin_with_qualifier(*at);
  if (const auto at = std::ranges::find(view.dates, token, &Placed::last); at != view.dates.end())
    return at->first;
  // "its forecast for earnings before interest and taxes"
  const auto metric = std::ranges::find_if(view.cues, [&](const Cue& cue) {
    return cue.last == token && cue.first + 1 < token && cue.tag == view.tags.metric_noun &&
           !key_of(cue).role;
  });
  if (metric != view.cues.end() && !view.has(token - 1, view.tags.expectation_noun)) return metric->first;
  return token - 1;
}

// Whether a word ends the phrase of a noun of expectation: "beat expectations with sales of 5bn".
bool ends_expectation(const SentenceView& view, std::uint32_t token, bool changes) {
  const auto& tags = view.tags;
  if (view.text.tokens[token].is(TokenClass::punctuation)) return true;
  if (changes && (view.has(token, tags.passive_auxiliary) || view.has(token, tags.to_preposition)))
    return false;
  // "forecast a rise to 5bn from 4bn": the forecast is not what rises.
  if (view.has(token, tags.up) || view.has(token, tags.down))
    return !changes || view.has(token - 1, tags.article) || view.has(token - 1, tags.infinitive_marker);
  for (const auto list :
       {tags.coordinator, tags.clause_conjunction, tags.finite_verb, tags.metric_verb, tags.modality})
    if (view.has(token, list)) return true;
  return view.has(token, tags.preposition) && !view.has(token, own(view).expectation_gap);
}

// The noun of expectation that what stands before a token belongs to: "analysts' expectations for 2022 |";
// kNoToken where there is none.
std::uint32_t expectation_before(const SentenceView& view, std::uint32_t token, bool changes) {
  constexpr std::uint32_t kReach = 12;
  const auto begin = std::max(view.sentence.first + kReach, token) - kReach;
  while (token > begin) {
    const auto before = step_back(view, token);
    if (before < begin) return kNoToken;
    if (view.has(before, view.tags.expectation_noun) && !is_in_name(view, before, before + 1)) return before;
    // «senkt die Prognose um 5 Prozent auf 4 Milliarden»: by how much stands between.
    if (changes && view.has(before, view.tags.delta_preposition) &&
        std::ranges::any_of(view.values,
                            [&](const Placed& value) { return view.begin_with_qualifier(value) == token; })) {
      token = before;
      continue;
    }
    if (before + 1 == token && ends_expectation(view, before, changes)) return kNoToken;
    token = before;
  }
  return kNoToken;
}

bool begins_metric(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(
      view.cues, [&](const Cue& cue) { return cue.first == token && cue.tag == view.tags.metric_noun; });
}

// "the $2.5bn analysts had expected", "the 5bn in sales they forecast": what is expected stands before who
// does.
bool is_expected_behind(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 6;
  const auto at = view.begin_with_qualifier(value);
  if (at == view.sentence.first ||
      !(view.has(at - 1, view.tags.definite_article) || view.has(at - 1, view.tags.comparison)))
    return false;
  auto end = std::min(value.last + kReach, view.sentence.last);
  // "the 5bn |that| analysts had expected"
  const bool relative = !view.verbs_last && view.has(value.last, view.tags.relative_pronoun);
  const auto clause = relative ? value.last : value.first;
  for (auto i = value.last; i < end && view.same_clause(i, clause); ++i) {
    if (view.has(i, view.tags.expectation_verb)) return true;
    if (view.has(i, own(view).polled) && view.has(i + 1, view.tags.agent_preposition)) {
      end = std::min(end + kReach, view.sentence.last);  // "analysts polled by X had expected"
      ++i;
      continue;
    }
    if (view.has(i, view.tags.preposition) && begins_metric(view, i + 1)) continue;
    for (const auto list : {view.tags.preposition, view.tags.coordinator, view.tags.passive_auxiliary})
      if (view.has(i, list)) return false;
  }
  return false;
}

// Whether a word of comparison stands before a token in its clause.
bool measures(const SentenceView& view, std::uint32_t token) {
  for (auto i = token; i > view.sentence.first && view.same_clause(i - 1, token); --i)
    if (view.has(i - 1, view.tags.comparison)) return true;
  return false;
}

bool is_in_figure(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(view.values,
                             [&](const Placed& value) { return token >= value.first && token < value.last; });
}

// "had expected | earnings of $1 on revenue of $5bn": at most one other figure between, and no verb.
bool follows_without_verb(const SentenceView& view, std::uint32_t verb, const Placed& value) {
  const auto between = view.values_between(verb, value.first);
  if (between == 0) return true;
  if (between > 1 || view.verbs_last) return false;
  for (auto i = verb; i < value.first; ++i)
    if (view.has(i, view.tags.finite_verb) || view.preceded_by(i, view.tags.from_words) ||
        (view.text.tokens[i].is(TokenClass::punctuation) && !is_in_figure(view, i)))
      return false;
  return true;
}

// "Analysts had expected revenue of $5bn": who expects and the verb stand before it. "More than analysts had
// expected" measures another figure.
bool is_expected_before(const SentenceView& view, const Placed& value) {
  for (auto i = value.first; i > view.sentence.first + 1; --i) {
    if (!view.same_clause(i - 1, value.first) || view.has(i - 1, view.tags.comparison)) return false;
    if (view.has(i - 1, view.tags.expectation_verb) && view.has(i - 2, view.tags.perfect_auxiliary))
      return follows_without_verb(view, i, value) && !measures(view, i - 2);
  }
  return false;
}

// "analysts' consensus was $2.5bn", «(Konsens: 2,5 Milliarden Euro)»; not "sales in line with forecasts were
// 5bn".
bool is_told_of_expectation(const SentenceView& view, const Placed& value) {
  auto at = view.begin_with_qualifier(value);
  if (at > view.sentence.first && view.has(at - 1, view.tags.level_preposition) &&
      !view.has(at - 1, view.tags.finite_verb))
    --at;
  if (at <= view.sentence.first + 1) return false;
  const bool label = view.text.of(view.text.tokens[at - 1]) == ":" && view.in_brackets(at - 1);
  if (!label && !view.has(at - 1, view.tags.finite_verb)) return false;
  const auto noun = expectation_before(view, at - 1, false);
  return noun != kNoToken && view.governor(noun) == kNoToken;
}

// Whether a noun is called an old one: "its earlier full-year forecast".
bool is_called_former(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kReach = 3;
  for (auto i = noun; i > view.sentence.first && i + kReach > noun; --i)
    if (view.has(i - 1, own(view).former_adjective)) return true;
  return false;
}

// "up from $10bn in its previous forecast": an old noun of expectation that the figure is said to stand in.
bool stands_in_former_forecast(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 5;
  if (!view.may_have(own(view).former_adjective) || value.last >= view.sentence.last ||
      !view.has(value.last, own(view).inside_preposition))
    return false;
  const auto end = std::min(view.sentence.last, value.last + kReach);
  for (auto i = value.last + 1; i < end; ++i)
    if (view.has(i, view.tags.expectation_noun)) return is_called_former(view, i);
  return false;
}

// "beating forecasts for $30bn".
bool is_complement_of_expectation(const SentenceView& view, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  return at > view.sentence.first + 1 && view.has(at - 1, own(view).expectation_complement) &&
         view.has(at - 2, view.tags.expectation_noun);
}

// "to $8, from $9": the figure before the comma, per share or not; null where there is none.
const Placed* figure_before_comma(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 3;
  const auto at = view.begin_with_qualifier(value);
  if (at < view.sentence.first + 3 || view.text.of(view.text.tokens[at - 2]) != ",") return nullptr;
  const Placed* before = nullptr;
  for (const auto& other : view.values)
    if (other.last <= at - 2 && other.last + kReach > at - 2) before = &other;
  return before;
}

}  // namespace

bool is_expected_of_other(const SentenceView& view, std::uint32_t verb, const Placed& value) {
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    return other.first >= value.last && other.last <= verb && view.same_clause(other.first, verb) &&
           view.values_between(other.last, verb) == 0 && is_expected_behind(view, other);
  });
}

bool is_in_name(const SentenceView& view, std::uint32_t first, std::uint32_t last) {
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && first >= firm.first && last <= firm.last;
  });
}

bool is_of_former_forecast(const SentenceView& view, const Placed& value) {
  if (!view.may_have(own(view).former_adjective)) return false;
  if (stands_in_former_forecast(view, value)) return true;
  const auto at = view.begin_with_qualifier(value);
  if (at == view.sentence.first) return false;
  const bool inside = view.has(at, view.tags.complement_preposition);
  const auto end = inside ? at : at - 1;
  if (end > view.sentence.first && view.has(end - 1, own(view).former_noun))
    return is_called_former(view, end - 1);
  const auto noun = expectation_before(view, end, false);
  return noun != kNoToken && is_called_former(view, noun);
}

bool is_expectation(const SentenceView& view, const Placed& value, Metric metric) {
  if (metric == Metric::share_price) return false;  // a price target is what an analyst has set
  const auto at = view.begin_with_qualifier(value);
  for (const auto preposition : {at - 1, at})
    if (preposition > view.sentence.first && preposition < value.first &&
        view.has(preposition, view.tags.complement_preposition))
      return is_of_former_forecast(view, value) || expectation_before(view, preposition, false) != kNoToken ||
             is_expected_before(view, value);
  return is_complement_of_expectation(view, value) || stands_in_former_forecast(view, value) ||
         is_expected_behind(view, value) || is_expected_before(view, value) ||
         is_told_of_expectation(view, value);
}

bool is_told_behind_forecast(const SentenceView& view, const Placed& value) {
  auto colon = value.first;
  while (colon > view.sentence.first && view.text.of(view.text.tokens[colon - 1]) != ":") --colon;
  if (colon == view.sentence.first) return false;
  bool forecast = false, now = false;
  for (auto i = view.sentence.first; i < colon; ++i) {
    if (view.has(i, own(view).outcome_verb)) return false;
    forecast = forecast || view.has(i, view.tags.expectation_noun);
  }
  for (auto i = colon; forecast && i < view.sentence.last; ++i) {
    if (view.has(i, view.tags.finite_verb)) return false;
    now = now || view.has(i, own(view).now_adverb) || view.has(i, own(view).former_adverb) ||
          view.phrase_at(i, own(view).replacing).tag != kNoTag;
  }
  return now;
}

bool is_end_of_forecast(const SentenceView& view, const Placed& value, Metric metric) {
  const auto at = view.begin_with_qualifier(value);
  if (begins_change(view, value))
    if (const auto* before = figure_before_comma(view, value); before && !begins_change(view, *before))
      return is_end_of_forecast(view, *before, metric);
  return metric != Metric::share_price && at > view.sentence.first + 1 &&
         (begins_change(view, value) || view.has(at - 1, view.tags.to_preposition)) &&
         expectation_before(view, at - 1, true) != kNoToken;
}

bool has_deadline_to_come(const SentenceView& view, const Placed& value, std::optional<Day> published) {
  return published && std::ranges::any_of(view.dates, [&](const Placed& date) {
           const auto& when = *date.mention->date();
           return when.to && *when.to > *published && date.first > view.sentence.first &&
                  view.has(date.first - 1, view.tags.deadline_preposition) &&
                  view.same_clause(date.first, value.first);
         });
}

}  // namespace gegenprobe::extract
