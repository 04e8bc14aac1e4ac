// All XML kinds go through one reading: an entry is a list of elements, and for each of our fields stands
// which elements give it, the surer first. What RSS, Atom and the name spaces between them mean by a name
// differs less than what their writers make of it.
#include "ingest/feed.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "ingest/base64.h"
#include "ingest/html_tree.h"
#include "ingest/ingest.h"
#include "ingest/normalise.h"
#include "ingest/page_date.h"
#include "ingest/reader.h"
#include "ingest/url.h"
#include "ingest/xml_charset.h"
#include "ingest/xml_tree.h"

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLongestAddress = 8192;

Error no_feed(std::string what) {
  return {Error::Kind::input, std::move(what), "feeds are RSS, Atom, JSON Feed or sitemaps"};
}

/// Without white space of any kind at its ends.
std::string trimmed(std::string_view text) {
  constexpr std::array kSpaces = {"\u00A0"sv, "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv, "\u2009"sv,
                                  "\u200A"sv, "\u202F"sv, "\u3000"sv, "\u200B"sv, "\uFEFF"sv};
  for (bool more = true; more;) {
    more = false;
    while (!text.empty() && " \t\r\n\f\v"sv.find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    while (!text.empty() && " \t\r\n\f\v"sv.find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    for (const auto space : kSpaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), more = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), more = true;
    }
  }
  return std::string(text);
}

// ---------------------------------------------------------------------------------------- markup

bool parts_lines(GumboTag tag) {
  constexpr std::array kTags = {GUMBO_TAG_P,          GUMBO_TAG_DIV,        GUMBO_TAG_BR, GUMBO_TAG_LI,
                                GUMBO_TAG_TR,         GUMBO_TAG_TD,         GUMBO_TAG_H1, GUMBO_TAG_H2,
                                GUMBO_TAG_H3,         GUMBO_TAG_H4,         GUMBO_TAG_UL, GUMBO_TAG_OL,
                                GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_DT, GUMBO_TAG_DD};
  return std::ranges::find(kTags, tag) != kTags.end();
}

bool shows_nothing(GumboTag tag) {
  return tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_NOSCRIPT;
}

/// HTML hides all that follows a "<!" up to the next ">", or to the end where it opens a comment. In feeds it
/// may be a mere sign, or the comment's end was cut off.
std::string with_comments_closed(std::string_view markup) {
  std::string mended;
  for (auto at = markup.find("<!"); at != markup.npos; at = markup.find("<!")) {
    mended += markup.substr(0, at);
    markup.remove_prefix(at);
    const bool comment = markup.starts_with("<!--");
    auto end = comment ? markup.find("-->") : markup.npos;
    if (comment && end == markup.npos) end = std::min(markup.find('>'), markup.size() - 1);
    if (!comment) mended += "&lt;!";
    markup.remove_prefix(comment ? end + (markup.substr(end).starts_with("-->") ? 3 : 1) : 2);
  }
  return mended += markup;
}

std::string text_of_markup(std::string_view markup) {
  const HtmlTree tree(with_comments_closed(markup), Links::whole, Drawings::kept);
  std::string text;
  const auto& nodes = tree.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].is_text())
      append_squeezed(text, nodes[i].text);
    else if (parts_lines(nodes[i].tag))
      append_squeezed(text, " ");
    else if (shows_nothing(nodes[i].tag))
      i = nodes[i].end - 1;
  }
  return trimmed(text);
}

/// Whether text is meant as HTML: it holds a tag or a named or numbered character.
bool looks_like_markup(std::string_view text) {
  const auto is_letter = [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); };
  for (auto at = text.find_first_of("<&"); at != text.npos; at = text.find_first_of("<&", at + 1)) {
    const auto rest = text.substr(at);
    if (rest.size() < 3) return false;
    if (rest[0] == '<' && (is_letter(rest[1]) || rest[1] == '/' || rest[1] == '!') &&
        rest.find('>') != rest.npos)
      return true;
    if (rest[0] != '&' || (!is_letter(rest[1]) && rest[1] != '#')) continue;
    const auto end = rest.find_first_of("; \t\n=&<", 1);
    if (end != rest.npos && rest[end] == ';') return true;
  }
  return false;
}

std::string text_of_either(std::string_view text) {
  return looks_like_markup(text) ? text_of_markup(text) : squeezed(trimmed(text));
}

/// What an element says in words, whichever way its format packs them.
std::string words_of(const XmlElement& element) {
  const auto type = element.attribute("type");
  const auto mode = element.attribute("mode");
  if (element.has_children()) return text_of_markup(element.markup());
  const auto text = element.text();
  if (mode == "base64" || type == "application/octet-stream" || element.attribute("encoding") == "base64")
    if (const auto bytes = bytes_of_base64(text)) return text_of_either(*bytes);
  const bool plain = type == "text" || type == "text/plain" || type == "xhtml" || mode == "xml";
  return plain ? squeezed(trimmed(text)) : text_of_either(text);
}

// ---------------------------------------------------------------------------------------- entries

using Names = std::initializer_list<std::string_view>;

/// The children of an entry or a channel by their names.
class Fields {
 public:
  Fields(const XmlElement& element, bool atom) : element_(element) {
    for (const auto& child : element.children()) add(child, atom);
  }

  const XmlElement& element() const { return element_; }

  std::vector<XmlElement> all(std::string_view name) const {
    std::vector<XmlElement> found;
    for (const auto& [known, element] : children_)
      if (known == name) found.push_back(element);
    return found;
  }

  /// The words of the first of the names that has some.
  std::string words(Names names) const {
    for (const auto name : names)
      for (const auto& element : all(name))
        if (auto words = words_of(element); !words.empty()) return words;
    return "";
  }

  std::string plain(Names names) const {
    for (const auto name : names)
      for (const auto& element : all(name))
        if (auto text = trimmed(element.text()); !text.empty()) return text;
    return "";
  }

  /// Of the first of the names that has one; of several of that name the earliest, or the latest.
  template <class Before = std::less<>>
  std::string time(Names names, Before before = {}) const {
    for (const auto name : names) {
      std::string best;
      for (const auto& element : all(name))
        if (auto found = find_date(trimmed(element.text()), "en");
            found && (best.empty() || before(*found, best)))
          best = std::move(*found);
      if (!best.empty()) return best;
    }
    return "";
  }

 private:
  void add(const XmlElement& child, bool atom) {
    auto name = child.name();
    // Groups only hold what describes the entry.
    if (name == "media:group" || name == "media:content" || name == "news:news" || name == "news:publication")
      for (const auto& inner : child.children()) add(inner, atom);
    children_.emplace_back(std::move(name), child);
  }

  XmlElement element_;
  std::vector<std::pair<std::string, XmlElement>> children_;
};

std::string absolute(const XmlElement& element, std::string_view reference) {
  auto address = trimmed(reference);
  if (address.empty() || address.size() > kLongestAddress) return "";
  std::erase_if(address, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return element.resolved(address);
}

/// Of Atom's links the one to the article itself; the text of RSS' link.
std::string link_of(const Fields& fields) {
  std::string other;
  for (const auto name : {"link"sv, "atom:link"sv}) {
    for (const auto& link : fields.all(name)) {
      if (!link.has("href")) {
        if (auto address = absolute(link, link.text()); !address.empty()) return address;
        continue;
      }
      const auto rel = link.attribute("rel");
      if (!rel.empty() && rel != "alternate") continue;
      auto address = absolute(link, link.attribute("href"));
      if (address.empty()) continue;
      const auto type = link.attribute("type");
      if (type.empty() || type.find("html") != type.npos) return address;
      if (other.empty()) other = std::move(address);
    }
  }
  return other;
}

/// Where an entry has no link: its guid, even one that claims not to be an address where it plainly is one.
std::string guid_link(const Fields& fields) {
  for (const auto& guid : fields.all("guid")) {
    auto text = trimmed(guid.text());
    if (looks_like_url(text)) return text;
    if (guid.attribute("ispermalink") == "true") return absolute(guid, text);
  }
  return "";
}

/// "Jane Doe" of <author><name>, of "jane@example.org (Jane Doe)" and of "Jane Doe"; else the mail address.
std::string person_of(const XmlElement& element) {
  std::string mail;
  for (const auto& part : element.children()) {
    const auto name = part.name();
    if (name.ends_with("name")) return squeezed(trimmed(part.text()));
    if (name.ends_with("email")) mail = trimmed(part.text());
  }
  if (!mail.empty()) return mail;
  auto text = words_of(element);
  const auto open = text.find('(');
  if (text.find('@') < open && open != text.npos && text.ends_with(')'))
    return trimmed(std::string_view(text).substr(open + 1, text.size() - open - 2));
  return text;
}

std::vector<std::string> people_of(const Fields& fields, Names names) {
  std::vector<std::string> people;
  for (const auto name : names) {
    for (const auto& element : fields.all(name))
      if (auto person = person_of(element); !person.empty()) people.push_back(std::move(person));
    if (!people.empty()) break;
  }
  return people;
}

void read_times(const Fields& fields, FeedEntry& entry) {
  entry.published = fields.time({"pubdate", "published", "issued", "atom:published", "dcterms:issued",
                                 "news:publication_date", "dc:date", "dcterms:created", "created"});
  const Names changes = {"updated", "modified",      "atom:updated", "dcterms:modified",
                         "lastmod", "lastbuilddate", "dc:date"};
  entry.modified = fields.time(changes, std::greater{});
  if (entry.published.empty()) entry.published = fields.time(changes);
}

/// A description is the summary where a text stands beside it, and where none does; beside a summary it is
/// the text.
void read_texts(const Fields& fields, FeedEntry& entry) {
  entry.content =
      fields.words({"content:encoded", "content", "xhtml:body", "body", "fullitem", "atom:content"});
  const auto summary = fields.words({"summary", "atom:summary"});
  const auto description = fields.words({"description", "dc:description", "abstract"});
  entry.summary = !summary.empty() ? summary : description;
  if (entry.content.empty() && !summary.empty()) entry.content = description;
  if (entry.summary.empty())
    entry.summary = fields.words({"itunes:summary", "itunes:subtitle", "media:description", "tagline"});
  if (entry.summary.empty()) entry.summary = entry.content;
}

FeedEntry entry_of(const XmlElement& element, bool atom) {
  const Fields fields(element, atom);
  FeedEntry entry;
  entry.title = fields.words({"title", "atom:title", "dc:title", "itunes:title", "media:title"});
  entry.url = link_of(fields);
  if (entry.url.empty()) entry.url = guid_link(fields);
  if (entry.url.empty()) entry.url = absolute(element, element.attribute("href"));
  entry.id = fields.plain({"guid", "atom:id"});
  if (entry.id.empty())
    for (const auto& id : fields.all("id")) entry.id = absolute(id, id.text());
  if (entry.id.empty()) entry.id = element.attribute("about");
  if (entry.id.empty()) entry.id = fields.plain({"dc:identifier"});
  if (entry.url.empty() && looks_like_url(element.attribute("about"))) entry.url = element.attribute("about");
  read_times(fields, entry);
  read_texts(fields, entry);
  entry.authors = people_of(fields, {"author", "atom:author", "dc:creator", "dc:author", "itunes:author",
                                     "managingeditor", "contributor"});
  entry.language = fields.plain({"language", "dc:language"});
  if (entry.language.empty()) entry.language = element.attribute("lang");
  for (const auto& source : fields.all("source"))
    entry.outlet = source.has_children() ? Fields(source, atom).words({"title"}) : words_of(source);
  return entry;
}

Feed feed_of(const XmlElement& root, FeedFormat format) {
  Feed feed{.format = format, .title = {}, .url = {}, .language = {}, .charset = {}, .entries = {}};
  XmlElement channel = root;
  for (const auto& child : root.children())
    if (child.name() == "channel") channel = child;
  const Fields fields(channel, format == FeedFormat::atom);
  feed.title = fields.words({"title", "atom:title", "dc:title"});
  feed.url = link_of(fields);
  if (feed.url.empty()) feed.url = absolute(channel, channel.attribute("href"));
  feed.language = fields.plain({"language", "dc:language"});
  if (feed.language.empty()) feed.language = channel.language();
  const auto add_entries = [&](const XmlElement& parent) {
    for (const auto& child : parent.children())
      if (const auto name = child.name(); name == "item" || name == "entry" || name == "atom:entry")
        feed.entries.push_back(entry_of(child, format == FeedFormat::atom));
  };
  if (root.name() == "entry") feed.entries.push_back(entry_of(root, true));
  add_entries(root);
  if (channel.name() == "channel" && root.name() != "channel") add_entries(channel);
  for (const auto& child : root.children())
    if (child.name() == "items") add_entries(child);
  return feed;
}

// ---------------------------------------------------------------------------------------- sitemaps

/// Some writers forget to close one address before the next: each <loc> begins an entry.
void add_locations(const XmlElement& url, Feed& feed) {
  const auto add = [&](const XmlElement& loc) {
    FeedEntry entry;
    entry.url = absolute(loc, loc.text());
    if (!entry.url.empty()) feed.entries.push_back(std::move(entry));
    return !feed.entries.empty();
  };
  bool open = false;
  std::string changed;
  for (const auto& child : url.children()) {
    const auto name = child.name();
    if (name == "loc") {
      const auto before = feed.entries.size();
      open = add(child) && feed.entries.size() > before;
    } else if (open && name == "lastmod") {
      feed.entries.back().modified = find_date(trimmed(child.text()), "en").value_or("");
    }
  }
  if (!open) return;
  const Fields fields(url, false);
  auto& entry = feed.entries.back();
  entry.title = fields.words({"news:title"});
  entry.outlet = fields.words({"news:name"});
  entry.language = fields.plain({"news:language"});
  entry.published = fields.time({"news:publication_date"});
  if (!fields.all("news:news").empty()) feed.format = FeedFormat::news_sitemap;
}

Feed sitemap_of(const XmlElement& root, FeedFormat format) {
  Feed feed{.format = format, .title = {}, .url = {}, .language = {}, .charset = {}, .entries = {}};
  for (const auto& child : root.children())
    if (const auto name = child.name(); name == "url" || name == "sitemap") add_locations(child, feed);
  for (auto& entry : feed.entries)
    if (entry.published.empty()) entry.published = entry.modified;
  return feed;
}

/// One address a line and nothing else.
std::optional<Feed> text_sitemap(std::string_view text) {
  Feed feed{
      .format = FeedFormat::sitemap, .title = {}, .url = {}, .language = {}, .charset = {}, .entries = {}};
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (!looks_like_url(line) || line.size() > kLongestAddress || line.find(' ') != line.npos)
      return std::nullopt;
    FeedEntry entry;
    entry.url = line;
    feed.entries.push_back(std::move(entry));
  }
  if (feed.entries.empty()) return std::nullopt;
  return feed;
}

// ---------------------------------------------------------------------------------------- JSON Feed

using Object = simdjson::dom::object;

std::string json_text(const Object& object, std::string_view key) {
  simdjson::dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS || value.is_null()) return "";
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value.is_number() ? simdjson::minify(value) : "";
}

std::vector<std::string> json_authors(const Object& object) {
  std::vector<std::string> authors;
  const auto add = [&](const Object& author) {
    if (auto name = trimmed(json_text(author, "name")); !name.empty()) authors.push_back(std::move(name));
  };
  simdjson::dom::array list;
  if (object["authors"].get(list) == simdjson::SUCCESS)
    for (const auto element : list)
      if (Object author; element.get(author) == simdjson::SUCCESS) add(author);
  if (Object author; authors.empty() && object["author"].get(author) == simdjson::SUCCESS) add(author);
  return authors;
}

FeedEntry json_entry(const Object& object, std::string_view base) {
  const auto html = json_text(object, "content_html");
  FeedEntry entry{.id = json_text(object, "id"),
                  .title = text_of_either(json_text(object, "title")),
                  .url = json_text(object, "url"),
                  .published = find_date(json_text(object, "date_published"), "en").value_or(""),
                  .modified = find_date(json_text(object, "date_modified"), "en").value_or(""),
                  .summary = text_of_either(json_text(object, "summary")),
                  .content = html.empty() ? json_text(object, "content_text") : text_of_markup(html),
                  .outlet = {},
                  .language = json_text(object, "language"),
                  .authors = json_authors(object)};
  if (entry.url.empty()) entry.url = json_text(object, "external_url");
  if (!base.empty() && !entry.url.empty() && !looks_like_url(entry.url))
    if (const auto resolved = resolve_url(base, entry.url)) entry.url = *resolved;
  if (entry.published.empty()) entry.published = entry.modified;
  return entry;
}

Result<Feed> json_feed(std::string_view text, std::string_view url) {
  simdjson::dom::parser parser;
  Object object;
  if (const auto code = parser.parse(text.data(), text.size()).get(object); code != simdjson::SUCCESS)
    return no_feed(fmt::format("this is no JSON Feed: {}", simdjson::error_message(code)));
  simdjson::dom::array items;
  const bool has_items = object["items"].get(items) == simdjson::SUCCESS;
  if (!has_items && json_text(object, "version").empty())
    return no_feed("this JSON is no JSON Feed: it has no items");
  Feed feed{.format = FeedFormat::json,
            .title = text_of_either(json_text(object, "title")),
            .url = json_text(object, "home_page_url"),
            .language = json_text(object, "language"),
            .charset = {},
            .entries = {}};
  if (has_items)
    for (const auto element : items)
      if (Object item; element.get(item) == simdjson::SUCCESS) feed.entries.push_back(json_entry(item, url));
  return feed;
}

Result<Feed> xml_feed(std::string_view text, std::string_view url) {
  const auto tree = XmlTree::parse(text, url);
  if (!tree) return no_feed("this is neither XML nor JSON nor a list of addresses");
  const auto root = tree->root();
  const auto name = root.name();
  if (name == "rss" || name == "rdf:rdf" || name == "rdf") return feed_of(root, FeedFormat::rss);
  if (name == "feed" || name == "entry") return feed_of(root, FeedFormat::atom);
  if (name == "channel") return feed_of(root, FeedFormat::cdf);
  if (name == "urlset") return sitemap_of(root, FeedFormat::sitemap);
  if (name == "sitemapindex") return sitemap_of(root, FeedFormat::sitemap_index);
  return no_feed(fmt::format("this is no feed: its outermost element is <{}>", name));
}

}  // namespace

std::string_view name_of(FeedFormat format) {
  constexpr std::array kNames = {"rss"sv,     "atom"sv,         "json"sv,         "cdf"sv,
                                 "sitemap"sv, "news-sitemap"sv, "sitemap-index"sv};
  return kNames[static_cast<std::size_t>(format)];
}

Result<Feed> read_feed(std::string_view bytes, std::string_view content_type, std::string_view url) {
  const auto plain = gunzip(read_bytes(bytes), "the feed");
  const auto unpacked = read_all(*plain, kLargestDocument, "the feed");
  if (!unpacked) return unpacked.error();
  auto decoded = decode_xml(*unpacked, content_type);
  const auto first = decoded.utf8.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return no_feed("the feed is empty");
  if (auto sitemap = text_sitemap(decoded.utf8)) return *sitemap;
  auto feed = decoded.utf8[first] == '{' ? json_feed(decoded.utf8, url) : xml_feed(decoded.utf8, url);
  if (!feed) return feed;
  // What was announced, unless the bytes spoke against it.
  feed->charset = xml_charset(*unpacked, content_type);
  if (charset_of_label(feed->charset) != decoded.charset) feed->charset = decoded.charset;
  return feed;
}

}  // namespace gegenprobe::ingest
