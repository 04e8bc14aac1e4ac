#include "extract/trace.h"

#include <gtest/gtest.h>

#include "ingest/ingest.h"

namespace gegenprobe::extract {
namespace {

/// "kind 'words' end rule", one a line.
std::string tried(const char* sentence) {
  const auto rules = *builtin_rules();
  ingest::Overrides german;
  german.language = "de";
  const ingest::Document document = ingest::document_of(sentence, german);
  constexpr const char* kEnds[] = {"no match", "longer", "rejected"};
  std::string text;
  for (const Attempt& attempt : attempts(document, *rules, extract(document, *rules))) {
    text += std::string(word(attempt.kind)) + " '" + std::string(attempt.span.of(document.text)) + "' ";
    text += kEnds[static_cast<std::size_t>(attempt.end)];
    if (attempt.rule) text += " " + attempt.rule->name;
    text += "\n";
  }
  return text;
}

TEST(Attempts, TellTheWordThatNoRuleGoesOnWith) {
  EXPECT_NE(tried("Es kamen 900 Elefanten.").find("value '900' no match\n"), std::string::npos);
}
TEST(Attempts, TellTheShorterRule) {
  EXPECT_NE(
      tried("Das kostet 5,5 Milliarden Euro.").find("value '5,5 Milliarden' longer de.money.amount-scale\n"),
      std::string::npos);
}
TEST(Attempts, AreQuietWithinAMention) {
  EXPECT_EQ(tried("Das kostet 5,5 Milliarden Euro.").find("'Milliarden Euro'"), std::string::npos);
}
TEST(Attempts, AreNoneWhereNothingIsSetOff) { EXPECT_EQ(tried("Es regnet."), ""); }

}  // namespace
}  // namespace gegenprobe::extract
