#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/companies/gazetteer.h"
#include "store/connection.h"

// The rows of company and company_name; for this folder only.
namespace gegenprobe::store {

/// The key under which a company stands in the database: the given one, else one made from the name.
std::string company_key(std::string_view entity, std::string_view name);

/// The company of that key, added where there is none. `known`: what the gazetteer tells of it, or null.
/// \pre name is not empty
std::int64_t company_row(Connection& connection, const std::string& entity, const std::string& name,
                         const extract::Company* known = nullptr);

/// One more name under which it was met; nothing where it is known.
void add_company_name(Connection& connection, std::int64_t company, const std::string& name);

/// The one company that a person means by a name or key: by key, by its own name, by a name it was met under.
/// Nothing where none or several fit.
std::optional<std::int64_t> company_meant(Connection& connection, std::string_view words);

}  // namespace gegenprobe::store
