#pragma once
#include <span>
#include <string>
#include <string_view>

// Rows that nothing leads to any more; for this folder only.
namespace gegenprobe::store {

/// Holds for a row of `company` that no text, claim, review or decision speaks of.
extern const std::string_view kCompanyIsUnnamed;

struct Orphans {
  std::string_view table;
  std::string_view condition;  ///< holds for a row of `table` that nothing leads to
  std::string_view name;       ///< SQL: how such a row is called
  std::string_view words;      ///< "companies that nothing names"

  std::string select() const;      ///< SQL: column `name`, a row each
  std::string delete_all() const;  ///< SQL
};
/// In an order in which they can be deleted.
std::span<const Orphans> orphans_of_all_kinds();

}  // namespace gegenprobe::store
