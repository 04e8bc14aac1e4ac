#include "ingest/warc_writer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "ingest/warc.h"

namespace gegenprobe::ingest {
namespace {

namespace fs = std::filesystem;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

const sys_seconds kNow = sys_days(std::chrono::year(2025) / 10 / 7) + std::chrono::hours(9);

Response page(const std::string& url, const std::string& body) {
  return {.status = 200,
          .url = url,
          .headers = {{"content-type", "text/html; charset=utf-8"},
                      {"content-encoding", "gzip"},
                      {"content-length", "7"}},
          .body = body,
          .sent = "GET /a HTTP/1.1\r\nHost: www.example.org\r\n\r\n"};
}

class Archive : public testing::Test {
 protected:
  Archive() { fs::remove_all(folder); }
  ~Archive() override { fs::remove_all(folder); }

  WarcPlace keep(const std::string& url, const std::string& body, sys_seconds time = kNow) {
    auto place = WarcWriter(folder).append(page(url, body), time);
    EXPECT_TRUE(place) << (place ? "" : place.error().what);
    return place ? *place : WarcPlace();
  }
  /// "warcinfo; response BODY; request; …, N damaged", and "!" where a digest is wrong.
  std::string dump(const std::string& archive) {
    const auto file = open_file(archive);
    WarcReader reader(**file, archive);
    std::string text;
    for (WarcRecord record; *reader.next(record);)
      text += fmt::format("{}{}{}; ", record.type, record.type == "response" ? " " + record.body() : "",
                          record.digest_ok == true ? "" : "!");
    return text + fmt::format("{} damaged", reader.damaged());
  }
  void spoil(const std::string& archive, const std::string& tail) {
    std::ofstream(archive, std::ios::app) << tail;
  }

  std::string folder = fs::temp_directory_path() / fmt::format("gegenprobe-warc-{}", ::getpid());
  std::string path = folder + "/2025-10.warc.gz";
  std::string note = folder + "/.2025-10.end";
};

TEST_F(Archive, KeepsWhatWasFetched) {
  const auto first = keep("https://www.example.org/a", "<p>eins"),
             second = keep("https://www.example.org/b", "<p>zwei");
  EXPECT_EQ(dump(path), "warcinfo; response <p>eins; request; response <p>zwei; request; 0 damaged");
  const auto read = read_warc_record(second);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->uri, "https://www.example.org/b");
  EXPECT_EQ(read->date, "2025-10-07T09:00:00Z");
  EXPECT_EQ(read->body(), "<p>zwei");
  EXPECT_EQ(read->http->status, 200);
  EXPECT_EQ(read->http->header("content-length"), "7");
  EXPECT_EQ(read->http->header("content-encoding"), "") << "the body is kept decoded";
  EXPECT_EQ(read->http->header("x-archive-orig-content-encoding"), "gzip");
  EXPECT_EQ(read->length, second.length);
  EXPECT_GT(second.offset, first.offset + first.length);
}

TEST_F(Archive, AFileAMonth) {
  keep("https://www.example.org/a", "eins");
  EXPECT_EQ(keep("https://www.example.org/a", "zwei", kNow + std::chrono::days(30)).file,
            folder + "/2025-11.warc.gz");
  EXPECT_EQ(dump(path), "warcinfo; response eins; request; 0 damaged");
}

TEST_F(Archive, AHostileServerEndsNoLine) {
  auto hostile = page("https://www.example.org/a\r\nWARC-Type: metadata", "eins");
  hostile.headers.emplace_back("x", "y\r\nContent-Length: 0\r\n\r\nz");
  ASSERT_TRUE(WarcWriter(folder).append(hostile, kNow));
  EXPECT_EQ(dump(path), "warcinfo; response eins; request; 0 damaged");
}

TEST_F(Archive, AHalfRecordIsCutOff) {
  keep("https://www.example.org/a", "eins");
  std::ifstream file(path);
  const std::string whole((std::istreambuf_iterator<char>(file)), {});
  spoil(path, whole.substr(0, whole.size() / 2));
  keep("https://www.example.org/b", "zwei");
  EXPECT_EQ(dump(path), "warcinfo; response eins; request; response zwei; request; 0 damaged");
}

TEST_F(Archive, AHalfRecordIsFoundWithoutTheNote) {
  keep("https://www.example.org/a", "eins");
  spoil(path, "\x1F\x8B\x08 half a record");
  for (const std::string said : {"", "99999999999999999999", "00000000000000009999\n"}) {
    if (said.empty())
      fs::remove(note);
    else
      std::ofstream(note) << said;
    spoil(path, "\x1F\x8B\x08 half a record");
    keep("https://www.example.org/b", "zwei");
  }
  EXPECT_EQ(dump(path),
            "warcinfo; response eins; request; response zwei; request; response zwei; request; response "
            "zwei; request; 0 damaged");
}

TEST_F(Archive, AnotherFileIsLeftAsItIs) {
  fs::create_directories(folder);
  std::ofstream(path) << "my holiday pictures";
  const auto place = WarcWriter(folder).append(page("https://www.example.org/a", "eins"), kNow);
  ASSERT_FALSE(place);
  EXPECT_EQ(place.error().what, path + ": this is no web archive: no record begins in it");
  EXPECT_EQ(fs::file_size(path), 19u);
}

TEST_F(Archive, AFolderThatCannotBeMade) {
  const auto place = WarcWriter("/proc/warc").append(page("https://www.example.org/a", "eins"), kNow);
  ASSERT_FALSE(place);
  EXPECT_EQ(place.error().kind, Error::Kind::store);
}

TEST_F(Archive, AFullDisk) {
  fs::create_directories(folder);
  fs::create_symlink("/dev/full", path);
  const auto place = WarcWriter(folder).append(page("https://www.example.org/a", "eins"), kNow);
  ASSERT_FALSE(place);
  EXPECT_EQ(place.error().what, "the disk is full: could not keep the page in " + path);
}

TEST_F(Archive, ARecordThatIsNotThere) {
  const auto place = keep("https://www.example.org/a", "eins");
  EXPECT_FALSE(read_warc_record({place.file, place.offset + 3, place.length}));
  EXPECT_FALSE(read_warc_record({place.file + "x", place.offset, place.length}));
  EXPECT_FALSE(read_warc_record({place.file, 1'000'000, 1}));
}

template <class Work>
pid_t in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  return child;
}

std::size_t responses(const std::string& dumped) {
  std::size_t count = 0;
  for (auto at = dumped.find("response"); at != dumped.npos; at = dumped.find("response", at + 1)) ++count;
  return count;
}

TEST_F(Archive, ManyWritersLoseNothing) {
  std::vector<pid_t> children;
  for (int writer = 0; writer < 4; ++writer)
    children.push_back(in_child([&] {
      WarcWriter shared(folder);
      std::jthread beside([&] {
        for (int n = 0; n < 50; ++n)
          static_cast<void>(shared.append(page("https://www.example.org/", "text"), kNow));
      });
      for (int n = 0; n < 50; ++n)
        static_cast<void>(shared.append(page("https://www.example.org/", "text"), kNow));
    }));
  for (const auto child : children) ::waitpid(child, nullptr, 0);
  const auto dumped = dump(path);
  EXPECT_EQ(responses(dumped), 400u);
  EXPECT_TRUE(dumped.ends_with("0 damaged"));
  EXPECT_EQ(dumped.find("warcinfo", 1), dumped.npos) << "one, at the begin";
}

TEST_F(Archive, KilledAtAnyMoment) {
  std::mt19937 random(20251007);
  std::string body(200'000, ' ');
  for (char& c : body) c = static_cast<char>(random());
  for (int time = 0; time < 100; ++time) {
    const auto child = in_child([&] {
      WarcWriter writer(folder);
      for (;;) static_cast<void>(writer.append(page("https://www.example.org/", body), kNow));
    });
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 25'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }
  const auto last = keep("https://www.example.org/", "last");
  const auto file = open_file(path);
  WarcReader reader(**file, path);
  std::size_t whole = 0;
  for (WarcRecord record; *reader.next(record);) {
    EXPECT_TRUE(record.digest_ok.value_or(false));
    whole += record.type == "response";
    if (record.offset != last.offset) continue;
    EXPECT_EQ(record.body(), "last");
  }
  EXPECT_EQ(reader.damaged(), 0u);
  EXPECT_GT(whole, 10u);
}

}  // namespace
}  // namespace gegenprobe::ingest
