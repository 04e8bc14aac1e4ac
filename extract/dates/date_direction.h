#pragma once
#include "extract/dates/date_context.h"
#include "extract/dates/date_reading.h"

namespace gegenprobe::extract {

/// Whether what happens at this date is past or to come, as its clause tells: by the word right before the
/// date, by the nearest verb or other cue.
Direction direction_of(const DateReading& reading, const DateContext& context);

/// Whether the nearest verb or other cue tells of what was, whatever stands right before the date: "climbed
/// to 5 mln by the end of January".
bool told_in_past_tense(const DateReading& reading, const DateContext& context);

/// Whether the word right before the date tells of what was: "since", "spent [the next years]".
bool told_in_retrospect(const DateReading& reading, const DateContext& context);

}  // namespace gegenprobe::extract
