#include <fmt/format.h>

#include <algorithm>

#include "app/extraction_json.h"
#include "app/filter_words.h"
#include "app/web/body.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "extract/text/short_text.h"
#include "extract/text/unread.h"
#include "ingest/curl_http.h"
#include "ingest/fetch.h"
#include "ingest/ingest.h"
#include "store/cross_check.h"
#include "store/kept_check.h"
#include "store/utc.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kLongestText = 500'000;  // bytes; longer than any article
constexpr std::size_t kIdLength = 22;  // 128 bits: whoever has the link may see it, and nobody else finds it
constexpr std::size_t kLargestPage = 8 << 20;
constexpr std::chrono::milliseconds kFetchTime{15'000};

ingest::Overrides overrides_of(Body& body) {
  ingest::Overrides overrides;
  overrides.published = body.day("published");
  overrides.outlet = body.text("outlet");
  overrides.language = body.text("language");
  if (!overrides.language.empty() && overrides.language != "de" && overrides.language != "en")
    body.fail({400, "bad_request", "\"language\" is neither de nor en"});
  return overrides;
}

// Ingest's own fetch: robots.txt and limits as in a crawl; private addresses refused after name resolution.
Result<ingest::Document> fetched(const std::string& url, const ingest::Overrides& overrides,
                                 bool allow_private) {
  const auto http = ingest::curl_http({.user_agent = {},
                                       .timeout = kFetchTime,
                                       .largest_body = kLargestPage,
                                       .allow_private = allow_private});
  std::optional<Result<ingest::Document>> first;
  const auto done = ingest::ingest_url(*http, url, overrides, [&](Result<ingest::Document> document) {
    first.emplace(std::move(document));
    return false;
  });
  if (!done) return done.error();
  if (!first) return Error{Error::Kind::input, "the page holds no text", "paste its text"};
  return *std::move(first);
}

/// A claim of a text that is not stored, in the shape of those that are.
store::StoredClaim unstored(const ingest::Document& document, const extract::Extraction& found,
                            const extract::Claim& claim, extract::CodePoints& points,
                            const std::string& rules_version) {
  const auto span = [&](Span bytes) {
    return store::PointSpan{static_cast<std::uint32_t>(points.at(bytes.begin)),
                            static_cast<std::uint32_t>(points.at(bytes.end))};
  };
  store::StoredClaim stored;
  stored.claim = claim;
  stored.surface = claim.evidence.of(document.text);
  stored.sentence = claim.sentence.of(document.text);
  stored.evidence_points = span(claim.evidence);
  stored.sentence_points = span(claim.sentence);
  stored.outlet = document.outlet;
  stored.title = document.title;
  stored.url = document.url;
  stored.language = found.language;
  stored.published = document.published;
  stored.rules_version = rules_version;
  return stored;
}

std::vector<std::string> relative_dates(const ingest::Document& document, const extract::Extraction& found) {
  std::vector<std::string> words;
  if (document.published) return words;
  for (const extract::Mention& mention : found.mentions)
    if (const extract::DateValue* date = mention.date(); date && date->relative && !date->from && !date->to)
      words.emplace_back(mention.span.of(document.text));
  return words;
}

// In the order of the list: a slip of scale is worse than a contradiction.
std::string worst_of(const std::vector<store::CheckedClaim>& checked) {
  const auto worst = std::ranges::min_element(checked, {}, &store::CheckedClaim::verdict);
  return worst == checked.end() ? "" : std::string(word(worst->verdict));
}

Response check(Desk& desk, Call& call) {
  Body body(call.request.body);
  const std::string text = body.text("text"), url = body.text("url"), name = body.text("name");
  const bool keep = body.on("keep");
  const ingest::Overrides overrides = overrides_of(body);
  if (!body.problem() && text.empty() == url.empty())
    body.fail({400, "bad_request", "give either \"text\" or \"url\""});
  if (text.size() > kLongestText)
    body.fail({413, "too_large", fmt::format("a text has {} bytes at most", kLongestText)});
  if (keep && desk.options.guard.read_only) body.fail({403, "read_only", "this desk only reads"});
  if (body.problem()) return answer(*body.problem());
  auto document = url.empty() ? Result(ingest::document_of(text, overrides))
                              : fetched(url, overrides, desk.options.allow_private);
  if (!document) return answer(problem_of(document.error()));
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto firms = store::known_firms(**database, document->normalised.utf8);
  if (!firms) return answer(problem_of(firms.error()));
  std::vector<extract::Unread> unread;
  const extract::Extraction found = extract::extract_short(*document, *desk.rules, *firms, &unread);
  const auto checked = store::check(**database, *document, found, today());
  if (!checked) return answer(problem_of(checked.error()));
  const std::string version = extract::version_of(*desk.rules);
  store::KeptCheck kept{
      .created_at = store::utc(now()), .name = name, .title = document->title, .url = document->url};
  if (keep) kept.id = random_token().substr(0, kIdLength);
  kept.claims = checked->size();
  kept.worst = worst_of(*checked);
  Response response = object([&](JsonWriter& json) {
    member(json, "id", kept.id);
    member(json, "created_at", kept.created_at);
    member(json, "name", name);
    key(json, "text");
    string(json, document->text);
    member(json, "title", document->title);
    member(json, "url", document->url);
    member(json, "outlet", document->outlet);
    key(json, "published");
    day_or_null(json, document->published);
    member(json, "language", found.language);
    key(json, "mentions");
    write_mentions(json, found, document->text);
    extract::CodePoints points(document->text);
    write_array(json, "claims", *checked, [&](JsonWriter& to, const store::CheckedClaim& each) {
      write(to, each, unstored(*document, found, each.claim, points, version));
    });
    key(json, "unread");
    write_unread(json, unread, document->text);
    write_texts(json, "needs_published", relative_dates(*document, found));
    key(json, "rules_version");
    string(json, version);
  });
  if (!keep) return response;
  const auto done =
      desk.write([&](store::Database& writable) { return store::keep_check(writable, kept, response.body); });
  return done ? response : answer(problem_of(done.error()));
}

// ---- kept ----------------------------------------------------------------------------------------------

void write_kept(JsonWriter& json, const store::KeptCheck& check) {
  json.StartObject();
  member(json, "id", check.id);
  member(json, "created_at", check.created_at);
  member(json, "name", check.name);
  member(json, "title", check.title);
  member(json, "url", check.url);
  count(json, "claims", check.claims);
  member(json, "worst", check.worst);
  json.EndObject();
}

Response find_checks(Desk& desk, Call& call) {
  const Window window = window_of(call.params);
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto found = store::find_checks(**database, window.limit + 1, window.offset);
  if (!found) return answer(problem_of(found.error()));
  const Total total = cut(*found, window);
  return object([&](JsonWriter& json) {
    write_array(json, "items", *found, write_kept);
    write_page(json, window, found->size(), total);
  });
}

Response get_check(Desk& desk, Call& call) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto found = store::find_check(**database, call.parts[0]);
  if (!found) return answer(problem_of(found.error()));
  if (!*found) return answer(no_such("kept check", call.parts[0]));
  return {.body = **std::move(found)};
}

Response remove_check(Desk& desk, Call& call) {
  const auto removed =
      desk.write([&](store::Database& database) { return store::remove_check(database, call.parts[0]); });
  if (!removed) return answer(problem_of(removed.error()));
  if (!*removed) return answer(no_such("kept check", call.parts[0]));
  return done();
}

constexpr Route kRoutes[] = {{"POST", "/check", "", check, Route::Kind::computes},
                             {"GET", "/checks", "limit offset", find_checks},
                             {"GET", "/checks/{id}", "", get_check},
                             {"DELETE", "/checks/{id}", "", remove_check}};

}  // namespace

std::span<const Route> check_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
