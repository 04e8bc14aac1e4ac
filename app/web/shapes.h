#pragma once
#include <string_view>
#include <vector>

#include "app/json.h"
#include "app/web/http.h"
#include "app/web/params.h"
#include "store/claim_table.h"
#include "store/cross_check.h"
#include "store/query.h"

// The schemas of openapi.json, written. Each writes a value: the whole object.
namespace gegenprobe::app::web {

void write(JsonWriter& json, const store::StoredClaim& claim);
void write(JsonWriter& json, const std::optional<store::ReviewMark>& review, const store::StoredClaim& claim);
void write(JsonWriter& json, const store::Evidence& evidence);
void write(JsonWriter& json, const store::ArticleRow& article);
void write(JsonWriter& json, const store::CompanyRow& company);
void write(JsonWriter& json, const store::CheckedClaim& checked, const store::StoredClaim& claim);

/// A list's total: counted up to kFarthest.
struct Total {
  std::size_t count;
  bool exact;
};
Total total_of(std::size_t counted_to_one_more);

/// Of rows that were asked for with one more than the window takes: takes it away, and tells whether it was
/// there.
template <class Rows>
Total cut(Rows& rows, const Window& window) {
  const bool more = rows.size() > window.limit;
  if (more) rows.pop_back();
  return {window.offset + rows.size(), !more};
}

/// An array as a member of an object that is open; `write_one` writes each row.
template <class Rows, class WriteOne>
void write_array(JsonWriter& json, std::string_view name, const Rows& rows, WriteOne write_one) {
  key(json, name);
  json.StartArray();
  for (const auto& row : rows) write_one(json, row);
  json.EndArray();
}
/// The same for rows that have a shape above.
template <class Rows>
void write_array(JsonWriter& json, std::string_view name, const Rows& rows) {
  write_array(json, name, rows, [](JsonWriter& to, const auto& row) { write(to, row); });
}
inline void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  write_array(json, name, texts, [](JsonWriter& to, const std::string& text) { string(to, text); });
}
/// The schema Page, as the member "page".
void write_page(JsonWriter& json, const Window& window, std::size_t written, const Total& total);

inline void member(JsonWriter& json, std::string_view name, std::string_view value) {
  key(json, name);
  string_or_null(json, value);
}
inline void count(JsonWriter& json, std::string_view name, std::size_t value) {
  key(json, name);
  json.Uint64(value);
}
inline void yes_no(JsonWriter& json, std::string_view name, bool value) {
  key(json, name);
  json.Bool(value);
}
void real_or_null(JsonWriter& json, std::string_view name, const std::optional<double>& value);

/// An answer of one object; `members` writes what is in it.
template <class Members>
Response object(Members members) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  members(json);
  json.EndObject();
  return {.body = std::string(text_of(buffer))};
}

inline Response done() {
  return object([](JsonWriter& json) { yes_no(json, "done", true); });
}

}  // namespace gegenprobe::app::web
