#pragma once
#include <optional>

#include "extract/dates/date_context.h"
#include "extract/dates/date_reading.h"
#include "extract/mention.h"

namespace gegenprobe::extract {

/// The days of what the calendar knows by name: «3. Oktober 2025», «Oktober», «Freitag», «Ostern». A year or
/// month that is not named is found: that of a history, else the one near publication that suits the tense.
DateValue calendar_date(const DateReading& reading, const DateContext& context);

}  // namespace gegenprobe::extract
