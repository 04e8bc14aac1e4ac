#pragma once
#include <optional>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// What an infinitive tells («beschloss, 500 Stellen zu streichen», "tried to cut costs by $1bn") has come
/// about only where the verb that governs it implies that («gelang es, … zu», "managed to"), and has not
/// where it denies it («verzichtete darauf, … zu», "refused to"). After Karttunen, Implicative Verbs
/// (Language 47, 1971). Nothing where the figure hangs on no infinitive, or is there whatever becomes of it
/// («den Verlust von 5 Milliarden auszugleichen»). Cost: the words of two clauses.
std::optional<Modality> mood_of_infinitive(const SentenceView& view, const Placed& value, const Claim& claim);

}  // namespace gegenprobe::extract
