#include "ingest/html_slim.h"

#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

struct Row {
  const char *name, *html, *slim;
};

const Row kRows[] = {
    {"ScriptBetweenTags", "<p>a</p> <script>x < y</script><p>b</p>", "<p>a</p> <p>b</p>"},
    {"ScriptBetweenTexts", "a<script>x</script>b", "a<script></script>b"},
    {"DataIsNoPartOfThePage", "<p>a</p><script type='application/ld+json'>{}</script><p>b</p>",
     "<p>a</p><p>b</p>"},
    {"ScriptWithoutEnd", "<p>a</p><script>x", "<p>a</p>"},
    {"Pictures", "<p>a<img src=\"a>b\" alt=c>b</p>", "<p>ab</p>"},
    {"StylesThatHide", "<p style=\"display: none\"><b style='color: red'>a</b>",
     "<p style=\"display: none\"><b>a</b>"},
    {"AddressesOfLinks",
     "<a href=\"https://a.example/\" class=\"x\">a</a><a href='#note'>b</a><a href=/c>c</a>",
     "<a href=\"h\" class=\"x\">a</a><a href='#'>b</a><a href=/c>c</a>"},
    {"AddressesOfOthers", "<link rel=canonical href=\"https://a.example/\">",
     "<link rel=canonical href=\"https://a.example/\">"},
    {"ReferenceInAnAddress", "<a href=\"&#35;note\">a</a>", "<a href=\"&#35;note\">a</a>"},
};

TEST(SlimHtml, KeepsWhatIsRead) {
  for (const auto& row : kRows) {
    const auto page = slim_html(row.html, Links::first_letter);
    EXPECT_EQ(page.aside.restored(page.html), row.slim) << row.name;
  }
  EXPECT_EQ(slim_html("<a href=\"/b/c\">a</a>").html, "<a href=\"/b/c\">a</a>");
}

TEST(SlimHtml, GivesJsonLd) {
  EXPECT_EQ(slim_html("<script type='application/ld+json'>{\"a\": 1}</script>").json_ld,
            std::vector<std::string>{"{\"a\": 1}"});
}

TEST(SlimHtml, PutsLongTextsAside) {
  const auto page =
      slim_html("<p class=\"teaser-headline\"> Nordholm  baut\n aus </p><p class=\"teaser-headline\">b</p>");
  EXPECT_EQ(page.html, "<p class=\"\U000F0000\"> \U000F0001 </p><p class=\"\U000F0000\">b</p>");
  EXPECT_EQ(page.aside.restored(" \U000F0001 "), " Nordholm baut\naus ");
  EXPECT_STREQ(page.aside.value("\U000F0000"), "teaser-headline");
  EXPECT_EQ(page.aside.value("\U000F0000x"), nullptr);
  EXPECT_EQ(page.aside.value("\U000F0007"), nullptr);
  EXPECT_EQ(page.aside.restored("nichts"), "nichts");
}

struct AsIsRow {
  const char *name, *html;
};

// What the parser reads otherwise than it stands is left to it.
const AsIsRow kAsTheyStand[] = {
    {"Reference", "<p>Müller &amp; Söhne bauen aus</p>"},
    {"Doctype", "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\">"},
    {"Declaration", "<?xml version=\"1.0\" encoding=\"utf-8\"?>"},
    {"Sign", "a < b und weiter im Text"},
    {"ControlCharacter", "<p>Nordholm\u0001 baut aus</p>"},
    {"C1", "<p>Nordholm\u0085 baut aus</p>"},
    {"CharactersLikeMarks", "<i>\U000F0142</i><p>Nordholm baut aus</p>"},
    {"ReferencesToMarks", "<i>&#xF0142;</i><p>Nordholm baut aus</p>"},
    {"ReferencesToMarksInFigures", "<i>&#0983041;</i><p>Nordholm baut aus</p>"},
};

TEST(SlimHtml, LeavesWhatAParserReplaces) {
  for (const auto& row : kAsTheyStand) EXPECT_EQ(slim_html(row.html).html, row.html) << row.name;
}

}  // namespace
}  // namespace gegenprobe::ingest
