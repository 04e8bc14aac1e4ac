#include "extract/matching/word_table.h"

#include <algorithm>
#include <cassert>

namespace gegenprobe::extract {

void WordTable::place(std::uint64_t hash, std::uint32_t place) {
  const auto mask = slots_.size() - 1;
  auto at = hash & mask;
  while (slots_[at]) at = (at + 1) & mask;
  slots_[at] = (static_cast<std::uint32_t>(hash >> 32) & kHashBits) | place;
}

std::uint32_t WordTable::add(std::string_view word, std::uint32_t fresh) {
  const auto hash = WordHash::of(word);
  if (const auto known = find(hash, word)) return known;
  const auto at = static_cast<std::uint32_t>(words_.size());
  assert(at <= kPlaceBits);
  if (2 * words_.size() > slots_.size()) {
    slots_.assign(2 * slots_.size(), 0);
    for (std::uint32_t i = 1; i < words_.size(); ++i) place(words_[i].hash, i);
  }
  words_.push_back(
      {hash, static_cast<std::uint32_t>(word.size()), fresh, static_cast<std::uint32_t>(pool_.size())});
  if (!WordHash::tells_all(word.size())) pool_ += word;
  place(hash, at);
  return fresh;
}

void WordTable::renumber(std::span<const std::uint32_t> fresh) {
  for (auto word = words_.begin() + 1; word != words_.end(); ++word) word->number = fresh[word->number];
  std::ranges::sort(words_.begin() + 1, words_.end(), {}, &Word::number);
  std::ranges::fill(slots_, 0);
  for (std::uint32_t i = 1; i < words_.size(); ++i) place(words_[i].hash, i);
}

}  // namespace gegenprobe::extract
