#include "extract/claims/claim_date.h"

#include <algorithm>
#include <chrono>

#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_role.h"
#include "extract/claims/cue_meaning.h"

namespace gegenprobe::extract {
namespace {

struct ClaimDateTags {
  Tag relation, time_conjunction, maturity, base_preposition, origin_or_during, event_noun,
      anterior_conjunction, founding_verb, done_participle, likening, likened, today_adverb;
  TagSet year_before, same_time, time_before;
  explicit ClaimDateTags(const Lexicon& lexicon)
      : relation(lexicon.tag("date_relation")),
        time_conjunction(lexicon.tag("time_conjunction")),
        maturity(lexicon.tag("maturity")),
        base_preposition(lexicon.tag("base_preposition")),
        origin_or_during(lexicon.tag("origin_or_during")),
        event_noun(lexicon.tag("event_noun")),
        anterior_conjunction(lexicon.tag("anterior_conjunction")),
        founding_verb(lexicon.tag("founding_verb")),
        done_participle(lexicon.tag("done_participle")),
        likening(lexicon.tag("likening")),
        likened(lexicon.tag("likened")),
        today_adverb(lexicon.tag("today_adverb")),
        year_before(lexicon.tags({"year_before"})),
        same_time(lexicon.tags({"same_time"})),
        time_before(lexicon.tags({"time_before"})) {}
};
const ClaimDateTags& own(const SentenceView& view) { return view.lists<ClaimDateTags>(); }

using std::chrono::days;

// Whether a date behind a figure is of an earlier time: «… auf 5,5 nach 4,9 Milliarden 2023», "a loss of
// $134m, a decline from profits of $32m on sales of $2.4bn in 1985".
bool belongs_to_earlier(const SentenceView& view, const Placed& value, const Placed& date) {
  for (auto i = value.last; i < date.first; ++i) {
    const auto hit =
        view.lexicon.longest(view.text.folded, view.text.tokens, i, date.first, view.tags.from_words);
    const bool beside =
        view.has(i, view.tags.below) || view.has(i, view.tags.above);  // "below the $17bn it made"
    if (hit.tag == kNoTag && !beside) continue;
    for (const auto& other : view.values)
      if (other.first > i && other.last <= date.first) return true;
  }
  return false;
}

// "10% on 2023", «5 Prozent zum Vorquartal», «5 Prozent über dem Vorjahr»: what a change is counted from.
bool is_counted_from(const SentenceView& view, const Placed& date) {
  if (date.first == view.sentence.first) return false;
  const auto before = date.first - view.has(date.first - 1, view.tags.article);
  return before > view.sentence.first && view.has(before - 1, own(view).base_preposition) &&
         !is_day(date.mention->date()->granularity) &&
         (!view.capital_nouns || names(view, date, own(view).time_before));
}

// «von 771 Millionen im Vorjahr auf 850 Millionen», "up 22% from the previous quarter and 62% from a year
// ago": the date is that of the figure it stands right behind, or what that is counted from.
bool belongs_to_base(const SentenceView& view, const Placed& date, const Placed& value) {
  const auto before =
      date.first - (date.first > view.sentence.first && view.has(date.first - 1, view.tags.article));
  // "up 5% on last year |to|"; not "up 25% from 1985's |$710m|"
  bool parted = view.has(date.last, view.tags.to_preposition);
  for (auto i = date.last; i < value.first; ++i)
    parted |= view.has(i, view.tags.coordinator) || view.has(i, view.tags.clause_conjunction) ||
              view.text.of(view.text.tokens[i]) == ",";
  const bool counted_from =
      parted && (is_counted_from(view, date) ||
                 (before > view.sentence.first && (view.has(before - 1, view.tags.origin_preposition) ||
                                                   view.has(before - 1, own(view).origin_or_during))));
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    if (other.last > date.first || other.first >= value.first) return false;
    const int distance = view.distance(other.first, other.last, date.first, date.last);
    return (begins_change(view, other) && distance <= 2) ||
           (counted_from && other.last + 1 == before && other.mention->kind == MentionKind::percent);
  });
}

// «Im Februar 2024 hatte der Vorstand 8 Milliarden in Aussicht gestellt»: what is expected is not over.
bool tells_when_it_was_said(const DateValue& when, const Claim& claim, std::optional<Day> published) {
  const bool ahead = claim.modality == Modality::expected || claim.modality == Modality::possible;
  const bool short_time = when.granularity == Granularity::day || when.granularity == Granularity::week ||
                          when.granularity == Granularity::month;
  return ahead && short_time && published && when.to && *when.to <= *published;
}

// «dreimal so viel wie vor vier Jahren», «so viele wie noch nie seit der Gründung vor zwei Jahren»: of what a
// figure is likened to, behind it.
bool is_likened(const SentenceView& view, const Placed& value, const Placed& date) {
  constexpr std::uint32_t kReach = 3;  // «so viele Autos wie»
  if (date.first < value.last || !view.may_have(own(view).likening)) return false;
  for (auto i = value.last; i < date.first; ++i) {
    if (!view.has(i, own(view).likening)) continue;
    for (auto so = i; so > view.sentence.first && so + kReach > i; --so)
      if (view.has(so - 1, own(view).likened)) return view.values_between(i, date.first) == 0;
  }
  return false;
}

// Whether a date stands behind a word of comparison («als im Jahr 2023», "2.4 percent more than in 2023")
// that compares no figure with ours ("than the 528 of a year earlier").
bool compares(const SentenceView& view, const Placed& value, const Placed& date) {
  const std::uint32_t reach = names_year_before(view, date) ? 6 : 4;
  for (auto i = date.first; i > view.sentence.first && i + reach > date.first; --i) {
    if (view.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
    for (const auto& other : view.values)
      if (other.first < i && i <= other.last) return false;
    if (view.has(i - 1, view.tags.comparison)) return i > value.last || i + 1 < value.first;
  }
  return false;
}

bool has_in_clause(const SentenceView& view, std::uint32_t token, Tag list) {
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, list) && view.same_clause(i, token)) return true;
  return false;
}

// Weighs the dates of a sentence for one figure.
class Weighing {
 public:
  Weighing(const SentenceView& view, const Placed& value, const Claim& claim, std::optional<Day> published,
           std::string_view year_end)
      : view_(view), value_(value), claim_(claim), published_(published), year_end_(year_end) {}

  DateChoice choose() const {
    DateChoice choice;
    int best_score = 0;
    for (const auto& date : view_.dates) {
      // Where nobody knows what "last year" is, the figure is of that year still, and of no other.
      const bool known = is_known(date);
      if ((!known && !points_at_time(date)) || !may_tell(date)) continue;
      if (is_comparison(date)) {
        if (known) choice.compared = &date;
        continue;
      }
      const int score = score_of(date);
      if (score <= best_score) continue;
      choice.best = known ? &date : nullptr, choice.unknown = known ? nullptr : &date;
      best_score = score;
    }
    return choice;
  }

 private:
  // "last year", not "full-year", which some year beside it may be.
  bool points_at_time(const Placed& date) const {
    for (auto i = date.first; i < date.last; ++i)
      if (view_.has(i, own(view_).relation)) return true;
    return false;
  }
  bool is_known(const Placed& date) const {
    const auto& when = *date.mention->date();
    return when.from || when.to ||
           (when.fiscal &&
            business_year(period_of(view_, date), when.relative, published_, year_end_).has_value());
  }
  bool may_tell(const Placed& date) const {
    const auto& when = *date.mention->date();
    if (tells_when_it_was_said(when, claim_, published_) || is_maturity(date) || is_attribute(date))
      return false;
    if (of_a_day(claim_.metric) && is_of_report(date)) return false;
    // "in the six weeks to January 3"
    const bool stretch = when.from && when.to && *when.to - *when.from > days(7);
    if (is_day(when.granularity) && !stretch && !of_a_day(claim_.metric)) return false;
    if (!view_.verbs_last &&
        (is_behind_cause(date) || is_of_outlook(date) || is_of_first_of_two(date) || is_of_goods(date)))
      return false;
    if (of_a_day(claim_.metric) && !is_day(when.granularity) &&
        !view_.same_clause(date.first, value_.first) && !opens_sentence(date))
      return false;
    if (when.from && when.to && *when.to - *when.from > days(366 * 30)) return false;
    if (date.last <= value_.first && belongs_to_base(view_, date, value_)) return false;
    if (is_of_founding(date) || is_told_aside(date) || is_of_what_was_before(date) ||
        is_likened(view_, value_, date))
      return false;
    if (view_.capital_nouns && (is_in_attribute(date) || is_of_reason(date) || is_told_as_announced(date)))
      return false;
    if (!view_.verbs_last && (is_of_main_clause(date) || is_of_other_noun(date))) return false;
    if (is_of_forecast(date)) return true;
    if (is_result(claim_.metric) && (is_of_thing_done(date) || (is_possessor(date) && !is_behind_from(date))))
      return false;
    return goes_with_results(claim_) ||
           (!is_of_announcement(date) && !is_of_cause(date) && !is_deadline(date));
  }

  // "fell 6% after a warm autumn", "amid a cold winter": when that was which came before or did it.
  bool is_behind_cause(const Placed& date) const {
    const auto granularity = date.mention->date()->granularity;
    if (!is_result(claim_.metric) || date.first < value_.last || granularity == Granularity::year ||
        granularity == Granularity::half || names_year_before(view_, date))
      return false;
    const auto governor = view_.governor(date.first);
    if (governor == kNoToken || governor < value_.last || view_.has(governor, view_.tags.time_preposition))
      return false;
    return view_.has(governor, own(view_).anterior_conjunction) ||
           view_.preceded_by(governor + 1, view_.tags.causes);
  }

  // "will buy back 3bn |this year| after profit rose to 8bn": what came before is not of the time of the main
  // clause.
  bool is_of_main_clause(const Placed& date) const {
    return date.last <= value_.first && claim_.modality == Modality::asserted &&
           !view_.same_clause(date.first, value_.first) && is_of_other_time(view_, value_.first) &&
           !is_of_other_time(view_, date.first) && is_ahead_in(date) && tells_with_verb();
  }
  // Not "profit before tax of 5bn".
  bool tells_with_verb() const {
    for (auto i = view_.begin_of_clause(value_.first); i < value_.first; ++i)
      if (view_.has(i, view_.tags.finite_verb)) return true;
    return false;
  }
  bool is_ahead_in(const Placed& date) const {
    const auto& when = *date.mention->date();
    return published_ && when.to && *when.to > *published_;
  }

  // "beat estimates for |fourth-quarter| revenue and announced a 10bn buyback": of the noun right behind it.
  bool is_of_other_noun(const Placed& date) const {
    return !is_result(claim_.metric) && opens_predicate_between(date.last, value_.first) &&
           std::ranges::any_of(view_.cues, [&](const Cue& cue) {
             return cue.tag == view_.tags.metric_noun && cue.first == date.last && cue.last < value_.first &&
                    key_of(cue).metric != claim_.metric && view_.values_between(cue.last, value_.first) == 0;
           });
  }
  // "and announced", "and it lifted"
  bool opens_predicate_between(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; i + 1 < end; ++i)
      if (view_.has(i, view_.tags.coordinator) &&
          (view_.has(i + 1, view_.tags.finite_verb) || view_.has(i + 1, view_.tags.metric_verb) ||
           view_.has(i + 1, view_.tags.speech_verb) || view_.has(i + 1, view_.tags.up) ||
           view_.has(i + 1, view_.tags.down) || view_.has(i + 1, view_.tags.subject_pronoun)))
        return true;
    return false;
  }

  // "its spending forecast for |2026|"
  bool is_of_forecast(const Placed& date) const {
    if (view_.verbs_last || date.first < view_.sentence.first + 2 || claim_.modality == Modality::asserted)
      return false;
    return view_.has(date.first - 1, view_.tags.price_preposition) &&
           view_.has(date.first - 2, view_.tags.expectation_noun) && date.last <= value_.first &&
           view_.values_between(date.last, value_.first) == 0;
  }

  // "sales of |winter| coats": what is sold.
  bool is_of_goods(const Placed& date) const {
    const auto of = date.first - 1;
    if (date.first == view_.sentence.first || !view_.has(of, view_.tags.share_preposition) ||
        !goes_on_in_noun(view_, date))
      return false;
    return std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == view_.tags.metric_noun && cue.last == of && is_result(key_of(cue).metric);
    });
  }

  // "shares rose 6% after it lifted its |full-year| outlook": of what is forecast.
  bool is_of_outlook(const Placed& date) const {
    return of_a_day(claim_.metric) && !is_day(date.mention->date()->granularity) &&
           (view_.has(date.last, view_.tags.expectation_noun) ||
            std::ranges::any_of(view_.cues, [&](const Cue& cue) {
              return cue.tag == view_.tags.metric_noun && cue.first == date.last;
            }));
  }

  // "profit rose 4% in the third quarter, and it lifted its target to |5bn|": what is planned is not of the
  // time of what has been, told before it.
  bool is_of_first_of_two(const Placed& date) const {
    const bool ahead = claim_.modality == Modality::expected || claim_.modality == Modality::possible;
    if (!ahead || date.last > value_.first || view_.values_between(view_.sentence.first, date.first) == 0)
      return false;
    return opens_predicate_between(date.last, value_.first);
  }

  // "was founded in 2019 and has raised $5m": when something else began.
  bool is_of_founding(const Placed& date) const {
    if (date.first <= view_.sentence.first + 1 || !view_.has(date.first - 1, view_.tags.time_preposition) ||
        !view_.has(date.first - 2, own(view_).founding_verb))
      return false;
    for (auto i = date.last; i < value_.first; ++i)
      if (view_.has(i, view_.tags.coordinator) || view_.text.tokens[i].is(TokenClass::punctuation))
        return true;
    return value_.last <= date.first;  // not "created in 2024 500 jobs"
  }

  // "helped by the cars introduced last year", "sales at the shops bought in May": when something was done
  // to what is named behind the figure.
  bool is_of_thing_done(const Placed& date) const {
    if (date.first < value_.last + 3) return false;
    const auto preposition = view_.has(date.first - 1, view_.tags.time_preposition);
    const auto verb = date.first - 1 - preposition;
    return view_.has(verb, own(view_).done_participle) &&
           !view_.has(verb - 1, view_.tags.passive_auxiliary) &&
           view_.text.tokens[verb - 1].is(TokenClass::word);
  }

  // "as the group lapped last year's poor results": of the noun that has it, which is not what is measured.
  bool is_possessor(const Placed& date) const {
    constexpr std::uint32_t kReach = 5;
    if (date.first < value_.last || !view_.genitive_at(date.last) ||
        view_.has(date.first - 1, view_.tags.time_preposition))
      return false;
    return std::ranges::none_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == view_.tags.metric_noun && cue.first > date.last && cue.first <= date.last + kReach &&
             key_of(cue).metric == claim_.metric;
    });
  }

  // "to $5bn from last year's $4bn", "below 2024's level"
  bool is_behind_from(const Placed& date) const {
    return view_.preceded_by(date.first, view_.tags.from_words) ||
           view_.has(date.first - 1, view_.tags.below) || view_.has(date.first - 1, view_.tags.above) ||
           view_.has(date.first - 1, view_.tags.comparison);
  }

  // "X, which earned $5m last year, employs 3,800": of what is told between the commas.
  bool is_told_aside(const Placed& date) const {
    if (view_.verbs_last || date.last > value_.first || view_.same_clause(date.first, value_.first) ||
        !view_.in_relative_clause(date.first))
      return false;
    auto end = date.last;
    while (end < value_.first && view_.same_clause(end, date.first)) ++end;
    return end < value_.first && view_.text.of(view_.text.tokens[end]) == ",";
  }

  // «Nachdem X im Vorquartal 300 Millionen verdient hatte, waren es nun 232»: the time of the other figure.
  bool is_of_what_was_before(const Placed& date) const {
    if (view_.same_clause(date.first, value_.first) || !is_of_other_time(view_, date.first)) return false;
    return std::ranges::any_of(
        view_.values, [&](const Placed& other) { return view_.same_clause(other.first, date.first); });
  }

  // "bonds due 2012", «fällig im Jahr 2030»: when they are paid back.
  bool is_maturity(const Placed& date) const {
    constexpr std::uint32_t kReach = 2;
    for (auto i = date.first; i > view_.sentence.first && i + kReach > date.first; --i)
      if (view_.has(i - 1, own(view_).maturity)) return true;
    return false;
  }

  // «stieg nach dem Bericht zum zweiten Quartal»: what is reported, not when the share rose.
  bool is_of_report(const Placed& date) const {
    const auto governor = view_.governor(date.first);
    return governor != kNoToken && governor > view_.sentence.first &&
           view_.has(governor - 1, view_.tags.report_noun);
  }

  // "a fee related to the 1999 sale": the time of something else than what is measured.
  bool is_attribute(const Placed& date) const {
    const bool year = date.last == date.first + 1 && view_.text.tokens[date.first].is(TokenClass::number);
    return year && view_.has(date.last, own(view_).event_noun) &&
           std::ranges::none_of(view_.cues, [&](const Cue& cue) {
             return cue.tag == view_.tags.metric_noun && cue.first == date.last &&
                    key_of(cue).metric == claim_.metric;
           });
  }

  bool is_cue_of_claim(std::uint32_t noun) const {
    return std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == view_.tags.metric_noun && noun >= cue.first && noun < cue.last &&
             key_of(cue).metric == claim_.metric;
    });
  }

  // «Das |1847| gegründete Unternehmen», «die für |2027| geplante Fabrik»: of a noun, unless it is what is
  // measured.
  bool is_in_attribute(const Placed& date) const {
    constexpr std::uint32_t kMostWords = 2;  // «vom Konzern geplante»
    auto article = date.first - 1;
    const bool governed =
        article > view_.sentence.first &&
        (view_.has(article, view_.tags.preposition) || view_.has(article, view_.tags.deadline_preposition));
    article -= governed;
    // «für den Sommer weniger Gäste»: only a year has no article of its own.
    const bool year = date.last == date.first + 1 && view_.text.tokens[date.first].is(TokenClass::number);
    if (date.first == view_.sentence.first || !(governed || year) || !view_.has(article, view_.tags.article))
      return false;
    for (auto i = date.last; i < date.last + kMostWords && i + 1 < view_.sentence.last; ++i) {
      const Token &word = view_.text.tokens[i], &next = view_.text.tokens[i + 1];
      // «das im vergangenen Jahr |rund eine| Milliarde verlor», «Für das Gesamtjahr |erwartet der| Finanzchef …»
      if (!word.is(TokenClass::word) || (word.shape & kCapital) || view_.has(i, view_.tags.article) ||
          view_.has(i, view_.tags.finite_verb) || i >= view_.begin_with_qualifier(value_))
        return false;
      if (view_.lexicon.ends_as(view_.word(i), view_.tags.adjective) &&
          !view_.has(i, view_.tags.preposition) && !view_.has(i, view_.tags.delta_preposition))
        return next.is(TokenClass::word) && (next.shape & kCapital) && !is_cue_of_claim(i + 1);
    }
    return false;
  }

  // «Wegen des Streiks im |Dezember|», «Nach der Fusion im |Jahr 2021| beschäftigt X»: of the reason, or of
  // what went before.
  bool is_of_reason(const Placed& date) const {
    if (date.first < view_.sentence.first + 3 || !view_.has(date.first - 1, view_.tags.time_preposition))
      return false;
    const auto noun = date.first - 2;
    if (!(view_.text.tokens[noun].shape & kCapital) || is_cue_of_claim(noun)) return false;
    const auto governor = view_.governor(view_.begin_of_compound(noun));
    return governor != kNoToken && view_.values_between(governor, date.first) == 0 &&
           (view_.preceded_by(governor + 1, view_.tags.antecedents) ||
            view_.preceded_by(governor + 1, view_.tags.causes));
  }

  // «Wie im |Februar| angekündigt, zahlt X …»
  bool is_told_as_announced(const Placed& date) const {
    const auto begin = view_.begin_of_clause(date.first);
    return view_.has(date.last, view_.tags.announcement_verb) && begin < date.first &&
           view_.has(begin, view_.tags.source_opener);
  }

  bool opens_sentence(const Placed& date) const { return date.first <= view_.sentence.first + 2; }

  // «Ende 2014 war der Abbau von 110 Stellen bekanntgegeben worden»: when it was said.
  bool is_of_announcement(const Placed& date) const {
    return is_beside(date, view_.tags.announcement_verb) || is_beside(date, view_.tags.speech_verb) ||
           (opens_sentence(date) && has_in_clause(view_, value_.first, view_.tags.announcement_verb));
  }
  // In the clause of such a verb; where verbs stand second, that is beside it ("said on Monday the deal
  // would bring 8bn by 2027").
  bool is_beside(const Placed& date, Tag verbs) const {
    constexpr std::uint32_t kReach = 5;
    if (view_.verbs_last) return has_in_clause(view_, date.first, verbs);
    const auto begin = std::max(date.first, view_.sentence.first + kReach) - kReach;
    for (auto i = begin; i < std::min(date.last + kReach, view_.sentence.last); ++i)
      if (view_.has(i, verbs) && view_.same_clause(i, date.first)) return true;
    return false;
  }
  // «Bußgeld wegen Absprachen zwischen 2007 und 2011», "fined 11m euros for having broken rules in 2000".
  bool is_of_cause(const Placed& date) const {
    if (!is_event(claim_.metric)) return false;
    for (auto i = value_.last; i + 1 < date.first; ++i)
      if (view_.lexicon.longest(view_.text.folded, view_.text.tokens, i, date.first, view_.tags.causes).tag !=
          kNoTag)
        return true;
    return false;
  }
  // «von derzeit 54.000 Stellen bis 2028»: what is there today has no deadline.
  bool is_deadline(const Placed& date) const {
    const auto& when = *date.mention->date();
    return claim_.modality == Modality::asserted && claim_.role == Role::level &&
           date.first > view_.sentence.first && view_.has(date.first - 1, view_.tags.deadline_preposition) &&
           when.to && published_ && *when.to > *published_;
  }

  bool is_comparison(const Placed& date) const {
    if (opens_clause_of_value(date)) return false;
    if (compares(view_, value_, date) || is_base_of_change(date) || is_passed(date)) return true;
    if (is_base_of_next_change(date) || is_of_next_percentage(date) ||
        (is_possessor(date) && is_behind_from(date)))
      return true;
    return names_year_before(view_, date) && date.first >= value_.last && claim_.role != Role::level;
  }

  // "rose 5% from a year earlier to $3bn": where the change began, and the figure is where it ended.
  bool is_passed(const Placed& date) const {
    const auto at = view_.begin_with_qualifier(value_);
    if (date.last > at || !view_.same_clause(date.first, value_.first) || begins_change(view_, value_))
      return false;
    const bool has_article =
        date.first > view_.sentence.first && view_.has(date.first - 1, view_.tags.article);
    const auto before = date.first - has_article;
    if (before == view_.sentence.first) return false;
    if (is_counted_from(view_, date) && view_.values_between(date.last, value_.first) > 0) return true;
    if (names_year_before(view_, date) && view_.preceded_by(before, view_.tags.from_words)) return true;
    return view_.has(before - 1, view_.tags.origin_preposition) &&
           view_.has(at - 1, view_.tags.to_preposition);
  }

  // "up 10% on 2003", "12 cents down from Friday's close": days after "on" apart, which say when.
  bool is_base_of_change(const Placed& date) const {
    return claim_.role != Role::level && (is_counted_from(view_, date) || is_left_behind(date));
  }

  // "dropped 7%, in contrast to a 2% rise in the same period of 2014": of the percentage told behind.
  bool is_of_next_percentage(const Placed& date) const {
    return !view_.verbs_last && value_.mention->kind == MentionKind::percent &&
           names(view_, date, own(view_).same_time) &&
           std::ranges::any_of(view_.values, [&](const Placed& other) {
             return other.first > value_.last && other.last <= date.first &&
                    other.mention->kind == MentionKind::percent;
           });
  }

  // "Revenue of $17bn was a 6% increase from the year-ago period", "$5bn, up 10% on 2023": where the change
  // told behind began.
  bool is_base_of_next_change(const Placed& date) const {
    constexpr int kNear = 6;
    if (claim_.role != Role::level || date.first < value_.last + 2) return false;
    const bool has_article = view_.has(date.first - 1, view_.tags.article);
    const auto before = date.first - 1 - has_article;
    const auto granularity = date.mention->date()->granularity;
    const bool on = is_counted_from(view_, date);
    const bool from =
        view_.has(before, view_.tags.origin_preposition) || view_.has(before, own(view_).origin_or_during);
    if (!on && (!from || granularity == Granularity::span)) return false;
    const auto change = std::ranges::find_if(
        view_.values.rbegin(), view_.values.rend(),
        [&](const Placed& other) { return other.last <= before && other.first >= value_.last; });
    return change != view_.values.rend() && change->mention->kind == MentionKind::percent &&
           view_.values_between(value_.last, change->first) == 0 &&
           view_.segment(date.first) == view_.segment(value_.first) &&
           view_.distance(change->first, change->last, date.first, date.last) <= kNear &&
           std::ranges::any_of(view_.cues, [&](const Cue& cue) {
             return (cue.tag == view_.tags.up || cue.tag == view_.tags.down) && cue.first >= value_.last &&
                    cue.last <= before;
           });
  }

  // "up 12% from 1985", "over the same quarter": behind the change, and past. A change that goes on for
  // years ("over the next two years", "savings from 2030") is none; two dates ("from May to July") are one
  // mention.
  bool is_left_behind(const Placed& date) const {
    if (date.first < value_.last + 1 || view_.values_between(value_.last, date.first) > 0) return false;
    const auto& when = *date.mention->date();
    if (when.granularity == Granularity::span || when.granularity == Granularity::decade) return false;
    const bool over = published_ ? when.to && *when.to <= *published_ + days(1)
                                 : value_.mention->kind == MentionKind::percent;
    const auto before = view_.has(date.first - 1, view_.tags.article) ? date.first - 1 : date.first;
    if (!over || before <= value_.last) return false;
    return view_.has(before - 1, view_.tags.origin_preposition) ||
           (view_.has(before - 1, own(view_).origin_or_during) && is_second_time(date));
  }

  // "February sales rose 12% over January", "over the same month": but "rose 7% over the year to March" is of
  // that year.
  bool is_second_time(const Placed& date) const {
    return names_year_before(view_, date) || names(view_, date, own(view_).same_time) ||
           std::ranges::any_of(view_.dates, [&](const Placed& other) { return other.last <= value_.first; });
  }

  int score_of(const Placed& date) const {
    constexpr int kOfThisBracket = 100;
    if (is_label_of_value(date)) return kOfThisBracket;
    const bool behind = date.first >= value_.last;
    const int distance = view_.distance(date.first, date.last, value_.first, value_.last);
    int score = 40 - distance;
    // A date right behind a figure is that figure's; one that another figure has right before it is not ours.
    if (behind) score += distance <= 2 ? 15 : -4;
    const auto parted = behind ? view_.values_between(value_.last, date.first)
                               : view_.values_between(date.last, value_.first);
    if (is_told_of_today(view_, value_) && (is_apart(date) || is_of_other_predicate(date))) return 0;
    if (behind && (is_behind_semicolon(date) || opens_next_figure(date) || is_of_clause_behind(date)))
      return 0;
    if (behind && parted) score -= belongs_to_earlier(view_, value_, date) ? 60 : 12;
    if (!behind && parted) score -= 40 * figures_right_before(date);
    const bool apart = is_apart(date) && !frames_sentence(date);  // "In the same period a year ago, X earned"
    if ((names_year_before(view_, date) && apart) || is_of_bracket(date)) return 0;
    if (is_result(claim_.metric) && claim_.metric != Metric::sales_volume &&
        date.mention->date()->granularity == Granularity::month)
      score -= 30;
    if (!view_.same_clause(date.first, value_.first) && !opens_clause_of_value(date) &&
        !frames_sentence(date))
      score -= goes_with_results(claim_) || of_a_day(claim_.metric) ? 3 : 25;
    if (view_.in_brackets(date.first) && !view_.in_brackets(value_.first)) score -= 20;
    // A payment or a deal has its time beside it, if any; what else is dated in the sentence is another
    // event.
    if (is_dated_beside() && !frames_sentence(date) && !is_of_forecast(date) &&
        (distance > 6 || is_of_second_predicate(date)))
      score -= 40;
    return score;
  }

  // «fiel um |22 Prozent|, im 4. Quartal halbierte er sich auf 444 Millionen»: it opens a main clause that
  // has a figure of its own.
  bool is_of_clause_behind(const Placed& date) const {
    constexpr std::uint32_t kOpener = 3;  // «, im »
    if (!view_.verbs_last || view_.same_clause(date.first, value_.first) ||
        date.first > view_.begin_of_clause(date.first) + kOpener ||
        view_.clause_kind(date.first) != ClauseKind::main)
      return false;
    return std::ranges::any_of(view_.values, [&](const Placed& other) {
      return other.first >= date.last && view_.same_clause(other.first, date.first);
    });
  }

  // «2020 einen Verlust von |5| und im Folgejahr einen Gewinn von 8 Milliarden»: of the figure behind it.
  bool opens_next_figure(const Placed& date) const {
    constexpr std::uint32_t kReach = 3;  // «und im», "and in the"
    if (view_.values_between(value_.last, date.first) > 0) return false;
    bool joined = false;
    for (auto i = date.first; i > value_.last && i + kReach > date.first; --i)
      joined |= view_.has(i - 1, view_.tags.coordinator);
    return joined && std::ranges::any_of(view_.values, [&](const Placed& next) {
             return next.first >= date.last && view_.same_clause(next.first, date.first);
           });
  }

  // «lieferte 585 Flugzeuge aus; Ziel für das Gesamtjahr sind 820»: of what is told behind it.
  bool is_behind_semicolon(const Placed& date) const {
    for (auto i = value_.last; i < date.first; ++i)
      if (view_.text.of(view_.text.tokens[i]) == ";" && !view_.in_brackets(i)) return true;
    return false;
  }

  // «(2021: 6,81 Milliarden)»: a date and a colon in the brackets of the figure.
  bool is_label_of_value(const Placed& date) const {
    return view_.in_brackets(date.first) && date.last + 1 == view_.begin_with_qualifier(value_) &&
           view_.text.of(view_.text.tokens[date.last]) == ":";
  }

  // «210 Millionen (Vorjahr: 190)»: the date in the brackets is that of the figure there.
  bool is_of_bracket(const Placed& date) const {
    if (!view_.in_brackets(date.first) || view_.in_brackets(value_.first)) return false;
    if (date.last < view_.sentence.last && view_.text.of(view_.text.tokens[date.last]) == ":") return true;
    return std::ranges::any_of(view_.values, [&](const Placed& other) {
      return other.first >= date.last && other.first <= date.last + 2 && view_.in_brackets(other.first);
    });
  }

  // "In 2004, China raised its capacity …": a time in front holds for the main clause.
  bool frames_sentence(const Placed& date) const {
    return opens_sentence(date) && view_.segment(date.first) == view_.segment(value_.first) &&
           view_.clause_kind(value_.first) == ClauseKind::main;
  }

  // A payment, a deal, a number of people has its time right beside it, if any.
  bool is_dated_beside() const {
    const auto metric = claim_.metric;
    return (is_event(metric) && !goes_with_results(claim_)) || metric == Metric::headcount ||
           metric == Metric::job_cuts || metric == Metric::deal_value || metric == Metric::debt ||
           metric == Metric::market_share || metric == Metric::capacity;
  }

  // «sollen 500 Euro kosten und im November verfügbar werden».
  bool is_of_second_predicate(const Placed& date) const {
    if (date.last <= value_.first) return is_of_first_predicate(date);
    return view_.coordinator_between(value_.last, date.first);
  }

  // "had 90,000 in 2010 and now has |80,000|"
  bool is_of_other_predicate(const Placed& date) const {
    return view_.coordinator_between(std::min(date.last, value_.last), std::max(date.first, value_.first));
  }

  // «das im zweiten Quartal 1,6 Milliarden verlor und 15.000 Stellen streicht»
  bool is_of_first_predicate(const Placed& date) const {
    for (const auto& other : view_.values)
      for (auto i = other.last; other.first >= date.last && i < value_.first; ++i)
        if (view_.has(i, view_.tags.coordinator)) return true;
    return false;
  }

  int figures_right_before(const Placed& date) const {
    int count = 0;
    for (const auto& other : view_.values)
      count +=
          other.last <= date.first && view_.distance(other.first, other.last, date.first, date.last) <= 2;
    return count;
  }

  bool is_apart(const Placed& date) const {
    const bool bracketed = view_.in_brackets(date.first) && view_.in_brackets(value_.first);
    return !bracketed && !view_.same_clause(date.first, value_.first) && !opens_clause_of_value(date);
  }

  // «… als im Jahr zuvor, als es 91,6 Milliarden waren»: the clause tells of that time.
  bool opens_clause_of_value(const Placed& date) const {
    return date.last + 1 < value_.first && view_.text.of(view_.text.tokens[date.last]) == "," &&
           view_.has(date.last + 1, own(view_).time_conjunction) &&
           view_.same_clause(date.last + 1, value_.first);
  }

  const SentenceView& view_;
  const Placed& value_;
  const Claim& claim_;
  const std::optional<Day> published_;
  const std::string_view year_end_;
};

}  // namespace

DateChoice choose_date(const SentenceView& view, const Placed& value, const Claim& claim,
                       std::optional<Day> published, std::string_view year_end) {
  return Weighing(view, value, claim, published, year_end).choose();
}

Period period_of(const SentenceView& view, const Placed& date) {
  const auto& value = *date.mention->date();
  return {value.from, value.to, value.granularity, value.fiscal,
          std::string(view.text.of(date.mention->span))};
}

bool names(const SentenceView& view, const Placed& date, const TagSet& list) {
  for (auto i = date.first; i < date.last; ++i)
    if (view.lexicon.longest(view.text.folded, view.text.tokens, i, date.last, list).tag != kNoTag)
      return true;
  return false;
}

bool names_year_before(const SentenceView& view, const Placed& date) {
  return names(view, date, own(view).year_before);
}

bool is_right_behind(const SentenceView& view, const Placed& date, const Placed& value) {
  return date.first >= value.last && view.distance(date.first, date.last, value.first, value.last) <= 2;
}

bool is_told_of_today(const SentenceView& view, const Placed& value) {
  if (!view.may_have(own(view).today_adverb) && !view.may_have(view.tags.present_adverb)) return false;
  const auto begin = view.begin_of_clause(value.first);
  for (auto i = begin; i < view.sentence.last && view.same_clause(i, value.first); ++i) {
    if (!view.has(i, own(view).today_adverb) && !view.has(i, view.tags.present_adverb)) continue;
    // "today it reported a loss": when it did.
    if (std::ranges::any_of(view.cues, [&](const Cue& cue) {
          return cue.tag == view.tags.speech_verb && view.same_clause(cue.first, i);
        }))
      return false;
    const auto from = std::min(i, value.last), to = std::max(i, value.first);
    if (view.values_between(from, to) == 0 && !view.coordinator_between(from, to)) return true;
  }
  return false;
}

bool is_of_other_time(const SentenceView& view, std::uint32_t token) {
  if (!view.may_have(own(view).anterior_conjunction)) return false;
  auto begin = view.begin_of_clause(token);
  while (begin < token && view.text.tokens[begin].is(TokenClass::punctuation)) ++begin;
  return view.has(begin, own(view).anterior_conjunction);
}

bool is_day(Granularity granularity) {
  return granularity == Granularity::day || granularity == Granularity::week;
}

bool goes_with_results(const Claim& claim) {
  return is_result(claim.metric) || (claim.metric == Metric::other && claim.rule == word(Metric::other));
}

}  // namespace gegenprobe::extract
