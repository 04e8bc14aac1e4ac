#include <fmt/format.h>

#include "app/interchange.h"
#include "app/web/body.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "ingest/curl_http.h"
#include "ingest/fetch.h"
#include "ingest/ingest.h"
#include "store/cross_check.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kLongestText = 500'000;  // bytes; longer than any article
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

std::string now_words() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::hh_mm_ss time(now - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso(day), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
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
  if (keep) body.fail({501, "not_yet", "results are not kept yet"});
  if (body.problem()) return answer(*body.problem());
  const auto document = url.empty() ? Result(ingest::document_of(text, overrides))
                                    : fetched(url, overrides, desk.options.allow_private);
  if (!document) return answer(problem_of(document.error()));
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto firms = store::known_firms(**database, document->normalised.utf8);
  if (!firms) return answer(problem_of(firms.error()));
  const extract::Extraction found = extract::extract(*document, *desk.rules, *firms);
  const auto checked = store::check(**database, *document, found);
  if (!checked) return answer(problem_of(checked.error()));
  const std::string version = extract::version_of(*desk.rules);
  return object([&](JsonWriter& json) {
    key(json, "id");
    json.Null();
    key(json, "created_at");
    string(json, now_words());
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
    write_texts(json, "needs_published", relative_dates(*document, found));
    key(json, "rules_version");
    string(json, version);
  });
}

constexpr Route kRoutes[] = {{"POST", "/check", "", check, Route::Kind::computes}};

}  // namespace

std::span<const Route> check_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
