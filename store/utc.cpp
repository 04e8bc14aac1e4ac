#include "store/utc.h"

#include <fmt/chrono.h>

#include "ingest/day.h"

namespace gegenprobe::store {

std::string utc(Time time) { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", time); }

std::optional<Time> parse_utc(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  if (text.size() != kForm.size()) return std::nullopt;
  for (std::size_t i = 0; i < kForm.size(); ++i)
    if (kForm[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != kForm[i]) return std::nullopt;
  const auto day = parse_day(text.substr(0, 10));
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  if (!day || two(11) > 23 || two(14) > 59 || two(17) > 59) return std::nullopt;
  return *day + std::chrono::hours(two(11)) + std::chrono::minutes(two(14)) + std::chrono::seconds(two(17));
}

}  // namespace gegenprobe::store
