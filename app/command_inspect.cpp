#include <fmt/format.h>

#include <memory>

#include "app/command.h"
#include "app/json.h"
#include "app/shared_options.h"
#include "extract/text.h"
#include "ingest/article.h"
#include "ingest/decode.h"
#include "ingest/ingest.h"
#include "ingest/reader.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string step, url, language, rules;
};

Result<std::string> page_on_stdin() {
  auto input = ingest::open_file("-");
  if (!input) return input.error();
  return ingest::read_all(**input, ingest::kLargestDocument, "standard input");
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  key(json, name);
  json.StartArray();
  for (const std::string& text : texts) string(json, text);
  json.EndArray();
}

void write_article(Output& output, const ingest::Article& article) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
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
  json.EndObject();
  output.line(text_of(buffer));
}

Outcome inspect_article(const Words& words, Output& output) {
  const auto bytes = page_on_stdin();
  if (!bytes) return bytes.error();
  const auto page = ingest::decode(*bytes);
  if (!page) return page.error();
  const auto article = ingest::read_article(page->utf8, words.url);
  if (!article) return article.error();
  write_article(output, *article);
  return 0;
}

void write_sentences(Output& output, const ingest::Document& document, const extract::Rules& rules) {
  const extract::Text text = extract::text_of(document.normalised.utf8, document.language, rules);
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "id");
  string(json, document.id);
  std::vector<std::string> sentences;
  for (const extract::Sentence& sentence : text.sentences)
    sentences.emplace_back(ingest::in_source(document.normalised, sentence.span).of(document.text));
  write_texts(json, "sentences", sentences);
  json.EndObject();
  output.line(text_of(buffer));
}

Outcome inspect_sentences(const Words& words, Output& output) {
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  auto input = ingest::open_file("-");
  if (!input) return input.error();
  ingest::LineReader lines(**input, ingest::kLargestDocument);
  int code = 0;
  for (std::string_view line;;) {
    const auto more = lines.next(line);
    if (!more) return more.error();
    if (!*more) return code;
    auto document = ingest::document_from_json(line);
    if (document) {
      write_sentences(output, *document, **rules);
    } else {
      output.words(fmt::format("gegenprobe: inspect: line {}: {}", lines.number(), document.error().what));
      code = 1;
    }
  }
}

Outcome run(const Words& words, Output& output) {
  return words.step == "article" ? inspect_article(words, output) : inspect_sentences(words, output);
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.choice("step", words->step, {"article", "sentences"}, "which step to show").required = true;
  options.text("url", words->url, "URL", "article: where the page on standard input was found");
  declare_rules(options, words->rules);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command inspect_command;
const Command inspect_command{"inspect", "article|sentences [URL]",
                              "one step alone, on standard input, for whoever asks why a text came out wrong",
                              R"(# What is taken for headline, author, day and text of a page.
gegenprobe inspect article https://www.example.org/zahlen.html < zahlen.html
# JSON Lines in, the sentences of each text out.
echo '{"id": "1", "text": "Der Umsatz lag bei 5,5 Mrd. Euro. Das 3. Quartal war gut.", "lang": "de"}' | gegenprobe inspect sentences)",
                              declare};

}  // namespace gegenprobe::app
