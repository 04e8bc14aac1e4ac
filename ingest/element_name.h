#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/html_tree.h"

namespace gegenprobe::ingest {

/// What class and id of an element say of its place on the page; an element may be several at once.
struct Place {
  bool beside = false;    ///< what stands beside the text: teasers, boxes, buttons
  bool comments = false;  ///< what readers wrote
  bool body = false;      ///< the text of the article
  bool consent = false;   ///< the questions of a consent tool
  bool lead = false;      ///< what may stand between headline and text
};

/// Reads names once and remembers them: pages repeat a few hundred.
class ElementNames {
 public:
  Place place_of(const HtmlTree::Node& node);

 private:
  std::unordered_map<std::string, Place> known_;
};

}  // namespace gegenprobe::ingest
