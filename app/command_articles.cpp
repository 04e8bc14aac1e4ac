#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, since, copies;
  store::ArticleFilter filter;
  std::optional<unsigned> limit;
};

const std::vector<Column> kColumns{{"id", "Article"},
                                   {"published", "Published"},
                                   {"outlet", "Outlet", Column::Align::left, true},
                                   {"title", "Title", Column::Align::left, true},
                                   {"language", "Lang"},
                                   {"claims", "Claims", Column::Align::right},
                                   {"mentions", "Mentions", Column::Align::right},
                                   {"revisions", "Versions", Column::Align::right},
                                   {"origin", "Origin", Column::Align::left, false, 1},
                                   {"agency", "Agency", Column::Align::left, true, 2},
                                   {"author", ""},
                                   {"url", ""},
                                   {"added_at", ""}};

std::vector<Cell> cells(const store::ArticleRow& row) {
  Cell id = Cell::whole(row.id);
  id.shown = article_id(row.id);
  Cell origin = row.origin == 0 ? Cell::none() : Cell::whole(row.origin);
  if (row.origin != 0) origin.shown = origin_id(row.origin);
  const auto count = [](std::size_t number) { return Cell::whole(static_cast<std::int64_t>(number)); };
  return {id,
          row.published ? Cell{iso(*row.published)} : Cell::none(),
          Cell::text(row.outlet),
          Cell::text(row.title),
          Cell::text(row.language),
          count(row.claims),
          count(row.mentions),
          Cell::whole(row.revisions),
          origin,
          Cell::text(row.agency),
          Cell::text(row.author),
          Cell::text(row.url),
          Cell::text(row.added_at)};
}

/// "a7": the article; "o3": the origin. Digits alone are an article's.
Result<Done> read_copies(const std::string& word, store::ArticleFilter& filter) {
  if (word.empty()) return Done{};
  const bool origin = word[0] == 'o';
  const auto id = article_id_in(std::string_view(word).substr(origin));
  if (!id)
    return Error{Error::Kind::usage,
                 "articles: --copies-of: '" + word + "' is neither an article nor an origin",
                 "gegenprobe articles shows both: a7, o3"};
  (origin ? filter.origin : filter.copies_of) = *id;
  return Done{};
}

Outcome run(Words& words, Output& output) {
  const auto since = since_from("articles: --since", words.since);
  if (!since) return since.error();
  words.filter.since = *since;
  if (const auto done = read_copies(words.copies, words.filter); !done) return done.error();
  words.filter.limit = words.limit.value_or(100);
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto articles = store::find_articles(*database, words.filter);
  if (!articles) return articles.error();
  Rows rows(output, format_of(words.format), kColumns);
  for (const store::ArticleRow& row : *articles) rows.add(cells(row));
  rows.end();
  if (articles->empty()) output.words("no article fits" + did_you_mean(*database, words.filter.company));
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("--outlet", words->filter.outlet, "NAME", "from this outlet");
  options.text("-c,--company", words->filter.company, "NAME", "that name this company");
  options.text("--text", words->filter.text, "WORDS", "that hold these words; ue finds ü");
  options.text("--copies-of", words->copies, "ARTICLE|ORIGIN",
               "that copy each other with this article (a7), or are of this origin (o3)");
  options.text("--since", words->since, "DATE", "published on this day or later");
  options.count("-n,--limit", words->limit, "N", "how many at most (100); 0: all");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command articles_command;
const Command articles_command{"articles", "[--outlet NAME] [--company NAME] [--text WORDS] …",
                               "list the articles that were read, the newest first",
                               R"(gegenprobe articles --company 'Deutsche Bank' --since 2025-01-01
gegenprobe articles --text Gewinn --format json
# All copies of an agency's text, whatever the headlines.
gegenprobe articles --copies-of a7)",
                               declare};

}  // namespace gegenprobe::app
