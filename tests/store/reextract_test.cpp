#include "store/reextract.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "articles.h"
#include "store/connection.h"
#include "store/cross_check.h"
#include "store/review.h"

namespace gegenprobe::store {
namespace {

const Versions kNewer{"0.1.0", "rnewer"};

/// An article that was read wrongly, beside one that was read rightly.
class Reextract : public testing::Test {
 protected:
  Reextract() {
    test::add(database,
              test::article("https://a.example/1", "@2025-02-27 Küstenbote",
                            "Der Umsatz der Müllerwerke AG stieg 2024 auf 5,5 Milliarden Euro.",
                            {{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mrd EUR | 2024"}}));
    const auto added =
        test::add(database, reading({{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mio EUR | 2024"},
                                     {"300 Stellen", "Müllerwerke AG | job_cuts | 300 job"}}));
    revision = added.revision;
    claim = added.claims.at(0);
  }
  static test::Article reading(const test::WordedFigures& claims) {
    return test::article("https://b.example/2", "@2025-02-28 Morgen",
                         "Müllerwerke AG: Umsatz 2024 bei 5,5 Milliarden Euro. Es fallen 300 Stellen weg.",
                         claims);
  }
  Reextraction again(const test::WordedFigures& claims, bool dry = false) {
    const auto article = reading(claims);
    const auto document = stored_document(database, revision);
    EXPECT_EQ((*document)->text, article.document.text);
    return *reextract(database, revision, **document, article.extraction, kNewer, test::kNow, dry);
  }
  std::string told(const Reextraction& result) {
    std::string words = fmt::format("{} same", result.same);
    for (const auto& change : result.changes) {
      words += fmt::format(", {} {}",
                           !change.before  ? "came"
                           : !change.after ? "went"
                                           : "changed",
                           change.surface);
      for (const auto& field : change.fields) words += " " + field;
    }
    return words;
  }
  std::int64_t number(const std::string& sql) { return database.connection().number(sql); }
  std::size_t outdated(Outdated which) { return outdated_revisions(database, kNewer, which)->size(); }

  const test::WordedFigures right{{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mrd EUR | 2024"},
                                  {"300 Stellen", "Müllerwerke AG | job_cuts | 300 job"}};
  const test::WordedFigures wrong{{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mio EUR | 2024"},
                                  {"300 Stellen", "Müllerwerke AG | job_cuts | 300 job"}};
  test::TemporaryFolder folder;
  Database database = test::open(folder.file("a.db"));
  std::int64_t revision = 0, claim = 0;
};

TEST_F(Reextract, TellsWhatChangedAndComparesIt) {
  EXPECT_EQ(conflicts(database, {})->size(), 1u);
  EXPECT_EQ(told(again(right)), "1 same, changed 5,5 Milliarden Euro value");
  EXPECT_EQ(conflicts(database, {})->size(), 0u);
}

TEST_F(Reextract, TellsWhatCameAndWent) {
  EXPECT_EQ(told(again({right[0]})), "0 same, changed 5,5 Milliarden Euro value, went 300 Stellen");
  EXPECT_EQ(told(again(right)), "1 same, came 300 Stellen");
}

TEST_F(Reextract, BothRunsStay) {
  again(right);
  EXPECT_EQ(number("SELECT count(*) FROM claim"), 5);
  EXPECT_EQ(number("SELECT count(*) FROM v_claim"), 3);
  EXPECT_EQ(number("SELECT count(*) FROM v_claim WHERE rules_version = 'rnewer'"), 2);
  EXPECT_EQ(
      number("SELECT count(*) FROM claim JOIN extraction ON extraction.id = extraction_id WHERE NOT live AND "
             "rules_version = 'rtest'"),
      2);
  EXPECT_EQ(number("SELECT count(*) FROM sentence"), 3) << "which the runs share";
}

TEST_F(Reextract, DryWritesNothing) {
  const auto changes = database.connection().database.getTotalChanges();
  EXPECT_EQ(told(again(right, true)), "1 same, changed 5,5 Milliarden Euro value");
  EXPECT_EQ(database.connection().database.getTotalChanges(), changes);
}

TEST_F(Reextract, TheSameIsOnlyNoted) {
  EXPECT_EQ(outdated(Outdated::by_rules), 2u);
  EXPECT_TRUE(again(wrong).as_before());
  EXPECT_EQ(number("SELECT count(*) FROM claim"), 3);
  EXPECT_EQ(outdated(Outdated::by_rules), 1u) << "and not read a third time";
  EXPECT_EQ(outdated(Outdated::all), 2u);
}

TEST_F(Reextract, WhatWasReadAgainIsDone) {
  again(right);
  EXPECT_EQ(outdated(Outdated::by_rules), 1u);
}

TEST_F(Reextract, ReviewsStay) {
  ASSERT_TRUE(review(database, claim, {.judgement = Judgement::reject, .reviewer = "Anna"}, test::kNow));
  const auto result = again(wrong);
  EXPECT_TRUE(result.as_before()) << "what was rejected is still read";
  EXPECT_EQ(told(again(right)), "1 same, changed 5,5 Milliarden Euro value");
  EXPECT_EQ(find_claims(database, {.judgement = Judgement::reject})->size(), 1u);
  EXPECT_EQ(number("SELECT count(*) FROM v_claim"), 2);
}

TEST_F(Reextract, CorrectionsAreNoChangeOfTheRules) {
  extract::Amount amount;
  amount.min = amount.max = extract::Decimal{55, 8};
  ASSERT_TRUE(review(database, claim,
                     {.judgement = Judgement::correct, .correction = {.value = amount}, .reviewer = "Anna"},
                     test::kNow));
  EXPECT_TRUE(again(wrong).as_before());
}

TEST_F(Reextract, AReviewWhoseClaimIsGoneIsTold) {
  ASSERT_TRUE(review(database, claim, {.reviewer = "Anna"}, test::kNow));
  EXPECT_EQ(again({right[1]}).orphaned, 1u);
  EXPECT_FALSE(find_reviews(database, {})->at(0).claim);
}

TEST_F(Reextract, AnOlderTextIsLeftAlone) {
  test::add(database, test::article("https://b.example/2", "@2025-02-28 Morgen", "Ganz neu.", {}));
  EXPECT_FALSE(*stored_document(database, revision));
}

}  // namespace
}  // namespace gegenprobe::store
