#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/span.h"

namespace gegenprobe::ingest {

/// Text the rules can rely on: NFC; one U+0020 between words and none at the ends of a paragraph;
/// '\n' between paragraphs and nowhere else; no soft hyphens, zero-width or control characters, nor
/// backslashes that escaped a sign or stood for a line break; the sign itself for what is left of its
/// character reference ("&amp;", " #39;"); every hyphen is U+002D.
struct NormalisedText {
  /// From byte `at` on, up to the next step, utf8[at + i] stands for source byte source + i. Where source
  /// bytes were left out, two steps share their `at`: where the text before ended, and where it goes on.
  struct Step {
    std::uint32_t at;
    std::uint32_t source;
  };
  std::string utf8;
  std::vector<Step> steps;  ///< neither member descends; never empty, the first has at == 0
  std::uint32_t source_size = 0;
};

/// Cannot fail: any valid UTF-8 has a normal form, "" included. Linear in source.size(); text that is
/// already normal is copied once and costs one step.
/// A blank line parts paragraphs; a single line break does too, unless the text is hard-wrapped.
/// Quotation marks and dashes stay as they are, since company names contain them. Of more than 30 marks on
/// one letter the rest is left out.
/// \pre `source` is valid UTF-8 of less than 4 GiB; decode() sees to both.
NormalisedText normalise(std::string_view source);

/// Where in the source a stretch of normalised text stood: what a claim shows as its evidence.
/// Covers whole source characters; characters that were dropped at the borders stay outside.
Span in_source(const NormalisedText& text, Span span);

}  // namespace gegenprobe::ingest
