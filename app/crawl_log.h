#pragma once
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "app/output.h"

namespace spdlog {
class logger;
}

namespace gegenprobe::app {

/// What a run does, line by line on stderr: words for people ("14:30:05 warning  nord: …"), or a JSON object
/// a line with "time", "level", "event", "message" and the event's own members.
class CrawlLog {
 public:
  enum class Form { text, json };
  enum class Level { info, warning, error };
  using Value = std::variant<std::string_view, std::int64_t, double>;
  using Members = std::initializer_list<std::pair<std::string_view, Value>>;

  /// Lines below `least` are left out. \pre `output` outlives it
  CrawlLog(Output& output, Form form, Level least);
  ~CrawlLog();

  void write(Level level, std::string_view event, std::string_view message, Members members = {});
  /// The same at any level: what a run comes to.
  void write_always(std::string_view event, std::string_view message, Members members);
  bool json() const { return form_ == Form::json; }

 private:
  Form form_;
  std::unique_ptr<spdlog::logger> logger_;
};

}  // namespace gegenprobe::app
