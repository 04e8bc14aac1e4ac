#include "extract/matching/match_memory.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kMostAnswers = 1u << 16, kMostClasses = 4u << 20;

}  // namespace

const MatchMemory::Answer* MatchMemory::find(const RuleReader::Reading& reading) const {
  const auto mask = slots_.size() - 1;
  for (auto i = reading.hash & mask; slots_[i].answer; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.hash != reading.hash || slot.size != reading.path.size()) continue;
    if (std::equal(reading.path.begin(), reading.path.end(), classes_.begin() + slot.begin))
      return &answers_[slot.answer - 1];
  }
  return nullptr;
}

const MatchMemory::Answer& MatchMemory::keep(const RuleReader::Reading& reading, Answer answer) {
  if (answers_.size() >= kMostAnswers || classes_.size() >= kMostClasses) *this = {};
  if (2 * (answers_.size() + 1) > slots_.size()) grow();
  const auto begin = static_cast<std::uint32_t>(classes_.size());
  classes_.insert(classes_.end(), reading.path.begin(), reading.path.end());
  answers_.push_back(std::move(answer));
  place({reading.hash, begin, static_cast<std::uint32_t>(classes_.size()) - begin,
         static_cast<std::uint32_t>(answers_.size())});
  return answers_.back();
}

void MatchMemory::place(const Slot& slot) {
  const auto mask = slots_.size() - 1;
  auto i = slot.hash & mask;
  while (slots_[i].answer) i = (i + 1) & mask;
  slots_[i] = slot;
}

void MatchMemory::grow() {
  std::vector<Slot> old(slots_.size() * 4);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.answer) place(slot);
}

}  // namespace gegenprobe::extract
