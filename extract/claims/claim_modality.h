#pragma once
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// How certain a figure is told: by the nearest cue of its clause, or of one that governs it. Sets
/// Claim::modality, and takes back a bound that is a denial («keine 3000 Stellen»). \pre the claim's metric
/// is set
void set_modality(const SentenceView& view, const Placed& value, Claim& claim);
/// Whether the text itself says that a plan or forecast no longer holds: «statt der bisher erwarteten 5
/// Milliarden», "cut its forecast from 5bn". \pre the claim's modality is set
bool is_former_plan(const SentenceView& view, const Placed& value, const Claim& claim);
/// «um 5 Prozent steigen (bisher: 4 Prozent)», «…, bislang waren 560 bis 640 Millionen im Plan»: a range or a
/// rate of before behind one that is expected was expected, too.
bool goes_on_with_former_plan(const SentenceView& view, const Placed& value, const Claim& previous);
/// Preliminary, final or corrected, where the sentence says so. Sets Claim::status.
void set_status(const SentenceView& view, Claim& claim);

}  // namespace gegenprobe::extract
