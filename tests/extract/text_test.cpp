#include "extract/text/text.h"

#include <gtest/gtest.h>

#include "extract/extract.h"
#include "ingest/normalise.h"

namespace gegenprobe::extract {
namespace {

/// The sentences, parted by " | ".
std::string sentences(std::string_view given, std::string_view language) {
  static const auto rules = *builtin_rules();
  const auto normalised = ingest::normalise(given);
  const Text text = text_of(normalised.utf8, language, *rules);
  std::string all;
  for (const auto& sentence : text.sentences)
    all.append(all.empty() ? "" : " | ").append(text.of(sentence.span));
  return all;
}

struct Row {
  const char *name, *language, *sentences;  // the text is the sentences without the bars
};
const Row kRows[] = {
    {"Scale", "de", "Der Umsatz lag bei 5,5 Mrd. Euro. | Das war mehr."},
    {"SwissScale", "de",
     "Der Umsatz lag bei 5,5 Mia. Franken. | Der Gewinn stieg auf 2 Mia. | Das war mehr."},
    {"NameLikeAScale", "de", "Die Chefin heißt Mia. | Roche verkauft Medikamente."},
    {"Ordinal", "de", "Im 3. Quartal stieg der Gewinn. | Am 7. Oktober folgte die Zahl."},
    {"LettersOfAnAbbreviation", "de", "Firmen wie z. B. Siemens wachsen. | Andere nicht."},
    {"Denomination", "de", "Sie besucht eine kath. Schule. | Er nicht."},
    {"ScaleEndsASentence", "en",
     "They may raise their bid to £1.5bn. | Deutsche Post offered A$431m. | Tesco left."},
    {"Title", "en", "Mr. Smith left. | Dr. Jones stayed."},
    {"TimeEndsTheSentence", "en", "He left the bank at 6 p.m. | Mr. Smith followed."},
    {"TimeBeginsTheSentence", "en", "On Monday at 6 a.m. Mr. Smith arrived. | Nobody was there."},
    {"NumberBehindAbbreviation", "en", "He wore no. 5 that day. | She said no. | They left."},
    {"SpacedFullStopOfTitle", "en", "Hello Mr . Robinson, sales rose. | Costs fell."},
    {"SpacedEllipsis", "en", "The deal is . . . well, not done. | It may be."},
    {"EllipsisBeforeI", "en", "I thought… I would sell. | Then it rose."},
    {"Note", "en", "The group was founded in 1998.[1] | Its sales are secret."},
    {"ItemsWithBrackets", "en", "1) Revenue rose | 2) Costs fell | 3) Debt was paid"},
    {"ItemsWithFullStops", "en", "1. Revenue rose. | 2. Costs fell."},
    {"OrdinalsAreNoItems", "de", "1. Muster AG steigt in die 2. Runde auf. | Das freut."},
    {"Unit", "en", "She weighed 5 lb. | Tom was 6 ft. 2 in. tall."},
    {"Degree", "en", "She holds an LL.M. | Tom holds nothing."},
    {"QuotationOfTwoSentences", "en", "\"We grew. We will grow,\" she said. | Shares rose."},
    {"GermanQuotation", "de", "„Wir wachsen. Wir bleiben dabei“, sagte sie. | Die Aktie stieg."},
    {"ApostropheIsNoQuotation", "en", "The workers' pay rose. | The bosses' pay fell."},
    {"DashGoesOn", "en", "Sales fell -- again! -- and nobody cared. | Then came May."},
    {"SourceInBrackets", "en", "The stairs were \"parallel [...]\" (Smith 55). | Others agree."},
    {"DegreeOfNumber", "en", "See N°. 1026 of the list. | It is long."},
};
std::string without_bars(std::string text) {
  for (auto at = text.find(" |"); at != std::string::npos; at = text.find(" |")) text.erase(at, 2);
  return text;
}
class Sentences : public testing::TestWithParam<Row> {};
TEST_P(Sentences, Row) {
  EXPECT_EQ(sentences(without_bars(GetParam().sentences), GetParam().language), GetParam().sentences);
}
INSTANTIATE_TEST_SUITE_P(, Sentences, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

// A list of figures that never ends would cost each figure times each word.
TEST(SentenceBorders, EndlessTextIsCutAtCommas) {
  static const auto rules = *builtin_rules();
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "Siemens 5 Euro, ";
  const auto normalised = ingest::normalise(endless);
  const Text text = text_of(normalised.utf8, "de", *rules);
  ASSERT_GT(text.sentences.size(), 10u);
  for (std::size_t i = 0; i < text.sentences.size(); ++i) {
    const auto& sentence = text.sentences[i];
    EXPECT_LE(sentence.last - sentence.first, 1000u);
    EXPECT_EQ(sentence.first, i == 0 ? 0 : text.sentences[i - 1].last);
    EXPECT_TRUE(text.of(sentence.span).ends_with(",")) << i;
  }
  EXPECT_EQ(text.sentences.back().last, text.tokens.size());
}

TEST(CodePoints, CountForwardsAndBackwards) {
  const std::string_view text = "Größe 𝄞 zählt";
  CodePoints points(text);
  EXPECT_EQ(points.at(text.size()), 13u);
  EXPECT_EQ(points.at(4), 3u);
  EXPECT_EQ(points.at(0), 0u);
  EXPECT_EQ(points.at(8), 6u);
  EXPECT_EQ(points.at(12), 7u);
}

TEST(SentenceBorders, WhereASpaceWasLost) {
  EXPECT_EQ(sentences("It was Tuesday.Mr. Smith left the company.Sales rose.", "en"),
            "It was Tuesday. | Mr. Smith left the company. | Sales rose.");
  EXPECT_EQ(sentences("Amazon.com and http://shop.Example.com grew.", "en"),
            "Amazon.com and http://shop.Example.com grew.");
}

}  // namespace
}  // namespace gegenprobe::extract
