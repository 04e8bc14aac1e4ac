#include "extract/text/unread.h"

#include <algorithm>
#include <array>

#include "extract/text/cut_text.h"
#include "extract/trace.h"
#include "extract/values/amount_reading.h"

namespace gegenprobe::extract {
namespace {

using Why = Unread::Why;

constexpr std::array kValues{RuleKind::value};

bool is_claimed(const Extraction& found, Span span) {
  return std::ranges::any_of(found.claims, [&](const Claim& claim) { return claim.evidence.overlaps(span); });
}

// «3 Billionen» is a sum that says no currency, «einem Hubschrauber» no figure at all. Of those that want the
// same words the longest.
void add_rejected(const Attempt& attempt, const Extraction& found, std::vector<Unread>& unread) {
  if (attempt.end != Attempt::End::rejected) return;
  if (kind_of(*attempt.rule) != MentionKind::money || is_claimed(found, attempt.span)) return;
  if (unread.empty() || !unread.back().span.overlaps(attempt.span))
    unread.push_back({attempt.span, Why::no_unit});
  else if (unread.back().span.size() < attempt.span.size())
    unread.back().span = attempt.span;
}

}  // namespace

std::string_view word(Why why) {
  constexpr std::array<std::string_view, 3> kWords{"ungoverned", "not_understood", "no_unit"};
  return kWords[static_cast<std::size_t>(why)];
}

std::string_view in_words(Why why) {
  constexpr std::array<std::string_view, 3> kWords{"no company or no word for a metric governs it",
                                                   "its number is not understood",
                                                   "no currency and no unit stands with it"};
  return kWords[static_cast<std::size_t>(why)];
}

std::vector<Unread> unread_figures(const ingest::Document& document, const Rules& rules,
                                   const Extraction& found) {
  return unread_figures(text_of(document.normalised.utf8, document.language, rules), document, found);
}

std::vector<Unread> unread_figures(const Text& text, const ingest::Document& document,
                                   const Extraction& found) {
  std::vector<Unread> unread;
  for (const Attempt& attempt : attempts(text, document, found, kValues))
    add_rejected(attempt, found, unread);
  for (const Mention& mention : found.mentions)
    if (const Amount* amount = mention.amount(); amount && !is_claimed(found, mention.span))
      unread.push_back({mention.span, amount->resolved() ? Why::ungoverned : Why::not_understood});
  std::ranges::sort(unread, {}, &Unread::span);
  return unread;
}

}  // namespace gegenprobe::extract
