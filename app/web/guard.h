#pragma once
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/web/http.h"
#include "app/web/problem.h"

namespace gegenprobe::app::web {

/// Who may ask, by what the request says of where it comes from. Pure but for the clock of the rates.
struct GuardOptions {
  bool loopback = true;              ///< listens on this machine only
  std::vector<std::string> names;    ///< by which it is reached besides localhost and addresses; lower case
  std::vector<std::string> origins;  ///< pages elsewhere that may use /reconcile, "http://127.0.0.1:3333"
  bool read_only = false;
  double requests_a_second = 0;  ///< of one client; 0: no limit
};

/// Whether the Host header is one of ours. A page of the open net that rebinds its own name to 127.0.0.1
/// comes with that name. An address cannot be rebound.
bool is_our_host(std::string_view host, const GuardOptions& options);
bool is_loopback(std::string_view address);

/// Whether a request that a browser made comes from a page of ours, or from no page at all.
bool is_same_origin(const Request& request);

/// Requests a second by client, up to four seconds' worth at once. Keeps a bounded number of clients.
class Rates {
 public:
  using Clock = std::chrono::steady_clock;
  explicit Rates(double requests_a_second) : rate_(requests_a_second) {}
  bool allows(const std::string& client, Clock::time_point now = Clock::now());

 private:
  struct Bucket {
    double left;
    Clock::time_point at;
  };
  void forget(Clock::time_point now);

  const double rate_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

/// Where the other page's browser is told what it may read.
void allow_origin(const Request& request, const GuardOptions& options, Response& response);
/// Headers that each answer has: nothing inline, nothing from elsewhere, no guessing, no framing but by
/// `framers`.
void add_security_headers(Response& response, const std::vector<std::string>& framers);

}  // namespace gegenprobe::app::web
