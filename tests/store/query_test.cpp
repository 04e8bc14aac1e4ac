#include "store/query.h"

#include <gtest/gtest.h>

#include "articles.h"
#include "claim_words.h"
#include "store/company_lists.h"
#include "store/connection.h"

namespace gegenprobe::store {
namespace {

/// A few articles, opened once: no test changes them.
Database& library() {
  static const test::TemporaryFolder folder;
  static Database database = [] {
    auto made = test::open(folder.file("a.db"));
    test::add(made,
              test::article("https://a.example/1", "@2025-02-27 Küstenbote",
                            "Müllerwerke AG mit Rekord. Der Umsatz stieg 2024 auf 5,5 Milliarden Euro. Im "
                            "dritten Quartal 2024 blieben 118 Millionen Euro Gewinn.",
                            {{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mrd EUR | 2024"},
                             {"118 Millionen Euro", "Müllerwerke AG | profit | 118 Mio EUR | 2024-Q3"}}));
    test::add(made,
              test::article("https://b.example/2", "@2025-03-01 Harbour Wire",
                            "Corvex Oil expects revenue of more than $3 billion in 2025. It may cut 900 jobs "
                            "on Weiss Street.",
                            {{"$3 billion", "Corvex Oil | revenue | more than 3 bn USD | 2025 | expected"},
                             {"900 jobs", "Corvex Oil | job_cuts | 900 job | possible"}}));
    test::add(made, test::article("", "@2024-12-24 Der Morgen",
                                  "An der Hafenstraße wächst der Großhändler Weiß GmbH um 12 Prozent.",
                                  {{"12 Prozent", "Weiß GmbH | revenue | 12 % | 2024-H1 | increase"}}));
    return made;
  }();
  return database;
}

std::string surfaces(const Result<std::vector<StoredClaim>>& claims) {
  if (!claims) return claims.error().what;
  std::string text;
  for (const auto& claim : *claims) text.append(text.empty() ? "" : ", ").append(claim.surface);
  return text;
}

struct Row {
  const char* name;
  ClaimFilter filter;
  const char* claims;
};
constexpr auto kAll = "$3 billion, 900 jobs, 5,5 Milliarden Euro, 118 Millionen Euro, 12 Prozent";
const Row kRows[] = {
    {"All", {}, kAll},
    {"Company", {.company = "Müllerwerke AG"}, "5,5 Milliarden Euro, 118 Millionen Euro"},
    {"CompanyWithoutLegalForm", {.company = "müllerwerke"}, "5,5 Milliarden Euro, 118 Millionen Euro"},
    {"CompanyWithoutDiacritics", {.company = "MULLERWERKE"}, "5,5 Milliarden Euro, 118 Millionen Euro"},
    {"CompanyWithUe", {.company = "Muellerwerke"}, "5,5 Milliarden Euro, 118 Millionen Euro"},
    {"CompanyWithSs", {.company = "Weiss"}, "12 Prozent"},
    {"CompanyByEntity", {.company = "name:corvex oil"}, "$3 billion, 900 jobs"},
    {"UnknownCompany", {.company = "Nobody"}, ""},
    {"Metric", {.metric = extract::Metric::profit}, "118 Millionen Euro"},
    {"Year", {.period = "2024"}, "5,5 Milliarden Euro, 118 Millionen Euro, 12 Prozent"},
    {"Quarter", {.period = "2024-Q3"}, "118 Millionen Euro"},
    {"Half", {.period = "2024-H1"}, "12 Prozent"},
    {"Years", {.period = "2024..2025"}, "$3 billion, 5,5 Milliarden Euro, 118 Millionen Euro, 12 Prozent"},
    {"NoPeriod", {.period = "last year"}, "'last year' is no period"},
    {"Outlet", {.outlet = "KUSTENBOTE"}, "5,5 Milliarden Euro, 118 Millionen Euro"},
    {"AtLeast", {.min = 4e9}, "5,5 Milliarden Euro"},
    {"MoreThanItIsAtLeastIt", {.min = 3e9}, "$3 billion, 5,5 Milliarden Euro"},
    {"MoreThanItIsNoLess", {.max = 2.9e9}, "900 jobs, 118 Millionen Euro, 12 Prozent"},
    {"AtMost", {.max = 200}, "12 Prozent"},
    {"Between", {.min = 500, .max = 1e9}, "900 jobs, 118 Millionen Euro"},
    {"Unit", {.unit = "eur"}, "5,5 Milliarden Euro, 118 Millionen Euro"},
    {"Modality", {.modality = extract::Modality::possible}, "900 jobs"},
    {"Since", {.since = day_of(2025, 2, 28)}, "$3 billion, 900 jobs"},
    {"TextWithoutUmlaut", {.text = "wachst"}, "12 Prozent"},
    {"TextWithUe", {.text = "waechst"}, "12 Prozent"},
    {"TextWithSs", {.text = "Hafenstrasse Grosshaendler"}, "12 Prozent"},
    {"TextWithSharpS", {.text = "Weiß"}, "900 jobs, 12 Prozent"},
    {"TextPhrase", {.text = "\"dritten Quartal\""}, "118 Millionen Euro"},
    {"TextPhraseOtherOrder", {.text = "\"Quartal dritten\""}, ""},
    {"TextBeginning", {.text = "milliard*"}, "5,5 Milliarden Euro"},
    {"TextOperatorsAreWords", {.text = "umsatz AND gewinn NOT"}, ""},
    {"TextOpenQuote", {.text = "\"umsatz"}, "5,5 Milliarden Euro"},
    {"TextOnlySigns", {.text = "\"-*"}, "'\"-*' holds no word to look for"},
    {"Limit", {.limit = 2}, "$3 billion, 900 jobs"},
    {"Offset", {.limit = 2, .offset = 3}, "118 Millionen Euro, 12 Prozent"},
    {"NoLimit", {.limit = 0}, kAll},
};
class FindClaims : public testing::TestWithParam<Row> {};
TEST_P(FindClaims, Row) { EXPECT_EQ(surfaces(find_claims(library(), GetParam().filter)), GetParam().claims); }
TEST_P(FindClaims, CountIsTheSame) {
  auto filter = GetParam().filter;
  filter.limit = filter.offset = 0;
  const auto claims = find_claims(library(), filter);
  const auto count = count_claims(library(), filter);
  ASSERT_EQ(bool(claims), bool(count));
  if (claims) {
    EXPECT_EQ(claims->size(), *count);
  }
}
INSTANTIATE_TEST_SUITE_P(, FindClaims, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

TEST(FindClaim, GivesBackWhatWasAdded) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  auto article = test::article("https://a.example/1", "@2025-02-27 Küstenbote",
                               "Für Öl zahlt die Auer AG knapp 2,50 Mrd. Euro an Cobb.",
                               {{"2,50 Mrd. Euro",
                                 "Auer AG > Cobb | acquisition_price/gross | knapp 2,50 Mrd EUR | fiscal "
                                 "2023-10..2024-09 | expected | preliminary"}});
  auto& claim = article.extraction.claims[0];
  claim.attribution = "Finanzchef Dolezal";
  claim.flags = extract::kCurrencyAssumed | extract::kPeriodAssumed;
  claim.value.basis = extract::CurrencyBasis::inherited;
  const auto added = test::add(database, article);
  const auto found = *find_claim(database, added.claims[0]);
  ASSERT_TRUE(found);
  const auto& read = found->claim;
  EXPECT_EQ(read.subject, "Auer AG");
  EXPECT_EQ(read.subject_entity, claim.subject_entity);
  EXPECT_EQ(read.counterparty, "Cobb");
  EXPECT_EQ(read.metric, claim.metric);
  EXPECT_EQ(read.variant, "gross");
  EXPECT_EQ(read.value.min, claim.value.min) << "with its printed precision";
  EXPECT_EQ(read.value.max, claim.value.max);
  EXPECT_EQ(read.value.unit, "EUR");
  EXPECT_EQ(read.value.basis, claim.value.basis);
  EXPECT_EQ(read.value.qualifier, extract::Qualifier::almost);
  ASSERT_TRUE(read.period);
  EXPECT_EQ(read.period->from, claim.period->from);
  EXPECT_EQ(read.period->to, claim.period->to);
  EXPECT_TRUE(read.period->fiscal);
  EXPECT_EQ(read.modality, claim.modality);
  EXPECT_EQ(read.status, claim.status);
  EXPECT_EQ(read.attribution, claim.attribution);
  EXPECT_EQ(read.flags, claim.flags);
  EXPECT_EQ(read.evidence, claim.evidence);
  EXPECT_EQ(read.sentence, claim.sentence);
  EXPECT_EQ(read.rule, "test.claim");
  EXPECT_EQ(found->surface, "2,50 Mrd. Euro");
  EXPECT_EQ(found->sentence, article.document.text);
  EXPECT_EQ(found->evidence_points, (PointSpan{31, 45}));
  EXPECT_EQ(found->outlet, "Küstenbote");
  EXPECT_EQ(found->published, day_of(2025, 2, 27));
  EXPECT_EQ(found->url, "https://a.example/1");
}

TEST(FindClaim, UnknownIsNothing) { EXPECT_FALSE(*find_claim(library(), 4711)); }

struct PeriodRow {
  const char *name, *text, *range;
};
const PeriodRow kPeriods[] = {
    {"Year", "2024", "2024-01-01 2025-01-01"},
    {"Quarter", "2024-Q3", "2024-07-01 2024-10-01"},
    {"QuarterLowerCase", "2024-q4", "2024-10-01 2025-01-01"},
    {"QuarterFirst", "Q1 2024", "2024-01-01 2024-04-01"},
    {"Half", "2024-H2", "2024-07-01 2025-01-01"},
    {"Month", "2024-02", "2024-02-01 2024-03-01"},
    {"December", "2024-12", "2024-12-01 2025-01-01"},
    {"Day", "2024-02-29", "2024-02-29 2024-03-01"},
    {"Range", "2022..2024", "2022-01-01 2025-01-01"},
    {"MixedRange", "2024-Q2..2024-09-15", "2024-04-01 2024-09-16"},
    {"NoSuchDay", "2023-02-29", ""},
    {"NoSuchQuarter", "2024-Q5", ""},
    {"NoSuchHalf", "2024-H3", ""},
    {"NoSuchMonth", "2024-13", ""},
    {"MonthZero", "2024-00", ""},
    {"Backwards", "2024..2022", ""},
    {"Words", "letztes Jahr", ""},
    {"Trailing", "2024-Q3x", ""},
    {"Empty", "", ""},
    {"OnlyDots", "..", ""},
};
class ParsePeriod : public testing::TestWithParam<PeriodRow> {};
TEST_P(ParsePeriod, Row) {
  const auto range = parse_period(GetParam().text);
  EXPECT_EQ(range ? iso(range->from) + " " + iso(range->to) : "", GetParam().range);
}
INSTANTIATE_TEST_SUITE_P(, ParsePeriod, testing::ValuesIn(kPeriods),
                         [](const auto& i) { return i.param.name; });

TEST(FindArticles, NewestFirst) {
  const auto articles = *find_articles(library(), {});
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[0].outlet, "Harbour Wire");
  EXPECT_EQ(articles[1].claims, 2u);
  EXPECT_EQ(articles[1].mentions, 4u);
  EXPECT_EQ(articles[1].title, "Müllerwerke AG mit Rekord");
  EXPECT_EQ(articles[1].added_at, "2025-10-09T08:53:20Z");
}

TEST(FindClaimsOfAYear, TakesInBusinessYearsThatEndInIt) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  test::add(database, test::article("1", "@2024-11-15 A", "Auer: 4711.",
                                    {{"4711", "Auer | revenue | 5,5 Mrd EUR | fiscal 2023-10..2024-09"}}));
  EXPECT_EQ(surfaces(find_claims(database, {.period = "2024"})), "4711");
  EXPECT_EQ(surfaces(find_claims(database, {.period = "2023"})), "");
  EXPECT_EQ(surfaces(find_claims(database, {.period = "2025"})), "");
  EXPECT_EQ(surfaces(find_claims(database, {.period = "2024-H2"})), "") << "of half a year it says nothing";
}

TEST(SimilarCompanies, MistypedFirstThenLonger) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  int n = 0;
  for (const char* name :
       {"Siemens", "Siemens Energy", "Auer AG", "Deutsche Bank", "Deutsche Bank", "Deutsche Bahn"})
    test::add(database, test::article(std::to_string(++n), "@2024-11-15 A", "Die Zahl 4711.",
                                      {{"4711", std::string(name) + " | revenue | 5,5 Mrd EUR | 2024"}}));
  const auto similar = [&](std::string_view typed) {
    std::string names;
    const auto found = similar_companies(database, typed, 3);
    for (const auto& name : *found) names += (names.empty() ? "" : ", ") + name;
    return names;
  };
  EXPECT_EQ(similar("Sienens"), "Siemens");
  EXPECT_EQ(similar("SIMENS AG"), "Siemens") << "case and legal form do not count";
  EXPECT_EQ(similar("Deutsche"), "Deutsche Bank, Deutsche Bahn") << "the one with more claims first";
  EXPECT_EQ(similar("Siemens"), "") << "it is one";
  EXPECT_EQ(similar("Au"), "") << "two letters are no mistyped name";
  EXPECT_EQ(similar("Nirgendwo"), "");
}

TEST(FindArticles, ByTextCompanyAndOutlet) {
  EXPECT_EQ(find_articles(library(), {.text = "strasse"})->size(), 0u);
  EXPECT_EQ(find_articles(library(), {.text = "hafenstrasse"})->size(), 1u);
  EXPECT_EQ(find_articles(library(), {.company = "corvex oil"})->size(), 1u);
  EXPECT_EQ(find_articles(library(), {.outlet = "der morgen"})->size(), 1u);
  EXPECT_EQ(find_articles(library(), {.since = day_of(2025, 1, 1)})->size(), 2u);
}

TEST(FindArticle, WithMentionsAndClaims) {
  const auto article = *find_article(library(), "https://a.example/1");
  ASSERT_TRUE(article);
  ASSERT_EQ(article->mentions.size(), 4u);
  EXPECT_EQ(article->mentions[0].surface, "Müllerwerke AG");
  EXPECT_EQ(article->mentions[0].mention.span.of(article->text), "Müllerwerke AG");
  EXPECT_EQ(article->mentions[0].mention.company()->name, "Müllerwerke AG");
  ASSERT_EQ(article->claims.size(), 2u);
  EXPECT_EQ(article->claims[1].claim.evidence.of(article->text), "118 Millionen Euro");
  EXPECT_EQ(find_article(library(), article->row.id)->value().row.url, "https://a.example/1");
  EXPECT_FALSE(*find_article(library(), std::int64_t{4711}));
}

TEST(FindCompanies, WithMostClaimsFirst) {
  const auto companies = *find_companies(library(), {});
  ASSERT_EQ(companies.size(), 3u);
  EXPECT_EQ(companies[0].name, "Corvex Oil");
  EXPECT_EQ(companies[0].claims, 2u);
  EXPECT_EQ(companies[1].name, "Müllerwerke AG");
  EXPECT_EQ(companies[1].articles, 1u);
  EXPECT_EQ(find_companies(library(), {.name = "mull"})->size(), 1u);
  EXPECT_EQ(find_companies(library(), {.name = "oil"})->size(), 1u);
  EXPECT_EQ(find_companies(library(), {.name = "il"})->size(), 0u);
}

TEST(Count, Everything) {
  const auto counts = *statistics(library());
  EXPECT_EQ(counts.articles, 3u);
  EXPECT_EQ(counts.outlets, 3u);
  EXPECT_EQ(counts.claims, 5u);
  EXPECT_EQ(counts.mentions, 10u);
  EXPECT_EQ(counts.companies, 3u);
  EXPECT_EQ(counts.conflicts, 0u);
  EXPECT_EQ(counts.first_published, day_of(2024, 12, 24));
}

}  // namespace
}  // namespace gegenprobe::store
