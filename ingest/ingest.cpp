#include "ingest/ingest.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/article.h"
#include "ingest/decode.h"
#include "ingest/feed.h"
#include "ingest/per_thread.h"
#include "ingest/sniff.h"
#include "ingest/url.h"
#include "ingest/warc.h"

namespace gegenprobe::ingest {
namespace {

/// News pages have up to 3 MiB; a tree of nothing but short paragraphs takes 35 times the page's size.
constexpr std::size_t kLargestPage = std::size_t{16} << 20;
constexpr std::size_t kLeastContent = 500;  // bytes; feeds call their teasers content too
constexpr std::size_t kSniffed = std::size_t{1} << 16;

/// Gives what was read for sniffing once more, then the rest.
class Rewound : public Reader {
 public:
  Rewound(std::string begin, Reader& rest) : begin_(std::move(begin)), rest_(rest) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const auto count = begin_.copy(buffer, size, at_);
    at_ += count;
    if (count == size) return count;
    const auto more = rest_.read(buffer + count, size - count);
    if (!more) return more.error();
    return count + *more;
  }

 private:
  std::string begin_;
  Reader& rest_;
  std::size_t at_ = 0;
};

class Borrowed : public Reader {
 public:
  explicit Borrowed(Reader& reader) : reader_(reader) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override { return reader_.read(buffer, size); }

 private:
  Reader& reader_;
};

Error in_input(const Origin& origin, const Error& error) {
  return {error.kind, fmt::format("{}: {}", origin.name, error.what), error.hint};
}

Error empty_input(const Origin& origin) {
  return {Error::Kind::input, fmt::format("{}: holds no text", origin.name), ""};
}

bool is_blank(std::string_view text) {
  return normalise(text.substr(0, 4096)).utf8.empty() && normalise(text).utf8.empty();
}

void apply(const Overrides& overrides, Document& document) {
  if (overrides.published) document.published = overrides.published;
  if (!overrides.outlet.empty()) document.outlet = overrides.outlet;
  if (!overrides.language.empty()) document.language = overrides.language;
  if (!overrides.title.empty()) document.title = overrides.title;
  if (overrides.url.empty()) return;
  const auto canonical = canonical_url(overrides.url);
  document.url = canonical ? *canonical : overrides.url;
}

std::string stored_url(const Origin& origin) {
  if (origin.url.empty()) return "";
  const auto canonical = canonical_url(origin.url);
  return canonical ? *canonical : origin.url;
}

void name(Document& document, const Origin& origin) {
  if (document.url.empty()) document.url = stored_url(origin);
  if (document.id.empty()) document.id = document.url.empty() ? origin.name : document.url;
}

/// The first paragraph, where it stands as headlines do: one line of its own, short, no sentence's full stop,
/// and a text behind it.
std::string headline_of(const NormalisedText& text) {
  const auto end = text.utf8.find('\n');
  if (end == text.utf8.npos) return "";
  const auto first = text.utf8.substr(0, end);
  const auto rest = text.utf8.size() - end;
  const bool is_sentence = first.back() == '.' && !first.ends_with("...");
  return first.size() <= 200 && rest > first.size() && !is_sentence && first.back() != ',' ? first : "";
}

// ---------------------------------------------------------------------------------------- JSON Lines

Error no_document(std::string what) {
  return {Error::Kind::input, std::move(what),
          R"(a line looks like {"id": "a1", "text": "…", "lang": "de"})"};
}

/// "de" of "de-AT"; empty for what is no language.
std::string short_language(std::string_view tag) {
  const auto end = tag.find_first_of("-_");
  std::string language(tag.substr(0, end));
  std::ranges::transform(language, language.begin(), [](char c) { return static_cast<char>(c | 0x20); });
  return language.size() == 2 ? language : "";
}

class JsonDocument {
 public:
  explicit JsonDocument(simdjson::dom::object object) : object_(object) {}

  Result<Document> read() {
    Document document;
    const auto content = text("text");
    if (!content) return no_document("there is no \"text\" in it");
    document.text = *content;
    document.title = text("title").value_or("");
    document.outlet = text("outlet").value_or("");
    document.author = text("author").value_or("");
    document.language = short_language(text("lang").value_or(""));
    document.id = id();
    if (const auto url = text("url"); url && !url->empty()) {
      const auto canonical = canonical_url(*url);
      document.url = canonical ? *canonical : std::string(*url);
    }
    if (const auto published = text("published"); published && !published->empty()) {
      document.published = parse_day(published->substr(0, 10));
      if (!document.published) return no_document(fmt::format("\"published\" is no day: {}", *published));
    }
    document.normalised = normalise(document.text);
    return document;
  }

 private:
  std::optional<std::string_view> text(std::string_view key) const {
    std::string_view value;
    if (object_[key].get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
  }

  std::string id() const {
    if (const auto name = text("id")) return std::string(*name);
    simdjson::dom::element value;
    if (object_["id"].get(value) != simdjson::SUCCESS || value.is_null()) return "";
    return simdjson::minify(value);
  }

  simdjson::dom::object object_;
};

Unread ready(Result<Document> document) {
  return [document = std::move(document)]() mutable { return std::move(document); };
}

Result<Document> document_from_line(std::string_view line, const std::string& name, std::size_t number,
                                    const Overrides& overrides) {
  auto document = document_from_json(line);
  if (!document) {
    const auto& error = document.error();
    return Error{error.kind, fmt::format("{}: line {}: {}", name, number, error.what), error.hint};
  }
  apply(overrides, *document);
  if (document->id.empty())
    document->id = document->url.empty() ? fmt::format("{}:{}", name, number) : document->url;
  return document;
}

Result<Done> ingest_json_lines(Reader& input, const Origin& origin, const Overrides& overrides,
                               const UnreadSink& sink) {
  LineReader lines(input, kLargestDocument);
  std::string_view line;
  std::size_t last = 0;
  for (;;) {
    const auto more = lines.next(line);
    if (!more) {
      // A line that is too long was counted and skipped; without progress it is the input that broke.
      if (lines.number() == last) return more.error();
      last = lines.number();
      if (!sink(ready(in_input(origin, more.error())))) return Done{};
      continue;
    }
    if (!*more) return Done{};
    last = lines.number();
    if (last == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.find_first_not_of(" \t") == line.npos) continue;
    if (!sink([line = std::string(line), name = origin.name, last, &overrides] {
          return document_from_line(line, name, last, overrides);
        }))
      return Done{};
  }
}

// ---------------------------------------------------------------------------------------- archives

/// Packed or not: an archive is read as it is stored, so that a damaged record costs only itself.
bool is_web_archive(std::string_view begin) {
  std::array<char, 5> plain{};
  const auto count = gunzip(read_bytes(begin), "")->read(plain.data(), plain.size());
  return count && std::string_view(plain.data(), *count) == "WARC/";
}

/// Pages and texts that an archive holds; pictures, scripts, requests and what was not found are passed over.
bool holds_document(const WarcRecord& record) {
  const bool answered = record.http && record.http->status / 100 == 2;
  const auto type = record.http ? record.http->header("content-type") : record.content_type;
  const bool kept = record.type == "conversion" || record.type == "resource";
  if (record.type == "response" ? !answered : !kept || record.uri.starts_with("metadata:")) return false;
  return type.find("html") != type.npos || (kept && type.starts_with("text/plain"));
}

/// Of a record that holds one.
Result<Document> document_from_record(const WarcRecord& record, const Origin& origin,
                                      const Overrides& overrides) {
  const Origin page{.name = fmt::format("{}: {}", origin.name, record.uri),
                    .content_type = record.http ? record.http->header("content-type") : record.content_type,
                    .url = record.uri};
  const bool html = page.content_type.find("html") != page.content_type.npos;
  auto document = html ? document_from_html(record.body(), page, overrides)
                       : document_from_text(record.body(), page, overrides);
  if (!document) return document;
  document->of_archive = true;
  if (!origin.path.empty() && record.length > 0)
    document->record = {origin.path, record.offset, record.length};
  return document;
}

Result<Done> ingest_archive(Reader& input, const Origin& origin, const Overrides& overrides,
                            const UnreadSink& sink) {
  WarcReader reader(input, origin.name);
  for (WarcRecord record;;) {
    const auto more = reader.next(record);
    if (!more) return more.error();
    if (!*more) break;
    if (!holds_document(record)) continue;
    if (!sink([record = std::move(record), origin, &overrides] {
          return document_from_record(record, origin, overrides);
        }))
      return Done{};
  }
  if (reader.damaged() == 0) return Done{};
  sink(
      ready(Error{Error::Kind::input,
                  fmt::format("{}: {} damaged places were skipped or cut off", origin.name, reader.damaged()),
                  "the other records were read"}));
  return Done{};
}

// ---------------------------------------------------------------------------------------- feeds

/// An entry that brings its article along; nothing for a mere teaser, whose article is behind its address.
std::optional<Document> document_from_entry(const FeedEntry& entry, const Feed& feed) {
  if (entry.content.size() < kLeastContent) return std::nullopt;
  Document document{.id = {},
                    .url = entry.url,
                    .title = entry.title,
                    .outlet = entry.outlet.empty() ? feed.title : entry.outlet,
                    .author = fmt::format("{}", fmt::join(entry.authors, ", ")),
                    .language = short_language(entry.language.empty() ? feed.language : entry.language),
                    .published = parse_day(std::string_view(entry.published).substr(0, 10)),
                    .text = entry.title.empty() ? entry.content : entry.title + "\n\n" + entry.content,
                    .normalised = {}};
  if (const auto canonical = canonical_url(entry.url)) document.url = *canonical;
  document.normalised = normalise(document.text);
  return document;
}

Result<Done> ingest_feed(std::string_view bytes, const Origin& origin, const Overrides& overrides,
                         const UnreadSink& sink) {
  const auto feed = read_feed(bytes, origin.content_type, origin.url);
  if (!feed) return in_input(origin, feed.error());
  std::size_t teasers = 0;
  for (const auto& entry : feed->entries) {
    auto document = document_from_entry(entry, *feed);
    teasers += !document;
    if (!document) continue;
    apply(overrides, *document);
    name(*document,
         {.name = fmt::format("{}: {}", origin.name, entry.id), .content_type = {}, .url = entry.url});
    if (!sink(ready(std::move(*document)))) return Done{};
  }
  if (teasers > 0)
    sink(ready(Error{Error::Kind::input,
                     fmt::format("{}: {} of {} entries hold no more than a teaser", origin.name, teasers,
                                 feed->entries.size()),
                     "give the addresses of the articles themselves"}));
  return Done{};
}

struct Parser : simdjson::dom::parser {
  Parser() : simdjson::dom::parser(kLargestDocument + (1 << 16)) {}
};

}  // namespace

Result<Document> document_from_json(std::string_view line) {
  auto& parser = per_thread<Parser>();
  simdjson::dom::element element;
  if (const auto code = parser.parse(line.data(), line.size()).get(element); code != simdjson::SUCCESS)
    return no_document(fmt::format("no JSON object ({})", simdjson::error_message(code)));
  simdjson::dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return no_document("no JSON object");
  return JsonDocument(object).read();
}

Document document_of(std::string text, const Overrides& overrides) {
  Document document;
  document.text = std::move(text);
  document.normalised = normalise(document.text);
  apply(overrides, document);
  return document;
}

Result<Document> document_from_text(std::string_view bytes, const Origin& origin,
                                    const Overrides& overrides) {
  auto decoded = decode(bytes, charset_of_content_type(origin.content_type));
  if (!decoded) return in_input(origin, decoded.error());
  auto document = document_of(std::move(decoded->utf8), overrides);
  document.damaged = decoded->broken;
  if (document.normalised.utf8.empty()) return empty_input(origin);
  if (document.title.empty()) document.title = headline_of(document.normalised);
  name(document, origin);
  return document;
}

Result<Document> document_from_html(std::string_view bytes, const Origin& origin,
                                    const Overrides& overrides) {
  if (bytes.size() > kLargestPage)
    return Error{
        Error::Kind::input,
        fmt::format("{}: larger than {} MiB, the most a page may have", origin.name, kLargestPage >> 20), ""};
  auto decoded = decode(bytes, charset_of_content_type(origin.content_type));
  if (!decoded) return in_input(origin, decoded.error());
  auto article =
      read_article(decoded->utf8, origin.url.empty() ? overrides.url : origin.url, overrides.sites.get());
  if (!article) return in_input(origin, article.error());
  std::string text;
  const auto add = [&](std::string_view paragraph) {
    if (paragraph.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  };
  add(article->title);
  if (article->lead_paragraphs == 0) add(article->subtitle);
  for (const auto& paragraph : article->paragraphs) add(paragraph);
  Document document{.id = {},
                    .url = article->url,
                    .title = article->title,
                    .outlet = article->outlet,
                    .author = fmt::format("{}", fmt::join(article->authors, ", ")),
                    .language = article->language,
                    .published = article->day(),
                    .text = std::move(text),
                    .normalised = {},
                    .damaged = 0};
  document.kind = article->kind;
  document.normalised = normalise(document.text);
  // Broken bytes of the page's furniture harm nobody.
  if (decoded->broken > 0 && document.text.find("\xEF\xBF\xBD") != std::string::npos)
    document.damaged = decoded->broken;
  if (is_blank(document.text)) return empty_input(origin);
  apply(overrides, document);
  name(document, origin);
  return document;
}

namespace {

Origin origin_of_file(const std::string& path) {
  if (path == "-") return {.name = "standard input", .content_type = {}, .url = {}};
  return {.name = path, .content_type = {}, .url = {}, .path = path};
}

/// `take_whole` takes an input that is one document: whether that can be read is an answer about the input.
Result<Done> ingest_unread(Reader& input, const Origin& origin, const Overrides& overrides,
                           const UnreadSink& sink, const std::function<Result<Done>(Unread)>& take_whole) {
  std::string first(kSniffed, '\0');
  const auto size = input.read(first.data(), first.size());
  if (!size) return size.error();
  first.resize(*size);
  const bool archive = is_web_archive(first);
  Rewound whole(std::move(first), input);
  if (archive) return ingest_archive(whole, origin, overrides, sink);
  const auto plain = gunzip(std::make_unique<Borrowed>(whole), origin.name);
  std::string begin(kSniffed, '\0');
  const auto count = plain->read(begin.data(), begin.size());
  if (!count) return count.error();
  begin.resize(*count);
  const auto format = sniff(begin, origin.content_type.empty() ? origin.name : origin.content_type);
  if (format == Format::empty) return empty_input(origin);
  if (format == Format::binary) return in_input(origin, decode(begin).error());
  Rewound all(std::move(begin), *plain);
  if (format == Format::json_lines) return ingest_json_lines(all, origin, overrides, sink);
  auto bytes = read_all(all, format == Format::html ? kLargestPage : kLargestDocument, origin.name);
  if (!bytes) return bytes.error();
  if (format == Format::feed) return ingest_feed(*bytes, origin, overrides, sink);
  return take_whole([bytes = std::move(*bytes), origin, &overrides, html = format == Format::html] {
    return html ? document_from_html(bytes, origin, overrides) : document_from_text(bytes, origin, overrides);
  });
}

}  // namespace

Result<Done> ingest_unread(Reader& input, const Origin& origin, const Overrides& overrides,
                           const UnreadSink& sink) {
  return ingest_unread(input, origin, overrides, sink, [&](Unread unread) -> Result<Done> {
    sink(std::move(unread));
    return Done{};
  });
}

Result<Done> ingest(Reader& input, const Origin& origin, const Overrides& overrides,
                    const DocumentSink& sink) {
  return ingest_unread(
      input, origin, overrides, [&](const Unread& unread) { return sink(unread()); },
      [&](const Unread& unread) -> Result<Done> {
        auto document = unread();
        if (!document) return document.error();
        sink(std::move(document));
        return Done{};
      });
}

Result<Done> ingest_file_unread(const std::string& path, const Overrides& overrides, const UnreadSink& sink) {
  auto file = open_file(path);
  if (!file) return file.error();
  return ingest_unread(**file, origin_of_file(path), overrides, sink);
}

Result<Done> ingest_file(const std::string& path, const Overrides& overrides, const DocumentSink& sink) {
  auto file = open_file(path);
  if (!file) return file.error();
  return ingest(**file, origin_of_file(path), overrides, sink);
}

}  // namespace gegenprobe::ingest
