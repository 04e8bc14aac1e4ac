#include "ingest/discover.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "ingest/article.h"
#include "ingest/decode.h"
#include "ingest/embedded.h"
#include "ingest/html_tree.h"
#include "ingest/page_words.h"
#include "ingest/robots.h"
#include "ingest/sniff.h"
#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kMostLinks = 500;
constexpr std::size_t kLeastLinks = 5;  // a page with fewer lists nothing
constexpr std::size_t kMostAnnounced = 5;
constexpr std::size_t kHeadline = 20;  // bytes; links of menus are shorter

/// data/feed_places.txt: what stands under a kind.
std::vector<std::string_view> places(std::string_view kind) {
  std::vector<std::string_view> found;
  for (const auto line : embedded::lines(embedded::feed_places()))
    if (const auto tab = line.find('\t'); line.substr(0, tab) == kind) found.push_back(line.substr(tab + 1));
  return found;
}

bool holds_any(std::string_view text, const std::vector<std::string_view>& words) {
  const auto lower = lower_case(text);
  return std::ranges::any_of(words, [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

bool is_html(const Response& response) {
  return sniff(std::string_view(response.body).substr(0, 65'536), response.header("content-type")) ==
         Format::html;
}

std::string utf8_of(const Response& response) {
  const auto decoded = decode(response.body, charset_of_content_type(response.header("content-type")));
  return decoded ? decoded->utf8 : "";
}

std::optional<FoundSource> as_list(const Response& response) {
  const auto feed = list_in(response);
  if (!feed) return std::nullopt;
  FoundSource found{.kind = FoundSource::Kind::list,
                    .url = response.url,
                    .format = feed->format,
                    .title = feed->title,
                    .entries = feed->entries.size(),
                    .newest = {},
                    .others = {}};
  for (const auto& entry : feed->entries)
    found.newest = std::max(found.newest, std::max(entry.published, entry.modified).substr(0, 10));
  return found;
}

/// The feeds that a page announces, those of comments left out.
std::vector<std::string> announced(const HtmlTree& tree, std::string_view url) {
  static const auto types = places("type"), beside = places("beside");
  std::vector<std::string> feeds;
  for (const auto& node : tree.nodes()) {
    if (node.tag != GUMBO_TAG_LINK ||
        lower_case(node.attribute("rel")).find("alternate") == std::string::npos)
      continue;
    const auto href = node.attribute("href");
    if (!holds_any(node.attribute("type"), types) || holds_any(node.attribute("title"), beside) ||
        holds_any(href, beside))
      continue;
    const auto absolute = resolve_url(url, href);
    const auto canonical = absolute ? canonical_url(*absolute) : absolute;
    if (canonical && std::ranges::find(feeds, *canonical) == feeds.end()) feeds.push_back(*canonical);
  }
  return feeds;
}

std::string_view path_of(std::string_view canonical) {
  const auto begin = canonical.find('/', canonical.find("://") + 3);
  return canonical.substr(begin, canonical.find('?', begin) - begin);
}

/// Addresses of articles end in a headline or a number, those of sections in a word.
bool is_article_path(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const auto last = path.substr(path.rfind('/') + 1);
  const auto parts = std::ranges::count_if(last, [](char c) { return c == '-' || c == '_'; });
  const auto digits = std::ranges::count_if(last, [](char c) { return '0' <= c && c <= '9'; });
  return parts >= 2 || digits >= 4 || last.ends_with(".html") || last.ends_with(".htm");
}

class Search {
 public:
  Search(const Get& get, std::string url) : get_(get), url_(std::move(url)) {}

  Result<FoundSource> find() {
    const auto page = get_(url_);
    if (!page) return page.error();
    if (page->status / 100 != 2)
      return Error{
          Error::Kind::network, fmt::format("{}: the server answers {}", url_, page->status),
          page->status >= 500 ? "the server has a fault of its own; try again later" : "check the address"};
    if (!page->url.empty()) url_ = page->url;
    if (auto list = as_list(*page)) return *list;
    if (!is_html(*page))
      return Error{Error::Kind::input, fmt::format("{}: neither a page nor a feed", url_), ""};
    const auto html = utf8_of(*page);
    const HtmlTree tree(html);
    feeds_ = announced(tree, url_);
    if (auto article = as_article(html)) return *article;
    if (auto list = site_list()) return *list;
    if (auto links = article_links(html, url_); links.size() >= kLeastLinks)
      return FoundSource{.kind = FoundSource::Kind::page, .url = url_, .entries = links.size()};
    return Error{Error::Kind::input,
                 fmt::format("{}: no feed, no sitemap and no page of links to articles was found", url_),
                 "look for the address of a feed on the site, or add articles: gegenprobe add URL"};
  }

 private:
  std::optional<FoundSource> as_article(std::string_view html) const {
    if (!is_article_path(path_of(url_))) return std::nullopt;
    const auto article = read_article(html, url_);
    if (!article || article->kind != PageKind::article || article->published.empty()) return std::nullopt;
    return FoundSource{.kind = FoundSource::Kind::article,
                       .url = url_,
                       .title = article->title,
                       .newest = article->published.substr(0, 10),
                       .others = feeds_};
  }

  std::optional<FoundSource> site_list() {
    for (std::size_t i = 0; i < std::min(feeds_.size(), kMostAnnounced); ++i)
      if (auto list = tried(feeds_[i])) {
        std::erase(feeds_, feeds_[i]);
        list->others = feeds_;
        return list;
      }
    const auto sitemaps = sitemaps_of_robots();
    static const auto news = places("news");
    for (const auto& sitemap : sitemaps)
      if (holds_any(path_of(sitemap), news))
        if (auto list = tried(sitemap)) return list;
    const auto origin = url_.substr(0, url_.find('/', url_.find("://") + 3));
    for (const auto path : places("feed"))
      if (auto list = tried(origin + std::string(path))) return list;
    for (const auto& sitemap : sitemaps)
      if (auto list = tried(sitemap)) return list;
    for (const auto path : places("sitemap"))
      if (auto list = tried(origin + std::string(path))) return list;
    return std::nullopt;
  }

  /// An empty list is none: it may be left over from a site that was there before.
  std::optional<FoundSource> tried(const std::string& url) {
    if (!asked_.insert(url).second) return std::nullopt;
    const auto answer = get_(url);
    if (!answer) return std::nullopt;
    auto list = as_list(*answer);
    return list && list->entries > 0 ? list : std::nullopt;
  }

  std::vector<std::string> sitemaps_of_robots() {
    std::vector<std::string> sitemaps;
    const auto robots = resolve_url(url_, "/robots.txt");
    const auto answer = robots ? get_(*robots) : robots.error();
    if (!answer || answer->status / 100 != 2) return sitemaps;
    const Robots rules(answer->body);
    for (const auto& sitemap : rules.sitemaps()) {
      const auto absolute = resolve_url(url_, sitemap);
      const auto canonical = absolute ? canonical_url(*absolute) : absolute;
      if (canonical && sitemaps.size() < kMostAnnounced) sitemaps.push_back(*canonical);
    }
    return sitemaps;
  }

  const Get& get_;
  std::string url_;
  std::vector<std::string> feeds_;
  std::unordered_set<std::string> asked_;
};

std::string_view without_www(std::string_view host) {
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace

bool same_site(std::string_view url, std::string_view other) {
  const auto a = host_of(url), b = host_of(other);
  return !a.empty() && without_www(a) == without_www(b);
}

std::vector<std::string> article_links(std::string_view html, std::string_view url) {
  const HtmlTree tree(html);
  const auto& nodes = tree.nodes();
  std::vector<std::string> links;
  std::unordered_set<std::string> seen;
  for (std::uint32_t i = 0; i < nodes.size() && links.size() < kMostLinks; ++i) {
    if (nodes[i].tag == GUMBO_TAG_NAV || nodes[i].tag == GUMBO_TAG_FOOTER) i = nodes[i].end - 1;
    if (nodes[i].tag != GUMBO_TAG_A || tree.text_of(i).size() < kHeadline) continue;
    const auto absolute = resolve_url(url, nodes[i].attribute("href"));
    const auto canonical = absolute ? canonical_url(*absolute) : absolute;
    if (!canonical || !same_site(url, *canonical) || !is_article_path(path_of(*canonical))) continue;
    if (seen.insert(*canonical).second) links.push_back(*canonical);
  }
  return links;
}

std::optional<Feed> list_in(const Response& response) {
  if (response.status / 100 != 2 || is_html(response)) return std::nullopt;
  auto feed = read_feed(response.body, response.header("content-type"), response.url);
  return feed ? std::optional(std::move(*feed)) : std::nullopt;
}

bool is_index(const Response& response) {
  if (response.status / 100 != 2 || !is_html(response)) return false;
  if (const auto url = canonical_url(response.url); url && path_of(*url) == "/") return true;
  const auto article = read_article(utf8_of(response), response.url);
  return article ? article->kind == PageKind::index : !article_links(utf8_of(response), response.url).empty();
}

Result<FoundSource> find_source(const Get& get, const std::string& url) {
  auto canonical = canonical_url(url);
  if (!canonical) return canonical.error();
  return Search(get, std::move(*canonical)).find();
}

}  // namespace gegenprobe::ingest
