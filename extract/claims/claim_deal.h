#pragma once
#include <optional>

#include "extract/claims/claim_draft.h"

namespace gegenprobe::extract {

// A deal is told in one sentence («X übernimmt Y»), its figures in the next ones («X zahlt 62 Euro je
// Aktie»).

/// Who buys whom; `target` has no name where the sentence names no firm that is bought.
struct ToldDeal {
  Firm buyer, target;
};

/// The deal that a sentence tells; only where verbs come last. \pre find_cues() was called
std::optional<ToldDeal> deal_told_in(const SentenceView& view);
/// Whether a figure may be of a deal that the sentences before tell: it lacks its other side, or what it
/// measures is only inferred.
bool may_be_of_deal(const Draft& draft);
/// Reads it as one of that deal, where what is said of it fits.
void read_as_of_deal(const ToldDeal& deal, Draft& draft);

}  // namespace gegenprobe::extract
