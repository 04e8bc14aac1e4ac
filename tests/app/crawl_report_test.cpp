#include "app/crawl_report.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "app/crawl_visit.h"

namespace gegenprobe::app {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

const store::Time kNow{seconds(1'760'000'000)};  // 2025-10-09T08:53:20Z

class Summary : public testing::Test {
 protected:
  Summary() {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
  }
  void add(Visited visited, std::size_t count, std::string why = "", std::optional<store::Time> until = {}) {
    for (std::size_t i = 0; i < count; ++i)
      report_.sources.push_back({"s" + std::to_string(report_.sources.size() + 1), visited, why, until});
  }
  CrawlReport report_;
};

TEST_F(Summary, TellsWhatWasDone) {
  add(Visited::ok, 38), add(Visited::unchanged, 2);
  add(Visited::waits, 1, "429", kNow + minutes(337));
  report_.fresh = 212, report_.changed = 7, report_.claims = 934, report_.took = milliseconds(38'400);
  EXPECT_EQ(summary(report_, kNow),
            "41 sources: 38 ok, 2 unchanged, 1 waits (429 until 14:30) · 212 new, 7 changed articles · 934 "
            "claims · 38 s");
}

TEST_F(Summary, NamesWhatIsWrong) {
  add(Visited::not_due, 3), add(Visited::failing, 1, "the server answers 500"),
      add(Visited::needs_person, 3, "the server answers 410");
  report_.fresh = 1, report_.failed = 1, report_.waiting = 4800, report_.claims = 1;
  report_.took = milliseconds(1'234);
  EXPECT_EQ(
      summary(report_, kNow),
      "7 sources: 3 not due, 1 failed (s4: the server answers 500), 3 need a person (s5: the server answers "
      "410; s6: the server answers 410; …) · 1 new, 0 changed article · 1 page failed · 4800 pages for the "
      "next run · 1 claim · 1.2 s");
}

TEST_F(Summary, TellsWhatRobotsForbid) {
  add(Visited::ok, 1);
  report_.no_articles = 26, report_.forbidden = 25;
  EXPECT_EQ(
      summary(report_, kNow),
      "1 source: 1 ok · 0 new, 0 changed articles · 25 pages forbidden by robots.txt · 0 claims · 0.0 s");
}

TEST_F(Summary, OfNothing) {
  EXPECT_EQ(summary(report_, kNow), "0 sources · 0 new, 0 changed articles · 0 claims · 0.0 s");
}

TEST(PagesOf, EachOnceAndOnlyTheNewOfASitemap) {
  ingest::Feed sitemap;
  sitemap.format = ingest::FeedFormat::sitemap;
  for (const auto& [url, date] :
       {std::pair<const char*, const char*>{"https://a.example/1?utm_source=x", "2025-10-08"},
        {"https://a.example/1", "2025-10-08"},
        {"https://a.example/2", "2025-08-01T10:00:00+02:00"},
        {"ftp://a.example/3", ""},
        {"https://a.example/4", ""}}) {
    ingest::FeedEntry entry;
    entry.url = url, entry.published = date;
    sitemap.entries.push_back(entry);
  }
  const auto pages = pages_of(sitemap, days(30), kNow);
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].url, "https://a.example/1");
  EXPECT_EQ(pages[0].modified, "2025-10-08");
  EXPECT_EQ(pages[0].published, "") << "a sitemap tells the last change, not the publication";
  EXPECT_FALSE(pages[0].skip);
  EXPECT_TRUE(pages[1].skip);
  EXPECT_FALSE(pages[2].skip) << "without a date it is read";
}

TEST(SourceAfter, SuccessFailureAndPause) {
  store::Source source;
  const ingest::Rhythm rhythm;
  succeeded(source, 10, {kNow - hours(1), kNow - hours(2), kNow - hours(3), kNow - hours(4)}, rhythm, kNow);
  EXPECT_EQ(source.next_why, "16.0 articles a day");
  EXPECT_EQ(source.next_at, kNow + minutes(90));
  EXPECT_EQ(source.news_at, kNow);
  for (int i = 0; i < 19; ++i) failed(source, ingest::Trouble::server, "500", rhythm, kNow + hours(i));
  EXPECT_FALSE(source.needs_person);
  EXPECT_EQ(source.error_at, kNow) << "since the first of them";
  failed(source, ingest::Trouble::server, "500", rhythm, kNow + days(20));
  EXPECT_TRUE(source.needs_person);
  EXPECT_EQ(source.next_at, kNow + days(27));
  succeeded(source, 0, {}, rhythm, kNow + days(27));
  EXPECT_FALSE(source.needs_person);
  EXPECT_EQ(source.error, "");
  EXPECT_EQ(source.news_at, kNow);
  put_off(source, kNow + days(28), "429", kNow + days(27));
  EXPECT_EQ(source.next_at, kNow + days(28));
  EXPECT_EQ(source.next_why, "its host asks for a pause (429)");
}

TEST(PageAfter, FailuresThatAreGivenUp) {
  store::Page page;
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(page.state, store::PageState::waiting);
    was_not_read(page, "500", kNow);
  }
  EXPECT_EQ(page.state, store::PageState::failed);
  EXPECT_EQ(page.next_at, std::nullopt);
  store::Page kept;
  was_read(kept, {hours(1), hours(6)}, kNow);
  EXPECT_EQ(kept.next_at, kNow + hours(1));
  for (int i = 0; i < 5; ++i) was_not_read(kept, "500", kNow + hours(1));
  EXPECT_EQ(kept.state, store::PageState::kept) << "what is stored stays stored";
}

}  // namespace
}  // namespace gegenprobe::app
