#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gegenprobe {

/// A calendar day of the proleptic Gregorian calendar; arithmetic as in std::chrono.
using Day = std::chrono::sys_days;

Day day_of(int year, unsigned month, unsigned day);  ///< \pre it is a valid date
std::string iso(Day day);                            ///< "2025-10-07"
std::optional<Day> parse_day(std::string_view iso);  ///< exactly YYYY-MM-DD, and a day that exists

}  // namespace gegenprobe
