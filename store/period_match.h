#pragma once
#include <cstdint>
#include <optional>

#include "store/compare.h"
#include "store/match.h"

// For the comparison's own files.
namespace gegenprobe::store {

/// What a metric's figures have to do with time.
enum class Nature : std::uint8_t {
  result,  ///< of a quarter or year, told anew each time
  price,   ///< of a day
  event    ///< happens once: a deal, a fine, a plan
};
Nature nature_of(extract::Metric metric);

/// Two articles that close to each other tell one story, where neither says what time it is about.
inline constexpr int kSameStoryDays = 31;

/// A year or more that is no calendar unit, as is what counts from the day of publication: its edges are not
/// sharp.
bool is_long_stretch(const extract::Period& period);

bool is_resolved(const std::optional<extract::Period>& period);

/// Whether the two speak of one time, by their periods, else by their days of publication.
Shared match_period(const ClaimInContext& a, const ClaimInContext& b);

}  // namespace gegenprobe::store
