#pragma once
#include "extract/values/value_place.h"

namespace gegenprobe::extract {

/// The qualifier that ends directly before tokens[at], words like «weitere» aside, and begins at `floor` or
/// behind it. A hit without tag, at `at`, where there is none.
PhraseHit qualifier_before(const ValuePlace& place, std::uint32_t at, std::uint32_t floor);

/// Reads «rund», "up to", «oder mehr», "surpassed" around a value into its qualifier and bounds.
void qualify(const ValuePlace& place, FoundValue& found);

}  // namespace gegenprobe::extract
