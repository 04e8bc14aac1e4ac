#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/article.h"
#include "ingest/html_tree.h"
#include "ingest/result.h"
#include "ingest/selector.h"

namespace gegenprobe::ingest {

/// What a newsroom knows of one site: where its pages hold what. Each goes before the general method, and
/// where a page has no such element, that method stays.
struct Site {
  std::string host;  ///< and all hosts below it
  std::optional<Selector> title, subtitle, author, published, text;
  std::optional<Selector> drop;  ///< never part of the text
};

/// A file of sites:
///   [[site]]
///   host = "kuestenblatt.example"
///   text = "div.story"            # all paragraphs within
///   drop = ".promo, #abo"
class Sites {
 public:
  /// An error names file and line.
  static Result<std::shared_ptr<const Sites>> read(const std::string& path);

  /// The site of an address, of several the one with the longest host; null where none is known.
  const Site* of(std::string_view url) const;

 private:
  std::vector<Site> sites_;
};

/// Puts into `article` what `site` tells where to find.
void apply(const Site& site, const HtmlTree& tree, Article& article);

}  // namespace gegenprobe::ingest
