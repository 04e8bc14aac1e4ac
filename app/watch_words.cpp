#include "app/watch_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/claim_rows.h"
#include "app/figure.h"
#include "app/json.h"
#include "app/verdict_words.h"
#include "ingest/base64.h"

namespace gegenprobe::app {
namespace {

using store::StoredClaim;
using store::WatchItem;

// Control characters are not allowed in XML 1.0, not even escaped.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  return safe;
}

// The key as a name-based UUID (version 8, RFC 9562).
std::string urn_of(std::string key) {
  key[12] = '8', key[16] = 'a';
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", key.substr(0, 8), key.substr(8, 4), key.substr(12, 4),
                     key.substr(16, 4), key.substr(20, 12));
}

std::string side(const StoredClaim& claim) {
  return fmt::format("{}: {} · {}\n{}", source_words(claim), figure(claim.claim), claim_id(claim.id),
                     claim.sentence);
}

std::string text_of(const WatchItem& item) {
  std::string text = side(item.a);
  if (item.b) text += "\n\n" + side(*item.b) + "\n\n→ " + item.reason;
  return text;
}

const std::string& link_of(const WatchItem& item) {
  return item.b && !item.b->url.empty() ? item.b->url : item.a.url;
}

void write_side(JsonWriter& json, std::string_view name, const StoredClaim& stored) {
  const auto& claim = stored.claim;
  key(json, name);
  json.StartObject();
  key(json, "claim");
  json.Int64(stored.id);
  const std::pair<const char*, std::string> members[] = {{"subject", claim.subject},
                                                         {"metric", std::string(word(claim.metric))},
                                                         {"figure", figure(claim)},
                                                         {"unit", claim.value.unit},
                                                         {"period", period_words(claim.period)},
                                                         {"modality", std::string(word(claim.modality))},
                                                         {"surface", stored.surface},
                                                         {"sentence", stored.sentence},
                                                         {"outlet", stored.outlet},
                                                         {"title", stored.title},
                                                         {"url", stored.url}};
  for (const auto& [member, value] : members) key(json, member), string_or_null(json, value);
  key(json, "min");
  number_or_null(json, claim.value.min);
  key(json, "max");
  number_or_null(json, claim.value.max);
  key(json, "published");
  day_or_null(json, stored.published);
  json.EndObject();
}

// A line of a mail holds 998 bytes at most; words are not cut where that can be helped.
std::string folded(std::string_view text) {
  constexpr std::size_t kLongest = 900;
  std::string lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    while (line.size() > kLongest) {
      auto cut = line.rfind(' ', kLongest);
      if (cut == line.npos || cut == 0)
        for (cut = kLongest; cut > 0 && (line[cut] & 0xC0) == 0x80;) --cut;
      lines += std::string(line.substr(0, cut)) + "\n";
      line.remove_prefix(cut + (line[cut] == ' '));
    }
    for (const char c : line) lines += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? ' ' : c;
    lines += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// RFC 2047: what is no ASCII stands in a header as words of base 64, each of whole characters.
std::string header_words(std::string_view text) {
  constexpr std::size_t kMostBytes = 42;
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  std::string words;
  while (!text.empty()) {
    auto end = std::min(kMostBytes, text.size());
    while (end < text.size() && (text[end] & 0xC0) == 0x80) --end;
    words +=
        fmt::format("{}=?utf-8?B?{}?=", words.empty() ? "" : "\n ", ingest::base64_of(text.substr(0, end)));
    text.remove_prefix(end);
  }
  return words;
}

}  // namespace

std::string item_title(const WatchItem& item) {
  if (!item.b) return fact_words(item.a.claim) + " · " + figure(item.a.claim);
  const auto verdict = store::verdict(item.verdict).value_or(store::Verdict::differs);
  return fmt::format("{} · {} · {} / {}", verdict_words(verdict), fact_words(item.a.claim),
                     short_figure(item.a.claim), short_figure(item.b->claim));
}

std::string key_of(const std::vector<WatchItem>& items) {
  std::string keys;
  for (const auto& item : items) keys += item.key;
  return store::text_hash(keys);
}

std::string atom_feed(const store::Watch& watch, const std::vector<WatchItem>& items) {
  std::string feed = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      "  <id>{}</id>\n  <title>Gegenprobe: {}</title>\n  <updated>{}</updated>\n"
      "  <author><name>Gegenprobe</name></author>\n",
      urn_of(store::text_hash("watch|" + watch.name + watch.made_at)), escaped(watch.name),
      items.empty() ? watch.made_at : items.front().found_at);
  for (const auto& item : items) {
    feed += fmt::format("  <entry>\n    <id>{}</id>\n    <title>{}</title>\n    <updated>{}</updated>\n",
                        urn_of(item.key), escaped(item_title(item)), item.found_at);
    if (!link_of(item).empty()) feed += fmt::format("    <link href=\"{}\"/>\n", escaped(link_of(item)));
    feed += fmt::format("    <content type=\"text\">{}</content>\n  </entry>\n", escaped(text_of(item)));
  }
  return feed + "</feed>\n";
}

std::string json_items(const store::Watch& watch, const std::vector<WatchItem>& items) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "watch");
  string(json, watch.name);
  key(json, "items");
  json.StartArray();
  for (const auto& item : items) {
    json.StartObject();
    const std::pair<const char*, std::string> members[] = {
        {"id", urn_of(item.key)},    {"kind", item.b ? "conflict" : "claim"},
        {"title", item_title(item)}, {"found", item.found_at},
        {"verdict", item.verdict},   {"reason", item.reason}};
    for (const auto& [member, value] : members) key(json, member), string_or_null(json, value);
    write_side(json, "a", item.a);
    if (item.b) write_side(json, "b", *item.b);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::string(app::text_of(buffer)) + "\n";
}

std::string mail(const store::Watch& watch, const std::vector<WatchItem>& items) {
  const auto conflicts =
      std::ranges::count_if(items, [](const WatchItem& item) { return item.b.has_value(); });
  const auto claims = static_cast<std::ptrdiff_t>(items.size()) - conflicts;
  std::string text = fmt::format(
      "To: {}\nSubject: Gegenprobe {}: {} new conflict{}, {} new claim{}\nMessage-ID: "
      "<{}@gegenprobe.invalid>\n"
      "Auto-Submitted: auto-generated\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: 8bit\n\n",
      watch.mail, header_words(watch.name), conflicts, conflicts == 1 ? "" : "s", claims,
      claims == 1 ? "" : "s", key_of(items));
  for (const auto& item : items) {
    std::string entry = item_title(item) + "\n\n" + text_of(item) + "\n";
    if (!link_of(item).empty()) entry += link_of(item) + "\n";
    text += folded(entry) + "\n----\n\n";
  }
  return text;
}

}  // namespace gegenprobe::app
