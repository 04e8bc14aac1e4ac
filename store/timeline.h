#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/claim.h"
#include "store/claim_table.h"
#include "store/database.h"

namespace gegenprobe::store {

struct TimelineFilter {
  std::string company;  ///< as in ClaimFilter
  extract::Metric metric = extract::Metric::revenue;
  std::string unit = {};     ///< "EUR"; empty: the one in which most figures are given
  std::string variant = {};  ///< "adjusted", "segment:cloud"; empty: the plain figure
  std::optional<Day> since = {};
};

/// What the articles say of one stretch of time, in the order in which they appeared.
struct TimelineStep {
  std::optional<extract::Period> period;  ///< nothing: the text gives none
  std::vector<StoredClaim> figures;
};
struct Timeline {
  std::string unit;
  std::vector<TimelineStep> steps;  ///< by the end of their time, the shorter first; without one last
  /// What was left out: other units, other variants, and figures that an article gives again.
  std::size_t other_units = 0, other_variants = 0, repeated = 0;
};

/// A company's figure through the periods and through the articles: levels only, no changes.
/// A company that is not known gives no step.
Result<Timeline> timeline(Database& database, const TimelineFilter& filter);

bool is_forecast(const extract::Claim& claim);  ///< a plan or expectation, not a result

}  // namespace gegenprobe::store
