#pragma once
#include <cstdint>
#include <string_view>

#include "store/connection.h"
#include "store/text_keys.h"

// Which articles are one origin; for this folder only.
namespace gegenprobe::store {

/// Notes the text of an article, puts the article into the origin of those that it copies or that copy it, or
/// into a new one, and gives the origin's id. Origins that it shows to be one become one. Some 64 look-ups by
/// index and, where they find something, a comparison with at most 12 texts, however many articles there are.
///
/// The same articles in another order come to the same origins, under other ids. It may be otherwise where a
/// text has more look-alikes than are compared (boilerplate), and where what both share was not sampled: of
/// copies that share 60 words in a row one in a hundred is missed, of a hundred words one in a thousand. A
/// page that carries several agency texts side by side joins their origins.
std::int64_t join_origin(Connection& connection, std::int64_t article, const TextKeys& keys);

/// The origin that a text would join; 0 where it copies nothing. Writes nothing.
std::int64_t find_origin(Connection& connection, std::string_view text);

/// Does it for the articles that were added before there were origins, in a transaction of its own; a look
/// into an index where there are none.
void join_missing_origins(Connection& connection);

}  // namespace gegenprobe::store
