#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/element_name.h"
#include "ingest/html_tree.h"

namespace gegenprobe::ingest {

/// What a browser would set as one paragraph.
struct Block {
  std::uint32_t owner;  ///< the block-level element it stands in
  GumboTag tag;         ///< of the owner, or of the list item, heading … around it
  std::string text;
  unsigned letters = 0, linked = 0, slanted = 0;  ///< characters; those within links, within <em> or <i>
  bool lead = false;                              ///< stands between headline and text
  double link_share() const { return letters == 0 ? 0 : double(linked) / letters; }
  bool is_slanted() const { return slanted * 10 >= letters * 9; }
};

/// How much is left out before blocks are weighed.
enum class Care : std::uint8_t { names, tags, nothing };

struct PageBlocks {
  std::vector<Block> blocks;         ///< in the order of the page
  std::vector<std::uint32_t> prose;  ///< bytes of text outside of links below each node
  std::uint32_t headline = 0;        ///< the node of the article's headline; 0 where there is none
};

/// The text of a page without menus, boxes, comments and what else stands beside an article. `title` tells
/// which heading is the headline. Linear in the page.
PageBlocks read_blocks(const HtmlTree& tree, ElementNames& names, std::string_view title, Care care);

/// The first heading that is the title; else the first <h1> with a text; 0 where there is none.
std::uint32_t headline_node(const HtmlTree& tree, std::string_view title);

bool is_heading(GumboTag tag);
bool is_any(GumboTag tag, std::initializer_list<GumboTag> tags);

/// Ends as sentences do.
bool ends_sentence(std::string_view text);

/// Letters and digits in lower case: how texts are compared that differ in quotes and spaces.
std::string bare(std::string_view text);

}  // namespace gegenprobe::ingest
