#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gegenprobe::ingest {

/// As web archives write it: "sha1:" and 32 letters in base 32.
std::string sha1_digest(std::string_view bytes);

/// Whether bytes have a digest of the form "sha1:BASE32", in base 16 and 64 too; nothing for functions that
/// are not known.
std::optional<bool> has_digest(std::string_view bytes, std::string_view digest);

}  // namespace gegenprobe::ingest
