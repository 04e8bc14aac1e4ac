#include "extract/claims/claim_parties.h"

#include <algorithm>

#include "extract/claims/claim_buyer.h"
#include "extract/claims/claim_bystander.h"
#include "extract/claims/claim_gap.h"
#include "extract/claims/claim_subject.h"
#include "extract/claims/firm_place.h"
#include "extract/claims/other_subject.h"

namespace gegenprobe::extract {
namespace {

struct PartyTags {
  Tag together, economist, economy_too, offer_verb, outbid_verb, person_pronoun_relative, belong_verb,
      extent_preposition, merging, unit_noun, seller_preposition, belong_preposition, possession;
  explicit PartyTags(const Lexicon& lexicon)
      : together(lexicon.tag("together")),
        economist(lexicon.tag("economist")),
        economy_too(lexicon.tag("economy_too")),
        offer_verb(lexicon.tag("offer_verb")),
        outbid_verb(lexicon.tag("outbid_verb")),
        person_pronoun_relative(lexicon.tag("person_pronoun_relative")),
        belong_verb(lexicon.tag("belong_verb")),
        extent_preposition(lexicon.tag("extent_preposition")),
        merging(lexicon.tag("merging")),
        unit_noun(lexicon.tag("relation_noun_before_name")),
        seller_preposition(lexicon.tag("seller_preposition")),
        belong_preposition(lexicon.tag("belong_preposition")),
        possession(lexicon.tag("possession")) {}
};
const PartyTags& own(const SentenceView& view) { return view.lists<PartyTags>(); }

// «… sicherte es sich 4 Milliarden Dollar, abhängig von Microsoft»: a pronoun before the figure, in its
// clause, is its subject rather than a firm that only comes up behind it.
bool pronoun_is_nearer(const SentenceView& view, const Placed& value, const Firm& subject,
                       const MetricChoice& metric) {
  if (subject.first < value.first) return false;
  if (metric.cue && view.distance(subject.first, subject.last, metric.cue->first, metric.cue->last) <= 2)
    return false;
  return pronoun_before(view, value);
}

// «X hält 10 Prozent an Y», "a 10% stake in Y": the one behind the preposition is held.
bool is_held(const SentenceView& view, const Firm& firm, const Placed& value) {
  const auto governor = view.governor(firm.first);
  const bool genitive = firm.first >= value.last && firm.first <= value.last + 2 &&
                        view.has(value.last, view.tags.genitive_article);
  // «größter Aktionär |der| X»
  const bool of_holder = firm.first >= view.sentence.first + 2 &&
                         view.has(firm.first - 1, view.tags.genitive_article) &&
                         view.has(firm.first - 2, view.tags.shareholder);
  return genitive || of_holder || (governor != kNoToken && view.has(governor, view.tags.target_preposition));
}

// "which is 25% owned by Erika Muster": held by somebody who is no firm.
bool is_owned_by_no_firm(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 3;
  for (auto i = value.last; i < view.sentence.last && i < value.last + kReach; ++i) {
    if (!view.has(i, view.tags.agent_preposition)) continue;
    return std::ranges::none_of(
        view.firms, [&](const Firm& firm) { return firm.first > i && view.governor(firm.first) == i; });
  }
  return false;
}

// "Commerzbank, in which UniCredit has built up 28%", "X, which is 45% owned by Y": the firm that the
// relative clause hangs on.
const Firm* antecedent(const SentenceView& view, const Placed& value) {
  auto begin = value.first;
  while (begin > view.sentence.first && view.text.of(view.text.tokens[begin - 1]) != ",") --begin;
  if (begin == view.sentence.first) return nullptr;
  const bool in_which =
      view.has(begin, view.tags.target_preposition) && view.has(begin + 1, view.tags.relative_pronoun);
  const bool owned_by = !view.verbs_last && view.has(begin, view.tags.relative_pronoun) &&
                        view.has(begin + 1, view.tags.passive_auxiliary) &&
                        view.has_beside(value.first, view.tags.agent_preposition);
  if (!in_which && !owned_by) return nullptr;
  const auto found = std::ranges::find(view.firms, begin - 1, &Firm::last);
  return found == view.firms.end() ? nullptr : &*found;
}

const Firm* holder_of_stake(const SentenceView& view, const Placed& value, const Firm* subject) {
  const Firm *held = nullptr, *holder = nullptr;
  const Firm* hung_on = is_owned_by_no_firm(view, value) ? nullptr : antecedent(view, value);
  for (const auto& firm : view.firms) {
    if (firm.source || is_bystander(view, firm)) continue;
    if (hung_on ? &firm == hung_on : is_held(view, firm, value))
      held = &firm;
    else if (!holder || !view.same_clause(holder->first, value.first))
      holder = &firm;
  }
  const bool two = held && holder && held->entity != holder->entity;
  return two && subject->entity == held->entity ? holder : subject;
}

// «X gehört zu 7 Prozent Y», «X, das zu 7 Prozent der Y gehört»: the last one named holds it, and the first
// one, or what a pronoun stands for, is held.
const Firm* owner_of_other(const SentenceView& view, const Placed& value, const MetricChoice& metric) {
  if (metric.cue && view.verbs_last && view.has(metric.cue->last - 1, own(view).possession)) {
    // «ist zu 33 Prozent |im Besitz von X|»
    const auto owner = std::ranges::find_if(view.firms, [&](const Firm& firm) {
      const auto governor = view.governor(firm.first);
      return !firm.source && firm.first >= metric.cue->last && firm.first <= metric.cue->last + 4 &&
             governor != kNoToken && governor >= metric.cue->last;
    });
    return owner == view.firms.end() ? nullptr : &*owner;
  }
  if (!metric.cue || !view.has(metric.cue->first, own(view).belong_verb)) return nullptr;
  const auto at = view.begin_with_qualifier(value);
  if (at == view.sentence.first || !view.has(at - 1, own(view).extent_preposition)) return nullptr;
  // «gehört zu 7 Prozent |zum| Konzern Y»
  const auto may_own = [&](const Firm& firm) {
    const auto governor = view.governor(firm.first);
    return governor == kNoToken ||
           (governor >= value.last && view.has(governor, own(view).belong_preposition));
  };
  const Firm* owner = nullptr;
  for (const auto& firm : view.firms)
    if (!firm.source && !is_bystander(view, firm) && may_own(firm) &&
        view.same_clause(firm.first, value.first))
      owner = &firm;
  const bool other = owner && std::ranges::any_of(view.firms, [&](const Firm& firm) {
                       return firm.last <= owner->first && firm.entity != owner->entity && !firm.source;
                     });
  return other ? owner : nullptr;
}

// «Royal Unibrew, deren Mutter Carlsberg ist, …»: what the firm before is to it, in a clause of its own.
bool is_kin_aside(const SentenceView& view, const Firm& firm, const Placed& value) {
  return firm.first >= view.sentence.first + 2 && view.has(firm.first - 1, view.tags.relation_noun) &&
         view.has(firm.first - 2, view.tags.possessive) && is_aside(view, firm, value);
}

// "X offered $6bn, topping Y's bid of $5bn", "Y's bid of $5bn was topped by X", "topping a bid from Y": who
// bids, too, and is not bought.
bool is_another_bidder(const SentenceView& view, const Firm& firm) {
  if (view.genitive_at(firm.last) &&
      view.has(firm.last + 1 + view.has(firm.last + 1, view.tags.owner_mark), view.tags.offer_noun))
    return true;
  const auto governor = view.governor(firm.first);
  if (governor != kNoToken)
    return view.has(governor, view.tags.agent_preposition) ||
           (view.has(governor, view.tags.partner_preposition) &&
            view.has(governor - 1, view.tags.offer_noun));
  // "X won with a bid of $10bn, |beating Y|"
  if (firm.first > view.sentence.first && view.has(firm.first - 1, own(view).outbid_verb)) return true;
  return view.has(firm.last, own(view).offer_verb);
}

// "X and Y own 45% of the firm": of those who do it together none is the other side, but in a deal that they
// make with each other.
bool does_it_too(const SentenceView& view, const Firm& firm, const Claim& claim) {
  if (claim.metric == Metric::deal_value || firm.reference || view.may_have(own(view).merging)) return false;
  const auto links = [&](std::uint32_t from, std::uint32_t to) {
    bool joined = false;
    for (auto i = from; i < to; ++i) {
      const bool listed = std::ranges::any_of(
          view.firms, [&](const Firm& other) { return i >= other.first && i < other.last; });
      const bool coordinator = view.has(i, view.tags.coordinator);
      if (!listed && !coordinator && !view.has(i, view.tags.article) &&
          view.text.of(view.text.tokens[i]) != ",")
        return false;
      joined = joined || coordinator;
    }
    return joined;
  };
  // "X, Y and Z will spend $5bn": what joins them may stand behind.
  const auto end_of_list = [&](std::uint32_t from) {
    const auto next = std::ranges::find_if(view.firms, [&](const Firm& other) {
      return other.first > from && other.first <= from + 2 && !other.reference;
    });
    return next == view.firms.end() ? from : next->first;
  };
  return std::ranges::any_of(view.firms, [&](const Firm& subject) {
    return subject.entity == claim.subject_entity && subject.first < firm.first &&
           view.governor(subject.first) == kNoToken &&
           (links(subject.last, firm.first) || links(subject.last, end_of_list(firm.last)));
  });
}

// "The sale of the 33% stake to X is a lifeline to |Y|", "bought the stake from |Y|": who gets it or had it
// is not what it is a stake in.
bool only_deals(const SentenceView& view, const Firm& firm, const Claim& claim) {
  const auto governor = view.governor(firm.first);
  return claim.metric == Metric::stake && !view.verbs_last && governor != kNoToken &&
         (view.has(governor, view.tags.to_preposition) || view.has(governor, view.tags.origin_preposition));
}

// "bought Y from |X|", «kauft Y von |X|»: who sells, where what is bought has a name.
bool is_seller(const SentenceView& view, const Firm& firm, const Claim& claim) {
  const auto governor = view.governor(firm.first);
  const bool stake = claim.metric == Metric::stake;
  if ((!stake && claim.metric != Metric::acquisition_price) || governor == kNoToken ||
      !view.has(governor, own(view).seller_preposition))
    return false;
  const auto buys = std::ranges::find_if(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && key_of(cue).metric == Metric::acquisition_price &&
           cue.first < governor && view.same_clause(cue.first, governor) && !is_passive(view, cue);
  });
  if (buys == view.cues.end()) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& bought) {
    const auto held_by = view.governor(bought.first);
    if (bought.first < buys->last || bought.reference || bought.entity == claim.subject_entity) return false;
    if (stake) return held_by != kNoToken && view.has(held_by, view.tags.target_preposition);
    return bought.last <= governor && held_by == kNoToken;
  });
}

// "|its X unit| was awarded a $7bn contract", "expects to spend": a part of whom it is told of.
bool is_own_unit(const SentenceView& view, const Firm& firm, const Claim& claim) {
  const bool may_be_sold = claim.metric == Metric::stake || claim.metric == Metric::acquisition_price;
  return !may_be_sold && !view.verbs_last && firm.first > view.sentence.first &&
         view.has(firm.first - 1, view.tags.possessive) && view.has(firm.last, own(view).unit_noun);
}

// «X kam auf 20 Prozent, Y auf 9 Prozent»: each with a figure of its own.
bool has_figure_of_its_own(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (!view.verbs_last || view.governor(firm.first) != kNoToken) return false;
  const auto at = firm.last + view.has(firm.last, view.tags.to_preposition);
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    return other.first != value.first && view.begin_with_qualifier(other) == at;
  });
}

// «X investiert |gemeinsam mit Y und Z|»: on the same side.
bool is_joined_in(const SentenceView& view, const Firm& firm) {
  if (!view.verbs_last || !view.may_have(own(view).together)) return false;
  const auto governor = view.governor(firm.first);
  if (governor != kNoToken && governor > view.sentence.first &&
      view.has(governor, view.tags.partner_preposition) && view.has(governor - 1, own(view).together))
    return true;
  const auto before = std::ranges::find(view.firms, firm.first - 1, &Firm::last);  // «, Z und W»
  return before != view.firms.end() && before->first < firm.first &&
         (view.has(before->last, view.tags.coordinator) ||
          view.text.of(view.text.tokens[before->last]) == ",") &&
         is_joined_in(view, *before);
}

// «größter Aktionär ist |X mit| 37 Prozent, |Y hält| 15 Prozent», «ein Konsortium |um X|»: who holds, and is
// not held.
bool is_another_holder(const SentenceView& view, const Firm& firm) {
  if (!view.verbs_last || firm.reference) return false;
  const auto governor = view.governor(firm.first);
  if (governor != kNoToken)
    return !view.has(governor, view.tags.target_preposition) &&
           !view.has(governor, view.tags.genitive_article);
  if (place_of(view, firm).governed) return false;
  if (view.has(firm.last, view.tags.partner_preposition))
    return std::ranges::any_of(view.values, [&](const Placed& share) {
      return share.mention->kind == MentionKind::percent && view.begin_with_qualifier(share) == firm.last + 1;
    });
  return !view.has(firm.last, own(view).belong_verb) && std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && cue.first == firm.last && key_of(cue).metric == Metric::stake;
  });
}

// «steckt 5 Milliarden in |Y| und 3 Milliarden in Z»: the figure before has Y.
bool is_of_figure_before(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (!view.verbs_last || firm.last >= value.first || view.governor(firm.first) == kNoToken) return false;
  const auto at = view.begin_with_qualifier(value);
  return at > view.sentence.first && view.has(at - 1, view.tags.coordinator) && firm.last + 1 == at &&
         std::ranges::any_of(view.values, [&](const Placed& other) { return other.last <= firm.first; });
}

// The other firm that stands nearest, rather behind a preposition.
const Firm* partner(const SentenceView& view, const Placed& value, const Claim& claim, int& nearest) {
  const Firm* other = nullptr;
  nearest = 1000;
  for (const auto& firm : view.firms) {
    const bool held = claim.metric == Metric::stake && is_held(view, firm, value);
    const bool teller =
        firm.media && claim.metric != Metric::acquisition_price && !held;  // papers are bought, too
    if (firm.entity == claim.subject_entity || teller || firm.source || is_bystander(view, firm)) continue;
    if (is_kin_aside(view, firm, value) || has_figure_of_its_own(view, firm, value)) continue;
    if (is_joined_in(view, firm)) continue;
    if (claim.metric == Metric::stake && !held && is_another_holder(view, firm)) continue;
    if (view.verbs_last && !firm.reference && view.has(firm.last + 1, view.tags.role_noun) &&
        view.text.of(view.text.tokens[firm.last]) == "-")  // «X-Chef Erik Muster»
      continue;
    if (firm.media && view.in_brackets(firm.first)) continue;  // "(AFP)"
    if (view.segment(firm.first) != view.segment(value.first)) continue;
    if (claim.metric == Metric::acquisition_price && is_another_bidder(view, firm)) continue;
    if (does_it_too(view, firm, claim) || only_deals(view, firm, claim) || is_seller(view, firm, claim) ||
        is_own_unit(view, firm, claim))
      continue;
    int distance = view.distance(firm.first, firm.last, value.first, value.last);
    if (view.governor(firm.first) != kNoToken) distance -= 10;
    if (!view.same_clause(firm.first, value.first)) distance += 10;
    if (is_of_figure_before(view, firm, value)) distance += 25;
    if (distance < nearest) other = &firm, nearest = distance;
  }
  return other;
}

void set_counterparty(const SentenceView& view, const Placed& value, const Claim* previous, Claim& claim) {
  constexpr int kFarthest = 25;
  if (!has_counterparty(claim.metric)) return;
  if (claim.metric == Metric::stake && is_owned_by_no_firm(view, value)) return;
  int distance = 0;
  const Firm* other = claim.metric == Metric::stake ? antecedent(view, value) : nullptr;
  if (!other || other->entity == claim.subject_entity) other = partner(view, value, claim, distance);
  if (!other && previous && previous->metric == claim.metric &&
      previous->counterparty_entity != claim.subject_entity) {
    claim.counterparty = previous->counterparty;
    claim.counterparty_entity = previous->counterparty_entity;
  }
  if (!other || distance > kFarthest) return;
  claim.counterparty = other->name;
  claim.counterparty_entity = other->entity;
}

// «Das Wifo rechnet mit einem Wachstum von 1,4 Prozent», «die Ökonomen rechnen …»: a country's, where an
// office or economists tell it and no firm.
bool is_of_economy(const SentenceView& view, const MetricChoice& metric) {
  if (!metric.cue || !view.has(metric.cue->first, own(view).economy_too)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, own(view).economist) || view.phrase_at(i, view.tags.authorities).tag != kNoTag)
      return true;
  return false;
}

// "Siemens shares fell 2%, and the market lost 1%": behind the firm's own figure something else moves.
bool is_of_next_subject(const SentenceView& view, const Firm& subject, const Placed& value) {
  if (view.verbs_last) return false;
  const auto before = std::ranges::find_if(
      view.values.rbegin(), view.values.rend(),
      [&](const Placed& other) { return other.last <= value.first && other.first >= subject.last; });
  if (before == view.values.rend()) return false;
  for (auto i = before->last; i < value.first; ++i)
    if (view.has(i, view.tags.other_subject) && moves_by_itself(view, i, i + 1, value)) return true;
  return false;
}

// "offered $9bn for X, |trumping an agreed deal| with Y worth $7bn": of those who had made it.
bool is_of_outbid_deal(const SentenceView& view, const Cue& noun) {
  constexpr std::uint32_t kReach = 5;
  if (noun.tag != view.tags.metric_noun || !view.may_have(own(view).outbid_verb)) return false;
  for (auto i = noun.first; i > view.sentence.first && i + kReach > noun.first; --i) {
    if (view.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
    if (view.has(i - 1, own(view).outbid_verb))
      return key_of(noun).metric == Metric::deal_value && view.has(noun.last, view.tags.partner_preposition);
  }
  return false;
}

constexpr int kSureFit = 60;  // handed out, or that of the claim before

// "Denmark will plant 4,000 tonnes, Carlsberg director Erik Muster said": the clause has a subject of its
// own, and the firm is only named behind what is told.
bool comes_up_behind(const SentenceView& view, const Firm& subject, const Placed& value,
                     const MetricChoice& metric) {
  const bool from_outside = metric.key.metric == Metric::aid || metric.key.metric == Metric::fine;
  return subject.first > value.last && !view.same_clause(subject.first, value.first) &&
         view.clause_kind(subject.first) != ClauseKind::subordinate && !from_outside &&
         !has_counterparty(metric.key.metric) && has_other_subject(view, value);
}

// «49 Prozent gingen |an die Aktionäre|»: held by many who are no firm.
bool goes_to_shareholders(const SentenceView& view, const Placed& value) {
  if (!view.verbs_last || !view.may_have(view.tags.shareholder)) return false;
  for (auto i = value.last; i < view.sentence.last && view.same_clause(i, value.first); ++i) {
    const auto governor = view.has(i, view.tags.shareholder) ? view.governor(i) : kNoToken;
    if (governor != kNoToken && governor >= value.last && view.has(governor, view.tags.target_preposition))
      return true;
  }
  return false;
}

// "taking his stake to 42%", "creditors, who own 99% of X": held by persons.
bool is_held_by_persons(const SentenceView& view, const Placed& value, const MetricChoice& metric) {
  if (view.capital_nouns || !metric.cue) return false;
  if (metric.cue->first > view.sentence.first && view.has(metric.cue->first - 1, view.tags.human_pronoun))
    return true;
  const auto begin = view.begin_of_clause(value.first);
  for (auto i = begin; i < value.first && i < begin + 2; ++i)
    if (view.has(i, own(view).person_pronoun_relative)) return true;
  return false;
}

// "X founder Erika Muster | sold", "Erika Muster, chief executive of X, | sold": a name, with the role of
// whose it is before or behind it.
bool is_behind_person(const SentenceView& view, std::uint32_t verb) {
  constexpr std::uint32_t kMostBetween = 3, kMostNames = 4, kMostInAside = 10;
  const auto& tokens = view.text.tokens;
  const auto comma_at = [&](std::uint32_t i) { return view.text.of(tokens[i]) == ","; };
  const auto has_role = [&](std::uint32_t from, std::uint32_t to) {
    for (auto i = from; i < to; ++i)
      if (view.has(i, view.tags.role_noun)) return true;
    return false;
  };
  const auto name_before = [&](std::uint32_t end) {
    auto begin = end;
    while (
        begin > view.sentence.first && end - begin < kMostNames && tokens[begin - 1].is(TokenClass::word) &&
        (tokens[begin - 1].shape & kCapital) && !view.has(begin - 1, view.tags.role_noun) &&
        !is_in_firm(view, begin - 1))
      --begin;
    return begin;
  };
  auto at = verb;
  while (at > view.sentence.first && verb - at < kMostBetween &&
         (view.has(at - 1, view.tags.speech_gap) || view.has(at - 1, view.tags.perfect_auxiliary)))
    --at;
  if (at > view.sentence.first && comma_at(at - 1)) {
    for (auto i = at - 1; i > view.sentence.first && at - i < kMostInAside; --i)
      if (comma_at(i - 1)) {
        const auto begin = name_before(i - 1);
        return i - 1 - begin >= 2 && has_role(i, at - 1);
      }
    return false;
  }
  const auto begin = name_before(at);
  return at - begin >= 2 && begin > view.sentence.first && has_role(begin - 1, begin);
}

// What a person does for himself, whatever role he has in a firm: earn, hold, buy and sell.
bool is_done_by_person(const SentenceView& view, const MetricChoice& metric) {
  if (view.verbs_last || !metric.cue || metric.cue->tag != view.tags.metric_verb) return false;
  switch (metric.key.metric) {
    case Metric::funding:
    case Metric::stake:
    case Metric::acquisition_price:
    case Metric::profit:
    case Metric::loss:
    case Metric::market_cap:
      return is_behind_person(view, metric.cue->first);
    default:
      return false;
  }
}

// "his stake in X", "own 99% of X": told of the firm that is held.
const Firm* held_firm(const SentenceView& view, const Placed& value, const Cue& cue) {
  const auto from = std::min(cue.first, value.first);
  const auto held = std::ranges::find_if(view.firms, [&](const Firm& firm) {
    const auto governor = view.governor(firm.first);
    return firm.first > from && governor != kNoToken && view.has(governor, view.tags.target_preposition) &&
           view.same_clause(firm.first, cue.first);
  });
  return held == view.firms.end() ? nullptr : &*held;
}

// "talk that a bid for |X| will be raised"
bool is_bid_for(const SentenceView& view, std::string_view entity) {
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return firm.entity == entity && is_for(view, firm) &&
           view.has(view.governor(firm.first) - 1, view.tags.offer_noun);
  });
}

// "|X| and Y are to meet amid talk of a bid for Y": the only other one that is named.
const Firm* only_other_firm(const SentenceView& view, std::string_view entity) {
  const Firm* only = nullptr;
  for (const auto& firm : view.firms) {
    if (firm.entity == entity || firm.reference || firm.media || firm.outsider || firm.index) continue;
    if (only && only->entity != firm.entity) return nullptr;
    only = &firm;
  }
  return only;
}

// No deal between a firm and its kin.
bool is_of_one_firm(Metric metric) {
  return is_result(metric) || metric == Metric::headcount || metric == Metric::job_cuts ||
         metric == Metric::market_share || of_a_day(metric);
}

void set_subject(std::string_view name, std::string_view entity, Claim& claim) {
  claim.subject = name;
  claim.subject_entity = entity;
}

// «…, |der Bund| hält 12 Prozent», «…, |der Bund| 12 Prozent»
bool is_held_beside(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 4;
  const auto at = view.begin_with_qualifier(value);
  for (auto i = at; i > view.sentence.first + 2 && i + kReach > at; --i) {
    if (view.has(i - 1, view.tags.other_subject)) {
      const auto before = i - 2 - view.has(i - 2, view.tags.article);
      return is_pause(view, before) || view.has(before, view.tags.coordinator);
    }
    const bool verb = is_verb(view, i - 1) || view.has(i - 1, view.tags.speech_gap);
    if (!verb) return false;
  }
  return false;
}

// "Chrysler's first move came when |it| bought X": who is named before, else whom the text has come to.
void set_buyer_of_pronoun(const SentenceView& view, const Firm& bought, const Topic& topic, Claim& claim) {
  const Firm* named = only_other_firm(view, bought.entity);
  if (named && named->last < bought.first)
    set_subject(named->name, named->entity, claim);
  else
    set_subject(topic.name, topic.entity, claim);
  claim.flags |= kSubjectResolved;
}

// Whom the text has come to, where the sentence names nobody.
SubjectGrounds set_by_text(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                           const Topics& topics, const Claim* previous, Claim& claim) {
  const auto& topic = topics.owner(view, value);
  const Firm* setter = setter_of_target(view, metric);
  if (setter && setter->entity == topic.entity) return {};
  if (!view.verbs_last && std::ranges::any_of(view.firms, [&](const Firm& firm) {
        const bool bought =
            claim.metric == Metric::acquisition_price && is_of_paid_shareholders(view, firm, metric);
        return (firm.outsider || bought) && firm.entity == topic.entity;
      }))
    return {};
  const bool bid_for =
      !view.verbs_last && claim.metric == Metric::acquisition_price && is_bid_for(view, topic.entity);
  if (const Firm* bidder = bid_for ? only_other_firm(view, topic.entity) : nullptr) {
    set_subject(bidder->name, bidder->entity, claim);
    claim.flags |= kSubjectAssumed;
    set_counterparty(view, value, previous, claim);
    return {};
  }
  if (is_of_economy(view, metric) || !topics.can_own(view, value, metric)) return {};
  set_subject(topic.name, topic.entity, claim);
  if (!(claim.flags & kSubjectResolved)) claim.flags |= kSubjectAssumed;
  if (view.verbs_last && claim.metric == Metric::acquisition_price)  // «Die Übernahme von |Y| kostet …»
    set_counterparty(view, value, previous, claim);
  return {.other_noun = has_noun_as_subject(view, value), .other_head = has_other_head(view, value)};
}

}  // namespace

bool is_held_by_other(const SentenceView& view, const Placed& value) {
  if (view.verbs_last && is_held_beside(view, value)) return true;
  if (std::ranges::any_of(view.firms, [&](const Firm& firm) {
        return view.segment(firm.first) == view.segment(value.first);
      }))
    return false;
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, view.tags.other_subject) && view.same_clause(i, value.first)) return true;
  return false;
}

SubjectGrounds set_parties(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                           const Topics& topics, const PartiesBefore& before, Claim& claim) {
  const Claim* previous = before.previous;
  if (before.firm) {
    set_subject(before.firm->name, before.firm->entity, claim);
    return {.fit = kSureFit};
  }
  if (is_of_unknown_firm(view, value) || is_earned_by_person(view, value)) return {};
  if (claim.metric == Metric::stake && goes_to_shareholders(view, value)) return {};
  // What a person holds or is paid off with is the firm's all the same.
  if (claim.metric != Metric::stake && claim.metric != Metric::costs && describes_person(view, value))
    return {};
  if (is_of_one_firm(claim.metric) && is_of_unnamed_kin(view, value)) return {};
  if (!has_counterparty(claim.metric) && is_of_several(view, value)) return {};
  if (const Firm* owner = claim.metric == Metric::stake ? owner_of_other(view, value, metric) : nullptr) {
    set_subject(owner->name, owner->entity, claim);
    set_counterparty(view, value, previous, claim);
    return {.fit = kSureFit};
  }
  if (!view.verbs_last && metric.cue && is_of_outbid_deal(view, *metric.cue)) return {};
  const auto [chosen, fit] = choose_subject(view, value, metric);
  const Firm* subject = chosen;
  const bool by_person = is_done_by_person(view, metric);
  // "X shareholders will own 46% of the combined company"
  if (subject && claim.metric == Metric::stake && !view.verbs_last && !subject->reference &&
      view.has(subject->last, view.tags.shareholder) && subject->last < value.first)
    return {};
  if (by_person && claim.metric != Metric::stake) return {};
  if (claim.metric == Metric::stake && (by_person || is_held_by_persons(view, value, metric))) {
    subject = held_firm(view, value, *metric.cue);
    if (!subject) return {};
    set_subject(subject->name, subject->entity, claim);
    return {.fit = kSureFit};
  }
  // "The firm said 54% of companies …": who says or asks that is not who it is about.
  if (subject && (subject->reference || view.has(subject->last, view.tags.speech_verb)) &&
      measures_other(view, value, metric))
    return {};
  if (subject && comes_up_behind(view, *subject, value, metric)) return {};
  if (subject && is_of_next_subject(view, *subject, value)) return {};
  // "X did well, but Kestrelle lost $5m"
  if (subject && !view.same_clause(subject->first, value.first) && subject->last < value.first &&
      opens_with_unknown_name(view, value))
    return {};
  // "X said the Navy awarded it a contract"
  if (subject && claim.metric != Metric::deal_value && is_told_of_unknown(view, *subject, value)) return {};
  const auto& topic = topics.owner(view, value);
  if (subject && owns_part_behind(view, *subject, value)) {
    if (!topic.known() || topic.entity == subject->entity) return {};
    subject = nullptr;
  }
  if (subject && topic.known() && pronoun_is_nearer(view, value, *subject, metric))
    subject = nullptr, claim.flags |= kSubjectResolved;
  const bool by_pronoun = subject && claim.metric == Metric::acquisition_price && topic.known() &&
                          topic.entity != subject->entity && is_bought_by_pronoun(view, *subject);
  if (by_pronoun) {
    set_buyer_of_pronoun(view, *subject, topic, claim);
    set_counterparty(view, value, previous, claim);
    return {};
  }
  if (subject && claim.metric == Metric::stake) subject = holder_of_stake(view, value, subject);
  if (claim.metric == Metric::stake && previous && !previous->counterparty.empty() &&
      is_held_by_other(view, value)) {
    set_subject(previous->counterparty, previous->counterparty_entity, claim);
    return {.fit = kSureFit};
  }
  if (subject) {
    set_subject(subject->name, subject->entity, claim);
    if (subject->reference) claim.flags |= kSubjectResolved;
  } else if (previous && has_counterparty(claim.metric)) {
    // «…, während die Vereinbarung mit AMD 300 Milliarden wert ist»: still the firm of the clause before.
    set_subject(previous->subject, previous->subject_entity, claim);
  } else {
    return set_by_text(view, value, metric, topics, previous, claim);
  }
  set_counterparty(view, value, previous, claim);
  return {.fit = subject ? fit : kSureFit};
}

}  // namespace gegenprobe::extract
