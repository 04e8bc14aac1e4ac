#include "ingest/byline.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

struct BylineRow {
  const char *byline, *names;
};

const BylineRow kBylines[] = {
    {"Von Hanna Petersen und Jan Olsen", "Hanna Petersen; Jan Olsen"},
    {"By Ann Lee, Paul Reed and Mia Cho", "Ann Lee; Paul Reed; Mia Cho"},
    {"Text: Hanna Petersen", "Hanna Petersen"},
    {": Joe S.", "Joe S."},
    {"~ Jan Olsen", "Jan Olsen"},
    {"Erstellt von Jan Olsen", "Jan Olsen"},
    {"Posted on March 3, 2025 by Ann Lee", "Ann Lee"},
    {"Ann Lee, March 3, 2025", "Ann Lee"},
    {"Redaktion 3. März 2025 10:29", "Redaktion"},
    {"Kranführer81 am 29.12.2010, 13:36 Uhr", "Kranführer81"},
    {"Jan Olsen – Kiel", "Jan Olsen"},
    {"Hanna Petersen (dpa)", "Hanna Petersen"},
    {"admin", ""},
    {"https://example.org/autor", ""},
    {"mail@example.org", ""},
    {"", ""},
};

TEST(NamesInByline, ReadsGermanAndEnglish) {
  for (const auto& row : kBylines)
    EXPECT_EQ(fmt::format("{}", fmt::join(names_in_byline(row.byline), "; ")), row.names) << row.byline;
}

struct PageRow {
  const char *name, *html;
  std::vector<std::string> described;
  const char* authors;
};

const PageRow kPages[] = {
    {"DescribedFirst", "<h1>Titel der Seite</h1><p class=byline>Von Jan Olsen</p>", {"Ann Lee"}, "Ann Lee"},
    {"PersonBeforeTheHouse",
     "<h1>Titel der Seite</h1><p class=byline>Von Jan Olsen</p>",
     {"Küstenblatt"},
     "Jan Olsen"},
    {"TheHouseAlone", "<h1>Titel der Seite</h1><p>Kiel.</p>", {"Küstenblatt"}, "Küstenblatt"},
    {"PrintedAlone", "<h1>Titel der Seite</h1><p>Von Hanna Petersen</p>", {}, "Hanna Petersen"},
    {"NoSentence", "<h1>Titel der Seite</h1><p>Von Kiel aus fahren Schiffe.</p>", {}, ""},
    {"NotOfComments",
     "<h1>Titel der Seite</h1><div class=comments><p class=author>Meckerer</p><p>Nein!</p></div>",
     {},
     ""},
};

TEST(FindAuthors, PersonsBeforeHouses) {
  for (const auto& row : kPages) {
    const HtmlTree tree(row.html);
    EXPECT_EQ(fmt::format("{}", fmt::join(find_authors(tree, row.described, {}, "Küstenblatt", 0), "; ")),
              row.authors)
        << row.name;
  }
}

}  // namespace
}  // namespace gegenprobe::ingest
