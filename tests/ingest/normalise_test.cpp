#include "ingest/normalise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace gegenprobe::ingest {
namespace {

struct Row {
  const char *name, *source, *text;
};

const Row kRows[] = {
    {"Empty", "", ""},
    {"OnlySpaces", " \n\t\u00A0\n ", ""},
    {"Plain", "Der Umsatz stieg.", "Der Umsatz stieg."},
    {"EndsAreTrimmed", "  Umsatz \n", "Umsatz"},
    {"RunOfSpaces", "1,2   Milliarden\tEuro", "1,2 Milliarden Euro"},
    {"NoBreakSpace", "1,2\u00A0Mrd.\u202FEuro\u2009heute", "1,2 Mrd. Euro heute"},
    {"IdeographicSpace", "a\u3000b", "a b"},
    {"ReferenceEscapedTwice", "AT&amp;T &#39;und&#39; &quot;B&quot;", "AT&T 'und' \"B\""},
    {"ReferenceWithoutAmpersand", "Johnson  amp; Johnson amp; Co, Germany #39;s J amp;J",
     "Johnson & Johnson & Co, Germany's J&J"},
    {"NoReference", "a #39 b camp; d", "a #39 b camp; d"},
    {"SoftHyphen", "Insolvenz\u00ADver\u00ADwalter", "Insolvenzverwalter"},
    {"ZeroWidth", "Sie\u200Bmens\u2060 AG\uFEFF", "Siemens AG"},
    {"ByteOrderMark", "\uFEFFBerlin", "Berlin"},
    {"Bidi", "\u202A5,5\u202C Mio.", "5,5 Mio."},
    {"Controls", "a\x01\x7F\u0085 b", "a\nb"},
    {"SpaceAroundInvisible", "a \u00AD b", "a b"},
    {"HardHyphenOfWordProcessors",
     "126,5 Milliarden US\x1E"
     "Dollar",
     "126,5 Milliarden US-Dollar"},
    {"NoBreakHyphen", "100\u2011Milliarden\u2010Paket", "100-Milliarden-Paket"},
    {"DashesAndQuotesStay", "„Ja“ – ’nur … Insolvenz.‘", "„Ja“ – ’nur … Insolvenz.‘"},
    {"EscapedMarkup", "Bosch AG &lt;A HREF=\"https://boerse.example/?t=X.Y target=/q\"&gt;X.Y&lt;/A&gt; said",
     "Bosch AG X.Y said"},
    {"EscapedMarkupAtTheEnds", "&lt;p&gt;Bosch&lt;br /&gt;", "Bosch"},
    {"EscapedSigns", "Bosch\\'s \\$5m, A\\$7", "Bosch's $5m, A$7"},
    {"BackslashForALineBreak", "Bosch said it would\\buy \\ a rival", "Bosch said it would buy a rival"},
    {"CodeInAngleBrackets", "Microsoft &lt;MSFT.O&gt; said", "Microsoft &lt;MSFT.O&gt; said"},
    {"AmpersandStays", "Marks & Spencer, AT&T & Co. &lt; 5", "Marks & Spencer, AT&T & Co. &lt; 5"},
    {"Decomposed", "Mu\u0308nchener Ru\u0308ck", "Münchener Rück"},
    {"DecomposedThroughSoftHyphen", "Mu\u00AD\u0308nchen", "München"},
    {"MarksInOrder", "q\u0307\u0323", "q\u0323\u0307"},
    {"Singleton", "5 \u212B", "5 Å"},
    {"AstralStays", "Plus 📈 12 %", "Plus 📈 12 %"},
    {"BlankLine", "Titel\n\nText", "Titel\nText"},
    {"BlankLineOfSpaces", "Titel \n \t\n  Text", "Titel\nText"},
    {"SingleBreak", "Titel\nText", "Titel\nText"},
    {"WindowsBreaks", "Titel\r\n\r\nText\r\nmehr", "Titel\nText\nmehr"},
    {"OldMacBreaks", "Titel\rText", "Titel\nText"},
    {"LineSeparator", "Titel\u2028Text\u2029mehr\fSeite", "Titel\nText\nmehr\nSeite"},
    {"WireCopy",
     "LUEBECK, March 3 - Nordholm Maschinenbau AG said it agreed to\n"
     "buy a majority of the shares in Castell Pumps Inc for about\n"
     "240 mln dlrs in cash, subject to approval by regulators of\n"
     "both countries.\n"
     "    The company said it expects sales of the combined group\n"
     "to reach 1.2 billion marks this year.\n",
     "LUEBECK, March 3 - Nordholm Maschinenbau AG said it agreed to buy a majority of the shares in Castell "
     "Pumps Inc for about 240 mln dlrs in cash, subject to approval by regulators of both countries.\n"
     "The company said it expects sales of the combined group to reach 1.2 billion marks this year."},
    {"WireTable",
     "KIEL, March 2 - First quarter of Hansa Foods ended March 31\n"
     "    Shr 34 cts vs 31 cts\n"
     "    Net 807,000 vs 758,000\n"
     "    Revs 51.9 mln vs 49.2 mln\n",
     "KIEL, March 2 - First quarter of Hansa Foods ended March 31\n"
     "Shr 34 cts vs 31 cts\nNet 807,000 vs 758,000\nRevs 51.9 mln vs 49.2 mln"},
    {"WrappedWithBlankLines",
     "Der Vorstand des Maschinenbauers hat am Dienstag ein neues\n"
     "Sparprogramm beschlossen, mit dem die Kosten bis Ende des\n"
     "kommenden Jahres um 120 Millionen Euro sinken sollen.\n"
     "\n"
     "Betriebsbedingte Kündigungen seien nicht geplant, sagte die\n"
     "Sprecherin auf Anfrage.\n",
     "Der Vorstand des Maschinenbauers hat am Dienstag ein neues Sparprogramm beschlossen, mit dem die "
     "Kosten "
     "bis Ende des kommenden Jahres um 120 Millionen Euro sinken sollen.\n"
     "Betriebsbedingte Kündigungen seien nicht geplant, sagte die Sprecherin auf Anfrage."},
    {"WrappedWithWindowsBreaks",
     "The board of the pump maker has approved a savings plan that\r\n"
     "is to cut costs by 120 million euros by the end of next year\r\n"
     "and will not touch the plant in Kiel.\r\n",
     "The board of the pump maker has approved a savings plan that is to cut costs by 120 million euros by "
     "the "
     "end of next year and will not touch the plant in Kiel."},
    {"ListIsNotWrapped",
     "Umsatz 2024: 5,5 Milliarden Euro nach 4,9 Milliarden Euro\n"
     "Gewinn 2024: 410 Millionen Euro nach 380 Millionen Euro\n"
     "Mitarbeiter: 12.400 weltweit, davon 7.000 in Deutschland\n"
     "Dividende: 1,20 Euro je Aktie nach 1,10 Euro im Vorjahr\n",
     "Umsatz 2024: 5,5 Milliarden Euro nach 4,9 Milliarden Euro\n"
     "Gewinn 2024: 410 Millionen Euro nach 380 Millionen Euro\n"
     "Mitarbeiter: 12.400 weltweit, davon 7.000 in Deutschland\n"
     "Dividende: 1,20 Euro je Aktie nach 1,10 Euro im Vorjahr"},
    {"FiguresBeginLines",
     "Der Vorstand will in der Verwaltung deutlich weniger ausgeben,\n"
     "und zwar an drei Orten:\n"
     "Kiel: ohne Entlassungen und vom nächsten Jahr an\n"
     "12 Millionen Euro; Rostock: vom Sommer an im Jahr\n"
     "16 Millionen Euro; Bremen: nichts\n",
     "Der Vorstand will in der Verwaltung deutlich weniger ausgeben,\n"
     "und zwar an drei Orten:\n"
     "Kiel: ohne Entlassungen und vom nächsten Jahr an\n"
     "12 Millionen Euro; Rostock: vom Sommer an im Jahr\n"
     "16 Millionen Euro; Bremen: nichts"},
    {"HeadlineIsNotWrapped",
     "Nordholm will jede zehnte Stelle in der Verwaltung streichen\n"
     "Konzern rechnet mit Kosten von 90 Millionen Euro\n"
     "Der Maschinenbauer Nordholm baut weiter um. Bis Ende 2026 sollen 400 von 4.000 Stellen in der "
     "Verwaltung "
     "entfallen, wie das Unternehmen am Montag mitteilte.",
     "Nordholm will jede zehnte Stelle in der Verwaltung streichen\n"
     "Konzern rechnet mit Kosten von 90 Millionen Euro\n"
     "Der Maschinenbauer Nordholm baut weiter um. Bis Ende 2026 sollen 400 von 4.000 Stellen in der "
     "Verwaltung "
     "entfallen, wie das Unternehmen am Montag mitteilte."},
};

class Normalise : public testing::TestWithParam<Row> {};

TEST_P(Normalise, GivesText) { EXPECT_EQ(normalise(GetParam().source).utf8, GetParam().text); }

TEST_P(Normalise, IsStable) {
  const auto once = normalise(GetParam().source).utf8;
  EXPECT_EQ(normalise(once).utf8, once);
}

TEST_P(Normalise, IsTheSameWithSpacesThatDoNotBreak) {
  const std::string_view source = GetParam().source;
  std::string other;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const bool behind_figure = i > 0 && source[i] == ' ' && source[i - 1] >= '0' && source[i - 1] <= '9';
    other += behind_figure ? std::string_view("\u00A0") : source.substr(i, 1);
  }
  EXPECT_EQ(normalise(other).utf8, normalise(source).utf8);
}

std::vector<Span> words_of(std::string_view text) {
  std::vector<Span> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(" \n", begin), text.size());
    words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return words;
}

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

TEST_P(Normalise, EveryRunOfWordsLeadsBack) {
  const std::string source = GetParam().source;
  if (source.find(" amp;") != std::string::npos) return;  // cut off, the rest of a sign stands for nothing
  const auto text = normalise(source);
  const auto words = words_of(text.utf8);
  for (std::size_t first = 0; first < words.size(); ++first)
    for (std::size_t last = first; last < words.size(); ++last) {
      const Span span{words[first].begin, words[last].end};
      const auto surface = in_source(text, span).of(source);
      // A piece of a wrapped text does not show its margin, hence one line.
      EXPECT_EQ(on_one_line(normalise(surface).utf8), on_one_line(std::string(span.of(text.utf8))));
      EXPECT_EQ(surface.find_first_not_of(" \t\r\n"), 0u);
      EXPECT_EQ(surface.find_last_not_of(" \t\r\n"), surface.size() - 1);
    }
}

TEST_P(Normalise, StepsAscend) {
  const auto text = normalise(GetParam().source);
  ASSERT_FALSE(text.steps.empty());
  EXPECT_EQ(text.steps.front().at, 0u);
  for (std::size_t i = 1; i < text.steps.size(); ++i) {
    EXPECT_LE(text.steps[i - 1].at, text.steps[i].at);
    EXPECT_LE(text.steps[i - 1].source, text.steps[i].source);
  }
  EXPECT_EQ(text.source_size, std::string_view(GetParam().source).size());
}

INSTANTIATE_TEST_SUITE_P(, Normalise, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

struct SpanRow {
  const char *name, *source, *words, *surface;
};

const SpanRow kSpans[] = {
    {"DroppedInside", "die Insol\u00ADvenz kam", "Insolvenz", "Insol\u00ADvenz"},
    {"DroppedBefore", "die \u200BInsolvenz kam", "Insolvenz", "Insolvenz"},
    {"DroppedBehind", "die Insolvenz\u200B kam", "Insolvenz", "Insolvenz"},
    {"DroppedBetween", "AMD\u200BAktie", "AMD", "AMD"},
    {"SpacesInside", "rund 5,5\u00A0 Mrd.\u202FEuro.", "5,5 Mrd. Euro", "5,5\u00A0 Mrd.\u202FEuro"},
    {"ComposedAtEnd", "das Men\u0075\u0308 kostet", "das Menü", "das Menu\u0308"},
    {"ComposedBeforeDropped", "ein U\u0308\u00ADberschuss", "Ü", "U\u0308"},
    {"BehindComposed", "u\u0308 u\u0308 \u00AD12 Mio.", "12 Mio.", "12 Mio."},
    {"Hyphen",
     "US\x1E"
     "Dollar",
     "US-Dollar",
     "US\x1E"
     "Dollar"},
};

class InSource : public testing::TestWithParam<SpanRow> {};

TEST_P(InSource, GivesSurface) {
  const std::string source = GetParam().source;
  const auto text = normalise(source);
  const auto at = text.utf8.find(GetParam().words);
  ASSERT_NE(at, text.utf8.npos) << text.utf8;
  const auto begin = static_cast<std::uint32_t>(at);
  const Span span{begin, begin + static_cast<std::uint32_t>(std::string_view(GetParam().words).size())};
  EXPECT_EQ(in_source(text, span).of(source), std::string_view(GetParam().surface));
}

INSTANTIATE_TEST_SUITE_P(, InSource, testing::ValuesIn(kSpans), [](const auto& i) { return i.param.name; });

TEST(NormaliseCost, PlainTextIsOneStep) {
  EXPECT_EQ(normalise("Der Umsatz stieg auf 5,5 Milliarden Euro.\nDas teilte Müller mit.").steps.size(), 1u);
}

TEST(NormaliseCost, ManyMarksTakeNoLongerThanTheirNumber) {
  std::string source = "a";
  for (int i = 0; i < 100'000; ++i) source += "\u0301\u0323";
  EXPECT_FALSE(normalise(source).utf8.empty());
}

// Many bytes at once against one after the other: a text too short for that reads as one that long letters
// stand around.
TEST(NormaliseWindows, SameAtEveryPlace) {
  const char* const kPieces[] = {"a",   "Z", " ",      "  ",     "\n",     "&",      "&lt;b&gt;", "ä",
                                 "Ł",   "–", "€",      "\u00A0", "\u00AD", "\u0308", "\x7F",      "\t",
                                 "1,5", "~", "\u2011", "Euro",   "\\",     "\\$"};
  std::mt19937 chance(1);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    while (text.size() < 9) text += kPieces[chance() % std::size(kPieces)];
    const auto alone = normalise("x" + text + "y").utf8;
    for (std::size_t before = 1; before <= 17; before += 2) {
      const auto around = normalise(std::string(before, 'x') + text + std::string(20, 'y')).utf8;
      EXPECT_EQ(around, std::string(before - 1, 'x') + alone + std::string(19, 'y')) << text;
    }
  }
}

}  // namespace
}  // namespace gegenprobe::ingest
