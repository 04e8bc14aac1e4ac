#include "extract/dates/date_anchors.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;

constexpr std::uint32_t kReach = 2;              // sentences back
constexpr std::uint32_t kReachInHistory = 1000;  // a chapter's year holds for long
constexpr std::uint32_t kReachOfStretch = 6;
constexpr std::uint32_t kReachOfResults[] = {6, 1000};

const KnownDate* last_known(const DateContext& context, CalendarUnit least, std::uint32_t reach, bool any) {
  for (auto it = context.known.rbegin(); it != context.known.rend(); ++it) {
    if (it->sentence + reach < context.sentence_number) break;
    if (context.narrative && it->value.relative) continue;
    if (least == CalendarUnit::day && !any && it->value.granularity != Granularity::day) continue;
    if ((any || !it->from_text) && at_least(it->value, least)) return &*it;
  }
  return nullptr;
}

bool is_period_of_account(const DateValue& value) {
  return value.from && value.to &&
         (value.granularity == Granularity::year || value.granularity == Granularity::half ||
          value.granularity == Granularity::quarter);
}

}  // namespace

bool at_least(const DateValue& value, CalendarUnit unit) {
  if (!value.from || !value.to) return false;
  const auto size = *value.to - *value.from;
  switch (unit) {
    case CalendarUnit::year:
      return size >= days(360);
    case CalendarUnit::half:
      return size >= days(175);
    case CalendarUnit::quarter:
      return size >= days(85);
    case CalendarUnit::month:
      return size >= days(28);
    case CalendarUnit::week:
      return size >= days(7);
    default:
      return true;
  }
}

const KnownDate* date_spoken_of(const DateContext& context, CalendarUnit least, bool any) {
  return last_known(context, any ? CalendarUnit::day : least, context.narrative ? kReachInHistory : kReach,
                    any);
}

const KnownDate* stretch_spoken_of(const DateContext& context, CalendarUnit length) {
  constexpr days kLonger{10};
  for (auto it = context.known.rbegin(); it != context.known.rend(); ++it) {
    if (!context.narrative && it->sentence + kReachOfStretch < context.sentence_number) break;
    if (it->from_text || !at_least(it->value, length)) continue;
    if (*it->value.to <= add_units(*it->value.from, length, 1) + kLonger) return &*it;
  }
  return nullptr;
}

const KnownDate* date_in_sentence(const DateContext& context, CalendarUnit least) {
  return last_known(context, least, 0, false);
}

const KnownDate* period_of_results(const DateContext& context) {
  if (!context.published || context.narrative) return nullptr;
  const int earliest = year_of(*context.published) - 1;
  for (const auto reach : kReachOfResults) {
    const KnownDate* found = nullptr;
    for (auto it = context.known.rbegin(); it != context.known.rend(); ++it) {
      if (it->sentence + reach < context.sentence_number) break;
      if (it->from_text || it->ahead || !is_period_of_account(it->value)) continue;
      const bool recent =
          year_of(*it->value.to - days(1)) >= earliest && *it->value.from <= *context.published;
      if (recent && (!found || *it->value.to > *found->value.to)) found = &*it;
    }
    if (found) return found;
  }
  return nullptr;
}

// After «von November 1948 bis Januar 1949», the text is in 1949.
int last_year_of(const DateValue& value) { return year_of(*value.to - days(1)); }

// A history is in the year of its chapter; where it has none, in that of the last full date or beginning of
// a sentence. Without a day of publication that is sure only of the sentence itself and of a full
// date in the one before.
std::optional<int> year_of_text(const DateContext& context) {
  if (!context.narrative && context.published) return std::nullopt;
  const KnownDate* passing = nullptr;
  for (auto it = context.known.rbegin(); it != context.known.rend(); ++it) {
    if (!context.published && it->sentence + 1 < context.sentence_number) break;
    if (!context.published && it->sentence < context.sentence_number &&
        it->value.granularity != Granularity::day)
      continue;
    if (it->scene == DateScene::chapter) return year_of(*it->value.from);
    if (it->scene == DateScene::passing && !passing) passing = &*it;
  }
  return passing ? std::optional(last_year_of(passing->value)) : std::nullopt;
}

std::optional<int> year_of_text(const DateContext& context, unsigned month) {
  constexpr unsigned kLate = 10, kEarly = 3;
  const auto year = year_of_text(context);
  if (!year || !context.narrative || !month || month > kEarly || context.known.empty()) return year;
  const auto& last = context.known.back().value;
  const bool of_year = last.from && !at_least(last, CalendarUnit::quarter) && year_of(*last.from) == *year;
  return of_year && month_of(*last.from) >= kLate ? *year + 1 : *year;
}

std::optional<int> bygone_year_of_sentence(const DateContext& context, bool last) {
  const int bygone = last ? 1 : 2;  // years
  if (context.narrative || !context.published) return std::nullopt;
  for (auto it = context.known.rbegin(); it != context.known.rend(); ++it) {
    if (it->sentence != context.sentence_number) break;
    if (it->scene == DateScene::none) continue;
    const int year = year_of(*it->value.from);
    return year + bygone <= year_of(*context.published) ? std::optional(year) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace gegenprobe::extract
