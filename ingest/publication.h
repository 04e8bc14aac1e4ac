#pragma once
#include <string>
#include <string_view>

#include "ingest/element_name.h"
#include "ingest/html_tree.h"

namespace gegenprobe::ingest {

/// What a page's metadata say of its dates, as found; all may be empty.
struct StatedDates {
  std::string published;  ///< by what is written for this: JSON-LD, article:published_time …
  std::string dated;      ///< by what is often the day of a change: <meta name="date"> …
  std::string modified;
};

/// When a page was published, as find_date() gives it; "" where the page does not say. `headline` is the node
/// of the headline, 0 where there is none; `url` where the page was found. What metadata say goes before what
/// is printed, and that before the address, but for what each is known to be wrong in: an address tells the
/// day of the first publication, a time in UTC may be of another day than the one that readers see.
std::string publication_date(const HtmlTree& tree, ElementNames& names, std::string_view html,
                             const StatedDates& stated, std::uint32_t headline, std::string_view url,
                             std::string_view language);

}  // namespace gegenprobe::ingest
