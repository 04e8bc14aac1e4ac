#pragma once
#include <cstdint>
#include <string_view>

namespace gegenprobe::ingest {

/// What an input is, by its first bytes; a name or Content-Type only settles what they leave open.
enum class Format : std::uint8_t { empty, text, html, feed, json_lines, gzip, binary };

/// `begin` is the input's beginning, a few KiB at least or all of it. `hint` is a Content-Type or a file
/// name.
Format sniff(std::string_view begin, std::string_view hint = {});

/// "PNG image", "PDF document", "ZIP archive" …; empty where the bytes may be text.
std::string_view binary_kind(std::string_view begin);

}  // namespace gegenprobe::ingest
