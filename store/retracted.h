#pragma once
#include <vector>

#include "store/cross_check.h"

namespace gegenprobe::store {

/// An article whose outlet has corrected it since is no support for the figure that was wrong: such evidence
/// is superseded, and so is what the correction itself repeats of it. The correction becomes evidence that
/// takes the checked figure's place, though it may have been a miss. Where the later figure is the checked
/// one's, nothing changes. Compares each supporting figure with each corrected one.
void set_retracted(const extract::Claim& checked, std::vector<Evidence>& evidence,
                   std::vector<Evidence>& misses);

}  // namespace gegenprobe::store
