#include "app/crawl_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <set>

#include "ingest/toml.h"
#include "ingest/url.h"

namespace gegenprobe::app {
namespace {

namespace fs = std::filesystem;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr const char* kHint = "gegenprobe init writes one with all keys explained";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// Goes through a file's keys; keeps the first thing that is wrong.
class File {
 public:
  explicit File(std::string path) : path_(std::move(path)) {}

  Result<CrawlConfig> read() {
    toml::table table;
    try {
      table = toml::parse_file(path_);
    } catch (const toml::parse_error& error) {
      return Error{Error::Kind::usage,
                   fmt::format("{}:{}: {}", path_, error.source().begin.line, error.description()), kHint};
    }
    CrawlConfig config;
    config.path = path_;
    for (const auto& [key, node] : table) {
      if (key == "crawl" && node.is_table())
        read_crawl(*node.as_table(), config);
      else if (key == "source" && node.is_array_of_tables())
        for (const auto& source : *node.as_array()) read_source(*source.as_table(), config);
      else
        wrong(node, fmt::format("there is no [{}]; [crawl] and [[source]] are known", key.str()));
    }
    if (error_) return *error_;
    return config;
  }

 private:
  void wrong(const toml::node& node, const std::string& what) {
    if (!error_)
      error_ =
          Error{Error::Kind::usage, fmt::format("{}:{}: {}", path_, node.source().begin.line, what), kHint};
  }

  template <class Duration>
  void read_duration(const toml::node& node, Duration& value) {
    const auto text = node.value<std::string>();
    const auto duration = text ? parse_duration(*text) : std::nullopt;
    if (!duration) return wrong(node, "this is no time like \"30s\", \"15min\", \"1h\", \"7d\"");
    value = duration_cast<Duration>(*duration);
  }

  void read_count(const toml::node& node, std::size_t& value) {
    const auto number = node.value<std::int64_t>();
    if (!number || *number < 1) return wrong(node, "this is no whole number from 1 on");
    value = static_cast<std::size_t>(*number);
  }

  void read_text(const toml::node& node, std::string& value) {
    const auto text = node.value<std::string>();
    if (!text || text->find_first_of("\r\n") != std::string::npos)
      return wrong(node, "this is no text of one line");
    value = *text;
  }

  void read_steps(const toml::node& node, std::vector<seconds>& steps) {
    const auto* array = node.as_array();
    if (!array) return wrong(node, "this is no list like [\"1h\", \"1d\"]");
    steps.clear();
    for (const auto& step : *array) {
      read_duration(step, steps.emplace_back());
      if (steps.size() > 1 && steps.back() <= steps[steps.size() - 2])
        wrong(step, "each time must be longer than the one before it");
    }
  }

  void read_crawl(const toml::table& table, CrawlConfig& config) {
    using Read = std::function<void(const toml::node&)>;
    const auto duration = [&](auto& value) -> Read {
      return [&](const auto& node) { read_duration(node, value); };
    };
    const auto count = [&](auto& value) -> Read {
      return [&](const auto& node) { read_count(node, value); };
    };
    const std::map<std::string_view, Read> keys{
        {"contact", [&](const auto& node) { read_text(node, config.contact); }},
        {"delay", duration(config.delay)},
        {"hosts_at_once", count(config.hosts_at_once)},
        {"timeout", duration(config.timeout)},
        {"largest_answer", count(config.largest_answer)},
        {"shortest_interval", duration(config.rhythm.shortest)},
        {"longest_interval", duration(config.rhythm.longest)},
        {"refetch", [&](const auto& node) { read_steps(node, config.refetch); }},
        {"oldest", duration(config.oldest)},
        {"longest_run", duration(config.longest_run)},
        {"articles_a_run", count(config.articles_a_run)}};
    for (const auto& [key, node] : table)
      if (const auto at = keys.find(key.str()); at != keys.end())
        at->second(node);
      else
        wrong(node, fmt::format("[crawl] has no key '{}'", key.str()));
    if (config.rhythm.longest < config.rhythm.shortest)
      wrong(table, "shortest_interval is longer than longest_interval");
    if (config.timeout < milliseconds(1)) wrong(table, "timeout is no time");
  }

  void read_source(const toml::table& table, CrawlConfig& config) {
    std::string url, name, kind;
    store::NewSource said;
    const std::map<std::string_view, std::string*> keys{{"url", &url},
                                                        {"name", &name},
                                                        {"kind", &kind},
                                                        {"outlet", &said.outlet},
                                                        {"language", &said.language}};
    for (const auto& [key, node] : table)
      if (const auto at = keys.find(key.str()); at != keys.end())
        read_text(node, *at->second);
      else
        wrong(node, fmt::format("[[source]] has no key '{}'", key.str()));
    auto source = source_of(url, name);
    if (!source) return wrong(table, source.error().what);
    source->outlet = said.outlet, source->language = said.language;
    if (!kind.empty()) {
      const auto known = store::source_kind(kind);
      if (!known)
        return wrong(table, fmt::format("'{}' is none of feed, sitemap, page, article, files", kind));
      source->kind = *known;
    }
    if (!names_.insert(source->name).second)
      return wrong(table, fmt::format("a second source of the name '{}'; give it another: name = \"…\"",
                                      source->name));
    if (!urls_.insert(source->url).second)
      return wrong(table, fmt::format("{} stands here twice", source->url));
    config.sources.push_back(std::move(*source));
  }

  std::string path_;
  std::optional<Error> error_;
  std::set<std::string> names_, urls_;
};

}  // namespace

std::optional<milliseconds> parse_duration(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !(number >= 0) || number > 1e9) return std::nullopt;
  auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  constexpr std::pair<std::string_view, double> kUnits[] = {
      {"", 1e3}, {"s", 1e3}, {"ms", 1}, {"min", 6e4}, {"m", 6e4}, {"h", 3.6e6}, {"d", 86.4e6}};
  const auto* at = std::ranges::find(kUnits, unit, &std::pair<std::string_view, double>::first);
  if (at == std::end(kUnits)) return std::nullopt;
  return milliseconds(std::llround(number * at->second));
}

Result<store::NewSource> source_of(std::string_view address, const std::string& name) {
  store::NewSource source;
  if (address.empty()) return Error{Error::Kind::usage, "a source without an address", "url = \"https://…\""};
  if (ingest::looks_like_url(address)) {
    const auto url = ingest::canonical_url(address);
    if (!url) return Error{Error::Kind::usage, url.error().what, url.error().hint};
    source.url = *url;
    const auto host = ingest::host_of(*url);
    source.name = !name.empty() ? name : host.starts_with("www.") ? host.substr(4) : host;
    return source;
  }
  std::error_code error;
  const auto path = fs::canonical(fs::path(address), error);
  if (error)
    return Error{Error::Kind::usage, fmt::format("{}: {}", address, error.message()),
                 "a source is an address that begins with https://, a file or a folder"};
  source.url = path.string();
  source.kind = store::SourceKind::files;
  source.name = name.empty() ? path.filename().string() : name;
  return source;
}

Result<CrawlConfig> read_config(const std::string& path) { return File(path).read(); }

std::string default_config_path() {
  if (const auto folder = environment("XDG_CONFIG_HOME"); !folder.empty())
    return folder + "/gegenprobe/gegenprobe.toml";
  const auto home = environment("HOME");
  return home.empty() ? "" : home + "/.config/gegenprobe/gegenprobe.toml";
}

Result<CrawlConfig> config_of(const std::string& given) {
  std::error_code ignored;
  const auto path = given.empty() ? default_config_path() : given;
  if (!given.empty() && !fs::is_regular_file(given, ignored))
    return Error{Error::Kind::usage, fmt::format("there is no file {}", given),
                 fmt::format("gegenprobe init --config {} writes one", given)};
  if (path.empty() || !fs::exists(path, ignored)) return CrawlConfig{};
  return read_config(path);
}

}  // namespace gegenprobe::app
