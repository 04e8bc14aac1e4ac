#pragma once
#include <vector>

#include "store/cross_check.h"

namespace gegenprobe::store {

/// A figure without a period would agree with one of any time. Where nobody tells the checked figure of its
/// time, and somebody tells the same figure of another time or another figure of this one, what agrees
/// without a period is no support: it moves to the misses, its reason says who speaks against it. Linear in
/// both lists.
void doubt_undated(const extract::Claim& checked, std::vector<Evidence>& evidence,
                   std::vector<Evidence>& misses);

/// Whether both give a period, and the same.
bool are_of_one_time(const extract::Claim& a, const extract::Claim& b);

}  // namespace gegenprobe::store
