#include "app/web/files.h"

#include <algorithm>

#include "app/web/problem.h"

namespace gegenprobe::app::web {
namespace {

/// The addresses that are pages: their first part. The page itself finds the rest.
constexpr std::string_view kPages[] = {"",        "today",   "claims", "articles",   "companies", "check",
                                       "sources", "watches", "rates",  "statistics", "help",      "login"};

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".json", "application/json"},
    {".woff2", "font/woff2"},
    {".png", "image/png"},
    {".webmanifest", "application/manifest+json"}};

// Without the page, the API still works; whoever opens the address is told where it is.
constexpr std::string_view kNoPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gegenprobe</title>"
    "<h1>Gegenprobe</h1><p>This program was built without the desk's page. The data are there: "
    "<a href=\"/api/v1/openapi.json\">/api/v1</a>.";

std::string_view type_of(std::string_view path) {
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

const EmbeddedFile* find(std::string_view path) {
  const auto at = std::ranges::find(page_files(), path, &EmbeddedFile::path);
  return at == page_files().end() ? nullptr : &*at;
}

bool is_page(std::string_view target) {
  const std::string_view first = target.substr(1, target.substr(1).find('/'));
  return std::ranges::find(kPages, first) != std::end(kPages);
}

bool accepts(const Request& request, std::string_view encoding) {
  return request.header("accept-encoding").find(encoding) != std::string_view::npos;
}

Response send(const Request& request, const EmbeddedFile& file, int status) {
  Response response{.status = status, .type = std::string(type_of(file.path)), .lasting = file.bytes};
  response.headers = {{"Vary", "Accept-Encoding"}};
  if (!file.brotli.empty() && accepts(request, "br")) {
    response.lasting = file.brotli;
    response.headers.emplace_back("Content-Encoding", "br");
  } else if (!file.gzip.empty() && accepts(request, "gzip")) {
    response.lasting = file.gzip;
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
  // The build puts a hash into the names below assets/.
  const bool named_by_content = file.path.starts_with("/assets/");
  response.headers.emplace_back("Cache-Control",
                                named_by_content ? "public, max-age=31536000, immutable" : "no-cache");
  return response;
}

}  // namespace

bool is_open_file(std::string_view target) {
  return !target.starts_with("/reconcile") && !target.starts_with("/feeds/") && !target.starts_with("/api/");
}

Response file(const Request& request) {
  if (const EmbeddedFile* asked = find(request.target)) return send(request, *asked, 200);
  const bool page = request.target.starts_with('/') && is_page(request.target);
  // A person who mistyped an address is told so by the page, in their language; a program in JSON.
  const bool person = request.header("accept").find("text/html") != std::string_view::npos &&
                      !request.target.starts_with("/assets/");
  if (!page && !person) return answer({404, "not_found", "there is no such page"});
  if (const EmbeddedFile* index = find("/index.html")) return send(request, *index, page ? 200 : 404);
  return {.type = "text/html; charset=utf-8", .body = std::string(kNoPage)};
}

}  // namespace gegenprobe::app::web
