#pragma once
#include <optional>

#include "extract/dates/date_context.h"
#include "extract/dates/date_reading.h"
#include "extract/mention.h"

namespace gegenprobe::extract {

/// «letzte Woche», "tomorrow", «diesen Herbst»: counted from publication; in a history from its year.
DateValue near_date(const DateReading& reading, const DateContext& context);

/// «die vergangenen vier Jahre», "the first nine months": up to publication, from then on, or of a year.
DateValue date_window(const DateReading& reading, const DateContext& context);

/// «vor drei Tagen», "two Sundays from now", "3 weeks after [Christmas]", «ein Jahr zuvor»: counted from
/// publication, from `base` where the words name one, or from what the text spoke of before.
DateValue date_offset(const DateReading& reading, const std::optional<DateValue>& base,
                      const DateContext& context);

/// «Vorjahr», "that month": counted from what the text spoke of, from publication where that is likely meant.
DateValue date_from_text(const DateReading& reading, const DateContext& context);

/// «im gleichen Zeitraum des Vorjahres»: the stretch that the text spoke of, in another year. `container` is
/// the reading of that year and `year` its days, where the words name one.
DateValue same_period(const DateReading& reading, const DateReading* container,
                      const std::optional<DateValue>& year, const DateContext& context);

}  // namespace gegenprobe::extract
