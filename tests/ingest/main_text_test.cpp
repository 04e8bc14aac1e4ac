#include "ingest/main_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

// Letters instead of sentences, so that a row shows at once what came through.
std::string sentence(char letter) {
  return fmt::format(
      "Satz {} über die Werft Nordholm, die im vergangenen Jahr mehr Schiffe gebaut hat als je "
      "zuvor und nun auch in Emsau Leute sucht.",
      letter);
}

std::string expanded(std::string html) {
  for (char letter = 'A'; letter <= 'Z'; ++letter)
    for (const std::string mark = fmt::format("[{}]", letter); html.find(mark) != html.npos;)
      html.replace(html.find(mark), mark.size(), sentence(letter));
  return html;
}

std::string shortened(std::string text) {
  for (char letter = 'A'; letter <= 'Z'; ++letter)
    for (const auto whole = sentence(letter); text.find(whole) != text.npos;)
      text.replace(text.find(whole), whole.size(), fmt::format("[{}]", letter));
  return text;
}

struct Row {
  const char *name, *html, *lead, *text;
};

const Row kRows[] = {
    {"TeaserUnderTheHeadlineIsTheLead",
     "<h1>Nordholm baut aus</h1><div class=teaser><p>[L]</p></div><div><p>[A]</p><p>[B]</p><p>[C]</p></div>",
     "[L]", "[A]|[B]|[C]"},
    {"DeckInTheHeader",
     "<article><header><h1>Nordholm baut aus</h1><h3>[L]</h3><p>Von Jan Olsen</p></header>"
     "<div><p>[A]</p><p>[B]</p><p>[C]</p></div></article>",
     "[L]", "[A]|[B]|[C]"},
    {"SentenceSetAsHeading",
     "<h1>Nordholm baut aus</h1><h2>[L]</h2><div><p>[A]</p><p>[B]</p><p>[C]</p></div>", "[L]", "[A]|[B]|[C]"},
    {"TeasersBehindTheTextAreNone",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><div class=teaser><p>[T]</p></div></div>",
     "", "[A]|[B]|[C]"},
    {"NamesOfLinksDropNoWords",
     "<h1>Nordholm baut aus</h1><div><p>Die <a class=external-link href=/n>Werft Nordholm</a> sucht Leute, "
     "sagte sie.</p><p>[B]</p><p>[C]</p></div>",
     "", "Die Werft Nordholm sucht Leute, sagte sie.|[B]|[C]"},
    {"BoxWithEndHeading",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><p>[D]</p><div><h4>Auch interessant</h4>"
     "<a href=/x>Wie Castell spart</a></div><p>[E]</p><p>[F]</p><p>[G]</p></div>",
     "", "[A]|[B]|[C]|[D]|[E]|[F]|[G]"},
    {"ArticlesBesideTheArticle",
     "<main><article><h1>Nordholm baut aus</h1><p>[A]</p><p>[B]</p><p>[C]</p><p>[D]</p></article>"
     "<ul><li><article><p>[T]</p><p>[U]</p></article></li><li><article><p>[V]</p><p>[W]</p></article></li>"
     "<li><article><p>[X]</p><p>[Y]</p></article></li></ul></main>",
     "", "[A]|[B]|[C]|[D]"},
    {"ConsentThatIsLongerThanTheText",
     "<article><h1>Nordholm baut aus</h1><p>[A]</p><p>[B]</p></article>"
     "<div id=onetrust-consent-sdk><h2>Ihre "
     "Wahl</h2><p>[T]</p><p>[U]</p><p>[V]</p><p>[W]</p><p>[X]</p></div>",
     "", "[A]|[B]"},
    {"ReadingsOverSigns",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>Das Zeichen "
     "<ruby>船<rp>(</rp><rt>fune</rt><rp>)</rp></ruby> "
     "steht für ein Schiff.</p><p>[B]</p></div>",
     "", "[A]|Das Zeichen 船 steht für ein Schiff.|[B]"},
    {"LineOfDates",
     "<h1>Nordholm baut aus</h1><div class=lead><p>[L]</p><p>[L]</p><p>Published March 3, 2025 4:58pm "
     "Updated March 4, "
     "2025</p></div><div><p>Aktualisiert am 4. März 2025, 14:30 "
     "Uhr</p><p>[A]</p><p>[B]</p><p>[C]</p><p>[D]</p><p>[E]</p></div>",
     "[L]", "[A]|[B]|[C]|[D]|[E]"},
    {"WhatLinksSayToThoseWhoDoNotSee",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>Die <a href=/n>Werft<span> (öffnet im neuen "
     "Fenster)</span></a> sucht "
     "in Emsau Leute.</p><p>[B]</p></div>",
     "", "[A]|Die Werft sucht in Emsau Leute.|[B]"},
    {"EndHeadingAtTheEnd",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><p>[D]</p><h4>Weitere Artikel</h4>"
     "<p>Castell spart und streicht Stellen in der Verwaltung.</p></div>",
     "", "[A]|[B]|[C]|[D]"},
    {"CommentsThatAreLongerThanTheText",
     "<div><h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p></div><div><h2>Leserkommentare</h2><ul>"
     "<li><div><p>[S]</p></div></li><li><div><p>[T]</p></div></li><li><div><p>[U]</p></div></li>"
     "<li><div><p>[V]</p></div></li></ul></div></div>",
     "", "[A]|[B]"},
    {"WhatThePageSaysToItsReaders",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>Abonnieren Sie hier unseren Newsletter aus der Region.</p>"
     "<p>[B]</p><p>Die mit Stern gekennzeichneten Links sind Affiliate-Links.</p><p>[C]</p></div>",
     "", "[A]|[B]|[C]"},
    {"HiddenByItsWholeClass",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><div class='panel hide'><p>[T]</p></div>"
     "<div class='hidden md:block'><p>[B]</p></div><div "
     "class='overflow-hidden'><p>[C]</p></div><p>[D]</p></div>",
     "", "[A]|[B]|[C]|[D]"},
    {"OtherPostsOfABlog",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><div "
     "class=wp-block-query><p>[T]</p></div><p>[C]</p></div>",
     "", "[A]|[B]|[C]"},
    {"Breadcrumb",
     "<h1>Nordholm baut aus</h1><div><p>Startseite » Wirtschaft » Nordholm baut nach guten Zahlen aus</p>"
     "<p>[A]</p><p>[B]</p></div>",
     "", "[A]|[B]"},
    {"NoteInItalicsBehindTheText",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><p>[D]</p>"
     "<p><em>Jan Olsen ist Redakteur im Ressort Häfen.</em></p></div>",
     "", "[A]|[B]|[C]|[D]"},
    {"ItalicsThatTellStay",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><p>[D]</p>"
     "<p><em>Korrektur: In einer früheren Fassung stand eine falsche Zahl.</em></p></div>",
     "", "[A]|[B]|[C]|[D]|Korrektur: In einer früheren Fassung stand eine falsche Zahl."},
    {"AboutTheAuthor",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><p>[D]</p>"
     "<p>Hanna Petersen schreibt seit zwanzig Jahren über die Küste.</p></div>",
     "", "[A]|[B]|[C]|[D]"},
    {"CaptionByItsCredit",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><div>Der neue Kran der Werft in Emsau im vergangenen Mai. "
     "Bildrechte: KSR/Olsen</div><p>[B]</p><p>[C]</p></div>",
     "", "[A]|[B]|[C]"},
    {"LinkOnlyParagraph",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p><a href=/x>Auch Castell baut aus und stellt ein</a></p>"
     "<p>[B]</p><p>[C]</p></div>",
     "", "[A]|[B]|[C]"},
    {"Shortcode",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[button link=\"https://a.example\"]Jetzt Fan "
     "werden[/button]</p>"
     "<p>[B]</p><p>[C]</p></div>",
     "", "[A]|[B]|[C]"},
    {"TableAmongParagraphs",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><table><tr><td>Umsatz</td><td>12 "
     "Mio.</td></tr>"
     "</table></div>",
     "", "[A]|[B]|[C]|Umsatz|12 Mio."},
    {"TableOfThePage",
     "<h1>Nordholm baut aus</h1><div><div><p>[A]</p><p>[B]</p><p>[C]</p></div><div><div><div><table>"
     "<tr><td>Kurs</td><td>12,40</td></tr></table></div></div></div></div>",
     "", "[A]|[B]|[C]"},
    {"FormsAreNoText",
     "<h1>Nordholm baut aus</h1><div><p>[A]</p><p>[B]</p><p>[C]</p><form><p>Tragen Sie hier Ihre Adresse "
     "ein, "
     "dann schreiben wir Ihnen.</p></form></div>",
     "", "[A]|[B]|[C]"},
};

TEST(FindMainText, TellsTextFromWhatStandsAround) {
  const std::vector<std::string> authors = {"Hanna Petersen"};
  for (const auto& row : kRows) {
    const HtmlTree tree(expanded(row.html));
    ElementNames names(tree);
    const auto found =
        find_main_text(tree, names, {.title = "Nordholm baut aus", .body = {}, .authors = &authors});
    EXPECT_EQ(shortened(fmt::format("{}", fmt::join(found.lead, "|"))), row.lead) << row.name;
    EXPECT_EQ(shortened(fmt::format("{}", fmt::join(found.paragraphs, "|"))), row.text) << row.name;
  }
}

}  // namespace
}  // namespace gegenprobe::ingest
