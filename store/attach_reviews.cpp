#include "store/attach_reviews.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/company_table.h"

namespace gegenprobe::store {
namespace {

constexpr std::string_view kReadColumns =
    "subject_id, metric, role, modality, value_min, value_max, min_coefficient, min_exponent, "
    "max_coefficient,"
    " max_exponent, unit, qualifier, period_from, period_to, period_unit, period_fiscal, period_text";

// What a word of review.corrected_fields makes of the claim.
struct Field {
  std::string_view word, set;
};
constexpr std::array kFields{
    Field{"metric", "metric = review.new_metric"},
    Field{"role", "role = review.new_role"},
    Field{"modality", "modality = review.new_modality"},
    Field{"value",
          "value_min = review.value_min, value_max = review.value_max, min_coefficient = "
          "review.min_coefficient,"
          " min_exponent = review.min_exponent, max_coefficient = review.max_coefficient,"
          " max_exponent = review.max_exponent, qualifier = review.qualifier"},
    Field{"unit", "unit = review.unit"},
    Field{"period",
          "period_from = review.period_from, period_to = review.period_to, period_unit = review.period_unit,"
          " period_fiscal = 0, period_text = NULL"}};

bool has_word(const std::string& words, std::string_view word) {
  return fmt::format(" {} ", words).find(fmt::format(" {} ", word)) != std::string::npos;
}

void correct(Connection& connection, std::int64_t review, std::int64_t claim) {
  connection
      .query(
          fmt::format("INSERT OR IGNORE INTO claim_reading (claim_id, {0}) SELECT id, {0} FROM claim WHERE "
                      "id = ?1",
                      kReadColumns))
      .bind(claim)
      .run();
  std::string fields, subject;
  if (auto row = connection.query("SELECT corrected_fields, new_subject FROM review WHERE id = ?1");
      row.bind(review).step())
    fields = row.text(0), subject = row.text(1);
  for (const auto& [word, set] : kFields)
    if (has_word(fields, word))
      connection
          .query(fmt::format("UPDATE claim SET {} FROM review WHERE review.id = ?1 AND claim.id = ?2", set))
          .bind(review, claim)
          .run();
  if (!has_word(fields, "subject")) return;
  const auto meant = company_meant(connection, subject);
  connection.query("UPDATE claim SET subject_id = ?2 WHERE id = ?1")
      .bind(claim, meant ? *meant : company_row(connection, "", subject))
      .run();
}

// The claim of the revision at the words of a review; 0 where there is none. In the text that was judged, the
// place tells; in another, the words of figure and sentence, the nearest of several.
std::int64_t claim_at(Connection& connection, std::int64_t review, std::int64_t revision) {
  auto row = connection.query(
      "SELECT claim.id FROM review JOIN claim ON claim.revision_id = ?2 AND claim.live"
      " JOIN sentence ON sentence.id = claim.sentence_id LEFT JOIN company ON company.id = claim.subject_id"
      " WHERE review.id = ?1 AND claim.metric IN (review.metric, review.new_metric)"
      " AND CASE WHEN review.revision_id = claim.revision_id"
      "  THEN claim.value_begin = review.value_begin AND claim.value_end = review.value_end"
      "  ELSE claim.surface = review.surface AND sentence.text = review.sentence END"
      " AND claim.id NOT IN (SELECT claim_id FROM claim_review)"
      " ORDER BY claim.role = review.role DESC, company.entity IS review.subject_entity DESC,"
      " abs(claim.value_begin - review.value_begin) LIMIT 1");
  return row.bind(review, revision).step() ? row.integer(0) : 0;
}

}  // namespace

void attach_review(Connection& connection, std::int64_t review, std::int64_t claim) {
  connection.query("INSERT OR REPLACE INTO claim_review (claim_id, review_id) VALUES (?1, ?2)")
      .bind(claim, review)
      .run();
  std::string judgement;
  if (auto row = connection.query("SELECT judgement FROM review WHERE id = ?1"); row.bind(review).step())
    judgement = row.text(0);
  if (judgement == "correct") correct(connection, review, claim);
  if (judgement == "reject") connection.query("UPDATE claim SET live = 0 WHERE id = ?1").bind(claim).run();
}

void detach_review(Connection& connection, std::int64_t claim) {
  connection
      .query(fmt::format("UPDATE claim SET ({0}) = (SELECT {0} FROM claim_reading WHERE claim_id = ?1)"
                         " WHERE id = ?1 AND EXISTS (SELECT 1 FROM claim_reading WHERE claim_id = ?1)",
                         kReadColumns))
      .bind(claim)
      .run();
  connection.query("DELETE FROM claim_reading WHERE claim_id = ?1").bind(claim).run();
  // A rejected claim is live again, where it still is what the newest text and run say.
  connection
      .query(
          "UPDATE claim SET live = 1 FROM revision WHERE claim.id = ?1"
          " AND revision.id = claim.revision_id AND revision.live AND claim.extraction_id ="
          " (SELECT max(id) FROM extraction WHERE revision_id = revision.id)")
      .bind(claim)
      .run();
  connection.query("DELETE FROM claim_review WHERE claim_id = ?1").bind(claim).run();
}

bool attach_reviews(Connection& connection, std::int64_t article, std::int64_t revision) {
  std::vector<std::int64_t> reviews;
  {
    auto row =
        connection.query("SELECT id FROM review WHERE article_id = ?1 AND state = 'standing' ORDER BY id");
    row.bind(article);
    while (row.step()) reviews.push_back(row.integer(0));
  }
  bool any = false;
  for (const auto review : reviews)
    if (const auto claim = claim_at(connection, review, revision)) {
      attach_review(connection, review, claim);
      any = true;
    }
  return any;
}

}  // namespace gegenprobe::store
