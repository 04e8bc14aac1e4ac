#include "store/source_table.h"

#include <gtest/gtest.h>

#include "articles.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

using test::kNow;

class SourceTable : public testing::Test {
 protected:
  Source add(const std::string& name, SourceKind kind = SourceKind::feed) {
    auto added =
        add_source(database_, {.name = name, .url = "https://" + name + ".example/", .kind = kind}, kNow);
    if (!added) throw std::runtime_error(added.error().what);
    return *added;
  }
  std::size_t named(Source source, const std::vector<NewPage>& pages, Time now = kNow) {
    std::size_t fresh = 0;
    const auto done = record_visit(database_, source, pages, now, [&](std::size_t count) { fresh = count; });
    if (!done) throw std::runtime_error(done.error().what);
    return fresh;
  }
  std::vector<Page> due(const Source& source, Time now) {
    PageCursor cursor;
    return *due_pages(database_, source.id, now, 100, cursor);
  }
  std::vector<std::string> due_urls(const Source& source, Time now) {
    std::vector<std::string> urls;
    for (const auto& page : due(source, now)) urls.push_back(page.url);
    return urls;
  }
  /// As if it had been read.
  void read(const Source& source, Time at, std::optional<Time> next = std::nullopt) {
    for (auto page : due(source, at)) {
      page.state = PageState::kept, page.fetches = 1, page.fetched_at = at, page.next_at = next;
      ASSERT_TRUE(record_page(database_, page));
    }
  }

  test::TemporaryFolder folder_;
  Database database_ = test::open(folder_.file("a.db"));
};

using Urls = std::vector<std::string>;

TEST_F(SourceTable, KeepsWhatAVisitLeft) {
  auto source = add("nord");
  source.etag = "\"a1\"", source.next_at = kNow + std::chrono::hours(2),
  source.next_why = "12.0 articles a day";
  source.interval = std::chrono::hours(2), source.per_day = 12.0, source.failures = 1.5, source.error = "500";
  source.read_url = "https://nord.example/rss";
  ASSERT_EQ(named(source, {}), 0u);
  const auto found = find_source(database_, "nord");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->etag, "\"a1\"");
  EXPECT_EQ(found->next_at, kNow + std::chrono::hours(2));
  EXPECT_EQ(found->interval, std::chrono::hours(2));
  EXPECT_EQ(found->per_day, 12.0);
  EXPECT_EQ(found->error, "500");
  EXPECT_EQ(found->added_at, kNow);
  EXPECT_EQ(find_source(database_, "https://nord.example/rss")->name, "nord");
}

TEST_F(SourceTable, NamesAndAddressesAreUnique) {
  add("nord");
  const auto again = add_source(database_, {.name = "other", .url = "https://nord.example/"}, kNow);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().what, "https://nord.example/ is a source already: nord");
  const auto name = add_source(database_, {.name = "nord", .url = "https://other.example/"}, kNow);
  ASSERT_FALSE(name);
  EXPECT_EQ(name.error().kind, Error::Kind::usage);
}

TEST_F(SourceTable, AnAddressIsNewOnce) {
  const auto source = add("nord");
  EXPECT_EQ(named(source, {{.url = "https://nord.example/1"}, {.url = "https://nord.example/2"}}), 2u);
  EXPECT_EQ(named(source, {{.url = "https://nord.example/2"}, {.url = "https://nord.example/3"}}), 1u);
  EXPECT_EQ(due_urls(source, kNow),
            (Urls{"https://nord.example/1", "https://nord.example/2", "https://nord.example/3"}));
}

TEST_F(SourceTable, WhatIsTooOldIsKnownAndNotRead) {
  const auto source = add("nord");
  EXPECT_EQ(named(source, {{.url = "https://nord.example/1", .skip = true}}), 0u);
  EXPECT_EQ(due_urls(source, kNow), Urls{});
  EXPECT_EQ(count_pages(database_, source.id)->other, 1u);
}

TEST_F(SourceTable, ACursorGoesOnWhereItStopped) {
  const auto source = add("nord");
  named(source, {{.url = "https://nord.example/1"}, {.url = "https://nord.example/2"}});
  named(source, {{.url = "https://nord.example/3"}}, kNow + std::chrono::seconds(1));
  PageCursor cursor;
  EXPECT_EQ(due_pages(database_, source.id, kNow + std::chrono::hours(1), 2, cursor)->size(), 2u);
  const auto rest = due_pages(database_, source.id, kNow + std::chrono::hours(1), 2, cursor);
  ASSERT_EQ(rest->size(), 1u);
  EXPECT_EQ(rest->front().url, "https://nord.example/3");
}

TEST_F(SourceTable, WhatWasModifiedIsDueAgain) {
  const auto source = add("nord", SourceKind::sitemap);
  const NewPage page{.url = "https://nord.example/1", .modified = "2025-10-09T08:00:00Z"};
  named(source, {page});
  read(source, kNow);
  const auto later = kNow + std::chrono::hours(2);
  EXPECT_EQ(named(source, {page}, later), 0u);
  EXPECT_EQ(due_urls(source, later), Urls{});
  auto changed = page;
  changed.modified = "2025-10-09T10:00:00Z";
  named(source, {changed}, kNow + std::chrono::minutes(30));
  EXPECT_EQ(due_urls(source, later), Urls{}) << "within the hour nothing is read again";
  named(source, {changed}, later);
  EXPECT_EQ(due_urls(source, later), Urls{"https://nord.example/1"});
}

TEST_F(SourceTable, AListWithoutDateIsReadAtEachVisitAndNotByItsChildren) {
  const auto source = add("nord", SourceKind::sitemap);
  const NewPage list{.url = "https://nord.example/sitemap-1.xml", .role = PageRole::list};
  named(source, {list});
  read(source, kNow);
  const auto later = kNow + std::chrono::minutes(20);
  auto other = due(source, kNow);
  ASSERT_TRUE(other.empty());
  Page child;
  child.source = source.id, child.url = "https://nord.example/sitemap-2.xml";
  ASSERT_TRUE(record_list(database_, child, {list}, later));
  EXPECT_EQ(due_urls(source, later), Urls{});
  named(source, {list}, later);
  EXPECT_EQ(due_urls(source, later), Urls{list.url});
}

TEST_F(SourceTable, TheConfigurationIsTakenOver) {
  add("hand");
  const NewSource a{.name = "a", .url = "https://a.example/"}, b{.name = "b", .url = "https://b.example/"};
  ASSERT_TRUE(list_sources(database_, {a, b}, kNow));
  auto renamed = a;
  renamed.name = "anton", renamed.outlet = "Anton-Blatt";
  ASSERT_TRUE(list_sources(database_, {renamed}, kNow));
  EXPECT_EQ(find_source(database_, "anton")->outlet, "Anton-Blatt");
  EXPECT_EQ(find_source(database_, "b")->state, SourceState::unlisted);
  EXPECT_EQ(find_source(database_, "hand")->state, SourceState::active);
  ASSERT_TRUE(list_sources(database_, {renamed, b}, kNow));
  EXPECT_EQ(find_source(database_, "b")->state, SourceState::active);
  const auto clash = list_sources(database_, {{.name = "hand", .url = "https://c.example/"}}, kNow);
  ASSERT_FALSE(clash);
  EXPECT_EQ(find_source(database_, "anton")->state, SourceState::active) << "all or nothing";
}

TEST_F(SourceTable, ArticlesStayWhenTheirSourceGoes) {
  const auto source = add("nord");
  named(source, {{.url = "https://nord.example/1"}});
  auto page = due(source, kNow).front();
  page.article = test::add(database_, test::series_article(1)).article, page.state = PageState::kept;
  ASSERT_TRUE(record_page(database_, page));
  EXPECT_EQ(count_pages(database_, source.id)->kept, 1u);
  ASSERT_TRUE(remove_source(database_, source.id));
  EXPECT_FALSE(find_source(database_, "nord"));
  EXPECT_EQ(find_articles(database_, {})->size(), 1u);
}

TEST(Utc, ReadsItsOwnWords) {
  EXPECT_EQ(utc(kNow), "2025-10-09T08:53:20Z");
  EXPECT_EQ(parse_utc("2025-10-09T08:53:20Z"), kNow);
  for (const char* wrong :
       {"", "2025-10-09", "2025-10-09 08:53:20Z", "2025-13-09T08:53:20Z", "2025-10-09T24:00:00Z"})
    EXPECT_FALSE(parse_utc(wrong)) << wrong;
}

}  // namespace
}  // namespace gegenprobe::store
