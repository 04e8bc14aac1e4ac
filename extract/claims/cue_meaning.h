#pragma once
#include "extract/claims/claim_metric.h"

namespace gegenprobe::extract {

/// Whether the cue's word says something else here than what the figure measures: the unit that is counted
/// by, a part of a name or of a compound, a time, the worth of a thing. Cost: the figures and firms of the
/// sentence.
bool names_something_else(const SentenceView& view, const Placed& value, const Cue& cue);

/// "sales of |winter| coats", not "sales of |2024| rose": whether a noun goes on behind a time. Never where
/// nouns are written with a capital.
bool goes_on_in_noun(const SentenceView& view, const Placed& date);

}  // namespace gegenprobe::extract
