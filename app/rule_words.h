#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/claim.h"
#include "extract/matching/rules.h"

namespace gegenprobe::app {

/// The program's words by those that a person types, in any of the rules' languages: "Pfund" is GBP, "Umsatz"
/// is revenue. Nothing where the rules do not know the word, or have it for several metrics.
/// All units that it may mean, the likeliest first: "pound" is GBP or pound_weight.
std::vector<std::string> units_named(const extract::Rules& rules, const std::string& words);
std::optional<std::string> unit_named(const extract::Rules& rules, const std::string& words);
std::optional<extract::Metric> metric_named(const extract::Rules& rules, const std::string& words);

}  // namespace gegenprobe::app
