#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claim.h"
#include "store/claim_table.h"

// Whose the slip is, where some agree with a checked figure and some are a thousand times off.
namespace gegenprobe::store {

struct Evidence;

struct Sides {
  enum class Lean : std::uint8_t {
    none,         ///< as many on either side, and nothing else tells: one of the two slipped
    count,        ///< more origins on one side
    other_times,  ///< as many, and figures of other periods are of one side's size
  };
  std::vector<std::string> with, off;  ///< an origin each, "Küstenbote (2025-02-27)"; one is empty: no split
  bool others_slipped = false;         ///< the checked figure is likely right
  Lean lean = Lean::none;

  bool are_split() const { return !with.empty() && !off.empty(); }
};

/// Copies of one text, reports of one agency and articles of one outlet are one origin here. `misses`: claims
/// that could not be compared; of these, what an uninvolved origin says of the same figure for another period
/// tells what size it has.
Sides sides_of(const extract::Claim& checked, const std::vector<Evidence>& evidence,
               const std::vector<Evidence>& misses);

std::string_view word(Sides::Lean lean);  ///< "none", "count", "other_times"

/// "the evidence is split: with it A; of another scale B; …", without full stop. \pre they are split
std::string in_words(const Sides& sides);

}  // namespace gegenprobe::store
