#include "extract/claim_modality.h"

#include <algorithm>

#include "extract/claim_role.h"

namespace gegenprobe::extract {
namespace {

bool speech_before(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.first < token && (cue.tag == view.tags.speech_verb) && view.distance(cue.last, token) <= 12;
  });
}

bool has_outcome(const SentenceView& view, std::uint32_t token) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.outcome_verb && view.segment(cue.first) == view.segment(token);
  });
}

bool speaks(const SentenceView& view) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.speech_verb || cue.tag == view.tags.attribution_before;
  });
}

}  // namespace

// "Nvidia to Invest $100 Billion": in headlines the infinitive behind its subject is the future.
std::optional<std::uint32_t> headline_future(const SentenceView& view) {
  for (const auto& firm : view.firms)
    if (!firm.reference && view.has(firm.last, view.tags.headline_future) &&
        view.has(firm.last + 1, view.tags.metric_verb))
      return firm.last;
  return std::nullopt;
}

void set_modality(const SentenceView& view, const Placed& value, Claim& claim) {
  int nearest[5] = {1000, 1000, 1000, 1000, 1000};
  for (const auto& cue : view.cues) {
    if (cue.tag != view.tags.modality) continue;
    auto kind = modality(cue.value);
    if (!kind) continue;
    // "said it would cut": the future, told in the past.
    if (kind == Modality::possible && view.has(cue.first, view.tags.backshift) &&
        speech_before(view, cue.first))
      kind = Modality::expected;
    // «hätten 640 Millionen gekostet, teilte der Konzern mit»: indirect speech of what was.
    if (kind == Modality::possible && view.has(cue.first, view.tags.indirect_past) && speaks(view)) continue;
    const int distance = view.distance(cue.first, cue.last, value.first, value.last);
    if (*kind != Modality::denied && *kind != Modality::estimated && !view.governs(cue.first, value.first))
      continue;
    // «hat die eigene Prognose verfehlt»: a forecast that is spoken of, not made.
    if (view.has(cue.first, view.tags.forecast_noun) && has_outcome(view, cue.first)) continue;
    auto& best = nearest[static_cast<std::size_t>(*kind)];
    best = std::min(best, distance);
  }
  if (const auto at = headline_future(view); at && *at < value.first)
    nearest[static_cast<std::size_t>(Modality::expected)] = 0;
  const auto near = [&](Modality kind, int reach) {
    return nearest[static_cast<std::size_t>(kind)] <= reach;
  };
  // What a change begins at is there already, whatever is to come.
  if (begins_change(view, value) && !near(Modality::denied, 25)) return;
  if (near(Modality::denied, 25))
    claim.modality = Modality::denied;
  else if (near(Modality::possible, 14))
    claim.modality = Modality::possible;
  else if (near(Modality::expected, 16))
    claim.modality = Modality::expected;
  else if (near(Modality::estimated, 40))
    claim.modality = Modality::estimated;
  // Jobs that a firm «streicht», in the present tense, are still there.
  const bool present =
      std::ranges::any_of(view.cues, [&](const Cue& cue) { return cue.tag == view.tags.present_plan; });
  if (claim.metric == Metric::job_cuts && claim.modality == Modality::asserted && present)
    claim.modality = Modality::expected;
}

void set_status(const SentenceView& view, Claim& claim) {
  for (const auto& cue : view.cues) {
    if (cue.tag == view.tags.preliminary) claim.status = Status::preliminary;
    if (cue.tag == view.tags.final) claim.status = Status::final;
    if (cue.tag == view.tags.corrected) claim.status = Status::corrected;
  }
}

}  // namespace gegenprobe::extract
