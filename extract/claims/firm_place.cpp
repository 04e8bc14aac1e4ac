#include "extract/claims/firm_place.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

struct PlaceTags {
  Tag genitive_only, absolute_preposition, absolute_verb;
  explicit PlaceTags(const Lexicon& lexicon)
      : genitive_only(lexicon.tag("genitive_only")),
        absolute_preposition(lexicon.tag("absolute_preposition")),
        absolute_verb(lexicon.tag("absolute_verb")) {}
};
const PlaceTags& own(const SentenceView& view) { return view.lists<PlaceTags>(); }

// «des Konzerns X», «eines Herstellers wie …»: past the words between, an article of no other case.
bool is_genitive(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 4;
  for (auto i = firm.first; i > view.sentence.first && i + kReach > firm.first; --i) {
    if (!view.text.tokens[i - 1].is(TokenClass::word)) return false;
    if (view.has(i - 1, own(view).genitive_only)) return true;
    if (view.has(i - 1, view.tags.article) || view.has(i - 1, view.tags.finite_verb)) return false;
  }
  return false;
}

// "with X down 2%": a clause of its own, whose subject X is.
bool is_absolute(const SentenceView& view, const Firm& firm, std::uint32_t governor) {
  return governor + 1 == firm.first && view.has(governor, own(view).absolute_preposition) &&
         (view.has(firm.last, view.tags.price_move) || view.has(firm.last, own(view).absolute_verb));
}

}  // namespace

bool is_verb(const SentenceView& view, std::uint32_t token) {
  const auto& tags = view.tags;
  for (const auto verbs : {tags.finite_verb, tags.passive_auxiliary, tags.perfect_auxiliary, tags.price_move,
                           tags.result_verb, tags.metric_verb, tags.modality})
    if (view.has(token, verbs)) return true;
  return false;
}

bool is_in_firm(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(view.firms,
                             [&](const Firm& firm) { return token >= firm.first && token < firm.last; });
}

std::uint32_t behind_apposition(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kMostWords = 8;
  const auto comma = [&](std::uint32_t i) { return view.text.of(view.text.tokens[i]) == ","; };
  if (view.verbs_last || firm.last >= view.sentence.last || !comma(firm.last)) return firm.last;
  for (auto i = firm.last + 1; i < view.sentence.last && i <= firm.last + kMostWords; ++i)
    if (comma(i)) return i + 1;
  return firm.last;
}

bool opens_clause(const SentenceView& view, const Firm& firm, std::uint32_t governor) {
  if (!view.has(governor, view.tags.subordinator)) return false;
  const auto behind = behind_apposition(view, firm);
  return is_verb(view, behind) || view.has(behind, view.tags.speech_verb);
}

std::uint32_t governor_of(const SentenceView& view, const Firm& firm) {
  const auto governor = view.governor(firm.first);
  if (governor == kNoToken || is_absolute(view, firm, governor) || opens_clause(view, firm, governor))
    return kNoToken;
  return governor;
}

FirmPlace place_of(const SentenceView& view, const Firm& firm) {
  const auto governor = governor_of(view, firm);
  if (governor == kNoToken && !firm.reference && is_genitive(view, firm)) return {kNoToken, true, true};
  const bool governed = governor != kNoToken;
  return {governor, governed && !firm.reference, governed && view.has(governor, view.tags.genitive_article)};
}

bool is_governed(const SentenceView& view, const Firm& firm) { return governor_of(view, firm) != kNoToken; }

bool is_oblique(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 4;
  if (!view.verbs_last) return false;
  for (auto i = view.begin_of_compound(firm.first); i > view.sentence.first && i + kReach > firm.first; --i) {
    if (view.has(i - 1, view.tags.article)) return !view.has(i - 1, view.tags.nominative_article);
    if (!view.text.tokens[i - 1].is(TokenClass::word) || view.has(i - 1, view.tags.finite_verb)) return false;
  }
  return false;
}

bool ends_predicate(const SentenceView& view, const Firm& firm) {
  if (firm.reference || !view.has(firm.last, view.tags.coordinator)) return false;
  auto verb = firm.last + 1;
  while (verb < view.sentence.last && view.has(verb, view.tags.speech_gap)) ++verb;  // "and now expects"
  if (!is_verb(view, verb) && !view.has(verb, view.tags.expectation_verb) &&
      !view.has(verb, view.tags.speech_verb))
    return false;
  return std::ranges::any_of(view.firms, [&](const Firm& subject) {
    if (subject.last > firm.first || subject.entity == firm.entity || subject.source ||
        governor_of(view, subject) != kNoToken)
      return false;
    for (auto i = subject.last; i < firm.first; ++i)
      if (view.text.tokens[i].is(TokenClass::punctuation) || view.has(i, view.tags.coordinator)) return false;
    return true;
  });
}

}  // namespace gegenprobe::extract
