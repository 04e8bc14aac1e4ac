#include "ingest/feed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

/// "rss Titel <address> lang", then a line an entry: id|title|url|published|author|summary|content.
std::string dump(const Result<Feed>& feed) {
  if (!feed) return feed.error().what;
  auto text = fmt::format("{} {} <{}> {}", name_of(feed->format), feed->title, feed->url, feed->language);
  for (const auto& entry : feed->entries)
    text += fmt::format("\n{}|{}|{}|{}|{}|{}|{}", entry.id, entry.title, entry.url, entry.published,
                        fmt::join(entry.authors, "; "), entry.summary, entry.content);
  return text;
}

struct Row {
  const char *name, *bytes, *feed;
};
const Row kRows[] = {
    {"Rss",
     R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Wirtschaft</title><link>https://www.example.org/</link>
<language>de-AT</language><item><title>Umsatz &lt;b&gt;steigt&lt;/b&gt;</title><link> https://www.example.org/a </link>
<guid isPermaLink="false">a1</guid><pubDate>Tue, 07 Oct 2025 08:30:00 +0200</pubDate>
<author>redaktion@example.org (Eva Muster)</author><description><![CDATA[<p>Mehr &amp; mehr.</p>]]></description></item>
</channel></rss>)",
     "rss Wirtschaft <https://www.example.org/> de-AT\n"
     "a1|Umsatz steigt|https://www.example.org/a|2025-10-07T08:30:00+02:00|Eva Muster|Mehr & mehr.|"},
    {"ContentBesideDescription",
     R"(<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><description>Kurz</description>
<c:encoded>&lt;p&gt;Lang.&lt;/p&gt;&lt;p&gt;Und mehr.&lt;/p&gt;</c:encoded></item></channel></rss>)",
     "rss  <> \n|||||Kurz|Lang. Und mehr."},
    {"Atom",
     R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://www.example.org/x/" xml:lang="en"><title>Markets</title>
<link rel="self" href="feed"/><link href="./"/><entry><id>urn:1</id><title type="html">Profit &amp;amp; loss</title>
<link rel="enclosure" href="a.mp3"/><link rel="alternate" href="a"/><updated>2025-10-07T08:30:00Z</updated>
<author><name>Jo Doe</name><email>jo@example.org</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Up <b>12</b> percent</div></content></entry></feed>)",
     "atom Markets <https://www.example.org/x/> en\n"
     "urn:1|Profit & loss|https://www.example.org/x/a|2025-10-07T08:30:00+00:00|Jo Doe|Up 12 percent|Up 12 "
     "percent"},
    {"Rdf",
     R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel><item rdf:about="https://www.example.org/a">
<title>A</title><dc:date>2025-10-07</dc:date><dc:creator>dpa</dc:creator></item></rdf:RDF>)",
     "rss T <> \nhttps://www.example.org/a|A|https://www.example.org/a|2025-10-07|dpa||"},
    {"JsonFeed",
     R"({"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://www.example.org/",
"items": [{"id": 7, "url": "https://www.example.org/a", "content_html": "<p>Text</p>", "authors": [{"name": "Eva"}],
"date_published": "2025-10-07T08:30:00Z"}]})",
     "json T <https://www.example.org/> \n7||https://www.example.org/a|2025-10-07T08:30:00+00:00|Eva||Text"},
    {"NewsSitemap",
     R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://www.example.org/a</loc><n:news><n:publication><n:name>Blatt</n:name><n:language>de</n:language>
</n:publication><n:publication_date>2025-10-07</n:publication_date><n:title>Titel</n:title></n:news></url></urlset>)",
     "news-sitemap  <> \n|Titel|https://www.example.org/a|2025-10-07|||"},
    {"SitemapIndexWithUnclosedEntries",
     "<sitemapindex><sitemap><loc>https://www.example.org/1</loc><loc>https://www.example.org/2</loc>"
     "<lastmod>2025-10-07</lastmod></sitemap></sitemapindex>",
     "sitemap-index  <> \n||https://www.example.org/1||||\n||https://www.example.org/2|2025-10-07|||"},
    {"TextSitemap", "https://www.example.org/1\r\nhttps://www.example.org/2\r\n",
     "sitemap  <> \n||https://www.example.org/1||||\n||https://www.example.org/2||||"},
    {"CutOff", "<rss><channel><title>T</title><item><title>Erster</title></item><item><title>Zwei",
     "rss T <> \n|Erster|||||\n|Zwei|||||"},
    {"BareAmpersand", "<rss><channel><title>Kohl & Söhne &auml; &copy=1</title></channel></rss>",
     "rss Kohl & Söhne ä &copy=1 <> "},
    {"WindowsReference", "<rss><channel><title>5&#150;6 &#128;</title></channel></rss>", "rss 5–6 € <> "},
    {"UndeclaredPrefix", "<rss><channel><item><dc:creator>Eva</dc:creator></item></channel></rss>",
     "rss  <> \n||||Eva||"},
    {"ScriptSaysNothing",
     "<rss><channel><title>Ruhe&lt;script&gt;alert(1)&lt;/script&gt;</title></channel></rss>",
     "rss Ruhe <> "},
    {"TitleOfADrawing",
     "<rss><channel><item><description>&lt;svg&gt;&lt;title&gt;Kurve der Zinsen&lt;/title&gt;&lt;circle "
     "r='1'/&gt;&lt;/svg&gt;</description></item></channel></rss>",
     "rss  <> \n|||||Kurve der Zinsen|"},
    {"CommentWithoutEnd", "<rss><channel><title>Sa&lt;!-- x &gt;tz</title></channel></rss>", "rss Satz <> "},
    {"GuidIsTheLink", "<rss><channel><item><guid>https://www.example.org/a</guid></item></channel></rss>",
     "rss  <> \nhttps://www.example.org/a||https://www.example.org/a||||"},
    {"NoFileIsRead",
     R"(<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>a&x;b</title></channel></rss>)",
     "rss ab <> "},
    {"OwnEntity",
     R"(<!DOCTYPE rss [<!ENTITY co "GmbH">]><rss><channel><title>Muster &co;</title></channel></rss>)",
     "rss Muster GmbH <> "},
    {"NestedEntitiesSayNothing",
     R"(<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><title>T&b;</title></channel></rss>)",
     "rss T <> "},
    {"Html", "<!DOCTYPE html><html><body>nichts</body></html>",
     "this is no feed: its outermost element is <html>"},
    {"Empty", " \n", "the feed is empty"},
};
class ReadFeed : public testing::TestWithParam<Row> {};
TEST_P(ReadFeed, Row) { EXPECT_EQ(dump(read_feed(GetParam().bytes, "", "")), GetParam().feed); }
INSTANTIATE_TEST_SUITE_P(, ReadFeed, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

struct CharsetRow {
  const char *name, *content_type, *bytes, *charset;
};
const CharsetRow kCharsets[] = {
    {"TypeBeforeDeclaration", "application/xml; charset=utf-8",
     "<?xml version='1.0' encoding='iso-8859-1'?><rss/>", "utf-8"},
    {"DeclarationBeforeDefault", "application/rss+xml", "<?xml version='1.0' encoding='iso-8859-1'?><rss/>",
     "iso-8859-1"},
    {"TextWithoutCharsetIsAscii", "text/xml", "<?xml version='1.0' encoding='iso-8859-1'?><rss/>",
     "us-ascii"},
    {"Nothing", "", "<rss/>", "utf-8"},
    {"Mark", "text/xml", "\xEF\xBB\xBF<rss/>", "utf-8"},
};
class FeedCharset : public testing::TestWithParam<CharsetRow> {};
TEST_P(FeedCharset, Row) {
  const auto feed = read_feed(GetParam().bytes, GetParam().content_type, "");
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->charset, GetParam().charset);
}
INSTANTIATE_TEST_SUITE_P(, FeedCharset, testing::ValuesIn(kCharsets),
                         [](const auto& i) { return i.param.name; });

TEST(FeedBytes, ContradictTheirType) {
  const auto feed = read_feed(
      "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>B\xF6rse</title></channel></rss>",
      "text/xml", "");
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->title, "Börse");
}

}  // namespace
}  // namespace gegenprobe::ingest
