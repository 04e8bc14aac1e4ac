#include "store/origin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "articles.h"
#include "store/connection.h"
#include "store/query.h"
#include "store/shingles.h"

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;

struct Text {
  std::string name, text;
  bool copy;  // of the file's original, or that itself
};
struct Event {
  std::string name;
  std::vector<Text> texts;
};

std::string replaced(std::string text, std::string_view changes) {
  while (!changes.empty()) {
    const auto end = std::min(changes.find(" | "), changes.size());
    const auto change = changes.substr(0, end);
    const auto arrow = change.find("=>");
    const auto from = std::string(change.substr(0, arrow));
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    if (at != text.npos) text.replace(at, from.size(), change.substr(arrow + 2));
    changes.remove_prefix(std::min(end + 3, changes.size()));
  }
  return text;
}

Event read_event(const fs::path& path) {
  Event event{path.stem().string(), {}};
  std::vector<std::string> original;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("== ")) {
      event.texts.push_back({line.substr(3), {}, !line.starts_with("== other")});
      continue;
    }
    if (event.texts.size() == 1) original.push_back(line);
    if (line.starts_with("@")) {
      const auto blank = std::min(line.find(' '), line.size());
      const auto paragraph = original.at(static_cast<std::size_t>(std::stoi(line.substr(1, blank))) - 1);
      line = replaced(paragraph, blank < line.size() ? line.substr(blank + 1) : "");
    }
    auto& text = event.texts.back().text;
    text += (text.empty() ? "" : "\n\n") + line;
  }
  return event;
}

const std::vector<Event>& events() {
  static const std::vector<Event> all = [] {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(GEGENPROBE_ORIGINS))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<Event> read;
    for (const auto& path : paths) read.push_back(read_event(path));
    return read;
  }();
  return all;
}

TEST(IsCopy, OfEveryLabelledPair) {
  int same = 0, other = 0;
  for (const auto& event : events())
    for (const auto& a : event.texts)
      for (const auto& b : event.texts) {
        if (&a == &b) continue;
        const bool wanted = a.copy && b.copy;
        // Two cuts of one text that have no paragraph in common are tied by the text, not by each other.
        const bool tied = a.name == "original" || b.name == "original";
        if (wanted && !tied) continue;
        ++(wanted ? same : other);
        EXPECT_EQ(is_copy(shingles_of(a.text), shingles_of(b.text)), wanted)
            << event.name << ": " << a.name << ", " << b.name;
      }
  EXPECT_GE(same, 2 * 40);
  EXPECT_GE(other, 2 * 80);
}

struct Row {
  const char *name, *a, *b;
  bool copy;
};
const Row kRows[] = {
    {"Empty", "", "", false},
    {"ShortAndTheSame", "Der Umsatz stieg auf zwei Milliarden.", "Der Umsatz stieg auf zwei Milliarden!",
     true},
    {"ShortAndOneWordOther", "Der Umsatz stieg auf zwei Milliarden.", "Der Umsatz stieg auf drei Milliarden.",
     false},
    {"ThreeWords", "Umsatz stieg erneut", "Umsatz stieg erneut", false},
};
class IsCopyRow : public testing::TestWithParam<Row> {};
TEST_P(IsCopyRow, Row) {
  EXPECT_EQ(is_copy(shingles_of(GetParam().a), shingles_of(GetParam().b)), GetParam().copy);
}
INSTANTIATE_TEST_SUITE_P(, IsCopyRow, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

class Origins : public testing::Test {
 protected:
  struct Added {
    std::string event, name;
    bool copy;
    std::int64_t article;
  };
  Added put(const Event& event, const Text& text) {
    auto article = test::article("https://" + event.name + ".example/" + std::to_string(++count_),
                                 "@2025-02-27", text.text, {});
    return {event.name, text.name, text.copy, test::add(database, article).article};
  }
  std::int64_t origin(std::int64_t article) { return find_article(database, article)->value().row.origin; }
  std::int64_t number(const std::string& sql) { return database.connection().number(sql); }

  /// Each origin as the sorted names of its texts, so that two databases can be compared.
  std::set<std::set<std::string>> grouped(const std::vector<Added>& added) {
    std::map<std::int64_t, std::set<std::string>> groups;
    for (const auto& each : added) groups[origin(each.article)].insert(each.event + "/" + each.name);
    std::set<std::set<std::string>> all;
    for (auto& [id, names] : groups) all.insert(names);
    return all;
  }

  test::TemporaryFolder folder;
  Database database = test::open(folder.file("a.db"));
  int count_ = 0;
};

std::set<std::set<std::string>> wanted_groups() {
  std::set<std::set<std::string>> wanted;
  for (const auto& event : events()) {
    std::set<std::string> copies;
    for (const auto& text : event.texts) {
      const auto name = event.name + "/" + text.name;
      if (text.copy) copies.insert(name);
      if (!text.copy) wanted.insert({name});
    }
    wanted.insert(copies);
  }
  return wanted;
}

TEST_F(Origins, OfTheLabelledTexts) {
  std::vector<Added> added;
  for (const auto& event : events())
    for (const auto& text : event.texts) added.push_back(put(event, text));
  EXPECT_THAT(grouped(added), testing::ContainerEq(wanted_groups()));
  EXPECT_EQ(number("SELECT count(*) FROM origin"), static_cast<std::int64_t>(wanted_groups().size()))
      << "an origin that was absorbed is gone";
}

TEST_F(Origins, AreTheSameInAnyOrder) {
  std::vector<std::pair<const Event*, const Text*>> all;
  for (const auto& event : events())
    for (const auto& text : event.texts) all.emplace_back(&event, &text);
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::mt19937 random(seed);
    std::ranges::shuffle(all, random);
    database = test::open(folder.file("order" + std::to_string(seed) + ".db"));
    std::vector<Added> added;
    for (const auto& [event, text] : all) added.push_back(put(*event, *text));
    EXPECT_THAT(grouped(added), testing::ContainerEq(wanted_groups())) << "seed " << seed;
  }
}

TEST_F(Origins, KeepTheAgenciesOfAllTheirArticles) {
  const auto& event = *std::ranges::find(events(), "de-bergwerk", &Event::name);
  const auto with = put(event, event.texts[0]), without = put(event, event.texts[3]);
  EXPECT_EQ(find_article(database, with.article)->value().row.agency, "dpa");
  EXPECT_EQ(find_article(database, without.article)->value().row.agency, "dpa")
      << "a copy that cut the credit off";
  auto austrian = event.texts[0];
  austrian.text += "\n\n(APA/dpa)";
  const auto third = put(event, austrian);
  EXPECT_EQ(find_article(database, third.article)->value().row.agency, "APA, dpa");
}

TEST_F(Origins, OfARevisionOnlyJoin) {
  const auto& event = events().front();
  const auto first = put(event, event.texts[0]);
  const auto other = put(event, *std::ranges::find(event.texts, false, &Text::copy));
  ASSERT_NE(origin(first.article), origin(other.article));
  // The paper replaces its own report by the agency's.
  auto revised =
      test::article("https://" + event.name + ".example/2", "@2025-02-27", event.texts[1].text, {});
  EXPECT_EQ(test::add(database, revised).outcome, Outcome::changed);
  EXPECT_EQ(origin(other.article), origin(first.article));
}

TEST_F(Origins, OfATextThatIsNotStored) {
  const auto& event = events().front();
  const auto first = put(event, event.texts[0]);
  const auto document = [&](std::size_t text) {
    return test::article("", "@2025-02-27", event.texts[text].text, {}).document;
  };
  EXPECT_EQ(**origin_of(database, document(2)), origin(first.article));
  EXPECT_FALSE(origin_of(database, document(event.texts.size() - 1))->has_value());
  EXPECT_EQ(number("SELECT count(*) FROM origin"), 1);
}

TEST_F(Origins, OfArticlesFromBefore) {
  std::vector<Added> added;
  for (const auto& event : events())
    for (const auto& text : event.texts) added.push_back(put(event, text));
  database.connection().database.exec(
      "UPDATE article SET origin_id = NULL; DELETE FROM origin; DELETE FROM fingerprint");
  database = test::open(folder.file("a.db"));
  EXPECT_THAT(grouped(added), testing::ContainerEq(wanted_groups()));
}

TEST_F(Origins, OfBoilerplateCostNoMore) {
  std::string boilerplate;
  for (int i = 0; i < 60; ++i)
    boilerplate += "Abschnitt " + std::string(1, static_cast<char>('a' + i % 26)) +
                   " der Bedingungen gilt hier unverändert fort. ";
  std::mt19937 random(7);
  for (int n = 0; n < 300; ++n) {
    std::string own;
    for (int word = 0; word < 400; ++word) own += std::to_string(random()) + " ";
    test::add(database,
              test::article("https://a.example/" + std::to_string(n), "@2025-02-27", own + boilerplate, {}));
  }
  EXPECT_EQ(number("SELECT count(*) FROM origin"), 300);
}

StoredClaim claim(std::int64_t origin, std::string agency) {
  StoredClaim made;
  static std::int64_t id = 0;
  made.id = ++id;
  made.origin = origin;
  made.agency = std::move(agency);
  return made;
}

TEST(ByOrigin, CopiesAndOneAgencyCountOnce) {
  const std::vector<StoredClaim> claims{claim(1, "dpa"), claim(1, "dpa"), claim(2, ""), claim(3, "dpa"),
                                        claim(4, "AFP"), claim(0, ""),    claim(0, "")};
  std::vector<const StoredClaim*> all;
  for (const auto& each : claims) all.push_back(&each);
  std::vector<std::size_t> sizes;
  for (const auto& group : by_origin(all)) sizes.push_back(group.size());
  EXPECT_THAT(sizes, testing::ElementsAre(3, 1, 1, 1, 1));
}

TEST(ByOrigin, TwoAgenciesTie) {
  const std::vector<StoredClaim> claims{claim(1, "dpa"), claim(2, "AFP"), claim(3, "AFP, dpa")};
  EXPECT_EQ(by_origin({&claims[0], &claims[1], &claims[2]}).size(), 1u);
  EXPECT_EQ(by_origin({&claims[0], &claims[1]}).size(), 2u);
  EXPECT_TRUE(by_origin({}).empty());
}

}  // namespace
}  // namespace gegenprobe::store
