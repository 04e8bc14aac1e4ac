#pragma once
#include <optional>
#include <vector>

#include "extract/claim.h"
#include "extract/companies/companies.h"
#include "extract/mention.h"
#include "extract/text/text.h"
#include "ingest/day.h"

namespace gegenprobe::extract {

/// What is known of a document once all its mentions are found. Spans are of the normalised text.
struct Found {
  const Text& text;
  const std::vector<Mention>& mentions;  ///< ascending, without overlaps within a kind
  const std::vector<CompanyReference>& references;
  std::optional<Day> published;
};

/// The claims of a document, ascending by evidence: each figure about a company with its metric, role,
/// period, modality and who says so. Cues are words of the lists in claim.toml; the best by place and
/// distance wins, after the manner of scored argument finding. Linear in the mentions, quadratic only within
/// a sentence.
std::vector<Claim> find_claims(const Found& found);

}  // namespace gegenprobe::extract
