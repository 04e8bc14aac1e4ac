#pragma once
#include "extract/claims/claim_metric.h"

namespace gegenprobe::extract {

/// The cue that says best what a figure measures; no cue where none fits. A cue counts by its kind (noun,
/// verb), its distance and the clause it stands in. Cost: the cues of the sentence.
MetricChoice choose_metric(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract
