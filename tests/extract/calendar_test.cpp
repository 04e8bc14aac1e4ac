#include "extract/dates/calendar.h"

#include <gtest/gtest.h>

namespace gegenprobe::extract {
namespace {

std::string dump(DayRange range) { return iso(range.from) + ".." + iso(range.to); }
std::string dump(std::optional<Day> day) { return day ? iso(*day) : "none"; }

struct UnitRow {
  const char* name;
  const char* day;
  CalendarUnit unit;
  int shift;
  const char* expected;
};
const UnitRow kUnits[] = {
    {"WeekBeginsOnMonday", "2025-10-05", CalendarUnit::week, 0, "2025-09-29..2025-10-06"},
    {"WeekendOfASundayIsStillOn", "2025-10-05", CalendarUnit::weekend, 0, "2025-10-04..2025-10-06"},
    {"LastWeekend", "2025-10-06", CalendarUnit::weekend, -1, "2025-10-04..2025-10-06"},
    {"QuarterOverTheYear", "2025-01-31", CalendarUnit::quarter, -1, "2024-10-01..2025-01-01"},
    {"SecondHalf", "2025-07-01", CalendarUnit::half, 0, "2025-07-01..2026-01-01"},
    {"WinterBeginsInDecember", "2025-02-28", CalendarUnit::season, 0, "2024-12-01..2025-03-01"},
    {"Decade", "1999-12-31", CalendarUnit::decade, 0, "1990-01-01..2000-01-01"},
    {"Century", "2025-01-01", CalendarUnit::century, -1, "1900-01-01..2000-01-01"},
};
class WholeUnit : public testing::TestWithParam<UnitRow> {};
TEST_P(WholeUnit, Row) {
  const auto& row = GetParam();
  EXPECT_EQ(dump(whole_unit(*parse_day(row.day), row.unit, row.shift)), row.expected);
}
INSTANTIATE_TEST_SUITE_P(Rows, WholeUnit, testing::ValuesIn(kUnits),
                         [](const auto& row) { return row.param.name; });

struct HolidayRow {
  const char* name;
  const char* formula;
  int year;
  const char* expected;
};
const HolidayRow kHolidays[] = {
    {"Fixed", "10-03", 2025, "2025-10-03"},
    {"Easter", "easter", 2024, "2024-03-31"},
    {"GoodFriday", "easter-2", 2018, "2018-03-30"},
    {"Whitsun", "easter+49", 2022, "2022-06-05"},
    {"FourthThursday", "11 thu 4", 2013, "2013-11-28"},
    {"DayAfterFourthThursday", "11 thu 4 +1", 2013, "2013-11-29"},
    {"LastMonday", "05 mon -1", 2013, "2013-05-27"},
    {"FirstAdvent", "before 12-25 sun 4", 2018, "2018-12-02"},
    {"FourthAdvent", "before 12-25 sun 1", 2018, "2018-12-23"},
    {"ChineseNewYear", "chinese 1-1", 2014, "2014-01-31"},
    {"EndOfRamadan", "islamic 10-1", 2021, "2021-05-13"},
    {"Passover", "hebrew 8-15", 2024, "2024-04-23"},
    {"ListedDay", "days 2019-10-27 2020-11-14", 2020, "2020-11-14"},
    {"ListedForOtherYears", "days 2019-10-27 2020-11-14", 2021, "none"},
    {"MovesFromSunday", "04-15 fri+3 sat+3 sun+2", 2012, "2012-04-17"},
    {"MovesFromFriday", "04-15 fri+3 sat+3 sun+2", 2011, "2011-04-18"},
    {"MovesOnNoOtherDay", "04-15 fri+3 sat+3 sun+2", 2014, "2014-04-15"},
    {"EveryFourthYear", "03 tue 1 every 4", 2016, "2016-03-01"},
    {"NotInTheOtherYears", "03 tue 1 every 4", 2017, "none"},
    {"MoveWithoutDays", "04-15 fri", 2011, "none"},
    {"LeapDayInACommonYear", "02-29", 2023, "none"},
    {"NoFormula", "some day", 2023, "none"},
};
class Holiday : public testing::TestWithParam<HolidayRow> {};
TEST_P(Holiday, Row) {
  const auto& row = GetParam();
  EXPECT_EQ(dump(holiday(row.formula, row.year)), row.expected);
}
INSTANTIATE_TEST_SUITE_P(Rows, Holiday, testing::ValuesIn(kHolidays),
                         [](const auto& row) { return row.param.name; });

TEST(AddMonths, KeepsToTheMonthsEnd) {
  EXPECT_EQ(iso(add_months(day_of(2024, 1, 31), 1)), "2024-02-29");
  EXPECT_EQ(iso(add_months(day_of(2024, 3, 31), -13)), "2023-02-28");
}

}  // namespace
}  // namespace gegenprobe::extract
