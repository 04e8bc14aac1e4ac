#include "store/rate_table.h"

#include <algorithm>
#include <set>

#include "store/connection.h"
#include "store/guarded.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

// Holidays make the longest gap between two days with a rate.
constexpr std::chrono::days kLongestGap{7};
// Of a span of time, this share of its days must have a rate: five of seven have one.
constexpr double kLeastCovered = 0.55;

}  // namespace

Result<ImportedRates> add_rates(Database& database, std::span<const ingest::ReferenceRate> rates) {
  return guarded(database, "keep exchange rates", [&] {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto before = connection.number("SELECT count(*) FROM exchange_rate WHERE currency <> 'EUR'");
    const auto keep = [&](std::string_view currency, Day day, double per_euro) {
      connection
          .query(
              "INSERT INTO exchange_rate (currency, day, per_euro) VALUES (?1, ?2, ?3)"
              " ON CONFLICT DO UPDATE SET per_euro = excluded.per_euro")
          .bind(currency, day, per_euro)
          .run();
    };
    ImportedRates sums{.rates = rates.size(), .first = rates.front().day, .last = rates.front().day};
    std::set<std::string_view> currencies;
    for (const auto& rate : rates) {
      keep(rate.currency, rate.day, rate.per_euro);
      keep("EUR", rate.day, 1.0);  // so that a pair with the euro is looked up like any other
      currencies.insert(rate.currency);
      sums.first = std::min(sums.first, rate.day), sums.last = std::max(sums.last, rate.day);
    }
    sums.currencies = currencies.size();
    sums.fresh = static_cast<std::size_t>(
        connection.number("SELECT count(*) FROM exchange_rate WHERE currency <> 'EUR'") - before);
    transaction.commit();
    return sums;
  });
}

Result<std::vector<CurrencyRow>> find_currencies(Database& database) {
  return guarded(database, "list exchange rates", [&] {
    auto row = database.connection().query(
        "SELECT currency, count(*), min(day), max(day), per_euro FROM exchange_rate WHERE currency <> 'EUR'"
        " GROUP BY currency ORDER BY currency");  // beside max(day), SQLite takes per_euro from its row
    std::vector<CurrencyRow> currencies;
    while (row.step())
      currencies.push_back({.currency = row.text(0),
                            .days = static_cast<std::size_t>(row.integer(1)),
                            .first = row.day(2).value_or(Day{}),
                            .last = row.day(3).value_or(Day{}),
                            .newest = row.real(4)});
    return currencies;
  });
}

Result<std::vector<ingest::ReferenceRate>> newest_rates(Database& database, std::string_view currency,
                                                        std::size_t most) {
  return guarded(database, "list exchange rates", [&] {
    Where where;
    where.add("currency <> 'EUR'");
    if (!currency.empty()) where.add("currency = ?", currency);
    auto row = database.connection().query("SELECT currency, day, per_euro FROM exchange_rate " +
                                           where.sql() + " ORDER BY day DESC, currency LIMIT ?");
    where.bind(row, most);
    std::vector<ingest::ReferenceRate> rates;
    while (row.step()) rates.push_back({row.day(1).value_or(Day{}), row.text(0), row.real(2)});
    return rates;
  });
}

std::optional<ExchangeRate> StoredRates::between(std::string_view from, std::string_view to, Day first,
                                                 Day end) const {
  Question question{from, to, first, end};
  if (const auto at = known_.find(question); at != known_.end()) return at->second;
  const auto rate = look_up(std::get<0>(question), std::get<1>(question), first, end);
  known_.emplace(std::move(question), rate);
  return rate;
}

std::optional<ExchangeRate> StoredRates::look_up(const std::string& from, const std::string& to, Day first,
                                                 Day end) const {
  const bool one_day = end - first <= std::chrono::days(1);
  if (one_day) {
    auto row = connection_.query(
        "SELECT quote.per_euro / base.per_euro FROM exchange_rate AS base JOIN exchange_rate AS quote"
        " ON quote.currency = ?2 AND quote.day = base.day"
        " WHERE base.currency = ?1 AND base.day BETWEEN ?3 AND ?4 ORDER BY base.day DESC LIMIT 1");
    if (!row.bind(from, to, first - kLongestGap, first).step()) return std::nullopt;
    return ExchangeRate{row.real(0), row.real(0), row.real(0)};
  }
  auto row = connection_.query(
      "SELECT avg(quote.per_euro / base.per_euro), min(quote.per_euro / base.per_euro),"
      " max(quote.per_euro / base.per_euro), count(*) FROM exchange_rate AS base JOIN exchange_rate AS quote"
      " ON quote.currency = ?2 AND quote.day = base.day"
      " WHERE base.currency = ?1 AND base.day >= ?3 AND base.day < ?4");
  if (!row.bind(from, to, first, end).step()) return std::nullopt;
  if (static_cast<double>(row.integer(3)) < kLeastCovered * static_cast<double>((end - first).count()))
    return std::nullopt;
  return ExchangeRate{row.real(0), row.real(1), row.real(2)};
}

}  // namespace gegenprobe::store
