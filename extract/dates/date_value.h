#pragma once
#include "extract/dates/calendar.h"
#include "extract/dates/date_context.h"
#include "extract/dates/date_reading.h"
#include "extract/mention.h"

namespace gegenprobe::extract {

Granularity granularity_of(CalendarUnit unit);
/// Of so many months or other units: three months are a quarter, four a span.
Granularity granularity_of_count(CalendarUnit unit, int count);

DateValue date_value(DayRange range, Granularity granularity, bool relative);
DateValue unresolved_date(Granularity granularity);
/// The same stretch some months later.
DateValue months_later(DateValue value, int months);

/// Whether the year that `reading` names is the company's own and not the calendar's.
bool is_own_year(const DateReading& reading, const DateContext& context);
/// The year of that number: the calendar's, or the company's, which is named by the year it ends in.
DayRange year_for(const DateReading& reading, int year, const DateContext& context);
/// The number of the year that `day` lies in, in the same sense.
int year_at(const DateReading& reading, Day day, const DateContext& context);

}  // namespace gegenprobe::extract
