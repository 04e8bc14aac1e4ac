#include "store/backup.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "articles.h"
#include "store/connection.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;

Result<Backup> backed_up(Database& database, const std::string& file) {
  return back_up(database, file, [](std::uint64_t, std::uint64_t) {});
}

TEST(Backup, IsADatabaseInOneFile) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  for (int n = 0; n < 20; ++n) test::add(database, test::series_article(n));
  const auto backup = backed_up(database, folder.file("b.db"));
  ASSERT_TRUE(backup) << backup.error().what;
  EXPECT_EQ(backup->articles, 20u);
  EXPECT_EQ(backup->claims, 100u);
  EXPECT_EQ(backup->bytes, fs::file_size(folder.file("b.db")));
  EXPECT_FALSE(fs::exists(folder.file("b.db.partial")));
  EXPECT_FALSE(fs::exists(folder.file("b.db-wal")));
  auto copy = test::open(folder.file("b.db"), Access::read);
  EXPECT_EQ(statistics(copy)->claims, 100u);
}

TEST(Backup, IsOfOneMomentWhileAnotherWrites) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  std::jthread writer([&](const std::stop_token& stop) {
    auto other = test::open(folder.file("a.db"));
    for (int n = 0; !stop.stop_requested(); ++n) test::add(other, test::series_article(n));
  });
  while (statistics(database)->articles < 5) std::this_thread::yield();
  for (int time = 0; time < 5; ++time) {
    ASSERT_TRUE(backed_up(database, folder.file("b.db")));
    auto copy = test::open(folder.file("b.db"), Access::read);
    EXPECT_EQ(copy.connection().database.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(statistics(copy)->claims, 5 * statistics(copy)->articles);
  }
}

TEST(Backup, TakesOverWhatADeadOneLeft) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  test::add(database, test::series_article(1));
  std::ofstream(folder.file("b.db.partial")) << std::string(10'000, 'x');
  ASSERT_TRUE(backed_up(database, folder.file("b.db")));
  EXPECT_EQ(statistics(*Database::open(folder.file("b.db"), Access::read))->articles, 1u);
}

TEST(Backup, RefusesWhatWouldHarm) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  const auto error = [&](const std::string& file) {
    const auto backup = backed_up(database, folder.file(file));
    return backup ? "backed up" : backup.error().what.substr(backup.error().what.rfind('/') + 1);
  };
  EXPECT_EQ(error("a.db"), "a.db is the database itself");
  EXPECT_EQ(error(""), " is a folder");
  EXPECT_EQ(error("none/b.db"), "b.db.partial: No such file or directory");
  const int held = ::open(folder.file("c.db.partial").c_str(), O_RDWR | O_CREAT, 0666);
  ASSERT_EQ(::flock(held, LOCK_EX), 0);
  EXPECT_EQ(error("c.db"), "c.db.partial");
  ::close(held);
  EXPECT_EQ(error("c.db"), "backed up");
}

TEST(Backup, LeavesTheOldCopyWhereTheNewOneFails) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  test::add(database, test::series_article(1));
  ASSERT_TRUE(backed_up(database, folder.file("b.db")));
  const auto before = fs::file_size(folder.file("b.db"));
  std::ofstream(folder.file("b.db.partial"));
  fs::permissions(folder.file("b.db.partial"), fs::perms::none);
  const int held = ::open(folder.file("b.db.partial").c_str(), O_RDWR);
  if (held >= 0) ::flock(held, LOCK_EX);  // for root, no file is forbidden
  EXPECT_FALSE(backed_up(database, folder.file("b.db")));
  if (held >= 0) ::close(held);
  EXPECT_EQ(fs::file_size(folder.file("b.db")), before);
}

}  // namespace
}  // namespace gegenprobe::store
