#include "ingest/agency.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ingest/embedded.h"
#include "ingest/ingest.h"
#include "ingest/toml.h"

namespace gegenprobe::ingest {
namespace {

struct Example {
  std::string agency, line;
  bool credits;
};

std::vector<Example> examples() {
  std::vector<Example> all;
  const auto file = toml::parse(embedded::agencies());
  for (const auto& node : *file["agency"].as_array())
    for (const bool credits : {true, false})
      for (const auto& line : *node.as_table()->at(credits ? "yes" : "no").as_array())
        all.push_back(
            {node.as_table()->at("name").value_or(std::string()), line.value_or(std::string()), credits});
  return all;
}

TEST(AgencyMarks, ExamplesOfTheDataHold) {
  const auto all = examples();
  EXPECT_GT(all.size(), 60u);
  for (const auto& [agency, line, credits] : all) {
    const auto colon = line.find(": ");
    const auto place = line.substr(0, colon);
    ASSERT_TRUE(place == "author" || place == "begin" || place == "end") << line;
    const auto found = credited_agencies(place == "author"  ? CreditPlace::author
                                         : place == "begin" ? CreditPlace::begin
                                                            : CreditPlace::end,
                                         line.substr(colon + 2));
    EXPECT_EQ(std::ranges::count(found, agency), credits ? 1 : 0) << line;
  }
}

std::string credits(const std::string& author, const std::string& text) {
  auto document = document_of(text, {});
  document.author = author;
  std::string names;
  for (const auto& name : credited_agencies(document)) names += (names.empty() ? "" : ", ") + name;
  return names;
}

struct Row {
  const char *name, *author, *text, *agencies;
};
const Row kRows[] = {
    {"Dateline", "", "Werk schließt\n\nLinz (dpa) - Das Werk in Linz schließt.\n\nEs war alt.", "dpa"},
    {"BehindTheSubtitle", "", "Werk schließt\n\nEnde nach 90 Jahren\n\nLinz (APA) - Das Werk schließt.",
     "APA"},
    {"TwoAgencies", "", "Werk schließt\n\nDas Werk in Linz schließt. Das teilte der Konzern mit. (APA/dpa)",
     "APA, dpa"},
    {"BylineAndDateline", "Reuters", "Plant to close\n\nLEEDS (AP) — The plant will close.", "AP, Reuters"},
    {"OwnText", "Anna Acker", "Werk schließt\n\nDas Werk in Linz schließt, sagte ein Sprecher der dpa.", ""},
    {"EditorBehindTheMark", "",
     "Werk zu\n\nDas Werk in Linz schließt bald ganz.\n\nmku/dpa\n\nRedaktion Wirtschaft", "dpa"},
    {"NothingAtAll", "", "", ""},
};
class Credits : public testing::TestWithParam<Row> {};
TEST_P(Credits, Row) { EXPECT_EQ(credits(GetParam().author, GetParam().text), GetParam().agencies); }
INSTANTIATE_TEST_SUITE_P(, Credits, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::ingest
