#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gegenprobe::ingest {

/// What is kept of the addresses of links (<a href>): some readers only ask whether they leave the page.
enum class Links : std::uint8_t { whole, first_letter };

/// A page without what costs a parser most and tells nothing: comments, scripts but JSON-LD, styles, pictures
/// that are drawn in the page, attributes that nobody here reads, styles that hide nothing; and without the
/// tags that open elements more than 512 deep, whose text stays. What a browser would show is the same.
/// Linear in the page, and in one pass: the parser behind it is many times slower.
std::string slim_html(std::string_view html, Links links = Links::whole);

}  // namespace gegenprobe::ingest
