#include <fmt/format.h>

#include "app/inspect.h"
#include "ingest/decode.h"
#include "ingest/xml_charset.h"

namespace gegenprobe::app {
namespace {

/// What a page in HTML is taken for before its bytes are looked at; western where it says nothing.
std::string html_charset(std::string_view bytes) {
  return std::string(ingest::declared_charset(bytes).value_or("windows-1252"));
}

Result<Done> answer_label(const simdjson::dom::object& line, JsonWriter& json) {
  key(json, "encoding");
  string_or_null(json, ingest::charset_of_label(text_member(line, "label").value_or("")).value_or(""));
  return Done{};
}

Result<Done> answer_decode(std::string_view bytes, std::string_view label, JsonWriter& json) {
  const auto charset = ingest::charset_of_label(label);
  if (!charset) return Error{Error::Kind::input, fmt::format("there is no encoding \"{}\"", label), ""};
  const auto decoded = ingest::decode_as(bytes, *charset);
  key(json, "encoding");
  string(json, decoded.charset);
  key(json, "text");
  string(json, decoded.utf8);
  return Done{};
}

/// What reading a text of unknown origin ends in.
Result<Done> answer_detect(std::string_view bytes, std::string_view content_type, JsonWriter& json) {
  const auto decoded = ingest::decode(bytes, ingest::charset_of_content_type(content_type));
  if (!decoded) return decoded.error();
  key(json, "encoding");
  string(json, decoded->charset);
  return Done{};
}

Result<Done> answer(const simdjson::dom::object& line, JsonWriter& json) {
  const auto task = text_member(line, "task").value_or("detect");
  if (task == "label") return answer_label(line, json);
  const auto bytes = bytes_member(line, "data");
  if (!bytes) return bytes.error();
  const auto content_type = text_member(line, "content_type").value_or("");
  if (task == "decode") return answer_decode(*bytes, text_member(line, "encoding").value_or(""), json);
  if (task == "detect") return answer_detect(*bytes, content_type, json);
  if (task != "sniff-html" && task != "sniff-xml")
    return Error{Error::Kind::input, fmt::format("there is no task \"{}\"", task), ""};
  key(json, "encoding");
  string(json, task == "sniff-html" ? html_charset(*bytes) : ingest::xml_charset(*bytes, content_type));
  return Done{};
}

}  // namespace

Outcome inspect_charset(const InspectWords&, Output& output) { return answer_each_line(answer, output); }

}  // namespace gegenprobe::app
