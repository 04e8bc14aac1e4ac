#pragma once
#include <chrono>
#include <string>

namespace gegenprobe::app {

/// "14:30" of the local day that `now` is in, else "2025-10-07 14:30".
std::string clock_words(std::chrono::sys_seconds moment, std::chrono::sys_seconds now);
/// The largest unit that fits: "45 s", "12 min", "3 h", "5 days".
std::string span_words(std::chrono::seconds span);

}  // namespace gegenprobe::app
