#pragma once
#include <optional>
#include <vector>

#include "extract/mention.h"
#include "extract/text.h"
#include "ingest/day.h"

namespace gegenprobe::extract {

/// Appends the calendar expressions of a sentence, ascending and without overlaps. Relative ones count from
/// `published`; without it their bounds stay open. Spans are bytes of the normalised text.
void find_dates(const Text& text, const Sentence& sentence, std::optional<Day> published,
                std::vector<Mention>& mentions);

}  // namespace gegenprobe::extract
