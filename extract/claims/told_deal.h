#pragma once
#include <optional>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// Who buys whom; the one that the sentence does not name has no name, either.
struct ToldDeal {
  Firm buyer, target;
};

/// The deal that a sentence tells; none where it tells several. \pre find_cues() was called
std::optional<ToldDeal> deal_told_in(const SentenceView& view);

}  // namespace gegenprobe::extract
