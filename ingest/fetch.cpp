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

namespace {

Result<Response> answer(Http& http, std::string_view url) {
  const auto canonical = canonical_url(url);
  if (!canonical) return canonical.error();
  auto response = http.get({.url = *canonical, .headers = {}});
  if (response && response->url.empty()) response->url = *canonical;
  return response;
}

std::optional<Error> why_no_page(const Response& response, std::string_view url) {
  if (response.status / 100 == 2) return std::nullopt;
  const auto canonical = canonical_url(url);
  return Error{
      Error::Kind::network,
      fmt::format("{}: the server answers {}", canonical ? *canonical : std::string(url), response.status),
      hint_for(response.status)};
}

}  // namespace

Result<Response> fetch(Http& http, std::string_view url) {
  auto response = answer(http, url);
  if (!response) return response.error();
  if (const auto error = why_no_page(*response, url)) return *error;
  return response;
}

Result<Done> ingest_url(Http& http, std::string_view url, const Overrides& overrides,
                        const DocumentSink& sink, WarcWriter* archive) {
  const auto response = answer(http, url);
  if (!response) return response.error();
  return ingest_answer(*response, url, overrides, sink, archive);
}

Result<Done> ingest_answer(const Response& response, std::string_view url, const Overrides& overrides,
                           const DocumentSink& sink, WarcWriter* archive) {
  return ingest_answer_unread(
      response, url, overrides, [&](const Unread& unread) { return sink(unread()); }, archive);
}

Result<Done> ingest_answer_unread(const Response& response, std::string_view url, const Overrides& overrides,
                                  const UnreadSink& sink, WarcWriter* archive) {
  auto record = response.record;
  if (!record && archive != nullptr) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto kept = archive->append(response, now);
    if (!kept) return kept.error();
    record = *kept;
  }
  if (const auto error = why_no_page(response, url)) return *error;
  const auto body = read_bytes(response.body);
  return ingest_unread(
      *body, {.name = response.url, .content_type = response.header("content-type"), .url = response.url},
      overrides, [&](Unread unread) {
        return sink([unread = std::move(unread), record] {
          auto document = unread();
          if (document) document->record = record;
          return document;
        });
      });
}

}  // namespace gegenprobe::ingest
