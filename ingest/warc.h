#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ingest/http.h"
#include "ingest/reader.h"
#include "ingest/result.h"
#include "ingest/warc_place.h"

namespace gegenprobe::ingest {

/// A record of a web archive (WARC 0.17 to 1.1).
struct WarcRecord {
  std::string type;  ///< "response", "request", "warcinfo" …; "unknown" where it is not said
  std::string uri, date, id, content_type;
  std::uint64_t offset = 0;  ///< where it begins in the file as stored, compressed or not
  /// Likewise; without the blank lines behind it where it is not compressed. 0 where it shares a gzip member
  /// with others, so that no stretch of the file holds it alone.
  std::uint64_t length = 0;
  std::uint64_t content_length = 0;
  std::optional<Response> http;   ///< of a response, and with status 0 of a request; body decoded
  std::string payload;            ///< what is in the record; empty where `http` has it
  std::optional<bool> digest_ok;  ///< whether it is what the digests in its header say; nothing without any
  bool cut_off = false;           ///< the content ends before its length

  const std::string& body() const { return http ? http->body : payload; }
};

/// The one record that stands there. An input error where the file is gone, or no whole record begins at that
/// byte.
Result<WarcRecord> read_warc_record(const WarcPlace& place);

/// Reads a .warc or .warc.gz from begin to end, a record at a time. What cannot be read is skipped up to the
/// next place where a record begins, and counted.
class WarcReader {
 public:
  /// `name` is for errors. \pre `input` outlives it.
  WarcReader(Reader& input, std::string name);
  ~WarcReader();

  /// True and the next record; false at the end. An error only where `input` fails, or is no web archive at
  /// all.
  Result<bool> next(WarcRecord& record);
  std::size_t damaged() const;  ///< stretches that were skipped or cut off, so far

 private:
  class Stream;
  std::unique_ptr<Stream> stream_;
  std::string name_;
  std::size_t read_ = 0;
};

}  // namespace gegenprobe::ingest
