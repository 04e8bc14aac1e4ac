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

}  // namespace

Result<std::vector<ArticleFile>> files_under(const std::string& path) {
  std::error_code error;
  std::vector<ArticleFile> files;
  if (fs::is_regular_file(path, error)) return files.push_back(file_at(path)), files;
  fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(ignored) && is_article_file(at->path()))
      files.push_back(file_at(at->path()));
  }
  if (error)
    return Error{Error::Kind::input, fmt::format("could not read {}: {}", path, error.message()), ""};
  std::ranges::sort(files, {}, &ArticleFile::path);
  return files;
}

}  // namespace gegenprobe::app
