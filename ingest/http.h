#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/result.h"
#include "ingest/warc_place.h"

namespace gegenprobe::ingest {

struct Request {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;  ///< besides those that Http sends always
  std::optional<std::string> post = {};  ///< sent with POST; a redirect is then an answer and not followed
};

struct Response {
  int status = 0;
  std::string url;                                           ///< where the body came from, after redirects
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case, in the order received
  std::string body;                                          ///< decompressed
  std::string sent = {};  ///< the head of the request as it went out; empty where that is not known
  std::optional<WarcPlace> record = {};  ///< where it is kept, if it is

  /// The last value of a header; empty where it is missing. `name` in lower case.
  std::string header(const std::string& name) const;
};

/// The seam to the network; tests pass a fake.
class Http {
 public:
  virtual ~Http() = default;
  /// Waits for the whole response. Any status is a response; no response is a network error.
  virtual Result<Response> get(const Request& request) = 0;
};

/// The same for many requests at once, each known by a ticket of the caller's.
class HttpMany {
 public:
  struct Answer {
    std::uint64_t ticket;
    Result<Response> response;
  };
  virtual ~HttpMany() = default;
  virtual void start(std::uint64_t ticket, const Request& request) = 0;
  /// The answers that are there; waits for the first, at most `longest`, and may come back without one.
  virtual std::vector<Answer> wait(std::chrono::milliseconds longest) = 0;
  /// Ends a wait() that is going on or is the next. The only function for other threads.
  virtual void wake() = 0;
  virtual std::size_t running() const = 0;  ///< started, and not given out by wait()
};

}  // namespace gegenprobe::ingest
