#pragma once
#include <span>
#include <string_view>

#include "app/json.h"
#include "extract/extract.h"
#include "extract/text/unread.h"

namespace gegenprobe::app {

/// The members of a Mention and of a Claim, as the claim model has them; offsets as code points of `text`.
void write_mentions(JsonWriter& json, const extract::Extraction& found, std::string_view text);
void write_claims(JsonWriter& json, const extract::Extraction& found, std::string_view text);
/// The figures that no claim stands on: text, begin, end, why as a word, reason in words.
void write_unread(JsonWriter& json, std::span<const extract::Unread> unread, std::string_view text);

}  // namespace gegenprobe::app
