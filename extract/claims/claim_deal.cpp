#include "extract/claims/claim_deal.h"

#include <algorithm>

#include "extract/claims/claim_payment.h"
#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {
namespace {

struct DealTags {
  Tag bid_verb, for_it, deal_word, free_float, offer_verb;
  explicit DealTags(const Lexicon& lexicon)
      : bid_verb(lexicon.tag("deal_bid_verb")),
        for_it(lexicon.tag("for_it")),
        deal_word(lexicon.tag("deal_word")),
        free_float(lexicon.tag("free_float")),
        offer_verb(lexicon.tag("offer_verb")) {}
};
const DealTags& own(const SentenceView& view) { return view.lists<DealTags>(); }

bool has_name(const Firm& firm) { return !firm.entity.empty(); }

// "will |pay $5bn| in cash", not "pays its boss $5m in cash", "paid $5m in cash for the licence".
bool is_sum_of_a_deal(const SentenceView& view, const Placed& value) {
  constexpr double kCheap = 1e6;
  constexpr std::uint32_t kReach = 4;
  const auto& amount = *value.mention->amount();
  const auto at = view.begin_with_qualifier(value);
  if (!amount.resolved() || amount.most().to_double() < kCheap || at == view.sentence.first ||
      !view.has(at - 1, own(view).bid_verb))
    return false;
  for (auto i = value.last; i < view.sentence.last && i < value.last + kReach; ++i) {
    if (view.has(i, view.tags.infinitive_marker)) return false;
    if (view.has(i, view.tags.price_preposition)) return is_in_firm(view, i + 1);
  }
  return true;
}

// «legt 20,30 Euro je Aktie auf den Tisch», «zahlt dafür 3 Milliarden».
bool is_paid_for_it(const Draft& draft) {
  const SentenceView& view = draft.view;
  if (draft.claim.kind != MentionKind::money) return false;
  if (draft.claim.metric == Metric::other && draft.follows_claim() &&  // «…, insgesamt 4 Milliarden»
      draft.previous->metric == Metric::acquisition_price)
    return true;
  if (!view.has_in_segment(draft.value.first, view.verbs_last ? view.tags.pay_verb : own(view).bid_verb))
    return false;
  if (is_per_share(view, draft.value)) return true;
  const bool ends = !view.verbs_last && draft.value.last + 1 >= view.sentence.last;  // "It paid $60bn."
  if (!ends && !view.has_in_segment(draft.value.first, own(view).for_it)) return false;
  return view.verbs_last || is_sum_of_a_deal(view, draft.value);
}

// «|Der Deal| könnte 80 Milliarden wert sein»: the one that was told.
bool is_the_deal(const Draft& draft) {
  const Cue* noun = draft.metric.cue;
  if (!noun || noun->tag != draft.view.tags.metric_noun || noun->first == draft.view.sentence.first)
    return false;
  // "will pay $5bn once the government approves |the deal|"
  const bool pays = noun->first > draft.value.last &&
                    draft.view.has_in_segment(draft.value.first, own(draft.view).bid_verb);
  if ((!pays && !(draft.claim.flags & (kSubjectAssumed | kSubjectResolved))) ||
      !draft.view.has(noun->first, own(draft.view).deal_word))
    return false;
  auto begin = noun->first;
  for (auto figure = draft.view.values.rbegin(); figure != draft.view.values.rend(); ++figure)
    if (figure->last <= begin && begin <= figure->last + 1)  // "the |$1.75bn (£900m)| deal"
      begin = figure->first - draft.view.in_brackets(figure->first);
  return draft.view.has(begin - 1, draft.view.tags.definite_article);
}

// «|Das Geschäft| hat einen Wert von 20 Milliarden»: not what the firm is worth.
bool tells_worth_of_deal(const Draft& draft) {
  const SentenceView& view = draft.view;
  if (!(draft.claim.flags & (kSubjectAssumed | kSubjectResolved))) return false;
  for (auto i = view.sentence.first + 1; i < draft.value.first; ++i)
    if (view.has(i, own(view).deal_word) && view.has(i - 1, view.tags.definite_article) &&
        view.same_clause(i, draft.value.first))
      return true;
  return false;
}

// «Y lehnte |das Angebot| von 12 Pfund je Aktie ab»
bool speaks_of_the_offer(const Draft& draft) {
  const SentenceView& view = draft.view;
  for (auto i = view.sentence.first + 1; i < view.sentence.last; ++i)
    if (view.has(i, view.tags.offer_noun) && view.has(i - 1, view.tags.definite_article) &&
        view.same_clause(i, draft.value.first))
      return true;
  return false;
}

// "purchase of |aircraft|", "sell |Foonly| to X", "an offer for |the rest|": a thing of its own is named.
bool names_another_thing(const SentenceView& view, std::uint32_t behind, const Placed& value) {
  const bool wanted = view.has(behind, view.tags.price_preposition);
  const bool linked = wanted || view.has(behind, view.tags.share_preposition);
  const auto thing = behind + linked;
  if (thing >= view.sentence.last || thing == view.begin_with_qualifier(value)) return false;
  if (is_in_firm(view, thing) || !view.text.tokens[thing].is(TokenClass::word)) return false;
  if (view.text.tokens[thing].shape & kCapital) return true;
  return wanted || (linked && !view.has(thing, view.tags.article));
}

// "50% of |the property|", "a 25% stake in |the plant|", "15% of |its| stock", not "50% of the company", "50%
// of the shares".
bool is_share_of_other(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 4;
  auto link = value.last;
  while (link < value.last + kReach && link < view.sentence.last &&
         view.text.tokens[link].is(TokenClass::word) && !view.has(link, view.tags.target_preposition))
    ++link;
  if (!view.has(link, view.tags.target_preposition)) return false;
  if (view.has(link + 1, view.tags.possessive)) return true;
  for (auto i = link + 1; i < view.sentence.last && i < link + kReach; ++i)
    if (is_in_firm(view, i)) return false;
  return std::ranges::none_of(view.cues, [&](const Cue& cue) {
    return cue.first >= link && cue.first <= link + kReach && key_of(cue).metric == Metric::stake;
  });
}

// "the government's 32% stake |in X|": who is held, though the claim is told of him.
bool is_held_itself(const SentenceView& view, const Claim& claim) {
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    const auto governor = firm.entity == claim.subject_entity ? view.governor(firm.first) : kNoToken;
    return governor != kNoToken && view.has(governor, view.tags.target_preposition);
  });
}

// Whether the figure's sentence tells of something else than the deal: another firm stands beside it, or what
// is bought has a name of its own.
bool is_of_another_deal(const ToldDeal& deal, const Draft& draft) {
  const SentenceView& view = draft.view;
  if (view.verbs_last) return false;
  const auto is_party = [&](const Firm& firm) {
    return firm.entity == deal.buyer.entity || firm.entity == deal.target.entity;
  };
  if (std::ranges::any_of(view.firms, [&](const Firm& firm) {
        return !is_party(firm) && !firm.reference && !firm.source && !firm.media &&
               firm.entity != draft.claim.subject_entity && view.same_clause(firm.first, draft.value.first);
      }))
    return true;
  if (draft.claim.metric == Metric::stake) {
    const bool held_by = view.has_beside(draft.value.first, view.tags.agent_preposition);
    return held_by || is_share_of_other(view, draft.value) || is_held_itself(view, draft.claim);
  }
  return draft.metric.cue && names_another_thing(view, draft.metric.cue->last, draft.value);
}

// "|Y shareholders| will receive $54 a share"
bool pays_shareholders_of(const SentenceView& view, const Placed& value, const Firm& target) {
  return view.has_in_segment(value.first, view.tags.receive_verb) &&
         view.has_in_segment(value.first, view.tags.shareholder) &&
         std::ranges::any_of(view.firms, [&](const Firm& firm) { return firm.entity == target.entity; });
}

bool pays_own_shareholders(const SentenceView& view, const Placed& value) {
  for (auto i = view.begin_of_clause(value.first); i < view.sentence.last && view.same_clause(i, value.first);
       ++i)
    if (view.has(i, view.tags.possessive) && view.has(i + 1, view.tags.shareholder)) return true;
  return false;
}

// "X shareholders", «X-Aktionäre»
bool names_shareholders_of(const SentenceView& view, const Firm& owner) {
  return has_name(owner) && std::ranges::any_of(view.firms, [&](const Firm& firm) {
           return firm.entity == owner.entity && firm.last < view.sentence.last &&
                  (view.has(firm.last, view.tags.shareholder) ||
                   (view.text.of(view.text.tokens[firm.last]) == "-" &&
                    view.has(firm.last + 1, view.tags.shareholder)));
         });
}

void set_price(Draft& draft) {
  Claim& claim = draft.claim;
  if (claim.metric == Metric::acquisition_price) return;
  claim.metric = draft.metric.key.metric = Metric::acquisition_price;
  claim.rule = word(claim.metric);
}

void set_sides(const ToldDeal& deal, Claim& claim) {
  claim.subject = deal.buyer.name, claim.subject_entity = deal.buyer.entity;
  claim.counterparty = deal.target.name, claim.counterparty_entity = deal.target.entity;
}

}  // namespace

void keep_held_firm(const Claim& before, Draft& draft) {
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  const bool inferred = claim.subject.empty() || (claim.flags & (kSubjectAssumed | kSubjectResolved));
  const bool by_others = inferred && (view.has_beside(draft.value.first, own(view).free_float) ||
                                      view.has_beside(draft.value.first, view.tags.other_subject));
  if ((!by_others && !claim.counterparty.empty()) || before.metric != Metric::stake ||
      before.counterparty.empty() || claim.subject_entity == before.counterparty_entity)
    return;
  const bool named = std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && !firm.source && !firm.media && firm.entity != before.counterparty_entity &&
           firm.entity != claim.subject_entity && view.same_clause(firm.first, draft.value.first);
  });
  if (named || is_share_of_other(view, draft.value) || is_held_itself(view, claim) ||
      view.has_beside(draft.value.first, view.tags.agent_preposition))
    return;
  if (by_others) {
    // "12% of |the railway|" may be anybody
    const auto behind = draft.value.last;
    if (view.has(behind, view.tags.target_preposition) &&
        (is_in_firm(view, behind + 1) || is_in_firm(view, behind + 2)))
      return;
    claim.counterparty.clear(), claim.counterparty_entity.clear();
    claim.subject = before.counterparty, claim.subject_entity = before.counterparty_entity;
    claim.flags = (claim.flags & ~kSubjectResolved) | kSubjectAssumed;
  } else if (!inferred) {
    claim.counterparty = before.counterparty, claim.counterparty_entity = before.counterparty_entity;
  }
}

bool is_paid_to_shareholders(const Claim& claim, const SentenceView& view) {
  if (claim.metric != Metric::acquisition_price || !view.may_have(view.tags.shareholder)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, view.tags.shareholder) && view.has_in_segment(i, view.tags.receive_verb) &&
        std::ranges::any_of(view.firms,
                            [&](const Firm& firm) { return firm.entity == claim.counterparty_entity; }))
      return true;
  return false;
}

bool may_be_of_deal(const Draft& draft) {
  const Claim& claim = draft.claim;
  if (!claim.counterparty.empty()) return false;
  switch (claim.metric) {
    case Metric::acquisition_price:
    case Metric::stake:
      return true;
    case Metric::dividend:
      return draft.metric.inferred;
    case Metric::deal_value:
      return is_the_deal(draft);
    case Metric::market_cap:
      return tells_worth_of_deal(draft);
    case Metric::price:
      return draft.view.verbs_last && is_paid_for_it(draft);
    case Metric::other:
    case Metric::share_price:
      return is_paid_for_it(draft);
    default:
      return false;
  }
}

void read_as_of_deal(const ToldDeal& deal, Draft& draft) {
  Claim& claim = draft.claim;
  if (is_of_another_deal(deal, draft)) return;
  bool assumed_subject = claim.flags & (kSubjectAssumed | kSubjectResolved);
  if (!has_name(deal.buyer)) {  // whoever is named now
    if (assumed_subject || claim.subject_entity == deal.target.entity) return;
    // "won the auction, agreeing to pay $9bn"
    if (claim.metric == Metric::other && claim.rule == "unit") set_price(draft);
    if (claim.metric != Metric::stake && claim.metric != Metric::acquisition_price) return;
    claim.counterparty = deal.target.name, claim.counterparty_entity = deal.target.entity;
    return;
  }
  const bool by_buyer = claim.subject_entity == deal.buyer.entity;
  // «zahlt |seinen Aktionären| 2 Euro je Aktie»: a dividend of its own.
  if (draft.metric.inferred &&
      (pays_own_shareholders(draft.view, draft.value) || names_shareholders_of(draft.view, deal.buyer)))
    return;
  const bool left_open = claim.subject.empty();
  if (left_open && !(has_name(deal.target) && pays_shareholders_of(draft.view, draft.value, deal.target)))
    return;
  if (left_open) claim.flags |= kSubjectAssumed, assumed_subject = true;
  const bool by_target = has_name(deal.target) && (left_open || claim.subject_entity == deal.target.entity);
  if (claim.metric == Metric::stake) {
    if (by_buyer) set_sides(deal, claim);
    return;
  }
  // «Y-Aktionäre erhalten 76 Rappen je Titel»
  const bool of_shareholders =
      draft.metric.inferred && draft.metric.key.metric == Metric::dividend &&
      (draft.view.verbs_last || draft.view.has_in_segment(draft.value.first, draft.view.tags.shareholder));
  // «je Y-Aktie werden 20 Euro gezahlt»
  const bool of_shares = claim.metric == Metric::price && draft.view.verbs_last;
  const bool of_target =
      by_target && (assumed_subject || of_shareholders || of_shares || speaks_of_the_offer(draft));
  // «Z hatte 30 Dollar geboten»: for the same firm.
  const bool bids =
      claim.metric == Metric::acquisition_price
          ? draft.view.has_in_segment(draft.value.first, own(draft.view).bid_verb)
          : !draft.view.verbs_last && !assumed_subject && is_per_share(draft.view, draft.value) &&
                draft.view.has(draft.view.begin_with_qualifier(draft.value) - 1, own(draft.view).offer_verb);
  const bool other_bid = !by_buyer && !by_target && bids;
  if (other_bid) set_price(draft);
  if (other_bid) claim.counterparty = deal.target.name, claim.counterparty_entity = deal.target.entity;
  if (!by_buyer && !of_target) return;
  claim.variant.clear();
  set_price(draft);
  set_sides(deal, claim);
}

}  // namespace gegenprobe::extract
