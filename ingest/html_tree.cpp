// gumbo gives and frees its tree by recursion; both is avoided: the tree lives in an arena that is dropped as
// a whole, and is copied into a flat list at once.
#include "ingest/html_tree.h"

namespace gegenprobe::ingest {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

void* allocate(void* arena, std::size_t size) {
  return static_cast<std::pmr::memory_resource*>(arena)->allocate(size);
}
void keep(void*, void*) {}  // the arena frees all at once

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  return element ? &node->v.element.children : nullptr;
}

}  // namespace

std::string_view HtmlTree::Node::attribute(const char* name) const {
  const auto* found = attributes ? gumbo_get_attribute(attributes, name) : nullptr;
  return found ? found->value : "";
}

bool HtmlTree::Node::has(const char* name) const {
  return attributes && gumbo_get_attribute(attributes, name) != nullptr;
}

HtmlTree::HtmlTree(std::string_view html, Links links)
    : html_(slim_html(html, links)), arena_(html.size() * 4 + 4096) {
  auto options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = &arena_;
  options.max_errors = 0;
  flatten(gumbo_parse_with_options(&options, html_.data(), html_.size())->root);
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
      nodes_.push_back({parent, index + 1, node->v.element.tag, {}, &node->v.element.attributes});
      open.push_back({children, 0, index});
    } else if (node->type != GUMBO_NODE_COMMENT) {
      nodes_.push_back({parent, index + 1, GUMBO_TAG_LAST, node->v.text.text, nullptr});
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
    while (at < text.size()) {
      if (is_space(text[at])) {
        ++at;
      } else if (text.substr(at).starts_with("\u00A0")) {
        at += 2;
      } else {
        break;
      }
    }
    if (at > begin && !out.empty() && out.back() != ' ') out += ' ';
    const auto word = at;
    while (at < text.size() && !is_space(text[at]) && !text.substr(at).starts_with("\u00A0")) ++at;
    out += text.substr(word, at - word);
  }
}

std::string squeezed(std::string_view text) {
  std::string out;
  append_squeezed(out, text);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace gegenprobe::ingest
