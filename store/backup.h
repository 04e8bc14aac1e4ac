#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "store/database.h"

namespace gegenprobe::store {

struct Backup {
  std::uint64_t bytes = 0, articles = 0, claims = 0;
};
/// So many of so many pages of the database are copied.
using BackupProgress = std::function<void(std::uint64_t done, std::uint64_t all)>;

/// Copies the database as it is at one moment to `file`; whoever writes meanwhile is not kept waiting. The
/// copy is one file, was read through before it took its name, and replaces what is there of that name whole
/// or not at all. A backup that dies leaves `file`.partial, which the next one takes over. Errors: no room,
/// no permission, the same file, another backup at work on it.
Result<Backup> back_up(Database& database, const std::string& file, const BackupProgress& progress);

}  // namespace gegenprobe::store
