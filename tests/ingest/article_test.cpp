#include "ingest/article.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ingest/html_tree.h"
#include "ingest/page_date.h"

namespace gegenprobe::ingest {
namespace {

constexpr const char* kPage = R"(<!DOCTYPE html>
<html lang="de-AT"><head><title>Nordholm streicht 400 Stellen | Küstenblatt</title>
<meta property="og:site_name" content="Küstenblatt">
<meta property="og:title" content="Nordholm streicht 400 Stellen">
<meta property="article:published_time" content="2025-03-04T18:20:00+01:00">
<meta name="description" content="Der Maschinenbauer will bis 2027 schlanker werden, die Gewerkschaft ist empört.">
<meta name="author" content="Von Hanna Petersen und Jan Olsen">
<link rel="canonical" href="/wirtschaft/nordholm-400.html?utm_source=x">
<script>var tracking = "<p>Das ist kein Text, auch wenn er lang genug dafür ist.</p>";</script></head>
<body class="page sidebar-right">
<div class="cookie-banner"><p>Wir und unsere 312 Partner verwenden Cookies, um Ihnen Inhalte und Werbung zu zeigen.</p></div>
<nav><ul><li><a href="/">Startseite</a></li><li><a href="/wirtschaft">Wirtschaft</a></li></ul></nav>
<main><article>
<h1>Nordholm streicht 400 Stellen</h1>
<p class="teaser">Der Maschinenbauer will bis 2027 schlanker werden, die Gewerkschaft ist empört.</p>
<p class="byline">Von Hanna Petersen</p>
<figure><img src="a.jpg"><figcaption>Das Werk in Kiel im vergangenen Sommer. Foto: Agentur</figcaption></figure>
<p>Der Maschinenbauer Nordholm baut in der Verwaltung <b>400 Stellen</b> ab, wie das Unternehmen am Dienstag mitteilte.</p>
<div class="ad-slot">Anzeige</div>
<h2>Kosten von 90 Millionen Euro</h2>
<p>Für den Umbau legt der Konzern 90&nbsp;Millionen Euro zurück. Betriebsbedingte Kündigungen seien nicht geplant.</p>
<div class="related-teaser"><p>Lesen Sie auch, wie es dem Konkurrenten Castell im vergangenen Jahr ergangen ist.</p></div>
<p>»Wir müssen schneller werden«, sagte Vorstandschefin Meike Brandt.<br><br>Die Aktie verlor zwei Prozent.</p>
<h3>Mehr zum Thema</h3>
<ul><li><a href="/b">Castell verdient weniger</a></li></ul>
</article></main>
<section id="comments"><p>Das war doch abzusehen, seit Jahren wird dort nur noch verwaltet und nichts mehr gebaut!</p></section>
<footer><p>Copyright Küstenblatt. Alle Rechte vorbehalten, auch die der Übersetzung und des Nachdrucks.</p></footer>
</body></html>)";

TEST(ReadArticle, FindsAllParts) {
  const auto article =
      read_article(kPage, "https://www.kuestenblatt.example/wirtschaft/nordholm-400.html?x=1");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Nordholm streicht 400 Stellen");
  EXPECT_EQ(article->subtitle,
            "Der Maschinenbauer will bis 2027 schlanker werden, die Gewerkschaft ist empört.");
  EXPECT_EQ(article->outlet, "Küstenblatt");
  EXPECT_EQ(article->language, "de");
  EXPECT_EQ(article->published, "2025-03-04T18:20:00+01:00");
  EXPECT_EQ(article->day(), day_of(2025, 3, 4));
  EXPECT_EQ(article->authors, (std::vector<std::string>{"Hanna Petersen", "Jan Olsen"}));
  EXPECT_EQ(article->url, "https://www.kuestenblatt.example/wirtschaft/nordholm-400.html");
  EXPECT_EQ(
      article->paragraphs,
      (std::vector<std::string>{
          "Der Maschinenbauer will bis 2027 schlanker werden, die Gewerkschaft ist empört.",
          "Der Maschinenbauer Nordholm baut in der Verwaltung 400 Stellen ab, wie das Unternehmen am "
          "Dienstag "
          "mitteilte.",
          "Kosten von 90 Millionen Euro",
          "Für den Umbau legt der Konzern 90 Millionen Euro zurück. Betriebsbedingte Kündigungen seien nicht "
          "geplant.",
          "»Wir müssen schneller werden«, sagte Vorstandschefin Meike Brandt.",
          "Die Aktie verlor zwei Prozent."}));
}

TEST(ReadArticle, ReadsJsonLdInCdata) {
  const auto article = read_article(
      "<h1>Nordholm wächst weiter</h1><p>Updated: January 7, 2026</p><script type='application/ld+json'>"
      "<![CDATA[ [{\"@type\": \"NewsArticle\", \"datePublished\": \"2025-10-07T08:00:00+02:00\"}] "
      "]]></script>",
      "https://harbour.example/castell");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->published, "2025-10-07T08:00:00+02:00");
}

TEST(ReadArticle, TakesJsonLdWhereScriptsBringTheText) {
  const std::string body =
      "The pump maker Castell expects sales of 1.2 billion euros this year, it said on Monday. "
      "Analysts had reckoned with 1.4 billion. The shares fell five percent in early trading, the largest "
      "loss since "
      "the autumn. Chief executive Paul Reed blamed a weak dollar and high prices for steel, and said that "
      "the "
      "company would look for savings of 40 million euros in purchasing before any jobs were touched. The "
      "supervisory "
      "board will discuss the plans at its next meeting in June, he added.";
  const auto html = fmt::format(R"(<html><head><script type="application/ld+json">
    {{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Castell lowers its forecast",
      "datePublished": "2025-05-12", "author": [{{"@type": "Person", "name": "Ann Lee"}}],
      "publisher": {{"name": "Harbour News"}}, "inLanguage": "en-GB",
      "articleBody": "{}",}}
    </script></head><body><div id="app">Loading</div></body></html>)",
                                body);
  const auto article = read_article(html, "https://harbour.example/castell");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Castell lowers its forecast");
  EXPECT_EQ(article->published, "2025-05-12");
  EXPECT_EQ(article->authors, (std::vector<std::string>{"Ann Lee"}));
  EXPECT_EQ(article->outlet, "Harbour News");
  EXPECT_EQ(article->language, "en");
  EXPECT_EQ(article->paragraphs, (std::vector<std::string>{body}));
}

struct PublishedRow {
  const char *name, *html, *url, *published;
};

const PublishedRow kPublished[] = {
    {"TimeElement", "<h1>Nordholm wächst</h1><time datetime='2025-10-07T08:00:00+02:00'>gestern</time>", "",
     "2025-10-07T08:00:00+02:00"},
    {"PublishedBeforeOtherTimes",
     "<h1>Nordholm wächst</h1><time datetime='2025-10-09'></time><meta itemprop=datePublished "
     "content=2025-10-07>",
     "", "2025-10-07"},
    {"Url", "<h1>Nordholm wächst</h1><p>Am 3. Mai 2019 war alles anders.</p>",
     "https://example.de/2025/10/07/titel", "2025-10-07"},
    {"NamedElement",
     "<h1>Nordholm wächst</h1><p>Seit 3.5.2019.</p><span class='article-date'>7. Oktober 2025</span>", "",
     "2025-10-07"},
    {"PrintedBehindHeadline", "<p>3.5.2019</p><h1>Nordholm wächst</h1><p>Kiel, 07.10.2025</p>", "",
     "2025-10-07"},
    {"OnlyInScript", "<h1>Nordholm wächst</h1><script>var page = {day: '2025-10-07'}</script>", "",
     "2025-10-07"},
    {"None", "<h1>Nordholm wächst</h1><p>Text ohne Tag.</p>", "", ""},
};

TEST(ReadArticle, FindsTheDayOfPublication) {
  for (const auto& row : kPublished) {
    const auto article = read_article(row.html, row.url);
    ASSERT_TRUE(article) << row.name;
    EXPECT_EQ(article->published, row.published) << row.name;
  }
}

TEST(ReadArticle, NamesEmptyPages) {
  EXPECT_EQ(read_article("<html></html>", "").error().what, "the page holds no text");
}

TEST(ReadArticle, SurvivesDeepNesting) {
  for (const std::string tag :
       {"div", "b", "span", "table", "blockquote", "x-y", "ul", "p", "li", "td", "font", "svg", "form"}) {
    std::string html = "<html><body>";
    for (int i = 0; i < 100'000; ++i) html += "<" + tag + ">";
    html += "<p>Der Umsatz stieg im vergangenen Jahr auf fünf Milliarden Euro.</p>";
    const auto article = read_article(html, "");
    EXPECT_TRUE(article || !article.error().what.empty()) << tag;
  }
}

TEST(ReadArticle, SurvivesBrokenMarkup) {
  for (const char* html :
       {"", "<", "<html", "<!--", "<p a=\"", "<table><p>x<td></table>", "&#xFFFFFFFF;&#0;&bogus;",
        "</p></html><p>x", "<script>", "<title>", "<svg><p>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[[[]]]}</script>",
        "<script type=application/ld+json>[[[[[[[[[[[[[[[[{}]]]]]]]]]]]]]]]]</script>x"})
    static_cast<void>(static_cast<bool>(read_article(html, "https://example.de/")));
}

TEST(HtmlTree, ManyUnclosedTagsAreNoDepth) {
  std::string html = "<body>";
  for (int i = 0; i < 5'000; ++i) html += "<p>Satz " + std::to_string(i) + ".<br>";
  const HtmlTree tree(html);
  EXPECT_NE(tree.text_of(0).find("Satz 4999."), std::string::npos);
  EXPECT_EQ(std::ranges::count(tree.nodes(), GUMBO_TAG_P, &HtmlTree::Node::tag), 5'000);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Each took minutes, or would, where one step looks through the page again for each element.
TEST(ReadArticle, IsLinearInHostilePages) {
  for (const char* part :
       {"<svg>", "<noscript><p>", "<select><option>a", "<table><tr><td>", "<!--", "<script>var a;", "</div>",
        "<p><i>x", "a | b - ", "<h2>Titel der Woche</h2>", "<div class='teaser author'>x",
        "<h4>Auch interessant</h4><p>Satz.</p>", "&amp;&bogus;&#0;&#xFFFFFFF;", "<a href=x>y", "<b>", "[",
        "<div class=comments><h1>"}) {
    const auto article =
        read_article("<title>" + repeated(part, 20'000) + "</title>" + repeated(part, 100'000), "");
    EXPECT_TRUE(article || !article.error().what.empty()) << part;
  }
}

TEST(HtmlTree, KeepsWhatStandsBehindSelfClosedDrawings) {
  const HtmlTree tree(
      "<p>a<svg class=x /> b</p><p>c</p><svg><title>Herz</title></svg><noscript>n</noscript><p>d</p>");
  EXPECT_EQ(tree.text_of(0), "a bc d");
}

TEST(HtmlTree, KeepsTheAttributesThatAreRead) {
  const HtmlTree tree("<a data-x='>' onclick=\"b('>')\" HREF='/u?a=1&amp;b=2' class=\"x y\" hidden>t</a>");
  const auto link = std::ranges::find(tree.nodes(), GUMBO_TAG_A, &HtmlTree::Node::tag);
  ASSERT_NE(link, tree.nodes().end());
  EXPECT_EQ(link->attribute("href"), "/u?a=1&b=2");
  EXPECT_EQ(link->attribute("class"), "x y");
  EXPECT_TRUE(link->has("hidden"));
  EXPECT_EQ(tree.text_of(0), "t");
}

struct DateRow {
  const char *text, *language, *date;
};

const DateRow kDates[] = {
    {"2025-10-07", "", "2025-10-07"},
    {"2025-10-07T08:30:00+02:00", "", "2025-10-07T08:30:00+02:00"},
    {"2025-10-07T08:30:00.123Z", "", "2025-10-07T08:30:00+00:00"},
    {"2025-10-07 08:30", "", "2025-10-07T08:30:00"},
    {"2025-10-07T08:30:00+0200", "", "2025-10-07T08:30:00+02:00"},
    {"Tue, 07 Oct 2025 08:30:00 GMT", "", "2025-10-07T08:30:00+00:00"},
    {"Stand: 7. Oktober 2025, 8.30 Uhr", "de", "2025-10-07T08:30:00"},
    {"Wien, 7. Jänner 2025", "de", "2025-01-07"},
    {"3. März 2025 um 14:05 Uhr MEZ", "de", "2025-03-03T14:05:00+01:00"},
    {"Oct. 7, 2025 6:05 p.m. ET", "en", "2025-10-07T18:05:00"},
    {"October 7th, 2025", "en", "2025-10-07"},
    {"7th of October 2025", "en", "2025-10-07"},
    {"07.10.2025", "de", "2025-10-07"},
    {"07.10.25", "de", "2025-10-07"},
    {"10/07/2025", "en", "2025-10-07"},
    {"31/10/2025", "en", "2025-10-31"},
    {"07/10/2025", "de", "2025-10-07"},
    {"20251007", "", "2025-10-07"},
    {"30.02.2025", "de", ""},
    {"1.200.000 Euro", "de", ""},
    {"um 12.30 Uhr", "de", ""},
    {"Version 10.11.1812", "de", ""},
    {"", "", ""},
};

TEST(FindDate, ReadsWhatPagesPrint) {
  for (const auto& row : kDates)
    EXPECT_EQ(find_date(row.text, row.language).value_or(""), row.date) << row.text;
}

TEST(InLocalTime, ShowsTheReadersDay) {
  EXPECT_EQ(in_local_time("2025-10-06T22:30:00+00:00", "de"), "2025-10-07T00:30:00+02:00");
  EXPECT_EQ(in_local_time("2025-12-31T23:30:05+00:00", "de"), "2026-01-01T00:30:05+01:00");
  EXPECT_EQ(in_local_time("2025-10-06T22:30:00+00:00", "en"), "2025-10-06T22:30:00+00:00");
  EXPECT_EQ(in_local_time("2025-10-06T22:30:00-05:00", "de"), "2025-10-06T22:30:00-05:00");
  EXPECT_EQ(in_local_time("2025-10-06", "de"), "2025-10-06");
}

TEST(DateInUrl, WantsAWholeDay) {
  EXPECT_EQ(date_in_url("https://example.de/2025/10/07/umsatz").value_or(""), "2025-10-07");
  EXPECT_EQ(date_in_url("https://example.de/umsatz-2025-10-07.html").value_or(""), "2025-10-07");
  EXPECT_EQ(date_in_url("https://example.de/2025/7/9/umsatz").value_or(""), "2025-07-09");
  EXPECT_EQ(date_in_url("https://example.de/meldung/29-10-2021").value_or(""), "2021-10-29");
  EXPECT_EQ(date_in_url("https://example.de/iphone-12-10-8").value_or(""), "");
  EXPECT_EQ(on_day("2023-11-09T01:49:09+00:00", "2023-11-08"), "2023-11-08T20:49:09-05:00");
  EXPECT_EQ(on_day("2023-11-09T09:49:09+00:00", "2023-11-08"), "2023-11-08T23:49:09-10:00");
  EXPECT_EQ(on_day("2023-11-08T18:00:00+00:00", "2023-11-09"), "2023-11-09T00:00:00+06:00");
  EXPECT_EQ(on_day("2023-11-12T18:00:00+00:00", "2023-11-09"), "2023-11-12T18:00:00+00:00");
  EXPECT_EQ(on_day("2023-11-09", "2023-11-08"), "2023-11-09");
  EXPECT_EQ(date_in_url("https://example.de/20251007/umsatz").value_or(""), "2025-10-07");
  EXPECT_EQ(date_in_url("https://example.de/2025/10/umsatz").value_or(""), "");
  EXPECT_EQ(date_in_url("https://example.de/artikel-12345678901").value_or(""), "");
}

}  // namespace
}  // namespace gegenprobe::ingest
