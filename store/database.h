#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "ingest/result.h"

namespace gegenprobe::store {

struct Connection;  // connection.h: SQLite and its prepared statements; for this folder only

enum class Access {
  read,  ///< the file must be there and of this program's schema; nothing is written but SQLite's lock files
         ///< beside it
  change,  ///< the file must be there; brings the schema up to date
  write    ///< makes the file if need be, brings the schema up to date
};

/// An open database. One per thread; any number of readers beside one writer at a time, who is waited for.
class Database {
 public:
  /// A few milliseconds. Says in one line with a hint: not a database, not ours, newer schema, read-only,
  /// no such folder, locked, disk full, corrupt.
  /// Whoever finds another writer at work waits for `busy_timeout_ms`.
  static Result<Database> open(const std::string& path, Access access, int busy_timeout_ms = 10'000);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  const std::string& path() const { return path_; }
  Connection& connection() const { return *connection_; }

 private:
  Database(std::string path, std::unique_ptr<Connection> connection);
  std::string path_;
  std::unique_ptr<Connection> connection_;
};

/// For a connection beside several others of one program: little memory of its own; reads from the file's
/// pages as the system keeps them.
void share_memory(Database& database);
/// From now on a question that takes longer ends with an Error of kind usage; 0 takes the limit away.
void limit_time(Database& database, std::chrono::milliseconds time);
/// Changes whenever somebody else has written to the database. Costs a few microseconds.
Result<std::int64_t> data_version(Database& database);

/// The newest schema this program knows: the number of its last migration.
int schema_version();

}  // namespace gegenprobe::store
