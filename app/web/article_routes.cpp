#include <algorithm>

#include "app/interchange.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "ingest/decode.h"
#include "ingest/warc.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostCopies = 51;  // and the article itself

Response find_articles(Desk& desk, Call& call) {
  const Window window = window_of(call.params);
  store::ArticleFilter filter{.outlet = call.params.text("outlet"),
                              .company = call.params.text("company"),
                              .text = call.params.text("text"),
                              .since = call.params.day("since"),
                              .limit = window.limit + 1,
                              .offset = window.offset};
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto found = store::find_articles(**database, filter);
  if (!found) return answer(problem_of(found.error()));
  const Total total = cut(*found, window);
  return object([&](JsonWriter& json) {
    write_array(json, "items", *found);
    write_page(json, window, found->size(), total);
  });
}

extract::Extraction extraction_of(const store::StoredArticle& article) {
  extract::Extraction found{article.row.language, {}, {}};
  for (const store::StoredMention& mention : article.mentions) found.mentions.push_back(mention.mention);
  return found;
}

void write_revision(JsonWriter& json, const store::StoredArticle& article) {
  json.StartObject();
  count(json, "number", static_cast<std::size_t>(article.row.revisions));
  key(json, "fetched_at");
  string(json, article.row.added_at);
  member(json, "title", article.row.title);
  yes_no(json, "correction", !article.claims.empty() && article.claims.front().correction);
  yes_no(json, "live", true);
  count(json, "claims", article.claims.size());
  yes_no(json, "source", article.record.has_value());
  json.EndObject();
}

Response get_article(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("article", call.parts[0]));
  const auto revision = call.params.whole("revision", 1, 1'000'000);
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::find_article(**database, *id);
  if (!found) return answer(problem_of(found.error()));
  if (!*found) return answer(no_such("article", call.parts[0]));
  const store::StoredArticle& article = **found;
  auto copies = store::find_articles(**database, {.copies_of = *id, .limit = kMostCopies});
  if (!copies) return answer(problem_of(copies.error()));
  std::erase_if(*copies, [&](const store::ArticleRow& row) { return row.id == *id; });
  if (revision && *revision != article.row.revisions)
    return answer({501, "not_yet", "older revisions are not served yet"});
  return object([&](JsonWriter& json) {
    key(json, "article");
    write(json, article.row);
    count(json, "revision", static_cast<std::size_t>(article.row.revisions));
    key(json, "text");
    string(json, article.text);
    key(json, "mentions");
    write_mentions(json, extraction_of(article), article.text);
    write_array(json, "claims", article.claims);
    key(json, "revisions");
    json.StartArray();
    write_revision(json, article);
    json.EndArray();
    write_array(json, "copies", *copies);
    count(json, "copies_count", copies->size());
  });
}

// The page as it was fetched, as text: bytes that are no UTF-8 are shown as such.
Response get_source(Desk& desk, Call& call) {
  constexpr std::size_t kMost = 2 << 20;
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("article", call.parts[0]));
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::find_article(**database, *id);
  if (!found) return answer(problem_of(found.error()));
  if (!*found) return answer(no_such("article", call.parts[0]));
  if (!(*found)->record) return answer({404, "not_found", "the page of this article was not kept"});
  const auto record = ingest::read_warc_record(*(*found)->record);
  if (!record) return answer(problem_of(record.error()));
  const std::string_view body = record->body();
  const auto page = ingest::decode(body.substr(0, std::min(body.size(), kMost)));
  if (!page) return answer(problem_of(page.error()));
  const ingest::Response none, &http = record->http ? *record->http : none;
  return object([&](JsonWriter& json) {
    member(json, "url", record->uri);
    member(json, "fetched_at", record->date);
    key(json, "status");
    if (http.status > 0)
      json.Int(http.status);
    else
      json.Null();
    member(json, "content_type", http.header("content-type"));
    write_array(json, "headers", http.headers, [](JsonWriter& to, const auto& header) {
      to.StartObject();
      key(to, "name");
      string(to, header.first);
      key(to, "value");
      string(to, header.second);
      to.EndObject();
    });
    key(json, "text");
    string(json, page->utf8);
    yes_no(json, "cut", body.size() > kMost);
  });
}

constexpr Route kRoutes[] = {{"GET", "/articles", "outlet company text since limit offset", find_articles},
                             {"GET", "/articles/{id}", "revision", get_article},
                             {"GET", "/articles/{id}/source", "revision", get_source}};

}  // namespace

std::span<const Route> article_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
