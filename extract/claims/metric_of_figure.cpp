// One question for each way in which a kind of figure changes what a word says of it.
#include "extract/claims/metric_of_figure.h"

#include <algorithm>

#include "extract/claims/claim_payment.h"
#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {
namespace {

struct FigureTags {
  Tag growth;
  Tag market, share_held, lend_verb, own_capital, bid_verb, buyback, option_noun, user_cost, command, court,
      share_of_whole, misstate_verb, order_noun, share_price_preposition, let_verb, goods, worth_part;
  TagSet staying;
  explicit FigureTags(const Lexicon& lexicon)
      : growth(lexicon.tag("bare_growth")),
        market(lexicon.tag("market")),
        share_held(lexicon.tag("share_held")),
        lend_verb(lexicon.tag("lend_verb")),
        own_capital(lexicon.tag("own_capital")),
        bid_verb(lexicon.tag("bid_verb")),
        buyback(lexicon.tag("buyback")),
        option_noun(lexicon.tag("option_noun")),
        user_cost(lexicon.tag("user_cost")),
        command(lexicon.tag("command")),
        court(lexicon.tag("court")),
        share_of_whole(lexicon.tag("share_of_whole")),
        misstate_verb(lexicon.tag("misstate_verb")),
        order_noun(lexicon.tag("order_noun")),
        share_price_preposition(lexicon.tag("share_price_preposition")),
        let_verb(lexicon.tag("let_verb")),
        goods(lexicon.tag("goods_noun")),
        worth_part(lexicon.tag("worth_part")),
        staying(lexicon.tags({"staying"})) {}
};
const FigureTags& own(const SentenceView& view) { return view.lists<FigureTags>(); }

// «senkt die Gewinnprognose: 4 bis 7 Prozent Wachstum»: growth of what is forecast before.
std::optional<Metric> grows_as_forecast(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::revenue || !c.noun || !c.percent() ||
      !c.view.has(c.cue.first, own(c.view).growth))
    return std::nullopt;
  std::optional<Metric> forecast;
  for (const auto& cue : c.view.cues)
    if (cue.tag == c.view.tags.metric_noun && cue.last <= c.cue.first &&
        c.view.has(cue.last - 1, c.view.tags.expectation_noun) && is_result(key_of(cue).metric))
      forecast = key_of(cue).metric;
  return forecast;
}

// «senkt das Kursziel der Aktie auf 17 Euro», «hält den fairen Wert der Aktie bei 17 Euro»: where it is to
// stand.
bool is_target_of_share(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::share_price || !key.variant.empty() || !c.noun || c.measure != kMoney)
    return false;
  return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
    return cue.tag == c.view.tags.metric_noun && key_of(cue).variant == "target" && cue.last <= c.cue.first &&
           c.view.distance(cue.last, c.cue.first) <= 3 && c.view.same_clause(cue.first, c.cue.first);
  });
}

// "a contract |that could be| worth $3bn": of the order that the relative clause hangs on.
bool is_worth_in_relative_clause(const Candidate& c) {
  constexpr std::uint32_t kReach = 5;
  return std::ranges::any_of(c.view.cues, [&](const Cue& order) {
    return order.tag == c.view.tags.metric_noun && key_of(order).metric == Metric::deal_value &&
           order.last < c.cue.first && c.cue.first <= order.last + kReach &&
           c.view.has(order.last, c.view.tags.relative_pronoun) &&
           std::ranges::none_of(
               c.view.firms,
               [&](const Firm& firm) { return firm.first > order.last && firm.first < c.cue.first; });
  });
}

// "its water business, |which could be| worth $5bn": of what is to be sold, not of the firm.
bool is_worth_of_part(const Candidate& c, const MetricKey& key) {
  constexpr std::uint32_t kReach = 4;
  const auto& view = c.view;
  if (key.metric != Metric::market_cap || !view.has(c.cue.first, view.tags.worth)) return false;
  if (view.capital_nouns) {  // «|Das Paket| war 180 Millionen Euro wert»
    for (auto i = view.begin_of_clause(c.value.first); i < c.value.first; ++i)
      if (view.has(i, own(view).worth_part) && view.governor(i) == kNoToken) return true;
    return false;
  }
  for (auto i = c.cue.first; i > view.sentence.first + 2 && i + kReach > c.cue.first; --i) {
    if (!view.has(i - 1, view.tags.relative_pronoun)) continue;
    const auto noun = i - 2 - (view.text.of(view.text.tokens[i - 2]) == ",");
    return view.has(noun, own(view).worth_part);
  }
  return false;
}

// «Der Auftrag hat einen Wert von 3 Milliarden»: of the order that the clause is about.
bool is_worth_of_order(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::market_cap || !c.view.has(c.cue.first, c.view.tags.worth)) return false;
  if (!c.view.capital_nouns) return is_worth_in_relative_clause(c);
  if (!c.noun) return false;
  return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
    return cue.tag == c.view.tags.metric_noun && cue.last <= c.cue.first &&
           key_of(cue).metric == Metric::deal_value && c.view.same_clause(cue.first, c.cue.first);
  });
}

// "buy $3bn of cloud services", «kauft für 3 Milliarden Chips»: an order, where what is bought is no firm and
// no part of one ("the chips business", «die Chip-Sparte»).
bool is_purchase_of_goods(const Candidate& c, const MetricKey& key) {
  const auto& view = c.view;
  if (key.metric != Metric::acquisition_price || c.noun || c.measure != kMoney) return false;
  const auto ends_phrase = [&](std::uint32_t i) {
    if (i >= view.sentence.last) return true;
    const auto& token = view.text.tokens[i];
    return !token.is(TokenClass::word) || view.has(i, view.tags.preposition) ||
           view.has(i, view.tags.infinitive_marker) || (view.capital_nouns && !(token.shape & kCapital));
  };
  const auto is_goods = [&](std::uint32_t i) {
    return view.has(i, own(view).goods) && ends_phrase(i + 1) &&
           std::ranges::none_of(view.firms, [&](const Firm& f) { return i >= f.first && i < f.last; });
  };
  for (auto i = c.cue.first; i < view.sentence.last && view.same_clause(c.cue.first, i); ++i)
    if (is_goods(i)) return true;
  for (auto i = c.cue.first;
       view.capital_nouns && i > view.sentence.first && view.same_clause(i - 1, c.cue.first); --i)
    if (is_goods(i - 1)) return true;
  return false;
}

// «X-Chef Muster verdiente 10 Millionen», «die Mitarbeiter verdienen im Schnitt 50.000 Euro»: what persons
// get.
bool is_pay_of_persons(const Candidate& c, const MetricKey& key) {
  const auto& view = c.view;
  if (key.metric != Metric::profit || c.noun || c.measure != kMoney || !view.capital_nouns) return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    // «verdiente 3 Milliarden, und die Mitarbeiter …»: of what comes next.
    if (i >= std::max(c.value.last, c.cue.last) && view.has(i, view.tags.coordinator)) return false;
    if (!view.same_clause(i, c.cue.first) ||
        (!view.has(i, view.tags.role_noun) && !view.has(i, view.tags.staff)))
      continue;
    const auto begin = view.begin_of_compound(i);
    if (view.governor(begin) != kNoToken || !(view.text.tokens[i].shape & (kCapital | kGlued))) continue;
    if (begin == view.sentence.first || view.has(begin - 1, view.tags.nominative_article)) return true;
    if (c.cue.last == begin) return true;  // «2025 verdiente Vorstandschef Muster 10 Millionen»
    if (begin != i && view.text.tokens[begin - 1].is(TokenClass::punctuation)) return true;
  }
  return false;
}

}  // namespace

bool is_of_market(const SentenceView& view, std::uint32_t behind) {
  constexpr std::uint32_t kReach = 10;  // "of the Irish second-hand mobile phone market"
  if (!view.has(behind, view.tags.share_preposition) && !view.has(behind, view.tags.target_preposition))
    return false;
  for (auto i = behind + 1; i < view.sentence.last && i <= behind + kReach; ++i) {
    const Token& token = view.text.tokens[i];
    if (token.is(TokenClass::punctuation) && view.text.of(token) != "-") return false;
    if (view.has(i, view.tags.finite_verb)) return false;
    if (view.has(i, own(view).market)) return true;
  }
  return false;
}

namespace {

// "Ocado lost 3%": nobody loses a share of money; its price does. «ein Verlust von 18 Prozent»: of what it
// was worth.
bool is_loss_of_worth(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::loss || !c.percent()) return false;
  if (!c.noun) return true;
  // «Mit einem |Minus von| 6 Prozent waren Papiere von X das Schlusslicht»
  if (c.view.verbs_last && c.cue.last == c.view.begin_with_qualifier(c.value) &&
      c.view.has(c.cue.last - 1, c.view.tags.genitive_article))
    return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
      return cue.tag == c.view.tags.metric_noun && key_of(cue).metric == Metric::share_price &&
             c.view.same_clause(cue.first, c.value.first);
    });
  return c.cue.last + 1 == c.view.begin_with_qualifier(c.value) &&
         c.view.has(c.cue.last, c.view.tags.genitive_article);
}

// "bought 15% of Tesco", «10 Prozent der AMD-Aktien»; not "sold 2.1% more cars"
bool is_of_shares(const Candidate& c, const MetricKey& key) {
  if (key.metric == Metric::acquisition_price)
    return !c.noun && c.percent() && !c.view.has(c.value.last, c.view.tags.up) &&
           !c.view.has(c.value.last, c.view.tags.down);
  return key.metric == Metric::share_price && c.told_in_part();
}

// "a 22% share of the market", "the 20% share": what is held, no price.
bool is_share_held(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::share_price && c.noun && c.percent() && c.cue.first == c.value.last &&
         c.view.has(c.cue.first, own(c.view).share_held);
}

// "80% of its sales": a part of the revenue, not the revenue.
bool is_part_of_whole(const Candidate& c, const MetricKey& key) {
  return c.noun && c.told_in_part() && key.metric != Metric::stake && key.metric != Metric::market_share &&
         key.metric != Metric::job_cuts && key.metric != Metric::headcount;
}

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
  constexpr double kDear = 1e5, kTooDear = 1e7, kOfACustomer = 1e3;
  if (key.metric != Metric::costs || c.measure != kMoney || !c.amount().resolved()) return false;
  const double most = c.amount().most().to_double();
  // «Die monatlichen Kosten betragen 3 Euro»: what one pays, no firm's outlay; but «70 Dollar je Tonne».
  if (c.noun)
    return most < kOfACustomer && c.view.has(c.cue.first, own(c.view).user_cost) &&
           (!c.view.has(c.value.last, c.view.tags.per_piece) ||
            c.view.has(c.value.last + 1, c.view.tags.time_noun));
  return most < kDear || (most < kTooDear && is_of_product(c));
}

// "X sold Y for £1", "Y was sold for £1": a firm is what is sold, for however little.
bool is_firm_sold(const Candidate& c) {
  const SentenceView& view = c.view;
  const Firm* other = nullptr;
  for (const auto& firm : view.firms) {
    if (firm.source || firm.index || firm.media || !view.same_clause(firm.first, c.value.first) ||
        view.governor(firm.first) != kNoToken)
      continue;
    if (view.has(firm.last, view.tags.passive_auxiliary)) return true;
    if (other && other->entity != firm.entity) return true;
    other = &firm;
  }
  return false;
}

// «Das Telefon wird ab 649 Euro verkauft»: nobody buys a firm for so little, unless by the share.
bool is_price_of_sold_thing(const Candidate& c, const MetricKey& key) {
  constexpr double kDear = 1e4;
  if (key.metric != Metric::acquisition_price || c.noun || c.measure != kMoney || !c.amount().resolved())
    return false;
  if (c.amount().most().to_double() >= kDear || is_firm_sold(c)) return false;
  for (auto i = c.view.sentence.first; i < c.view.sentence.last; ++i)
    if (c.view.has(i, c.view.tags.per_piece) || c.view.has(i, own(c.view).bid_verb)) return false;
  return std::ranges::none_of(c.view.cues, [&](const Cue& cue) {
    return cue.tag == c.view.tags.metric_noun &&
           (key_of(cue).metric == Metric::share_price || key_of(cue).metric == Metric::acquisition_price);
  });
}

// «Der Kauf der Bank erfolgte zu einem Preis von 410 Millionen»: the price of a firm.
bool is_price_of_firm(const Candidate& c, const MetricKey& key) {
  constexpr double kCheap = 1e6;
  if (key.metric != Metric::price || c.measure != kMoney || !c.amount().resolved()) return false;
  if (c.amount().most().to_double() < kCheap) return false;
  return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
    if (cue.tag != c.view.tags.metric_noun && cue.tag != c.view.tags.metric_verb) return false;
    const auto metric = key_of(cue).metric;
    return (metric == Metric::acquisition_price || metric == Metric::stake) &&
           c.view.segment(cue.first) == c.view.segment(c.value.first);
  });
}

// "500 employees, or | 7.6% of its workforce": where the first of figures that say one thing begins.
std::uint32_t begin_with_alternatives(const SentenceView& view, const Placed& value) {
  const auto begin = view.begin_with_qualifier(value);
  const auto comma_at = [&](std::uint32_t i) {
    return i >= view.sentence.first && view.text.of(view.text.tokens[i]) == ",";
  };
  if (begin < view.sentence.first + 2) return value.first;
  const bool alternative = view.has(begin - 1, view.tags.alternative);
  if (!alternative && !comma_at(begin - 1)) return value.first;  // "500 jobs, | about 7.6%"
  const bool comma = alternative && comma_at(begin - 2);
  auto end = begin - 1 - comma;
  // "500 jobs |over the next two years|, about 7.6%"
  constexpr std::uint32_t kMostBefore = 3;
  if (const auto date = std::ranges::find(view.dates, end, &Placed::last); date != view.dates.end())
    for (const auto first = end = date->first;
         end > view.sentence.first && end + kMostBefore > first &&
         std::ranges::find(view.values, end, &Placed::last) == view.values.end();)
      --end;
  const auto before = std::ranges::find(view.values, end, &Placed::last);
  return before == view.values.end() ? value.first : before->first;
}

// "shed 10% of the workforce", "lay off 500, or 10% of the workforce": what is cut of the staff are jobs.
bool is_cut_of_staff(const Candidate& c, const MetricKey& key) {
  constexpr int kReach = 6;  // "15% of its non-manufacturing workforce"
  if (key.metric != Metric::headcount || !c.noun || !c.percent() || c.before || c.distance > kReach ||
      !c.view.has(c.value.last, c.view.tags.share_preposition))
    return false;
  const auto begin = begin_with_alternatives(c.view, c.value);
  return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
    if (key_of(cue).metric != Metric::job_cuts) return false;
    // «will 2000 Stellen streichen, rund 40 Prozent der Belegschaft»: the verb stands at the end.
    if (c.view.verbs_last) return c.view.segment(cue.first) == c.view.segment(c.value.first);
    return cue.tag == c.view.tags.metric_verb && cue.last <= begin && c.view.distance(cue.last, begin) <= 2;
  });
}

// "lay off 10% of its workforce, or | about 1,500 people": the staff that is cut, once more.
bool restates_cut(const Candidate& c, const MetricKey& key) {
  const auto& [view, value, cue, measure, noun, before, distance] = c;
  if (key.metric != Metric::headcount || !noun || !before || !(measure & (kPeople | kJobs))) return false;
  const auto begin = view.begin_with_qualifier(value);
  auto end = cue.last;
  // "10% of its workforce |in Germany|, or 4,000 jobs"
  if (!view.verbs_last && view.has(end, view.tags.time_preposition) && view.has(end + 1, view.tags.place))
    end += 2;
  const bool comma = end < begin && view.text.of(view.text.tokens[end]) == ",";
  if (end + comma + 1 != begin || !view.has(begin - 1, view.tags.alternative)) return false;
  return std::ranges::any_of(view.values, [&](const Placed& part) {
    return part.last <= cue.first && view.has(part.last, view.tags.share_preposition) &&
           std::ranges::any_of(view.cues, [&](const Cue& verb) {
             const auto at = view.begin_with_qualifier(part);
             return verb.tag == view.tags.metric_verb && key_of(verb).metric == Metric::job_cuts &&
                    verb.last <= at && view.distance(verb.last, at) <= 2;
           });
  });
}

// «59 Euro |je Aktie|», "$33 |a share|"
bool is_told_per_share(const SentenceView& view, const Placed& value) {
  return view.has(value.last, view.tags.per_piece) && std::ranges::any_of(view.cues, [&](const Cue& share) {
           return share.tag == view.tags.metric_noun && share.first == value.last + 1 &&
                  key_of(share).metric == Metric::share_price;
         });
}

// "priced its initial offering at $33 a share": what a share costs there.
bool is_price_of_issue(const Candidate& c, const MetricKey& key) {
  const auto& [view, value, cue, measure, noun, before, distance] = c;
  // "went public at $45": nobody raises so little.
  constexpr double kDear = 1e4;
  const auto at = view.begin_with_qualifier(value) - 1;
  if (key.metric == Metric::funding && before && measure == kMoney && c.amount().resolved() &&
      view.has(at, view.lists<FigureTags>().share_price_preposition) && c.amount().most().to_double() < kDear)
    return true;
  return key.metric == Metric::funding && noun && before && measure == kMoney && !view.verbs_last &&
         is_told_per_share(view, value);
}

// «"Musterland 2" earned $5m»: what a work took, and no profit of whoever made it.
bool is_taken_by_work(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::profit || c.noun || c.view.verbs_last || c.cue.first == c.view.sentence.first)
    return false;
  const auto mark = c.view.text.of(c.view.text.tokens[c.cue.first - 1]);
  return mark == "\"" || mark == "”" || mark == "’";
}

// "orders fell 8% to $5bn": those that came in, no contract.
bool is_order_intake(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::deal_value && key.variant.empty() && c.noun && c.before &&
         c.view.has(c.cue.first, own(c.view).order_noun) &&
         (c.view.has(c.cue.last, c.view.tags.up) || c.view.has(c.cue.last, c.view.tags.down));
}

// "had overstated profits by £30m": how wrong they were, no change of them.
bool is_misstated(const Candidate& c, const MetricKey& key) {
  if (!is_result(key.metric) || !c.noun || !c.before) return false;
  constexpr std::uint32_t kReach = 5;  // "inflate Lumenara's net profit"
  const auto first = std::max(c.view.sentence.first + kReach, c.cue.first) - kReach;
  for (auto i = first; i < c.cue.first; ++i)
    if (c.view.has(i, own(c.view).misstate_verb)) return c.view.same_clause(i, c.value.first);
  return false;
}

// "a jury ordered X to pay $15m": no order of goods.
bool is_ordered_to_pay(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::deal_value || c.noun || !c.before ||
      !c.view.has(c.cue.first, own(c.view).command))
    return false;
  for (auto i = c.cue.last; i + 1 < c.value.first; ++i)
    if (c.view.has(i, c.view.tags.infinitive_marker) && c.view.has(i + 1, c.view.tags.pay_verb)) return true;
  return false;
}

// "the courts awarded X $5m": no contract.
bool is_awarded_by_court(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::deal_value || c.noun || !c.view.may_have(own(c.view).court)) return false;
  for (auto i = c.view.begin_of_clause(c.cue.first); i < c.cue.first; ++i)
    if (c.view.has(i, own(c.view).court)) return true;
  return false;
}

// "X won $5m in damages": nobody is named who has to pay them.
bool is_gained_from_nobody(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::fine && is_gained(c.view, c.value) &&
         std::ranges::none_of(c.view.firms, [&](const Firm& firm) {
           return c.view.same_clause(firm.first, c.value.first) && c.view.governor(firm.first) != kNoToken;
         });
}

// «40 Prozent der Belegschaft»: some of the staff, not how many there are.
bool is_part_of_staff(const Candidate& c, const MetricKey& key) {
  return c.view.verbs_last && key.metric == Metric::headcount && c.noun && c.told_in_part() &&
         !c.view.has(c.view.begin_with_qualifier(c.value) - 1, c.view.tags.delta_preposition);
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

// «der Kaufpreis je Aktie»: what is paid for a firm by the share.
bool is_paid_per_share(const Candidate& c, const MetricKey& key) {
  constexpr std::uint32_t kReach = 3;  // «je Siemens-Aktie»
  return key.metric == Metric::price && c.noun && c.view.has(c.cue.last - 1, c.view.tags.per_piece) &&
         std::ranges::any_of(c.view.cues, [&](const Cue& share) {
           return share.tag == c.view.tags.metric_noun && share.first >= c.cue.last &&
                  share.first < c.cue.last + kReach && key_of(share).metric == Metric::share_price;
         });
}

bool in_clause(const SentenceView& view, std::uint32_t token, Tag list) {
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, list) && view.same_clause(i, token)) return true;
  return false;
}

// «Die Bank vergab Kredite über 5 Milliarden»: money lent is no debt of whoever lends it. Who stands farther
// behind the verb gets the loan.
bool is_lent(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::debt || !c.noun || in_clause(c.view, c.cue.first, c.view.tags.passive_auxiliary))
    return false;
  for (auto verb = c.view.sentence.first; verb < c.view.sentence.last; ++verb)
    if (c.view.has(verb, own(c.view).lend_verb) && c.view.same_clause(verb, c.cue.first))
      return std::ranges::any_of(c.view.firms, [&](const Firm& firm) {
        return firm.first <= verb + 2 && c.view.same_clause(firm.first, verb);
      });
  return false;
}

// «eine Abfindung von 59 Euro je Aktie»: what shareholders get for their shares.
bool is_compensation_per_share(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::costs && c.noun && c.measure == kMoney && c.view.capital_nouns &&
         is_told_per_share(c.view, c.value);
}

// «lässt sich X den Konzern Y 14 Milliarden kosten»: the price of Y.
bool is_let_cost(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::costs || c.noun || !c.view.verbs_last ||
      !c.view.has_beside(c.cue.first, own(c.view).let_verb))
    return false;
  const Firm* first = nullptr;
  for (const auto& firm : c.view.firms) {
    if (firm.source || !c.view.same_clause(firm.first, c.cue.first) ||
        c.view.governor(firm.first) != kNoToken)
      continue;
    if (first && first->entity != firm.entity) return true;
    first = &firm;
  }
  return false;
}

// «bietet 72 Dollar je Aktie»: for the firm, whatever is bought.
bool is_bid_per_share(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::price && !c.noun && c.measure == kMoney && c.view.capital_nouns &&
         c.view.has(c.cue.first, own(c.view).bid_verb) && is_told_per_share(c.view, c.value);
}

// «will für die Aktien 100 Euro bieten»: what is paid for them, not where they stand.
bool is_bid_for_shares(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::share_price || !c.noun || c.measure != kMoney) return false;
  const auto governor = c.view.governor(c.view.begin_of_compound(c.cue.first));
  return governor != kNoToken && c.view.has(governor, c.view.tags.price_preposition) &&
         in_clause(c.view, c.cue.first, own(c.view).bid_verb);
}

// "The takeover would be for $24 per share": what is paid for a firm, unless its share moves there or is sold
// by an option.
bool is_price_in_takeover(const Candidate& c, const MetricKey& key) {
  const auto& [view, value, cue, measure, noun, before, distance] = c;
  if (key.metric != Metric::share_price || !key.variant.empty() || !noun || measure != kMoney ||
      view.capital_nouns || !view.has(value.last, view.tags.per_piece))
    return false;
  bool bid = false;
  for (const auto& other : view.cues) {
    const bool verb = other.tag == view.tags.metric_verb;
    if (!view.same_clause(other.first, value.first) || (other.tag != view.tags.metric_noun && !verb))
      continue;
    const auto metric = key_of(other).metric;
    if (verb && metric == Metric::share_price) return false;
    bid |= !verb && metric == Metric::acquisition_price &&
           !(other.first > view.sentence.first && view.has(other.first - 1, view.tags.infinitive_marker));
  }
  return bid && !in_clause(view, value.first, view.tags.price_move) &&
         !in_clause(view, value.first, own(view).option_noun);
}

// "the repurchase of up to 2 million shares": bought back, held by nobody.
bool is_bought_back(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::stake && c.measure == kShares &&
         in_clause(c.view, c.value.first, own(c.view).buyback);
}

// «verfügt über ein Eigenkapital von 20 Millionen»: what a firm has, unless somebody raises it.
bool is_own_capital(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::funding && c.view.has(c.cue.first, own(c.view).own_capital) &&
         std::ranges::none_of(c.view.cues, [&](const Cue& cue) {
           return cue.tag == c.view.tags.metric_verb && key_of(cue).metric == Metric::funding;
         });
}

// «der Wert der Anlage», «der Wert des Grundstücks von X»: of a thing, not of a firm; but «des Chipkonzerns
// X», «der Aktien von X».
bool is_worth_of_thing(const Candidate& c, const MetricKey& key) {
  constexpr std::uint32_t kReach = 3;
  if (key.metric != Metric::market_cap || !c.noun || !c.view.has(c.cue.first, c.view.tags.worth) ||
      !c.view.capital_nouns || !c.view.has(c.cue.last, c.view.tags.share_preposition))
    return false;
  const auto is_firm = [&](std::uint32_t i) {
    return c.view.has(i, c.view.tags.kind_of_firm) || is_in_firm(c.view, i);
  };
  const auto are_shares = [&](std::uint32_t i) {
    return std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
      return cue.tag == c.view.tags.metric_noun && i >= cue.first && i < cue.last &&
             key_of(cue).metric == Metric::share_price;
    });
  };
  bool of_thing = false;
  for (auto i = c.cue.last; i <= c.cue.last + kReach && i < c.view.sentence.last; ++i) {
    if (is_firm(i)) return false;
    if (of_thing && (c.view.has(i, c.view.tags.preposition) || c.view.has(i, c.view.tags.genitive_article)))
      return true;
    of_thing |= (c.view.text.tokens[i].shape & kCapital) != 0 && !are_shares(i);
  }
  return true;
}

// «Entlassungen treffen das Werk mit 1000 Mitarbeitern»: those that are there.
bool is_staff_of_place(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::job_cuts || c.amount().unit != "employee" || !c.view.capital_nouns) return false;
  const auto at = c.view.begin_with_qualifier(c.value);
  if (at == c.view.sentence.first || c.cue.last >= at - 1) return false;
  return c.view.has(at - 1, c.view.tags.partner_preposition) &&
         !c.view.has(at - 1, c.view.tags.genitive_article) &&
         (c.view.text.tokens[at - 2].shape & kCapital) != 0;
}

// "After the cuts |there are| 80 staff", «nach dem Abbau |bleiben| X 80 Mitarbeiter»: those who stay.
bool is_staff_that_stays(const Candidate& c, const MetricKey& key) {
  constexpr std::uint32_t kReach = 5;  // «gibt es bei X noch»
  if (key.metric != Metric::job_cuts || c.amount().unit != "employee") return false;
  const auto at = c.view.begin_with_qualifier(c.value);
  if (at == c.view.sentence.first || c.view.has(at - 1, c.view.tags.delta_preposition)) return false;
  for (auto i = at; i > c.view.sentence.first && i + kReach > at; --i) {
    if (c.view.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
    if (c.view.preceded_by(i, own(c.view).staying)) return true;
  }
  return false;
}

// "a $5bn deal to buy X", "will acquire X in a deal worth $5bn": the price of a firm; not "to buy X jets".
bool is_deal_for_firm(const Candidate& c, const MetricKey& key) {
  constexpr std::uint32_t kReach = 3;  // "buy its smaller rival X"
  const SentenceView& view = c.view;
  const bool plain = key.metric == Metric::deal_value && key.variant.empty();
  if (!plain || !c.noun || c.measure != kMoney || view.verbs_last) return false;
  const auto is_object = [&](const Firm& firm, std::uint32_t verb) {
    if (firm.reference || firm.first < verb || firm.first > verb + kReach) return false;
    for (auto i = verb; i < firm.first; ++i)
      if (view.has(i, view.tags.preposition) || !view.text.tokens[i].is(TokenClass::word)) return false;
    const auto next = firm.last;
    return next >= view.sentence.last || view.genitive_at(next) ||
           !view.text.tokens[next].is(TokenClass::word) || view.has(next, view.tags.preposition) ||
           view.has(next, view.tags.passive_auxiliary) || view.has(next, view.tags.clause_conjunction) ||
           view.has(next, view.tags.coordinator);
  };
  return std::ranges::any_of(view.cues, [&](const Cue& verb) {
    return verb.tag == view.tags.metric_verb && key_of(verb).metric == Metric::acquisition_price &&
           !view.has(verb.last - 1, view.tags.preposition) &&
           view.segment(verb.first) == view.segment(c.cue.first) &&
           std::ranges::any_of(view.firms, [&](const Firm& firm) { return is_object(firm, verb.last); });
  });
}

// «hält im deutschen Markt 23 Prozent»
bool is_held_of_market(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::stake || c.noun || !c.percent() || !c.view.capital_nouns) return false;
  for (auto i = c.view.sentence.first; i < c.view.sentence.last; ++i) {
    if (!c.view.has(i, own(c.view).market) || !c.view.same_clause(i, c.value.first)) continue;
    const auto governor = c.view.governor(i);
    if (governor != kNoToken && c.view.has(governor, c.view.tags.time_preposition) &&
        !c.view.has(governor, c.view.tags.target_preposition))
      return true;
  }
  return false;
}

// "users rose 11% to 713 million": what is counted may rise by a percentage, too.
// Not "sales at its stores rose 5%".
bool is_count_that_moves(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::other || key.measures != kGoods || !c.noun || !c.before || !c.percent() ||
      c.view.verbs_last)
    return false;
  if (!c.view.has(c.cue.last, c.view.tags.up) && !c.view.has(c.cue.last, c.view.tags.down)) return false;
  return std::ranges::none_of(c.view.cues, [&](const Cue& other) {
    return other.tag == c.view.tags.metric_noun && other.last <= c.cue.first &&
           c.view.same_clause(other.first, c.cue.first);
  });
}

// «gab 3 Millionen Aktien aus und |erlöste| 5 Millionen Euro»: no sales.
bool is_brought_by_shares(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::revenue && !c.noun && c.view.verbs_last && c.measure == kMoney &&
         std::ranges::any_of(c.view.values, [&](const Placed& shares) {
           return shares.mention->kind == MentionKind::quantity &&
                  shares.mention->amount()->unit == "share" &&
                  c.view.segment(shares.first) == c.view.segment(c.value.first);
         });
}

// «erhielt |vom Bund| einen Auftrag über 5 Millionen»: a state that buys gives no aid.
bool is_paid_by_customer(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::aid && c.view.verbs_last && c.view.has(c.cue.first, c.view.tags.preposition) &&
         std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
           return cue.tag == c.view.tags.metric_noun && key_of(cue).metric == Metric::deal_value &&
                  c.view.same_clause(cue.first, c.cue.first);
         });
}

bool is_told_of_purchase(const Candidate& c) {
  return c.view.has_in_segment(c.value.first, c.view.tags.pay_verb) ||
         std::ranges::any_of(c.view.cues, [&](const Cue& cue) {
           return key_of(cue).metric == Metric::acquisition_price &&
                  (cue.tag == c.view.tags.metric_noun || cue.tag == c.view.tags.metric_verb) &&
                  c.view.segment(cue.first) == c.view.segment(c.value.first);
         });
}

}  // namespace

MetricKey key_for_figure(const Candidate& c) {
  auto key = key_of(c.cue);
  if (is_count_that_moves(c, key)) key.measures |= kPercent;
  if (is_loss_of_worth(c, key)) key = {.metric = Metric::share_price, .role = Role::decrease};
  if (is_of_shares(c, key)) key.metric = Metric::stake;
  if (is_share_held(c, key)) key.metric = Metric::stake;
  // "X's share of the PC market rose to 40%", "jumped 40%": no share that is dealt in.
  if (key.metric == Metric::share_price && c.percent() &&
      c.view.has(c.cue.last - 1, own(c.view).share_of_whole) && is_of_market(c.view, c.cue.last))
    key.metric = Metric::market_share;
  if (is_part_of_whole(c, key)) key.metric = Metric::other;
  // «30 Prozent Anteil am Weltmarkt», "controls 23% of the market"
  if (key.metric == Metric::stake && c.percent() && is_of_market(c.view, c.noun ? c.cue.last : c.value.last))
    key.metric = Metric::market_share;
  if (is_price_of_thing(c, key) || is_price_of_sold_thing(c, key)) key.metric = Metric::price;
  // «zu einem Preis von zwei Dollar pro Aktie»
  if (key.metric == Metric::price && c.noun && c.view.verbs_last && c.measure == kMoney &&
      is_per_share(c.view, c.value))
    key.metric = is_told_of_purchase(c) ? Metric::acquisition_price : Metric::share_price;
  if (is_price_of_firm(c, key)) key.metric = Metric::acquisition_price;
  if (is_paid_by_customer(c, key)) key.metric = Metric::deal_value;
  if (is_brought_by_shares(c, key)) key.metric = Metric::funding;
  if (is_ordered_to_pay(c, key)) key.metric = Metric::fine;
  if (is_cut_of_staff(c, key) || restates_cut(c, key)) key.metric = Metric::job_cuts;
  if (is_part_of_staff(c, key) || is_awarded_by_court(c, key) || is_gained_from_nobody(c, key))
    key.metric = Metric::other;
  if (const auto forecast = grows_as_forecast(c, key)) key.metric = *forecast;
  if (is_pay_of_persons(c, key)) key.metric = Metric::other;
  if (is_target_of_share(c, key)) key.variant = "target";
  if (is_worth_of_order(c, key)) key.metric = Metric::deal_value;
  if (is_worth_of_part(c, key)) key.metric = Metric::other;
  if (comes_to_goods(c, key)) key.metric = Metric::sales_volume;
  if (is_staff_of_place(c, key) || is_staff_that_stays(c, key)) key.metric = Metric::headcount;
  if (is_held_of_market(c, key)) key.metric = Metric::market_share;
  if (is_compensation_per_share(c, key) || is_let_cost(c, key)) key.metric = Metric::acquisition_price;
  if (is_bid_for_shares(c, key) || is_bid_per_share(c, key) || is_paid_per_share(c, key) ||
      is_price_in_takeover(c, key))
    key.metric = Metric::acquisition_price;
  if (is_deal_for_firm(c, key)) key.metric = Metric::acquisition_price;
  if (is_purchase_of_goods(c, key)) key.metric = Metric::deal_value;
  if (is_order_intake(c, key)) key.variant = "intake";
  if (is_taken_by_work(c, key)) key.metric = Metric::revenue;
  if (is_price_of_issue(c, key)) key.metric = Metric::share_price;
  if (is_misstated(c, key)) key = {.metric = Metric::other};
  if (is_lent(c, key) || is_own_capital(c, key) || is_worth_of_thing(c, key) || is_bought_back(c, key))
    key.metric = Metric::other;
  return key;
}

}  // namespace gegenprobe::extract
