#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::ingest {

/// What a page's JSON-LD (schema.org) says of its article; empty where it says nothing.
struct JsonLd {
  std::string headline, description, body, published, modified, publisher, language, url;
  std::vector<std::string> authors;
  bool found = false;   ///< an article of any kind was described
  bool locked = false;  ///< isAccessibleForFree is false
};

/// Adds what one <script type="application/ld+json"> says. What is set already stays; scripts that are no
/// JSON, even with trailing commas, comments and raw control characters allowed, add nothing.
void read_json_ld(std::string_view script, JsonLd& into);

}  // namespace gegenprobe::ingest
