#pragma once
#include "extract/claim_metric.h"
#include "extract/sentence_view.h"

namespace gegenprobe::extract {

/// The firm of the sentence that a figure is about; nullptr where none is near enough. A firm tied to the
/// metric's word («Umsatz von X», "X's profit") goes before the first firm of the clause.
const Firm* choose_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric);
/// Whether a pronoun («es», "it") stands before the figure in its clause.
bool pronoun_before(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract
