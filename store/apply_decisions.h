#pragma once
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "store/company_decision.h"
#include "store/connection.h"

// What people decided about names, done to the rows; for this folder only.
namespace gegenprobe::store {

/// Those that stand, the oldest first: the order in which they apply.
std::vector<Decision> standing_decisions(Connection& connection);

/// Rows that changed.
struct Applied {
  std::size_t mentions = 0, claims = 0;
};
/// Makes the companies of a revision's rows what the decisions say, starting from what the extractor said.
/// The same decisions again change nothing. \pre inside a transaction
Applied apply_decisions(Connection& connection, std::int64_t revision,
                        const std::vector<Decision>& decisions);

/// The same for a revision that was just written, with the names it brought. Whether a claim changed.
bool decide_companies(Connection& connection, std::int64_t revision);

/// The revisions that a decision touches, or touched when it was made.
std::set<std::int64_t> revisions_of(Connection& connection, const Decision& decision);

/// The names in company_name, moved as the decision says, and back.
void move_names(Connection& connection, const Decision& decision);
void move_names_back(Connection& connection, const Decision& decision);

/// The claims of a text that is not stored, with the companies that the decisions make of them.
std::vector<extract::Claim> as_decided(Connection& connection, std::vector<extract::Claim> claims);

/// The same for its mentions of companies.
std::vector<extract::Mention> as_decided(Connection& connection, std::vector<extract::Mention> mentions);

}  // namespace gegenprobe::store
