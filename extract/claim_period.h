#pragma once
#include <optional>
#include <string>

#include "extract/claim_metric.h"
#include "extract/sentence_view.h"

namespace gegenprobe::extract {

/// The time of the last result told, and whose it was: sentences that go on with it leave it out.
struct ResultTime {
  std::optional<Period> period;
  std::string entity;
};

/// The time a figure is about: the date that stands nearest, the year before for a figure of comparison, else
/// that of the last result. Sets Claim::period, and a flag where it comes from outside the sentence. \pre
/// subject, metric and modality of the claim are set
void set_period(const SentenceView& view, const Placed& value, Claim& claim, const Claim* previous,
                const ResultTime& last, std::optional<Day> published);
/// «im Vorjahr», "a year earlier": the time before the one that is reported.
bool names_year_before(const SentenceView& view, const Placed& date);
/// Long enough for a result: a quarter or more.
bool lasts(const Period& period);

}  // namespace gegenprobe::extract
