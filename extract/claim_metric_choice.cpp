// A cue is left out where it names something else, read as what it says of this kind of figure, and weighed
// by its kind (noun, verb), its distance and the clause it stands in. Every cue of the sentence is tried.
#include "extract/claim_metric_choice.h"

#include <algorithm>
#include <array>

#include "extract/claim_payment.h"

namespace gegenprobe::extract {
namespace {

// «Rheinkredit AG» owes nothing by its name.
bool in_a_name(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && cue.first >= firm.first && cue.last <= firm.last;
  });
}

// «EBIT-Marge» is a margin: the last part of a compound says what it is.
bool heads_no_compound(const SentenceView& view, const Cue& cue) {
  const auto& tokens = view.text.tokens;
  return cue.last + 1 < view.sentence.last && view.text.of(tokens[cue.last]) == "-" &&
         (tokens[cue.last].shape & kGlued) && (tokens[cue.last + 1].shape & kGlued) &&
         tokens[cue.last + 1].is(TokenClass::word);
}

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

// "has 8%, less than the 20% share …": a word right behind another figure is that one's, but "stakes" in "10%
// and 20% stakes" is of both.
bool belongs_to_figure_behind(const SentenceView& view, const Cue& cue, const Placed& value) {
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    return other.first > value.last && other.last == cue.first &&
           other.mention->kind == value.mention->kind && !view.has(other.first - 1, view.tags.coordinator);
  });
}

// «22 Milliarden Euro und ein bereinigtes EBIT von …»: what comes behind «und» is of the next figure.
bool behind_coordinator(const SentenceView& view, const Placed& value, const Cue& cue) {
  for (auto i = value.last; i < cue.first; ++i)
    if (view.has(i, view.tags.coordinator)) return true;
  return false;
}

// «wegen der Kosten dafür»: a cause, not what is measured.
bool is_cause(const SentenceView& view, const Cue& cue) {
  auto i = cue.first;
  for (int step = 0; step < 3 && i > view.sentence.first; ++step) {
    --i;
    if (view.preceded_by(i + 1, view.tags.causes)) return true;
    if (!view.has(i, view.tags.article) && !view.has(i, view.tags.possessive)) return false;
  }
  return false;
}

// "Net 3.1 mln", "4th-Qtr Net Rises 18 Percent"
bool is_label(const SentenceView& view, const Cue& cue) {
  if (view.has(cue.last, view.tags.up) || view.has(cue.last, view.tags.down)) return true;
  if (cue.last < view.sentence.last && view.text.tokens[cue.last].is(TokenClass::punctuation)) return true;
  return std::ranges::any_of(view.values,
                             [&](const Placed& v) { return view.begin_with_qualifier(v) == cue.last; });
}

// "… $97bn on sales of $383bn": a noun behind a figure that has its own behind it.
bool has_own_figure(const SentenceView& view, const Cue& cue) {
  if (!view.has(cue.last, view.tags.level_preposition) && !view.has(cue.last, view.tags.share_preposition))
    return false;
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    return other.first > cue.last && view.begin_with_qualifier(other) <= cue.last + 1;
  });
}

// "rises 8 percent on sales": why, unless the word has a figure of its own.
bool is_occasion(const SentenceView& view, const Cue& cue) {
  constexpr std::uint32_t kReach = 4;  // "on a much higher quarterly profit"
  for (auto i = cue.first; i > view.sentence.first && i + kReach > cue.first; --i) {
    if (!view.text.tokens[i].is(TokenClass::word)) return false;
    if (view.preceded_by(i, view.tags.occasions))
      return std::ranges::none_of(view.values, [&](const Placed& v) {
        return v.first >= cue.last && view.distance(cue.last, v.first) <= 2;
      });
  }
  return false;
}

// «vor Sondereffekten», "before exceptional items": what a result leaves out.
bool is_left_out(const SentenceView& view, const Cue& cue, const MetricKey& key) {
  return key.metric == Metric::costs && view.preceded_by(cue.first, view.tags.exclusions);
}

// "to $8bn", "by $1bn"
bool is_raised_to(const SentenceView& view, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  return at > view.sentence.first &&
         (view.has(at - 1, view.tags.to_preposition) || view.has(at - 1, view.tags.delta_preposition));
}

// «Anteil am Weltmarkt», "a share of the market"
bool is_of_market(const SentenceView& view, const Cue& share) {
  constexpr std::uint32_t kReach = 10;  // "of the UK buy-to-let mortgage market"
  if (!view.has(share.last, view.tags.share_preposition) &&
      !view.has(share.last, view.tags.target_preposition))
    return false;
  for (auto i = share.last + 1; i < view.sentence.last && i <= share.last + kReach; ++i) {
    const Token& token = view.text.tokens[i];
    if (token.is(TokenClass::punctuation) && view.text.of(token) != "-") return false;
    if (view.has(i, view.tags.finite_verb)) return false;
    if (view.has(i, view.tags.market)) return true;
  }
  return false;
}

// "The contract is valued at …": what is valued stands before.
bool other_noun_before(const SentenceView& view, const Cue& verb, unsigned measure) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    if (cue.tag != view.tags.metric_noun || cue.first >= verb.first ||
        !view.same_clause(cue.first, verb.first))
      return false;
    const auto key = key_of(cue);
    return key.metric == Metric::deal_value && (measures_of(key.metric) & measure);
  });
}

// «unter dem Wert des Vorjahres»: another time's value, no metric.
bool names_a_time(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(view.dates, [&](const Placed& date) {
    return date.first == cue.last + 1 && view.has(cue.last, view.tags.share_preposition);
  });
}

// One cue beside the figure that it may name.
struct Candidate {
  const SentenceView& view;
  const Placed& value;
  const Cue& cue;
  const unsigned measure;  ///< of the figure
  const bool noun = cue.tag == view.tags.metric_noun;
  const bool before = cue.first < value.first;
  const int distance = view.distance(cue.first, cue.last, value.first, value.last);

  const Amount& amount() const { return *value.mention->amount(); }
  bool percent() const { return measure == kPercent; }
  bool near_behind() const { return cue.first >= value.last && distance <= 3; }
  // «10 Prozent der Aktien», "80% of its sales"
  bool told_in_part() const {
    return percent() && view.has(value.last, view.tags.share_preposition) && near_behind();
  }
};

// «70 Cent je Aktie», "£1.18 per share", "40 cents a share": that is what a figure is counted by, this one or
// another.
bool is_counted_by(const SentenceView& view, const Cue& cue) {
  if (cue.first == view.sentence.first || !view.has(cue.first - 1, view.tags.per_piece)) return false;
  const bool behind_figure =
      std::ranges::any_of(view.values, [&](const Placed& figure) { return figure.last == cue.first - 1; });
  const bool noun = cue.tag == view.tags.metric_noun;  // "were each fined"
  return behind_figure || (noun && !view.has(cue.first - 1, view.tags.article));
}

// "a 530 pence-a-share offer"
bool is_counted_by_in_compound(const SentenceView& view, const Cue& cue) {
  if (cue.first < view.sentence.first + 3 || !view.has(cue.first - 2, view.tags.per_piece)) return false;
  return view.text.of(view.text.tokens[cue.first - 1]) == "-" &&
         view.text.of(view.text.tokens[cue.first - 3]) == "-";
}

// "Net" is a noun where it labels a figure, else an adjective.
bool is_no_label(const SentenceView& view, const Cue& cue) {
  return view.has(cue.first, view.tags.label_only) && cue.last == cue.first + 1 && !is_label(view, cue);
}

// "would sell technology worth $1.5m": the worth of the thing before it, not of the firm.
bool is_worth_of_thing(const SentenceView& view, const Cue& cue) {
  if (view.capital_nouns || cue.first == view.sentence.first || !view.has(cue.first, view.tags.worth))
    return false;
  const auto thing = cue.first - 1;
  const Token& token = view.text.tokens[thing];
  if (!token.is(TokenClass::word) || (token.shape & kCapital)) return false;
  const auto& tags = view.tags;
  return std::ranges::none_of(std::array{tags.passive_auxiliary, tags.finite_verb, tags.present_adverb,
                                         tags.speech_gap, tags.speech_adverb, tags.firm_noun},
                              [&](Tag list) { return view.has(thing, list); });
}

// "loans of $1.4bn were made to producers": nobody earns what is made in the passive.
bool is_made_passive(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_verb && view.has(cue.first, view.tags.result_participle) &&
         cue.first > view.sentence.first && view.has(cue.first - 1, view.tags.passive_auxiliary);
}

// "the low fares airline": what kind of firm it is; but "strikes cost airline $5m".
bool is_kind_of_firm(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_noun && !view.capital_nouns && view.has(cue.last, view.tags.firm_noun) &&
         !view.has(cue.first, view.tags.metric_verb);
}

// "20% of the group's factories": no stake in the group; but "5% of the firm's shares".
bool is_owner(const SentenceView& view, const Cue& cue) {
  constexpr std::uint32_t kReach = 3;
  if (cue.tag != view.tags.metric_noun || !view.has(cue.first, view.tags.share_preposition) ||
      !view.genitive_at(cue.last))
    return false;
  return std::ranges::none_of(view.cues, [&](const Cue& owned) {
    if (owned.tag != view.tags.metric_noun || owned.first < cue.last || owned.first > cue.last + kReach)
      return false;
    const auto metric = key_of(owned).metric;
    return metric == Metric::share_price || metric == Metric::stake;
  });
}

// "is spending €750m": a verb, whatever the noun means.
bool is_verb_form(const SentenceView& view, const Cue& cue) {
  return cue.tag == view.tags.metric_noun && !view.capital_nouns && cue.first > view.sentence.first &&
         cue.last == cue.first + 1 && view.has(cue.first - 1, view.tags.passive_auxiliary) &&
         view.has(cue.first, view.tags.metric_verb);
}

bool names_something_else(const SentenceView& view, const Placed& value, const Cue& cue) {
  if (cue.first >= value.first && cue.last <= value.last) return true;
  if (is_counted_by(view, cue) || is_counted_by_in_compound(view, cue) || in_a_name(view, cue)) return true;
  if (is_worth_of_thing(view, cue) || is_made_passive(view, cue) || is_kind_of_firm(view, cue)) return true;
  if (is_owner(view, cue) || is_verb_form(view, cue)) return true;
  if (cue.tag != view.tags.metric_noun) return false;
  return names_a_time(view, cue) || is_no_label(view, cue) ||
         (view.capital_nouns && heads_no_compound(view, cue));
}

// "Ocado lost 3%": nobody loses a share of money; its price does. «ein Verlust von 18 Prozent»: of what it
// was worth.
bool is_loss_of_worth(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::loss || !c.percent()) return false;
  if (!c.noun) return true;
  return c.cue.last + 1 == c.view.begin_with_qualifier(c.value) &&
         c.view.has(c.cue.last, c.view.tags.genitive_article);
}

// "bought 18.8% of Southcorp", «10 Prozent der AMD-Aktien»; not "sold 2.1% more cars"
bool is_of_shares(const Candidate& c, const MetricKey& key) {
  if (key.metric == Metric::acquisition_price)
    return !c.noun && c.percent() && !c.view.has(c.value.last, c.view.tags.up) &&
           !c.view.has(c.value.last, c.view.tags.down);
  return key.metric == Metric::share_price && c.told_in_part();
}

// "a 22% share of the market", "the 20% share": what is held, no price.
bool is_share_held(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::share_price && c.noun && c.percent() && c.cue.first == c.value.last &&
         c.view.has(c.cue.first, c.view.tags.share_held);
}

// "80% of its sales": a part of the revenue, not the revenue.
bool is_part_of_whole(const Candidate& c, const MetricKey& key) {
  return c.noun && c.told_in_part() && key.metric != Metric::stake && key.metric != Metric::market_share &&
         key.metric != Metric::job_cuts && key.metric != Metric::headcount;
}

double most_of(const Amount& amount) { return (amount.max ? *amount.max : *amount.min).to_double(); }

// «Das Modell kostet»: what is sold.
bool is_of_product(const Candidate& c) {
  for (auto i = c.view.sentence.first; i < c.cue.first; ++i)
    if (c.view.has(i, c.view.tags.product) && c.view.same_clause(i, c.cue.first) &&
        c.view.governor(i) == kNoToken)
      return true;
  return false;
}

// What costs little, or is something that one buys.
bool is_price_of_thing(const Candidate& c, const MetricKey& key) {
  constexpr double kDear = 1e5, kTooDear = 1e7;
  if (key.metric != Metric::costs || c.noun || c.measure != kMoney || !c.amount().resolved()) return false;
  const double most = most_of(c.amount());
  return most < kDear || (most < kTooDear && is_of_product(c));
}

// «Der Kauf der Bank erfolgte zu einem Preis von 236 Millionen»: the price of a firm.
bool is_price_of_firm(const Candidate& c, const MetricKey& key) {
  constexpr double kCheap = 1e6;
  if (key.metric != Metric::price || c.measure != kMoney || !c.amount().resolved()) return false;
  if (most_of(c.amount()) < kCheap) return false;
  return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
    if (cue.tag != c.view.tags.metric_noun && cue.tag != c.view.tags.metric_verb) return false;
    const auto metric = key_of(cue).metric;
    return (metric == Metric::acquisition_price || metric == Metric::stake) &&
           c.view.segment(cue.first) == c.view.segment(c.value.first);
  });
}

// "shed 10% of the workforce": what is cut of the staff are jobs.
bool is_cut_of_staff(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::headcount || !c.noun || !c.told_in_part()) return false;
  return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
    return cue.tag == c.view.tags.metric_verb && key_of(cue).metric == Metric::job_cuts &&
           cue.last <= c.value.first && c.view.distance(cue.last, c.value.first) <= 2;
  });
}

// "sales rose 3.5% to 2.7 million units": what they came to says what they are counted in.
bool comes_to_goods(const Candidate& c, const MetricKey& key) {
  constexpr int kReach = 3;
  if (key.metric != Metric::revenue || !c.noun || !c.percent()) return false;
  const auto next =
      std::ranges::find_if(c.view.values, [&](const Placed& other) { return other.first >= c.value.last; });
  if (next == c.view.values.end() || next->mention->kind != MentionKind::quantity) return false;
  return measure_of(next->mention->kind, *next->mention->amount()) == kGoods &&
         c.view.has(c.view.begin_with_qualifier(*next) - 1, c.view.tags.level_preposition) &&
         c.view.distance(c.value.last - 1, next->first) <= kReach;
}

// What the cue says of this kind of figure.
MetricKey key_for_figure(const Candidate& c) {
  auto key = key_of(c.cue);
  if (is_loss_of_worth(c, key)) key = {.metric = Metric::share_price, .role = Role::decrease};
  if (is_of_shares(c, key)) key.metric = Metric::stake;
  if (is_share_held(c, key)) key.metric = Metric::stake;
  if (is_part_of_whole(c, key)) key.metric = Metric::other;
  // «30 Prozent Anteil am Weltmarkt»
  if (key.metric == Metric::stake && c.noun && c.percent() && is_of_market(c.view, c.cue))
    key.metric = Metric::market_share;
  if (is_price_of_thing(c, key)) key.metric = Metric::price;
  if (is_price_of_firm(c, key)) key.metric = Metric::acquisition_price;
  if (is_cut_of_staff(c, key)) key.metric = Metric::job_cuts;
  if (comes_to_goods(c, key)) key.metric = Metric::sales_volume;
  return key;
}

// "cut its lending rate by 5 percent" costs no jobs: a percentage is one of staff where the sentence names
// staff.
bool is_cut_of_something_else(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::job_cuts || c.noun || !c.percent()) return false;
  for (auto i = c.view.sentence.first; i < c.view.sentence.last; ++i)
    if (c.view.has(i, c.view.tags.staff)) return false;
  return true;
}

// "operates 41 factories and more production facilities": no goods.
bool is_of_premises(const Candidate& c, const MetricKey& key) {
  return (key.metric == Metric::sales_volume || key.metric == Metric::capacity) && c.measure == kGoods &&
         !c.view.lexicon.value_of(c.amount().unit, c.view.tags.premises).empty();
}

// `said` is what the cue says of any figure, `key` what it says of this one.
bool fits_figure(const Candidate& c, const Metric said, const MetricKey& key) {
  // Only what is bought right behind the verb is a stake.
  if (said == Metric::acquisition_price && key.metric == Metric::stake &&
      (c.cue.last > c.value.first || c.view.distance(c.cue.last, c.value.first) > 3))
    return false;
  // A deal is no percentage; orders rise by one, and "to acquire 93% of X" is not about the agreement.
  if (key.metric == Metric::deal_value && c.percent() && key.variant != "intake") return false;
  // «74,9 Prozent der Gesellschaft verkaufen»: a part of something, and no change of what is sold.
  if (key.metric == Metric::sales_volume && !c.noun && c.percent() &&
      c.view.has(c.value.last, c.view.tags.share_preposition))
    return false;
  // "raised its offer to $8bn": no money is raised.
  if (key.metric == Metric::funding && !c.noun && is_raised_to(c.view, c.value)) return false;
  if (c.noun && is_left_out(c.view, c.cue, key)) return false;
  if (is_cut_of_something_else(c, key) || is_of_premises(c, key)) return false;
  return (measures_of(key.metric) & key.measures & c.measure) &&
         plausible(key.metric, c.value.mention->kind, c.amount());
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

// What parts the cue from the figure: other figures, brackets, clauses.
int weight_of_barriers(const Candidate& c) {
  const auto& [view, value, cue, measure, noun, before, distance] = c;
  int score = -7 * static_cast<int>(before ? view.values_between(cue.last, value.first)
                                           : view.values_between(value.last, cue.first));
  if (view.in_brackets(cue.first) != view.in_brackets(value.first)) score -= 8;
  if (!before && !view.same_clause(cue.first, value.first)) score -= 22;
  if (view.segment(cue.first) != view.segment(value.first)) score -= 8;
  return score;
}

// The cue belongs to another figure, or is a cause.
int weight_of_others(const Candidate& c) {
  const auto& [view, value, cue, measure, noun, before, distance] = c;
  int score = 0;
  if (belongs_to_figure_before(view, cue, value)) score -= 50;
  if (noun && !view.capital_nouns && belongs_to_figure_behind(view, cue, value)) score -= 25;
  // Where verbs come last, one behind «und» may be the figure's all the same.
  if (!before && (noun || !view.capital_nouns) && behind_coordinator(view, value, cue))
    score -= noun ? 25 : 45;
  if (!before && noun && has_own_figure(view, cue)) score -= 40;
  if (noun && (is_cause(view, cue) || (!before && is_occasion(view, cue)))) score -= 25;
  return score;
}

int weight_of_valuing(const Candidate& c, const MetricKey& key) {
  if (c.noun || (key.metric != Metric::valuation && key.metric != Metric::market_cap)) return 0;
  int score = other_noun_before(c.view, c.cue, c.measure) ? -40 : 0;
  // "valued at $1.2bn in the funding round": its figure is the verb's own complement.
  if (c.distance <= 1) score += 30;
  return score;
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
  return best;
}

}  // namespace

namespace {

// "still has 20% of Sina.": a share of the firm, not of what is its.
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

}  // namespace

MetricChoice choose_metric(const SentenceView& view, const Placed& value) {
  constexpr int kScoreOfPayment = 45, kScoreOfPurchase = 50, kScoreOfMove = 40;
  MetricChoice best = best_by_cue(view, value);
  if (pays_per_share(view, value, best))
    best = {{.metric = Metric::dividend}, nullptr, kScoreOfPayment, true};
  if (is_price_of_bought(view, with_conversions(view, value), best))
    return {{.metric = Metric::acquisition_price}, nullptr, kScoreOfPurchase, true};
  if (!best.cue && is_price_move(view, value))
    return {{.metric = Metric::share_price}, nullptr, kScoreOfMove, true};
  if (!best.cue && is_part_of_firm(view, value))
    return {{.metric = Metric::stake}, nullptr, kScoreOfMove, true};
  return best;
}

}  // namespace gegenprobe::extract
