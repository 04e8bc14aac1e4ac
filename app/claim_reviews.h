#pragma once
#include <vector>

#include "app/export_words.h"
#include "ingest/result.h"
#include "store/database.h"

namespace gegenprobe::app {

/// Those of the claims that a person judged, each with where else the same is stated and with what it is at
/// odds: for claim_reviews(). Asks the database for each of them.
Result<std::vector<ReviewedClaim>> reviewed_claims(store::Database& database,
                                                   const std::vector<store::StoredClaim>& claims);

}  // namespace gegenprobe::app
