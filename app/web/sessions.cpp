#include "app/web/sessions.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <charconv>
#include <vector>

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kSaltBytes = 16, kHashBytes = 32, kTokenBytes = 32;
constexpr std::size_t kShortestPassword = 8, kLongestPassword = 1024;
constexpr std::size_t kMostSessions = 1000;
constexpr auto kSessionTime = std::chrono::hours(12);
constexpr int kAttemptsOfOne = 5, kAttemptsOfAll = 30;
constexpr const char* kAll = "";

/// N, r, p of RFC 7914.
struct Cost {
  std::uint64_t n = 1 << 15, r = 8, p = 1;
};

std::string base64(const unsigned char* bytes, std::size_t size) {
  std::string out(4 * ((size + 2) / 3) + 1, '\0');
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes, static_cast<int>(size));
  out.resize(static_cast<std::size_t>(length));
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  out.erase(out.find_last_not_of('=') + 1);
  return out;
}

std::string random_bytes(std::size_t size) {
  std::vector<unsigned char> bytes(size);
  // Without randomness nothing that follows would be a secret.
  if (RAND_bytes(bytes.data(), static_cast<int>(size)) != 1) std::abort();
  return base64(bytes.data(), size);
}

std::optional<std::string> hash(std::string_view password, std::string_view salt, const Cost& cost) {
  constexpr std::uint64_t kMostMemory = 256u << 20;
  std::array<unsigned char, kHashBytes> out;
  if (EVP_PBE_scrypt(password.data(), password.size(), reinterpret_cast<const unsigned char*>(salt.data()),
                     salt.size(), cost.n, cost.r, cost.p, kMostMemory, out.data(), out.size()) != 1)
    return std::nullopt;
  return base64(out.data(), out.size());
}

std::vector<std::string_view> parts_of(std::string_view text, char between) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(between);
    parts.push_back(text.substr(0, at));
    if (at == text.npos) return parts;
    text.remove_prefix(at + 1);
  }
}

bool read(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string random_token() { return random_bytes(kTokenBytes); }

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Result<std::string> kept_password(std::string_view password) {
  if (password.size() < kShortestPassword || password.size() > kLongestPassword)
    return Error{Error::Kind::usage,
                 fmt::format("serve: a password has {} to {} bytes", kShortestPassword, kLongestPassword),
                 ""};
  const Cost cost;
  const std::string salt = random_bytes(kSaltBytes);
  const auto hashed = hash(password, salt, cost);
  if (!hashed) return Error{Error::Kind::input, "serve: scrypt failed: not enough memory", ""};
  return fmt::format("scrypt${}${}${}${}${}", cost.n, cost.r, cost.p, salt, *hashed);
}

bool is_password(std::string_view password, std::string_view kept) {
  const auto parts = parts_of(kept, '$');
  Cost cost;
  if (parts.size() != 6 || parts[0] != "scrypt" || password.size() > kLongestPassword) return false;
  if (!read(parts[1], cost.n) || !read(parts[2], cost.r) || !read(parts[3], cost.p)) return false;
  const auto hashed = hash(password, parts[4], cost);
  return hashed && same_secret(*hashed, parts[5]);
}

bool Sessions::may_try(const std::string& client, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(attempts_,
                [&](const auto& each) { return now - each.second.first > std::chrono::minutes(1); });
  auto& all = attempts_.try_emplace(kAll, now, 0).first->second.second;
  auto& one = attempts_.try_emplace(client, now, 0).first->second.second;
  if (one >= kAttemptsOfOne || all >= kAttemptsOfAll) return false;
  return ++one, ++all, true;
}

std::optional<std::string> Sessions::log_in(std::string_view password, std::string who,
                                            Clock::time_point now) {
  {
    const std::lock_guard one(one_check_at_a_time_);
    if (!is_password(password, kept_)) return std::nullopt;
  }
  const std::lock_guard lock(mutex_);
  std::erase_if(sessions_, [&](const auto& each) { return each.second.until < now; });
  if (sessions_.size() >= kMostSessions) sessions_.erase(sessions_.begin());
  std::string cookie = random_token();
  sessions_.emplace(cookie, Session{random_token(), std::move(who), now + kSessionTime});
  return cookie;
}

std::optional<Sessions::Session> Sessions::find(std::string_view cookie, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const auto at = sessions_.find(cookie);
  if (at == sessions_.end() || at->second.until < now) return std::nullopt;
  at->second.until = now + kSessionTime;
  return at->second;
}

std::string Sessions::feed_key(std::string_view name) const {
  if (kept_.empty()) return "";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  HMAC(EVP_sha256(), kept_.data(), static_cast<int>(kept_.size()),
       reinterpret_cast<const unsigned char*>(name.data()), name.size(), digest.data(), &size);
  return base64(digest.data(), size);
}

void Sessions::log_out(std::string_view cookie) {
  const std::lock_guard lock(mutex_);
  if (const auto at = sessions_.find(cookie); at != sessions_.end()) sessions_.erase(at);
}

std::string_view cookie_in(std::string_view header, std::string_view name) {
  for (std::string_view part : parts_of(header, ';')) {
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=')
      return part.substr(name.size() + 1);
  }
  return {};
}

}  // namespace gegenprobe::app::web
