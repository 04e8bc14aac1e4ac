#pragma once
#include <map>
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
  std::vector<Error> errors;                       ///< of the folders that could not be read
  std::map<std::string, std::size_t> others = {};  ///< what else there is, by the ending of the name: ".cpp"
};

/// The file itself, or those of a folder and of the folders in it, in the order of their names: texts, pages,
/// JSON Lines and web archives, each also gzipped. Hidden ones and links to folders are left out.
ArticleFiles files_under(const std::string& path);

/// Whether the name leaves open what a file is, unlike that of a page, of JSON Lines or of a web archive.
bool is_named_like_text(const std::string& path);

}  // namespace gegenprobe::app
