#include "extract/values/decimal.h"

#include <gtest/gtest.h>

namespace gegenprobe::extract {
namespace {

struct TextRow {
  const char* name;
  Decimal number;
  const char* text;
};
const TextRow kTexts[] = {
    {"WholeNumber", {1500, 0}, "1500"},
    {"ScaleWord", {55, 8}, "5500000000"},
    {"Fraction", {234, -2}, "2.34"},
    {"SmallFraction", {5, -3}, "0.005"},
    {"TrailingZerosGo", {2300, -2}, "23"},
    {"Negative", {-15, -1}, "-1.5"},
    {"Zero", {0, 6}, "0"},
};
class DecimalText : public testing::TestWithParam<TextRow> {};
TEST_P(DecimalText, Row) { EXPECT_EQ(GetParam().number.text(), GetParam().text); }
INSTANTIATE_TEST_SUITE_P(, DecimalText, testing::ValuesIn(kTexts),
                         [](const auto& i) { return i.param.name; });

struct CompareRow {
  const char* name;
  Decimal a, b;
  int order;
};
const CompareRow kComparisons[] = {
    {"SameNumberOtherPrecision", {55, 8}, {5500, 6}, 0}, {"OneCentApart", {100, -2}, {101, -2}, -1},
    {"BillionAgainstMillion", {1, 9}, {999, 6}, 1},      {"FarApart", {1, 30}, {1, -10}, 1},
    {"NegativeBelowZero", {-1, 30}, {0, 0}, -1},
};
class DecimalCompare : public testing::TestWithParam<CompareRow> {};
TEST_P(DecimalCompare, Row) { EXPECT_EQ(compare(GetParam().a, GetParam().b), GetParam().order); }
INSTANTIATE_TEST_SUITE_P(, DecimalCompare, testing::ValuesIn(kComparisons),
                         [](const auto& i) { return i.param.name; });

TEST(Decimal, KnowsItsPrintedPrecision) { EXPECT_EQ((Decimal{55, 8}).unit_in_last_place(), 1e8); }
TEST(Decimal, MultipliesExactly) { EXPECT_EQ(multiply({20, 0}, {50, 9})->text(), "1000000000000"); }
TEST(Decimal, OverflowIsNothing) { EXPECT_FALSE(multiply({999'999'999'999, 0}, {999'999'999'999, 0})); }
TEST(Decimal, AddsAcrossPrecisions) { EXPECT_EQ(add({55, 8}, {25, -2})->text(), "5500000000.25"); }

}  // namespace
}  // namespace gegenprobe::extract
