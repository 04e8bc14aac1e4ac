#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace gegenprobe::ingest {

/// What class and id of an element say of its place on the page; an element may be several at once.
struct Place {
  bool beside = false;    ///< what stands beside the text: teasers, boxes, buttons
  bool details = false;   ///< what is said about the article: byline, dates, sections
  bool comments = false;  ///< what readers wrote
  bool body = false;      ///< the text of the article
  bool consent = false;   ///< the questions of a consent tool
  bool lead = false;      ///< what may stand between headline and text
  bool hidden = false;    ///< from those who read at a desk
  bool author = false;    ///< a byline; its class alone tells
  bool others = false;    ///< where names stand that are of no author of the article
};

/// Reads the names of a page's elements once each: pages repeat a few hundred.
class ElementNames {
 public:
  /// \pre the tree outlives this
  explicit ElementNames(const HtmlTree& tree) : tree_(tree), of_node_(tree.nodes().size()) {}
  /// \pre the node is one of the tree's
  Place place_of(const HtmlTree::Node& node);

 private:
  Place read(const HtmlTree::Node& node);

  struct Known {
    Place place;
    bool read = false;
  };
  const HtmlTree& tree_;
  std::vector<Known> of_node_;
  std::string name_;  ///< of the node that is read now
};

}  // namespace gegenprobe::ingest
