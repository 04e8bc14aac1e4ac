// What is wrong with a figure by itself: texts as they are printed, and the figures that are told of.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "articles.h"
#include "ingest/ingest.h"
#include "store/cases.h"
#include "store/cross_check.h"
#include "store/rate_table.h"

namespace gegenprobe::store {
namespace {

struct Row {
  const char *name, *text, *findings;  // "verdict figure: reason", one a line
};
const Row kRows[] = {
    // ---- growth between two levels
    {"GrowthComesOut",
     "Der Umsatz der Auer AG stieg 2030 um 12 Prozent auf 5,5 Milliarden Euro nach 4,9 Milliarden Euro im "
     "Vorjahr.",
     ""},
    {"GrowthTurnedRound",
     "Der Umsatz der Auer AG stieg 2030 um 21 Prozent auf 5,5 Milliarden Euro nach 4,9 Milliarden Euro im "
     "Vorjahr.",
     "sum_suspect 21 Prozent: from 4.9 billion EUR to 5.5 billion EUR is a rise of 12.2 %, not a rise of 21 "
     "%"},
    {"GrowthInEnglish", "Revenue at Auer plc rose 12 percent to $5.5bn from $4.1bn.",
     "sum_suspect 12 percent: from 4.1 billion USD to 5.5 billion USD is a rise of 34.1 %, not a rise of 12 "
     "%"},
    {"GrowthOfRoundedFigures",
     "Der Umsatz der Auer AG stieg 2030 um 30 Prozent auf 5 Milliarden Euro nach 4 Milliarden Euro im "
     "Vorjahr.",
     ""},
    {"OrganicGrowth",
     "Der Umsatz der Auer AG stieg 2030 währungsbereinigt um 21 Prozent auf 5,5 Milliarden Euro nach 4,9 "
     "Milliarden Euro.",
     ""},
    {"ShareOfTheWhole",
     "Die Erlöse der Auer AG wuchsen 2030 um 25 Prozent auf 17,1 Milliarden Euro, die Hälfte des Umsatzes "
     "von 34,2 "
     "Milliarden Euro.",
     ""},
    // ---- parts of a whole
    {"PartIsLess",
     "Die Auer AG machte 2030 einen Umsatz von 4,9 Milliarden Euro, davon 3,2 Milliarden Euro in Europa.",
     ""},
    {"PartIsMore",
     "Die Auer AG machte 2030 einen Umsatz von 4,9 Milliarden Euro, davon 5,2 Milliarden Euro in Europa.",
     "sum_suspect 5,2 Milliarden Euro: 5.2 billion EUR is said to be a part of 4.9 billion EUR"},
    // ---- a point that parts thousands
    {"PointMayPartThousands", "Auer AG has debt of €1.500 after all.",
     "scale_suspect €1.500: read as 1.5 EUR; it is 1,500 EUR where the point parts thousands"},
    {"PointOfADecimal", "Auer AG has debt of €1.50 after all.", ""},
    // ---- a price for each piece
    {"PiecesComeOut",
     "OpenAI will 20 Gigawatt bereitstellen. Jedes Gigawatt kostet OpenAI etwa 50 Milliarden Dollar, was den "
     "Gesamtwert auf eine Billion Dollar bringt.",
     ""},
    {"PiecesDoNot",
     "OpenAI will 20 Gigawatt bereitstellen. Jedes Gigawatt kostet OpenAI etwa 50 Milliarden Dollar, was den "
     "Gesamtwert auf zehn Billionen Dollar bringt.",
     "sum_suspect zehn Billionen Dollar: 20 gigawatt times 50 billion USD is 1 trillion USD, not 10 trillion "
     "USD"},
    // ---- printed conversions
    {"ConversionWithoutRate",
     "Siemens kaufte die Firma Kobold für 223 Millionen Dollar (etwa 206 Millionen Euro).", ""},
    {"ConversionAThousandthWithoutRate",
     "Siemens kaufte die Firma Kobold für 223 Millionen Dollar (etwa 156 000 Euro).",
     "conversion_suspect 156 000 Euro: 223 million USD are roughly 203 million EUR, not about 156,000 EUR"},
    // ---- one currency in and before brackets
    {"YearBeforeAThousandth", "Die Auer AG setzte 2030 rund 4 Mrd. Euro (Vorjahr: 3,7 Mio. Euro) um.",
     "scale_suspect 3,7 Mio. Euro: about 4 billion EUR, and 3.7 million EUR in brackets behind it: one of "
     "the two is "
     "likely off by a thousand"},
    {"SignLostAndScaleSlipped", "Auer plc made a loss of £31bn (£18m).",
     "scale_suspect £18m: 31 billion GBP, and 18 million GBP in brackets behind it: one of the two is likely "
     "off by a "
     "thousand"},
    {"YearBefore", "Die Auer AG setzte 2030 rund 4 Mrd. Euro (Vorjahr: 3,7 Mrd. Euro) um.", ""},
    {"ProfitBesideRevenue", "Die Auer AG setzte 2030 rund 4 Mrd. Euro (Gewinn: 3,7 Mio. Euro) um.", ""},
    // ---- more than can be
    {"ImpossibleRevenue", "Der Umsatz von Siemens lag 2030 bei 78,9 Billionen Euro.",
     "scale_suspect 78,9 Billionen Euro: 78.9 trillion EUR is more than any company ever had as revenue"},
    {"LargeInWon", "Der Umsatz von Samsung lag 2023 bei 258,9 Billionen Won.", ""},
    {"LargePlan", "Sam Altman will für OpenAI sieben Billionen Dollar einsammeln.", ""},
    {"ScaleIsMissing", "Amazon reported net sales of $1.",
     "scale_suspect $1: 1 USD is less than any company tells as revenue: it may be of one share, or its "
     "scale may be "
     "missing"},
    {"SmallButNotTooSmall", "Die Auer AG setzte 2030 rund 4.000 Euro um.", ""},
    // ---- one figure given twice
    {"HeadlineAgainstBody",
     "Siemens steigert Umsatz auf 7,89 Billionen Won\n\nDer Umsatz von Siemens lag 2030 bei 7,89 Milliarden "
     "Won.",
     "scale_suspect 7,89 Milliarden Won: in one text: 7.89 trillion KRW against 7.89 billion KRW: the same "
     "digits, a thousand "
     "times as much; only one gives a period (2030)"},
    {"SumAndShare", "Siemens verdiente 2030 netto 2,4 Millionen Dollar oder 2,40 Dollar je Aktie.", ""},
};

std::string dump(const std::vector<CheckedClaim>& claims, const ingest::Document& document) {
  std::string text;
  for (const auto& each : claims)
    for (const auto& finding : each.findings)
      text += fmt::format("{}{} {}: {}", text.empty() ? "" : "\n", word(finding.kind),
                          each.claim.evidence.of(document.text), finding.reason);
  return text;
}

ingest::Document told(const std::string& text) {
  return ingest::document_of(
      text, {.published = parse_day("2031-03-04"), .outlet = {}, .url = {}, .language = {}, .title = {}});
}

class Findings : public testing::TestWithParam<Row> {};
TEST_P(Findings, Row) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  const auto document = told(GetParam().text);
  const auto checked = check(database, document, extract::extract(document, **extract::builtin_rules()));
  ASSERT_TRUE(checked);
  EXPECT_EQ(dump(*checked, document), GetParam().findings);
}
INSTANTIATE_TEST_SUITE_P(, Findings, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

// ---- without words, for whoever tells it in German ------------------------------------------------------

struct Told {
  const char *name, *text, *told;
};
const Told kTold[] = {
    {"Growth", "Der Umsatz von Siemens stieg um 40 Prozent auf 5,5 Milliarden Euro nach 4,9 Milliarden Euro.",
     R"({"how":"growth","figures":[{"min":4900000000,"max":4900000000,"unit":"EUR","qualifier":"exact"},)"
     R"({"min":5500000000,"max":5500000000,"unit":"EUR","qualifier":"exact"},)"
     R"({"min":12.2,"max":12.2,"unit":"%","qualifier":"exact"},{"min":40,"max":40,"unit":"%","qualifier":"exact"}]})"},
    {"Limit", "Der Umsatz von Siemens lag 2030 bei 78,9 Billionen Euro.",
     R"({"how":"limit","figures":[{"min":78900000000000,"max":78900000000000,"unit":"EUR","qualifier":"exact"}]})"},
    {"Bracket", "Auer plc made a loss of £31bn (£18m).",
     R"({"how":"bracket","figures":[{"min":31000000000,"max":31000000000,"unit":"GBP","qualifier":"exact"},)"
     R"({"min":18000000,"max":18000000,"unit":"GBP","qualifier":"exact"}]})"},
    {"Conversion", "Siemens kaufte die Firma Kobold für 223 Millionen Dollar (etwa 156 000 Euro).",
     R"({"how":"rough_conversion","figures":[{"min":223000000,"max":223000000,"unit":"USD","qualifier":"exact"},)"
     R"({"min":203000000,"max":203000000,"unit":"EUR","qualifier":"exact"},)"
     R"({"min":156000,"max":156000,"unit":"EUR","qualifier":"about"}]})"},
};
class FindingsTold : public testing::TestWithParam<Told> {};
TEST_P(FindingsTold, Row) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  const auto document = told(GetParam().text);
  const auto extraction = extract::extract(document, **extract::builtin_rules());
  const auto checked = check(database, document, extraction);
  ASSERT_TRUE(checked);
  std::vector<std::string> found;
  for (const auto& each : *checked)
    for (const auto& finding : each.findings) found.push_back(finding.told);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front(), GetParam().told);
  ASSERT_TRUE(add_article(database, document, extraction, test::kVersions, test::kNow));
  CaseFilter suspects;
  suspects.sections = {Section::scale_suspect};
  const auto cases = find_cases(database, suspects);
  ASSERT_EQ(cases->cases.size(), 1u);
  EXPECT_EQ(cases->cases.front().told, GetParam().told) << "as it was stored";
}
INSTANTIATE_TEST_SUITE_P(, FindingsTold, testing::ValuesIn(kTold),
                         [](const auto& i) { return i.param.name; });

TEST(FindingsWithRates, ConversionBesideTheRateOfTheTime) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  const std::vector<ingest::ReferenceRate> rates{{*parse_day("2031-03-04"), "USD", 1.1}};
  ASSERT_TRUE(add_rates(database, rates));
  const auto document =
      told("Siemens kaufte die Firma Kobold für 220 Millionen Dollar (etwa 120 Millionen Euro).");
  const auto checked = check(database, document, extract::extract(document, **extract::builtin_rules()));
  EXPECT_EQ(dump(*checked, document),
            "conversion_suspect 120 Millionen Euro: 220 million USD are by the rates of the time about 200 "
            "million EUR, "
            "not about 120 million EUR");
}

TEST(FindingsInTheDatabase, AThousandTimesWhatOtherYearsHad) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  for (int year = 2027; year < 2030; ++year)
    test::add(database, test::article(fmt::format("https://a.example/{}", year), "@2031-03-04 A",
                                      fmt::format("Es waren {} 61 Mio.", year),
                                      {{"61 Mio.", fmt::format("Auer | revenue | 61 Mio EUR | {}", year)}}));
  const auto slip = test::article("", "@2031-03-04 B", "Es waren 62 Mrd.",
                                  {{"62 Mrd.", "Auer | revenue | 62 Mrd EUR | 2030"}});
  const auto checked = check(database, slip.document, slip.extraction);
  EXPECT_EQ(word(checked->front().verdict), "scale_suspect");
}

}  // namespace
}  // namespace gegenprobe::store
