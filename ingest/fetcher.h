#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/http.h"
#include "ingest/robots.h"
#include "ingest/schedule.h"

namespace gegenprobe::ingest {

/// What is known of a host from one run to the next.
struct HostState {
  std::string robots;     ///< robots.txt as it came
  int robots_status = 0;  ///< of that answer; 0: there was none
  std::optional<Moment> robots_at;
  std::optional<Moment> not_before;  ///< it is left alone until then
  std::string why;                   ///< "429"
  int backoffs = 0;                  ///< in a row
};

/// Where that is kept. Hosts are named by their origin, "https://www.example.org"; domains, which have pauses
/// and nothing else, by their name, "example.org".
class HostMemory {
 public:
  virtual ~HostMemory() = default;
  virtual std::optional<HostState> find(const std::string& name) = 0;
  virtual void keep(const std::string& name, const HostState& state) = 0;
};

/// The time of day, and the time that passes; tests pass their own.
struct Clock {
  std::function<Moment()> now = [] {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  };
  std::function<std::chrono::steady_clock::time_point()> passing = std::chrono::steady_clock::now;
};

struct Manners {
  std::string agent = "gegenprobe";       ///< who robots.txt speaks to
  std::chrono::milliseconds delay{1000};  ///< between two requests to a host, where it does not ask for more
  std::chrono::seconds patience{60};      ///< what has to wait longer is put off
  int redirects = 5;
  std::size_t at_once = 16;  ///< hosts
};

/// What to fetch, known by a ticket of the caller's. With validators of an earlier answer the server may say
/// that nothing has changed (304).
struct Visit {
  std::uint64_t ticket = 0;
  std::string url;
  std::string etag = {}, last_modified = {};
};

struct Fetched {
  enum class How : std::uint8_t {
    answered,   ///< with any status that is no redirect
    failed,     ///< no answer, or redirects without end: `error`
    forbidden,  ///< by the host's robots.txt
    put_off     ///< its host or domain wants to be left alone until `not_before`
  };
  std::uint64_t ticket = 0;
  How how = How::answered;
  Response response = {};
  std::optional<Error> error = {};  ///< of all but `answered`
  std::string moved_to = {};        ///< where it stands for good, when permanent redirects led there
  std::optional<Moment> not_before = {};
  std::string why = {};  ///< of put_off, in a few words: "429"
  bool asked = false;    ///< of put_off: it was this very request that the host answered so
};

/// Fetches like a guest: many hosts at once, one request a host with a delay between two, as its robots.txt
/// allows, which is read before and remembered for a day. Redirects are followed with the manners of the host
/// they lead to. After 429 and 503 the whole domain is left alone as long as the host asks, after two
/// requests in a row without an answer the host for ten minutes; what is asked of it until then is put off.
/// For one thread.
class Fetcher {
 public:
  Fetcher(HttpMany& http, HostMemory& memory, Manners manners, Clock clock = {});
  ~Fetcher();

  /// Every answer of the network, of robots.txt, redirects and errors too, is given to `keep` first.
  void keep_with(std::function<void(Response&)> keep) { keep_ = std::move(keep); }

  void add(Visit visit);
  /// What is done; waits for the first, at most `longest`, and may come back without one.
  std::vector<Fetched> wait(std::chrono::milliseconds longest);
  std::size_t open() const { return open_; }  ///< added, and not given out by wait()
  /// Waits for one address. \pre nothing else is open
  Fetched fetch(const std::string& url);

 private:
  struct Domain;
  struct Lane;
  struct Job;

  Domain& domain_of(const std::string& origin);
  Lane& lane_of(const std::string& origin);
  void pump();
  void pump(Lane& lane);
  bool may_go(Lane& lane);
  void start_robots(Lane& lane);
  void start(Lane& lane, Job job);
  void take(HttpMany::Answer answer);
  void take_robots(Lane& lane, Job job, Result<Response> answer);
  void take_page(Lane& lane, Job job, Result<Response> answer);
  bool redirect(Job& job, const Response& response);
  void back_off(const std::string& name, HostState& state, Moment until, std::string why);
  void back_off_domain(Lane& lane, const Response& answer);
  void answers_again(const std::string& name, HostState& state);
  const HostState* pause_of(const Lane& lane) const;
  void put_off(const Job& job, const HostState& pause, bool asked);
  void put_off_all(Lane& lane, const HostState& pause);
  void fail_all(Lane& lane, const Error& error);
  void give(Fetched fetched);
  std::chrono::milliseconds until_next(std::chrono::milliseconds longest) const;

  HttpMany& http_;
  HostMemory& memory_;
  Manners manners_;
  Clock clock_;
  std::function<void(Response&)> keep_;
  std::unordered_map<std::string, std::unique_ptr<Domain>> domains_;
  std::unordered_map<std::string, std::unique_ptr<Lane>> lanes_;
  struct Running;
  std::unordered_map<std::uint64_t, std::unique_ptr<Running>> running_;
  std::uint64_t next_ = 0;
  std::size_t open_ = 0;
  std::vector<Fetched> done_;
};

/// "https://www.example.org:8443" of an address; "" of what is none.
std::string origin_of(std::string_view url);

}  // namespace gegenprobe::ingest
