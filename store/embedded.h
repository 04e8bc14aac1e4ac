#pragma once
#include <span>
#include <string_view>

namespace gegenprobe::store {

/// A step of the schema: migrations/<name>.sql. The n-th makes schema n of schema n - 1.
struct Migration {
  std::string_view name, sql;
};

std::span<const Migration> migrations();  ///< all steps, in their order
std::string_view legal_forms();           ///< legal_forms.txt
std::string_view plausible_toml();        ///< plausible.toml
std::string_view kinship_toml();          ///< kinship.toml

}  // namespace gegenprobe::store
