#include "store/cross_check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "articles.h"
#include "ingest/ingest.h"
#include "store/connection.h"
#include "store/extraction_rows.h"

namespace gegenprobe::store {
namespace {

class CrossCheck : public testing::Test {
 protected:
  void add(const std::string& url, const std::string& source, const std::string& claim) {
    test::add(database, test::article(url, source, "Die Firma nennt eine Zahl: 4711 (" + url + ").",
                                      {{"4711", claim}}));
  }
  std::vector<CheckedClaim> check_line(const std::string& claim,
                                       const std::string& source = "@2025-03-01 Der Morgen") {
    const auto article = test::article("", source, "Geprüft wird 4711.", {{"4711", claim}});
    return *check(database, article.document, article.extraction);
  }
  std::string verdict_of(const std::string& claim) {
    return std::string(word(check_line(claim).front().verdict));
  }
  std::string conflict_verdicts(const ConflictFilter& filter = {}) {
    std::string verdicts;
    const auto found = conflicts(database, filter);
    for (const auto& conflict : *found)
      verdicts.append(verdicts.empty() ? "" : " ").append(word(conflict.comparison.verdict));
    return verdicts;
  }

  test::TemporaryFolder folder;
  Database database = test::open(folder.file("a.db"));
};

TEST_F(CrossCheck, OneArticleAgrees) {
  add("1", "@2025-02-27 A", "Auer AG | revenue | 5,5 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 5.52 bn EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::agrees);
  ASSERT_EQ(checked.evidence.size(), 1u);
  EXPECT_EQ(checked.evidence[0].claim.outlet, "A");
  EXPECT_EQ(checked.reason, "5.52 billion EUR and 5.5 billion EUR agree as printed");
}

TEST_F(CrossCheck, UndatedFigureThatIsToldOfAnotherYearIsNoSupport) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR");
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Mrd EUR | 2024"), "agrees") << "nobody says otherwise";
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR | 2023");
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::not_comparable);
  EXPECT_EQ(checked.near_misses.size(), 2u);
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Mrd EUR | 2023"), "agrees");
  add("3", "@2025-02-27 C", "Auer | revenue | 5,5 Mrd EUR | 2024");
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Mrd EUR | 2024"), "agrees") << "of two years";
}

TEST_F(CrossCheck, NearestIsWhatIsNearestInSize) {
  add("1", "@2025-02-27 A", "Auer | revenue | 65 Billionen EUR | 2023");
  add("2", "@2025-02-27 B", "Auer | revenue | 65 Mrd EUR | 2023 | of the text's company");
  const auto checked = check_line("Auer | revenue | 80 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::not_comparable);
  ASSERT_EQ(checked.near_misses.size(), 2u);
  EXPECT_EQ(checked.near_misses.front().claim.outlet, "B");
}

TEST_F(CrossCheck, OneAgreesOneContradicts) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 7,1 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::contradicts);
  EXPECT_EQ(checked.evidence.size(), 2u) << "both are shown";
}

TEST_F(CrossCheck, SlipOfScaleComesFirst) {
  add("1", "@2025-02-27 A", "Ora | loss | 5 bn USD | 2024");
  add("2", "@2025-02-27 B", "Ora | loss | 7 bn USD | 2024");
  EXPECT_EQ(verdict_of("Ora | loss | 5 Billionen USD | 2024"), "scale_suspect");
}

TEST_F(CrossCheck, SharedPartsCountBeforeTrust) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 7,1 Mrd EUR | 2024 | of the text's company");
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Mrd EUR | 2024"), "agrees");
}

TEST_F(CrossCheck, SlipWithoutPeriodAgainstOneIsASplit) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Billionen EUR");
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::scale_suspect);
  EXPECT_TRUE(checked.sides.are_split());
}

struct AssumedRow {
  const char *name, *stored, *checked, *verdict, *reason;
};
class AssumedFirm : public CrossCheck, public testing::WithParamInterface<AssumedRow> {};
TEST_P(AssumedFirm, Row) {
  const auto& row = GetParam();
  add("1", "@2025-02-27 A", row.stored);
  const auto checked = check_line(row.checked).front();
  EXPECT_EQ(word(checked.verdict), row.verdict);
  EXPECT_EQ(checked.reason, row.reason);
}
INSTANTIATE_TEST_SUITE_P(
    , AssumedFirm,
    testing::Values(
        AssumedRow{"StoredContradicts", "Auer | revenue | 7,1 Mrd EUR | 2024 | of the text's company",
                   "Auer | revenue | 5,5 Mrd EUR | 2024", "contradicts",
                   "5.5 billion EUR against 7.1 billion EUR: ratio 1.29; its sentence does not name Auer"},
        AssumedRow{"StoredAgrees", "Auer | revenue | 5,5 Mrd EUR | 2024 | of the text's company",
                   "Auer | revenue | 5,5 Mrd EUR | 2024", "agrees",
                   "5.5 billion EUR and 5.5 billion EUR agree as printed; its sentence does not name Auer"},
        AssumedRow{
            "CheckedContradicts", "Auer | revenue | 7,1 Mrd EUR | 2024",
            "Auer | revenue | 5,5 Mrd EUR | 2024 | of the text's company", "contradicts",
            "5.5 billion EUR against 7.1 billion EUR: ratio 1.29; the checked sentence does not name Auer"},
        AssumedRow{
            "OneOfManyProducts", "Auer | sales_volume | 7100 vehicle | 2024 | of the text's company",
            "Auer | sales_volume | 5500 vehicle | 2024", "not_comparable",
            "nothing comparable is known; nearest: 5,500 vehicles against 7,100 vehicles; one of the two "
            "sentences does not name the company or what it is about"},
        AssumedRow{
            "NeitherNamedNorDated", "Auer | headcount | 710 job | of the text's company",
            "Auer | headcount | 550 job | of the text's company", "not_comparable",
            "nothing comparable is known; nearest: 550 jobs against 710 jobs; one of the two sentences "
            "does not name the company or what it is about"}),
    [](const auto& i) { return i.param.name; });

TEST_F(CrossCheck, CorrectedArticleIsNoSupport) {
  add("1", "@2025-02-27 A", "Auer | job_cuts | 530 job | 2030");
  add("2", "@2025-02-28 A", "Auer | job_cuts | 350 job | 2030 | corrected");
  const auto checked = check_line("Auer | job_cuts/region:germany | 530 job").front();
  EXPECT_EQ(checked.verdict, Verdict::superseded);
  EXPECT_EQ(checked.reason, "530 jobs against 350 jobs: the outlet that gave 530 jobs (c1) has corrected it");
  ASSERT_EQ(checked.evidence.size(), 2u);
  EXPECT_EQ(checked.evidence[1].comparison.verdict, Verdict::superseded) << "what was wrong";
  EXPECT_EQ(verdict_of("Auer | job_cuts/region:germany | 350 job"), "agrees");
}

// Headlines as they are printed, and whether they say that the text corrects another.
TEST(Correction, IsToldByItsHeadline) {
  const auto corrects = [](const std::string& text) {
    const auto document = ingest::document_of(text, {});
    return is_correction(extract::extract(document, **extract::builtin_rules()));
  };
  EXPECT_TRUE(corrects("Correction: Auer sold fewer cars\n\nAuer AG sold 179 cars in 2024, not more."));
  EXPECT_TRUE(corrects("Korrektur: Auer verkaufte weniger\n\nDie Auer AG verkaufte 2024 nur 179 Autos."));
  EXPECT_FALSE(corrects("Auer: a correction of course\n\nAuer AG sold 179 cars in 2024."));
}

TEST_F(CrossCheck, CorrectionOfAnotherFigureLeavesThisOne) {
  add("1", "@2025-02-27 A", "Auer | sales_volume | 495 vehicle | 2024");
  add("2", "@2025-02-28 A", "Auer | sales_volume | 1790 vehicle | 2024 | corrected");
  const auto checked = check_line("Auer | sales_volume | 495 vehicle | 2024").front();
  const auto support =
      std::ranges::find_if(checked.evidence, [](const Evidence& each) { return each.claim.id == 1; });
  ASSERT_NE(support, checked.evidence.end());
  EXPECT_EQ(support->comparison.verdict, Verdict::agrees);
}

TEST_F(CrossCheck, WhatACorrectionRepeatsIsNoSupport) {
  add("1", "@2025-01-02 A", "Auer | sales_volume | 2200 vehicle | 2024");
  const std::string text = "Es waren nicht 22, sondern 17.";
  auto article = test::article("2", "@2025-01-03 A", text,
                               {{"22", "Auer | sales_volume | 2200 vehicle | 2024"},
                                {"17", "Auer | sales_volume | 1790 vehicle | 2024"}});
  article.extraction.corrects = true;
  test::add(database, article);
  const auto checked = check_line("Auer | sales_volume | 2200 vehicle | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::superseded);
  for (const auto& each : checked.evidence) EXPECT_NE(each.comparison.verdict, Verdict::agrees);
}

struct RemarkRow {
  const char *name, *stored, *checked, *remarks;
};
class RemarkOn : public CrossCheck, public testing::WithParamInterface<RemarkRow> {};
TEST_P(RemarkOn, Row) {
  const auto& row = GetParam();
  add("1", "@2025-02-27 A", row.stored);
  const auto checked = check_line(row.checked).front();
  std::string words;
  for (const auto& remark : checked.remarks)
    words += fmt::format("{}{}: {}", words.empty() ? "" : "\n", word(remark.kind), remark.reason);
  EXPECT_EQ(words, row.remarks);
}
INSTANTIATE_TEST_SUITE_P(
    , RemarkOn,
    testing::Values(
        RemarkRow{"DigitsSwapped", "Auer | headcount | 471900 job", "Auer | headcount | 417900 job",
                  "swapped_digits: two neighbouring digits stand the other way round in 471,900 jobs (A, "
                  "2025-02-27, c1)"},
        RemarkRow{"DigitsSwappedAgainstEvidence", "Auer | revenue | 75,9 Mrd EUR | 2024",
                  "Auer | revenue | 57,9 Mrd EUR | 2024",
                  "swapped_digits: two neighbouring digits stand the other way round in 75.9 billion EUR (A, "
                  "2025-02-27, c1)"},
        RemarkRow{"TenfoldDividend", "Auer | dividend | 3,40 EUR | 2023", "Auer | dividend | 34 EUR",
                  "power_of_ten: it is ten times 3.4 EUR of 2023 (A, 2025-02-27, c1): the same digits"},
        RemarkRow{"AnotherYearWithoutCurrency", "Auer | profit | 4,9 Mrd EUR | 2023",
                  "Auer | profit | 4,9 Mrd | 2022",
                  "other_time: the same figure is told of 2023 (A, 2025-02-27, c1)"},
        RemarkRow{"DigitsFarApartSwapped", "Auer | revenue | 75,9 Mrd EUR | 2024",
                  "Auer | revenue | 95,7 Mrd EUR | 2024", ""},
        RemarkRow{"TwoDigitsOfNoTime", "Auer | revenue | 75 Mrd EUR", "Auer | revenue | 57 Mrd EUR",
                  "swapped_digits: two neighbouring digits stand the other way round in 75 billion EUR (A, "
                  "2025-02-27, c1)"},
        RemarkRow{"TenfoldDebt", "Auer | debt | 10,5 Mrd EUR", "Auer | debt | 105 Mrd EUR",
                  "power_of_ten: it is ten times 10.5 billion EUR (A, 2025-02-27, c1): the same digits"},
        RemarkRow{"TenfoldFall", "Auer | profit | 16 % | decrease", "Auer | profit | 1,6 % | decrease",
                  "power_of_ten: 16 % is ten times it (A, 2025-02-27, c1): the same digits"},
        RemarkRow{"TenfoldFallOfOneDigit", "Auer | profit | 3 % | decrease",
                  "Auer | profit | 30 % | decrease",
                  "other_size: another figure of that time is told, 3 % (A, 2025-02-27, c1)"},
        RemarkRow{"OtherCompany", "Auer | revenue | 383,3 Mrd USD | 2023",
                  "Belle | revenue | 383,3 Mrd USD | 2023",
                  "other_firm: the same figure is told of another company, Auer (A, 2025-02-27, c1)"},
        RemarkRow{"OtherCompanyInOtherYear", "Auer | revenue | 383,3 Mrd USD | 2023",
                  "Belle | revenue | 383,3 Mrd USD | 2022", ""},
        RemarkRow{"OtherCompanyIsTheOtherSide", "Auer > Belle | acquisition_price | 3,25 Mrd USD",
                  "Belle | acquisition_price | 3,25 Mrd USD", ""},
        RemarkRow{"AnotherYear", "Auer | revenue | 75,9 Mrd EUR | 2024",
                  "Auer | revenue | 75,9 Mrd EUR | 2023",
                  "other_time: the same figure is told of 2024 (A, 2025-02-27, c1)"},
        RemarkRow{"QuarterIsNoOtherYear", "Auer | revenue | 75,9 Mrd EUR | 2024-Q1",
                  "Auer | revenue | 75,9 Mrd EUR | 2023", ""},
        RemarkRow{"AnotherCurrency", "Auer | revenue | 75,9 Mrd EUR | 2024",
                  "Auer | revenue | 75,9 Mrd USD | 2024",
                  "other_currency: the same figure is told in another currency, 75.9 billion EUR (A, "
                  "2025-02-27, c1)"},
        RemarkRow{"PointsForPercent", "Auer | stake | 28 %", "Auer | stake | 28 pp",
                  "other_unit: the same figure is told in per cent, 28 % (A, 2025-02-27, c1)"},
        RemarkRow{"PercentForPoints", "Auer | market_share | 3 pp | increase | 2024",
                  "Auer | market_share | 3 % | increase | 2024",
                  "other_unit: the same figure is told in percentage points, 3 percentage points (A, "
                  "2025-02-27, c1)"},
        RemarkRow{"PointsOfAnotherTime", "Auer | revenue | 5 % | increase | 2024",
                  "Auer | revenue | 5 pp | increase | 2023", ""},
        RemarkRow{"FarApartInOneTime", "Auer | operating_profit | 468 Mio EUR | 2024-Q4",
                  "Auer | operating_profit | 3,1 Mrd EUR | 2024-Q4",
                  "other_size: another figure of that time is told, 468 million EUR (A, 2025-02-27, c1)"},
        RemarkRow{"ForecastsFarApart", "Auer | operating_profit | 8 Mrd EUR | 2025 | expected",
                  "Auer | operating_profit | 1,4 Mrd EUR | 2025 | expected",
                  "other_size: another figure of that time is told, 8 billion EUR (A, 2025-02-27, c1)"},
        RemarkRow{"FarFromAForecast", "Auer | operating_profit | 8 Mrd EUR | 2025 | expected",
                  "Auer | operating_profit | 1,4 Mrd EUR | 2025", ""},
        RemarkRow{"FarApartInTwoTimes", "Auer | operating_profit | 468 Mio EUR | 2024-Q4",
                  "Auer | operating_profit | 3,1 Mrd EUR | 2023-Q4", ""},
        RemarkRow{"ChangesInOneNews", "Auer | profit | 16 % | decrease", "Auer | profit | 36 % | decrease",
                  "other_size: another figure of that time is told, 16 % (A, 2025-02-27, c1)"},
        RemarkRow{"MovesOfAShareInOneNews", "Auer | share_price | 1,4 % | increase",
                  "Auer | share_price | 0,5 % | increase", ""},
        RemarkRow{"Confirmed", "Auer | revenue | 75,9 Mrd EUR | 2024", "Auer | revenue | 75,9 Mrd EUR | 2024",
                  ""}),
    [](const auto& i) { return i.param.name; });

// Of the figures of thirty companies, one has the same two digits by chance.
TEST_F(CrossCheck, FigureOfOtherCompanyByChance) {
  for (int n = 10; n < 70; ++n)
    add(std::to_string(n), "@2025-02-27 A", fmt::format("Auer{} | fine | {} Mio EUR", n, n));
  EXPECT_TRUE(check_line("Belle | fine | 35 Mio EUR").front().remarks.empty());
  EXPECT_EQ(check_line("Belle | fine | 35 Mio EUR").front().near_misses.size(), 0u);
}

TEST_F(CrossCheck, DigitsByChance) {
  for (int n = 10; n < 40; ++n)
    add(std::to_string(n), "@2025-02-27 A", fmt::format("Auer | debt | {} Mio EUR | 20{}", n, n));
  EXPECT_TRUE(check_line("Auer | debt | 350 Mio EUR").front().remarks.empty());
}

TEST_F(CrossCheck, OtherFigureOfSeveralOrigins) {
  add("1", "@2024-11-15 A", "Auer | revenue | 75,9 Mrd EUR");
  const auto reason = [&] {
    const auto checked = check_line("Auer | revenue | 50 Mrd EUR | 2024").front();
    EXPECT_EQ(checked.verdict, Verdict::not_comparable);
    return checked.remarks.empty() ? "" : checked.remarks.front().reason;
  };
  EXPECT_EQ(reason(), "") << "one may be of another time";
  test::add(database, test::article("2", "@2024-12-20 B", "Ganz anders erzählt, aber ebenfalls 4711.",
                                    {{"4711", "Auer | revenue | 75,9 Mrd EUR"}}));
  EXPECT_EQ(
      reason(),
      "2 origins give another figure of what may be the same time, 75.9 billion EUR (B, 2024-12-20, c2)");
}

TEST_F(CrossCheck, FarFromTwoFiguresOfOneTime) {
  add("1", "@2025-02-27 A", "Auer | operating_profit | 468 Mio EUR | 2024-Q4");
  add("2", "@2025-02-28 B", "Auer | operating_profit | 390 Mio EUR | 2024-Q4");
  EXPECT_TRUE(check_line("Auer | operating_profit | 3,1 Mrd EUR | 2024-Q4").front().remarks.empty());
}

TEST_F(CrossCheck, OtherPlanOfSeveralOrigins) {
  add("1", "@2024-11-15 A", "Auer | job_cuts | 35000 job | expected");
  test::add(database, test::article("2", "@2024-12-20 B", "Ganz anders erzählt, aber ebenfalls 4711.",
                                    {{"4711", "Auer | job_cuts | 35000 job"}}));
  const auto checked = check_line("Auer | job_cuts | 20000 job | 2030 | expected").front();
  ASSERT_EQ(checked.remarks.size(), 1u);
  EXPECT_EQ(word(checked.remarks.front().kind), "other_figure");
}

TEST_F(CrossCheck, SlipThatMoreArticlesSpeakAgainst) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Billionen EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR");
  add("3", "@2025-02-28 C", "Auer | revenue | 5,5 Mrd EUR");
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Billionen EUR | 2024"), "scale_suspect");
}

TEST_F(CrossCheck, SlipOfOthersIsToldBehindWhoAgrees) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Billionen EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR | 2024");
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Mrd EUR | 2024"), "scale_suspect") << "one against one";
  add("3", "@2025-02-28 C", "Auer | revenue | 5,5 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::agrees);
  EXPECT_EQ(checked.evidence.back().comparison.verdict, Verdict::scale_suspect);
  EXPECT_EQ(checked.reason,
            "5.5 billion EUR and 5.5 billion EUR agree as printed; the evidence is split: with it C "
            "(2025-02-28), B (2025-02-27); of another scale A (2025-02-27); 2 against 1, so it is likely the "
            "others' slip");
  EXPECT_TRUE(checked.sides.others_slipped);
}

TEST_F(CrossCheck, OneAgainstOneIsSplitAndSaysSo) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Billionen EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::scale_suspect);
  EXPECT_TRUE(checked.sides.are_split());
  EXPECT_EQ(
      checked.reason,
      "5.5 billion EUR against 5.5 trillion EUR: the same digits, a thousand times as much; the evidence "
      "is split: with it B (2025-02-27); of another scale A (2025-02-27); one of the two slipped");
}

TEST_F(CrossCheck, TwoArticlesOfOneOutletAreOneVoice) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Billionen EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("3", "@2025-02-28 B", "Auer | revenue | 5,5 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.sides.with.size(), 1u);
  EXPECT_EQ(word(checked.sides.lean), "none");
}

TEST_F(CrossCheck, FiguresOfOtherYearsTellWhoseTheSlipIs) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Billionen EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("3", "@2024-02-27 C", "Auer | revenue | 4,9 Mrd EUR | 2023");
  const auto right = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(right.verdict, Verdict::agrees);
  EXPECT_EQ(word(right.sides.lean), "other_times");
  const auto slipped = check_line("Auer | revenue | 5,5 Billionen EUR | 2024").front();
  EXPECT_EQ(slipped.verdict, Verdict::scale_suspect);
  EXPECT_FALSE(slipped.sides.others_slipped);
}

TEST_F(CrossCheck, WhoAgreesWithoutAPeriodOutweighsOneSlipWithOne) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Billionen EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR");
  add("3", "@2025-02-28 C", "Auer | revenue | 5,5 Mrd EUR");
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Mrd EUR | 2024"), "agrees");
}

TEST_F(CrossCheck, WorthThatFellToAThousandth) {
  add("1", "@2021-07-10 A", "Nadir | market_cap | 3,1 Billionen USD");
  const auto draft = test::article("", "", "Geprüft wird 4711.", {{"4711", "Nadir | market_cap | 3 bn USD"}});
  const auto verdict = [&](std::optional<Day> today) {
    return std::string(word(check(database, draft.document, draft.extraction, today)->front().verdict));
  };
  EXPECT_EQ(verdict(day_of(2025, 3, 1)), "scale_suspect") << "a draft without a day is of today";
  EXPECT_EQ(verdict(day_of(2035, 3, 1)), "not_comparable") << "much may come to pass";
  EXPECT_EQ(verdict(std::nullopt), "not_comparable") << "it may be as old as the firm";
  EXPECT_EQ(verdict(day_of(2015, 3, 1)), "not_comparable") << "a firm may grow";
}

TEST_F(CrossCheck, ProfitToldAsRevenueIsRemarkedOn) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  const auto checked = check_line("Auer | profit | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::not_comparable);
  ASSERT_EQ(checked.remarks.size(), 1u);
  EXPECT_EQ(word(checked.remarks[0].kind), "other_metric");
  EXPECT_EQ(checked.remarks[0].reason, "the same figure is told as revenue (A, 2025-02-27, c1)");
  EXPECT_EQ(checked.near_misses.front().claim.id, checked.remarks[0].claim);
}

TEST_F(CrossCheck, TwoDigitsOfNoSureTimeAreChance) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR");
  EXPECT_TRUE(check_line("Auer | profit | 5,5 Mrd EUR | 2024").front().remarks.empty());
  add("2", "@2025-02-27 A", "Auer | revenue | 5,51 Mrd EUR");
  EXPECT_EQ(check_line("Auer | profit | 5,51 Mrd EUR | 2024").front().remarks.size(), 1u);
}

TEST_F(CrossCheck, MetricsThatNobodyMixesUpAreNotRemarkedOn) {
  add("1", "@2025-02-27 A", "Auer | fine | 5,51 Mrd EUR | 2024");
  EXPECT_TRUE(check_line("Auer | profit | 5,51 Mrd EUR | 2024").front().remarks.empty());
}

TEST_F(CrossCheck, TenTimesTheJobCutsAreRemarkedOn) {
  add("1", "@2024-02-27 A", "Auer | job_cuts | 1900 job | expected");
  const auto checked = check_line("Auer | job_cuts | 19000 job | expected").front();
  EXPECT_EQ(checked.verdict, Verdict::not_comparable);
  ASSERT_EQ(checked.remarks.size(), 1u);
  EXPECT_EQ(checked.remarks[0].reason, "it is ten times 1,900 jobs (A, 2024-02-27, c1): the same digits");
  const auto fewer = check_line("Auer | job_cuts | 190 job | expected").front();
  ASSERT_EQ(fewer.remarks.size(), 1u);
  EXPECT_EQ(fewer.remarks[0].reason, "1,900 jobs is ten times it (A, 2024-02-27, c1): the same digits");
}

TEST_F(CrossCheck, OtherDigitsOfAKnownFigureAreNotRemarkedOn) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("2", "@2024-02-27 A", "Auer | revenue | 55 Mrd EUR");
  EXPECT_TRUE(check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front().remarks.empty());
}

TEST_F(CrossCheck, OtherDigitsAreNotRemarkedOn) {
  add("1", "@2024-02-27 A", "Auer | job_cuts | 1900 job | expected");
  EXPECT_TRUE(check_line("Auer | job_cuts | 17000 job | expected").front().remarks.empty());
}

TEST_F(CrossCheck, OneTextWithBothSigns) {
  const auto draft =
      test::article("1", "@2025-02-27 A", "Gewinn: 4711. Verlust: 4712.",
                    {{"4711", "Auer | profit | 45 Mio EUR | 2024"}, {"4712", "Auer | loss | 45 Mio EUR"}});
  const auto checked = *check(database, draft.document, draft.extraction);
  ASSERT_EQ(checked[0].remarks.size(), 1u);
  EXPECT_EQ(checked[0].remarks[0].reason, "the text gives the same figure as loss, too");
  test::add(database, draft);
  EXPECT_EQ(conflict_verdicts(), "contradicts");
}

TEST_F(CrossCheck, OneTextWithProfitAndLossOfTwoYears) {
  test::add(database, test::article("1", "@2025-02-27 A", "Gewinn: 4711. Verlust: 4712.",
                                    {{"4711", "Auer | profit | 45 Mio EUR | 2024"},
                                     {"4712", "Auer | loss | 45 Mio EUR | 2023"}}));
  EXPECT_EQ(conflict_verdicts(), "");
}

TEST_F(CrossCheck, ReportedFigureIsJudgedByReports) {
  add("1", "@2024-02-27 A", "Auer | revenue | 6 Mrd EUR | 2024 | expected");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,0 Mrd EUR | 2024");
  EXPECT_EQ(verdict_of("Auer | revenue | 5,0 Mrd EUR | 2024"), "agrees");
}

TEST_F(CrossCheck, ForecastIsJudgedByTheResult) {
  add("1", "@2024-02-27 A", "Auer | revenue | 6,0 Mrd EUR | 2024 | expected");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,0 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 6,0 Mrd EUR | 2024 | expected", "@2024-03-01 C").front();
  EXPECT_EQ(checked.verdict, Verdict::forecast_missed);
}

TEST_F(CrossCheck, ReplacedFigureIsSuperseded) {
  add("1", "@2025-01-30 A", "Auer | profit | 455 Mio EUR | 2024 | preliminary");
  add("2", "@2025-03-20 B", "Auer | profit | 438 Mio EUR | 2024 | final");
  EXPECT_EQ(check_line("Auer | profit | 455 Mio EUR | 2024 | preliminary", "@2025-01-31 C").front().verdict,
            Verdict::superseded);
  EXPECT_EQ(check_line("Auer | profit | 438 Mio EUR | 2024 | final", "@2025-03-21 C").front().verdict,
            Verdict::agrees);
}

TEST_F(CrossCheck, PreliminaryFigureHasGivenWay) {
  add("1", "@2025-01-30 A", "Auer | revenue | 90,5 Mrd EUR | 2024 | preliminary");
  const auto differing = check_line("Auer | revenue | 90,3 Mrd EUR | 2024", "").front();
  EXPECT_EQ(differing.verdict, Verdict::differs);
  EXPECT_EQ(differing.reason, "90.3 billion EUR against 90.5 billion EUR: ratio 1.0022");
  add("2", "@2025-05-08 B", "Auer | revenue | 90,3 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 90,3 Mrd EUR | 2024", "").front();
  EXPECT_EQ(checked.verdict, Verdict::agrees);
  ASSERT_EQ(checked.evidence.size(), 2u);
  EXPECT_EQ(checked.evidence[1].comparison.verdict, Verdict::superseded);
}

TEST_F(CrossCheck, NearMissNamesThePart) {
  add("1", "@2024-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2023");
  add("2", "@2025-02-27 A", "Auer | profit | 5,5 Mrd EUR | 2024");
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::not_comparable);
  EXPECT_TRUE(checked.evidence.empty());
  ASSERT_EQ(checked.near_misses.size(), 2u);
  EXPECT_EQ(checked.near_misses[0].comparison.part, Part::metric);
  EXPECT_EQ(checked.near_misses[1].comparison.part, Part::period);
  EXPECT_EQ(
      checked.reason,
      "nothing comparable is known; nearest: other metric: revenue against profit, with the same figure");
}

TEST_F(CrossCheck, LossOfThatYearIsNearToAProfit) {
  add("1", "@2025-02-27 A", "Auer | loss | 1,2 Mrd EUR | 2024");
  add("2", "@2024-02-27 A", "Auer | profit | 5,1 Mrd EUR | 2023");
  const auto checked = check_line("Auer | profit | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(
      checked.reason,
      "nothing comparable is known; nearest: 5.5 billion EUR as profit against 1.2 billion EUR as loss");
}

TEST_F(CrossCheck, AgreesWithOneThatMayBeMisread) {
  add("1", "@2025-02-27 A", "Auer | profit | 5,5 Mrd EUR | 2024");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("3", "@2025-02-27 C", "Auer | other | 5,5 Mrd EUR | 2024");
  const auto checked = check_line("Auer | profit | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::agrees);
  EXPECT_EQ(checked.reason, "5.5 billion EUR and 5.5 billion EUR agree as printed");
  ASSERT_EQ(checked.remarks.size(), 1u) << "what is not understood is told as nothing else";
  EXPECT_EQ(checked.remarks[0].reason, "the same figure is told as revenue (B, 2025-02-27, c2)");
}

TEST_F(CrossCheck, LossToldAsProfit) {
  add("1", "@2025-02-27 A", "Auer | loss | 1,2 Mrd EUR | 2024");
  const auto checked = check_line("Auer | profit | 1.2 bn EUR | 2024", "@2025-02-28 B").front();
  EXPECT_EQ(checked.verdict, Verdict::contradicts);
  EXPECT_EQ(checked.reason,
            "1.2 billion EUR as profit against 1.2 billion EUR as loss: the same figure with the other sign");
  add("2", "@2025-02-28 B", "Auer | profit | 1.2 bn EUR | 2024");
  EXPECT_EQ(conflict_verdicts(), "contradicts");
}

TEST_F(CrossCheck, SlipUnderAnotherNameOfTheQuantity) {
  add("1", "@2025-10-02 A", "Auer | valuation | 500 Mrd USD");
  EXPECT_EQ(check_line("Auer | market_cap | 500 million USD").front().verdict, Verdict::scale_suspect);
  add("2", "@2025-10-02 B", "Auer | market_cap | 500 million USD");
  EXPECT_EQ(conflict_verdicts(), "scale_suspect");
}

TEST_F(CrossCheck, NothingKnown) {
  const auto checked = check_line("Auer | revenue | 5,5 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::not_comparable);
  EXPECT_EQ(checked.reason, "nothing is known about revenue of Auer");
}

TEST_F(CrossCheck, NobodyNamed) {
  EXPECT_EQ(check_line("- | revenue | 5,5 Mrd EUR | 2024").front().reason,
            "the text does not say of which company");
}

TEST_F(CrossCheck, TheTextItselfIsNoEvidence) {
  const auto article = test::article("1", "@2025-02-27 A", "Auer: 5,5 Mrd.",
                                     {{"5,5 Mrd", "Auer | revenue | 5,5 Mrd EUR | 2024"}});
  test::add(database, article);
  EXPECT_TRUE(check(database, article.document, article.extraction)->front().evidence.empty());
}

TEST_F(CrossCheck, OtherFiguresOfAnArticleThatAgreesAreNotHeldAgainstIt) {
  test::add(database, test::article("1", "@2025-02-27 A",
                                    "Auer: 5,5 Mrd. im Jahr 2024, davon 2,1 Mrd. Euro im Ausland.",
                                    {{"5,5 Mrd", "Auer | revenue | 5,5 Mrd EUR | 2024"},
                                     {"2,1 Mrd", "Auer | revenue | 2,1 Mrd EUR | 2024"}}));
  EXPECT_EQ(verdict_of("Auer | revenue | 5,5 Mrd EUR | 2024"), "agrees");
  add("2", "@2025-02-27 B", "Auer | revenue | 5,5 Mrd EUR | 2024");
  EXPECT_EQ(conflict_verdicts(), "");
}

TEST_F(CrossCheck, DealsAreFoundFromTheOtherSide) {
  add("1", "@2025-07-30 A", "Lg > Tesla | deal_value | 5,96 Billionen KRW | 2025");
  EXPECT_EQ(verdict_of("Tesla > Lg | deal_value | knapp 6 Billionen KRW | 2025"), "agrees");
}

TEST_F(CrossCheck, ClaimsOfAReplacedRevisionAreNoEvidence) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  test::add(database, test::article("1", "@2025-02-27 A", "Die Zahl 4712 ist neu.",
                                    {{"4712", "Auer | revenue | 5,9 Mrd EUR | 2024"}}));
  const auto checked = check_line("Auer | revenue | 5,9 Mrd EUR | 2024").front();
  EXPECT_EQ(checked.verdict, Verdict::agrees);
  EXPECT_EQ(checked.evidence.size(), 1u);
}

TEST_F(CrossCheck, ConflictsInTheOrderOfADesk) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("2", "@2025-02-28 B", "Auer | revenue | 5,9 Mrd EUR | 2024");
  add("3", "@2025-03-01 C", "Auer | revenue | 9,9 Mrd EUR | 2024");
  add("4", "@2025-03-02 D", "Auer | revenue | 5,5 Billionen EUR | 2024");
  EXPECT_EQ(conflict_verdicts(), "scale_suspect contradicts contradicts differs");
}

TEST_F(CrossCheck, HeadlineAndBodyMakeOneConflict) {
  const auto twice = [](const std::string& figure) {
    return test::WordedFigures{{"1: 4711", "Auer | revenue | " + figure},
                               {"2: 4711", "Auer | revenue | " + figure + " | 2024"}};
  };
  test::add(database, test::article("1", "@2025-02-27 A", "1: 4711. 2: 4711.", twice("5,5 Mrd EUR")));
  test::add(database, test::article("2", "@2025-02-28 B", "1: 4711. 2: 4711.", twice("5,5 Billionen EUR")));
  ASSERT_EQ(conflict_verdicts(), "scale_suspect");
  EXPECT_EQ(conflicts(database, {})->front().comparison.part, Part::none)
      << "the pair that shares most for sure";
}

TEST_F(CrossCheck, ConflictShowsTheEarlierFirst) {
  add("1", "@2025-02-28 B", "Auer | revenue | 7,1 Mrd EUR | 2024");
  add("2", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  const auto conflict = conflicts(database, {})->front();
  EXPECT_EQ(conflict.a.outlet, "A");
  EXPECT_EQ(conflict.b.outlet, "B");
  EXPECT_EQ(conflict.comparison.reason, "5.5 billion EUR against 7.1 billion EUR: ratio 1.29");
}

TEST_F(CrossCheck, ConflictsAreFiltered) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("2", "@2025-02-28 B", "Auer | revenue | 5,9 Mrd EUR | 2024");
  add("3", "@2025-01-27 A", "Bauer | profit | 1 Mrd EUR | 2024");
  add("4", "@2025-01-28 C", "Bauer | profit | 4 Mrd EUR | 2024");
  EXPECT_EQ(conflict_verdicts(), "contradicts differs");
  EXPECT_EQ(conflict_verdicts({.company = "auer ag"}), "differs");
  EXPECT_EQ(conflict_verdicts({.metric = extract::Metric::profit}), "contradicts");
  EXPECT_EQ(conflict_verdicts({.verdicts = {Verdict::differs}}), "differs");
  EXPECT_EQ(conflict_verdicts({.outlet = "c"}), "contradicts");
  EXPECT_EQ(conflict_verdicts({.since = day_of(2025, 2, 28)}), "differs");
  EXPECT_EQ(conflict_verdicts({.limit = 1}), "contradicts");
  EXPECT_EQ(conflict_verdicts({.limit = 1, .offset = 1}), "differs");
}

TEST_F(CrossCheck, ConflictsInOneLineOfSql) {
  add("1", "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  add("2", "@2025-02-28 B", "Auer | revenue | 5,5 Billionen EUR | 2024");
  auto row = database.connection().query(
      "SELECT subject || ': ' || outlet_a || ' against ' || outlet_b || ', ' || verdict FROM v_conflict");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.text(0), "Auer: A against B, scale_suspect");
}

TEST_F(CrossCheck, AgreementMakesNoRow) {
  for (int n = 0; n < 5; ++n) add(std::to_string(n), "@2025-02-27 A", "Auer | revenue | 5,5 Mrd EUR | 2024");
  EXPECT_EQ(database.connection().number("SELECT count(*) FROM comparison"), 0);
}

}  // namespace
}  // namespace gegenprobe::store
