#include "ingest/embedded.h"

#include <algorithm>

extern "C" {
extern const char gegenprobe_ingest_charsets[], gegenprobe_ingest_charsets_end[];
extern const char gegenprobe_ingest_charset_patches[], gegenprobe_ingest_charset_patches_end[];
extern const char gegenprobe_ingest_feed_places[], gegenprobe_ingest_feed_places_end[];
extern const char gegenprobe_ingest_namespaces[], gegenprobe_ingest_namespaces_end[];
extern const char gegenprobe_ingest_tracking_parameters[], gegenprobe_ingest_tracking_parameters_end[];
extern const char gegenprobe_ingest_page[], gegenprobe_ingest_page_end[];
extern const char gegenprobe_ingest_agencies[], gegenprobe_ingest_agencies_end[];
}

namespace gegenprobe::ingest::embedded {

std::string_view charsets() { return {gegenprobe_ingest_charsets, gegenprobe_ingest_charsets_end}; }
std::string_view charset_patches() {
  return {gegenprobe_ingest_charset_patches, gegenprobe_ingest_charset_patches_end};
}
std::string_view feed_places() { return {gegenprobe_ingest_feed_places, gegenprobe_ingest_feed_places_end}; }
std::string_view namespaces() { return {gegenprobe_ingest_namespaces, gegenprobe_ingest_namespaces_end}; }
std::string_view tracking_parameters() {
  return {gegenprobe_ingest_tracking_parameters, gegenprobe_ingest_tracking_parameters_end};
}
std::string_view page() { return {gegenprobe_ingest_page, gegenprobe_ingest_page_end}; }
std::string_view agencies() { return {gegenprobe_ingest_agencies, gegenprobe_ingest_agencies_end}; }

std::vector<std::string_view> lines(std::string_view file) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin < file.size();) {
    const auto end = std::min(file.find('\n', begin), file.size());
    const auto line = file.substr(begin, end - begin);
    if (!line.empty() && line[0] != '#') found.push_back(line);
    begin = end + 1;
  }
  return found;
}

}  // namespace gegenprobe::ingest::embedded
