#include "ingest/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>

#include "ingest/base64.h"

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return copy;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && " \t\r\n"sv.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && " \t\r\n"sv.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

std::string base32(std::string_view bytes) {
  constexpr auto kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"sv;
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (count += 8; count >= 5; count -= 5) text += kLetters[bits >> (count - 5) & 31];
  }
  if (count > 0) text += kLetters[bits << (5 - count) & 31];
  return text;
}

std::string hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

std::string from_base64_or_none(std::string_view text) {
  std::string standard(text);
  std::ranges::replace(standard, '-', '+');
  std::ranges::replace(standard, '_', '/');
  while (standard.size() % 4 != 0) standard += '=';
  const auto bytes = bytes_of_base64(standard);
  return bytes ? *bytes : "";
}

std::string sum_of(std::string_view bytes, const EVP_MD* function) {
  std::string sum(EVP_MAX_MD_SIZE, '\0');
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(sum.data()), &size, function,
             nullptr);
  sum.resize(size);
  return sum;
}

}  // namespace

std::string sha1_digest(std::string_view bytes) { return "sha1:" + base32(sum_of(bytes, EVP_sha1())); }

std::optional<bool> has_digest(std::string_view bytes, std::string_view digest) {
  const auto colon = digest.find(':');
  if (colon == digest.npos) return std::nullopt;
  auto name = lower(digest.substr(0, colon));
  std::erase(name, '-');
  const auto* function = name == "sha1"     ? EVP_sha1()
                         : name == "sha256" ? EVP_sha256()
                         : name == "sha512" ? EVP_sha512()
                         : name == "md5"    ? EVP_md5()
                                            : nullptr;
  if (function == nullptr) return std::nullopt;
  const auto sum = sum_of(bytes, function);
  const auto written = trimmed(digest.substr(colon + 1));
  auto wanted = lower(written);
  while (wanted.ends_with('=')) wanted.pop_back();
  return wanted == hex(sum) || wanted == lower(base32(sum)) || from_base64_or_none(written) == sum;
}

}  // namespace gegenprobe::ingest
