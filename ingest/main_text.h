#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ingest/element_name.h"
#include "ingest/html_tree.h"

namespace gegenprobe::ingest {

/// What is known of the article before its text is looked for; all may be empty.
struct KnownParts {
  std::string_view title;  ///< keeps the headline from coming twice
  std::string_view body;   ///< the text as the page's JSON-LD has it
  const std::vector<std::string>* authors = nullptr;
};

struct MainText {
  std::vector<std::string> lead;        ///< what stands between headline and text: deck, Vorspann
  std::vector<std::string> paragraphs;  ///< in the order of the page, headings within the text among them
};

/// The article's own text. The known body is evidence for which blocks belong, and the text itself where the
/// page fetches it by script. Linear in the page.
MainText find_main_text(const HtmlTree& tree, ElementNames& names, const KnownParts& known);

}  // namespace gegenprobe::ingest
