#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/day.h"
#include "ingest/document.h"
#include "ingest/reader.h"
#include "ingest/result.h"
#include "ingest/sites.h"

namespace gegenprobe::ingest {

/// A single document may have this much text or HTML after decompression; JSON Lines may have any number
/// of such documents. Offsets and memory are planned for it: a few times its size are in use at most.
inline constexpr std::size_t kLargestDocument = std::size_t{64} << 20;

/// What the user says about a document; goes before what the document says itself. Empty: nothing said.
struct Overrides {
  std::optional<Day> published;
  std::string outlet, url, language, title;
  std::shared_ptr<const Sites> sites = {};  ///< where pages of single sites hold what; may be null
};

/// Where bytes come from and what is known of them beforehand.
struct Origin {
  std::string name;          ///< file name, URL or "-": id of a single document, and for errors
  std::string content_type;  ///< as the server gave it; may be empty
  std::string url;           ///< where the bytes were found, after redirects; may be empty
  std::string path = {};     ///< of the file, where it is one that can be read again
};

/// Is given each document as soon as it is read, or the reason why one could not be; false stops.
using DocumentSink = std::function<bool(Result<Document>)>;

/// The stage in one function: plain text, HTML or JSON Lines, each gzipped or not, feeds and web archives ->
/// documents, in order. Of a feed those entries are read that bring their text along, of an archive the
/// pages and texts that were found; what is skipped is one error to `sink`. So is a bad line of JSON Lines,
/// and the rest goes on. The Result is an error where the input as a whole could not be read: empty, binary,
/// too large, damaged. JSON Lines hold {"id", "text", "lang", "published", "title", "outlet", "url",
/// "author"}; only "text" must be there. A file in plain text has its headline, if it has one, on the first
/// line.
Result<Done> ingest(Reader& input, const Origin& origin, const Overrides& overrides,
                    const DocumentSink& sink);

/// The same for a path; "-" is standard input.
Result<Done> ingest_file(const std::string& path, const Overrides& overrides, const DocumentSink& sink);

/// A document whose bytes are in memory and that is made of them when it is called: once, by any thread,
/// while the Overrides are there.
using Unread = std::function<Result<Document>()>;
using UnreadSink = std::function<bool(Unread)>;
/// ingest() and ingest_file() with the costly part, the reading of pages and lines, left to the caller.
Result<Done> ingest_unread(Reader& input, const Origin& origin, const Overrides& overrides,
                           const UnreadSink& sink);
Result<Done> ingest_file_unread(const std::string& path, const Overrides& overrides, const UnreadSink& sink);

/// A document of text that is in memory already, valid UTF-8: what `check "…"` asks about.
Document document_of(std::string text, const Overrides& overrides);

/// One line of JSON Lines. An id that is a number becomes its digits; one that is missing stays empty.
Result<Document> document_from_json(std::string_view line);

/// Text of any encoding as one document; an empty or binary one is an input error.
Result<Document> document_from_text(std::string_view bytes, const Origin& origin, const Overrides& overrides);

/// An HTML page as one document: headline, subtitle and paragraphs, parted by blank lines.
/// A page without a text of its own is an input error.
Result<Document> document_from_html(std::string_view bytes, const Origin& origin, const Overrides& overrides);

}  // namespace gegenprobe::ingest
