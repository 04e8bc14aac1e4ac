// A cue is left out where it names something else, read as what it says of this kind of figure, and weighed
// by its kind (noun, verb), its distance and the clause it stands in. Every cue of the sentence is tried.
#include "extract/claims/claim_metric_choice.h"

#include <algorithm>

#include "extract/claims/claim_payment.h"
#include "extract/claims/cue_meaning.h"
#include "extract/claims/figure_fit.h"
#include "extract/claims/metric_of_figure.h"

namespace gegenprobe::extract {
namespace {

struct ChoiceTags {
  Tag absolute_preposition, share_price_preposition;
  explicit ChoiceTags(const Lexicon& lexicon)
      : absolute_preposition(lexicon.tag("absolute_preposition")),
        share_price_preposition(lexicon.tag("share_price_preposition")) {}
};

// «383 Milliarden umgesetzt und 97 verdient»: a word right behind another figure, and parted from this one,
// is that figure's; but «90 Milliarden umgesetzt, ein Prozent weniger».
bool belongs_to_figure_before(const SentenceView& view, const Cue& cue, const Placed& value) {
  if (cue.last > value.first) return false;
  const bool parted =
      view.has(cue.last, view.tags.coordinator) || view.text.of(view.text.tokens[cue.last]) == ",";
  return parted && std::ranges::any_of(view.values, [&](const Placed& other) {
           return other.last == cue.first && other.mention->kind == value.mention->kind;
         });
}

// «Bei 78 Milliarden Euro |Umsatz| verdiente X 9 Milliarden», «Nach einem |Verlust| von 2 Milliarden
// verdiente X 5»: a noun in front has its own figure, and a verb that measures stands between that and ours.
bool is_left_behind_by_verb(const SentenceView& view, const Cue& noun, const Placed& value) {
  if (!view.verbs_last || noun.tag != view.tags.metric_noun || noun.last > value.first) return false;
  const auto opener = view.sentence.first;
  if (!view.has(opener, view.tags.preposition) || view.has(opener, view.tags.delta_preposition)) return false;
  const auto own_figure = std::ranges::find_if(view.values, [&](const Placed& other) {
    return other.last == noun.first || other.last + 1 == noun.first ||  // «63 Milliarden teure Übernahme»
           (other.first >= noun.last && view.distance(noun.last, other.first) <= 2);
  });
  if (own_figure == view.values.end() || own_figure->first >= value.first) return false;
  const auto begin = std::max(noun.last, own_figure->last);
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && cue.first >= begin && cue.last <= value.first &&
           view.same_clause(cue.first, noun.first);
  });
}

// "has 8%, less than the 20% share …": a word right behind another figure is that one's, but "stakes" in "10%
// and 20% stakes" is of both.
bool belongs_to_figure_behind(const SentenceView& view, const Cue& cue, const Placed& value) {
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    // "$55bn, including $20bn of debt"
    const bool ends_there =
        other.last == cue.first || (other.last + 1 == cue.first &&
                                    view.has(other.last, view.tags.share_preposition) && !view.verbs_last);
    return other.first > value.last && ends_there && other.mention->kind == value.mention->kind &&
           !view.has(other.first - 1, view.tags.coordinator);
  });
}

// «22 Milliarden Euro und ein bereinigtes EBIT von …»: what comes behind «und» is of the next figure.
bool behind_coordinator(const SentenceView& view, const Placed& value, const Cue& cue) {
  return view.coordinator_between(value.last, cue.first);
}

bool has_firm_between(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  return std::ranges::any_of(
      view.firms, [&](const Firm& firm) { return !firm.reference && firm.first >= from && firm.last <= to; });
}

// «einem Verlust von 5 Millionen»; but «nach der Übernahme will X 5 Milliarden umsetzen».
bool has_figure_right_behind(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(view.values, [&](const Placed& v) {
    return v.first >= cue.last && view.distance(cue.last, v.first) <= 2 &&
           !(view.capital_nouns && has_firm_between(view, cue.last, v.first));
  });
}

// «wegen der Kosten dafür», «durch Personalabbau», «nach kräftigen Gewinnen»: a cause or what went before,
// not what is measured.
bool is_cause(const SentenceView& view, const Cue& cue) {
  const auto between = [&](std::uint32_t i) {
    return view.has(i, view.tags.article) || view.has(i, view.tags.possessive) ||
           (view.capital_nouns && !(view.text.tokens[i].shape & kCapital) &&
            view.lexicon.ends_as(view.word(i), view.tags.adjective));
  };
  auto i = cue.first;
  for (int step = 0; step < 3 && i > view.sentence.first; ++step) {
    if (view.preceded_by(i, view.tags.causes)) return true;
    if (view.preceded_by(i, view.tags.antecedents))
      return view.has(cue.last, view.tags.delta_preposition) || !has_figure_right_behind(view, cue);
    if (!between(--i)) return false;
  }
  return false;
}

// «trotz eines Gewinns von |8 Milliarden|», "despite profit of |€8bn|": the cause has its figure right
// behind.
bool names_size_of_cause(const SentenceView& view, const Cue& cue, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  if (at == cue.last) return true;  // "a loss of" is one cue
  return at == cue.last + 1 &&
         (view.has(cue.last, view.tags.share_preposition) ||
          view.has(cue.last, view.tags.level_preposition) || view.has(cue.last, view.tags.from_preposition));
}

// «9 Milliarden und setzte 76 Milliarden um»: a verb right behind «und» opens a predicate of its own.
bool opens_predicate(const SentenceView& view, const Placed& value, const Cue& verb) {
  return verb.first > value.last && view.has(verb.first - 1, view.tags.coordinator);
}

// "… $97bn on sales of $383bn": a noun behind a figure that has its own behind it. «95 Millionen Verlust bei
// 900 Millionen Umsatz»: both stand right behind theirs.
bool has_own_figure(const SentenceView& view, const Cue& cue, const Placed& value) {
  if (view.capital_nouns && cue.first == value.last) return false;
  if (!view.has(cue.last, view.tags.level_preposition) && !view.has(cue.last, view.tags.share_preposition))
    return false;
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    return other.first > cue.last && view.begin_with_qualifier(other) <= cue.last + 1;
  });
}

// «Das Rcobd stieg auf 1,5 Milliarden, der Umsatz stagnierte bei 5,7»: of a clause behind, with a figure of
// its own.
bool tells_next_figure(const SentenceView& view, const Cue& cue, const Placed& value) {
  return !view.same_clause(cue.first, value.first) &&
         std::ranges::any_of(view.values, [&](const Placed& other) {
           return other.first >= cue.last && view.same_clause(other.first, cue.first);
         });
}

// «stieg auf 50 Millionen und der Umsatz sank auf 60»: behind «und» a subject with its verb and its figure.
bool opens_clause(const SentenceView& view, const Placed& value, const Cue& noun) {
  constexpr std::uint32_t kReach = 5;  // «und das um Sondereffekte bereinigte Ergebnis»
  auto begin = noun.first;
  while (begin > value.last && begin + kReach > noun.first && !view.has(begin - 1, view.tags.coordinator))
    --begin;
  if (begin == value.last || !view.has(begin - 1, view.tags.coordinator) ||
      view.values_between(begin, noun.first) > 0)
    return false;
  const auto next = std::ranges::find_if(
      view.values, [&](const Placed& other) { return view.begin_with_qualifier(other) >= noun.last; });
  if (next == view.values.end() || view.segment(next->first) != view.segment(noun.first)) return false;
  // «… auf 78 Milliarden und der Gewinn um 4 Prozent auf 9», "… to $78bn and profit 4% to $9bn": the verb is
  // left out.
  const auto at = view.begin_with_qualifier(*next);
  if (at == noun.last || (at == noun.last + 1 && (view.has(noun.last, view.tags.delta_preposition) ||
                                                  view.has(noun.last, view.tags.level_preposition))))
    return true;
  for (auto i = noun.last; i < next->first; ++i)
    for (const auto verbs : {view.tags.finite_verb, view.tags.price_move, view.tags.metric_verb})
      if (view.has(i, verbs)) return true;
  return false;
}

// "after saying sales rose 5%", "with same-store sales up 6%"
bool opens_by_conjunction(const SentenceView& view, std::uint32_t token) {
  auto begin = view.begin_of_clause(token);
  begin += view.text.tokens[begin].is(TokenClass::punctuation);
  return view.has(begin, view.tags.subordinator) || view.has(begin, view.tags.contrast) ||
         view.has(begin, view.lists<ChoiceTags>().absolute_preposition);
}

// «die Vorsorge für faule Kredite»: what the noun before is for.
bool is_purpose(const SentenceView& view, const Cue& cue) {
  const auto governor = view.governor(view.begin_of_compound(cue.first));
  return view.capital_nouns && governor != kNoToken && view.has(governor, view.tags.price_preposition) &&
         std::ranges::any_of(view.cues, [&](const Cue& noun) {
           return noun.tag == view.tags.metric_noun && noun.last == governor;
         });
}

// «4,1 Mio. Euro (Gewinn: 3,7 Mio. Euro)»: what is named in the brackets is told of the figure there.
bool has_figure_in_brackets(const SentenceView& view, const Cue& cue) {
  for (auto i = cue.last; view.in_brackets(cue.first) && i < view.sentence.last && view.in_brackets(i); ++i)
    if (std::ranges::find(view.values, i, &Placed::first) != view.values.end()) return true;
  return false;
}

// "rises 8 percent on sales": why, unless the word has a figure of its own.
bool is_occasion(const SentenceView& view, const Cue& cue) {
  constexpr std::uint32_t kReach = 4;  // "on a much higher quarterly profit"
  for (auto i = cue.first; i > view.sentence.first && i + kReach > cue.first; --i) {
    if (!view.text.tokens[i].is(TokenClass::word)) return false;
    if (view.preceded_by(i, view.tags.occasions)) return !has_figure_right_behind(view, cue);
  }
  return false;
}

// "orders in Spain, Portugal and Qatar | worth": no verb and no figure between.
bool is_listed_up_to(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
  if (view.values_between(from, to)) return false;
  for (auto i = from; i < to; ++i)
    if (view.has(i, view.tags.finite_verb) || view.has(i, view.tags.metric_verb)) return false;
  return true;
}

// "The contract is valued at …", "an order for 45 jets, worth …": what is valued stands before.
bool other_noun_before(const SentenceView& view, const Cue& verb, unsigned measure) {
  const bool behind_comma =
      verb.first > view.sentence.first + 1 && view.text.of(view.text.tokens[verb.first - 1]) == ",";
  const auto clause = behind_comma ? verb.first - 2 : verb.first;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    if (cue.tag != view.tags.metric_noun || cue.first >= verb.first) return false;
    const bool worth = view.has(verb.first, view.tags.worth);
    const bool in_list = worth && !view.capital_nouns && is_listed_up_to(view, cue.last, verb.first);
    if (!in_list && !view.same_clause(cue.first, clause)) return false;
    const auto metric = key_of(cue).metric;
    const bool bid = metric == Metric::acquisition_price && worth;
    return (metric == Metric::deal_value || bid) && (measures_of(metric) & measure);
  });
}

// The kind of word and how far off it stands; on the whole the nearest noun wins.
int weight_of_place(const Candidate& c, const MetricKey& key) {
  constexpr int kNoun = 60, kVerb = 48, kGeneralVerb = 42;  // «operativ … verdient»: the special word wins
  const bool general = !c.noun && key.metric == Metric::profit;
  int score = c.noun ? kNoun : general ? kGeneralVerb : kVerb;
  if (key.metric == Metric::stake && c.near_behind()) score += 20;
  score -= c.distance * (c.before ? 2 : 3);
  score += 4 * static_cast<int>(c.cue.last - c.cue.first - 1);
  // "sets aside another £700m for car loans": what it is for.
  if (c.noun && c.near_behind() && c.view.has(c.value.last, c.view.tags.price_preposition)) score -= 25;
  // «Umsatz von 5 Milliarden», "a loss of $5bn"; "$5bn in sales"
  if (c.noun && c.distance <= 2) score += c.before ? 12 : 14;
  // "an offering of $75m of convertible notes", "will sell $75m of new shares": what the sum consists of.
  if (!c.before && c.noun && (key.metric == Metric::debt || key.metric == Metric::funding) &&
      c.distance <= 4 && c.view.has(c.value.last, c.view.tags.share_preposition))
    score += 26;
  // "its 8.20 percent senior notes": the interest they bear.
  if (c.percent() && c.near_behind() && key.metric == Metric::debt && c.distance <= 1 && !c.told_in_part())
    score += 26;
  return score;
}

// "shares in X, which was worth $5bn, fell 60%", «X, das den Auftrag gewann, verdiente 5 Milliarden»: between
// commas, of another figure or of none.
bool is_told_aside(const SentenceView& view, const Cue& cue, const Placed& value) {
  return !view.same_clause(cue.first, value.first) && view.in_relative_clause(cue.first);
}

bool has_pronoun_before(const SentenceView& view, const Placed& value) {
  for (auto i = value.first; i > view.sentence.first && view.same_clause(i - 1, value.first); --i)
    if (view.has(i - 1, view.tags.subject_pronoun)) return true;
  return false;
}

// «…, deren Tochter 5 Milliarden |verwaltet|, …»: a word without a capital closes the figure's clause; not
// «…, die Mutter 5 Milliarden».
bool closes_with_verb(const SentenceView& view, const Placed& value) {
  auto end = value.last;
  while (end < view.sentence.last && view.same_clause(end, value.first) &&
         view.text.tokens[end].is(TokenClass::word))
    ++end;
  return end > value.last && !(view.text.tokens[end - 1].shape & kCapital);
}

// "fell 6% |as| investors who |held| shares sold them": why it did.
bool is_verb_of_reason(const SentenceView& view, const Cue& cue, const Placed& value) {
  if (view.verbs_last || cue.tag != view.tags.metric_verb) return false;
  for (auto i = value.last; i < cue.first; ++i)
    if (view.has(i, view.tags.subordinator)) return true;
  return false;
}

// "|bought| X and earned $3bn": a verb of another predicate than that right before the figure.
bool is_verb_of_first_predicate(const SentenceView& view, const Placed& value, const Cue& verb) {
  bool joined = false;
  for (const auto& cue : view.cues) {
    if (cue.tag != view.tags.metric_verb || cue.first < verb.last) continue;
    if (cue.last > view.begin_with_qualifier(value)) break;
    joined |= view.has(cue.first - 1, view.tags.coordinator);
  }
  return joined && view.same_clause(verb.first, value.first);
}

// What parts the cue from the figure: other figures, brackets, clauses.
int weight_of_barriers(const Candidate& c) {
  const auto& [view, value, cue, measure, noun, before, distance] = c;
  int score = -7 * static_cast<int>(before ? view.values_between(cue.last, value.first)
                                           : view.values_between(value.last, cue.first));
  // «das Ergebnis (Ebit) stieg»: another name for it; «das Ergebnis (nach Abzug von Anteilen)» has none.
  const bool aside = !view.in_brackets(value.first) && view.in_brackets(cue.first);
  if (aside && noun && view.in_brackets(cue.first - 2)) score -= 50;
  if (view.in_brackets(cue.first) != view.in_brackets(value.first)) score -= 8;
  if (!before && (!view.same_clause(cue.first, value.first) || is_verb_of_reason(view, cue, value)))
    score -= 22;
  // «Das Ergebnis sank auf 5 Millionen, weil X 9 Millionen zurücklegte»: the noun has its own figure, and the
  // clause behind, where no pronoun stands for the noun, another matter.
  if (before && noun && view.verbs_last && view.segment(cue.first) != view.segment(value.first) &&
      view.clause_kind(value.first) == ClauseKind::subordinate &&
      view.values_between(cue.last, value.first) > 0 && !has_pronoun_before(view, value))
    score -= 50;
  // "shares of X, which has added $5bn in market value, fell 5%": with a figure of its own.
  constexpr int kAside = 22, kAsideWithFigure = 50;
  if (before && is_told_aside(view, cue, value))
    score -= std::ranges::any_of(view.values,
                                 [&](const Placed& own) { return view.same_clause(own.first, cue.first); })
                 ? kAsideWithFigure
                 : kAside;
  // «X, deren Tochter 5 Milliarden verwaltet, |verdiente| …»: what the clause around tells.
  if (!noun && view.verbs_last && !view.same_clause(cue.first, value.first) &&
      view.in_relative_clause(value.first) && closes_with_verb(view, value) &&
      !view.in_relative_clause(cue.first))
    score -= 60;
  if (before && !noun && is_verb_of_first_predicate(view, value, cue)) score -= 10;
  if (view.segment(cue.first) != view.segment(value.first)) score -= 8;
  return score;
}

// «gewann 0,6 Prozent und der TecDax verlor …»: the verb of another firm behind «und».
bool is_verb_of_next_firm(const SentenceView& view, const Placed& value, const Cue& verb) {
  return view.verbs_last && std::ranges::any_of(view.firms, [&](const Firm& firm) {
           return !firm.reference && firm.first > value.last && firm.last <= verb.first &&
                  view.governor(firm.first) == kNoToken &&
                  behind_coordinator(view, value, {verb.tag, firm.first, firm.last, {}});
         });
}

// "buys X for $3bn in an emergency |rescue|": in what manner it is bought.
bool is_manner_of_purchase(const SentenceView& view, const Placed& value, const Cue& noun) {
  const auto governor = view.governor(noun.first);
  const auto at = view.begin_with_qualifier(value);
  if (view.capital_nouns || governor != value.last || !view.has(governor, view.tags.time_preposition) ||
      at == view.sentence.first || !view.has(at - 1, view.tags.price_preposition))
    return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && cue.last <= at &&
           key_of(cue).metric == Metric::acquisition_price && view.same_clause(cue.first, at);
  });
}

// The cue belongs to another figure, or is a cause.
int weight_of_others(const Candidate& c) {
  const auto& [view, value, cue, measure, noun, before, distance] = c;
  int score = 0;
  if (belongs_to_figure_before(view, cue, value) || is_left_behind_by_verb(view, cue, value)) score -= 50;
  if (noun && !view.capital_nouns && belongs_to_figure_behind(view, cue, value)) score -= 25;
  // Where verbs come last, one behind «und» may be the figure's all the same.
  if (!before && (noun || !view.verbs_last) && behind_coordinator(view, value, cue)) score -= noun ? 25 : 45;
  if (!before && !noun && is_verb_of_next_firm(view, value, cue)) score -= 45;
  if (!before && !noun && view.verbs_last && opens_predicate(view, value, cue)) score -= 45;
  if (!before && noun && has_own_figure(view, cue, value)) score -= 40;
  if (!before && noun && is_manner_of_purchase(view, value, cue)) score -= 40;
  // «149 Millionen auf Kredite abschreiben»: what the sum is taken off.
  if (noun && !before && view.verbs_last && key_of(cue).metric == Metric::debt &&
      view.governor(cue.first) == value.last && view.has(value.last, view.tags.to_preposition))
    score -= 50;
  if (noun && !before && (view.verbs_last || opens_by_conjunction(view, cue.first)) &&
      tells_next_figure(view, cue, value))
    score -= 80;
  if (noun && !before && opens_clause(view, value, cue)) score -= 80;
  if (noun && !view.in_brackets(value.first) && has_figure_in_brackets(view, cue)) score -= 60;
  if (noun && ((is_cause(view, cue) && !names_size_of_cause(view, cue, value)) || is_purpose(view, cue) ||
               (!before && is_occasion(view, cue))))
    score -= 25;
  return score;
}

int weight_of_valuing(const Candidate& c, const MetricKey& key) {
  if (c.noun || (key.metric != Metric::valuation && key.metric != Metric::market_cap)) return 0;
  // "the deal values X at $9bn": a firm is valued; what a bid values it at is the price.
  const bool bid = std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
    return cue.tag == c.view.tags.metric_noun && cue.last <= c.cue.first &&
           key_of(cue).metric == Metric::acquisition_price;
  });
  if (!bid && std::ranges::find(c.view.firms, c.cue.last, &Firm::first) != c.view.firms.end()) return 30;
  int score = other_noun_before(c.view, c.cue, c.measure) ? -40 : 0;
  // "valued at $1.2bn in the funding round": its figure is the verb's own complement.
  if (c.distance <= 1 && score == 0) score += 30;
  return score;
}

// "$85bn|, or $320 per share,| for X": what says the same by the share.
std::uint32_t behind_price_per_share(const SentenceView& view, const Placed& value) {
  const auto is_comma = [&](std::uint32_t i) {
    return i < view.sentence.last && view.text.of(view.text.tokens[i]) == ",";
  };
  const auto at = value.last + is_comma(value.last);
  if (view.verbs_last || value.mention->kind != MentionKind::money || !view.has(at, view.tags.alternative))
    return value.last;
  const auto price = std::ranges::find_if(view.values, [&](const Placed& other) {
    return view.begin_with_qualifier(other) == at + 1 && other.mention->kind == MentionKind::money;
  });
  if (price == view.values.end() || !view.has(price->last, view.tags.per_piece)) return value.last;
  const auto end = price->last + 2;
  return end + is_comma(end);
}

// "a £4bn ($5.8bn; 6bn euros) bid": a figure ends behind the brackets that give it in other currencies.
Placed with_conversions(const SentenceView& view, const Placed& value) {
  const bool converted = std::ranges::any_of(view.values, [&](const Placed& other) {
    return other.first == value.last + 1 && other.mention->kind == MentionKind::money;
  });
  Placed out = value;
  if (!converted || value.mention->kind != MentionKind::money || view.in_brackets(value.first)) return out;
  while (out.last < view.sentence.last && view.in_brackets(out.last)) ++out.last;
  return out;
}

// «ein operativer Gewinn (Ebitda) von 5 Millionen»: what the brackets behind the word call it.
std::string_view variant_in_brackets(const SentenceView& view, const Cue& cue) {
  if (cue.tag != view.tags.metric_noun || !view.capital_nouns || !view.in_brackets(cue.last)) return {};
  for (const auto& alias : view.cues)
    if (alias.tag == view.tags.metric_noun && alias.first == cue.last + 1 && !view.in_brackets(cue.first) &&
        key_of(alias).metric == key_of(cue).metric)
      return key_of(alias).variant;
  return {};
}

MetricChoice best_by_cue(const SentenceView& view, const Placed& figure) {
  const Placed value = with_conversions(view, figure);
  const unsigned measure = measure_of(value.mention->kind, *value.mention->amount());
  MetricChoice best;
  for (const auto& cue : view.cues) {
    if (cue.tag != view.tags.metric_noun && cue.tag != view.tags.metric_verb) continue;
    if (names_something_else(view, value, cue)) continue;
    const Candidate candidate{view, value, cue, measure};
    const auto key = key_for_figure(candidate);
    if (!fits_figure(candidate, key_of(cue).metric, key)) continue;
    const int score = weight_of_place(candidate, key) + weight_of_barriers(candidate) +
                      weight_of_others(candidate) + weight_of_valuing(candidate, key);
    if (score > best.score) best = {key, &cue, score};
  }
  if (best.cue && best.key.variant.empty()) best.key.variant = variant_in_brackets(view, *best.cue);
  return best;
}

// "still has 20% of Tesco.": a share of the firm, not of what is its.
bool is_part_of_firm(const SentenceView& view, const Placed& value) {
  if (view.capital_nouns || value.mention->kind != MentionKind::percent ||
      !view.has(value.last, view.tags.share_preposition))
    return false;
  const auto firm = std::ranges::find(view.firms, value.last + 1, &Firm::first);
  if (firm == view.firms.end() || firm->reference || view.genitive_at(firm->last)) return false;
  const auto next = firm->last;
  return next >= view.sentence.last || view.text.tokens[next].is(TokenClass::punctuation) ||
         view.has(next, view.tags.preposition) || view.has(next, view.tags.coordinator);
}

// "sold 216 million shares at $29 each": what one of them costs.
bool is_price_of_shares_before(const SentenceView& view, const Placed& value) {
  if (value.mention->kind != MentionKind::money) return false;
  const auto at = view.begin_with_qualifier(value);
  if (view.verbs_last)  // «gab 3 Millionen Aktien |zu je| 40 Dollar aus»
    return at >= view.sentence.first + 2 && view.has(at - 1, view.tags.per_piece) &&
           view.has(at - 2, view.tags.level_preposition) &&
           std::ranges::any_of(view.values, [&](const Placed& shares) {
             return shares.last == at - 2 && shares.mention->amount()->unit == "share";
           });
  if (at == view.sentence.first || !view.has(at - 1, view.lists<ChoiceTags>().share_price_preposition) ||
      !view.has(value.last, view.tags.per_piece))
    return false;
  return std::ranges::any_of(view.values, [&](const Placed& shares) {
    return shares.last == at - 1 && shares.mention->kind == MentionKind::quantity &&
           shares.mention->amount()->unit == "share";
  });
}

}  // namespace

MetricChoice choose_metric(const SentenceView& view, const Placed& value) {
  constexpr int kScoreOfPayment = 45, kScoreOfPurchase = 50, kScoreOfMove = 40;
  MetricChoice best = best_by_cue(view, value);
  if (is_paid_for_share(view, value) ||
      (best.key.metric != Metric::dividend && is_paid_for_share_of_other(view, value)))
    return {{.metric = Metric::acquisition_price}, nullptr, kScoreOfPurchase, true};
  if (is_offered_per_share(view, value))
    return {{.metric = Metric::acquisition_price}, nullptr, kScoreOfPurchase, true};
  if (pays_per_share(view, value, best) || pays_to_shareholders(view, value, best))
    best = {{.metric = Metric::dividend}, nullptr, kScoreOfPayment, true};
  Placed price = with_conversions(view, value);
  price.last = behind_price_per_share(view, price);
  if (is_price_of_bought(view, price, best))
    return {{.metric = Metric::acquisition_price}, nullptr, kScoreOfPurchase, true};
  if (is_paid_to_settle(view, price, best)) return {{.metric = Metric::fine}, nullptr, kScoreOfPayment, true};
  if ((!best.cue || view.verbs_last) && is_price_of_shares_before(view, value))
    return {{.metric = Metric::share_price}, nullptr, kScoreOfMove, true};
  if (!best.cue && is_price_move(view, value))
    return {{.metric = Metric::share_price}, nullptr, kScoreOfMove, true};
  if (!best.cue && is_part_of_firm(view, value))
    return {{.metric = Metric::stake}, nullptr, kScoreOfMove, true};
  if (!best.cue && value.mention->kind == MentionKind::percent && is_of_market(view, value.last))
    return {{.metric = Metric::market_share}, nullptr, kScoreOfMove, true};
  return best;
}

}  // namespace gegenprobe::extract
