// The phrase stands behind its change in its clause ("up 6% on a comparable basis"), or before it
// («währungsbereinigt stieg er um 5 Prozent»), or opens the sentence of a main clause ("In constant
// currencies, sales rose 4%"); another percentage between takes it for itself, a sum does not.
#include "extract/claims/claim_basis.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

struct BasisTags {
  TagSet basis;
  explicit BasisTags(const Lexicon& lexicon) : basis(lexicon.tags({"basis"})) {}
};
const BasisTags& own(const SentenceView& view) { return view.lists<BasisTags>(); }

bool is_change(const Placed& value) { return value.mention->kind == MentionKind::percent; }

bool parts_changes(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    return is_change(other) && other.first >= begin && other.last <= end;
  });
}

// "up 6% on a comparable basis", "rose 6% to €9bn on a comparable basis": right behind a figure, and no mark
// between.
bool stands_behind_figure(const SentenceView& view, const PhraseHit& phrase) {
  constexpr std::uint32_t kFarthest = 1;
  return std::ranges::any_of(view.values, [&](const Placed& other) {
    return phrase.first >= other.last && phrase.first - other.last <= kFarthest &&
           !view.text.tokens[other.last].is(TokenClass::punctuation);
  });
}

bool limits(const SentenceView& view, const PhraseHit& phrase, const Placed& value) {
  if (phrase.first >= value.last)
    return view.same_clause(phrase.first, value.first) && !parts_changes(view, value.last, phrase.first);
  if (stands_behind_figure(view, phrase) || parts_changes(view, phrase.last, value.first)) return false;
  return view.same_clause(phrase.first, value.first) ||
         (phrase.first == view.sentence.first && view.clause_kind(value.first) == ClauseKind::main);
}

}  // namespace

std::string_view basis_of(const SentenceView& view, const Placed& value) {
  const auto& tags = own(view);
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
