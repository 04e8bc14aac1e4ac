#pragma once
#include <vector>

#include "extract/claim.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// Whether a figure says once more what the one before says: «…, das sind 300 Jobs».
bool restates(const SentenceView& view, const Placed& value);

/// Whether a sentence opens by saying so: «Das sind 40 Prozent der Belegschaft.» Of the claim before.
bool restates_sentence(const SentenceView& view);

/// «5,5 Milliarden Euro (6,1 Milliarden Dollar)», «um 12 Prozent auf 5,5 nach 4,9»: figures of one statement.
bool is_chained(const SentenceView& view, const Placed& before, const Placed& value);

/// «Ein Jahr zuvor waren es 7,7 Milliarden Euro»: the claim just before whose metric goes on; null where the
/// sentence does not say so. Of several the one whose figure is nearest in size: a forecast of 1.7 billion
/// goes on with a profit of 1.3, not with sales of 24.
const Claim* goes_on_with(const std::vector<Claim>& claims, const SentenceView& view, const Placed& value);

/// "Ford sales fell 5%. Toyota posted a 4% decline, Buick fell 3%.": the claim just before of whose metric
/// another firm moves by a percentage that no word explains; null where the text did not speak of sales so.
const Claim* of_next_mover(const std::vector<Claim>& claims, const SentenceView& view, const Placed& value);

/// "earned $5bn on sales of $20bn, compared with |$4bn| on |$18bn|": the claim of the figure that this one is
/// compared with, in pairs; null where they do not stand so.
const Claim* counterpart_in_pair(const std::vector<Claim>& claims, const SentenceView& view,
                                 const Placed& value);

/// The second figure of the pair that others are compared with, of one of the two; nullptr elsewhere.
const Placed* second_of_compared_pair(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract
