#include "extract/extract.h"

#include <algorithm>
#include <iterator>

#include "extract/companies.h"
#include "extract/dates.h"
#include "extract/rules.h"
#include "extract/text.h"
#include "extract/values.h"

namespace gegenprobe::extract {
namespace {

void to_source(const ingest::NormalisedText& normalised, Span& span) {
  span = ingest::in_source(normalised, span);
}

}  // namespace

Extraction extract(const ingest::Document& document, const Rules& rules) {
  const Text text = text_of(document.normalised.utf8, document.language, rules);
  std::vector<Mention> mentions;
  ValueContext values;
  DateFinder dates(text, document.published);
  for (const auto& sentence : text.sentences) {
    find_values(text, sentence, values, mentions);
    dates.find(sentence, mentions);
  }
  std::ranges::move(find_companies(text, rules.gazetteer()), std::back_inserter(mentions));
  std::ranges::stable_sort(mentions, {}, [](const Mention& mention) { return mention.span.begin; });
  for (auto& mention : mentions) to_source(document.normalised, mention.span);
  return {text.language, std::move(mentions), {}};
}

std::size_t CodePoints::at(std::size_t byte) {
  if (byte < byte_) byte_ = count_ = 0;
  byte = std::min(byte, text_.size());
  const auto stretch = text_.substr(byte_, byte - byte_);
  count_ +=
      static_cast<std::size_t>(std::ranges::count_if(stretch, [](char c) { return (c & 0xC0) != 0x80; }));
  byte_ = byte;
  return count_;
}

}  // namespace gegenprobe::extract
