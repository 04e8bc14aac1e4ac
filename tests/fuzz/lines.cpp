// A line of `gegenprobe extract` -> one line of JSON, whose spans are of the text that was given.
#include <rapidjson/document.h>
#include <simdjson.h>

#include <vector>

#include "app/answerer.h"
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

void expect_surfaces(const rapidjson::Value& answer, std::string_view text) {
  const auto places = borders(text);
  for (const auto& mention : answer["mentions"].GetArray()) {
    const auto begin = mention["begin"].GetUint64(), end = mention["end"].GetUint64();
    fuzz::expect(begin < end && end < places.size(), "a span is of the text");
    const std::string_view surface(mention["text"].GetString(), mention["text"].GetStringLength());
    fuzz::expect(text.substr(places[begin], places[end] - places[begin]) == surface,
                 "text[begin:end] is the surface");
  }
}

/// Of a name that stands twice, the last one counts; null is none.
std::string_view text_of(simdjson::dom::object given) {
  std::string_view text;
  for (const auto member : given)
    if (member.key == "text" && !member.value.is_null()) text = member.value.get_string().value();
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
  rapidjson::Document parsed;  // not simdjson's: figures may have more than 64 bits
  fuzz::expect(!parsed.Parse(answer.data(), answer.size()).HasParseError(), "JSON");
  fuzz::expect(parsed.HasMember("error") != good, "an error is told");
  simdjson::dom::parser given;
  if (good) expect_surfaces(parsed, text_of(given.parse(line.data(), length).get_object()));
  return 0;
}
