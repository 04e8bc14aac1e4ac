#include "ingest/discover.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

namespace gegenprobe::ingest {
namespace {

const std::string kFeed =
    "<rss><channel><title>Nordblatt</title><item><link>https://nord.example/a-b-c</link>"
    "<pubDate>Tue, 07 Oct 2025 08:30:00 GMT</pubDate></item></channel></rss>";
const std::string kSitemap = "<urlset><url><loc>https://nord.example/a-b-c</loc></url></urlset>";
const std::string kPage = "<html><head>{}</head><body><p>Willkommen beim Nordblatt.</p></body></html>";

struct Row {
  const char* name;
  std::map<std::string, std::string> pages;  // path -> body
  const char* found;
};

std::string with_head(const char* head) { return fmt::format(fmt::runtime(kPage), head); }

std::string links(int count) {
  std::string html = "<html><body><nav><a href=/x-y-z-0>Alle Nachrichten aus der Wirtschaft</a></nav>";
  for (int i = 0; i < count; ++i)
    html +=
        fmt::format("<a href='/wirtschaft/umsatz-der-firma-{}'>Die Firma Nummer {} wächst weiter</a>", i, i);
  return html + "<a href=https://sued.example/a-b-c>Ein anderes Blatt berichtet auch</a></body></html>";
}

const Row kRows[] = {
    {"FeedItself", {{"/", kFeed}}, "list rss https://nord.example/ 1 2025-10-07"},
    {"AnnouncedFeed",
     {{"/", with_head("<link rel=alternate type='application/rss+xml' title='Kommentare' href=/k>"
                      "<link rel=alternate type='application/atom+xml' href=/leer>"
                      "<link rel=alternate type='application/rss+xml' href=/rss>")},
      {"/k", kFeed},
      {"/leer", "<feed/>"},
      {"/rss", kFeed}},
     "list rss https://nord.example/rss 1 2025-10-07 others https://nord.example/leer"},
    {"NewsSitemapOfRobots",
     {{"/", with_head("")},
      {"/robots.txt", "Sitemap: /alles.xml\nSitemap: /news.xml\n"},
      {"/alles.xml", kSitemap},
      {"/news.xml", kSitemap},
      {"/feed", kFeed}},
     "list sitemap https://nord.example/news.xml 1 "},
    {"UsualPlaceBeforeAWholeSitemap",
     {{"/", with_head("")},
      {"/robots.txt", "Sitemap: /alles.xml\n"},
      {"/alles.xml", kSitemap},
      {"/feed.xml", kFeed}},
     "list rss https://nord.example/feed.xml 1 2025-10-07"},
    {"SitemapOfRobots",
     {{"/", with_head("")},
      {"/robots.txt", "Sitemap: https://nord.example/alles.xml\n"},
      {"/alles.xml", kSitemap}},
     "list sitemap https://nord.example/alles.xml 1 "},
    {"PageOfLinks", {{"/", links(5)}}, "page https://nord.example/ 5"},
    {"FewLinks",
     {{"/", links(4)}},
     "https://nord.example/: no feed, no sitemap and no page of links to articles was found"},
    {"Nothing", {}, "https://nord.example/: the server answers 404"}};

std::string dump(const Result<FoundSource>& found) {
  if (!found) return found.error().what;
  if (found->kind == FoundSource::Kind::article) return "article " + found->url;
  if (found->kind == FoundSource::Kind::page) return fmt::format("page {} {}", found->url, found->entries);
  return fmt::format("list {} {} {} {}{}{}", name_of(found->format), found->url, found->entries,
                     found->newest, found->others.empty() ? "" : " others ", fmt::join(found->others, " "));
}

class FindSource : public testing::TestWithParam<Row> {};
TEST_P(FindSource, Row) {
  const auto get = [&](const std::string& url) -> Result<Response> {
    const auto at = GetParam().pages.find(url.substr(std::string("https://nord.example").size()));
    if (at == GetParam().pages.end()) return Response{.status = 404, .url = url, .headers = {}, .body = {}};
    return Response{.status = 200, .url = url, .headers = {}, .body = at->second};
  };
  EXPECT_EQ(dump(find_source(get, "https://nord.example")), GetParam().found);
}
INSTANTIATE_TEST_SUITE_P(, FindSource, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

TEST(FindSourceHint, SaysWhoseFaultItIs) {
  const auto hint_at = [](int status) {
    const auto get = [&](const std::string& url) -> Result<Response> {
      return Response{.status = status, .url = url, .headers = {}, .body = {}};
    };
    return find_source(get, "https://nord.example").error().hint;
  };
  EXPECT_EQ(hint_at(404), "check the address");
  EXPECT_EQ(hint_at(503), "the server has a fault of its own; try again later");
}

TEST(ArticleLinks, OfTheOwnSiteWithHeadlines) {
  EXPECT_EQ(article_links(links(2), "https://www.nord.example/wirtschaft"),
            (std::vector<std::string>{"https://www.nord.example/wirtschaft/umsatz-der-firma-0",
                                      "https://www.nord.example/wirtschaft/umsatz-der-firma-1"}));
}

TEST(SameSite, WithAndWithoutWww) {
  EXPECT_TRUE(same_site("https://www.nord.example/a", "http://nord.example/b"));
  EXPECT_FALSE(same_site("https://nord.example/", "https://sued.example/"));
  EXPECT_FALSE(same_site("https://nord.example/", "https://evil-nord.example/"));
  EXPECT_FALSE(same_site("nothing", "nothing"));
}

}  // namespace
}  // namespace gegenprobe::ingest
