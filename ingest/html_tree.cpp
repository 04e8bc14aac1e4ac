// gumbo gives and frees its tree by recursion; both is avoided: the tree lives in an arena that is dropped as
// a whole, and is copied into a flat list at once.
#include "ingest/html_tree.h"

#include <cstring>

namespace gegenprobe::ingest {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

/// Of the white space at the begin; 0 where there is none.
std::size_t size_of_space(std::string_view text) {
  if (text.empty()) return 0;
  if (is_space(text[0])) return 1;
  return text.starts_with("\u00A0") ? 2 : 0;
}

void* allocate(void* arena, std::size_t size) {
  return static_cast<std::pmr::memory_resource*>(arena)->allocate(size);
}
void keep(void*, void*) {}  // the arena frees all at once

/// The parser has put names in lower case.
const GumboAttribute* find(const GumboVector* attributes, const char* name) {
  if (attributes == nullptr) return nullptr;
  for (unsigned i = 0; i < attributes->length; ++i) {
    const auto* each = static_cast<const GumboAttribute*>(attributes->data[i]);
    if (std::strcmp(each->name, name) == 0) return each;
  }
  return nullptr;
}

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  return element ? &node->v.element.children : nullptr;
}

}  // namespace

std::string_view HtmlTree::Node::attribute(const char* name) const {
  const auto* found = find(attributes, name);
  return found ? found->value : "";
}

bool HtmlTree::Node::has(const char* name) const { return find(attributes, name) != nullptr; }

HtmlTree::HtmlTree(std::string_view html, Links links, Drawings drawings)
    : slim_(slim_html(html, links, drawings)), arena_(slim_.html.size() * 16 + 4096) {
  auto options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &arena_;
  options.max_errors = 0;
  flatten(gumbo_parse_with_options(&options, slim_.html.data(), slim_.html.size())->root);
}

void HtmlTree::flatten(const GumboNode* root) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t node;
  };
  std::vector<Open> open;
  const auto add = [&](const GumboNode* node) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    const auto parent = open.empty() ? index : open.back().node;
    if (const auto* children = children_of(node)) {
      if (node->type != GUMBO_NODE_DOCUMENT) restore(const_cast<GumboVector&>(node->v.element.attributes));
      nodes_.push_back({parent, index + 1, node->v.element.tag, {}, &node->v.element.attributes});
      open.push_back({children, 0, index});
    } else if (node->type != GUMBO_NODE_COMMENT) {
      nodes_.push_back({parent, index + 1, GUMBO_TAG_LAST, slim_.aside.restored(node->v.text.text), nullptr});
    }
  };
  add(root);
  while (!open.empty()) {
    auto& top = open.back();
    if (top.next < top.children->length) {
      add(static_cast<const GumboNode*>(top.children->data[top.next++]));
      continue;
    }
    nodes_[top.node].end = static_cast<std::uint32_t>(nodes_.size());
    open.pop_back();
  }
}

/// The parser's own list of them is this tree's.
void HtmlTree::restore(GumboVector& attributes) const {
  for (unsigned i = 0; i < attributes.length; ++i) {
    auto& attribute = *static_cast<GumboAttribute*>(attributes.data[i]);
    if (const auto* value = slim_.aside.value(attribute.value)) attribute.value = value;
  }
}

std::string HtmlTree::text_of(std::uint32_t node) const {
  std::string text;
  for (auto i = node; i < nodes_[node].end; ++i) {
    const auto tag = nodes_[i].tag;
    if (nodes_[i].is_text()) {
      append_squeezed(text, nodes_[i].text);
    } else if (tag == GUMBO_TAG_BR) {
      append_squeezed(text, " ");
    } else if (tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_NOSCRIPT) {
      i = nodes_[i].end - 1;
    }
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

void append_squeezed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    while (const auto size = size_of_space(text.substr(at))) at += size;
    if (at > begin && !out.empty() && out.back() != ' ') out += ' ';
    const auto word = at;
    while (at < text.size() && !is_space(text[at]) && text[at] != '\xC2') ++at;
    out += text.substr(word, at - word);
    const auto rest = text.substr(at);
    if (rest.empty() || size_of_space(rest) > 0) continue;
    out += rest.substr(0, 2);
    at += 2;
  }
}

std::string squeezed(std::string_view text) {
  std::string out;
  append_squeezed(out, text);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace gegenprobe::ingest
