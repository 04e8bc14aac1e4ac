#include "extract/claims/claim_gap.h"

#include <algorithm>

#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {
namespace {

struct GapTags {
  Tag adverb, pronoun;
  explicit GapTags(const Lexicon& lexicon)
      : adverb(lexicon.tag("gap_adverb")), pronoun(lexicon.tag("gap_pronoun")) {}
};
const GapTags& own(const SentenceView& view) { return view.lists<GapTags>(); }

// Whether a firm stands before a figure with nothing but a preposition between.
bool stands_right_before(const SentenceView& view, const Firm& firm, const Placed& value) {
  auto at = view.begin_with_qualifier(value);
  while (at > firm.last && view.has(at - 1, own(view).adverb)) --at;  // «Y |dagegen nur| 40.000»
  if (firm.last < at &&
      (view.has(at - 1, view.tags.level_preposition) || view.has(at - 1, view.tags.delta_preposition)))
    --at;
  while (view.verbs_last && at > firm.last && view.has(at - 1, own(view).adverb)) --at;  // «Y |nur um| 2»
  if (firm.last < at && view.has(at - 1, own(view).pronoun)) --at;  // «Y |einen von| 3 Milliarden»
  return firm.last == at;
}

// «… um 2 Prozent und Y verlor 3 Prozent»: behind «und», before its verb and the figure.
bool opens_coordinate(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.last >= value.first || firm.first == view.sentence.first) return false;
  if (!view.verbs_last) return moves_by_itself(view, firm.first, firm.last, value);
  auto opener = view.begin_of_compound(firm.first);
  while (opener > view.sentence.first && opener + 3 > firm.first && !view.has(opener, view.tags.coordinator))
    --opener;
  if (!view.has(opener, view.tags.coordinator)) return false;
  const Token& verb = view.text.tokens[firm.last];
  if (!verb.is(TokenClass::word) || (verb.shape & kCapital) || view.has(firm.last, view.tags.preposition) ||
      view.has(firm.last, view.tags.coordinator))
    return false;
  for (auto i = firm.last; i < value.first; ++i)
    if (is_pause(view, i) || view.has(i, view.tags.coordinator)) return false;
  return true;
}

// «Auf X entfallen 5 Millionen, auf Y 3 Millionen»: behind the preposition that one before it stands behind,
// too.
bool is_parallel(const SentenceView& view, const Firm& firm) {
  const auto preposition = view.governor(firm.first);
  // «der Vertrag mit X …, die Vereinbarung mit Y»: partners of somebody else.
  const bool partner = preposition != kNoToken && view.has(preposition, view.tags.partner_preposition);
  return preposition != kNoToken && !partner && std::ranges::any_of(view.firms, [&](const Firm& before) {
           if (before.last > preposition || before.entity == firm.entity) return false;
           const auto first = view.governor(before.first);
           return first != kNoToken && view.word(first) == view.word(preposition) &&
                  view.values_between(before.last, preposition) > 0;
         });
}

}  // namespace

bool is_pause(const SentenceView& view, std::uint32_t i) {
  const auto mark = view.text.of(view.text.tokens[i]);
  return mark == "," || mark == "–" || (mark == "-" && !(view.text.tokens[i].shape & kGlued));
}

bool moves_by_itself(const SentenceView& view, std::uint32_t first, std::uint32_t last, const Placed& value) {
  const auto& tags = view.tags;
  auto verb = last;  // "and Ford's were down"
  if (view.genitive_at(verb)) verb += 1 + view.has(verb + 1, tags.owner_mark);
  while (verb < value.first && (view.has(verb, tags.perfect_auxiliary) || view.has(verb, tags.speech_gap) ||
                                view.has(verb, tags.passive_auxiliary)))
    ++verb;
  const auto moves = [&](std::uint32_t i) { return view.has(i, tags.up) || view.has(i, tags.down); };
  const bool by_noun = verb + 1 < value.first && view.has(value.first - 1, tags.article) &&
                       moves(value.last) && view.has(verb, tags.finite_verb);  // "reported a 2% decline"
  if (verb >= value.first || !(moves(verb) || by_noun)) return false;
  for (auto i = verb; i < value.first; ++i)
    if (is_pause(view, i) || view.has(i, tags.coordinator)) return false;
  constexpr std::uint32_t kMostWords = 3;  // "the PHLX Semiconductor |index"
  for (auto i = first; i > view.sentence.first && i + kMostWords >= first; --i) {
    if (view.has(i - 1, tags.coordinator) || view.has(i - 1, tags.clause_conjunction) ||
        view.text.of(view.text.tokens[i - 1]) == ",")
      return true;
    if (view.has(i - 1, tags.preposition)) return false;
  }
  return false;
}

const Firm* firm_of_gap(const SentenceView& view, const Placed& value) {
  const auto firm = std::ranges::find_if(view.firms, [&](const Firm& each) {
    const FirmPlace place = place_of(view, each);
    if (each.reference) return false;
    return stands_right_before(view, each, value) ? !place.governed || place.owning || is_parallel(view, each)
                                                  : !place.governed && opens_coordinate(view, each, value);
  });
  if (firm == view.firms.end()) return nullptr;
  const bool goes_on = std::ranges::any_of(view.values, [&](const Placed& before) {
    if (before.last > firm->first || before.mention->kind != value.mention->kind) return false;
    for (auto i = before.last; i < firm->first; ++i)
      if (is_pause(view, i) || view.has(i, view.tags.coordinator)) return true;
    return false;
  });
  return goes_on ? &*firm : nullptr;
}

}  // namespace gegenprobe::extract
