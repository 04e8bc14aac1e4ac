#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::extract {

/// The hash of words: of bytes [begin, begin + size) of a text. Words of up to eight bytes have the same hash
/// and size only where they are the same.
class WordHash {
 public:
  static std::uint64_t of(std::string_view text, std::size_t begin, std::size_t size) {
    const char* bytes = text.data() + begin;
    // Most words have eight bytes behind their begin, of which those of the next word are cut off.
    const bool at_once = std::endian::native == std::endian::little && begin + 8 <= text.size() && size > 0;
    if (tells_all(size))
      return mixed(size + (at_once ? eight(bytes) & ~std::uint64_t{0} >> (64 - 8 * size) : few(bytes, size)));
    const auto last = eight(bytes + size - 8);
    auto first = eight(bytes);
    if (size > 16)
      for (std::size_t i = 8; i + 8 < size; i += 8) first = mixed(first) ^ eight(bytes + i);
    return mixed(mixed(first + size) ^ last);
  }
  static std::uint64_t of(std::string_view word) { return of(word, 0, word.size()); }
  /// Whether words of that size are the same where hash and size are.
  static constexpr bool tells_all(std::size_t size) { return size <= 8; }

 private:
  static std::uint64_t eight(const char* bytes) {
    std::uint64_t out;
    std::memcpy(&out, bytes, 8);
    return out;
  }
  static std::uint64_t four(const char* bytes) {
    std::uint32_t out;
    std::memcpy(&out, bytes, 4);
    return out;
  }
  // Up to eight bytes; where two loads overlap they say the same.
  static std::uint64_t few(const char* bytes, std::size_t size) {
    if (size == 8) return eight(bytes);
    if (size >= 4) return four(bytes) | four(bytes + size - 4) << 8 * (size - 4);
    const auto byte = [&](std::size_t at) {
      return std::uint64_t{static_cast<unsigned char>(bytes[at])} << 8 * at;
    };
    return size ? byte(0) | byte(size / 2) | byte(size - 1) : 0;
  }
  // Every step can be undone, so that different numbers stay different.
  static std::uint64_t mixed(std::uint64_t number) {
    number *= 0x9E3779B97F4A7C15u;
    number ^= number >> 32;
    number *= 0xD6E8FEB86659FD93u;
    return number ^ number >> 29;
  }
};

/// Words and a number for each, not 0; open addressing. What is asked for all the time, words that are not
/// there, is answered by the small table of hashes alone, which stays in the cache.
class WordTable {
 public:
  /// The number of the word, which is `fresh` where it is new.
  std::uint32_t add(std::string_view word, std::uint32_t fresh);
  /// 0 where it is not there. `hash` is WordHash's of the word.
  std::uint32_t find(std::uint64_t hash, std::string_view word) const {
    const auto mask = slots_.size() - 1;
    for (auto at = hash & mask; slots_[at]; at = (at + 1) & mask) {
      if ((slots_[at] ^ hash >> 32) & kHashBits) continue;
      const Word& known = words_[slots_[at] & kPlaceBits];
      if (known.hash == hash && known.size == word.size() &&
          (WordHash::tells_all(known.size) ||
           std::memcmp(pool_.data() + known.begin, word.data(), word.size()) == 0))
        return known.number;
    }
    return 0;
  }
  std::uint32_t find(std::string_view word) const { return find(WordHash::of(word), word); }
  /// Has the processor fetch what find() looks at first.
  void fetch(std::uint64_t hash) const {
#ifdef __GNUC__
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
#endif
  }
  /// Gives each word the number that stands at its own in `fresh`, and puts words of low numbers side by
  /// side.
  void renumber(std::span<const std::uint32_t> fresh);
  template <class Archive, class Table>
  static void pass(Archive& archive, Table& table) {
    archive.pass_row(table.slots_);
    archive.pass_row(table.words_);
    archive.pass_leaf(table.pool_);
  }

 private:
  // A slot holds bits of the hash above, and below the word's place in words_; 0 is an empty slot.
  static constexpr std::uint32_t kPlaceBits = (1u << 22) - 1, kHashBits = ~kPlaceBits;
  struct Word {
    std::uint64_t hash;
    std::uint32_t size, number;
    std::uint32_t begin;       // where a word that its hash does not tell stands in pool_
    std::uint32_t unused = 0;  // fills up
  };
  void place(std::uint64_t hash, std::uint32_t place);

  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64);
  std::vector<Word> words_{1};
  std::string pool_;
};

}  // namespace gegenprobe::extract
