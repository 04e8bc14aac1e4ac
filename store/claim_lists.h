#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/claim_table.h"
#include "store/database.h"
#include "store/query.h"

// Lists of claims for a page that is turned over, narrowed and sorted while somebody looks at it: each answer
// reads a bounded part of the database, however large that is.
namespace gegenprobe::store {

enum class ClaimOrder : std::uint8_t {
  newest,  ///< by day of publication
  oldest,
  last_added,
  first_added,
  largest,  ///< by the upper bound; of one company
  smallest,
  last_period,  ///< by the period's end; of one company
  first_period
};
/// Whether an index, or few enough rows, give that order.
bool has_order(const ClaimFilter& filter, ClaimOrder order);

struct CompanyName {
  std::string entity, name;
};
/// The company with most claims that a person may mean by this; nothing where none is known.
Result<std::optional<CompanyName>> company_named(Database& database, std::string_view company);

struct ClaimList {
  std::vector<StoredClaim> claims;
  std::optional<CompanyName> company;  ///< the filter's, if it is known
  std::size_t counted = 0;             ///< how many claims fit, up to the `most` asked for
  bool exact = true;                   ///< false: there are more, or counting took too long
};
/// filter.limit claims from filter.offset on. \pre has_order(); filter.limit > 0
Result<ClaimList> list_claims(Database& database, const ClaimFilter& filter, ClaimOrder order,
                              std::size_t most);

/// How many fit, limit and offset aside; `most` where there are that many or more, 0 to count all.
Result<std::size_t> count_claims_up_to(Database& database, const ClaimFilter& filter, std::size_t most);

/// The ids alone, in that order, from the first on: for going through all of a list as of one moment.
Result<std::vector<std::int64_t>> list_ids(Database& database, const ClaimFilter& filter, ClaimOrder order,
                                           std::size_t most);
Result<std::vector<StoredClaim>> claims_with_ids(Database& database, const std::vector<std::int64_t>& ids);

struct FacetValue {
  std::string value, label;  ///< for the filter, for a person
  std::size_t count = 0;
};
struct Facet {
  std::string_view name;  ///< "company", "metric", "outlet", "modality", "unit", "year", "language"
  std::vector<FacetValue> values;
};
struct Facets {
  std::vector<Facet> facets;
  std::size_t counted = 0;
  bool complete = true;  ///< all that fit were counted
};
/// Counts among the newest `most` claims that fit. The most frequent values, twenty each.
Result<Facets> facets(Database& database, const ClaimFilter& filter, std::size_t most);

/// A metric of a company through the periods: by the period's begin, then by day of publication. Claims
/// without period come last. Without metric, or unit: the one with most claims, percentages and `other` last.
struct Figures {
  extract::Metric metric = extract::Metric::other;
  std::string unit;
  std::vector<StoredClaim> claims;
  bool complete = true;
};
Result<Figures> figures(Database& database, std::string_view entity, std::optional<extract::Metric> metric,
                        std::string unit, std::size_t most);

}  // namespace gegenprobe::store
