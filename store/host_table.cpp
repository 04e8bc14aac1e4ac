#include "store/host_table.h"

#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {

Result<std::optional<ingest::HostState>> find_host(Database& database, std::string_view origin) {
  return guarded(database, "look for a host", [&] {
    auto row = database.connection().query(
        "SELECT robots, robots_status, robots_at, not_before, why, backoffs FROM host WHERE name = ?1");
    std::optional<ingest::HostState> host;
    if (!row.bind(std::string(origin)).step()) return host;
    host.emplace();
    host->robots = row.text(0), host->robots_status = static_cast<int>(row.integer(1));
    host->robots_at = row.time(2), host->not_before = row.time(3);
    host->why = row.text(4), host->backoffs = static_cast<int>(row.integer(5));
    return host;
  });
}

Result<Done> record_host(Database& database, std::string_view origin, const ingest::HostState& state) {
  return guarded(database, "write down what a host asks for", [&] {
    database.connection()
        .query(
            "INSERT INTO host (name, robots, robots_status, robots_at, not_before, why, backoffs)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (name) DO UPDATE SET robots = excluded.robots,"
            " robots_status = excluded.robots_status, robots_at = excluded.robots_at,"
            " not_before = excluded.not_before, why = excluded.why, backoffs = excluded.backoffs")
        .bind(std::string(origin), state.robots, state.robots_status, state.robots_at, state.not_before,
              state.why, state.backoffs)
        .run();
    return Done{};
  });
}

}  // namespace gegenprobe::store
