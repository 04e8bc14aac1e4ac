#include <charconv>

#include "app/interchange.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"

namespace gegenprobe::app::web {
namespace {

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
  const bool more = found->size() > window.limit;
  if (more) found->pop_back();
  return object([&](JsonWriter& json) {
    write_array(json, "items", *found);
    write_page(json, window, found->size(), {window.offset + found->size(), !more});
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
  yes_no(json, "source", false);
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
    write_texts(json, "copies", {});
    count(json, "copies_count", 0);
  });
}

constexpr Route kRoutes[] = {{"GET", "/articles", "outlet company text since limit offset", find_articles},
                             {"GET", "/articles/{id}", "revision", get_article}};

}  // namespace

std::span<const Route> article_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
