#include "ingest/fetch.h"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

std::string hint_for(int status) {
  switch (status) {
    case 401:
    case 402:
    case 403:
      return "the site does not give this page to programs; save it in a browser and add the file";
    case 404:
    case 410:
      return "check the address";
    case 429:
      return "the site asks for fewer requests; try again later";
    default:
      return status >= 500 ? "the server has a fault of its own; try again later" : "";
  }
}

}  // namespace

std::string Response::header(const std::string& name) const {
  const auto last =
      std::find_if(headers.rbegin(), headers.rend(), [&](const auto& each) { return each.first == name; });
  return last == headers.rend() ? "" : last->second;
}

Result<Response> fetch(Http& http, std::string_view url) {
  const auto canonical = canonical_url(url);
  if (!canonical) return canonical.error();
  auto response = http.get({.url = *canonical, .headers = {}});
  if (!response) return response.error();
  if (response->status / 100 != 2)
    return Error{Error::Kind::network, fmt::format("{}: the server answers {}", *canonical, response->status),
                 hint_for(response->status)};
  return response;
}

Result<Done> ingest_url(Http& http, std::string_view url, const Overrides& overrides,
                        const DocumentSink& sink) {
  const auto response = fetch(http, url);
  if (!response) return response.error();
  const auto body = read_bytes(response->body);
  const auto landed = response->url.empty() ? std::string(url) : response->url;
  return ingest(*body, {.name = landed, .content_type = response->header("content-type"), .url = landed},
                overrides, sink);
}

}  // namespace gegenprobe::ingest
