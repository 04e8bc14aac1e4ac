#include <fmt/format.h>

#include <string>

#include "app/inspect.h"
#include "app/shared_options.h"
#include "ingest/article.h"
#include "ingest/decode.h"
#include "ingest/ingest.h"
#include "ingest/reader.h"

namespace gegenprobe::app {
namespace {

/// A page in a file, gzipped or not.
Result<std::string> page_in(const std::string& path) {
  auto file = ingest::open_file(path);
  if (!file) return file.error();
  const auto plain = ingest::gunzip(std::move(*file), path);
  return ingest::read_all(*plain, ingest::kLargestDocument, path == "-" ? "standard input" : path);
}

void write_article(JsonWriter& json, const ingest::Article& article) {
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"title", article.title},
                                    {"subtitle", article.subtitle},
                                    {"published", article.published},
                                    {"modified", article.modified},
                                    {"outlet", article.outlet},
                                    {"lang", article.language},
                                    {"url", article.url}}) {
    key(json, name);
    string_or_null(json, value);
  }
  key(json, "kind");
  string(json, ingest::name_of(article.kind));
  write_texts(json, "author", article.authors);
  key(json, "text");
  std::string text;
  for (const std::string& paragraph : article.paragraphs) text += (text.empty() ? "" : "\n") + paragraph;
  string(json, text);
}

Result<Done> answer_page(std::string_view bytes, std::string_view url, const ingest::Sites* sites,
                         JsonWriter& json) {
  const auto page = ingest::decode(bytes);
  if (!page) return page.error();
  const auto article = ingest::read_article(page->utf8, url, sites);
  if (!article) return article.error();
  write_article(json, *article);
  return Done{};
}

/// {"id", "url", "file"} or {"id", "url", "html"}, a page a line.
Result<Done> answer_line(const simdjson::dom::object& line, const ingest::Sites* sites, JsonWriter& json) {
  const auto file = text_member(line, "file");
  const auto bytes = file ? page_in(std::string(*file)) : bytes_member(line, "html");
  if (!bytes) return bytes.error();
  return answer_page(*bytes, text_member(line, "url").value_or(""), sites, json);
}

}  // namespace

Outcome inspect_article(const InspectWords& words, Output& output) {
  const auto sites = sites_of(words.sites, words.rules);
  if (!sites) return sites.error();
  if (words.lines)
    return answer_each_line([&](const simdjson::dom::object& line,
                                JsonWriter& json) { return answer_line(line, sites->get(), json); },
                            output);
  const auto bytes = page_in("-");
  if (!bytes) return bytes.error();
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  if (const auto answered = answer_page(*bytes, words.source, sites->get(), json); !answered)
    return answered.error();
  json.EndObject();
  output.line(text_of(buffer));
  return 0;
}

}  // namespace gegenprobe::app
