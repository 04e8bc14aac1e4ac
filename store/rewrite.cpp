#include "store/rewrite.h"

#include "store/apply_decisions.h"
#include "store/attach_reviews.h"
#include "store/extraction_rows.h"
#include "store/finding_table.h"
#include "store/recompare.h"

namespace gegenprobe::store {
namespace {

std::optional<RevisionPlace> place_of(Connection& connection, std::int64_t revision,
                                      std::optional<Day> published) {
  auto row = connection.query(
      "SELECT article.id, revision.number, article.published FROM revision JOIN article ON article.id = "
      "article_id WHERE revision.id = ?1");
  if (!row.bind(revision).step()) return std::nullopt;
  const auto stored = row.day(2);
  return RevisionPlace{row.integer(0), revision, static_cast<int>(row.integer(1)),
                       stored ? stored : published};
}

}  // namespace

// Sentences are shared with the claims of the extraction before; its mentions give way, since they say no
// more than the text does.
void write_extraction_again(Connection& connection, std::int64_t revision, const ingest::Document& document,
                            const extract::Extraction& extraction, const Versions& versions, Time now) {
  const auto place = place_of(connection, revision, document.published);
  if (!place) return;
  ExtractionRows rows(connection, document, extraction, *place);
  rows.share_sentences();
  for (const auto* sql :
       {"DELETE FROM mention WHERE revision_id = ?1",
        "DELETE FROM finding WHERE claim_id IN (SELECT id FROM claim WHERE revision_id = ?1)",
        "UPDATE claim SET live = 0 WHERE revision_id = ?1"})
    connection.query(sql).bind(revision).run();
  rows.write(versions, utc(now));
  decide_companies(connection, revision);
  attach_reviews(connection, place->article, revision);
  write_findings(connection, rows.new_claims(), extraction.findings);
  compare_again(connection, {revision});
}

}  // namespace gegenprobe::store
