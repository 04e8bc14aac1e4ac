#include "extract/claims/claim_date.h"

#include <algorithm>

#include "extract/claims/claim_date_base.h"
#include "extract/claims/claim_date_owner.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/market_report.h"

namespace gegenprobe::extract {
namespace {

struct ClaimDateTags {
  Tag relation, time_conjunction, anterior_conjunction, today_adverb, earlier_than, outside_year;
  TagSet year_before;
  explicit ClaimDateTags(const Lexicon& lexicon)
      : relation(lexicon.tag("date_relation")),
        time_conjunction(lexicon.tag("time_conjunction")),
        anterior_conjunction(lexicon.tag("anterior_conjunction")),
        today_adverb(lexicon.tag("today_adverb")),
        earlier_than(lexicon.tag("earlier_than")),
        outside_year(lexicon.tag("outside_year")),
        year_before(lexicon.tags({"year_before"})) {}
};
const ClaimDateTags& own(const SentenceView& view) { return view.lists<ClaimDateTags>(); }

// Weighs the dates of a sentence for one figure.
class Weighing {
 public:
  explicit Weighing(const DatedFigure& figure)
      : figure_(figure), view_(figure.view), value_(figure.value), claim_(figure.claim) {}

  DateChoice choose() const {
    DateChoice choice;
    int best_score = 0;
    for (const auto& date : view_.dates) {
      // Where nobody knows what "last year" is, the figure is of that year still, and of no other.
      const bool known = is_known(date);
      if ((!known && !points_at_time(date)) || !may_tell(figure_, date)) continue;
      if (is_of_base(figure_, date)) {
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
            business_year(period_of(view_, date), when.relative, figure_.published, figure_.year_end)
                .has_value());
  }

  int score_of(const Placed& date) const {
    constexpr int kOfThisBracket = 100;
    if (is_label_of_value(date)) return kOfThisBracket;
    if (lies_outside(date)) return 0;
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
    if (behind && parted) score -= belongs_to_earlier(figure_, date) ? 60 : 12;
    if (!behind && parted) score -= 40 * figures_right_before(date);
    const bool apart = is_apart(date) && !frames_sentence(date);  // "In the same period a year ago, X earned"
    if ((names_year_before(view_, date) && apart) || is_of_bracket(date)) return 0;
    if (is_result(claim_.metric) && claim_.metric != Metric::sales_volume &&
        date.mention->date()->granularity == Granularity::month)
      score -= 30;
    if (!view_.same_clause(date.first, value_.first) && !opens_clause_of_value(figure_, date) &&
        !frames_sentence(date))
      score -= goes_with_results(claim_) || is_of_exchange(claim_) ? 3 : 25;
    if (view_.in_brackets(date.first) && !view_.in_brackets(value_.first)) score -= 20;
    // A payment or a deal has its time beside it, if any; what else is dated in the sentence is another
    // event.
    if (is_dated_beside() && !frames_sentence(date) && !is_of_forecast(figure_, date) &&
        (distance > 6 || is_of_second_predicate(date)))
      score -= 40;
    return score;
  }

  // "|before| Christmas", «|vor| 2020»: not that time, nor is a year "|after| 2020", "|until| 2020" that of a
  // result that was made. But «nach dem ersten Quartal» is that quarter.
  bool lies_outside(const Placed& date) const {
    if (date.first == view_.sentence.first) return false;
    const auto before = date.first - 1;
    if (view_.has(before, own(view_).earlier_than)) return true;
    const bool year = date.mention->date()->granularity == Granularity::year &&
                      !view_.has(date.last, view_.tags.metric_noun);  // "after 1984 losses of 5m"
    return year && !is_ahead(claim_) && is_result(claim_.metric) &&
           view_.has(before, own(view_).outside_year);
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
    return opens_sentence(view_, date) && view_.segment(date.first) == view_.segment(value_.first) &&
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
    return !bracketed && !view_.same_clause(date.first, value_.first) &&
           !opens_clause_of_value(figure_, date);
  }

  const DatedFigure& figure_;
  const SentenceView& view_;
  const Placed& value_;
  const Claim& claim_;
};

}  // namespace

DateChoice choose_date(const DatedFigure& figure) { return Weighing(figure).choose(); }

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

bool opens_clause_of_value(const DatedFigure& figure, const Placed& date) {
  const auto& view = figure.view;
  const auto& value = figure.value;
  return date.last + 1 < value.first && view.text.of(view.text.tokens[date.last]) == "," &&
         view.has(date.last + 1, own(view).time_conjunction) && view.same_clause(date.last + 1, value.first);
}

bool opens_sentence(const SentenceView& view, const Placed& date) {
  return date.first <= view.sentence.first + 2;
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

bool is_ahead(const Claim& claim) {
  return claim.modality == Modality::expected || claim.modality == Modality::possible;
}

bool is_of_exchange(const Claim& claim) { return of_a_day(claim.metric) || is_index(claim); }

bool is_day(Granularity granularity) {
  return granularity == Granularity::day || granularity == Granularity::week;
}

bool goes_with_results(const Claim& claim) {
  return is_result(claim.metric) || (claim.metric == Metric::other && claim.rule == word(Metric::other));
}

}  // namespace gegenprobe::extract
