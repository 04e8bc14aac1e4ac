#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "ingest/article.h"
#include "ingest/day.h"
#include "ingest/normalise.h"
#include "ingest/warc_place.h"

namespace gegenprobe::ingest {

/// What all later stages see of an article, however it came in.
struct Document {
  std::string id;                        ///< what the caller calls it; the URL where there is one
  std::string url;                       ///< canonical, see url.h; empty for text without an address
  std::string title;                     ///< headline as the page's metadata give it; empty where unknown
  std::string outlet;                    ///< "Reuters", "Der Standard"; empty where unknown
  std::string author;                    ///< empty where unknown
  std::string language;                  ///< "de", "en", or "" where extract shall find out
  std::optional<Day> published;          ///< relative dates count from here; without it they stay unresolved
  std::string text;                      ///< valid UTF-8 as it came in; every Span given out refers to this
  NormalisedText normalised;             ///< of `text`
  std::optional<WarcPlace> record = {};  ///< the page it was read from, where that is kept
  std::size_t damaged = 0;               ///< how many U+FFFD of it stand for bytes that had no meaning
  PageKind kind = PageKind::article;     ///< of a page: the article, or what stands in its place
  bool of_archive = false;               ///< one of the pages of a web archive, which nobody chose singly
};

}  // namespace gegenprobe::ingest
