#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::extract {

/// Bytes of a word as two numbers, and the hash of these. Words of up to sixteen bytes, nearly all of them,
/// are told apart by the numbers and their size alone.
struct WordKey {
  explicit WordKey(std::string_view word) : size(static_cast<std::uint32_t>(word.size())) {
    const char* bytes = word.data();
    if (size <= 8) {
      first = few(bytes, size);
    } else if (size <= kWhole) {
      first = eight(bytes);
      last = eight(bytes + size - 8);
    } else {
      for (std::uint32_t i = 0; i + 8 < size; i += 8) first = mixed(first ^ eight(bytes + i));
      last = eight(bytes + size - 8);
    }
    hash = mixed(mixed(first + size) ^ last);
  }

  static constexpr std::uint32_t kWhole = 16;
  /// Whether there may be a byte in it that is not ASCII; sure up to sixteen bytes.
  bool may_be_foreign() const { return size > kWhole || ((first | last) & 0x8080808080808080u) != 0; }

  std::uint64_t first = 0, last = 0, hash;
  std::uint32_t size;

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
  static std::uint64_t few(const char* bytes, std::uint32_t size) {
    if (size == 8) return eight(bytes);
    if (size >= 4) return four(bytes) | four(bytes + size - 4) << 8 * (size - 4);
    const auto byte = [&](std::uint32_t at) {
      return std::uint64_t{static_cast<unsigned char>(bytes[at])} << 8 * at;
    };
    return size ? byte(0) | byte(size / 2) | byte(size - 1) : 0;
  }
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
  /// 0 where it is not there. `key` is of the same word.
  std::uint32_t find(const WordKey& key, std::string_view word) const {
    const auto mask = slots_.size() - 1;
    for (auto at = key.hash & mask; slots_[at]; at = (at + 1) & mask) {
      if ((slots_[at] ^ key.hash >> 32) & kHashBits) continue;
      const Word& known = words_[slots_[at] & kPlaceBits];
      if (known.first == key.first && known.last == key.last && known.size == key.size &&
          (key.size <= WordKey::kWhole || std::string_view(pool_).substr(known.begin, known.size) == word))
        return known.number;
    }
    return 0;
  }

 private:
  // A slot holds bits of the hash above, and below the word's place in words_; 0 is an empty slot.
  static constexpr std::uint32_t kPlaceBits = (1u << 22) - 1, kHashBits = ~kPlaceBits;
  struct Word {
    std::uint64_t first, last;
    std::uint32_t size, number, begin;  // where a long word stands in pool_
  };
  void place(std::uint64_t hash, std::uint32_t place);

  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64);
  std::vector<Word> words_{1};
  std::vector<std::uint64_t> hashes_{0};  // of words_
  std::string pool_;
};

}  // namespace gegenprobe::extract
