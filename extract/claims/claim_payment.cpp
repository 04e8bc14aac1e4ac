#include "extract/claims/claim_payment.h"

#include <algorithm>

#include "extract/claims/claim_metric.h"
#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {
namespace {

struct PaymentTags {
  Tag bought_noun, plural_move, taken_word, gaining_verb, damages_noun, recipient_preposition, ending_verb,
      legal_matter, sell_verb;
  TagSet payment_forms;
  explicit PaymentTags(const Lexicon& lexicon)
      : bought_noun(lexicon.tag("bought_noun")),
        plural_move(lexicon.tag("plural_move")),
        taken_word(lexicon.tag("taken_word")),
        gaining_verb(lexicon.tag("gaining_verb")),
        damages_noun(lexicon.tag("damages_noun")),
        recipient_preposition(lexicon.tag("recipient_preposition")),
        ending_verb(lexicon.tag("ending_verb")),
        legal_matter(lexicon.tag("legal_matter")),
        sell_verb(lexicon.tag("sell_verb")),
        payment_forms(lexicon.tags({"payment_form"})) {}
};
const PaymentTags& own(const SentenceView& view) { return view.lists<PaymentTags>(); }

bool is_share(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    if (cue.tag != view.tags.metric_noun || token < cue.first || token >= cue.last) return false;
    const auto metric = key_of(cue).metric;
    return metric == Metric::share_price || metric == Metric::stake;
  });
}

// "$55 a share", "£1.3bn ($2.5bn) in cash": behind a figure, its conversions and what it is paid in.
std::uint32_t behind_payment(const SentenceView& view, const Placed& value) {
  auto at = value.last;
  while (at < view.sentence.last) {
    const auto form = view.phrase_at(at, own(view).payment_forms);
    if (form.tag != kNoTag) {
      at = form.last;
      // "and 0.14625 of a share for each share of X"
      constexpr std::uint32_t kMostWords = 9;
      if (!view.has(at, view.tags.coordinator)) continue;
      for (auto i = at + 1; i < view.sentence.last && i < at + kMostWords; ++i)
        if (view.has(i, view.tags.price_preposition)) {
          at = i;
          break;
        }
      if (view.has(at, view.tags.coordinator)) break;
    } else if (view.in_brackets(at) || view.has(at, view.tags.per_piece) ||
               (view.has(at - 1, view.tags.per_piece) && is_share(view, at))) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// «8,10 Euro je Anteil», «je Aktie nur noch 2,25 Euro», "€2.25 a share".
bool names_share(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 4;
  if (view.has(value.last, view.tags.per_piece) && is_share(view, value.last + 1)) return true;
  const auto begin = std::max(view.sentence.first + kReach, value.first) - kReach;
  for (auto i = begin; i + 1 < value.first; ++i)
    if (view.has(i, view.tags.per_piece) && is_share(view, i + 1) && view.same_clause(i, value.first))
      return true;
  return false;
}

}  // namespace

bool is_per_share(const SentenceView& view, const Placed& value) {
  if (names_share(view, value)) return true;
  if (!view.has(value.last, view.tags.per_piece)) return false;
  for (auto i = view.sentence.first; i < value.first; ++i) {
    if (view.has(i, view.tags.shareholder) && view.segment(i) == view.segment(value.first)) return true;
    // «kaufte |Stammaktien| zum Preis von 400 Dollar je Stück»
    if (view.verbs_last && is_share(view, i) && view.same_clause(i, value.first)) return true;
  }
  return false;
}

bool pays_per_share(const SentenceView& view, const Placed& value, const MetricChoice& best) {
  if (value.mention->kind != MentionKind::money || value.last >= view.sentence.last) return false;
  const bool other = best.key.metric != Metric::share_price && best.key.metric != Metric::stake &&
                     !(best.cue && view.has(best.cue->first, view.tags.receive_verb));
  if ((best.cue && other && best.score > 20) || !is_per_share(view, value)) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, view.tags.receive_verb) && view.segment(i) == view.segment(value.first)) return true;
  return false;
}

namespace {

// «an die |Aktionäre| fließen», «die |Anteilseigner| erhalten», «zahlt den |Aktionären|».
bool is_of_receiver(const SentenceView& view, std::uint32_t shareholder, const Placed& value) {
  const bool before = shareholder < value.first;
  if (before ? view.values_between(shareholder, value.first) : view.values_between(value.last, shareholder))
    return false;
  const auto governor = view.governor(shareholder);
  if (governor != kNoToken) return view.has(governor, own(view).recipient_preposition);
  if (!before) return false;
  if (view.has_in_segment(value.first, own(view).gaining_verb)) return true;
  const auto article = shareholder - (shareholder > view.sentence.first);
  return view.has(article, view.tags.article) && !view.has(article, view.tags.nominative_article) &&
         view.has_in_segment(value.first, view.tags.receive_verb);
}

// "paid $4 a share |for| 18% of X", "for its rival X": what is bought, and no dividend "for 2024".
bool is_paid_per_share_for_firm(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 4;
  if (view.verbs_last || !view.has(value.last, view.tags.per_piece) || !is_share(view, value.last + 1))
    return false;
  const auto at = value.last + 2;
  if (!view.has(at, view.tags.price_preposition) || !view.has_in_segment(value.first, view.tags.pay_verb))
    return false;
  const auto begins = [&](const Placed& part) {
    return view.begin_with_qualifier(part) == at + 1 && part.mention->kind == MentionKind::percent;
  };
  return std::ranges::any_of(view.values, begins) || std::ranges::any_of(view.firms, [&](const Firm& firm) {
           return !firm.reference && firm.first > at && firm.first <= at + kReach &&
                  view.governor(firm.first) == at;
         });
}

}  // namespace

bool pays_to_shareholders(const SentenceView& view, const Placed& value, const MetricChoice& best) {
  if (!view.verbs_last || value.mention->kind != MentionKind::money ||
      !is_paid_to_all(Metric::dividend, *value.mention->amount()) || !view.may_have(view.tags.shareholder))
    return false;
  const auto metric = best.key.metric;
  const bool open = !best.cue || view.has(best.cue->first, view.tags.shareholder) ||
                    (best.cue->tag == view.tags.metric_verb &&
                     (metric == Metric::investment || metric == Metric::costs || metric == Metric::other));
  for (auto i = view.sentence.first; open && i < view.sentence.last; ++i)
    if (view.has(i, view.tags.shareholder) && view.same_clause(i, value.first) &&
        is_of_receiver(view, i, value))
      return true;
  return false;
}

bool is_offered_per_share(const SentenceView& view, const Placed& value) {
  return view.verbs_last && value.mention->kind == MentionKind::money &&
         view.has_beside(value.first, view.tags.offer_noun) && names_share(view, value);
}

bool is_paid_for_share(const SentenceView& view, const Placed& value) {
  if (value.mention->kind != MentionKind::money) return false;
  if (is_paid_per_share_for_firm(view, value)) return true;
  const auto at = behind_payment(view, value);
  const bool for_each = view.has(at, view.tags.price_preposition) && view.has(at + 1, view.tags.per_piece) &&
                        is_share(view, at + 2);
  bool in_cash = false, per_share = false;
  for (auto i = value.last; i < at; ++i) {
    in_cash |= view.phrase_at(i, own(view).payment_forms).tag != kNoTag;
    per_share |= view.has(i, view.tags.per_piece) && is_share(view, i + 1);
  }
  if (!for_each && !(in_cash && per_share)) return false;
  bool shareholder = false, receives = false;
  for (auto i = view.sentence.first; i < value.first; ++i) {
    if (view.segment(i) != view.segment(value.first)) continue;
    shareholder |= view.has(i, view.tags.shareholder);
    receives |= view.has(i, view.tags.receive_verb);
  }
  return shareholder && receives;
}

namespace {

// «Je X-Aktie will Y 35 Dollar zahlen», «Y bietet 35 Dollar je X-Aktie».
bool pays_for_compound_share(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kHyphen = 1;
  if (!view.has_in_segment(value.first, view.tags.pay_verb) &&
      !view.has_in_segment(value.first, view.tags.receive_verb))
    return false;
  const auto target = std::ranges::find_if(view.firms, [&](const Firm& firm) {
    return !firm.reference && firm.first > view.sentence.first &&
           view.has(firm.first - 1, view.tags.per_piece) && is_share(view, firm.last + kHyphen) &&
           view.same_clause(firm.first, value.first);
  });
  return target != view.firms.end() && std::ranges::any_of(view.firms, [&](const Firm& payer) {
           return payer.entity != target->entity && !payer.source && !is_governed(view, payer) &&
                  view.same_clause(payer.first, value.first);
         });
}

}  // namespace

bool is_paid_for_share_of_other(const SentenceView& view, const Placed& value) {
  if (value.mention->kind != MentionKind::money) return false;
  if (view.verbs_last) return pays_for_compound_share(view, value);
  auto at = behind_payment(view, value);
  at += view.has(at, view.tags.price_preposition);
  if (at > value.last && !view.has(at, view.tags.per_piece) && view.has(at - 1, view.tags.per_piece)) --at;
  if (!view.has(at, view.tags.per_piece)) return false;
  const auto target = std::ranges::find(view.firms, at + 1, &Firm::first);
  if (target == view.firms.end() || target->reference || !is_share(view, target->last)) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& payer) {
    return payer.entity != target->entity && payer.last <= value.first && !is_governed(view, payer) &&
           view.same_clause(payer.first, value.first);
  });
}

bool is_result_per_share(const SentenceView& view, const Placed& value, Metric metric, const Cue* cue) {
  if (value.mention->kind != MentionKind::money || !is_result(metric) || metric == Metric::dividend)
    return false;
  const bool of_noun = cue && view.has(cue->last, view.tags.per_piece) && is_share(view, cue->last + 1);
  return of_noun || names_share(view, value);
}

namespace {

bool buys(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_verb && key_of(cue).metric == Metric::acquisition_price;
}

// "will acquire X, a maker of chips, for $35 million": past any apposition.
bool is_price_behind_buying(const SentenceView& view, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  if (at == view.sentence.first || !view.has(at - 1, view.tags.price_preposition)) return false;
  if (at >= view.sentence.first + 2 && view.has(at - 2, own(view).taken_word))
    return true;  // "take X private for"
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return buys(view, cue) && cue.first < at && view.segment(cue.first) == view.segment(at);
  });
}

// "offered $1.3 billion in cash to acquire X"
bool is_price_before_buying(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 5;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return buys(view, cue) && cue.first > value.last && cue.first <= value.last + kReach &&
           view.has(cue.first - 1, view.tags.infinitive_marker) && view.same_clause(value.first, cue.first);
  });
}

// "offered $5bn", «zahlt 5 Milliarden», «will 5 Milliarden … zahlen».
bool pays_before(const SentenceView& view, const Placed& value) {
  if (view.verbs_last) {
    // «sein |Angebot von| 2 Milliarden Euro für Y»
    const auto at = view.begin_with_qualifier(value);
    if (at >= view.sentence.first + 2 && view.has(at - 2, view.tags.offer_noun)) return true;
    return view.has_in_segment(value.first, view.tags.pay_verb);
  }
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, view.tags.pay_verb) && view.segment(i) == view.segment(value.first)) return true;
  return false;
}

// "for Kestrelle.", "for Kestrelle Foods, a maker of": words with a capital and no noun behind them, which
// "for Christmas sales" has.
bool is_name_alone(const SentenceView& view, std::uint32_t first) {
  if (view.capital_nouns) return false;
  auto end = first;
  const auto in_name = [&](std::uint32_t i) {
    const Token& token = view.text.tokens[i];
    const bool joins = end > first && (token.is(TokenClass::symbol) || view.text.of(token) == "-");
    return joins || (token.is(TokenClass::word) && (token.shape & (kCapital | kMixedCase)) &&
                     !view.has(i, view.tags.place) && !view.has(i, view.tags.month));
  };
  while (end < view.sentence.last && in_name(end)) ++end;
  const bool dated = std::ranges::any_of(
      view.dates, [&](const Placed& date) { return date.first < end && date.last > first; });
  if (end == first || dated) return false;
  return end >= view.sentence.last ||
         (view.text.tokens[end].is(TokenClass::punctuation) && !view.genitive_at(end)) ||
         view.has(end, view.tags.preposition) || view.has(end, view.tags.clause_conjunction) ||
         view.has(end, view.tags.coordinator) || view.has(end, view.tags.infinitive_marker);
}

// Nobody buys a firm for less, unless by the share.
bool may_buy_firm(const SentenceView& view, const Placed& value) {
  constexpr double kCheap = 1e6;
  const auto& amount = *value.mention->amount();
  return view.has(value.last, view.tags.per_piece) ||
         (amount.resolved() && amount.most().to_double() >= kCheap);
}

// «zahlt 3 Milliarden Franken für die CS», "offered £1.3bn ($2.5bn) for its rival": behind the figure stands
// what is bought.
bool is_price_before_bought(const SentenceView& view, const Placed& value) {
  const auto at = behind_payment(view, value);
  if (!view.has(at, view.tags.price_preposition)) return false;
  if (may_buy_firm(view, value) && is_name_alone(view, at + 1)) return pays_before(view, value);
  constexpr std::uint32_t kReach = 6;
  for (auto i = at + 1; i < view.sentence.last && i <= at + kReach && view.same_clause(at, i); ++i)
    if (view.has(i, own(view).bought_noun) ||
        std::ranges::any_of(view.firms, [&](const Firm& f) { return f.first == i; }))
      return pays_before(view, value);
  return false;
}

// «will für den Konkurrenten Y 3 Milliarden Euro zahlen»: where the verb frames its clause, what is bought
// may stand before the figure.
bool is_price_behind_bought(const SentenceView& view, const Placed& value) {
  if (!view.verbs_last || !may_buy_firm(view, value)) return false;
  bool pays = false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    pays |= view.has(i, view.tags.pay_verb) && view.segment(i) == view.segment(value.first);
  const auto at = view.begin_with_qualifier(value);
  if (!pays || view.values_between(view.begin_of_clause(at), at) > 0) return false;
  return std::ranges::any_of(view.firms,
                             [&](const Firm& firm) {
                               const auto governor = view.governor(view.begin_of_compound(firm.first));
                               return firm.last == at && governor != kNoToken &&
                                      view.has(governor, view.tags.price_preposition) &&
                                      view.same_clause(governor, at);
                             }) ||
         (at > view.sentence.first + 2 && view.has(at - 1, own(view).bought_noun) &&
          view.has(at - 2, view.tags.article) && view.has(at - 3, view.tags.price_preposition));
}

// «|Für den Konkurrenten Y| zahlt X 3 Milliarden», «das Angebot |für Y| auf 3 Milliarden erhöht»
bool is_paid_for_firm_before(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 3;  // «auf bis zu»
  if (!view.verbs_last || !may_buy_firm(view, value)) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    const auto governor = view.governor(view.begin_of_compound(firm.first));
    if (firm.last > value.first || governor == kNoToken || !view.has(governor, view.tags.price_preposition) ||
        !view.same_clause(governor, value.first) || view.values_between(governor, value.first) > 0)
      return false;
    if (governor <= view.begin_of_clause(value.first) + 1 && view.has(firm.last, view.tags.pay_verb))
      return true;
    return governor > view.sentence.first && view.has(governor - 1, view.tags.offer_noun) &&
           view.begin_with_qualifier(value) <= firm.last + kReach;
  });
}

// «Y geht |für 3 Milliarden| an X»
bool is_price_of_going(const SentenceView& view, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  if (!view.verbs_last || !may_buy_firm(view, value) || at == view.sentence.first ||
      !view.has(at - 1, view.tags.price_preposition) || !view.has_beside(at, own(view).sell_verb))
    return false;
  const auto beside = [&](const Firm& firm) { return view.same_clause(firm.first, at); };
  const auto goes = [&](const Firm& firm) { return beside(firm) && !is_governed(view, firm); };
  const auto gets = [&](const Firm& firm) {
    const auto governor = view.governor(firm.first);
    return beside(firm) && governor != kNoToken && view.has(governor, own(view).recipient_preposition);
  };
  return std::ranges::any_of(view.firms, goes) && std::ranges::any_of(view.firms, gets);
}

// "will spend $3.3bn to buy a bank": no investment.
bool is_spent_on_firm(const SentenceView& view, const Placed& value, const MetricChoice& best) {
  constexpr std::uint32_t kReach = 12;
  if (!best.cue || best.cue->tag != view.tags.metric_verb || best.key.metric != Metric::investment ||
      !is_price_before_buying(view, value))
    return false;
  for (auto i = value.last; i < view.sentence.last && i < value.last + kReach; ++i)
    if (view.has(i, view.tags.firm_noun) || view.has(i, own(view).bought_noun)) return true;
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && firm.first > value.last && firm.first <= value.last + kReach;
  });
}

// "an agreement to buy X for $25bn": the price of X, no worth of the agreement.
bool is_price_of_agreed(const SentenceView& view, const Placed& value, const MetricChoice& best) {
  constexpr std::uint32_t kReach = 4;
  if (!best.cue || best.key.metric != Metric::deal_value || !is_price_behind_buying(view, value))
    return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return buys(view, cue) && cue.first > best.cue->first && cue.first < value.first &&
           view.has(cue.first - 1, view.tags.infinitive_marker) &&
           std::ranges::any_of(
               view.firms,
               [&](const Firm& firm) { return firm.first >= cue.last && firm.first <= cue.last + kReach; });
  });
}

// "agreed to pay $43 billion for Kestrelle": no fine, though fines are paid, too.
bool is_agreed_price(const SentenceView& view, const Placed& value, const MetricChoice& best) {
  if (!best.cue || best.key.metric != Metric::fine || best.cue->tag != view.tags.metric_verb) return false;
  for (auto i = best.cue->first; i < best.cue->last; ++i)
    if (view.has(i, view.tags.pay_verb)) return is_price_before_bought(view, value);
  return false;
}

}  // namespace

bool is_gained(const SentenceView& view, const Placed& value) {
  return view.has_beside(value.first, own(view).damages_noun) &&
         view.has_beside(value.first, own(view).gaining_verb);
}

namespace {

// "Tesco (TSCO) fell 2%", "Nokia NOK1V FH rose": past the code of its shares.
std::uint32_t behind_name(const SentenceView& view, const Firm& firm) {
  auto at = firm.last;
  while (at < view.sentence.last && view.in_brackets(at)) ++at;
  const auto code = at;
  const auto in_capitals = [&](std::uint32_t i) {
    const auto& token = view.text.tokens[i];
    return (token.is(TokenClass::word) && (token.shape & kAllCaps)) || (i > code && (token.shape & kGlued));
  };
  while (at < view.sentence.last && in_capitals(at)) ++at;
  return at;
}

// «Im Dax fielen SAP um 3 Prozent»: of one firm a verb in the plural tells of its shares.
bool move_before(const SentenceView& view, const Firm& firm) {
  return firm.first > view.sentence.first && view.has(firm.first - 1, own(view).plural_move);
}

}  // namespace

bool is_price_of_bought(const SentenceView& view, const Placed& value, const MetricChoice& best) {
  if (value.mention->kind != MentionKind::money) return false;
  // "buy chips for $3bn": what is bought is no firm.
  if (best.cue && best.key.metric == Metric::deal_value &&
      key_of(*best.cue).metric == Metric::acquisition_price)
    return false;
  // "bought X and |earned| $3bn"
  if (best.cue && best.cue->tag == view.tags.metric_verb && is_result(best.key.metric) &&
      best.cue->last == view.begin_with_qualifier(value))
    return false;
  if (is_spent_on_firm(view, value, best)) return true;
  if (is_price_of_agreed(view, value, best)) return true;
  if (is_agreed_price(view, value, best)) return true;
  if (best.cue && best.score > 48 && best.key.metric != Metric::share_price) return false;
  return is_price_before_bought(view, value) || is_price_behind_bought(view, value) ||
         is_paid_for_firm_before(view, value) || is_price_of_going(view, value) ||
         is_price_behind_buying(view, value) ||
         (pays_before(view, value) && is_price_before_buying(view, value));
}

bool is_paid_to_settle(const SentenceView& view, const Placed& value, const MetricChoice& best) {
  constexpr std::uint32_t kReach = 14, kMostBetween = 8;
  const Metric metric = best.key.metric;
  const bool open = !best.cue || metric == Metric::costs || metric == Metric::deal_value ||
                    metric == Metric::price || metric == Metric::other;
  if (!open || value.mention->kind != MentionKind::money || !view.may_have(own(view).ending_verb) ||
      !view.has_in_segment(value.first, view.tags.pay_verb))
    return false;
  const auto end = std::min(view.sentence.last, value.last + kReach);
  for (auto verb = value.last; verb < end; ++verb) {
    if (!view.has(verb, own(view).ending_verb)) continue;
    const auto from = view.verbs_last ? std::max(value.last + kMostBetween, verb) - kMostBetween : verb + 1;
    const auto to = view.verbs_last ? verb : std::min(view.sentence.last, verb + kMostBetween);
    for (auto i = from; i < to; ++i)
      if (view.has(i, own(view).legal_matter)) return true;
  }
  return false;
}

bool is_price_move(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 6;
  const auto& amount = *value.mention->amount();
  const auto kind = value.mention->kind;
  const bool fits = kind == MentionKind::percent ||
                    (kind == MentionKind::money && plausible(Metric::share_price, kind, amount));
  if (!fits) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && !firm.index && firm.last <= value.first && value.first <= firm.last + kReach &&
           (view.has(behind_name(view, firm), view.tags.price_move) || move_before(view, firm)) &&
           view.same_clause(firm.first, value.first) && !is_governed(view, firm);
  });
}

}  // namespace gegenprobe::extract
