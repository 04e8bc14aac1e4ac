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

struct ArticleFiles {
  std::vector<ArticleFile> files;
  std::vector<Error> errors;  ///< of the folders that could not be read
};

/// The file itself, or those of a folder and of the folders in it, in the order of their names: texts, pages,
/// JSON Lines and web archives, each also gzipped. Hidden ones and links to folders are left out.
ArticleFiles files_under(const std::string& path);

}  // namespace gegenprobe::app
