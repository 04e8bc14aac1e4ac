#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/result.h"

namespace gegenprobe::ingest {

/// The part of CSS selectors that names elements: "div.story > p", ".promo, #abo", "meta[property=og:title]".
/// Attributes are those that HtmlTree keeps: href, rel, type, name, role, lang, title, content, property,
/// itemprop, datetime.
class Selector {
 public:
  /// A usage error where `text` is no selector, or asks for more than this.
  static Result<Selector> parse(std::string_view text);

  /// The elements it names, in the order of the page. Linear in the page, times the steps of the selector.
  std::vector<std::uint32_t> find(const HtmlTree& tree) const;

 private:
  struct Attribute {
    std::string name, value;
    bool any = false;  ///< [name]: it only has to be there
  };
  struct Step {
    std::string tag;  ///< "" and "*": any
    std::vector<std::string> classes;
    std::string id;
    std::vector<Attribute> attributes;
    bool child = false;  ///< right below the step before it
  };
  using Path = std::vector<Step>;

  static Result<Path> parse_path(std::string_view text);
  static bool fits(const HtmlTree::Node& node, const Step& step);
  static bool ends_at(const HtmlTree& tree, std::uint32_t node, const Path& path, std::size_t last);

  std::vector<Path> paths_;
};

}  // namespace gegenprobe::ingest
