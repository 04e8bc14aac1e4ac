#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/matching/rule_file.h"
#include "extract/values/decimal.h"

namespace gegenprobe::extract {

/// How a language writes numbers, all of it from its lists: number_word, number_fraction ("half"),
/// number_fractions ("three quarters"), number_times ("two dozen"), number_plus («einhalb»), number_point,
/// number_joiner, decimal_mark.
class NumberReader {
 public:
  explicit NumberReader(const std::vector<WordList>& lists);

  /// Digits («1.500», "1,500.25", «3,5», "1'500", «2½») or words («zweieinhalb», "twenty-five", «eine halbe»,
  /// "a hundred", "three point five"). Keeps the printed precision. Nothing where the text is no number, or
  /// one with more than 18 digits.
  std::optional<Decimal> read(std::string_view surface) const;

 private:
  enum class Part : std::uint8_t { number, fraction, fractions, times, plus, joiner, point };
  class SpokenSum;
  struct Piece {
    std::string word;
    Part part;
    std::int64_t hundredths;
  };
  std::optional<Decimal> read_digits(std::string_view surface) const;
  std::optional<Decimal> read_words(std::string_view folded) const;
  std::optional<Decimal> read_decimals(std::string_view folded) const;
  const Piece* longest_piece(std::string_view at) const;

  std::vector<Piece> pieces_;  // longest first
  char decimal_mark_ = '.';
};

/// A number as the lists' keys have it: "1000000", "0.5", "-3". Nothing where it is none.
std::optional<Decimal> parse_decimal(std::string_view plain);

}  // namespace gegenprobe::extract
