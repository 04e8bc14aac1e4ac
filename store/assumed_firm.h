#pragma once
#include "store/compare.h"

namespace gegenprobe::store {

/// As compare(), but for what compare() leaves open only since a sentence names no firm: of what a firm has
/// one of at a time, that sentence is taken to mean the firm that its text is about. What comes of it, and
/// what a stored sentence without a firm supports, holds on trust: its part is Part::subject where no other
/// is, and its reason says whose sentence names nobody.
Comparison compare_as_meant(const ClaimInContext& checked, const ClaimInContext& stored,
                            const Rates* rates = nullptr);

}  // namespace gegenprobe::store
