#include "extract/claims/claim_role.h"

#include <algorithm>
#include <utility>

#include "extract/claims/claim_date.h"

namespace gegenprobe::extract {
namespace {

struct RoleTags {
  Tag from_noun, comparative, latest_adverb, whole_word, adding_word;
  explicit RoleTags(const Lexicon& lexicon)
      : from_noun(lexicon.tag("from_noun")),
        comparative(lexicon.tag("comparative")),
        latest_adverb(lexicon.tag("latest_adverb")),
        whole_word(lexicon.tag("whole_word")),
        adding_word(lexicon.tag("adding_word")) {}
};
const RoleTags& own(const SentenceView& view) { return view.lists<RoleTags>(); }

// The nearest word that says up or down, before or behind.
Role direction(const SentenceView& view, const Placed& value, int reach, bool& found,
               const Cue* metric = nullptr) {
  // One of its own clause first: «6 Prozent mehr, während der Gewinn um 19 Prozent auf 2 Milliarden sank».
  Role role = Role::increase;
  std::pair<bool, int> nearest{true, reach + 1};        // whether it is in another clause, and how far
  const auto begin = view.begin_with_qualifier(value);  // the "more" of "more than" is no direction
  for (const auto& cue : view.cues) {
    const bool up = cue.tag == view.tags.up, down = cue.tag == view.tags.down;
    if ((!up && !down) || (cue.first >= begin && cue.last <= value.last)) continue;
    if (metric && cue.first == metric->first) continue;
    // «31,6 Milliarden (plus 3,1 Prozent)»: what is in the brackets is said of the figure there; nor does a
    // sum there rise with the one outside («auf 5 Milliarden (Vorjahr: 4,9 Milliarden) gestiegen»).
    const bool inside = view.in_brackets(value.first);
    if (view.in_brackets(cue.first) != inside && (!inside || value.mention->kind == MentionKind::money))
      continue;
    int distance = view.distance(cue.first, cue.last, cue.first < begin ? begin : value.first, value.last);
    if (cue.first > value.first)
      distance += view.values_between(value.last, cue.first) ? 8 : 1;
    else
      distance += 3 * static_cast<int>(view.values_between(cue.last, value.first));
    const bool outside = !view.same_clause(cue.first, value.first);
    if (distance > reach) continue;
    // «300 Euro – |plus| 450 Euro für die Montage»: added, and no more than before.
    const bool adds = view.capital_nouns && cue.last == begin && value.mention->kind == MentionKind::money &&
                      view.has(cue.first, own(view).adding_word);
    if (adds) continue;
    if (std::pair(outside, distance) < nearest)
      nearest = {outside, distance}, role = up ? Role::increase : Role::decrease;
  }
  found = nearest.second <= reach;
  return role;
}

// «ein Anstieg von 771 Millionen im Vorjahr auf 850 Millionen»: from there to here.
bool goes_on_to_level(const SentenceView& view, const Placed& value) {
  for (const auto& next : view.values) {
    if (next.first <= value.first || next.mention->kind != value.mention->kind) continue;
    const auto at = view.begin_with_qualifier(next);
    return view.has(at - 1, view.tags.to_preposition) && view.same_clause(value.first, next.first) &&
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

// A word of up or down that begins at a token («5 Prozent im Plus», «5 Prozent schwächer»); no verb as in
// «soll auf 65 Prozent fallen».
const Cue* change_at(const SentenceView& view, std::uint32_t token) {
  const auto cue = std::ranges::find_if(view.cues, [&](const Cue& each) {
    return each.first == token && (each.tag == view.tags.up || each.tag == view.tags.down);
  });
  if (cue == view.cues.end()) return nullptr;
  const bool noun = (view.text.tokens[cue->last - 1].shape & kCapital) != 0;
  return noun || !view.capital_nouns || view.has(cue->last - 1, own(view).comparative) ? &*cue : nullptr;
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
  for (const auto& cue : view.cues) {
    // «steigt mit einer Bewertung von 5 Milliarden auf»: no noun.
    const bool noun = !view.capital_nouns || (view.text.tokens[cue.last - 1].shape & kCapital) != 0;
    if (cue.last == at && noun && (cue.tag == view.tags.up || cue.tag == view.tags.down)) return &cue;
  }
  return nullptr;
}

// «gegenüber dem Vorjahr mit 35,5 Millionen»: the figure of the year that is compared with.
bool is_of_compared_year(const SentenceView& view, std::uint32_t at) {
  if (!view.has(at - 1, view.tags.level_preposition) || view.has(at - 1, view.tags.to_preposition))
    return false;
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

// "131 percent higher than |$2m|", "up 87 percent over |$1.5m|": behind a change and a word of comparison.
bool is_compared_by_percent(const SentenceView& view, const Placed& value) {
  if (view.verbs_last || value.first < view.sentence.first + 3) return false;
  const auto than = view.begin_with_qualifier(value) - 1;
  if (!view.has(than, view.tags.comparison) && !view.has(than, view.tags.above)) return false;
  const auto by = than - (view.has(than - 1, view.tags.up) || view.has(than - 1, view.tags.down));
  const auto change = std::ranges::find(view.values, by, &Placed::last);
  return change != view.values.end() && change->mention->kind == MentionKind::percent &&
         value.mention->kind == MentionKind::money;
}

// The role of one figure. Each step tells whether it has settled it; what is nearer to the figure comes
// first.
class RoleReader {
 public:
  RoleReader(const SentenceView& view, const Placed& value, const MetricChoice& metric, Claim& claim)
      : view_(view),
        value_(value),
        metric_(metric),
        claim_(claim),
        at_(std::min(view.begin_with_qualifier(value), begin_with_now(view, value))),
        opens_(at_ == view.sentence.first),
        before_(opens_ ? at_ : at_ - 1),
        percent_(value.mention->kind == MentionKind::percent),
        quotes_(claim.metric == Metric::share_price),
        levelled_(!opens_ && (view.has(before_, view.tags.level_preposition) ||
                              view.has(before_, view.tags.from_preposition))) {}

  void read() {
    if (is_staff_there(view_, value_, claim_.metric)) return;
    if (is_agent() || is_compared_to(view_, at_) || is_compared_by_percent(view_, value_) || by_delta() ||
        by_change_behind() || by_metric() || by_sign())
      return;
    if (levelled_) return read_levelled();
    if (is_saved()) return void(settle(Role::decrease));
    // What is raised, awarded or paid is a sum of its own, not a change of one.
    if (is_sum_of_its_own(claim_.metric) && !percent_) return;
    // «ruft 5000 Autos zurück»: those are no fewer than before.
    if (claim_.kind == MentionKind::quantity && claim_.metric == Metric::other && view_.verbs_last &&
        view_.has(value_.last, view_.tags.down) && !view_.has(value_.last, own(view_).comparative))
      return;
    if (!is_paid_by_verb() && !by_gap()) read_words_around();
  }

 private:
  // «legt 2 Milliarden zurück», «schreibt 2 Milliarden ab»: the second half of the verb is no direction.
  bool is_paid_by_verb() const {
    return claim_.kind == MentionKind::money && claim_.metric == Metric::costs && view_.verbs_last &&
           metric_.cue && metric_.cue->tag == view_.tags.metric_verb && !metric_.key.role &&
           view_.has(value_.last, view_.tags.down) && !view_.has(value_.last, own(view_).comparative);
  }

  // «will 3 Milliarden an Kosten |sparen|»
  bool is_saved() const {
    return view_.verbs_last && claim_.metric == Metric::costs && claim_.kind == MentionKind::money &&
           std::ranges::any_of(view_.cues, [&](const Cue& cue) {
             return cue.tag == view_.tags.metric_verb && key_of(cue).metric == Metric::costs &&
                    key_of(cue).role == Role::decrease && view_.same_clause(cue.first, value_.first);
           });
  }

  bool settle(Role role) {
    claim_.role = role;
    return true;
  }
  bool settle_by(const Cue& change) {
    return settle(change.tag == view_.tags.up ? Role::increase : Role::decrease);
  }

  // «um 5 Prozent», "by 5%"
  bool by_delta() {
    if (opens_ || !view_.has(before_, view_.tags.delta_preposition) || opens_purpose(view_, before_, value_))
      return false;
    if (const Cue* change = change_at(view_, value_.last)) return settle_by(*change);
    // «einen Umsatzrückgang um 5 Prozent»: the noun says it, whatever stands elsewhere.
    if (metric_.key.role && metric_.cue && metric_.cue->last == before_) return settle(*metric_.key.role);
    bool found = false;
    const Role role = direction(view_, value_, 25, found);
    // «lag um 35 Prozent unter dem Wert»
    if (measures_gap(view_, value_.last, view_.tags.below)) return settle(Role::decrease);
    if (measures_gap(view_, value_.last, view_.tags.above)) return settle(Role::increase);
    if (found || metric_.key.role) return settle(found ? role : *metric_.key.role);
    const bool counted = claim_.metric == Metric::headcount;  // "a walkout by 33,000 machinists"
    if (claim_.metric != Metric::other && !quotes_ && !counted && !is_paid_for_it()) settle(Role::increase);
    return true;
  }

  // «verkauft das Haus |um| 5 Millionen», «ein Auftrag |um| 900 Millionen»: for how much, as Austrians say.
  bool is_paid_for_it() const {
    return view_.verbs_last && !percent_ &&
           (is_sum_of_its_own(claim_.metric) ||
            (claim_.metric == Metric::price && metric_.cue && metric_.cue->tag == view_.tags.metric_verb));
  }

  // "hurt by a $5m charge": what did it, no difference.
  bool is_agent() const {
    constexpr std::uint32_t kReach = 3;
    const Cue* noun = metric_.cue;
    if (opens_ || !view_.has(before_, view_.tags.delta_preposition) || percent_ || view_.capital_nouns ||
        !noun || noun->tag != view_.tags.metric_noun || noun->first < value_.last ||
        noun->first > value_.last + kReach)
      return false;
    for (auto i = at_; i < value_.first; ++i)
      if (view_.has(i, view_.tags.article)) return true;
    return false;
  }

  // "a 10% increase in revenue", "were 9.5% lower", "28 pence lower at 925p", "profit was $5m higher"
  bool by_change_behind() {
    const Cue* change = change_at(view_, value_.last);
    if (!change) return false;
    const bool is_so =
        view_.has(before_, view_.tags.finite_verb) && view_.has(value_.last, own(view_).comparative);
    // «kostet mit 1740 Euro mehr als doppelt so viel»: where it stands, not by how much.
    const bool stands = !percent_ && levelled_;
    return (is_so || (!stands && (percent_ || quotes_))) && settle_by(*change);
  }

  bool by_metric() {
    // «einen Umsatzverlust von 100 Millionen»: the noun itself says that the sum is a change.
    const Cue* noun = metric_.cue;
    if (metric_.key.role && levelled_ && noun && noun->tag == view_.tags.metric_noun &&
        noun->last == before_ && view_.has(before_, view_.tags.genitive_article) && view_.capital_nouns &&
        is_result(claim_.metric) && !goes_on_to_level(view_, value_))
      return settle(*metric_.key.role);
    if (!metric_.key.role || (levelled_ && !percent_ && claim_.metric != Metric::costs)) return false;
    if (is_total_behind()) return false;
    return settle(*metric_.key.role);
  }

  // "will create 100 jobs to give |a total of 360|": what the figure before makes with those there are.
  bool is_total_behind() const {
    const Cue* verb = metric_.cue;
    if (claim_.metric != Metric::headcount || !verb || verb->first >= at_ ||
        view_.values_between(verb->last, at_) == 0)
      return false;
    for (auto i = at_; i < value_.first; ++i)
      if (view_.has(i, own(view_).whole_word)) return true;
    return false;
  }

  // "+5%", «-5 Prozent», «(- 5 Prozent)», not "3-5%" nor "a higher-than-expected 5%"
  bool by_sign() {
    if (!percent_ || opens_) return false;
    const auto sign = view_.text.of(view_.text.tokens[before_]);
    if (sign == "+") return settle(Role::increase);
    if (sign != "-" && sign != "−" && sign != "–") return false;
    const bool joins_words = (view_.text.tokens[before_].shape & kGlued) && before_ > view_.sentence.first &&
                             view_.text.tokens[before_ - 1].is(TokenClass::word);
    const bool range = joins_words || (before_ > view_.sentence.first &&
                                       view_.text.tokens[before_ - 1].is(TokenClass::number));
    const bool in_front =
        (view_.text.tokens[at_].shape & kGlued) ||
        (before_ > view_.sentence.first && view_.text.of(view_.text.tokens[before_ - 1]) == "(");
    return in_front && !range && settle(Role::decrease);
  }

  // «ein Plus von 5 Prozent», "an increase of 5%": the noun before the preposition says it.
  void read_levelled() {
    const bool goes_on = goes_on_to_level(view_, value_);
    if (const Cue* change = goes_on ? nullptr : change_of_metric(view_, before_, metric_.cue)) {
      settle_by(*change);
      return;
    }
    bool found = false;
    const Role role = direction(view_, Placed{value_.mention, before_, value_.last}, 0, found);
    const bool from =
        goes_on || (before_ > view_.sentence.first && view_.has(before_ - 1, own(view_).from_noun));
    // «0,6 Prozent höher bei 16.000 Punkten», "5% higher at $20m" is no «Plus von».
    const bool noun = view_.capital_nouns ? percent_ || (before_ > view_.sentence.first &&
                                                         (view_.text.tokens[before_ - 1].shape & kCapital))
                                          : view_.has(before_, view_.tags.share_preposition);
    if (found && noun && !from && (percent_ || !quotes_) && view_.has(before_, view_.tags.genitive_article))
      settle(role);
  }

  // "5% above last year"; but "£5m over two years" is not above.
  bool by_gap() {
    const bool beside = percent_ || view_.has(value_.last + 1, view_.tags.article);
    if (!beside || value_.last >= view_.sentence.last) return false;
    if (measures_gap(view_, value_.last, view_.tags.above)) return settle(Role::increase);
    return measures_gap(view_, value_.last, view_.tags.below) && settle(Role::decrease);
  }

  // "fell below $5bn", «stieg über 5 Milliarden Euro»: where it got to; not "a rise of over 5bn".
  bool passes_level() const {
    if (claim_.kind != MentionKind::money || at_ >= value_.first) return false;
    const auto before = value_.first - 2;
    return !view_.has(before, view_.tags.genitive_article) &&
           !view_.has(before, view_.tags.level_preposition) &&
           (view_.has(value_.first - 1, view_.tags.above) || view_.has(value_.first - 1, view_.tags.below));
  }

  void read_words_around() {
    if (passes_level()) return;
    // «Im Vorjahr hatte das Minus 632 Millionen betragen»: how much was lost.
    if (claim_.metric == Metric::loss && claim_.kind == MentionKind::money && view_.verbs_last) return;
    constexpr int kReach = 9, kRightBeside = 1;
    bool found = false;
    const Role role = direction(view_, value_, is_change() ? kReach : kRightBeside, found,
                                verb_of_sum(view_, metric_, claim_));
    if (found && claim_.metric != Metric::stake && claim_.metric != Metric::job_cuts) settle(role);
  }

  bool is_change() const {
    const bool points = percent_ && value_.mention->amount()->unit == "pp";
    const bool of_index = claim_.subject_entity.starts_with("index:");
    return points || of_index || (percent_ && !is_share_of_whole());
  }

  // "11% of its workforce", «zehn Prozent der Belegschaft»; of what an index does, nothing is.
  bool is_share_of_whole() const {
    const bool of_staff =
        claim_.metric == Metric::headcount && view_.has(value_.last, view_.tags.share_preposition);
    return of_staff || claim_.metric == Metric::stake || claim_.metric == Metric::other ||
           claim_.metric == Metric::job_cuts || claim_.metric == Metric::market_share;
  }

  const SentenceView& view_;
  const Placed& value_;
  const MetricChoice& metric_;
  Claim& claim_;
  const std::uint32_t at_;  // where the figure begins, its qualifier included
  const bool opens_;        // the sentence
  const std::uint32_t before_;
  const bool percent_, quotes_, levelled_;
};

// "to a profit of 465m from a loss of |1.5bn|", «nach einem Verlust von |1,5 Milliarden|»: of the noun where
// it began.
bool is_of_noun_behind_base(const SentenceView& view, const Placed& value) {
  const auto* noun = noun_before(view, value);
  if (!noun || noun->first <= view.sentence.first || !is_result(key_of(*noun).metric)) return false;
  const auto article = noun->first - 1;
  return view.has(article, view.tags.article) && view.preceded_by(article, view.tags.from_words);
}

}  // namespace

const Placed* told_once_more(const SentenceView& view, const Placed& value) {
  const auto at = view.begin_with_qualifier(value);
  if (at <= view.sentence.first + 1 || !view.has(at - 1, view.tags.alternative)) return nullptr;
  auto end = at - 1;
  if (view.text.of(view.text.tokens[end - 1]) == ",") --end;
  const auto behind = std::ranges::lower_bound(view.values, value.first, {}, &Placed::first);
  if (behind == view.values.begin()) return nullptr;
  const auto& before = *std::prev(behind);
  return before.last == end && before.mention->kind == MentionKind::money ? &before : nullptr;
}

bool is_staff_there(const SentenceView& view, const Placed& value, Metric metric) {
  if (metric != Metric::headcount || value.mention->kind == MentionKind::percent) return false;
  const auto at = view.begin_with_qualifier(value);
  return at > view.sentence.first &&
         (view.has(at - 1, view.tags.definite_article) || view.has(at - 1, view.tags.possessive));
}

bool begins_change(const SentenceView& view, const Placed& value) {
  constexpr int kMostTimes = 3;  // that one sum is told
  const Placed* told = &value;
  for (int i = 1; i < kMostTimes; ++i)
    if (const auto* before = told_once_more(view, *told)) told = before;
  const auto at = before_date(view, view.begin_with_qualifier(*told));
  if (at == view.sentence.first) return false;
  return view.preceded_by(at, view.tags.from_words) || is_of_noun_behind_base(view, *told) ||
         is_compared_by_percent(view, *told) || is_of_compared_year(view, at) ||
         (view.has(at - 1, view.tags.level_preposition) && !view.has(at - 1, view.tags.to_preposition) &&
          goes_on_to_level(view, *told));
}

std::uint32_t begin_with_now(const SentenceView& view, const Placed& value) {
  const auto begin = view.begin_with_qualifier(value);
  if (begin < view.sentence.first + 2) return kNoToken;
  const auto adverb = begin - 1, preposition = begin - 2;
  const bool now = view.has(adverb, view.tags.present_adverb) || view.has(adverb, own(view).latest_adverb);
  const bool follows =
      view.has(preposition, view.tags.level_preposition) && !view.has(preposition, view.tags.to_preposition);
  return now && follows ? adverb : kNoToken;
}

void set_role(const SentenceView& view, const Placed& value, const MetricChoice& metric, Claim& claim) {
  RoleReader(view, value, metric, claim).read();
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
