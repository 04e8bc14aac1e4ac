#include "app/web/body.h"

#include <fmt/format.h>
#include <simdjson.h>

namespace gegenprobe::app::web {

struct Body::Parsed {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
};

Body::Body(const std::string& json) : parsed_(std::make_unique<Parsed>()) {
  if (parsed_->parser.parse(json).get(parsed_->object) != simdjson::SUCCESS)
    fail({400, "bad_request", "the body is no JSON object", "Content-Type: application/json"});
}
Body::~Body() = default;

bool Body::has(std::string_view name) const {
  simdjson::dom::element value;
  return !problem_ && parsed_->object.at_key(name).get(value) == simdjson::SUCCESS && !value.is_null();
}

std::string Body::text(std::string_view name) {
  std::string_view value;
  if (!has(name)) return "";
  if (parsed_->object.at_key(name).get(value) == simdjson::SUCCESS && value.find('\0') == value.npos)
    return std::string(value);
  fail({400, "bad_request", fmt::format("\"{}\" is no text", name)});
  return "";
}

bool Body::on(std::string_view name) {
  bool value = false;
  if (has(name) && parsed_->object.at_key(name).get(value) != simdjson::SUCCESS)
    fail({400, "bad_request", fmt::format("\"{}\" is neither true nor false", name)});
  return value;
}

std::optional<Day> Body::day(std::string_view name) {
  const std::string given = text(name);
  const auto value = parse_day(given);
  if (!given.empty() && !value)
    fail({400, "bad_request", fmt::format("\"{}\" is no day like 2025-10-07", name)});
  return value;
}

Request::Pairs Body::pairs(std::string_view name) {
  Request::Pairs pairs;
  simdjson::dom::object object;
  if (!has(name)) return pairs;
  const auto refuse = [&] {
    fail({400, "bad_request", fmt::format("\"{}\" is no object of texts and lists of texts", name)});
    return Request::Pairs();
  };
  if (parsed_->object.at_key(name).get(object) != simdjson::SUCCESS) return refuse();
  for (const auto [member, value] : object) {
    std::string_view text;
    simdjson::dom::array texts;
    if (value.get(text) == simdjson::SUCCESS) {
      pairs.emplace_back(member, text);
    } else if (value.get(texts) == simdjson::SUCCESS) {
      for (const auto each : texts) {
        if (each.get(text) != simdjson::SUCCESS) return refuse();
        pairs.emplace_back(member, text);
      }
    } else {
      return refuse();
    }
  }
  return pairs;
}

void Body::fail(Problem problem) {
  if (!problem_) problem_ = std::move(problem);
}

}  // namespace gegenprobe::app::web
