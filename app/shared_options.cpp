#include "app/shared_options.h"

#include <cstdlib>
#include <filesystem>

namespace gegenprobe::app {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

void declare_rules(Options& options, std::string& folder) {
  options.text("--rules", folder, "DIR", "rules to use instead of those in the program").offer =
      Options::Offer::folders;
}

void declare_sites(Options& options, std::string& path) {
  options
      .text("--sites", path, "FILE",
            "where the pages of single sites hold headline and text; else sites.toml in DIR")
      .offer = Options::Offer::files;
}

void declare_database(Options& options, std::string& path) {
  options.text("--db", path, "PATH", "the database; else $GEGENPROBE_DB, else the one of this user").offer =
      Options::Offer::files;
}

void declare_format(Options& options, std::string& format) {
  options.choice("--format", format, {"table", "json", "jsonl", "csv"}, "how rows are printed (table)");
}

Result<std::shared_ptr<const extract::Rules>> rules_of(const std::string& folder) {
  return folder.empty() ? extract::builtin_rules() : extract::rules_from(folder);
}

Result<std::shared_ptr<const ingest::Sites>> sites_of(const std::string& path, const std::string& rules) {
  if (!path.empty()) return ingest::Sites::read(path);
  const auto beside = std::filesystem::path(rules) / "sites.toml";
  std::error_code none;
  if (!rules.empty() && std::filesystem::exists(beside, none)) return ingest::Sites::read(beside.string());
  return std::shared_ptr<const ingest::Sites>();
}

Result<std::string> database_path(const std::string& given) {
  if (!given.empty()) return given;
  if (std::string named = environment("GEGENPROBE_DB"); !named.empty()) return named;
  if (const std::string data = environment("XDG_DATA_HOME"); !data.empty())
    return data + "/gegenprobe/news.db";
  if (const std::string home = environment("HOME"); !home.empty())
    return home + "/.local/share/gegenprobe/news.db";
  return Error{Error::Kind::usage, "no place for the database: neither GEGENPROBE_DB nor HOME is set",
               "--db PATH"};
}

std::string archive_folder(const std::string& database) {
  return (std::filesystem::path(database).parent_path() / "warc").string();
}

}  // namespace gegenprobe::app
