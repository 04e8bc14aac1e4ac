#pragma once
#include <cstdint>
#include <string>

#include "ingest/result.h"
#include "ingest/warc_place.h"

namespace gegenprobe::ingest {

/// Takes a record out of a web archive for good: its bytes are overwritten by empty gzip members of the same
/// length, so that every other record stays where it is and readers find nothing there. The record of the
/// request behind it goes with it. Synced to disk; the same again changes nothing. Returns how many bytes
/// were overwritten; 0 where the file is gone. Errors: it may not be written; there is no gzip member.
Result<std::uint64_t> blank_record(const WarcPlace& place);

}  // namespace gegenprobe::ingest
