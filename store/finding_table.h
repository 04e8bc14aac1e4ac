#pragma once
#include <span>
#include <vector>

#include "extract/extract.h"
#include "ingest/document.h"
#include "store/comparison_table.h"
#include "store/connection.h"

// What is wrong with single claims; for this folder only.
namespace gegenprobe::store {

/// The verdict that a suspicion amounts to.
Verdict verdict_of(extract::Suspicion suspicion);

/// All that is wrong with the claims of a text by themselves: what the extraction found, what cannot be
/// (plausible.h), and what is a thousand times what is known of that company. `published` is the article's,
/// whoever told it.
std::vector<extract::Finding> findings_of(Connection& connection, const ingest::Document& document,
                                          const extract::Extraction& extraction,
                                          std::optional<Day> published);

/// What was written down of a claim, the gravest first; Finding::claim is 0.
std::vector<extract::Finding> read_findings(Connection& connection, std::int64_t claim);

/// Writes down what was found about the claims of one article, and their flags. Returns how many findings
/// there are, one of a kind of each claim.
std::size_t write_findings(Connection& connection, std::span<const NewClaim> claims,
                           std::span<const extract::Finding> findings);

}  // namespace gegenprobe::store
