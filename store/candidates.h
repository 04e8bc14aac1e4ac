#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/claim.h"
#include "store/claim_table.h"
#include "store/connection.h"

// What a claim may be compared with; for this folder only.
namespace gegenprobe::store {

/// No claim is compared with more than this many others of one kind; the newest are taken. Bounds the cost of
/// adding an article about a company of which everybody writes.
inline constexpr std::size_t kMostCandidates = 128;

/// The companies that same_company() holds for this one: by entity, and by name without legal form.
std::vector<std::int64_t> ids_of_company(Connection& connection, std::string_view entity,
                                         std::string_view name);

/// Live claims that compare() may find comparable: of the same subject and quantity (of a deal, also the
/// other side's), and of the same period or without one; of the opposite metric, those with that figure. Each
/// once; newest first within each kind.
std::vector<StoredClaim> comparable_candidates(Connection& connection, const extract::Claim& claim);

/// Live claims of the same subject that miss a part: of other periods, of the opposite metric in that period,
/// and of other metrics with that figure.
std::vector<StoredClaim> near_candidates(Connection& connection, const extract::Claim& claim);

/// Live claims of the same metric, role and unit that give exactly that figure of other companies; at most
/// 16, newest first. None where so many figures of that metric are known that one of them would be the same
/// by chance.
std::vector<StoredClaim> same_figure_of_others(Connection& connection, const extract::Claim& claim);

/// Where a candidate stands: what compare() and who counts origins ask of its article.
struct CandidateText {
  std::int64_t article = 0;
  int number = 0;  ///< of the revision
  bool correction = false;
  std::optional<Day> published;
  std::string outlet;
  std::int64_t origin = 0;
  std::string agency;
};

/// A candidate as far as compare() asks. `text` belongs to the Candidates that gave it.
struct Candidate {
  std::int64_t id;
  extract::Claim claim;
  const CandidateText& text;
};
ClaimInContext in_context(const Candidate& candidate);

/// The same as comparable_candidates() for the claims of one article, one after the other: they ask for the
/// same claims, articles and companies again and again, and each is read once. For one transaction, in which
/// no claim, article or company changes. What it gives lives as long as it does.
class Candidates {
 public:
  explicit Candidates(Connection& connection) : connection_(connection) {}
  std::vector<const Candidate*> comparable_with(const extract::Claim& claim);

 private:
  struct Company {
    std::string name, entity;
  };
  const std::vector<std::int64_t>& subjects_of(const extract::Claim& claim);
  const Company& company(std::int64_t id);
  const CandidateText& text(std::int64_t revision);
  const Candidate& claim(std::int64_t id);

  Connection& connection_;
  std::map<std::pair<std::string, std::string>, std::vector<std::int64_t>> subjects_;  // by entity and name
  std::unordered_map<std::int64_t, Company> companies_;
  std::unordered_map<std::int64_t, CandidateText> texts_;  // by revision
  std::unordered_map<std::int64_t, std::unique_ptr<Candidate>> claims_;
};

}  // namespace gegenprobe::store
