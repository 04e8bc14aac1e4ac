#include "ingest/selector.h"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>

namespace gegenprobe::ingest {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::array<std::string_view, 13> kAttributes = {
    "href",    "rel",      "type",     "name",     "role",  "lang", "title",
    "content", "property", "itemprop", "datetime", "class", "id"};

Error wrong(std::string_view selector, std::string_view why) {
  return Error{Error::Kind::usage, fmt::format("'{}' is no selector: {}", selector, why),
               "write it as in \"div.story > p\", \".promo, #abo\" or \"meta[name=author]\""};
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return "";
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool holds_word(std::string_view list, std::string_view word) {
  for (std::size_t begin = 0; begin < list.size();) {
    const auto end = std::min(list.find_first_of(kSpace, begin), list.size());
    if (list.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

Result<Selector> Selector::parse(std::string_view text) {
  Selector selector;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(',', begin), text.size());
    auto path = parse_path(trimmed(text.substr(begin, end - begin)));
    if (!path) return path.error();
    selector.paths_.push_back(std::move(*path));
    begin = end + 1;
  }
  return selector;
}

Result<Selector::Path> Selector::parse_path(std::string_view text) {
  if (text.empty()) return wrong(text, "it is empty");
  Path path;
  bool child = false;
  for (std::size_t at = 0; at < text.size();) {
    if (kSpace.find(text[at]) != kSpace.npos) {
      ++at;
      continue;
    }
    if (text[at] == '>') {
      if (path.empty() || child) return wrong(text, "'>' stands between two elements");
      child = true;
      ++at;
      continue;
    }
    Step step{.tag = {}, .classes = {}, .id = {}, .attributes = {}, .child = child};
    child = false;
    const auto take = [&] {
      const auto begin = at;
      at = std::min(text.find_first_of(" \t\r\n>.#[", at), text.size());
      return std::string(text.substr(begin, at - begin));
    };
    step.tag = take();
    if (step.tag.find_first_of(":+~()") != step.tag.npos)
      return wrong(text, "only names, classes and attributes are read");
    while (at < text.size() && kSpace.find(text[at]) == kSpace.npos && text[at] != '>') {
      const char mark = text[at++];
      if (mark == '[') {
        const auto end = text.find(']', at);
        if (end == text.npos) return wrong(text, "']' is missing");
        const auto inside = text.substr(at, end - at);
        const auto equals = inside.find('=');
        Attribute attribute{std::string(trimmed(inside.substr(0, equals))), {}, equals == inside.npos};
        if (!attribute.any) {
          auto value = trimmed(inside.substr(equals + 1));
          if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
            value = value.substr(1, value.size() - 2);
          attribute.value = value;
        }
        if (std::ranges::find(kAttributes, attribute.name) == kAttributes.end())
          return wrong(text, fmt::format("the attribute '{}' is not read", attribute.name));
        step.attributes.push_back(std::move(attribute));
        at = end + 1;
        continue;
      }
      auto word = take();
      if (word.empty() || word.find_first_of(":+~()]") != word.npos)
        return wrong(text, "only names, classes and attributes are read");
      if (mark == '.')
        step.classes.push_back(std::move(word));
      else
        step.id = std::move(word);
    }
    path.push_back(std::move(step));
  }
  if (child) return wrong(text, "nothing stands behind '>'");
  return path;
}

bool Selector::fits(const HtmlTree::Node& node, const Step& step) {
  if (node.is_text()) return false;
  if (!step.tag.empty() && step.tag != "*" && gumbo_tag_enum(step.tag.c_str()) != node.tag) return false;
  if (!step.id.empty() && node.attribute("id") != step.id) return false;
  return std::ranges::all_of(step.classes,
                             [&](const auto& name) { return holds_word(node.attribute("class"), name); }) &&
         std::ranges::all_of(step.attributes, [&](const Attribute& wanted) {
           return wanted.any ? node.has(wanted.name.c_str())
                             : node.attribute(wanted.name.c_str()) == wanted.value;
         });
}

bool Selector::ends_at(const HtmlTree& tree, std::uint32_t node, const Path& path, std::size_t last) {
  if (!fits(tree.nodes()[node], path[last])) return false;
  if (last == 0) return true;
  for (auto above = tree.nodes()[node].parent; above != node;
       node = above, above = tree.nodes()[node].parent) {
    if (ends_at(tree, above, path, last - 1)) return true;
    if (path[last].child) return false;
  }
  return false;
}

std::vector<std::uint32_t> Selector::find(const HtmlTree& tree) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i)
    if (std::ranges::any_of(paths_,
                            [&](const Path& path) { return ends_at(tree, i, path, path.size() - 1); }))
      found.push_back(i);
  return found;
}

}  // namespace gegenprobe::ingest
