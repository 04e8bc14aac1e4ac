#include <memory>

#include "app/command.h"
#include "app/filter_words.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format;
  store::CompanyFilter filter;
  std::optional<unsigned> limit;
};

const std::vector<Column> kColumns{{"name", "Company", Column::Align::left, true},
                                   {"claims", "Claims", Column::Align::right},
                                   {"mentions", "Mentions", Column::Align::right},
                                   {"articles", "Articles", Column::Align::right},
                                   {"ticker", "Ticker"},
                                   {"wikidata", "Wikidata"},
                                   {"lei", "LEI"},
                                   {"entity", "Key", Column::Align::left, true}};

std::vector<Cell> cells(const store::CompanyRow& row) {
  const auto count = [](std::size_t number) { return Cell::whole(static_cast<std::int64_t>(number)); };
  return {Cell::text(row.name),   count(row.claims),        count(row.mentions), count(row.articles),
          Cell::text(row.ticker), Cell::text(row.wikidata), Cell::text(row.lei), Cell::text(row.entity)};
}

Outcome run(Words& words, Output& output) {
  words.filter.limit = words.limit.value_or(100);
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto companies = store::find_companies(*database, words.filter);
  if (!companies) return companies.error();
  Rows rows(output, format_of(words.format), kColumns);
  for (const store::CompanyRow& row : *companies) rows.add(cells(row));
  rows.end();
  if (companies->empty()) output.words("no company fits");
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("name", words->filter.name, "NAME", "only those with a word that begins like this");
  options.count("-n,--limit", words->limit, "N", "how many at most (100); 0: all");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command companies_command;
const Command companies_command{"companies", "[NAME] [--limit N]",
                                "list the companies that the articles name, with their identifiers",
                                R"(gegenprobe companies
gegenprobe companies deutsche)",
                                declare};

}  // namespace gegenprobe::app
