#pragma once
#include <string>

#include "app/web/desk.h"
#include "app/web/shapes.h"

// What the Reconciliation API adds to a table of companies: their identifiers, and how much is known of them.
namespace gegenprobe::app::web {

/// The member "extend" of the manifest.
void write_extend_service(JsonWriter& json, const std::string& base);
/// The properties there are, for a type.
Response propose_properties(const std::string& type);
/// `query`: {"ids": […], "properties": [{"id": …}, …]}
Response extend_companies(Desk& desk, const std::string& query);

}  // namespace gegenprobe::app::web
