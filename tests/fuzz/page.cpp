// A page's bytes -> the article on it; the first line is its address, if it is one.
#include <simdjson.h>

#include "fuzz.h"
#include "ingest/article.h"
#include "ingest/decode.h"
#include "ingest/url.h"

using namespace gegenprobe;

namespace {

void expect_clean(const std::string& text) {
  fuzz::expect(simdjson::validate_utf8(text), "valid UTF-8");
  fuzz::expect(text.find("  ") == text.npos && text.find('\0') == text.npos, "single spaces, no NUL");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [url, bytes] = fuzz::input_of(data, size);
  const auto decoded = ingest::decode(bytes);
  if (!decoded) return 0;
  const auto address = ingest::canonical_url(ingest::decode_as(url, "utf-8").utf8);
  const auto article = ingest::read_article(decoded->utf8, address ? *address : "");
  if (!article) return fuzz::expect(!article.error().what.empty(), "an error says what is wrong"), 0;
  for (const auto* text : {&article->title, &article->subtitle, &article->outlet, &article->url})
    expect_clean(*text);
  for (const auto& paragraph : article->paragraphs) expect_clean(paragraph);
  for (const auto& author : article->authors) expect_clean(author);
  fuzz::expect(article->lead_paragraphs <= article->paragraphs.size(), "the lead is of the text");
  return 0;
}
