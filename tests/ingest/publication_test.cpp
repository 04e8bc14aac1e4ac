#include "ingest/publication.h"

#include <gtest/gtest.h>

#include "ingest/page_blocks.h"

namespace gegenprobe::ingest {
namespace {

struct Row {
  const char* name;
  StatedDates stated;
  const char *html, *url, *language, *date;
};

const Row kRows[] = {
    {"StatedGoesFirst",
     {"2025-10-07T08:30:00+02:00", "", ""},
     "<h1>Nordholm wächst</h1><time>3.10.2025</time>",
     "",
     "de",
     "2025-10-07T08:30:00+02:00"},
    {"PrintedBeforeDayOfChange",
     {"", "2025-10-20", ""},
     "<h1>Nordholm wächst</h1><span class=date>07.10.2025</span>",
     "",
     "de",
     "2025-10-07"},
    {"DayOfChangeBeforeAnyPrintedDay",
     {"", "2025-10-07", ""},
     "<h1>Nordholm wächst</h1><p>Seit dem 3. Mai 2019 ist alles anders.</p>",
     "",
     "de",
     "2025-10-07"},
    {"AddressKeepsTheFirstDay",
     {"2019-06-17T18:28:00+02:00", "", ""},
     "<h1>Nordholm wächst</h1>",
     "https://a.example/2017/7/12/nordholm",
     "de",
     "2017-07-12"},
    {"UtcAsReadersSeeIt",
     {"2025-10-06T23:30:00+00:00", "", ""},
     "<h1>Nordholm wächst</h1>",
     "",
     "de",
     "2025-10-07T01:30:00+02:00"},
    {"UtcAsThePagePrintsIt",
     {"2025-10-06T23:30:00+00:00", "", ""},
     "<h1>Nordholm wächst</h1><time class=date>06.10.2025</time>",
     "",
     "de",
     "2025-10-06T23:30:00+00:00"},
    {"InABoxAboutTheArticle",
     {"", "2025-10-20", ""},
     "<h1>Nordholm wächst</h1><div class=post-meta><p>Kiel, veröffentlicht: 7. Oktober 2025</p></div>",
     "",
     "de",
     "2025-10-07"},
    {"EveningInAmerica",
     {"2025-10-07T02:30:00+00:00", "", ""},
     "<h1>Nordholm grows again</h1><time class=date>October 6, 2025</time>",
     "",
     "en",
     "2025-10-06T21:30:00-05:00"},
    {"PublishedNotChanged",
     {},
     "<h1>Nordholm wächst</h1><p>Letzte Änderung: 31.10.2025</p><p>Erschienen am: 07.10.2025</p>",
     "",
     "de",
     "2025-10-07"},
    {"NotOfATeaser",
     {},
     "<h1>Nordholm wächst</h1><div class=teaser><span class=pubdate>09.10.2025</span></div><p>07.10.2025</p>",
     "",
     "de",
     "2025-10-07"},
    {"NotOfAComment",
     {},
     "<h1>Nordholm wächst</h1><p>Kiel, 07.10.2025</p><div class=comment><time "
     "datetime=2025-10-09>9.10.</time></div>",
     "",
     "de",
     "2025-10-07"},
    {"NoBreakSpaces",
     {},
     "<h1>Nordholm wächst</h1><p>Kiel, 7. Oktober&nbsp;2025</p>",
     "",
     "de",
     "2025-10-07"},
    {"OnlyTheChange", {"", "", "2025-10-07"}, "<h1>Nordholm wächst</h1>", "", "de", "2025-10-07"},
    {"Nothing", {}, "<h1>Nordholm wächst</h1>", "", "de", ""},
};

TEST(PublicationDate, WeighsWhatAPageSays) {
  for (const auto& row : kRows) {
    const HtmlTree tree(row.html);
    ElementNames names(tree);
    EXPECT_EQ(
        publication_date(tree, names, row.html, row.stated, headline_node(tree, ""), row.url, row.language),
        row.date)
        << row.name;
  }
}

}  // namespace
}  // namespace gegenprobe::ingest
