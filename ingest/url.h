#pragma once
#include <string>
#include <string_view>

#include "ingest/result.h"

namespace gegenprobe::ingest {

/// An http or https address in the one form in which it is stored and compared: scheme and host in lower
/// case (the host in ASCII), no default port, no user, no fragment, no "." and "..", "/" for an empty path,
/// no parameters that only tell where the reader came from (data/tracking_parameters.txt); percent-escapes in
/// upper case. Bytes that a URL cannot hold are escaped. Applying it twice changes nothing.
/// Other schemes, and what is no URL, are input errors.
Result<std::string> canonical_url(std::string_view url);

/// `reference` as it stands on the page `base`, absolute but not canonical. \pre `base` is absolute.
Result<std::string> resolve_url(std::string_view base, std::string_view reference);

/// "www.example.de" of "https://www.example.de:8080/wirtschaft"; empty where there is none.
std::string host_of(std::string_view url);

/// Whether a word a user typed is meant as an address rather than as a file: it begins with a scheme and
/// "://".
bool looks_like_url(std::string_view word);

}  // namespace gegenprobe::ingest
