#include "store/review.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "store/attach_reviews.h"
#include "store/claim_row.h"
#include "store/connection.h"
#include "store/guarded.h"
#include "store/recompare.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

Error usage(std::string what, std::string hint) {
  return {Error::Kind::usage, std::move(what), std::move(hint)};
}
Error no_such_claim(std::int64_t claim) {
  return {Error::Kind::input, fmt::format("there is no claim c{} in the database", claim),
          "gegenprobe claims, for the ids there are"};
}

std::optional<Error> why_not(const Judged& judged) {
  if (judged.reviewer.empty()) return usage("a review needs the name of who makes it", "--by NAME");
  const bool corrects = judged.judgement == Judgement::correct;
  if (corrects && judged.correction.empty())
    return usage("nothing is corrected",
                 "--value, --unit, --metric, --period, --company, --role or --modality");
  if (!corrects && !judged.correction.empty())
    return usage("only 'correct' takes what it should be", "gegenprobe review c42 correct --value 5.5e9");
  if (judged.correction.value && !judged.correction.value->resolved())
    return usage("the corrected value has no number", "--value 5.5e9");
  return std::nullopt;
}

std::optional<StoredClaim> read_one(Connection& connection, std::int64_t claim) {
  auto row = connection.query(kSelectClaim + "WHERE claim.id = ?1");
  if (!row.bind(claim).step()) return std::nullopt;
  return read_claim(row);
}

std::int64_t review_of(Connection& connection, std::int64_t claim) {
  auto row = connection.query("SELECT review_id FROM claim_review WHERE claim_id = ?1");
  return row.bind(claim).step() ? row.integer(0) : 0;
}

std::vector<std::int64_t> claims_with(Connection& connection, std::int64_t review) {
  std::vector<std::int64_t> claims;
  auto row = connection.query("SELECT claim_id FROM claim_review WHERE review_id = ?1");
  row.bind(review);
  while (row.step()) claims.push_back(row.integer(0));
  return claims;
}

void set_state(Connection& connection, std::int64_t review, std::string_view state) {
  connection.query("UPDATE review SET state = ?2 WHERE id = ?1").bind(review, state).run();
}

// In the words of the rules: of a claim that had been corrected before, what they had read.
std::int64_t write_review(Connection& connection, std::int64_t claim, const Judged& judged,
                          std::optional<std::int64_t> replaces, Time now) {
  const auto& correction = judged.correction;
  auto query = connection.query(
      "INSERT INTO review (article_id, revision_id, value_begin, value_end, surface, sentence, metric, role,"
      " subject_entity, judgement, note, reviewer, reviewed_at, replaces, new_subject,"
      " new_metric, new_role, new_modality, value_min, value_max, min_coefficient, min_exponent,"
      " max_coefficient, max_exponent, unit, qualifier, period_from, period_to, period_unit)"
      " SELECT revision.article_id, revision.id, claim.value_begin, claim.value_end, claim.surface,"
      " sentence.text, claim.metric, claim.role, company.entity, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
      " ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21"
      " FROM claim JOIN revision ON revision.id = claim.revision_id"
      " JOIN sentence ON sentence.id = claim.sentence_id LEFT JOIN company ON company.id = claim.subject_id"
      " WHERE claim.id = ?1");
  query.bind(claim, word(judged.judgement), judged.note, judged.reviewer, utc(now), replaces,
             correction.subject);
  if (correction.metric) query.bind_at(8, word(*correction.metric));
  if (correction.role) query.bind_at(9, word(*correction.role));
  if (correction.modality) query.bind_at(10, word(*correction.modality));
  if (const auto& value = correction.value) {
    if (value->min)
      query.bind_at(11, value->min->to_double()), query.bind_at(13, value->min->coefficient),
          query.bind_at(14, value->min->exponent);
    if (value->max)
      query.bind_at(12, value->max->to_double()), query.bind_at(15, value->max->coefficient),
          query.bind_at(16, value->max->exponent);
    query.bind_at(18, word(value->qualifier));
  }
  query.bind_at(17, std::string_view(correction.unit));
  if (const auto& period = correction.period) {
    query.bind_at(19, period->from), query.bind_at(20, period->to);
    query.bind_at(21, word(period->granularity));
  }
  query.run();
  return connection.database.getLastInsertRowid();
}

// One correction goes on with the one before it: what this does not name stays as that said. A new figure
// brings its unit along.
void keep_corrected_before(Connection& connection, std::int64_t review, std::int64_t before) {
  connection
      .query(
          "UPDATE review SET"
          " new_subject = coalesce(review.new_subject, before.new_subject),"
          " new_metric = coalesce(review.new_metric, before.new_metric),"
          " new_role = coalesce(review.new_role, before.new_role),"
          " new_modality = coalesce(review.new_modality, before.new_modality),"
          " value_min = iif(review.qualifier IS NULL, before.value_min, review.value_min),"
          " value_max = iif(review.qualifier IS NULL, before.value_max, review.value_max),"
          " min_coefficient = iif(review.qualifier IS NULL, before.min_coefficient, review.min_coefficient),"
          " min_exponent = iif(review.qualifier IS NULL, before.min_exponent, review.min_exponent),"
          " max_coefficient = iif(review.qualifier IS NULL, before.max_coefficient, review.max_coefficient),"
          " max_exponent = iif(review.qualifier IS NULL, before.max_exponent, review.max_exponent),"
          " qualifier = coalesce(review.qualifier, before.qualifier),"
          " unit = iif(review.qualifier IS NULL, coalesce(review.unit, before.unit), review.unit),"
          " period_from = iif(review.period_unit IS NULL, before.period_from, review.period_from),"
          " period_to = iif(review.period_unit IS NULL, before.period_to, review.period_to),"
          " period_unit = coalesce(review.period_unit, before.period_unit)"
          " FROM review AS before"
          " WHERE review.id = ?1 AND before.id = ?2 AND before.judgement = 'correct'")
      .bind(review, before)
      .run();
}

// Which parts a review corrects, in words.
void note_corrected_fields(Connection& connection, std::int64_t review) {
  connection
      .query(
          "UPDATE review SET corrected_fields = nullif(trim(iif(new_subject IS NULL, '', 'subject ')"
          " || iif(new_metric IS NULL, '', 'metric ') || iif(qualifier IS NULL, '', 'value ')"
          " || iif(unit IS NULL, '', 'unit ') || iif(new_role IS NULL, '', 'role ')"
          " || iif(new_modality IS NULL, '', 'modality ') || iif(period_unit IS NULL, '', 'period')), '')"
          " WHERE id = ?1")
      .bind(review)
      .run();
}

void compare_article_again(Connection& connection, std::int64_t claim) {
  auto row = connection.query(
      "SELECT revision.id FROM claim JOIN revision ON revision.id = claim.revision_id"
      " WHERE claim.id = ?1 AND revision.live");
  if (!row.bind(claim).step()) return;
  compare_again(connection, {row.integer(0)});
}

StoredReview read_review(Connection& connection, const Query& row) {
  StoredReview review;
  review.id = row.integer(0);
  review.mark = {.judgement = judgement(row.text(1)).value_or(Judgement::accept),
                 .reviewer = row.text(2),
                 .reviewed_at = row.text(3),
                 .note = row.text(4),
                 .fields = row.text(5)};
  review.article = row.integer(6);
  review.surface = row.text(7);
  review.sentence = row.text(8);
  review.metric = row.text(9);
  review.outlet = row.text(10);
  review.url = row.text(11);
  review.published = row.day(12);
  if (!row.is_null(13)) review.claim = read_one(connection, row.integer(13));
  return review;
}

}  // namespace

Result<StoredClaim> review(Database& database, std::int64_t claim, const Judged& judged, Time now) {
  return guarded(database, fmt::format("keep the review of c{}", claim), [&]() -> Result<StoredClaim> {
    if (const auto error = why_not(judged)) return *error;
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    if (!read_one(connection, claim)) return no_such_claim(claim);
    std::vector<std::int64_t> claims{claim};
    std::optional<std::int64_t> replaces;
    if (const auto before = review_of(connection, claim)) {
      replaces = before;
      claims = claims_with(connection, before);
      for (const auto each : claims) detach_review(connection, each);
      set_state(connection, before, "replaced");
    }
    const auto id = write_review(connection, claim, judged, replaces, now);
    if (replaces && judged.judgement == Judgement::correct) keep_corrected_before(connection, id, *replaces);
    note_corrected_fields(connection, id);
    for (const auto each : claims) attach_review(connection, id, each);
    compare_article_again(connection, claim);
    auto standing = read_one(connection, claim);
    transaction.commit();
    return std::move(*standing);
  });
}

Result<StoredClaim> undo_review(Database& database, std::int64_t claim) {
  return guarded(database, fmt::format("undo the review of c{}", claim), [&]() -> Result<StoredClaim> {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    if (!read_one(connection, claim)) return no_such_claim(claim);
    const auto review = review_of(connection, claim);
    if (!review)
      return usage(fmt::format("there is no review of c{} to undo", claim), "gegenprobe review, for a list");
    const auto claims = claims_with(connection, review);
    for (const auto each : claims) detach_review(connection, each);
    set_state(connection, review, "undone");
    auto before = connection.query("SELECT replaces FROM review WHERE id = ?1");
    if (before.bind(review).step() && !before.is_null(0)) {
      set_state(connection, before.integer(0), "standing");
      for (const auto each : claims) attach_review(connection, before.integer(0), each);
    }
    compare_article_again(connection, claim);
    auto standing = read_one(connection, claim);
    transaction.commit();
    return std::move(*standing);
  });
}

// kSelectClaim on claims as they would be without the correction.
constexpr std::string_view kUncorrected =
    "WITH claim AS (SELECT base.id, base.revision_id, base.extraction_id, base.sentence_id, base.live,"
    " base.variant, base.counterparty_id, base.kind, base.currency_basis, base.status, base.attribution,"
    " base.surface, base.value_begin, base.value_end, base.byte_begin, base.flags, base.rule, "
    "base.confidence,"
    " read.subject_id, read.metric, read.role, read.modality, read.min_coefficient, read.min_exponent,"
    " read.max_coefficient, read.max_exponent, read.unit, read.qualifier, read.period_from, read.period_to,"
    " read.period_unit, read.period_fiscal, read.period_text"
    " FROM main.claim AS base JOIN claim_reading AS read ON read.claim_id = base.id WHERE base.id = ?1) ";

Result<std::optional<extract::Claim>> find_reading(Database& database, std::int64_t claim) {
  return guarded(database, fmt::format("read what c{} was", claim), [&]() -> std::optional<extract::Claim> {
    auto row = database.connection().query(std::string(kUncorrected) + kSelectClaim);
    if (!row.bind(claim).step()) return std::nullopt;
    return read_claim(row).claim;
  });
}

Result<std::vector<StoredReview>> find_reviews(Database& database, const ReviewFilter& filter) {
  return guarded(database, "look for reviews", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    Where where;
    where.add("review.state = 'standing'");
    if (filter.judgement) where.add("review.judgement = ?", word(*filter.judgement));
    if (!filter.reviewer.empty()) where.add("review.reviewer = ?", std::string_view(filter.reviewer));
    auto row = connection.query(
        "SELECT review.id, review.judgement, review.reviewer, review.reviewed_at, review.note,"
        " review.corrected_fields, review.article_id, review.surface, review.sentence, review.metric,"
        " outlet.name, article.url, article.published,"
        " (SELECT max(claim_id) FROM claim_review JOIN claim ON claim.id = claim_id"
        "  JOIN revision ON revision.id = claim.revision_id AND revision.live WHERE review_id = review.id"
        "  AND claim.extraction_id = (SELECT max(id) FROM extraction WHERE revision_id = revision.id))"
        " FROM review JOIN article ON article.id = review.article_id LEFT JOIN outlet ON outlet.id = "
        "article.outlet_id " +
        where.sql() + " ORDER BY review.id DESC LIMIT ? OFFSET ?");
    where.bind(row, limit_of(filter.limit), filter.offset);
    std::vector<StoredReview> reviews;
    while (row.step()) reviews.push_back(read_review(connection, row));
    return reviews;
  });
}

Result<std::vector<std::int64_t>> reviewed_articles(Database& database) {
  return guarded(database, "look for reviewed articles", [&] {
    auto row = database.connection().query(
        "SELECT DISTINCT revision.article_id FROM claim_review JOIN claim ON claim.id = claim_review.claim_id"
        " JOIN revision ON revision.id = claim.revision_id AND revision.live ORDER BY revision.article_id");
    std::vector<std::int64_t> articles;
    while (row.step()) articles.push_back(row.integer(0));
    return articles;
  });
}

Result<std::optional<GoldArticle>> gold_article(Database& database, std::int64_t article) {
  auto found = find_article(database, article);
  if (!found) return found.error();
  if (!*found) return std::optional<GoldArticle>();
  auto rejected = find_claims(database, {.article = article, .judgement = Judgement::reject, .limit = 0});
  if (!rejected) return rejected.error();
  GoldArticle gold{.article = std::move(**found), .rejected = std::move(*rejected)};
  auto& claims = gold.article.claims;
  gold.partial = std::erase_if(claims, [](const StoredClaim& claim) { return !claim.review; }) > 0;
  return std::optional(std::move(gold));
}

}  // namespace gegenprobe::store
