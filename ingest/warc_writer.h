#pragma once
#include <chrono>
#include <mutex>
#include <string>

#include "ingest/http.h"
#include "ingest/result.h"
#include "ingest/warc_place.h"

namespace gegenprobe::ingest {

/// Keeps what was fetched, as it was fetched, in a folder of web archives, one a month: 2025-10.warc.gz
/// (WARC/1.1, a gzip member a record, a warcinfo first). Any number of programs and threads may keep pages
/// there at once: each waits for the others for as long as they write a page. One that is killed leaves no
/// half record behind: the next to write cuts it off.
class WarcWriter {
 public:
  /// Nothing is made before the first append().
  explicit WarcWriter(std::string folder) : folder_(std::move(folder)) {}

  /// Writes the response (304 as a revisit), and the request where its head is known, and tells where it
  /// stands. As the body is kept decoded, the headers that speak of its coding and length on the line stand
  /// as X-Archive-Orig-… Not synced to disk: a power cut may take the last pages, and the rest stays whole.
  /// Store errors: the folder cannot be made or written, the disk is full; nothing of the record is left
  /// then.
  Result<WarcPlace> append(const Response& response, std::chrono::sys_seconds fetched_at);

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
  std::mutex one_at_a_time_;
};

}  // namespace gegenprobe::ingest
