#include "app/web/params.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>

#include "app/rule_words.h"
#include "extract/extract.h"
#include "store/near_words.h"
#include "store/range.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kLongestWord = 40;
constexpr std::int64_t kMostRows = 500, kUsualRows = 50;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> bound(const std::optional<store::Range::Edge>& edge) {
  return edge ? std::optional(edge->at.to_double()) : std::nullopt;
}

std::optional<std::string> flag_word(std::string_view word) {
  const auto all = extract::flag_words(~0u);
  return std::ranges::find(all, word) != all.end() ? std::optional(std::string(word)) : std::nullopt;
}

const Params::Choices kReviewChoices{"none", "any", "accept", "correct", "reject"};

void read_review(Params& params, store::ClaimFilter& filter) {
  const std::string review = params.text("review");
  if (review == "none" || review == "any")
    filter.reviewed = review == "any";
  else
    filter.judgement = params.word(
        "review", [](std::string_view word) { return store::judgement(word); }, kReviewChoices);
}

void read_value(Params& params, const FigureReader& figures, store::ClaimFilter& filter,
                Understood& understood) {
  const std::string words = params.text("value");
  const std::string language = params.text("lang");
  if (words.empty()) return;
  understood.value = value_range(words, language, figures);
  if (!understood.value)
    return params.fail({400, "bad_value", fmt::format("'{}' is no figure", words),
                        "for example 1-2 Mrd. €, €1-2bn, mindestens 500 Jobs, 10-12 %"});
  filter.min = understood.value->min;
  filter.max = understood.value->max;
  filter.unit = understood.value->unit;
}

// As the program names it, «Pfund» being GBP: a unit that nobody has finds nothing.
void read_unit(Params& params, const extract::Rules& rules, store::ClaimFilter& filter) {
  const std::string given = params.text("unit");
  if (given.empty()) return;
  const auto unit = unit_named(rules, given);
  if (!unit)
    return params.fail({400, "bad_unit", fmt::format("'{}' is no unit that is known", given),
                        "for example EUR, Pfund, %, pp, job, vehicle, tonne"});
  filter.unit = *unit;
}

}  // namespace

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::vector<std::string> Params::texts(std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : query_) {
    if (key != name || value.empty()) continue;
    if (value.size() > kLongestText || !is_utf8(value) || value.find('\0') != value.npos) {
      fail(name, value.size() > kLongestText ? "…" : "?",
           fmt::format("at most {} bytes of UTF-8", kLongestText));
      continue;
    }
    values.push_back(value);
  }
  return values;
}

std::string Params::text(std::string_view name) {
  auto values = texts(name);
  if (values.size() > 1) fail(name, values[1], "it can be given once");
  return values.empty() ? "" : std::move(values.front());
}

std::optional<double> Params::number(std::string_view name) {
  const std::string given = text(name);
  const auto value = number_in<double>(given);
  if (!given.empty() && !value) fail(name, given, "for example 5.5e9");
  return value;
}

std::optional<std::int64_t> Params::whole(std::string_view name, std::int64_t least, std::int64_t most) {
  const std::string given = text(name);
  const auto value = number_in<std::int64_t>(given);
  if (given.empty()) return std::nullopt;
  if (value && *value >= least && *value <= most) return value;
  fail(name, given, fmt::format("{} to {}", least, most));
  return std::nullopt;
}

bool Params::on(std::string_view name) {
  const std::string given = text(name);
  if (!given.empty() && given != "true" && given != "1" && given != "false" && given != "0")
    fail(name, given, "true or false");
  return given == "true" || given == "1";
}

std::optional<Day> Params::day(std::string_view name) {
  const std::string given = text(name);
  const auto value = parse_day(given);
  if (!given.empty() && !value) fail(name, given, "a day like 2025-10-07");
  return value;
}

std::optional<extract::Metric> Params::metric() {
  Choices all;
  for (int i = 0; i <= static_cast<int>(extract::Metric::other); ++i)
    all.emplace_back(extract::word(static_cast<extract::Metric>(i)));
  return word(
      "metric", [](std::string_view text) { return extract::metric(text); }, all);
}

void Params::fail(std::string_view name, std::string_view given, std::string hint) {
  fail({400, "bad_request", fmt::format("{}: '{}' cannot be read", name, given), std::move(hint)});
}

void Params::fail_choice(std::string_view name, std::string_view given, const Choices& choices) {
  const auto near = given.size() < kLongestWord ? store::nearest_word(given, choices) : "";
  const auto meant = near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
  fail({400, "bad_request", fmt::format("{}: '{}' cannot be read{}", name, given, meant),
        fmt::format("one of {}", fmt::join(choices, ", "))});
}

void Params::fail(Problem problem) {
  if (!problem_) problem_ = std::move(problem);
}

std::span<const Order> orders() {
  using enum store::ClaimOrder;
  static constexpr Order kOrders[] = {{"-published", newest},   {"published", oldest},   {"-id", last_added},
                                      {"id", first_added},      {"-value", largest},     {"value", smallest},
                                      {"-period", last_period}, {"period", first_period}};
  return kOrders;
}

store::ClaimOrder order_of(Params& params, const store::ClaimFilter& filter) {
  const std::string given = params.text("sort");
  if (given.empty()) return store::ClaimOrder::newest;
  const auto order = std::ranges::find(orders(), given, &Order::first);
  if (order == orders().end()) {
    Params::Choices names;
    for (const auto& [name, _] : orders()) names.emplace_back(name);
    params.fail_choice("sort", given, names);
    return store::ClaimOrder::newest;
  }
  if (!store::has_order(filter, order->second))
    params.fail({400, "sort_needs_company", "claims are sorted by value or period of one company only",
                 "add company"});
  return order->second;
}

Window window_of(Params& params) {
  const auto limit = params.whole("limit", 1, kMostRows).value_or(kUsualRows);
  const auto offset = params.whole("offset", 0, std::numeric_limits<std::int64_t>::max()).value_or(0);
  if (offset > kFarthest)
    params.fail(
        {400, "too_far", fmt::format("lists are turned over up to row {}", kFarthest), "narrow the filter"});
  return {static_cast<std::size_t>(limit), static_cast<std::size_t>(offset)};
}

std::optional<Understood::Value> value_range(const std::string& words, const std::string& language,
                                             const FigureReader& figures) {
  const auto amount = figures.read(words, language);
  if (!amount) return std::nullopt;
  if (amount->qualifier == extract::Qualifier::between && amount->min && amount->max)
    return Understood::Value{words, amount->min->to_double(), amount->max->to_double(), amount->unit};
  const store::Range range = store::range_of(*amount);
  const bool open_below =
      amount->qualifier == extract::Qualifier::up_to || amount->qualifier == extract::Qualifier::less_than;
  return Understood::Value{words, open_below ? std::nullopt : bound(range.low), bound(range.high),
                           amount->unit};
}

store::ClaimFilter claim_filter_of(Params& params, const FigureReader& figures, Understood& understood) {
  store::ClaimFilter filter;
  filter.company = params.text("company");
  filter.metric = params.metric();
  filter.period = params.text("period");
  filter.outlet = params.text("outlet");
  filter.modality = params.word("modality", [](std::string_view word) { return extract::modality(word); },
                                {"asserted", "expected", "possible", "estimated", "denied"});
  filter.text = params.text("text");
  filter.since = params.day("since");
  filter.language = params.text("language");
  const auto flags = extract::flag_words(~0u);
  filter.flag = params.word("flag", flag_word, {flags.begin(), flags.end()}).value_or("");
  read_review(params, filter);
  if (const auto origins = params.whole("origins", 1, 2)) filter.corroborated = *origins == 2;
  filter.older = params.on("older");
  filter.article = params.whole("article", 1, std::numeric_limits<std::int64_t>::max());
  read_value(params, figures, filter, understood);
  if (const auto min = params.number("min")) filter.min = min;
  if (const auto max = params.number("max")) filter.max = max;
  read_unit(params, figures.rules(), filter);
  if (!filter.period.empty()) {
    understood.period = store::parse_period(filter.period);
    if (!understood.period)
      params.fail({400, "bad_period", fmt::format("'{}' is no period", filter.period),
                   "for example 2024, 2024-Q3, 2024-H1, 2024-07, 2022..2024"});
  }
  return filter;
}

}  // namespace gegenprobe::app::web
