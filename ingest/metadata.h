#pragma once
#include <string_view>

#include "ingest/article.h"
#include "ingest/element_name.h"
#include "ingest/html_tree.h"
#include "ingest/json_ld.h"

namespace gegenprobe::ingest {

/// All JSON-LD of a page, as one.
JsonLd json_ld_of(const HtmlTree& tree);

/// An Article with all but its paragraphs: from JSON-LD, <meta>, the markup of headline and byline, and the
/// address, the surer first.
/// `html` is the page that `tree` was made of.
Article read_metadata(const HtmlTree& tree, ElementNames& names, const JsonLd& json_ld, std::string_view html,
                      std::string_view url);

}  // namespace gegenprobe::ingest
