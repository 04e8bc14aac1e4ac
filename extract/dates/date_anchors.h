#pragma once
#include <optional>

#include "extract/dates/calendar.h"
#include "extract/dates/date_context.h"

namespace gegenprobe::extract {

/// Whether a stretch is known and about as long as the unit, or longer.
bool at_least(const DateValue& value, CalendarUnit unit);

/// What the text spoke of last, in this sentence or shortly before: «Vortag», "that month" count from it. At
/// least as long as `least`; with `any` also one that itself counted from another.
const KnownDate* date_spoken_of(const DateContext& context, CalendarUnit least, bool any);
/// The last stretch of just that length, some sentences back: what «Vorjahresquartal» is the year before of,
/// whatever years were named since.
const KnownDate* stretch_spoken_of(const DateContext& context, CalendarUnit length);
/// The same as date_spoken_of(), in this sentence only.
const KnownDate* date_in_sentence(const DateContext& context, CalendarUnit least);

/// The year, half or quarter that the text's results are of, where it told so before: what «Vorjahr» and "a
/// year earlier" compare with. Of several, the latest: the others are compared with it.
const KnownDate* period_of_results(const DateContext& context);

/// In a history the year that the text has come to; without a day of publication that of the sentence.
std::optional<int> year_of_text(const DateContext& context);
/// The same for a month that is named without its year: January after December is the next year's.
std::optional<int> year_of_text(const DateContext& context, unsigned month);
/// Outside a history, the year with which a sentence begins holds for it where it is well past: «1953 kamen
/// am Heiligen Abend …».
/// With `last` also the year before that of publication: what stands behind «bis» in such a sentence is its.
std::optional<int> bygone_year_of_sentence(const DateContext& context, bool last);

}  // namespace gegenprobe::extract
