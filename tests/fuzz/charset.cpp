// Bytes and a Content-Type's charset -> valid UTF-8, whatever they are.
#include <simdjson.h>

#include "fuzz.h"
#include "ingest/decode.h"

using namespace gegenprobe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [charset, bytes] = fuzz::input_of(data, size);
  const auto decoded = ingest::decode(bytes, charset);
  if (!decoded) return fuzz::expect(!decoded.error().what.empty(), "an error says what is wrong"), 0;
  fuzz::expect(simdjson::validate_utf8(decoded->utf8), "valid UTF-8");
  fuzz::expect(decoded->utf8.size() <= 4 * bytes.size() + 4, "no more characters than bytes");
  ingest::declared_charset(bytes);
  ingest::charset_of_content_type(charset);
  return 0;
}
