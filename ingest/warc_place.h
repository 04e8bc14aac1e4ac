#pragma once
#include <cstdint>
#include <string>

namespace gegenprobe::ingest {

/// Where a record of a web archive stands.
struct WarcPlace {
  std::string file;                      ///< path
  std::uint64_t offset = 0, length = 0;  ///< bytes of the file as it is stored
  bool operator==(const WarcPlace&) const = default;
};

}  // namespace gegenprobe::ingest
