#include "app/web/feeds.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/filter_words.h"
#include "app/watch_words.h"
#include "app/web/routes.h"
#include "store/watch.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::string_view kBegin = "/feeds/watches/", kEnd = ".atom";
constexpr std::size_t kMostEntries = 100;

std::optional<std::int64_t> watch_in(std::string_view target) {
  if (!target.starts_with(kBegin) || !target.ends_with(kEnd)) return std::nullopt;
  if (target.size() < kBegin.size() + kEnd.size()) return std::nullopt;
  return id_of(target.substr(kBegin.size(), target.size() - kBegin.size() - kEnd.size()));
}

std::string key_name(std::int64_t watch) { return fmt::format("feed {}", watch); }

}  // namespace

std::string feed_path(const Desk& desk, std::int64_t watch) {
  const std::string secret = desk.sessions.feed_key(key_name(watch));
  return fmt::format("{}{}{}{}{}", kBegin, watch, kEnd, secret.empty() ? "" : "?key=", secret);
}

bool is_open_feed(const Desk& desk, const Request& request) {
  const auto watch = watch_in(request.target);
  if (!watch) return false;
  const std::string secret = desk.sessions.feed_key(key_name(*watch));
  const auto given = std::ranges::find(request.query, "key", &Request::Pairs::value_type::first);
  return secret.empty() || (given != request.query.end() && same_secret(given->second, secret));
}

Response feed(Desk& desk, const Request& request) {
  const auto id = watch_in(request.target);
  if (!id) return answer({404, "not_found", "there is no such feed"});
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto watches = store::find_watches(**database);
  if (!watches) return answer(problem_of(watches.error()));
  const auto watch = std::ranges::find(*watches, *id, &store::Watch::id);
  if (watch == watches->end()) return answer({404, "not_found", "this watch was removed"});
  const auto items = store::newest_items(**database, *watch, kMostEntries);
  if (!items) return answer(problem_of(items.error()));
  return {.type = "application/atom+xml; charset=utf-8", .body = atom_feed(*watch, *items)};
}

bool look_for_all_watches(Desk& desk) {
  const auto done = desk.write([](store::Database& database) -> Result<Done> {
    const auto watches = store::find_watches(database);
    if (!watches) return watches.error();
    for (const store::Watch& watch : *watches)
      if (const auto found = store::collect(database, watch, now()); !found) return found.error();
    return Done{};
  });
  return static_cast<bool>(done);
}

}  // namespace gegenprobe::app::web
