// Thompson's construction, backwards: each part is made knowing where it goes on, so that no pattern has to
// be patched together afterwards. Words that stand for choice share their beginnings. The deterministic
// states are sets of these, made when first reached; they know neither preferences nor groups.
#include "extract/matching/rule_automaton.h"

#include <algorithm>
#include <string>
#include <utility>

namespace gegenprobe::extract {
namespace {

using Kind = PatternTree::Kind;

constexpr std::size_t kMostKept = 4u << 20;  // steps that a reader has room for, and states in its sets
constexpr std::uint64_t kHashBegin = 0x9E3779B97F4A7C15u, kHashFactor = 0xff51afd7ed558ccdu;

using Bytes = RuleAutomaton::Bytes;

std::size_t encode(char32_t c, std::array<std::uint8_t, 4>& bytes) {
  const std::size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (std::size_t i = size; i-- > 1; c >>= 6) bytes[i] = static_cast<std::uint8_t>(0x80 | (c & 0x3F));
  constexpr std::uint8_t kLead[] = {0, 0, 0xC0, 0xE0, 0xF0};
  bytes[0] = static_cast<std::uint8_t>(kLead[size] | c);
  return size;
}

/// The code points from low to high as sequences of byte ranges: cut where the number of bytes changes, and
/// where a range would not run from the first to the last continuation byte.
void cut(char32_t low, char32_t high, std::vector<Bytes>& out) {
  const auto both = [&](char32_t middle) {
    cut(low, middle, out);
    cut(middle + 1, high, out);
  };
  for (const char32_t last : {0x7Fu, 0x7FFu, 0xFFFFu})
    if (low <= last && high > last) return both(last);
  if (high >= 0x80) {
    for (int i = 1; i < 4; ++i) {
      const char32_t mask = (char32_t{1} << (6 * i)) - 1;
      if ((low & ~mask) == (high & ~mask)) continue;
      if ((low & mask) != 0) return both(low | mask);
      if ((high & mask) != mask) return both((high & ~mask) - 1);
    }
  }
  std::array<std::uint8_t, 4> from, to;
  const auto size = encode(low, from);
  encode(high, to);
  auto& bytes = out.emplace_back();
  for (std::size_t i = 0; i < size; ++i) bytes.emplace_back(from[i], to[i]);
}

}  // namespace

RuleAutomaton::StateId RuleAutomaton::add(const State& state) {
  made_states_.push_back(state);
  return static_cast<StateId>(made_states_.size() - 1);
}

RuleAutomaton::StateId RuleAutomaton::on_byte(std::uint16_t byte, StateId next) {
  return add({.kind = StateKind::byte, .low = byte, .high = byte, .next = next});
}

// The open edges from there on are all of the state's.
RuleAutomaton::StateId RuleAutomaton::on_bytes(std::size_t first_edge) {
  const auto first = open_edges_.begin() + static_cast<std::ptrdiff_t>(first_edge);
  State state{.kind = StateKind::bytes,
              .count = static_cast<std::uint16_t>(open_edges_.end() - first),
              .next = static_cast<std::uint32_t>(made_edges_.size())};
  if (state.count == 1)
    state = {.kind = StateKind::byte, .low = first->low, .high = first->high, .next = first->to};
  else
    made_edges_.insert(made_edges_.end(), first, open_edges_.end());
  open_edges_.erase(first, open_edges_.end());
  return add(state);
}

RuleAutomaton::StateId RuleAutomaton::to_all(std::span<const StateId> states) {
  constexpr std::size_t kMostMoves = 0xFFFF;
  if (states.size() == 1) return states.front();
  if (states.size() > kMostMoves)
    return to_all({to_all(states.first(kMostMoves)), to_all(states.subspan(kMostMoves))});
  const auto first_move = static_cast<std::uint32_t>(made_moves_.size());
  made_moves_.insert(made_moves_.end(), states.begin(), states.end());
  return add({.kind = StateKind::fork,
              .count = static_cast<std::uint16_t>(states.size()),
              .next = first_move,
              .fork = forks_++});
}

RuleAutomaton::StateId RuleAutomaton::at_border(std::size_t border, StateId next) {
  return add({.kind = StateKind::border,
              .border = static_cast<std::uint8_t>(std::min<std::size_t>(border, kNoBorder)),
              .next = next});
}

void RuleAutomaton::add(const PatternTree& pattern, const PatternTree& edge, std::uint32_t number) {
  forks_ = 0;
  const auto match = add({.kind = StateKind::match, .next = number});
  const auto start = at_border(0, reads(pattern, at_border(1, reads(edge, match, 0)), 1));
  patterns_.push_back({number, start, forks_, static_cast<std::uint32_t>(pattern.groups + 1)});
}

const RuleAutomaton::Pattern* RuleAutomaton::pattern(std::uint32_t number) const {
  const auto found = std::ranges::lower_bound(patterns_, number, {}, &Pattern::number);
  return found == patterns_.end() || found->number != number ? nullptr : &*found;
}

RuleAutomaton::StateId RuleAutomaton::reads(const PatternTree& tree, StateId next, std::size_t group) {
  switch (tree.kind) {
    case Kind::literal:
      return reads_bytes(tree.bytes, next);
    case Kind::set:
      return reads_set(tree, next);
    case Kind::end:
      return on_byte(kEnd, next);
    case Kind::sequence:
      return reads_sequence(tree.parts, next, group);
    case Kind::choice:
      return reads_choice(tree.parts, next, group);
    case Kind::group:
      return at_border(2 * group, reads(tree.parts.front(), at_border(2 * group + 1, next), group + 1));
    case Kind::shared:
      return reads_shared(*tree.other, next, group);
    case Kind::repeat:
      break;
  }
  return reads_repeat(tree, next, group);
}

RuleAutomaton::StateId RuleAutomaton::reads_sequence(const std::vector<PatternTree>& parts, StateId next,
                                                     std::size_t group) {
  for (const auto& part : parts) group += part.groups;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    next = reads(*part, next, group -= part->groups);
  return next;
}

RuleAutomaton::StateId RuleAutomaton::reads_bytes(std::string_view bytes, StateId next) {
  for (std::size_t i = bytes.size(); i-- > 0;) next = on_byte(static_cast<unsigned char>(bytes[i]), next);
  return next;
}

RuleAutomaton::StateId RuleAutomaton::reads_set(const PatternTree& set, StateId next) {
  std::vector<Bytes> characters;
  for (const auto& [low, high] : set.ranges) cut(low, high, characters);
  return reads_characters(characters, 0, next);
}

// Characters that agree in their first `depth` bytes. Two ranges of a byte are the same or apart: where a
// range has more than one byte, all that can follow follows.
RuleAutomaton::StateId RuleAutomaton::reads_characters(std::span<const Bytes> characters, std::size_t depth,
                                                       StateId next) {
  const auto first_edge = open_edges_.size();
  while (!characters.empty()) {
    const auto [low, high] = characters.front()[depth];
    std::size_t same = 1;
    while (same < characters.size() && characters[same][depth].first == low) ++same;
    const bool last = characters.front().size() == depth + 1;
    const auto to = last ? next : reads_characters(characters.first(same), depth + 1, next);
    open_edges_.push_back({low, high, to});
    characters = characters.subspan(same);
  }
  return on_bytes(first_edge);
}

RuleAutomaton::StateId RuleAutomaton::reads_choice(const std::vector<PatternTree>& parts, StateId next,
                                                   std::size_t group) {
  std::vector<Word> words;
  std::vector<StateId> ways;
  const auto settle_words = [&] {
    if (words.empty()) return;
    sort(words);
    ways.push_back(reads_words(words, 0, next));
    words.clear();
  };
  for (const auto& part : parts) {
    if (part.kind == Kind::literal) {
      words.push_back({part.bytes, words.size()});
      continue;
    }
    settle_words();
    ways.push_back(reads(part, next, group));
    group += part.groups;
  }
  settle_words();
  return to_all(ways);
}

void RuleAutomaton::sort(std::vector<Word>& words) {
  std::ranges::sort(words, [](const Word& a, const Word& b) {
    const int order = a.bytes.compare(b.bytes);
    return order != 0 ? order < 0 : a.place < b.place;
  });
}

// What is shared is a list of words, nearly always, and of many patterns.
RuleAutomaton::StateId RuleAutomaton::reads_shared(const PatternTree& tree, StateId next, std::size_t group) {
  const auto known = sorted_.find(&tree);
  if (known != sorted_.end()) return reads_words(known->second, 0, next);
  const auto is_word = [](const PatternTree& part) { return part.kind == Kind::literal; };
  if (tree.kind != Kind::choice || !std::ranges::all_of(tree.parts, is_word)) return reads(tree, next, group);
  auto& words = sorted_[&tree];
  for (const auto& part : tree.parts) words.push_back({part.bytes, words.size()});
  sort(words);
  return reads_words(words, 0, next);
}

// Words that agree in their first `depth` bytes, which have been read. Of a word and one that goes on after
// it the pattern prefers the one that stands first in it.
RuleAutomaton::StateId RuleAutomaton::reads_words(std::span<const Word> words, std::size_t depth,
                                                  StateId next) {
  if (words.size() == 1) return reads_bytes(words.front().bytes.substr(depth), next);
  if (words.front().bytes.size() > depth) return reads_branches(words, depth, next);
  const auto place = words.front().place;  // of those that are the same the first
  while (!words.empty() && words.front().bytes.size() == depth) words = words.subspan(1);
  if (words.empty()) return next;
  std::vector<Word> before, after;
  for (const Word& word : words) (word.place < place ? before : after).push_back(word);
  std::vector<StateId> ways;
  if (!before.empty()) ways.push_back(reads_branches(before, depth, next));
  ways.push_back(next);
  if (!after.empty()) ways.push_back(reads_branches(after, depth, next));
  return to_all(ways);
}

// The same of words that all go on.
RuleAutomaton::StateId RuleAutomaton::reads_branches(std::span<const Word> words, std::size_t depth,
                                                     StateId next) {
  const auto first_edge = open_edges_.size();
  while (!words.empty()) {
    const char byte = words.front().bytes[depth];
    const auto other =
        std::ranges::find_if(words, [&](const Word& word) { return word.bytes[depth] != byte; });
    const auto same = words.first(static_cast<std::size_t>(other - words.begin()));
    const std::uint16_t edge = static_cast<unsigned char>(byte);
    const auto to = reads_words(same, depth + 1, next);
    open_edges_.push_back({edge, edge, to});
    words = words.subspan(same.size());
  }
  return on_bytes(first_edge);
}

RuleAutomaton::StateId RuleAutomaton::reads_repeat(const PatternTree& tree, StateId next, std::size_t group) {
  const auto& part = tree.parts.front();
  const auto preferring = [&](StateId round, StateId end) {
    return tree.as_little ? to_all({end, round}) : to_all({round, end});
  };
  if (tree.most == PatternTree::kNoLimit) next = loop(part, tree.as_little, next, group);
  const auto end = next;
  for (int i = tree.least; i < tree.most; ++i) next = preferring(reads(part, next, group), end);
  for (int i = 0; i < tree.least; ++i) next = reads(part, next, group);
  return next;
}

// Any number of rounds. The fork has to be known before what it goes through.
RuleAutomaton::StateId RuleAutomaton::loop(const PatternTree& part, bool as_little, StateId next,
                                           std::size_t group) {
  const auto fork = add({.kind = StateKind::fork, .count = 2, .fork = forks_++});
  const auto round = reads(part, fork, group);
  made_states_[fork].next = static_cast<std::uint32_t>(made_moves_.size());
  if (as_little)
    made_moves_.insert(made_moves_.end(), {next, round});
  else
    made_moves_.insert(made_moves_.end(), {round, next});
  return fork;
}

void RuleAutomaton::finish() {
  sorted_.clear();
  states_ = made_states_;
  edges_ = made_edges_;
  moves_ = made_moves_;
  std::array<bool, kEnd + 2> border{};
  border[kEnd] = true;
  for (const Edge& edge : edges_) border[edge.low] = border[edge.high + 1] = true;
  for (const State& state : states_)
    if (state.kind == StateKind::byte) border[state.low] = border[state.high + 1] = true;
  std::array<std::uint16_t, kEnd + 1> first_alike{};
  for (std::uint16_t byte = 1; byte <= kEnd; ++byte)
    first_alike[byte] = border[byte] ? byte : first_alike[byte - 1];
  number_classes(first_alike);
}

// What figures have comes first, then what texts have most, so that what is read of a reader's wide row
// stands together.
void RuleAutomaton::number_classes(const std::array<std::uint16_t, kEnd + 1>& first_alike) {
  constexpr std::string_view kCommon = " 0123456789.,-enirtsahdulcgombwfkzvp";
  constexpr ByteClass kNone = 0xFFFF;
  std::array<ByteClass, kEnd + 1> number_of;
  number_of.fill(kNone);
  members_.clear();
  const auto add = [&](std::uint16_t member) {
    if (number_of[member] != kNone) return;
    number_of[member] = static_cast<ByteClass>(members_.size());
    members_.push_back(member);
  };
  for (const char c : kCommon) add(first_alike[static_cast<unsigned char>(c)]);
  for (const auto member : first_alike) add(member);
  for (std::uint16_t byte = 0; byte <= kEnd; ++byte) classes_[byte] = number_of[first_alike[byte]];
}

RuleReader::RuleReader(const RuleAutomaton& automaton)
    : automaton_(automaton), closure_of_(automaton.states_.size()), seen_(automaton.states_.size()) {
  begin_anew();
}

std::uint32_t RuleReader::StateSets::add(std::span<const StateId> states) {
  std::uint64_t hash = kHashBegin;
  for (const auto state : states) hash = (hash ^ state) * kHashFactor, hash ^= hash >> 29;
  if (2 * (sets_.size() + 1) > slots_.size()) grow();
  const auto mask = slots_.size() - 1;
  auto at = hash & mask;
  for (; slots_[at]; at = (at + 1) & mask) {
    const auto number = slots_[at] - 1;
    if (sets_[number].hash == hash && std::ranges::equal((*this)[number], states)) return number;
  }
  const auto number = static_cast<std::uint32_t>(sets_.size());
  slots_[at] = number + 1;
  sets_.push_back(
      {hash, static_cast<std::uint32_t>(states_.size()), static_cast<std::uint32_t>(states.size())});
  states_.insert(states_.end(), states.begin(), states.end());
  return number;
}

void RuleReader::StateSets::grow() {
  slots_.assign(2 * slots_.size(), 0);
  const auto mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < sets_.size(); ++number) {
    auto at = sets_[number].hash & mask;
    while (slots_[at]) at = (at + 1) & mask;
    slots_[at] = number + 1;
  }
}

// State 0 is the start.
void RuleReader::begin_anew() {
  rows_.clear();
  wide_.assign(1, Line());
  sets_.clear();
  marked_.clear();
  met_.clear();
  last_met_.clear();
  set_.clear();
  closures_.assign(1, 0);
  std::ranges::fill(closure_of_, 0);
  for (const auto& pattern : automaton_.patterns_) add_closure(pattern.start, set_);
  number_of(set_);
}

// The states that read or match and are reached from one without reading. Most steps lead to places that
// others have led to.
void RuleReader::add_closure(StateId first, std::vector<StateId>& set) {
  const auto kind = automaton_.states_[first].kind;
  if (kind != RuleAutomaton::StateKind::fork && kind != RuleAutomaton::StateKind::border)
    return set.push_back(first);
  auto& place = closure_of_[first];
  if (!place) {
    place = static_cast<std::uint32_t>(closures_.size());
    closures_.push_back(0);
    find_closure(first, closures_);
    closures_[place] = static_cast<StateId>(closures_.size() - place - 1);
  }
  const auto begin = closures_.begin() + place + 1;
  set.insert(set.end(), begin, begin + closures_[place]);
}

// A state that reads may come more than once: looking whether it has been here costs more than that.
void RuleReader::find_closure(StateId first, std::vector<StateId>& set) {
  using StateKind = RuleAutomaton::StateKind;
  ++round_;
  open_.clear();
  for (auto id = first;;) {
    const auto& state = automaton_.states_[id];
    if (state.kind == StateKind::border) {
      id = state.next;
      continue;
    }
    if (state.kind != StateKind::fork) {
      set.push_back(id);
    } else if (std::exchange(seen_[id], round_) != round_) {
      const auto* moves = &automaton_.moves_[state.next];
      open_.insert(open_.end(), moves + 1, moves + state.count);
      id = moves[0];
      continue;
    }
    if (open_.empty()) return;
    id = open_.back();
    open_.pop_back();
  }
}

std::uint32_t RuleReader::number_of(std::vector<StateId>& set) {
  std::ranges::sort(set);
  set.erase(std::unique(set.begin(), set.end()), set.end());
  const auto number = sets_.add(set);
  if (number == marked_.size()) {
    bool stop = true, match = false;
    for (const auto id : set) {
      const bool matches = automaton_.states_[id].kind == RuleAutomaton::StateKind::match;
      stop &= matches;
      match |= matches;
    }
    marked_.push_back(number | (stop ? kStop : 0) | (match ? kMatch : 0));
    last_met_.push_back(0);
    rows_.emplace_back();
  }
  return marked_[number];
}

// The edges of a state ascend and exclude each other.
RuleAutomaton::StateId RuleAutomaton::after(const State& state, std::uint16_t byte) const {
  if (state.kind == StateKind::byte) return state.low <= byte && byte <= state.high ? state.next : kNowhere;
  if (state.kind == StateKind::bytes)
    for (const Edge& edge : std::span(edges_.data() + state.next, state.count))
      if (byte <= edge.high) return edge.low <= byte ? edge.to : kNowhere;
  return kNowhere;
}

RuleReader::Step RuleReader::step(std::uint32_t from, RuleAutomaton::ByteClass byte_class) {
  const auto byte = automaton_.members_[byte_class];
  const auto states = sets_[from];
  set_.clear();
  targets_.resize(states.size());
  // In two rounds, so that the processor can wait for many states at once.
  for (std::size_t i = 0; i < states.size(); ++i)
    targets_[i] = automaton_.after(automaton_.states_[states[i]], byte);
  for (const auto target : targets_)
    if (target != RuleAutomaton::kNowhere) add_closure(target, set_);
  const auto to = number_of(set_);
  const Step step(to, first_alike(from, byte_class, to));
  keep(from, byte_class, step);
  return step;
}

RuleReader::Step RuleReader::known(std::uint32_t state, RuleAutomaton::ByteClass byte_class) const {
  const Row& row = rows_[state];
  if (row.wide) return wide_[row.wide + byte_class / kInLine].steps[byte_class % kInLine];
  if (row.classes[0] == byte_class) return row.steps[0];
  return row.classes[1] == byte_class ? row.steps[1] : Step();
}

void RuleReader::keep(std::uint32_t state, RuleAutomaton::ByteClass byte_class, Step step) {
  Row& row = rows_[state];
  for (std::size_t i = 0; i < row.classes.size() && !row.wide; ++i) {
    if (row.classes[i] != Row::kNoClass) continue;
    row.classes[i] = byte_class;
    row.steps[i] = step;
    return;
  }
  const auto in_wide = [&](RuleAutomaton::ByteClass of) -> Step& {
    return wide_[row.wide + of / kInLine].steps[of % kInLine];
  };
  if (!row.wide) {
    row.wide = static_cast<std::uint32_t>(wide_.size());
    wide_.resize(wide_.size() + (automaton_.class_count() + kInLine - 1) / kInLine);
    for (std::size_t i = 0; i < row.classes.size(); ++i) in_wide(row.classes[i]) = row.steps[i];
  }
  in_wide(byte_class) = step;
}

// Of the classes met so far that lead from here to the same place, the one that every single rule goes on
// from alike: going to the same set of places is not enough, as they could be reached from different ones.
RuleAutomaton::ByteClass RuleReader::first_alike(std::uint32_t from, RuleAutomaton::ByteClass byte_class,
                                                 std::uint32_t to) {
  if (to & kStop) return byte_class;
  const auto leads_alike = [&](RuleAutomaton::ByteClass other) {
    if (!known(from, other).is(Step(to, 0), other)) return false;
    const auto byte = automaton_.members_[other];
    return std::ranges::equal(sets_[from], targets_, [&](StateId id, StateId target) {
      return automaton_.after(automaton_.states_[id], byte) == target;
    });
  };
  for (auto met = last_met_[from]; met; met = met_[met - 1].before)
    if (leads_alike(met_[met - 1].byte_class)) return met_[met - 1].byte_class;
  met_.push_back({last_met_[from], byte_class});
  last_met_[from] = static_cast<std::uint32_t>(met_.size());
  return byte_class;
}

RuleAutomaton::ByteClass RuleReader::class_at(std::string_view text, std::size_t at) const {
  return at < text.size() ? automaton_.class_of(text[at]) : automaton_.end_class();
}

RuleReader::Step RuleReader::next(std::uint32_t state, RuleAutomaton::ByteClass byte_class) {
  const Step before = known(state, byte_class);
  return before.known() ? before : step(state, byte_class);
}

RuleReader::Reading RuleReader::read(std::string_view text, std::size_t at) {
  if (rows_.size() * sizeof(Row) / sizeof(Step) + wide_.size() * kInLine + sets_.states() + closures_.size() >
          kMostKept ||
      sets_.size() > Step::kMostStates / 2)
    begin_anew();
  if (path_.size() <= text.size() - at) path_.resize(text.size() - at + 1);
  Reading reading;
  std::size_t length = 0;
  std::uint64_t hash = kHashBegin;
  auto* path = path_.data();
  // Goes on to the state that a class leads to; false where nothing more can follow.
  const auto go = [&](std::uint32_t& state, RuleAutomaton::ByteClass byte_class) {
    const Step step = next(state, byte_class);
    const auto to = step.to();
    if (to & (kMatch | kStop)) {
      if (to & kMatch) {
        reading = {true, at, {}, hash ^ hash >> 32};
        length = static_cast<std::size_t>(path - path_.data());
      }
      if (to & kStop) return false;
    }
    hash = (hash ^ step.first()) * kHashFactor;
    *path++ = step.first();
    state = to & kNumber;
    return true;
  };
  std::uint32_t state = 0;
  bool goes_on = true;
  while (goes_on && at < text.size()) {
    goes_on = go(state, automaton_.class_of(text[at]));
    ++at;
  }
  if (goes_on) go(state, automaton_.end_class());
  reading.path = {path_.data(), length};
  return reading;
}

void RuleReader::matches(std::string_view text, std::size_t at, const Reading& reading,
                         std::vector<int>& numbers) {
  numbers.clear();
  for (std::uint32_t state = 0; reading.any && at <= reading.edge; ++at) {
    const auto to = next(state, class_at(text, at)).to();
    state = to & kNumber;
    if (!(to & kMatch)) continue;
    for (const auto id : sets_[state])
      if (const auto& matched = automaton_.states_[id]; matched.kind == RuleAutomaton::StateKind::match)
        numbers.push_back(static_cast<int>(matched.next));
  }
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace gegenprobe::extract
