#include "app/prose.h"

#include <gtest/gtest.h>

namespace gegenprobe::app {
namespace {

using Lines = std::vector<std::string>;

Lines plain(std::string_view text, std::size_t columns, std::vector<Mark> marks = {}) {
  Output output;
  output.set_colour(false);
  return wrapped(output, {text, std::move(marks)}, columns);
}

TEST(Wrapped, BreaksBetweenWords) {
  EXPECT_EQ(plain("Der Umsatz stieg über Nacht", 12), (Lines{"Der Umsatz", "stieg über", "Nacht"}));
}
TEST(Wrapped, KeepsTheBreaksOfAnArticle) {
  EXPECT_EQ(wrapped(Output(), {"eins\nzwei\n\ndrei", {}, true}, 20), (Lines{"eins", "zwei", "", "drei"}));
}
TEST(Wrapped, ASentenceIsOneParagraph) { EXPECT_EQ(plain("eins\nzwei", 20), (Lines{"eins zwei"})); }
TEST(Wrapped, AWordThatIsTooLongStandsAlone) {
  EXPECT_EQ(plain("ein Donaudampfschiff fährt", 10), (Lines{"ein", "Donaudampfschiff", "fährt"}));
}
TEST(Wrapped, MarksWithoutColourAreBrackets) {
  EXPECT_EQ(plain("um 5 Euro mehr", 80, {{{3, 9}}}), (Lines{"um [5 Euro] mehr"}));
  EXPECT_EQ(plain("um 5 Euro mehr", 80, {{{3, 9}, Style::bold, "money"}}),
            (Lines{"um [money: 5 Euro] mehr"}));
}
TEST(Wrapped, AMarkGoesOnInTheNextLine) {
  EXPECT_EQ(plain("um 5 Euro mehr", 6, {{{3, 9}}}), (Lines{"um [5", "Euro]", "mehr"}));
}
TEST(Wrapped, AMarkWithinAWord) {
  EXPECT_EQ(plain("die AMD-Aktie fällt", 80, {{{4, 7}, Style::bold, "company"}}),
            (Lines{"die [company: AMD]-Aktie fällt"}));
}
TEST(Wrapped, ColourTakesNoColumns) {
  Output output;
  output.set_colour(true);
  EXPECT_EQ(wrapped(output, {"um 5 Euro mehr", {{{3, 9}}}}, 14), (Lines{"um \x1b[1m5 Euro\x1b[0m mehr"}));
}
TEST(Wrapped, AnEscapeSequenceDoesNotReachTheTerminal) {
  EXPECT_EQ(plain("a\x1b[2Jb", 80), (Lines{"a [2Jb"}));
}

}  // namespace
}  // namespace gegenprobe::app
