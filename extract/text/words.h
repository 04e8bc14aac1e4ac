#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gegenprobe::extract {

/// The words of an enumeration whose values count from 0, in their order; found in both directions, in a
/// small table that is made by the compiler.
template <class Enum, std::size_t Size>
struct Words {
  std::array<std::string_view, Size> words;

  template <class... Word>
  constexpr explicit(false) Words(Word... each) : words{each...} {
    static_assert(sizeof...(each) == Size && Size < 0xFF, "one word for each value");
    for (std::size_t i = 0; i < Size; ++i) {
      auto at = place_of(words[i]);
      while (slots_[at]) at = (at + 1) % kSlots;
      slots_[at] = static_cast<std::uint8_t>(i + 1);
    }
  }
  constexpr std::string_view of(Enum value) const { return words[static_cast<std::size_t>(value)]; }
  constexpr std::optional<Enum> find(std::string_view word) const {
    for (auto at = place_of(word); slots_[at]; at = (at + 1) % kSlots)
      if (words[slots_[at] - 1u] == word) return static_cast<Enum>(slots_[at] - 1);
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kSlots = std::bit_ceil(4 * Size);
  static constexpr std::size_t place_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto byte = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
    return (7 * word.size() + 31 * byte(0) + 5 * byte(word.size() / 2) + byte(word.size() - 1)) % kSlots;
  }
  std::array<std::uint8_t, kSlots> slots_{};  // places of words, counted from 1; 0: empty
};

}  // namespace gegenprobe::extract
