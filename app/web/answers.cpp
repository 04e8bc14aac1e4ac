#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>
#include <zlib.h>

#include <algorithm>

#include "app/filter_words.h"
#include "app/web/desk.h"
#include "app/web/feeds.h"
#include "app/web/files.h"
#include "app/web/reconcile.h"
#include "app/web/routes.h"
#include "store/near_words.h"

// The way of a request: guard, route, login, token, parameters, answer, headers.
namespace gegenprobe::app::web {
namespace {

constexpr std::string_view kApi = "/api/v1";
constexpr std::size_t kLongestTarget = 2048;
constexpr std::size_t kWorthPacking = 1024, kLongestName = 40;

bool writes(std::string_view method) { return method != "GET" && method != "HEAD" && method != "OPTIONS"; }

bool is_json(std::string_view type) { return type.substr(0, type.find(';')) == "application/json"; }

std::vector<std::string> parameters_of(const Route& route) {
  std::vector<std::string> all;
  for (std::string_view names : {route.params, route.filter})
    while (!names.empty()) {
      const auto end = std::min(names.find(' '), names.size());
      all.emplace_back(names.substr(0, end));
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  return all;
}

std::optional<Problem> unknown_parameter(const Route& route, const Request& request) {
  if (request.query.empty()) return std::nullopt;
  const auto known = parameters_of(route);
  for (const auto& [name, value] : request.query) {
    if (std::ranges::find(known, name) != known.end()) continue;
    const auto near = name.size() < kLongestName ? store::nearest_word(name, known) : "";
    return Problem{400, "unknown_parameter",
                   fmt::format("there is no parameter '{}' here{}", is_utf8(name) ? name : "?",
                               near.empty() ? "" : fmt::format("; did you mean '{}'?", near)),
                   "/api/v1/openapi.json names them all"};
  }
  return std::nullopt;
}

std::string packed(std::string_view text) {
  z_stream stream{};
  constexpr int kGzip = 16 + MAX_WBITS, kMemory = 8;
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

bool has_header(const Response& response, std::string_view name) {
  return std::ranges::any_of(response.headers, [&](const auto& each) { return each.first == name; });
}

// RFC 9110, 13.1.2: a list of tags, any of which may be weak; "*" is any.
bool is_named(std::string_view if_none_match, std::string_view tag) {
  return if_none_match == "*" || if_none_match.find(tag) != if_none_match.npos;
}

void add_tag(const Request& request, Response& response) {
  if (response.status != 200 || response.stream || request.method == "POST") return;
  const std::string_view bytes = response.lasting.empty() ? response.body : response.lasting;
  const std::string tag = fmt::format("\"{:016x}\"", XXH3_64bits(bytes.data(), bytes.size()));
  response.headers.emplace_back("ETag", response.lasting.empty() ? "W/" + tag : tag);
  if (!has_header(response, "Cache-Control"))
    response.headers.emplace_back("Cache-Control", "private, no-cache");
  if (!is_named(request.header("if-none-match"), tag)) return;
  response.status = 304;
  response.body.clear();
  response.lasting = {};
}

void pack(const Request& request, Response& response) {
  if (response.body.size() < kWorthPacking || has_header(response, "Content-Encoding") || response.stream)
    return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (request.header("accept-encoding").find("gzip") == std::string_view::npos) return;
  if (std::string small = packed(response.body); !small.empty()) {
    response.body = std::move(small);
    response.headers.emplace_back("Content-Encoding", "gzip");
  }
}

Response finished(const Request& request, const GuardOptions& options, Response response) {
  add_tag(request, response);
  pack(request, response);
  add_security_headers(response, request.target.starts_with("/reconcile/preview")
                                     ? options.origins
                                     : std::vector<std::string>());
  if (request.target.starts_with("/reconcile")) allow_origin(request, options, response);
  return response;
}

std::string_view below_api(const Request& request) {
  const std::string_view target = request.target;
  return target.starts_with(kApi) && (target.size() == kApi.size() || target[kApi.size()] == '/')
             ? target.substr(kApi.size())
             : std::string_view();
}

bool is_open_to(const GuardOptions& options, const Request& request) {
  if (!request.target.starts_with("/reconcile")) return false;
  // A frame's browser does not say whose page it is in; frame-ancestors below does.
  if (request.header("sec-fetch-dest") == "iframe") return !options.origins.empty();
  return std::ranges::find(options.origins, request.header("origin")) != options.origins.end();
}

}  // namespace

std::optional<Problem> Answers::why_not(const Request& request) {
  const GuardOptions& guard = desk_.options.guard;
  if (request.target.size() > kLongestTarget) return Problem{414, "too_large", "the address is too long"};
  if (request.header_count("host") != 1 || !is_our_host(request.header("host"), guard))
    return Problem{421, "forbidden_host", "this server does not go by the name in the Host header",
                   "open it as http://localhost, or name it with --name"};
  if (!desk_.rates.allows(request.client))
    return Problem{429, "too_many_requests", "too many requests from your address", "wait a few seconds"};
  const std::string_view path = below_api(request);
  const bool api = !path.empty();
  if (!api && writes(request.method) && !request.target.starts_with("/reconcile"))
    return Problem{405, "method", "pages are only read"};
  const bool data = api || request.target.starts_with("/reconcile") || request.target.starts_with("/feeds/");
  if (data && !is_same_origin(request) && !is_open_to(guard, request))
    return Problem{403, "forbidden_origin", "the request comes from a page of another origin"};
  const Found found = api ? find_route(request.method, path) : Found();
  if (api && found.allowed.empty())
    return Problem{404, "not_found", "there is no such address below /api/v1"};
  if (api && !found.route)
    return Problem{405, "method", "this address takes " + found.allowed, found.allowed};
  const auto session = desk_.sessions.find(cookie_in(request.header("cookie"), kCookie));
  const bool open = api && found.route->kind == Route::Kind::open;
  const bool needs_login = desk_.sessions.password_needed() && !open && !is_open_file(request.target) &&
                           !is_open_feed(desk_, request);
  if (needs_login && !session)
    return Problem{401, "login_needed", "a password is needed", "POST /api/v1/session"};
  if (!api || !writes(request.method) || open) return std::nullopt;
  if (!is_json(request.header("content-type")) && !request.header("content-length").empty() &&
      request.header("content-length") != "0")
    return Problem{415, "bad_request", "Content-Type must be application/json"};
  const std::string& token = session ? session->token : desk_.sessions.common_token();
  if (!same_secret(request.header("x-gegenprobe-token"), token))
    return Problem{403, "token_needed", "X-Gegenprobe-Token is missing or old",
                   "GET /api/v1/session gives it"};
  if (guard.read_only && found.route->kind != Route::Kind::computes)
    return Problem{403, "read_only", "this desk only reads"};
  return std::nullopt;
}

std::optional<Response> Answers::admit(const Request& request) {
  if (const auto problem = why_not(request)) {
    Response refused = web::answer(*problem);
    if (problem->status == 405)
      refused.headers.emplace_back("Allow", problem->hint.empty() ? "GET, HEAD" : problem->hint);
    if (problem->status == 429) refused.headers.emplace_back("Retry-After", "5");
    return finished(request, desk_.options.guard, std::move(refused));
  }
  return std::nullopt;
}

Response Answers::answer(const Request& request) {
  return finished(request, desk_.options.guard, routed(request));
}

Response Answers::routed(const Request& request) {
  const std::string_view path = below_api(request);
  if (request.target.starts_with("/reconcile")) return reconcile(desk_, request);
  if (request.target.starts_with("/feeds/")) return feed(desk_, request);
  if (path.empty()) return file(request);
  Found found = find_route(request.method, path);
  if (const auto problem = unknown_parameter(*found.route, request)) return web::answer(*problem);
  const auto session = desk_.sessions.find(cookie_in(request.header("cookie"), kCookie));
  Call call{request, std::move(found.parts), Params(request.query), session ? session->who : ""};
  if (call.who.empty()) call.who = user_name().empty() ? "desk" : user_name();
  return found.route->answer(desk_, call);
}

}  // namespace gegenprobe::app::web
