#include "store/undated.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

#include "store/in_words.h"
#include "store/period_match.h"
#include "store/range.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;

// Said with the figure.
bool is_dated(const Claim& claim) {
  return is_resolved(claim.period) && !(claim.flags & extract::kPeriodAssumed);
}

bool is_undated_support(const Evidence& each) {
  return each.comparison.verdict == Verdict::agrees && !is_resolved(each.claim.claim.period);
}

bool is_dated_support(const Evidence& each) {
  return each.comparison.verdict == Verdict::agrees && is_resolved(each.claim.claim.period);
}

bool are_of_one_kind(const Claim& a, const Claim& b) {
  return a.metric == b.metric && a.variant == b.variant && a.kind == b.kind && a.role == b.role &&
         a.value.unit == b.value.unit && a.counterparty_entity == b.counterparty_entity;
}

// "revenue of 5.5bn in 2023" of the same figure for 2024, "6.1bn in 2024" of another.
bool speaks_against(const Claim& checked, const Evidence& each) {
  const Claim& other = each.claim.claim;
  if (!is_dated(other) || other.modality != extract::Modality::asserted || !other.value.resolved() ||
      !are_of_one_kind(checked, other))
    return false;
  const bool is_same = overlap(range_of(checked.value), range_of(other.value));
  if (are_of_one_time(checked, other)) return !is_same && each.comparison.verdict != Verdict::scale_suspect;
  return is_same && each.comparison.part == Part::period;
}

std::string reason_of(const Claim& checked, const Evidence& witness) {
  const Claim& other = witness.claim.claim;
  return fmt::format("only one gives a period ({}); {} tells {} of {} (c{})", in_words(*checked.period),
                     witness.claim.outlet.empty() ? "another text" : witness.claim.outlet,
                     in_words(other.value), in_words(*other.period), witness.claim.id);
}

}  // namespace

bool are_of_one_time(const Claim& a, const Claim& b) {
  return is_resolved(a.period) && is_resolved(b.period) && a.period->from == b.period->from &&
         a.period->to == b.period->to;
}

void doubt_undated(const Claim& checked, std::vector<Evidence>& evidence, std::vector<Evidence>& misses) {
  if (!is_dated(checked) || std::ranges::any_of(evidence, is_dated_support)) return;
  const auto against = [&](const Evidence& each) { return speaks_against(checked, each); };
  auto witness = std::ranges::find_if(misses, against);
  if (witness == misses.end()) {
    witness = std::ranges::find_if(evidence, against);
    if (witness == evidence.end()) return;
  }
  const std::string reason = reason_of(checked, *witness);
  const auto doubted = std::ranges::stable_partition(evidence, std::not_fn(is_undated_support));
  for (auto& each : doubted) {
    each.comparison.verdict = Verdict::not_comparable;
    each.comparison.part = Part::period;
    each.comparison.reason = reason;
  }
  std::ranges::move(doubted, std::back_inserter(misses));
  evidence.erase(doubted.begin(), doubted.end());
}

}  // namespace gegenprobe::store
