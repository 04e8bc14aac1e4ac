#include <fmt/format.h>

#include <algorithm>

#include "app/filter_words.h"
#include "app/verdict_words.h"
#include "app/watch_run.h"
#include "app/watch_words.h"
#include "app/web/body.h"
#include "app/web/feeds.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "ingest/curl_http.h"
#include "store/watch.h"

namespace gegenprobe::app::web {
namespace {

/// What a saved query can hold of the parameters of /claims, and the verdicts of conflicts.
constexpr std::string_view kWatched[] = {"company", "metric",   "period", "outlet",   "value",
                                         "min",     "max",      "unit",   "modality", "text",
                                         "lang",    "language", "verdict"};

std::string number_words(const std::optional<double>& number) {
  return number ? fmt::format("{}", *number) : "";
}

/// The query as the parameters of /claims.
Request::Pairs pairs_of(const store::Watch& watch) {
  Request::Pairs pairs;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) pairs.emplace_back(name, value);
  };
  add("company", watch.company);
  add("metric", watch.metric ? word(*watch.metric) : "");
  add("text", watch.words);
  add("outlet", watch.outlet);
  add("period", watch.period);
  add("value", watch.value_words);
  if (watch.value_words.empty()) {
    add("min", number_words(watch.min));
    add("max", number_words(watch.max));
    add("unit", watch.unit);
  }
  add("modality", watch.modality ? word(*watch.modality) : "");
  add("language", watch.language);
  return pairs;
}

void write_query(JsonWriter& json, const store::Watch& watch) {
  key(json, "query");
  json.StartObject();
  for (const auto& [name, value] : pairs_of(watch)) member(json, name, value);
  if (!watch.verdicts.empty())
    write_array(json, "verdict", watch.verdicts,
                [](JsonWriter& to, store::Verdict verdict) { string(to, word(verdict)); });
  json.EndObject();
}

void write_watch(JsonWriter& json, const store::Watch& watch, const store::WatchCounts& counts,
                 const Desk& desk) {
  json.StartObject();
  key(json, "id");
  json.Int64(watch.id);
  member(json, "name", watch.name);
  write_query(json, watch);
  member(json, "made_by", watch.made_by);
  member(json, "created_at", watch.made_at);
  member(json, "last_run", watch.last_run);
  count(json, "claims", counts.claims);
  count(json, "conflicts", counts.conflicts);
  count(json, "new", counts.unseen);
  member(json, "feed", feed_path(desk, watch.id));
  std::vector<std::string> goes_to;
  for (const std::string& to : {watch.mail, watch.webhook, watch.atom, watch.json})
    if (!to.empty()) goes_to.push_back(to);
  write_texts(json, "goes_to", goes_to);
  json.EndObject();
}

Response watch_answer(Desk& desk, store::Database& database, const store::Watch& watch) {
  const auto counts = store::count_items(database, watch);
  if (!counts) return answer(problem_of(counts.error()));
  JsonBuffer buffer;
  JsonWriter json(buffer);
  write_watch(json, watch, *counts, desk);
  return {.body = std::string(text_of(buffer))};
}

Response find_watches(Desk& desk, Call&) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto watches = store::find_watches(**database);
  if (!watches) return answer(problem_of(watches.error()));
  std::vector<std::pair<store::Watch, store::WatchCounts>> counted;
  for (const store::Watch& watch : *watches) {
    const auto counts = store::count_items(**database, watch);
    if (!counts) return answer(problem_of(counts.error()));
    counted.emplace_back(watch, *counts);
  }
  return object([&](JsonWriter& json) {
    write_array(json, "items", counted,
                [&](JsonWriter& to, const auto& each) { write_watch(to, each.first, each.second, desk); });
  });
}

// ---- saving one ----------------------------------------------------------------------------------------

std::vector<store::Verdict> verdicts_of(Params& params) {
  std::vector<store::Verdict> verdicts;
  for (const std::string& name : params.texts("verdict")) {
    const auto verdict = store::verdict(name);
    if (verdict) verdicts.push_back(*verdict);
    if (!verdict) params.fail_choice("verdict", name, verdict_choices(true));
  }
  return verdicts;
}

/// The words of a value, where no reader's language makes another figure of them and nothing was added to
/// them: a Billion that one person saved must not be read as another by the next.
std::string lasting_words(const Understood& understood, const store::ClaimFilter& filter,
                          const FigureReader& figures) {
  if (!understood.value) return "";
  for (const char* language : {"de", "en"}) {
    const auto read = value_range(understood.value->text, language, figures);
    if (!read || read->min != filter.min || read->max != filter.max || read->unit != filter.unit) return "";
  }
  return understood.value->text;
}

store::Watch watch_of(const std::string& name, Params& params, const FigureReader& figures) {
  Understood understood;
  const store::ClaimFilter filter = claim_filter_of(params, figures, understood);
  store::Watch watch;
  watch.name = name;
  watch.company = filter.company, watch.metric = filter.metric, watch.words = filter.text;
  watch.outlet = filter.outlet, watch.period = filter.period, watch.language = filter.language;
  watch.min = filter.min, watch.max = filter.max, watch.unit = filter.unit, watch.modality = filter.modality;
  watch.value_words = lasting_words(understood, filter, figures);
  watch.verdicts = verdicts_of(params);
  return watch;
}

Response add_watch(Desk& desk, Call& call) {
  Body body(call.request.body);
  const std::string name = body.text("name");
  const Request::Pairs pairs = body.pairs("query");
  if (!body.problem() && name.empty()) body.fail({400, "bad_request", "\"name\" is missing"});
  for (const auto& [member, value] : pairs)
    if (std::ranges::find(kWatched, member) == std::end(kWatched))
      body.fail({400, "not_watched", fmt::format("a watch does not look at '{}'", member),
                 "company, metric, text, outlet, period, value, unit, modality, language, verdict"});
  Params params(pairs);
  store::Watch watch = watch_of(name, params, desk.figures);
  watch.made_by = call.who;
  if (body.problem()) return answer(*body.problem());
  if (params.problem()) return answer(*params.problem());
  const auto added =
      desk.write([&](store::Database& database) { return store::add_watch(database, watch, now()); });
  if (!added) return answer(problem_of(added.error()));
  const auto database = desk.readers.lease();
  return database ? watch_answer(desk, **database, *added) : answer(problem_of(database.error()));
}

// ---- one of them ---------------------------------------------------------------------------------------

Result<std::optional<store::Watch>> with_id(store::Database& database, std::int64_t id) {
  auto watches = store::find_watches(database);
  if (!watches) return watches.error();
  const auto at = std::ranges::find(*watches, id, &store::Watch::id);
  return at == watches->end() ? std::nullopt : std::optional(std::move(*at));
}

/// Does `work` with the watch that the path names; 404 where there is none.
template <class Work>
Response with_watch(Call& call, store::Database& database, Work work) {
  const auto id = id_of(call.parts[0]);
  if (!id) return answer(no_such("watch", call.parts[0]));
  const auto watch = with_id(database, *id);
  if (!watch) return answer(problem_of(watch.error()));
  return *watch ? work(**watch) : answer(no_such("watch", call.parts[0]));
}

void write_item(JsonWriter& json, const store::WatchItem& item) {
  json.StartObject();
  member(json, "found_at", item.found_at);
  member(json, "verdict", item.verdict);
  member(json, "reason", item.reason);
  key(json, "a");
  write(json, item.a);
  key(json, "b");
  if (item.b)
    write(json, *item.b);
  else
    json.Null();
  json.EndObject();
}

Response get_watch(Desk& desk, Call& call) {
  const Window window = window_of(call.params);
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  return with_watch(call, **database, [&](const store::Watch& watch) {
    const auto counts = store::count_items(**database, watch);
    if (!counts) return answer(problem_of(counts.error()));
    const auto items = store::newest_items(**database, watch, window.limit, window.offset);
    if (!items) return answer(problem_of(items.error()));
    return object([&](JsonWriter& json) {
      key(json, "watch");
      write_watch(json, watch, *counts, desk);
      write_array(json, "items", *items, write_item);
      write_page(json, window, items->size(), total_of(counts->claims + counts->conflicts));
    });
  });
}

Response remove_watch(Desk& desk, Call& call) {
  Response response;
  const auto removed = desk.write([&](store::Database& database) -> Result<Done> {
    response = with_watch(call, database, [&](const store::Watch& watch) {
      const auto gone = store::remove_watch(database, watch.name);
      return gone ? done() : answer(problem_of(gone.error()));
    });
    return Done{};
  });
  return removed ? response : answer(problem_of(removed.error()));
}

Response saw_watch(Desk& desk, Call& call) {
  Response response;
  const auto noted = desk.write([&](store::Database& database) -> Result<Done> {
    response = with_watch(call, database, [&](const store::Watch& watch) {
      const auto seen = store::mark_seen(database, watch);
      return seen ? done() : answer(problem_of(seen.error()));
    });
    return Done{};
  });
  return noted ? response : answer(problem_of(noted.error()));
}

void write_run(JsonWriter& json, const WatchRun& run) {
  count(json, "new", run.fresh);
  write_texts(json, "sent", run.sent);
  write_array(json, "failed", run.failed, [](JsonWriter& to, const Error& error) {
    to.StartObject();
    member(to, "title", error.what);
    member(to, "hint", error.hint);
    to.EndObject();
  });
}

// A connection of its own: whoever reviews meanwhile does not wait for somebody else's mail server.
Response run_watch(Desk& desk, Call& call) {
  auto database = store::Database::open(desk.options.database, store::Access::write);
  if (!database) return answer(problem_of(database.error()));
  return with_watch(call, *database, [&](const store::Watch& watch) {
    const auto http = ingest::curl_http({.user_agent = {}, .allow_private = desk.options.allow_private});
    const auto run = app::run_watch(*database, watch, *http, sendmail_program());
    if (!run) return answer(problem_of(run.error()));
    return object([&](JsonWriter& json) { write_run(json, *run); });
  });
}

constexpr Route kRoutes[] = {{"GET", "/watches", "", find_watches},
                             {"POST", "/watches", "", add_watch},
                             {"GET", "/watches/{id}", "limit offset", get_watch},
                             {"DELETE", "/watches/{id}", "", remove_watch},
                             {"POST", "/watches/{id}/run", "", run_watch},
                             {"POST", "/watches/{id}/seen", "", saw_watch}};

}  // namespace

std::span<const Route> watch_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web
