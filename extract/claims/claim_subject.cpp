#include "extract/claims/claim_subject.h"

#include <algorithm>
#include <array>

#include "extract/claims/claim_buyer.h"
#include "extract/claims/claim_bystander.h"
#include "extract/claims/claim_gap.h"
#include "extract/claims/claim_payment.h"
#include "extract/claims/claim_role.h"

namespace gegenprobe::extract {

bool is_aside(const SentenceView& view, const Firm& firm, const Placed& value) {
  return firm.first <= value.first && !view.same_clause(firm.first, value.first) &&
         view.in_relative_clause(firm.first);
}

namespace {

struct SubjectTags {
  Tag absolute_preposition, deal_noun, target_verb, aside_participle, giving_verb, against, likening,
      indefinite_article, rank_preposition, than, at_firm, bought_verb;
  TagSet expletives;
  explicit SubjectTags(const Lexicon& lexicon)
      : absolute_preposition(lexicon.tag("absolute_preposition")),
        deal_noun(lexicon.tag("deal_noun")),
        target_verb(lexicon.tag("target_verb")),
        aside_participle(lexicon.tag("aside_participle")),
        giving_verb(lexicon.tag("giving_verb")),
        against(lexicon.tag("against")),
        likening(lexicon.tag("likening")),
        indefinite_article(lexicon.tag("indefinite_article")),
        rank_preposition(lexicon.tag("rank_preposition")),
        than(lexicon.tag("than_word")),
        at_firm(lexicon.tag("at_firm")),
        bought_verb(lexicon.tag("object_behind_verb")),
        expletives(lexicon.tags({"expletive", "existential"})) {}
};
const SubjectTags& own(const SentenceView& view) { return view.lists<SubjectTags>(); }

// A firm that scores less is not what the figure is about; the one of the sentences before is.
constexpr int kWorstSubject = 8;

// «Im Musterfunk sagte Brandner | , das Defizit …»: behind a verb and its subject «das» is an article; not so
// «den Konzern überholt hat | , der …».
bool ends_in_subject(const SentenceView& view, std::uint32_t comma) {
  const auto last = comma - 1, verb = comma - 2;
  const bool name = view.capital_nouns && (view.text.tokens[last].shape & kCapital);
  return (name || view.has(last, view.tags.subject_pronoun)) && view.text.tokens[verb].is(TokenClass::word) &&
         !(view.text.tokens[verb].shape & kCapital);
}

// «Thomas-Cook-Gruppe»: past what is glued to the name.
std::uint32_t end_of_compound(const SentenceView& view, const Firm& firm) {
  auto end = firm.last;
  while (view.verbs_last && end < view.sentence.last && (view.text.tokens[end].shape & kGlued) &&
         (view.text.of(view.text.tokens[end]) == "-" || view.text.tokens[end].is(TokenClass::word)))
    ++end;
  return end;
}

// «X-Gründer Erik Muster, |dessen Firma Y| 3 Millionen investierte»: the clause tells of Y.
bool is_kin_behind(const SentenceView& view, std::uint32_t pronoun, const Firm& kin, const Placed& value) {
  constexpr std::uint32_t kReach = 5;
  return !kin.reference && kin.first > pronoun && kin.first < pronoun + kReach && kin.last <= value.first &&
         view.governor(kin.first) == kNoToken;
}

bool names_kin_first(const SentenceView& view, std::uint32_t pronoun, const Placed& value) {
  return view.verbs_last && view.has(pronoun, view.tags.possessive) &&
         std::ranges::any_of(view.firms,
                             [&](const Firm& kin) { return is_kin_behind(view, pronoun, kin, value); });
}

bool is_kin_of_clause(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (!view.verbs_last || firm.last > value.first || !view.same_clause(firm.first, value.first)) return false;
  const auto begin = view.begin_of_clause(value.first);
  for (auto i = begin; i < begin + 2 && i < firm.first; ++i)  // the comma
    if (view.has(i, view.tags.possessive) && view.has(i, view.tags.relative_pronoun))
      return is_kin_behind(view, i, firm, value);
  return false;
}

// «Das Unternehmen, das … bewertet wurde», "X - whose sales were …": the figure's clause begins with the
// pronoun that stands right behind the firm's comma.
bool opens_relative_clause(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (!view.verbs_last && !firm.reference && firm.last < value.first &&
      view.has(firm.last, view.tags.relative_pronoun) &&
      !view.has(firm.last, view.tags.complementizer)) {  // "ahead of Netflix which has 220 million"
    auto i = firm.last;
    while (i < value.first && !is_pause(view, i)) ++i;
    if (i == value.first) return true;
  }
  auto begin = value.first;
  while (begin > view.sentence.first && !is_pause(view, begin - 1)) --begin;
  if (begin == view.sentence.first || !view.has(begin, view.tags.relative_pronoun)) return false;
  // «…, die Kosten dafür beliefen sich auf 3 Euro» is no relative clause.
  const bool may_be_article = view.has(begin, view.tags.article);
  if (may_be_article && view.text.of(view.text.tokens[begin - 1]) == "," &&
      view.clause_kind(begin) == ClauseKind::main)
    return false;
  if (names_kin_first(view, begin, value)) return false;
  const auto end = end_of_compound(view, firm);
  for (auto i = end; i < begin && i <= end + 2; ++i)
    if (is_pause(view, i))
      return view.word(i + 1) == view.word(begin) && !(i == end + 2 && ends_in_subject(view, i));
  return false;
}

// «Titel der Andritz (minus 1,74 Prozent)», «Spar (30 Prozent)»: what is in the brackets is said of the name.
bool stands_before_brackets(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (!view.in_brackets(value.first) || view.in_brackets(firm.first)) return false;
  auto open = value.first;
  while (open > view.sentence.first && view.in_brackets(open - 1)) --open;
  return firm.last == open;
}

// «der Umsatz von X», «X' Umsatz»: how close a firm is tied to the word of the metric.
int tie_to_metric(const SentenceView& view, const Firm& firm, const Cue& cue) {
  if (cue.tag != view.tags.metric_noun) return 0;
  const int gap = view.distance(firm.first, firm.last, cue.first, cue.last);
  if (firm.last <= cue.first && gap <= 3 && view.same_clause(firm.first, cue.first)) return 22 - 2 * gap;
  auto before = firm.first > view.sentence.first ? firm.first - 1 : firm.first;
  while (before > view.sentence.first && view.has(before, view.tags.article)) --before;
  // «das Kursziel für X»: of X, whoever has set it.
  if (key_of(cue).variant == "target" && before == cue.last && view.has(before, view.tags.price_preposition))
    return 60;
  const bool owner =
      firm.first >= cue.last && gap <= 4 && (view.has(before, view.tags.genitive_article) || gap == 0);
  return owner ? 20 : 0;
}

// "a round led by X", "the firm, backed by X, raised": named beside, unless that is what the figure tells.
bool is_agent_beside(const SentenceView& view, const Firm& firm, const MetricChoice& metric) {
  const auto governor = view.governor(firm.first);
  // "A consortium led by X bought Y" is X and others.
  if (view.verbs_last || has_counterparty(metric.key.metric) || governor == kNoToken ||
      governor == view.sentence.first || !view.has(governor, view.tags.agent_preposition) ||
      !view.has(governor - 1, own(view).aside_participle) ||
      view.has(firm.last, own(view).absolute_preposition))  // "led by X with 11% of the market"
    return false;
  return !metric.cue || governor - 1 < metric.cue->first || governor - 1 >= metric.cue->last;
}

// "the $204m announced by its rival Google": whose figure it is.
bool is_reporter(const SentenceView& view, const Firm& firm, const Placed& value, const FirmPlace& place) {
  if (!place.governed || firm.first < value.last || !view.has(place.governor, view.tags.agent_preposition))
    return false;
  const auto verb = place.governor - 1;
  return verb == value.last &&
         (view.has(verb, view.tags.result_verb) || view.has(verb, view.tags.announcement_verb));
}

// "would value Twitter at $44bn", «bewertet X mit 5 Milliarden»: the object of the verb, in the active voice.
bool is_valued(const SentenceView& view, const Firm& firm, const Placed& value, const MetricChoice& metric) {
  const auto kind = metric.key.metric;
  if (!metric.cue || metric.cue->tag != view.tags.metric_verb || firm.last > value.first ||
      (kind != Metric::valuation && kind != Metric::market_cap))
    return false;
  if (firm.first == metric.cue->last) return !is_passive(view, *metric.cue);
  // «X hatte |Y| zuletzt mit 5 Milliarden bewertet»
  return view.verbs_last && kind == Metric::valuation && view.same_clause(firm.first, metric.cue->first) &&
         view.has_beside(metric.cue->first, view.tags.perfect_auxiliary) &&
         !view.has_beside(metric.cue->first, view.tags.passive_auxiliary) &&
         std::ranges::any_of(view.firms, [&](const Firm& valuer) {
           return valuer.last < firm.first && valuer.entity != firm.entity &&
                  view.same_clause(valuer.first, firm.first) && governor_of(view, valuer) == kNoToken &&
                  governor_of(view, firm) == kNoToken;
         });
}

// "UBS's $1bn bid", "Gazprom's plans for a $10bn bid": the owner before the figure, with no verb between.
bool owns_figure(const SentenceView& view, const Firm& firm, const Placed& value) {
  constexpr std::uint32_t kReach = 5;
  const auto at = view.begin_with_qualifier(value);
  if (firm.last >= at || at - firm.last > kReach || !view.genitive_at(firm.last)) return false;
  // The word behind the mark is a noun, whatever else it may be ("plans").
  const auto noun = firm.last + 1 + view.has(firm.last + 1, view.tags.owner_mark);
  for (auto i = noun + 1; i < at; ++i)
    if (view.has(i, view.tags.finite_verb) || view.has(i, view.tags.coordinator)) return false;
  return true;
}

// "X's revenue was €78bn and |Y's| was €90bn": the owner of the noun that is left out.
bool owns_what_is_left_out(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.first == view.sentence.first || !owns_figure(view, firm, value)) return false;
  const auto verb = firm.last + 1 + view.has(firm.last + 1, view.tags.owner_mark);
  const auto mark = view.text.of(view.text.tokens[firm.first - 1]);
  return view.has(verb, view.tags.finite_verb) &&
         (view.has(firm.first - 1, view.tags.coordinator) || mark == "," || mark == ";");
}

// "compared to Nokia's $17.8bn", "against $17.8bn at Nokia": whose figure ours is compared with.
bool is_compared_with(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.reference) return false;
  // "a 10% |gain| for Airbus"
  const auto end = value.last + (view.has(value.last, view.tags.up) || view.has(value.last, view.tags.down));
  const bool behind = view.has(end, view.tags.genitive_article) && begins_change(view, value);
  if (firm.first > end) {
    auto first = firm.first;  // "against 793 at its | bigger | rival Airbus"
    while (first > end + 1 && firm.first - first < 4 &&
           (view.has(first - 1, view.tags.relation_noun) || view.has(first - 1, view.tags.possessive) ||
            view.has(first - 1, view.tags.firm_noun) || view.has(first - 1, view.tags.kind_of_firm)))
      --first;
    return behind && first == end + 1;
  }
  return firm.last + 2 >= view.begin_with_qualifier(value) && owns_figure(view, firm, value);
}

// "Lumenara, which is owned by X, posted a loss of": who is only named to say whose the subject is.
bool is_owner_aside(const SentenceView& view, const Firm& firm, const Placed& value) {
  const auto governor = view.governor(firm.first);
  return governor != kNoToken && view.has(governor, view.tags.agent_preposition) && firm.last < value.first &&
         view.text.of(view.text.tokens[firm.last]) == "," && is_aside(view, firm, value);
}

// «doppelt so viel wie X mit 2 Milliarden», «vor X mit 2 Milliarden», "more than X with $2bn": whose the
// figure is.
bool is_likened_with(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.last >= view.sentence.last) return false;
  const auto with = firm.last + (view.text.of(view.text.tokens[firm.last]) == ",");  // "than X, with"
  if (firm.reference || with + 1 != view.begin_with_qualifier(value) ||
      !view.has(with, view.tags.partner_preposition) || firm.first == view.sentence.first)
    return false;
  const auto before = firm.first - 1;
  return view.has(before, own(view).likening) || view.has(before, view.tags.comparison) ||
         view.has(before, own(view).rank_preposition);
}

// "was worth more than |Deutsche Bank| and employed 5,800", «mehr als die |Deutsche Bank|»: by whom somebody
// else is measured. «als |Siemens| 2024 wuchs» opens a clause.
bool is_yardstick(const SentenceView& view, const Firm& firm, const Placed& value) {
  const auto first = view.begin_of_compound(firm.first);
  const auto before = first - (first > view.sentence.first && view.has(first - 1, view.tags.article));
  if (firm.reference || firm.last > value.first || before < view.sentence.first + 2) return false;
  return view.has(before - 1, own(view).than) && !view.genitive_at(firm.last) &&
         !view.text.tokens[before - 2].is(TokenClass::punctuation);
}

// "X down 2%", "X 2% lower": one in a list of firms that each have their own move.
bool moves_by_figure(const SentenceView& view, const Firm& firm, const Placed& value) {
  const auto begin = view.begin_with_qualifier(value);
  if (value.mention->kind != MentionKind::percent || governor_of(view, firm) != kNoToken) return false;
  if (view.has(firm.last, view.tags.price_move)) return firm.last + 1 == begin;
  return firm.last == begin && (view.has(value.last, view.tags.up) || view.has(value.last, view.tags.down));
}

// «|der brasilianische Zellstoffkonzern| Y»: where what a firm is stands before its name.
std::uint32_t begin_of_apposition(const SentenceView& view, std::uint32_t name) {
  constexpr std::uint32_t kMostAdjectives = 2;
  if (!view.capital_nouns || name == view.sentence.first || !view.has(name - 1, view.tags.kind_of_firm))
    return name;
  auto begin = view.begin_of_compound(name - 1);
  for (auto i = begin; i > view.sentence.first && i + kMostAdjectives >= begin; --i) {
    if (view.has(i - 1, view.tags.article)) return i - 1;
    if (!view.lexicon.ends_as(view.word(i - 1), view.tags.adjective)) break;
  }
  return begin;
}

// «… wuchs, |Y| verdiente 5 Millionen», «während X wuchs, verdiente |Y|», "…, |Y| earned": first in the
// figure's clause and before its verb or, where verbs stand second, right behind it.
bool is_subject_of_clause(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.reference || firm.last > value.first || !view.same_clause(firm.first, value.first) ||
      place_of(view, firm).governed)
    return false;
  auto begin = begin_of_apposition(view, view.begin_of_compound(firm.first));
  while (begin > view.sentence.first &&
         (view.has(begin - 1, view.tags.article) || view.has(begin - 1, view.tags.role_noun)))
    --begin;
  if (begin == view.sentence.first) return false;
  if (is_verb(view, begin - 1) && !view.has(begin - 1, view.tags.relative_pronoun)) return view.verbs_last;
  return view.text.of(view.text.tokens[begin - 1]) == "," && is_verb(view, firm.last);
}

// "Shares of X rose after Y bought Z for": the figure's clause has a subject of its own.
bool gives_way_to_clause(const SentenceView& view, const Firm& firm, const Placed& value) {
  return std::ranges::any_of(view.firms, [&](const Firm& other) {
    if (other.reference || other.first <= firm.last || other.last > value.first) return false;
    if (!view.verbs_last && opens_clause(view, other, other.first - 1)) return true;
    return !view.same_clause(firm.first, value.first) && is_subject_of_clause(view, other, value);
  });
}

// "X said |", "X, a bank, also expects |": the verb with which a firm tells of others; kNoToken where none
// is.
std::uint32_t verb_of_telling(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 5;
  if (view.verbs_last || governor_of(view, firm) != kNoToken) return kNoToken;
  auto begin = behind_apposition(view, firm);
  begin += view.has(begin, view.tags.study_noun);  // "a Barclays note said"
  for (auto i = begin; i < view.sentence.last && i < begin + kReach; ++i) {
    if (view.has(i, view.tags.speech_verb) || view.has(i, view.tags.expectation_verb)) {
      const bool goes_on =
          view.has(i + 1, view.tags.firm_pronoun) &&  // "X said it expects"
          (view.has(i + 2, view.tags.expectation_verb) || view.has(i + 2, view.tags.speech_verb));
      return goes_on ? i + 2 : i;
    }
    const bool dated = std::ranges::any_of(
        view.dates, [&](const Placed& date) { return i + 1 >= date.first && i < date.last; });
    if (!dated && !view.has(i, view.tags.speech_gap)) return kNoToken;
  }
  return kNoToken;
}

// "X, holding 5% of Y, called for …", "X, which owns 5% of Y, said …": what is told between the commas is
// X's, who may be the source of what stands outside them; not "X, 5% owned by Y,", "X, in which Y holds 5%,".
bool holds_aside(const SentenceView& view, const Firm& firm, const Placed& value, Metric metric) {
  const auto is_comma = [&](std::uint32_t i) { return view.text.of(view.text.tokens[i]) == ","; };
  if (view.verbs_last || metric != Metric::stake || firm.last >= value.first || !is_comma(firm.last) ||
      governor_of(view, firm) != kNoToken || (firm.first > view.sentence.first && is_comma(firm.first - 1)))
    return false;
  for (auto i = firm.last + 1; i < value.first; ++i)
    if (is_comma(i) || view.has(i, view.tags.speech_verb)) return false;
  auto end = value.last;
  while (end < view.sentence.last && !is_comma(end)) ++end;
  return end < view.sentence.last && std::ranges::none_of(
                                         view.firms,
                                         [&](const Firm& other) {
                                           if (other.first <= firm.last || other.first >= end) return false;
                                           const auto governor = view.governor(other.first);
                                           return governor == kNoToken
                                                      ? other.first < value.first
                                                      : view.has(governor, view.tags.agent_preposition);
                                         });
}

bool is_bank(const Firm& firm) { return firm.kind == "bank" || firm.kind == "bank_group"; }
bool is_placed(Metric metric) {
  return metric == Metric::funding || metric == Metric::debt || metric == Metric::price ||
         metric == Metric::share_price || metric == Metric::other;
}

// "ordered X to pay |Y| $5m in damages": who gets a fine is not who is fined.
bool is_given(const SentenceView& view, const Firm& firm, const Placed& value, Metric metric) {
  if (metric != Metric::fine) return false;
  if (is_gained(view, value))
    return view.same_clause(firm.first, value.first) && governor_of(view, firm) == kNoToken;
  return firm.first > view.sentence.first && view.has(firm.first - 1, own(view).giving_verb) &&
         firm.last == view.begin_with_qualifier(value);
}

// "X said Y's sales fell 5%", "X expects Y to earn $5bn": of Y, who stands right behind the verb.
bool gives_way_to_told(const SentenceView& view, const Firm& firm, const Placed& value, Metric metric) {
  constexpr std::uint32_t kReach = 6;
  const auto verb = verb_of_telling(view, firm);
  if (verb == kNoToken || verb >= value.first) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& other) {
    if (other.reference || other.media || other.entity == firm.entity || other.first <= verb ||
        other.first > verb + kReach || other.last > value.first || is_bystander(view, other) ||
        governor_of(view, other) != kNoToken || view.segment(other.first) != view.segment(value.first))
      return false;
    for (auto i = verb + 1; i < other.first; ++i)
      if (!view.text.tokens[i].is(TokenClass::word) || view.has(i, view.tags.possessive) ||
          view.has(i, view.tags.subject_pronoun) || view.has(i, view.tags.metric_noun) ||
          view.has(i, view.tags.metric_verb) || view.has(i, view.tags.infinitive_marker) ||
          view.has(i, view.tags.preposition))
        return false;
    // "X said Y has awarded it a contract"
    for (auto i = other.last; has_counterparty(metric) && i < value.first; ++i)
      if (view.has(i, view.tags.firm_pronoun)) return false;
    // "X said Drexel will sell the notes at": what a bank places for it.
    if (!view.genitive_at(other.last)) return !(is_placed(metric) && is_bank(other));
    const auto owned = other.last + 1 + view.has(other.last + 1, view.tags.owner_mark);
    return !has_counterparty(metric) && !view.has(owned, own(view).deal_noun);
  });
}

// «Der Verlag X kauft Y»: a paper that does what it is mostly a teller of.
bool buys_itself(const SentenceView& view, const Firm& firm, Metric metric) {
  return metric == Metric::acquisition_price && !place_of(view, firm).governed &&
         is_verb(view, behind_apposition(view, firm));
}

// «… sank auf 5 Millionen, weil die Bank für Risiken der Tochter X …», «… 5 Milliarden, ein Erbe der Zukäufe
// X und Y».
bool is_named_by_the_way(const SentenceView& view, const Firm& firm, const Placed& value,
                         const FirmPlace& place) {
  if (!view.verbs_last || firm.first < value.last || view.same_clause(firm.first, value.first)) return false;
  const auto begin = view.begin_of_clause(firm.first);
  if (begin + 2 < firm.first && view.has(begin + 1, own(view).indefinite_article)) return true;
  return (place.governed || view.has(firm.first - 1, view.tags.relation_noun)) &&
         view.clause_kind(firm.first) == ClauseKind::subordinate;
}

// «Im Zuge der Integration der |X| fallen 300 Stellen weg»: of whoever takes it in.
bool is_taken_in(const SentenceView& view, const Firm& firm) {
  return view.verbs_last && !firm.reference && firm.first >= view.sentence.first + 2 &&
         view.has(firm.first - 1, view.tags.genitive_article) &&
         view.has(firm.first - 2, own(view).deal_noun);
}

// «X kauft |25 Prozent|, die Förderbank Y weitere 25 Prozent»: Y has the next one.
bool has_next_figure(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (!view.verbs_last || firm.reference || firm.first < value.last || governor_of(view, firm) != kNoToken ||
      std::ranges::none_of(
          view.firms,
          [&](const Firm& other) {
            return other.last <= value.first && other.entity != firm.entity && !other.source;
          }))
    return false;
  return std::ranges::any_of(view.values, [&](const Placed& next) {
    return next.first > value.first && next.mention->kind == value.mention->kind &&
           view.begin_with_qualifier(next) == firm.last;
  });
}

// "… and |300 jobs| would go", "while as many as |300 jobs| will be lost": what its clause is about.
bool is_subject_of_clause(const SentenceView& view, const Placed& value, std::uint32_t end) {
  const auto at = view.begin_with_qualifier(value);
  const bool opens = at == view.sentence.first || view.has(at - 1, view.tags.coordinator) ||
                     view.has(at - 1, view.tags.clause_conjunction) ||
                     view.has(at - 1, view.tags.subordinator) ||
                     view.text.tokens[at - 1].is(TokenClass::punctuation);
  return opens && std::ranges::any_of(view.cues, [&](const Cue& cue) {
           return cue.first >= value.last && cue.last < end &&
                  (cue.tag == view.tags.metric_verb || cue.tag == view.tags.modality);
         });
}

// "fell |3%| at X", «sank um |3 Prozent| bei X», "and |300 jobs| would go at X": whose figure it is.
bool is_place_of(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.first <= value.last || !view.has(firm.first - 1, own(view).at_firm)) return false;
  if (firm.first == value.last + 1) return true;
  return !view.verbs_last && view.segment(firm.first) == view.segment(value.first) &&
         view.values_between(value.last, firm.first) == 0 && is_subject_of_clause(view, value, firm.first);
}

// "Its profit was |€9bn|, against €3bn at X", «…, bei X waren es 3 Milliarden»: of another figure, behind
// ours.
bool has_figure_behind(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.first < value.last || firm.reference || !view.has(firm.first - 1, own(view).at_firm)) return false;
  const auto is_parted = [&](std::uint32_t end) {
    for (auto i = value.last; i < end; ++i)
      if (is_pause(view, i) || view.has(i, view.tags.coordinator)) return true;
    return false;
  };
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    if (other.first <= value.last) return false;
    // Not "profit of |$2| on sales of $5bn at X", which are both X's.
    if (is_place_of(view, firm, other)) return is_parted(other.first);
    return view.verbs_last && firm.first < other.first && !view.same_clause(firm.first, value.first) &&
           view.same_clause(firm.first, other.first);
  });
}

// "owns 45% of Y|, |with the rest held by X": of another share.
bool pauses_between(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  for (auto i = from; i < to; ++i)
    if (is_pause(view, i)) return true;
  return false;
}

// "|KKR-owned| Verizon lost $5bn": whose the one behind is.
bool is_owner_before_name(const SentenceView& view, const Firm& firm) {
  return !view.verbs_last && firm.last + 1 < view.sentence.last &&
         view.text.of(view.text.tokens[firm.last]) == "-" &&
         view.has(firm.last + 1, own(view).aside_participle) &&
         std::ranges::find(view.firms, firm.last + 2, &Firm::first) != view.firms.end();
}

int score_of(const SentenceView& view, const Firm& firm, const Placed& value, const MetricChoice& metric,
             bool& nominative_seen) {
  const auto& tags = view.tags;
  const FirmPlace place = place_of(view, firm);
  int score = firm.reference ? 44 : 50;
  const bool teller = firm.media && !buys_itself(view, firm, metric.key.metric);
  if (teller) score -= 35;
  // «ein Deal mit X»: the other side.
  if (has_counterparty(metric.key.metric) && place.governor != kNoToken &&
      view.has(place.governor, tags.partner_preposition))
    score -= 30;
  if (metric.key.metric == Metric::acquisition_price) {
    score += as_buyer(view, firm, place, value, metric.cue);
    // «je X-Aktie will Y 35 Dollar zahlen»
    if (firm.first > view.sentence.first && view.has(firm.first - 1, tags.per_piece)) score -= 50;
  }
  // "Jones buys X in a $400m deal"
  if (metric.key.metric == Metric::deal_value && !place.governed && is_bought(view, firm)) score -= 50;
  // "agreed to be bought |by X| in a deal worth $400m"
  if (metric.key.metric == Metric::deal_value && !view.verbs_last && place.governed &&
      view.has(place.governor, tags.agent_preposition) && view.has(place.governor - 1, own(view).bought_verb))
    score += 60;
  if (!has_counterparty(metric.key.metric) && is_dealt_in(view, place)) score -= 40;
  if ((!has_counterparty(metric.key.metric) || metric.key.metric == Metric::acquisition_price) &&
      is_taken_in(view, firm))
    score -= 60;
  // "is 46% owned by X": the holder
  const bool holder = metric.key.metric == Metric::stake && place.governed &&
                      view.has(place.governor, tags.agent_preposition) && firm.first > value.last &&
                      !pauses_between(view, value.last, place.governor);
  if (holder) score += 60;
  if (is_reporter(view, firm, value, place) || holds_aside(view, firm, value, metric.key.metric)) score += 60;
  if (is_valued(view, firm, value, metric)) score += 40;
  if (metric.key.metric == Metric::fine && place.governed && view.has(place.governor, own(view).against))
    score += 80;
  const bool relative = opens_relative_clause(view, firm, value);
  // "bigger than X, |which had sales of $5bn|"
  if (relative || is_kin_of_clause(view, firm, value)) score += view.verbs_last ? 25 : 60;
  const bool aside = is_aside(view, firm, value) && !std::ranges::all_of(view.firms, [&](const Firm& other) {
                       return is_aside(view, other, value);
                     });
  if (aside) score -= 20;
  if (owns_figure(view, firm, value) || moves_by_figure(view, firm, value)) score += 25;
  const bool owns_base = is_compared_with(view, firm, value) || is_likened_with(view, firm, value);
  if (owns_base || owns_what_is_left_out(view, firm, value)) score += 50;
  if (!owns_base && is_yardstick(view, firm, value)) score -= 50;
  if (is_place_of(view, firm, value)) score += 70;
  if (value.first > firm.last && ends_predicate(view, firm)) score -= 60;
  if (has_figure_behind(view, firm, value)) score -= 40;
  if (metric.key.metric != Metric::stake && is_owner_before_name(view, firm)) score -= 60;
  if (firm.last < value.first && relative_of_object(view, firm) != kNoToken) score -= 40;
  score -= view.distance(firm.first, firm.last, value.first, value.last) / 2;
  if (!view.same_clause(firm.first, value.first)) score -= 4;
  if (view.in_brackets(firm.first)) score -= 20;
  if (stands_before_brackets(view, firm, value)) score += 60;
  int tie = metric.cue ? tie_to_metric(view, firm, *metric.cue) : 0;
  // «Die X-Aktie verlor 3 Prozent, Y gab um 2 Prozent nach»
  if (tie > 0 && !view.same_clause(metric.cue->first, value.first) && gives_way_to_clause(view, firm, value))
    tie = 0;
  score += tie;
  // "shares listed on the New York Stock Exchange": where they are dealt in.
  if (firm.kind == "exchange" && place.governed && (tie == 0 || !place.owning)) score -= 35;
  if (place.governed && tie != 20 && !relative) score -= place.owning ? 18 : 26;
  if (!place.governed && !aside && !teller && !nominative_seen && firm.first < value.first &&
      view.segment(firm.first) == view.segment(value.first) && !gives_way_to_clause(view, firm, value))
    score += 12, nominative_seen = true;
  if (view.segment(firm.first) != view.segment(value.first)) score -= 8;
  if (firm.first > value.last) score -= 6;
  if (has_next_figure(view, firm, value)) score -= 40;
  if (tie == 0 && is_named_by_the_way(view, firm, value, place)) score -= 30;
  if (view.has(firm.last, tags.role_noun)) score -= 6;
  return score;
}

// In the nominative, with nothing that would make the target its own («Siemens' Kursziel», «X: Kursziel 50
// Euro»). A firm of no known kind may be an analysts' house, where it does what these do.
bool sets_target(const SentenceView& view, const Firm& firm, const Cue& target) {
  const bool bank = is_bank(firm);
  const bool house = firm.kind.empty() && view.has(firm.last, own(view).target_verb);
  if ((!bank && !house) || firm.index || firm.first > target.first || firm.last >= view.sentence.last)
    return false;
  if (place_of(view, firm).governed || view.genitive_at(firm.last)) return false;
  const Token& behind = view.text.tokens[firm.last];
  const bool verb = behind.is(TokenClass::word) && !(behind.shape & (kCapital | kGlued)) &&
                    !view.has(firm.last, view.tags.preposition) &&
                    !view.has(firm.last, view.tags.coordinator) && !view.has(firm.last, view.tags.article);
  return verb || view.has(firm.last, view.tags.article);
}

}  // namespace

const Firm* setter_of_target(const SentenceView& view, const MetricChoice& metric) {
  if (!metric.cue || metric.key.variant != "target") return nullptr;
  const auto setter = std::ranges::find_if(
      view.firms, [&](const Firm& firm) { return sets_target(view, firm, *metric.cue); });
  return setter == view.firms.end() ? nullptr : &*setter;
}

SubjectChoice choose_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric) {
  constexpr int kInGap = 45;
  SubjectChoice best{nullptr, -1000};
  // "bought X for $5m and Y for 7": what is bought.
  const bool may_stand_in_gap = metric.key.metric != Metric::acquisition_price;
  const Firm* in_gap = may_stand_in_gap ? firm_of_gap(view, value) : nullptr;
  const Firm* setter = setter_of_target(view, metric);
  const bool rejected =
      metric.key.metric == Metric::acquisition_price &&
      std::ranges::any_of(view.firms, [&](const Firm& firm) { return rejects_bid(view, firm, value); });
  bool nominative_seen = false;
  for (const auto& firm : view.firms) {
    if (rejected && is_for(view, firm)) continue;
    if (setter && firm.entity == setter->entity) continue;
    const bool governed = view.governor(firm.first) != kNoToken && !firm.reference;
    if (metric.key.metric == Metric::acquisition_price &&
        (gives_way_to_bidder(view, firm) || is_of_paid_shareholders(view, firm, metric) ||
         rejects_bid(view, firm, value)))
      continue;
    const bool owner = owns_figure(view, firm, value);
    if ((firm.source && !holds_aside(view, firm, value, metric.key.metric)) || is_bystander(view, firm) ||
        leads_round(view, firm) || is_given(view, firm, value, metric.key.metric) ||
        gives_to_other(view, firm, value) || is_make(view, firm, value) ||
        is_owner_aside(view, firm, value) ||
        (is_agent_beside(view, firm, metric) && !opens_relative_clause(view, firm, value)) ||
        gives_way_to_told(view, firm, value, metric.key.metric))
      continue;
    if (firm.index && !owner && (governed || firm.first > value.first)) continue;
    const int score = score_of(view, firm, value, metric, nominative_seen) + (&firm == in_gap ? kInGap : 0);
    if (score > best.score) best = {&firm, score};
  }
  return best.score >= kWorstSubject ? best : SubjectChoice{};
}

const Firm* firm_compared_with(const SentenceView& view, const Placed& value) {
  const auto firm = std::ranges::find_if(view.firms, [&](const Firm& each) {
    return is_compared_with(view, each, value) || is_likened_with(view, each, value) ||
           is_place_of(view, each, value);
  });
  return firm == view.firms.end() ? nullptr : &*firm;
}

bool is_in_phrase(const SentenceView& view, std::uint32_t pronoun, const TagSet& phrases) {
  const auto begin = pronoun > view.sentence.first ? pronoun - 1 : pronoun;
  for (auto i = begin; i <= pronoun; ++i)
    if (view.phrase_at(i, phrases).last > pronoun) return true;
  return false;
}

namespace {

bool is_in_mention(const SentenceView& view, std::uint32_t i) {
  const auto covers = [&](const auto& it) { return i >= it.first && i < it.last; };
  return std::ranges::any_of(view.firms, covers) || std::ranges::any_of(view.dates, covers) ||
         std::ranges::any_of(view.values, covers) || std::ranges::any_of(view.cues, covers);
}

// The end of the words with a capital from `name` on that are no mention; `name` where there is none.
std::uint32_t end_of_unknown_name(const SentenceView& view, std::uint32_t name, std::uint32_t end) {
  constexpr std::uint32_t kMostWords = 4;
  auto i = name;
  while (i < end && i - name < kMostWords && view.text.tokens[i].is(TokenClass::word) &&
         (view.text.tokens[i].shape & kCapital) && !is_in_mention(view, i))
    ++i;
  return i;
}

bool begins_predicate(const SentenceView& view, std::uint32_t i) {
  const auto& tags = view.tags;
  return std::ranges::any_of(std::array{tags.finite_verb, tags.metric_verb, tags.perfect_auxiliary,
                                        tags.passive_auxiliary, tags.speech_gap},
                             [&](Tag verbs) { return view.has(i, verbs); });
}

}  // namespace

bool is_told_of_unknown(const SentenceView& view, const Firm& firm, const Placed& value) {
  const auto verb = firm.reference ? kNoToken : verb_of_telling(view, firm);
  if (verb == kNoToken || verb >= value.first) return false;
  auto name = verb + 1;
  while (view.has(name, view.tags.complementizer) || view.has(name, view.tags.article)) ++name;
  auto end = end_of_unknown_name(view, name, value.first);
  for (auto i = name; i < end; ++i)
    if (view.text.tokens[i].shape & kAllCaps) end = i;
  if (end == name || end >= value.first || view.segment(name) != view.segment(value.first)) return false;
  // "said Asia was weak and revenue had fallen": of the firm that says it.
  if (view.has(end - 1, view.tags.place)) return false;
  for (auto i = end; i < value.first; ++i)
    if (view.has(i, view.tags.firm_pronoun) || view.has(i, view.tags.possessive) ||
        view.has(i, view.tags.coordinator))
      return false;
  return view.genitive_at(end) || begins_predicate(view, end);
}

bool opens_with_unknown_name(const SentenceView& view, const Placed& value) {
  if (view.verbs_last) return false;
  auto name = view.begin_of_clause(value.first);
  while (name < value.first &&
         (view.has(name, view.tags.coordinator) || view.has(name, view.tags.clause_conjunction)))
    ++name;
  const auto end = end_of_unknown_name(view, name, value.first);
  if (end == name || end >= value.first || view.has(end - 1, view.tags.place)) return false;
  const auto& first = view.text.tokens[name];
  const bool acronym =
      (first.shape & kAllCaps) && first.size > 1 && !(view.text.tokens[end].shape & kCapital);
  // The first word of a sentence has a capital whatever it is: one that stands in no list and alone is a name
  // before a verb in the singular.
  if (end == name + 1 && name == view.sentence.first && !acronym && first.word) return false;
  // "Erika Muster also said sales had fallen", "Muster's aide said": of the firm that is spoken of.
  for (auto i = end; i < value.first; ++i)
    if (view.has(i, view.tags.speech_verb) || view.has(i, view.tags.expectation_verb)) return false;
  if (begins_predicate(view, end)) return true;
  // "Kestrelle's profit", but "Kestrelle's contract with X"
  return view.genitive_at(end) && std::ranges::none_of(view.firms, [&](const Firm& firm) {
           return firm.first > end && !firm.reference && view.same_clause(firm.first, value.first);
         });
}

bool pronoun_before(const SentenceView& view, const Placed& value) {
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, view.tags.subject_pronoun) && view.segment(i) == view.segment(value.first) &&
        !is_in_phrase(view, i, own(view).expletives))
      return true;
  return false;
}

}  // namespace gegenprobe::extract
