// gumbo gives and frees its tree by recursion; both is avoided: the tree lives in an arena that is dropped as
// a whole, and is copied into a flat list at once. Its tree builder looks through all open elements for each
// tag, hence the bound on nesting.
#include "ingest/html_tree.h"

#include <algorithm>
#include <array>

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr int kDeepest = 1000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

/// Elements that close by themselves, or may stay open: they say nothing about the depth.
bool may_stay_open(std::string_view name) {
  constexpr std::array kNames = {"area"sv,  "base"sv, "body"sv,  "br"sv,     "col"sv,   "dd"sv,     "dt"sv,
                                 "embed"sv, "hr"sv,   "html"sv,  "head"sv,   "img"sv,   "input"sv,  "li"sv,
                                 "link"sv,  "meta"sv, "p"sv,     "option"sv, "param"sv, "source"sv, "td"sv,
                                 "th"sv,    "tr"sv,   "tbody"sv, "thead"sv,  "track"sv, "wbr"sv};
  const auto same = [&](std::string_view known) {
    return std::ranges::equal(name, known, {}, [](char c) { return static_cast<char>(c | 0x20); });
  };
  return std::ranges::any_of(kNames, same);
}

/// The page without the tags that open elements more than kDeepest deep. Counts tags, not elements, and so
/// never touches a page that a browser would show.
std::string without_deep_tags(std::string_view html) {
  std::string kept;
  int depth = 0;
  std::size_t copied = 0;
  for (auto at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    const auto begin = at + 1 + closes;
    if (begin >= html.size() || !is_letter(html[begin])) continue;
    const auto end = std::min(html.find_first_of(" \t\r\n/>", begin), html.size());
    if (may_stay_open(html.substr(begin, end - begin))) continue;
    const int level = closes ? depth-- : ++depth;
    depth = std::max(depth, 0);
    if (level <= kDeepest) continue;
    const auto close = std::min(html.find('>', end), html.size() - 1);
    kept.append(html.substr(copied, at - copied)).append(" ");
    copied = close + 1;
  }
  if (copied < html.size()) kept.append(html.substr(copied));
  return kept;
}

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

HtmlTree::HtmlTree(std::string_view html) : html_(without_deep_tags(html)), arena_(html.size() * 4 + 4096) {
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
  for (auto i = node; i < nodes_[node].end; ++i)
    if (nodes_[i].is_text())
      append_squeezed(text, nodes_[i].text);
    else if (nodes_[i].tag == GUMBO_TAG_BR)
      append_squeezed(text, " ");
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
