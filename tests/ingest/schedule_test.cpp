#include "ingest/schedule.h"

#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Moment kNow{seconds(1'760'000'000)};  // 2025-10-09T08:53:20Z

TEST(IntervalFor, AboutOneArticleAVisitWithinTheBounds) {
  const Rhythm rhythm;
  EXPECT_EQ(interval_for(24, rhythm), hours(1));
  EXPECT_EQ(interval_for(1000, rhythm), minutes(15));
  EXPECT_EQ(interval_for(0.1, rhythm), days(1));
  EXPECT_EQ(interval_for(0, rhythm), days(1));
  EXPECT_EQ(interval_for(1e-300, rhythm), days(1));
}

TEST(RateAfter, GoesToWhatIsSeen) {
  double rate = 24;
  for (int day = 0; day < 30; ++day) rate = rate_after(rate, 2, days(1));
  EXPECT_NEAR(rate, 2, 0.01);
  EXPECT_NEAR(rate_after(24, 0, days(3)), 24 / 2.718, 0.1);
  EXPECT_NEAR(rate_after(24, 1, hours(1)), 24, 1e-9);
  EXPECT_LT(rate_after(24, 500, seconds(0)), 24 + 500) << "two visits in a second tell little";
}

TEST(FirstRate, ByTheDatesOfTheEntries) {
  std::vector<Moment> hourly, dated_wrong{kNow + days(3), kNow + days(9)};
  for (int i = 0; i < 20; ++i) hourly.push_back(kNow - hours(i));
  EXPECT_NEAR(first_rate(hourly, kNow), 24, 1);
  EXPECT_EQ(first_rate({}, kNow), 24);
  EXPECT_EQ(first_rate(dated_wrong, kNow), 24);
  hourly.push_back(kNow - days(4000));  // what a site is proud of
  EXPECT_GT(first_rate(hourly, kNow), 20);
}

TEST(IntervalAfterFailures, DoublesAndRevivesLate) {
  EXPECT_EQ(interval_after_failures(0.5, hours(1)), seconds(5091));
  EXPECT_EQ(interval_after_failures(2, hours(1)), hours(4));
  EXPECT_EQ(interval_after_failures(9, hours(1)), days(1));
  EXPECT_EQ(interval_after_failures(kNeedsPerson, hours(1)), days(7));
  EXPECT_EQ(interval_after_failures(1, days(3)), days(3)) << "never more often than without";
}

struct RetryRow {
  const char *name, *retry_after;
  int times;
  seconds wait;
};
const RetryRow kRetries[] = {{"Seconds", "120", 0, seconds(120)},
                             {"Date", "Thu, 09 Oct 2025 09:53:20 GMT", 0, hours(1)},
                             {"DateThatIsOver", "Thu, 09 Oct 2025 07:53:20 GMT", 0, minutes(1)},
                             {"Nothing", "", 0, minutes(5)},
                             {"NothingForTheThirdTime", "", 2, minutes(20)},
                             {"NothingForTheHundredthTime", "", 99, minutes(1280)},
                             {"Zero", "0", 0, minutes(1)},
                             {"Negative", "-5", 0, minutes(1)},
                             {"TooLong", "99999999999999", 0, days(7)},
                             {"Nonsense", "bald", 1, minutes(10)}};
class RetryAt : public testing::TestWithParam<RetryRow> {};
TEST_P(RetryAt, Row) {
  EXPECT_EQ(retry_at(GetParam().retry_after, GetParam().times, kNow) - kNow, GetParam().wait);
}
INSTANTIATE_TEST_SUITE_P(, RetryAt, testing::ValuesIn(kRetries), [](const auto& i) { return i.param.name; });

TEST(RefetchAt, FallsBehind) {
  const std::vector<seconds> steps{hours(1), hours(6), days(1)};
  EXPECT_EQ(refetch_at(kNow, 1, steps, kNow), kNow + hours(1));
  EXPECT_EQ(refetch_at(kNow, 2, steps, kNow + hours(1)), kNow + hours(6));
  EXPECT_EQ(refetch_at(kNow, 2, steps, kNow + hours(7)), kNow + days(1))
      << "what was missed is not made up for";
  EXPECT_EQ(refetch_at(kNow, 4, steps, kNow + days(1)), std::nullopt);
  EXPECT_EQ(refetch_at(kNow, 1, {}, kNow), std::nullopt);
}

TEST(RetryPageAt, GivesUp) {
  EXPECT_EQ(retry_page_at(1, kNow), kNow + minutes(10));
  EXPECT_EQ(retry_page_at(3, kNow), kNow + minutes(160));
  EXPECT_EQ(retry_page_at(5, kNow), std::nullopt);
}

TEST(IsDue, AlsoAfterTheClockWasSetBack) {
  EXPECT_TRUE(is_due({}, {}, kNow));
  EXPECT_TRUE(is_due(kNow, kNow - hours(1), kNow));
  EXPECT_FALSE(is_due(kNow + hours(1), kNow - hours(1), kNow));
  EXPECT_TRUE(is_due(kNow + days(400), kNow + days(399), kNow));
}

}  // namespace
}  // namespace gegenprobe::ingest
