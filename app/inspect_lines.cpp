// The steps that are asked line by line: robots, sentences, charset; and what they share.
#include <fmt/format.h>

#include <array>

#include "app/inspect.h"
#include "app/shared_options.h"
#include "extract/text/text.h"
#include "ingest/base64.h"
#include "ingest/ingest.h"
#include "ingest/reader.h"
#include "ingest/robots.h"

namespace gegenprobe::app {
namespace {

using std::string_view_literals::operator""sv;

Error missing(std::string_view name) {
  return {Error::Kind::input, fmt::format("there is no \"{}\" in it", name), ""};
}

Result<Done> answer_line(simdjson::dom::parser& parser, std::string_view line, const AnswerLine& answer,
                         JsonWriter& json) {
  simdjson::dom::object object;
  if (const auto code = parser.parse(line.data(), line.size()).get(object); code != simdjson::SUCCESS)
    return Error{Error::Kind::input, fmt::format("no JSON object ({})", simdjson::error_message(code)), ""};
  json.StartObject();
  if (const auto id = text_member(object, "id")) {
    key(json, "id");
    string(json, *id);
  }
  if (const auto answered = answer(object, json); !answered) return answered.error();
  json.EndObject();
  return Done{};
}

Result<Done> answer_robots(const simdjson::dom::object& line, JsonWriter& json) {
  const auto robots = bytes_member(line, "robots");
  if (!robots) return robots.error();
  const auto agent = text_member(line, "user_agent");
  const auto url = text_member(line, "url");
  if (!agent || !url) return missing(agent ? "url" : "user_agent");
  key(json, "allowed");
  json.Bool(ingest::Robots(*robots).allows(*agent, *url));
  return Done{};
}

Result<Done> answer_sentences(const simdjson::dom::object& line, const extract::Rules& rules,
                              JsonWriter& json) {
  const auto given = text_member(line, "text");
  if (!given) return missing("text");
  ingest::Overrides known;
  known.language = std::string(text_member(line, "lang").value_or("")).substr(0, 2);
  const auto document = ingest::document_of(std::string(*given), known);
  const extract::Text text = extract::text_of(document.normalised.utf8, document.language, rules);
  std::vector<std::string> sentences;
  sentences.reserve(text.sentences.size());
  for (const extract::Sentence& sentence : text.sentences)
    sentences.emplace_back(ingest::in_source(document.normalised, sentence.span).of(document.text));
  write_texts(json, "sentences", sentences);
  return Done{};
}

/// Line breaks of Unicode's that JSON lets stand, escaped: many readers of JSON Lines cut there.
std::string in_one_line(std::string_view json) {
  constexpr std::array kBreaks = {std::pair{"\u0085"sv, "\\u0085"sv}, std::pair{"\u2028"sv, "\\u2028"sv},
                                  std::pair{"\u2029"sv, "\\u2029"sv}};
  std::string line(json);
  for (const auto& [mark, escape] : kBreaks)
    for (auto at = line.find(mark); at != line.npos; at = line.find(mark, at))
      line.replace(at, mark.size(), escape);
  return line;
}

}  // namespace

std::optional<std::string_view> text_member(const simdjson::dom::object& line, std::string_view name) {
  std::string_view value;
  if (line[name].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

Result<std::string> bytes_member(const simdjson::dom::object& line, const std::string& name) {
  if (const auto text = text_member(line, name)) return std::string(*text);
  const auto packed = text_member(line, name + "_b64");
  if (!packed) return missing(name);
  return ingest::bytes_of_base64(*packed);
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  key(json, name);
  json.StartArray();
  for (const std::string& text : texts) string(json, text);
  json.EndArray();
}

Outcome answer_each_line(const AnswerLine& answer, Output& output) {
  auto input = ingest::open_file("-");
  if (!input) return input.error();
  ingest::LineReader lines(**input, ingest::kLargestDocument);
  simdjson::dom::parser parser;
  int code = 0;
  for (std::string_view line; !output.reader_gone();) {
    const auto more = lines.next(line);
    if (!more) return more.error();
    if (!*more) break;
    if (line.find_first_not_of(" \t") == line.npos) continue;
    JsonBuffer buffer;
    JsonWriter json(buffer);
    if (const auto answered = answer_line(parser, line, answer, json)) {
      output.line(in_one_line(text_of(buffer)));
    } else {
      output.words(fmt::format("gegenprobe: inspect: line {}: {}", lines.number(), answered.error().what));
      code = 1;
    }
  }
  return code;
}

Outcome inspect_robots(const InspectWords&, Output& output) {
  return answer_each_line(answer_robots, output);
}

Outcome inspect_sentences(const InspectWords& words, Output& output) {
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  return answer_each_line([&](const simdjson::dom::object& line,
                              JsonWriter& json) { return answer_sentences(line, **rules, json); },
                          output);
}

}  // namespace gegenprobe::app
