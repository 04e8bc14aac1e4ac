#include "extract/claims/told_deal.h"

#include <algorithm>

#include "extract/claims/claim_buyer.h"
#include "extract/claims/claim_bystander.h"
#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {
namespace {

struct ToldDealTags {
  Tag sell_verb, recipient_preposition, deal_participle, merging, reject_verb, bid_verb_of_target,
      target_word, bought_noun;
  explicit ToldDealTags(const Lexicon& lexicon)
      : sell_verb(lexicon.tag("sell_verb")),
        recipient_preposition(lexicon.tag("recipient_preposition")),
        deal_participle(lexicon.tag("deal_participle")),
        merging(lexicon.tag("merging")),
        reject_verb(lexicon.tag("reject_verb")),
        bid_verb_of_target(lexicon.tag("bid_verb_of_target")),
        target_word(lexicon.tag("target_word")),
        bought_noun(lexicon.tag("bought_noun")) {}
};
const ToldDealTags& own(const SentenceView& view) { return view.lists<ToldDealTags>(); }

// Whether a firm may be a party: in one segment with the word of the deal.
bool takes_part(const SentenceView& view, const Firm& firm, std::uint32_t word) {
  return !firm.media && !firm.source && !firm.index && !is_bystander(view, firm) &&
         view.segment(firm.first) == view.segment(word);
}

// The firms of a sentence that may take part, where their case tells who is who.
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
      return takes_part(view_, firm, word_.first) && fits(firm);
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
  if (target && target->name.empty()) target = nullptr;  // «das Unternehmen», whoever it is
  return ToldDeal{*buyer, target ? *target : Firm{}};
}

// «soll übernommen werden», «wird von X übernommen»; not «wird X übernehmen».
bool is_in_passive(const SentenceView& view, const Cue& verb) {
  return is_passive(view, verb) || (view.has(verb.first, own(view).deal_participle) &&
                                    view.has_beside(verb.first, view.tags.passive_auxiliary));
}

// «X übernimmt Y», «Y wird von X übernommen», «Z verkauft Y an X», «X hat sich an Y beteiligt».
std::optional<ToldDeal> told_by_verb_last(const SentenceView& view, const Cue& verb) {
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
std::optional<ToldDeal> told_by_noun_freely(const SentenceView& view, const Cue& noun) {
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

// Where the order of words tells who is who.
class Order {
 public:
  explicit Order(const SentenceView& view) : view_(view) {}

  // Who stands before a word and behind no preposition, rather by name than by a pronoun.
  const Firm* before(std::uint32_t word, bool governed_too = false) const {
    const Firm* nearest = nullptr;
    for (const auto& firm : view_.firms) {
      if (firm.last > word) break;
      if (!takes_part(view_, firm, word) ||
          (!governed_too && (place_of(view_, firm).governed || owns(firm))))
        continue;
      if (!nearest || !firm.reference || nearest->reference) nearest = &firm;
    }
    return nearest;
  }
  // Behind one of these prepositions, behind a word.
  template <class... Tags>
  const Firm* behind(std::uint32_t word, Tags... prepositions) const {
    const auto found = std::ranges::find_if(view_.firms, [&](const Firm& firm) {
      const auto governor = view_.governor(firm.first);
      return takes_part(view_, firm, word) && governor != kNoToken && governor >= word &&
             (view_.has(governor, prepositions) || ...);
    });
    return found == view_.firms.end() ? nullptr : &*found;
  }
  // "buy |X| for", "buy 33% of |X|", "buy |X|'s PC business"; not "buy |X| planes", "buy planes from |X|".
  const Firm* object(std::uint32_t behind_verb) const {
    constexpr std::uint32_t kReach = 14;
    const auto found = std::ranges::find_if(
        view_.firms, [&](const Firm& firm) { return firm.first >= behind_verb && !firm.source; });
    if (found == view_.firms.end() || found->first > behind_verb + kReach || found->index ||
        !view_.same_clause(found->first, behind_verb - 1))
      return nullptr;
    const auto governor = view_.governor(found->first);
    if (governor != kNoToken && governor >= behind_verb &&
        !view_.has(governor, view_.tags.target_preposition))
      return nullptr;
    return ends_object(found->last) ? &*found : nullptr;
  }
  // "|X|'s $5bn bid", "|its| bid".
  const Firm* owner(std::uint32_t noun) const {
    constexpr std::uint32_t kReach = 7;
    const Firm* nearest = nullptr;
    for (const auto& firm : view_.firms)
      if (firm.last <= noun && noun <= firm.last + kReach && owns(firm) && takes_part(view_, firm, noun) &&
          view_.same_clause(firm.first, noun))
        nearest = &firm;
    return nearest;
  }
  // "bid for |X|", "takeover of |X|"
  const Firm* right_behind(std::uint32_t preposition) const {
    const auto found = std::ranges::find_if(view_.firms, [&](const Firm& firm) {
      return !firm.media && view_.governor(firm.first) == preposition;
    });
    return found == view_.firms.end() ? nullptr : &*found;
  }

 private:
  bool owns(const Firm& firm) const {
    return view_.genitive_at(firm.last) || view_.has(firm.first, view_.tags.possessive);
  }
  bool ends_object(std::uint32_t end) const {
    constexpr std::uint32_t kMostOwned = 5;
    if (end >= view_.sentence.last) return true;
    for (auto i = end; view_.genitive_at(end) && i < end + kMostOwned; ++i)
      if (view_.has(i, own(view_).bought_noun)) return true;
    return !view_.text.tokens[end].is(TokenClass::word) || view_.has(end, view_.tags.preposition) ||
           view_.has(end, view_.tags.coordinator) || view_.has(end, own(view_).bought_noun);
  }

  const SentenceView& view_;
};

// "was bought", "X, bought by Y", "the firm sold to Y": no subject of it buys or sells.
bool is_done_to_subject(const SentenceView& view, const Cue& verb) {
  if (is_passive(view, verb)) return true;
  if (view.has(verb.last, view.tags.agent_preposition)) return true;
  return view.has(verb.first, own(view).sell_verb) && view.has(verb.last, own(view).recipient_preposition);
}

std::optional<ToldDeal> of_target(const Firm* buyer, const Firm* target) {
  if (!target || target->name.empty()) return std::nullopt;
  return buyer ? between(buyer, target) : ToldDeal{{}, *target};
}

// "X agreed to buy Y", "Y was bought by X", "Z sold Y to X".
std::optional<ToldDeal> told_by_verb_in_order(const SentenceView& view, const Cue& verb) {
  const Order order(view);
  const auto& tags = view.tags;
  if (view.has(verb.first, own(view).merging)) return std::nullopt;
  if (is_done_to_subject(view, verb)) {
    const Firm* buyer = order.behind(verb.last, tags.agent_preposition, own(view).recipient_preposition);
    return of_target(buyer, order.before(verb.first, !is_passive(view, verb)));
  }
  const Firm* target = order.object(verb.last);
  if (view.has(verb.first, own(view).sell_verb))
    return of_target(order.behind(verb.last, own(view).recipient_preposition), target);
  const Firm* buyer = order.before(verb.first);
  return buyer ? of_target(buyer, target) : std::nullopt;
}

// "X's bid for Y", "Y rejected an offer from X", "the takeover of Y by X", "Y has received a bid".
std::optional<ToldDeal> told_by_noun_in_order(const SentenceView& view, const Cue& noun) {
  const Order order(view);
  const auto& tags = view.tags;
  const auto word = noun.last - 1;
  if (view.has(word, own(view).merging)) return std::nullopt;
  const Firm* subject = order.before(noun.first);
  const Firm* agent = order.behind(noun.last, tags.agent_preposition);
  const bool offer = view.has(word, tags.offer_noun);
  const Firm* bidder = offer ? order.behind(noun.last, tags.partner_preposition) : nullptr;
  const Firm* buyer = agent ? agent : bidder;
  const Firm* owner = order.owner(noun.first);
  const bool of_or_for =
      view.has(noun.last, tags.price_preposition) || view.has(noun.last, tags.share_preposition);
  if (const Firm* target = of_or_for ? order.right_behind(noun.last) : nullptr) {
    const bool sells = view.has(word, own(view).sell_verb);
    if (sells) return of_target(order.behind(noun.last, own(view).recipient_preposition), target);
    const bool rejects = subject && view.has_beside(noun.first, own(view).reject_verb);
    if (!buyer) buyer = owner;
    if (!buyer && !rejects && subject && view.same_clause(subject->first, noun.first)) buyer = subject;
    return of_target(buyer, target);
  }
  const bool is_target =
      view.has(noun.last, own(view).target_word) || view.has_beside(noun.first, own(view).bid_verb_of_target);
  if (buyer || is_target) return of_target(buyer, owner ? owner : subject);
  return std::nullopt;
}

bool tells_of_deal(const Cue& cue) {
  const auto metric = key_of(cue).metric;
  return metric == Metric::acquisition_price || metric == Metric::stake;
}

std::optional<ToldDeal> told_by(const SentenceView& view, const Cue& cue) {
  if (!tells_of_deal(cue)) return std::nullopt;
  if (cue.tag == view.tags.metric_verb)
    return view.verbs_last ? told_by_verb_last(view, cue) : told_by_verb_in_order(view, cue);
  if (cue.tag == view.tags.metric_noun)
    return view.verbs_last ? told_by_noun_freely(view, cue) : told_by_noun_in_order(view, cue);
  return std::nullopt;
}

}  // namespace

std::optional<ToldDeal> deal_told_in(const SentenceView& view) {
  if (view.firms.empty()) return std::nullopt;
  std::optional<ToldDeal> told;
  for (const auto& cue : view.cues) {
    const auto deal = told_by(view, cue);
    if (!deal || (deal->buyer.entity.empty() && key_of(cue).metric == Metric::stake)) continue;
    if (view.verbs_last) return deal;
    // A sentence that tells two deals does not say which of them the next one is about.
    if (told && told->target.entity != deal->target.entity) return std::nullopt;
    if (!told || told->buyer.entity.empty()) told = deal;
  }
  return told;
}

}  // namespace gegenprobe::extract
