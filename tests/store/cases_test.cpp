#include "store/cases.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "articles.h"

namespace gegenprobe::store {
namespace {

class Cases : public testing::Test {
 protected:
  void add(const std::string& source, const std::string& figure, const std::string& claim,
           extract::Finding finding = {}) {
    ++articles_;
    auto article = test::article(fmt::format("https://a.example/{}", articles_), source,
                                 fmt::format("Es waren {}, Text {}.", figure, articles_), {{figure, claim}});
    if (!finding.reason.empty()) article.extraction.findings.push_back(std::move(finding));
    test::add(database_, article);
  }
  // "section verdict a b +more", a case a line.
  std::string cases(CaseFilter filter = {}) {
    const auto list = find_cases(database_, filter);
    if (!list) return list.error().what;
    std::string text;
    for (const auto& each : list->cases)
      text += fmt::format("{}{} {} {} {} +{}", text.empty() ? "" : "\n", word(each.section),
                          word(each.comparison.verdict), each.a.surface, each.b ? each.b->surface : "-",
                          each.more_count);
    return text;
  }
  std::string sections() {
    std::string text;
    const auto list = find_cases(database_, {});
    for (const auto& count : list->sections) text += fmt::format("{} {}\n", word(count.section), count.cases);
    return text;
  }

  const test::TemporaryFolder folder_;
  Database database_ = test::open(folder_.file("a.db"));
  int articles_ = 0;
};

CaseFilter only(Section section) { return {.conflicts = {}, .sections = {section}}; }

TEST_F(Cases, OneSlipAgainstManyIsOneCase) {
  add("@2031-03-01 A", "5,5 Mrd.", "Auer | revenue | 5,5 Mrd EUR | 2030");
  add("@2031-03-02 B", "5.5 bn", "Auer | revenue | 5.5 bn EUR | 2030");
  add("@2031-03-03 C", "5.5 tn", "Auer | revenue | 5.5 trillion EUR | 2030");
  EXPECT_EQ(cases(only(Section::scale_suspect)), "scale_suspect scale_suspect 5.5 bn 5.5 tn +1");
}

TEST_F(Cases, AFindingIsACaseOfOneClaim) {
  add("@2031-03-01 A", "9 Mrd.", "Auer | revenue | 9 Mrd EUR | 2030",
      {extract::Suspicion::sum, 0, "4 + 4 is 8"});
  EXPECT_EQ(cases(only(Section::scale_suspect)), "scale_suspect sum_suspect 9 Mrd. - +0");
}

TEST_F(Cases, StandInTheOrderOfTheSections) {
  add("@2031-03-01 A", "3 Mrd.", "Auer | revenue | 3 Mrd EUR | 2031 | expected");
  add("@2032-03-01 B", "2 Mrd.", "Auer | revenue | 2 Mrd EUR | 2031");
  add("@2032-03-01 C", "4 Mrd.", "Auer | revenue | 4 Mrd EUR | 2031");
  EXPECT_EQ(cases({.conflicts = {.limit = 3}, .sections = {Section::contradiction, Section::forecast}}),
            "contradiction contradicts 2 Mrd. 4 Mrd. +0\n"
            "forecast forecast_missed 3 Mrd. 2 Mrd. +0\n"
            "forecast forecast_met 3 Mrd. 4 Mrd. +0");
}

TEST_F(Cases, SinceCountsTheLaterOfTheTwo) {
  add("@2031-03-01 A", "5,5 Mrd.", "Auer | revenue | 5,5 Mrd EUR | 2030");
  add("@2031-03-03 C", "7,5 Mrd.", "Auer | revenue | 7.5 bn EUR | 2030");
  const auto since = [&](const char* day) {
    return cases({.conflicts = {.since = parse_day(day)}, .sections = {Section::contradiction}});
  };
  EXPECT_EQ(since("2031-03-03"), "contradiction contradicts 5,5 Mrd. 7,5 Mrd. +0");
  EXPECT_EQ(since("2031-03-04"), "");
}

TEST_F(Cases, ArticlesWithoutADayCountFromWhenTheyCame) {
  add("article 1.1", "5,5 Mrd.", "Auer | revenue | 5,5 Mrd EUR | 2030");
  add("article 2.1", "7,5 Mrd.", "Auer | revenue | 7.5 bn EUR | 2030");
  const auto since = [&](const char* day) {
    return cases({.conflicts = {.since = parse_day(day)}, .sections = {Section::contradiction}});
  };
  EXPECT_NE(since("2025-10-09"), "");  // test::kNow
  EXPECT_EQ(since("2025-10-10"), "");
}

TEST_F(Cases, AFigureThatAnotherArticleHasIsNotAlone) {
  add("@2031-03-01 A", "5,5 Mrd.", "Auer | revenue | 5,5 Mrd EUR | 2030");
  add("@2031-03-01 B", "8 Mrd.", "Auer | profit | 8 Mrd EUR | 2030");
  add("@2031-03-02 C", "5.5 bn", "Auer | revenue | 5.5 bn EUR | 2030");
  EXPECT_EQ(cases(only(Section::one_origin)), "one_origin not_comparable 8 Mrd. - +0");
}

TEST_F(Cases, AreCountedBeforeTheLimit) {
  add("@2031-03-01 A", "5,5 Mrd.", "Auer | revenue | 5,5 Mrd EUR | 2030");
  add("@2031-03-03 C", "7,5 Mrd.", "Auer | revenue | 7.5 bn EUR | 2030");
  EXPECT_EQ(sections(), "scale_suspect 0\ncontradiction 1\nchanged 0\nforecast 0\none_origin 2\n");
}

}  // namespace
}  // namespace gegenprobe::store
