#pragma once
#include "extract/claims/claim_date.h"

namespace gegenprobe::extract {

/// Whether a date may be the time of a figure, and is not that of something else in the sentence: of what was
/// founded, announced, sold or fined, of a noun, a reason, another clause. Cost: the words of the sentence.
bool may_tell(const DatedFigure& figure, const Placed& date);
/// "its spending forecast for |2026| to 5bn": the time of what is forecast, wherever else it stands.
bool is_of_forecast(const DatedFigure& figure, const Placed& date);

}  // namespace gegenprobe::extract
