#include "extract/short_text.h"

#include <gtest/gtest.h>

#include "ingest/ingest.h"

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

}  // namespace
}  // namespace gegenprobe::extract
