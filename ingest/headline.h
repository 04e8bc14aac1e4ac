#pragma once
#include <string>
#include <vector>

namespace gegenprobe::ingest {

/// Where a page tells its headline, as found; all may be empty.
struct HeadlineSources {
  std::string described;              ///< JSON-LD
  std::string shared;                 ///< og:title and its kin
  std::string window;                 ///< <title>
  std::vector<std::string> headings;  ///< the texts of all <h1>, in the order of the page
  std::string outlet, host;           ///< what is cut off from the others
};

/// The headline that readers see, without the outlet's name, its section and the line above it: a heading
/// that the metadata confirm, else the surest of them. "" where there is none at all.
std::string find_headline(const HeadlineSources& sources);

}  // namespace gegenprobe::ingest
