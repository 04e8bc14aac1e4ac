#include "extract/text/short_text.h"

#include <algorithm>
#include <span>
#include <utility>

#include "extract/matching/rules.h"
#include "extract/text/cut_text.h"
#include "extract/text/language_evidence.h"
#include "extract/text/token.h"

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kLongestShort = 1000;  // bytes; longer texts tell
constexpr std::uint32_t kSureLead = 3;       // words ahead of the other language: more than chance

bool tells_its_language(std::string_view normalised, const Rules& rules) {
  const std::string lower = folded(normalised);
  std::vector<std::uint32_t> counts(rules.languages().size());
  auto tokens = tokens_of(normalised);
  hash_words(lower, tokens);
  for (const Token& token : tokens) {
    if (!token.is(TokenClass::word)) continue;
    const auto speaks_for = rules.evidence().of(token, token.span().of(lower));
    for (std::size_t l = 0; l < counts.size(); ++l) counts[l] += speaks_for >> l & 1;
  }
  std::ranges::sort(counts, std::greater{});
  return counts.size() < 2 || counts[0] >= counts[1] + kSureLead;
}

std::pair<std::size_t, std::ptrdiff_t> yield_of(const Extraction& found) {
  const auto is_figure = [](const Mention& mention) {
    const Amount* amount = mention.amount();
    return amount && amount->resolved();
  };
  return {found.claims.size(), std::ranges::count_if(found.mentions, is_figure)};
}

bool guesses_language(const ingest::Document& document, const Rules& rules) {
  const std::string& text = document.normalised.utf8;
  return document.language.empty() && text.size() <= kLongestShort && !tells_its_language(text, rules);
}

// `best` is what the words say; where these do not tell the language, it gives way to what is better. `text`
// is its text.
void try_others(ingest::Document& document, const Rules& rules, const std::vector<KnownFirm>& known,
                Text& text, Extraction& best) {
  const bool guessed = guesses_language(document, rules);
  for (const std::string& language : rules.languages()) {
    if (!guessed || language == best.language) continue;
    document.language = language;
    Text again = text_of(document.normalised.utf8, language, rules);
    Extraction other = extract(again, document, rules, known);
    if (yield_of(other) > yield_of(best)) best = std::move(other), text = std::move(again);
  }
  best.language_guessed = guessed;
}

}  // namespace

Extraction extract_short(ingest::Document& document, const Rules& rules, const std::vector<KnownFirm>& known,
                         std::vector<Unread>* unread) {
  Text text = text_of(document.normalised.utf8, document.language, rules);
  Extraction best = extract(text, document, rules, known);
  try_others(document, rules, known, text, best);
  if (unread) *unread = unread_figures(text, document, best);
  document.language = best.language;
  return best;
}

std::vector<Extraction> extract_short_each(std::span<ingest::Document> documents, const Rules& rules) {
  std::vector<Text> texts;
  texts.reserve(documents.size());
  for (const auto& document : documents)
    texts.push_back(text_of(document.normalised.utf8, document.language, rules));
  auto found = extract_each(texts, documents, rules, {});
  for (std::size_t i = 0; i < documents.size(); ++i) {
    try_others(documents[i], rules, {}, texts[i], found[i]);
    documents[i].language = found[i].language;
  }
  return found;
}

}  // namespace gegenprobe::extract
