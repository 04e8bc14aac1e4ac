#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/http.h"

namespace gegenprobe::ingest {

/// An HTTP message as it went over the line, a response or (with status 0) a request.
struct HttpMessage {
  Response head;          ///< status and headers; the body of it is decoded: neither chunks nor compression
  std::string_view sent;  ///< the body as it was sent, within the message that was read
};

/// Nothing where `message` is no HTTP. Codings that turn out damaged leave the body as it was sent; of what a
/// compressed body holds the first `largest_body` bytes are read.
std::optional<HttpMessage> read_http_message(std::string_view message, std::size_t largest_body);

/// What chunks hold ("Transfer-Encoding: chunked"); nothing where these are none. The last may be cut off.
std::optional<std::string> without_chunks(std::string_view body);

/// A body in the codings of a Content-Encoding header: gzip, deflate, br, zstd. Nothing where it is damaged.
std::optional<std::string> without_content_coding(std::string_view body, std::string_view codings,
                                                  std::size_t largest_body);

}  // namespace gegenprobe::ingest
