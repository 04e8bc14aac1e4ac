// Between stored claims an assumed firm is a reason to say nothing: what nobody asked for must be sure. Of a
// figure that somebody asks about, the one sentence that speaks of it must not be kept quiet.
#include "store/assumed_firm.h"

#include <fmt/format.h>

#include "store/kinship.h"
#include "store/period_match.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;

bool is_assumed(const Claim& claim) { return (claim.flags & extract::kSubjectAssumed) != 0; }

Claim as_if_named(const Claim& claim) {
  Claim named = claim;
  named.flags &= ~static_cast<std::uint32_t>(extract::kSubjectAssumed);
  return named;
}

ClaimInContext with_claim(const ClaimInContext& told, const Claim& claim) {
  return {.claim = claim,
          .published = told.published,
          .outlet = told.outlet,
          .correction = told.correction,
          .article = told.article,
          .revision = told.revision,
          .checked = told.checked};
}

bool are_dated(const Claim& a, const Claim& b) { return is_resolved(a.period) && is_resolved(b.period); }

// Of what a firm has several at a time, a text that does not name the firm may not name the product either.
bool may_be_meant(const Claim& checked, const Claim& stored) {
  const bool is_half_sure = !is_assumed(checked) || !is_assumed(stored) || are_dated(checked, stored);
  return is_one_at_a_time(checked.metric) && is_half_sure;
}

std::string doubt(const Claim& checked, const Claim& stored) {
  const char* whose = !is_assumed(stored)   ? "the checked sentence does not name"
                      : is_assumed(checked) ? "neither sentence names"
                                            : "its sentence does not name";
  return fmt::format("{} {}", whose, stored.subject);
}

}  // namespace

Comparison compare_as_meant(const ClaimInContext& checked, const ClaimInContext& stored, const Rates* rates) {
  auto comparison = compare(checked, stored, rates);
  const Claim &a = checked.claim, &b = stored.claim;
  if (!is_assumed(a) && !is_assumed(b)) return comparison;
  if (comparison.verdict == Verdict::not_comparable) {
    if (comparison.part != Part::subject || !may_be_meant(a, b)) return comparison;
    const Claim x = as_if_named(a), y = as_if_named(b);
    comparison = compare(with_claim(checked, x), with_claim(stored, y), rates);
    if (comparison.verdict == Verdict::not_comparable) return comparison;
  } else if (!is_assumed(b)) {
    return comparison;
  }
  if (comparison.part == Part::none) comparison.part = Part::subject;
  comparison.reason += "; " + doubt(a, b);
  return comparison;
}

}  // namespace gegenprobe::store
