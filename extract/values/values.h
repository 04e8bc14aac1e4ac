#pragma once
#include <string>
#include <vector>

#include "extract/mention.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// What the sentences before have left behind for amounts that leave it out.
struct ValueContext {
  std::string currency;         ///< of the last sum of money
  std::uint32_t paragraph = 0;  ///< where that stood
  /// Currencies that were named in full («US-Dollar»): a bare «Dollar» after that is no assumption.
  std::vector<std::string> stated;
  std::string counted;                  ///< what the last quantity counted («job»)
  std::string_view counted_rule;        ///< by which rule
  std::uint32_t counted_paragraph = 0;  ///< where that stood
  bool counted_last = false;            ///< no sum of money has come since
};

/// Appends the sums of money, percentages and quantities of a sentence, ascending and without overlaps, each
/// with its qualifier and bounds. An amount without currency takes over that of a neighbour in the sentence,
/// else that of `context`. Spans are bytes of the normalised text and do not hold the qualifier.
void find_values(const Text& text, const Sentence& sentence, ValueContext& context,
                 std::vector<Mention>& mentions);

}  // namespace gegenprobe::extract
