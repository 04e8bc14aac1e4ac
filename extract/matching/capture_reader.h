#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/matching/rule_automaton.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

/// Says what the groups of one pattern of an automaton hold, in the way of its preferences: of several ways
/// to read the text the first, as Perl and RE2 do. One for each thread.
class CaptureReader {
 public:
  explicit CaptureReader(const RuleAutomaton& automaton) : automaton_(automaton) {}

  /// The groups of pattern `number` where it is read from `at` on, counted from there; the first is the whole
  /// match without the character of its word edge. Empty where it cannot be read. Bytes from `limit` on are
  /// not looked at; the end of the text is text.size(). Linear in the bytes read, times the pattern's forks.
  std::vector<Span> read(std::uint32_t number, std::string_view text, std::size_t at, std::size_t limit);

 private:
  using State = RuleAutomaton::State;
  using StateId = RuleAutomaton::StateId;
  // What is to be tried when the way that is preferred has led nowhere; or the border to set back before.
  struct Open {
    StateId state;
    std::uint32_t place;  // in the text, or the border's
    std::uint8_t border;
  };
  bool follow(Open from, std::string_view text, std::size_t limit);
  StateId step(const State& state, std::string_view text, std::size_t limit, std::uint32_t& place) const;
  bool been_here(const State& fork, std::uint32_t place);
  void set_border(std::uint8_t border, std::uint32_t place);

  const RuleAutomaton& automaton_;
  std::size_t begin_ = 0, places_ = 0;
  std::vector<Open> open_;
  std::vector<std::uint32_t> borders_;
  std::vector<std::uint64_t> been_;  // a bit for each fork at each place
};

}  // namespace gegenprobe::extract
