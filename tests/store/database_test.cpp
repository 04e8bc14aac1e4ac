#include "store/database.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "articles.h"
#include "store/connection.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;

void write_file(const std::string& path, const std::string& content) { std::ofstream(path) << content; }

std::string error_of(const Result<Database>& opened) { return opened ? "opened" : opened.error().what; }

/// A file name in `folder`, what is done to it before, and the error with the folder's name cut out.
struct Row {
  const char *name, *file;
  Access access;
  void (*prepare)(const std::string& path);
  const char* error;
};

void make(const std::string& path) { test::open(path); }
void exec(const std::string& path, const char* sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(sql);
}

const Row kRows[] = {
    {"New", "a.db", Access::write, [](const std::string&) {}, "opened"},
    {"Again", "a.db", Access::write, make, "opened"},
    {"ToRead", "a.db", Access::read, make, "opened"},
    {"MissingToRead", "a.db", Access::read, [](const std::string&) {}, "there is no database DIR/a.db"},
    {"MissingFolder", "no/a.db", Access::write, [](const std::string&) {},
     "there is no folder DIR/no for the database"},
    {"MissingFolderToRead", "no/a.db", Access::read, [](const std::string&) {},
     "there is no database DIR/no/a.db"},
    {"IsAFolder", "a", Access::write, [](const std::string& path) { fs::create_directory(path); },
     "DIR/a is a folder, not a database"},
    {"EmptyFileToWrite", "a.db", Access::write, [](const std::string& path) { write_file(path, ""); },
     "opened"},
    {"EmptyFileToRead", "a.db", Access::read, [](const std::string& path) { write_file(path, ""); },
     "DIR/a.db is empty"},
    {"NotADatabase", "a.txt", Access::write,
     [](const std::string& path) { write_file(path, std::string(5000, 'x')); },
     "DIR/a.txt is not a database"},
    {"NotADatabaseToRead", "a.txt", Access::read,
     [](const std::string& path) { write_file(path, std::string(5000, 'x')); },
     "DIR/a.txt is not a database"},
    {"AnotherProgrammes", "a.db", Access::write,
     [](const std::string& path) { exec(path, "CREATE TABLE t (x)"); },
     "DIR/a.db is a database of another program"},
    {"NewerSchema", "a.db", Access::write,
     [](const std::string& path) { make(path), exec(path, "PRAGMA user_version = 99"); },
     "DIR/a.db has schema 99, this program knows schema NEWEST"},
    {"NewerSchemaToRead", "a.db", Access::read,
     [](const std::string& path) { make(path), exec(path, "PRAGMA user_version = 99"); },
     "DIR/a.db has schema 99, this program knows schema NEWEST"},
    {"ReadOnlyFile", "a.db", Access::write,
     [](const std::string& path) { make(path), ::chmod(path.c_str(), 0444); }, "DIR/a.db is read-only"},
    {"ReadOnlyFileToRead", "a.db", Access::read,
     [](const std::string& path) { make(path), ::chmod(path.c_str(), 0444); }, "opened"},
    {"OddCharactersInTheName", "50 % ä?#.db", Access::read, make, "opened"},
};

class OpenDatabase : public testing::TestWithParam<Row> {};
TEST_P(OpenDatabase, Row) {
  const test::TemporaryFolder folder;
  const auto path = folder.file(GetParam().file);
  GetParam().prepare(path);
  auto error = error_of(Database::open(path, GetParam().access));
  const auto directory = folder.file("");
  if (const auto at = error.find(directory.substr(0, directory.size() - 1)); at != std::string::npos)
    error.replace(at, directory.size() - 1, "DIR");
  const auto newest = "knows schema " + std::to_string(schema_version());
  if (const auto at = error.find(newest); at != std::string::npos)
    error.replace(at, newest.size(), "knows schema NEWEST");
  EXPECT_EQ(error, GetParam().error);
}
INSTANTIATE_TEST_SUITE_P(, OpenDatabase, testing::ValuesIn(kRows),
                         [](const auto& i) { return i.param.name; });

TEST(OpenError, ComesWithAHint) {
  const test::TemporaryFolder folder;
  const auto opened = Database::open(folder.file("no/a.db"), Access::write);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, Error::Kind::store);
  EXPECT_EQ(opened.error().hint, "mkdir -p " + folder.file("no"));
}

TEST(Open, SwitchesForeignKeysAndWalOn) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  EXPECT_EQ(database.connection().number("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(database.connection().database.execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST(Locked, IsToldInOneLine) {
  const test::TemporaryFolder folder;
  auto other = test::open(folder.file("a.db"));
  SQLite::Transaction writes(other.connection().database, SQLite::TransactionBehavior::IMMEDIATE);
  auto database = Database::open(folder.file("a.db"), Access::write, 20);
  ASSERT_TRUE(database);
  const auto article = test::series_article(1);
  const auto added =
      add_article(*database, article.document, article.extraction, test::kVersions, test::kNow);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().what, folder.file("a.db") + " is locked: another program is writing to it");
}

TEST(DiskFull, LeavesNothingBehind) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  test::add(database, test::series_article(1));
  const auto pages = database.connection().number("PRAGMA page_count");
  database.connection().database.exec("PRAGMA max_page_count = " + std::to_string(pages + 1));
  const auto article = test::series_article(2);
  const auto added = add_article(database, article.document, article.extraction, test::kVersions, test::kNow);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().what, "the disk is full: could not add https://example.org/0/2");
  EXPECT_EQ(statistics(database)->articles, 1u);
  EXPECT_EQ(statistics(database)->claims, 5u);
  database.connection().database.exec("PRAGMA max_page_count = 1000000");
  EXPECT_EQ(test::add(database, article).outcome, Outcome::fresh);
}

TEST(Damaged, IsToldInOneLine) {
  const test::TemporaryFolder folder;
  const auto path = folder.file("a.db");
  {
    auto database = test::open(path);
    for (int n = 0; n < 50; ++n) test::add(database, test::series_article(n));
  }
  const auto size = fs::file_size(path);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(size / 4));
  file << std::string(size / 2, '\xa5');
  file.close();
  const auto database = Database::open(path, Access::read);
  if (!database) {
    EXPECT_NE(database.error().what.find("is damaged"), std::string::npos) << database.error().what;
    return;
  }
  const auto claims = find_claims(const_cast<Database&>(*database), {.limit = 0});
  ASSERT_FALSE(claims);
  EXPECT_EQ(claims.error().what, path + " is damaged: could not look for claims");
  EXPECT_NE(claims.error().hint.find(".recover"), std::string::npos);
}

TEST(ReadOnlyMedia, NeedNoLockFiles) {
  const test::TemporaryFolder folder;
  const auto path = folder.file("a.db");
  {
    auto database = test::open(path);
    test::add(database, test::series_article(1));
  }
  ASSERT_FALSE(fs::exists(path + "-wal"));
  const auto database = Database::open(path, Access::read);
  ASSERT_TRUE(database);
  EXPECT_EQ(statistics(const_cast<Database&>(*database))->articles, 1u);
}

}  // namespace
}  // namespace gegenprobe::store
