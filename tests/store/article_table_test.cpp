#include "store/article_table.h"

#include <gtest/gtest.h>

#include "articles.h"
#include "store/connection.h"
#include "store/cross_check.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

class AddArticle : public testing::Test {
 protected:
  std::int64_t number(const std::string& sql) { return database.connection().number(sql); }
  std::string text(const std::string& sql) {
    return database.connection().database.execAndGet(sql).getString();
  }

  test::TemporaryFolder folder;
  Database database = test::open(folder.file("a.db"));
  test::Article article =
      test::article("https://kuestenbote.example/1", "@2025-02-27 Küstenbote",
                    "Die Größe zählt. Für die Müllerwerke AG ging es aufwärts: Der Umsatz stieg 2024 auf 5,5 "
                    "Milliarden Euro.",
                    {{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mrd EUR | 2024"}});
};

TEST_F(AddArticle, New) {
  const auto added = test::add(database, article);
  EXPECT_EQ(word(added.outcome), "new");
  EXPECT_EQ(added.mentions, 2u);
  EXPECT_EQ(added.claims.size(), 1u);
  EXPECT_EQ(added.number, 1);
}

TEST_F(AddArticle, AgainChangesNothing) {
  const auto first = test::add(database, article);
  const auto changes = database.connection().database.getTotalChanges();
  const auto again = test::add(database, article);
  EXPECT_EQ(again.outcome, Outcome::unchanged);
  EXPECT_EQ(again.article, first.article);
  EXPECT_EQ(database.connection().database.getTotalChanges(), changes);
}

TEST_F(AddArticle, IsStoredSaysWhatAddWould) {
  EXPECT_FALSE(*is_stored(database, article.document));
  test::add(database, article);
  EXPECT_TRUE(*is_stored(database, article.document));
  article.document.text += " Nachtrag.";
  EXPECT_FALSE(*is_stored(database, article.document));
}

TEST_F(AddArticle, WithoutUrlIsKnownByItsText) {
  article.document.url.clear();
  test::add(database, article);
  EXPECT_EQ(test::add(database, article).outcome, Outcome::unchanged);
  article.document.outlet = "Der Morgen";
  EXPECT_EQ(test::add(database, article).outcome, Outcome::fresh)
      << "a copy in another paper is an article of its own";
}

TEST_F(AddArticle, ChangedTextMakesARevision) {
  test::add(database, article);
  const auto changed =
      test::article(article.document.url, "@2025-02-27 Küstenbote",
                    "Der Umsatz der Müllerwerke AG stieg 2024 auf 5,9 Milliarden Euro.",
                    {{"5,9 Milliarden Euro", "Müllerwerke AG | revenue | 5,9 Mrd EUR | 2024"}});
  const auto added = test::add(database, changed);
  EXPECT_EQ(added.outcome, Outcome::changed);
  EXPECT_EQ(added.number, 2);
  EXPECT_EQ(number("SELECT count(*) FROM revision"), 2);
  EXPECT_EQ(number("SELECT count(*) FROM v_claim"), 1) << "only the newest revision is shown";
  EXPECT_EQ(find_claims(database, {.older = true})->size(), 2u);
  EXPECT_EQ(test::add(database, article).number, 3) << "back to the first text";
}

TEST_F(AddArticle, ChangedFigureIsWrittenDown) {
  test::add(database, article);
  test::add(database,
            test::article(article.document.url, "@2025-02-27 Küstenbote",
                          "Der Umsatz der Müllerwerke AG stieg 2024 auf 5,9 Milliarden Euro.",
                          {{"5,9 Milliarden Euro", "Müllerwerke AG | revenue | 5,9 Mrd EUR | 2024"}}));
  const auto changed = conflicts(database, {.verdicts = {Verdict::superseded}});
  ASSERT_EQ(changed->size(), 1u);
  EXPECT_EQ(changed->front().comparison.reason,
            "5.5 billion EUR against 5.9 billion EUR: the article was changed after publication");
}

TEST_F(AddArticle, UnchangedFigureInAChangedTextIsNoNews) {
  const test::WordedFigures two = {{"2 Milliarden", "Auer > Cobb | acquisition_price | 2 Mrd EUR"},
                                   {"3 Milliarden", "Auer > Pike | acquisition_price | 3 Mrd EUR"}};
  test::add(database, test::article("https://a.example/", "@2025-02-27 A",
                                    "Auer kauft Cobb für 2 Milliarden und Pike für 3 Milliarden.", two));
  test::add(database,
            test::article("https://a.example/", "@2025-02-27 A",
                          "Auer kauft Cobb für 2 Milliarden und Pike für 3 Milliarden. Mehr in Kürze.", two));
  EXPECT_EQ(number("SELECT count(*) FROM comparison"), 0);
}

TEST_F(AddArticle, SpansAreCodePoints) {
  test::add(database, article);
  EXPECT_EQ(text("SELECT substr(revision.text, value_begin + 1, value_end - value_begin) FROM claim JOIN "
                 "revision ON revision.id = revision_id"),
            "5,5 Milliarden Euro");
  EXPECT_EQ(text("SELECT substr(revision.text, span_begin + 1, span_end - span_begin) FROM mention JOIN "
                 "revision ON revision.id = revision_id"
                 " WHERE kind = 'company'"),
            "Müllerwerke AG");
  EXPECT_EQ(text("SELECT substr(revision.text, sentence.span_begin + 1, sentence.span_end - "
                 "sentence.span_begin) FROM sentence"
                 " JOIN revision ON revision.id = revision_id"),
            text("SELECT text FROM sentence"));
}

TEST_F(AddArticle, OneLineOfSqlAnswers) {
  test::add(database, article);
  EXPECT_EQ(text("SELECT subject || ' ' || metric || ' ' || printf('%.0f', value_min) || ' ' || unit || ' ' "
                 "|| period_from || ' ' || modality"
                 " || ' ' || outlet || ' ' || published || ' ' || url FROM v_claim"),
            "Müllerwerke AG revenue 5500000000 EUR 2024-01-01 asserted Küstenbote 2025-02-27 "
            "https://kuestenbote.example/1");
}

TEST_F(AddArticle, VersionsStandOnEachClaim) {
  test::add(database, article);
  EXPECT_EQ(text("SELECT program_version || ' ' || rules_version FROM v_claim"), "0.1.0 rtest");
}

TEST_F(AddArticle, EmptyTextIsAnArticle) {
  EXPECT_EQ(test::add(database, test::article("https://a.example/", "@2025-02-27", "", {})).outcome,
            Outcome::fresh);
}

TEST_F(AddArticle, DeletingAnArticleTakesAllOfIt) {
  test::add(database, article);
  database.connection().database.exec("DELETE FROM article");
  for (const auto* table : {"revision", "extraction", "mention", "sentence", "claim", "comparison"})
    EXPECT_EQ(number(std::string("SELECT count(*) FROM ") + table), 0) << table;
  EXPECT_EQ(number("SELECT count(*) FROM article_fts WHERE article_fts MATCH 'umsatz'"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM claim_fts WHERE claim_fts MATCH 'umsatz'"), 0);
}

TEST_F(AddArticle, OneCompanyForAllItsNames) {
  test::add(database, article);
  auto second =
      test::article("https://b.example/", "@2025-02-28 B", "Müllerwerke SE: Umsatz 2024 bei 5,5 Mrd. Euro.",
                    {{"5,5 Mrd. Euro", "Müllerwerke SE | revenue | 5,5 Mrd EUR | 2024"}});
  second.extraction.claims[0].subject_entity = article.extraction.claims[0].subject_entity;
  second.extraction.mentions[0].value =
      extract::CompanyValue{.name = "Müllerwerke AG", .entity = article.extraction.claims[0].subject_entity};
  test::add(database, second);
  EXPECT_EQ(number("SELECT count(*) FROM company"), 1);
}

TEST_F(AddArticle, IsFast) {
  constexpr int kArticles = 200;
  std::vector<test::Article> articles;
  for (int n = 0; n < kArticles; ++n) articles.push_back(test::series_article(n));
  const auto start = std::chrono::steady_clock::now();
  for (const auto& each : articles) test::add(database, each);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  RecordProperty("articles_per_second", std::to_string(kArticles / took.count()));
  EXPECT_GT(kArticles / took.count(), 20) << "aim: 500; this only catches what is quadratic, on any machine";
}

}  // namespace
}  // namespace gegenprobe::store
