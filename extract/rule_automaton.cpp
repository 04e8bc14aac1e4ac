// Thompson's construction, backwards: each part is made knowing where it goes on, so that no pattern has to
// be patched together afterwards. Words that stand for choice share their beginnings. The deterministic
// states are sets of these, made when first reached.
#include "extract/rule_automaton.h"

#include <algorithm>
#include <string>

namespace gegenprobe::extract {
namespace {

using Kind = PatternTree::Kind;

constexpr std::size_t kMostTable = 4u << 20;  // entries of a reader's table, and states in its sets
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

RuleAutomaton::StateId RuleAutomaton::on_bytes(const std::vector<Edge>& edges) {
  State state;
  state.edges = static_cast<std::uint32_t>(edges_.size());
  state.edge_count = static_cast<std::uint32_t>(edges.size());
  edges_.insert(edges_.end(), edges.begin(), edges.end());
  states_.push_back(state);
  return static_cast<StateId>(states_.size() - 1);
}

RuleAutomaton::StateId RuleAutomaton::to_all(const std::vector<StateId>& states) {
  if (states.size() == 1) return states.front();
  State state;
  state.moves = static_cast<std::uint32_t>(moves_.size());
  state.move_count = static_cast<std::uint32_t>(states.size());
  moves_.insert(moves_.end(), states.begin(), states.end());
  states_.push_back(state);
  return static_cast<StateId>(states_.size() - 1);
}

void RuleAutomaton::add(const PatternTree& pattern, const PatternTree& edge, std::uint32_t number) {
  states_.emplace_back().rule = number;
  starts_.push_back(reads(pattern, reads(edge, static_cast<StateId>(states_.size() - 1))));
}

RuleAutomaton::StateId RuleAutomaton::reads(const PatternTree& tree, StateId next) {
  switch (tree.kind) {
    case Kind::literal:
      return reads_bytes(tree.bytes, next);
    case Kind::set:
      return reads_set(tree, next);
    case Kind::end:
      return on_bytes({{kEnd, kEnd, next}});
    case Kind::sequence:
      for (auto part = tree.parts.rbegin(); part != tree.parts.rend(); ++part) next = reads(*part, next);
      return next;
    case Kind::choice:
      return reads_choice(tree.parts, next);
    case Kind::shared:
      return reads(*tree.other, next);
    case Kind::repeat:
      break;
  }
  return reads_repeat(tree, next);
}

RuleAutomaton::StateId RuleAutomaton::reads_bytes(std::string_view bytes, StateId next) {
  for (std::size_t i = bytes.size(); i-- > 0;) {
    const std::uint16_t byte = static_cast<unsigned char>(bytes[i]);
    next = on_bytes({{byte, byte, next}});
  }
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
  std::vector<Edge> edges;
  while (!characters.empty()) {
    const auto [low, high] = characters.front()[depth];
    std::size_t same = 1;
    while (same < characters.size() && characters[same][depth].first == low) ++same;
    const bool last = characters.front().size() == depth + 1;
    edges.push_back({low, high, last ? next : reads_characters(characters.first(same), depth + 1, next)});
    characters = characters.subspan(same);
  }
  return on_bytes(edges);
}

RuleAutomaton::StateId RuleAutomaton::reads_choice(const std::vector<PatternTree>& parts, StateId next) {
  std::vector<std::string_view> words;
  std::vector<StateId> ways;
  for (const auto& part : parts) {
    if (part.kind == Kind::literal)
      words.push_back(part.bytes);
    else
      ways.push_back(reads(part, next));
  }
  std::ranges::sort(words);
  if (!words.empty()) ways.push_back(reads_words(words, 0, words.size(), 0, next));
  return to_all(ways);
}

// Words [from, to) agree in their first `depth` bytes, which have been read.
RuleAutomaton::StateId RuleAutomaton::reads_words(const std::vector<std::string_view>& words,
                                                  std::size_t from, std::size_t to, std::size_t depth,
                                                  StateId next) {
  if (to - from == 1) return reads_bytes(words[from].substr(depth), next);
  std::vector<StateId> ways;
  if (words[from].size() == depth) ways.push_back(next);
  while (from < to && words[from].size() == depth) ++from;
  std::vector<Edge> edges;
  while (from < to) {
    auto end = from + 1;
    while (end < to && words[end][depth] == words[from][depth]) ++end;
    const std::uint16_t byte = static_cast<unsigned char>(words[from][depth]);
    edges.push_back({byte, byte, reads_words(words, from, end, depth + 1, next)});
    from = end;
  }
  if (!edges.empty()) ways.push_back(on_bytes(edges));
  return to_all(ways);
}

RuleAutomaton::StateId RuleAutomaton::reads_repeat(const PatternTree& tree, StateId next) {
  const auto& part = tree.parts.front();
  if (tree.most == PatternTree::kNoLimit) {
    // The loop has to be known before what it goes through.
    states_.emplace_back();
    const auto loop = static_cast<StateId>(states_.size() - 1);
    const auto round = reads(part, loop);
    states_[loop].moves = static_cast<std::uint32_t>(moves_.size());
    states_[loop].move_count = 2;
    moves_.insert(moves_.end(), {next, round});
    next = loop;
  }
  const auto end = next;
  for (int i = tree.least; i < tree.most; ++i) next = to_all({end, reads(part, next)});
  for (int i = 0; i < tree.least; ++i) next = reads(part, next);
  return next;
}

void RuleAutomaton::finish() {
  std::array<bool, kEnd + 2> border{};
  border[kEnd] = true;
  for (const Edge& edge : edges_) border[edge.low] = border[edge.high + 1] = true;
  ByteClass current = 0;
  members_ = {0};
  for (std::uint16_t byte = 0; byte <= kEnd; ++byte) {
    if (byte > 0 && border[byte]) ++current, members_.push_back(byte);
    classes_[byte] = current;
  }
  class_count_ = members_.size();
}

RuleReader::RuleReader(const RuleAutomaton& automaton)
    : automaton_(automaton), width_(automaton.class_count()), seen_(automaton.states_.size()) {
  begin_anew();
}

std::size_t RuleReader::SetHash::operator()(const std::vector<StateId>& set) const {
  std::uint64_t hash = kHashBegin;
  for (const auto state : set) hash = (hash ^ state) * kHashFactor, hash ^= hash >> 29;
  return hash;
}

// State 0 is the start.
void RuleReader::begin_anew() {
  table_.clear();
  numbers_.clear();
  sets_.clear();
  used_ = 0;
  std::vector<StateId> set;
  ++round_;
  for (const auto start : automaton_.starts_) add_closure(start, set);
  number_of(std::move(set));
}

void RuleReader::add_closure(StateId first, std::vector<StateId>& set) {
  std::vector<StateId> open{first};
  while (!open.empty()) {
    const auto id = open.back();
    open.pop_back();
    if (seen_[id] == round_) continue;
    seen_[id] = round_;
    const auto& state = automaton_.states_[id];
    if (state.edge_count || state.rule != RuleAutomaton::kNoRule) set.push_back(id);
    for (std::uint32_t i = 0; i < state.move_count; ++i) open.push_back(automaton_.moves_[state.moves + i]);
  }
}

std::uint32_t RuleReader::number_of(std::vector<StateId> set) {
  std::ranges::sort(set);
  const auto next = static_cast<std::uint32_t>(sets_.size());
  const auto [it, fresh] = numbers_.try_emplace(std::move(set), next);
  if (fresh) {
    bool stop = true, match = false;
    for (const auto id : it->first) {
      stop &= automaton_.states_[id].edge_count == 0;
      match |= automaton_.states_[id].rule != RuleAutomaton::kNoRule;
    }
    it->second |= (stop ? kStop : 0) | (match ? kMatch : 0);
    sets_.push_back(&it->first);
    used_ += it->first.size();
    table_.resize(table_.size() + width_, {kUnknown, 0});
  }
  return it->second;
}

// The edges of a state exclude each other.
RuleAutomaton::StateId RuleAutomaton::after(StateId state, std::uint16_t byte) const {
  const auto first = edges_.begin() + states_[state].edges, last = first + states_[state].edge_count;
  const auto edge =
      std::find_if(first, last, [byte](const Edge& e) { return e.low <= byte && byte <= e.high; });
  return edge == last ? kNowhere : edge->to;
}

RuleReader::Step RuleReader::step(std::uint32_t from, RuleAutomaton::ByteClass byte_class) {
  const auto byte = automaton_.members_[byte_class];
  std::vector<StateId> set;
  ++round_;
  for (const auto id : *sets_[from])
    if (const auto to = automaton_.after(id, byte); to != RuleAutomaton::kNowhere) add_closure(to, set);
  const auto to = number_of(std::move(set));
  return table_[from * width_ + byte_class] = {to, least_alike(from, byte_class, to)};
}

// Of the classes met so far that lead from here to the same place, the first that every single rule goes on
// from alike: going to the same set of places is not enough, as they could be reached from different ones.
RuleAutomaton::ByteClass RuleReader::least_alike(std::uint32_t from, RuleAutomaton::ByteClass byte_class,
                                                 std::uint32_t to) const {
  const auto byte = automaton_.members_[byte_class];
  for (RuleAutomaton::ByteClass other = 0; other < width_ && !(to & kStop); ++other) {
    const Step& known = table_[from * width_ + other];
    if (known.to != to || known.least != other) continue;
    const auto same = [&](StateId id) {
      return automaton_.after(id, byte) == automaton_.after(id, automaton_.members_[other]);
    };
    if (std::ranges::all_of(*sets_[from], same)) return other;
  }
  return byte_class;
}

RuleAutomaton::ByteClass RuleReader::class_at(std::string_view text, std::size_t at) const {
  return at < text.size() ? automaton_.class_of(text[at]) : automaton_.end_class();
}

RuleReader::Step RuleReader::next(std::uint32_t state, RuleAutomaton::ByteClass byte_class) {
  const Step known = table_[state * width_ + byte_class];
  return known.to == kUnknown ? step(state, byte_class) : known;
}

RuleReader::Reading RuleReader::read(std::string_view text, std::size_t at) {
  if (table_.size() + used_ > kMostTable) begin_anew();
  Reading reading;
  std::size_t length = 0;
  std::uint64_t hash = kHashBegin;
  path_.clear();
  for (std::uint32_t state = 0;; ++at) {
    const auto [to, least] = next(state, class_at(text, at));
    if (to & kMatch) {
      reading = {true, at, {}, hash ^ hash >> 32};
      length = path_.size();
    }
    if (to & kStop || at == text.size()) break;
    hash = (hash ^ least) * kHashFactor;
    path_.push_back(least);
    state = to & kNumber;
  }
  reading.path = {path_.data(), length};
  return reading;
}

void RuleReader::matches(std::string_view text, std::size_t at, const Reading& reading,
                         std::vector<int>& numbers) {
  numbers.clear();
  for (std::uint32_t state = 0; reading.any && at <= reading.edge; ++at) {
    const auto to = next(state, class_at(text, at)).to;
    state = to & kNumber;
    if (!(to & kMatch)) continue;
    for (const auto id : *sets_[state])
      if (const auto rule = automaton_.states_[id].rule; rule != RuleAutomaton::kNoRule)
        numbers.push_back(static_cast<int>(rule));
  }
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace gegenprobe::extract
