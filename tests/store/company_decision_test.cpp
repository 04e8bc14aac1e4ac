#include "store/company_decision.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "articles.h"
#include "store/connection.h"
#include "store/cross_check.h"

namespace gegenprobe::store {
namespace {

/// Two papers that call one firm by two names, and disagree.
class CompanyDecisions : public testing::Test {
 protected:
  CompanyDecisions() {
    add("https://a.example/1", "Auerbach Werke", "5,5");
    add("https://b.example/2", "Auerbach", "7,5");
  }
  void add(const std::string& url, const std::string& name, const std::string& figure) {
    test::add(database, test::article(url, "@2025-02-27 " + url,
                                      fmt::format("{} setzte 2024 {} Milliarden Euro um.", name, figure),
                                      {{figure + " Milliarden Euro",
                                        fmt::format("{} | revenue | {} Mrd EUR | 2024", name, figure)}}));
  }
  Result<Decided> decide(DecisionKind kind, std::string company, std::string other) {
    return store::decide(
        database,
        {.kind = kind, .company = std::move(company), .other = std::move(other), .decided_by = "Anna"},
        test::kNow);
  }
  Result<Decided> undo(std::int64_t id) { return undo_decision(database, id, "Bert", test::kNow); }
  std::size_t claims_of(const std::string& name) { return find_claims(database, {.company = name})->size(); }
  std::size_t conflicts_now() { return conflicts(database, {})->size(); }
  std::string companies() {
    std::string names;
    const auto found = find_companies(database, {});
    for (const auto& each : *found)
      names.append(names.empty() ? "" : ", ").append(fmt::format("{} {}", each.name, each.claims));
    return names;
  }
  test::Article with_two_names(const std::string& text, const std::string& evidence) {
    auto made = test::article("https://d.example/4", "@2025-02-27 D", text,
                              {{evidence, "Auerbach Werke | revenue | 3 Mrd EUR | 2024"}});
    const auto at = text.find("Auerbach Yachten");
    made.extraction.mentions.push_back(
        {extract::MentionKind::company,
         {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 16)},
         "test.company",
         extract::CompanyValue{.name = "Auerbach Werke",
                               .entity = made.extraction.claims[0].subject_entity}});
    return made;
  }

  test::TemporaryFolder folder;
  Database database = test::open(folder.file("a.db"));
};

TEST_F(CompanyDecisions, MergedAreComparedAndFoundByBothNames) {
  EXPECT_EQ(conflicts_now(), 0u);
  const auto decided = decide(DecisionKind::merge, "Auerbach Werke", "Auerbach");
  EXPECT_EQ(decided->claims, 1u);
  EXPECT_EQ(decided->articles, 1u);
  EXPECT_EQ(conflicts_now(), 1u);
  EXPECT_EQ(claims_of("Auerbach"), 2u);
  EXPECT_EQ(claims_of("Auerbach Werke"), 2u);
  EXPECT_EQ(claims_of("name:auerbach"), 2u) << "by its old key too";
  EXPECT_EQ(companies(), "Auerbach Werke 2");
}

TEST_F(CompanyDecisions, MergeHoldsForWhatIsAddedLater) {
  ASSERT_TRUE(decide(DecisionKind::merge, "Auerbach Werke", "Auerbach"));
  add("https://c.example/3", "Auerbach", "9,5");
  EXPECT_EQ(companies(), "Auerbach Werke 3");
  EXPECT_EQ(conflicts_now(), 3u);
}

TEST_F(CompanyDecisions, MergeHoldsForACheckedText) {
  ASSERT_TRUE(decide(DecisionKind::merge, "Auerbach Werke", "Auerbach"));
  const auto text = test::article("", "@2025-02-28", "Auerbach setzte 2024 5,5 Billionen Euro um.",
                                  {{"5,5 Billionen Euro", "Auerbach | revenue | 5500 Mrd EUR | 2024"}});
  const auto checked = check(database, text.document, text.extraction);
  EXPECT_EQ(word(checked->at(0).verdict), "scale_suspect");
}

TEST_F(CompanyDecisions, UndoneIsAsBefore) {
  const auto before = companies();
  const auto id = decide(DecisionKind::merge, "Auerbach Werke", "Auerbach")->decision.id;
  add("https://c.example/3", "Auerbach", "9,5");
  EXPECT_EQ(undo(id)->claims, 2u) << "with what came while it stood";
  EXPECT_EQ(companies(), "Auerbach 2, Auerbach Werke 1");
  EXPECT_EQ(conflicts_now(), 1u);
  EXPECT_FALSE(undo(id));
}

TEST_F(CompanyDecisions, ChainsComeApartInAnyOrder) {
  add("https://c.example/3", "Cobb", "5,5");
  const auto before = companies();
  for (const bool first_first : {true, false}) {
    const auto one = decide(DecisionKind::merge, "Auerbach Werke", "Auerbach")->decision.id;
    const auto two = decide(DecisionKind::merge, "Cobb", "Auerbach Werke")->decision.id;
    EXPECT_EQ(companies(), "Cobb 3");
    ASSERT_TRUE(undo(first_first ? one : two));
    EXPECT_EQ(companies(), first_first ? "Cobb 2, Auerbach 1" : "Auerbach Werke 2, Cobb 1");
    ASSERT_TRUE(undo(first_first ? two : one));
    EXPECT_EQ(companies(), before);
  }
}

TEST_F(CompanyDecisions, AliasMakesWhoeverIsCalledSoTheCompany) {
  ASSERT_TRUE(decide(DecisionKind::alias, "Auerbach Werke", "Die Auerbacher"));
  EXPECT_EQ(decided_names(database)->at(0).entity, "name:auerbach werke");
  add("https://c.example/3", "Die Auerbacher", "5,5");
  EXPECT_EQ(companies(), "Auerbach Werke 2, Auerbach 1");
  EXPECT_EQ(claims_of("Die Auerbacher"), 2u);
}

TEST_F(CompanyDecisions, SplitGivesTheClaimsOfThatName) {
  test::add(database,
            with_two_names("Auerbach Werke wächst. Auerbach Yachten setzte 2024 3 Milliarden Euro um.",
                           "3 Milliarden Euro"));
  const auto decided = decide(DecisionKind::split, "Auerbach Werke", "Auerbach Yachten");
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->claims, 1u);
  EXPECT_EQ(companies(), "Auerbach 1, Auerbach Werke 1, Auerbach Yachten 1");
  ASSERT_TRUE(undo(decided->decision.id));
  EXPECT_EQ(companies(), "Auerbach Werke 2, Auerbach 1");
  EXPECT_EQ(claims_of("Auerbach Yachten"), 2u) << "its names are its own again";
}

TEST_F(CompanyDecisions, SplitLeavesTheClaimsOfOtherNames) {
  test::add(database,
            with_two_names("Auerbach Werke setzte 2024 3 Milliarden Euro um. Auerbach Yachten schweigt.",
                           "3 Milliarden Euro"));
  EXPECT_EQ(decide(DecisionKind::split, "Auerbach Werke", "Auerbach Yachten")->claims, 0u);
}

TEST_F(CompanyDecisions, PairsAreProposedUntilDecided) {
  const auto proposed = [&] {
    std::string words;
    const auto pairs = propose_companies(database, 0);
    for (const auto& pair : *pairs)
      words += fmt::format("{} / {}: {}\n", pair.a.name, pair.b.name, pair.reason);
    return words;
  };
  EXPECT_EQ(proposed(), "Auerbach Werke / Auerbach: one name goes on where the other ends\n");
  EXPECT_EQ(decide(DecisionKind::split, "Auerbach Werke", "Auerbach")->decision.kind, DecisionKind::distinct);
  EXPECT_EQ(proposed(), "");
}

struct PairRow {
  const char *name, *a, *b, *reason;
};
class Proposed : public testing::TestWithParam<PairRow> {};
TEST_P(Proposed, Row) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  int number = 0;
  for (const auto* name : {GetParam().a, GetParam().b})
    test::add(database,
              test::article(fmt::format("https://a.example/{}", ++number), "@2025-02-27 A",
                            fmt::format("{} setzte 2024 3 Milliarden Euro um.", name),
                            {{"3 Milliarden Euro", fmt::format("{} | revenue | 3 Mrd EUR | 2024", name)}}));
  const auto pairs = propose_companies(database, 0);
  EXPECT_EQ(pairs->empty() ? "" : pairs->front().reason, GetParam().reason);
}
const PairRow kPairs[] = {{"OneLetterLess", "Leonhardt", "Leonhart", "one letter apart"},
                          {"OneLetterOther", "Brenneke", "Brennecke", "one letter apart"},
                          {"Initials", "Nordische Draht Werke", "NDW", "one name is the other's initials"},
                          {"Longer", "Corvex", "Corvex Oil", "one name goes on where the other ends"},
                          {"ShortNamesDiffer", "Aldo", "Ardo", ""},
                          {"NothingShared", "Pike", "Cobb", ""}};
INSTANTIATE_TEST_SUITE_P(, Proposed, testing::ValuesIn(kPairs), [](const auto& i) { return i.param.name; });

TEST_F(CompanyDecisions, AreKeptWithWhoAndWhen) {
  const auto id = decide(DecisionKind::merge, "Auerbach Werke", "Auerbach")->decision.id;
  ASSERT_TRUE(undo(id));
  EXPECT_TRUE(find_decisions(database)->empty());
  const auto kept = find_decisions(database, true)->at(0);
  EXPECT_EQ(kept.decided_by + " " + kept.decided_at, "Anna 2025-10-09T08:53:20Z");
  EXPECT_EQ(kept.undone_by + " " + kept.undone_at, "Bert 2025-10-09T08:53:20Z");
}

TEST_F(CompanyDecisions, WhatCannotBeIsTold) {
  EXPECT_EQ(decide(DecisionKind::merge, "Nobody", "Auerbach").error().what,
            "no company, or more than one, is called 'Nobody'");
  EXPECT_EQ(decide(DecisionKind::merge, "Auerbach", "auerbach AG").error().what,
            "'Auerbach' and 'auerbach AG' are one company already");
  EXPECT_EQ(decide(DecisionKind::split, "Auerbach", "Pike").error().what, "Auerbach was never called 'Pike'");
  EXPECT_EQ(decide(DecisionKind::split, "Auerbach", "Auerbach AG").error().what,
            "'Auerbach AG' is the name of Auerbach itself");
  EXPECT_EQ(undo(7).error().what, "there is no decision d7 to undo");
}

}  // namespace
}  // namespace gegenprobe::store
