#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "ingest/result.h"

namespace gegenprobe::ingest {

struct Request {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;  ///< besides those that Http sends always
};

struct Response {
  int status = 0;
  std::string url;                                           ///< where the body came from, after redirects
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case, in the order received
  std::string body;                                          ///< decompressed

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

}  // namespace gegenprobe::ingest
