#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "ingest/fetcher.h"
#include "store/database.h"

namespace gegenprobe::store {

/// What is known of a host, by its origin ("https://www.example.org"); nothing where it was never asked.
Result<std::optional<ingest::HostState>> find_host(Database& database, std::string_view origin);
Result<Done> record_host(Database& database, std::string_view origin, const ingest::HostState& state);

}  // namespace gegenprobe::store
