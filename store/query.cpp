#include "store/query.h"

#include <fmt/format.h>

#include <set>

#include "store/claim_row.h"
#include "store/connection.h"
#include "store/fold.h"
#include "store/full_text.h"
#include "store/guarded.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

// ---- filters -------------------------------------------------------------------------------------------

bool is_of_calendar_years(const DayRange& range) {
  const auto begins_year = [](Day day) {
    const std::chrono::year_month_day date(day);
    return date.month() == std::chrono::January && date.day() == std::chrono::day(1);
  };
  return begins_year(range.from) && begins_year(range.to);
}

Error unreadable_period(const std::string& period) {
  return {Error::Kind::usage, fmt::format("'{}' is no period", period),
          "for example 2024, 2024-Q3, 2024-H1, 2024-07, 2022..2024"};
}
void add_value(Where& where, const ClaimFilter& filter) {
  if (filter.min) where.add("coalesce(claim.value_min, claim.value_max) >= ?", *filter.min);
  if (filter.max) where.add("coalesce(claim.value_max, claim.value_min) <= ?", *filter.max);
}

Result<Where> where_of(Connection& connection, const ClaimFilter& filter) {
  Where where;
  if (filter.judgement)
    where.add(
        "claim.id IN (SELECT claim_id FROM claim_review JOIN review ON review.id = review_id WHERE "
        "judgement = ?)",
        word(*filter.judgement));
  if (filter.reviewed)
    where.add(*filter.reviewed ? "claim.id IN (SELECT claim_id FROM claim_review)"
                               : "claim.id NOT IN (SELECT claim_id FROM claim_review)");
  if (filter.corroborated)
    where.add(*filter.corroborated
                  ? "EXISTS (SELECT 1 FROM corroboration WHERE corroboration.claim_id = claim.id)"
                  : "NOT EXISTS (SELECT 1 FROM corroboration WHERE corroboration.claim_id = claim.id)");
  if (filter.judgement == Judgement::reject && !filter.older)
    where.add(
        "revision.live AND claim.extraction_id = (SELECT max(id) FROM extraction WHERE revision_id = "
        "revision.id)");
  else if (!filter.older)
    where.add("claim.live");
  if (filter.article)
    where.add("claim.revision_id IN (SELECT id FROM revision WHERE article_id = ?)", *filter.article);
  if (filter.claim) where.add("claim.id = ?", *filter.claim);
  if (filter.after) where.add("claim.id > ?", *filter.after);
  if (!filter.company.empty()) add_company(where, connection, "claim.subject_id", filter.company);
  if (filter.metric) where.add("claim.metric = ?", word(*filter.metric));
  if (!filter.period.empty()) {
    const auto range = parse_period(filter.period);
    if (!range) return unreadable_period(filter.period);
    // Whatever begins in time ends behind that: said, so that an index is read from there on.
    // «2024» of a firm whose business year ends in September is the year that ends then.
    if (is_of_calendar_years(*range))
      where.add(
          "(claim.period_from >= ? OR (claim.period_from > ? AND julianday(claim.period_to) - "
          "julianday(claim.period_from) BETWEEN 350 AND 380)) AND claim.period_to <= ? AND claim.period_to > "
          "?",
          range->from, range->from - std::chrono::days(366), range->to, range->from);
    else
      where.add("claim.period_from >= ? AND claim.period_to <= ? AND claim.period_to > ?", range->from,
                range->to, range->from);
  }
  if (!filter.outlet.empty()) where.add("outlet.folded = ?", fold(filter.outlet));
  add_value(where, filter);
  if (!filter.unit.empty()) where.add("lower(claim.unit) = ?", fold(filter.unit));
  if (filter.min_confidence) where.add("claim.confidence >= ?", *filter.min_confidence);
  if (filter.modality) where.add("claim.modality = ?", word(*filter.modality));
  if (filter.since) where.add("claim.published >= ?", *filter.since);
  if (!filter.language.empty()) where.add("article.language = ?", filter.language);
  if (!filter.flag.empty()) where.add("' ' || claim.flags || ' ' LIKE ?", "% " + filter.flag + " %");
  if (!filter.text.empty()) {
    const auto text = full_text_query(filter.text);
    if (text.empty()) return unreadable_text(filter.text);
    where.add("claim.sentence_id IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)", text);
  }
  return where;
}

std::size_t size(const Query& row, int column) { return static_cast<std::size_t>(row.integer(column)); }

}  // namespace

std::string_view claims_from(const ClaimFilter& filter) {
  const bool articles = filter.article || filter.judgement == Judgement::reject || !filter.outlet.empty() ||
                        !filter.language.empty();
  return articles
             ? " FROM claim CROSS JOIN revision ON revision.id = claim.revision_id CROSS JOIN article ON "
               "article.id = revision.article_id LEFT JOIN outlet ON outlet.id = article.outlet_id "
             : " FROM claim ";
}

Result<Where> claim_where(Connection& connection, const ClaimFilter& filter) {
  return where_of(connection, filter);
}

// By name as people write it: without legal form, in any case, with ue for ü.
void add_company(Where& where, Connection& connection, std::string_view column, std::string_view company) {
  std::set<std::int64_t> ids;
  const auto add = [&](Query& row) {
    while (row.step()) ids.insert(row.integer(0));
  };
  auto by_entity = connection.query(
      "SELECT id FROM company WHERE entity = ?1 UNION SELECT company.id FROM company_decision JOIN company"
      " ON company.entity = company_entity WHERE other_entity = ?1 AND kind = 'merge' AND undone_at IS NULL");
  add(by_entity.bind(company));
  for (const auto& spelling : spelling_variants(company)) {
    auto by_name = connection.query("SELECT company_id FROM company_name WHERE folded = ?1");
    add(by_name.bind(name_key(spelling)));
  }
  where.add(fmt::format("{} IN ({})", column, fmt::join(ids, ",")));
}

Result<std::vector<StoredClaim>> find_claims(Database& database, const ClaimFilter& filter) {
  return guarded(database, "look for claims", [&]() -> Result<std::vector<StoredClaim>> {
    auto& connection = database.connection();
    const auto where = where_of(connection, filter);
    if (!where) return where.error();
    // Ids first: what is sorted, or left out by an offset, is not read whole.
    auto row =
        connection.query("SELECT claim.id" + std::string(claims_from(filter)) + where->sql() +
                         " ORDER BY claim.published DESC, claim.revision_id DESC, claim.id LIMIT ? OFFSET ?");
    where->bind(row, limit_of(filter.limit), filter.offset);
    std::vector<StoredClaim> claims;
    while (row.step()) {
      auto whole = connection.query(kSelectClaim + "WHERE claim.id = ?1");
      if (whole.bind(row.integer(0)).step()) claims.push_back(read_claim(whole));
    }
    return claims;
  });
}

Result<std::size_t> count_claims(Database& database, const ClaimFilter& filter) {
  return guarded(database, "count claims", [&]() -> Result<std::size_t> {
    auto& connection = database.connection();
    const auto where = where_of(connection, filter);
    if (!where) return where.error();
    auto row = connection.query("SELECT count(*)" + std::string(claims_from(filter)) + where->sql());
    where->bind(row);
    return row.step() ? size(row, 0) : 0;
  });
}

Result<std::vector<CompanyRow>> find_companies(Database& database, const CompanyFilter& filter) {
  return guarded(database, "look for companies", [&] {
    Where where;
    // One that was merged into another has no name left.
    where.add("EXISTS (SELECT 1 FROM company_name WHERE company_name.company_id = company.id)");
    if (!filter.name.empty()) {
      const auto key = name_key(filter.name);
      where.add(
          "company.id IN (SELECT company_id FROM company_name WHERE instr(' ' || folded, ' ' || ?) > 0)",
          key);
    }
    auto row = database.connection().query(
        "SELECT company.id, company.entity, company.name, company.wikidata, company.lei, company.ticker,"
        " (SELECT count(DISTINCT mention.revision_id) FROM mention JOIN revision ON revision.id = "
        "mention.revision_id AND revision.live"
        "  WHERE mention.company_id = company.id),"
        " (SELECT count(*) FROM mention JOIN revision ON revision.id = mention.revision_id AND revision.live"
        "  WHERE mention.company_id = company.id),"
        " shown.claims FROM (SELECT company.id AS id, coalesce(company_claims.claims, 0) AS claims FROM "
        "company"
        "  LEFT JOIN company_claims ON company_claims.company_id = company.id " +
        where.sql() +
        "  ORDER BY claims DESC, company.name LIMIT ? OFFSET ?) AS shown JOIN company ON company.id = "
        "shown.id"
        " ORDER BY shown.claims DESC, company.name");
    where.bind(row, limit_of(filter.limit), filter.offset);
    std::vector<CompanyRow> companies;
    while (row.step())
      companies.push_back({.id = row.integer(0),
                           .entity = row.text(1),
                           .name = row.text(2),
                           .wikidata = row.text(3),
                           .lei = row.text(4),
                           .ticker = row.text(5),
                           .articles = size(row, 6),
                           .mentions = size(row, 7),
                           .claims = size(row, 8)});
    return companies;
  });
}

Result<Statistics> statistics(Database& database) {
  return guarded(database, "count what is in it", [&] {
    auto row = database.connection().query(
        "SELECT (SELECT count(*) FROM outlet), (SELECT count(*) FROM article), (SELECT count(*) FROM "
        "revision),"
        " (SELECT count(*) FROM mention"
        "  JOIN revision ON revision.id = mention.revision_id AND revision.live),"
        " (SELECT count(*) FROM mention"
        "  JOIN revision ON revision.id = mention.revision_id AND revision.live"
        "  WHERE mention.kind IN ('money', 'percent', 'quantity')"
        "  AND value_min IS NULL AND value_max IS NULL),"
        " (SELECT count(*) FROM claim WHERE live), (SELECT count(*) FROM company),"
        " (SELECT count(*) FROM v_conflict),"
        " (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size),"
        " (SELECT min(published) FROM article), (SELECT max(published) FROM article)");
    row.step();
    return Statistics{.outlets = size(row, 0),
                      .articles = size(row, 1),
                      .revisions = size(row, 2),
                      .mentions = size(row, 3),
                      .unresolved = size(row, 4),
                      .claims = size(row, 5),
                      .companies = size(row, 6),
                      .conflicts = size(row, 7),
                      .size_bytes = size(row, 8),
                      .first_published = row.day(9),
                      .last_published = row.day(10)};
  });
}

}  // namespace gegenprobe::store
