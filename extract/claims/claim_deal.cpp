#include "extract/claims/claim_deal.h"

#include <algorithm>

#include "extract/claims/claim_buyer.h"
#include "extract/claims/claim_bystander.h"
#include "extract/claims/claim_payment.h"
#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {
namespace {

struct DealTags {
  Tag sell_verb, recipient_preposition, bid_verb, for_it, deal_participle, deal_word;
  explicit DealTags(const Lexicon& lexicon)
      : sell_verb(lexicon.tag("sell_verb")),
        recipient_preposition(lexicon.tag("recipient_preposition")),
        bid_verb(lexicon.tag("bid_verb")),
        for_it(lexicon.tag("for_it")),
        deal_participle(lexicon.tag("deal_participle")),
        deal_word(lexicon.tag("deal_word")) {}
};
const DealTags& own(const SentenceView& view) { return view.lists<DealTags>(); }

bool has_name(const Firm& firm) { return !firm.entity.empty(); }

// The firms of a sentence that may take part, in one segment with the word of the deal.
class Parties {
 public:
  Parties(const SentenceView& view, const Cue& word) : view_(view), word_(word) {}

  // Behind one of these prepositions; the first that fits.
  template <class... Tags>
  const Firm* behind(Tags... prepositions) const {
    return first([&](const Firm& firm) {
      const auto governor = view_.governor(view_.begin_of_compound(firm.first));
      return governor != kNoToken && (view_.has(governor, prepositions) || ...);
    });
  }
  // Behind no preposition and no article that a subject has not.
  const Firm* nominative() const {
    return first([&](const Firm& firm) { return is_free(firm) && !is_oblique(view_, firm); });
  }
  // Behind no preposition, and not the subject.
  const Firm* object(const Firm* subject) const {
    return first(
        [&](const Firm& firm) { return is_free(firm) && !(subject && firm.entity == subject->entity); });
  }

 private:
  template <class Fits>
  const Firm* first(Fits fits) const {
    const auto found = std::ranges::find_if(view_.firms, [&](const Firm& firm) {
      return !firm.media && !firm.source && !firm.index && !is_bystander(view_, firm) &&
             view_.segment(firm.first) == view_.segment(word_.first) && fits(firm);
    });
    return found == view_.firms.end() ? nullptr : &*found;
  }
  bool is_free(const Firm& firm) const {
    const FirmPlace place = place_of(view_, firm);
    return !place.governed && !place.owning && place.governor == kNoToken;
  }

  const SentenceView& view_;
  const Cue& word_;
};

std::optional<ToldDeal> between(const Firm* buyer, const Firm* target) {
  if (!buyer || (target && target->entity == buyer->entity)) return std::nullopt;
  return ToldDeal{*buyer, target ? *target : Firm{}};
}

// «soll übernommen werden», «wird von X übernommen»; not «wird X übernehmen».
bool is_in_passive(const SentenceView& view, const Cue& verb) {
  return is_passive(view, verb) || (view.has(verb.first, own(view).deal_participle) &&
                                    view.has_beside(verb.first, view.tags.passive_auxiliary));
}

// «X übernimmt Y», «Y wird von X übernommen», «Z verkauft Y an X», «X hat sich an Y beteiligt».
std::optional<ToldDeal> told_by_verb(const SentenceView& view, const Cue& verb) {
  const Parties parties(view, verb);
  const auto& tags = view.tags;
  if (key_of(verb).metric == Metric::stake)
    return between(parties.nominative(), parties.behind(tags.target_preposition, tags.genitive_article));
  if (view.has(verb.first, own(view).sell_verb)) {
    const Firm* buyer = parties.behind(own(view).recipient_preposition);
    const Firm* seller = is_in_passive(view, verb) ? nullptr : parties.nominative();
    return between(buyer, parties.object(seller));
  }
  if (is_in_passive(view, verb))
    return between(parties.behind(tags.partner_preposition, tags.agent_preposition), parties.nominative());
  const Firm* buyer = parties.nominative();
  const Firm* target = parties.behind(tags.price_preposition);
  if (!target) target = parties.object(buyer);
  return target ? between(buyer, target) : std::nullopt;  // one name alone may be either
}

// «X plant die Übernahme von Y», «das Angebot von X für Y».
std::optional<ToldDeal> told_by_noun(const SentenceView& view, const Cue& noun) {
  const Parties parties(view, noun);
  const auto target = std::ranges::find_if(view.firms, [&](const Firm& firm) {
    return !firm.reference && view.governor(view.begin_of_compound(firm.first)) == noun.last;
  });
  if (target == view.firms.end()) return std::nullopt;
  const Firm* agent = parties.behind(view.tags.agent_preposition);
  const Firm* buyer = agent ? agent : parties.nominative();
  if (!buyer) return ToldDeal{{}, *target};  // «Das Angebot für Y läuft bis Freitag»
  return between(buyer, &*target);
}

bool tells_of_deal(const Cue& cue) {
  const auto metric = key_of(cue).metric;
  return metric == Metric::acquisition_price || metric == Metric::stake;
}

// «legt 20,30 Euro je Aktie auf den Tisch», «zahlt dafür 3 Milliarden».
bool is_paid_for_it(const Draft& draft) {
  const SentenceView& view = draft.view;
  if (draft.claim.kind != MentionKind::money) return false;
  if (draft.claim.metric == Metric::other && draft.follows_claim() &&  // «…, insgesamt 4 Milliarden»
      draft.previous->metric == Metric::acquisition_price)
    return true;
  if (!view.has_in_segment(draft.value.first, view.tags.pay_verb)) return false;
  return is_per_share(view, draft.value) || view.has_beside(draft.value.first, own(view).for_it);
}

// «|Der Deal| könnte 80 Milliarden wert sein»: the one that was told.
bool is_the_deal(const Draft& draft) {
  const Cue* noun = draft.metric.cue;
  return noun && noun->tag == draft.view.tags.metric_noun && (draft.claim.flags & kSubjectAssumed) &&
         noun->first > draft.view.sentence.first && draft.view.has(noun->first, own(draft.view).deal_word) &&
         draft.view.has(noun->first - 1, draft.view.tags.definite_article);
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

void set_sides(const ToldDeal& deal, Claim& claim) {
  claim.subject = deal.buyer.name, claim.subject_entity = deal.buyer.entity;
  claim.counterparty = deal.target.name, claim.counterparty_entity = deal.target.entity;
}

}  // namespace

std::optional<ToldDeal> deal_told_in(const SentenceView& view) {
  if (!view.verbs_last || view.firms.empty()) return std::nullopt;
  for (const auto& cue : view.cues) {
    if (!tells_of_deal(cue)) continue;
    if (cue.tag == view.tags.metric_verb)
      if (auto deal = told_by_verb(view, cue)) return deal;
    if (cue.tag == view.tags.metric_noun)
      if (auto deal = told_by_noun(view, cue)) return deal;
  }
  return std::nullopt;
}

bool may_be_of_deal(const Draft& draft) {
  const Claim& claim = draft.claim;
  if (!draft.view.verbs_last || !claim.counterparty.empty()) return false;
  switch (claim.metric) {
    case Metric::acquisition_price:
    case Metric::stake:
      return true;
    case Metric::dividend:
      return draft.metric.inferred;
    case Metric::deal_value:
      return is_the_deal(draft);
    case Metric::other:
    case Metric::share_price:
      return is_paid_for_it(draft);
    default:
      return false;
  }
}

void read_as_of_deal(const ToldDeal& deal, Draft& draft) {
  Claim& claim = draft.claim;
  const bool assumed_subject = claim.flags & (kSubjectAssumed | kSubjectResolved);
  if (!has_name(deal.buyer)) {  // whoever is named now
    if (assumed_subject || claim.subject_entity == deal.target.entity) return;
    if (claim.metric != Metric::stake && claim.metric != Metric::acquisition_price) return;
    claim.counterparty = deal.target.name, claim.counterparty_entity = deal.target.entity;
    return;
  }
  const bool by_buyer = claim.subject_entity == deal.buyer.entity;
  const bool by_target = has_name(deal.target) && claim.subject_entity == deal.target.entity;
  if (claim.metric == Metric::stake) {
    if (by_buyer) set_sides(deal, claim);
    return;
  }
  // «Y-Aktionäre erhalten 76 Rappen je Titel»
  const bool of_shareholders = draft.metric.inferred && draft.metric.key.metric == Metric::dividend;
  const bool of_target = by_target && (assumed_subject || of_shareholders || speaks_of_the_offer(draft));
  // «Z hatte 30 Dollar geboten»: for the same firm.
  const bool other_bid = !by_buyer && !by_target && claim.metric == Metric::acquisition_price &&
                         draft.view.has_in_segment(draft.value.first, own(draft.view).bid_verb);
  if (other_bid) claim.counterparty = deal.target.name, claim.counterparty_entity = deal.target.entity;
  if (!by_buyer && !of_target) return;
  claim.variant.clear();
  if (claim.metric != Metric::acquisition_price) {
    claim.metric = draft.metric.key.metric = Metric::acquisition_price;
    claim.rule = word(claim.metric);
  }
  set_sides(deal, claim);
}

}  // namespace gegenprobe::extract
