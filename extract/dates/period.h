#pragma once
#include <optional>
#include <string_view>

#include "extract/claim.h"

namespace gegenprobe::extract {

/// Reckoning with the time of a figure. A firm's business year is told by its last day, as "09-30" or
/// "12-31"; empty where it is not known.

/// The same stretch of time some years later (or, below zero, earlier).
Period shifted(const Period& period, int by_years);
/// The first day of the business year that a day is in. \pre `year_end` is not empty
Day business_year_of(Day day, std::string_view year_end);
bool is_calendar_year(const Period& period);
/// «Geschäftsjahr 2024» (or «2023/24») of a firm whose year ends in September is October 2023 to September
/// 2024; «das abgelaufene Geschäftsjahr» (`relative`) is the last one that was over on the day of
/// publication. That of a firm that keeps to the calendar is no longer called its own. Nothing where the
/// firm's year or the number of the year is not known, or where the two do not go together.
std::optional<Period> business_year(Period period, bool relative, std::optional<Day> published,
                                    std::string_view year_end);
/// "The quarter that ended April 27" of a firm that counts in weeks: whole months, so that two articles
/// agree.
void round_to_months(Period& period, std::optional<Day> published);
/// Long enough for a result: a quarter or more.
bool lasts(const Period& period);

}  // namespace gegenprobe::extract
