#pragma once
#include <cstdint>
#include <string_view>

#include "ingest/article.h"
#include "ingest/html_tree.h"
#include "ingest/json_ld.h"

namespace gegenprobe::ingest {

/// What a page is, by its text and by what it says of itself: an article whole, the begin of one that is
/// sold, the question for consent that stands before it, a list of articles, or none of these. `article` is
/// what was read from the page, `url` where it was found.
PageKind kind_of_page(const HtmlTree& tree, const JsonLd& json_ld, const Article& article,
                      std::string_view url);

}  // namespace gegenprobe::ingest
