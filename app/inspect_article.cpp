#include <string>

#include "app/inspect.h"
#include "ingest/article.h"
#include "ingest/decode.h"
#include "ingest/ingest.h"
#include "ingest/reader.h"

namespace gegenprobe::app {
namespace {

Result<std::string> page_on_stdin() {
  auto input = ingest::open_file("-");
  if (!input) return input.error();
  return ingest::read_all(**input, ingest::kLargestDocument, "standard input");
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
  write_texts(json, "author", article.authors);
  key(json, "text");
  std::string text;
  for (const std::string& paragraph : article.paragraphs) text += (text.empty() ? "" : "\n") + paragraph;
  string(json, text);
}

}  // namespace

Outcome inspect_article(const InspectWords& words, Output& output) {
  const auto bytes = page_on_stdin();
  if (!bytes) return bytes.error();
  const auto page = ingest::decode(*bytes);
  if (!page) return page.error();
  const auto article = ingest::read_article(page->utf8, words.source);
  if (!article) return article.error();
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  write_article(json, *article);
  json.EndObject();
  output.line(text_of(buffer));
  return 0;
}

}  // namespace gegenprobe::app
