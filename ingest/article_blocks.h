#pragma once
#include <cstdint>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/main_text.h"
#include "ingest/page_blocks.h"

namespace gegenprobe::ingest {

/// Of the blocks of a page those that are the article's text and lead. `container` is the element that holds
/// the text; `is_known` tells for each block whether the page's JSON-LD has it too, and may be empty.
MainText select_text(const HtmlTree& tree, PageBlocks page, std::uint32_t container,
                     const std::vector<bool>& is_known, const KnownParts& known);

}  // namespace gegenprobe::ingest
