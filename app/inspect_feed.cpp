#include <cstdlib>
#include <string>

#include "app/inspect.h"
#include "ingest/feed.h"
#include "ingest/ingest.h"
#include "ingest/reader.h"

namespace gegenprobe::app {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

void write_members(JsonWriter& json,
                   std::initializer_list<std::pair<std::string_view, const std::string&>> members) {
  for (const auto& [name, value] : members) {
    key(json, name);
    string_or_null(json, value);
  }
}

void write_entry(JsonWriter& json, const ingest::FeedEntry& entry) {
  json.StartObject();
  write_members(json, {{"id", entry.id},
                       {"title", entry.title},
                       {"url", entry.url},
                       {"published", entry.published},
                       {"modified", entry.modified},
                       {"summary", entry.summary},
                       {"content", entry.content},
                       {"outlet", entry.outlet},
                       {"lang", entry.language}});
  write_texts(json, "author", entry.authors);
  json.EndObject();
}

}  // namespace

Outcome inspect_feed(const InspectWords& words, Output& output) {
  auto input = ingest::open_file("-");
  if (!input) return input.error();
  const auto bytes = ingest::read_all(**input, ingest::kLargestDocument, "standard input");
  if (!bytes) return bytes.error();
  const std::string url = words.source.empty() ? std::string(environment("FEED_URL")) : words.source;
  const auto feed = ingest::read_feed(*bytes, environment("FEED_CONTENT_TYPE"), url);
  if (!feed) return feed.error();
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "format");
  string(json, ingest::name_of(feed->format));
  write_members(
      json,
      {{"title", feed->title}, {"url", feed->url}, {"lang", feed->language}, {"encoding", feed->charset}});
  key(json, "entries");
  json.StartArray();
  for (const auto& entry : feed->entries) write_entry(json, entry);
  json.EndArray();
  json.EndObject();
  output.line(text_of(buffer));
  return 0;
}

}  // namespace gegenprobe::app
