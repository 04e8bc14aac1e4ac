#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "store/claim_table.h"
#include "store/cross_check.h"

namespace gegenprobe::app {

/// A W3C Web Annotation, one line of JSON: the claim as its body, the words as its target, by
/// TextQuoteSelector and TextPositionSelector (code points of the article's text as it is stored).
std::string web_annotation(const store::StoredClaim& stored);

/// A claim that a person judged, with what it is at odds with.
struct ReviewedClaim {
  store::StoredClaim claim;
  std::vector<store::StoredClaim> appearances;  ///< where else the same is stated
  std::vector<store::Conflict> conflicts;
};
/// schema.org's ClaimReview in JSON-LD, a graph of all. `publisher` stands as the author of the reviews;
/// `base_url` is where they are published, empty: left out.
std::string claim_reviews(const std::vector<ReviewedClaim>& reviewed, std::string_view publisher,
                          std::string_view base_url);

/// Datasette's metadata for the database of that name: what its tables are, and the commonest questions.
std::string datasette_metadata(std::string_view database);

}  // namespace gegenprobe::app
