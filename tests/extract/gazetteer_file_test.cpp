#include "extract/companies/gazetteer_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "extract/text/token.h"

namespace gegenprobe::extract {
namespace {

namespace fs = std::filesystem;

// Firms with a first name that many share, an alias, an apostrophe, a guarded name that is another firm's
// too.
std::string table(int companies) {
  std::string out = "key\tname\taliases\tkind\n";
  for (int i = 0; i < companies; ++i)
    out += fmt::format("f{0}\tNordwerk{1} Haus{0}\tNordwerk{1} Haus{0} AG | Müller{0}'s | ?Kern{1}\ttech\n",
                       i, i % 50);
  return out;
}

class Prepared : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder = (fs::temp_directory_path() / "gazetteer-XXXXXX").string();
    ASSERT_TRUE(::mkdtemp(folder.data()));
    folder_ = folder;
    path_ = folder_ / "names.bin";
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string bytes() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void put(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

  std::string text_ = table(300);
  std::vector<RuleSource> parts_{{"companies/a.tsv", text_}};
  fs::path folder_, path_;
};

std::string names_in(const Gazetteer& gazetteer, const std::string& text) {
  std::string out;
  const auto small = folded(text);
  auto tokens = tokens_of(text);
  hash_words(small, tokens);
  const auto end = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t at = 0; at < end; ++at) {
    const auto known = gazetteer.longest_at(text, small, tokens, at, end, true);
    if (!known.company) continue;
    out += fmt::format("{} {} {} {}{}{}:", at, known.tokens, known.ending, known.company->key, known.guarded,
                       gazetteer.may_begin_small(tokens[at]));
    for (const auto* company : gazetteer.namesakes(known.id)) out += fmt::format(" {}", company->key);
    out += '\n';
  }
  return out;
}

TEST_F(Prepared, FindsWhatTheTablesDo) {
  const auto read = std::move(*Gazetteer::load(parts_));
  ASSERT_TRUE(write_prepared(path_, parts_, read->index()));
  const auto mapped = Gazetteer::prepared(parts_, read_prepared(path_, parts_));
  const std::string text =
      "Nordwerk7 Haus57 AG, Müller12’s und Müller13's, Kern7s, NORDWERK3 HAUS3, Nordwerk9 Haus58, Kern49";
  EXPECT_EQ(names_in(*mapped, text), names_in(*read, text));
  EXPECT_NE(names_in(*read, text).find("f57"), std::string::npos);
  for (const char* key : {"f0", "f299", "f300", "Nordwerk7 Haus57", "Kern7"}) {
    const auto *a = read->find(key), *b = mapped->find(key);
    EXPECT_EQ(a ? a->key : "", b ? b->key : "") << key;
  }
  EXPECT_EQ(mapped->size(), 300u);
}

TEST_F(Prepared, OfOtherTablesIsNotTaken) {
  ASSERT_TRUE(write_prepared(path_, parts_, (*Gazetteer::load(parts_))->index()));
  EXPECT_TRUE(read_prepared(path_, parts_));
  std::string other = text_;
  other.back() = ' ';
  EXPECT_FALSE(read_prepared(path_, {{"companies/a.tsv", other}}));
  EXPECT_FALSE(read_prepared(path_, {{"companies/a.tsv", text_.substr(0, 10)}, {"b.tsv", text_.substr(10)}}));
}

TEST_F(Prepared, DamagedIsNotTaken) {
  ASSERT_TRUE(write_prepared(path_, parts_, (*Gazetteer::load(parts_))->index()));
  const auto whole = bytes();
  std::mt19937 chance(1);
  for (int i = 0; i < 300; ++i) {
    auto damaged = whole;
    damaged[i < 150 ? static_cast<std::size_t>(i) : chance() % whole.size()] ^= static_cast<char>(1 << i % 8);
    put(damaged);
    EXPECT_FALSE(read_prepared(path_, parts_)) << i;
  }
  for (const auto size :
       {std::size_t{0}, std::size_t{7}, std::size_t{120}, whole.size() / 2, whole.size() - 1}) {
    put(whole.substr(0, size));
    EXPECT_FALSE(read_prepared(path_, parts_)) << size;
  }
  put(whole + std::string(8, '\0'));
  EXPECT_FALSE(read_prepared(path_, parts_));
}

// What has the right checksum and yet points outside, or round in a circle.
TEST_F(Prepared, UnsoundIsNotTaken) {
  const auto read = std::move(*Gazetteer::load(parts_));
  const auto refused = [&](auto spoil) {
    GazetteerIndex index = read->index();
    std::vector names(index.names.begin(), index.names.end());
    std::vector slots(index.by_name.begin(), index.by_name.end());
    std::vector rows(index.rows.begin(), index.rows.end());
    index.names = names, index.by_name = slots, index.rows = rows;
    spoil(index, names, slots, rows);
    return write_prepared(path_, parts_, index) && !read_prepared(path_, parts_);
  };
  EXPECT_FALSE(refused([](auto&, auto&, auto&, auto&) {}));
  EXPECT_TRUE(refused([](auto&, auto& names, auto&, auto&) { names[5].company = 300; }));
  EXPECT_TRUE(refused([](auto&, auto& names, auto&, auto&) { names[5].text = 0x7FFFFFFF; }));
  EXPECT_TRUE(refused([](auto&, auto& names, auto&, auto&) { names[5].next = 5; }));
  EXPECT_TRUE(refused([](auto&, auto& names, auto&, auto&) { names[5].tokens = 0; }));
  EXPECT_TRUE(refused([](auto&, auto&, auto& slots, auto&) { slots[9].value = 1u << 30; }));
  EXPECT_TRUE(refused([](auto&, auto&, auto& slots, auto&) {
    for (auto& slot : slots) slot.value = 1;
  }));
  EXPECT_TRUE(
      refused([](auto& index, auto&, auto& slots, auto&) { index.by_name = std::span(slots).first(100); }));
  EXPECT_TRUE(refused([](auto&, auto&, auto&, auto& rows) { rows[0] = 1u << 30; }));
}

TEST_F(Prepared, WritableForOthersIsNotTaken) {
  ASSERT_TRUE(write_prepared(path_, parts_, (*Gazetteer::load(parts_))->index()));
  fs::permissions(path_, fs::perms::others_write, fs::perm_options::add);
  EXPECT_FALSE(read_prepared(path_, parts_));
}

TEST_F(Prepared, LargeTablesAreKeptAndSmallOnesNot) {
  ASSERT_TRUE(load_gazetteer(parts_, folder_));
  EXPECT_TRUE(fs::is_empty(folder_));
  const std::string large = table(60'000);
  const std::vector<RuleSource> parts{{"companies/a.tsv", large}};
  ASSERT_TRUE(load_gazetteer(parts, folder_ / "new"));
  const auto file = fs::directory_iterator(folder_ / "new")->path();
  const auto written = fs::last_write_time(file);
  const auto again = std::move(*load_gazetteer(parts, folder_ / "new"));
  EXPECT_EQ(again->find("f59999")->name, "Nordwerk49 Haus59999");
  EXPECT_EQ(fs::last_write_time(file), written);
  EXPECT_TRUE(load_gazetteer(parts, "/proc/no/such"));
}

}  // namespace
}  // namespace gegenprobe::extract
