#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/claim.h"
#include "store/claim_table.h"
#include "store/connection.h"

// What a claim may be compared with; for this folder only.
namespace gegenprobe::store {

/// No claim is compared with more than this many others of one kind; the newest are taken. Bounds the cost of
/// adding an article about a company of which everybody writes.
inline constexpr std::size_t kMostCandidates = 128;

/// The companies that same_company() holds for this one: by entity, and by name without legal form.
std::vector<std::int64_t> ids_of_company(Connection& connection, std::string_view entity,
                                         std::string_view name);

/// How much of a candidate is read: what compare() asks for, or with sentence, versions and review.
enum class Reading : std::uint8_t { compared, whole };

/// Live claims that compare() may find comparable: of the same subject and quantity (of a deal, also the
/// other side's), and of the same period or without one; of the opposite metric, those with that figure. Each
/// once; newest first within each kind.
std::vector<StoredClaim> comparable_candidates(Connection& connection, const extract::Claim& claim,
                                               Reading reading);

/// Live claims of the same subject that miss a part: of other periods, of the opposite metric in that period,
/// and of other metrics with that figure.
std::vector<StoredClaim> near_candidates(Connection& connection, const extract::Claim& claim);

}  // namespace gegenprobe::store
