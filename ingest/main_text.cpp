// Blocks of text (what a browser would set as one paragraph) get a weight: its letters outside of links where
// it reads like prose, a loss where it reads like a list of links. The element with the greatest sum over its
// blocks is the article: a smaller one misses prose, a larger one pays for what stands around. Names of
// elements only say what is left out beforehand, and settle near-ties.
#include "ingest/main_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;
constexpr Index kLeastBesideComments = 400;  // bytes of prose
using Node = HtmlTree::Node;

bool is_any(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

bool is_heading(GumboTag tag) {
  return is_any(tag, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
}

bool is_inline(GumboTag tag) {
  return is_any(tag, {GUMBO_TAG_A,       GUMBO_TAG_ABBR, GUMBO_TAG_B,     GUMBO_TAG_BDI,     GUMBO_TAG_BDO,
                      GUMBO_TAG_BIG,     GUMBO_TAG_BR,   GUMBO_TAG_CITE,  GUMBO_TAG_CODE,    GUMBO_TAG_DATA,
                      GUMBO_TAG_DEL,     GUMBO_TAG_DFN,  GUMBO_TAG_EM,    GUMBO_TAG_FONT,    GUMBO_TAG_I,
                      GUMBO_TAG_IMG,     GUMBO_TAG_INS,  GUMBO_TAG_KBD,   GUMBO_TAG_MARK,    GUMBO_TAG_Q,
                      GUMBO_TAG_S,       GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,    GUMBO_TAG_STRIKE,
                      GUMBO_TAG_STRONG,  GUMBO_TAG_SUB,  GUMBO_TAG_SUP,   GUMBO_TAG_TIME,    GUMBO_TAG_TT,
                      GUMBO_TAG_U,       GUMBO_TAG_VAR,  GUMBO_TAG_WBR,   GUMBO_TAG_UNKNOWN, GUMBO_TAG_CENTER,
                      GUMBO_TAG_ACRONYM, GUMBO_TAG_NOBR});
}

bool is_never_text(GumboTag tag) {
  return is_any(
      tag, {GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
            GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED,    GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,
            GUMBO_TAG_CANVAS,   GUMBO_TAG_MAP,    GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT,   GUMBO_TAG_OPTION,
            GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT,  GUMBO_TAG_HEAD,     GUMBO_TAG_DATALIST, GUMBO_TAG_LABEL,
            GUMBO_TAG_NOFRAMES, GUMBO_TAG_APPLET});
}

/// What stands beside the text by the meaning of its element; left out unless it holds most of the page.
bool is_beside_tag(const Node& node) {
  if (is_any(node.tag, {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_FIGURE,
                        GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MENU}))
    return true;
  constexpr std::array<std::string_view, 9> kRoles = {"navigation",  "complementary", "contentinfo",
                                                      "banner",      "search",        "dialog",
                                                      "alertdialog", "menu",          "toolbar"};
  return std::ranges::find(kRoles, node.attribute("role")) != kRoles.end();
}

bool is_hidden(const Node& node) {
  if (node.has("hidden") || node.attribute("aria-hidden") == "true") return true;
  const auto style = node.attribute("style");
  return style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

struct Block {
  Index owner;   ///< the block-level element it stands in
  GumboTag tag;  ///< of the owner, or of the list item, heading … around it
  std::string text;
  unsigned letters = 0, linked = 0;  ///< characters; those within links
  double link_share() const { return letters == 0 ? 0 : double(linked) / letters; }
};

unsigned characters(std::string_view text) {
  return static_cast<unsigned>(std::ranges::count_if(text, [](char c) { return !U8_IS_TRAIL(c); }));
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", ":", "…", "“", "”", "\"", "»", "«", "’", "‘", "'", ".)"})
    if (text.ends_with(end)) return true;
  return false;
}

/// Letters and digits in lower case: how texts are compared that differ in quotes and spaces.
std::string bare(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80 || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9'))
      letters += c;
    else if ('A' <= c && c <= 'Z')
      letters += static_cast<char>(c - 'A' + 'a');
  return letters;
}

class Finder {
 public:
  /// How much is left out before blocks are weighed.
  enum class Care : std::uint8_t { names, tags, nothing };

  Finder(const HtmlTree& tree, std::string_view title, std::string_view known_body, Care care)
      : nodes_(tree.nodes()), title_(bare(title)), known_(bare(known_body)), care_(care) {}

  MainText run() {
    measure();
    collect();
    match_known();
    const auto container = choose();
    return {.paragraphs = select(container), .container = container};
  }

  /// How much of the known body the page shows at all, 0 to 1.
  double known_share() const { return known_.empty() ? 0 : double(matched_) / double(known_.size()); }

 private:
  // -- names

  enum class Place : std::uint8_t { plain, beside, comments, body };

  Place place_by_name(const Node& node) {
    auto name = std::string(node.attribute("class"));
    name.append(" ").append(node.attribute("id"));
    if (name.size() < 2 || name.size() > 400) return Place::plain;
    const auto [known, is_new] = places_.try_emplace(std::move(name), Place::plain);
    if (is_new) known->second = read_name(known->first);
    return known->second;
  }

  static Place read_name(std::string_view name) {
    const auto& words = page_words();
    const auto parts = words_of_name(name);
    std::string joined;
    for (const auto& part : parts) joined += part;
    for (const auto& body : words.body)
      if (joined.find(body) != joined.npos) return Place::body;
    const auto any_in = [&](const WordSet& set) {
      return std::ranges::any_of(parts, [&](const auto& part) { return set.contains(part); });
    };
    if (any_in(words.comments)) return Place::comments;
    // «author-box» is beside the text, where neither "author" nor "box" need be.
    for (std::size_t i = 1; i < parts.size(); ++i)
      if (words.beside.contains(parts[i - 1] + parts[i])) return Place::beside;
    return any_in(words.beside) ? Place::beside : Place::plain;
  }

  // -- blocks

  /// Characters of text outside of links below each node, for the question what "most of the page" is.
  void measure() {
    prose_.assign(nodes_.size(), 0);
    for (Index i = static_cast<Index>(nodes_.size()); i-- > 0;) {
      const auto& node = nodes_[i];
      if (node.is_text()) prose_[i] = node.text.size() > 30 ? static_cast<Index>(node.text.size()) : 0;
      const bool counts = node.is_text() || (node.tag != GUMBO_TAG_A && !is_never_text(node.tag));
      if (counts && i > 0) prose_[node.parent] += prose_[i];
    }
  }

  bool is_left_out(Index i) {
    const auto& node = nodes_[i];
    if (is_never_text(node.tag)) return true;
    if (is_any(node.tag, {GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN})) return false;
    if (care_ == Care::nothing) return false;
    const auto place = care_ == Care::names ? place_by_name(node) : Place::plain;
    // What readers write may be longer than what they write about.
    if (place == Place::comments && prose_[0] - prose_[i] >= kLeastBesideComments && !holds_headline(i))
      return true;
    const bool beside =
        is_beside_tag(node) || is_hidden(node) || place == Place::beside || place == Place::comments;
    return beside && prose_[i] * 2 < prose_[0];
  }

  bool holds_headline(Index i) const {
    for (auto k = i; k < nodes_[i].end; ++k)
      if (nodes_[k].tag == GUMBO_TAG_H1) return true;
    return false;
  }

  /// A link to another page; those within the page are marks and footnotes.
  static bool leads_away(const Node& node) {
    return node.tag == GUMBO_TAG_A && node.has("href") && !node.attribute("href").starts_with('#');
  }

  void collect() {
    std::vector<Index> open;
    Index links = 0;
    bool last_was_break = false;
    for (Index i = 0; i < nodes_.size();) {
      while (!open.empty() && i >= nodes_[open.back()].end) {
        const auto& closed = nodes_[open.back()];
        if (leads_away(closed)) --links;
        if (!is_inline(closed.tag)) flush();
        open.pop_back();
      }
      const auto& node = nodes_[i];
      if (node.is_text()) {
        if (node.text.find_first_not_of(" \t\r\n") != node.text.npos) last_was_break = false;
        add_text(node, links > 0, open);
        ++i;
        continue;
      }
      if (is_left_out(i)) {
        if (!is_inline(node.tag)) flush();
        i = node.end;
        continue;
      }
      if (node.tag == GUMBO_TAG_BR) {
        if (last_was_break) flush();
        last_was_break = true;
        append_squeezed(text_, " ");
      }
      if (!is_inline(node.tag)) flush();
      if (leads_away(node)) ++links;
      open.push_back(i++);
    }
    flush();
  }

  void add_text(const Node& node, bool in_link, const std::vector<Index>& open) {
    if (text_.empty()) {
      owner_ = 0;
      tag_ = GUMBO_TAG_BODY;
      for (const auto i : open)
        if (!is_inline(nodes_[i].tag)) owner_ = i, tag_ = outer_tag(i, tag_);
    }
    const auto before = text_.size();
    append_squeezed(text_, node.text);
    if (in_link) linked_ += characters(std::string_view(text_).substr(before));
  }

  /// Of the elements around a block, the one that says what it is.
  GumboTag outer_tag(Index i, GumboTag outer) const {
    const auto tag = nodes_[i].tag;
    if (is_heading(outer) || is_any(outer, {GUMBO_TAG_LI, GUMBO_TAG_BLOCKQUOTE}))
      return is_heading(tag) ? tag : outer;
    return tag;
  }

  void flush() {
    if (text_.ends_with(' ')) text_.pop_back();
    if (!text_.empty()) {
      const auto letters = characters(text_);
      blocks_.push_back({owner_, tag_, std::move(text_), letters, std::min(linked_, letters)});
    }
    text_.clear();
    linked_ = 0;
  }

  // -- evidence

  void match_known() {
    if (known_.size() < 200) {
      known_.clear();
      return;
    }
    is_known_.assign(blocks_.size(), false);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const auto text = bare(blocks_[i].text);
      if (text.size() < 20 || known_.find(text) == known_.npos) continue;
      is_known_[i] = true;
      matched_ += text.size();
    }
    if (known_share() < 0.5) is_known_.clear();
  }

  // -- the container

  double weight(std::size_t i) const {
    const auto& block = blocks_[i];
    const double letters = std::min(block.letters, 2000u);
    if (!is_known_.empty() && is_known_[i]) return letters * 2;
    if (is_heading(block.tag)) return 0;
    if (block.link_share() > 0.5) return -std::min(letters, 200.0) * 0.5;
    const double prose = letters - 2.0 * block.linked;
    if (letters < 40) return ends_sentence(block.text) ? 5 : -5;
    if (block.tag == GUMBO_TAG_LI) return letters > 80 && block.link_share() < 0.3 ? prose * 0.7 : -10;
    if (!ends_sentence(block.text)) return letters > 120 ? prose * 0.6 : -10;
    return prose;
  }

  double preference(Index i) {
    const auto& node = nodes_[i];
    if (node.attribute("itemprop") == "articleBody") return 1.2;
    if (place_by_name(node) == Place::body) return 1.15;
    if (node.tag == GUMBO_TAG_ARTICLE) return 1.1;
    return node.tag == GUMBO_TAG_MAIN ? 1.03 : 1.0;
  }

  Index choose() {
    std::vector<double> sum(nodes_.size(), 0);
    for (std::size_t i = 0; i < blocks_.size(); ++i) sum[blocks_[i].owner] += weight(i);
    for (Index i = static_cast<Index>(nodes_.size()); i-- > 1;) sum[nodes_[i].parent] += sum[i];
    Index best = 0;
    double best_value = 0;
    for (Index i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].is_text() || sum[i] <= 0) continue;
      const double value = sum[i] * preference(i);
      // On a tie the inner one: it holds the same text and less of what stands around it.
      if (value >= best_value) best = i, best_value = value;
    }
    return best;
  }

  // -- the paragraphs

  bool is_prose(std::size_t i) const {
    const auto& block = blocks_[i];
    if (!is_known_.empty() && is_known_[i]) return true;
    if (block.link_share() > 0.6) return false;
    if (block.link_share() > 0.4 && block.letters < 120) return false;
    if (is_any(block.tag, {GUMBO_TAG_P, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE}))
      return block.letters > 20 || ends_sentence(block.text);
    if (is_any(block.tag, {GUMBO_TAG_LI, GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_TD, GUMBO_TAG_TH}))
      return block.link_share() < 0.3;
    return block.letters > 60 || (ends_sentence(block.text) && block.letters > 15);
  }

  bool is_beside_text(const Block& block) const {
    if (block.letters > 160) return false;
    const bool address = block.text.starts_with("http") && block.text.find(' ') == std::string::npos;
    if (address || block.text.find("©") != std::string::npos)
      return true;  // the latter a credit of a picture
    const auto text = lower_case(std::string_view(block.text).substr(0, 64));
    const auto begins = [&](const auto& begin) { return text.starts_with(begin); };
    if (std::ranges::any_of(page_words().beside_begins, begins)) return true;
    return block.letters < 60 && std::ranges::any_of(page_words().byline_begins, begins) &&
           !ends_sentence(text);
  }

  static bool is_end_heading(const Block& block) {
    if (block.letters > 40) return false;
    return page_words().end_headings.contains(lower_case(block.text));
  }

  bool is_within(Index node, Index outer) const { return outer <= node && node < nodes_[outer].end; }

  std::vector<std::string> select(Index container) {
    std::vector<std::string> paragraphs;
    std::vector<std::string> headings;  // wait for the paragraph they stand over
    std::unordered_set<std::string> seen;
    std::size_t letters = 0, letters_left = 0;
    Index teaser = container;
    const auto is_outside = [&](const Block& block) { return !is_within(block.owner, container); };
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (!is_outside(blocks_[i]) && is_prose(i)) letters_left += blocks_[i].letters;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      auto& block = blocks_[i];
      if (is_outside(block)) continue;
      if (is_prose(i)) letters_left -= block.letters;
      if (is_end_heading(block)) {
        // Boxes within the text have such headings too; the text goes on behind them.
        if (letters > 400 && letters_left < letters) break;
        continue;
      }
      const auto text = bare(block.text);
      if (text == title_ || is_beside_text(block) || (block.letters > 40 && !seen.insert(text).second))
        continue;
      if (is_heading(block.tag) && block.tag != GUMBO_TAG_H1) {
        if (block.link_share() < 0.5)
          headings.push_back(block.text);
        else
          teaser = nodes_[block.owner].parent;
        continue;
      }
      // A heading that is a link stands over a teaser, and what shares its box belongs to it.
      if (teaser != container && is_within(block.owner, teaser) && prose_[teaser] * 3 < prose_[container])
        continue;
      if (!is_prose(i) || block.tag == GUMBO_TAG_H1) continue;
      if (!paragraphs.empty() && headings.size() < 3)
        std::ranges::move(headings, std::back_inserter(paragraphs));
      headings.clear();
      letters += block.letters;
      paragraphs.push_back(std::move(block.text));
    }
    return paragraphs;
  }

  const std::vector<Node>& nodes_;
  std::string title_, known_;
  Care care_;
  std::unordered_map<std::string, Place> places_;
  std::vector<Index> prose_;
  std::vector<Block> blocks_;
  std::vector<bool> is_known_;
  std::size_t matched_ = 0;
  // the block that is being read
  std::string text_;
  Index owner_ = 0;
  GumboTag tag_ = GUMBO_TAG_BODY;
  unsigned linked_ = 0;
};

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    auto paragraph = squeezed(text.substr(begin, end - begin));
    if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
    begin = end + 1;
  }
  return paragraphs;
}

std::size_t size_of(const std::vector<std::string>& paragraphs) {
  std::size_t size = 0;
  for (const auto& paragraph : paragraphs) size += paragraph.size();
  return size;
}

}  // namespace

MainText find_main_text(const HtmlTree& tree, std::string_view title, std::string_view known_body) {
  MainText best;
  double known_share = 0;
  // Names mislead on some pages: where little is left, less is left out.
  for (const auto care : {Finder::Care::names, Finder::Care::tags, Finder::Care::nothing}) {
    Finder finder(tree, title, known_body, care);
    auto found = finder.run();
    known_share = std::max(known_share, finder.known_share());
    if (size_of(found.paragraphs) > 2 * size_of(best.paragraphs)) best = std::move(found);
    if (size_of(best.paragraphs) > 500) break;
  }
  const bool is_fetched_by_script = known_body.size() > 400 && known_share < 0.3 &&
                                    known_body.find('<') == known_body.npos &&
                                    size_of(best.paragraphs) * 2 < known_body.size();
  if (is_fetched_by_script) best.paragraphs = paragraphs_of(known_body);
  return best;
}

}  // namespace gegenprobe::ingest
