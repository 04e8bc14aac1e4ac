#pragma once
#include <string>
#include <string_view>

#include "ingest/span.h"

namespace gegenprobe::app {

/// "https://…#:~:text=…": a link that browsers scroll to, by the URL Fragment Text Directives of the WICG.
/// `span` within `text`, in bytes. Words before and after go with it only where the words alone stand there
/// again. Empty where there is no address.
std::string text_fragment_link(std::string_view url, std::string_view text, Span span);

}  // namespace gegenprobe::app
