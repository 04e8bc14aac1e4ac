#include "ingest/robots.h"

#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

struct Row {
  const char *name, *robots, *agent, *url;
  bool allowed;
};
const Row kRows[] = {
    {"EmptyFileAllows", "", "probe", "https://www.example.org/a", true},
    {"ForAll", "User-agent: *\nDisallow: /intern/", "probe", "https://www.example.org/intern/x", false},
    {"OtherPath", "User-agent: *\nDisallow: /intern/", "probe", "https://www.example.org/internet", true},
    {"NamedGroupBeatsAll", "User-agent: *\nDisallow: /\n\nUser-agent: probe\nDisallow: /x", "probe",
     "https://www.example.org/y", true},
    {"NameInAnyCase", "user-agent: PROBE\ndisallow: /", "probe", "https://www.example.org/", false},
    {"VersionInFile", "User-agent: probe/1.2\nDisallow: /", "probe", "https://www.example.org/", false},
    {"NoPrefixOfName", "User-agent: pro\nDisallow: /", "probe", "https://www.example.org/", true},
    {"HeaderWithVersion", "User-agent: probe\nDisallow: /", "probe/0.1 (+https://example.org)",
     "https://www.example.org/", false},
    {"CompatibleHeader", "User-agent: probe\nDisallow: /", "Mozilla/5.0 (compatible; probe/0.1)",
     "https://www.example.org/", false},
    {"TwoGroupsOfOneName",
     "User-agent: probe\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: probe\nDisallow: /b",
     "probe", "https://www.example.org/b", false},
    {"AgentsShareAGroup", "User-agent: a\nUser-agent: probe\nDisallow: /a", "probe",
     "https://www.example.org/a", false},
    {"DelayDoesNotEndAgents", "User-agent: probe\nCrawl-delay: 3\n\nUser-agent: b\nDisallow: /", "probe",
     "https://www.example.org/", false},
    {"LongestWins", "User-agent: *\nDisallow: /a\nAllow: /a/b", "probe", "https://www.example.org/a/b/c",
     true},
    {"AllowBetweenEquals", "User-agent: *\nDisallow: /a\nAllow: /a", "probe", "https://www.example.org/a",
     true},
    {"StarAtEndCounts", "User-agent: *\nAllow: /\nDisallow: /*", "probe", "https://www.example.org/a", false},
    {"EmptyDisallowAllows", "User-agent: *\nDisallow:", "probe", "https://www.example.org/a", true},
    {"StarWithin", "User-agent: *\nDisallow: /*/druck/*.html$", "probe",
     "https://www.example.org/a/b/druck/c.html", false},
    {"DollarIsTheEnd", "User-agent: *\nDisallow: /*.pdf$", "probe", "https://www.example.org/a.pdf?b", true},
    {"DollarWithinIsLiteral", "User-agent: *\nDisallow: /a$b", "probe", "https://www.example.org/a$bc",
     false},
    {"EscapedDollar", "User-agent: *\nDisallow: /a%24", "probe", "https://www.example.org/a$", false},
    {"EscapedStarIsNoStar", "User-agent: *\nDisallow: /a%2Ab", "probe", "https://www.example.org/axb", true},
    {"UmlautAndEscape", "User-agent: *\nDisallow: /börse/", "probe", "https://www.example.org/b%c3%b6rse/",
     false},
    {"NeedlessEscape", "User-agent: *\nDisallow: /%62oerse", "probe", "https://www.example.org/boerse",
     false},
    {"EscapedSlashIsNoSlash", "User-agent: *\nDisallow: /a%2Fb", "probe", "https://www.example.org/a/b",
     true},
    {"QueryIsMatched", "User-agent: *\nDisallow: /*?druck", "probe", "https://www.example.org/a?druck=1",
     false},
    {"QueryWithoutPath", "User-agent: *\nDisallow: /?a", "probe", "https://www.example.org?a=1", false},
    {"FragmentIsNot", "User-agent: *\nDisallow: /a$", "probe", "https://www.example.org/a#b", false},
    {"RobotsTxtItself", "User-agent: *\nDisallow: /", "probe", "https://www.example.org/robots.txt", true},
    {"Comment", "User-agent: * # alle\nDisallow: /a # hier", "probe", "https://www.example.org/a", false},
    {"MissingColon", "User-agent *\nDisallow /a", "probe", "https://www.example.org/a", false},
    {"ThreeWordsWithoutColon", "User-agent: *\nDisallow bitte /a", "probe", "https://www.example.org/a",
     true},
    {"Misspelt", "Useragent: *\nDissallow: /a", "probe", "https://www.example.org/a", false},
    {"OldLineEnds", "User-agent: *\rDisallow: /a\r", "probe", "https://www.example.org/a", false},
    {"ByteOrderMark", "\xEF\xBB\xBFUser-agent: *\nDisallow: /a", "probe", "https://www.example.org/a", false},
    {"IndexPageOpensItsFolder", "User-agent: *\nDisallow: /\nAllow: /a/index.html", "probe",
     "https://www.example.org/a/", true},
    {"RulesBeforeAnyAgent", "Disallow: /a", "probe", "https://www.example.org/a", true},
};
class RobotsAllow : public testing::TestWithParam<Row> {};
TEST_P(RobotsAllow, Row) {
  const Row& row = GetParam();
  EXPECT_EQ(Robots(row.robots).allows(row.agent, row.url), row.allowed);
}
INSTANTIATE_TEST_SUITE_P(, RobotsAllow, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

TEST(Robots, DelayAndSitemaps) {
  const Robots robots(
      "Sitemap: https://www.example.org/a.xml\nUser-agent: probe\nCrawl-delay: 2.5\nDisallow:\n"
      "User-agent: *\nCrawl-delay: -1\nSitemap: https://www.example.org/b.xml");
  EXPECT_EQ(robots.crawl_delay("probe"), std::chrono::milliseconds(2500));
  EXPECT_EQ(robots.crawl_delay("other"), std::nullopt);
  EXPECT_EQ(robots.sitemaps(),
            (std::vector<std::string>{"https://www.example.org/a.xml", "https://www.example.org/b.xml"}));
}

TEST(Robots, ManyStarsEndInTime) {
  std::string pattern = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 5000; ++i) pattern += "*a";
  EXPECT_TRUE(Robots(pattern + "b$").allows("probe", "https://www.example.org/" + std::string(9000, 'a')));
}

}  // namespace
}  // namespace gegenprobe::ingest
