// How it goes with many articles. Not run by itself:
//   build/release/tests/store_tests --gtest_also_run_disabled_tests --gtest_filter='Scale.*'
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "articles.h"
#include "store/connection.h"
#include "store/cross_check.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

template <class Work>
void report(const char* what, Work work) {
  const auto start = std::chrono::steady_clock::now();
  const auto rows = work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  fmt::print("{:<32} {:>9.2f} ms  {} rows\n", what, took.count(), rows);
}

TEST(Scale, DISABLED_ManyArticles) {
  const char* wanted = std::getenv("ARTICLES");
  const int articles = wanted ? std::atoi(wanted) : 20'000;
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  double seconds = 0, slowest = 0;
  std::size_t at_odds = 0;
  for (int n = 0; n < articles; ++n) {
    const auto article = test::series_article(n);
    const auto start = std::chrono::steady_clock::now();
    at_odds += test::add(database, article).conflicts;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    seconds += took.count();
    slowest = std::max(slowest, took.count());
  }
  fmt::print("{} articles: {:.0f} a second, slowest {:.1f} ms, {} conflicts, {} MB\n", articles,
             articles / seconds, slowest * 1000, at_odds, statistics(database)->size_bytes / 1'000'000);
  report("open", [&] { return test::open(folder.file("a.db"), Access::read).path().size() > 0; });
  report("claims of a company", [&] { return find_claims(database, {.company = "Musterwerk 7"})->size(); });
  report("claims of a company and metric", [&] {
    return find_claims(database,
                       {.company = "Musterwerk 7", .metric = extract::Metric::revenue, .period = "2010"})
        ->size();
  });
  report("claims by text", [&] { return find_claims(database, {.text = "gewinn 12,3"})->size(); });
  report("newest claims", [&] { return find_claims(database, {})->size(); });
  report("newest articles", [&] { return find_articles(database, {})->size(); });
  report("conflicts", [&] { return conflicts(database, {})->size(); });
  report("conflicts of a company", [&] { return conflicts(database, {.company = "Musterwerk 7"})->size(); });
  report("companies", [&] { return find_companies(database, {})->size(); });
  const auto article = test::series_article(12'345, 1);
  report("check of five claims",
         [&] { return check(database, article.document, article.extraction)->size(); });
  report("add of five claims", [&] { return test::add(database, article).claims.size(); });
}

}  // namespace
}  // namespace gegenprobe::store
