#include "app/source_rows.h"

#include <fmt/format.h>

#include "app/moments.h"

namespace gegenprobe::app {
namespace {

using store::Time;

Cell moment(const std::optional<Time>& time, Time now) {
  if (!time) return Cell::none();
  Cell cell{store::utc(*time)};
  cell.shown = *time <= now ? span_words(now - *time) + " ago" : "in " + span_words(*time - now);
  return cell;
}

Cell count(std::size_t number) { return Cell::whole(static_cast<std::int64_t>(number)); }

Cell rate(const std::optional<double>& per_day) {
  if (!per_day) return Cell::none();
  Cell cell{*per_day};
  cell.shown = fmt::format("{:.1f}", *per_day);
  return cell;
}

Cell next_visit(const store::Source& source, Time now) {
  if (source.state != store::SourceState::active) return Cell::none();
  Cell cell = moment(source.next_at, now);
  if (!source.next_at || *source.next_at <= now) cell.shown = "now";
  return cell;
}

Cell status(const SourceState& state) {
  Cell cell{std::string(status_of(state))};
  if (state.source.needs_person)
    cell.style = Style::red;
  else if (!state.source.error.empty() || state.pause)
    cell.style = Style::yellow;
  return cell;
}

std::string moment_words(const std::optional<Time>& time, Time now) {
  if (!time) return "never";
  return fmt::format("{} ({})", clock_words(*time, now),
                     *time <= now ? span_words(now - *time) + " ago" : "in " + span_words(*time - now));
}

}  // namespace

std::string_view status_of(const SourceState& state) {
  const auto& source = state.source;
  if (source.state == store::SourceState::paused) return "paused";
  if (source.state == store::SourceState::unlisted) return "not in the configuration";
  if (source.needs_person) return "needs a person";
  if (!source.visited_at) return "new";
  if (!source.error.empty()) return "failing";
  return state.pause ? "waits" : "ok";
}

std::vector<Column> source_columns() {
  using enum Column::Align;
  return {{"name", "Source", left, true},
          {"status", "Status"},
          {"kind", "Kind", left, false, 4},
          {"per_day", "A day", right, false, 2},
          {"articles", "Articles", right},
          {"waiting", "Waiting", right, false, 3},
          {"news_at", "Last news"},
          {"succeeded_at", "Last success", left, false, 1},
          {"next_at", "Next visit"},
          {"next_why", "", left, true},
          {"error", "Error", left, true},
          {"pause_until", ""},
          {"url", ""},
          {"read_url", ""},
          {"outlet", ""},
          {"language", ""},
          {"from_config", ""},
          {"added_at", ""},
          {"visited_at", ""},
          {"error_at", ""},
          {"interval_seconds", ""},
          {"failed", ""},
          {"other_pages", ""}};
}

std::vector<Cell> source_cells(const SourceState& state, Time now) {
  const auto& [source, pages, pause] = state;
  return {Cell::text(source.name),
          status(state),
          Cell{std::string(word(source.kind))},
          rate(source.per_day),
          count(pages.kept),
          count(pages.waiting),
          moment(source.news_at, now),
          moment(source.succeeded_at, now),
          next_visit(source, now),
          Cell::text(source.next_why),
          Cell::text(source.error),
          moment(pause ? pause->not_before : std::nullopt, now),
          Cell::text(source.url),
          Cell::text(source.read_url),
          Cell::text(source.outlet),
          Cell::text(source.language),
          Cell{source.from_config},
          moment(source.added_at, now),
          moment(source.visited_at, now),
          moment(source.error_at, now),
          source.interval ? Cell::whole(source.interval->count()) : Cell::none(),
          count(pages.failed),
          count(pages.other)};
}

std::string source_story(const SourceState& state, Time now) {
  const auto& [source, pages, pause] = state;
  std::string text;
  const auto line = [&](std::string_view name, const std::string& words) {
    if (!words.empty()) text += fmt::format("  {:<14}{}\n", name, words);
  };
  line("address", source.url);
  if (source.read_url != source.url) line("read at", source.read_url);
  line("kind", std::string(word(source.kind)));
  line("outlet", source.outlet);
  line("language", source.language);
  line("listed", source.from_config ? "in the configuration" : "added by hand");
  line("articles", fmt::format("{} stored, {} waiting, {} failed, {} no articles or not to be had",
                               pages.kept, pages.waiting, pages.failed, pages.other));
  if (source.per_day) line("a day", fmt::format("{:.1f} articles", *source.per_day));
  line("last visit", moment_words(source.visited_at, now));
  line("last success", moment_words(source.succeeded_at, now));
  line("last news", moment_words(source.news_at, now));
  if (source.state == store::SourceState::active)
    line("next visit",
         source.next_at && *source.next_at > now ? moment_words(source.next_at, now) : "with the next run");
  line("why then", source.next_why);
  if (source.interval) line("interval", span_words(*source.interval));
  if (pause)
    line("pause until",
         fmt::format("{}: its host asks for it ({})", moment_words(pause->not_before, now), pause->why));
  line("error", source.error);
  if (source.error_at) line("since", moment_words(source.error_at, now));
  return fmt::format("{}: {}\n{}", source.name, status_of(state), text);
}

}  // namespace gegenprobe::app
