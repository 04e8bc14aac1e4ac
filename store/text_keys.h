#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.h"
#include "store/shingles.h"

namespace gegenprobe::store {

/// What revision.text_hash holds: XXH3 of 128 bits as 32 hexadecimal digits.
std::string text_hash(std::string_view text);

/// All by which a text and its copies are found again. Needs no database: what reads documents on several
/// threads makes it there, so that the one that stores them has less to do.
struct TextKeys {
  std::string hash;                   ///< text_hash()
  Shingles shingles;                  ///< of the text
  std::vector<std::int64_t> sketch;   ///< of the shingles
  std::vector<std::string> agencies;  ///< whom the text credits
};
/// Linear; some 30 microseconds a kilobyte.
TextKeys keys_of(const ingest::Document& document);

/// What an article is known by: its URL, else its outlet and text. The same agency text in two papers makes
/// two articles: it is origins that count copies as one.
std::string identity_of(const ingest::Document& document, const std::string& text_hash);

/// A text that is set differently, and says the same to the letter: no person wants to see that as a change.
bool differs_in_blanks_only(std::string_view a, std::string_view b);

}  // namespace gegenprobe::store
