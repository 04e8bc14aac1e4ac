// Blocks of text (what a browser would set as one paragraph) get a weight: its letters outside of links where
// it reads like prose, a loss where it reads like a list of links. The element with the greatest sum over its
// blocks is the article: a smaller one misses prose, a larger one pays for what stands around. Names of
// elements only say what is left out beforehand, and settle near-ties.
#include "ingest/main_text.h"

#include <algorithm>
#include <cstring>

#include "ingest/article_blocks.h"
#include "ingest/element_name.h"
#include "ingest/page_blocks.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;
constexpr std::size_t kLongestKnown = 300'000;  // bytes; each block is looked for in it

/// Much faster than find() where the first letter is a frequent one.
bool holds(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

/// Which blocks the page's JSON-LD has as well.
class Evidence {
 public:
  Evidence(const std::vector<Block>& blocks, std::string_view body) {
    const auto known = bare(body);
    if (known.size() < 200 || known.size() > kLongestKnown) return;
    is_known_.assign(blocks.size(), false);
    std::size_t matched = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const auto text = bare(blocks[i].text);
      if (text.size() < 20 || !holds(known, text)) continue;
      is_known_[i] = true;
      matched += text.size();
    }
    share_ = double(matched) / double(known.size());
    if (share_ < 0.5) is_known_.clear();
  }

  bool operator[](std::size_t i) const { return !is_known_.empty() && is_known_[i]; }
  /// How much of the known body the page shows at all, 0 to 1 and more.
  double share() const { return share_; }
  const std::vector<bool>& known() const { return is_known_; }

 private:
  std::vector<bool> is_known_;
  double share_ = 0;
};

double weight(const Block& block, bool is_known) {
  const double letters = std::min(block.letters, 2000u);
  if (is_known) return letters * 2;
  if (is_heading(block.tag)) return 0;
  if (block.link_share() > 0.5) return -std::min(letters, 200.0) * 0.5;
  const double prose = letters - 2.0 * block.linked;
  if (letters < 40) return ends_sentence(block.text) ? 5 : -5;
  if (block.tag == GUMBO_TAG_LI) return letters > 80 && block.link_share() < 0.3 ? prose * 0.7 : -10;
  if (!ends_sentence(block.text)) return letters > 120 ? prose * 0.6 : -10;
  return prose;
}

double preference(const HtmlTree::Node& node, ElementNames& names) {
  if (node.attribute("itemprop") == "articleBody") return 1.2;
  if (names.place_of(node).body) return 1.15;
  if (node.tag == GUMBO_TAG_ARTICLE) return 1.1;
  return node.tag == GUMBO_TAG_MAIN ? 1.03 : 1.0;
}

Index find_container(const HtmlTree& tree, ElementNames& names, const std::vector<Block>& blocks,
                     const Evidence& evidence) {
  const auto& nodes = tree.nodes();
  std::vector<double> sum(nodes.size(), 0);
  for (std::size_t i = 0; i < blocks.size(); ++i) sum[blocks[i].owner] += weight(blocks[i], evidence[i]);
  for (Index i = static_cast<Index>(nodes.size()); i-- > 1;) sum[nodes[i].parent] += sum[i];
  Index best = 0;
  double best_value = 0;
  for (Index i = 0; i < nodes.size(); ++i) {
    if (nodes[i].is_text() || sum[i] <= 0 || sum[i] * 1.2 < best_value) continue;
    const double value = sum[i] * preference(nodes[i], names);
    // On a tie the inner one: it holds the same text and less of what stands around it.
    if (value >= best_value) best = i, best_value = value;
  }
  return best;
}

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

MainText find_main_text(const HtmlTree& tree, ElementNames& names, const KnownParts& known) {
  MainText best;
  double known_share = 0;
  // Names mislead on some pages: where little is left, less is left out.
  for (const auto care : {Care::names, Care::tags, Care::nothing}) {
    auto page = read_blocks(tree, names, known.title, care);
    const Evidence evidence(page.blocks, known.body);
    const auto container = find_container(tree, names, page.blocks, evidence);
    auto found = select_text(tree, std::move(page), container, evidence.known(), known);
    known_share = std::max(known_share, evidence.share());
    if (size_of(found.paragraphs) > 2 * size_of(best.paragraphs)) best = std::move(found);
    if (size_of(best.paragraphs) > (care == Care::names ? 500u : 200u)) break;
  }
  const bool is_fetched_by_script = known.body.size() > 400 && known_share < 0.3 &&
                                    known.body.find('<') == known.body.npos &&
                                    size_of(best.paragraphs) * 2 < known.body.size();
  if (is_fetched_by_script) best.paragraphs = paragraphs_of(known.body);
  return best;
}

}  // namespace gegenprobe::ingest
