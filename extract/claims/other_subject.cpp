#include "extract/claims/other_subject.h"

#include <algorithm>

#include "extract/claims/claim_bystander.h"

namespace gegenprobe::extract {
namespace {

struct OtherSubjectTags {
  Tag part_noun, inner_noun, polled;
  explicit OtherSubjectTags(const Lexicon& lexicon)
      : part_noun(lexicon.tag("part_noun")),
        inner_noun(lexicon.tag("inner_noun")),
        polled(lexicon.tag("polled")) {}
};
const OtherSubjectTags& own(const SentenceView& view) { return view.lists<OtherSubjectTags>(); }

bool in_segment(const SentenceView& view, std::uint32_t token, const Placed& value) {
  return view.segment(token) == view.segment(value.first);
}

// «Konzernchef Martin Muster», "finance chief Erika Muster" speak and act for the firm.
bool has_role_before(const SentenceView& view, const Sentence& in, std::uint32_t name) {
  constexpr std::uint32_t kReach = 3;
  for (auto i = name; i > in.first && i + kReach > name; --i)
    if (view.lexicon.has(view.text.tokens[i - 1], view.tags.role_noun)) return true;
  return false;
}

}  // namespace

bool is_of_person_pronoun(const SentenceView& view, const Placed& value) {
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (in_segment(view, i, value) && view.has(i, view.tags.person_pronoun)) return true;
  return false;
}

std::uint32_t anaphor_of(const SentenceView& view, const Placed& value) {
  std::uint32_t last = kNoToken;
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (in_segment(view, i, value) &&
        (view.has(i, view.tags.subject_pronoun) || view.has(i, view.tags.possessive)))
      last = i;
  for (const auto& firm : view.firms)
    if (firm.reference && firm.first < value.first && in_segment(view, firm.first, value) &&
        (last == kNoToken || firm.first > last))
      last = firm.first;
  return last;
}

bool names_person(const SentenceView& view, const Sentence& in, std::uint32_t token) {
  const auto& tokens = view.text.tokens;
  return token + 1 < in.last && (tokens[token].shape & kCapital) && (tokens[token + 1].shape & kCapital) &&
         view.lexicon.has(tokens[token], view.tags.first_name) && !has_role_before(view, in, token);
}

namespace {

bool names_other(const SentenceView& view, std::uint32_t token) {
  if (view.has(token, view.tags.other_subject) || view.has(token, view.tags.person_title)) return true;
  const bool capital = (view.text.tokens[token].shape & kCapital) != 0;
  if (!capital) return false;
  if (view.has(token, view.tags.place)) return true;
  return names_person(view, view.sentence, token);
}

// «zehn Prozent der Bevölkerung», "54% of companies", «der Umsatz der Branche»
bool is_part_of_other(const SentenceView& view, std::uint32_t behind) {
  const bool part = view.has(behind, view.tags.share_preposition);
  if (!part && !view.has(behind, view.tags.genitive_article)) return false;
  for (auto i = behind + 1; i < view.sentence.last && i <= behind + 4; ++i) {
    if (view.text.tokens[i].is(TokenClass::punctuation)) return false;
    if (names_other(view, i) && !view.inside_mention(i)) return part || !view.has(i, view.tags.place);
  }
  return false;
}

// "India's oil consumption", «Italiens Geldhäuser»: right before what is measured.
bool belongs_to_other(const SentenceView& view, const Cue& metric) {
  for (auto i = metric.first; i > view.sentence.first && i + 2 > metric.first; --i) {
    if (view.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
    if (view.has(i - 1, view.tags.place) && i == metric.first)
      return false;  // "California premiums" are the firm's
    if (names_other(view, i - 1) && !view.inside_mention(i - 1) && view.governor(i - 1) == kNoToken)
      return true;
  }
  return false;
}

// «das Fest», «ein neues Werk», with no preposition and no noun before it: the noun; kNoToken where there is
// none.
std::uint32_t noun_of_nominative(const SentenceView& view, std::uint32_t article, std::uint32_t end) {
  constexpr std::uint32_t kMostAdjectives = 2;
  if (!view.has(article, view.tags.nominative_article)) return kNoToken;
  if (article > view.sentence.first) {
    const auto& before = view.text.tokens[article - 1];
    const bool noun =
        before.is(TokenClass::word) && (before.shape & kCapital) && article - 1 > view.sentence.first;
    if (noun || view.has(article - 1, view.tags.preposition)) return kNoToken;
  }
  for (auto i = article + 1; i < end && i <= article + 1 + kMostAdjectives; ++i) {
    if (!view.text.tokens[i].is(TokenClass::word) || view.inside_mention(i)) return kNoToken;
    if (view.text.tokens[i].shape & kCapital) return i;
  }
  return kNoToken;
}

// "Europe's biggest airline": a firm by what it is.
bool describes_firm(const SentenceView& view, std::uint32_t place) {
  constexpr std::uint32_t kReach = 7;
  if (!view.genitive_at(place + 1)) return false;
  for (auto i = place + 2; i < view.sentence.last && i <= place + kReach; ++i)
    if (view.has(i, view.tags.firm_noun)) return true;
  return false;
}

// Where the verb begins whose clause a figure stands in ("the price | has fallen 3%"), past what belongs to
// it; kNoToken where there is none.
std::uint32_t predicate_of(const SentenceView& view, const Placed& value) {
  const auto& tags = view.tags;
  const auto is_verb = [&](std::uint32_t i) {
    return view.has(i, tags.finite_verb) || view.has(i, tags.perfect_auxiliary) ||
           view.has(i, tags.passive_auxiliary);
  };
  auto at = value.first;
  while (at > view.sentence.first && in_segment(view, at - 1, value) && !is_verb(at - 1)) --at;
  if (at == view.sentence.first || !in_segment(view, at - 1, value)) return kNoToken;
  if (view.has(at - 1, tags.speech_verb)) return kNoToken;
  --at;
  while (at > view.sentence.first && (is_verb(at - 1) || view.has(at - 1, tags.speech_gap))) --at;
  return at;
}

// Whether a word may be the head of a clause's subject that is neither a firm nor what is measured.
bool is_other_head(const SentenceView& view, std::uint32_t i) {
  const auto& tags = view.tags;
  const Token& token = view.text.tokens[i];
  if (!token.is(TokenClass::word) || view.inside_mention(i) || i == view.sentence.first) return false;
  for (const auto list :
       {tags.subject_pronoun, tags.relative_pronoun, tags.firm_noun, tags.metric_noun, tags.staff,
        tags.shareholder, tags.preposition, tags.coordinator, tags.person_pronoun})
    if (view.has(i, list)) return false;
  return std::ranges::none_of(view.cues, [&](const Cue& cue) {
    return cue.tag == tags.metric_noun && i >= cue.first && i < cue.last;
  });
}

// «beim Marktanteil von Radio Kestrelle»: a name of two words that is no firm's, without an article.
bool belongs_to_named(const SentenceView& view, const Cue& metric) {
  if (!view.capital_nouns || metric.tag != view.tags.metric_noun ||
      !view.has(metric.last, view.tags.owner_preposition))
    return false;
  for (auto i = metric.last + 1; i < metric.last + 3; ++i) {
    if (i >= view.sentence.last || !view.text.tokens[i].is(TokenClass::word)) return false;
    if (!(view.text.tokens[i].shape & kCapital) || view.inside_mention(i) ||
        view.has(i, view.tags.kind_of_firm))
      return false;
  }
  return true;
}

// «Experten hatten nur |1,3 Milliarden| erwartet»: of the firm that the text speaks of.
bool expects_of_firm(const SentenceView& view, std::uint32_t token) {
  const bool expert = view.has(token, view.tags.unnamed_source) || view.has(token, own(view).polled);
  return view.verbs_last && expert && view.has_in_segment(token, view.tags.expectation_verb);
}

std::uint32_t other_subject_of(const SentenceView& view, const Placed& value) {
  for (auto i = value.first; i > view.sentence.first && in_segment(view, i - 1, value); --i) {
    if (view.text.of(view.text.tokens[i - 1]) == ":") return kNoToken;
    if (expects_of_firm(view, i - 1)) continue;
    if (names_other(view, i - 1) && !view.inside_mention(i - 1) && view.governor(i - 1) == kNoToken &&
        !describes_firm(view, i - 1))
      return i - 1;
  }
  return kNoToken;
}

}  // namespace

bool is_a_persons(const SentenceView& view, const Placed& value, Metric metric) {
  if (metric == Metric::profit) return is_earned_by_person(view, value);
  if (metric != Metric::debt && metric != Metric::loss && metric != Metric::costs &&
      metric != Metric::price && metric != Metric::other)
    return false;
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, view.tags.human_pronoun) && in_segment(view, i, value)) return true;
  return false;
}

bool has_named_subject(const SentenceView& view, const Placed& value) {
  auto begin = value.first;
  while (begin > view.sentence.first && in_segment(view, begin - 1, value)) --begin;
  const auto noun = noun_of_nominative(view, begin, value.first);
  if (!view.capital_nouns || noun == kNoToken || noun + 1 >= value.first) return false;
  const auto& name = view.text.tokens[noun + 1];
  const bool measured = std::ranges::any_of(view.cues, [&](const Cue& cue) {  // «das Operative Ergebnis»
    return cue.tag == view.tags.metric_noun && noun + 1 >= cue.first && noun < cue.last;
  });
  return !measured && name.is(TokenClass::word) && (name.shape & kCapital) &&
         !view.inside_mention(noun + 1) && !view.has(noun, view.tags.role_noun) &&
         !view.has(noun, view.tags.product) && !view.has(noun, own(view).part_noun) &&
         !view.has(noun, own(view).inner_noun);
}

bool has_other_head(const SentenceView& view, const Placed& value) {
  if (view.verbs_last) return false;
  const auto verb = predicate_of(view, value);
  return verb != kNoToken && verb > view.sentence.first && view.segment(verb - 1) == view.segment(verb) &&
         is_other_head(view, verb - 1);
}

std::uint32_t noun_as_subject(const SentenceView& view, const Placed& value) {
  const auto measured = [&](std::uint32_t noun) {
    return std::ranges::any_of(view.cues, [&](const Cue& cue) {
      return cue.tag == view.tags.metric_noun && noun >= cue.first && noun < cue.last;
    });
  };
  for (auto i = view.sentence.first; view.capital_nouns && i < value.first; ++i) {
    if (!in_segment(view, i, value)) continue;
    const auto noun = noun_of_nominative(view, i, value.first);
    if (noun != kNoToken) return measured(noun) ? kNoToken : noun;
  }
  return kNoToken;
}

bool has_noun_as_subject(const SentenceView& view, const Placed& value) {
  return noun_as_subject(view, value) != kNoToken;
}

bool measures_other(const SentenceView& view, const Placed& value, const MetricChoice& metric) {
  if (metric.cue && belongs_to_named(view, *metric.cue)) return true;
  if (view.has(value.last, view.tags.share_preposition) && is_part_of_other(view, value.last)) return true;
  return metric.cue && (is_part_of_other(view, metric.cue->last) || belongs_to_other(view, *metric.cue));
}

bool is_of_other(const SentenceView& view, const Placed& value) {
  const auto other = other_subject_of(view, value);
  if (other == kNoToken) return false;
  const auto anaphor = anaphor_of(view, value);
  if (anaphor == kNoToken) return true;
  return view.has(other, view.tags.place) && view.same_clause(other, anaphor);
}

bool has_other_subject(const SentenceView& view, const Placed& value) {
  return other_subject_of(view, value) != kNoToken;
}

}  // namespace gegenprobe::extract
