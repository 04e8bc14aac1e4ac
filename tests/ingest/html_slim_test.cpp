#include "ingest/html_slim.h"

#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

struct Row {
  const char *name, *html, *slim;
};

const Row kRows[] = {
    {"ScriptBetweenTags", "<p>a</p> <script>x < y</script><p>b</p>", "<p>a</p> <p>b</p>"},
    {"ScriptBetweenTexts", "a<script>x</script>b", "a<script></script>b"},
    {"Data", "<script type='application/ld+json'>{}</script>",
     "<script type='application/ld+json'>{}</script>"},
    {"ScriptWithoutEnd", "<p>a</p><script>x", "<p>a</p>"},
    {"Pictures", "<p>a<img src=\"a>b\" alt=c>b</p>", "<p>ab</p>"},
    {"StylesThatHide", "<p style=\"display: none\"><b style='color: red'>a</b>",
     "<p style=\"display: none\"><b>a</b>"},
    {"AddressesOfLinks",
     "<a href=\"https://a.example/\" class=\"x\">a</a><a href='#note'>b</a><a href=/c>c</a>",
     "<a href=\"h\" class=\"x\">a</a><a href='#'>b</a><a href=/c>c</a>"},
    {"AddressesOfOthers", "<link rel=canonical href=\"https://a.example/\">",
     "<link rel=canonical href=\"https://a.example/\">"},
    {"ReferenceInAnAddress", "<a href=\"&#35;note\">a</a>", "<a href=\"&#35;note\">a</a>"},
};

TEST(SlimHtml, KeepsWhatIsRead) {
  for (const auto& row : kRows) EXPECT_EQ(slim_html(row.html, Links::first_letter), row.slim) << row.name;
  EXPECT_EQ(slim_html("<a href=\"/b/c\">a</a>"), "<a href=\"/b/c\">a</a>");
}

}  // namespace
}  // namespace gegenprobe::ingest
