#pragma once
#include <libxml/tree.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/result.h"

namespace gegenprobe::ingest {

/// An element of an XmlTree, which must outlive it.
class XmlElement {
 public:
  explicit XmlElement(const xmlNode* node) : node_(node) {}

  /// Lower case, with the prefix that data/namespaces.txt gives the namespace: "item", "dc:creator". Where
  /// the namespace is not known, the prefix that is written.
  std::string name() const;
  /// Of an attribute, by its name without namespace in any case; "" where it is missing.
  std::string attribute(std::string_view name) const;
  bool has(std::string_view attribute) const;
  std::vector<XmlElement> children() const;
  bool has_children() const;
  /// All text in it, CDATA too, as it stands.
  std::string text() const;
  /// What stands in it, as markup.
  std::string markup() const;
  /// xml:lang that holds here, or "".
  std::string language() const;
  /// A reference as xml:base and the document's address make it absolute; as it is where they do not.
  std::string resolved(std::string_view reference) const;

 private:
  const xmlNode* node_;
};

/// An XML document, read as browsers read HTML: what is not well formed is mended. No file and no address is
/// opened for it, and entities stand for text only, never for further entities.
class XmlTree {
 public:
  /// \pre `utf8` is valid. An input error where there is no element in it.
  static Result<XmlTree> parse(std::string_view utf8, std::string_view url);
  XmlElement root() const;

 private:
  explicit XmlTree(xmlDoc* document) : document_(document, xmlFreeDoc) {}
  std::shared_ptr<xmlDoc> document_;
};

}  // namespace gegenprobe::ingest
