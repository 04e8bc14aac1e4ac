// Over libcurl's own parser, although curl_http is else its only user: what is checked and stored here must
// be what is fetched there, and two parsers never agree on every odd address.
#include "ingest/url.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "ingest/embedded.h"

namespace gegenprobe::ingest {
namespace {

struct Free {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};
using Parts = std::unique_ptr<CURLU, Free>;

constexpr unsigned kLenient = CURLU_URLENCODE | CURLU_ALLOW_SPACE;

std::string part(const Parts& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return "";
  return std::unique_ptr<char, Free>(text).get();
}

Error not_a_url(std::string_view url, const char* why) {
  return {Error::Kind::input, fmt::format("\"{}\" is no usable address: {}", url.substr(0, 200), why),
          "addresses begin with https:// or http://"};
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

Result<Parts> parsed(std::string_view url) {
  Parts parts(curl_url());
  const auto code = curl_url_set(parts.get(), CURLUPART_URL, std::string(trimmed(url)).c_str(),
                                 kLenient | CURLU_NON_SUPPORT_SCHEME);
  if (code != CURLUE_OK) return not_a_url(url, curl_url_strerror(code));
  const auto scheme = part(parts, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return not_a_url(url, "only http and https are read");
  return parts;
}

bool is_tracking(std::string_view parameter) {
  static const auto names = embedded::lines(embedded::tracking_parameters());
  const auto key = parameter.substr(0, parameter.find('='));
  return std::ranges::any_of(names, [&](std::string_view name) {
    return name.back() == '*' ? key.starts_with(name.substr(0, name.size() - 1)) : key == name;
  });
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  for (std::size_t begin = 0; begin <= query.size();) {
    const auto end = std::min(query.find('&', begin), query.size());
    const auto parameter = query.substr(begin, end - begin);
    if (!parameter.empty() && !is_tracking(parameter)) {
      if (!kept.empty()) kept += '&';
      kept += parameter;
    }
    begin = end + 1;
  }
  return kept;
}

/// %c3 and %C3 are the same byte.
std::string upper_escapes(std::string text) {
  const auto upper = [](char c) { return 'a' <= c && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; };
  for (std::size_t at = text.find('%'); at != text.npos && at + 2 < text.size();
       at = text.find('%', at + 1)) {
    text[at + 1] = upper(text[at + 1]);
    text[at + 2] = upper(text[at + 2]);
  }
  return text;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

/// Whether an ascii_host() can be the name of anything: ASCII without the letters that end a host.
bool is_host(std::string_view host) {
  constexpr std::string_view kForbidden = " #%/:<>?@[\\]^|";
  const auto is_allowed = [&](char c) {
    return 0x20 < c && c < 0x7F && kForbidden.find(c) == kForbidden.npos;
  };
  if (host.starts_with('[')) return true;
  return !host.empty() && std::ranges::all_of(host, is_allowed);
}

/// "müller.example" -> "xn--mller-kva.example"; a host that IDNA refuses stays as it is, and is none.
/// ICU does this because libcurl reads host names in the encoding of the user's locale.
std::string ascii_host(const std::string& host) {
  if (host.starts_with('[') || std::ranges::all_of(host, [](char c) { return c >= 0; })) return lower(host);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(
      icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, status));
  if (U_FAILURE(status)) return lower(host);
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8(host, sink, info, status);
  return U_FAILURE(status) || info.hasErrors() ? lower(host) : ascii;
}

}  // namespace

Result<std::string> canonical_url(std::string_view url) {
  auto parts = parsed(url);
  if (!parts) return parts.error();
  const auto written = part(*parts, CURLUPART_HOST, CURLU_URLDECODE);
  auto host = ascii_host(written);
  while (host.ends_with('.')) host.pop_back();
  if (!is_host(host)) return not_a_url(url, "it names no host");
  const auto port = part(*parts, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  const auto path = part(*parts, CURLUPART_PATH);
  const auto query = without_tracking(part(*parts, CURLUPART_QUERY));
  auto canonical = upper_escapes(fmt::format("{}://{}{}{}{}{}{}", part(*parts, CURLUPART_SCHEME), host,
                                             port.empty() ? "" : ":", port, path.empty() ? "/" : path,
                                             query.empty() ? "" : "?", query));
  // What is left of "8." or of "8" and a mark that IDNA drops is a number, which stands for 0.0.0.8.
  return host == written ? canonical : canonical_url(canonical);
}

Result<std::string> resolve_url(std::string_view base, std::string_view reference) {
  auto parts = parsed(base);
  if (!parts) return parts.error();
  const auto code = curl_url_set(parts->get(), CURLUPART_URL, std::string(trimmed(reference)).c_str(),
                                 kLenient | CURLU_NON_SUPPORT_SCHEME);
  if (code != CURLUE_OK) return not_a_url(reference, curl_url_strerror(code));
  return part(*parts, CURLUPART_URL);
}

std::string host_of(std::string_view url) {
  const auto parts = parsed(url);
  return parts ? lower(part(*parts, CURLUPART_HOST)) : "";
}

bool looks_like_url(std::string_view word) {
  const auto end = word.find("://");
  const auto is_scheme_letter = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '+' || c == '-';
  };
  return end != word.npos && end > 1 && std::ranges::all_of(word.substr(0, end), is_scheme_letter);
}

}  // namespace gegenprobe::ingest
