#pragma once
#include "extract/claims/metric_of_figure.h"

namespace gegenprobe::extract {

/// Whether the figure can be of that kind. `said` is what the cue says of any figure, `key` what it says of
/// this one.
bool fits_figure(const Candidate& candidate, Metric said, const MetricKey& key);

}  // namespace gegenprobe::extract
