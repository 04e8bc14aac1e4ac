#include "extract/finding.h"

#include "extract/words.h"

namespace gegenprobe::extract {

std::string_view word(Suspicion suspicion) {
  constexpr Words<Suspicion, 3> words{"scale_suspect", "sum_suspect", "conversion_suspect"};
  return words.of(suspicion);
}

}  // namespace gegenprobe::extract
