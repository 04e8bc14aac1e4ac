#pragma once
#include <string>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// What a firm makes or sells, where a figure is of that alone: "sales of electric cars", "its Kestrelle
/// lost". The names of things are as they are written, in small letters, "_" between words; "" where no thing
/// is told, "unnamed" where its name is not.

/// The thing that stands behind the noun of a metric.
std::string thing_behind_metric(const SentenceView& view, const Placed& value, const Cue& metric);
/// The thing that is the subject of the figure's verb, or whose owner stands before it.
std::string thing_of_firm(const SentenceView& view, const Placed& value, const Cue& cue);
/// Whether it is what a film, a game or the like has brought.
bool is_of_a_work(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract
