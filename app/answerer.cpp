#include "app/answerer.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/extraction_json.h"
#include "extract/text/short_text.h"
#include "ingest/ingest.h"

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

  /// What is kept of a line beside its document, while others are read.
  struct Asked {
    std::uint64_t number = 0;
    Fault fault = nullptr;
    Span id;  ///< of ids, as JSON
  };

  Fault read(std::string_view line, Document& document);
  Fault read_member(std::string_view name, element value, Document& document);
  Fault read_text_member(std::string_view name, std::string_view text, Document& document);
  Span keep_id();
  void write_fault(const Asked& asked);
  void write_found(const Asked& asked, const Document& document, extract::Extraction found);

  const extract::Rules& rules;
  AnswerOptions options;
  // The tape, not the on-demand reader: that one is chosen when this is compiled, and so would do without
  // the vector instructions of the machine it runs on. The tape's memory is used again for each line.
  simdjson::dom::parser parser;
  std::vector<Document> documents;  // of the lines that are no fault, in their order; as many as ever were
  std::vector<Asked> asked;
  JsonBuffer ids;
  element id;
  bool has_id = false, has_text = false;
  JsonWriter json;
};

Fault Answerer::State::read_text_member(std::string_view name, std::string_view text, Document& document) {
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

Fault Answerer::State::read_member(std::string_view name, element value, Document& document) {
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
  return value.get_string().get(text) ? known->second : read_text_member(name, text, document);
}

Fault Answerer::State::read(std::string_view line, Document& document) {
  static_assert(ingest::kLargestDocument == std::size_t{64} << 20);
  if (line.size() > ingest::kLargestDocument) return "longer than 64 MiB, the most a line may have";
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
    if (Fault fault = read_member(member.key, member.value, document)) return fault;
  return has_text ? nullptr : "\"text\" is missing";
}

Span Answerer::State::keep_id() {
  const auto begin = static_cast<std::uint32_t>(ids.GetSize());
  std::string_view text;
  std::int64_t whole = 0;
  std::uint64_t large = 0;
  json.Reset(ids);
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
  return {begin, static_cast<std::uint32_t>(ids.GetSize())};
}

void Answerer::State::write_fault(const Asked& line) {
  json.StartObject();
  key(json, "id");
  json.Null();
  key(json, "line");
  json.Uint64(line.number);
  key(json, "error");
  string(json, line.fault);
  json.EndObject();
}

void Answerer::State::write_found(const Asked& line, const Document& document, extract::Extraction found) {
  std::erase_if(found.claims, [&](const extract::Claim& claim) {
    return static_cast<double>(claim.confidence) < options.min_confidence;
  });
  json.StartObject();
  key(json, "id");
  const auto id_as_json = line.id.of(text_of(ids));
  json.RawValue(id_as_json.data(), id_as_json.size(), rapidjson::kStringType);
  key(json, "lang");
  string_or_null(json, found.language);
  if (found.language_guessed) {
    key(json, "lang_guessed");
    json.Bool(true);
  }
  key(json, "mentions");
  write_mentions(json, found, document.text);
  if (!options.mentions_only) {
    key(json, "claims");
    write_claims(json, found, document.text);
  }
  json.EndObject();
}

Answerer::Answerer(const extract::Rules& rules, AnswerOptions options)
    : state_(std::make_unique<State>(rules, std::move(options))) {}
Answerer::~Answerer() = default;

std::size_t Answerer::answer(std::span<const Line> lines, JsonBuffer& answers) {
  State& state = *state_;
  if (state.documents.size() < lines.size()) state.documents.resize(lines.size());
  state.asked.clear();
  state.ids.Clear();
  std::size_t good = 0;
  for (const Line& line : lines) {
    auto& asked = state.asked.emplace_back();
    Document& document = state.documents[good];
    asked.number = line.number;
    asked.fault = state.read(line.text, document);
    if (asked.fault) continue;
    asked.id = state.keep_id();
    document.normalised = ingest::normalise(document.text);
    ++good;
  }
  auto found = extract::extract_short_each({state.documents.data(), good}, state.rules);
  std::size_t next = 0;
  for (const auto& asked : state.asked) {
    state.json.Reset(answers);
    if (asked.fault) {
      state.write_fault(asked);
    } else {
      state.write_found(asked, state.documents[next], std::move(found[next]));
      ++next;
    }
    answers.Put('\n');
  }
  return lines.size() - good;
}

}  // namespace gegenprobe::app
