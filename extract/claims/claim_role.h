#pragma once
#include "extract/claims/claim_metric.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The sum that a figure tells once more, by the share or in another currency: "$2bn, |or 62 cents a share|";
/// null where there is none. Cost: logarithmic in the figures of the sentence.
const Placed* told_once_more(const SentenceView& view, const Placed& value);

/// «von |zuletzt rund 70 Milliarden|», "from |currently $5bn|": where a figure begins that is told as it is
/// now, right behind its preposition; kNoToken where none says so.
std::uint32_t begin_with_now(const SentenceView& view, const Placed& value);

/// «für |die rund 10.000 Mitarbeiter|», "to pay |its 5,000 employees| more": staff that is there already,
/// whatever is to be done with it.
bool is_staff_there(const SentenceView& view, const Placed& value, Metric metric);
/// Whether a figure is a level or a change, and which way: by the preposition before it, else by the nearest
/// word of direction. Sets Claim::role.
void set_role(const SentenceView& view, const Placed& value, const MetricChoice& metric, Claim& claim);
/// «von 10,8 auf 7,7 Milliarden», "up from $4.9bn": where a change began, which has happened already.
bool begins_change(const SentenceView& view, const Placed& value);
/// «bis zu 9 Milliarden Dollar (4,6 Milliarden Pfund)»: the bound holds for the conversion too.
void take_bound(const Amount& of, Amount& conversion);

}  // namespace gegenprobe::extract
