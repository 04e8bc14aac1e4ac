// A page is only doubted where its text is short or made of links: a paywall that lets the text through, or a
// banner over it, does not matter. The words that tell the kinds are in data/page.toml.
#include "ingest/page_kind.h"

#include <algorithm>

#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kWholeText = 1500;    // bytes; what is shorter may be a begin
constexpr std::size_t kLeastText = 250;     // less is no article, whatever the page says
constexpr std::size_t kConsentText = 4000;  // banners are long-winded
constexpr std::size_t kLongLink = 25;       // bytes; links of menus are shorter than headlines
constexpr std::size_t kManyLinks = 20;

std::size_t size_of(const std::vector<std::string>& paragraphs) {
  std::size_t size = 0;
  for (const auto& paragraph : paragraphs) size += paragraph.size();
  return size;
}

bool holds_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::ranges::any_of(phrases,
                             [&](const std::string& phrase) { return text.find(phrase) != text.npos; });
}

/// Bytes of paragraphs that hold one of the phrases.
std::size_t size_with(const std::vector<std::string>& paragraphs, const std::vector<std::string>& phrases) {
  std::size_t size = 0;
  for (const auto& paragraph : paragraphs)
    if (holds_any(lower_case(paragraph), phrases)) size += paragraph.size();
  return size;
}

bool is_named(const HtmlTree& tree, const std::vector<std::string>& names) {
  return std::ranges::any_of(tree.nodes(), [&](const HtmlTree::Node& node) {
    if (node.is_text() || node.tag == GUMBO_TAG_BODY || node.tag == GUMBO_TAG_HTML) return false;
    for (const auto* attribute : {"class", "id"})
      if (const auto name = node.attribute(attribute); !name.empty() && holds_any(lower_case(name), names))
        return true;
    return false;
  });
}

std::string_view meta(const HtmlTree& tree, std::string_view property) {
  for (const auto& node : tree.nodes())
    if (node.tag == GUMBO_TAG_META &&
        (node.attribute("property") == property || node.attribute("name") == property))
      return node.attribute("content");
  return "";
}

bool is_paywall(const HtmlTree& tree, const JsonLd& json_ld, const Article& article) {
  const auto& words = page_words().kind;
  if (json_ld.locked || is_named(tree, words.paywall_names)) return true;
  std::string text;
  for (const auto& node : tree.nodes())
    if (node.is_text()) append_squeezed(text, node.text);
  return holds_any(lower_case(text), words.paywall_phrases) && size_of(article.paragraphs) < kWholeText / 2;
}

bool is_consent(const Article& article, std::size_t size) {
  const auto& words = page_words().kind;
  if (holds_any(lower_case(article.title), words.consent_titles)) return true;
  return size > 0 && size_with(article.paragraphs, words.consent_phrases) * 2 > size;
}

/// A front page or a section: it says so, or holds many headlines that are links and little else.
bool is_index(const HtmlTree& tree, const JsonLd& json_ld, std::size_t size, std::string_view url) {
  const auto scheme = url.find("://");
  const auto path = scheme == url.npos ? url.npos : url.find('/', scheme + 3);
  const bool front_page = !url.empty() && (path == url.npos || url.substr(path).size() <= 1);
  if (front_page) return true;
  if (!json_ld.published.empty() || meta(tree, "og:type") == "article" ||
      !meta(tree, "article:published_time").empty())
    return false;
  std::size_t links = 0, bytes = 0;
  const auto& nodes = tree.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag == GUMBO_TAG_NAV || nodes[i].tag == GUMBO_TAG_FOOTER) i = nodes[i].end - 1;
    if (nodes[i].tag != GUMBO_TAG_A) continue;
    const auto text = tree.text_of(i);
    links += text.size() >= kLongLink;
    bytes += text.size() >= kLongLink ? text.size() : 0;
  }
  return links >= kManyLinks && size < 2 * kWholeText && bytes > 4 * size;
}

}  // namespace

PageKind kind_of_page(const HtmlTree& tree, const JsonLd& json_ld, const Article& article,
                      std::string_view url) {
  const auto size = size_of(article.paragraphs);
  if (size < kConsentText && is_consent(article, size)) return PageKind::consent;
  if (size < kWholeText && is_paywall(tree, json_ld, article)) return PageKind::paywall;
  if (is_index(tree, json_ld, size, url)) return PageKind::index;
  return size < kLeastText && !json_ld.found ? PageKind::other : PageKind::article;
}

bool shows_article(PageKind kind) { return kind == PageKind::article || kind == PageKind::paywall; }

std::string_view name_of(PageKind kind) {
  switch (kind) {
    case PageKind::article:
      return "article";
    case PageKind::paywall:
      return "paywall";
    case PageKind::consent:
      return "consent";
    case PageKind::index:
      return "index";
    case PageKind::other:
      return "other";
  }
  return "";
}

}  // namespace gegenprobe::ingest
