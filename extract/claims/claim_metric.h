#pragma once
#include "extract/claim.h"
#include "extract/claims/metric_key.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

unsigned measure_of(MentionKind kind, const Amount& amount);
unsigned measures_of(Metric metric);  ///< all that figures of it can be measured in
/// A share costs no million, a ticket no billion.
bool plausible(Metric metric, MentionKind kind, const Amount& amount);
/// A sum of dividends that no share brings.
bool is_paid_to_all(Metric metric, const Amount& amount);

// What kind of figure a metric is.
bool is_result(Metric metric);          ///< of a business year or quarter: revenue, profit …
bool is_event(Metric metric);           ///< of a deal, a fine: has its time beside it, if any
bool of_a_day(Metric metric);           ///< of the stock exchange
bool is_sum_of_its_own(Metric metric);  ///< raised, awarded or paid: no change of a level

/// What a cue of the metric lists says. \pre its tag is metric_noun or metric_verb
inline const MetricKey& key_of(const Cue& cue) { return cue.key; }

/// The noun of a metric that a figure hangs on by a preposition: «|Gewinn| von 5 Milliarden», "the |fine| of
/// $5bn"; null where there is none. Cost: the cues of the sentence.
const Cue* noun_before(const SentenceView& view, const Placed& value);

struct MetricChoice {
  MetricKey key;
  const Cue* cue = nullptr;
  int score = 0;
  bool inferred = false;  ///< from what is done with it («erhalten … je Aktie»), without a cue
};

}  // namespace gegenprobe::extract
