#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gegenprobe::store {

/// Moments as the database keeps them: UTC, to the second.
using Time = std::chrono::sys_seconds;

std::string utc(Time time);                            ///< "2025-10-07T08:30:00Z"
std::optional<Time> parse_utc(std::string_view text);  ///< exactly that form

}  // namespace gegenprobe::store
