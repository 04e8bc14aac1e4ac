#include "extract/extract.h"

#include <algorithm>

#include "extract/claims.h"
#include "extract/companies.h"
#include "extract/dates.h"
#include "extract/rules.h"
#include "extract/text.h"
#include "extract/values.h"

namespace gegenprobe::extract {
namespace {

// A day is no sum: where two mentions of different kinds want the same words, the longer one has them.
void drop_overlaps(std::vector<Mention>& mentions) {
  std::ranges::stable_sort(mentions, [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (kept > 0 && mentions[kept - 1].span.overlaps(mentions[i].span)) {
      if (mentions[i].span.size() > mentions[kept - 1].span.size())
        mentions[kept - 1] = std::move(mentions[i]);
      continue;
    }
    if (kept != i) mentions[kept] = std::move(mentions[i]);
    ++kept;
  }
  mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(kept), mentions.end());
}

}  // namespace

Extraction extract(const ingest::Document& document, const Rules& rules) {
  const Text text = text_of(document.normalised.utf8, document.language, rules);
  std::vector<Mention> mentions = find_companies(text, rules.gazetteer());
  ValueContext values;
  DateFinder dates(text, document.published);
  for (const auto& sentence : text.sentences) {
    find_values(text, sentence, values, mentions);
    dates.find(sentence, mentions);
  }
  drop_overlaps(mentions);
  const auto references = find_company_references(text);
  auto claims = find_claims({text, mentions, references, document.published});

  const auto to_source = [&](Span& span) { span = ingest::in_source(document.normalised, span); };
  for (auto& mention : mentions) to_source(mention.span);
  for (auto& claim : claims) to_source(claim.sentence), to_source(claim.evidence);
  return {text.language, std::move(mentions), std::move(claims)};
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
