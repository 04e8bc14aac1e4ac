#pragma once
#include <span>

#include "extract/finding.h"
#include "store/comparison_table.h"
#include "store/connection.h"

// What is wrong with single claims; for this folder only.
namespace gegenprobe::store {

/// The verdict that a suspicion amounts to.
Verdict verdict_of(extract::Suspicion suspicion);

/// Writes down what was found about the claims of one article. Returns how many findings there are.
std::size_t write_findings(Connection& connection, std::span<const NewClaim> claims,
                           std::span<const extract::Finding> findings);

}  // namespace gegenprobe::store
