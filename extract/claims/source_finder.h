#pragma once
#include <optional>
#include <string>

#include "extract/claims/attribution.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The source that a sentence names, by a phrase («laut Reuters») or by who is the subject of a verb of
/// saying or expecting. `persons`: full names told before. A pronoun gives a source without a name.
std::optional<Attribution> find_source(const SentenceView& view, const KnownPersons& persons);

}  // namespace gegenprobe::extract
