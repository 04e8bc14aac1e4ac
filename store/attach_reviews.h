#pragma once
#include <cstdint>

#include "store/connection.h"

// The judgements of an article on what was read in it anew; for this folder only.
namespace gegenprobe::store {

/// Attaches the article's standing reviews to the live claims of a revision that were just written: those at
/// the same words, of the same metric (as it was read or corrected). Corrects and rejects them accordingly.
/// Whether there was any.
bool attach_reviews(Connection& connection, std::int64_t article, std::int64_t revision);

/// One review to one claim, and back: the claim then says what the rules had read.
void attach_review(Connection& connection, std::int64_t review, std::int64_t claim);
void detach_review(Connection& connection, std::int64_t claim);

}  // namespace gegenprobe::store
