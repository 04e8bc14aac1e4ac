// Each part is a question in SQL that counts what must not be and names the first case. The conflicts of an
// article are made again inside a transaction that is taken back, so that the comparison itself is what is
// asked.
#include "store/doctor.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <tuple>

#include "ingest/warc.h"
#include "store/connection.h"
#include "store/counters.h"
#include "store/guarded.h"
#include "store/orphans.h"
#include "store/page_record.h"
#include "store/recompare.h"

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kNewestArticles = 1'000;

// Another program has written to these rows.
const std::string kFromBackup = "restore a backup; else 'gegenprobe forget' the article, and add it again";
const std::string kMend = "gegenprobe doctor --mend";

class Doctor {
 public:
  Doctor(Database& database, const Examination& examination, const ExaminationProgress& progress)
      : database_(database),
        connection_(database.connection()),
        examination_(examination),
        progress_(progress) {}

  std::vector<Diagnosis> examine() {
    file();
    if (diagnoses_.back().health == Health::ill) return diagnoses_;
    references();
    full_text();
    words();
    live();
    counters();
    orphans();
    conflicts();
    archives();
    return diagnoses_;
  }

 private:
  /// Rows that must not be: `sql` gives how many there are, and a word for the first.
  struct Wrong {
    std::uint64_t rows = 0;
    std::string first;
  };
  Wrong ask(const std::string& sql) {
    auto row = connection_.query("SELECT count(*), min(name) FROM (" + sql + ")");
    row.step();
    return {static_cast<std::uint64_t>(row.integer(0)), row.text(1)};
  }
  std::uint64_t count(const std::string& table) {
    return static_cast<std::uint64_t>(connection_.number("SELECT count(*) FROM " + table));
  }

  Diagnosis& begin(std::string part) {
    progress_(part);
    diagnoses_.push_back({.part = std::move(part)});
    return diagnoses_.back();
  }
  static void complain(Diagnosis& diagnosis, const Wrong& wrong, std::string_view of_what,
                       std::string remedy) {
    if (wrong.rows == 0) return;
    diagnosis.health = Health::ill;
    diagnosis.wrong += wrong.rows;
    if (!diagnosis.what.empty()) diagnosis.what += "; ";
    diagnosis.what += fmt::format("{} {}, the first is {}", wrong.rows, of_what, wrong.first);
    diagnosis.remedy = std::move(remedy);
  }
  /// Runs `work` in a transaction where the doctor may mend, and tells that it did.
  template <class Work>
  void mend(Diagnosis& diagnosis, Work work) {
    if (diagnosis.health != Health::ill || !examination_.mend) return;
    SQLite::Transaction transaction(connection_.database, SQLite::TransactionBehavior::IMMEDIATE);
    work();
    transaction.commit();
    diagnosis.health = Health::mended;
    diagnosis.remedy.clear();
  }

  void file();
  void references();
  void full_text();
  void words();
  void live();
  void counters();
  void orphans();
  void conflicts();
  void archives();

  bool index_is_whole(const std::string& index);
  Wrong other_conflicts(std::int64_t revision);
  std::string of_newest(std::string_view what, std::uint64_t all) const;

  Database& database_;
  Connection& connection_;
  const Examination& examination_;
  const ExaminationProgress& progress_;
  std::vector<Diagnosis> diagnoses_;
};

/// What SQLite finds wrong, at most ten things and some more; several may stand in a row of its answer, under
/// a head that names the database.
std::vector<std::string> damages_of_file(Connection& connection) {
  std::vector<std::string> all;
  for (auto row = connection.query("PRAGMA integrity_check(10)"); row.step();) {
    std::istringstream lines(row.text(0));
    for (std::string line; std::getline(lines, line);)
      if (line != "ok" && !line.starts_with("***")) all.push_back(line);
  }
  return all;
}

void Doctor::file() {
  auto& diagnosis = begin("file");
  diagnosis.looked_at = static_cast<std::uint64_t>(connection_.number("PRAGMA page_count"));
  if (const auto damages = damages_of_file(connection_); !damages.empty()) {
    diagnosis.health = Health::ill;
    diagnosis.wrong = damages.size();
    diagnosis.what = "SQLite finds it damaged: " + damages.front();
    diagnosis.remedy =
        fmt::format("restore a backup, or save what can be read: sqlite3 {0} .recover | sqlite3 {0}.saved",
                    database_.path());
  }
}

void Doctor::references() {
  auto& diagnosis = begin("references");
  diagnosis.looked_at = count("claim") + count("mention");
  complain(diagnosis,
           ask("SELECT \"table\" || ' ' || coalesce(rowid, '') || ' without its ' || parent AS name"
               " FROM pragma_foreign_key_check"),
           "rows that point to none",
           "restore a backup; another program has deleted rows without PRAGMA foreign_keys");
}

bool Doctor::index_is_whole(const std::string& index) try {
  // The 1 has it compared with the texts, not only with itself.
  connection_.database.exec(fmt::format("INSERT INTO {0} ({0}, rank) VALUES ('integrity-check', 1)", index));
  return true;
} catch (const SQLite::Exception& exception) {
  if (exception.getErrorCode() != SQLITE_CORRUPT) throw;
  return false;
}

void Doctor::full_text() {
  auto& diagnosis = begin("full text");
  diagnosis.looked_at = count("revision") + count("sentence");
  std::vector<std::string> broken;
  for (const std::string index : {"article_fts", "claim_fts"})
    if (!index_is_whole(index)) broken.push_back(index);
  if (broken.empty()) return;
  complain(diagnosis, {broken.size(), broken.front()}, "indexes that are not of the texts", kMend);
  mend(diagnosis, [&] {
    for (const auto& index : broken)
      connection_.database.exec(fmt::format("INSERT INTO {0} ({0}) VALUES ('rebuild')", index));
  });
}

void Doctor::words() {
  auto& diagnosis = begin("words");
  diagnosis.looked_at = count("claim") + count("mention") + count("sentence");
  // substr() walks from the begin of the text: a span and its byte offset are asked in one go.
  const auto elsewhere = [](const std::string& table, const std::string& letter, const std::string& begin,
                            const std::string& end, const std::string& surface) {
    return fmt::format(
        "SELECT '{1}' || row.id AS name FROM {0} AS row JOIN revision ON revision.id = row.revision_id"
        " WHERE substr(revision.text, row.{2} + 1, row.{3} - row.{2}) IS NOT row.{4}"
        " OR length(CAST(substr(revision.text, 1, row.{2}) AS BLOB)) IS NOT row.byte_begin",
        table, letter, begin, end, surface);
  };
  complain(diagnosis, ask(elsewhere("claim", "c", "value_begin", "value_end", "surface")),
           "claims whose words do not stand where they say", kFromBackup);
  complain(diagnosis, ask(elsewhere("mention", "mention ", "span_begin", "span_end", "surface")),
           "mentions whose words do not stand where they say", kFromBackup);
  complain(diagnosis, ask(elsewhere("sentence", "sentence ", "span_begin", "span_end", "text")),
           "sentences that do not stand where they say", kFromBackup);
  complain(
      diagnosis,
      ask("SELECT 'c' || claim.id AS name FROM claim JOIN sentence ON sentence.id = claim.sentence_id WHERE"
          " claim.value_begin < sentence.span_begin OR claim.value_end > sentence.span_end"
          " OR claim.revision_id <> sentence.revision_id"),
      "claims outside of their sentence", kFromBackup);
}

void Doctor::live() {
  auto& diagnosis = begin("newest");
  diagnosis.looked_at = count("article");
  complain(diagnosis,
           ask("SELECT 'a' || id AS name FROM article WHERE id NOT IN (SELECT article_id FROM revision WHERE "
               "live)"),
           "articles without a newest text", kFromBackup);
  complain(diagnosis,
           ask("SELECT 'a' || article_id AS name FROM revision JOIN (SELECT article_id AS of, max(number) AS "
               "newest FROM"
               " revision GROUP BY 1) ON of = article_id WHERE live <> (number = newest)"),
           "texts that are taken for the newest and are not, or the other way round", kFromBackup);
  complain(diagnosis,
           ask("SELECT 'c' || claim.id AS name FROM claim JOIN revision ON revision.id = claim.revision_id"
               " WHERE claim.live AND NOT revision.live"),
           "claims of an older text that are taken for today's", kFromBackup);
}

void Doctor::counters() {
  auto& diagnosis = begin("counters");
  diagnosis.looked_at = count("company");
  for (const Counter& counter : store::counters())
    complain(diagnosis, ask(counter.wrong()), counter.words, kMend);
  mend(diagnosis, [&] {
    for (const Counter& counter : store::counters()) connection_.database.exec(counter.count_again());
  });
}

void Doctor::orphans() {
  auto& diagnosis = begin("owners");
  for (const Orphans& kind : orphans_of_all_kinds()) {
    diagnosis.looked_at += count(std::string(kind.table));
    complain(diagnosis, ask(kind.select()), kind.words, kMend);
  }
  mend(diagnosis, [&] {
    for (const Orphans& kind : orphans_of_all_kinds()) connection_.database.exec(kind.delete_all());
  });
}

std::string Doctor::of_newest(std::string_view what, std::uint64_t all) const {
  if (examination_.full || all <= kNewestArticles) return "";
  return fmt::format("{} of the newest {} articles of {}; --full looks at all", what, kNewestArticles, all);
}

// A pair of claims may stand for another pair with the same figures of the same two articles, depending on
// which of the two came first: what is compared is which texts are at odds over what.
using Odds = std::set<std::tuple<std::int64_t, std::int64_t, std::string, std::string>>;
Odds odds_of(Connection& connection, std::int64_t revision) {
  auto row = connection.query(
      "SELECT DISTINCT min(a.revision_id, b.revision_id), max(a.revision_id, b.revision_id), a.metric, "
      "verdict"
      " FROM claim AS own JOIN comparison ON own.id = claim_a JOIN claim AS a ON a.id = claim_a"
      " JOIN claim AS b ON b.id = claim_b WHERE own.revision_id = ?1 AND own.live"
      " UNION SELECT min(a.revision_id, b.revision_id), max(a.revision_id, b.revision_id), a.metric, verdict"
      " FROM claim AS own JOIN comparison ON own.id = claim_b JOIN claim AS a ON a.id = claim_a"
      " JOIN claim AS b ON b.id = claim_b WHERE own.revision_id = ?1 AND own.live");
  row.bind(revision);
  Odds odds;
  while (row.step()) odds.emplace(row.integer(0), row.integer(1), row.text(2), row.text(3));
  return odds;
}

Doctor::Wrong Doctor::other_conflicts(std::int64_t revision) {
  SQLite::Transaction taken_back(connection_.database, SQLite::TransactionBehavior::IMMEDIATE);
  const Odds written = odds_of(connection_, revision);
  compare_again(connection_, {revision});
  const Odds made = odds_of(connection_, revision);
  Odds differing;
  std::ranges::set_symmetric_difference(written, made, std::inserter(differing, differing.end()));
  if (differing.empty()) return {};
  auto row = connection_.query("SELECT article_id FROM revision WHERE id = ?1");
  row.bind(revision).step();
  const auto& [one, other, metric, verdict] = *differing.begin();
  return {differing.size(), fmt::format("a{} ({}, {})", row.integer(0), metric, verdict)};
}

void Doctor::conflicts() {
  auto& diagnosis = begin("conflicts");
  std::vector<std::int64_t> revisions;
  auto row = connection_.query(
      "SELECT DISTINCT revision.id FROM revision JOIN claim ON claim.revision_id = revision.id WHERE "
      "claim.live"
      " ORDER BY revision.id DESC LIMIT ?1");
  row.bind(examination_.full ? std::int64_t{-1} : static_cast<std::int64_t>(kNewestArticles));
  while (row.step()) revisions.push_back(row.integer(0));
  Wrong wrong;
  std::set<std::int64_t> to_mend;
  for (const auto revision : revisions) {
    if (++diagnosis.looked_at % 100 == 0)
      progress_(fmt::format("conflicts of {} of {} articles", diagnosis.looked_at, revisions.size()));
    const auto here = other_conflicts(revision);
    if (here.rows == 0) continue;
    wrong = {wrong.rows + here.rows, here.first};
    to_mend.insert(revision);
  }
  diagnosis.what = of_newest("looked at those", count("article"));
  complain(diagnosis, wrong, "conflicts that are not those which the claims give", kMend);
  mend(diagnosis, [&] { compare_again(connection_, to_mend); });
}

void Doctor::archives() {
  auto& diagnosis = begin("web archives");
  std::vector<std::pair<std::int64_t, ingest::WarcPlace>> places;
  {
    auto row = connection_.query(
        "SELECT article_id, warc_file, warc_offset, warc_length FROM revision WHERE warc_file IS NOT NULL"
        " ORDER BY id DESC LIMIT ?1");
    row.bind(examination_.full ? std::int64_t{-1} : static_cast<std::int64_t>(kNewestArticles));
    while (row.step())
      if (const auto place = read_record(connection_, row, 1)) places.emplace_back(row.integer(0), *place);
  }
  Wrong wrong;
  for (const auto& [article, place] : places) {
    if (++diagnosis.looked_at % 1'000 == 0)
      progress_(fmt::format("web archives: {} of {} pages", diagnosis.looked_at, places.size()));
    const auto record = ingest::read_warc_record(place);
    if (record && record->digest_ok != false && !record->cut_off) continue;
    wrong = {wrong.rows + 1, fmt::format("a{} in {}", article, place.file)};
  }
  diagnosis.what = of_newest("looked at the pages", count("revision"));
  complain(diagnosis, wrong, "pages that are no longer kept whole",
           "put the folder of the web archives back beside the database, from a backup");
}

}  // namespace

Result<std::vector<Diagnosis>> examine(Database& database, const Examination& examination,
                                       const ExaminationProgress& progress) {
  return guarded(database, "examine " + database.path(),
                 [&] { return Doctor(database, examination, progress).examine(); });
}

}  // namespace gegenprobe::store
