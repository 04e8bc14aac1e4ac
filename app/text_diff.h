#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::app {

/// A stretch of words that two texts share, or that one of them has alone. Paragraphs end with '\n'.
struct DiffPiece {
  enum class Kind : std::uint8_t { same, removed, added } kind;
  std::string text;  ///< words parted by blanks
};

struct TextDiff {
  std::vector<DiffPiece> pieces;
  std::size_t removed = 0, added = 0;  ///< words
  /// Nothing but whole paragraphs came, went or moved, each of at most 25 words and without a digit, as
  /// teasers and advertisements do; or nothing but blanks and line breaks are different.
  bool minor = false;
};

/// How a text became another, by words; by paragraphs where one has more than 20,000 words. Quick where
/// little was changed, tenths of a second where two long texts have nothing in common. \pre both are
/// NormalisedText::utf8
TextDiff text_diff(std::string_view before, std::string_view after);

}  // namespace gegenprobe::app
