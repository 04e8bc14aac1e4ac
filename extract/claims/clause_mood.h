#pragma once
#include <cstdint>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// Whether a verb's mood at `cue` («will», "may") holds for what stands at `token`: in one clause, or from a
/// main clause into its complement, its continuation or past an insertion.
bool governs(const SentenceView& view, std::uint32_t cue, std::uint32_t token);

}  // namespace gegenprobe::extract
