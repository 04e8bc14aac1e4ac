// Many bytes at once against one after the other: whatever stands around a word changes nothing about it.
#include "extract/text/token.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace gegenprobe::extract {
namespace {

const char* const kPieces[] = {"a",       "Z",
                               "x",       "Q",
                               "ß",       "ä",
                               "Ü",       "É",
                               "ł",       "Ž",
                               "Ÿ",       "İ",
                               "я",       "東",
                               "€",       "é",
                               "0",       "7",
                               " ",       "-",
                               ".",       "’",
                               "'",       "@",
                               "[",       "`",
                               "{",       "\n",
                               "×",       "÷",
                               "iPhone",  "GmbH",
                               "ÖPNV",    "Umsatzerlöse",
                               "McDONALD"};

std::string random_text(std::mt19937& chance, std::size_t pieces) {
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[chance() % std::size(kPieces)];
  return text;
}

// What a token is, wherever it stands; the first has nothing before it that it could be glued to.
std::string dump(const std::vector<Token>& tokens, std::size_t shift) {
  std::string out;
  for (const auto& token : tokens)
    out += fmt::format("{}-{} {} {}\n", token.begin - shift, token.end() - shift,
                       static_cast<int>(token.kind), token.shape);
  return out;
}

TEST(Tokens, SameAtEveryPlace) {
  std::mt19937 chance(1);
  for (int i = 0; i < 3000; ++i) {
    const auto text = random_text(chance, 1 + chance() % 12);
    const auto alone = dump(tokens_of(text), 0);
    for (std::size_t shift = 1; shift <= 17; ++shift) {
      EXPECT_EQ(dump(tokens_of(std::string(shift, ' ') + text), shift), alone) << text;
      EXPECT_EQ(dump(tokens_of(text + std::string(shift, ' ')), 0), alone) << text;
    }
  }
}

TEST(Folded, CharacterByCharacter) {
  std::mt19937 chance(2);
  for (int i = 0; i < 3000; ++i) {
    std::string text, one_by_one;
    for (std::size_t pieces = chance() % 20; pieces > 0; --pieces) {
      const std::string piece = kPieces[chance() % std::size(kPieces)];
      text += piece;
      for (std::size_t at = 0; at < piece.size();) {
        auto end = at + 1;
        while (end < piece.size() && (piece[end] & 0xC0) == 0x80) ++end;
        one_by_one += folded(piece.substr(at, end - at));
        at = end;
      }
    }
    EXPECT_EQ(folded(text), one_by_one) << text;
    EXPECT_EQ(std::string_view(FoldedWord(text)), one_by_one) << text;
  }
}

struct Row {
  const char *name, *text, *small;
};
class SmallLetters : public testing::TestWithParam<Row> {};
TEST_P(SmallLetters, Row) { EXPECT_EQ(folded(GetParam().text), GetParam().small); }
INSTANTIATE_TEST_SUITE_P(, SmallLetters,
                         testing::Values(Row{"Ascii", "ABC@[`{xyz019", "abc@[`{xyz019"},
                                         Row{"Latin1", "ÄÖÜÉÞ×ß÷", "äöüéþ×ß÷"},
                                         Row{"LatinExtended", "ĀŁŃŠŽŸĲ", "āłńšžŸĳ"},
                                         Row{"TurkishStays", "İıĿſ", "İıĿſ"},
                                         Row{"OthersStay", "ЯΩ東", "ЯΩ東"}, Row{"Empty", "", ""}),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::extract
