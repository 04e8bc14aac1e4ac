#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/article_table.h"
#include "store/database.h"
#include "store/query.h"

namespace gegenprobe::store {

enum class DecisionKind : std::uint8_t {
  merge,    ///< the other is the company
  split,    ///< who is called so is another company
  alias,    ///< whoever is called so is the company, now and in what is read later
  distinct  ///< the two are not one company: not to be proposed again
};
std::string_view word(DecisionKind kind);  ///< "merge" …

/// A person's decision about names, as it is kept.
struct Decision {
  std::int64_t id = 0;
  DecisionKind kind = DecisionKind::merge;
  std::string company = {}, company_entity = {};  ///< which it is about; of a merge, the one that stays
  std::string other = {}, other_entity = {};      ///< entity empty for an alias
  std::string note = {}, decided_by = {}, decided_at = {};
  std::string undone_by = {}, undone_at = {};  ///< empty while it stands
};
/// What it changed among what is stored.
struct Decided {
  Decision decision;
  std::size_t mentions = 0, claims = 0, articles = 0;
};

struct DecisionWords {
  DecisionKind kind = DecisionKind::merge;
  std::string company = {};  ///< a name or key, as find_companies() lists them
  std::string other = {};    ///< likewise; of split and alias any name
  std::string note = {}, decided_by = {};
};
/// Keeps the decision, applies it to all that is stored and compares again what it touches, in one
/// transaction. What is added later follows it too. A split of two companies that are there makes them
/// distinct. Costs a few milliseconds for each article that changes.
/// Errors: a name that nobody or several bear; one company twice; a name that is not the company's.
Result<Decided> decide(Database& database, const DecisionWords& words, Time now);

/// Takes a standing decision back; everything else stands as if it had never been made.
Result<Decided> undo_decision(Database& database, std::int64_t decision, const std::string& by, Time now);

/// The newest first; those that were undone only where asked for.
Result<std::vector<Decision>> find_decisions(Database& database, bool undone_too = false);

/// Two companies that may be one.
struct CompanyPair {
  CompanyRow a, b;  ///< `a` has more claims
  std::string reason;
  double likelihood = 0;  ///< 0 … 1, to sort by: no measured figure
};
/// Pairs that no one has decided on, the likeliest first: the same identifier or name, a name that goes on,
/// one letter apart, initials. Two companies of the gazetteer are told apart there and are never proposed.
/// Reads all companies that articles name: seconds for a million.
Result<std::vector<CompanyPair>> propose_companies(Database& database, std::size_t limit);

/// Names that people gave to companies, for extract().
Result<std::vector<extract::KnownFirm>> decided_names(Database& database);

}  // namespace gegenprobe::store
