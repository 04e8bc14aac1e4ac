#pragma once
#include <vector>

#include "extract/mention.h"
#include "extract/text.h"

namespace gegenprobe::extract {

/// Appends the sums of money, percentages and quantities of a sentence, ascending and without overlaps, each
/// with its qualifier and bounds. An amount without currency takes over that of a neighbour in the sentence.
/// Spans are bytes of the normalised text and do not hold the qualifier.
void find_values(const Text& text, const Sentence& sentence, std::vector<Mention>& mentions);

}  // namespace gegenprobe::extract
