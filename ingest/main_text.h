#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace gegenprobe::ingest {

struct MainText {
  std::vector<std::string> paragraphs;  ///< in the order of the page, headings within the text among them
  std::uint32_t container = 0;          ///< the element they stand in
};

/// The article's own text. `title` keeps the headline from coming twice; `known_body` is the text as the
/// page's JSON-LD has it, or empty: evidence for which blocks belong, and the text itself where the page
/// fetches it by script.
MainText find_main_text(const HtmlTree& tree, std::string_view title, std::string_view known_body);

}  // namespace gegenprobe::ingest
