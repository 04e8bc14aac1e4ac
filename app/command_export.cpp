#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "app/claim_reviews.h"
#include "app/claim_rows.h"
#include "app/command.h"
#include "app/export_words.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "app/text_fragment.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, metric, since, publisher, base_url;
  store::ClaimFilter filter;
};

Result<store::ClaimFilter> filter_from(const Words& words) {
  store::ClaimFilter filter = words.filter;
  const auto metric = metric_from("export", words.metric);
  if (!metric) return metric.error();
  filter.metric = *metric;
  const auto since = since_from("export: --since", words.since);
  if (!since) return since.error();
  filter.since = *since;
  filter.limit = 0;
  return filter;
}

/// The texts of the articles, of which the claims come one after the other.
class Texts {
 public:
  explicit Texts(store::Database& database) : database_(database) {}
  std::string link(const store::StoredClaim& stored) {
    if (stored.url.empty()) return "";
    if (stored.article != article_) {
      const auto found = store::find_article(database_, stored.article);
      text_ = found && *found ? (*found)->text : "";
      article_ = stored.article;
    }
    return stored.claim.evidence.end <= text_.size()
               ? text_fragment_link(stored.url, text_, stored.claim.evidence)
               : stored.url;
  }

 private:
  store::Database& database_;
  std::int64_t article_ = 0;
  std::string text_;
};

void write_rows(store::Database& database, const std::vector<store::StoredClaim>& claims, Format format,
                Output& output) {
  auto columns = claim_columns();
  columns.push_back({"link", ""});
  Rows rows(output, format, columns);
  Texts texts(database);
  for (const store::StoredClaim& claim : claims) {
    auto cells = claim_cells(claim);
    cells.push_back(Cell::text(texts.link(claim)));
    rows.add(std::move(cells));
  }
  rows.end();
}

Outcome write_claim_reviews(const Words& words, store::Database& database,
                            const std::vector<store::StoredClaim>& claims, Output& output) {
  const auto all = reviewed_claims(database, claims);
  if (!all) return all.error();
  output.line(claim_reviews(*all, words.publisher, words.base_url));
  output.words(fmt::format("{} of {} claims were reviewed by a person; only they become a ClaimReview",
                           all->size(), claims.size()));
  return 0;
}

Outcome run(const Words& words, Output& output) {
  const auto filter = filter_from(words);
  if (!filter) return filter.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  if (words.format == "datasette") {
    output.line(datasette_metadata(std::filesystem::path(database->path()).stem().string()));
    return 0;
  }
  const auto claims = store::find_claims(*database, *filter);
  if (!claims) return claims.error();
  if (words.format == "claimreview") return write_claim_reviews(words, *database, *claims, output);
  if (words.format == "webannotation") {
    for (const store::StoredClaim& claim : *claims) output.line(web_annotation(claim));
    return 0;
  }
  write_rows(*database, *claims, format_of(words.format.empty() ? "csv" : words.format), output);
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.choice("--format", words->format, {"csv", "jsonl", "claimreview", "webannotation", "datasette"},
                 "csv without it");
  options.text("-c,--company", words->filter.company, "NAME", "what is said about it");
  declare_metric(options, words->metric, "revenue, profit, loss, job_cuts …");
  options.text("--outlet", words->filter.outlet, "NAME", "from this outlet");
  options.text("--since", words->since, "DATE", "published on this day or later");
  options.text("--publisher", words->publisher, "NAME", "who publishes the ClaimReviews; else who reviewed");
  options.text("--base-url", words->base_url, "URL", "where they are published: URL/c42");
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command export_command;
const Command export_command{"export", "[--format csv|jsonl|claimreview|webannotation|datasette] …",
                             "claims for other programs, with links to their words",
                             R"(gegenprobe export --company Siemens > siemens.csv
# JSON-LD of schema.org, of the claims that a person reviewed.
gegenprobe export --format claimreview --publisher 'Faktencheck' --base-url https://example.org/checks > reviews.jsonld
gegenprobe export --format datasette > metadata.json && datasette news.db -m metadata.json)",
                             declare};

}  // namespace gegenprobe::app
