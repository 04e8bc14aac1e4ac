#pragma once
#include <vector>

#include "extract/dates/date_reading.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// The parts of which a sentence's dates are made, ascending and without overlaps: «Ende», «dritten
/// Quartals», «2024». Those that are no date alone come with `weak` set.
std::vector<DateReading> find_date_parts(const Text& text, const Sentence& sentence);

}  // namespace gegenprobe::extract
