#pragma once
#include <string>
#include <vector>

#include "ingest/result.h"

namespace gegenprobe::app {

/// A file that may hold articles.
struct ArticleFile {
  std::string path;
  std::string version;  ///< another after each change: its time and size
};

/// The file itself, or those of a folder and of the folders in it, in the order of their names: texts, pages,
/// JSON Lines and web archives, each also gzipped; hidden ones left out. An input error where it cannot be
/// read.
Result<std::vector<ArticleFile>> files_under(const std::string& path);

}  // namespace gegenprobe::app
