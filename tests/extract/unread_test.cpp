#include "extract/text/unread.h"

#include <gtest/gtest.h>

#include "ingest/ingest.h"

namespace gegenprobe::extract {
namespace {

/// "'words' reason", one a line.
std::string unread(const char* text) {
  const auto rules = *builtin_rules();
  ingest::Overrides german;
  german.language = "de";
  const ingest::Document document = ingest::document_of(text, german);
  std::string lines;
  for (const Unread& figure : unread_figures(document, *rules, extract(document, *rules)))
    lines.append("'")
        .append(figure.span.of(document.text))
        .append("' ")
        .append(in_words(figure.why))
        .append("\n");
  return lines;
}

TEST(UnreadFigures, AreThoseWithoutAClaim) {
  EXPECT_EQ(unread("Die Inflation lag bei 2,1 Prozent. Bosch steigerte den Umsatz auf 90 Milliarden Euro."),
            "'2,1 Prozent' no company or no word for a metric governs it\n");
}
TEST(UnreadFigures, AreThoseWithoutAUnit) {
  EXPECT_EQ(unread("Bosch setzt 35 Milliarden um, Krupp 3 Billionen."),
            "'35 Milliarden' no currency and no unit stands with it\n"
            "'3 Billionen' no currency and no unit stands with it\n");
}
TEST(UnreadFigures, AreNoArticles) { EXPECT_EQ(unread("Mit einem Hubschrauber kamen zwei Piloten."), ""); }

}  // namespace
}  // namespace gegenprobe::extract
