#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "store/compare.h"
#include "store/connection.h"

// Which pairs of claims are at odds; for this folder only.
namespace gegenprobe::store {

/// A claim of the article that is being added.
struct NewClaim {
  std::int64_t id;
  ClaimInContext context;
};

/// Compares the claims of one article with each other and with those that are live, and writes down what
/// does not simply agree. Returns how many of them are conflicts: scale_suspect, contradicts
/// or differs.
/// A figure that agrees with one of an article's figures is not held against its other ones: papers give
/// several figures of one kind, and what tells them apart may not have been understood.
std::size_t write_comparisons(Connection& connection, std::span<const NewClaim> claims);

}  // namespace gegenprobe::store
