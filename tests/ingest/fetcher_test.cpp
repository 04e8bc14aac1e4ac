#include "ingest/fetcher.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace gegenprobe::ingest {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// A network and a clock that only moves while it is waited for: each answer takes 100 ms.
class FakeNetwork : public HttpMany {
 public:
  void start(std::uint64_t ticket, const Request& request) override {
    asked.push_back(fmt::format("{} {}", elapsed.count(), request.url));
    headers = request.headers;
    running_.push_back({ticket, request.url});
  }

  std::vector<Answer> wait(milliseconds longest) override {
    std::vector<Answer> answers;
    elapsed += running_.empty() ? longest : std::min(longest, milliseconds(100));
    if (longest.count() == 0) return answers;
    for (const auto& [ticket, url] : std::exchange(running_, {})) {
      pages.try_emplace(url, Response{.status = 404, .url = url, .headers = {}, .body = {}});
      answers.push_back({ticket, pages.at(url)});
    }
    return answers;
  }
  void wake() override {}
  std::size_t running() const override { return running_.size(); }

  Clock clock() {
    return {.now = [this] { return begin + std::chrono::floor<seconds>(elapsed); },
            .passing = [this] { return std::chrono::steady_clock::time_point(elapsed); }};
  }

  std::map<std::string, Result<Response>> pages;
  std::vector<std::string> asked;  // with the time at which
  std::vector<std::pair<std::string, std::string>> headers;
  milliseconds elapsed{0};
  Moment begin{seconds(1'760'000'000)};

 private:
  std::vector<std::pair<std::uint64_t, std::string>> running_;
};

class Memory : public HostMemory {
 public:
  std::optional<HostState> find(const std::string& origin) override {
    const auto at = hosts.find(origin);
    return at == hosts.end() ? std::nullopt : std::optional(at->second);
  }
  void keep(const std::string& origin, const HostState& state) override { hosts[origin] = state; }
  std::map<std::string, HostState> hosts;
};

Response answer(int status, std::string body = "",
                std::vector<std::pair<std::string, std::string>> headers = {}) {
  return {.status = status, .url = {}, .headers = std::move(headers), .body = std::move(body)};
}

Error no_answer(const std::string& url) { return {Error::Kind::network, url + ": no connection", ""}; }

std::string dump(const Fetched& fetched) {
  switch (fetched.how) {
    case Fetched::How::answered:
      return fmt::format("{} {}{}", fetched.ticket, fetched.response.status,
                         fetched.moved_to.empty() ? "" : " moved to " + fetched.moved_to);
    case Fetched::How::failed:
      return fmt::format("{} failed {}", fetched.ticket, fetched.error->what);
    case Fetched::How::forbidden:
      return fmt::format("{} forbidden", fetched.ticket);
    case Fetched::How::put_off:
      return fmt::format("{} put off: {}{}", fetched.ticket, fetched.why, fetched.asked ? ", asked" : "");
  }
  return "";
}

class Fetching : public testing::Test {
 protected:
  std::vector<std::string> fetch(const std::vector<std::string>& urls) {
    Fetcher fetcher(network_, memory_, manners_, network_.clock());
    for (std::size_t i = 0; i < urls.size(); ++i) fetcher.add({.ticket = i + 1, .url = urls[i]});
    return rest_of(fetcher);
  }
  std::vector<std::string> rest_of(Fetcher& fetcher) {
    std::vector<std::string> done;
    for (int turns = 0; fetcher.open() > 0 && turns < 10'000; ++turns)
      for (const auto& fetched : fetcher.wait(milliseconds(10'000))) done.push_back(dump(fetched));
    EXPECT_EQ(fetcher.open(), 0u) << "nothing is lost";
    return done;
  }
  void page(const std::string& url, Result<Response> response) {
    network_.pages.insert_or_assign("https://" + url, std::move(response));
  }

  FakeNetwork network_;
  Memory memory_;
  Manners manners_;
};

using Lines = std::vector<std::string>;

TEST_F(Fetching, ReadsRobotsFirstAndKeepsTheDelay) {
  page("a.example/1", answer(200)), page("a.example/2", answer(200));
  EXPECT_EQ(fetch({"https://a.example/1", "https://a.example/2"}), (Lines{"1 200", "2 200"}));
  EXPECT_EQ(network_.asked, (Lines{"0 https://a.example/robots.txt", "1100 https://a.example/1",
                                   "2200 https://a.example/2"}));
}

TEST_F(Fetching, AsksManyHostsAtOnce) {
  EXPECT_EQ(fetch({"https://a.example/1", "https://b.example/1"}).size(), 2u);
  EXPECT_EQ(std::ranges::count_if(network_.asked, [](const auto& line) { return line.starts_with("0 "); }),
            2);
  network_.asked.clear();
  manners_.at_once = 1;
  memory_.hosts.clear();
  fetch({"https://a.example/1", "https://b.example/1"});
  EXPECT_NE(network_.asked[0].substr(0, 4), network_.asked[1].substr(0, 4)) << "one after the other";
}

TEST_F(Fetching, RobotsForbidsAndAsksForMoreTime) {
  page("a.example/robots.txt", answer(200, "User-agent: Gegenprobe\nDisallow: /intern\nCrawl-delay: 5\n"));
  EXPECT_EQ(fetch({"https://a.example/intern/1", "https://a.example/2", "https://a.example/3"}),
            (Lines{"1 forbidden", "2 404", "3 404"}));
  EXPECT_EQ(network_.asked.back(), "6200 https://a.example/3");
}

TEST_F(Fetching, ADelayBeyondPatienceIsForTheNextRun) {
  page("a.example/robots.txt", answer(200, "User-agent: *\nCrawl-delay: 300\n"));
  memory_.hosts["https://a.example"] = {.robots = "User-agent: *\nCrawl-delay: 300\n",
                                        .robots_status = 200,
                                        .robots_at = network_.begin,
                                        .not_before = {},
                                        .why = {}};
  EXPECT_EQ(fetch({"https://a.example/1", "https://a.example/2"}),
            (Lines{"1 404", "2 put off: Crawl-delay"}));
}

TEST_F(Fetching, RobotsIsRememberedForADay) {
  fetch({"https://a.example/1"});
  network_.elapsed += hours(23);
  network_.asked.clear();
  fetch({"https://a.example/1"});
  EXPECT_EQ(network_.asked.size(), 1u);
  network_.elapsed += hours(2);
  fetch({"https://a.example/1"});
  EXPECT_EQ(network_.asked.size(), 3u);
}

TEST_F(Fetching, WithoutRobotsNothingIsFetchedFromAFaultyHost) {
  page("a.example/robots.txt", answer(500));
  EXPECT_EQ(fetch({"https://a.example/1"}),
            Lines{"1 failed https://a.example/1: the robots.txt of its host could not be read"});
  page("b.example/robots.txt", no_answer("https://b.example/robots.txt"));
  EXPECT_EQ(
      fetch({"https://b.example/1", "https://b.example/2"}),
      (Lines{"1 failed https://b.example/1: no connection", "2 failed https://b.example/2: no connection"}));
}

TEST_F(Fetching, AnOldRobotsHoldsOnWhileTheHostHasAFault) {
  memory_.hosts["https://a.example"] = {.robots = "User-agent: *\nDisallow: /x\n",
                                        .robots_status = 200,
                                        .robots_at = network_.begin - hours(48),
                                        .not_before = {},
                                        .why = {}};
  page("a.example/robots.txt", answer(503));
  EXPECT_EQ(fetch({"https://a.example/x", "https://a.example/y"}), (Lines{"1 forbidden", "2 404"}));
}

TEST_F(Fetching, RobotsMayBeElsewhere) {
  page("a.example/robots.txt", answer(301, "", {{"location", "https://www.a.example/robots.txt"}}));
  page("www.a.example/robots.txt", answer(200, "User-agent: *\nDisallow: /x\n"));
  EXPECT_EQ(fetch({"https://a.example/x"}), Lines{"1 forbidden"});
}

TEST_F(Fetching, RedirectsKeepTheMannersOfTheHostTheyLeadTo) {
  page("a.example/1", answer(301, "", {{"location", "https://b.example/1"}}));
  page("b.example/1", answer(308, "", {{"location", "/2"}}));
  page("b.example/2", answer(200));
  EXPECT_EQ(fetch({"https://a.example/1"}), Lines{"1 200 moved to https://b.example/2"});
  EXPECT_EQ(network_.asked[2], "1200 https://b.example/robots.txt");
  page("b.example/robots.txt", answer(200, "User-agent: *\nDisallow: /\n"));
  memory_.hosts.clear();
  EXPECT_EQ(fetch({"https://a.example/1"}), Lines{"1 forbidden"});
}

TEST_F(Fetching, OnlyPermanentRedirectsAreRemembered) {
  page("a.example/1", answer(301, "", {{"location", "/2"}}));
  page("a.example/2", answer(302, "", {{"location", "/3"}}));
  page("a.example/3", answer(200));
  EXPECT_EQ(fetch({"https://a.example/1"}), Lines{"1 200"});
}

TEST_F(Fetching, RedirectsEnd) {
  page("a.example/1", answer(302, "", {{"location", "/1"}}));
  page("a.example/2", answer(302, "", {{"location", "file:///etc/passwd"}}));
  page("a.example/3", answer(302));
  EXPECT_EQ(fetch({"https://a.example/1"}), Lines{"1 failed https://a.example/1: more than 5 redirects"});
  EXPECT_EQ(fetch({"https://a.example/2"}),
            Lines{"1 failed https://a.example/2: leads to something other than http and https"});
  EXPECT_EQ(fetch({"https://a.example/3"}), Lines{"1 302"}) << "without a target it is an answer";
}

TEST_F(Fetching, APauseIsKeptOverRuns) {
  page("a.example/1", answer(429, "", {{"retry-after", "600"}}));
  EXPECT_EQ(fetch({"https://a.example/1", "https://a.example/2"}),
            (Lines{"1 put off: 429, asked", "2 put off: 429"}));
  network_.asked.clear();
  EXPECT_EQ(fetch({"https://a.example/2"}), Lines{"1 put off: 429"});
  EXPECT_TRUE(network_.asked.empty());
  network_.elapsed += minutes(11);
  EXPECT_EQ(fetch({"https://a.example/2"}), Lines{"1 404"});
  EXPECT_EQ(memory_.hosts["a.example"].backoffs, 0) << "it answers again";
}

TEST_F(Fetching, APauseIsOfTheWholeDomain) {
  page("www.a.co.uk/1", answer(429, "", {{"retry-after", "600"}}));
  EXPECT_EQ(fetch({"https://www.a.co.uk/1"}), Lines{"1 put off: 429, asked"});
  network_.asked.clear();
  EXPECT_EQ(fetch({"https://news.a.co.uk/1", "https://b.co.uk/1"}), (Lines{"1 put off: 429", "2 404"}));
  EXPECT_EQ(network_.asked.size(), 2u) << "robots.txt and page of the other domain";
}

TEST_F(Fetching, AnAnswerUnderWayEndsNoPause) {
  manners_.delay = milliseconds(0);
  page("x.a.example/1", answer(429, "", {{"retry-after", "600"}}));
  page("y.a.example/1", answer(200));
  auto done = fetch({"https://x.a.example/1", "https://y.a.example/1"});
  std::ranges::sort(done);
  EXPECT_EQ(done, (Lines{"1 put off: 429, asked", "2 200"}));
  EXPECT_EQ(fetch({"https://y.a.example/2"}), Lines{"1 put off: 429"});
}

TEST_F(Fetching, GivesEveryAnswerToBeKept) {
  page("a.example/1", answer(302, "", {{"location", "/2"}}));
  page("a.example/2", answer(500));
  Fetcher fetcher(network_, memory_, manners_, network_.clock());
  Lines kept;
  fetcher.keep_with([&](Response& response) {
    kept.push_back(fmt::format("{} {}", response.status, response.url));
    response.record = WarcPlace{"a.warc.gz", kept.size(), 1};
  });
  fetcher.add({.ticket = 1, .url = "https://a.example/1"});
  for (auto fetched = fetcher.wait(seconds(1)); fetched.empty(); fetched = fetcher.wait(seconds(1))) {
  }
  EXPECT_EQ(kept, (Lines{"404 https://a.example/robots.txt", "302 https://a.example/1",
                         "500 https://a.example/2"}));
}

TEST_F(Fetching, AShortPauseIsWaitedFor) {
  page("a.example/1", answer(503, "", {{"retry-after", "60"}}));
  EXPECT_EQ(fetch({"https://a.example/1", "https://a.example/2"}), (Lines{"1 put off: 503, asked", "2 404"}));
  EXPECT_EQ(network_.asked.back(), "61200 https://a.example/2");
}

TEST_F(Fetching, AHostThatDoesNotAnswerIsLeftAlone) {
  for (const char* url : {"a.example/1", "a.example/2", "a.example/3"}) page(url, no_answer(url));
  EXPECT_EQ(fetch({"https://a.example/1", "https://a.example/2", "https://a.example/3"}),
            (Lines{"1 failed a.example/1: no connection", "2 failed a.example/2: no connection",
                   "3 put off: does not answer"}));
}

TEST_F(Fetching, AClockThatWasWrongDoesNotStopEverything) {
  memory_.hosts["https://a.example"] = {.robots = "",
                                        .robots_status = 404,
                                        .robots_at = network_.begin + hours(24 * 400),
                                        .not_before = network_.begin + hours(24 * 400),
                                        .why = "429",
                                        .backoffs = 1};
  EXPECT_EQ(fetch({"https://a.example/1"}), Lines{"1 404"});
}

TEST_F(Fetching, SendsConditionsToTheAddressTheyAreOf) {
  page("a.example/1", answer(304));
  Fetcher fetcher(network_, memory_, manners_, network_.clock());
  fetcher.add({.ticket = 7, .url = "https://a.example/1", .etag = "\"x\"", .last_modified = "yesterday"});
  EXPECT_EQ(rest_of(fetcher), Lines{"7 304"});
  using Headers = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(network_.headers, (Headers{{"If-None-Match", "\"x\""}, {"If-Modified-Since", "yesterday"}}));
  page("a.example/1", answer(302, "", {{"location", "/2"}}));
  Fetcher again(network_, memory_, manners_, network_.clock());
  again.add({.ticket = 8, .url = "https://a.example/1", .etag = "\"x\""});
  EXPECT_EQ(rest_of(again), Lines{"8 404"});
  EXPECT_EQ(network_.headers, Headers{});
}

TEST_F(Fetching, NamesWhatIsNoAddress) {
  EXPECT_EQ(fetch({"gopher://a.example/"}),
            Lines{"1 failed \"gopher://a.example/\" is no usable address: only http and https are read"});
}

}  // namespace
}  // namespace gegenprobe::ingest
