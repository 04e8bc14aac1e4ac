// The bytes of a feed or sitemap, and the Content-Type they came with.
#include "ingest/feed.h"

#include <simdjson.h>

#include "fuzz.h"

using namespace gegenprobe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [type, bytes] = fuzz::input_of(data, size);
  const auto feed = ingest::read_feed(bytes, type, "https://a.example/feed.xml");
  if (!feed) return fuzz::expect(!feed.error().what.empty(), "an error says what is wrong"), 0;
  fuzz::expect(simdjson::validate_utf8(feed->title), "valid UTF-8");
  for (const auto& entry : feed->entries) {
    fuzz::expect(simdjson::validate_utf8(entry.title) && simdjson::validate_utf8(entry.url), "valid UTF-8");
    fuzz::expect(entry.url.find_first_of("\r\n") == entry.url.npos, "an address is one line");
  }
  return 0;
}
