#include "store/rate_table.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "articles.h"
#include "store/connection.h"

namespace gegenprobe::store {
namespace {

// Every weekday of 2031: dollars rise from 1.00 by a thousandth a day, pounds stay.
std::vector<ingest::ReferenceRate> year_of_rates() {
  std::vector<ingest::ReferenceRate> rates;
  double dollars = 1;
  for (auto day = day_of(2031, 1, 1); day < day_of(2032, 1, 1); day += std::chrono::days(1)) {
    if (std::chrono::weekday(day).iso_encoding() > 5) continue;
    rates.push_back({day, "USD", dollars});
    rates.push_back({day, "GBP", 0.8});
    dollars += 0.001;
  }
  return rates;
}

struct Row {
  const char *name, *from, *to, *first, *end, *rate;
};
const Row kRows[] = {
    {"DayOfTheEuro", "EUR", "USD", "2031-01-02", "2031-01-03", "1.001 1.001 1.001"},
    {"OtherWayRound", "GBP", "EUR", "2031-01-02", "2031-01-03", "1.25 1.25 1.25"},
    {"TwoOthers", "GBP", "USD", "2031-01-01", "2031-01-02", "1.25 1.25 1.25"},
    {"SundayTakesFriday", "EUR", "USD", "2031-01-05", "2031-01-06", "1.002 1.002 1.002"},
    {"YearsAverage", "EUR", "USD", "2031-01-01", "2032-01-01", "1.13 1 1.26"},
    {"MonthsAverage", "EUR", "USD", "2031-01-01", "2031-02-01", "1.011 1 1.022"},
    {"YearOfWhichLittleIsKnown", "EUR", "USD", "2031-12-01", "2032-12-01", "none"},
    {"DayLongAfter", "EUR", "USD", "2032-02-01", "2032-02-02", "none"},
    {"UnknownCurrency", "EUR", "XXX", "2031-01-02", "2031-01-03", "none"},
};

TEST(StoredRates, FindsThem) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  const auto sums = add_rates(database, year_of_rates());
  ASSERT_TRUE(sums);
  EXPECT_EQ(sums->currencies, 2u);
  EXPECT_EQ(add_rates(database, year_of_rates())->fresh, 0u);
  const StoredRates rates(database.connection());
  for (const auto& row : kRows) {
    const auto rate = rates.between(row.from, row.to, *parse_day(row.first), *parse_day(row.end));
    EXPECT_EQ(rate ? fmt::format("{:.4g} {:.4g} {:.4g}", rate->average, rate->low, rate->high) : "none",
              row.rate)
        << row.name;
  }
}

}  // namespace
}  // namespace gegenprobe::store
