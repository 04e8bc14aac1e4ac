#include "extract/values/number.h"

#include <gtest/gtest.h>

#include "extract/extract.h"
#include "extract/matching/rules.h"

namespace gegenprobe::extract {
namespace {

struct Row {
  const char *name, *language, *surface, *number;  // number: text, "" for none
  int exponent;
};
const Row kRows[] = {
    {"Digits", "de", "1500", "1500", 0},
    {"ThousandDot", "de", "1.500", "1500", 0},
    {"TwoThousandDots", "de", "1.500.000", "1500000", 0},
    {"DecimalComma", "de", "3,5", "3.5", -1},
    {"BothMarks", "de", "1.500,25", "1500.25", -2},
    {"EnglishMarksInGermanText", "de", "1,500.25", "1500.25", -2},
    {"DotBeforeTwoDigitsIsDecimal", "de", "3.25", "3.25", -2},
    {"LeadingZeroIsDecimal", "de", "0.500", "0.5", -3},
    {"SpaceGroups", "de", "1 500 000", "1500000", 0},
    {"TrailingZeroKeepsPrecision", "de", "2,0", "2", -1},
    {"Vulgar", "de", "2½", "2.5", -1},
    {"EnglishGroups", "en", "1,500,000", "1500000", 0},
    {"EnglishDecimal", "en", "2.89", "2.89", -2},
    {"Fraction", "en", "2 1/2", "2.5", -1},
    {"Unit", "de", "zwölf", "12", 0},
    {"Compound", "de", "zweiunddreißig", "32", 0},
    {"Hundreds", "de", "dreihundertfünfzig", "350", 0},
    {"Thousands", "de", "fünftausendzweihundert", "5200", 0},
    {"OneAndAHalf", "de", "anderthalb", "1.5", -1},
    {"TwoAndAHalf", "de", "zweieinhalb", "2.5", -1},
    {"Half", "de", "eine halbe", "0.5", -1},
    {"English", "en", "twenty-five", "25", 0},
    {"EnglishHundred", "en", "two hundred and fifty", "250", 0},
    {"EnglishTwoNumbersAreNone", "en", "one and two", "", 0},
    {"EnglishHalf", "en", "half a", "0.5", -1},
    {"EnglishTwoAndAHalf", "en", "two and a half", "2.5", -1},
    {"NoNumber", "de", "viele", "", 0},
    {"TooManyDigits", "de", "1234567890123456789", "", 0},
};
class ReadNumber : public testing::TestWithParam<Row> {};
TEST_P(ReadNumber, Row) {
  const Row& row = GetParam();
  const auto rules = *builtin_rules();
  const auto number = rules->language(row.language).numbers().read(row.surface);
  ASSERT_EQ(number ? number->text() : "", row.number);
  if (number) {
    EXPECT_EQ(number->exponent, row.exponent);
  }
}
INSTANTIATE_TEST_SUITE_P(, ReadNumber, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::extract
