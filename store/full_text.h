#pragma once
#include <string>
#include <string_view>

#include "ingest/result.h"

// From what a person types to what FTS5 takes; for this folder only.
namespace gegenprobe::store {

/// All words must be there, in any spelling of spelling_variants(); "several words" in quotes as they stand;
/// a word that ends in * is the beginning of one. Empty for a text without words. Never a syntax error: what
/// FTS5 would read as an operator is a word here.
std::string full_text_query(std::string_view typed);

/// What to say where a person's words gave "".
Error unreadable_text(const std::string& text);

}  // namespace gegenprobe::store
