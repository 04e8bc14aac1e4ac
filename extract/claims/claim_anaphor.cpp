#include "extract/claims/claim_anaphor.h"

#include <algorithm>

#include "extract/claims/claim_metric.h"
#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {
namespace {

struct AnaphorTags {
  Tag pronoun, latter, standing_verb, at_firm;
  explicit AnaphorTags(const Lexicon& lexicon)
      : pronoun(lexicon.tag("metric_pronoun")),
        latter(lexicon.tag("latter")),
        standing_verb(lexicon.tag("standing_verb")),
        at_firm(lexicon.tag("at_firm")) {}
};
const AnaphorTags& own(const SentenceView& view) { return view.lists<AnaphorTags>(); }

bool has_verb_beside(const SentenceView& view, std::uint32_t pronoun) {
  const auto verb = [&](std::uint32_t i) { return view.has(i, own(view).standing_verb) || is_verb(view, i); };
  return verb(pronoun + 1) || (pronoun > view.sentence.first && verb(pronoun - 1));
}

// What a sentence is about, as nouns that no preposition governs.
bool is_measured(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_noun && cue.last == cue.first + 1 &&
         (view.text.tokens[cue.first].shape & kCapital) && view.governor(cue.first) == kNoToken &&
         key_of(cue).measures == MetricKey{}.measures && key_of(cue).metric != Metric::other &&
         key_of(cue).metric != Metric::stake && !key_of(cue).role;
}

// Whose the noun's figure is: «der Umsatz von X», «bei X ging der Umsatz zurück», not «die Übernahme von X».
bool may_own(const SentenceView& view, const Firm& firm, const Cue& noun) {
  if (firm.entity.empty() || firm.source || firm.media || firm.index) return false;
  const auto governor = view.governor(firm.first);
  return governor == kNoToken || governor == noun.last || view.has(governor, own(view).at_firm);
}

// Null where there is none; nothing where there are several.
std::optional<const Firm*> owner_of(const SentenceView& view, const Cue& noun) {
  const Firm* only = nullptr;
  for (const auto& firm : view.firms) {
    if (!may_own(view, firm, noun)) continue;
    if (only && only->entity != firm.entity) return std::nullopt;
    only = &firm;
  }
  return only;
}

// Firms that the sentence itself tells of.
bool names_another(const SentenceView& view, const Firm& firm) {
  return std::ranges::any_of(view.firms, [&](const Firm& other) {
    return !other.reference && !other.source && other.entity != firm.entity;
  });
}

}  // namespace

bool may_be_of_pronoun(const SentenceView& view) {
  return (view.may_have(own(view).pronoun) && view.may_have(own(view).standing_verb)) ||
         (view.verbs_last && view.may_have(view.tags.expectation_verb));
}

namespace {

// «erwartet |für den Umbau| 3 Milliarden»: what for, or from whom; no time and no firm.
bool has_phrase_of_its_own(const SentenceView& view, const Placed& value) {
  const auto covers = [](std::uint32_t i) {
    return [i](const auto& each) { return i >= each.first && i < each.last; };
  };
  for (auto i = view.begin_of_clause(value.first); i < view.sentence.last && view.same_clause(i, value.first);
       ++i) {
    if (!(view.text.tokens[i].shape & kCapital) || i == view.sentence.first) continue;
    const auto governor = view.governor(i);
    const bool told = std::ranges::any_of(view.dates, covers(i)) ||
                      std::ranges::any_of(view.values, covers(i)) ||
                      std::ranges::any_of(view.firms, covers(i));
    if (governor != kNoToken && !told && view.same_clause(governor, i)) return true;
  }
  return false;
}

}  // namespace

bool is_left_to_expect(const SentenceView& view, const Placed& value) {
  return view.verbs_last && value.mention->kind == MentionKind::money &&
         view.has_beside(value.first, view.tags.expectation_verb) && !has_phrase_of_its_own(view, value);
}

std::uint32_t pronoun_of(const SentenceView& view, const Placed& value) {
  if (!view.has_beside(value.first, own(view).standing_verb)) return kNoToken;
  for (auto i = view.begin_of_clause(value.first); i < view.sentence.last && view.same_clause(i, value.first);
       ++i)
    if (view.has(i, own(view).pronoun) && has_verb_beside(view, i)) return i;
  return kNoToken;
}

std::optional<Measured> measured_in(const SentenceView& before, const SentenceView& view,
                                    const Topic& topic) {
  const Cue* noun = nullptr;
  const bool of_last = view.may_have(own(view).latter);  // «Gewinn und Erträge … letztere»
  for (const auto& cue : before.cues) {
    if (!is_measured(before, cue)) continue;
    if (noun && !of_last && key_of(*noun).metric != key_of(cue).metric) return std::nullopt;
    if (!noun || of_last) noun = &cue;
  }
  const auto owner = noun ? owner_of(before, *noun) : std::nullopt;
  if (!owner || (!*owner && !topic.known())) return std::nullopt;
  Measured measured{key_of(*noun), {topic.name, topic.entity, topic.kind, 0, 0}};
  if (*owner) measured.firm = **owner;
  if (names_another(view, measured.firm)) return std::nullopt;
  return measured;
}

}  // namespace gegenprobe::extract
