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
  const auto lower = lower_case(text);
  const auto is_begin = [&](std::string_view begin) {  // «Von», whose name stands in the next element
    return begin.size() == lower.size() + 1 && begin.starts_with(lower) && begin.ends_with(' ');
  };
  return !page_words().no_names.contains(lower) &&
         std::ranges::none_of(page_words().byline_begins, is_begin) && !find_date(text).has_value();
}

/// «Dr.», «J.»: what ends with a full stop within a name.
bool is_title_or_initial(std::string_view word) { return word.ends_with('.') && word.size() <= 5; }

/// Two to six words, each with a capital.
bool is_full_name(std::string_view text) {
  int words = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    const auto word = text.substr(begin, end - begin);
    const bool capital = !word.empty() && (('A' <= word[0] && word[0] <= 'Z') || word.starts_with("Ä") ||
                                           word.starts_with("Ö") || word.starts_with("Ü"));
    const bool particle = word == "von" || word == "van" || word == "de" || word == "und" || word == "and";
    const bool dot = word.find('.') != word.npos;
    if ((!capital && !particle) || (dot && !is_title_or_initial(word))) return false;
    words += capital && !(dot && word.size() > 2);
    begin = end + 1;
  }
  return 2 <= words && words <= 6 && text.find_first_of(":!?") == text.npos;
}

void add(Names more, Names& names) {
  for (auto& name : more)
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

bool is_marked(const Node& node, ElementNames& element_names) {
  if (node.is_text() || node.tag == GUMBO_TAG_LINK || node.tag == GUMBO_TAG_META) return false;
  if (node.attribute("rel") == "author" || lower_case(node.attribute("itemprop")) == "author") return true;
  return element_names.place_of(node).author;
}

/// What holds names of others: readers' comments, pictures, other articles.
bool holds_others(const Node& node, ElementNames& element_names) {
  if (is_any(node.tag, {GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN})) return false;
  if (is_any(node.tag, {GUMBO_TAG_FIGURE, GUMBO_TAG_ASIDE, GUMBO_TAG_NAV})) return true;
  return element_names.place_of(node).others;
}

bool parts_names(std::string_view text, bool at_begin) {
  if (std::string_view(",;&|/").find(at_begin ? text.front() : text.back()) != std::string_view::npos)
    return true;
  const auto lower = lower_case(text);
  return std::ranges::any_of(std::array{"and", "und"}, [&](std::string_view word) {
    return at_begin ? lower.starts_with(word) && (lower.size() == word.size() || lower[word.size()] == ' ')
                    : lower == word || lower.ends_with(" " + std::string(word));
  });
}

/// Text by text: names and what is said of them often share an element, and nothing but another element
/// within it parts «Hanna Petersen» from «4. März» or «Senior Writer». Behind a name another follows only
/// where a comma or the like stands between, or the two are links.
Names names_in_element(const HtmlTree& tree, Index element) {
  const auto& nodes = tree.nodes();
  Names names;
  bool open = true, after_link = false;
  for (auto i = element; i < nodes[element].end; ++i) {
    const auto text = nodes[i].is_text() ? squeezed(nodes[i].text) : std::string();
    if (text.empty()) continue;
    const bool link = nodes[nodes[i].parent].tag == GUMBO_TAG_A;
    auto found = names_in_byline(text);
    const bool alike = link && after_link && std::ranges::all_of(found, is_full_name);
    if (!open && !parts_names(text, true) && !alike) break;
    std::erase_if(found, [&](const std::string& name) {  // «Alles von Jan Olsen»
      return std::ranges::any_of(names, [&](const auto& known) { return name.find(known) != name.npos; });
    });
    add(std::move(found), names);
    open = names.empty() || parts_names(text, false);
    after_link = link;
  }
  return names;
}

/// The first element that is made for a byline and holds one.
Names marked_authors(const HtmlTree& tree, ElementNames& element_names, Index headline) {
  const auto& nodes = tree.nodes();
  Names names;
  const auto scan = [&](Index begin, Index end) {
    for (auto i = begin; i < end && names.empty(); ++i) {
      if (nodes[i].is_text()) continue;
      const bool around_headline = i <= headline && headline < nodes[i].end;
      if (!around_headline && nodes[i].end - i > 2 && holds_others(nodes[i], element_names)) {
        i = std::min(nodes[i].end, end) - 1;
        continue;
      }
      if (nodes[i].end - i > kLargestByline || !is_marked(nodes[i], element_names)) continue;
      if (tree.text_of(i).size() <= kLongestByline) names = names_in_element(tree, i);
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

Names find_authors(const HtmlTree& tree, ElementNames& element_names, const Names& described,
                   const Names& stated, std::string_view outlet, Index headline) {
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
  auto marked = marked_authors(tree, element_names, headline);
  if (!of_house.empty()) std::erase_if(marked, [](const auto& name) { return !is_full_name(name); });
  if (!marked.empty()) return marked;
  auto printed = printed_byline(tree, headline);
  return printed.empty() ? of_house : printed;
}

}  // namespace gegenprobe::ingest
