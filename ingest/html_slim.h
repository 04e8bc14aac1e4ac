#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/put_aside.h"

namespace gegenprobe::ingest {

/// What is kept of the addresses of links (<a href>): some readers only ask whether they leave the page.
enum class Links : std::uint8_t { whole, first_letter };

/// Whether what is drawn in the page (<svg>) is kept: beside an article it is furniture, in a feed it may be
/// all there is, with its title for those who do not see it.
enum class Drawings : std::uint8_t { dropped, kept };

struct SlimHtml {
  std::string html;
  std::vector<std::string> json_ld;  ///< what its scripts of that kind hold
  PutAside aside;                    ///< what stands in `html` as a mark only
};

/// A page without what costs a parser most and tells nothing: comments, scripts, styles, pictures
/// that are drawn in the page (where asked for), attributes that nobody here reads, styles that hide nothing;
/// and without the tags that open elements more than 512 deep, whose text stays. What a browser would show is
/// the same. Linear in the page, and in one pass: the parser behind it is many times slower.
SlimHtml slim_html(std::string_view html, Links links = Links::whole, Drawings drawings = Drawings::dropped);

}  // namespace gegenprobe::ingest
