#pragma once
#include <cstdint>
#include <memory>
#include <span>
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

/// A line of the interchange, and where it stands.
struct Line {
  std::string_view text;  ///< kLinePadding more bytes can be read after its end
  std::uint64_t number;
};

/// Lines of the interchange in, their answers out. Parses a line where it lies and keeps its parser, its
/// documents and its buffers, so that a line costs no allocation of the Answerer's own; one for each thread.
class Answerer {
 public:
  Answerer(const extract::Rules& rules, AnswerOptions options);
  ~Answerer();

  /// Appends an answer and '\n' for each. How many of the lines were no object of the model: their answers
  /// say what was wrong with them. Lines that are asked together cost less than each alone.
  std::size_t answer(std::span<const Line> lines, JsonBuffer& answers);
  /// The same for one; false where it was no such object.
  bool answer(std::string_view line, std::uint64_t number, JsonBuffer& answers) {
    const Line one{line, number};
    return answer({&one, 1}, answers) == 0;
  }

 private:
  struct State;
  std::unique_ptr<State> state_;
};
extern const std::size_t kLinePadding;

}  // namespace gegenprobe::app
