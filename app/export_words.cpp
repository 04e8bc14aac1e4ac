#include "app/export_words.h"

#include <fmt/format.h>

#include "app/claim_rows.h"
#include "app/figure.h"
#include "app/json.h"
#include "app/verdict_words.h"

namespace gegenprobe::app {
namespace {

constexpr std::size_t kQuoteAround = 32;  // code points before and after

void member(JsonWriter& json, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  key(json, name);
  string(json, value);
}

std::string_view last_points(std::string_view text) {
  auto at = text.size();
  for (std::size_t points = 0; at > 0 && points < kQuoteAround; ++points) do
      --at;
    while (at > 0 && (text[at] & 0xC0) == 0x80);
  return text.substr(at);
}
std::string_view first_points(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t points = 0; at < text.size() && points < kQuoteAround; ++points) do
      ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80);
  return text.substr(0, at);
}

std::string statement(const store::StoredClaim& stored) {
  return fact_words(stored.claim) + ": " + figure(stored.claim);
}

std::string source_of(const store::StoredClaim& stored) {
  return stored.url.empty() ? fmt::format("urn:gegenprobe:article:{}", stored.article) : stored.url;
}

void write_quote(JsonWriter& json, const store::StoredClaim& stored) {
  const auto evidence = stored.claim.evidence, sentence = stored.claim.sentence;
  json.StartObject();
  member(json, "type", "TextQuoteSelector");
  member(json, "exact", stored.surface);
  if (sentence.contains(evidence)) {
    const std::string_view text = stored.sentence;
    member(json, "prefix", last_points(text.substr(0, evidence.begin - sentence.begin)));
    member(json, "suffix", first_points(text.substr(evidence.end - sentence.begin)));
  }
  json.EndObject();
}

void write_appearance(JsonWriter& json, const store::StoredClaim& stored) {
  json.StartObject();
  member(json, "@type", "NewsArticle");
  member(json, "url", stored.url);
  member(json, "headline", stored.title);
  if (stored.published) member(json, "datePublished", iso(*stored.published));
  if (!stored.outlet.empty()) {
    key(json, "publisher");
    json.StartObject();
    member(json, "@type", "Organization");
    member(json, "name", stored.outlet);
    json.EndObject();
  }
  json.EndObject();
}

bool is_corrected(const store::StoredClaim& stored) {
  return stored.review && stored.review->judgement == store::Judgement::correct;
}

// A person judged that the article says so; what is wrong with it is told by other articles. Hence words and
// no number on a scale of truth.
std::string rating(const ReviewedClaim& reviewed) {
  if (reviewed.conflicts.empty())
    return fmt::format("{}; no conflicting source known",
                       is_corrected(reviewed.claim) ? "Corrected by hand" : "Stated as quoted");
  // Which of the two is wrong, nobody has judged.
  return "Sources disagree: " + quiet_verdict_words(reviewed.conflicts.front().comparison.verdict);
}

std::string body(const ReviewedClaim& reviewed) {
  std::string words;
  if (is_corrected(reviewed.claim))
    words = fmt::format("Corrected by hand; the article prints «{}».", reviewed.claim.surface);
  for (const auto& conflict : reviewed.conflicts) {
    const auto& other = conflict.a.id == reviewed.claim.id ? conflict.b : conflict.a;
    words += fmt::format("{}{} ({}: {})", words.empty() ? "" : " ", conflict.comparison.reason,
                         source_words(other), other.sentence);
  }
  if (!reviewed.claim.review->note.empty()) words += (words.empty() ? "" : " ") + reviewed.claim.review->note;
  return words;
}

void write_claim(JsonWriter& json, const ReviewedClaim& reviewed) {
  const auto& stored = reviewed.claim;
  key(json, "itemReviewed");
  json.StartObject();
  member(json, "@type", "Claim");
  member(json, "text", stored.sentence);
  key(json, "about");
  json.StartObject();
  member(json, "@type", "Thing");
  member(json, "name", statement(stored));
  json.EndObject();
  // What a person corrected, nobody else has said.
  if (!is_corrected(stored) && (!stored.claim.attribution.empty() || !stored.outlet.empty())) {
    key(json, "author");
    json.StartObject();
    // A speaker may be a person or a house: the kind that both are.
    member(json, "@type", stored.claim.attribution.empty() ? "Organization" : "Thing");
    member(json, "name", stored.claim.attribution.empty() ? stored.outlet : stored.claim.attribution);
    json.EndObject();
  }
  key(json, "appearance");
  json.StartArray();
  write_appearance(json, stored);
  for (const auto& other : reviewed.appearances) write_appearance(json, other);
  json.EndArray();
  json.EndObject();
}

void write_review(JsonWriter& json, const ReviewedClaim& reviewed, std::string_view publisher,
                  std::string_view base_url) {
  const auto& stored = reviewed.claim;
  json.StartObject();
  member(json, "@type", "ClaimReview");
  if (!base_url.empty()) member(json, "url", fmt::format("{}/{}", base_url, claim_id(stored.id)));
  member(json, "datePublished", stored.review->reviewed_at.substr(0, 10));
  key(json, "author");
  json.StartObject();
  member(json, "@type", publisher.empty() ? "Person" : "Organization");
  member(json, "name", publisher.empty() ? std::string_view(stored.review->reviewer) : publisher);
  json.EndObject();
  member(json, "claimReviewed", statement(stored));
  member(json, "reviewBody", body(reviewed));
  key(json, "reviewRating");
  json.StartObject();
  member(json, "@type", "Rating");
  member(json, "alternateName", rating(reviewed));
  json.EndObject();
  write_claim(json, reviewed);
  json.EndObject();
}

struct Entry {
  const char *name, *title, *text;
};
constexpr Entry kTables[] = {
    {"v_claim", "Claims", "Who states what of whom, with the sentence: the claims of the newest texts"},
    {"v_conflict", "Conflicts", "Pairs of claims that are at odds, side by side"},
    {"v_review", "Reviews", "What people judged"},
    {"article", "Articles", "One row an article; its texts stand in revision"}};
constexpr Entry kQueries[] = {{"figures_of_a_company", "What is stated about a company",
                               "SELECT published, outlet, metric, surface, period_text, sentence, url FROM "
                               "v_claim WHERE subject = :company ORDER "
                               "BY published DESC"},
                              {"at_odds", "Who contradicts whom",
                               "SELECT verdict, reason, outlet_a, surface_a, outlet_b, surface_b, url_a, "
                               "url_b FROM v_conflict ORDER BY "
                               "max(published_a, published_b) DESC"},
                              {"largest", "The largest figures of a metric",
                               "SELECT subject, value_max, unit, period_from, outlet, sentence FROM v_claim "
                               "WHERE metric = :metric AND role = "
                               "'level' ORDER BY value_max DESC LIMIT 50"}};

}  // namespace

std::string web_annotation(const store::StoredClaim& stored) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  member(json, "@context", "http://www.w3.org/ns/anno.jsonld");
  member(json, "id", fmt::format("urn:gegenprobe:claim:{}", stored.id));
  member(json, "type", "Annotation");
  member(json, "motivation", "describing");
  key(json, "body");
  json.StartObject();
  member(json, "type", "TextualBody");
  member(json, "value", statement(stored));
  member(json, "format", "text/plain");
  member(json, "language", "en");
  json.EndObject();
  key(json, "target");
  json.StartObject();
  member(json, "type", "SpecificResource");
  member(json, "source", source_of(stored));
  key(json, "selector");
  json.StartArray();
  write_quote(json, stored);
  json.StartObject();
  member(json, "type", "TextPositionSelector");
  key(json, "start");
  json.Uint(stored.evidence_points.begin);
  key(json, "end");
  json.Uint(stored.evidence_points.end);
  json.EndObject();
  json.EndArray();
  json.EndObject();
  json.EndObject();
  return std::string(text_of(buffer));
}

std::string claim_reviews(const std::vector<ReviewedClaim>& reviewed, std::string_view publisher,
                          std::string_view base_url) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  member(json, "@context", "https://schema.org");
  key(json, "@graph");
  json.StartArray();
  for (const auto& each : reviewed) write_review(json, each, publisher, base_url);
  json.EndArray();
  json.EndObject();
  return std::string(text_of(buffer));
}

std::string datasette_metadata(std::string_view database) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  member(json, "title", "Gegenprobe");
  member(json, "description",
         "Figures that news state about companies, set against each other. billion = 10⁹");
  key(json, "databases");
  json.StartObject();
  key(json, database);
  json.StartObject();
  key(json, "tables");
  json.StartObject();
  for (const auto& [name, title, text] : kTables) {
    key(json, name);
    json.StartObject();
    member(json, "title", title);
    member(json, "description", text);
    json.EndObject();
  }
  json.EndObject();
  key(json, "queries");
  json.StartObject();
  for (const auto& [name, title, sql] : kQueries) {
    key(json, name);
    json.StartObject();
    member(json, "title", title);
    member(json, "sql", sql);
    json.EndObject();
  }
  json.EndObject();
  json.EndObject();
  json.EndObject();
  json.EndObject();
  return std::string(text_of(buffer));
}

}  // namespace gegenprobe::app
