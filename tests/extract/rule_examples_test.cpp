// Every `yes` and `no` of the rule files, one test a rule. How an example is written stands at the head of
// the file it is in.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dates/dates.h"
#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {
namespace {

/// "am [3. Mai] @2025-10-07 => 2025-05-03..2025-05-04 day"
struct ReadExample {
  std::string text;
  std::vector<std::string> surfaces;
  std::optional<Day> published;
  std::string expected;
};

ReadExample read(std::string_view example) {
  ReadExample out;
  const auto arrow = example.find(" => ");
  if (arrow != std::string_view::npos) out.expected = example.substr(arrow + 4);
  auto text = example.substr(0, arrow);
  if (const auto at = text.rfind(" @"); at != std::string_view::npos) {
    out.published = parse_day(text.substr(at + 2));
    text = text.substr(0, at);
  }
  std::size_t opened = 0;
  for (const char c : text) {
    if (c == '[')
      opened = out.text.size();
    else if (c == ']')
      out.surfaces.push_back(out.text.substr(opened));
    else
      out.text += c;
  }
  if (out.surfaces.empty() && !out.expected.empty()) out.surfaces.push_back(out.text);
  return out;
}

std::string dump(const DateValue& date) {
  const auto day = [](const std::optional<Day>& d) { return d ? iso(*d) : "?"; };
  return day(date.from) + ".." + day(date.to) + " " + std::string(word(date.granularity));
}

struct Row {
  std::string language;
  const Rule* rule;
};
std::vector<Row> rows() {
  std::vector<Row> out;
  const auto rules = *builtin_rules();
  for (const auto& language : rules->languages())
    for (const auto& rule : rules->language(language).set(RuleKind::date).rules())
      out.push_back({language, &rule});
  return out;
}

class DateRule : public testing::TestWithParam<Row> {
 protected:
  std::string found(const std::string& source, std::optional<Day> published,
                    std::vector<std::string>& surfaces) {
    const auto rules = *builtin_rules();
    const Text text = text_of(source, GetParam().language, *rules);
    std::vector<Mention> mentions;
    DateFinder finder(text, published);
    for (const auto& sentence : text.sentences) finder.find(sentence, mentions);
    std::string values;
    for (const auto& mention : mentions) {
      surfaces.emplace_back(text.of(mention.span));
      values += (values.empty() ? "" : "; ") + dump(*mention.date());
    }
    return values;
  }
};

TEST_P(DateRule, FindsItsExamples) {
  for (const auto& yes : GetParam().rule->yes) {
    const auto example = read(yes);
    std::vector<std::string> surfaces;
    EXPECT_EQ(found(example.text, example.published, surfaces), example.expected) << yes;
    EXPECT_EQ(surfaces, example.surfaces) << yes;
  }
}

TEST_P(DateRule, LeavesTheOthers) {
  for (const auto& no : GetParam().rule->no) {
    std::vector<std::string> surfaces;
    EXPECT_EQ(found(std::string(no), day_of(2025, 10, 7), surfaces), "") << no;
  }
}

INSTANTIATE_TEST_SUITE_P(Examples, DateRule, testing::ValuesIn(rows()), [](const auto& row) {
  std::string name = row.param.rule->name;
  std::ranges::replace_if(
      name, [](char c) { return c == '.' || c == '-'; }, '_');
  return name;
});

}  // namespace
}  // namespace gegenprobe::extract
