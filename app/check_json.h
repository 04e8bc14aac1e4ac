#pragma once
#include <optional>
#include <vector>

#include "app/json.h"
#include "store/cross_check.h"

namespace gegenprobe::app {

/// Members of a checked claim that the command line and the API share, with their keys.
/// "remarks": kind as a word, claim (an id, or null), reason in words.
void write_remarks(JsonWriter& json, const std::vector<store::Remark>& remarks);
/// "rate": null, or by which reference rate two currencies were compared: one "from" is "rate" "to" on the
/// days from "begin" up to "end".
void write_rate(JsonWriter& json, const std::optional<store::RateUsed>& rate);
/// "split": null, or who agrees ("with"), who is of another scale ("off"), "others_slipped", "lean" as a
/// word.
void write_split(JsonWriter& json, const store::Sides& sides);

/// "told": what a finding says without words, an object; null where an earlier program found it.
void write_told(JsonWriter& json, const std::string& told);

}  // namespace gegenprobe::app
