// Elements that stand beside the text by their tag, role, style or name are left out with all that is below
// them, unless they hold most of the page: then the name misleads.
#include "ingest/page_blocks.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "ingest/element_name.h"
#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;
using Node = HtmlTree::Node;
constexpr Index kLeastBesideComments = 400;  // bytes of prose
constexpr Index kLeastBesideConsent = 200;
constexpr std::size_t kLongestLinkNote = 40;  // bytes
constexpr Index kLeastArticle = 400;          // bytes of prose
constexpr Index kLongestLead = 1200;          // bytes
constexpr unsigned kWholeParagraph = 120;     // characters; from one on the text has begun

/// Asked for each tag of a page.
struct TagSet {
  constexpr TagSet(std::initializer_list<GumboTag> tags) {
    for (const auto tag : tags) holds[tag] = true;
  }
  std::array<bool, GUMBO_TAG_LAST + 1> holds{};
};

bool is_inline(GumboTag tag) {
  static constexpr TagSet kTags(
      {GUMBO_TAG_A,       GUMBO_TAG_ABBR, GUMBO_TAG_B,     GUMBO_TAG_BDI,     GUMBO_TAG_BDO,
       GUMBO_TAG_BIG,     GUMBO_TAG_BR,   GUMBO_TAG_CITE,  GUMBO_TAG_CODE,    GUMBO_TAG_DATA,
       GUMBO_TAG_DEL,     GUMBO_TAG_DFN,  GUMBO_TAG_EM,    GUMBO_TAG_FONT,    GUMBO_TAG_I,
       GUMBO_TAG_IMG,     GUMBO_TAG_INS,  GUMBO_TAG_KBD,   GUMBO_TAG_MARK,    GUMBO_TAG_Q,
       GUMBO_TAG_S,       GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,    GUMBO_TAG_STRIKE,
       GUMBO_TAG_STRONG,  GUMBO_TAG_SUB,  GUMBO_TAG_SUP,   GUMBO_TAG_TIME,    GUMBO_TAG_TT,
       GUMBO_TAG_U,       GUMBO_TAG_VAR,  GUMBO_TAG_WBR,   GUMBO_TAG_UNKNOWN, GUMBO_TAG_CENTER,
       GUMBO_TAG_ACRONYM, GUMBO_TAG_NOBR, GUMBO_TAG_RUBY,  GUMBO_TAG_RT,      GUMBO_TAG_RP});
  return kTags.holds[tag];
}

/// What a name says of these is about words within a sentence: «external-link».
bool is_part_of_sentence(GumboTag tag) {
  return is_any(tag, {GUMBO_TAG_A, GUMBO_TAG_ABBR, GUMBO_TAG_B, GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_MARK,
                      GUMBO_TAG_Q, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP, GUMBO_TAG_U});
}

bool is_never_text(GumboTag tag) {
  static constexpr TagSet kTags({GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                                 GUMBO_TAG_SVG,      GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,
                                 GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,  GUMBO_TAG_CANVAS,   GUMBO_TAG_MAP,
                                 GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT, GUMBO_TAG_OPTION,   GUMBO_TAG_TEXTAREA,
                                 GUMBO_TAG_INPUT,    GUMBO_TAG_HEAD,   GUMBO_TAG_DATALIST, GUMBO_TAG_LABEL,
                                 GUMBO_TAG_NOFRAMES, GUMBO_TAG_APPLET, GUMBO_TAG_RT,       GUMBO_TAG_RP});
  return kTags.holds[tag];
}

/// What stands beside the text by the meaning of its element.
bool is_beside_tag(const Node& node) {
  if (is_any(node.tag, {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_FIGURE,
                        GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MENU, GUMBO_TAG_FORM}))
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

unsigned characters(std::string_view text) {
  return static_cast<unsigned>(std::ranges::count_if(text, [](char c) { return !U8_IS_TRAIL(c); }));
}

class BlockReader {
 public:
  BlockReader(const HtmlTree& tree, ElementNames& names, std::string_view title, Care care)
      : tree_(tree), nodes_(tree.nodes()), title_(title), care_(care), names_(names) {}

  PageBlocks run() {
    measure();
    page_.headline = headline_node(tree_, title_);
    article_ = article_of_headline();
    collect();
    return std::move(page_);
  }

 private:
  void measure() {
    auto& prose = page_.prose;
    prose.assign(nodes_.size(), 0);
    for (Index i = static_cast<Index>(nodes_.size()); i-- > 0;) {
      const auto& node = nodes_[i];
      if (node.is_text()) prose[i] = node.text.size() > 30 ? static_cast<Index>(node.text.size()) : 0;
      const bool counts = node.is_text() || (node.tag != GUMBO_TAG_A && !is_never_text(node.tag));
      if (counts && i > 0) prose[node.parent] += prose[i];
    }
  }

  bool is_left_out(Index i) {
    const auto& node = nodes_[i];
    if (is_never_text(node.tag)) return true;
    if (is_any(node.tag, {GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN})) return false;
    if (care_ == Care::nothing) return false;
    const auto place = is_part_of_sentence(node.tag) ? Place() : place_of(node);
    const auto prose = page_.prose[i], all = page_.prose[0];
    // What readers write may be longer than what they write about.
    if (place.comments && !place.body && all - prose >= kLeastBesideComments && !holds_headline(i))
      return true;
    if (place.consent && all - prose >= kLeastBesideConsent && !holds_headline(i)) return true;
    if (care_ == Care::names && node.tag == GUMBO_TAG_ARTICLE && is_another_article(i)) return true;
    if (is_lead(place, i)) return false;
    const bool beside = is_beside_tag(node) || is_hidden(node) || place.hidden ||
                        (!place.body && (place.beside || place.details || place.comments));
    return beside && prose * 2 < all;
  }

  /// Of names that may mislead, those for comments and consent do so least.
  Place place_of(const Node& node) {
    auto place = names_.place_of(node);
    if (care_ == Care::tags) place.beside = place.details = place.lead = place.hidden = false;
    return place;
  }

  bool holds_headline(Index i) const {
    if (page_.headline != 0) return i <= page_.headline && page_.headline < nodes_[i].end;
    for (auto k = i; k < nodes_[i].end; ++k)
      if (nodes_[k].tag == GUMBO_TAG_H1) return true;
    return false;
  }

  /// A teaser or a comment: it stands beside the <article> of the headline, and is shorter.
  bool is_another_article(Index i) const {
    const auto own = article_;
    const bool apart = own != 0 && (i >= nodes_[own].end || nodes_[i].end <= own);
    return apart && page_.prose[own] >= kLeastArticle && page_.prose[i] < page_.prose[own];
  }

  /// The innermost <article> around the headline.
  Index article_of_headline() const {
    for (auto i = page_.headline; i != 0; i = nodes_[i].parent)
      if (nodes_[i].tag == GUMBO_TAG_ARTICLE) return i;
    return 0;
  }

  bool is_lead(const Place& place, Index i) const {
    return place.lead && page_.headline != 0 && i > page_.headline && !has_begun_ && !is_hidden(nodes_[i]) &&
           page_.prose[i] <= kLongestLead;
  }

  /// A link to another page; those within the page are marks and footnotes.
  static bool leads_away(const Node& node) {
    return node.tag == GUMBO_TAG_A && node.has("href") && !node.attribute("href").starts_with('#');
  }

  void collect() {
    std::vector<Index> open;
    bool last_was_break = false;
    for (Index i = 0; i < nodes_.size();) {
      while (!open.empty() && i >= nodes_[open.back()].end) close(open);
      const auto& node = nodes_[i];
      if (node.is_text()) {
        if (node.text.find_first_not_of(" \t\r\n") != node.text.npos) last_was_break = false;
        add_text(node, open);
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
      count(node, +1);
      if (lead_ == 0 && opens_lead(i)) lead_ = i;
      open.push_back(i++);
    }
    flush();
  }

  void close(std::vector<Index>& open) {
    const auto& closed = nodes_[open.back()];
    count(closed, -1);
    if (!is_inline(closed.tag)) flush();
    if (open.back() == lead_) lead_ = 0;
    open.pop_back();
  }

  void count(const Node& node, int by) {
    if (leads_away(node)) links_ += by;
    if (is_any(node.tag, {GUMBO_TAG_EM, GUMBO_TAG_I})) slants_ += by;
  }

  /// An element that is named so; the <header> that the headline stands in holds more than the lead.
  bool opens_lead(Index i) {
    if (care_ != Care::names || page_.headline == 0 || has_begun_) return false;
    if (i > page_.headline) return is_lead(names_.place_of(nodes_[i]), i);
    return nodes_[i].tag == GUMBO_TAG_HEADER && page_.headline < nodes_[i].end;
  }

  bool is_link_note(std::string_view text) const {
    return links_ > 0 && text.size() <= kLongestLinkNote &&
           page_words().link_notes.contains(lower_case(squeezed(text)));
  }

  void add_text(const Node& node, const std::vector<Index>& open) {
    if (is_link_note(node.text)) return;
    if (text_.empty()) {
      owner_ = 0;
      tag_ = GUMBO_TAG_BODY;
      for (const auto i : open)
        if (!is_inline(nodes_[i].tag)) owner_ = i, tag_ = outer_tag(i, tag_);
    }
    const auto before = text_.size();
    append_squeezed(text_, node.text);
    const auto added = characters(std::string_view(text_).substr(before));
    if (links_ > 0) linked_ += added;
    if (slants_ > 0) slanted_ += added;
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
      const bool lead = lead_ != 0 && owner_ > page_.headline;
      page_.blocks.push_back({owner_, tag_, std::move(text_), letters, std::min(linked_, letters),
                              std::min(slanted_, letters), lead});
      const auto& block = page_.blocks.back();
      has_begun_ |= !lead && owner_ > page_.headline && tag_ == GUMBO_TAG_P && letters >= kWholeParagraph &&
                    block.link_share() < 0.3;
    }
    text_.clear();
    linked_ = slanted_ = 0;
  }

  const HtmlTree& tree_;
  const std::vector<Node>& nodes_;
  std::string_view title_;
  Care care_;
  ElementNames& names_;
  PageBlocks page_;
  Index article_ = 0;       ///< the <article> that holds the headline
  bool has_begun_ = false;  ///< the text of the article
  Index lead_ = 0;          ///< the element around the lead, while it is open
  int links_ = 0, slants_ = 0;
  // the block that is being read
  std::string text_;
  Index owner_ = 0;
  GumboTag tag_ = GUMBO_TAG_BODY;
  unsigned linked_ = 0, slanted_ = 0;
};

}  // namespace

bool is_any(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

bool is_heading(GumboTag tag) {
  return is_any(tag, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", ":", "…", "“", "”", "\"", "»", "«", "’", "‘", "'", ".)"})
    if (text.ends_with(end)) return true;
  return false;
}

std::string bare(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80 || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9'))
      letters += c;
    else if ('A' <= c && c <= 'Z')
      letters += static_cast<char>(c - 'A' + 'a');
  return letters;
}

std::uint32_t headline_node(const HtmlTree& tree, std::string_view wanted) {
  const auto& nodes = tree.nodes();
  const auto title = bare(wanted);
  Index first = 0;
  for (Index i = 1; i < nodes.size(); ++i) {
    if (!is_any(nodes[i].tag, {GUMBO_TAG_H1, GUMBO_TAG_H2}) || nodes[i].end - i > 40) continue;
    const auto text = bare(tree.text_of(i));
    if (!title.empty() && (text == title || (text.size() > 20 && title.ends_with(text)) ||
                           (title.size() > 20 && text.ends_with(title))))
      return i;
    if (first == 0 && nodes[i].tag == GUMBO_TAG_H1 && text.size() > 10) first = i;
  }
  return first;
}

PageBlocks read_blocks(const HtmlTree& tree, ElementNames& names, std::string_view title, Care care) {
  return BlockReader(tree, names, title, care).run();
}

}  // namespace gegenprobe::ingest
