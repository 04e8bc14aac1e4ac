// The stage `extract` over any text; the first line says the language ("de", "en", "") and the day of
// publication.
#include <simdjson.h>

#include "../extract/invariants.h"
#include "extract/extract.h"
#include "fuzz.h"
#include "ingest/decode.h"

using namespace gegenprobe;

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
  return 0;
}
