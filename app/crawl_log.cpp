// spdlog's only user.
#include "app/crawl_log.h"

#include <spdlog/details/null_mutex.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include "app/json.h"

namespace gegenprobe::app {
namespace {

/// Through Output, which takes the progress line away first.
class OutputSink : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  explicit OutputSink(Output& output) : output_(output) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    output_.words(std::string_view(line.data(), line.size()));
  }
  void flush_() override {}

 private:
  Output& output_;
};

spdlog::level::level_enum level_of(CrawlLog::Level level) {
  switch (level) {
    case CrawlLog::Level::info:
      return spdlog::level::info;
    case CrawlLog::Level::warning:
      return spdlog::level::warn;
    case CrawlLog::Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

std::string json_members(std::string_view event, std::string_view message, CrawlLog::Members members) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "event"), string(json, event);
  key(json, "message"), string(json, message);
  for (const auto& [name, value] : members) {
    key(json, name);
    if (const auto* text = std::get_if<std::string_view>(&value))
      string_or_null(json, *text);
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
      json.Int64(*whole);
    else
      json.Double(std::get<double>(value));
  }
  json.EndObject();
  return std::string(text_of(buffer)).substr(1);  // behind the "{" stand the members of the pattern
}

/// Page text is hostile: no control character reaches a terminal.
std::string plain(std::string_view text) {
  std::string out(text);
  for (auto& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return out;
}

}  // namespace

CrawlLog::CrawlLog(Output& output, Form form, Level least)
    : form_(form), logger_(std::make_unique<spdlog::logger>("crawl", std::make_shared<OutputSink>(output))) {
  const auto* pattern =
      form == Form::json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v)" : "%H:%M:%S %-8l %v";
  const auto clock = form == Form::json ? spdlog::pattern_time_type::utc : spdlog::pattern_time_type::local;
  logger_->set_formatter(std::make_unique<spdlog::pattern_formatter>(pattern, clock, ""));
  logger_->set_level(level_of(least));
}
CrawlLog::~CrawlLog() = default;

void CrawlLog::write(Level level, std::string_view event, std::string_view message, Members members) {
  if (!logger_->should_log(level_of(level))) return;
  const auto line = form_ == Form::json ? json_members(event, message, members) : plain(message);
  logger_->log(level_of(level), "{}", line);
}

void CrawlLog::write_always(std::string_view event, std::string_view message, Members members) {
  const auto least = logger_->level();
  logger_->set_level(spdlog::level::info);
  write(Level::info, event, message, members);
  logger_->set_level(least);
}

}  // namespace gegenprobe::app
