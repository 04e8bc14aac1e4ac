#pragma once
#include <string>

#include "extract/claim.h"
#include "extract/claims/attribution.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// Marks the firm that a sentence relies on as a source: it is no subject of the sentence's figures, unless
/// it tells them of itself.
void mark_sources(SentenceView& view, const Attribution& attribution);

/// Marks firms that employ or pay who speaks of others: analysts, pollsters, authors of studies.
void mark_employers(SentenceView& view);

/// Marks papers and broadcasters that somebody says something to.
void mark_listeners(SentenceView& view);

/// Who says a claim; "" where the attribution of its sentence is none of this figure.
std::string source_of(const SentenceView& view, const Attribution& attribution, const Claim& claim,
                      const Placed& value);

}  // namespace gegenprobe::extract
