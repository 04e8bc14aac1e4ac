#include "app/verdict_words.h"

#include <algorithm>

#include "store/in_words.h"

namespace gegenprobe::app {

std::string quiet_verdict_words(store::Verdict verdict) { return store::spaced(word(verdict)); }

std::string verdict_words(store::Verdict verdict) {
  std::string words = quiet_verdict_words(verdict);
  std::ranges::transform(words, words.begin(),
                         [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
  return words;
}

Style verdict_style(store::Verdict verdict) {
  switch (verdict) {
    case store::Verdict::scale_suspect:
    case store::Verdict::sum_suspect:
    case store::Verdict::conversion_suspect:
    case store::Verdict::contradicts:
      return Style::red;
    case store::Verdict::forecast_missed:
    case store::Verdict::superseded:
    case store::Verdict::differs:
      return Style::yellow;
    case store::Verdict::forecast_met:
    case store::Verdict::agrees:
      return Style::green;
    case store::Verdict::not_comparable:
      break;
  }
  return Style::dim;
}

std::vector<std::string> verdict_choices(bool comparable_only) {
  std::vector<std::string> choices;
  for (std::size_t i = 0; i < store::kVerdictCount; ++i) {
    const auto verdict = static_cast<store::Verdict>(i);
    if (!comparable_only || verdict != store::Verdict::not_comparable) choices.emplace_back(word(verdict));
  }
  return choices;
}

std::vector<Mark> evidence_mark(const store::StoredClaim& stored) {
  const Span evidence = stored.claim.evidence, sentence = stored.claim.sentence;
  if (!sentence.contains(evidence)) return {};
  return {{{evidence.begin - sentence.begin, evidence.end - sentence.begin}}};
}

}  // namespace gegenprobe::app
