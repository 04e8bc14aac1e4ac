// Goes one way at a time and keeps the others for later. Where a fork was met at the same place before, what
// follows has been tried in vain.
#include "extract/matching/capture_reader.h"

#include <limits>

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kUnset = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::vector<Span> CaptureReader::read(std::uint32_t number, std::string_view text, std::size_t at,
                                      std::size_t limit) {
  std::vector<Span> groups;
  const auto* pattern = automaton_.pattern(number);
  if (!pattern) return groups;
  begin_ = at;
  places_ = limit - at + 1;
  been_.assign((pattern->forks * places_ + 63) / 64, 0);
  borders_.assign(2 * std::size_t{pattern->groups}, kUnset);
  open_.assign(1, {pattern->start, static_cast<std::uint32_t>(at), RuleAutomaton::kNoBorder});
  while (!open_.empty()) {
    const auto next = open_.back();
    open_.pop_back();
    if (next.border != RuleAutomaton::kNoBorder) {
      borders_[next.border] = next.place;
    } else if (follow(next, text, limit)) {
      const auto begin = static_cast<std::uint32_t>(at);
      for (std::size_t i = 0; i < borders_.size(); i += 2)
        groups.push_back(borders_[i] < borders_[i + 1] && borders_[i + 1] != kUnset
                             ? Span{borders_[i] - begin, borders_[i + 1] - begin}
                             : Span{});
      break;
    }
  }
  return groups;
}

// Up to a match or to where it goes no further.
bool CaptureReader::follow(Open from, std::string_view text, std::size_t limit) {
  for (auto id = from.state; id != RuleAutomaton::kNowhere;) {
    const auto& state = automaton_.states_[id];
    switch (state.kind) {
      case RuleAutomaton::StateKind::match:
        return true;
      case RuleAutomaton::StateKind::byte:
      case RuleAutomaton::StateKind::bytes:
        id = step(state, text, limit, from.place);
        break;
      case RuleAutomaton::StateKind::fork:
        if (been_here(state, from.place)) return false;
        for (auto i = state.count; i-- > 1;)
          open_.push_back({automaton_.moves_[state.next + i], from.place, RuleAutomaton::kNoBorder});
        id = automaton_.moves_[state.next];
        break;
      case RuleAutomaton::StateKind::border:
        if (state.border != RuleAutomaton::kNoBorder) set_border(state.border, from.place);
        id = state.next;
    }
  }
  return false;
}

CaptureReader::StateId CaptureReader::step(const State& state, std::string_view text, std::size_t limit,
                                           std::uint32_t& place) const {
  if (place >= limit && place != text.size()) return RuleAutomaton::kNowhere;
  const bool end = place == text.size();
  const std::uint16_t byte = end ? RuleAutomaton::kEnd : static_cast<unsigned char>(text[place]);
  if (!end) ++place;
  return automaton_.after(state, byte);
}

bool CaptureReader::been_here(const State& fork, std::uint32_t place) {
  const auto bit = fork.fork * places_ + (place - begin_);
  const auto mask = std::uint64_t{1} << bit % 64;
  auto& word = been_[bit / 64];
  return (word & mask) != 0 || (word |= mask, false);
}

void CaptureReader::set_border(std::uint8_t border, std::uint32_t place) {
  open_.push_back({0, borders_[border], border});
  borders_[border] = place;
}

}  // namespace gegenprobe::extract
