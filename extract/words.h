#pragma once
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace gegenprobe::extract {

/// The words of an enumeration whose values count from 0, in their order; found in both directions.
template <class Enum, std::size_t Size>
struct Words {
  std::array<std::string_view, Size> words;

  template <class... Word>
  constexpr explicit(false) Words(Word... each) : words{each...} {
    static_assert(sizeof...(each) == Size, "one word for each value");
  }
  constexpr std::string_view of(Enum value) const { return words[static_cast<std::size_t>(value)]; }
  constexpr std::optional<Enum> find(std::string_view word) const {
    const auto at = std::ranges::find(words, word);
    if (at == words.end()) return std::nullopt;
    return static_cast<Enum>(at - words.begin());
  }
};

}  // namespace gegenprobe::extract
