#pragma once
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "store/claim_table.h"
#include "store/connection.h"

// Comparing what is stored already; for this folder only.
namespace gegenprobe::store {

/// The live claims of a revision, in the order of the text.
std::vector<StoredClaim> live_claims(Connection& connection, std::int64_t revision);

/// Compares the live claims of a revision as add_article() does, by what their rows say now. Returns how many
/// conflicts there are.
std::size_t compare_live_claims(Connection& connection, std::int64_t revision);

/// Drops what was written down about claims of these revisions and compares them again: after a person or
/// another run changed them. A few milliseconds each. \pre inside a transaction
void compare_again(Connection& connection, const std::set<std::int64_t>& revisions);

}  // namespace gegenprobe::store
