#include "app/json.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace gegenprobe::app {
namespace {

std::string json_string(std::string_view text) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  string(json, text);
  return std::string(text_of(buffer));
}

// Forty in a row: more than a vector of the writer, wherever the string begins.
TEST(Json, EveryControlCharacterIsEscapedInLongStringsToo) {
  for (char c = 1; c < 0x20; ++c) {
    const std::string written = json_string(std::string(40, c));
    EXPECT_EQ(written.find(c), std::string::npos) << fmt::format("U+{:04X}", static_cast<int>(c));
  }
}

TEST(Json, QuotesAndBackslashesAreEscaped) { EXPECT_EQ(json_string(R"(a"b\c)"), R"("a\"b\\c")"); }
TEST(Json, LettersStayUtf8) { EXPECT_EQ(json_string("Größe 𝄞"), "\"Größe 𝄞\""); }

}  // namespace
}  // namespace gegenprobe::app
