#include "extract/claims/clause_mood.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

// «… und will wachsen», «… und die Tochter machte 5 Millionen Verlust».
bool new_predicate_between(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  bool joined = false;
  for (auto i = a; i + 1 < b; ++i) {
    if (joined && view.has(i, view.tags.new_predicate)) return true;
    if (!view.has(i, view.tags.coordinator)) continue;
    if (view.has(i + 1, view.tags.finite_verb)) return true;
    joined = true;
  }
  return false;
}

// "|made| 5 million and experts suggest its success could …": the figure is told by a verb before it, and
// what stands behind "and" has another.
bool is_of_other_predicate(const SentenceView& view, std::uint32_t token, std::uint32_t cue) {
  if (view.verbs_last) return false;
  bool joined = false;
  for (auto i = token; i < cue && !joined; ++i) joined = view.has(i, view.tags.coordinator);
  if (!joined) return false;
  for (auto i = view.begin_of_clause(token); i < token; ++i)
    for (const auto verb : {view.tags.finite_verb, view.tags.metric_verb, view.tags.perfect_auxiliary,
                            view.tags.passive_auxiliary})
      if (view.has(i, verb)) return true;
  return false;
}

// "will buy Joyo, which runs shops, for $75m", "expects the attack that hit it to cost 5m": the main clause
// goes on behind a relative one.
bool resumes(const SentenceView& view, std::uint32_t cue, std::uint32_t token) {
  constexpr std::uint32_t kShortestClause = 3;
  bool inside = false, verb = false;
  auto begin = cue;
  for (auto i = cue; i < token; ++i) {
    if (view.has(i, view.tags.clause_conjunction) && !view.has(i, view.tags.relative_pronoun)) return false;
    if (view.has(i, view.tags.relative_pronoun) && view.segment(i) != view.segment(cue))
      inside = true, verb = false, begin = i;
    if (!inside) continue;
    const bool closed = view.text.of(view.text.tokens[i]) == "," && view.has(i + 1, view.tags.preposition);
    const bool infinitive = view.has(i, view.tags.infinitive_marker) && verb &&
                            view.text.tokens[i + 1].is(TokenClass::word) &&
                            !view.has(i + 1, view.tags.article);
    if ((closed && i >= begin + kShortestClause) || infinitive) inside = false;
    verb = verb || view.has(i, view.tags.finite_verb) || view.has(i, view.tags.metric_verb);
  }
  return !inside && view.segment(cue) != view.segment(token);
}

// «dementierte, dass …», "denied that …": the clause of `token` begins where that of `cue` ends.
bool is_right_behind(const SentenceView& view, std::uint32_t cue, std::uint32_t token) {
  auto begin = view.begin_of_clause(token);
  while (begin > view.sentence.first && view.text.tokens[begin - 1].is(TokenClass::punctuation)) --begin;
  return begin > view.sentence.first && view.same_clause(cue, begin - 1);
}

// «will nichts zahlen, aber 2 Milliarden |investieren|»: behind a word of contrast, and with no verb but the
// one that closes the clause.
bool goes_on_in_contrast(const SentenceView& view, std::uint32_t cue, std::uint32_t token) {
  if (!view.verbs_last || !is_right_behind(view, cue, token)) return false;
  auto begin = view.begin_of_clause(token);
  while (begin < token && view.text.tokens[begin].is(TokenClass::punctuation)) ++begin;
  if (!view.has(begin, view.tags.contrast) || view.has(begin, view.tags.subordinator)) return false;
  auto last = token;
  for (auto i = begin; i < view.sentence.last && view.same_clause(i, token); ++i) {
    if (view.has(i, view.tags.finite_verb)) return false;
    if (view.text.tokens[i].is(TokenClass::word)) last = i;
  }
  const bool verb = last > token && !(view.text.tokens[last].shape & kCapital);
  return verb && std::ranges::none_of(view.firms, [&](const Firm& firm) {
           return view.same_clause(firm.first, token) && view.governor(firm.first) == kNoToken;
         });
}

}  // namespace

bool governs(const SentenceView& view, std::uint32_t cue, std::uint32_t token) {
  const bool before = cue < token;
  if (view.same_clause(cue, token)) {
    // «machte 2024 einen Umsatz von 823 Millionen und will wachsen»: two predicates, one subject.
    auto begin = cue;
    while (!before && begin > token && view.has(begin - 1, view.tags.speech_gap)) --begin;
    for (const auto& firm : view.firms)  // "gained 5% and the company | expects"
      if (!before && firm.last == begin && firm.first > token && view.governor(firm.first) == kNoToken)
        begin = firm.first;
    if (!before && begin > view.sentence.first && view.has(begin - 1, view.tags.coordinator)) return false;
    if (!before && is_of_other_predicate(view, token, cue)) return false;
    return !new_predicate_between(view, before ? cue + 1 : token, before ? token : cue);
  }
  if (!before) return false;
  if (goes_on_in_contrast(view, cue, token)) return true;
  // "said it would cut 500 jobs, and reported a loss of"
  if (!view.verbs_last && view.segment(cue) == view.segment(token) &&
      new_predicate_between(view, cue + 1, token))
    return false;
  if (view.clause_kind(token) == ClauseKind::complement && is_right_behind(view, cue, token)) return true;
  if (view.segment(cue) != view.segment(token))
    return resumes(view, cue, token) && (view.verbs_last || !new_predicate_between(view, cue + 1, token));
  if (view.clause_kind(token) == ClauseKind::complement) return true;
  if (view.clause_kind(cue) == ClauseKind::subordinate || view.clause_kind(token) == ClauseKind::subordinate)
    return false;
  const auto begin = view.begin_of_clause(token);
  for (auto i = begin; i < token; ++i)
    if (view.has(i, view.tags.finite_verb)) return false;
  return !new_predicate_between(view, begin, token);
}

}  // namespace gegenprobe::extract
