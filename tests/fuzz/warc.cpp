// A web archive, compressed or not: each record once, in order, and an end.
#include "ingest/warc.h"

#include "fuzz.h"

using namespace gegenprobe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto input = ingest::read_bytes(bytes);
  ingest::WarcReader reader(*input, "fuzzed.warc");
  ingest::WarcRecord record;
  std::uint64_t end = 0;
  for (auto more = reader.next(record); more && *more; more = reader.next(record)) {
    fuzz::expect(record.offset + record.length <= bytes.size(), "a record is of the file");
    fuzz::expect(record.offset >= end, "whole records do not overlap");
    // Where one ends that is cut off, nobody knows: the next may have been found inside of it.
    end = record.cut_off ? record.offset : record.offset + record.length;
  }
  return 0;
}
