#pragma once
#include <vector>

#include "extract/dates/date_reading.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// Makes one date of parts that belong together: «Ende» + «des» + «dritten Quartals», «März» + «bis» +
/// «Juli». What became a part of another is marked `weak`; copies that ranges refer to come behind all
/// others.
void join_dates(const Text& text, const Sentence& sentence, std::vector<DateReading>& readings);

}  // namespace gegenprobe::extract
