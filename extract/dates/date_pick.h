#pragma once
#include <optional>

#include "extract/dates/calendar.h"
#include "extract/dates/date_reading.h"

namespace gegenprobe::extract {

/// Where in a stretch of time the part lies that a reading names: the third quarter of a year, the last
/// Monday of a month, 3 October of a year, which may be a company's own. Nothing where it has no such part.
std::optional<DayRange> pick(const DateReading& part, DayRange whole);

}  // namespace gegenprobe::extract
