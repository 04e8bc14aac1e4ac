#include "extract/claim_period.h"

#include <charconv>
#include <chrono>

#include "extract/claim_role.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

Period period_of(const SentenceView& view, const Placed& date) {
  const auto& value = *date.mention->date();
  return {value.from, value.to, value.granularity, value.fiscal,
          std::string(view.text.of(date.mention->span))};
}

// The same stretch of time some years later (or, below zero, earlier).
Period shifted(const Period& period, int by_years) {
  const auto moved = [&](std::optional<Day> day) -> std::optional<Day> {
    if (!day) return day;
    const auto date = year_month_day(*day) + years(by_years);
    return date.ok() ? Day(date) : Day(date.year() / date.month() / std::chrono::last);
  };
  Period out = period;
  out.from = moved(period.from);
  out.to = moved(period.to);
  return out;
}

// Whether the figure right before a date is one of an earlier time: «… von 4,9 Milliarden 2023».
bool belongs_to_earlier(const SentenceView& view, const Placed& date) {
  const Placed* owner = nullptr;
  for (const auto& value : view.values)
    if (value.last <= date.first) owner = &value;
  return owner && begins_change(view, *owner);
}

// «von 771 Millionen im Vorjahr auf 850 Millionen»: the date is that of the figure it stands right behind.
bool belongs_to_base(const SentenceView& view, const Placed& date, const Placed& value) {
  for (const auto& other : view.values)
    if (other.last <= date.first && other.first < value.first && begins_change(view, other) &&
        view.distance(other.first, other.last, date.first, date.last) <= 2)
      return true;
  return false;
}

bool names(const SentenceView& view, const Placed& date, const TagSet& list) {
  for (auto i = date.first; i < date.last; ++i)
    if (view.lexicon.longest(view.text.folded, view.text.tokens, i, date.last, list).tag != kNoTag)
      return true;
  return false;
}

// «Gesamtjahr»: the year as a whole, whichever it is. What is told of it as done is that of the last result,
// else the year before; what is to come, this one.
std::optional<Period> whole_year(const SentenceView& view, const Placed& value, const Claim& claim,
                                 const ResultTime& last, Day published) {
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    if (view.segment(i) != view.segment(value.first)) continue;
    const auto hit =
        view.lexicon.longest(view.text.folded, view.text.tokens, i, view.sentence.last, view.tags.whole_year);
    if (hit.tag == kNoTag) continue;
    const bool ahead = claim.modality == Modality::expected || claim.modality == Modality::possible;
    const bool known = last.entity == claim.subject_entity && last.period && last.period->from;
    const auto now = year_month_day(published).year();
    const auto year = ahead   ? now
                      : known ? std::min(year_month_day(*last.period->from).year(), now - years(1))
                              : now - years(1);
    const auto& tokens = view.text.tokens;
    return Period{Day(year / 1 / 1), Day((year + years(1)) / 1 / 1), Granularity::year, false,
                  std::string(view.text.of(Span{tokens[hit.first].begin, tokens[hit.last - 1].end()}))};
  }
  return std::nullopt;
}

// «Im Februar 2024 hatte der Vorstand 8 Milliarden in Aussicht gestellt»: what is expected is not over.
bool tells_when_it_was_said(const DateValue& when, const Claim& claim, std::optional<Day> published) {
  const bool ahead = claim.modality == Modality::expected || claim.modality == Modality::possible;
  const bool short_time = when.granularity == Granularity::day || when.granularity == Granularity::week ||
                          when.granularity == Granularity::month;
  return ahead && short_time && published && when.to && *when.to <= *published;
}

// Whether a date stands behind a word of comparison that comes after the figure («als im Jahr 2023»).
bool compares(const SentenceView& view, const Placed& value, const Placed& date) {
  if (date.first < value.last) return false;
  constexpr std::uint32_t kReach = 4;
  for (auto i = date.first; i > value.last && i + kReach > date.first; --i) {
    if (view.has(i - 1, view.tags.comparison)) return true;
    if (view.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
  }
  return false;
}

// The last day of the subject's business year as "09-30"; "" where it is the calendar year or not known.
std::string_view year_end_of(const SentenceView& view, const Claim& claim) {
  for (const auto& firm : view.firms)
    if (firm.entity == claim.subject_entity && firm.year_end.size() == 5) return firm.year_end;
  return {};
}

// «Geschäftsjahr 2024» (or «2023/24») of a firm whose year ends in September is October 2023 to September
// 2024. Nothing where the firm's year or the number of the year is not known.
std::optional<Period> business_year(const SentenceView& view, const Claim& claim, Period period) {
  const auto year_end = year_end_of(view, claim);
  if (year_end.empty()) return std::nullopt;
  int year = 0;
  if (period.from) {
    const year_month_day from = *period.from;
    if (from.month() != std::chrono::January || from.day() != std::chrono::day(1) ||
        period.to != Day(from + years(1)))
      return std::nullopt;
    year = static_cast<int>(from.year());
  } else {
    const auto slash = period.text.find('/');
    if (slash == std::string::npos || slash < 4) return std::nullopt;
    const auto [end, error] =
        std::from_chars(period.text.data() + slash - 4, period.text.data() + slash, year);
    if (error != std::errc{} || end != period.text.data() + slash) return std::nullopt;
    ++year;
  }
  const auto month =
      std::chrono::month(static_cast<unsigned>((year_end[0] - '0') * 10 + (year_end[1] - '0')));
  const year_month_day end = std::chrono::year(year) / month / 1;
  period.to = Day(end + months(1));
  period.from = Day(end + months(1) - years(1));
  return period;
}

}  // namespace

void set_period(const SentenceView& view, const Placed& value, Claim& claim, const Claim* previous,
                const ResultTime& last, std::optional<Day> published) {
  const bool from_value = begins_change(view, value);
  const Placed *best = nullptr, *compared = nullptr;
  int best_score = 0;
  for (const auto& date : view.dates) {
    const auto& when = *date.mention->date();
    const bool fiscal = when.fiscal && business_year(view, claim, period_of(view, date));
    if (!when.from && !when.to && !fiscal) continue;
    if (tells_when_it_was_said(when, claim, published)) continue;
    const bool day = when.granularity == Granularity::day || when.granularity == Granularity::week;
    if (day != of_a_day(claim.metric) && day) continue;
    const bool behind = date.first >= value.last;
    const int distance = view.distance(date.first, date.last, value.first, value.last);
    int score = 40 - distance;
    // A date right behind a figure is that figure's; one that another figure has right before it is not ours.
    if (behind && distance <= 2) score += 15;
    if (behind && distance > 2) score -= 4;
    if (!behind && belongs_to_base(view, date, value)) continue;
    const auto parted =
        behind ? view.values_between(value.last, date.first) : view.values_between(date.last, value.first);
    if (behind && parted) score -= belongs_to_earlier(view, date) ? 60 : 12;
    // «35 Prozent weniger als 2023»: the year it is compared with, not its own.
    const bool year_before = names_year_before(view, date);
    if (compares(view, value, date) || (year_before && behind && claim.role != Role::level)) {
      compared = &date;
      continue;
    }
    const bool bracketed = view.in_brackets(date.first) && view.in_brackets(value.first);
    if (year_before && !bracketed && !view.same_clause(date.first, value.first)) continue;
    if (is_result(claim.metric) && claim.metric != Metric::sales_volume &&
        when.granularity == Granularity::month)
      score -= 30;
    if (!behind && parted) {
      for (const auto& other : view.values)
        if (other.last <= date.first && view.distance(other.first, other.last, date.first, date.last) <= 2)
          score -= 40;
    }
    if (!view.same_clause(date.first, value.first))
      score -= is_result(claim.metric) || of_a_day(claim.metric) ? 3 : 25;
    if (view.in_brackets(date.first) && !view.in_brackets(value.first)) score -= 20;
    // A payment or a deal has its time beside it, if any; what else is dated in the sentence is another
    // event.
    if (is_event(claim.metric) && distance > 6) score -= 40;
    if (score > best_score) best = &date, best_score = score;
  }
  if (from_value && is_result(claim.metric)) {
    const bool own = best && best->first >= value.last &&
                     view.distance(best->first, best->last, value.first, value.last) <= 2;
    std::optional<Period> after;
    if (previous && previous->period && previous->metric == claim.metric)
      after = previous->period;
    else if (best)
      after = period_of(view, *best);
    else if (last.entity == claim.subject_entity)
      after = last.period;
    if (!own && after) {
      claim.period = shifted(*after, -1);
      claim.period->text.clear();
      claim.flags |= kPeriodAssumed;
      return;
    }
  }
  const auto whole = published && is_result(claim.metric) && (!best || !best->mention->date()->from)
                         ? whole_year(view, value, claim, last, *published)
                         : std::nullopt;
  if (whole) {
    claim.period = whole;
    claim.flags |= kPeriodAssumed;
    return;
  }
  if (best) {
    claim.period = period_of(view, *best);
    const bool told_before = previous && previous->period && previous->metric == claim.metric;
    const auto& reported = told_before                           ? previous->period
                           : last.entity == claim.subject_entity ? last.period
                                                                 : std::nullopt;
    if (reported && is_result(claim.metric) && names_year_before(view, *best)) {
      auto text = std::move(claim.period->text);
      claim.period = shifted(*reported, -1);
      claim.period->text = std::move(text);
    } else if (best->mention->date()->relative && is_result(claim.metric) && published &&
               claim.modality == Modality::asserted && claim.period->from &&
               *claim.period->from > *published) {
      // «Von Oktober bis Dezember verdiente …», told in March: it has been.
      auto text = std::move(claim.period->text);
      claim.period = shifted(*claim.period, -1);
      claim.period->text = std::move(text);
    }
    if (claim.period->fiscal)
      if (const auto own = business_year(view, claim, *claim.period)) claim.period = own;
  } else if (is_result(claim.metric) && claim.modality != Modality::expected && last.period &&
             last.entity == claim.subject_entity) {
    claim.period = last.period;
    claim.period->text.clear();
    claim.flags |= kPeriodAssumed;
  } else if (compared && is_result(claim.metric)) {
    claim.period = shifted(period_of(view, *compared), 1);
    claim.period->text.clear();
    claim.flags |= kPeriodAssumed;
  }
  // «seit Juni» up to today, unless the words name a June that is yet to come.
  if (best && claim.period->from && published && *claim.period->from <= *published &&
      best->first > view.sentence.first && view.has(best->first - 1, view.tags.since_preposition))
    claim.period->to = *published + days(1);
}

bool names_year_before(const SentenceView& view, const Placed& date) {
  return names(view, date, view.tags.year_before);
}

bool lasts(const Period& period) { return period.from && period.to && *period.to - *period.from >= days(80); }

}  // namespace gegenprobe::extract
