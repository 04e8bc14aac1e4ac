#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "ingest/day.h"
#include "store/utc.h"

namespace gegenprobe::store {

/// A text that may be empty and is no NULL then.
struct Required {
  std::string_view text;
};

/// A prepared statement for as long as it is stepped through: ready again for the next user when it goes.
/// A statement that is left in the middle would hold its snapshot and block the writer's checkpoint.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(statement) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() {
    statement_.tryReset();
    statement_.clearBindings();
  }

  /// Binds the values to ?1, ?2, … An empty text or optional is NULL.
  template <class... Values>
  Query& bind(const Values&... values) {
    int at = 0;
    (bind_at(++at, values), ...);
    return *this;
  }
  bool step() { return statement_.executeStep(); }  ///< whether there is a row
  void run() { statement_.exec(); }

  bool is_null(int column) const { return statement_.getColumn(column).isNull(); }
  std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  double real(int column) const { return statement_.getColumn(column).getDouble(); }
  std::string text(int column) const { return statement_.getColumn(column).getString(); }  ///< "" for NULL
  std::optional<Day> day(int column) const { return parse_day(text(column)); }    ///< nothing for NULL
  std::optional<Time> time(int column) const { return parse_utc(text(column)); }  ///< likewise

  template <class Value>
  void bind_at(int at, const Value& value) {
    if constexpr (std::is_same_v<Value, bool>)
      statement_.bind(at, value ? 1 : 0);
    else if constexpr (std::is_integral_v<Value>)
      statement_.bind(at, static_cast<std::int64_t>(value));
    else if constexpr (std::is_floating_point_v<Value>)
      statement_.bind(at, static_cast<double>(value));
    else
      bind_text(at, value);
  }
  template <class Value>
  void bind_at(int at, const std::optional<Value>& value) {
    if (value) bind_at(at, *value);  // else NULL, as the bindings were cleared
  }
  void bind_at(int at, Day day) { bind_text(at, iso(day)); }
  void bind_at(int at, Time time) { bind_text(at, utc(time)); }
  void bind_at(int at, Required required) { statement_.bind(at, std::string(required.text)); }

 private:
  void bind_text(int at, std::string_view text) {
    if (!text.empty()) statement_.bind(at, std::string(text));
  }
  SQLite::Statement& statement_;
};

/// SQLite and the statements that were prepared so far.
struct Connection {
  explicit Connection(const std::string& file, int flags, int timeout_ms)
      : database(file, flags, timeout_ms) {}

  /// Prepares it once; from then on costs a look-up. One user at a time for each text.
  Query query(std::string_view sql) {
    auto at = statements.find(std::string(sql));
    if (at == statements.end())
      at = statements.try_emplace(std::string(sql), database, std::string(sql)).first;
    return Query(at->second);
  }
  std::int64_t number(std::string_view sql) {
    auto row = query(sql);
    return row.step() ? row.integer(0) : 0;
  }

  std::chrono::steady_clock::time_point until = {};  ///< see limit_time()
  SQLite::Database database;
  std::unordered_map<std::string, SQLite::Statement> statements;  // goes before the database does
};

}  // namespace gegenprobe::store
