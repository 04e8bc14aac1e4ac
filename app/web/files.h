#pragma once
#include <span>
#include <string_view>

#include "app/web/http.h"

namespace gegenprobe::app::web {

/// A file that was compiled into the program. `path` as it is asked for: "/assets/main-1a2b.js",
/// "/index.html".
struct EmbeddedFile {
  std::string_view path, bytes, gzip, brotli;  ///< the latter two empty where the build made none
};
std::span<const EmbeddedFile> page_files();  ///< the desk's page; empty where it was not built

/// A file of the page, index.html for the desk's own addresses, or 404.
Response file(const Request& request);
/// What may be seen before the login: the page without data.
bool is_open_file(std::string_view target);

std::string_view words_file();    ///< words.json
std::string_view openapi_file();  ///< openapi.json

}  // namespace gegenprobe::app::web
