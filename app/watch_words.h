#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "store/watch.h"

namespace gegenprobe::app {

/// "CONTRADICTS · Siemens · revenue · …", or the fact and figure of a claim.
std::string item_title(const store::WatchItem& item);
/// RFC 4287, the newest first. `updated`: ISO 8601, of the newest item or of the watch.
std::string atom_feed(const store::Watch& watch, const std::vector<store::WatchItem>& items);
/// {"watch": …, "items": […]}: what the JSON file holds and the webhook gets.
std::string json_items(const store::Watch& watch, const std::vector<store::WatchItem>& items);
/// RFC 5322, with To, Subject and Message-ID.
std::string mail(const store::Watch& watch, const std::vector<store::WatchItem>& items);
/// One hash for a list of items, the same when the same are sent again.
std::string key_of(const std::vector<store::WatchItem>& items);

}  // namespace gegenprobe::app
