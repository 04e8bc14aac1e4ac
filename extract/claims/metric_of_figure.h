#pragma once
#include "extract/claims/claim_metric.h"

namespace gegenprobe::extract {

/// One cue beside the figure that it may name.
struct Candidate {
  const SentenceView& view;
  const Placed& value;
  const Cue& cue;
  const unsigned measure;  ///< of the figure
  const bool noun = cue.tag == view.tags.metric_noun;
  const bool before = cue.first < value.first;
  const int distance = view.distance(cue.first, cue.last, value.first, value.last);

  const Amount& amount() const { return *value.mention->amount(); }
  bool percent() const { return measure == kPercent; }
  bool near_behind() const { return cue.first >= value.last && distance <= 3; }
  // «10 Prozent der Aktien», "80% of its sales"
  bool told_in_part() const {
    return percent() && view.has(value.last, view.tags.share_preposition) && near_behind();
  }
};

/// Whether a share of a market is told: «am Weltmarkt», "of the Irish market" begins at the token.
bool is_of_market(const SentenceView& view, std::uint32_t behind);

/// What the cue says of this kind of figure: «20 Prozent der Aktien» is a stake, no price.
MetricKey key_for_figure(const Candidate& candidate);

}  // namespace gegenprobe::extract
