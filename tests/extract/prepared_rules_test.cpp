// What the program holds of its rules is what their files say.
#include "extract/matching/prepared_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "extract/companies/gazetteer.h"
#include "extract/companies/gazetteer_file.h"
#include "extract/companies/gazetteer_index.h"
#include "extract/matching/language_files.h"
#include "extract/matching/rules.h"

namespace gegenprobe::extract {
namespace {

TEST(PreparedRules, AreThoseOfTheFiles) {
  std::size_t files = 0;
  for (const auto& source : embedded_rules()) {
    if (!source.path.ends_with(".toml")) continue;
    ++files;
    const auto file = parse_rule_file(source.text, source.path);
    ASSERT_TRUE(file) << source.path;
    EXPECT_EQ(prepared_rules(*file), source.prepared) << source.path;
  }
  EXPECT_GT(files, 10u);
}

TEST(PreparedRules, LexiconsAndAutomataAreThoseOfTheFiles) {
  std::map<std::string, std::vector<RuleFile>> files;
  for (const auto& source : embedded_rules())
    if (source.path.ends_with(".toml")) {
      auto file = rules_from_prepared(source.prepared);
      files[file.language].push_back(std::move(file));
    }
  ASSERT_EQ(files.size(), embedded_languages().size());
  for (auto& [language, of_language] : files) {
    auto all = taken_together(std::move(of_language));
    const auto& prepared = embedded_languages().at(language);
    EXPECT_TRUE(lexicon_of(all).prepared() == prepared.lexicon) << language;
    for (std::size_t kind = 0; kind < kRuleKinds; ++kind) {
      const auto set = RuleSet::compile(std::move(all.rules[kind]), all.lists, all.macros);
      ASSERT_TRUE(set);
      EXPECT_TRUE((*set).prepared() == prepared.sets[kind]) << language << ' ' << kRuleKindNames[kind];
    }
  }
}

TEST(PreparedRules, APreparedSetMatchesAsTheOneItWasMadeOf) {
  const std::vector<WordList> lists{{"scale", {{"1000", {"Tsd.", "tausend"}}}}};
  const std::vector<Rule> rules{
      {"a", "", {"digit"}, R"((?P<number>\d+) (?P<scale>{scale}))", false, {}, {}, {}}};
  const auto made = RuleSet::compile(rules, lists, {});
  ASSERT_TRUE(made);
  const Macros macros;
  const std::string bytes = (*made).prepared();
  const auto set = RuleSet::from_prepared(rules, lists, macros, bytes);
  EXPECT_TRUE(set.check());
  EXPECT_TRUE(set.starts_with_digit());
  const std::string_view text = "12 tausend";
  RuleMatch match;
  ASSERT_TRUE(set.match_at(text, text, 0, text.size(), match));
  EXPECT_EQ(match.group("number"), "12");
  EXPECT_EQ(match.group("scale"), "tausend");
  EXPECT_EQ(set.all_plainly(text, text, 0, text.size()).size(), 1u);
}

TEST(PreparedRules, ComeBackAsTheyWere) {
  RuleFile file{"de",           "money", {{"scale", {{"1000", {"Tsd.", "tausend"}}, {"", {}}}}},
                {{"m", "a|b"}}, {},      {}};
  file.rules.push_back(
      {"de.a", "de/money.toml:3", {"digit"}, "\\d{m}", true, {{"op", "amount"}}, {"1a"}, {"ä"}});
  file.examples.push_back({"de/money.toml:9", "Text", "2026-01-01", {"money 1"}});
  const auto back = rules_from_prepared(prepared_rules(file));
  EXPECT_EQ(back.language, "de");
  EXPECT_EQ(back.kind, "money");
  ASSERT_EQ(back.lists.size(), 1u);
  EXPECT_EQ(back.lists[0].name, "scale");
  EXPECT_EQ(back.lists[0].items, file.lists[0].items);
  EXPECT_EQ(back.macros, file.macros);
  ASSERT_EQ(back.rules.size(), 1u);
  const Rule& rule = back.rules[0];
  EXPECT_EQ(rule.name, "de.a");
  EXPECT_EQ(rule.file, "de/money.toml:3");
  EXPECT_EQ(rule.start, std::vector<std::string>{"digit"});
  EXPECT_EQ(rule.pattern, "\\d{m}");
  EXPECT_TRUE(rule.exact_case);
  EXPECT_EQ(rule.attribute("op"), "amount");
  EXPECT_EQ(rule.yes, std::vector<std::string>{"1a"});
  EXPECT_EQ(rule.no, std::vector<std::string>{"ä"});
  ASSERT_EQ(back.examples.size(), 1u);
  EXPECT_EQ(back.examples[0].text, "Text");
  EXPECT_EQ(back.examples[0].expect, file.examples[0].expect);
}

template <class Array>
std::string_view bytes_of(const Array& array) {
  return {reinterpret_cast<const char*>(array.data()), array.size() * sizeof(*array.data())};
}

TEST(PreparedRules, TheGazetteerIsThatOfTheTables) {
  std::vector<RuleSource> tables;
  for (const auto& source : embedded_rules())
    if (source.path.ends_with(".tsv")) tables.push_back(source);
  std::ranges::sort(tables, {}, &RuleSource::path);
  const auto read = Gazetteer::load(tables);
  ASSERT_TRUE(read);
  const auto& fresh = (*read)->index();
  const auto prepared = index_in(embedded_gazetteer());
  EXPECT_EQ(bytes_of(prepared->rows), bytes_of(fresh.rows));
  EXPECT_EQ(bytes_of(prepared->names), bytes_of(fresh.names));
  EXPECT_EQ(bytes_of(prepared->by_name), bytes_of(fresh.by_name));
  EXPECT_EQ(bytes_of(prepared->by_key), bytes_of(fresh.by_key));
  EXPECT_EQ(bytes_of(prepared->by_first), bytes_of(fresh.by_first));
  EXPECT_EQ(bytes_of(prepared->begins), bytes_of(fresh.begins));
  EXPECT_EQ(bytes_of(prepared->pairs), bytes_of(fresh.pairs));
  EXPECT_EQ(bytes_of(prepared->small), bytes_of(fresh.small));
  EXPECT_EQ(prepared->added, fresh.added);
}

}  // namespace
}  // namespace gegenprobe::extract
