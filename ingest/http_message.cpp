#include "ingest/http_message.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return copy;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  auto line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::string> inflated(std::string_view body, int window, std::size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::string plain;
  for (int code = Z_OK; code != Z_STREAM_END && plain.size() < limit;) {
    const auto size = plain.size();
    plain.resize(size + kPiece);
    stream.next_out = reinterpret_cast<Bytef*>(plain.data() + size);
    stream.avail_out = kPiece;
    code = inflate(&stream, Z_NO_FLUSH);
    plain.resize(size + kPiece - stream.avail_out);
    if (code != Z_OK && code != Z_STREAM_END && plain.empty()) return std::nullopt;
    if (code != Z_OK && code != Z_STREAM_END) break;  // cut off: what came is given out
  }
  return plain;
}

/// "deflate" means zlib's format, and half of the servers send it without its frame.
std::optional<std::string> deflated(std::string_view body, std::size_t limit) {
  auto plain = inflated(body, 15, limit);
  return plain ? plain : inflated(body, -15, limit);
}

std::optional<std::string> from_brotli(std::string_view body, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  auto left = body.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::string plain;
  for (auto code = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
       code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && plain.size() < limit;) {
    const auto size = plain.size();
    plain.resize(size + kPiece);
    auto* out = reinterpret_cast<std::uint8_t*>(plain.data() + size);
    std::size_t room = kPiece;
    code = BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, &out, nullptr);
    plain.resize(size + kPiece - room);
    if (code == BROTLI_DECODER_RESULT_ERROR) return std::nullopt;
  }
  return plain;
}

std::optional<std::string> from_zstd(std::string_view body, std::size_t limit) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> decoder(ZSTD_createDStream(),
                                                                              ZSTD_freeDStream);
  ZSTD_inBuffer in{body.data(), body.size(), 0};
  std::string plain;
  while (in.pos < in.size && plain.size() < limit) {
    const auto size = plain.size();
    plain.resize(size + kPiece);
    ZSTD_outBuffer out{plain.data() + size, kPiece, 0};
    const auto code = ZSTD_decompressStream(decoder.get(), &out, &in);
    plain.resize(size + out.pos);
    if (ZSTD_isError(code)) return std::nullopt;
  }
  return plain;
}

std::optional<std::string> decoded(std::string_view body, std::string_view coding, std::size_t limit) {
  if (coding == "gzip" || coding == "x-gzip") return inflated(body, 15 + 16, limit);
  if (coding == "deflate") return deflated(body, limit);
  if (coding == "br") return from_brotli(body, limit);
  if (coding == "zstd") return from_zstd(body, limit);
  return coding.empty() || coding == "identity" ? std::optional(std::string(body)) : std::nullopt;
}

/// The status of "HTTP/1.1 200 OK", 0 of "GET / HTTP/1.1", nothing of other lines.
std::optional<int> status_of(std::string_view line) {
  if (!line.starts_with("HTTP/")) {
    const auto version = line.rfind(" HTTP/");
    return version == line.npos || version == 0 ? std::nullopt : std::optional(0);
  }
  const auto space = line.find(' ');
  int status = 0;
  if (space != line.npos) std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  return status;
}

}  // namespace

std::optional<std::string> without_chunks(std::string_view body) {
  std::string plain;
  for (;;) {
    const auto line = trimmed(take_line(body));
    std::size_t size = 0;
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (parsed.ec != std::errc() ||
        (parsed.ptr != line.data() + line.size() && *parsed.ptr != ';' && *parsed.ptr != ' '))
      return plain.empty() ? std::nullopt : std::optional(plain);
    if (size == 0) return plain;
    plain += body.substr(0, size);
    if (size >= body.size()) return plain;
    body.remove_prefix(size);
    take_line(body);
    if (body.empty()) return plain;
  }
}

std::optional<std::string> without_content_coding(std::string_view body, std::string_view codings,
                                                  std::size_t largest_body) {
  // The coding named last was applied last.
  std::string plain(body);
  for (auto rest = trimmed(codings); !rest.empty();) {
    const auto comma = rest.rfind(',');
    const auto coding = lower(trimmed(comma == rest.npos ? rest : rest.substr(comma + 1)));
    rest = comma == rest.npos ? "" : trimmed(rest.substr(0, comma));
    auto next = decoded(plain, coding, largest_body);
    if (!next) return std::nullopt;
    plain = std::move(*next);
  }
  return plain;
}

std::optional<HttpMessage> read_http_message(std::string_view message, std::size_t largest_body) {
  auto rest = message;
  const auto status = status_of(take_line(rest));
  if (!status) return std::nullopt;
  HttpMessage read;
  read.head.status = *status;
  auto& headers = read.head.headers;
  while (!rest.empty()) {
    const auto line = take_line(rest);
    if (line.empty()) break;
    const auto colon = line.find(':');
    if ((line[0] == ' ' || line[0] == '\t') && !headers.empty())
      headers.back().second.append(" ").append(trimmed(line));
    else if (colon != line.npos)
      headers.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  read.sent = rest;
  read.head.body = rest;
  if (lower(read.head.header("transfer-encoding")).find("chunked") != std::string::npos)
    if (auto plain = without_chunks(rest)) read.head.body = std::move(*plain);
  if (auto plain = without_content_coding(read.head.body, read.head.header("content-encoding"), largest_body))
    read.head.body = std::move(*plain);
  return read;
}

}  // namespace gegenprobe::ingest
