#pragma once
#include <optional>
#include <string_view>

#include "extract/decimal.h"
#include "extract/lexicon.h"

namespace gegenprobe::extract {

/// How a language writes numbers; all of it from its lists (number.toml).
class NumberReader {
 public:
  explicit NumberReader(const Lexicon& lexicon, std::string_view language);

  /// Digits («1.500», "1,500.25", «3,5», "1'500", «¾») or words («zweieinhalb», "twenty-five", «eine halbe»,
  /// "a hundred"). Keeps the printed precision. Nothing where the text is no number, or one with more than
  /// 18 digits.
  std::optional<Decimal> read(std::string_view surface) const;

 private:
  std::optional<Decimal> read_digits(std::string_view surface) const;
  std::optional<Decimal> read_words(std::string_view folded) const;
  std::optional<Decimal> read_compound(std::string_view folded) const;

  const Lexicon& lexicon_;
  Tag unit_, joiner_, fraction_, multiplier_;
  char decimal_mark_, group_mark_;
};

}  // namespace gegenprobe::extract
