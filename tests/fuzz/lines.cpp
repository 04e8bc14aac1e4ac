// A line of `gegenprobe extract` -> one line of JSON, whose spans are of the text that was given.
#include <simdjson.h>

#include <vector>

#include "app/interchange.h"
#include "fuzz.h"

using namespace gegenprobe;

namespace {

/// Where each code point begins, and the end.
std::vector<std::size_t> borders(std::string_view text) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] & 0xC0) != 0x80) all.push_back(i);
  all.push_back(text.size());
  return all;
}

void expect_surfaces(simdjson::dom::element answer, std::string_view text) {
  const auto places = borders(text);
  for (const auto mention : answer["mentions"].get_array().value()) {
    const auto begin = mention["begin"].get_uint64().value(), end = mention["end"].get_uint64().value();
    fuzz::expect(begin < end && end < places.size(), "a span is of the text");
    fuzz::expect(
        text.substr(places[begin], places[end] - places[begin]) == mention["text"].get_string().value(),
        "text[begin:end] is the surface");
  }
}

/// Of a name that stands twice, the last one counts.
std::string_view text_of(simdjson::dom::object given) {
  std::string_view text;
  for (const auto member : given)
    if (member.key == "text") text = member.value.get_string().value();
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto rules = *extract::builtin_rules();
  static app::Answerer answerer(*rules, {});
  std::string line(reinterpret_cast<const char*>(data), size);
  line = line.substr(0, line.find('\n'));
  const std::size_t length = line.size();
  line.resize(length + app::kLinePadding);
  app::JsonBuffer buffer;
  const bool good = answerer.answer(std::string_view(line).substr(0, length), 1, buffer);
  const std::string_view answer(buffer.GetString(), buffer.GetSize());
  fuzz::expect(answer.ends_with('\n') && answer.find('\n') == answer.size() - 1, "one line");
  simdjson::dom::parser parser, given;
  simdjson::dom::element parsed;
  fuzz::expect(parser.parse(answer.data(), answer.size()).get(parsed) == simdjson::SUCCESS, "JSON");
  fuzz::expect(parsed["error"].error() == (good ? simdjson::NO_SUCH_FIELD : simdjson::SUCCESS),
               "an error is told");
  if (good) expect_surfaces(parsed, text_of(given.parse(line.data(), length).get_object()));
  return 0;
}
