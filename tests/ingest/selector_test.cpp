#include "ingest/selector.h"

#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

constexpr const char* kPage =
    "<div id=a class='x y'><p class=x>1</p><section><p>2</p></section></div><p>3</p><meta name=author "
    "content=4>";

struct Row {
  const char *selector, *texts;
};

const Row kRows[] = {
    {"p", "1 2 3"},
    {"P", "1 2 3"},
    {"div p", "1 2"},
    {"div > p", "1"},
    {"div>p", "1"},
    {".x", "12 1"},
    {"p.x", "1"},
    {".x.y", "12"},
    {"#a p", "1 2"},
    {"section p, .x.y > p", "1 2"},
    {"div section > p", "2"},
    {"div > section > p", "2"},
    {"* > section", "2"},
    {"body > p", "3"},
    {"meta[name=author]", ""},
    {"meta[name=\"author\"]", ""},
    {"p[class]", "1"},
    {"ul", ""},
};

TEST(Selector, FindsElements) {
  const HtmlTree tree(kPage);
  for (const auto& row : kRows) {
    const auto selector = Selector::parse(row.selector);
    ASSERT_TRUE(selector) << row.selector;
    std::string texts;
    for (const auto node : (*selector).find(tree)) texts += (texts.empty() ? "" : " ") + tree.text_of(node);
    EXPECT_EQ(texts, row.texts) << row.selector;
  }
  EXPECT_EQ((*Selector::parse("meta[name=author]")).find(tree).size(), 1U);
  EXPECT_TRUE((*Selector::parse("meta[name=writer]")).find(tree).empty());
}

TEST(Selector, TellsWhatIsNone) {
  for (const char* text :
       {"", " ", ",", "p,", "p:first-child", "> p", "p >", "p > > a", "p[", "[data-x]", "p + a", ".", "#"})
    EXPECT_FALSE(Selector::parse(text)) << text;
}

TEST(Selector, IsNoRecursionOverThePage) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  const HtmlTree tree(html + "<p>tief</p>");
  EXPECT_EQ((*Selector::parse("div p")).find(tree).size(), 1U);
}

}  // namespace
}  // namespace gegenprobe::ingest
