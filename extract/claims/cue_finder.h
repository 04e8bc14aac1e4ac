#pragma once
#include <vector>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The words and phrases of claim.toml in a sentence, ascending. \pre the sentence's clauses are measured
std::vector<Cue> cues_of(const SentenceView& view);

}  // namespace gegenprobe::extract
