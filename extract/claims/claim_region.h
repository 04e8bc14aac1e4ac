#pragma once
#include <string>

#include "extract/claim.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The part of the world that a figure is of: "china", several joined by "+", a plant or a town by its name;
/// "unnamed" where the sentence does not name it, "" for the whole. `cue` as in segment_of().
std::string region_of(const SentenceView& view, const Placed& value, const Cue* cue, Metric metric);

}  // namespace gegenprobe::extract
