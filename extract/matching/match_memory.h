#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/matching/rule_automaton.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

/// A rule where it matched, counted from the place that was asked about.
struct StoredMatch {
  int rule = -1;
  std::vector<Span> groups;  ///< {} where a group took no part; the first is the whole match

  std::uint32_t end() const { return groups.front().end; }
};

/// What came of the stretches of text that an automaton has read before. Stretches of the same classes of
/// bytes («1,5 Mrd. Euro.», «2,4 Mrd. Euro.» where no pattern tells digits apart) have one answer. Bounded:
/// when full it forgets everything.
class MatchMemory {
 public:
  using Answer = std::vector<StoredMatch>;

  /// Null where there is none yet.
  const Answer* find(const RuleReader::Reading& reading) const;
  const Answer& keep(const RuleReader::Reading& reading, Answer answer);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0, size = 0;  // of classes_
    std::uint32_t answer = 0;           // of answers_, counted from 1; 0: empty
  };
  void grow();
  void place(const Slot& slot);

  std::vector<Slot> slots_ = std::vector<Slot>(256);
  std::vector<RuleAutomaton::ByteClass> classes_;
  std::vector<Answer> answers_;
};

}  // namespace gegenprobe::extract
