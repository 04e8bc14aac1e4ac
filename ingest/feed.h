#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/result.h"

namespace gegenprobe::ingest {

enum class FeedFormat : std::uint8_t { rss, atom, json, cdf, sitemap, news_sitemap, sitemap_index };
std::string_view name_of(FeedFormat format);  ///< "rss", "news-sitemap" …

/// An article that a feed announces, or a sitemap that an index names. What the feed does not say is empty.
/// Titles and texts are plain text, whatever markup they came in; addresses are absolute where the feed or
/// its own address allow it; times are ISO 8601.
struct FeedEntry {
  std::string id;  ///< as the feed has it
  std::string title, url;
  std::string published;  ///< of the first publication; where only that is said, of the last change
  std::string modified;
  std::string summary, content, outlet, language;
  std::vector<std::string> authors;
};

struct Feed {
  FeedFormat format = FeedFormat::rss;
  std::string title, url, language, charset;
  std::vector<FeedEntry> entries;  ///< in the order of the feed
};

/// Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, sitemaps (XML or one address a line), news
/// sitemaps and sitemap indexes, gzipped or not, and mends what is not well formed as far as it can be
/// understood. `content_type` is that of the response, `url` where it came from, for relative links; both may
/// be empty. Entities that stand outside of the document are never fetched, nested ones never expanded. An
/// input error where it is none of these.
Result<Feed> read_feed(std::string_view bytes, std::string_view content_type, std::string_view url);

}  // namespace gegenprobe::ingest
