#pragma once
#include <vector>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// What a figure takes from the list its own list is told of: «Umsatz und Gewinn stiegen um 5 bzw. 8
/// Prozent». Null for what is not handed out.
struct Share {
  const Cue* metric = nullptr;
  const Firm* firm = nullptr;
  const Placed* date = nullptr;
  bool unclear = false;  ///< lists are there, and what belongs to what is not told
};

/// For each figure of the sentence its share. Figures that are joined («5 und 8», "5% and 8%, respectively")
/// are handed out where just one other list of the sentence, of metrics, firms or dates, is as long. \pre
/// find_cues() was called
std::vector<Share> distribute(const SentenceView& view);

}  // namespace gegenprobe::extract
