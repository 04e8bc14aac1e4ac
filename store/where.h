#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ingest/day.h"
#include "ingest/result.h"
#include "store/connection.h"

// Building a query's conditions; for this folder only.
namespace gegenprobe::store {

/// Conditions that must all hold, with their values in the order of their question marks.
class Where {
 public:
  /// Each ? in `condition` stands for one of the values.
  template <class... Values>
  void add(std::string_view condition, const Values&... values) {
    sql_.append(sql_.empty() ? "WHERE (" : " AND (").append(condition).append(")");
    (values_.emplace_back(held(values)), ...);
  }
  const std::string& sql() const { return sql_; }  ///< "WHERE (…) AND (…)" or ""

  /// Binds the values to ?1, ?2, … and what follows them.
  template <class... More>
  void bind(Query& query, const More&... more) const {
    int at = 0;
    for (const auto& value : values_) {
      ++at;
      std::visit([&](const auto& each) { query.bind_at(at, each); }, value);
    }
    (query.bind_at(++at, more), ...);
  }

 private:
  using Value = std::variant<std::int64_t, double, std::string>;
  static Value held(std::string_view text) { return std::string(text); }
  static Value held(std::int64_t number) { return number; }
  static Value held(double number) { return number; }
  static Value held(Day day) { return iso(day); }

  std::string sql_;
  std::vector<Value> values_;
};

struct ClaimFilter;  // query.h
/// What a filter asks of a claim. Needs claim, and revision, article and outlet where needs_article().
Result<Where> claim_where(Connection& connection, const ClaimFilter& filter);
/// " FROM claim …", with revision, article and outlet only where a condition of the filter is on them: what
/// is counted or sorted otherwise is read from the indexes of `claim` alone.
std::string_view claims_from(const ClaimFilter& filter);

/// LIMIT's operand: -1 is SQLite's "all".
inline std::int64_t limit_of(std::size_t limit) { return limit == 0 ? -1 : static_cast<std::int64_t>(limit); }

/// A condition on an id column: one of the companies a person may mean by this name or key.
void add_company(Where& where, Connection& connection, std::string_view column, std::string_view company);

}  // namespace gegenprobe::store
