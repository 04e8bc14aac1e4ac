// What happens to the database when programs die or meet.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "articles.h"
#include "store/connection.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

// Ends without running the destructors and exit handlers of the test program it was forked from.
template <class Work>
pid_t in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      work();
    } catch (const std::exception& exception) {
      std::fprintf(stderr, "child: %s\n", exception.what());
      ::_exit(1);
    }
    ::_exit(0);
  }
  return child;
}

int exit_code(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void expect_whole(Database& database) {
  auto& connection = database.connection();
  EXPECT_EQ(connection.database.execAndGet("PRAGMA integrity_check").getString(), "ok");
  EXPECT_EQ(connection.number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
  EXPECT_EQ(connection.number("SELECT count(*) FROM (SELECT revision.id FROM revision LEFT JOIN claim ON "
                              "claim.revision_id = revision.id"
                              " GROUP BY revision.id HAVING count(claim.id) <> 5)"),
            0);
  connection.database.exec("INSERT INTO article_fts (article_fts) VALUES ('integrity-check')");
  connection.database.exec("INSERT INTO claim_fts (claim_fts) VALUES ('integrity-check')");
}

TEST(Killed, LeavesWholeArticles) {
  const test::TemporaryFolder folder;
  const auto path = folder.file("a.db");
  test::open(path);
  constexpr int kTimes = 40;
  for (int time = 0; time < kTimes; ++time) {
    const auto child = in_child([&] {
      auto database = test::open(path);
      for (int n = 0;; ++n) test::add(database, test::series_article(n, time));
    });
    // Later ones live longer, so that some come to write on a slow machine too.
    std::this_thread::sleep_for(std::chrono::milliseconds(8 + time * 7 % 23 + 3 * time));
    ::kill(child, SIGKILL);
    ASSERT_EQ(exit_code(child), -SIGKILL);
  }
  auto database = test::open(path);
  expect_whole(database);
  EXPECT_GT(statistics(database)->articles, 0u);
}

TEST(TwoWriters, WaitForEachOther) {
  const test::TemporaryFolder folder;
  const auto path = folder.file("a.db");
  constexpr int kArticles = 150;
  pid_t children[2];
  // Both make the database, too.
  for (int writer = 0; writer < 2; ++writer)
    children[writer] = in_child([&] {
      auto database = test::open(path);
      for (int n = 0; n < kArticles; ++n) test::add(database, test::series_article(n, writer));
    });
  for (const auto child : children) EXPECT_EQ(exit_code(child), 0);
  auto database = test::open(path);
  expect_whole(database);
  EXPECT_EQ(statistics(database)->articles, 2u * kArticles);
}

TEST(TwoWriters, AddTheSameArticleOnce) {
  const test::TemporaryFolder folder;
  const auto path = folder.file("a.db");
  pid_t children[2];
  for (auto& child : children)
    child = in_child([&] {
      auto database = test::open(path);
      for (int n = 0; n < 100; ++n) test::add(database, test::series_article(n));
    });
  for (const auto child : children) EXPECT_EQ(exit_code(child), 0);
  auto database = test::open(path);
  expect_whole(database);
  EXPECT_EQ(statistics(database)->articles, 100u);
  EXPECT_EQ(statistics(database)->revisions, 100u);
}

TEST(Reader, SeesAWholeStateWhileAnotherWrites) {
  const test::TemporaryFolder folder;
  const auto path = folder.file("a.db");
  test::open(path);
  const auto child = in_child([&] {
    auto database = test::open(path);
    for (int n = 0; n < 150; ++n) test::add(database, test::series_article(n));
  });
  auto reader = test::open(path, Access::read);
  for (int time = 0; time < 50; ++time) {
    const auto counts = statistics(reader);
    ASSERT_TRUE(counts) << counts.error().what;
    EXPECT_EQ(counts->claims, 5 * counts->articles);
  }
  EXPECT_EQ(exit_code(child), 0);
}

}  // namespace
}  // namespace gegenprobe::store
