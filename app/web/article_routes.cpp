#include <algorithm>

#include "app/extraction_json.h"
#include "app/text_diff.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "ingest/decode.h"
#include "ingest/normalise.h"
#include "ingest/warc.h"
#include "store/revision_table.h"

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

void write_revision(JsonWriter& json, const store::RevisionRow& revision) {
  json.StartObject();
  count(json, "number", static_cast<std::size_t>(revision.number));
  key(json, "fetched_at");
  string(json, revision.fetched_at);
  member(json, "title", revision.title);
  yes_no(json, "correction", revision.correction);
  yes_no(json, "live", revision.live);
  count(json, "claims", revision.claims);
  yes_no(json, "source", revision.has_record);
  json.EndObject();
}

/// The article that the path names, in the version that `revision` names.
struct Asked {
  std::int64_t id = 0;
  std::optional<std::int64_t> revision;
};

Result<std::optional<store::StoredArticle>> find(store::Database& database, const Asked& asked) {
  return asked.revision ? store::find_article_version(database, asked.id, static_cast<int>(*asked.revision))
                        : store::find_article(database, asked.id);
}

Problem not_there(const Asked& asked) {
  if (!asked.revision) return no_such("article", std::to_string(asked.id));
  return no_such("version of this article with number", std::to_string(*asked.revision));
}

constexpr std::int64_t kMostRevisions = 1'000'000;

/// Answers with what `tell` makes of the article that is asked for.
template <class Tell>
Response with_article(Desk& desk, Call& call, Tell tell) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("article", call.parts[0]));
  const Asked asked{*id, call.params.whole("revision", 1, kMostRevisions)};
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = find(**database, asked);
  if (!found) return answer(problem_of(found.error()));
  if (!*found) return answer(not_there(asked));
  return tell(**database, asked, **found);
}

Response article_answer(store::Database& database, const Asked& asked, const store::StoredArticle& article) {
  const auto revisions = store::list_revisions(database, asked.id);
  if (!revisions) return answer(problem_of(revisions.error()));
  auto copies = store::find_articles(database, {.copies_of = asked.id, .limit = kMostCopies});
  if (!copies) return answer(problem_of(copies.error()));
  std::erase_if(*copies, [&](const store::ArticleRow& row) { return row.id == asked.id; });
  return object([&](JsonWriter& json) {
    key(json, "article");
    write(json, article.row);
    count(json, "revision", static_cast<std::size_t>(asked.revision.value_or(article.row.revisions)));
    key(json, "text");
    string(json, article.text);
    key(json, "mentions");
    write_mentions(json, extraction_of(article), article.text);
    write_array(json, "claims", article.claims);
    write_array(json, "revisions", *revisions, write_revision);
    write_array(json, "copies", *copies);
    count(json, "copies_count", copies->size());
  });
}
Response get_article(Desk& desk, Call& call) { return with_article(desk, call, article_answer); }

// ---- what changed --------------------------------------------------------------------------------------

std::string_view word(DiffPiece::Kind kind) {
  constexpr std::string_view kWords[] = {"same", "removed", "added"};
  return kWords[static_cast<std::size_t>(kind)];
}
std::string_view word(store::ClaimChange::Kind kind) {
  constexpr std::string_view kWords[] = {"came", "went", "changed"};
  return kWords[static_cast<std::size_t>(kind)];
}

void write_change(JsonWriter& json, const store::ClaimChange& change) {
  json.StartObject();
  member(json, "change", word(change.kind));
  for (const auto& [name, claim] : {std::pair("before", change.before), {"after", change.after}}) {
    key(json, name);
    if (claim)
      write(json, *claim);
    else
      json.Null();
  }
  json.EndObject();
}

void write_diff(JsonWriter& json, const store::StoredRevision& from, const store::StoredRevision& to) {
  const TextDiff diff = text_diff(ingest::normalise(from.text).utf8, ingest::normalise(to.text).utf8);
  const auto changes = store::claim_changes(from.claims, to.claims);
  member(json, "title_before", from.title);
  member(json, "title_after", to.title);
  yes_no(json, "minor", diff.minor && changes.empty() && from.title == to.title);
  count(json, "words_removed", diff.removed);
  count(json, "words_added", diff.added);
  write_array(json, "diff", diff.pieces, [](JsonWriter& to_json, const DiffPiece& piece) {
    to_json.StartObject();
    member(to_json, "op", word(piece.kind));
    key(to_json, "text");
    string(to_json, piece.text);
    to_json.EndObject();
  });
  write_array(json, "claims", changes, write_change);
}

// The numbers of the two versions: by default the newest and the one before.
std::pair<std::size_t, std::size_t> numbers_of(Params& params, std::size_t versions) {
  const auto to = params.whole("to", 1, kMostRevisions).value_or(static_cast<std::int64_t>(versions));
  const auto from = params.whole("from", 1, kMostRevisions).value_or(std::max<std::int64_t>(to - 1, 1));
  return {static_cast<std::size_t>(from), static_cast<std::size_t>(to)};
}

Response get_diff(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("article", call.parts[0]));
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto rows = store::list_revisions(**database, *id);
  if (!rows) return answer(problem_of(rows.error()));
  if (rows->empty()) return answer(no_such("article", call.parts[0]));
  if (rows->size() == 1) return answer({404, "not_found", "this article has one version only"});
  const auto [from, to] = numbers_of(call.params, rows->size());
  if (call.params.problem()) return answer(*call.params.problem());
  const auto at = [](const auto& versions, std::size_t number) {
    return std::ranges::find_if(versions,
                                [&](const auto& each) { return each.number == static_cast<int>(number); });
  };
  for (const std::size_t number : {from, to})
    if (at(*rows, number) == rows->end())
      return answer(no_such("version of this article with number", std::to_string(number)));
  const auto versions = store::find_revisions(**database, *id);
  if (!versions) return answer(problem_of(versions.error()));
  return object([&, first = from, last = to](JsonWriter& json) {
    key(json, "from");
    write_revision(json, *at(*rows, first));
    key(json, "to");
    write_revision(json, *at(*rows, last));
    write_diff(json, *at(*versions, first), *at(*versions, last));
  });
}

// ---- the page as it was fetched ------------------------------------------------------------------------

void write_headers(JsonWriter& json, const ingest::Response& http) {
  write_array(json, "headers", http.headers, [](JsonWriter& to, const auto& header) {
    to.StartObject();
    key(to, "name");
    string(to, header.first);
    key(to, "value");
    string(to, header.second);
    to.EndObject();
  });
}

// As text: bytes that are no UTF-8 are shown as such.
Response source_answer(const ingest::WarcRecord& record) {
  constexpr std::size_t kMost = 2 << 20;
  const std::string_view body = record.body();
  const auto page = ingest::decode(body.substr(0, std::min(body.size(), kMost)));
  if (!page) return answer(problem_of(page.error()));
  const ingest::Response none, &http = record.http ? *record.http : none;
  return object([&](JsonWriter& json) {
    member(json, "url", record.uri);
    member(json, "fetched_at", record.date);
    key(json, "status");
    if (http.status > 0)
      json.Int(http.status);
    else
      json.Null();
    member(json, "content_type", http.header("content-type"));
    write_headers(json, http);
    key(json, "text");
    string(json, page->utf8);
    yes_no(json, "cut", body.size() > kMost);
  });
}

Response get_source(Desk& desk, Call& call) {
  return with_article(desk, call,
                      [](store::Database&, const Asked&, const store::StoredArticle& article) -> Response {
                        if (!article.record)
                          return answer({404, "not_found", "the page of this article was not kept"});
                        const auto record = ingest::read_warc_record(*article.record);
                        return record ? source_answer(*record) : answer(problem_of(record.error()));
                      });
}

constexpr Route kRoutes[] = {{"GET", "/articles", "outlet company text since limit offset", find_articles},
                             {"GET", "/articles/{id}", "revision", get_article},
                             {"GET", "/articles/{id}/diff", "from to", get_diff},
                             {"GET", "/articles/{id}/source", "revision", get_source}};

}  // namespace

std::span<const Route> article_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
