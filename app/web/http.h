#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gegenprobe::app::web {

/// A request as the desk sees it, whatever the library below is called.
struct Request {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  std::string method;  ///< GET, HEAD, POST, PATCH, DELETE …
  std::string target;  ///< path as it was sent, still percent-encoded, without the query
  Pairs query;         ///< decoded, in no order
  Pairs headers;       ///< names in lower case
  std::string body;
  std::string client;  ///< address

  /// The header's value, "" where it is missing; of several the first.
  std::string_view header(std::string_view lower_case_name) const;
  std::size_t header_count(std::string_view lower_case_name) const;
};

/// Where an endless answer is written to. False: the client is gone, or too slow.
using Sink = std::function<bool(std::string_view)>;

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body = {};
  /// Bytes that outlive the server, instead of `body`.
  std::string_view lasting = {};
  /// Instead of a body: called until it returns, in the connection's own thread.
  std::function<void(const Sink&)> stream = nullptr;
  std::vector<std::pair<std::string, std::string>> headers = {};
};

}  // namespace gegenprobe::app::web
