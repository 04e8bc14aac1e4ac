#include "app/answerer.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/extraction_json.h"
#include "extract/short_text.h"

namespace gegenprobe::app {

const std::size_t kLinePadding = simdjson::SIMDJSON_PADDING;

namespace {

/// What is wrong with a line, for its answer; null where nothing is.
using Fault = const char*;

using ingest::Document;
using simdjson::dom::element;

/// Days stand alone or before a time of day: "2025-10-07T08:15:00Z" is that day.
std::optional<Day> day_in(std::string_view text) {
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) text = text.substr(0, 10);
  return parse_day(text);
}

/// A parser's error in words of our own, for whoever has to mend the line.
Fault fault_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return "no JSON: it is not valid UTF-8";
    case simdjson::UNCLOSED_STRING:
      return "no JSON: a string in it does not end";
    case simdjson::UNESCAPED_CHARS:
      return "no JSON: a string in it holds a tab or another control character that is not escaped";
    case simdjson::STRING_ERROR:
      return "no JSON: a string in it has an escape that does not exist";
    case simdjson::NUMBER_ERROR:
      return "no JSON: a number in it cannot be read";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "no JSON: a word in it stands without quotes and is none of true, false, null";
    case simdjson::DEPTH_ERROR:
      return "no JSON that can be read: it is nested too deep";
    case simdjson::CAPACITY:
      return "no JSON that can be read: it is too long";
    default:
      return "no JSON: a bracket, colon or comma is missing or one too many";
  }
}

}  // namespace

struct Answerer::State {
  State(const extract::Rules& the_rules, AnswerOptions the_options)
      : rules(the_rules), options(std::move(the_options)) {}

  Fault read(std::string_view line);
  Fault read_member(std::string_view name, element value);
  Fault read_text_member(std::string_view name, std::string_view text);
  void write_id();

  const extract::Rules& rules;
  AnswerOptions options;
  // The tape, not the on-demand reader: that one is chosen when this is compiled, and so would do without
  // the vector instructions of the machine it runs on. The tape's memory is used again for each line.
  simdjson::dom::parser parser;
  Document document;
  element id;
  bool has_id = false, has_text = false;
  JsonWriter json;
};

Fault Answerer::State::read_text_member(std::string_view name, std::string_view text) {
  if (name == "text") {
    document.text.assign(text);
    has_text = true;
  } else if (name == "lang") {
    if (text != "de" && text != "en") return "\"lang\" is neither \"de\" nor \"en\" nor null";
    document.language.assign(text);
  } else if (name == "published") {
    document.published = day_in(text);
    if (!document.published) return "\"published\" is no day like 2025-10-07";
  } else {
    (name == "title" ? document.title : document.outlet).assign(text);
  }
  return nullptr;
}

Fault Answerer::State::read_member(std::string_view name, element value) {
  static constexpr std::array<std::pair<std::string_view, Fault>, 5> kTexts{
      {{"text", "\"text\" is no string"},
       {"lang", "\"lang\" is no string"},
       {"published", "\"published\" is no string"},
       {"title", "\"title\" is no string"},
       {"outlet", "\"outlet\" is no string"}}};
  if (name == "id") {
    id = value;
    has_id = value.is_string() || value.is_number();
    return has_id || value.is_null() ? nullptr : "\"id\" is neither a string nor a number";
  }
  const auto known = std::ranges::find(kTexts, name, &std::pair<std::string_view, Fault>::first);
  if (known == kTexts.end() || value.is_null()) return nullptr;
  std::string_view text;
  return value.get_string().get(text) ? known->second : read_text_member(name, text);
}

Fault Answerer::State::read(std::string_view line) {
  document.text.clear();
  document.title.clear();
  document.outlet.clear();
  document.language = options.language;
  document.published.reset();
  has_id = has_text = false;
  element parsed;
  if (const auto error = parser.parse(line.data(), line.size(), false).get(parsed)) return fault_of(error);
  simdjson::dom::object object;
  if (parsed.get_object().get(object)) return "no JSON object";
  for (const auto member : object)
    if (Fault fault = read_member(member.key, member.value)) return fault;
  return has_text ? nullptr : "\"text\" is missing";
}

void Answerer::State::write_id() {
  key(json, "id");
  std::string_view text;
  std::int64_t whole = 0;
  std::uint64_t large = 0;
  if (!has_id)
    json.Null();
  else if (!id.get_string().get(text))
    string(json, text);
  else if (!id.get_int64().get(whole))
    json.Int64(whole);
  else if (!id.get_uint64().get(large))
    json.Uint64(large);
  else
    json.Double(double(id));
}

Answerer::Answerer(const extract::Rules& rules, AnswerOptions options)
    : state_(std::make_unique<State>(rules, std::move(options))) {}
Answerer::~Answerer() = default;

bool Answerer::answer(std::string_view line, std::uint64_t line_number, JsonBuffer& answers) {
  State& state = *state_;
  JsonWriter& json = state.json;
  const Fault fault = state.read(line);
  json.Reset(answers);
  json.StartObject();
  if (fault) {
    key(json, "id");
    json.Null();
    key(json, "line");
    json.Uint64(line_number);
    key(json, "error");
    string(json, fault);
  } else {
    const std::string_view text = state.document.text;
    state.document.normalised = ingest::normalise(text);
    extract::Extraction found = extract::extract_short(state.document, state.rules);
    std::erase_if(found.claims, [&](const extract::Claim& claim) {
      return static_cast<double>(claim.confidence) < state.options.min_confidence;
    });
    state.write_id();
    key(json, "lang");
    string_or_null(json, found.language);
    if (found.language_guessed) {
      key(json, "lang_guessed");
      json.Bool(true);
    }
    key(json, "mentions");
    write_mentions(json, found, text);
    if (!state.options.mentions_only) {
      key(json, "claims");
      write_claims(json, found, text);
    }
  }
  json.EndObject();
  answers.Put('\n');
  return !fault;
}

}  // namespace gegenprobe::app
