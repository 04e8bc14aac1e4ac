#include "app/web/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/web/params.h"

namespace gegenprobe::app::web {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// What stood for {…}; nothing where the path is another one.
std::optional<std::vector<std::string>> fits(std::string_view pattern,
                                             const std::vector<std::string_view>& parts) {
  const auto wanted = parts_of(pattern);
  if (wanted.size() != parts.size()) return std::nullopt;
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!wanted[i].starts_with('{')) {
      if (wanted[i] != parts[i]) return std::nullopt;
      continue;
    }
    auto part = decoded(parts[i]);
    if (!part || part->empty()) return std::nullopt;
    taken.push_back(*std::move(part));
  }
  return taken;
}

}  // namespace

std::optional<std::string> decoded(std::string_view part) {
  std::string text;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] != '%') {
      text += part[i];
      continue;
    }
    const bool whole = i + 2 < part.size();
    const int high = whole ? hex(part[i + 1]) : -1, low = whole ? hex(part[i + 2]) : -1;
    if (high < 0 || low < 0 || high + low == 0) return std::nullopt;
    text += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (!is_utf8(text) || text.find('\0') != text.npos) return std::nullopt;
  return text;
}

// Literal parts come before {…} in each list, so that /companies/suggest is no company.
Found find_route(std::string_view method, std::string_view path) {
  Found found;
  const auto parts = parts_of(path);
  for (const auto routes :
       {session_routes(), claim_routes(), conflict_routes(), article_routes(), company_routes(),
        check_routes(), event_routes(), source_routes(), rate_routes(), export_routes(), watch_routes()})
    for (const Route& route : routes) {
      auto taken = fits(route.path, parts);
      if (!taken) continue;
      found.allowed.append(found.allowed.empty() ? "" : ", ").append(route.method);
      if (!found.route && (route.method == method || (method == "HEAD" && route.method == "GET"))) {
        found.route = &route;
        found.parts = *std::move(taken);
      }
    }
  return found;
}

std::optional<std::int64_t> id_of(std::string_view part) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), id);
  return error == std::errc() && end == part.data() + part.size() && id > 0 ? std::optional(id)
                                                                            : std::nullopt;
}

Problem no_such(std::string_view what, std::string_view id) {
  return {404, "not_found", fmt::format("there is no {} {}", what, id)};
}

}  // namespace gegenprobe::app::web
