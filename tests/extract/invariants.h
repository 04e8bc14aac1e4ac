#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/extract.h"

namespace gegenprobe::test {

/// A text as extract() takes it.
ingest::Document document_of(std::string text, std::string language, std::optional<Day> published);

/// What holds for every text, whatever the rules find in it; the first thing that does not, in words, else
/// nothing: spans ascend, stand inside the text and on borders of characters, bounds and periods are in
/// order, a claim's evidence is a figure inside its sentence.
std::optional<std::string> broken_invariant(const extract::Extraction& found, std::string_view text);

/// Spans as `text` counts code points, and bounds: what must be equal however the spaces are written.
std::string facts(const extract::Extraction& found, std::string_view text);

/// The figures within a stretch of text that take nothing from around it: their words, bounds and unit. What
/// stands around a text may say what a bare number in it counts, and never changes one of these.
std::multiset<std::string> figures(const extract::Extraction& found, std::string_view text, Span within);

/// The text with a no-break space behind each digit that a space stands behind.
std::string with_no_break_spaces(std::string_view text);

/// The bytes from `begin` to `end`, without the parts of characters that would stand at the borders.
std::string whole_characters(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace gegenprobe::test
