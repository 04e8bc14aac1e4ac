// Within the element that holds the article there still stand teasers, captions, bylines, calls to subscribe
// and, behind the text, lists of other articles and notes on the author. They are told by how a block is made
// (a link, a heading that is a link, italics at the end) and by how it begins (data/page.toml).
#include "ingest/article_blocks.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "ingest/page_date.h"
#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;

constexpr unsigned kLongestNote = 300;  // characters of a block that is judged by its words
constexpr unsigned kLongestLead = 900;
constexpr unsigned kLongestDateLine = 100, kLongestBareDate = 45;

class Selector {
 public:
  Selector(const HtmlTree& tree, PageBlocks page, Index container, const std::vector<bool>& is_known,
           const KnownParts& known)
      : nodes_(tree.nodes()),
        page_(std::move(page)),
        blocks_(page_.blocks),
        container_(container),
        is_known_(is_known),
        known_(known),
        title_(bare(known.title)) {}

  MainText run() {
    weigh_parents();
    for (std::size_t i = 0; i < blocks_.size() && !ended_; ++i) visit(i);
    drop_tail();
    MainText text{.lead = std::move(lead_), .paragraphs = {}};
    for (const auto i : kept_) text.paragraphs.push_back(std::move(blocks_[i].text));
    return text;
  }

 private:
  bool is_known(std::size_t i) const { return !is_known_.empty() && is_known_[i]; }
  bool is_within(Index node, Index outer) const { return outer <= node && node < nodes_[outer].end; }
  bool is_outside(const Block& block) const { return !is_within(block.owner, container_); }
  Index parent_of(const Block& block) const { return nodes_[block.owner].parent; }

  /// Where the paragraphs of the text hang: most of its letters share one parent.
  void weigh_parents() {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (blocks_[i].tag == GUMBO_TAG_P && !is_outside(blocks_[i]) && is_prose(i))
        of_parent_[parent_of(blocks_[i])] += blocks_[i].letters, letters_p_ += blocks_[i].letters;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (!is_outside(blocks_[i]) && is_prose(i)) letters_left_ += blocks_[i].letters;
    letters_all_ = letters_left_;
    behind_.assign(blocks_.size() + 1, {});
    for (auto i = blocks_.size(); i-- > 0;) {
      behind_[i] = behind_[i + 1];
      if (blocks_[i].tag == GUMBO_TAG_P && !is_outside(blocks_[i]) && is_prose(i) &&
          is_where_text_hangs(blocks_[i]))
        behind_[i].letters += blocks_[i].letters, ++behind_[i].count;
    }
  }

  void visit(std::size_t i) {
    const auto& block = blocks_[i];
    if (kept_.empty() && may_be_lead(block)) {
      if (std::ranges::find(lead_, block.text) != lead_.end()) return;
      lead_letters_ += block.letters;
      return lead_.push_back(block.text);
    }
    if (is_outside(block)) return;
    if (is_prose(i)) letters_left_ -= block.letters;
    if (const bool comments = is_heading_of(block, page_words().comment_headings);
        comments || is_heading_of(block, page_words().end_headings)) {
      ended_ = letters_ > (comments ? 150u : 400u) && (comments || letters_left_ < letters_) && !goes_on(i);
      headings_.clear();
      return;
    }
    auto text = bare(block.text);
    if (text == title_ || is_beside_text(block) ||
        (block.letters > 40 && !seen_.insert(std::move(text)).second))
      return;
    if (is_heading(block.tag) && block.tag != GUMBO_TAG_H1 && !is_sentence_heading(block)) {
      if (block.link_share() < 0.5)
        headings_.push_back(i);
      else
        teaser_ = parent_of(block);
      return;
    }
    if (is_teased(block) || !is_prose(i) || block.tag == GUMBO_TAG_H1) return;
    keep(i);
  }

  /// Boxes within the text have such headings too: behind them the paragraphs hang where they did before.
  bool goes_on(std::size_t end) const {
    const auto [letters, count] = behind_[end];
    const bool own_box = parent_of(blocks_[end]) != container_ && !is_where_text_hangs(blocks_[end]);
    return letters > (own_box ? 300u : 400u) && count > (own_box ? 0u : 1u);
  }

  void keep(std::size_t i) {
    if (!kept_.empty() && headings_.size() < 3) std::ranges::move(headings_, std::back_inserter(kept_));
    headings_.clear();
    letters_ += blocks_[i].letters;
    kept_.push_back(i);
  }

  /// A heading that is a link stands over a teaser, and what shares its box belongs to it.
  bool is_teased(const Block& block) const {
    return teaser_ != 0 && teaser_ != container_ && is_within(block.owner, teaser_) &&
           page_.prose[teaser_] * 3 < page_.prose[container_];
  }

  /// Some papers set whole sentences as headings, and nothing below them but pictures.
  static bool is_sentence_heading(const Block& block) {
    return block.letters > 60 && block.text.ends_with('.') && block.link_share() < 0.3;
  }

  bool is_prose(std::size_t i) const {
    const auto& block = blocks_[i];
    if (is_known(i) && block.link_share() < 0.9) return true;
    if (block.link_share() > 0.6) return false;
    if (block.link_share() > 0.4 && block.letters < 120) return false;
    if (is_any(block.tag, {GUMBO_TAG_P, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE}))
      return block.letters > 20 || ends_sentence(block.text);
    if (block.tag == GUMBO_TAG_LI) return block.link_share() < 0.3;
    if (is_any(block.tag, {GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_TD, GUMBO_TAG_TH}) &&
        block.link_share() < 0.3 && is_in_text(block))
      return true;
    return block.letters > 60 || (ends_sentence(block.text) && block.letters > 15);
  }

  /// A table or list of definitions that hangs beside the paragraphs; others are data of the page.
  bool is_in_text(const Block& block) const {
    auto node = block.owner;
    for (int up = 0; up < 8 && node != container_ && node != 0; ++up, node = nodes_[node].parent)
      if (is_any(nodes_[node].tag, {GUMBO_TAG_TABLE, GUMBO_TAG_DL})) {
        const auto hangs = [&](Index parent) {
          const auto found = of_parent_.find(parent);
          return found != of_parent_.end() && found->second * 3 > letters_p_;
        };
        const auto parent = nodes_[node].parent;
        return hangs(parent) || hangs(nodes_[parent].parent);
      }
    return false;
  }

  /// Named so, or a whole sentence that is set like a heading. What hangs where the paragraphs hang is the
  /// first of them, whatever its name.
  bool may_be_lead(const Block& block) const {
    if (page_.headline == 0 || block.owner <= page_.headline) return false;
    const bool heading = lead_.empty() && is_heading(block.tag) && is_sentence_heading(block);
    if (!block.lead && !heading) return false;
    if (!is_outside(block) && !is_heading(block.tag) && is_where_text_hangs(block)) return false;
    if (lead_letters_ + block.letters > kLongestLead) return false;
    if (block.letters < 40 || block.link_share() > 0.3 || (!ends_sentence(block.text) && block.letters < 60))
      return false;
    const auto text = bare(block.text);
    return title_.find(text) == title_.npos && text.find(title_) == text.npos && !is_beside_text(block);
  }

  bool is_where_text_hangs(const Block& block) const {
    const auto found = of_parent_.find(parent_of(block));
    return found != of_parent_.end() && (found->second - block.letters) * 5 > letters_all_;
  }

  bool is_beside_text(const Block& block) const {
    if (block.letters > kLongestNote) return false;
    const bool address = block.text.starts_with("http") && block.text.find(' ') == std::string::npos;
    const bool shortcode = block.text.starts_with('[') && block.text.ends_with(']');
    if (address || shortcode) return true;
    if (block.letters <= 160 && block.text.find("©") != std::string::npos) return true;  // of a picture
    if (is_date_line(block)) return true;
    const auto text = lower_case(block.text);
    const auto begins = [&](const auto& begin) { return text.starts_with(begin); };
    if (std::ranges::any_of(page_words().beside_begins, begins) ||
        page_words().beside_phrases.stands_in(text))
      return true;
    if (block.letters < 60 && std::ranges::any_of(page_words().byline_begins, begins) && !ends_sentence(text))
      return true;
    return ends_with_credit(block.text);
  }

  /// «Veröffentlicht am 3. März 2025, 14:30 Uhr», «3. März 2025, 14:30 Uhr»
  static bool is_date_line(const Block& block) {
    if (block.letters > kLongestDateLine || (block.letters > kLongestBareDate && block.text.ends_with('.')))
      return false;
    const auto text = lower_case(block.text);
    const auto begins = [&](const auto& word) { return text.starts_with(word); };
    if (block.letters <= kLongestBareDate && '0' <= text[0] && text[0] <= '9')
      return find_date(text).has_value();
    const auto& words = page_words().date;
    return (std::ranges::any_of(words.published, begins) || std::ranges::any_of(words.modified, begins)) &&
           find_date(block.text).has_value();
  }

  /// «… in Berlin. Foto: dpa»: a caption, whatever its element.
  static bool ends_with_credit(std::string_view text) {
    auto begin = text.size() - std::min<std::size_t>(text.size(), 48);
    while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    const auto end = lower_case(text.substr(begin));
    return std::ranges::any_of(page_words().credits,
                               [&](const auto& credit) { return end.find(credit) != end.npos; });
  }

  static bool is_heading_of(const Block& block, const WordSet& headings) {
    return block.letters <= 40 && headings.contains(lower_case(block.text));
  }

  /// Behind the text: who wrote it, and what the editors add in italics.
  void drop_tail() {
    while (kept_.size() > 3 && is_tail(blocks_[kept_.back()])) kept_.pop_back();
  }

  bool is_tail(const Block& block) const {
    if (is_heading(block.tag)) return true;
    if (block.letters > 900) return false;
    return is_about_author(block) || (block.is_slanted() && is_note(block));
  }

  bool is_about_author(const Block& block) const {
    if (known_.authors == nullptr) return false;
    return std::ranges::any_of(*known_.authors, [&](const std::string& name) {
      const auto at = block.text.find(name);
      return name.find(' ') != name.npos && at < 40;
    });
  }

  static bool is_note(const Block& block) {
    const auto text = lower_case(block.text);
    return std::ranges::any_of(page_words().note_phrases,
                               [&](const auto& phrase) { return text.find(phrase) != text.npos; });
  }

  const std::vector<HtmlTree::Node>& nodes_;
  PageBlocks page_;
  std::vector<Block>& blocks_;
  Index container_;
  const std::vector<bool>& is_known_;
  const KnownParts& known_;
  std::string title_;
  struct Behind {
    std::size_t letters = 0, count = 0;
  };
  std::vector<Behind> behind_;  ///< for each block the paragraphs of the text from it on
  std::unordered_map<Index, std::size_t> of_parent_;
  std::size_t letters_p_ = 0, letters_all_ = 0, letters_left_ = 0, letters_ = 0;
  // what was found so far
  std::vector<std::string> lead_;
  unsigned lead_letters_ = 0;
  std::vector<std::size_t> kept_, headings_;  ///< headings wait for the paragraph they stand over
  std::unordered_set<std::string> seen_;
  Index teaser_ = 0;
  bool ended_ = false;
};

}  // namespace

MainText select_text(const HtmlTree& tree, PageBlocks page, Index container,
                     const std::vector<bool>& is_known, const KnownParts& known) {
  return Selector(tree, std::move(page), container, is_known, known).run();
}

}  // namespace gegenprobe::ingest
