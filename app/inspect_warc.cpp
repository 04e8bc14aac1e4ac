#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <string>

#include "app/inspect.h"
#include "ingest/reader.h"
#include "ingest/warc.h"

namespace gegenprobe::app {
namespace {

std::string sha1(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum;
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), sum.data(), &size, EVP_sha1(), nullptr);
  std::string text;
  for (unsigned i = 0; i < size; ++i) text += fmt::format("{:02x}", sum[i]);
  return text;
}

void write_number(JsonWriter& json, std::string_view name, std::uint64_t value) {
  key(json, name);
  json.Uint64(value);
}

/// As archives count it: the first of several.
std::string_view content_type_of(const ingest::Response& http) {
  for (const auto& [name, value] : http.headers)
    if (name == "content-type") return value;
  return "";
}

void write_record(Output& output, const ingest::WarcRecord& record) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  const auto text = [&](std::string_view name, std::string_view value) {
    key(json, name);
    string_or_null(json, value);
  };
  json.StartObject();
  text("type", record.type);
  text("uri", record.uri);
  text("date", record.date);
  text("id", record.id);
  text("content_type", record.content_type);
  write_number(json, "content_length", record.content_length);
  text("http_status", record.http && record.http->status > 0 ? std::to_string(record.http->status) : "");
  text("http_content_type", record.http ? content_type_of(*record.http) : "");
  write_number(json, "payload_length", record.body().size());
  text("payload_sha1", sha1(record.body()));
  key(json, "digest_ok");
  if (record.digest_ok)
    json.Bool(*record.digest_ok);
  else
    json.Null();
  write_number(json, "offset", record.offset);
  write_number(json, "length", record.length);
  if (record.cut_off) {
    key(json, "cut_off");
    json.Bool(true);
  }
  json.EndObject();
  output.line(text_of(buffer));
}

}  // namespace

Outcome inspect_warc(const InspectWords& words, Output& output) {
  auto input = ingest::open_file(words.source.empty() ? "-" : words.source);
  if (!input) return input.error();
  ingest::WarcReader reader(**input, words.source.empty() ? "standard input" : words.source);
  ingest::WarcRecord record;
  for (;;) {
    const auto more = reader.next(record);
    if (!more) return more.error();
    if (!*more || output.reader_gone()) break;
    write_record(output, record);
  }
  if (reader.damaged() > 0)
    output.words(fmt::format("gegenprobe: inspect: {} damaged {} skipped or cut off", reader.damaged(),
                             reader.damaged() == 1 ? "place was" : "places were"));
  return 0;
}

}  // namespace gegenprobe::app
