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

// Bytes are looked at in eights and fours, and the last of them twice.
TEST(Json, WhatNeedsAnEscapeHasOneWhereverItStands) {
  for (std::size_t size = 1; size <= 24; ++size)
    for (std::size_t at = 0; at < size; ++at)
      for (const auto& [plain, escaped] :
           {std::pair{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\x1F', "\\u001F"}}) {
        std::string text(size, 'a');
        text[at] = plain;
        const std::string rest(size - at - 1, 'a');
        EXPECT_EQ(json_string(text), '"' + std::string(at, 'a') + escaped + rest + '"') << size << " " << at;
      }
}

TEST(Json, QuotesAndBackslashesAreEscaped) { EXPECT_EQ(json_string(R"(a"b\c)"), R"("a\"b\\c")"); }
TEST(Json, LettersStayUtf8) { EXPECT_EQ(json_string("Größe 𝄞"), "\"Größe 𝄞\""); }

}  // namespace
}  // namespace gegenprobe::app
