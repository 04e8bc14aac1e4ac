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
    {"NothingPartsTheNameFromTheDate",
     "<h1>Titel der Seite</h1><p class=byline><span>Hanna Petersen</span><span>4. März 2025</span></p>",
     {},
     "Hanna Petersen"},
    {"NothingPartsTheNameFromTheOffice",
     "<h1>Titel der Seite</h1><p class=byline>Von <a href=/p>Hanna Petersen</a> <b>Büro Kiel</b></p>",
     {},
     "Hanna Petersen"},
    {"SeveralElements",
     "<h1>Titel der Seite</h1><p class=byline>Von <a href=/p>Hanna Petersen</a>, <a href=/o>Jan Olsen</a> "
     "und "
     "<a href=/l>Ann Lee</a></p>",
     {},
     "Hanna Petersen; Jan Olsen; Ann Lee"},
    {"AcademicTitle", "<h1>Titel der Seite</h1><p>Von Dr. Hanna Petersen</p>", {}, "Dr. Hanna Petersen"},
    {"PlaceBesideThePerson",
     "<h1>Titel der Seite</h1><p class=byline>Von Jan Olsen, Kiel</p>",
     {"Küstenblatt"},
     "Jan Olsen"},
    {"NotOfThePicture",
     "<h1>Titel der Seite</h1><figure><span class=author>Foto Frank</span></figure>"
     "<div class=license-info><span class=author-name>Nils Licht</span></div><p class=author>Jan Olsen</p>",
     {},
     "Jan Olsen"},
    {"NotOfTeasers",
     "<h1>Titel der Seite</h1><p>Kiel.</p><div class=related-teaser><span class=author>Ann Lee</span> "
     "schreibt</div>",
     {},
     ""},
    {"NotOfComments",
     "<h1>Titel der Seite</h1><div class=comments><p class=author>Meckerer</p><p>Nein!</p></div>",
     {},
     ""},
};

TEST(FindAuthors, PersonsBeforeHouses) {
  for (const auto& row : kPages) {
    const HtmlTree tree(row.html);
    ElementNames names(tree);
    EXPECT_EQ(
        fmt::format("{}", fmt::join(find_authors(tree, names, row.described, {}, "Küstenblatt", 0), "; ")),
        row.authors)
        << row.name;
  }
}

}  // namespace
}  // namespace gegenprobe::ingest
