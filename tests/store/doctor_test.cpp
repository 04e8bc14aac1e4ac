#include "store/doctor.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "articles.h"
#include "store/connection.h"

namespace gegenprobe::store {
namespace {

/// What a hand in the database does, what the doctor says to it, and whether anything is left after mending.
struct Row {
  const char *name, *sql, *complaints, *after_mending;
};

const Row kRows[] = {
    {"Untouched", "SELECT 1", "", ""},
    {"WordsMoved", "UPDATE claim SET value_begin = value_begin + 1, value_end = value_end + 1 WHERE id = 1",
     "words: 1 claims whose words do not stand where they say, the first is c1",
     "words: 1 claims whose words do not stand where they say, the first is c1"},
    {"BytesMoved", "UPDATE mention SET byte_begin = byte_begin + 1 WHERE id = 2",
     "words: 1 mentions whose words do not stand where they say, the first is mention 2",
     "words: 1 mentions whose words do not stand where they say, the first is mention 2"},
    {"TextChanged",
     "DROP TRIGGER revision_removed; UPDATE revision SET text = replace(text, 'Umsatz', 'Absatz') WHERE id = "
     "1",
     "full text: 1 indexes that are not of the texts, the first is article_fts; "
     "words: 1 sentences that do not stand where they say, the first is sentence 1",
     "words: 1 sentences that do not stand where they say, the first is sentence 1"},
    {"IndexForgotten", "INSERT INTO claim_fts (claim_fts) VALUES ('delete-all')",
     "full text: 1 indexes that are not of the texts, the first is claim_fts", ""},
    {"CounterWrong", "UPDATE company_claims SET claims = claims + 7",
     "counters: 1 companies with another number of claims than is written down, the first is Müllerwerke AG",
     ""},
    {"FigureCounterWrong", "UPDATE company_figures SET claims = claims + 7",
     "counters: 1 companies with another number of claims of a figure than is written down, the first is "
     "Müllerwerke AG",
     ""},
    {"FigureCounterGone", "DELETE FROM company_figures",
     "counters: 1 companies with another number of claims of a figure than is written down, the first is "
     "Müllerwerke AG",
     ""},
    {"FigureCounterOfNothing", "INSERT INTO company_figures SELECT id, 'loss', 'EUR', 2 FROM company",
     "counters: 1 companies with another number of claims of a figure than is written down, the first is "
     "Müllerwerke AG",
     ""},
    {"FigureCounterAtZeroIsNone", "INSERT INTO company_figures SELECT id, 'loss', 'EUR', 0 FROM company", "",
     ""},
    {"MentionCounterWrong", "UPDATE company_mentions SET texts = texts - 1",
     "counters: 1 companies that are named more or less often than is written down, the first is Müllerwerke "
     "AG",
     ""},
    {"OutletLeftOver", "INSERT INTO outlet (name, folded) VALUES ('Abendpost', 'abendpost')",
     "owners: 1 outlets without an article, the first is Abendpost", ""},
    {"CompanyLeftOver", "INSERT INTO company (entity, name, folded) VALUES ('nobody', 'Nobody AG', 'nobody')",
     "owners: 1 companies that nothing names, the first is Nobody AG", ""},
    {"ConflictGone", "DELETE FROM comparison",
     "conflicts: 2 conflicts that are not those which the claims give, the first is a1 (revenue, "
     "scale_suspect)",
     ""},
    {"ConflictInvented", "UPDATE comparison SET verdict = 'differs'",
     "conflicts: 4 conflicts that are not those which the claims give, the first is a1 (revenue, differs)",
     ""},
    {"ReferenceBroken", "PRAGMA foreign_keys = OFF; DELETE FROM outlet",
     "references: 2 rows that point to none, the first is article 1 without its outlet",
     "references: 2 rows that point to none, the first is article 1 without its outlet"},
    {"OldClaimsLive", "UPDATE revision SET live = 0 WHERE id = 1",
     "newest: 1 articles without a newest text, the first is a1; 1 texts that are taken for the newest and "
     "are not, or "
     "the other way round, the first is a1; 1 claims of an older text that are taken for today's, the first "
     "is c1",
     "newest: 1 articles without a newest text, the first is a1; 1 texts that are taken for the newest and "
     "are not, or "
     "the other way round, the first is a1; 1 claims of an older text that are taken for today's, the first "
     "is c1"},
    {"PageGone",
     "UPDATE revision SET warc_file = 'warc/2025-02.warc.gz', warc_offset = 0, warc_length = 90 WHERE id = 1",
     "web archives: 1 pages that are no longer kept whole, the first is a1 in DIR/warc/2025-02.warc.gz",
     "web archives: 1 pages that are no longer kept whole, the first is a1 in DIR/warc/2025-02.warc.gz"},
};

class Doctor : public testing::TestWithParam<Row> {
 protected:
  Doctor() : database(test::open(folder.file("a.db"))) {
    test::add(database,
              test::article("https://a.example/1", "@2025-02-27 Küstenbote",
                            "Für das Jahr: Der Umsatz der Müllerwerke AG stieg 2024 auf 5,5 Milliarden Euro.",
                            {{"5,5 Milliarden Euro", "Müllerwerke AG | revenue | 5,5 Mrd EUR | 2024"}}));
    test::add(database,
              test::article("https://b.example/2", "@2025-02-28 Morgen",
                            "Müllerwerke AG: Umsatz 2024 bei 5,5 Millionen Euro.",
                            {{"5,5 Millionen Euro", "Müllerwerke AG | revenue | 5,5 Mio EUR | 2024"}}));
  }
  std::vector<Diagnosis> examined(const Examination& examination) {
    return *examine(database, examination, [](const std::string&) {});
  }
  std::string complaints(bool mend = false) {
    std::string all;
    const auto diagnoses = examined({.mend = mend});
    for (const auto& diagnosis : diagnoses) {
      if (diagnosis.health != Health::ill) continue;
      EXPECT_FALSE(diagnosis.remedy.empty());
      all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", diagnosis.part, diagnosis.what);
    }
    const std::string here = folder.file("");
    while (all.find(here) != all.npos) all.replace(all.find(here), here.size(), "DIR/");
    return all;
  }
  test::TemporaryFolder folder;
  Database database;
};

TEST_P(Doctor, SaysWhatIsWrongAndMendsWhatCanBeMadeAnew) {
  database.connection().database.exec(GetParam().sql);
  EXPECT_EQ(complaints(), GetParam().complaints);
  EXPECT_EQ(complaints(), GetParam().complaints) << "looking changed it";
  complaints(true);
  EXPECT_EQ(complaints(), GetParam().after_mending);
}
INSTANTIATE_TEST_SUITE_P(, Doctor, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

TEST(DoctorOfSeries, FindsNothingInWhatWasAdded) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  for (int n = 0; n < 60; ++n) test::add(database, test::series_article(n, n % 3));
  const auto diagnoses = *examine(database, {.full = true}, [](const std::string&) {});
  EXPECT_EQ(diagnoses.size(), 9u);
  for (const auto& diagnosis : diagnoses)
    EXPECT_EQ(diagnosis.health, Health::well) << diagnosis.part << ": " << diagnosis.what;
}

}  // namespace
}  // namespace gegenprobe::store
