// The stage `extract` over any text; the first line says the language ("de", "en", "") and the day of
// publication.
#include <simdjson.h>

#include <algorithm>

#include "../extract/invariants.h"
#include "extract/extract.h"
#include "fuzz.h"
#include "ingest/decode.h"

using namespace gegenprobe;

namespace {

/// Paragraphs around a text that state nothing.
constexpr std::string_view kBefore = "Morgen wird es kalt. It will be cold.\n\n",
                           kBehind = "\n\nDie Sonne scheint. The sun shines.";

void expect_figures_among_others(const extract::Extraction& alone, const ingest::Document& document,
                                 const extract::Rules& rules) {
  const auto size = [](std::string_view text) { return static_cast<std::uint32_t>(text.size()); };
  const auto other = test::document_of(std::string(kBefore) + document.text + std::string(kBehind),
                                       document.language, document.published);
  const Span inside{size(kBefore), size(kBefore) + size(document.text)};
  fuzz::expect(std::ranges::includes(test::figures(extract::extract(other, rules), other.text, inside),
                                     test::figures(alone, document.text, {0, size(document.text)})),
               "the same figures among other paragraphs");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto rules = *extract::builtin_rules();
  const auto [head, bytes] = fuzz::input_of(data, size);
  const std::string language(head.starts_with("de") ? "de" : head.starts_with("en") ? "en" : "");
  const auto published = head.size() > 3 ? parse_day(head.substr(3)) : std::nullopt;
  const auto document = test::document_of(ingest::decode_as(bytes, "utf-8").utf8, language, published);
  const auto found = extract::extract(document, *rules);
  if (const auto broken = test::broken_invariant(found, document.text)) fuzz::expect(false, *broken);
  const auto facts = test::facts(found, document.text);
  fuzz::expect(test::facts(extract::extract(document, *rules), document.text) == facts, "the same twice");
  const auto other = test::document_of(test::with_no_break_spaces(document.text), language, published);
  fuzz::expect(test::facts(extract::extract(other, *rules), other.text) == facts,
               "the same with no-break spaces");
  if (!language.empty()) expect_figures_among_others(found, document, *rules);
  return 0;
}
