#include "store/review.h"

#include <gtest/gtest.h>

#include "articles.h"
#include "store/changes.h"
#include "store/connection.h"
#include "store/cross_check.h"

namespace gegenprobe::store {
namespace {

using extract::Decimal;

extract::Amount exactly(Decimal figure) {
  extract::Amount amount;
  amount.min = amount.max = figure;
  return amount;
}

/// Two papers on one figure, of which the second slipped by a thousand.
class Review : public testing::Test {
 protected:
  Review() {
    test::add(database, right);
    slipped = test::add(database, slip).claims.at(0);
  }
  std::string at_odds() {
    std::string words;
    const auto found = conflicts(database, {});
    for (const auto& each : *found)
      words.append(words.empty() ? "" : ", ").append(word(each.comparison.verdict));
    return words;
  }
  std::string judged(std::int64_t claim) {
    const auto found = find_claim(database, claim);
    const auto& review = (*found)->review;
    return review ? std::string(past(review->judgement)) + " by " + review->reviewer : "not judged";
  }
  Result<StoredClaim> judge(Judgement judgement, Correction correction = {}, std::string by = "Anna") {
    return review(
        database, slipped,
        {.judgement = judgement, .correction = std::move(correction), .note = "seen", .reviewer = by},
        test::kNow);
  }
  test::Article slip_in(const std::string& text) {
    return test::article("https://b.example/2", "@2025-02-28 Harbour Wire", text,
                         {{"5,5 Billionen Euro", "Müllerwerke AG | revenue | 5500 Mrd EUR | 2024"}});
  }
  std::int64_t newest() { return find_claims(database, {.outlet = "Harbour Wire"})->at(0).id; }

  test::TemporaryFolder folder;
  Database database = test::open(folder.file("a.db"));
  test::Article right =
      test::article("https://a.example/1", "@2025-02-27 Küstenbote",
                    "Der Umsatz der Müllerwerke AG stieg 2024 auf 5,5 Milliarden Euro.",
                    {{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mrd EUR | 2024"}});
  test::Article slip = slip_in("Die Müllerwerke AG setzte 2024 rund 5,5 Billionen Euro um.");
  std::int64_t slipped = 0;
};

TEST_F(Review, IsAChangeAndTakenBackIsOne) {
  const auto before = store::newest(database);
  ASSERT_TRUE(judge(Judgement::accept));
  const auto judged = changes_since(database, *before, 1);
  EXPECT_TRUE(judged->reviewed);
  EXPECT_FALSE(changes_since(database, judged->now, 1)->reviewed);
  ASSERT_TRUE(undo_review(database, slipped));
  EXPECT_TRUE(changes_since(database, judged->now, 1)->reviewed);
}

TEST_F(Review, AcceptedIsSaidAndChangesNothing) {
  EXPECT_EQ(at_odds(), "scale_suspect");
  ASSERT_TRUE(judge(Judgement::accept));
  EXPECT_EQ(judged(slipped), "accepted by Anna");
  EXPECT_EQ(at_odds(), "scale_suspect");
}

TEST_F(Review, CorrectedIsComparedAsCorrected) {
  const auto claim = judge(Judgement::correct, {.value = exactly({55, 8})});
  EXPECT_EQ(claim->claim.value.min->text(), "5500000000");
  EXPECT_EQ(at_odds(), "");
  EXPECT_EQ((*find_reading(database, slipped))->value.min->text(), "5500000000000")
      << "what was read stays known";
}

TEST_F(Review, RejectedIsInNoListAndNoComparison) {
  ASSERT_TRUE(judge(Judgement::reject));
  EXPECT_EQ(at_odds(), "");
  EXPECT_EQ(find_claims(database, {})->size(), 1u);
  EXPECT_EQ(find_claims(database, {.judgement = Judgement::reject})->size(), 1u) << "but where asked for";
}

TEST_F(Review, UndoneIsAsBefore) {
  for (const auto judgement : {Judgement::correct, Judgement::reject}) {
    ASSERT_TRUE(judge(judgement, judgement == Judgement::correct ? Correction{.unit = "USD"} : Correction{}));
    EXPECT_EQ(at_odds(), "");
    ASSERT_TRUE(undo_review(database, slipped));
    EXPECT_EQ(at_odds(), "scale_suspect");
    EXPECT_EQ(judged(slipped), "not judged");
    EXPECT_EQ((*find_claim(database, slipped))->claim.value.unit, "EUR");
  }
}

TEST_F(Review, UndoBringsTheOneBeforeBack) {
  ASSERT_TRUE(judge(Judgement::reject));
  ASSERT_TRUE(judge(Judgement::accept, {}, "Bert"));
  EXPECT_EQ(judged(slipped), "accepted by Bert");
  EXPECT_EQ(at_odds(), "scale_suspect");
  ASSERT_TRUE(undo_review(database, slipped));
  EXPECT_EQ(judged(slipped), "rejected by Anna");
  EXPECT_EQ(at_odds(), "");
}

TEST_F(Review, EveryPartCanBeCorrected) {
  const extract::Period period{day_of(2023, 1, 1), day_of(2024, 1, 1), extract::Granularity::year, false, ""};
  const auto claim = judge(Judgement::correct, {.subject = "Neue Werke",
                                                .metric = extract::Metric::profit,
                                                .value = exactly({3, 6}),
                                                .unit = "CHF",
                                                .role = extract::Role::increase,
                                                .modality = extract::Modality::expected,
                                                .period = period});
  EXPECT_EQ(claim->claim.subject, "Neue Werke");
  EXPECT_EQ(word(claim->claim.metric), "profit");
  EXPECT_EQ(claim->claim.value.unit, "CHF");
  EXPECT_EQ(word(claim->claim.role), "increase");
  EXPECT_EQ(word(claim->claim.modality), "expected");
  EXPECT_EQ(iso(*claim->claim.period->from), "2023-01-01");
  EXPECT_EQ(claim->review->fields, "subject metric value unit role modality period");
  ASSERT_TRUE(undo_review(database, slipped));
  const auto back = **find_claim(database, slipped);
  EXPECT_EQ(back.claim.subject + " " + std::string(word(back.claim.metric)), "Müllerwerke AG revenue");
}

TEST_F(Review, CorrectionGoesOnWithTheOneBefore) {
  const extract::Period period{day_of(2023, 1, 1), day_of(2024, 1, 1), extract::Granularity::year, false, ""};
  ASSERT_TRUE(judge(Judgement::correct, {.period = period}));
  const auto both = judge(Judgement::correct, {.value = exactly({55, 8})});
  EXPECT_EQ(iso(*both->claim.period->from), "2023-01-01");
  EXPECT_EQ(both->claim.value.max->text(), "5500000000");
  EXPECT_EQ(both->review->fields, "value period");
  const auto again = judge(Judgement::correct, {.value = exactly({54, 8})});
  EXPECT_EQ(again->claim.value.max->text(), "5400000000");
  EXPECT_EQ(iso(*again->claim.period->from), "2023-01-01");
  ASSERT_TRUE(judge(Judgement::accept));
  const auto anew = judge(Judgement::correct, {.unit = "CHF"});
  EXPECT_EQ(anew->review->fields, "unit");
}

TEST_F(Review, StaysWithTheWordsWhenTheTextChangesAroundThem) {
  ASSERT_TRUE(judge(Judgement::reject));
  test::add(database,
            slip_in("Nachtrag: Mehr in Kürze. Die Müllerwerke AG setzte 2024 rund 5,5 Billionen Euro um."));
  EXPECT_EQ(at_odds(), "");
  EXPECT_EQ(find_claims(database, {.judgement = Judgement::reject})->size(), 1u);
}

TEST_F(Review, CorrectionStaysWithTheWords) {
  ASSERT_TRUE(judge(Judgement::correct, {.value = exactly({55, 8})}));
  test::add(database, slip_in("Nachtrag. Die Müllerwerke AG setzte 2024 rund 5,5 Billionen Euro um."));
  EXPECT_EQ(judged(newest()), "corrected by Anna");
  EXPECT_EQ(at_odds(), "");
  ASSERT_TRUE(undo_review(database, newest()));
  EXPECT_EQ(at_odds(), "scale_suspect") << "undone on the new claim, and on the old";
}

TEST_F(Review, OtherWordsAreNotJudged) {
  ASSERT_TRUE(judge(Judgement::reject));
  test::add(database, slip_in("Die Müllerwerke AG hat 2024 genau 5,5 Billionen Euro umgesetzt."));
  EXPECT_EQ(judged(newest()), "not judged");
  EXPECT_FALSE(find_reviews(database, {})->at(0).claim) << "and the judgement is listed without a claim";
}

TEST_F(Review, ChangedFigureIsStillToldAfterAReview) {
  auto changed = test::article("https://a.example/1", "@2025-02-27 Küstenbote",
                               "Der Umsatz der Müllerwerke AG stieg 2024 auf 5,9 Milliarden Euro.",
                               {{"5,9 Milliarden Euro", "Müllerwerke AG | revenue | 5,9 Mrd EUR | 2024"}});
  const auto claim = test::add(database, changed).claims.at(0);
  const auto superseded = [&] { return conflicts(database, {.verdicts = {Verdict::superseded}})->size(); };
  ASSERT_EQ(superseded(), 1u);
  ASSERT_TRUE(review(database, claim, {.judgement = Judgement::reject, .reviewer = "Anna"}, test::kNow));
  EXPECT_EQ(superseded(), 0u);
  ASSERT_TRUE(undo_review(database, claim));
  EXPECT_EQ(superseded(), 1u);
}

TEST_F(Review, WhatCannotBeIsTold) {
  EXPECT_EQ(review(database, 999, {.reviewer = "Anna"}, test::kNow).error().what,
            "there is no claim c999 in the database");
  EXPECT_EQ(judge(Judgement::correct).error().what, "nothing is corrected");
  EXPECT_EQ(judge(Judgement::accept, {.unit = "USD"}).error().what, "only 'correct' takes what it should be");
  EXPECT_EQ(judge(Judgement::accept, {}, "").error().what, "a review needs the name of who makes it");
  EXPECT_EQ(undo_review(database, slipped).error().what, "there is no review of c2 to undo");
}

TEST_F(Review, GoldHoldsWhatWasJudged) {
  ASSERT_TRUE(judge(Judgement::correct, {.value = exactly({55, 8})}));
  ASSERT_EQ(reviewed_articles(database)->size(), 1u);
  const auto gold = **gold_article(database, reviewed_articles(database)->at(0));
  EXPECT_EQ(gold.article.claims.size(), 1u);
  EXPECT_EQ(gold.article.claims[0].claim.value.min->text(), "5500000000");
  EXPECT_FALSE(gold.partial);
}

TEST_F(Review, GoldSaysWhatTheArticleDoesNotSay) {
  ASSERT_TRUE(judge(Judgement::reject));
  const auto gold = **gold_article(database, reviewed_articles(database)->at(0));
  EXPECT_TRUE(gold.article.claims.empty());
  EXPECT_EQ(gold.rejected.size(), 1u);
}

}  // namespace
}  // namespace gegenprobe::store
