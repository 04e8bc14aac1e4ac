#include "store/kept_check.h"

#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {

Result<Done> keep_check(Database& database, const KeptCheck& check, std::string_view result) {
  return guarded(database, "keep the check", [&] {
    auto row = database.connection().query(
        "INSERT INTO kept_check (id, created_at, name, title, url, claims, worst, result) VALUES (?1, ?2, "
        "?3, ?4, ?5, ?6, ?7, "
        "?8)");
    row.bind(check.id, check.created_at, check.name, check.title, check.url, check.claims, check.worst,
             result)
        .run();
    return Done{};
  });
}

Result<std::vector<KeptCheck>> find_checks(Database& database, std::size_t limit, std::size_t offset) {
  return guarded(database, "look for kept checks", [&] {
    auto row = database.connection().query(
        "SELECT id, created_at, name, title, url, claims, worst FROM kept_check ORDER BY created_at DESC, id "
        "LIMIT ?1 OFFSET ?2");
    row.bind(limit, offset);
    std::vector<KeptCheck> checks;
    while (row.step())
      checks.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                        static_cast<std::size_t>(row.integer(5)), row.text(6)});
    return checks;
  });
}

Result<std::optional<std::string>> find_check(Database& database, std::string_view id) {
  return guarded(database, "read a kept check", [&] {
    auto row = database.connection().query("SELECT result FROM kept_check WHERE id = ?1");
    return row.bind(id).step() ? std::optional(row.text(0)) : std::nullopt;
  });
}

Result<bool> remove_check(Database& database, std::string_view id) {
  return guarded(database, "remove a kept check", [&] {
    auto& connection = database.connection();
    connection.query("DELETE FROM kept_check WHERE id = ?1").bind(id).run();
    return connection.number("SELECT changes()") > 0;
  });
}

}  // namespace gegenprobe::store
