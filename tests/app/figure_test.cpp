#include "app/figure.h"

#include <gtest/gtest.h>

namespace gegenprobe::app {
namespace {

using extract::Amount;
using extract::CurrencyBasis;
using extract::Decimal;
using extract::Qualifier;

Amount amount(std::optional<Decimal> min, std::optional<Decimal> max, std::string unit,
              Qualifier qualifier = Qualifier::exact) {
  return {min, max, std::move(unit), CurrencyBasis::none, qualifier};
}

struct FigureRow {
  const char* name;
  Amount value;
  const char* words;
};
const FigureRow kFigures[] = {
    {"BillionWithDigits", amount(Decimal{55, 8}, Decimal{55, 8}, "EUR"), "5.5 billion EUR (5,500,000,000)"},
    {"TrillionIsTheGermanBillion", amount(Decimal{1, 12}, Decimal{1, 12}, "USD", Qualifier::about),
     "about 1 trillion USD (1,000,000,000,000)"},
    {"SmallSumHasNoSecondForm", amount(Decimal{1500, 0}, Decimal{1500, 0}, "EUR"), "1,500 EUR"},
    {"JustBelowAMillion", amount(Decimal{999'999, 0}, Decimal{999'999, 0}, "USD"), "999,999 USD"},
    {"CentsStay", amount(Decimal{123456, -2}, Decimal{123456, -2}, "GBP"), "1,234.56 GBP"},
    {"Percent", amount(Decimal{125, -1}, Decimal{125, -1}, "%"), "12.5 %"},
    {"PercentagePoints", amount(Decimal{3, -1}, Decimal{3, -1}, "pp"), "0.3 percentage points"},
    {"RangeInOneScale", amount(Decimal{2, 9}, Decimal{3, 9}, "EUR", Qualifier::between),
     "2 to 3 billion EUR (2,000,000,000 to 3,000,000,000)"},
    {"RangeOverTwoScales", amount(Decimal{8, 8}, Decimal{12, 8}, "EUR", Qualifier::between),
     "800 million to 1.2 billion EUR (800,000,000 to 1,200,000,000)"},
    {"SizeInWords", amount(Decimal{2, 10}, Decimal{99'999'999'999, 0}, "USD", Qualifier::magnitude),
     "20 to 100 billion USD (20,000,000,000 to 99,999,999,999)"},
    {"OpenBelow", amount(std::nullopt, Decimal{300, 0}, "job", Qualifier::up_to), "up to 300 jobs"},
    {"OpenAbove", amount(Decimal{20, 0}, std::nullopt, "gigawatt", Qualifier::more_than),
     "more than 20 gigawatts"},
    {"OneOfAKind", amount(Decimal{1, 0}, Decimal{1, 0}, "job"), "1 job"},
    {"PluralInIes", amount(Decimal{7, 0}, Decimal{7, 0}, "copy"), "7 copies"},
    {"NoPluralForIt", amount(Decimal{7, 0}, Decimal{7, 0}, "aircraft"), "7 aircraft"},
    {"NoUnit", amount(Decimal{7, 0}, Decimal{7, 0}, ""), "7"},
    {"NotUnderstood", amount(std::nullopt, std::nullopt, "EUR"), "not understood, EUR"},
};
class FigureWords : public testing::TestWithParam<FigureRow> {};
TEST_P(FigureWords, Row) { EXPECT_EQ(figure(GetParam().value), GetParam().words); }
INSTANTIATE_TEST_SUITE_P(, FigureWords, testing::ValuesIn(kFigures),
                         [](const auto& i) { return i.param.name; });

TEST(FigureOfAClaim, TellsTheDirection) {
  extract::Claim claim;
  claim.value = amount(Decimal{12, 0}, Decimal{12, 0}, "%");
  claim.role = extract::Role::decrease;
  EXPECT_EQ(figure(claim), "fall of 12 %");
}

struct PeriodRow {
  const char* name;
  const char *from, *to;  // "" is open
  const char* words;
};
const PeriodRow kPeriods[] = {
    {"Year", "2024-01-01", "2025-01-01", "2024"},
    {"Quarter", "2024-07-01", "2024-10-01", "Q3 2024"},
    {"HalfYear", "2024-01-01", "2024-07-01", "H1 2024"},
    {"Month", "2024-12-01", "2025-01-01", "2024-12"},
    {"Day", "2025-10-06", "2025-10-07", "2025-10-06"},
    {"Years", "2015-01-01", "2020-01-01", "2015 to 2019"},
    {"NineMonths", "2024-01-01", "2024-10-01", "2024-01 to 2024-09"},
    {"OddDays", "2024-03-05", "2024-03-09", "2024-03-05 to 2024-03-08"},
    {"AcrossTheYear", "2023-10-01", "2024-10-01", "2023-10 to 2024-09"},
    {"OpenEnd", "2024-03-05", "", "from 2024-03-05 on"},
    {"OpenBegin", "", "2030-01-01", "until 2029-12-31"},
};
class PeriodWords : public testing::TestWithParam<PeriodRow> {};
TEST_P(PeriodWords, Row) {
  extract::Period period;
  period.from = parse_day(GetParam().from);
  period.to = parse_day(GetParam().to);
  EXPECT_EQ(period_words(period), GetParam().words);
}
INSTANTIATE_TEST_SUITE_P(, PeriodWords, testing::ValuesIn(kPeriods),
                         [](const auto& i) { return i.param.name; });

TEST(PeriodWordsOf, ABusinessYearNameItsEnd) {
  extract::Period period;
  period.from = parse_day("2024-10-01");
  period.to = parse_day("2025-10-01");
  period.fiscal = true;
  EXPECT_EQ(period_words(period), "year to 2025-09");
}
TEST(PeriodWordsOf, AnUnresolvedOneAreItsOwn) {
  extract::Period period;
  period.text = "vergangenen Jahr";
  EXPECT_EQ(period_words(period), "vergangenen Jahr");
  EXPECT_EQ(period_words(std::nullopt), "");
}

}  // namespace
}  // namespace gegenprobe::app
