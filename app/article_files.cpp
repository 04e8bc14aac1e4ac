#include "app/article_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace gegenprobe::app {
namespace {

namespace fs = std::filesystem;

bool is_article_file(const fs::path& path) {
  const fs::path name = path.extension() == ".gz" ? path.stem() : path;
  constexpr std::string_view kExtensions[] = {".txt",   ".html",   ".htm", ".xhtml",
                                              ".jsonl", ".ndjson", ".warc"};
  return std::ranges::find(kExtensions, name.extension().string()) != std::end(kExtensions);
}

ArticleFile file_at(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  const auto time = fs::last_write_time(path, error).time_since_epoch().count();
  return {path.string(), fmt::format("{}-{}", time, size)};
}

// In the order of the names, so that two runs do the same.
void search(const fs::path& folder, ArticleFiles& found) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(*at);
  if (error)
    found.errors.push_back({Error::Kind::input,
                            fmt::format("could not read folder {}: {}", folder.string(), error.message()),
                            ""});
  std::ranges::sort(entries);
  for (const auto& entry : entries) {
    if (entry.path().filename().string().starts_with('.')) continue;
    if (entry.is_directory(error) && !entry.is_symlink(error))
      search(entry.path(), found);
    else if (entry.is_regular_file(error) && is_article_file(entry.path()))
      found.files.push_back(file_at(entry.path()));
    else if (entry.is_regular_file(error))
      ++found.others[entry.path().extension().string()];
  }
}

}  // namespace

bool is_named_like_text(const std::string& path) {
  const fs::path name = path;
  const bool is_text = (name.extension() == ".gz" ? name.stem() : name).extension() == ".txt";
  return path != "-" && (is_text || !is_article_file(name));
}

ArticleFiles files_under(const std::string& path) {
  ArticleFiles found;
  std::error_code error;
  if (fs::is_regular_file(path, error))
    found.files.push_back(file_at(path));
  else
    search(path, found);
  return found;
}

}  // namespace gegenprobe::app
