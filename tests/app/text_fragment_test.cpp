#include "app/text_fragment.h"

#include <gtest/gtest.h>

namespace gegenprobe::app {
namespace {

struct Row {
  const char *name, *url, *text, *words, *link;
  bool last = false;  // where the words stand twice
};
const Row kRows[] = {
    {"Words", "https://a.example/", "Sales rose to 5 billion euros.", "5 billion",
     "https://a.example/#:~:text=5%20billion"},
    {"WithFragment", "https://a.example/#top", "Up to 5 billion.", "5 billion",
     "https://a.example/#top:~:text=5%20billion"},
    {"CommaAndDashMeanSomething", "https://a.example/", "rund 5,5-mal & mehr", "5,5-mal & mehr",
     "https://a.example/#:~:text=5%2C5%2Dmal%20%26%20mehr"},
    {"Umlaut", "https://a.example/", "für 3 Mrd.", "für 3", "https://a.example/#:~:text=f%C3%BCr%203"},
    {"TwiceTheFirst", "https://a.example/", "Erst waren es 5 Euro. Dann blieben es 5 Euro am Ende.", "5 Euro",
     "https://a.example/#:~:text=Erst%20waren%20es-,5%20Euro,-.%20Dann%20blieben%20es"},
    {"TwiceTheLast", "https://a.example/", "Erst waren es 5 Euro. Dann blieben es 5 Euro", "5 Euro",
     "https://a.example/#:~:text=Dann%20blieben%20es-,5%20Euro", true},
    {"NotPastTheParagraph", "https://a.example/", "5 Euro\nAm Ende 5 Euro\nmehr", "5 Euro",
     "https://a.example/#:~:text=Am%20Ende-,5%20Euro", true},
    {"NoAddress", "", "5 Euro", "5 Euro", ""}};
class TextFragment : public testing::TestWithParam<Row> {};
TEST_P(TextFragment, Row) {
  const std::string_view text = GetParam().text, words = GetParam().words;
  const auto at = static_cast<std::uint32_t>(GetParam().last ? text.rfind(words) : text.find(words));
  EXPECT_EQ(text_fragment_link(GetParam().url, text, {at, at + static_cast<std::uint32_t>(words.size())}),
            GetParam().link);
}
INSTANTIATE_TEST_SUITE_P(, TextFragment, testing::ValuesIn(kRows),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::app
