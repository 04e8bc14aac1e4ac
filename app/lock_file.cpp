#include "app/lock_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace gegenprobe::app {

LockFile::LockFile(LockFile&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
LockFile& LockFile::operator=(LockFile&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}
LockFile::~LockFile() {
  if (file_ >= 0) ::close(file_);
}

Result<bool> LockFile::take(const std::string& path) {
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file_ < 0)
    return Error{Error::Kind::store,
                 fmt::format("could not make the lock {}: {}", path, std::strerror(errno)),
                 "the crawl needs to write beside the database"};
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) return false;
  // For whoever looks; what counts is the lock.
  const auto id = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file_, 0) != 0 || ::write(file_, id.data(), id.size()) < 0) return true;
  return true;
}

}  // namespace gegenprobe::app
