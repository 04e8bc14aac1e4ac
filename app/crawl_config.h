#pragma once
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/result.h"
#include "ingest/schedule.h"
#include "store/source_table.h"

namespace gegenprobe::app {

/// gegenprobe.toml; without one, what stands in the one that `gegenprobe init` writes.
struct CrawlConfig {
  std::string path;     ///< where it was read; empty: nowhere
  std::string contact;  ///< for the User-Agent
  std::chrono::milliseconds delay{1'000};
  std::size_t hosts_at_once = 16;
  std::chrono::milliseconds timeout{30'000};
  std::size_t largest_answer = std::size_t{16} << 20;  ///< bytes
  ingest::Rhythm rhythm;
  std::vector<std::chrono::seconds> refetch{std::chrono::hours(1), std::chrono::hours(6),
                                            std::chrono::days(1), std::chrono::days(7)};
  std::chrono::seconds oldest = std::chrono::days(30);  ///< 0: no bound
  std::chrono::seconds longest_run = std::chrono::minutes(50);
  std::size_t articles_a_run = 500;
  std::vector<store::NewSource> sources;
};

/// Reads the file. A usage error names file and line: no TOML, a key that is not known, a value of the wrong
/// kind, two sources of one name or address.
Result<CrawlConfig> read_config(const std::string& path);

/// The file of --config, which must be there, else the user's, if there is one.
Result<CrawlConfig> config_of(const std::string& given);

/// $XDG_CONFIG_HOME/gegenprobe/gegenprobe.toml, ~/.config/…; empty where neither is set.
std::string default_config_path();

/// The file that `gegenprobe init` writes.
std::string_view config_template();

/// What a user calls a source -> a source: an address in canonical form, or the absolute path of a file or
/// folder that is there. Its name is the host or the file where none is given.
Result<store::NewSource> source_of(std::string_view address, const std::string& name);

/// "15min", "1d", "1.5h", "90s", "90" (seconds).
std::optional<std::chrono::milliseconds> parse_duration(std::string_view text);

}  // namespace gegenprobe::app
