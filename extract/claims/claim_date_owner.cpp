#include "extract/claims/claim_date_owner.h"

#include <algorithm>
#include <chrono>

#include "extract/claims/claim_date_base.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/cue_meaning.h"

namespace gegenprobe::extract {
namespace {

struct ClaimDateOwnerTags {
  Tag maturity, event_noun, anterior_conjunction, founding_verb, done_participle, since_preposition,
      superlative, close_noun;
  explicit ClaimDateOwnerTags(const Lexicon& lexicon)
      : maturity(lexicon.tag("maturity")),
        event_noun(lexicon.tag("event_noun")),
        anterior_conjunction(lexicon.tag("anterior_conjunction")),
        founding_verb(lexicon.tag("founding_verb")),
        done_participle(lexicon.tag("done_participle")),
        since_preposition(lexicon.tag("since_preposition")),
        superlative(lexicon.tag("date_superlative")),
        close_noun(lexicon.tag("close_noun")) {}
};
const ClaimDateOwnerTags& own(const SentenceView& view) { return view.lists<ClaimDateOwnerTags>(); }

using std::chrono::days;

bool has_in_clause(const SentenceView& view, std::uint32_t token, Tag list) {
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, list) && view.same_clause(i, token)) return true;
  return false;
}

// Tells of the dates of a sentence whose time they are, if not a figure's.
class Owner {
 public:
  explicit Owner(const DatedFigure& figure) : figure_(figure), view_(figure.view), value_(figure.value) {}

  bool is_of_figure(const Placed& date) const {
    if (is_of_other_length(date) || is_of_event(date) || is_of_noun(date) || is_of_other_clause(date))
      return false;
    if (is_of_base_before(figure_, date) || is_likened(figure_, date)) return false;
    if (is_of_forecast(date)) return true;
    if (!view_.verbs_last && is_when_it_was_told(date)) return false;
    if (is_result(figure_.claim.metric) &&
        (is_of_thing_done(date) || (is_possessor(figure_, date) && !is_behind_from(view_, date))))
      return false;
    return goes_with_results(figure_.claim) ||
           (!is_of_announcement(date) && !is_of_cause(date) && !is_deadline(date));
  }

  // "its spending forecast for |2026|"
  bool is_of_forecast(const Placed& date) const {
    if (view_.verbs_last || date.first < view_.sentence.first + 2 ||
        figure_.claim.modality == Modality::asserted)
      return false;
    return view_.has(date.first - 1, view_.tags.price_preposition) &&
           view_.has(date.first - 2, view_.tags.expectation_noun) && date.last <= value_.first &&
           view_.values_between(date.last, value_.first) == 0;
  }

 private:
  // "|last month| reported growth of 3.5%": when it was told; but "in the |first quarter| posted".
  bool is_when_it_was_told(const Placed& date) const {
    const auto granularity = date.mention->date()->granularity;
    const bool short_time =
        is_day(granularity) || granularity == Granularity::week || granularity == Granularity::month;
    if (!short_time || date.last >= value_.first) return false;
    auto verb = date.last;
    // "In |May| Vodafone reported an annual loss"
    if (opens_sentence(view_, date)) {
      verb += view_.text.of(view_.text.tokens[verb]) == ",";
      for (const auto& firm : view_.firms)
        if (firm.first == verb) verb = firm.last;
    }
    return view_.has(verb, view_.tags.result_verb);
  }

  // A result is not of a day, what is of a day of no quarter that is told elsewhere, and nothing of a
  // lifetime.
  bool is_of_other_length(const Placed& date) const {
    const auto& when = *date.mention->date();
    if (when.from && when.to && *when.to - *when.from > days(366 * 30)) return true;
    // "in the six weeks to January 3"
    const bool stretch = when.from && when.to && *when.to - *when.from > days(7);
    if (!is_of_exchange(figure_.claim)) return is_day(when.granularity) && !stretch;
    return !is_day(when.granularity) && !view_.same_clause(date.first, value_.first) &&
           !opens_sentence(view_, date);
  }

  bool is_of_event(const Placed& date) const {
    return tells_when_it_was_said(date) || is_of_record(date) || is_maturity(date) || is_of_founding(date) ||
           (is_of_exchange(figure_.claim) && is_of_report(date)) ||
           (!view_.verbs_last && is_behind_cause(date)) ||
           (view_.capital_nouns && (is_of_reason(date) || is_told_as_announced(date)));
  }

  bool is_of_noun(const Placed& date) const {
    return is_attribute(date) || (view_.capital_nouns && is_in_attribute(date)) || is_of_close(date) ||
           (!view_.verbs_last && (is_of_outlook(date) || is_of_outlook_behind(date) || is_of_goods(date) ||
                                  is_of_other_noun(date)));
  }

  bool is_of_other_clause(const Placed& date) const {
    return is_told_aside(date) || is_of_what_was_before(date) ||
           (!view_.verbs_last &&
            (is_of_second_of_two(date) || is_of_first_of_two(date) || is_of_main_clause(date)));
  }

  // «Im Februar 2024 hatte der Vorstand 8 Milliarden in Aussicht gestellt»: what is expected is not over.
  bool tells_when_it_was_said(const Placed& date) const {
    const auto& when = *date.mention->date();
    const bool short_time = is_day(when.granularity) || when.granularity == Granularity::month;
    return is_ahead(figure_.claim) && short_time && figure_.published && when.to &&
           *when.to <= *figure_.published;
  }

  // "its fastest growth since |2022|", «der größte Verlust seit |2008|»: when it was as much before.
  bool is_of_record(const Placed& date) const {
    constexpr std::uint32_t kReach = 4;
    if (date.first < view_.sentence.first + 2 || !view_.has(date.first - 1, own(view_).since_preposition))
      return false;
    for (auto i = date.first - 1; i > view_.sentence.first && i + kReach >= date.first; --i) {
      const auto word = i - 1;
      if (!view_.text.tokens[word].is(TokenClass::word) || view_.has(word, view_.tags.finite_verb))
        return false;
      const bool capital = (view_.text.tokens[word].shape & kCapital) != 0;  // "Southwest"
      if (!capital && (view_.has(word, own(view_).superlative) ||
                       view_.lexicon.ends_as(view_.word(word), own(view_).superlative)))
        return true;
    }
    return false;
  }

  // "fell 6% after a warm autumn", "amid a cold winter": when that was which came before or did it.
  bool is_behind_cause(const Placed& date) const {
    const auto granularity = date.mention->date()->granularity;
    if (!is_result(figure_.claim.metric) || date.first < value_.last || granularity == Granularity::year ||
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
    return date.last <= value_.first && figure_.claim.modality == Modality::asserted &&
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
    return figure_.published && when.to && *when.to > *figure_.published;
  }

  // "beat estimates for |fourth-quarter| revenue and announced a 10bn buyback": of the noun right behind it.
  bool is_of_other_noun(const Placed& date) const {
    return !is_result(figure_.claim.metric) && opens_predicate_between(date.last, value_.first) &&
           std::ranges::any_of(view_.cues, [&](const Cue& cue) {
             return cue.tag == view_.tags.metric_noun && cue.first == date.last && cue.last < value_.first &&
                    key_of(cue).metric != figure_.claim.metric &&
                    view_.values_between(cue.last, value_.first) == 0;
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

  // "quoted at 390p, up on |Monday|'s close of 380p", "from a close |last night| of 380p", «gegenüber dem
  // Schlusskurs vom |Montag|»: of that price alone; but "up from 380p at |Monday|'s close", "from a 380p
  // close |yesterday|".
  bool is_of_close(const Placed& date) const {
    constexpr std::uint32_t kReach = 3, kReachBefore = 2;
    if (!is_of_exchange(figure_.claim) || date.first < value_.last) return false;
    const auto first = std::max(date.first, value_.last + kReachBefore) - kReachBefore;
    const auto last = std::min(date.last + kReach, view_.sentence.last);
    for (auto i = first; i < last; ++i)
      if (view_.has(i, own(view_).close_noun))
        return i != value_.last &&
               (date.first > value_.last + 1 || !view_.has(value_.last, view_.tags.time_preposition));
    return false;
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
    return is_of_exchange(figure_.claim) && !is_day(date.mention->date()->granularity) &&
           (view_.has(date.last, view_.tags.expectation_noun) ||
            std::ranges::any_of(view_.cues, [&](const Cue& cue) {
              return cue.tag == view_.tags.metric_noun && cue.first == date.last;
            }));
  }

  // "posted revenue of 8bn and raised its |full-year| profit guidance": of what is forecast, not of what has
  // been.
  bool is_of_outlook_behind(const Placed& date) const {
    constexpr std::uint32_t kReach = 3;
    if (figure_.claim.modality != Modality::asserted || date.first < value_.last) return false;
    auto noun = date.last;
    while (noun < date.last + kReach && !view_.has(noun, view_.tags.expectation_noun)) {
      if (!view_.has(noun, view_.tags.metric_noun)) return false;
      ++noun;
    }
    if (!view_.has(noun, view_.tags.expectation_noun)) return false;
    for (auto i = value_.last; i < date.first; ++i)
      if (view_.has(i, view_.tags.coordinator) || view_.has(i, view_.tags.contrast)) return true;
    return false;
  }

  // "shares rose 6.5% and are up 18% |this year|": of what the second verb tells.
  bool is_of_second_of_two(const Placed& date) const {
    if (!is_of_exchange(figure_.claim) || date.first < value_.last ||
        view_.values_between(value_.last, date.first) == 0)
      return false;
    for (auto i = value_.last; i + 1 < date.first; ++i)
      if (view_.has(i, view_.tags.coordinator) &&
          (view_.has(i + 1, view_.tags.finite_verb) || view_.has(i + 1, view_.tags.passive_auxiliary)))
        return true;
    return false;
  }

  // "profit rose 4% in the third quarter, and it lifted its target to |5bn|": what is planned is not of the
  // time of what has been, told before it.
  bool is_of_first_of_two(const Placed& date) const {
    if (!is_ahead(figure_.claim) || date.last > value_.first ||
        view_.values_between(view_.sentence.first, date.first) == 0)
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
                    key_of(cue).metric == figure_.claim.metric;
           });
  }

  bool is_cue_of_claim(std::uint32_t noun) const {
    return std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == view_.tags.metric_noun && noun >= cue.first && noun < cue.last &&
             key_of(cue).metric == figure_.claim.metric;
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
      // «das im vergangenen Jahr |rund eine| Milliarde verlor», «Für das Gesamtjahr |erwartet der| Finanzchef
      // …»
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

  // «Ende 2014 war der Abbau von 110 Stellen bekanntgegeben worden»: when it was said.
  bool is_of_announcement(const Placed& date) const {
    return is_beside(date, view_.tags.announcement_verb) || is_beside(date, view_.tags.speech_verb) ||
           (opens_sentence(view_, date) && has_in_clause(view_, value_.first, view_.tags.announcement_verb));
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
    if (!is_event(figure_.claim.metric)) return false;
    for (auto i = value_.last; i + 1 < date.first; ++i)
      if (view_.lexicon.longest(view_.text.folded, view_.text.tokens, i, date.first, view_.tags.causes).tag !=
          kNoTag)
        return true;
    return false;
  }

  // «von derzeit 54.000 Stellen bis 2028»: what is there today has no deadline.
  bool is_deadline(const Placed& date) const {
    const auto& when = *date.mention->date();
    return figure_.claim.modality == Modality::asserted && figure_.claim.role == Role::level &&
           date.first > view_.sentence.first && view_.has(date.first - 1, view_.tags.deadline_preposition) &&
           when.to && figure_.published && *when.to > *figure_.published;
  }

  const DatedFigure& figure_;
  const SentenceView& view_;
  const Placed& value_;
};

}  // namespace

bool may_tell(const DatedFigure& figure, const Placed& date) { return Owner(figure).is_of_figure(date); }

bool is_of_forecast(const DatedFigure& figure, const Placed& date) {
  return Owner(figure).is_of_forecast(date);
}

}  // namespace gegenprobe::extract
