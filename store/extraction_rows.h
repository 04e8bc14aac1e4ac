#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/extract.h"
#include "ingest/document.h"
#include "store/article_table.h"
#include "store/comparison_table.h"
#include "store/connection.h"

// The rows of one extraction: mentions, sentences, claims, and the companies they name. For this folder only.
namespace gegenprobe::store {

/// Code points of the few bytes that are asked for, found in one pass over the text in any order.
class Points {
 public:
  Points(std::string_view text, const extract::Extraction& extraction);
  std::int64_t operator()(std::uint32_t byte) const;

 private:
  std::vector<std::uint32_t> bytes_;
  std::vector<std::int64_t> points_;
};

/// The text that an extraction is of.
struct RevisionPlace {
  std::int64_t article = 0, revision = 0;  ///< ids
  int number = 1;                          ///< of the revision
  std::optional<Day> published;            ///< the article's, whichever fetch told it
};

/// Whether the text says of itself that it corrects or updates an earlier one.
bool is_correction(const extract::Extraction& extraction);

/// Writes the rows of one extraction; lives for one transaction.
class ExtractionRows {
 public:
  /// All are kept by reference but the place.
  ExtractionRows(Connection& connection, const ingest::Document& document,
                 const extract::Extraction& extraction, RevisionPlace place);

  /// Sentences that an earlier extraction of the text left, and that this one has too, are shared.
  void share_sentences();
  void write(const Versions& versions, const std::string& now);  ///< now: as utc() gives it

  std::size_t mentions() const { return mentions_; }                   ///< written
  const std::vector<std::int64_t>& claims() const { return claims_; }  ///< ids, as in the extraction
  std::vector<NewClaim> new_claims() const;                            ///< views of document and extraction

 private:
  std::int64_t last_id() { return connection_.database.getLastInsertRowid(); }
  std::string surface(Span span) const { return std::string(span.of(document_.text)); }

  std::optional<std::int64_t> company_id(const std::string& entity, const std::string& name,
                                         const extract::Company* known);
  void write_name(std::int64_t company, const std::string& surface);
  std::optional<std::int64_t> write_company(const extract::CompanyValue& company, const std::string& surface);
  void write_mention(const extract::Mention& mention);
  std::int64_t sentence_id(Span sentence);
  std::int64_t write_claim(const extract::Claim& claim);

  Connection& connection_;
  const ingest::Document& document_;
  const extract::Extraction& extraction_;
  RevisionPlace place_;
  Points points_;
  std::int64_t extraction_id_ = 0;
  std::size_t mentions_ = 0;
  std::vector<std::int64_t> claims_;
  std::unordered_map<std::string, std::int64_t> companies_;
  std::unordered_set<std::string> names_;
  std::unordered_map<std::uint32_t, std::int64_t> sentences_;
};

}  // namespace gegenprobe::store
