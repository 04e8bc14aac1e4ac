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

bool same_letters(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, {}, [](char c) { return static_cast<char>(c | 0x20); });
}

/// Elements that close by themselves, or may stay open: they say nothing about the depth.
bool may_stay_open(std::string_view name) {
  constexpr std::array kNames = {"area"sv,  "base"sv, "body"sv,  "br"sv,     "col"sv,   "dd"sv,     "dt"sv,
                                 "embed"sv, "hr"sv,   "html"sv,  "head"sv,   "img"sv,   "input"sv,  "li"sv,
                                 "link"sv,  "meta"sv, "p"sv,     "option"sv, "param"sv, "source"sv, "td"sv,
                                 "th"sv,    "tr"sv,   "tbody"sv, "thead"sv,  "track"sv, "wbr"sv};
  return std::ranges::any_of(kNames, [&](std::string_view known) { return same_letters(name, known); });
}

/// The page without what costs the parser most and holds no text: comments, scripts but JSON-LD, styles, and
/// the tags that open elements more than kDeepest deep. The depth counts tags, not elements, and so never
/// touches a page that a browser would show.
class Slimmer {
 public:
  explicit Slimmer(std::string_view html) : html_(html) { slim_.reserve(html.size()); }

  std::string run() {
    for (auto at = html_.find('<'); at != html_.npos; at = html_.find('<', at)) {
      const auto rest = html_.substr(at);
      if (rest.starts_with("<!--"))
        at = drop(at, behind("-->", at + 2));
      else if (rest.size() > 1 && is_letter(rest[1]))
        at = open_tag(at);
      else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2]))
        at = close_tag(at);
      else
        ++at;
    }
    slim_.append(html_.substr(copied_));
    return std::move(slim_);
  }

 private:
  std::size_t behind(std::string_view mark, std::size_t from) const {
    const auto at = html_.find(mark, from);
    return at == html_.npos ? html_.size() : at + mark.size();
  }

  std::size_t drop(std::size_t begin, std::size_t end, std::string_view instead = "") {
    slim_.append(html_.substr(copied_, begin - copied_)).append(instead);
    copied_ = end;
    return end;
  }

  std::string_view name_at(std::size_t at) const {
    return html_.substr(at, html_.find_first_of(" \t\r\n\f/>", at) - at);
  }

  /// Behind the '>' of the tag at `at`; one within a quoted value is none.
  std::size_t behind_tag(std::size_t at) const {
    for (;;) {
      at = html_.find_first_of(">=", at);
      if (at == html_.npos) return html_.size();
      if (html_[at] == '>') return at + 1;
      at = html_.find_first_not_of(" \t\r\n\f", at + 1);
      if (at == html_.npos) return html_.size();
      if (html_[at] != '"' && html_[at] != '\'') continue;
      at = html_.find(html_[at], at + 1);
      if (at == html_.npos) return html_.size();
      ++at;
    }
  }

  std::size_t open_tag(std::size_t at) {
    const auto name = name_at(at + 1);
    const auto end = behind_tag(at + 1 + name.size());
    const bool script = same_letters(name, "script");
    if (script || same_letters(name, "style")) {
      const auto close = close_of(name, end);
      const bool data = script && html_.substr(at, end - at).find("ld+json") != html_.npos;
      return data ? close : drop(end, close);
    }
    if (may_stay_open(name) || ++depth_ <= kDeepest) return end;
    return drop(at, end, " ");
  }

  std::size_t close_tag(std::size_t at) {
    const auto name = name_at(at + 2);
    const auto end = behind(">", at);
    if (may_stay_open(name) || same_letters(name, "script") || same_letters(name, "style")) return end;
    const bool deep = depth_ > kDeepest;
    depth_ = std::max(depth_ - 1, 0);
    return deep ? drop(at, end, " ") : end;
  }

  /// Where "</name" stands, in letters of any case.
  std::size_t close_of(std::string_view name, std::size_t from) const {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    for (auto at = html_.find("</", from); at != html_.npos; at = html_.find("</", at + 2))
      if (same_letters(html_.substr(at + 2, name.size()), lower)) return at;
    return html_.size();
  }

  std::string_view html_;
  std::string slim_;
  std::size_t copied_ = 0;
  int depth_ = 0;
};

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

HtmlTree::HtmlTree(std::string_view html) : html_(Slimmer(html).run()), arena_(html.size() * 4 + 4096) {
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
