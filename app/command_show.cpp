#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/extraction_json.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/mention_words.h"
#include "app/shared_options.h"
#include "app/verdict_words.h"
#include "ingest/warc.h"
#include "store/query.h"
#include "store/review.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, what;
  bool source = false;
};

/// What the word names: an article or a claim by its id, or an article by its address.
struct Wanted {
  enum class Kind { article, claim, url } kind;
  std::int64_t id = 0;
};

Wanted wanted_from(std::string_view word) {
  const char letter = word.empty() ? ' ' : static_cast<char>(word.front() | 0x20);
  const Wanted::Kind kind = letter == 'c' ? Wanted::Kind::claim : Wanted::Kind::article;
  const std::string_view digits = letter == 'c' || letter == 'a' ? word.substr(1) : word;
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error != std::errc() || end != digits.data() + digits.size()) return {Wanted::Kind::url};
  return {kind, id};
}

Error not_there(const std::string& what) {
  return {Error::Kind::input, fmt::format("show: there is no {} in the database", what),
          "gegenprobe articles, or gegenprobe claims, for the ids there are"};
}

/// The article as the stage that made it handed it out, so that it is written as `extract` writes it.
extract::Extraction extraction_of(const store::StoredArticle& article) {
  extract::Extraction found{article.row.language, {}, {}};
  for (const store::StoredMention& mention : article.mentions) found.mentions.push_back(mention.mention);
  for (const store::StoredClaim& claim : article.claims) found.claims.push_back(claim.claim);
  return found;
}

void write_json(Output& output, const store::StoredArticle& article) {
  const extract::Extraction found = extraction_of(article);
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "article");
  json.Int64(article.row.id);
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"title", article.row.title},
                                    {"outlet", article.row.outlet},
                                    {"author", article.row.author},
                                    {"url", article.row.url},
                                    {"lang", article.row.language},
                                    {"text", article.text}}) {
    key(json, name);
    string_or_null(json, value);
  }
  key(json, "published");
  day_or_null(json, article.row.published);
  key(json, "mentions");
  write_mentions(json, found, article.text);
  key(json, "claims");
  write_claims(json, found, article.text);
  json.EndObject();
  output.line(text_of(buffer));
}

void append(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += " · ";
  text += more;
}

void print_head(Output& output, const store::ArticleRow& row) {
  output.line(styled(output, Style::bold, row.title.empty() ? "(no headline)" : row.title));
  std::string source = article_id(row.id);
  append(source, row.outlet);
  append(source, row.published ? iso(*row.published) : "");
  append(source, row.author);
  append(source, row.url);
  if (row.revisions > 1) append(source, fmt::format("version {}", row.revisions));
  output.line(styled(output, Style::dim, source));
  output.line("");
}

void print(Output& output, const store::StoredArticle& article) {
  print_head(output, article.row);
  const extract::Extraction found = extraction_of(article);
  print_wrapped(output, {article.text, mention_marks(found.mentions), true}, 0);
  output.line("");
  Rows rows(output, Format::table,
            {{"kind", "Kind"},
             {"surface", "As printed", Column::Align::left, true},
             {"value", "Read as", Column::Align::left, true},
             {"rule", "Rule"}});
  for (const store::StoredMention& stored : article.mentions)
    rows.add({Cell::text(std::string(word(stored.mention.kind))), Cell::text(stored.surface),
              Cell::text(mention_words(stored.mention)), Cell::text(std::string(stored.mention.rule))});
  rows.end();
  for (const store::StoredClaim& claim : article.claims) {
    output.line("");
    print_claim(output, claim.claim, claim_id(claim.id) + "  ", claim.surface);
    if (claim.review) output.line(styled(output, Style::bold, "     " + review_words(claim)));
  }
}

bool is_rejected(const store::StoredClaim& stored) {
  return stored.review && stored.review->judgement == store::Judgement::reject;
}

void print(Output& output, const store::StoredClaim& stored, const std::optional<extract::Claim>& reading) {
  print_claim(output, stored.claim, claim_id(stored.id) + "  ", stored.surface);
  output.line("");
  print_wrapped(output, {stored.sentence, evidence_mark(stored)}, 2);
  output.line("");
  output.line(
      styled(output, Style::dim,
             fmt::format("in {}: {} ({})", article_id(stored.article),
                         stored.title.empty() ? "(no headline)" : stored.title, source_words(stored))));
  if (stored.review) output.line(styled(output, Style::bold, review_words(stored)));
  if (reading)
    output.line(fmt::format("the rules had read: {} · {}", fact_words(*reading), figure(*reading)));
  output.line(
      styled(output, Style::dim,
             fmt::format("read with rules {}{}", stored.rules_version,
                         stored.live || is_rejected(stored) ? "" : "; an older version of the article")));
}

Outcome show_claim(const Words& words, store::Database& database, std::int64_t id, Output& output) {
  const auto claim = store::find_claim(database, id);
  if (!claim) return claim.error();
  if (!*claim) return not_there("claim " + claim_id(id));
  const Format format = format_of(words.format);
  if (format == Format::table) {
    const auto reading = store::find_reading(database, id);
    if (!reading) return reading.error();
    return print(output, **claim, *reading), 0;
  }
  Rows rows(output, format, claim_columns());
  rows.add(claim_cells(**claim));
  rows.end();
  return 0;
}

/// The page as it was fetched, byte for byte but for the coding of the line.
Outcome show_source(const store::StoredArticle& article, Output& output) {
  const auto& place = article.record;
  if (!place)
    return Error{
        Error::Kind::input,
        fmt::format(
            "show: the page of {} is not kept: it was not fetched by this program, or with --no-archive",
            article_id(article.row.id)),
        article.row.url.empty() ? "" : "gegenprobe add " + article.row.url + " keeps it as it is now"};
  const auto record = ingest::read_warc_record(*place);
  if (!record) return record.error();
  output.words(
      fmt::format("{} · fetched {} · {} at byte {}", record->uri, record->date, place->file, place->offset));
  output.write(record->body());
  return 0;
}

Outcome run(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const Wanted wanted = wanted_from(words.what);
  if (wanted.kind == Wanted::Kind::url && words.what.find("://") == std::string::npos)
    return Error{Error::Kind::usage, fmt::format("show: '{}' is neither an id nor an address", words.what),
                 "a7 for an article (gegenprobe articles), c42 for a claim (gegenprobe claims)"};
  if (words.source && wanted.kind == Wanted::Kind::claim)
    return Error{Error::Kind::usage,
                 "show: --source shows an article's page, and " + words.what + " is a claim",
                 "gegenprobe show " + words.what + " names its article"};
  if (wanted.kind == Wanted::Kind::claim) return show_claim(words, *database, wanted.id, output);
  const auto article = wanted.kind == Wanted::Kind::url ? store::find_article(*database, words.what)
                                                        : store::find_article(*database, wanted.id);
  if (!article) return article.error();
  if (!*article) return not_there("article " + words.what);
  if (words.source) return show_source(**article, output);
  const Format format = format_of(words.format);
  if (format == Format::table) return print(output, **article), 0;
  if (format != Format::csv) return write_json(output, **article), 0;
  Rows rows(output, format, claim_columns());
  for (const store::StoredClaim& claim : (*article)->claims) rows.add(claim_cells(claim));
  rows.end();
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options
      .text("what", words->what, "ARTICLE|CLAIM", "an id as the lists show it (a7, c42), or an article's URL")
      .required = true;
  options.on("--source", words->source, "the article's page as it was fetched");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command show_command;
const Command show_command{"show", "ARTICLE|CLAIM",
                           "an article with everything found in it, or one claim, and why",
                           R"(gegenprobe show a7
gegenprobe show c42
# JSON as `gegenprobe extract` writes it, with the text.
gegenprobe show a7 --format json
# What the site sent when the article was read.
gegenprobe show a7 --source > page.html)",
                           declare};

}  // namespace gegenprobe::app
