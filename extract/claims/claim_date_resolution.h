#pragma once
#include "extract/claims/claim_period.h"

namespace gegenprobe::extract {

/// Days within which what has just ended is still called by its name.
inline constexpr int kSoonAfter = 90;

/// The time that a date says of a figure, as the subject counts: its own business year, the quarter that is
/// over where something is told as done, the next year where it is forecast. Flags the claim where that had
/// to be assumed. \pre subject, metric, role and modality of the claim are set
Period resolved_date(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context,
                     const Placed& date);

}  // namespace gegenprobe::extract
