#include "extract/word_table.h"

#include <cassert>

namespace gegenprobe::extract {

void WordTable::place(std::uint64_t hash, std::uint32_t place) {
  const auto mask = slots_.size() - 1;
  auto at = hash & mask;
  while (slots_[at]) at = (at + 1) & mask;
  slots_[at] = (static_cast<std::uint32_t>(hash >> 32) & kHashBits) | place;
}

std::uint32_t WordTable::add(std::string_view word, std::uint32_t fresh) {
  const WordKey key(word);
  if (const auto known = find(key, word)) return known;
  const auto at = static_cast<std::uint32_t>(words_.size());
  assert(at <= kPlaceBits);
  if (2 * words_.size() > slots_.size()) {
    slots_.assign(2 * slots_.size(), 0);
    for (std::uint32_t i = 1; i < words_.size(); ++i) place(hashes_[i], i);
  }
  words_.push_back({key.first, key.last, key.size, fresh, static_cast<std::uint32_t>(pool_.size())});
  hashes_.push_back(key.hash);
  if (key.size > WordKey::kWhole) pool_ += word;
  place(key.hash, at);
  return fresh;
}

}  // namespace gegenprobe::extract
