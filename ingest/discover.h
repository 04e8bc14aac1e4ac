#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/feed.h"
#include "ingest/http.h"

namespace gegenprobe::ingest {

/// What an address turns out to be for a crawl.
struct FoundSource {
  enum class Kind : std::uint8_t {
    list,  ///< a feed, a sitemap or an index of sitemaps: `format`
    page,  ///< a page whose links are articles
    article
  };
  Kind kind = Kind::page;
  std::string url;  ///< canonical
  FeedFormat format = FeedFormat::rss;
  std::string title = {};                ///< the feed's, the page's
  std::size_t entries = 0;               ///< of the list, or links of the page
  std::string newest = {};               ///< day of the newest entry, ISO 8601; empty where none is dated
  std::vector<std::string> others = {};  ///< further feeds that the page announces
};

/// Gives the answer to an address whatever its status, or why there is none.
using Get = std::function<Result<Response>(const std::string& url)>;

/// What lists the articles of a site: the address itself where it is a list or an article, else the first
/// that can be read of the feeds that the page announces, the news sitemaps of robots.txt, the places where
/// feeds and sitemaps usually are (data/feed_places.txt), the page itself where it links to articles. Asks
/// for at most some twenty addresses of the site. A network error where the address cannot be fetched, an
/// input error where there is nothing of the kind.
Result<FoundSource> find_source(const Get& get, const std::string& url);

/// The list of articles that an answer holds; nothing where it is a page or anything else.
std::optional<Feed> list_in(const Response& response);

/// Whether an answer is a page that leads to articles rather than one of them.
bool is_index(const Response& response);

/// The links of a page, decoded, that lead to articles of its own site, by the words that are linked and the
/// form of the address: canonical, in order, each once, at most 500.
std::vector<std::string> article_links(std::string_view html, std::string_view url);

/// Whether two addresses are of one site, with or without "www.".
bool same_site(std::string_view url, std::string_view other);

}  // namespace gegenprobe::ingest
