#pragma once
#include <optional>
#include <string>
#include <vector>

#include "store/connection.h"
#include "store/cross_check.h"

// What was written down of claims that are at odds, as ids; for this folder only.
namespace gegenprobe::store {

struct ConflictIds {
  std::int64_t a = 0, b = 0;  ///< a < b; b is 0 for a finding about one claim
  Verdict verdict = Verdict::not_comparable;
};

/// Pairs with one of the verdicts, as `filter` wants them, its verdicts and limits aside: newest first,
/// `most` of them. Read by index, nothing is sorted.
std::vector<ConflictIds> find_pairs(Connection& connection, const ConflictFilter& filter, Verdict verdict,
                                    std::size_t most);
/// The same for what is wrong with single claims.
std::vector<ConflictIds> find_findings(Connection& connection, const ConflictFilter& filter, Verdict verdict,
                                       std::size_t most);
/// The newest claims whose figure no other origin has. Only asserted levels of known companies that were read
/// with some confidence; `since` and the rest as in `filter`.
struct FigureAlone {
  std::int64_t claim = 0, revision = 0;
  /// Equal for claims of one figure: subject, metric, unit, number, end of the period.
  std::tuple<std::int64_t, std::string, std::string, double, std::string> figure;
};
std::vector<FigureAlone> find_uncorroborated(Connection& connection, const ConflictFilter& filter,
                                             std::size_t most);

/// What was written down of a pair, or of a finding.
Comparison read_comparison(Connection& connection, const ConflictIds& pair);
/// The claim with that id. \pre it is there
StoredClaim read_one(Connection& connection, std::int64_t id);
/// The two in the order of publication, the reason naming the first of them first.
Conflict in_order_of_publication(StoredClaim a, StoredClaim b, Comparison comparison, const Rates& rates);

}  // namespace gegenprobe::store
