#pragma once
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/http.h"

namespace gegenprobe::ingest {

struct HttpOptions {
  std::string user_agent;                     ///< who asks and how to reach them; empty: program and version
  std::chrono::milliseconds timeout{30'000};  ///< for a whole response with all its redirects
  std::chrono::milliseconds connect_timeout{10'000};
  std::size_t largest_body = std::size_t{32} << 20;  ///< bytes after decompression
  int redirects = 10;                                ///< that are followed; 0: they are given out as they are
  bool allow_private = false;  ///< addresses of this machine and of local networks, for tests and intranets
};

/// Http over libcurl. Only http and https; every address that a name resolves to is checked before the
/// connection, on redirects too, and refused where it is private, loopback, link-local or reserved.
/// A proxy of the environment is used only with allow_private, since it would resolve names itself.
/// For one thread; connections stay open between calls.
std::unique_ptr<Http> curl_http(HttpOptions options = {});
/// The same for many requests at once.
std::unique_ptr<HttpMany> curl_http_many(HttpOptions options = {});

/// "Gegenprobe/0.1.0 (news fact-checking; desk@example.org)"; with the project's homepage where `contact`, an
/// address or a URL, is empty.
std::string user_agent(std::string_view contact);

/// A date as headers have it: "Sun, 06 Nov 1994 08:49:37 GMT", and the older forms.
std::optional<std::chrono::sys_seconds> parse_http_date(const std::string& text);

}  // namespace gegenprobe::ingest
