#include <gtest/gtest.h>

#include "ingest/article.h"

namespace gegenprobe::ingest {
namespace {

const std::string kSentence =
    "Der Umsatz des Konzerns stieg im dritten Quartal um zwölf Prozent auf 5,5 Milliarden Euro. ";

std::string paragraphs(int count) {
  std::string html;
  for (int i = 0; i < count; ++i)  // what is said twice is left out
    html += "<p>" + kSentence + "Im Jahr " + std::to_string(1990 + i) + " waren es noch deutlich weniger. " +
            "</p>";
  return html;
}

std::string page(const std::string& head, const std::string& body) {
  return "<html><head><title>Zahlen</title>" + head + "</head><body><h1>Zahlen</h1><article>" + body +
         "</article></body></html>";
}

std::string headlines(int count) {
  std::string html;
  for (int i = 0; i < count; ++i)
    html += "<div><a href='/a" + std::to_string(i) + "'>Konzern " + std::to_string(i) +
            " legt am Montag seine Zahlen für das dritte Quartal vor</a></div>";
  return html;
}

struct Row {
  const char* name;
  std::string html, url, kind;
};
const std::string kLocked =
    R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Zahlen","datePublished":"2025-10-07","isAccessibleForFree":false}</script>)";
const Row kRows[] = {
    {"WholeText", page("", paragraphs(12)), "https://www.example.org/zahlen.html", "article"},
    {"ShortNews", page("", paragraphs(3)), "https://www.example.org/zahlen.html", "article"},
    {"LockedAndShort", page(kLocked, paragraphs(2)), "https://www.example.org/zahlen.html", "paywall"},
    {"LockedAndWhole", page(kLocked, paragraphs(12)), "https://www.example.org/zahlen.html", "article"},
    {"NamedPaywall", page("", paragraphs(2) + "<div class='c-paywall__box'>Abo</div>"),
     "https://www.example.org/zahlen.html", "paywall"},
    {"SaidPaywall", page("", paragraphs(2) + "<div>Jetzt testen und weiterlesen: 1 Euro</div>"),
     "https://www.example.org/zahlen.html", "paywall"},
    {"Consent",
     page("",
          "<p>Wir und unsere Partner verwenden Cookies, um Werbung auszuspielen und Inhalte zu messen.</p>"
          "<p>Mit Ihrer Einwilligung dürfen wir Cookies setzen und personalisierte Werbung zeigen, jederzeit "
          "widerruflich.</p>"),
     "https://www.example.org/zahlen.html", "consent"},
    {"FrontPage", page("", paragraphs(3) + headlines(30)), "https://www.example.org/", "index"},
    {"Section", page("", "<p>" + kSentence + "</p>" + headlines(40)), "https://www.example.org/wirtschaft",
     "index"},
    {"NothingMuch", page("", "<p>Bitte warten, die Seite wird geladen.</p>"),
     "https://www.example.org/zahlen.html", "other"},
};
class KindOfPage : public testing::TestWithParam<Row> {};
TEST_P(KindOfPage, Row) {
  const auto article = read_article(GetParam().html, GetParam().url);
  ASSERT_TRUE(article);
  EXPECT_EQ(name_of(article->kind), GetParam().kind);
}
INSTANTIATE_TEST_SUITE_P(, KindOfPage, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::ingest
