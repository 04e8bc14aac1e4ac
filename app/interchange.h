#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/json.h"
#include "extract/extract.h"
#include "ingest/document.h"
#include "ingest/result.h"

namespace gegenprobe::app {

struct InterchangeOptions {
  std::string language;        ///< of lines that name none; empty: found out from the text
  bool mentions_only = false;  ///< leave the claims out of the answers
  unsigned jobs = 1;           ///< threads that extract; answers keep the order of the lines
  double min_confidence = 0;   ///< claims less sure than this are left out
};

struct InterchangeSums {
  std::uint64_t lines = 0;   ///< answered, blank ones not counted
  std::uint64_t bad = 0;     ///< answered with an error
  bool reader_gone = false;  ///< the other end of `out` was closed before all was written
  int write_failure = 0;     ///< errno where `out` took no more, on a full disk for example
  InterchangeSums& operator+=(const InterchangeSums& other);
};

/// One line in, its answer out. Keeps its buffers from line to line; one for each thread.
class Answerer {
 public:
  Answerer(const extract::Rules& rules, InterchangeOptions options);
  ~Answerer();

  /// Appends the answer and '\n' to `answers`. False where the line was no object of the model; the answer
  /// then says what was wrong with it.
  /// \pre kLinePadding more bytes can be read after the line's end
  bool answer(std::string_view line, std::uint64_t line_number, JsonBuffer& answers);

 private:
  struct State;
  std::unique_ptr<State> state_;
};
extern const std::size_t kLinePadding;

/// The interchange of `gegenprobe extract`: JSON Lines from one descriptor to the other, in order, answering
/// whatever has come in before it waits for more. Memory is bounded by the longest line, not by the input.
Result<InterchangeSums> answer_lines(int in, int out, const extract::Rules& rules,
                                     const InterchangeOptions& options);

/// The members of a Mention and of a Claim, as the claim model has them; offsets as code points of `text`.
void write_mentions(JsonWriter& json, const extract::Extraction& found, std::string_view text);
void write_claims(JsonWriter& json, const extract::Extraction& found, std::string_view text);

}  // namespace gegenprobe::app
