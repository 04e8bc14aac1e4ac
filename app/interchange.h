#pragma once
#include <cstdint>

#include "app/answerer.h"
#include "ingest/result.h"

namespace gegenprobe::app {

struct InterchangeSums {
  std::uint64_t lines = 0;   ///< answered, blank ones not counted
  std::uint64_t bad = 0;     ///< answered with an error
  bool reader_gone = false;  ///< the other end of `out` was closed before all was written
  int write_failure = 0;     ///< errno where `out` took no more, on a full disk for example
  InterchangeSums& operator+=(const InterchangeSums& other);
};

/// The interchange of `gegenprobe extract`: JSON Lines from one descriptor to the other, in order, answering
/// whatever has come in before it waits for more. `jobs` threads extract, and answers keep the order of the
/// lines. Memory is bounded by the longest line, not by the input.
Result<InterchangeSums> answer_lines(int in, int out, const extract::Rules& rules,
                                     const AnswerOptions& options, unsigned jobs = 1);

}  // namespace gegenprobe::app
