#include "store/page_record.h"

#include <sqlite3.h>

#include <filesystem>

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(Connection& connection) {
  const char* const path = sqlite3_db_filename(connection.database.getHandle(), "main");
  return path == nullptr ? fs::path() : fs::path(path).parent_path();
}

fs::path absolute(const std::string& file) {
  std::error_code error;
  const auto path = fs::absolute(file, error).lexically_normal();
  return error ? fs::path(file) : path;
}

}  // namespace

std::string stored_path(Connection& connection, const std::string& file) {
  const auto path = absolute(file);
  const auto beneath = path.lexically_relative(folder_of(connection).lexically_normal());
  const bool outside = beneath.empty() || *beneath.begin() == "..";
  return (outside ? path : beneath).string();
}

std::string path_of_stored(Connection& connection, const std::string& stored) {
  return (folder_of(connection) / stored).string();  // a whole path stays as it is
}

std::optional<ingest::WarcPlace> read_record(Connection& connection, const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return ingest::WarcPlace{path_of_stored(connection, row.text(column)),
                           static_cast<std::uint64_t>(row.integer(column + 1)),
                           static_cast<std::uint64_t>(row.integer(column + 2))};
}

}  // namespace gegenprobe::store
