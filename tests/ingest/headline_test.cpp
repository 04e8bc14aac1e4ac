#include "ingest/headline.h"

#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

struct Row {
  const char* name;
  HeadlineSources sources;
  const char* headline;
};

const Row kRows[] = {
    {"SuffixOfOutlet",
     {"", "", "Nordholm baut um | Küstenblatt", {"Nordholm baut um"}, "Küstenblatt", "kuestenblatt.example"},
     "Nordholm baut um"},
    {"NameOfTheHostInFront",
     {"", "", "Annas Werftnotizen | Wie ein Kran gebaut wird", {}, "", "annaswerftnotizen.example"},
     "Wie ein Kran gebaut wird"},
    {"MarkWithNothingBehind", {"", "", "Nordholm baut um |", {}, "", "a.example"}, "Nordholm baut um"},
    {"SectionsBetween",
     {"", "", "Werftblog » Blog Archive » Der neue Kran steht", {"Werftblog"}, "", "werftblog.example"},
     "Der neue Kran steht"},
    {"SiteNameAsHeading",
     {"", "", "Suppe mit Graupen | Aus Omas Küche", {"Aus Omas Küche"}, "", "kochen.example"},
     "Suppe mit Graupen"},
    {"HeadlineBehindTheSite",
     {"", "", "Küstenblatt - Nordholm baut um", {"Nordholm baut um"}, "Küstenblatt", "kuestenblatt.example"},
     "Nordholm baut um"},
    {"OutletWithinTheHeading",
     {"", "Kraftwerk geht vom Netz", "", {"Kraftwerk geht vom Netz | Landesamt"}, "", "landesamt.example"},
     "Kraftwerk geht vom Netz"},
    {"HeadlineThatBeginsWithTheOutlet",
     {"", "EBBE wächst in Asien - EBBE", "", {"EBBE wächst in Asien"}, "EBBE", "ebbe.example"},
     "EBBE wächst in Asien"},
    {"DateInFront",
     {"", "", "4. März 2025 - Neue Schleuse freigegeben - Wasseramt", {}, "Wasseramt", "amt.example"},
     "Neue Schleuse freigegeben"},
    {"KickerWithinTheHeading",
     {"Castell senkt seine Prognose", "", "", {"Maschinenbau Castell senkt seine Prognose"}, "", "a.example"},
     "Castell senkt seine Prognose"},
    {"SubtitleWithinTheHeading",
     {"Rat beschließt neue Bäderpreise",
      "Rat beschließt neue Bäderpreise",
      "",
      {"Rat beschließt neue Bäderpreise Familien zahlen künftig mehr"},
      "",
      "a.example"},
     "Rat beschließt neue Bäderpreise"},
    {"WhatReadersSeeGoesFirst",
     {"Castell-Aktie: Prognose sinkt 2025",
      "",
      "",
      {"Castell senkt Prognose für 2025, Aktie fällt"},
      "",
      "a.example"},
     "Castell senkt Prognose für 2025, Aktie fällt"},
    {"WordThatTheHeadingShortens",
     {"Kopenhagen bremst Hafenumbau nach Klage der Anwohner",
      "Kopenhagen bremst Hafenumbau nach Klage der Anwohner",
      "Kopenhagen bremst Hafenumbau nach Klage der Anwohner | Küstenblatt",
      {"CPH bremst Hafenumbau nach Klage der Anwohner"},
      "Küstenblatt",
      "kuestenblatt.example"},
     "Kopenhagen bremst Hafenumbau nach Klage der Anwohner"},
    {"TickerThatChanges",
     {"Streik im Hafen: alle Meldungen vom 3. bis 9. März",
      "Erste Schiffe legen wieder ab",
      "",
      {"Erste Schiffe legen wieder ab"},
      "",
      "a.example"},
     "Streik im Hafen: alle Meldungen vom 3. bis 9. März"},
    {"KickerThatIsSharedWithout",
     {"HSV-Trainer Olsen: „Wir greifen wieder an“",
      "Trainer Olsen: „Wir greifen wieder an“",
      "HSV-Trainer Olsen: „Wir greifen wieder an“",
      {"HSV-Trainer Olsen: „Wir greifen wieder an“"},
      "",
      "a.example"},
     "Trainer Olsen: „Wir greifen wieder an“"},
    {"SharedTextThatIsCutAtAQuote",
     {"Streik im Hafen: alle Meldungen vom 3. bis 9. März",
      "Erste Schiffe legen an, Kapitän ruft",
      "",
      {"Erste Schiffe legen an, Kapitän ruft \"Ahoi\""},
      "",
      "a.example"},
     "Streik im Hafen: alle Meldungen vom 3. bis 9. März"},
    {"DataAndWindowAreForSearchEngines",
     {"Bäderpreise 2025: Das kostet der Eintritt",
      "Was Familien im Freibad künftig bezahlen",
      "Bäderpreise 2025: Das kostet der Eintritt",
      {"So teuer wird der Sommer am Wasser"},
      "",
      "a.example"},
     "So teuer wird der Sommer am Wasser"},
    {"ShortHeading", {"", "", "Emsau - Wiki der Küste", {"Emsau"}, "", "kuestenwiki.example"}, "Emsau"},
    {"Nothing", {"", "", "", {}, "", ""}, ""},
};

TEST(FindHeadline, TakesWhatReadersSee) {
  for (const auto& row : kRows) EXPECT_EQ(find_headline(row.sources), row.headline) << row.name;
}

}  // namespace
}  // namespace gegenprobe::ingest
