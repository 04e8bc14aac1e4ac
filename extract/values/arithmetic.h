#pragma once
#include <vector>

#include "extract/claim.h"
#include "extract/matching/finding.h"
#include "extract/mention.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// Calculations that a sentence states and that do not come out, however its figures were rounded:
///   growth     «um 21 Prozent auf 5,5 Milliarden nach 4,9 Milliarden»
///   parts      «4,9 Milliarden, davon 5,2 Milliarden in Europa»
///   per piece  «20 Gigawatt … 50 Milliarden je Gigawatt … zehn Billionen», the count in this sentence or the
///   one before
/// Told once for each calculation, at the figure that it explains. The words are data: sum.toml. Spans are of
/// the normalised text; linear in mentions, quadratic within a sentence.
std::vector<Finding> check_sums(const Text& text, const std::vector<Mention>& mentions,
                                const std::vector<Claim>& claims);

}  // namespace gegenprobe::extract
