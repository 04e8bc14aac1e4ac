#include "ingest/sniff.h"

#include <algorithm>
#include <array>
#include <string>

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

struct Magic {
  std::size_t offset;
  std::string_view bytes, kind;
};

constexpr std::array kMagics = {
    Magic{0, "\x89PNG\r\n"sv, "PNG image"},
    Magic{0, "\xFF\xD8\xFF"sv, "JPEG image"},
    Magic{0, "GIF8"sv, "GIF image"},
    Magic{8, "WEBP"sv, "WebP image"},
    Magic{4, "ftypavif"sv, "AVIF image"},
    Magic{0, "BM\0\0"sv, "bitmap image"},
    Magic{0, "II*\0"sv, "TIFF image"},
    Magic{0, "MM\0*"sv, "TIFF image"},
    Magic{0, "\0\0\1\0"sv, "icon"},
    Magic{0, "%PDF-"sv, "PDF document"},
    Magic{0, "PK\x03\x04"sv, "ZIP archive or office document"},
    Magic{0, "PK\x05\x06"sv, "empty ZIP archive"},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "old office document"},
    Magic{0, "{\\rtf"sv, "RTF document"},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, "7-Zip archive"},
    Magic{0, "Rar!\x1A\x07"sv, "RAR archive"},
    Magic{0, "BZh"sv, "bzip2 archive"},
    Magic{0,
          "\xFD"
          "7zXZ"sv,
          "xz archive"},
    Magic{0, "\x28\xB5\x2F\xFD"sv, "zstd archive"},
    Magic{257, "ustar"sv, "tar archive"},
    Magic{0, "SQLite format 3\0"sv, "SQLite database"},
    Magic{0,
          "\x7F"
          "ELF"sv,
          "program"},
    Magic{0, "MZ\x90\0"sv, "program"},
    Magic{4, "ftyp"sv, "MP4 video"},
    Magic{0, "\x1A\x45\xDF\xA3"sv, "Matroska video"},
    Magic{0, "OggS"sv, "Ogg audio"},
    Magic{0, "ID3"sv, "MP3 audio"},
    Magic{8, "WAVE"sv, "WAVE audio"},
    Magic{0, "fLaC"sv, "FLAC audio"},
    Magic{0, "wOFF"sv, "font"},
    Magic{0, "wOF2"sv, "font"},
    Magic{0, "\0asm"sv, "WebAssembly program"},
};

bool has_wide_characters(std::string_view begin) {
  if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF") || begin.starts_with("\0\0\xFE\xFF"sv))
    return true;
  // Without a mark: nearly every other byte of western text in UTF-16 is zero, and always on the same side.
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < begin.size(); ++i) zeros[i % 2] += begin[i] == '\0';
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  const bool utf16 = few * 50 < many && many * 10 > begin.size() * 3;
  const bool utf32 = (few + many) * 100 > begin.size() * 70 && (few + many) * 100 < begin.size() * 80;
  return begin.size() >= 8 && (utf16 || utf32);
}

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return copy;
}

/// UTF-16 page or not, its ASCII characters follow each other once the zeros are gone.
std::string first_characters(std::string_view begin) {
  std::string text;
  for (const char c : begin.substr(0, 4096))
    if (c != '\0' && static_cast<unsigned char>(c) < 0x80) text += c;
  return lower(text);
}

bool looks_like_html(const std::string& text) {
  constexpr std::array kTags = {"<!doctype html"sv, "<html"sv,   "<head"sv, "<body"sv, "<title"sv, "<meta "sv,
                                "<article"sv,       "<script"sv, "<div"sv,  "<p>"sv,   "<p "sv,    "<h1"sv,
                                "<link "sv,         "<section"sv};
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || text[first] != '<') return false;
  return std::ranges::any_of(kTags, [&](std::string_view tag) { return text.find(tag) != text.npos; });
}

/// The outermost element, behind the declaration, comments and the document type.
bool looks_like_feed(const std::string& text) {
  constexpr std::array kRoots = {"<rss"sv, "<feed"sv, "<rdf:rdf"sv};
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const auto rest = std::string_view(text).substr(at);
    if (rest.starts_with("<!--")) at = std::min(text.find("-->", at), text.size() - 1);
    if (rest.starts_with("<?") || rest.starts_with("<!")) continue;
    return std::ranges::any_of(kRoots, [&](std::string_view root) { return rest.starts_with(root); });
  }
  return false;
}

}  // namespace

namespace {

/// Of no text: all below the space but tabs, breaks and the escapes of old terminals.
constexpr std::array<bool, 256> control_bytes() {
  std::array<bool, 256> controls{};
  for (std::size_t byte = 0; byte < 0x20; ++byte)
    controls[byte] = !(byte >= '\b' && byte <= '\r') && byte != 0x1B && byte != 0x1E;
  return controls;
}

}  // namespace

std::string_view binary_kind(std::string_view begin) {
  for (const auto& magic : kMagics)
    if (begin.size() > magic.offset && begin.substr(magic.offset).starts_with(magic.bytes)) return magic.kind;
  if (has_wide_characters(begin.substr(0, 4096))) return "";
  const auto head = begin.substr(0, 65536);
  static constexpr auto kIsControl = control_bytes();
  std::size_t zeros = 0, controls = 0;
  for (const char c : head) {
    zeros += c == '\0';
    controls += kIsControl[static_cast<unsigned char>(c)];
  }
  // A stray zero happens in texts that went through old programs; a share of them does not.
  return zeros * 200 > head.size() || controls * 20 > head.size() ? "binary data" : "";
}

Format sniff(std::string_view begin, std::string_view hint) {
  if (begin.empty()) return Format::empty;
  if (begin.starts_with("\x1F\x8B")) return Format::gzip;
  if (!binary_kind(begin).empty()) return Format::binary;
  if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
  const auto text = first_characters(begin);
  const auto first = text.find_first_not_of(" \t\r\n");
  const auto name = lower(hint);
  if (first == text.npos) return Format::text;
  const bool says_json =
      name.find("jsonl") != name.npos || name.find("ndjson") != name.npos || name.find("json") != name.npos;
  if (text[first] == '{' &&
      (says_json || text.find('"', first) == text.find_first_not_of(" \t\r\n", first + 1)))
    return Format::json_lines;
  if (text[first] == '<' && looks_like_feed(text)) return Format::feed;
  if (looks_like_html(text) || name.find("text/html") != name.npos || name.find("xhtml") != name.npos)
    return Format::html;
  const bool html_name = name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
  return html_name && text[first] == '<' ? Format::html : Format::text;
}

}  // namespace gegenprobe::ingest
