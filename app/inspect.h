#pragma once
#include <simdjson.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/json.h"

namespace gegenprobe::app {

/// The words of `inspect`, for all of its steps.
struct InspectWords {
  std::string step, source, rules, sites;
  bool lines = false;
};

/// Each shows one step alone, on standard input or on `source`.
Outcome inspect_article(const InspectWords& words, Output& output);
Outcome inspect_feed(const InspectWords& words, Output& output);
Outcome inspect_robots(const InspectWords& words, Output& output);
Outcome inspect_sentences(const InspectWords& words, Output& output);
Outcome inspect_warc(const InspectWords& words, Output& output);
Outcome inspect_charset(const InspectWords& words, Output& output);

/// Writes the members of an answer beside its "id".
using AnswerLine = std::function<Result<Done>(const simdjson::dom::object& line, JsonWriter& answer)>;
/// JSON Lines on standard input: an object in, an object out, under the same "id". A line that is none, or
/// that `answer` fails on, is told with its number and left out; the exit code is then 1.
Outcome answer_each_line(const AnswerLine& answer, Output& output);

std::optional<std::string_view> text_member(const simdjson::dom::object& line, std::string_view name);
/// Bytes: the text of "name", or what "name_b64" holds in base 64.
Result<std::string> bytes_member(const simdjson::dom::object& line, const std::string& name);

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts);

}  // namespace gegenprobe::app
