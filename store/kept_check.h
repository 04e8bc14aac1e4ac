#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace gegenprobe::store {

/// A result of a check that a person kept.
struct KeptCheck {
  std::string id = {}, created_at = {};
  std::string name = {}, title = {}, url = {};  ///< empty where not known
  std::size_t claims = 0;
  std::string worst = {};  ///< verdict; empty where there is no claim
};

/// `result` is JSON. An id that is taken is an error.
Result<Done> keep_check(Database& database, const KeptCheck& check, std::string_view result);
/// The newest first.
Result<std::vector<KeptCheck>> find_checks(Database& database, std::size_t limit, std::size_t offset);
/// The result as it was kept; nothing where there is none.
Result<std::optional<std::string>> find_check(Database& database, std::string_view id);
Result<bool> remove_check(Database& database, std::string_view id);  ///< whether it was there

}  // namespace gegenprobe::store
