#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "ingest/rates.h"
#include "store/database.h"
#include "store/rates.h"

namespace gegenprobe::store {

struct ImportedRates {
  std::size_t rates = 0, fresh = 0;  ///< read; and not known before
  std::size_t currencies = 0;
  Day first{}, last{};
};
/// Keeps the rates; one that is known already is replaced. All or none. \pre there is one at least
Result<ImportedRates> add_rates(Database& database, std::span<const ingest::ReferenceRate> rates);

struct CurrencyRow {
  std::string currency;
  std::size_t days = 0;
  Day first{}, last{};
  double newest = 0;  ///< per euro
};
/// What rates there are, by currency.
Result<std::vector<CurrencyRow>> find_currencies(Database& database);

/// The newest rates of one currency, or of all.
Result<std::vector<ingest::ReferenceRate>> newest_rates(Database& database, std::string_view currency,
                                                        std::size_t most);

/// The rates of a database. Remembers what it was asked; a question costs a look-up by index, at most a row
/// for each of the days. \pre the connection outlives it, and is used inside guarded()
class StoredRates : public Rates {
 public:
  explicit StoredRates(Connection& connection) : connection_(connection) {}
  std::optional<ExchangeRate> between(std::string_view from, std::string_view to, Day first,
                                      Day end) const override;

 private:
  std::optional<ExchangeRate> look_up(const std::string& from, const std::string& to, Day first,
                                      Day end) const;
  Connection& connection_;
  using Question = std::tuple<std::string, std::string, Day, Day>;
  mutable std::map<Question, std::optional<ExchangeRate>> known_;
};

}  // namespace gegenprobe::store
