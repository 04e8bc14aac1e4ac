#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/day.h"
#include "ingest/result.h"

namespace gegenprobe::ingest {

/// Whether a page is the article, or what stands in its place.
enum class PageKind : std::uint8_t { article, paywall, consent, index, other };
std::string_view name_of(PageKind kind);
/// Whether an article stands on it, be it cut off where it is sold.
bool shows_article(PageKind kind);

class Sites;

/// What a news page says, without what stands around it. All texts are UTF-8 with single spaces.
struct Article {
  std::string title;     ///< the headline, without the outlet's name behind it
  std::string subtitle;  ///< deck, Vorspann: what stands between headline and text; may be empty
  std::vector<std::string> paragraphs;  ///< headings within the text included; no captions, no teasers
  std::vector<std::string> authors;     ///< persons and agencies, as the page names them
  std::string outlet;
  std::string language;   ///< "de", "en", other two letters; empty where the page does not say
  std::string published;  ///< ISO 8601, a day or a time with zone: "2025-10-07T08:30:00+02:00"
  std::string modified;   ///< likewise
  std::string url;        ///< canonical
  PageKind kind = PageKind::article;
  std::size_t lead_paragraphs =
      0;                           ///< how many paragraphs at the begin are the subtitle, as in German papers
  std::optional<Day> day() const;  ///< of `published`, as the page's own time zone has it
};

/// Reads a page that decode() has made UTF-8. `url` is where it was found; it may be empty.
/// One method for all sites: blocks of text are weighed by length, links and the names of what they stand in
/// (data/page.toml), and the element with the greatest sum is the article.
/// An input error only where the page holds no text at all.
/// `sites` may be null: what a newsroom knows of single sites, see sites.h.
Result<Article> read_article(std::string_view html, std::string_view url, const Sites* sites = nullptr);

}  // namespace gegenprobe::ingest
