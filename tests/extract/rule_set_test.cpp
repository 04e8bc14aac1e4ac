// The fast way to a rule's matches (one automaton, answers kept by shape) against the plain one (RE2, rule by
// rule).
#include "extract/matching/rule_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <span>

#include "extract/extract.h"
#include "extract/matching/pattern_tree.h"
#include "extract/matching/rule_automaton.h"
#include "extract/matching/rules.h"
#include "extract/text/text.h"
#include "ingest/normalise.h"

namespace gegenprobe::extract {
namespace {

std::string dump(const RuleMatch& match) {
  std::string out =
      match.rule->name + " " + std::to_string(match.whole.begin) + "-" + std::to_string(match.whole.end);
  for (std::size_t i = 0; i < match.names->size(); ++i)
    if (const auto& name = (*match.names)[i]; !name.empty())
      out += " " + name + "=" + std::string(match.groups[i].of(match.text));
  return out;
}

std::vector<std::string> dump(std::span<const RuleMatch> matches) {
  std::vector<std::string> out;
  for (const auto& match : matches) out.push_back(dump(match));
  return out;
}

// --- on the articles of the corpus: every set, at every word

std::vector<std::string> corpus_texts() {
  std::vector<std::string> texts;
  simdjson::dom::parser parser;
  for (const auto& file : std::filesystem::recursive_directory_iterator(GEGENPROBE_CORPUS))
    if (file.path().filename() == "gold.json")
      texts.emplace_back(parser.load(file.path().string())["text"].get_string().value());
  std::ranges::sort(texts);
  return texts;
}

/// The longest match, of several the rule that stands first.
const RuleMatch* best_of(const std::vector<RuleMatch>& matches) {
  const RuleMatch* best = nullptr;
  for (const auto& match : matches)
    if (!best || match.whole.end > best->whole.end) best = &match;
  return best;
}

class OnCorpus : public testing::TestWithParam<RuleKind> {};
TEST_P(OnCorpus, FastWayFindsWhatThePlainOneFinds) {
  const auto rules = *builtin_rules();
  std::size_t found = 0;
  for (const auto& source : corpus_texts()) {
    const auto normalised = ingest::normalise(source);
    const auto text = text_of(normalised.utf8, "", *rules);
    for (const auto& sentence : text.sentences) {
      const auto& set = sentence.rules->set(GetParam());
      for (auto i = sentence.first; i < sentence.last && !set.rules().empty(); ++i) {
        const auto at = text.tokens[i].begin;
        const auto plain = set.all_plainly(text.utf8, text.folded, at, sentence.span.end);
        ASSERT_EQ(dump(set.all_at(text.utf8, text.folded, at, sentence.span.end)), dump(plain))
            << text.of(sentence.span);
        RuleMatch match;
        const bool any = set.match_at(text.utf8, text.folded, at, sentence.span.end, match);
        ASSERT_EQ(any, !plain.empty()) << text.of(sentence.span);
        if (!any) continue;
        ASSERT_EQ(dump(match), dump(*best_of(plain))) << text.of(sentence.span);
        found += plain.size();
      }
    }
  }
  EXPECT_GT(found, 500u);
}
TEST_P(OnCorpus, NoRuleNeedsRe2) {
  const auto rules = *builtin_rules();
  for (const auto& language : rules->languages())
    EXPECT_EQ(rules->language(language).set(GetParam()).read_by_re2(), std::vector<std::string>{})
        << language;
}
INSTANTIATE_TEST_SUITE_P(, OnCorpus, testing::Values(RuleKind::value, RuleKind::date),
                         [](const auto& i) { return i.param == RuleKind::value ? "Values" : "Dates"; });

// --- on patterns that could mislead it

Rule rule(std::string name, std::string pattern, bool exact_case = false) {
  Rule out;
  out.name = std::move(name);
  out.pattern = std::move(pattern);
  out.exact_case = exact_case;
  return out;
}

struct Row {
  const char* name;
  std::vector<const char*> patterns;  // named a, b, c …
  std::vector<const char*> texts;     // one after the other, with the same memory
  std::vector<const char*> longest;   // what match_at finds in each; "" for nothing
};
const Row kRows[] = {
    {"DigitsAreAlike",
     {R"((?P<n>\d+)x)"},
     {"12x", "34x", "345x"},
     {"a 0-3 n=12", "a 0-3 n=34", "a 0-4 n=345"}},
    {"DigitsThatAreNotAlike",
     {R"((?P<low>[1-4])|(?P<high>[5-9]))"},
     {"3", "4", "7"},
     {"a 0-1 low=3 high=", "a 0-1 low=4 high=", "a 0-1 low= high=7"}},
    {"SamePlacesByOtherWays",
     {R"((?:(?P<odd>[13])|(?P<even>[24])|(?P<any>\d))z)"},
     {"1z", "2z", "3z", "9z"},
     {"a 0-2 odd=1 even= any=", "a 0-2 odd= even=2 any=", "a 0-2 odd=3 even= any=",
      "a 0-2 odd= even= any=9"}},
    {"WordsInGroups",
     {R"((?:(?P<one>a)|(?P<two>b)|c)z)"},
     {"az", "bz", "cz", "az"},
     {"a 0-2 one=a two=", "a 0-2 one= two=b", "a 0-2 one= two=", "a 0-2 one=a two="}},
    {"WhatFollowsDoesNotMatter",
     {R"((?P<n>\d+)(?: euro)?)"},
     {"5 euro and", "5 eur", "6 e", "7"},
     {"a 0-6 n=5", "a 0-1 n=5", "a 0-1 n=6", "a 0-1 n=7"}},
    {"FirstRuleOfTwoAsLong",
     {R"(\d+ (?P<x>y))", R"(\d (?P<y>y))"},
     {"1 y", "12 y"},
     {"a 0-3 x=y", "a 0-4 x=y"}},
    {"LongestRule", {R"(\d+)", R"(\d+ €)"}, {"20 €", "21 €."}, {"b 0-6", "b 0-6"}},
    {"NoLetterBehind",
     {R"(\d+ m)"},
     {"3 m", "3 men", "3 mé", "3 m2", "3 m–"},
     {"a 0-3", "", "", "", "a 0-3"}},
    {"EndsWithASign", {R"(\d+ ?€)", R"(\d+)"}, {"20€", "20€x"}, {"a 0-5", "b 0-2"}},
    {"SetsOfLongCharacters",
     {R"(\d(?P<f>[½¼¾])[-–—]x)"},
     {"1¼—x", "2¾-x", "2é-x"},
     {"a 0-7 f=¼", "a 0-5 f=¾", ""}},
    {"CountedAndNegated",
     {R"(a{2,3}[^b\d]c)"},
     {"aaüc", "aaabc", "aaa1c", "aaa c"},
     {"a 0-5", "", "", "a 0-5"}},
    {"LessIsEnough", {R"((?P<n>\d+?)(?P<m>\d*))"}, {"123", "456"}, {"a 0-3 n=1 m=23", "a 0-3 n=4 m=56"}},
    // Of several ways to read the same bytes the one that the pattern prefers.
    {"TheWordThatStandsFirst",
     {R"((?P<n>a|abc|ab)(?P<rest>[a-z]*))"},
     {"abcd", "ab"},
     {"a 0-4 n=a rest=bcd", "a 0-2 n=a rest=b"}},
    {"TheLongerWordIfItStandsFirst",
     {R"((?P<n>abc|a|ab)(?P<rest>[a-z]*))"},
     {"abcd", "abd"},
     {"a 0-4 n=abc rest=d", "a 0-3 n=a rest=bd"}},
    {"WordsAndOtherWaysInTurn",
     {R"((?P<n>ab|[a-c]|abc|a)(?P<rest>[a-z]*))"},
     {"abcd", "acd", "c"},
     {"a 0-4 n=ab rest=cd", "a 0-3 n=a rest=cd", "a 0-1 n=c rest="}},
    {"LittleOrMuch",
     {R"((?P<little>[ab]*?)(?P<much>b*)(?P<perhaps>c??)(?P<rest>c?))"},
     {"abbc"},
     {"a 0-4 little=a much=bb perhaps= rest=c"}},
    {"TheLastRound", {R"((?:(?P<w>[a-c]) )+x)"}, {"a b c x", "b x"}, {"a 0-7 w=c", "a 0-3 w=b"}},
    {"GroupsInGroups",
     {R"((?P<outer>(?P<one>\d)(?:,(?P<two>\d))?)(?P<mark>%)?)"},
     {"1,2%", "3%", "4"},
     {"a 0-4 outer=1,2 one=1 two=2 mark=%", "a 0-2 outer=3 one=3 two= mark=%",
      "a 0-1 outer=4 one=4 two= mark="}},
    // What the automaton does not read is asked of RE2.
    {"WordBorder", {R"(a\b.)", R"(ab)"}, {"ab", "a."}, {"b 0-2", "a 0-2"}},
    {"EndInAPattern", {R"(a(?:b|$))"}, {"a", "ab", "ac"}, {"a 0-1", "a 0-2", ""}},
    {"UnicodeClass", {R"(\pL+\d)"}, {"äbc1", "1"}, {"a 0-5", ""}},
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class OnPatterns : public testing::TestWithParam<Row> {};
TEST_P(OnPatterns, Row) {
  std::vector<Rule> rules;
  for (const auto* pattern : GetParam().patterns)
    rules.push_back(rule(std::string(1, static_cast<char>('a' + rules.size())), pattern));
  const auto set = RuleSet::compile(std::move(rules), {}, {});
  ASSERT_TRUE(set);
  for (std::size_t i = 0; i < GetParam().texts.size(); ++i) {
    const std::string_view text = GetParam().texts[i];
    const auto folded = extract::folded(text);
    RuleMatch match;
    const bool any = (*set).match_at(text, folded, 0, text.size(), match);
    EXPECT_EQ(any ? dump(match) : "", GetParam().longest[i]) << text;
    EXPECT_EQ(dump((*set).all_at(text, folded, 0, text.size())),
              dump((*set).all_plainly(text, folded, 0, text.size())))
        << text;
  }
}
INSTANTIATE_TEST_SUITE_P(, OnPatterns, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

TEST(RuleSet, CapitalsMatterOnlyWhereTheRuleSaysSo) {
  std::vector<Rule> rules{rule("small", "rs \\d"), rule("exact", "(?P<code>Rs) \\d", true)};
  const auto set = RuleSet::compile(std::move(rules), {}, {});
  ASSERT_TRUE(set);
  for (const auto& [text, names] :
       {std::pair{"Rs 5", std::vector<std::string>{"small 0-4", "exact 0-4 code=Rs"}},
        {"RS 5", {"small 0-4"}}})
    EXPECT_EQ(dump((*set).all_at(text, folded(text), 0, 4)), names) << text;
}

TEST(RuleSet, ALineOfDigitsIsNoFigure) {
  const auto set = RuleSet::compile({rule("a", R"(\d+)")}, {}, {});
  RuleMatch match;
  const std::string digits(100'000, '7');
  EXPECT_FALSE((*set).match_at(digits, digits, 0, digits.size(), match));
  EXPECT_TRUE((*set).match_at(digits, digits, 0, 1000, match));
}

TEST(RuleSet, TheEndOfTheStretchIsTheEndOfTheText) {
  const auto set = RuleSet::compile({rule("a", R"(\d+)")}, {}, {});
  RuleMatch match;
  EXPECT_TRUE((*set).match_at("12345", "12345", 0, 3, match));
  EXPECT_EQ(match.span.end, 3u);
}

TEST(RuleSet, ForgetsWithoutForgettingRules) {
  // More shapes than are kept.
  const auto set = RuleSet::compile({rule("a", R"((?P<number>(?:(a)|(b)|(c)|(d)){9})\d)")}, {}, {});
  for (int i = 0; i < 150'000; ++i) {
    std::string text;
    for (int letter = 0; letter < 9; ++letter) text += static_cast<char>('a' + (i >> (2 * letter) & 3));
    text += '1';
    RuleMatch match;
    ASSERT_TRUE((*set).match_at(text, text, 0, text.size(), match));
    ASSERT_EQ(match.group_span("number"), (Span{0, 9}));
  }
}

TEST(PatternTree, RefusesWhatItCannotRead) {
  for (const auto* pattern : {"^a", "a\\b", "(?i)a", "\\pL", "[[:alpha:]]", "(a", "a)", "[a", "*a", "\\",
                              "\\1", "(?P<a", "a++", "a{2}{3}"})
    EXPECT_FALSE(pattern_tree(pattern)) << pattern;
  EXPECT_FALSE(pattern_tree(std::string(100'000, '(')));
  EXPECT_FALSE(pattern_tree("(?:(?:(?:a{100}){100}){100})"));
  EXPECT_TRUE(pattern_tree("(?:(?:a{10}){10}){10}"));
}

}  // namespace
}  // namespace gegenprobe::extract
