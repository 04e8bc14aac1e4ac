#pragma once
#include <cstddef>
#include <string_view>

namespace gegenprobe::store {

/// How many bytes have to be put in, left out or changed to make one of the other (Levenshtein). Costs the
/// product of their lengths: for words, not for texts.
std::size_t slips_between(std::string_view a, std::string_view b);

/// Up to so many slips a word of that length is a mistyped one rather than another.
std::size_t slips_of_typing(std::size_t length);

}  // namespace gegenprobe::store
