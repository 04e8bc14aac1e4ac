#include <fmt/format.h>

#include <memory>

#include "app/command.h"
#include "app/extraction_json.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "store/review.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, action;
  bool partial = false;
};

void write_stored(JsonWriter& json, std::string_view name, const std::vector<store::StoredClaim>& claims,
                  std::string_view text) {
  extract::Extraction found;
  for (const store::StoredClaim& claim : claims) found.claims.push_back(claim.claim);
  key(json, name);
  write_claims(json, found, text);
}

/// The members of corpus/*/*/gold.json, without mentions: people judge claims.
void write_line(Output& output, const store::GoldArticle& gold) {
  const store::ArticleRow& row = gold.article.row;
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  const std::string id = fmt::format("a{}", row.id);
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"id", id},
                                    {"lang", row.language},
                                    {"outlet", row.outlet},
                                    {"url", row.url},
                                    {"title", row.title},
                                    {"text", gold.article.text}}) {
    key(json, name);
    string_or_null(json, value);
  }
  key(json, "published");
  day_or_null(json, row.published);
  write_stored(json, "claims", gold.article.claims, gold.article.text);
  write_stored(json, "rejected", gold.rejected, gold.article.text);
  key(json, "partial");
  json.Bool(gold.partial);
  json.EndObject();
  output.line(text_of(buffer));
}

Outcome run(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto articles = store::reviewed_articles(*database);
  if (!articles) return articles.error();
  std::size_t written = 0, partial = 0;
  for (const std::int64_t article : *articles) {
    const auto gold = store::gold_article(*database, article);
    if (!gold) return gold.error();
    if (!*gold) continue;
    if ((*gold)->partial && !words.partial) {
      ++partial;
      continue;
    }
    write_line(output, **gold);
    ++written;
  }
  std::string told = fmt::format("{} article{}", written, written == 1 ? "" : "s");
  if (partial > 0)
    told +=
        fmt::format("; {} left out, where not every claim was judged: --partial writes them too", partial);
  output.words(told);
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.choice("action", words->action, {"export"}, "write the reviewed claims as labelled data").required =
      true;
  options.on("--partial", words->partial, "also articles of which some claims were not judged");
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command gold_command;
const Command gold_command{"gold", "export [--partial]",
                           "write what people judged as labelled data, to measure the rules with",
                           R"(gegenprobe gold export > reviewed.jsonl
# How well the rules do on it.
scripts/score reviewed.jsonl
gegenprobe gold export --partial | jq -c '.rejected[]')",
                           declare};

}  // namespace gegenprobe::app
