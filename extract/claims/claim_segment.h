#pragma once
#include <string>

#include "extract/claim.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The part of a firm's business, or the thing it sells, that a figure is of: "cloud"; "unnamed" where its
/// sentence does not name it, "" for the whole. `cue` is the word that says what is measured, or null.
std::string segment_of(const SentenceView& view, const Placed& value, const Cue* cue, Metric metric);

}  // namespace gegenprobe::extract
