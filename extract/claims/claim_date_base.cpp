#include "extract/claims/claim_date_base.h"

#include <algorithm>
#include <chrono>

#include "extract/claims/claim_role.h"
#include "extract/claims/cue_meaning.h"

namespace gegenprobe::extract {
namespace {

struct ClaimDateBaseTags {
  Tag base_preposition, origin_or_during, since_preposition, likening, likened;
  TagSet same_time, time_before;
  explicit ClaimDateBaseTags(const Lexicon& lexicon)
      : base_preposition(lexicon.tag("base_preposition")),
        origin_or_during(lexicon.tag("origin_or_during")),
        since_preposition(lexicon.tag("since_preposition")),
        likening(lexicon.tag("likening")),
        likened(lexicon.tag("likened")),
        same_time(lexicon.tags({"same_time"})),
        time_before(lexicon.tags({"time_before"})) {}
};
const ClaimDateBaseTags& own(const SentenceView& view) { return view.lists<ClaimDateBaseTags>(); }

using std::chrono::days;

// Tells of the dates of a sentence whether they are those of what a figure is compared with.
class Base {
 public:
  explicit Base(const DatedFigure& figure) : figure_(figure), view_(figure.view), value_(figure.value) {}

  bool is_base(const Placed& date) const {
    if (opens_clause_of_value(figure_, date)) return false;
    if (compares(date) || is_base_of_change(date) || is_passed(date)) return true;
    if (is_base_of_next_change(date) || is_of_next_percentage(date) || is_begin_of_next_change(date) ||
        (is_possessor(figure_, date) && is_behind_from(view_, date)))
      return true;
    return names_year_before(view_, date) && date.first >= value_.last && figure_.claim.role != Role::level;
  }

  // "up 22% from |the previous quarter| and 62% from a year ago": the date is that of the figure it stands
  // right behind, or what that is counted from.
  bool is_base_before(const Placed& date) const {
    if (date.last > value_.first) return false;
    const auto before =
        date.first - (date.first > view_.sentence.first && view_.has(date.first - 1, view_.tags.article));
    // "up 5% on last year |to|"; not "up 25% from 1985's |$710m|"
    bool parted = view_.has(date.last, view_.tags.to_preposition);
    for (auto i = date.last; i < value_.first; ++i)
      parted |= view_.has(i, view_.tags.coordinator) || view_.has(i, view_.tags.clause_conjunction) ||
                view_.text.of(view_.text.tokens[i]) == ",";
    const bool counted_from =
        parted && (is_counted_from(date) ||
                   (before > view_.sentence.first && (view_.has(before - 1, view_.tags.origin_preposition) ||
                                                      view_.has(before - 1, own(view_).origin_or_during))));
    return std::ranges::any_of(view_.values, [&](const Placed& other) {
      if (other.last > date.first || other.first >= value_.first) return false;
      const int distance = view_.distance(other.first, other.last, date.first, date.last);
      return (begins_change(view_, other) && distance <= 2) ||
             (counted_from && other.last + 1 == before && other.mention->kind == MentionKind::percent);
    });
  }

 private:
  // "10% on 2023", «5 Prozent zum Vorquartal», «5 Prozent über dem Vorjahr»: what a change is counted from.
  bool is_counted_from(const Placed& date) const {
    if (date.first == view_.sentence.first) return false;
    const auto before = date.first - view_.has(date.first - 1, view_.tags.article);
    return before > view_.sentence.first && view_.has(before - 1, own(view_).base_preposition) &&
           !is_day(date.mention->date()->granularity) &&
           (!view_.capital_nouns || names(view_, date, own(view_).time_before));
  }

  // Behind a word of comparison («als im Jahr 2023», "2.4 percent more than in 2023") that compares no figure
  // with ours ("than the 528 of a year earlier").
  bool compares(const Placed& date) const {
    const std::uint32_t reach = names_year_before(view_, date) ? 6 : 4;
    for (auto i = date.first; i > view_.sentence.first && i + reach > date.first; --i) {
      if (view_.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
      for (const auto& other : view_.values)
        if (other.first < i && i <= other.last) return false;
      if (view_.has(i - 1, view_.tags.comparison)) return i > value_.last || i + 1 < value_.first;
    }
    return false;
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
    if (is_counted_from(date) && view_.values_between(date.last, value_.first) > 0) return true;
    if (names_year_before(view_, date) && view_.preceded_by(before, view_.tags.from_words)) return true;
    return view_.has(before - 1, view_.tags.origin_preposition) &&
           view_.has(at - 1, view_.tags.to_preposition);
  }

  // "up 10% on 2003", "12 cents down from Friday's close": days after "on" apart, which say when.
  bool is_base_of_change(const Placed& date) const {
    return figure_.claim.role != Role::level && (is_counted_from(date) || is_left_behind(date));
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
    if (figure_.claim.role != Role::level || date.first < value_.last + 2) return false;
    const bool has_article = view_.has(date.first - 1, view_.tags.article);
    const auto before = date.first - 1 - has_article;
    const auto granularity = date.mention->date()->granularity;
    const bool on = is_counted_from(date);
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

  // «300 Millionen, ein Plus von 17 Prozent seit |Anfang 2023|»: since when the change told behind counts.
  bool is_begin_of_next_change(const Placed& date) const {
    constexpr int kNear = 3;
    return figure_.claim.role == Role::level && date.first > value_.last &&
           view_.has(date.first - 1, own(view_).since_preposition) &&
           std::ranges::any_of(view_.values, [&](const Placed& other) {
             return other.first >= value_.last && other.mention->kind == MentionKind::percent &&
                    other.last <= date.first &&
                    view_.distance(other.first, other.last, date.first, date.last) <= kNear;
           });
  }

  // "up 12% from 1985", "over the same quarter": behind the change, and past. A change that goes on for
  // years ("over the next two years", "savings from 2030") is none; two dates ("from May to July") are one
  // mention.
  bool is_left_behind(const Placed& date) const {
    if (date.first < value_.last + 1 || view_.values_between(value_.last, date.first) > 0) return false;
    const auto& when = *date.mention->date();
    if (when.granularity == Granularity::span || when.granularity == Granularity::decade) return false;
    const bool over = figure_.published ? when.to && *when.to <= *figure_.published + days(1)
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

  const DatedFigure& figure_;
  const SentenceView& view_;
  const Placed& value_;
};

}  // namespace

bool is_of_base(const DatedFigure& figure, const Placed& date) { return Base(figure).is_base(date); }

bool is_of_base_before(const DatedFigure& figure, const Placed& date) {
  return Base(figure).is_base_before(date);
}

bool is_likened(const DatedFigure& figure, const Placed& date) {
  const auto& view = figure.view;
  const auto& value = figure.value;
  constexpr std::uint32_t kReach = 3;  // «so viele Autos wie»
  if (date.first < value.last || !view.may_have(own(view).likening)) return false;
  for (auto i = value.last; i < date.first; ++i) {
    if (!view.has(i, own(view).likening)) continue;
    for (auto so = i; so > view.sentence.first && so + kReach > i; --so)
      if (view.has(so - 1, own(view).likened)) return view.values_between(i, date.first) == 0;
  }
  return false;
}

bool belongs_to_earlier(const DatedFigure& figure, const Placed& date) {
  const auto& view = figure.view;
  const auto& value = figure.value;
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

bool is_possessor(const DatedFigure& figure, const Placed& date) {
  const auto& view = figure.view;
  const auto& value = figure.value;
  constexpr std::uint32_t kReach = 5;
  if (date.first < value.last || !view.genitive_at(date.last) ||
      view.has(date.first - 1, view.tags.time_preposition))
    return false;
  return std::ranges::none_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && cue.first > date.last && cue.first <= date.last + kReach &&
           key_of(cue).metric == figure.claim.metric;
  });
}

bool is_behind_from(const SentenceView& view, const Placed& date) {
  return view.preceded_by(date.first, view.tags.from_words) || view.has(date.first - 1, view.tags.below) ||
         view.has(date.first - 1, view.tags.above) || view.has(date.first - 1, view.tags.comparison);
}

}  // namespace gegenprobe::extract
