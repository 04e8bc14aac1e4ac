#include "extract/claims/claim_measure.h"

#include <algorithm>

#include "extract/claims/claim_basis.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_metric_choice.h"
#include "extract/claims/claim_payment.h"
#include "extract/claims/claim_series.h"
#include "extract/claims/claim_subject.h"

namespace gegenprobe::extract {
namespace {

struct MeasureTags {
  Tag adjusted;            // «bereinigt»
  TagSet adjusted_phrase;  // «vor Sondereinflüssen»
  Tag counts;              // verbs by which an airport counts its passengers
  Tag carried, staff_beside, affected, exchange_noun, further, price_comparison, layoff_noun, share_of_whole,
      absolute_preposition, public_giver, propping_verb, giver_preposition, preserving;
  explicit MeasureTags(const Lexicon& lexicon)
      : adjusted(lexicon.tag("adjusted_word")),
        adjusted_phrase(lexicon.tags({"adjusted_phrase"})),
        counts(lexicon.tag("counts_carried")),
        carried(lexicon.tag("carried")),
        staff_beside(lexicon.tag("staff_beside")),
        affected(lexicon.tag("affected")),
        exchange_noun(lexicon.tag("exchange_noun")),
        further(lexicon.tag("further")),
        price_comparison(lexicon.tag("price_comparison")),
        layoff_noun(lexicon.tag("layoff_noun")),
        share_of_whole(lexicon.tag("share_of_whole")),
        absolute_preposition(lexicon.tag("absolute_preposition")),
        public_giver(lexicon.tag("public_giver")),
        propping_verb(lexicon.tag("propping_verb")),
        giver_preposition(lexicon.tag("giver_preposition")),
        preserving(lexicon.tag("preserving_verb")) {}
};
const MeasureTags& own(const SentenceView& view) { return view.lists<MeasureTags>(); }

// «Ebitda vor Sondereinflüssen von |7,9 Milliarden|», "operating profit of |$3bn| before one-off items".
bool has_adjusted_phrase(const Draft& draft) {
  const SentenceView& view = draft.view;
  const TagSet& phrases = own(view).adjusted_phrase;
  if (!view.may_have(phrases)) return false;
  if (view.phrase_at(draft.value.last, phrases).tag != kNoTag) return true;
  const Cue* cue = draft.metric.cue;
  if (!cue || cue->tag != view.tags.metric_noun) return false;
  for (auto i = cue->last; i < draft.value.first; ++i)
    if (view.phrase_at(i, phrases).tag != kNoTag) return view.values_between(cue->last, i) == 0;
  return false;
}

// «das bereinigte operative Ergebnis (Ebit)», «verdiente bereinigt 3,6 Milliarden».
bool is_adjusted(const Draft& draft, Metric metric) {
  constexpr std::uint32_t kReach = 5;
  const SentenceView& view = draft.view;
  const Tag adjusted = own(view).adjusted;
  if (metric != Metric::profit && metric != Metric::operating_profit) return false;
  if (has_adjusted_phrase(draft)) return true;
  if (!view.may_have(adjusted)) return false;
  const auto begin = view.begin_with_qualifier(draft.value);
  if (begin > view.sentence.first && view.has(begin - 1, adjusted)) return true;
  const Cue* cue = draft.metric.cue;
  if (!cue || cue->tag != view.tags.metric_noun) return false;
  for (auto i = cue->first; i > view.sentence.first && i + kReach > cue->first; --i) {
    if (view.has(i - 1, adjusted)) return true;
    const Token& before = view.text.tokens[i - 1];
    if (view.has(i - 1, view.tags.article) || view.has(i - 1, view.tags.preposition) ||
        (before.is(TokenClass::punctuation) && view.text.of(before) != "("))
      return false;
  }
  return false;
}

bool has_comma(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin; i < end; ++i)
    if (view.text.of(view.text.tokens[i]) == ",") return true;
  return false;
}

// "from $6bn in 2004 with |net income| up 5%": a word behind with a figure of its own.
bool opens_next(const Draft& draft, const Cue& cue) {
  if (cue.first > draft.value.last && draft.view.has(cue.first - 1, own(draft.view).absolute_preposition))
    return true;  // "with same-store sales flat"
  return cue.first > draft.value.last && draft.view.values_between(draft.value.last, cue.first) == 0 &&
         draft.view.has(cue.first - 1, draft.view.tags.preposition) &&
         std::ranges::any_of(draft.view.values, [&](const Placed& next) {
           return next.first >= cue.last && draft.view.distance(cue.last, next.first) <= 3;
         });
}

// Whether a word between it and the figure before says what a figure measures, so that it does not take that
// from the claim it follows.
bool has_own_word(const Draft& draft) {
  const SentenceView& view = draft.view;
  const Cue* cue = draft.metric.cue;
  if (!cue || !draft.before || cue->first < draft.before->last) return false;
  // "to $0.55 from $0.40 despite its net profit declining": why, or what else happened.
  const bool owned =
      view.has(cue->first - 1, view.tags.possessive) || view.has(cue->first - 1, view.tags.article);
  if (cue->first > draft.value.last && view.preceded_by(cue->first - owned, view.tags.causes)) return false;
  const bool in_brackets = view.in_brackets(cue->first);
  if (draft.is_conversion() && !in_brackets) return false;
  // "set aside $3bn for bad loans, up from $2bn": before the comma, of the figure before.
  if (!view.verbs_last && cue->tag == view.tags.metric_noun && is_base(draft) &&
      (has_comma(view, cue->last, draft.value.first) || opens_next(draft, *cue)))
    return false;
  if (draft.chained && view.capital_nouns && view.in_brackets(draft.value.first) && !in_brackets)
    return false;
  return !is_of_next_figure(draft, *cue) && !(draft.chained && restates(view, draft.value)) &&
         !(cue->tag == view.tags.metric_verb && is_base(draft));
}

// «bereinigt», "per share", «pro Tag»: what the words around say of how it is measured.
void set_variant_by_words(Draft& draft) {
  Claim& claim = draft.claim;
  if (is_adjusted(draft, claim.metric) && (claim.variant.empty() || claim.variant == "ebitda"))
    claim.variant = claim.variant.empty() ? "adjusted" : "adjusted_ebitda";
  if (claim.kind == MentionKind::money && is_paid_to_all(claim.metric, draft.amount))
    claim.variant = "total";
  else if (is_result_per_share(draft.view, draft.value, claim.metric, draft.metric.cue) ||
           goes_on_per_share(draft))
    claim.variant = "per_share";
  else if (claim.variant == "per_share" && is_whole_of_shares(draft))
    claim.variant.clear();
  else if (const auto rate = rate_of(draft); !rate.empty() && claim.variant != "per_share")
    claim.variant = rate;
}

// «will auf 65 Millionen Passagiere kommen»: more than wait somewhere.
bool comes_to(const Draft& draft) {
  constexpr double kMany = 1e4;
  const SentenceView& view = draft.view;
  const auto at = view.begin_with_qualifier(draft.value);
  return at > view.sentence.first && view.has(at - 1, view.tags.to_preposition) && draft.amount.resolved() &&
         draft.amount.most().to_double() >= kMany;
}

// «125 Arbeitsplätze will die Bank, X, |abbauen|.»: behind an apposition, the verb that closes the sentence.
bool is_cut_at_the_end(const Draft& draft) {
  const SentenceView& view = draft.view;
  return view.verbs_last && std::ranges::any_of(view.cues, [&](const Cue& cue) {
           return cue.tag == view.tags.metric_verb && key_of(cue).metric == Metric::job_cuts &&
                  cue.first >= draft.value.last && cue.last + 1 >= view.sentence.last &&
                  view.values_between(draft.value.last, cue.first) == 0;
         });
}

// «sichert |500 Arbeitsplätze|», "would save |500 jobs|": jobs that are there and stay.
bool is_preserved(const Draft& draft) {
  constexpr std::uint32_t kReach = 4;
  const SentenceView& view = draft.view;
  if (!view.may_have(own(view).preserving)) return false;
  if (view.verbs_last) return view.has_in_segment(draft.value.first, own(view).preserving);
  const auto at = view.begin_with_qualifier(draft.value);
  for (auto i = std::max(view.sentence.first + kReach, at) - kReach; i < draft.value.last + kReach; ++i)
    if (view.has(i, own(view).preserving)) return view.same_clause(i, draft.value.first);
  return false;
}

// No word says what is measured; the unit may (employees, gigawatts), else it stays open.
bool set_metric_by_unit(Draft& draft, const TextSoFar& text) {
  if (is_public_count(draft)) return false;
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  if (describes_kin(draft)) return false;
  const auto fallback = view.lexicon.value_of(draft.amount.unit, view.tags.unit_default);
  const bool quantity = claim.kind == MentionKind::quantity, percent = claim.kind == MentionKind::percent;
  if (quantity && fallback.empty() && draft.amount.unit != "point") return false;
  const bool carried = quantity && !view.lexicon.value_of(draft.amount.unit, own(view).carried).empty();
  if (carried && !view.has_beside(draft.value.first, own(view).counts) && !comes_to(draft)) return false;
  const bool of_market = percent && text.report.leaves_word_out();
  if (percent && fallback.empty() && !of_market && std::ranges::none_of(view.firms, &Firm::index))
    return false;
  claim.metric = fallback.empty() ? Metric::other : extract::metric(fallback).value_or(Metric::other);
  const bool are_there =
      is_of_new_jobs(draft) || (names_workplaces(draft) && !text.told.told(Metric::job_cuts));
  if (claim.metric == Metric::job_cuts && (are_there || is_preserved(draft)) && !is_cut_at_the_end(draft))
    claim.metric = Metric::headcount;
  else if (claim.metric == Metric::headcount && is_cut_at_the_end(draft))
    claim.metric = Metric::job_cuts;
  if (carried || (claim.metric == Metric::other && quantity && names_what_is_sold(draft)))
    claim.metric = Metric::sales_volume;
  claim.rule = "unit";
  if (claim.metric == Metric::headcount) {
    if (view.has_beside(draft.value.first, own(view).staff_beside))
      claim.metric = Metric::other;
    else if (text.told.told(Metric::job_cuts) && view.has_in_segment(draft.value.first, own(view).affected))
      claim.metric = Metric::job_cuts;
  }
  if (of_market) claim.metric = Metric::share_price, claim.rule = "market-report";
  // «… standen sie ein Prozent im Plus»: still the shares of the sentence before.
  if (of_market && view.firms.empty() && pronoun_before(view, draft.value)) return true;
  const bool people = (measure_of(claim.kind, draft.amount) & kPeople) && text.topics.current(view).known();
  // A bank tells rates of the economy, a paper those of a poll; what is counted may be the source's own.
  const bool told_of_firm = std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return quantity || !(firm.source || (firm.media && claim.kind == MentionKind::percent));
  });
  return told_of_firm || people || (quantity && pronoun_before(view, draft.value));
}

// «operativ 40 Millionen verdient, |99 Prozent| weniger»: the verb closes the clause of the figure before,
// and says no more of this one.
bool is_change_behind_verb(const Draft& draft) {
  const SentenceView& view = draft.view;
  const Cue* verb = draft.metric.cue;
  return view.verbs_last && draft.claim.kind == MentionKind::percent && draft.follows_claim() && verb &&
         verb->tag == view.tags.metric_verb && verb->first == draft.before->last &&
         view.begin_with_qualifier(draft.value) == verb->last + 1 &&
         view.text.of(view.text.tokens[verb->last]) == ",";
}

// "raised its offer to £14bn": for whom it is bidding all the while.
void keep_target(Claim& claim, const ToldFigures& told) {
  const auto& bid = told.last_bid();
  if (bid.bidder_entity != claim.subject_entity) return;
  claim.counterparty = bid.target;
  claim.counterparty_entity = bid.target_entity;
}

// The offer of the bidder that the text has told, where it is for the same firm.
void take_bid(Claim& claim, const ToldFigures::Bid& bid) {
  if (bid.bidder.empty() || bid.bidder_entity == claim.subject_entity) return;
  const bool by_target = claim.subject_entity == bid.target_entity && claim.counterparty.empty();
  if (!by_target && claim.counterparty_entity != bid.target_entity) return;
  claim.subject = bid.bidder, claim.subject_entity = bid.bidder_entity;
  claim.counterparty = bid.target, claim.counterparty_entity = bid.target_entity;
  claim.flags |= kSubjectResolved;
}

// "X complained that the £1.3bn offer for Y is too high", "Y said the bid of £1.3bn was too low": of the
// offer that the text has told, whoever speaks of it.
bool is_offer_spoken_of(const Draft& draft) {
  constexpr std::uint32_t kReach = 4;  // "the hostile takeover bid of", "the planned £1.3bn offer"
  const SentenceView& view = draft.view;
  const Cue* noun = draft.metric.cue;
  if (draft.claim.metric != Metric::acquisition_price || !noun || noun->tag != view.tags.metric_noun)
    return false;
  auto begin = std::min(noun->first, view.begin_with_qualifier(draft.value));
  const auto first = begin;
  while (begin > view.sentence.first && first - begin < kReach &&
         !view.has(begin, view.tags.definite_article)) {
    if (view.has(begin, view.tags.possessive) || view.genitive_at(begin)) return false;
    --begin;
  }
  if (!view.has(begin, view.tags.definite_article)) return false;
  const auto speaker = std::ranges::find_if(
      view.firms, [&](const Firm& firm) { return firm.entity == draft.claim.subject_entity; });
  if (speaker == view.firms.end() || speaker->last > begin) return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.speech_verb && cue.first >= speaker->last && cue.last <= begin;
  });
}

// "offered $85bn for X, |or $320 a share|"
bool restates_price_by_share(const Draft& draft) {
  const SentenceView& view = draft.view;
  // "agreed to pay $85bn for X, or $320": no fine, either
  return (draft.claim.metric == Metric::other || draft.claim.metric == Metric::fine) &&
         draft.follows_claim() && draft.previous->metric == Metric::acquisition_price &&
         draft.claim.kind == MentionKind::money &&
         view.has(view.begin_with_qualifier(draft.value) - 1, view.tags.alternative) &&
         view.has(draft.value.last, view.tags.per_piece);
}

// A word for shares, or where they are dealt in, in the clause of the figure.
bool speaks_of_shares(const Draft& draft) {
  const SentenceView& view = draft.view;
  if (view.has_beside(draft.value.first, own(view).exchange_noun)) return true;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && view.same_clause(cue.first, draft.value.first) &&
           (key_of(cue).metric == Metric::share_price || key_of(cue).metric == Metric::market_cap);
  });
}

// «X kam auf einen Anteil von 20 Prozent, Y auf 9 Prozent»: of a market, where nothing is named that is held.
bool is_share_reached(const Draft& draft) {
  const SentenceView& view = draft.view;
  const Cue* noun = draft.metric.cue;
  if (!view.capital_nouns || !noun || !view.has(noun->first, own(view).share_of_whole)) return false;
  if (draft.follows_claim() && noun->last <= draft.before->first)
    return draft.previous->metric == Metric::market_share;
  const auto governor = view.governor(noun->first);
  return draft.claim.counterparty.empty() && governor != kNoToken &&
         view.has(governor, view.tags.to_preposition) &&
         !(draft.claim.flags & (kSubjectAssumed | kSubjectResolved));
}

// «|Der Staat| steckte 5 Milliarden in X», «|vom Steuerzahler| gestopft»: not «zahlt |dem Staat|».
bool gives(const SentenceView& view, std::uint32_t state) {
  const auto governor = view.governor(state);
  if (governor != kNoToken) return view.has(governor, own(view).giver_preposition);
  const auto before = state - 1;
  return state == view.sentence.first || !view.has(before, view.tags.article) ||
         view.has(before, view.tags.nominative_article);
}

// What a state puts into a firm is aid, whatever word says that it does.
bool is_given_by_state(const Draft& draft) {
  const SentenceView& view = draft.view;
  const Claim& claim = draft.claim;
  if (claim.kind != MentionKind::money || !view.may_have(own(view).propping_verb) ||
      (claim.metric != Metric::investment && claim.rule != "unit" && claim.rule != "ellipsis") ||
      !view.has_beside(draft.value.first, own(view).propping_verb))
    return false;
  for (auto i = view.begin_of_clause(draft.value.first);
       i < view.sentence.last && view.same_clause(i, draft.value.first); ++i)
    if (view.has(i, own(view).public_giver) && gives(view, i)) return true;
  return false;
}

constexpr int kScoreOfShare = 60, kScoreOfChain = 40, kScoreOfEllipsis = 30;

void choose_word(Draft& draft) {
  const SentenceView& view = draft.view;
  MetricChoice& metric = draft.metric;
  metric = choose_metric(view, draft.value);
  draft.chained = !draft.share.metric && !draft.share.firm && is_chained_to_claim(draft);
  // «3 Millionen Aktien zu je 40 Dollar»: the price of one, no other way to tell how many.
  if (draft.view.verbs_last && metric.inferred && !metric.cue && metric.key.metric == Metric::share_price)
    draft.chained = false;
  if (draft.share.metric) metric = {key_of(*draft.share.metric), draft.share.metric, kScoreOfShare};
  // "sales rose 5% to $40bn and revenue from": the word of what comes next.
  if (draft.chained && metric.cue && metric.cue->first > draft.value.last &&
      view.has(draft.value.last, view.tags.coordinator) && !view.capital_nouns)
    metric.cue = nullptr;
}

// What is measured is what another figure of the text measures.
void take_over(Draft& draft, const Claim& from, std::string_view rule) {
  Claim& claim = draft.claim;
  claim.metric = draft.metric.key.metric = from.metric;
  claim.variant = from.variant;
  // «wuchs organisch um 2 Prozent auf 5 Milliarden»
  if (draft.before && claim.kind != MentionKind::percent)
    claim.variant = without_basis(from.variant, basis_of(draft.view, *draft.before));
  claim.rule = rule;
}

void take_over_in_ellipsis(Draft& draft, const Claim& from) {
  take_over(draft, from, "ellipsis");
  draft.claim.flags |= kMetricInherited;
  draft.metric.score = kScoreOfEllipsis;
}

// «Er lag bei 4 Milliarden»: of what the sentence before measures.
bool is_of_measured(const Draft& draft, const TextSoFar& text) {
  if (!text.measured || draft.claim.value.unit.empty()) return false;
  const Metric metric = text.measured->key.metric;
  if (!(measures_of(metric) & measure_of(draft.claim.kind, draft.amount))) return false;
  return pronoun_of(draft.view, draft.value) != kNoToken ||
         (is_result(metric) && is_left_to_expect(draft.view, draft.value));
}

void take_over_by_pronoun(Draft& draft, const Measured& measured) {
  draft.metric = {measured.key, nullptr, kScoreOfEllipsis, true};
  draft.claim.metric = measured.key.metric;
  draft.claim.variant = measured.key.variant;
  draft.claim.rule = "ellipsis";
  draft.claim.flags |= kMetricInherited | kSubjectResolved;
  const SentenceView& view = draft.view;
  const auto pronoun = pronoun_of(view, draft.value);
  if (pronoun != kNoToken && view.has(pronoun, view.tags.up)) draft.metric.key.role = Role::increase;
  if (pronoun != kNoToken && view.has(pronoun, view.tags.down)) draft.metric.key.role = Role::decrease;
  draft.measured_of = &measured.firm;
}

void set_price_of_stake(Draft& draft) {
  draft.chained = true;
  draft.claim.metric = draft.metric.key.metric = Metric::acquisition_price;
  draft.claim.rule = word(draft.claim.metric);
  draft.metric.score = std::max(draft.metric.score, kScoreOfChain);
  draft.metric.key.role.reset();
}

void take_over_in_chain(Draft& draft) {
  Claim& claim = draft.claim;
  const Claim& previous = *draft.previous;
  take_over(draft, previous, previous.rule);
  // «senkt die Umsatzprognose um 5 Prozent auf 4 Milliarden»: the sum is one of sales.
  const bool change_of_forecast =
      previous.metric == Metric::other && claim.kind == MentionKind::money &&
      (previous.kind == MentionKind::percent || (!draft.view.verbs_last && previous.role != Role::level));
  if (const auto named = extract::metric(previous.rule); named && change_of_forecast)
    claim.metric = draft.metric.key.metric = *named;
  draft.metric.score = std::max(draft.metric.score, kScoreOfChain);
  draft.metric.key.role.reset();
}

void set_by_word(Draft& draft) {
  draft.claim.metric = draft.metric.key.metric;
  draft.claim.variant = draft.metric.key.variant;
  draft.claim.rule = word(draft.claim.metric);
}

// A share may be one of a market or of a firm.
void settle_share(Draft& draft, const TextSoFar& text) {
  Claim& claim = draft.claim;
  if (claim.metric != Metric::stake || claim.kind != MentionKind::percent) return;
  if (claim.counterparty.empty() && text.told.told(Metric::market_share) &&
      !text.told.told(claim, Metric::stake))
    claim.metric = Metric::market_share;
  else if (is_share_reached(draft)) {
    claim.metric = Metric::market_share;
    claim.counterparty.clear(), claim.counterparty_entity.clear();
  }
}

// What is worth a sum may be the firm on the exchange, the firm as its backers see it, or a stake.
void settle_worth(Draft& draft, const TextSoFar& text) {
  Claim& claim = draft.claim;
  if (claim.metric != Metric::market_cap) return;
  const Cue* cue = draft.metric.cue;
  if (cue && draft.view.has(cue->first, draft.view.tags.worth) && text.told.told(claim, Metric::valuation) &&
      !text.told.told(claim, Metric::market_cap))
    claim.metric = Metric::valuation;
  // "owns 1.1% of X, worth about $17bn": of the stake.
  else if (draft.follows_claim() && draft.previous->metric == Metric::stake &&
           draft.view.same_clause(draft.before->first, draft.value.first))
    claim.metric = Metric::other;
}

// A figure with a word of shares may go on with the stake or the sales that the one before told.
void settle_share_price(Draft& draft) {
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  if (claim.metric != Metric::share_price || !draft.follows_claim()) return;
  const Claim& previous = *draft.previous;
  // «hält 26 Prozent der X-Aktien und hat sich weitere 3 Prozent gesichert».
  if (claim.kind == MentionKind::percent && previous.metric == Metric::stake &&
      view.has(draft.value.first - 1, own(view).further)) {
    claim.metric = Metric::stake, claim.role = Role::increase;
    claim.subject = previous.subject, claim.subject_entity = previous.subject_entity;
    claim.counterparty = previous.counterparty, claim.counterparty_entity = previous.counterparty_entity;
    return;
  }
  // «Der Absatz von Opel brach 53 Prozent ein, Ford verzeichnete Verluste von 48 Prozent»: of what was told.
  const Cue* cue = draft.metric.cue;
  if (cue && cue->tag == view.tags.metric_noun && key_of(*cue).metric == Metric::loss &&
      !speaks_of_shares(draft) && previous.kind == claim.kind && is_result(previous.metric))
    claim.metric = previous.metric;
}

// "will pay $76 a share, |6%| more than Wednesday's closing price": more is paid; the share has not moved.
void settle_premium(Draft& draft) {
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  if ((claim.metric != Metric::share_price && claim.metric != Metric::other) ||
      claim.kind != MentionKind::percent || !draft.follows_claim() ||
      draft.previous->metric != Metric::acquisition_price ||
      !view.has(draft.value.last, own(view).price_comparison))
    return;
  const bool over_price = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.first > draft.value.last && key_of(cue).metric == Metric::share_price &&
           cue.tag == view.tags.metric_noun && view.segment(cue.first) == view.segment(draft.value.first);
  });
  if (!over_price) return;
  take_over(draft, *draft.previous, draft.previous->rule);
  claim.subject = draft.previous->subject, claim.subject_entity = draft.previous->subject_entity;
  claim.counterparty = draft.previous->counterparty;
  claim.counterparty_entity = draft.previous->counterparty_entity;
}

// «Das sind 40 Prozent der Belegschaft»: of the jobs that the sentence before cuts.
void settle_share_of_staff(Draft& draft, const TextSoFar& text) {
  Claim& claim = draft.claim;
  const Cue* cue = draft.metric.cue;
  if (claim.metric == Metric::other && claim.kind == MentionKind::percent && cue && !text.claims.empty() &&
      key_of(*cue).metric == Metric::headcount && text.claims.back().metric == Metric::job_cuts &&
      text.claims.back().subject_entity == claim.subject_entity && restates_sentence(draft.view))
    claim.metric = Metric::job_cuts, claim.modality = text.claims.back().modality;
}

}  // namespace

bool set_metric(Draft& draft, const TextSoFar& text) {
  choose_word(draft);
  const MetricChoice& metric = draft.metric;
  if (is_price_of_stake(draft)) {
    set_price_of_stake(draft);
  } else if (const Claim* of = counterpart_in_pair(text.claims, draft.view, draft.value)) {
    take_over(draft, *of, of->rule);
    draft.claim.variant = of->variant;
    draft.metric.score = std::max(draft.metric.score, kScoreOfChain);
    draft.metric.key.role.reset();
  } else if ((draft.chained && !has_own_word(draft)) || is_change_behind_verb(draft)) {
    take_over_in_chain(draft);
  } else if (const Claim* mover =
                 metric.cue ? nullptr : of_next_mover(text.claims, draft.view, draft.value)) {
    draft.metric = {{.metric = mover->metric}, nullptr, kScoreOfEllipsis, true};
    take_over_in_ellipsis(draft, *mover);
  } else if (metric.cue || metric.inferred) {
    set_by_word(draft);
  } else if (is_of_measured(draft, text)) {
    take_over_by_pronoun(draft, *text.measured);
  } else if (const Claim* before = goes_on_with(text.claims, draft.view, draft.value)) {
    take_over_in_ellipsis(draft, *before);
    if (is_rate(draft.claim.variant)) draft.claim.variant.clear();
    draft.continued = before;
  } else if (is_left_out(draft)) {
    take_over(draft, *draft.previous, draft.previous->rule);
    draft.metric.score = kScoreOfChain;
  } else {
    return set_metric_by_unit(draft, text);
  }
  set_variant_by_words(draft);
  return true;
}

void follow_text(Draft& draft, const TextSoFar& text) {
  Claim& claim = draft.claim;
  if (is_offer_spoken_of(draft)) take_bid(claim, text.told.last_bid());
  if (claim.metric == Metric::headcount && draft.view.has(draft.value.last - 1, own(draft.view).layoff_noun))
    claim.metric = Metric::job_cuts;  // "adding to 1,000 layoffs"
  if (restates_price_by_share(draft)) claim.metric = Metric::acquisition_price;
  const bool names_target = draft.view.has(draft.value.last, draft.view.tags.price_preposition);
  if (claim.metric == Metric::acquisition_price && claim.counterparty.empty() && !names_target)
    keep_target(claim, text.told);
  if (is_given_by_state(draft)) claim.metric = Metric::aid;
  settle_worth(draft, text);
  settle_share(draft, text);
  settle_share_price(draft);
  settle_premium(draft);
  settle_share_of_staff(draft, text);
  if (claim.metric == Metric::dividend && draft.metric.inferred && !text.claims.empty() &&
      text.claims.back().metric == Metric::acquisition_price)
    claim.metric = Metric::acquisition_price;
  if (claim.rule == "unit" && claim.metric == Metric::other && claim.kind == MentionKind::quantity &&
      text.told.told_in_unit(claim, Metric::sales_volume))
    claim.metric = Metric::sales_volume;
}

}  // namespace gegenprobe::extract
