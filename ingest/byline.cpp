#include "ingest/byline.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ingest/page_blocks.h"
#include "ingest/page_date.h"
#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;
using Node = HtmlTree::Node;
using Names = std::vector<std::string>;

constexpr Index kLargestByline = 60;                            // nodes
constexpr std::size_t kLongestName = 60, kLongestByline = 120;  // bytes

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Without «Von», «Text:», «erstellt von» … at the begin, as often as they stand there.
std::string_view without_begin(std::string_view text) {
  constexpr std::string_view kMarks = " :-~|/*\t";
  for (bool again = true; again;) {
    again = false;
    const auto begin = text.find_first_not_of(kMarks);
    text.remove_prefix(std::min(begin, text.size()));
    for (const auto dash : {"–", "—", "•", "·"})
      if (text.starts_with(dash)) text.remove_prefix(std::string_view(dash).size()), again = true;
    const auto lower = lower_case(text.substr(0, 40));
    for (const auto& word : page_words().byline_begins)
      if (lower.starts_with(word)) {
        text.remove_prefix(word.size());
        again = true;
        break;
      }
  }
  return text;
}

/// Up to where something else begins: a date, a line of its own, a note in brackets.
std::string_view up_to_end(std::string_view text) {
  auto end =
      std::min({text.find('('), text.find(" – "), text.find(" — "), text.find(" - "), text.find(" | "),
                text.find(" • "), text.find(" · "), text.find(" am "), text.find(" on "), text.size()});
  for (std::size_t i = 0; i < end; ++i)
    if (is_digit(text[i]) && (i == 0 || text[i - 1] == ' ')) end = i;
  text = text.substr(0, end);
  while (!text.empty() && std::string_view(" -:|/*,;").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  for (const std::string_view dash : {" –", " —"})
    if (text.ends_with(dash)) text.remove_suffix(dash.size());
  return text;
}

bool is_name(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestName || text.find("://") != text.npos ||
      text.find('@') != text.npos)
    return false;
  if (text.find_first_not_of("+-./ 0123456789") == text.npos) return false;
  return !page_words().no_names.contains(lower_case(text)) && !find_date(text).has_value();
}

/// Two to four words, each with a capital.
bool is_full_name(std::string_view text) {
  int words = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    const auto word = text.substr(begin, end - begin);
    const bool capital = !word.empty() && (('A' <= word[0] && word[0] <= 'Z') || word.starts_with("Ä") ||
                                           word.starts_with("Ö") || word.starts_with("Ü"));
    const bool particle = word == "von" || word == "van" || word == "de" || word == "und" || word == "and";
    if (!capital && !particle) return false;
    words += capital;
    begin = end + 1;
  }
  return 2 <= words && words <= 6 && text.find_first_of(".:!?") == text.npos;
}

void add(Names more, Names& names) {
  for (auto& name : more)
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

bool is_marked(const Node& node) {
  if (node.is_text() || node.tag == GUMBO_TAG_LINK || node.tag == GUMBO_TAG_META) return false;
  if (node.attribute("rel") == "author" || lower_case(node.attribute("itemprop")) == "author") return true;
  const auto words = words_of_name(node.attribute("class"));
  return words.size() < 6 && std::ranges::any_of(words, [](const auto& word) {
           return page_words().author_names.contains(word);
         });
}

/// The first element that is made for a byline and holds one; those of readers' comments do not count.
Names marked_authors(const HtmlTree& tree, Index headline) {
  const auto& nodes = tree.nodes();
  Names names;
  const auto scan = [&](Index begin, Index end) {
    for (auto i = begin; i < end && names.empty(); ++i) {
      if (!nodes[i].is_text())
        for (const auto& word : words_of_name(nodes[i].attribute("class")))
          if (page_words().comments.contains(word) && nodes[i].end - i > 2) {
            i = std::min(nodes[i].end, end) - 1;
            break;
          }
      if (nodes[i].end - i > kLargestByline || !is_marked(nodes[i])) continue;
      const auto text = tree.text_of(i);
      if (text.size() <= kLongestByline) names = names_in_byline(text);
    }
  };
  scan(headline, static_cast<Index>(nodes.size()));
  if (names.empty()) scan(0, headline);
  return names;
}

/// «Von Hanna Petersen» in a short text of its own behind the headline.
Names printed_byline(const HtmlTree& tree, Index headline) {
  const auto& nodes = tree.nodes();
  for (auto i = headline; i < nodes.size(); ++i) {
    const auto& node = nodes[i];
    if (!node.is_text() || node.text.size() > 80 || nodes[node.parent].tag == GUMBO_TAG_SCRIPT) continue;
    const auto text = squeezed(node.text);
    const auto lower = lower_case(std::string_view(text).substr(0, 24));
    for (const auto& begin : page_words().byline_begins)
      if (lower.starts_with(begin)) {
        auto names = names_in_byline(text);
        if (!names.empty() && std::ranges::all_of(names, is_full_name)) return names;
      }
  }
  return {};
}

}  // namespace

Names names_in_byline(std::string_view byline) {
  Names names;
  if (byline.find("://") != byline.npos) return names;
  for (const std::string_view mark : {" by ", " von "})  // «Posted on March 3, 2025 by …»
    if (const auto at = byline.find(mark); at != byline.npos && find_date(byline.substr(0, at)))
      byline.remove_prefix(at + mark.size());
  for (std::size_t begin = 0; begin < byline.size();) {
    auto end = byline.size();
    std::size_t mark_size = 1;
    for (const std::string_view mark : {",", ";", " and ", " und ", " & ", "|"})
      if (const auto at = byline.find(mark, begin); at < end) end = at, mark_size = mark.size();
    auto name = squeezed(up_to_end(without_begin(byline.substr(begin, end - begin))));
    if (is_name(name)) add({std::move(name)}, names);
    begin = end + mark_size;
  }
  return names;
}

Names find_authors(const HtmlTree& tree, const Names& described, const Names& stated, std::string_view outlet,
                   Index headline) {
  const auto house = bare(outlet);
  const auto is_house = [&](const std::string& name) {
    const auto letters = bare(name);
    return !house.empty() && (letters == house || house.find(letters) != house.npos);
  };
  Names of_house;
  const auto persons = [&](const Names& texts) {
    Names names;
    for (const auto& text : texts) {
      add(names_in_byline(text), names);
      if (!names.empty() && &texts == &stated) break;
    }
    if (!names.empty() && std::ranges::all_of(names, is_house)) {
      if (of_house.empty()) of_house = names;
      names.clear();
    }
    return names;
  };
  if (auto names = persons(described); !names.empty()) return names;
  if (auto names = persons(stated); !names.empty()) return names;
  auto marked = marked_authors(tree, headline);
  if (!of_house.empty() && !std::ranges::all_of(marked, is_full_name)) marked.clear();
  if (!marked.empty()) return marked;
  auto printed = printed_byline(tree, headline);
  return printed.empty() ? of_house : printed;
}

}  // namespace gegenprobe::ingest
