#include "store/backup.h"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 4'096;  // 16 MB: several steps a second

Error could_not(const std::string& doing, int reason) {
  return {Error::Kind::store, fmt::format("could not {}: {}", doing, std::strerror(reason)),
          reason == ENOSPC ? "make room, or name a file on another disk"
                           : "name a file that you may write: gegenprobe backup FILE"};
}

/// The file that becomes the copy, ours alone as long as this lives.
class Partial {
 public:
  static Result<Partial> take(const std::string& path) {
    Partial partial;
    partial.file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (partial.file_ < 0) return could_not("write " + path, errno);
    if (::flock(partial.file_, LOCK_EX | LOCK_NB) != 0)
      return Error{Error::Kind::store, "another backup is writing " + path, "wait for it: fuser " + path};
    if (::ftruncate(partial.file_, 0) != 0) return could_not("write " + path, errno);
    return partial;
  }
  Partial(Partial&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  Partial& operator=(Partial&&) = delete;
  ~Partial() {
    if (file_ >= 0) ::close(file_);
  }

 private:
  Partial() = default;
  int file_ = -1;
};

// With the snapshot held, other programs' writes do not make the copy begin anew.
void copy_pages(SQLite::Database& to, SQLite::Database& from, const BackupProgress& progress) {
  SQLite::Transaction snapshot(from);
  from.execAndGet("SELECT count(*) FROM sqlite_schema");
  SQLite::Backup backup(to, from);
  while (backup.executeStep(kPagesAtOnce) != SQLITE_DONE) {
    const auto all = static_cast<std::uint64_t>(backup.getTotalPageCount());
    progress(all - static_cast<std::uint64_t>(backup.getRemainingPageCount()), all);
  }
}

Result<Backup> copy(Database& database, const std::string& partial, const BackupProgress& progress) {
  SQLite::Database to(partial, SQLite::OPEN_READWRITE);
  copy_pages(to, database.connection().database, progress);
  to.exec("PRAGMA journal_mode = DELETE");  // the log beside it would be part of the copy
  // What is wrong, doctor tells in full; SQLite's words are of several lines.
  if (to.execAndGet("PRAGMA quick_check(1)").getString() != "ok")
    return Error{Error::Kind::store, fmt::format("the copy is damaged, as {} is", database.path()),
                 "gegenprobe doctor"};
  const auto count = [&](const char* sql) {
    return static_cast<std::uint64_t>(to.execAndGet(sql).getInt64());
  };
  return Backup{0, count("SELECT count(*) FROM article"), count("SELECT count(*) FROM claim WHERE live")};
}

std::optional<Error> put_in_place(const std::string& partial, const std::string& file) {
  if (::rename(partial.c_str(), file.c_str()) != 0) return could_not("write " + file, errno);
  const fs::path folder = fs::path(file).has_parent_path() ? fs::path(file).parent_path() : fs::path(".");
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return std::nullopt;
  ::fsync(handle);
  ::close(handle);
  return std::nullopt;
}

}  // namespace

Result<Backup> back_up(Database& database, const std::string& file, const BackupProgress& progress) {
  std::error_code ignored;
  if (fs::equivalent(file, database.path(), ignored))
    return Error{Error::Kind::usage, file + " is the database itself", "name another file for the copy"};
  if (fs::is_directory(file, ignored))
    return Error{Error::Kind::usage, file + " is a folder",
                 "name a file in it: " + (fs::path(file) / "news.db").string()};
  const std::string partial = file + ".partial";
  const auto taken = Partial::take(partial);
  if (!taken) return taken.error();
  auto backup = guarded(partial, "copy " + database.path() + " to " + file,
                        [&] { return copy(database, partial, progress); });
  if (backup) {
    backup->bytes = fs::file_size(partial, ignored);
    if (const auto error = put_in_place(partial, file)) backup = *error;
  }
  if (!backup) fs::remove(partial, ignored), fs::remove(partial + "-journal", ignored);
  return backup;
}

}  // namespace gegenprobe::store
