// The tables against a plain reading of the lists that they were made from.
#include "extract/matching/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "extract/claims/claim_tags.h"
#include "extract/companies/company_words.h"
#include "extract/dates/date_rules.h"
#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "extract/matching/word_table.h"
#include "extract/text/language_evidence.h"

namespace gegenprobe::extract {
namespace {

Token word_in(std::string_view text) {
  return {0, static_cast<std::uint16_t>(text.size()), TokenClass::word, 0, 0, 0, 0};
}

class Lists : public testing::TestWithParam<const char*> {
 protected:
  std::shared_ptr<const Rules> rules_ = *builtin_rules();
  const LanguageRules& language_ = rules_->language(GetParam());
  const Lexicon& lexicon_ = language_.lexicon();
};

TEST_P(Lists, EveryWordIsFoundInItsListAndNoOther) {
  std::map<std::string, std::vector<std::string>> lists_of;  // by single word
  for (const auto& list : language_.lists())
    for (const auto& [key, items] : list.items)
      for (const auto& item : items)
        if (tokens_of(item).size() == 1) lists_of[folded(item)].push_back(list.name);
  ASSERT_GT(lists_of.size(), 1000u);
  std::vector<std::pair<std::string, TagSet>> sets;
  for (const auto& list : language_.lists()) sets.emplace_back(list.name, lexicon_.tags({list.name}));
  for (const auto& [word, names] : lists_of) {
    auto token = word_in(word);
    lexicon_.look_up(word, token);
    for (const auto& [name, set] : sets) {
      const bool in = std::ranges::find(names, name) != names.end();
      // Millions of times: an EXPECT for each would take half a minute.
      if (lexicon_.has(token, lexicon_.tag(name)) != in || lexicon_.has_any(token, set) != in)
        ADD_FAILURE() << word << (in ? " is not found in " : " is found in ") << name;
    }
  }
}

TEST_P(Lists, EveryPhraseIsFound) {
  std::size_t phrases = 0;
  for (const auto& list : language_.lists()) {
    const auto set = lexicon_.tags({list.name});
    for (const auto& [key, items] : list.items)
      for (const auto& item : items) {
        const auto small = folded(item);
        auto tokens = tokens_of(small);
        if (tokens.size() < 2 || small.front() == '*' || small.back() == '*') continue;
        if (tokens[0].is(TokenClass::punctuation)) continue;  // "-plus", only for patterns
        hash_words(small, tokens);
        lexicon_.look_up(small, tokens);
        const auto end = static_cast<std::uint32_t>(tokens.size());
        const auto hit = lexicon_.longest(small, tokens, 0, end, set);
        EXPECT_EQ(hit.tag, lexicon_.tag(list.name)) << item;
        EXPECT_EQ(hit.last, end) << item;
        EXPECT_FALSE(lexicon_.value_of(item, hit.tag).empty() && !key.empty()) << item;
        EXPECT_TRUE(lexicon_.lists_in(tokens).has(hit.tag)) << item;
        ++phrases;
      }
  }
  EXPECT_GT(phrases, 100u);
}

// A pass goes by what does not set it off, so that a word without its mark would never be seen.
TEST_P(Lists, WordsSetOffTheirPasses) {
  const auto expect = [&](Pass pass, auto lists) {
    int checked = 0;
    for (const auto list : lists) {
      const auto* words = language_.list(list);
      if (!words) continue;
      for (const auto& [key, items] : words->items)
        for (std::string word : items) {
          if (word.back() == '*') word.back() = 'x';
          if (word.front() == '*') word.replace(0, 1, "xxxx");
          const auto small = folded(word);
          auto tokens = tokens_of(small);
          hash_words(small, tokens);
          lexicon_.look_up(small, tokens);
          ASSERT_FALSE(tokens.empty()) << word;
          if (!lexicon_.has(tokens[0], lexicon_.tag(list))) continue;  // the first word of a phrase
          EXPECT_TRUE(sets_off(tokens[0], pass)) << word;
          ++checked;
        }
    }
    EXPECT_GT(checked, 0) << static_cast<int>(pass);
  };
  expect(Pass::date_word, kDateWordLists);
  expect(Pass::fiscal_year, kFiscalCueLists);
  expect(Pass::company, CompanyWords::names_of(kCompanySignals));
  expect(Pass::reference, CompanyWords::names_of(kReferenceOpeners));
  expect(Pass::cue, kCueLists);
  expect(Pass::person, std::array<std::string_view, 2>{"first_name", "role_noun"});
  expect(Pass::clause_border, std::array<std::string_view, 2>{"clause_conjunction", "content_noun"});
  expect(Pass::value_neighbour, std::array<std::string_view, 3>{"part_word", "count_goes_on", "unit_shift"});
}

// Words that tell a language are those of the lists, whatever else the language knows.
TEST_P(Lists, EvidenceIsTheLists) {
  const auto& codes = rules_->languages();
  const auto bit = 1u << (std::ranges::find(codes, GetParam()) - codes.begin());
  const auto evidence_of = [&](const std::string& small) {
    auto tokens = tokens_of(small);
    hash_words(small, tokens);
    return rules_->evidence().of(tokens.front(), small);
  };
  for (const char* name : {"function_word", "typical_word"})
    for (const auto& [key, items] : language_.list(name)->items)
      for (const auto& item : items) {
        if (tokens_of(item).size() == 1) {
          EXPECT_TRUE(evidence_of(folded(item)) & bit) << item;
        }
      }
  EXPECT_EQ(evidence_of("quastenflosser"), 0u);
}

INSTANTIATE_TEST_SUITE_P(, Lists, testing::Values("de", "en"), [](const auto& i) { return i.param; });

TEST(WordHash, SameWhereverTheWordStands) {
  std::mt19937 chance(4);
  for (int i = 0; i < 2000; ++i) {
    std::string word;
    for (std::size_t size = 1 + chance() % 40; size > 0; --size)
      word += static_cast<char>('a' + chance() % 26);
    for (std::size_t before = 0; before < 3; ++before)
      for (std::size_t behind = 0; behind < 10; ++behind) {
        const auto text = std::string(before, 'x') + word + std::string(behind, 'y');
        EXPECT_EQ(WordHash::of(text, before, word.size()), WordHash::of(word)) << text;
      }
  }
}

TEST(PackedRows, RowsInTheOrderThatIsAskedFor) {
  const std::vector<std::vector<int>> rows{{}, {1, 2}, {}, {3}};
  const PackedRows<int> packed(rows, std::array<std::uint32_t, 4>{0, 3, 2, 1});
  const auto row = [&](std::uint32_t i) { return std::vector<int>(packed[i].begin(), packed[i].end()); };
  EXPECT_EQ(row(0), rows[0]);
  EXPECT_EQ(row(1), rows[3]);
  EXPECT_EQ(row(2), rows[2]);
  EXPECT_EQ(row(3), rows[1]);
}

TEST(WordTable, RenumberedWordsHaveTheirNewNumbers) {
  WordTable table;
  std::vector<std::uint32_t> fresh{0};
  for (std::uint32_t number = 1; number <= 1000; ++number) {
    table.add("word" + std::to_string(number * number), number);
    fresh.push_back(1001 - number);
  }
  table.renumber(fresh);
  for (std::uint32_t number = 1; number <= 1000; ++number)
    EXPECT_EQ(table.find("word" + std::to_string(number * number)), 1001 - number);
  EXPECT_EQ(table.find("word2"), 0u);
  EXPECT_EQ(table.add("word2", 1001), 1001u);
  EXPECT_EQ(table.find("word2"), 1001u);
}

TEST(WordTable, WhatAMapHolds) {
  std::mt19937 chance(3);
  WordTable table;
  std::map<std::string, std::uint32_t> plain;
  const auto word = [&] {
    std::string out;
    for (std::size_t size = chance() % 24; size > 0; --size)
      out += static_cast<char>("abA\xC3"[chance() % 4]);
    return out;
  };
  for (std::uint32_t number = 1; number < 20'000; ++number) {
    const auto fresh = word();
    EXPECT_EQ(table.add(fresh, number), plain.emplace(fresh, number).first->second);
    const auto asked = word();
    const auto known = plain.find(asked);
    EXPECT_EQ(table.find(asked), known == plain.end() ? 0 : known->second) << asked;
  }
}

}  // namespace
}  // namespace gegenprobe::extract
