#pragma once
#include <vector>

#include "extract/dates/date_context.h"
#include "extract/dates/date_reading.h"
#include "extract/mention.h"

namespace gegenprobe::extract {

/// The days that one of a sentence's readings means. Bounds stay open where neither the words nor the context
/// tell them.
DateValue resolve(const DateReading& reading, const std::vector<DateReading>& readings,
                  const DateContext& context);

}  // namespace gegenprobe::extract
