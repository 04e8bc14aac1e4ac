#include "store/company_lists.h"

#include <algorithm>

#include "store/connection.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/near_words.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

constexpr std::size_t kNamesLookedAt = 400;
constexpr std::int64_t kSmallDatabase = 200'000;  // claims; up to here counting takes a few milliseconds

std::size_t size(const Query& row, int column) { return static_cast<std::size_t>(row.integer(column)); }

// All that begins with `key`, as an upper end for an index: no name holds the last code point there is.
std::string after_all(const std::string& key) { return key + "\xF4\x8F\xBF\xBF"; }

void add_suggestions(Connection& connection, const std::string& key, std::vector<CompanySuggestion>& found) {
  auto row = connection.query(
      "SELECT company.entity, company.name, company_name.name, company.wikidata,"
      " (SELECT claims FROM company_claims WHERE company_claims.company_id = company.id)"
      " FROM company_name JOIN company ON company.id = company_name.company_id"
      " WHERE company_name.folded >= ?1 AND company_name.folded < ?2 LIMIT ?3");
  row.bind(key, after_all(key), kNamesLookedAt);
  while (row.step()) {
    const std::string entity = row.text(0);
    if (std::ranges::find(found, entity, &CompanySuggestion::entity) != found.end()) continue;
    found.push_back({entity, row.text(1), row.text(2), size(row, 4), row.text(3)});
  }
}

// ---- large databases -----------------------------------------------------------------------------------

std::vector<std::int64_t> most_claims(Connection& connection, std::size_t limit, std::size_t offset) {
  auto row = connection.query(
      "SELECT company_id FROM company_claims WHERE claims > 0 ORDER BY claims DESC LIMIT ?1 OFFSET ?2");
  row.bind(limit, offset);
  std::vector<std::int64_t> ids;
  while (row.step()) ids.push_back(row.integer(0));
  return ids;
}

std::vector<std::int64_t> named(Connection& connection, const std::string& name) {
  std::vector<CompanySuggestion> found;
  for (const auto& spelling : spelling_variants(name)) add_suggestions(connection, fold(spelling), found);
  std::ranges::stable_sort(found, std::greater{}, &CompanySuggestion::claims);
  std::vector<std::int64_t> ids;
  for (const auto& each : found) {
    auto row = connection.query("SELECT id FROM company WHERE entity = ?1");
    if (row.bind(each.entity).step()) ids.push_back(row.integer(0));
  }
  return ids;
}

// With what older versions of an article said.
CompanyRow read_counted(Connection& connection, std::int64_t id) {
  auto row = connection.query(
      "SELECT id, entity, name, wikidata, lei, ticker, claims, mentions, texts FROM company"
      " LEFT JOIN company_claims ON company_claims.company_id = company.id"
      " LEFT JOIN company_mentions ON company_mentions.company_id = company.id WHERE id = ?1");
  if (!row.bind(id).step()) return {};
  return {.id = row.integer(0),
          .entity = row.text(1),
          .name = row.text(2),
          .wikidata = row.text(3),
          .lei = row.text(4),
          .ticker = row.text(5),
          .articles = size(row, 8),
          .mentions = size(row, 7),
          .claims = size(row, 6)};
}

}  // namespace

Result<std::vector<CompanySuggestion>> suggest_companies(Database& database, std::string_view typed,
                                                         std::size_t limit) {
  return guarded(database, "look for companies", [&] {
    std::vector<CompanySuggestion> found;
    for (const auto& spelling : spelling_variants(typed)) {
      // What is a legal form only when the name ends there may be the beginning of a longer word: "S", "A".
      const auto key = fold(spelling);
      if (!key.empty()) add_suggestions(database.connection(), key, found);
    }
    std::ranges::stable_sort(found, std::greater{}, &CompanySuggestion::claims);
    found.resize(std::min(found.size(), limit));
    return found;
  });
}

Result<std::vector<std::string>> similar_companies(Database& database, std::string_view typed,
                                                   std::size_t limit) {
  return guarded(database, "look for companies", [&] {
    struct Near {
      std::size_t slips, claims;
      std::string name;
    };
    const auto key = name_key(typed);
    const auto most = slips_of_typing(key.size());
    std::vector<Near> found;
    auto row = database.connection().query(
        "SELECT company_name.folded, company.name, company_claims.claims FROM company_name"
        " JOIN company ON company.id = company_name.company_id"
        " JOIN company_claims ON company_claims.company_id = company.id AND company_claims.claims > 0");
    while (row.step()) {
      const auto folded = row.text(0);
      const bool goes_on = key.size() > 2 && folded.starts_with(key + " ");
      const bool may_be_near = folded.size() <= key.size() + most && key.size() <= folded.size() + most;
      const auto slips = may_be_near ? slips_between(key, folded) : most + 1;
      if (slips == 0) return std::vector<std::string>();
      if (slips <= most || goes_on) found.push_back({std::min(slips, most + 1), size(row, 2), row.text(1)});
    }
    std::ranges::stable_sort(found, {}, [](const Near& near) {
      return std::pair(near.slips, -static_cast<std::int64_t>(near.claims));
    });
    std::vector<std::string> names;
    for (auto& near : found)
      if (names.size() < limit && std::ranges::find(names, near.name) == names.end())
        names.push_back(std::move(near.name));
    return names;
  });
}

Result<std::size_t> count_companies(Database& database) {
  return guarded(database, "count companies", [&] {
    return static_cast<std::size_t>(database.connection().number("SELECT max(id) FROM company"));
  });
}

Result<std::vector<CompanyRow>> list_companies(Database& database, const std::string& name, std::size_t limit,
                                               std::size_t offset) {
  std::int64_t claims = 0;
  const auto looked = guarded(database, "look for companies", [&] {
    claims = database.connection().number("SELECT max(id) FROM claim");
    return Done{};
  });
  if (!looked) return looked.error();
  if (claims <= kSmallDatabase)
    return find_companies(database, {.name = name, .limit = limit, .offset = offset});
  return guarded(database, "look for companies", [&]() -> Result<std::vector<CompanyRow>> {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    std::vector<std::int64_t> ids;
    if (name.empty()) {
      ids = most_claims(connection, limit, offset);
    } else {
      ids = named(connection, name);
      ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(offset, ids.size())));
      ids.resize(std::min(ids.size(), limit));
    }
    std::vector<CompanyRow> rows;
    rows.reserve(ids.size());
    for (const auto id : ids) rows.push_back(read_counted(connection, id));
    return rows;
  });
}

Result<std::optional<CompanyProfile>> company_profile(Database& database, std::string_view entity) {
  return guarded(database, "read a company", [&]() -> std::optional<CompanyProfile> {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    CompanyProfile found;
    auto row =
        connection.query("SELECT id, entity, name, wikidata, lei, ticker FROM company WHERE entity = ?1");
    if (!row.bind(entity).step()) return std::nullopt;
    auto& company = found.row;
    company = {.id = row.integer(0),
               .entity = row.text(1),
               .name = row.text(2),
               .wikidata = row.text(3),
               .lei = row.text(4),
               .ticker = row.text(5)};
    auto counts = connection.query("SELECT texts, mentions FROM company_mentions WHERE company_id = ?1");
    if (counts.bind(company.id).step())
      company.articles = size(counts, 0), company.mentions = size(counts, 1);
    auto name = connection.query("SELECT name FROM company_name WHERE company_id = ?1 ORDER BY name");
    name.bind(company.id);
    while (name.step()) found.names.push_back(name.text(0));
    auto metric = connection.query(
        "SELECT metric, unit, claims FROM company_figures WHERE company_id = ?1 AND claims > 0"
        " ORDER BY claims DESC, metric, unit");
    metric.bind(company.id);
    while (metric.step()) {
      found.metrics.push_back({metric.text(0), metric.text(1), size(metric, 2)});
      company.claims += found.metrics.back().claims;
    }
    return found;
  });
}

Result<QuickStatistics> quick_statistics(Database& database) {
  std::int64_t claims = 0;
  const auto looked = guarded(database, "count what is in it", [&] {
    claims = database.connection().number("SELECT max(id) FROM claim");
    return Done{};
  });
  if (!looked) return looked.error();
  if (claims <= kSmallDatabase) {
    auto exact = statistics(database);
    if (!exact) return exact.error();
    return QuickStatistics{*exact, true};
  }
  return guarded(database, "count what is in it", [&] {
    auto row = database.connection().query(
        "SELECT (SELECT count(*) FROM outlet), (SELECT max(id) FROM article), (SELECT max(id) FROM revision),"
        " (SELECT max(id) FROM mention), (SELECT max(id) FROM claim), (SELECT max(id) FROM company),"
        " (SELECT count(*) FROM (SELECT 1 FROM comparison WHERE verdict IN ('scale_suspect', 'contradicts', "
        "'differs') LIMIT "
        "100000)),"
        " (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size),"
        " (SELECT min(published) FROM article), (SELECT max(published) FROM article)");
    row.step();
    QuickStatistics known;
    known.outlets = size(row, 0), known.articles = size(row, 1), known.revisions = size(row, 2);
    known.mentions = size(row, 3), known.claims = size(row, 4), known.companies = size(row, 5);
    known.conflicts = size(row, 6), known.size_bytes = size(row, 7);
    known.first_published = row.day(8), known.last_published = row.day(9);
    known.exact = false;
    return known;
  });
}

}  // namespace gegenprobe::store
