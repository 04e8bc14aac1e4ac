#include <algorithm>
#include <cmath>
#include <map>

#include "app/crawl_config.h"
#include "app/filter_words.h"
#include "app/web/body.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/source_table.h"

namespace gegenprobe::app::web {
namespace {

constexpr auto kSilentAfter = std::chrono::days(7);

std::string_view state_of(const store::Source& source) {
  if (source.state != store::SourceState::active) return "paused";
  if (!source.visited_at) return "new";
  if (!source.error.empty()) return "broken";
  return now() - source.news_at.value_or(source.added_at) > kSilentAfter ? "silent" : "ok";
}

void moment(JsonWriter& json, std::string_view name, const std::optional<store::Time>& time) {
  member(json, name, time ? store::utc(*time) : "");
}

void write_source(JsonWriter& json, const store::Source& source, std::size_t articles) {
  json.StartObject();
  key(json, "id");
  json.Int64(source.id);
  member(json, "name", source.name);
  member(json, "url", source.url);
  member(json, "kind", word(source.kind));
  member(json, "outlet", source.outlet);
  member(json, "language", source.language);
  member(json, "state", state_of(source));
  member(json, "problem", source.error);
  moment(json, "last_visit", source.visited_at);
  moment(json, "last_new", source.news_at);
  moment(json, "next_visit", source.state == store::SourceState::active ? source.next_at : std::nullopt);
  count(json, "articles", articles);
  key(json, "failures");
  json.Int(static_cast<int>(std::lround(source.failures)));
  json.EndObject();
}

Response find_sources(Desk& desk, Call& call) {
  const Window window = window_of(call.params);
  const std::string state = call.params.text("state");
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto sources = store::find_sources(**database);
  if (!sources) return answer(problem_of(sources.error()));
  std::map<std::string_view, std::size_t> states;
  for (const store::Source& source : *sources) ++states[state_of(source)];
  if (!state.empty())
    std::erase_if(*sources, [&](const store::Source& source) { return state_of(source) != state; });
  const std::size_t total = sources->size();
  sources->erase(sources->begin(),
                 sources->begin() + static_cast<std::ptrdiff_t>(std::min(window.offset, total)));
  if (sources->size() > window.limit)
    sources->erase(sources->begin() + static_cast<std::ptrdiff_t>(window.limit), sources->end());
  std::map<std::int64_t, std::size_t> articles;
  for (const store::Source& source : *sources) {
    const auto pages = store::count_pages(**database, source.id);
    if (!pages) return answer(problem_of(pages.error()));
    articles[source.id] = pages->kept;
  }
  return object([&](JsonWriter& json) {
    write_array(json, "items", *sources, [&](JsonWriter& to, const store::Source& source) {
      write_source(to, source, articles[source.id]);
    });
    write_page(json, window, sources->size(), {total, true});
    write_array(json, "states", states, [](JsonWriter& to, const auto& each) {
      to.StartObject();
      member(to, "state", each.first);
      count(to, "count", each.second);
      to.EndObject();
    });
  });
}

Response source_answer(const Result<store::Source>& source) {
  if (!source) return answer(problem_of(source.error()));
  JsonBuffer buffer;
  JsonWriter json(buffer);
  write_source(json, *source, 0);
  return {.body = std::string(text_of(buffer))};
}

Response add_source(Desk& desk, Call& call) {
  Body body(call.request.body);
  const std::string url = body.text("url"), outlet = body.text("outlet"), language = body.text("language");
  // On the command line a source may be a folder; through the page nobody looks into the server's files.
  if (!url.starts_with("http://") && !url.starts_with("https://"))
    body.fail({400, "bad_request", "\"url\" begins with http:// or https://"});
  if (body.problem()) return answer(*body.problem());
  auto source = source_of(url, body.text("name"));
  if (!source) return answer(problem_of(source.error()));
  source->outlet = outlet, source->language = language;
  return source_answer(
      desk.write([&](store::Database& database) { return store::add_source(database, *source, now()); }));
}

Result<store::Source> with_id(store::Database& database, std::int64_t id) {
  const auto sources = store::find_sources(database);
  if (!sources) return sources.error();
  const auto at = std::ranges::find(*sources, id, &store::Source::id);
  if (at != sources->end()) return *at;
  return Error{Error::Kind::usage, "there is no such source", ""};
}

Response change_source(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("source", call.parts[0]));
  Body body(call.request.body);
  const bool paused = body.on("paused");
  if (!body.problem() && !body.has("paused")) body.fail({400, "bad_request", "\"paused\" is missing"});
  if (body.problem()) return answer(*body.problem());
  const auto state = paused ? store::SourceState::paused : store::SourceState::active;
  return source_answer(desk.write([&](store::Database& database) -> Result<store::Source> {
    if (const auto known = with_id(database, *id); !known) return known.error();
    if (const auto set = store::set_state(database, *id, state); !set) return set.error();
    return with_id(database, *id);
  }));
}

Response remove_source(Desk& desk, Call& call) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("source", call.parts[0]));
  const auto removed = desk.write([&](store::Database& database) -> Result<Done> {
    if (const auto known = with_id(database, *id); !known) return known.error();
    return store::remove_source(database, *id);
  });
  return removed ? done() : answer(problem_of(removed.error()));
}

constexpr Route kRoutes[] = {{"GET", "/sources", "state limit offset", find_sources},
                             {"POST", "/sources", "", add_source},
                             {"PATCH", "/sources/{id}", "", change_source},
                             {"DELETE", "/sources/{id}", "", remove_source}};

}  // namespace

std::span<const Route> source_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
