#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/json.h"
#include "app/output.h"
#include "extract/values/decimal.h"

namespace gegenprobe::app {

enum class Format { table, json, jsonl, csv };
/// \pre one of the words that declare_format() offers, or "" for table
Format format_of(std::string_view word);

struct Column {
  enum class Align { left, right };
  std::string_view key;      ///< member in JSON, head in CSV
  std::string_view heading;  ///< head in a table; "" keeps the column out of tables
  Align align = Align::left;
  bool shrinks = false;  ///< is cut first where the terminal is too narrow
  int spare = 0;         ///< goes altogether where cutting is not enough: 1 first, 0 never
};

/// What stands in a row under a column: data for programs, and where it differs, words for people.
struct Cell {
  using Words = std::vector<std::string>;
  std::variant<std::monostate, std::string, extract::Decimal, std::int64_t, double, bool, Words> data;
  std::string shown = {};  ///< in tables; empty: the data
  Style style = Style::plain;

  static Cell none() { return {}; }
  /// Empty text is nothing known: null in JSON, an empty field in CSV.
  static Cell text(std::string text);
  static Cell whole(std::int64_t number) { return {number}; }
  static Cell number(std::optional<extract::Decimal> number);
};

/// Rows in one of the formats. A table is printed by end(), since its widths depend on all rows, and leaves
/// out columns that are empty in all of them; the other formats are printed row by row. Control characters
/// never reach a terminal.
class Rows {
 public:
  Rows(Output& output, Format format, std::vector<Column> columns);
  void add(std::vector<Cell> row);  ///< \pre one cell for each column
  void end();
  std::size_t count() const { return count_; }

 private:
  void add_json(const std::vector<Cell>& row);
  void add_csv(const std::vector<Cell>& row);
  void print_table();
  std::vector<std::size_t> columns_with_words() const;
  std::vector<std::size_t> fitted(std::vector<std::size_t>& shown) const;
  void print_line(const std::vector<std::size_t>& shown, const std::vector<std::size_t>& widths,
                  const std::vector<Cell>& row);

  Output& output_;
  Format format_;
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> table_;
  JsonBuffer json_;
  std::size_t count_ = 0;
};

/// A column's name and the cell's data as a member of an object that is open.
void write_member(JsonWriter& json, const Column& column, const Cell& cell);

/// How many columns of a terminal the text takes: combining marks none, wide East Asian characters two.
std::size_t columns_of(std::string_view utf8);
/// The text, or as much of it as fits beside an ellipsis.
std::string cut_to(std::string_view utf8, std::size_t columns);

}  // namespace gegenprobe::app
