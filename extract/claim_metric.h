#pragma once
#include <optional>
#include <string_view>

#include "extract/claim.h"
#include "extract/sentence_view.h"

namespace gegenprobe::extract {

/// What figures are measured in, as far as it tells metrics apart. Bits; jobs and staff are people too.
enum Measure : unsigned {
  kMoney = 1,
  kPercent = 2,
  kPeople = 4,
  kGoods = 8,
  kPower = 16,
  kShares = 32,
  kJobs = 64,
  kPoints = 128
};
unsigned measure_of(MentionKind kind, const Amount& amount);
unsigned measures_of(Metric metric);  ///< all that figures of it can be measured in
/// A share costs no million, a ticket no billion.
bool plausible(Metric metric, MentionKind kind, const Amount& amount);

// What kind of figure a metric is.
bool is_result(Metric metric);          ///< of a business year or quarter: revenue, profit …
bool is_event(Metric metric);           ///< of a deal, a fine: has its time beside it, if any
bool of_a_day(Metric metric);           ///< of the stock exchange
bool is_sum_of_its_own(Metric metric);  ///< raised, awarded or paid: no change of a level

/// A key of the metric lists: "revenue+", "profit@pre_tax", "job_cuts#people" (only of such figures).
struct MetricKey {
  Metric metric = Metric::other;
  std::optional<Role> role = {};
  std::string_view variant = {};
  unsigned measures = ~0u;
};

/// What a cue of the metric lists says. \pre its tag is metric_noun or metric_verb
MetricKey key_of(const Cue& cue);

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
