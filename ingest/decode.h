#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/result.h"

namespace gegenprobe::ingest {

/// How the encoding was found; the HTML standard's order, with what it leaves open at the end.
enum class CharsetBasis : std::uint8_t {
  mark,      ///< a byte order mark
  header,    ///< Content-Type of the response
  declared,  ///< <meta> or <?xml?> near the begin
  valid,     ///< nothing declared, and the bytes are valid UTF-8
  repaired,  ///< declared otherwise, and the bytes leave no doubt
  detected   ///< nothing declared; the likeliest by the bytes' frequencies
};

struct Decoded {
  std::string utf8;     ///< valid, without byte order mark
  std::string charset;  ///< the encoding's name in the Encoding Standard, lower case: "windows-1252"
  CharsetBasis basis = CharsetBasis::valid;
  std::size_t broken = 0;  ///< how many U+FFFD stand for bytes that had no meaning
};

/// Bytes of a text or a page -> UTF-8. `header_charset` is that of Content-Type, or empty.
/// An input error where the bytes are no text (an image, a PDF, an archive): the kind is named.
Result<Decoded> decode(std::string_view bytes, std::string_view header_charset = {});

/// Bytes that are known to be in `charset`, a name of the Encoding Standard; bytes without meaning, and all
/// of an unknown charset's, give U+FFFD.
Decoded decode_as(std::string_view bytes, std::string_view charset,
                  CharsetBasis basis = CharsetBasis::declared);

/// The encoding a label means, "latin1" -> "windows-1252"; nothing for a label that means none.
std::optional<std::string_view> charset_of_label(std::string_view label);

/// What an HTML page says of itself by mark or <meta>, as the HTML standard's prescan reads it: the first
/// 64 KiB. Nothing where it says nothing.
std::optional<std::string_view> declared_charset(std::string_view html);

/// "charset=…" of a Content-Type header; empty where it has none.
std::string charset_of_content_type(std::string_view content_type);

}  // namespace gegenprobe::ingest
