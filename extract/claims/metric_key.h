#pragma once
#include <optional>
#include <string_view>

#include "extract/claim.h"

namespace gegenprobe::extract {

/// What figures are measured in, as far as it tells metrics apart. Bits; jobs and staff are people too.
enum Measure : unsigned {
  kMoney = 1,
  kPercent = 2,
  kPeople = 4,
  kGoods = 8,
  kPower = 16,
  kShares = 32,
  kJobs = 64,
  kPoints = 128
};

/// A key of the metric lists: "revenue+", "profit@pre_tax", "job_cuts#people" (only of such figures).
struct MetricKey {
  Metric metric = Metric::other;
  std::optional<Role> role = {};
  std::string_view variant = {};  ///< of the key's text
  unsigned measures = ~0u;
};

/// What such a key says. A metric of no known name is `other`.
MetricKey metric_key(std::string_view key);

}  // namespace gegenprobe::extract
