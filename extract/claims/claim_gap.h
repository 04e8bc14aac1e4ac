#pragma once
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// A comma, or a dash between words.
bool is_pause(const SentenceView& view, std::uint32_t token);
/// "Siemens shares fell 2%, and the market | lost 1%": whether the words [first, last) open a clause of their
/// own, by a comma or a conjunction before them and a verb of moving between them and the figure.
bool moves_by_itself(const SentenceView& view, std::uint32_t first, std::uint32_t last, const Placed& value);
/// The firm right before a figure that goes on with what was said of the figure before it: «X setzte 5
/// Millionen um, Y 7 Millionen», "X rose 5%, Y 7%"; nullptr where none does.
const Firm* firm_of_gap(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract
