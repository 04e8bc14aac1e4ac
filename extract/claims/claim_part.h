#pragma once
#include <string>
#include <string_view>

#include "extract/claim.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// What part of the business or of the world a figure is limited to by the words of its clause:
/// "segment:cloud", "region:china", both parted by a blank; "" for the whole. Parts have one name in both
/// languages, as far as part.toml knows it; "segment:unnamed" is one that its sentence does not name. `cue`
/// is the word that says what is measured, or null.
std::string part_of(const SentenceView& view, const Placed& value, const Cue* cue, Metric metric);

/// «Weltweit waren es |9 Millionen|»: whether a figure is said to be of the whole, right beside it.
bool is_of_the_whole(const SentenceView& view, const Placed& value);

/// A variant of the whole.
std::string without_part(std::string_view variant);

/// Whether that is a segment without a name, and no region.
bool is_unnamed(std::string_view part);

/// The part that a variant names; "" for the whole.
std::string_view part_in(std::string_view variant);

/// A variant limited to a part; the part that it names already gives way. An empty part changes nothing.
std::string with_part(std::string_view variant, const std::string& part);

}  // namespace gegenprobe::extract
