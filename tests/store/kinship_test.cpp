#include "store/kinship.h"

#include <gtest/gtest.h>

#define TOML_EXCEPTIONS 0
#include <set>
#include <string>

#include "ingest/toml.h"
#include "store/embedded.h"

namespace gegenprobe::store {
namespace {

using extract::Metric;

TEST(Kinship, EachMetricOfTheFileIsKnownAndOfOneFamily) {
  const auto parsed = toml::parse(kinship_toml());
  ASSERT_TRUE(parsed);
  std::set<std::string> seen;
  for (const auto& [table, rows] : parsed.table())
    for (const auto& row : *rows.as_array())
      for (const auto& metric : *(*row.as_table())["metrics"].as_array()) {
        const auto word = metric.value_or(std::string());
        EXPECT_TRUE(extract::metric(word)) << word;
        const bool is_family = table == "one_quantity" || table == "opposites";
        EXPECT_TRUE(!is_family || seen.insert(word).second) << word;
      }
  EXPECT_GE(seen.size(), 4u);
}

TEST(Kinship, IsMutual) {
  EXPECT_EQ(kinship(Metric::valuation, Metric::market_cap), Kinship::one_quantity);
  EXPECT_EQ(kinship(Metric::market_cap, Metric::valuation), Kinship::one_quantity);
  EXPECT_EQ(kinship(Metric::loss, Metric::profit), Kinship::opposites);
  EXPECT_EQ(kinship(Metric::revenue, Metric::revenue), Kinship::same);
  EXPECT_EQ(kinship(Metric::revenue, Metric::profit), Kinship::none);
}

TEST(Kinship, WhatIsMixedUpIsNoKin) {
  EXPECT_TRUE(are_mixed_up(Metric::profit, Metric::revenue));
  EXPECT_TRUE(are_mixed_up(Metric::job_cuts, Metric::headcount));
  EXPECT_FALSE(are_mixed_up(Metric::revenue, Metric::revenue));
  EXPECT_FALSE(are_mixed_up(Metric::revenue, Metric::headcount));
}

TEST(Kinship, OneAtATime) {
  EXPECT_TRUE(is_one_at_a_time(Metric::revenue));
  EXPECT_TRUE(is_one_at_a_time(Metric::valuation));
  EXPECT_FALSE(is_one_at_a_time(Metric::debt));
  EXPECT_TRUE(is_worth(Metric::market_cap));
  EXPECT_FALSE(is_worth(Metric::revenue));
}

TEST(Kinship, ListsTheMetricItselfFirst) {
  EXPECT_EQ(names_of_quantity(Metric::market_cap), (std::vector{Metric::market_cap, Metric::valuation}));
  EXPECT_EQ(names_of_quantity(Metric::dividend), std::vector{Metric::dividend});
  EXPECT_EQ(opposites_of(Metric::profit), std::vector{Metric::loss});
  EXPECT_TRUE(opposites_of(Metric::dividend).empty());
}

}  // namespace
}  // namespace gegenprobe::store
