#include "store/sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "extract/text/words.h"
#include "store/cross_check.h"
#include "store/fold.h"
#include "store/origin.h"
#include "store/range.h"

namespace gegenprobe::store {
namespace {

using Claims = std::vector<const StoredClaim*>;

Claims with_verdict(const std::vector<Evidence>& evidence, Verdict verdict) {
  Claims claims;
  for (const auto& each : evidence)
    if (each.comparison.verdict == verdict) claims.push_back(&each.claim);
  return claims;
}

std::string name_of(const StoredClaim& claim) {
  std::string name = !claim.outlet.empty() ? claim.outlet : fmt::format("a{}", claim.article);
  return claim.published ? fmt::format("{} ({})", name, iso(*claim.published)) : name;
}

// Two articles of one outlet are one voice.
std::vector<std::string> names_of(const Claims& claims) {
  std::vector<std::string> names;
  std::set<std::string> outlets;
  for (const auto& origin : by_origin(claims)) {
    const auto& first = *origin.front();
    if (first.outlet.empty() || outlets.insert(fold(first.outlet)).second) names.push_back(name_of(first));
  }
  return names;
}

bool is_of_another_time(const extract::Claim& checked, const Evidence& miss) {
  const auto& other = miss.claim.claim;
  return miss.comparison.part == Part::period && other.metric == checked.metric &&
         other.role == checked.role && other.kind == checked.kind && other.value.unit == checked.value.unit &&
         other.variant == checked.variant && other.value.resolved();
}

// Whose size the figures of other times have: above 0 that of the checked one, below 0 that of the slip.
int size_of_other_times(const extract::Claim& checked, const StoredClaim& slip, const Claims& involved,
                        const std::vector<Evidence>& misses) {
  constexpr double kOneSize = 10;
  std::set<std::int64_t> articles;
  for (const auto* claim : involved) articles.insert(claim->article);
  Claims as_checked, as_slip;
  for (const auto& miss : misses) {
    if (!is_of_another_time(checked, miss) || articles.contains(miss.claim.article)) continue;
    const auto is_near = [&](const extract::Amount& figure) {
      const double ratio = ratio_of(figure, miss.claim.claim.value);
      return ratio >= 1 && ratio < kOneSize;
    };
    if (is_near(checked.value)) as_checked.push_back(&miss.claim);
    if (is_near(slip.claim.value)) as_slip.push_back(&miss.claim);
  }
  return static_cast<int>(by_origin(as_checked).size()) - static_cast<int>(by_origin(as_slip).size());
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 3;
  const auto shown = std::min(kMost, names.size());
  auto words =
      fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return names.size() > shown ? fmt::format("{} and {} more", words, names.size() - shown) : words;
}

std::string verdict_of(const Sides& sides) {
  const auto whose = sides.others_slipped ? "so it is likely the others' slip" : "so it is likely its slip";
  switch (sides.lean) {
    case Sides::Lean::count:
      return fmt::format("{} against {}, {}", sides.with.size(), sides.off.size(), whose);
    case Sides::Lean::other_times:
      return fmt::format("figures of other times are of {} size, {}",
                         sides.others_slipped ? "its" : "the others'", whose);
    case Sides::Lean::none:
      break;
  }
  return "one of the two slipped";
}

constexpr extract::Words<Sides::Lean, 3> kLeans{"none", "count", "other_times"};

}  // namespace

std::string_view word(Sides::Lean lean) { return kLeans.of(lean); }

Sides sides_of(const extract::Claim& checked, const std::vector<Evidence>& evidence,
               const std::vector<Evidence>& misses) {
  const auto with = with_verdict(evidence, Verdict::agrees),
             off = with_verdict(evidence, Verdict::scale_suspect);
  Sides sides{.with = names_of(with), .off = names_of(off)};
  if (!sides.are_split()) return sides;
  auto involved = with;
  involved.insert(involved.end(), off.begin(), off.end());
  auto lead = static_cast<int>(sides.with.size()) - static_cast<int>(sides.off.size());
  sides.lean = lead != 0 ? Sides::Lean::count : Sides::Lean::none;
  if (lead == 0) {
    lead = size_of_other_times(checked, *off.front(), involved, misses);
    if (lead != 0) sides.lean = Sides::Lean::other_times;
  }
  sides.others_slipped = lead > 0;
  return sides;
}

std::string in_words(const Sides& sides) {
  return fmt::format("the evidence is split: with it {}; of another scale {}; {}", listed(sides.with),
                     listed(sides.off), verdict_of(sides));
}

}  // namespace gegenprobe::store
