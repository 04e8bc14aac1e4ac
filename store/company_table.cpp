#include "store/company_table.h"

#include <array>
#include <utility>

#include "store/fold.h"

namespace gegenprobe::store {

std::string company_key(std::string_view entity, std::string_view name) {
  return entity.empty() ? "name:" + name_key(name) : std::string(entity);
}

std::int64_t company_row(Connection& connection, const std::string& entity, const std::string& name,
                         const extract::Company* known) {
  const auto key = company_key(entity, name);
  if (auto row = connection.query("SELECT id FROM company WHERE entity = ?1"); row.bind(key).step())
    return row.integer(0);
  const auto fact = [&](std::string_view extract::Company::*member) {
    return known ? known->*member : std::string_view();
  };
  connection
      .query(
          "INSERT INTO company (entity, name, folded, wikidata, lei, ticker) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(key, name, name_key(name), fact(&extract::Company::wikidata), fact(&extract::Company::lei),
            fact(&extract::Company::ticker))
      .run();
  const auto id = connection.database.getLastInsertRowid();
  add_company_name(connection, id, name);
  return id;
}

void add_company_name(Connection& connection, std::int64_t company, const std::string& name) {
  connection
      .query("INSERT INTO company_name (folded, company_id, name) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
      .bind(name_key(name), company, name)
      .run();
}

std::optional<std::int64_t> company_meant(Connection& connection, std::string_view words) {
  const auto key = name_key(words);
  if (key.empty()) return std::nullopt;
  const std::array<std::pair<const char*, std::string_view>, 3> ways{
      {{"SELECT min(id), count(*) FROM company WHERE entity = ?1", words},
       {"SELECT min(id), count(*) FROM company WHERE folded = ?1", key},
       {"SELECT min(company_id), count(*) FROM company_name WHERE folded = ?1", key}}};
  for (const auto& [sql, name] : ways) {
    auto row = connection.query(sql);
    const auto fitting = row.bind(name).step() ? row.integer(1) : 0;
    if (fitting == 1) return row.integer(0);
    if (fitting > 1) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace gegenprobe::store
