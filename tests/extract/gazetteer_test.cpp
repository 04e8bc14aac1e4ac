#include "extract/companies/gazetteer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/extract.h"

namespace gegenprobe::extract {
namespace {

constexpr const char* kHead =
    "key\tname\taliases\tkind\tcountry\twikidata\tlei\tticker\tyear_end\tparent\tformer\tnote\n";

std::unique_ptr<const Gazetteer> gazetteer() {
  static const std::string table =
      std::string(kHead) +
      "nordbank\tDeutsche Nordbank\tDeutsche Nordbank AG | Nordbank\tbank\tDE\t\t\t\t\t\t\t\n"
      "kola\teKola\t\tretailer\tUS\t\t\tNASDAQ:KOLA\t\t\t\t\n"
      "kern\t?Kern\tKern AG\ttech\tCH\t\t\t\t\t\t\t\n"
      "miller\tMiller's\t\tfood\tGB\t\t\t\t\t\t\t\n"
      "kern-energie\tKern Energie\t?Kern\tenergy\tDE\t\t\t\t\t\t\t\n"
      "four\t4&4\t\ttelecom\tDE\t\t\t\t\t\t\t\n";
  auto loaded = Gazetteer::load({{"companies/test.tsv", table}});
  return loaded ? std::move(*loaded) : nullptr;
}

std::vector<Token> hashed_tokens_of(const std::string& text) {
  auto tokens = tokens_of(text);
  hash_words(folded(text), tokens);
  return tokens;
}

// "key tokens ending", and "?" for guarded.
std::string first_name_in(const std::string& text) {
  const auto names = gazetteer();
  const auto tokens = hashed_tokens_of(text);
  const auto known =
      names->longest_at(text, folded(text), tokens, 0, static_cast<std::uint32_t>(tokens.size()), true);
  if (!known.company) return "";
  return fmt::format("{}{} {} {}", known.guarded ? "?" : "", known.company->key, known.tokens, known.ending);
}

struct Row {
  const char *name, *text, *found;
};
const Row kRows[] = {
    {"Plain", "Nordbank wächst", "nordbank 1 0"},
    {"LongestWins", "Deutsche Nordbank AG", "nordbank 3 0"},
    {"SmallLettersAreAnotherWord", "nordbank", ""},
    {"Headline", "DEUTSCHE NORDBANK", "nordbank 2 0"},
    {"OwnStyleMayBeLeft", "Ekola", "kola 1 0"},
    {"GermanGenitive", "Nordbanks Gewinn", "nordbank 1 1"},
    {"DeclinedAdjective", "Deutschen Nordbank", "nordbank 2 0"},
    {"Guarded", "Kern", "?kern 1 0"},
    {"LongFormIsNotGuarded", "Kern AG", "kern 2 0"},
    {"TypographicApostrophe", "Miller’s", "miller 3 0"},
    {"BeginsWithDigit", "4&4 liefert", "four 3 0"},
    {"HyphensOfACompound", "Deutsche-Nordbank-Chef", "nordbank 3 0"},
    {"PartOfWord", "Nordbanker", ""},
};
class LongestName : public testing::TestWithParam<Row> {};
TEST_P(LongestName, Row) { EXPECT_EQ(first_name_in(GetParam().text), GetParam().found); }
INSTANTIATE_TEST_SUITE_P(, LongestName, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

TEST(GazetteerLoad, NamesFileAndLine) {
  const std::string table = std::string(kHead) + "good\tGood\t\ttech\nbad\t\n";
  const auto loaded = Gazetteer::load({{"companies/x.tsv", table}});
  ASSERT_FALSE(loaded);
  EXPECT_TRUE(loaded.error().what.starts_with("companies/x.tsv:3: ")) << loaded.error().what;
}

TEST(GazetteerNamesakes, AllOfAName) {
  const std::string text = "Kern Nordbank";
  const auto names = gazetteer();
  const auto tokens = hashed_tokens_of(text);
  const auto kern = names->longest_at(text, folded(text), tokens, 0, 2, true);
  ASSERT_EQ(names->namesakes(kern.id).size(), 2u);
  EXPECT_EQ(names->namesakes(kern.id)[1]->key, "kern-energie");
  EXPECT_TRUE(names->namesakes(names->longest_at(text, folded(text), tokens, 1, 2, true).id).empty());
}

TEST(GazetteerFind, KeyAndName) {
  const auto names = gazetteer();
  ASSERT_TRUE(names->find("kola"));
  EXPECT_EQ(names->find("kola")->ticker, "NASDAQ:KOLA");
  EXPECT_EQ(names->find("Deutsche Nordbank"), names->find("nordbank"));
  EXPECT_FALSE(names->find("nobody"));
}

// The built-in table: every key once, and every parent a key.
TEST(BuiltinGazetteer, KeysAndParents) {
  const auto& names = (*builtin_rules())->gazetteer();
  for (std::size_t row = 0; row < names.size(); ++row) {
    const Company& company = names.company(row);
    EXPECT_EQ(names.find(company.key), &company) << company.key;
    if (company.parent.empty()) continue;

    EXPECT_TRUE(names.find(company.parent)) << company.key << ": " << company.parent;
  }
}

}  // namespace
}  // namespace gegenprobe::extract
