#pragma once
#include <cstdint>
#include <vector>

#include "extract/claim.h"

// For the comparison's own files. The answers are data: kinship.toml.
namespace gegenprobe::store {

enum class Kinship : std::uint8_t {
  none,
  same,          ///< one metric
  one_quantity,  ///< two names of one thing: what a firm is worth on the exchange, and to its investors
  opposites      ///< of one firm and time it is the one or the other: profit and loss
};
Kinship kinship(extract::Metric a, extract::Metric b);

/// The same, or two names of one quantity.
bool is_one_quantity(extract::Metric a, extract::Metric b);

/// The metric itself first, then those that are one quantity with it.
std::vector<extract::Metric> names_of_quantity(extract::Metric metric);
std::vector<extract::Metric> opposites_of(extract::Metric metric);

/// Whether writers put the one in the other's place; false of a metric with itself.
bool are_mixed_up(extract::Metric a, extract::Metric b);

/// Whether it is what a firm is worth: one sum at a time, which changes by the day and not by a thousand.
bool is_worth(extract::Metric metric);

/// Whether there is one figure of the kind at a time, unlike debts and contracts.
bool is_one_at_a_time(extract::Metric metric);

}  // namespace gegenprobe::store
