#include "app/moments.h"

#include <fmt/chrono.h>

namespace gegenprobe::app {

using std::chrono::seconds;

std::string clock_words(std::chrono::sys_seconds moment, std::chrono::sys_seconds now) {
  const auto local = [](std::chrono::sys_seconds time) {
    return fmt::localtime(std::chrono::system_clock::to_time_t(time));
  };
  const auto then = fmt::format("{:%Y-%m-%d %H:%M}", local(moment));
  return then.substr(0, 10) == fmt::format("{:%Y-%m-%d}", local(now)) ? then.substr(11) : then;
}

std::string span_words(seconds span) {
  constexpr std::int64_t kDay_s = 86'400;
  const auto count = span.count();
  if (count < 60) return fmt::format("{} s", std::max<std::int64_t>(count, 0));
  if (count < 3600) return fmt::format("{} min", count / 60);
  if (count < 2 * kDay_s) return fmt::format("{} h", count / 3600);
  return fmt::format("{} days", count / kDay_s);
}

}  // namespace gegenprobe::app
