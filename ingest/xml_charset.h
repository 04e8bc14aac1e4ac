#pragma once
#include <string>
#include <string_view>

#include "ingest/decode.h"

namespace gegenprobe::ingest {

/// The encoding of an XML document by mark, Content-Type and declaration, in the order of RFC 3023: a text/*
/// type without a charset means US-ASCII, whatever the document says. In lower case, as it is written there
/// ("iso-8859-1"); what the bytes tell where nobody says anything.
std::string xml_charset(std::string_view bytes, std::string_view content_type);

/// An XML document as UTF-8. Where bytes contradict the encoding that is announced, what the document says
/// itself is tried, then what decode() makes of them: feeds are served as text/xml by servers that know no
/// better.
Decoded decode_xml(std::string_view bytes, std::string_view content_type);

}  // namespace gegenprobe::ingest
