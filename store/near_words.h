#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::store {

/// How many bytes have to be put in, left out or changed to make one of the other (Levenshtein). Costs the
/// product of their lengths: for words, not for texts.
std::size_t slips_between(std::string_view a, std::string_view b);

/// Up to so many slips a word of that length is a mistyped one rather than another.
std::size_t slips_of_typing(std::size_t length);

/// The one of `words` that was likely meant by a mistyped word, or by the begin of one; of several as near
/// the first; "" where none is. Blanks and hyphens count as the underscores of our words.
std::string nearest_word(std::string_view typed, const std::vector<std::string>& words);

}  // namespace gegenprobe::store
