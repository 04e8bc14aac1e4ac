#pragma once
#include <string>
#include <string_view>

#include "ingest/result.h"

namespace gegenprobe::ingest {

/// What base 64 stands for (RFC 4648 with padding); white space between the letters is skipped.
/// An input error where it is none.
Result<std::string> bytes_of_base64(std::string_view text);
/// RFC 4648 with padding, in one line.
std::string base64_of(std::string_view bytes);

}  // namespace gegenprobe::ingest
