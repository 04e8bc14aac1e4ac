#include "extract/text/prose.h"

#include <algorithm>
#include <vector>

#include "extract/text/language_evidence.h"
#include "extract/text/token.h"

namespace gegenprobe::extract {

// News have three such words in ten, in lists of results still one in eight; source code and logs have one in
// twenty, mostly "in", "for" and "is".
bool is_prose(std::string_view normalised, const Rules& rules) {
  constexpr std::size_t kLookedAtBytes = 8000, kFewWords = 20, kOneIn = 12;
  if (normalised.size() > kLookedAtBytes) {
    auto end = kLookedAtBytes;
    while (end > 0 && (static_cast<unsigned char>(normalised[end]) & 0xC0) == 0x80) --end;
    normalised = normalised.substr(0, end);
  }
  const std::string lower = folded(normalised);
  std::vector<std::size_t> counts(rules.languages().size());
  std::size_t words = 0;
  auto tokens = tokens_of(normalised);
  hash_words(lower, tokens);
  for (const Token& token : tokens) {
    if (!token.is(TokenClass::number) && !token.is(TokenClass::word)) continue;
    ++words;
    if (!token.is(TokenClass::word)) continue;
    const auto speaks_for = rules.evidence().of(token, token.span().of(lower));
    for (std::size_t l = 0; l < counts.size(); ++l) counts[l] += speaks_for >> l & 1;
  }
  const auto most = counts.empty() ? 0 : *std::ranges::max_element(counts);
  return words < kFewWords || most * kOneIn >= words;
}

}  // namespace gegenprobe::extract
