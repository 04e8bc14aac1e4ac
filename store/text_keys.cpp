#include "store/text_keys.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include "ingest/agency.h"
#include "ingest/normalise.h"
#include "store/fold.h"

namespace gegenprobe::store {

std::string text_hash(std::string_view text) {
  const auto hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

TextKeys keys_of(const ingest::Document& document) {
  auto shingles = shingles_of(document.text);
  auto sketch = sketch_of(shingles);
  return {text_hash(document.text), std::move(shingles), std::move(sketch),
          ingest::credited_agencies(document)};
}

std::string identity_of(const ingest::Document& document, const std::string& text_hash) {
  if (!document.url.empty()) return document.url;
  return document.outlet.empty() ? "text:" + text_hash : "text:" + fold(document.outlet) + ":" + text_hash;
}

bool differs_in_blanks_only(std::string_view a, std::string_view b) {
  const auto next = [](std::string_view& rest) {
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\n')) rest.remove_prefix(1);
    return rest.empty() ? '\0' : rest[0];
  };
  const auto first = ingest::normalise(a), second = ingest::normalise(b);
  std::string_view left = first.utf8, right = second.utf8;
  while (true) {
    const char one = next(left), other = next(right);
    if (one != other) return false;
    if (one == '\0') return true;
    left.remove_prefix(1), right.remove_prefix(1);
  }
}

}  // namespace gegenprobe::store
