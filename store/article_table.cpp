#include "store/article_table.h"

#include "extract/text/words.h"
#include "store/apply_decisions.h"
#include "store/attach_reviews.h"
#include "store/comparison_table.h"
#include "store/connection.h"
#include "store/extraction_rows.h"
#include "store/finding_table.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/origin_table.h"
#include "store/page_record.h"
#include "store/recompare.h"

namespace gegenprobe::store {
namespace {

using extract::Extraction;
using ingest::Document;

std::string named(const Document& document) {
  if (!document.url.empty()) return document.url;
  return document.id.empty() ? "the text" : document.id;
}

/// Writes one article; lives for one transaction.
class Writer {
 public:
  Writer(Connection& connection, const Document& document, const TextKeys& keys, const Extraction& extraction,
         const Versions& versions, Time now)
      : connection_(connection),
        document_(document),
        keys_(keys),
        extraction_(extraction),
        versions_(versions),
        now_(utc(now)),
        published_(document.published) {}

  AddedArticle write(const std::string& identity);

 private:
  struct Known {
    std::int64_t article, revision;
    int number;
    std::string text_hash;
    std::optional<Day> published;
  };
  std::optional<Known> find_known(const std::string& identity);
  bool is_set_differently(const Known& known);
  std::optional<std::int64_t> outlet_id();
  std::int64_t write_article(const std::string& identity);
  void update_article();
  void write_revision();
  void write_record();
  void write_extraction(bool is_known);
  std::int64_t last_id() { return connection_.database.getLastInsertRowid(); }

  Connection& connection_;
  const Document& document_;
  const TextKeys& keys_;
  const Extraction& extraction_;
  const Versions& versions_;
  std::string now_;
  std::optional<Day> published_;  // the article's, whichever fetch told it
  AddedArticle added_;
};

std::optional<Writer::Known> Writer::find_known(const std::string& identity) {
  auto row = connection_.query(
      "SELECT article.id, revision.id, revision.number, revision.text_hash, article.published FROM article"
      " JOIN revision ON revision.article_id = article.id AND revision.live WHERE article.identity = ?1");
  if (!row.bind(identity).step()) return std::nullopt;
  return Known{row.integer(0), row.integer(1), static_cast<int>(row.integer(2)), row.text(3), row.day(4)};
}

bool Writer::is_set_differently(const Known& known) {
  auto row = connection_.query("SELECT text FROM revision WHERE id = ?1");
  return row.bind(known.revision).step() && differs_in_blanks_only(row.text(0), document_.text);
}

std::optional<std::int64_t> Writer::outlet_id() {
  if (document_.outlet.empty()) return std::nullopt;
  const auto folded = fold(document_.outlet);
  if (auto row = connection_.query("SELECT id FROM outlet WHERE folded = ?1"); row.bind(folded).step())
    return row.integer(0);
  connection_.query("INSERT INTO outlet (name, folded) VALUES (?1, ?2)").bind(document_.outlet, folded).run();
  return last_id();
}

std::int64_t Writer::write_article(const std::string& identity) {
  const auto& language = document_.language.empty() ? extraction_.language : document_.language;
  connection_
      .query(
          "INSERT INTO article (identity, url, title, outlet_id, author, language, published, added_at)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(identity, document_.url, document_.title, outlet_id(), document_.author, language,
            document_.published, now_)
      .run();
  return last_id();
}

// A later fetch may know what an earlier one did not; it never forgets.
void Writer::update_article() {
  connection_
      .query(
          "UPDATE article SET title = coalesce(?2, title), outlet_id = coalesce(?3, outlet_id),"
          " author = coalesce(?4, author), published = coalesce(published, ?5) WHERE id = ?1")
      .bind(added_.article, document_.title, outlet_id(), document_.author, document_.published)
      .run();
}

void Writer::write_revision() {
  connection_
      .query(
          "INSERT INTO revision (article_id, number, title, text, text_hash, fetched_at, correction)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
      .bind(added_.article, added_.number, document_.title, Required{document_.text}, keys_.hash, now_,
            is_correction(extraction_))
      .run();
  added_.revision = last_id();
}

// The first fetch of a text stays its evidence.
void Writer::write_record() {
  const auto& record = document_.record;
  if (!record) return;
  connection_
      .query(
          "UPDATE revision SET warc_file = ?2, warc_offset = ?3, warc_length = ?4"
          " WHERE id = ?1 AND warc_file IS NULL")
      .bind(added_.revision, stored_path(connection_, record->file), record->offset, record->length)
      .run();
}

void Writer::write_extraction(bool is_known) {
  ExtractionRows rows(connection_, document_, extraction_,
                      {added_.article, added_.revision, added_.number, published_});
  // Before its own claims are there to be compared with.
  const auto found = findings_of(connection_, document_, extraction_, published_);
  rows.write(versions_, now_);
  added_.mentions = rows.mentions();
  added_.claims = rows.claims();
  // What people decided stands in the rows, no longer in the extraction.
  bool decided = decide_companies(connection_, added_.revision);
  decided |= is_known && attach_reviews(connection_, added_.article, added_.revision);
  const auto fresh = rows.new_claims();
  added_.conflicts =
      decided ? compare_live_claims(connection_, added_.revision) : write_comparisons(connection_, fresh);
  added_.suspects = write_findings(connection_, fresh, found);
}

AddedArticle Writer::write(const std::string& identity) {
  const auto known = find_known(identity);
  if (known) {
    added_.outcome = Outcome::unchanged;
    added_.article = known->article, added_.revision = known->revision, added_.number = known->number;
    if (known->text_hash == keys_.hash || is_set_differently(*known)) {
      write_record();
      return added_;
    }
    added_.outcome = Outcome::changed;
    if (known->published) published_ = known->published;
    ++added_.number;
    connection_.query("UPDATE revision SET live = 0 WHERE id = ?1").bind(known->revision).run();
    update_article();
  } else {
    added_.article = write_article(identity);
  }
  write_revision();
  write_record();
  added_.origin = join_origin(connection_, added_.article, keys_);
  write_extraction(known.has_value());
  // Only now, so that the new claims were compared with those they replace.
  if (known)
    connection_.query("UPDATE claim SET live = 0 WHERE revision_id = ?1").bind(known->revision).run();
  return added_;
}

}  // namespace

std::string_view word(Outcome outcome) {
  constexpr extract::Words<Outcome, 3> words{"new", "unchanged", "changed"};
  return words.of(outcome);
}

Result<AddedArticle> add_article(Database& database, const Document& document, const TextKeys& keys,
                                 const Extraction& extraction, const Versions& versions, Time now) {
  return guarded(database, "add " + named(document), [&] {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    auto added =
        Writer(connection, document, keys, extraction, versions, now).write(identity_of(document, keys.hash));
    transaction.commit();
    return added;
  });
}

Result<AddedArticle> add_article(Database& database, const Document& document, const Extraction& extraction,
                                 const Versions& versions, Time now) {
  return add_article(database, document, keys_of(document), extraction, versions, now);
}

Result<bool> is_stored(Database& database, const Document& document) {
  return guarded(database, "look for " + named(document), [&] {
    const auto hash = text_hash(document.text);
    auto row = database.connection().query(
        "SELECT revision.text_hash, revision.text FROM article"
        " JOIN revision ON revision.article_id = article.id AND revision.live WHERE article.identity = ?1");
    if (!row.bind(identity_of(document, hash)).step()) return false;
    return row.text(0) == hash || differs_in_blanks_only(row.text(1), document.text);
  });
}

}  // namespace gegenprobe::store
