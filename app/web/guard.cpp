#include "app/web/guard.h"

#include <arpa/inet.h>

#include <algorithm>

namespace gegenprobe::app::web {
namespace {

constexpr double kBurstSeconds = 4;
constexpr std::size_t kMostClients = 10'000;

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

/// "[::1]:8765" and "localhost:8765" without the port; nothing where it is no host.
std::optional<std::string> name_of(std::string_view host) {
  const bool bracketed = host.starts_with('[');
  const auto end = bracketed ? host.find(']') : host.find(':');
  if (bracketed && end == host.npos) return std::nullopt;
  const std::string_view name = bracketed ? host.substr(1, end - 1) : host.substr(0, end);
  std::string_view port = bracketed ? host.substr(end + 1) : end == host.npos ? "" : host.substr(end);
  if (!port.empty() && (port[0] != ':' || port.size() > 6)) return std::nullopt;
  port.remove_prefix(std::min<std::size_t>(1, port.size()));
  if (!std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; }) || name.empty())
    return std::nullopt;
  return lower(name);
}

bool is_address(const std::string& name) {
  unsigned char bytes[16];
  return inet_pton(AF_INET, name.c_str(), bytes) == 1 || inet_pton(AF_INET6, name.c_str(), bytes) == 1;
}

}  // namespace

bool is_loopback(std::string_view address) {
  unsigned char four[4];
  const std::string text(address.starts_with("::ffff:") ? address.substr(7) : address);
  return text == "::1" || text == "localhost" ||
         (inet_pton(AF_INET, text.c_str(), four) == 1 && four[0] == 127);
}

bool is_our_host(std::string_view host, const GuardOptions& options) {
  const auto name = name_of(host);
  if (!name) return false;
  if (is_loopback(*name) || std::ranges::find(options.names, *name) != options.names.end()) return true;
  return !options.loopback && is_address(*name);
}

// https://developer.mozilla.org/docs/Glossary/Fetch_metadata_request_header: "none" is a typed address or a
// bookmark. Programs that are no browsers send neither header, and no cookie of a person's either.
bool is_same_origin(const Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return true;
  const auto host = request.header("host");
  return origin == "http://" + std::string(host) || origin == "https://" + std::string(host);
}

bool Rates::allows(const std::string& client, Clock::time_point now) {
  if (rate_ <= 0) return true;
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kMostClients) forget(now);
  const double most = std::max(rate_ * kBurstSeconds, 1.0);
  auto& bucket = buckets_.try_emplace(client, Bucket{most, now}).first->second;
  const double passed = std::chrono::duration<double>(now - bucket.at).count();
  bucket = {std::min(most, bucket.left + passed * rate_), now};
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

// Whoever was silent for as long as a bucket takes to fill may be forgotten: a new one is full, too.
void Rates::forget(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& each) {
    return now - each.second.at > std::chrono::duration<double>(kBurstSeconds);
  });
  if (buckets_.size() >= kMostClients) buckets_.clear();
}

void allow_origin(const Request& request, const GuardOptions& options, Response& response) {
  const std::string_view origin = request.header("origin");
  if (std::ranges::find(options.origins, origin) == options.origins.end()) return;
  response.headers.emplace_back("Access-Control-Allow-Origin", std::string(origin));
  response.headers.emplace_back("Access-Control-Allow-Headers", "Content-Type");
  response.headers.emplace_back("Vary", "Origin");
}

void add_security_headers(Response& response, const std::vector<std::string>& framers) {
  std::string policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
      "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors";
  for (const std::string& framer : framers) policy += " " + framer;
  response.headers.emplace_back("Content-Security-Policy", framers.empty() ? policy + " 'none'" : policy);
  if (framers.empty()) response.headers.emplace_back("X-Frame-Options", "DENY");
  constexpr std::pair<const char*, const char*> kHeaders[] = {
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"}};
  for (const auto& [name, value] : kHeaders) response.headers.emplace_back(name, value);
}

}  // namespace gegenprobe::app::web
