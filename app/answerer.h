#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/json.h"
#include "extract/extract.h"

namespace gegenprobe::app {

struct AnswerOptions {
  std::string language;        ///< of lines that name none; empty: found out from the text
  bool mentions_only = false;  ///< leave the claims out of the answers
  double min_confidence = 0;   ///< claims less sure than this are left out
};

/// One line of the interchange in, its answer out. Parses a line where it lies and keeps its parser, its
/// document and its buffers, so that a line costs no allocation of the Answerer's own; one for each thread.
class Answerer {
 public:
  Answerer(const extract::Rules& rules, AnswerOptions options);
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

}  // namespace gegenprobe::app
