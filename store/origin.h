#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/document.h"
#include "store/claim_table.h"
#include "store/database.h"

namespace gegenprobe::store {

/// Claims by who stands behind them: an inner list for each origin, in the order in which they first come.
/// Copies are one origin, and so are articles that credit the same agency: of one fact, two reports of one
/// agency are one source. Claims without an origin stand for themselves.
std::vector<std::vector<const StoredClaim*>> by_origin(const std::vector<const StoredClaim*>& claims);

/// The origin that a text which is not stored would join; nothing where it copies no article. Of a text that
/// is stored, its own.
Result<std::optional<std::int64_t>> origin_of(Database& database, const ingest::Document& document);

}  // namespace gegenprobe::store
