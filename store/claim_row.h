#pragma once
#include <string>
#include <string_view>

#include "store/claim_table.h"
#include "store/connection.h"

// How claims are read from SQLite; for this folder only.
namespace gegenprobe::store {

/// "SELECT … FROM claim JOIN …", to be followed by WHERE. All tables stand under their own names, the
/// companies as `subject` and `counterparty`.
extern const std::string kSelectClaim;
StoredClaim read_claim(const Query& row);  ///< \pre row comes from kSelectClaim

/// What the claim's own row holds, without what it refers to. Nothing else is read from the disk, which costs
/// a fourth.
struct BareClaim {
  std::int64_t id = 0, subject = 0, counterparty = 0, revision = 0;  ///< ids; 0 for none
  extract::Claim claim;                                              ///< without names and spans
};
/// "SELECT … FROM claim", to be followed by WHERE.
extern const std::string kSelectBareClaim;
BareClaim read_bare_claim(const Query& row);  ///< \pre row comes from kSelectBareClaim

/// A rule's name that lives as long as the program.
std::string_view kept(std::string&& rule);

}  // namespace gegenprobe::store
