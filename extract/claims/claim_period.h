#pragma once
#include <optional>
#include <string>

#include "extract/claims/claim_metric.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The time of the last result told, and whose it was: sentences that go on with it leave it out.
struct ResultTime {
  std::optional<Period> period;
  std::string entity;
};

/// What is known outside the sentence of the time a figure may be about.
struct TimeContext {
  const Claim* previous = nullptr;    ///< of the same sentence
  const Claim* continued = nullptr;   ///< of the sentence before, whose metric the claim goes on with
  ResultTime last;                    ///< the last result told
  std::optional<Period> forecast;     ///< the time of the forecast told just before
  std::optional<Period> rival;        ///< the time of another firm's share or sales in a list just before
  std::optional<Period> told_before;  ///< by the sentence right before, which has no figure
  std::optional<Day> published;
  std::string_view year_end;         ///< of the subject, "09-30"; empty for the calendar year
  const Placed* own_date = nullptr;  ///< handed out to the figure, see Share
};

/// The time a figure is about: the date that stands nearest, the year before for a figure of comparison, else
/// that of the last result. Sets Claim::period, and a flag where it comes from outside the sentence. \pre
/// subject, metric and modality of the claim are set
void set_period(const SentenceView& view, const Placed& value, Claim& claim, const TimeContext& context);
/// Whether a figure is told for comparison, and no date says which time it is of: «nach 4,9 Milliarden», «im
/// Vorjahr waren es 4,9 Milliarden» where the year is not known. \pre period, role and modality of the claim
/// are set
bool is_of_earlier_time(const SentenceView& view, const Placed& value, const Claim& claim);
/// The time that a sentence without figures speaks of: a quarter or more that is over.
std::optional<Period> time_told(const SentenceView& view, std::optional<Day> published);

}  // namespace gegenprobe::extract
