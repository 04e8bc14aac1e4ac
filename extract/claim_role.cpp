#include "extract/claim_role.h"

#include <algorithm>

#include "extract/claim_date.h"

namespace gegenprobe::extract {
namespace {

// The nearest word that says up or down, before or behind.
Role direction(const SentenceView& view, const Placed& value, int reach, bool& found,
               const Cue* metric = nullptr) {
  Role role = Role::increase;
  int nearest = reach + 1;
  const auto begin = view.begin_with_qualifier(value);  // the "more" of "more than" is no direction
  for (const auto& cue : view.cues) {
    const bool up = cue.tag == view.tags.up, down = cue.tag == view.tags.down;
    if ((!up && !down) || (cue.first >= begin && cue.last <= value.last)) continue;
    if (metric && cue.first == metric->first) continue;
    // «31,6 Milliarden (plus 3,1 Prozent)»: what is in the brackets is said of the figure there.
    if (view.in_brackets(cue.first) && !view.in_brackets(value.first)) continue;
    int distance = view.distance(cue.first, cue.last, cue.first < begin ? begin : value.first, value.last);
    if (cue.first > value.first)
      distance += view.values_between(value.last, cue.first) ? 8 : 1;
    else
      distance += 3 * static_cast<int>(view.values_between(cue.last, value.first));
    if (distance < nearest) nearest = distance, role = up ? Role::increase : Role::decrease;
  }
  found = nearest <= reach;
  return role;
}

// «ein Anstieg von 771 Millionen im Vorjahr auf 850 Millionen»: from there to here.
bool goes_on_to_level(const SentenceView& view, const Placed& value) {
  for (const auto& next : view.values) {
    if (next.first <= value.first || next.mention->kind != value.mention->kind) continue;
    const auto at = view.begin_with_qualifier(next);
    return view.has(at - 1, view.tags.to_preposition) &&
           view.distance(value.first, value.last, at, next.last) <= 6;
  }
  return false;
}

// «Nvidia, um bis zu 100 Milliarden zu investieren»: "in order to", no difference.
bool opens_purpose(const SentenceView& view, std::uint32_t preposition, const Placed& value) {
  if (preposition == view.sentence.first || !view.text.tokens[preposition - 1].is(TokenClass::punctuation))
    return false;
  for (auto i = value.last; i < view.sentence.last && view.same_clause(i, value.first); ++i)
    if (view.has(i, view.tags.infinitive_marker)) return true;
  return false;
}

// «35 Prozent unter dem Vorjahr», but not "fell 60% over the past 12 months".
bool measures_gap(const SentenceView& view, std::uint32_t word, Tag list) {
  if (!view.has(word, list)) return false;
  return std::ranges::none_of(view.dates, [&](const Placed& date) {
    return date.first > word && date.first <= word + 2 &&
           date.mention->date()->granularity == Granularity::span;
  });
}

// "from the year-ago 2.6 million": where the time that stands right before a token begins, article included.
std::uint32_t before_date(const SentenceView& view, std::uint32_t at) {
  const auto date = std::ranges::find(view.dates, at, &Placed::last);
  if (date == view.dates.end() || date->first == view.sentence.first) return at;
  return date->first - view.has(date->first - 1, view.tags.article);
}

// A word of up or down that begins at a token; no verb as in «soll auf 65 Prozent fallen».
const Cue* change_at(const SentenceView& view, std::uint32_t token) {
  if (token >= view.sentence.last || (view.capital_nouns && !(view.text.tokens[token].shape & kCapital)))
    return nullptr;
  const auto cue = std::ranges::find_if(view.cues, [&](const Cue& each) {
    return each.first == token && (each.tag == view.tags.up || each.tag == view.tags.down);
  });
  return cue == view.cues.end() ? nullptr : &*cue;
}

// «eine Einbuße beim Gewinn von 300 Millionen», "a drop in sales of 5%": the noun before the metric's word.
const Cue* change_of_metric(const SentenceView& view, std::uint32_t preposition, const Cue* metric) {
  if (!metric || metric->last != preposition || !view.has(preposition, view.tags.genitive_article))
    return nullptr;
  auto at = metric->first;
  while (at > view.sentence.first &&
         (view.has(at - 1, view.tags.article) || view.has(at - 1, view.tags.possessive) ||
          view.has(at - 1, view.tags.preposition)))
    --at;
  if (at == metric->first) return nullptr;
  for (const auto& cue : view.cues)
    if (cue.last == at && (cue.tag == view.tags.up || cue.tag == view.tags.down)) return &cue;
  return nullptr;
}

// «gegenüber dem Vorjahr mit 35,5 Millionen»: the figure of the year that is compared with.
bool is_of_compared_year(const SentenceView& view, std::uint32_t at) {
  if (!view.has(at - 1, view.tags.level_preposition)) return false;
  return std::ranges::any_of(view.dates, [&](const Placed& date) {
    return date.last == at - 1 && names_year_before(view, date) && view.governor(date.first) != kNoToken &&
           view.preceded_by(view.governor(date.first) + 1, view.tags.from_words);
  });
}

// "far less than the 20% it would have gained": the other side of a comparison neither rose nor fell.
bool is_compared_to(const SentenceView& view, std::uint32_t at) {
  return at >= view.sentence.first + 2 && view.has(at - 1, view.tags.definite_article) &&
         view.has(at - 2, view.tags.comparison);
}

// "lost $3.9 billion", "is raising 200 million through a bond": a verb that is no change of a sum.
const Cue* verb_of_sum(const SentenceView& view, const MetricChoice& metric, const Claim& claim) {
  if (claim.kind != MentionKind::money) return nullptr;
  if (claim.metric == Metric::loss) return metric.cue;
  if (claim.metric != Metric::debt) return nullptr;
  const auto raises = std::ranges::find_if(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_verb && key_of(cue).metric == Metric::funding;
  });
  return raises == view.cues.end() ? nullptr : &*raises;
}

}  // namespace

bool begins_change(const SentenceView& view, const Placed& value) {
  const auto at = before_date(view, view.begin_with_qualifier(value));
  if (at == view.sentence.first) return false;
  return view.preceded_by(at, view.tags.from_words) || is_of_compared_year(view, at) ||
         (view.has(at - 1, view.tags.level_preposition) && !view.has(at - 1, view.tags.to_preposition) &&
          goes_on_to_level(view, value));
}

void set_role(const SentenceView& view, const Placed& value, const MetricChoice& metric, Claim& claim) {
  const auto at = view.begin_with_qualifier(value);
  const auto before = at > view.sentence.first ? at - 1 : at;
  const bool percent = value.mention->kind == MentionKind::percent;
  const bool points = percent && value.mention->amount()->unit == "pp";
  bool found = false;
  if (is_compared_to(view, at)) return;
  if (at > view.sentence.first && view.has(before, view.tags.delta_preposition) &&
      !opens_purpose(view, before, value)) {
    const Role role = direction(view, value, 25, found);
    const bool below = measures_gap(view, value.last, view.tags.below);
    const bool above = measures_gap(view, value.last, view.tags.above);
    if (below || above)  // «lag um 35 Prozent unter dem Wert»
      claim.role = below ? Role::decrease : Role::increase;
    else if (found || metric.key.role)
      claim.role = found ? role : *metric.key.role;
    else if (claim.metric != Metric::other && claim.metric != Metric::share_price &&
             claim.metric != Metric::headcount)  // "a walkout by 33,000 machinists"
      claim.role = Role::increase;
    return;
  }
  // "a 10% increase in revenue", "were 9.5% lower", "28 pence lower at 925p"
  const bool quotes = claim.metric == Metric::share_price;
  if (const Cue* change = percent || quotes ? change_at(view, value.last) : nullptr) {
    claim.role = change->tag == view.tags.up ? Role::increase : Role::decrease;
    return;
  }
  const bool levelled = at > view.sentence.first && (view.has(before, view.tags.level_preposition) ||
                                                     view.has(before, view.tags.from_preposition));
  if (metric.key.role && (!levelled || percent || claim.metric == Metric::costs)) {
    claim.role = *metric.key.role;
    return;
  }
  if (percent && at > view.sentence.first) {
    const auto sign = view.text.of(view.text.tokens[before]);
    if (sign == "+" || sign == "-" || sign == "−" || sign == "–") {
      const bool range = before > view.sentence.first && view.text.tokens[before - 1].is(TokenClass::number);
      if (sign == "+" || ((view.text.tokens[at].shape & kGlued) && !range)) {
        claim.role = sign == "+" ? Role::increase : Role::decrease;
        return;
      }
    }
  }
  const bool moves = claim.subject_entity.starts_with("index:");
  // "11% of its workforce", «zehn Prozent der Belegschaft»: a part of it.
  const bool part =
      percent && claim.metric == Metric::headcount && view.has(value.last, view.tags.share_preposition);
  const bool share_of = part || claim.metric == Metric::stake || (claim.metric == Metric::other && !moves) ||
                        claim.metric == Metric::job_cuts || (claim.metric == Metric::market_share && !points);
  if (levelled) {
    // «ein Plus von 5 Prozent», "an increase of 5%": the noun before the preposition says it.
    const Cue* change = goes_on_to_level(view, value) ? nullptr : change_of_metric(view, before, metric.cue);
    if (change) {
      claim.role = change->tag == view.tags.up ? Role::increase : Role::decrease;
      return;
    }
    const Placed preposition{value.mention, before, value.last};
    const Role role = direction(view, preposition, 0, found);
    const bool from = before > view.sentence.first &&
                      (view.has(before - 1, view.tags.from_noun) || goes_on_to_level(view, value));
    if (found && !from && (percent || !quotes) && view.has(before, view.tags.genitive_article))
      claim.role = role;
    return;
  }
  // What is raised, awarded or paid is a sum of its own, not a change of one.
  if (is_sum_of_its_own(claim.metric) && !percent) return;
  const bool change = (percent && !share_of) || points || (moves && !levelled);
  const bool beside =
      percent || view.has(value.last + 1, view.tags.article);  // "£5m over two years" is not above
  if (beside && value.last < view.sentence.last && !levelled)
    for (const auto& [list, role] :
         {std::pair{view.tags.above, Role::increase}, {view.tags.below, Role::decrease}})
      if (measures_gap(view, value.last, list)) {
        claim.role = role;
        return;
      }
  const Role role = direction(view, value, change ? 9 : 1, found, verb_of_sum(view, metric, claim));
  if (found && claim.metric != Metric::stake && claim.metric != Metric::job_cuts) claim.role = role;
}

// «bis zu 9 Milliarden Dollar (4,6 Milliarden Pfund)»: the bound holds for both.
void take_bound(const Amount& of, Amount& conversion) {
  if (conversion.qualifier != Qualifier::exact) return;
  if (of.qualifier == Qualifier::up_to || of.qualifier == Qualifier::less_than)
    conversion.min.reset();
  else if (of.qualifier == Qualifier::at_least || of.qualifier == Qualifier::more_than)
    conversion.max.reset();
  else
    return;
  conversion.qualifier = of.qualifier;
}

}  // namespace gegenprobe::extract
