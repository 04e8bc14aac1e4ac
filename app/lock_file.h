#pragma once
#include <string>

#include "ingest/result.h"

namespace gegenprobe::app {

/// Keeps a second run of the same work away, for as long as it lives. The system takes the lock back when the
/// program dies, however it dies.
class LockFile {
 public:
  LockFile() = default;
  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&& other) noexcept;
  ~LockFile();

  /// Whether it is ours now; false: another run has it. An error where the file cannot be made.
  Result<bool> take(const std::string& path);

 private:
  int file_ = -1;
};

}  // namespace gegenprobe::app
