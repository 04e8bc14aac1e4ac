#pragma once
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "ingest/http.h"

namespace gegenprobe::ingest {

struct HttpOptions {
  std::string user_agent;                     ///< who asks and how to reach them; empty: program and version
  std::chrono::milliseconds timeout{30'000};  ///< for a whole response with all its redirects
  std::chrono::milliseconds connect_timeout{10'000};
  std::size_t largest_body = std::size_t{32} << 20;  ///< bytes after decompression
  int redirects = 10;
  bool allow_private = false;  ///< addresses of this machine and of local networks, for tests and intranets
};

/// Http over libcurl. Only http and https; every address that a name resolves to is checked before the
/// connection, on redirects too, and refused where it is private, loopback, link-local or reserved.
/// A proxy of the environment is used only with allow_private, since it would resolve names itself.
/// For one thread; connections stay open between calls.
std::unique_ptr<Http> curl_http(HttpOptions options = {});

}  // namespace gegenprobe::ingest
