#include "store/retracted.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "store/difference.h"
#include "store/in_words.h"
#include "store/range.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;

bool is_support(const Evidence& each) {
  return each.comparison.verdict == Verdict::agrees || each.comparison.verdict == Verdict::forecast_met;
}

bool is_of_correction(const StoredClaim& claim) {
  return claim.correction || claim.claim.status == extract::Status::corrected;
}

bool shows_other_figure(const Claim& checked, const Claim& other) {
  return other.value.resolved() && other.modality != extract::Modality::denied &&
         other.metric == checked.metric && other.value.unit == checked.value.unit &&
         !same_as_printed(checked.value, other.value);
}

// What takes the place of the supporting figure; of several, the one that is surest to be of the same thing.
const Evidence* correction_of(const Claim& checked, const Evidence& support,
                              const std::vector<const Evidence*>& corrections) {
  const Evidence* found = nullptr;
  bool found_for_sure = false;
  for (const auto* correction : corrections) {
    if (!shows_other_figure(checked, correction->claim.claim)) continue;
    const auto comparison = compare(in_context(correction->claim), in_context(support.claim));
    const auto doubt =
        doubt_of_thing(in_context(correction->claim), in_context(support.claim), comparison.ratio);
    const bool replaces = comparison.verdict == Verdict::superseded && comparison.newer == Side::a &&
                          doubt.part != Part::value;  // a quarter's figure is not corrected by the year's
    const bool for_sure = comparison.part == Part::none;
    if (!replaces || (found && (found_for_sure || !for_sure))) continue;
    found = correction;
    found_for_sure = for_sure;
  }
  return found;
}

struct Retraction {
  std::int64_t support = 0, correction = 0, article = 0;  // ids; the article of the correction
};

std::vector<Retraction> retractions(const Claim& checked, const std::vector<Evidence>& evidence,
                                    const std::vector<Evidence>& misses) {
  std::vector<const Evidence*> corrections;
  for (const auto* list : {&evidence, &misses})
    for (const auto& each : *list)
      if (is_of_correction(each.claim)) corrections.push_back(&each);
  std::vector<Retraction> found;
  for (const auto& each : evidence)
    if (is_support(each) && !is_of_correction(each.claim) &&
        same_as_printed(checked.value, each.claim.claim.value))
      if (const auto* by = correction_of(checked, each, corrections))
        found.push_back({each.claim.id, by->claim.id, by->claim.article});
  return found;
}

void take_back(Comparison& comparison, std::int64_t by) {
  comparison.verdict = Verdict::superseded;
  comparison.newer = Side::neither;
  comparison.reason += fmt::format("; its outlet has corrected it since (c{})", by);
}

}  // namespace

void set_retracted(const Claim& checked, std::vector<Evidence>& evidence, std::vector<Evidence>& misses) {
  const auto found = retractions(checked, evidence, misses);
  for (const auto& [support, correction, article] : found) {
    const auto is_it = [](std::int64_t id) {
      return [id](const Evidence& each) { return each.claim.id == id; };
    };
    const auto retracted = std::ranges::find_if(evidence, is_it(support));
    const auto part = retracted->comparison.part;
    const auto was = in_words(retracted->claim.claim.value);
    if (is_support(*retracted)) take_back(retracted->comparison, correction);
    for (auto& each : evidence)
      if (is_support(each) && each.claim.article == article &&
          same_as_printed(checked.value, each.claim.claim.value))
        take_back(each.comparison, correction);
    if (const auto miss = std::ranges::find_if(misses, is_it(correction)); miss != misses.end()) {
      evidence.push_back(std::move(*miss));
      misses.erase(miss);
    }
    auto& by = *std::ranges::find_if(evidence, is_it(correction));
    if (by.comparison.newer == Side::b) continue;
    const auto now = in_words(by.claim.claim.value);
    by.comparison = {Verdict::superseded, part, ratio_of(checked.value, by.claim.claim.value),
                     fmt::format("{} against {}: the outlet that gave {} (c{}) has corrected it",
                                 in_words(checked.value), now, was, support),
                     Side::b};
  }
}

}  // namespace gegenprobe::store
