#include "store/claim_lists.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "store/claim_row.h"
#include "store/connection.h"
#include "store/guarded.h"
#include "store/where.h"

// Ids first, from the indexes of `claim` alone where the filter allows it; the rows that are shown are then
// read one by one.
namespace gegenprobe::store {
namespace {

constexpr std::chrono::milliseconds kCountTime{100}, kListTime{5'000}, kFacetTime{100};
constexpr std::size_t kFacetValues = 20;

constexpr std::string_view kClaimsInArticles =
    " FROM claim JOIN revision ON revision.id = claim.revision_id JOIN article ON article.id = "
    "revision.article_id"
    " LEFT JOIN outlet ON outlet.id = article.outlet_id ";

std::string_view order_by(ClaimOrder order) {
  switch (order) {
    case ClaimOrder::newest:
      return " ORDER BY claim.published DESC, claim.revision_id DESC, claim.id";
    case ClaimOrder::oldest:
      return " ORDER BY claim.published, claim.revision_id, claim.id DESC";
    case ClaimOrder::last_added:
      return " ORDER BY claim.id DESC";
    case ClaimOrder::first_added:
      return " ORDER BY claim.id";
    case ClaimOrder::largest:
      return " ORDER BY claim.value_max DESC, claim.id DESC";
    case ClaimOrder::smallest:
      return " ORDER BY claim.value_max IS NULL, claim.value_max, claim.id DESC";
    case ClaimOrder::last_period:
      return " ORDER BY claim.period_to DESC, claim.id DESC";
    case ClaimOrder::first_period:
      return " ORDER BY claim.period_to IS NULL, claim.period_to, claim.id DESC";
  }
  return "";
}

/// A limit for as long as it stands: one that is left behind would end a later question of the same
/// connection.
class TimeLimit {
 public:
  TimeLimit(Database& database, std::chrono::milliseconds time) : database_(database) {
    limit_time(database, time);
  }
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;
  ~TimeLimit() { limit_time(database_, std::chrono::milliseconds{0}); }

 private:
  Database& database_;
};

// What was read before the time was up; `done` tells whether that is all.
template <class Read>
bool read_in_time(Database& database, std::chrono::milliseconds time, Query& row, Read read) {
  limit_time(database, time);
  try {
    while (row.step()) read(row);
  } catch (const SQLite::Exception& exception) {
    limit_time(database, kListTime);
    if (exception.getErrorCode() != SQLITE_INTERRUPT) throw;
    return false;
  }
  limit_time(database, kListTime);
  return true;
}

std::vector<std::int64_t> find_ids(Connection& connection, const ClaimFilter& filter, const Where& where,
                                   ClaimOrder order) {
  auto row = connection.query("SELECT claim.id" + std::string(claims_from(filter)) + where.sql() +
                              std::string(order_by(order)) + " LIMIT ? OFFSET ?");
  where.bind(row, filter.limit, filter.offset);
  std::vector<std::int64_t> ids;
  while (row.step()) ids.push_back(row.integer(0));
  return ids;
}

void count(Database& database, const ClaimFilter& filter, const Where& where, std::size_t most,
           ClaimList& list) {
  const std::size_t shown = filter.offset + list.claims.size();
  if (list.claims.size() < filter.limit && (!list.claims.empty() || filter.offset == 0)) {
    list.counted = shown;
    return;
  }
  auto row =
      database.connection().query("SELECT 1" + std::string(claims_from(filter)) + where.sql() + " LIMIT ?");
  where.bind(row, most);
  std::size_t counted = 0;
  const bool done = read_in_time(database, kCountTime, row, [&](const Query&) { ++counted; });
  list.counted = std::max(counted, shown);
  list.exact = done && counted < most;
}

std::vector<StoredClaim> read_claims(Connection& connection, const std::vector<std::int64_t>& ids) {
  std::vector<StoredClaim> claims;
  for (const auto id : ids) {
    auto row = connection.query(kSelectClaim + "WHERE claim.id = ?1");
    if (row.bind(id).step()) claims.push_back(read_claim(row));
  }
  return claims;
}

std::optional<CompanyName> find_company(Connection& connection, std::string_view company) {
  Where where;
  add_company(where, connection, "company.id", company);
  auto row =
      connection.query("SELECT company.entity, company.name FROM company " + where.sql() +
                       " ORDER BY (SELECT claims FROM company_claims WHERE company_claims.company_id = "
                       "company.id) DESC,"
                       " company.id LIMIT 1");
  where.bind(row);
  if (!row.step()) return std::nullopt;
  return CompanyName{row.text(0), row.text(1)};
}

// ---- facets --------------------------------------------------------------------------------------------

using Counts = std::unordered_map<std::string, std::size_t>;

constexpr std::string_view kFacets[] = {"company", "metric", "outlet",  "modality",
                                        "unit",    "year",   "language"};
constexpr std::string_view kFacetColumns =
    "SELECT claim.subject_id, claim.metric, article.outlet_id, claim.modality, claim.unit, "
    "substr(claim.period_from, 1, 4),"
    " article.language";

FacetValue named(Connection& connection, std::string_view facet, const std::string& value,
                 std::size_t count) {
  if (facet == "company") {
    auto row = connection.query("SELECT entity, name FROM company WHERE id = ?1");
    if (row.bind(std::stoll(value)).step()) return {row.text(0), row.text(1), count};
  } else if (facet == "outlet") {
    auto row = connection.query("SELECT name FROM outlet WHERE id = ?1");
    if (row.bind(std::stoll(value)).step()) return {row.text(0), row.text(0), count};
  }
  return {value, value, count};
}

Facet facet_of(Connection& connection, std::string_view name, const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::sort(sorted, [](const auto& a, const auto& b) {
    return std::pair(b.second, a.first) < std::pair(a.second, b.first);
  });
  sorted.resize(std::min(sorted.size(), kFacetValues));
  Facet facet{name, {}};
  for (const auto& [value, number] : sorted) facet.values.push_back(named(connection, name, value, number));
  return facet;
}

// ---- figures of a company ------------------------------------------------------------------------------

// The metric and unit with most claims, of those that fit; false where there is none.
bool find_most_common(Connection& connection, std::string_view entity, std::optional<extract::Metric> metric,
                      const std::string& unit, Figures& found) {
  Where where;
  add_company(where, connection, "company_id", entity);
  where.add("claims > 0");
  if (metric) where.add("metric = ?", word(*metric));
  if (!unit.empty()) where.add("unit = ?", unit);
  auto row =
      connection.query("SELECT metric, unit FROM company_figures " + where.sql() +
                       " GROUP BY 1, 2 ORDER BY unit = '%' OR metric = 'other', sum(claims) DESC LIMIT 1");
  where.bind(row);
  if (!row.step()) return false;
  found.metric = extract::metric(row.text(0)).value_or(extract::Metric::other);
  found.unit = row.text(1);
  return true;
}

/// Without a period or not, its begin, the day of publication, the claim: as they are shown.
using Placed = std::tuple<bool, std::string, std::string, std::int64_t>;

// Of many, those whose period ends last, read in the order of an index; then those without a period.
std::vector<Placed> newest_periods(Connection& connection, const Where& where, std::size_t most) {
  std::vector<Placed> placed;
  for (const auto* order : {" AND claim.period_to IS NOT NULL ORDER BY claim.period_to DESC LIMIT ?",
                            " AND claim.period_to IS NULL LIMIT ?"}) {
    auto row = connection.query("SELECT claim.id, claim.period_from, claim.published FROM claim " +
                                where.sql() + order);
    where.bind(row, most - placed.size());
    while (row.step()) placed.emplace_back(row.is_null(1), row.text(1), row.text(2), row.integer(0));
  }
  return placed;
}

}  // namespace

bool has_order(const ClaimFilter& filter, ClaimOrder order) {
  return order <= ClaimOrder::first_added || !filter.company.empty() || filter.article;
}

Result<std::optional<CompanyName>> company_named(Database& database, std::string_view company) {
  return guarded(database, "look for a company",
                 [&] { return find_company(database.connection(), company); });
}

Result<ClaimList> list_claims(Database& database, const ClaimFilter& filter, ClaimOrder order,
                              std::size_t most) {
  return guarded(database, "look for claims", [&]() -> Result<ClaimList> {
    auto& connection = database.connection();
    const TimeLimit limit(database, kListTime);
    SQLite::Transaction snapshot(connection.database);
    ClaimList list;
    if (!filter.company.empty()) {
      list.company = find_company(connection, filter.company);
      if (!list.company) return list;
    }
    const auto where = claim_where(connection, filter);
    if (!where) return where.error();
    list.claims = read_claims(connection, find_ids(connection, filter, *where, order));
    count(database, filter, *where, most, list);
    return list;
  });
}

Result<std::size_t> count_claims_up_to(Database& database, const ClaimFilter& filter, std::size_t most) {
  return guarded(database, "count claims", [&]() -> Result<std::size_t> {
    auto& connection = database.connection();
    const auto where = claim_where(connection, filter);
    if (!where) return where.error();
    auto row = connection.query("SELECT count(*) FROM (SELECT 1" + std::string(claims_from(filter)) +
                                where->sql() + " LIMIT ?)");
    where->bind(row, limit_of(most));
    return row.step() ? static_cast<std::size_t>(row.integer(0)) : 0;
  });
}

Result<std::vector<std::int64_t>> list_ids(Database& database, const ClaimFilter& filter, ClaimOrder order,
                                           std::size_t most) {
  return guarded(database, "look for claims", [&]() -> Result<std::vector<std::int64_t>> {
    auto& connection = database.connection();
    const auto where = claim_where(connection, filter);
    if (!where) return where.error();
    ClaimFilter all = filter;
    all.limit = most, all.offset = 0;
    return find_ids(connection, all, *where, order);
  });
}

Result<std::vector<StoredClaim>> claims_with_ids(Database& database, const std::vector<std::int64_t>& ids) {
  return guarded(database, "read claims", [&] { return read_claims(database.connection(), ids); });
}

Result<Facets> facets(Database& database, const ClaimFilter& filter, std::size_t most) {
  return guarded(database, "count claims", [&]() -> Result<Facets> {
    auto& connection = database.connection();
    const TimeLimit limit(database, kListTime);
    SQLite::Transaction snapshot(connection.database);
    const auto where = claim_where(connection, filter);
    if (!where) return where.error();
    auto row = connection.query(std::string(kFacetColumns) + std::string(kClaimsInArticles) + where->sql() +
                                std::string(order_by(ClaimOrder::newest)) + " LIMIT ?");
    where->bind(row, most);
    Facets found;
    Counts counts[std::size(kFacets)];
    const bool done = read_in_time(database, kFacetTime, row, [&](const Query& each) {
      ++found.counted;
      for (int i = 0; i < static_cast<int>(std::size(kFacets)); ++i)
        if (!each.is_null(i)) ++counts[i][each.text(i)];
    });
    found.complete = done && found.counted < most;
    for (std::size_t i = 0; i < std::size(kFacets); ++i)
      found.facets.push_back(facet_of(connection, kFacets[i], counts[i]));
    return found;
  });
}

Result<Figures> figures(Database& database, std::string_view entity, std::optional<extract::Metric> metric,
                        std::string unit, std::size_t most) {
  return guarded(database, "read the figures of a company", [&] {
    auto& connection = database.connection();
    const TimeLimit limit(database, kListTime);
    SQLite::Transaction snapshot(connection.database);
    Figures found;
    Where company;
    add_company(company, connection, "claim.subject_id", entity);
    if (!find_most_common(connection, entity, metric, unit, found)) return found;
    company.add("claim.live AND claim.metric = ?", word(found.metric));
    if (found.unit.empty())
      company.add("claim.unit IS NULL");
    else
      company.add("claim.unit = ?", found.unit);
    auto placed = newest_periods(connection, company, most + 1);
    found.complete = placed.size() <= most;
    placed.resize(std::min(placed.size(), most));
    std::ranges::sort(placed);
    std::vector<std::int64_t> ids(placed.size());
    std::ranges::transform(placed, ids.begin(), [](const auto& each) { return std::get<3>(each); });
    found.claims = read_claims(connection, ids);
    return found;
  });
}

}  // namespace gegenprobe::store
