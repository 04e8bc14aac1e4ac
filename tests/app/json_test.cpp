#include "app/json.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidjson/writer.h>

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

// Each byte at each place, in strings of each way of looking at them, against RapidJSON's writer.
TEST(Json, StringsAreThoseOfRapidJson) {
  for (const std::size_t size : {1, 3, 4, 7, 8, 9, 17}) {
    for (std::size_t place = 0; place < size; ++place) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, 'x');
        text[place] = static_cast<char>(byte);
        rapidjson::StringBuffer buffer;
        rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
        writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
        ASSERT_EQ(json_string(text), text_of(buffer)) << byte << " at " << place << " of " << size;
      }
    }
  }
}

TEST(Json, CommasStandBetweenMembersAndElements) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "a");
  json.StartArray();
  json.EndArray();
  key(json, "b\n");
  json.StartArray();
  json.Int(-1), json.Uint64(18446744073709551615u), json.Double(0.125), json.Double(1), json.Bool(true);
  json.StartObject();
  json.EndObject();
  json.Null();
  json.EndArray();
  json.EndObject();
  EXPECT_EQ(text_of(buffer), R"({"a":[],"b\n":[-1,18446744073709551615,0.125,1.0,true,{},null]})");
  json.Reset(buffer);
  string(json, "next");
  EXPECT_TRUE(text_of(buffer).ends_with("]}\"next\""));
}

TEST(Json, QuotesAndBackslashesAreEscaped) { EXPECT_EQ(json_string(R"(a"b\c)"), R"("a\"b\\c")"); }
TEST(Json, LettersStayUtf8) { EXPECT_EQ(json_string("Größe 𝄞"), "\"Größe 𝄞\""); }

}  // namespace
}  // namespace gegenprobe::app
