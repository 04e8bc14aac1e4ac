#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/matching/pattern_tree.h"

namespace gegenprobe::extract {

/// Several patterns, each anchored at the place that is asked about, as one automaton over bytes. Immutable
/// once made. RuleReader runs it for all patterns at once: which of them can match there, and which bytes
/// decide it; CaptureReader for one, to say what its groups hold.
class RuleAutomaton {
 public:
  /// Bytes that no pattern tells apart are one class; the end of the text is a class of its own.
  using ByteClass = std::uint16_t;
  /// Characters of UTF-8: from what to what each byte goes.
  using Bytes = std::vector<std::pair<std::uint8_t, std::uint8_t>>;

  /// `number` is what a match is reported as. \pre `edge` is the same for all
  void add(const PatternTree& pattern, const PatternTree& edge, std::uint32_t number);
  RuleAutomaton() = default;
  RuleAutomaton(const RuleAutomaton&) = delete;  // what it reads is what it has made, or stands elsewhere
  RuleAutomaton& operator=(const RuleAutomaton&) = delete;
  /// After the last add().
  void finish();
  /// Writes what finish() has made, or reads it; what is read has to stay where it is.
  template <class Archive, class Automaton>
  static void pass(Archive& archive, Automaton& automaton) {
    archive.pass_row(automaton.states_);
    archive.pass_row(automaton.edges_);
    archive.pass_row(automaton.moves_);
    archive.pass_row(automaton.patterns_);
    archive.pass_row(automaton.classes_);
    archive.pass_row(automaton.members_);
  }

  ByteClass class_of(char byte) const { return classes_[static_cast<unsigned char>(byte)]; }
  ByteClass end_class() const { return classes_[kEnd]; }
  std::size_t class_count() const { return members_.size(); }

 private:
  friend class RuleReader;
  friend class CaptureReader;
  using StateId = std::uint32_t;
  static constexpr std::uint16_t kEnd = 256;
  static constexpr std::uint8_t kNoBorder = 0xFF;
  struct Edge {
    std::uint16_t low, high;  // bytes, or kEnd
    StateId to;
  };
  enum class StateKind : std::uint8_t { byte, bytes, fork, border, match };
  /// Small, as reading jumps about among a hundred thousand of them.
  struct State {
    StateKind kind;
    std::uint8_t border = kNoBorder;  // group n begins here (2 n) or ends (2 n + 1)
    std::uint16_t low = 0, high = 0;  // of one byte: what an Edge has, where most states have just one
    std::uint16_t count = 0;          // of edges or moves; what the pattern prefers stands first
    // The state behind a byte or border; the first of edges_ or moves_; the rule that matches.
    std::uint32_t next = 0;
    std::uint32_t fork = 0;  // a number of the pattern's own
  };
  struct Pattern {
    std::uint32_t number;
    StateId start;
    std::uint32_t forks, groups;  // how many; group 0 is all but the word edge
  };

  static constexpr StateId kNowhere = ~0u;
  StateId after(const State& state, std::uint16_t byte) const;
  const Pattern* pattern(std::uint32_t number) const;
  StateId add(const State& state);
  StateId on_byte(std::uint16_t byte, StateId next);
  StateId on_bytes(std::size_t first_edge);
  StateId to_all(std::initializer_list<StateId> states) {
    return to_all(std::span(states.begin(), states.size()));
  }
  StateId to_all(std::span<const StateId> states);
  StateId at_border(std::size_t border, StateId next);
  // Each makes what reads the tree and goes on in `next`. `group` is the number of the first group in it.
  StateId reads(const PatternTree& tree, StateId next, std::size_t group);
  StateId reads_bytes(std::string_view bytes, StateId next);
  StateId reads_set(const PatternTree& set, StateId next);
  StateId reads_characters(std::span<const Bytes> characters, std::size_t depth, StateId next);
  StateId reads_sequence(const std::vector<PatternTree>& parts, StateId next, std::size_t group);
  StateId reads_choice(const std::vector<PatternTree>& parts, StateId next, std::size_t group);
  struct Word {
    std::string_view bytes;
    std::size_t place;  // among the words of the choice
  };
  StateId reads_shared(const PatternTree& tree, StateId next, std::size_t group);
  static void sort(std::vector<Word>& words);
  StateId reads_words(std::span<const Word> words, std::size_t depth, StateId next);
  StateId reads_branches(std::span<const Word> words, std::size_t depth, StateId next);
  void number_classes(const std::array<std::uint16_t, kEnd + 1>& first_alike);
  StateId reads_repeat(const PatternTree& tree, StateId next, std::size_t group);
  StateId loop(const PatternTree& part, bool as_little, StateId next, std::size_t group);

  std::span<const State> states_;
  std::span<const Edge> edges_;
  std::span<const StateId> moves_;
  // What these are made to by add(), unless they were read.
  std::vector<State> made_states_;
  std::vector<Edge> made_edges_, open_edges_;  // the latter of states that are being made
  std::vector<StateId> made_moves_;
  std::vector<Pattern> patterns_;                                     // numbers ascend
  std::uint32_t forks_ = 0;                                           // of the pattern that is being made
  std::unordered_map<const PatternTree*, std::vector<Word>> sorted_;  // of lists that patterns share
  std::vector<ByteClass> classes_ = std::vector<ByteClass>(kEnd + 1);
  std::vector<std::uint16_t> members_;  // a byte of each class
};

/// Runs an automaton, making its deterministic states as they are first reached; the memory for these is
/// bounded. One for each thread. About 2 ns a byte where the states are there already.
class RuleReader {
 public:
  explicit RuleReader(const RuleAutomaton& automaton);

  struct Reading {
    bool any = false;  ///< whether a pattern can match; the rest says something only then
    std::size_t edge =
        0;  ///< where the last byte is that makes a match; text.size() where the end of the text does
    /// What was read before `edge`, a class for each byte: one for all that no rule tells apart at this point
    /// of its pattern, so that any digit stands for any other where only \d can read them. Until the next
    /// read().
    std::span<const RuleAutomaton::ByteClass> path;
    std::uint64_t hash = 0;  ///< of `path`
  };
  /// Whatever matches has ended by `edge`, and what is at `edge` is the edge of a word for all: stretches
  /// with the same path match alike, captures and all. \pre at < text.size()
  Reading read(std::string_view text, std::size_t at);
  /// The numbers of the patterns that can match there, ascending. `reading` is of the same place.
  void matches(std::string_view text, std::size_t at, const Reading& reading, std::vector<int>& numbers);

 private:
  using StateId = RuleAutomaton::StateId;
  // Where a state leads to, with two marks: its number below them.
  static constexpr std::uint32_t kStop = 1u << 31, kMatch = 1u << 30, kNumber = kMatch - 1;

  /// Sets of the automaton's states, each of which is a deterministic one. One behind the other in memory.
  class StateSets {
   public:
    void clear() { *this = {}; }
    std::size_t size() const { return sets_.size(); }
    std::size_t states() const { return states_.size(); }  ///< in all sets
    std::span<const StateId> operator[](std::uint32_t number) const {
      return {states_.data() + sets_[number].begin, sets_[number].size};
    }
    /// The number of a set, in the order in which they came. `states` ascend.
    std::uint32_t add(std::span<const StateId> states);

   private:
    struct Set {
      std::uint64_t hash;
      std::uint32_t begin, size;
    };
    void grow();

    std::vector<StateId> states_;
    std::vector<Set> sets_;
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(256);  // numbers, counted from 1; 0: empty
  };
  void begin_anew();
  /// Of a state on a class of bytes, in one number: marks, the state's number, and of the classes that lead
  /// there alike the first that came.
  class Step {
   public:
    static constexpr unsigned kClassBits = 9;
    static constexpr std::uint32_t kMostStates = 1u << (30 - kClassBits);
    Step() = default;
    Step(std::uint32_t to, RuleAutomaton::ByteClass first)
        : packed_((to & ~kNumber) | (to & kNumber) << kClassBits | first) {}
    bool known() const { return packed_ != kUnknown; }
    std::uint32_t to() const { return (packed_ & ~kNumber) | (packed_ & kNumber) >> kClassBits; }
    RuleAutomaton::ByteClass first() const { return packed_ & ((1u << kClassBits) - 1); }
    /// Whether it leads where `to` does, which has class 0, and its first class is this one.
    bool is(Step to, RuleAutomaton::ByteClass first) const { return packed_ == to.packed_ + first; }

   private:
    static constexpr std::uint32_t kUnknown = ~0u;
    std::uint32_t packed_ = kUnknown;
  };
  /// The steps of a state that are known. Most states are met with one or two classes of bytes, and those met
  /// one after the other lie side by side, so that the rows that matter fit into the caches.
  struct Row {
    static constexpr RuleAutomaton::ByteClass kNoClass = 0xFFFF;
    std::array<RuleAutomaton::ByteClass, 2> classes{kNoClass, kNoClass};
    std::array<Step, 2> steps;
    std::uint32_t wide = 0;  // of more classes: where the row for all begins in wide_; else 0
  };
  /// Steps that come into the cache together.
  static constexpr std::size_t kInLine = 16;
  struct alignas(kInLine * sizeof(Step)) Line {
    std::array<Step, kInLine> steps;
  };
  Step known(std::uint32_t state, RuleAutomaton::ByteClass byte_class) const;
  void keep(std::uint32_t state, RuleAutomaton::ByteClass byte_class, Step step);
  Step next(std::uint32_t state, RuleAutomaton::ByteClass byte_class);
  RuleAutomaton::ByteClass class_at(std::string_view text, std::size_t at) const;
  RuleAutomaton::ByteClass first_alike(std::uint32_t from, RuleAutomaton::ByteClass byte_class,
                                       std::uint32_t to);
  Step step(std::uint32_t from, RuleAutomaton::ByteClass byte_class);
  std::uint32_t number_of(std::vector<StateId>& set);  // sorts it, each once
  void add_closure(StateId first, std::vector<StateId>& set);
  void find_closure(StateId first, std::vector<StateId>& set);

  const RuleAutomaton& automaton_;
  std::vector<Row> rows_;   // of each state
  std::vector<Line> wide_;  // rows with a step for each class; the first line is nobody's
  std::vector<RuleAutomaton::ByteClass> path_;
  StateSets sets_;
  std::vector<std::uint32_t> marked_;  // of each number, with its marks
  struct Met {
    std::uint32_t before;  // of met_, counted from 1; 0: none
    RuleAutomaton::ByteClass byte_class;
  };
  std::vector<Met> met_;                 // classes that stand for those like them
  std::vector<std::uint32_t> last_met_;  // of each state: the last of these, as in Met::before
  // Of each state that reads nothing itself: where what find_closure() found stands in closures_, behind its
  // size; 0 where it was not asked for.
  std::vector<std::uint32_t> closure_of_;
  std::vector<StateId> closures_;
  std::vector<std::uint32_t> seen_;  // for find_closure: the round in which a fork was met
  std::uint32_t round_ = 0;
  std::vector<StateId> open_;     // for find_closure: to be gone through
  std::vector<StateId> set_;      // that is being made
  std::vector<StateId> targets_;  // where each state of the set before leads to
};

}  // namespace gegenprobe::extract
