#pragma once
#include <string>
#include <string_view>

namespace gegenprobe::app {

/// What a word of the claim model is called in "de" or "en", by the table of words.json that has it:
/// label("metrics", "market_cap", "de") is "Börsenwert". The word itself where the table lacks it.
std::string label(std::string_view table, std::string_view word, std::string_view language);

}  // namespace gegenprobe::app
