#pragma once
#include <cstdint>
#include <string>

// For the comparison's own files.
namespace gegenprobe::store {

/// How well two claims share a part: surely, as far as one can tell, or not.
enum class Match : std::uint8_t { same, unclear, different };
struct Shared {
  Match match = Match::same;
  std::string note = {};  ///< what was missing, or what differs
};

}  // namespace gegenprobe::store
