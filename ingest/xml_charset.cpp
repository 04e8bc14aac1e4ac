#include "ingest/xml_charset.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return copy;
}

struct Begin {
  std::string_view bytes, charset;
  std::size_t mark;  ///< how many of the bytes are a byte order mark
};
constexpr std::array kBegins = {
    Begin{"\xEF\xBB\xBF"sv, "utf-8", 3},    Begin{"\xFF\xFE\0\0"sv, "utf-32le", 4},
    Begin{"\0\0\xFE\xFF"sv, "utf-32be", 4}, Begin{"\xFF\xFE"sv, "utf-16le", 2},
    Begin{"\xFE\xFF"sv, "utf-16be", 2},     Begin{"\0\0\0<"sv, "utf-32be", 0},
    Begin{"<\0\0\0"sv, "utf-32le", 0},      Begin{"\0<\0?"sv, "utf-16be", 0},
    Begin{"<\0?\0"sv, "utf-16le", 0}};

const Begin* begin_of(std::string_view bytes) {
  const auto at =
      std::ranges::find_if(kBegins, [&](const Begin& begin) { return bytes.starts_with(begin.bytes); });
  return at == kBegins.end() ? nullptr : &*at;
}

/// What <?xml encoding="…"?> says, in lower case.
std::string declared(std::string_view bytes) {
  const auto open = bytes.substr(0, 1024).find("<?xml");
  const auto end = bytes.substr(0, 2048).find("?>");
  if (open == bytes.npos || end == bytes.npos || end < open) return "";
  const auto declaration = bytes.substr(open, end - open);
  const auto name = declaration.find("encoding");
  if (name == declaration.npos) return "";
  const auto quote = declaration.find_first_of("\"'", name);
  if (quote == declaration.npos) return "";
  const auto close = declaration.find(declaration[quote], quote + 1);
  if (close == declaration.npos) return "";
  return lower(declaration.substr(quote + 1, close - quote - 1));
}

/// GB 2312 and GBK are parts of GB 18030, and documents that claim the parts use the whole.
std::string widened(std::string charset) {
  if (charset == "gb2312" || charset == "gbk") return "gb18030";
  return charset;
}

bool is_ascii(std::string_view bytes) {
  return std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string by_content_type(std::string_view bytes, std::string_view content_type) {
  const auto type = lower(content_type.substr(0, content_type.find(';')));
  auto charset = lower(charset_of_content_type(content_type));
  const bool is_xml = type.find("xml") != type.npos;
  if (is_xml && !charset.empty()) return charset;
  if (is_xml && type.starts_with("text/")) return "us-ascii";
  auto said = declared(bytes);
  if (!said.empty()) return said;
  return is_xml || is_ascii(bytes) ? "utf-8" : "";
}

/// Decoded where the bytes fit the encoding entirely.
std::optional<Decoded> fitting(std::string_view bytes, const std::string& label) {
  if (label.empty() || (label == "us-ascii" && !is_ascii(bytes))) return std::nullopt;
  const auto charset = charset_of_label(label);
  if (!charset || charset->starts_with("utf-16") || charset->starts_with("utf-32")) return std::nullopt;
  auto decoded = decode_as(bytes, *charset);
  if (decoded.broken > 0) return std::nullopt;
  return decoded;
}

}  // namespace

std::string xml_charset(std::string_view bytes, std::string_view content_type) {
  if (const auto* begin = begin_of(bytes)) return std::string(begin->charset);
  const auto charset = by_content_type(bytes, content_type);
  if (!charset.empty()) return widened(charset);
  const auto detected = decode(bytes);
  return detected ? detected->charset : "utf-8";
}

Decoded decode_xml(std::string_view bytes, std::string_view content_type) {
  if (const auto* begin = begin_of(bytes))
    return decode_as(bytes.substr(begin->mark), begin->charset, CharsetBasis::mark);
  if (auto decoded = fitting(bytes, widened(by_content_type(bytes, content_type)))) return *decoded;
  if (auto decoded = fitting(bytes, widened(declared(bytes)))) return *decoded;
  if (auto decoded = decode(bytes)) return *decoded;
  return decode_as(bytes, "windows-1252", CharsetBasis::detected);
}

}  // namespace gegenprobe::ingest
