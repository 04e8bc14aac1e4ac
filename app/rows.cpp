#include "app/rows.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <optional>

namespace gegenprobe::app {
namespace {

constexpr std::size_t kGap = 2, kNarrowest = 8;

// ICU's macro narrows an int, which is fine there and a warning here.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
UChar32 next_character(std::string_view utf8, std::int32_t& at) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(utf8.data(), at, static_cast<std::int32_t>(utf8.size()), c);
  return c;
}
#pragma GCC diagnostic pop

std::size_t columns_of_character(UChar32 c) {
  if (c < 0x300) return c >= 0x20 && c != 0x7F;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// An escape sequence in an article must not steer the reader's terminal; a line break would break the table.
std::string printable(std::string_view text) {
  std::string out;
  for (char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return out;
}

std::string joined(const Cell::Words& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text.append(&word == &words.front() ? "" : between).append(word);
  return text;
}

std::string plain(const Cell& cell) {
  struct Visitor {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(extract::Decimal number) const { return number.text(); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{:.6g}", number); }
    std::string operator()(bool yes) const { return yes ? "true" : "false"; }
    std::string operator()(const Cell::Words& words) const { return joined(words, " "); }
  };
  return std::visit(Visitor{}, cell.data);
}

std::string words_of(const Cell& cell) { return printable(cell.shown.empty() ? plain(cell) : cell.shown); }

void write(JsonWriter& json, const Cell& cell) {
  struct Visitor {
    JsonWriter& json;
    void operator()(std::monostate) const { json.Null(); }
    void operator()(const std::string& text) const { string(json, text); }
    void operator()(extract::Decimal value) const { gegenprobe::app::number(json, value); }
    void operator()(std::int64_t value) const { json.Int64(value); }
    void operator()(double value) const { json.Double(value); }
    void operator()(bool yes) const { json.Bool(yes); }
    void operator()(const Cell::Words& words) const {
      json.StartArray();
      for (const std::string& word : words) string(json, word);
      json.EndArray();
    }
  };
  std::visit(Visitor{json}, cell.data);
}

// RFC 4180. A cell that a spreadsheet would run as a formula is text there too.
std::string csv_field(const Cell& cell) {
  std::string text = plain(cell);
  const bool is_text = std::holds_alternative<std::string>(cell.data);
  if (is_text && !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos)
    text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) c == '"' ? quoted += "\"\"" : quoted += c;
  return quoted + '"';
}

std::string padded(const std::string& text, std::size_t width, Column::Align align, bool last) {
  const std::size_t own = columns_of(text);
  const std::string fill(width > own ? width - own : 0, ' ');
  if (align == Column::Align::right) return fill + text;
  return last ? text : text + fill;
}

}  // namespace

Format format_of(std::string_view word) {
  return word == "json"    ? Format::json
         : word == "jsonl" ? Format::jsonl
         : word == "csv"   ? Format::csv
                           : Format::table;
}

Cell Cell::text(std::string text) { return text.empty() ? Cell{} : Cell{std::move(text)}; }
Cell Cell::number(std::optional<extract::Decimal> number) { return number ? Cell{*number} : Cell{}; }

void write_member(JsonWriter& json, const Column& column, const Cell& cell) {
  key(json, column.key);
  write(json, cell);
}

std::size_t columns_of(std::string_view utf8) {
  std::size_t columns = 0;
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) columns += columns_of_character(next_character(utf8, at));
  return columns;
}

std::string cut_to(std::string_view utf8, std::size_t columns) {
  if (columns_of(utf8) <= columns) return std::string(utf8);
  std::size_t used = 0;
  const auto size = static_cast<std::int32_t>(utf8.size());
  std::int32_t at = 0;
  for (std::int32_t next = 0; at < size; at = next) {
    used += columns_of_character(next_character(utf8, next));
    if (used + 1 > columns) break;
  }
  while (at > 0 && utf8[static_cast<std::size_t>(at) - 1] == ' ') --at;
  return std::string(utf8.substr(0, static_cast<std::size_t>(at))) + "…";
}

Rows::Rows(Output& output, Format format, std::vector<Column> columns)
    : output_(output), format_(format), columns_(std::move(columns)) {
  if (format_ == Format::json) output_.write("[");
  if (format_ != Format::csv) return;
  Cell::Words keys;
  for (const Column& column : columns_) keys.emplace_back(column.key);
  output_.write(joined(keys, ",") + "\r\n");
}

void Rows::add(std::vector<Cell> row) {
  assert(row.size() == columns_.size());
  if (format_ == Format::csv) add_csv(row);
  if (format_ == Format::json || format_ == Format::jsonl) add_json(row);
  if (format_ == Format::table) table_.push_back(std::move(row));
  ++count_;
}

void Rows::add_json(const std::vector<Cell>& row) {
  json_.Clear();
  JsonWriter json(json_);
  json.StartObject();
  for (std::size_t i = 0; i < row.size(); ++i) write_member(json, columns_[i], row[i]);
  json.EndObject();
  if (format_ == Format::json) output_.write(count_ == 0 ? "\n" : ",\n");
  output_.write(text_of(json_));
  if (format_ == Format::jsonl) output_.write("\n");
}

void Rows::add_csv(const std::vector<Cell>& row) {
  Cell::Words fields;
  for (const Cell& cell : row) fields.push_back(csv_field(cell));
  output_.write(joined(fields, ",") + "\r\n");
}

void Rows::end() {
  if (format_ == Format::json) output_.write(count_ == 0 ? "]\n" : "\n]\n");
  if (format_ == Format::table && count_ > 0) print_table();
  table_.clear();
}

std::vector<std::size_t> Rows::columns_with_words() const {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (!columns_[i].heading.empty() &&
        std::ranges::any_of(table_, [&](const auto& row) { return !words_of(row[i]).empty(); }))
      shown.push_back(i);
  return shown;
}

// The widths of the columns shown. What does not fit is cut from those that shrink, the widest first; where
// that is not enough, columns that can be spared are dropped from `shown`.
std::vector<std::size_t> Rows::fitted(std::vector<std::size_t>& shown) const {
  std::vector<std::size_t> widths(columns_.size());
  for (std::size_t i : shown) {
    widths[i] = columns_of(columns_[i].heading);
    for (const auto& row : table_) widths[i] = std::max(widths[i], columns_of(words_of(row[i])));
  }
  const auto total = [&] {
    std::size_t sum = kGap * (shown.size() - 1);
    for (std::size_t i : shown) sum += widths[i];
    return sum;
  };
  while (output_.width() && total() > output_.width()) {
    std::optional<std::size_t> widest, spare;
    for (std::size_t i : shown) {
      if (columns_[i].shrinks && widths[i] > kNarrowest && (!widest || widths[i] > widths[*widest]))
        widest = i;
      if (columns_[i].spare && (!spare || columns_[i].spare < columns_[*spare].spare)) spare = i;
    }
    if (widest)
      --widths[*widest];
    else if (spare)
      std::erase(shown, *spare);
    else
      break;
  }
  return widths;
}

void Rows::print_line(const std::vector<std::size_t>& shown, const std::vector<std::size_t>& widths,
                      const std::vector<Cell>& row) {
  std::string line;
  for (std::size_t i : shown) {
    const std::string cell =
        padded(cut_to(words_of(row[i]), widths[i]), widths[i], columns_[i].align, i == shown.back());
    line += (i == shown.front() ? "" : "  ") + styled(output_, row[i].style, cell);
  }
  if (!output_.colour()) line.erase(line.find_last_not_of(' ') + 1);
  output_.line(line);
}

void Rows::print_table() {
  std::vector<std::size_t> shown = columns_with_words();
  if (shown.empty()) return;
  const std::vector<std::size_t> widths = fitted(shown);
  std::vector<Cell> head;
  head.reserve(columns_.size());
  for (const Column& column : columns_) head.push_back({std::string(column.heading), {}, Style::bold});
  print_line(shown, widths, head);
  for (const auto& row : table_) print_line(shown, widths, row);
}

}  // namespace gegenprobe::app
