#include "ingest/base64.h"

#include <openssl/evp.h>

#include <algorithm>

namespace gegenprobe::ingest {

Result<std::string> bytes_of_base64(std::string_view text) {
  std::string packed;
  packed.reserve(text.size());
  std::ranges::copy_if(text, std::back_inserter(packed),
                       [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
  std::string bytes(packed.size() / 4 * 3, '\0');
  const int size = packed.size() % 4 != 0
                       ? -1
                       : EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                         reinterpret_cast<const unsigned char*>(packed.data()),
                                         static_cast<int>(packed.size()));
  if (size < 0) return Error{Error::Kind::input, "this is no base 64", ""};
  // OpenSSL counts the padding as zeros.
  const auto padding = packed.ends_with("==") ? 2 : packed.ends_with('=') ? 1 : 0;
  bytes.resize(static_cast<std::size_t>(size - padding));
  return bytes;
}

std::string base64_of(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

}  // namespace gegenprobe::ingest
