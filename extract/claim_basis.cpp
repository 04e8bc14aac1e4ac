// The phrase stands right behind its figure ("up 6% on a comparable basis"), or before it in its clause
// («währungsbereinigt stieg er um 5 Prozent»), or opens the sentence of a main clause ("In constant
// currencies, sales rose 4%"); figures between take it for themselves.
#include "extract/claim_basis.h"

namespace gegenprobe::extract {
namespace {

struct BasisTags {
  TagSet basis;
  explicit BasisTags(const Lexicon& lexicon) : basis(lexicon.tags({"basis"})) {}
};

bool is_right_behind(const PhraseHit& phrase, const Placed& value) {
  constexpr std::uint32_t kFarthest = 1;
  return phrase.first >= value.last && phrase.first - value.last <= kFarthest;
}

bool belongs_to_figure_before(const SentenceView& view, const PhraseHit& phrase) {
  for (const auto& other : view.values)
    if (is_right_behind(phrase, other) && !view.text.tokens[other.last].is(TokenClass::punctuation))
      return true;
  return false;
}

bool limits(const SentenceView& view, const PhraseHit& phrase, const Placed& value) {
  if (belongs_to_figure_before(view, phrase))
    return is_right_behind(phrase, value) && !view.text.tokens[value.last].is(TokenClass::punctuation);
  if (phrase.first >= value.last)  // "rose 0.4 percent last year at constant currency"
    return view.same_clause(phrase.first, value.first) && view.values_between(value.last, phrase.first) == 0;
  if (view.values_between(phrase.last, value.first) > 0) return false;
  return view.same_clause(phrase.first, value.first) ||
         (phrase.first == view.sentence.first && view.clause_kind(value.first) == ClauseKind::main);
}

}  // namespace

std::string_view basis_of(const SentenceView& view, const Placed& value) {
  const auto& tags = view.sentence.rules->tags<BasisTags>();
  if (!view.may_have(tags.basis)) return {};
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    const auto hit = view.phrase_at(i, tags.basis);
    if (hit.tag == kNoTag) continue;
    if (limits(view, hit, value)) return hit.value;
    i = hit.last - 1;
  }
  return {};
}

std::string with_basis(std::string_view variant, std::string_view basis) {
  const auto kind = variant.substr(0, variant.find(' '));
  const bool has_kind = !kind.empty() && kind.find(':') == std::string_view::npos;
  if (basis.empty() || has_kind) return std::string(variant);
  return std::string(basis) + (variant.empty() ? "" : " ") + std::string(variant);
}

std::string without_basis(std::string_view variant, std::string_view basis) {
  if (basis.empty() || !variant.starts_with(basis)) return std::string(variant);
  variant.remove_prefix(basis.size());
  if (variant.starts_with(' ')) variant.remove_prefix(1);
  return std::string(variant);
}

}  // namespace gegenprobe::extract
