#include "extract/text/short_text.h"

#include <gtest/gtest.h>

#include "ingest/ingest.h"
#include "tests/extract/invariants.h"

namespace gegenprobe::extract {
namespace {

std::string language_of(const char* text, const char* given = "") {
  ingest::Overrides overrides;
  overrides.language = given;
  ingest::Document document = ingest::document_of(text, overrides);
  const Extraction found = extract_short(document, **builtin_rules());
  EXPECT_EQ(document.language, found.language);
  return found.language;
}

TEST(ExtractShort, TakesTheLanguageThatFindsMore) {
  EXPECT_EQ(language_of("Bosch employs 400,000 people."), "en");
  EXPECT_EQ(language_of("Bosch beschäftigt 400.000 Menschen."), "de");
}
TEST(ExtractShort, TakesTheWordsWhereBothFindTheSame) {
  EXPECT_EQ(language_of("The weather is fine."), "en");
  EXPECT_EQ(language_of("Es regnet seit gestern."), "de");
}
TEST(ExtractShort, LeavesALanguageThatIsGiven) {
  EXPECT_EQ(language_of("Bosch employs 400,000 people.", "de"), "de");
}

TEST(ExtractShort, EachOfSeveralAsAlone) {
  std::vector<ingest::Document> documents;
  for (const char* text :
       {"Bosch employs 400,000 people.", "",
        "Der Umsatz von Siemens stieg 2024 um 5 Prozent auf 75 Mrd. Euro.",
        "Bosch beschäftigt 400.000 Menschen.", "Revenue at Siemens rose 5% to $75bn in 2024, it said."})
    documents.push_back(ingest::document_of(text, {}));
  auto together = documents;
  const auto found = extract_short_each(together, **builtin_rules());
  ASSERT_EQ(found.size(), documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto alone = extract_short(documents[i], **builtin_rules());
    EXPECT_EQ(test::facts(found[i], together[i].text), test::facts(alone, documents[i].text));
    EXPECT_EQ(found[i].language, alone.language);
    EXPECT_EQ(found[i].language_guessed, alone.language_guessed);
    EXPECT_EQ(together[i].language, documents[i].language);
  }
  EXPECT_FALSE(found[0].claims.empty());
  EXPECT_FALSE(found[2].claims.empty());
}

}  // namespace
}  // namespace gegenprobe::extract
