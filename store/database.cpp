#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "store/connection.h"
#include "store/embedded.h"
#include "store/guarded.h"
#include "store/origin_table.h"

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;

constexpr int kApplicationId = 0x47475042;  // "GGPB": file(1) and this program know the database by it

Error store_error(std::string what, std::string hint) {
  return {Error::Kind::store, std::move(what), std::move(hint)};
}

bool is_nowhere_writable(const std::string& path) {
  struct stat status {};
  const bool known = ::stat(path.c_str(), &status) == 0;
  // For root, access() allows what the file's owner has forbidden.
  return known && ((status.st_mode & 0222) == 0 || ::access(path.c_str(), W_OK) != 0);
}

std::optional<Error> why_not(const std::string& path, Access access) {
  std::error_code ignored;
  const fs::path file(path);
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (fs::is_directory(file, ignored))
    return store_error(fmt::format("{} is a folder, not a database", path),
                       "name a file in it: --db " + path + "/gegenprobe.db");
  if (!fs::exists(file, ignored) && access != Access::write)
    return store_error(fmt::format("there is no database {}", path),
                       "'gegenprobe add FILE' makes one; --db names another");
  if (!fs::is_directory(folder, ignored))
    return store_error(fmt::format("there is no folder {} for the database", folder.string()),
                       "mkdir -p " + folder.string());
  if (access == Access::read) {
    if (::access(path.c_str(), R_OK) == 0) return std::nullopt;
    return store_error(fmt::format("{} may not be read", path),
                       "ask its owner for permission: ls -l " + path);
  }
  if (fs::exists(file, ignored) && is_nowhere_writable(path))
    return store_error(fmt::format("{} is read-only", path),
                       "chmod u+w " + path + ", or add to a copy: --db");
  if (is_nowhere_writable(folder.string()))
    return store_error(fmt::format("the folder {} is read-only", folder.string()),
                       "the database needs files beside it; choose another --db");
  return std::nullopt;
}

// On read-only media nobody writes, and the lock files that WAL wants cannot be made.
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const unsigned char c : path)
    uri += (std::isalnum(c) || c == '/' || c == '.' || c == '-' || c == '_')
               ? std::string(1, static_cast<char>(c))
               : fmt::format("%{:02X}", c);
  return uri + "?immutable=1";
}

// A connection serves one thread at a time, so SQLite need not lock it for each column that is read: an
// eighth of what writing an article costs.
std::unique_ptr<Connection> connection_to(const std::string& path, int flags, int busy_timeout_ms) {
  // Nobody asks how much memory SQLite has; counting it locks all connections at each allocation.
  [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  return std::make_unique<Connection>(path, flags | SQLite::OPEN_NOMUTEX, busy_timeout_ms);
}

std::unique_ptr<Connection> connect_to_read(const std::string& path, int busy_timeout_ms) {
  auto connection = connection_to(path, SQLite::OPEN_READONLY, busy_timeout_ms);
  try {
    connection->number("SELECT count(*) FROM sqlite_schema");
    return connection;
  } catch (const SQLite::Exception& exception) {
    if (exception.getErrorCode() != SQLITE_CANTOPEN && exception.getErrorCode() != SQLITE_READONLY) throw;
  }
  return connection_to(immutable_uri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, busy_timeout_ms);
}

// An article changes pages all over the file, the more the larger it is, and the same few with each article:
// sixteen megabytes of them are written back at once, of which most are one page many times over. With a
// quarter of that a database of 25,000 articles takes in a fifth fewer.
constexpr int kPagesToCheckpoint = 4000;

// Switching to WAL wants the file for itself, and SQLite does not wait for that by itself: two programs that
// make the same database at once would fail.
void switch_to_wal(Connection& connection, int busy_timeout_ms) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(busy_timeout_ms);
  while (true) try {
      if (connection.database.execAndGet("PRAGMA journal_mode").getString() != "wal")
        connection.database.execAndGet("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& exception) {
      if (exception.getErrorCode() != SQLITE_BUSY || std::chrono::steady_clock::now() > until) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

struct Schema {
  std::int64_t application, version, tables;
};
// As of one moment: another program may be making the schema right now.
Schema schema_of(Connection& connection) {
  SQLite::Transaction snapshot(connection.database);
  return {connection.number("PRAGMA application_id"), connection.number("PRAGMA user_version"),
          connection.number("SELECT count(*) FROM sqlite_schema")};
}

std::optional<Error> why_not_ours(const Schema& schema, const std::string& path) {
  if (schema.application != kApplicationId && (schema.tables > 0 || schema.version > 0))
    return store_error(fmt::format("{} is a database of another program", path), "choose another file: --db");
  if (schema.version > schema_version())
    return store_error(
        fmt::format("{} has schema {}, this program knows schema {}", path, schema.version, schema_version()),
        "it was written by a newer gegenprobe: update the program");
  return std::nullopt;
}

// All steps in one transaction; whoever comes second finds nothing left to do.
void migrate(Connection& connection) {
  if (connection.number("PRAGMA user_version") == schema_version()) return;
  SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
  for (auto done = connection.number("PRAGMA user_version"); done < schema_version(); ++done)
    connection.database.exec(std::string(migrations()[static_cast<std::size_t>(done)].sql));
  connection.database.exec(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, schema_version()));
  transaction.commit();
}

Result<std::unique_ptr<Connection>> connect(const std::string& path, Access access, int busy_timeout_ms) {
  const bool reads = access == Access::read;
  auto connection =
      reads
          ? connect_to_read(path, busy_timeout_ms)
          : connection_to(path, SQLite::OPEN_READWRITE | (access == Access::write ? SQLite::OPEN_CREATE : 0),
                          busy_timeout_ms);
  const auto schema = schema_of(*connection);
  if (const auto error = why_not_ours(schema, path)) return *error;
  if (reads && schema.version == 0)
    return store_error(fmt::format("{} is empty", path),
                       "'gegenprobe add FILE' puts the first article into it");
  if (reads && schema.version < schema_version())
    return store_error(fmt::format("{} has the older schema {}", path, schema.version),
                       "any 'gegenprobe add' brings it up to date; make a copy before");
  connection->database.exec(
      "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
  if (reads) return connection;
  switch_to_wal(*connection, busy_timeout_ms);
  connection->database.exec(
      fmt::format("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = {}", kPagesToCheckpoint));
  migrate(*connection);
  join_missing_origins(*connection);
  return connection;
}

// A full disk fails in many ways: a file beside the database that cannot grow is told as a read or write
// error.
bool is_full(const std::string& path) {
  constexpr std::uintmax_t kRoom = 64 << 10;
  std::error_code failed;
  const auto space = fs::space(fs::absolute(path, failed).parent_path(), failed);
  return !failed && space.available < kRoom;
}

}  // namespace

int schema_version() { return static_cast<int>(migrations().size()); }

Error explained(const SQLite::Exception& exception, const std::string& path, const std::string& doing) {
  const auto code = exception.getErrorCode();
  switch (code == SQLITE_IOERR && is_full(path) ? SQLITE_FULL : code) {
    case SQLITE_NOTADB:
      return store_error(fmt::format("{} is not a database", path), "choose another file: --db");
    case SQLITE_READONLY:
      return store_error(fmt::format("{} is read-only", path),
                         "chmod u+w " + path + ", or add to a copy: --db");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return store_error(fmt::format("{} is locked: another program is writing to it", path),
                         "try again when it is done: fuser " + path);
    case SQLITE_FULL:
      return store_error(fmt::format("the disk is full: could not {}", doing),
                         "nothing was changed; df -h " + path);
    case SQLITE_CORRUPT:
      return store_error(
          fmt::format("{} is damaged: could not {}", path, doing),
          fmt::format("restore a backup, or save what can be read: sqlite3 {} .recover", path));
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return store_error(fmt::format("{} could not be opened", path),
                         "check the permissions of the file and its folder");
    case SQLITE_IOERR:
      return store_error(fmt::format("the disk failed: could not {}", doing),
                         "nothing was changed; check the disk of " + path);
    case SQLITE_INTERRUPT:
      return {Error::Kind::usage, fmt::format("could not {} in time: too much would have to be read", doing),
              "ask for less: a company, a metric, a period"};
    case SQLITE_NOMEM:
      return store_error(fmt::format("out of memory: could not {}", doing), "");
    case SQLITE_TOOBIG:
      return store_error(fmt::format("too large for a database: could not {}", doing),
                         "split the text: a row holds 1 GB at most");
    default:
      return store_error(fmt::format("could not {}: {}", doing, exception.what()), "");
  }
}

Database::Database(std::string path, std::unique_ptr<Connection> connection)
    : path_(std::move(path)), connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& path, Access access, int busy_timeout_ms) {
  if (const auto error = why_not(path, access)) return *error;
  return guarded(path, "open " + path, [&]() -> Result<Database> {
    auto connection = connect(path, access, busy_timeout_ms);
    if (!connection) return connection.error();
    return Database(path, std::move(*connection));
  });
}

void share_memory(Database& database) {
  database.connection().database.exec("PRAGMA cache_size = -4096; PRAGMA mmap_size = 68719476736");
}

void limit_time(Database& database, std::chrono::milliseconds time) {
  constexpr int kSteps = 4'000;  // of SQLite's machine, about 0.1 ms
  auto& connection = database.connection();
  connection.until = std::chrono::steady_clock::now() + time;
  const auto is_late = [](void* until) {
    return static_cast<int>(std::chrono::steady_clock::now() >
                            *static_cast<std::chrono::steady_clock::time_point*>(until));
  };
  sqlite3_progress_handler(connection.database.getHandle(), kSteps, time.count() > 0 ? +is_late : nullptr,
                           &connection.until);
}

Result<std::int64_t> data_version(Database& database) {
  return guarded(database, "look for changes",
                 [&] { return database.connection().number("PRAGMA data_version"); });
}

}  // namespace gegenprobe::store
