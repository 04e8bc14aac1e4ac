#include "extract/claims/figure_fit.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

struct FigureFitTags {
  Tag premises, any_payout, only_behind, remainder;
  TagSet exclusions;
  explicit FigureFitTags(const Lexicon& lexicon)
      : premises(lexicon.tag("premises")),
        any_payout(lexicon.tag("any_payout")),
        only_behind(lexicon.tag("only_behind")),
        remainder(lexicon.tag("remainder")),
        exclusions(lexicon.tags({"exclusion"})) {}
};
const FigureFitTags& own(const SentenceView& view) { return view.lists<FigureFitTags>(); }

// «vor Sondereffekten», «ohne die Abschreibungen», "before exceptional items": what a result leaves out.
bool is_left_out(const SentenceView& view, const Cue& cue, const MetricKey& key) {
  if (!view.may_have(own(view).exclusions)) return false;
  // «Ergebnis vor |Lagerhaltungsgewinnen|»: what another result is told without.
  if (key.metric != Metric::costs)
    return is_result(key.metric) && view.capital_nouns && cue.first > view.sentence.first &&
           view.preceded_by(cue.first, own(view).exclusions) &&
           std::ranges::any_of(view.cues, [&](const Cue& result) {
             return result.tag == view.tags.metric_noun && result.last == cue.first - 1 &&
                    is_result(key_of(result).metric);
           });
  // «vor Zinsen, Steuern und |Abschreibungen|»: past the list before it.
  constexpr std::uint32_t kReach = 8;
  const auto first = view.begin_of_compound(cue.first);
  for (auto noun = first; noun > view.sentence.first && first - noun < kReach; --noun) {
    if (view.preceded_by(noun, own(view).exclusions)) return true;
    const bool in_list = view.capital_nouns && ((view.text.tokens[noun - 1].shape & kCapital) ||
                                                view.has(noun - 1, view.tags.coordinator) ||
                                                view.text.of(view.text.tokens[noun - 1]) == ",");
    if (!in_list && !view.has(noun - 1, view.tags.article) && !view.has(noun - 1, view.tags.possessive))
      return false;
  }
  return false;
}

// "to $8bn", "by $1bn"
bool is_raised_to(const SentenceView& view, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  return at > view.sentence.first &&
         (view.has(at - 1, view.tags.to_preposition) || view.has(at - 1, view.tags.delta_preposition));
}

// "cut its lending rate by 5 percent" costs no jobs: a percentage is one of staff where the sentence names
// staff.
bool is_cut_of_something_else(const Candidate& c, const MetricKey& key) {
  if (key.metric != Metric::job_cuts || c.noun || !c.percent()) return false;
  for (auto i = c.view.sentence.first; i < c.view.sentence.last; ++i)
    if (c.view.has(i, c.view.tags.staff)) return false;
  return true;
}

// «baut 300 Windräder mit einer Leistung von 4 Gigawatt»: what has it is no capacity.
bool is_what_has_capacity(const Candidate& c, const MetricKey& key) {
  return key.metric == Metric::capacity && c.measure == kGoods && c.noun && !c.before &&
         std::ranges::any_of(c.view.values, [&](const Placed& power) {
           return power.first >= c.value.last &&
                  measure_of(power.mention->kind, *power.mention->amount()) == kPower;
         });
}

// "gained 3% while its rival lost 4%": a verb of losing tells the figure right behind it.
bool loses_other(const Candidate& c, Metric said) {
  constexpr int kReach = 4;  // "lost more than a further 4%"
  return said == Metric::loss && !c.noun && c.percent() && !c.view.verbs_last &&
         (!c.before || c.distance > kReach || c.view.values_between(c.cue.last, c.value.first) > 0);
}

// "operates 41 factories and more production facilities": no goods.
bool is_of_premises(const Candidate& c, const MetricKey& key) {
  return (key.metric == Metric::sales_volume || key.metric == Metric::capacity) && c.measure == kGoods &&
         !c.view.lexicon.value_of(c.amount().unit, own(c.view).premises).empty();
}

// «Die 90.000 Beschäftigten von X bekommen mehr Lohn»: so many there are, whatever they get.
bool is_staff(const Candidate& c, const MetricKey& key) {
  return c.noun && key.metric == Metric::other && key.measures == MetricKey{}.measures && c.view.verbs_last &&
         c.amount().unit == "employee";
}

}  // namespace

bool fits_figure(const Candidate& c, Metric said, const MetricKey& key) {
  // "takes a $2bn hit", not "hit $2bn"
  const bool right_behind = c.cue.first == c.value.last && !c.view.has(c.cue.last, c.view.tags.article);
  if (c.noun && c.cue.last == c.cue.first + 1 && !right_behind &&
      c.view.has(c.cue.first, own(c.view).only_behind))
    return false;
  // Only what is bought right behind the verb is a stake, or «10 Prozent |an Y| kaufen», «die |übrigen| 10
  // Prozent kaufen».
  const bool framed = c.view.verbs_last && !c.before &&
                      (c.view.has(c.value.last, c.view.tags.target_preposition) ||
                       c.view.has(c.view.begin_with_qualifier(c.value) - 1, own(c.view).remainder)) &&
                      c.view.same_clause(c.value.first, c.cue.first);
  if (said == Metric::acquisition_price && key.metric == Metric::stake && !framed &&
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
  if (loses_other(c, said)) return false;
  // "|shareholders| lost $180bn"
  if (said == Metric::loss && !c.noun && !c.view.verbs_last && c.cue.first > c.view.sentence.first &&
      c.view.has(c.cue.first - 1, c.view.tags.shareholder))
    return false;
  // "an $850m payout to settle a lawsuit"
  if (is_paid_to_all(key.metric, c.amount()) && c.view.has(c.cue.last - 1, own(c.view).any_payout))
    return false;
  if (is_cut_of_something_else(c, key) || is_of_premises(c, key) || is_what_has_capacity(c, key) ||
      is_staff(c, key))
    return false;
  return (measures_of(key.metric) & key.measures & c.measure) &&
         plausible(key.metric, c.value.mention->kind, c.amount());
}

}  // namespace gegenprobe::extract
