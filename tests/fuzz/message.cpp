// HTTP as it stands in web archives: chunks and content codings of foreign servers.
#include "fuzz.h"
#include "ingest/http_message.h"

using namespace gegenprobe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLargest = 1 << 16;
  const auto [codings, bytes] = fuzz::input_of(data, size);
  if (const auto message = ingest::read_http_message({reinterpret_cast<const char*>(data), size}, kLargest))
    fuzz::expect(message->sent.size() <= size, "the body is of the message");
  if (const auto body = ingest::without_content_coding(bytes, codings, kLargest))
    fuzz::expect(body->size() <= std::max(kLargest, bytes.size()), "a bomb is stopped");
  ingest::without_chunks(bytes);
  return 0;
}
