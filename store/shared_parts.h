#pragma once
#include <string>
#include <string_view>

#include "store/compare.h"
#include "store/match.h"

// For the comparison's own files.
namespace gegenprobe::store {

/// What two claims have to share: the first part that is not the same, and the first that has to be taken on
/// trust.
struct SharedParts {
  Part different = Part::none, unclear = Part::none;
  std::string difference = {}, doubt = {};

  void note(Part part, Shared shared);
  void require(Part part, bool same, std::string_view a, std::string_view b);
};

/// `converted`: their two currencies can be brought to one.
SharedParts share(const ClaimInContext& a, const ClaimInContext& b, bool converted);

/// «5 Prozent» and «5 Prozentpunkte».
bool in_percent_and_points(const extract::Claim& a, const extract::Claim& b);

/// A rise and a fall of one metric.
bool go_other_ways(const extract::Claim& a, const extract::Claim& b);

}  // namespace gegenprobe::store
