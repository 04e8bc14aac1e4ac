#include "extract/claims/claim_buyer.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

struct BuyerTags {
  Tag recipient_preposition, sell_verb, object_behind_verb, deal_noun, reject_verb, outbid_verb,
      progressive_ending;
  explicit BuyerTags(const Lexicon& lexicon)
      : recipient_preposition(lexicon.tag("recipient_preposition")),
        sell_verb(lexicon.tag("sell_verb")),
        object_behind_verb(lexicon.tag("object_behind_verb")),
        deal_noun(lexicon.tag("deal_noun")),
        reject_verb(lexicon.tag("reject_verb")),
        outbid_verb(lexicon.tag("outbid_verb")),
        progressive_ending(lexicon.tag("progressive_ending")) {}
};
const BuyerTags& own(const SentenceView& view) { return view.lists<BuyerTags>(); }

}  // namespace

bool is_passive(const SentenceView& view, const Cue& verb) {
  if (view.lexicon.ends_as(view.word(verb.first), own(view).progressive_ending)) return false;
  return (verb.first > view.sentence.first && view.has(verb.first - 1, view.tags.passive_auxiliary)) ||
         (view.verbs_last && view.has(verb.last, view.tags.passive_auxiliary));
}

namespace {

// The verb in the active voice that a firm is the object of; null where it is of none.
const Cue* verb_of_object(const SentenceView& view, const Firm& firm) {
  for (const auto& cue : view.cues) {
    if (cue.tag != view.tags.metric_verb || cue.first >= firm.first) continue;
    if (!view.has(cue.last - 1, own(view).object_behind_verb) || !view.same_clause(cue.last - 1, firm.first))
      continue;
    const bool other_between = std::ranges::any_of(
        view.firms, [&](const Firm& other) { return other.first >= cue.last && other.last <= firm.first; });
    if (!other_between && !is_passive(view, cue)) return &cue;
  }
  return nullptr;
}

}  // namespace

bool is_bought(const SentenceView& view, const Firm& firm) { return verb_of_object(view, firm) != nullptr; }

bool is_bought_by_pronoun(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 5;  // "it has now agreed to buy"
  if (view.verbs_last || firm.reference || view.governor(firm.first) != kNoToken) return false;
  const Cue* verb = verb_of_object(view, firm);
  if (!verb || view.has(verb->first, own(view).sell_verb)) return false;
  for (auto i = verb->first; i > view.sentence.first && i + kReach > verb->first; --i) {
    if (view.has(i - 1, view.tags.subject_pronoun)) return true;
    if (!view.text.tokens[i - 1].is(TokenClass::word) || (view.text.tokens[i - 1].shape & kCapital))
      return false;
  }
  return false;
}

namespace {

// «X will Y für 2 Milliarden kaufen»: where verbs come last, what stands behind the finite one.
bool is_object_before_verb(const SentenceView& view, const Firm& firm) {
  if (!view.verbs_last) return false;
  const bool buys = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && cue.first > firm.last && !is_passive(view, cue) &&
           key_of(cue).metric == Metric::acquisition_price &&
           view.segment(cue.first) == view.segment(firm.first);
  });
  if (!buys) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& first) {
    if (first.last > firm.first || first.entity == firm.entity || place_of(view, first).governed)
      return false;
    for (auto i = first.last; i < firm.first; ++i)
      if (view.has(i, view.tags.finite_verb) || view.has(i, view.tags.modality)) return true;
    return false;
  });
}

// "a takeover bid for X", «das Angebot für X»
bool is_target(const SentenceView& view, const Firm& firm) {
  const auto governor = view.governor(firm.first);
  if (governor == kNoToken || !view.has(governor, view.tags.price_preposition)) return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && cue.last == governor &&
           key_of(cue).metric == Metric::acquisition_price;
  });
}

// "agreed to pay $71bn, topping a $65bn | bid from Comcast": a figure of its own stands right before the
// noun.
bool is_of_other_figure(const SentenceView& view, std::uint32_t offer, const Placed& value) {
  const auto figure = std::ranges::find(view.values, view.begin_of_compound(offer), &Placed::last);
  return figure != view.values.end() && figure->first != value.first;
}

// "for $10bn, trumping a rival |offer| from X", "for $10bn after a rival |offer| from X": another than the
// figure's.
bool is_told_apart(const SentenceView& view, std::uint32_t offer, const Placed& value) {
  if (view.verbs_last) return false;
  for (auto i = value.last; i < offer; ++i)
    if (view.text.of(view.text.tokens[i]) == "," || view.has(i, view.tags.subordinator) ||
        (view.has(i, view.tags.preposition) && !view.has(i, view.tags.per_piece)))  // "$17 per share offer"
      return true;
  return false;
}

// "an offer of £1.3bn from X", «ein Angebot von X»: who offers it.
bool is_offerer(const SentenceView& view, const FirmPlace& place, const Placed& value) {
  constexpr std::uint32_t kReach = 6;
  if (!place.governed || !view.has(place.governor, view.tags.partner_preposition)) return false;
  for (auto i = place.governor; i > view.sentence.first && i + kReach > place.governor; --i)
    if (view.has(i - 1, view.tags.offer_noun) && view.same_clause(i - 1, place.governor))
      return !is_of_other_figure(view, i - 1, value) && !is_told_apart(view, i - 1, value);
  return false;
}

}  // namespace

bool gives_way_to_bidder(const SentenceView& view, const Firm& firm) {
  const auto bid_for = [&](const Firm& other) {
    return other.entity == firm.entity && is_target(view, other);
  };
  const auto bidder = [&](const Firm& other) {
    return other.entity != firm.entity && !other.media && !other.source && !is_target(view, other);
  };
  return std::ranges::any_of(view.firms, bid_for) && std::ranges::any_of(view.firms, bidder);
}

bool is_of_paid_shareholders(const SentenceView& view, const Firm& firm, const MetricChoice& metric) {
  if (view.verbs_last || metric.cue || !metric.inferred || firm.reference) return false;
  auto behind = firm.last;
  if (view.genitive_at(behind)) behind += 1 + view.has(behind + 1, view.tags.owner_mark);
  const auto governor = view.governor(firm.first);
  const bool owned = view.has(behind, view.tags.shareholder) ||
                     (governor != kNoToken && view.has(governor - 1, view.tags.shareholder));
  return owned && view.has_in_segment(firm.first, view.tags.receive_verb);
}

bool rejects_bid(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (view.verbs_last || firm.reference || firm.last > value.first) return false;
  auto verb = firm.last;
  while (verb < value.first &&
         (view.has(verb, view.tags.speech_gap) || view.has(verb, view.tags.perfect_auxiliary)))
    ++verb;
  return view.has(verb, own(view).reject_verb);
}

bool is_for(const SentenceView& view, const Firm& firm) {
  const auto governor = view.governor(firm.first);
  return governor != kNoToken && view.has(governor, view.tags.price_preposition);
}

namespace {

// "challenging a rival offer by X": of another bid than the figure's.
bool is_of_other_bid(const SentenceView& view, const FirmPlace& place, const Cue* cue) {
  return place.governed && view.has(place.governor - 1, view.tags.offer_noun) &&
         !(cue && cue->last == place.governor);
}

// «wurde von X für 5 Milliarden übernommen»: where verbs come last, who buys in the passive.
bool buys_in_passive(const SentenceView& view, const Firm& firm, const FirmPlace& place) {
  if (!place.governed || !view.has(place.governor, view.tags.partner_preposition)) return false;
  const bool bought = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && cue.first >= firm.last &&
           view.same_clause(cue.first, firm.first) && key_of(cue).metric == Metric::acquisition_price &&
           !view.has(cue.first, own(view).sell_verb);
  });
  for (auto i = view.sentence.first; bought && i < view.sentence.last; ++i)
    if (view.has(i, view.tags.passive_auxiliary) && view.same_clause(i, firm.first)) return true;
  return false;
}

}  // namespace

bool is_dealt_in(const SentenceView& view, const FirmPlace& place) {
  return place.governor != kNoToken && place.governor > view.sentence.first &&
         view.has(place.governor, view.tags.share_preposition) &&
         view.has(place.governor - 1, own(view).deal_noun);
}

namespace {

// "acquired 77% of X": behind a share of it.
bool is_shared_out(const SentenceView& view, const FirmPlace& place) {
  return !view.capital_nouns && place.governor != kNoToken &&
         view.has(place.governor, view.tags.share_preposition) &&
         std::ranges::any_of(view.values, [&](const Placed& share) {
           const bool part =
               share.mention->kind == MentionKind::percent || share.mention->amount()->unit == "share";
           return part && share.last == place.governor;
         });
}

// "X shareholders get $55 a share from Y": who pays.
bool pays_shareholders(const SentenceView& view, const FirmPlace& place) {
  if (view.verbs_last || !place.governed || !view.has(place.governor, view.tags.partner_preposition))
    return false;
  bool shareholder = false;
  for (auto i = view.sentence.first; i < place.governor; ++i) {
    shareholder |= view.has(i, view.tags.shareholder);
    if (shareholder && view.has(i, view.tags.receive_verb)) return true;
  }
  return false;
}

// «Zorbex Kvist übernimmt die X-Tochter Y», «Zorbexia übernimmt Y»: a name that nobody knows stands before
// the verb; of one word where no list has it.
bool is_object_behind_name(const SentenceView& view, const Firm& firm) {
  if (!view.verbs_last || view.governor(firm.first) != kNoToken) return false;
  const auto is_unknown = [&](std::uint32_t i) {
    const Token& token = view.text.tokens[i];
    const auto covers = [&](const auto& each) { return i >= each.first && i < each.last; };
    return token.is(TokenClass::word) && (token.shape & kCapital) && !view.has(i, view.tags.month) &&
           !view.has(i, view.tags.person_title) && view.governor(i) == kNoToken &&
           std::ranges::none_of(view.firms, covers) && std::ranges::none_of(view.values, covers) &&
           std::ranges::none_of(view.dates, covers);
  };
  return std::ranges::any_of(view.cues, [&](const Cue& verb) {
    if (verb.tag != view.tags.metric_verb || key_of(verb).metric != Metric::acquisition_price ||
        verb.first >= firm.first || !view.same_clause(verb.first, firm.first) ||
        verb.first == view.sentence.first || view.has(verb.first, own(view).sell_verb) ||
        !is_unknown(verb.first - 1))
      return false;
    const Token& name = view.text.tokens[verb.first - 1];
    return verb.first - 1 == view.sentence.first ? name.word == 0 && name.suffix == 0
                                                 : is_unknown(verb.first - 2);
  });
}

// «X erwirbt |Y| für einen Kaufpreis von»: with the buyer before the verb and nobody between.
bool is_object_behind_firm(const SentenceView& view, const Firm& firm) {
  if (!view.verbs_last || place_of(view, firm).governed) return false;
  const auto between = [&](std::uint32_t from, std::uint32_t to) {
    return std::ranges::any_of(view.firms,
                               [&](const Firm& other) { return other.first >= from && other.last <= to; });
  };
  return std::ranges::any_of(view.cues, [&](const Cue& verb) {
    return verb.tag == view.tags.metric_verb && key_of(verb).metric == Metric::acquisition_price &&
           verb.last <= firm.first && view.same_clause(verb.first, firm.first) &&
           !view.has(verb.first, own(view).sell_verb) && !is_passive(view, verb) &&
           !between(verb.last, firm.first) && std::ranges::any_of(view.firms, [&](const Firm& buyer) {
             return buyer.last == verb.first && buyer.entity != firm.entity &&
                    !place_of(view, buyer).governed;
           });
  });
}

// "sold the unit to X", «hat die Sparte an X verkauft», «der Verkauf der Sparte an X»
bool is_sold_to(const SentenceView& view, const Firm& firm, const FirmPlace& place) {
  if (!place.governed || !view.has(place.governor, own(view).recipient_preposition)) return false;
  const auto end = view.verbs_last ? view.sentence.last : firm.first;
  for (auto i = view.sentence.first; i < end; ++i)
    if (view.has(i, own(view).sell_verb) && view.segment(i) == view.segment(firm.first)) return true;
  return false;
}

// "$31-a-share |offer|", "$5bn hostile |bid|"
bool is_offer_behind(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 6;
  for (auto i = value.last; i < view.sentence.last && i < value.last + kReach; ++i) {
    if (view.has(i, view.tags.offer_noun)) return true;
    if (view.has(i, view.tags.preposition) || view.has(i, view.tags.coordinator)) return false;
  }
  return false;
}

}  // namespace

const Firm* recipient_of_sale(const SentenceView& view, const Placed& value) {
  // «33 Prozent |an Y an X|»: the last one, where what is held stands behind the same preposition.
  const auto gets = [&](const Firm& firm) {
    return !firm.source && !firm.media && is_sold_to(view, firm, place_of(view, firm)) &&
           view.segment(firm.first) == view.segment(value.first);
  };
  const auto last = std::ranges::find_if(view.firms.rbegin(), view.firms.rend(), gets);
  return last == view.firms.rend() ? nullptr : &*last;
}

int as_buyer(const SentenceView& view, const Firm& firm, const FirmPlace& place, const Placed& value,
             const Cue* cue) {
  const auto& tags = view.tags;
  if (is_dealt_in(view, place) || is_shared_out(view, place)) return -40;
  if (place.governed && view.has(place.governor, tags.agent_preposition))
    return is_of_other_bid(view, place, cue) ? -40 : 60;
  if (view.verbs_last && buys_in_passive(view, firm, place)) return 110;
  if (is_offerer(view, place, value) || pays_shareholders(view, place)) return 110;
  // "clearing the way for X's |$31| offer": whose offer it is.
  if (!view.verbs_last && view.genitive_at(firm.last) && firm.last < value.first &&
      value.first - firm.last <= 4 && view.same_clause(firm.last, value.first) &&
      is_offer_behind(view, value))
    return 60;
  // "|beat X| with a bid of $10bn"
  if (!view.verbs_last && firm.first > view.sentence.first &&
      view.has(firm.first - 1, own(view).outbid_verb) && !view.genitive_at(firm.last))
    return -60;
  // "bid for X", «Angebot für X»
  if (place.governed && view.has(place.governor, tags.price_preposition)) return -40;
  if (is_sold_to(view, firm, place)) return 45;
  if (is_object_behind_name(view, firm) || is_object_behind_firm(view, firm)) return -60;
  const bool object = is_bought(view, firm) || is_object_before_verb(view, firm);
  return object && !place.governed ? -30 : 0;
}

}  // namespace gegenprobe::extract
