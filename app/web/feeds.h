#pragma once
#include <cstdint>
#include <string>

#include "app/web/desk.h"

// The Atom feeds of watches: for feed readers, which cannot log in.
namespace gegenprobe::app::web {

/// "/feeds/watches/3.atom", with the key that opens it where there is a password.
std::string feed_path(const Desk& desk, std::int64_t watch);
/// Whether a request is one for a feed and brings its key, or needs none.
bool is_open_feed(const Desk& desk, const Request& request);
/// \pre the target begins with /feeds/
Response feed(Desk& desk, const Request& request);

/// Looks for what came in since the last time, for all watches; false where the database did not let it.
/// Mails and posts nothing: that is what `gegenprobe watch run` is for.
bool look_for_all_watches(Desk& desk);

}  // namespace gegenprobe::app::web
