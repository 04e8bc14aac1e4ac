#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gegenprobe::extract {

/// What is wrong with a figure by what its own article says, or by what is possible at all.
enum class Suspicion : std::uint8_t {
  scale,      ///< a thousand or a million times what the same article says, or what any company has
  sum,        ///< the calculation that the sentence states does not come out
  conversion  ///< two currencies, and no rate makes one of the other
};
std::string_view word(Suspicion suspicion);  ///< "scale_suspect", "sum_suspect", "conversion_suspect"

struct Finding {
  Suspicion kind = Suspicion::scale;
  std::size_t claim = 0;  ///< which of Extraction::claims it is about
  std::string reason;     ///< one line in plain words, with the calculation, without full stop
};

}  // namespace gegenprobe::extract
