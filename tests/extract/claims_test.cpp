// The whole stage over the sentences of claims/*/*.txt, and how sure it is of what it finds.
#include "extract/claims/claims.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "ingest/normalise.h"
#include "tests/extract/claim_cases.h"
#include "tests/extract/claim_lines.h"

namespace gegenprobe::extract {
namespace {

using test::ClaimCase;
using test::claims_told;

class FindClaims : public testing::TestWithParam<ClaimCase> {};
TEST_P(FindClaims, Case) {
  const ClaimCase& given = GetParam();
  EXPECT_EQ(claims_told(given.text.c_str(), given.published.c_str()), given.claims)
      << given.file << ": " << given.text;
}
INSTANTIATE_TEST_SUITE_P(, FindClaims, testing::ValuesIn(test::read_claim_cases(GEGENPROBE_CLAIM_CASES)),
                         [](const auto& i) { return i.param.name; });

std::vector<Claim> claims_of(const char* text) {
  ingest::Document document;
  document.text = text;
  document.normalised = ingest::normalise(document.text);
  return extract(document, **builtin_rules()).claims;
}

TEST(ClaimConfidence, TrustsAUnitAloneMoreWhereTheTextToldOfTheFirm) {
  const auto bare = claims_of("Siemens baut um. Tausend Beschäftigte wechseln den Standort.");
  const auto told =
      claims_of("Siemens steigerte den Umsatz um 5 Prozent. Tausend Beschäftigte wechseln den Standort.");
  ASSERT_EQ(bare.size(), 1u);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_LT(bare[0].confidence, 0.5f);
  EXPECT_GT(told[1].confidence, 0.7f);
}

TEST(ClaimConfidence, TrustsAGuessedFirmMoreWhereTheTextToldOfItsBusiness) {
  const auto bare = claims_of("Siemens baut um. Die Kosten liegen bei 5 Millionen Euro.");
  const auto told =
      claims_of("Siemens steigerte den Umsatz um 5 Prozent. Die Kosten liegen bei 5 Millionen Euro.");
  ASSERT_EQ(bare.size(), 1u);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_LT(bare[0].confidence + 0.1f, told[1].confidence);
}

TEST(ClaimConfidence, TrustsAFirmLessThatTheHeadDoesNotName) {
  const std::string head = "Siemens eröffnet sein Werk. ", fest = "Das Fest war schön. Viele kamen. ",
                    claim = "Der Umsatz von Siemens stieg auf 5 Milliarden Euro.";
  const auto in_head = claims_of((head + fest + fest + claim).c_str());
  const auto in_body = claims_of((fest + fest + head + claim).c_str());
  ASSERT_EQ(in_head.size(), 1u);
  ASSERT_EQ(in_body.size(), 1u);
  EXPECT_GT(in_head[0].confidence, in_body[0].confidence + 0.05f);
}

TEST(ClaimFlags, EarlierTimeWhereNoDayTellsWhich) {
  const auto last_is_earlier = [](const char* text) {
    const auto found = claims_of(text);
    return found.size() == 2 && !(found[0].flags & kEarlierTime) && (found[1].flags & kEarlierTime);
  };
  EXPECT_TRUE(
      last_is_earlier("Der Umsatz von Siemens stieg auf 5 Milliarden Euro nach 4 Milliarden im Vorjahr."));
  EXPECT_TRUE(last_is_earlier("Der Umsatz von Siemens stieg auf 5 Milliarden Euro nach 4 Milliarden."));
  EXPECT_TRUE(last_is_earlier("Der Umsatz von Siemens stieg auf 5 Milliarden Euro (Vorjahr: 4 Milliarden)."));
  EXPECT_TRUE(
      last_is_earlier("Siemens setzte 5 Milliarden Euro um. Im Vorjahr waren es 4 Milliarden gewesen."));
  EXPECT_FALSE(last_is_earlier("Der Umsatz von Siemens stieg 2023 auf 5 Milliarden Euro nach 4 Milliarden."));
  const auto change = claims_of("Der Gewinn von Siemens fiel von 4 auf 3 Milliarden Euro.");
  ASSERT_EQ(change.size(), 2u);
  EXPECT_TRUE(change[0].flags & kEarlierTime);
  EXPECT_FALSE(change[1].flags & kEarlierTime);
  const auto compared = claims_of("Siemens machte 5 Milliarden Euro Umsatz, 3 Prozent mehr als im Vorjahr.");
  ASSERT_EQ(compared.size(), 2u);
  EXPECT_FALSE((compared[0].flags | compared[1].flags) & kEarlierTime);
}

TEST(ClaimFlags, PlanThatNoLongerHolds) {
  const auto former = [](const char* text) {
    std::string out;
    for (const auto& claim : claims_of(text))
      out += claim.modality != Modality::expected ? '?' : claim.flags & kFormerPlan ? 'f' : 'n';
    return out;
  };
  EXPECT_EQ(former("Siemens rechnet nun mit einem Gewinn von 300 statt 350 Millionen Euro."), "nf");
  EXPECT_EQ(
      former("Siemens erwartet statt der bisher angepeilten 5 Milliarden nur 4 Milliarden Euro Umsatz."),
      "fn");
  EXPECT_EQ(former("Siemens senkt die Umsatzprognose von 5 auf 4 Milliarden Euro."), "fn");
  EXPECT_EQ(former("Siemens erwartet einen Umsatz von 4 Milliarden Euro, bisher waren 5 Milliarden geplant."),
            "nf");
  EXPECT_EQ(
      former("Siemens rechnet mit 17 Milliarden Euro Gewinn statt der bisher erwarteten 16 Milliarden."),
      "nf");
  EXPECT_EQ(former("Statt bisher 300 will Siemens 500 Stellen streichen."), "n");
  EXPECT_EQ(former("Siemens will wie bisher 5 Milliarden Euro investieren."), "n");
  EXPECT_EQ(former("Siemens will den bisher größten Auftrag über 5 Milliarden Euro gewinnen."), "n");
  EXPECT_EQ(former("Siemens had previously forecast revenue of $5bn."), "f");
  EXPECT_EQ(former("Siemens lifted its sales guidance to $9bn, up from $8bn in its previous forecast."),
            "nf");
  EXPECT_EQ(former("Siemens now expects sales of $8bn to $9bn, from a prior range of $6bn to $7bn."), "nf");
  EXPECT_EQ(former("Siemens earned $2bn, beating forecasts for $1.5bn."), "?n");
}

TEST(ClaimFlags, CurrencyThatSeveralCountriesHave) {
  const auto assumed = [](const char* text) {
    const auto found = claims_of(text);
    return found.size() == 1 && (found[0].flags & kCurrencyAssumed);
  };
  EXPECT_TRUE(assumed("Siemens setzte 3 Milliarden Rupien um."));
  EXPECT_TRUE(assumed("Siemens setzte 3 Milliarden Pfund um."));
  EXPECT_FALSE(assumed("Siemens setzte 3 Milliarden indische Rupien um."));
  EXPECT_FALSE(assumed("Siemens setzte 3 Milliarden Franken um."));
}

TEST(ClaimFlags, ThreeDigitsBehindAPointMayBeAGroup) {
  const auto found = claims_of(
      "Siemens said the fee is €1.500. Siemens said profit was €1.500 million, or €0.125 a share. "
      "Siemens said the dividend is €1.125. Siemens said the fee is $1.500.");
  ASSERT_EQ(found.size(), 5u);
  EXPECT_TRUE(found[0].flags & kScaleSuspect);
  EXPECT_FALSE(found[1].flags & kScaleSuspect);
  EXPECT_FALSE(found[2].flags & kScaleSuspect);
  EXPECT_FALSE(found[3].flags & kScaleSuspect);
  EXPECT_FALSE(found[4].flags & kScaleSuspect);
}

TEST(ClaimFlags, ForecastThatIsCalledAnOldOne) {
  const auto found = claims_of(
      "Siemens now expects a profit of $12 billion, compared with its previous forecast of $10 billion.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].flags & kFormerPlan);
  EXPECT_TRUE(found[1].flags & kFormerPlan);
}

TEST(ClaimFlags, RangeThatAForecastWasCutFrom) {
  const auto found =
      claims_of("Pfizer cut its revenue forecast to between $58bn and $61bn from between $67bn and $70bn.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].flags & kFormerPlan);
  EXPECT_TRUE(found[1].flags & kFormerPlan);
}

TEST(ClaimFlags, NounBehindABaseIsOfAnEarlierTime) {
  for (const auto* text :
       {"Siemens swung to a profit of 465 million euros from a loss of 1.5 billion euros.",
        "Siemens machte 465 Millionen Euro Gewinn nach einem Verlust von 1,5 Milliarden Euro."}) {
    const auto found = claims_of(text);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_FALSE(found[0].flags & kEarlierTime);
    EXPECT_TRUE(found[1].flags & kEarlierTime);
  }
}

TEST(ClaimFlags, NobodyIsMeantByThereIs) {
  const auto found = claims_of("Lidl ist bekannt. Es gibt einen Überschuss von 1,2 Milliarden Euro.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].flags & (kSubjectAssumed | kSubjectResolved), kSubjectAssumed);
}

TEST(ClaimConfidence, TrustsAGuessLessTheLongerAgoTheFirmWasNamed) {
  const std::string head = "Siemens baut um. Siemens zieht um. ",
                    claim = "Der Umsatz liegt bei 5 Milliarden Euro.";
  const auto near = claims_of((head + claim).c_str());
  const auto far =
      claims_of((head + "Das dauert lange. Viele helfen. Es regnet. Das stört kaum. " + claim).c_str());
  ASSERT_EQ(near.size(), 1u);
  ASSERT_EQ(far.size(), 1u);
  EXPECT_GT(near[0].confidence, far[0].confidence);
}

}  // namespace
}  // namespace gegenprobe::extract
