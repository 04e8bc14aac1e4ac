#include "extract/claim_metric.h"

#include <algorithm>
#include <array>

#include "extract/claim_payment.h"

namespace gegenprobe::extract {
namespace {

constexpr std::array<unsigned, 25> kMeasures = [] {
  std::array<unsigned, 25> m{};
  const auto set = [&](Metric metric, unsigned measures) { m[static_cast<std::size_t>(metric)] = measures; };
  for (const auto metric : {Metric::revenue, Metric::profit, Metric::loss, Metric::operating_profit,
                            Metric::costs, Metric::investment, Metric::debt, Metric::valuation,
                            Metric::market_cap, Metric::share_price, Metric::dividend, Metric::price})
    set(metric, kMoney | kPercent);
  for (const auto metric :
       {Metric::funding, Metric::acquisition_price, Metric::fine, Metric::aid, Metric::damage})
    set(metric, kMoney);
  set(Metric::deal_value, kMoney | kPercent);
  set(Metric::stake, kPercent | kShares);
  set(Metric::market_share, kPercent);
  set(Metric::sales_volume, kPercent | kGoods);
  set(Metric::headcount, kPercent | kPeople | kJobs);
  set(Metric::job_cuts, kPercent | kPeople | kJobs);
  set(Metric::capacity, kPower | kGoods | kPercent);
  set(Metric::other, ~0u);
  return m;
}();

unsigned measure_named(std::string_view name) {
  if (name == "money") return kMoney;
  if (name == "percent") return kPercent;
  if (name == "people") return kPeople;
  if (name == "jobs") return kJobs;
  if (name == "goods") return kGoods;
  return ~0u;
}

}  // namespace

MetricKey key_of(const Cue& cue) {
  std::string_view key = cue.value;
  MetricKey out;
  if (const auto at = key.find('#'); at != std::string_view::npos) {
    out.measures = measure_named(key.substr(at + 1));
    key = key.substr(0, at);
  }
  if (const auto at = key.find('@'); at != std::string_view::npos) {
    out.variant = key.substr(at + 1);
    key = key.substr(0, at);
  }
  if (key.ends_with('+')) out.role = Role::increase;
  if (key.ends_with('-')) out.role = Role::decrease;
  if (out.role) key.remove_suffix(1);
  out.metric = metric(key).value_or(Metric::other);
  return out;
}

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
  for (auto i = cue.first; i > view.sentence.first && i + 2 > cue.first; --i)
    if (view.preceded_by(i, view.tags.occasions))
      return std::ranges::none_of(view.values, [&](const Placed& v) {
        return v.first >= cue.last && view.distance(cue.last, v.first) <= 2;
      });
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
  constexpr std::uint32_t kReach = 5;
  if (!view.has(share.last, view.tags.share_preposition) &&
      !view.has(share.last, view.tags.target_preposition))
    return false;
  for (auto i = share.last + 1; i < view.sentence.last && i <= share.last + kReach; ++i) {
    if (view.text.tokens[i].is(TokenClass::punctuation)) return false;
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

}  // namespace

unsigned measures_of(Metric metric) { return kMeasures[static_cast<std::size_t>(metric)]; }

unsigned measure_of(MentionKind kind, const Amount& amount) {
  if (kind == MentionKind::money) return kMoney;
  if (kind == MentionKind::percent) return kPercent;
  if (amount.unit == "job" || amount.unit == "employee") return kPeople | kJobs;
  if (amount.unit == "person") return kPeople;
  if (amount.unit == "share") return kShares;
  if (amount.unit.find("watt") != std::string::npos) return kPower;
  return kGoods;
}

bool plausible(Metric metric, MentionKind kind, const Amount& amount) {
  if (kind != MentionKind::money || !amount.resolved()) return true;
  const double value = (amount.min ? *amount.min : *amount.max).to_double();
  switch (metric) {
    case Metric::share_price:
    case Metric::dividend:
      return value < 1e7;
    case Metric::price:
      return value < 1e9;
    case Metric::market_cap:
    case Metric::valuation:
      return value > 1e5;
    default:
      return true;
  }
}

bool is_result(Metric metric) {
  return metric == Metric::revenue || metric == Metric::profit || metric == Metric::loss ||
         metric == Metric::operating_profit || metric == Metric::sales_volume || metric == Metric::dividend;
}

bool is_event(Metric metric) {
  return metric == Metric::fine || metric == Metric::acquisition_price || metric == Metric::stake ||
         metric == Metric::price || metric == Metric::aid || metric == Metric::other ||
         metric == Metric::valuation;
}

bool of_a_day(Metric metric) {
  return metric == Metric::share_price || metric == Metric::market_cap || metric == Metric::valuation;
}

bool is_sum_of_its_own(Metric metric) {
  return metric == Metric::funding || metric == Metric::fine || metric == Metric::aid ||
         metric == Metric::deal_value || metric == Metric::acquisition_price || metric == Metric::damage;
}

MetricChoice choose_metric(const SentenceView& view, const Placed& value) {
  const auto& amount = *value.mention->amount();
  const unsigned measure = measure_of(value.mention->kind, amount);
  MetricChoice best;
  const bool share_of = measure == kPercent && value.last < view.sentence.last &&
                        view.has(value.last, view.tags.share_preposition);
  for (const auto& cue : view.cues) {
    const bool noun = cue.tag == view.tags.metric_noun, verb = cue.tag == view.tags.metric_verb;
    if (!noun && !verb) continue;
    if (cue.first >= value.first && cue.last <= value.last) continue;
    // «70 Cent je Aktie», "£1.18 per share": that is what it is counted by.
    if (cue.first > view.sentence.first && view.has(cue.first - 1, view.tags.per_piece) &&
        (cue.first - 1 == value.last || !view.has(cue.first - 1, view.tags.article)))
      continue;
    if ((noun && names_a_time(view, cue)) || in_a_name(view, cue)) continue;
    if (noun && view.has(cue.first, view.tags.label_only) && cue.last == cue.first + 1 &&
        !is_label(view, cue))
      continue;
    if (noun && view.capital_nouns && heads_no_compound(view, cue)) continue;
    auto key = key_of(cue);
    // "Ocado lost 3%": nobody loses a share of money; its price does.
    if (key.metric == Metric::loss && verb && measure == kPercent)
      key = {.metric = Metric::share_price, .role = Role::decrease};
    // «ein Verlust von 18 Prozent»: of what it was worth.
    if (key.metric == Metric::loss && noun && measure == kPercent &&
        cue.last + 1 == view.begin_with_qualifier(value) && view.has(cue.last, view.tags.genitive_article))
      key = {.metric = Metric::share_price, .role = Role::decrease};
    // "bought 18.8% of Southcorp"
    if (key.metric == Metric::acquisition_price && verb && measure == kPercent) {
      if (cue.last > value.first || view.distance(cue.last, value.first) > 3) continue;
      key.metric = Metric::stake;
    }
    // «10 Prozent der AMD-Aktien», "49% of the shares"
    if (key.metric == Metric::share_price && measure == kPercent && cue.first >= value.last &&
        view.has(value.last, view.tags.share_preposition) &&
        view.distance(cue.first, cue.last, value.first, value.last) <= 3)
      key.metric = Metric::stake;
    // "80% of its sales": a part of the revenue, not the revenue.
    if (share_of && noun && cue.first >= value.last &&
        view.distance(cue.first, cue.last, value.first, value.last) <= 3 && key.metric != Metric::stake &&
        key.metric != Metric::market_share && key.metric != Metric::job_cuts)
      key.metric = key.metric == Metric::headcount ? Metric::headcount : Metric::other;
    // «30 Prozent Anteil am Weltmarkt»
    if (key.metric == Metric::stake && noun && measure == kPercent && is_of_market(view, cue))
      key.metric = Metric::market_share;
    // A deal is no percentage; orders rise by one, and "to acquire 93% of X" is not about the agreement.
    if (key.metric == Metric::deal_value && measure == kPercent && key.variant != "intake") continue;
    // "raised its offer to $8bn": no money is raised.
    if (key.metric == Metric::funding && verb && is_raised_to(view, value)) continue;
    // What costs little is a thing one buys.
    if (key.metric == Metric::costs && verb && measure == kMoney && amount.resolved() &&
        (amount.max ? *amount.max : *amount.min).to_double() < 1e5)
      key.metric = Metric::price;
    if (noun && is_left_out(view, cue, key)) continue;
    if (!(measures_of(key.metric) & key.measures & measure) ||
        !plausible(key.metric, value.mention->kind, amount))
      continue;
    const int distance = view.distance(cue.first, cue.last, value.first, value.last);
    const bool before = cue.first < value.first;
    const bool of_it = key.metric == Metric::stake && cue.first >= value.last && distance <= 3;
    const bool general =
        verb && key.metric == Metric::profit;  // «operativ … verdient»: the special word wins
    int score = (noun      ? 60
                 : general ? 42
                           : 48) +
                (of_it ? 20 : 0) - distance * (before ? 2 : 3) +
                4 * static_cast<int>(cue.last - cue.first - 1);
    if (!before && noun && distance <= 2) score += 14;
    // "an offering of $75m of convertible notes": what the sum consists of.
    if (!before && noun && key.metric == Metric::debt && distance <= 4 &&
        view.has(value.last, view.tags.share_preposition))
      score += 26;
    // «Umsatz von 5 Milliarden», "a loss of $5bn"
    if (before && noun && distance <= 2) score += 12;
    score -= 7 * static_cast<int>(before ? view.values_between(cue.last, value.first)
                                         : view.values_between(value.last, cue.first));
    if (view.in_brackets(cue.first) != view.in_brackets(value.first)) score -= 8;
    if (!before && !view.same_clause(cue.first, value.first)) score -= 22;
    if (view.segment(cue.first) != view.segment(value.first)) score -= 8;
    if (belongs_to_figure_before(view, cue, value)) score -= 50;
    if (!before && noun && behind_coordinator(view, value, cue)) score -= 25;
    if (!before && noun && has_own_figure(view, cue)) score -= 40;
    if (noun && (is_cause(view, cue) || (!before && is_occasion(view, cue)))) score -= 25;
    const bool values = verb && (key.metric == Metric::valuation || key.metric == Metric::market_cap);
    if (values && other_noun_before(view, cue, measure)) score -= 40;
    // "valued at $1.2bn in the funding round": its figure is the verb's own complement.
    if (values && distance <= 1) score += 30;
    if (score > best.score) best = {key, &cue, score};
  }
  if (pays_per_share(view, value, best)) {
    best.key = {.metric = Metric::dividend};
    best.cue = nullptr;
    best.score = 45;
    best.inferred = true;
  }
  if (is_price_of_bought(view, value, best)) {
    best = {{.metric = Metric::acquisition_price}, nullptr, 50, true};
  } else if (!best.cue && is_price_move(view, value)) {
    best = {{.metric = Metric::share_price}, nullptr, 40, true};
  }
  return best;
}

}  // namespace gegenprobe::extract
