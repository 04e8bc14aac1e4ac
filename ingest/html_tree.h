#pragma once
#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_slim.h"

namespace gegenprobe::ingest {

/// A parsed page, laid flat in the order of the document: the descendants of node i are i + 1 … end - 1.
/// So everything above it walks in loops, and no depth of nesting can exhaust the stack.
class HtmlTree {
 public:
  struct Node {
    std::uint32_t parent;   ///< of the root: itself
    std::uint32_t end;      ///< behind its last descendant
    GumboTag tag;           ///< GUMBO_TAG_LAST for text
    std::string_view text;  ///< of a text node, entities resolved
    const GumboVector* attributes = nullptr;

    bool is_text() const { return tag == GUMBO_TAG_LAST; }
    /// The value of an attribute, "" where it is missing. `name` in lower case.
    std::string_view attribute(const char* name) const;
    bool has(const char* attribute) const;
  };

  /// HTML5's own way of reading; never fails. Elements nested deeper than 512 lose their tags and keep
  /// their text. \pre valid UTF-8
  explicit HtmlTree(std::string_view html, Links links = Links::whole, Drawings drawings = Drawings::dropped);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const std::vector<Node>& nodes() const { return nodes_; }
  /// What the page's scripts hold as JSON-LD; these are no nodes.
  const std::vector<std::string>& json_ld() const { return slim_.json_ld; }
  /// All text that a reader sees below a node, white space as one space, trimmed.
  std::string text_of(std::uint32_t node) const;

 private:
  void flatten(const GumboNode* root);
  void restore(GumboVector& attributes) const;

  SlimHtml slim_;
  std::pmr::monotonic_buffer_resource arena_;
  std::vector<Node> nodes_;
};

/// Appends `text` with each run of white space as one space, and none at the begin of `out`.
void append_squeezed(std::string& out, std::string_view text);
/// The same of a whole text, without space at its end.
std::string squeezed(std::string_view text);

}  // namespace gegenprobe::ingest
