#pragma once
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

// What analysts or the firm expect, told as a figure of its own: forecasts, estimates, consensus, outlooks.

/// "Target posted a loss": whether words belong to a firm's name.
bool is_in_name(const SentenceView& view, std::uint32_t first, std::uint32_t last);
/// "missed analysts' expectations of $25.9 billion": a figure that says what is expected, whatever came of
/// it.
bool is_expectation(const SentenceView& view, const Placed& value, Metric metric);
/// "sales of $14bn topped the $13bn analysts |expected|": of the figure between.
bool is_expected_of_other(const SentenceView& view, std::uint32_t verb, const Placed& value);
/// "compared with its previous forecast of $10bn", "from a prior range of 4bn to 5bn": of a forecast that is
/// called an old one.
bool is_of_former_forecast(const SentenceView& view, const Placed& value);
/// «Die Firma senkt die Prognose: Nun 5 Prozent Wachstum statt 8»: behind the colon, where a word says that
/// it takes the place of what was.
bool is_told_behind_forecast(const SentenceView& view, const Placed& value);
/// "cut its forecast for 2022 from $76bn to $68bn", "to $68bn, from $76bn": both ends of the change are
/// forecasts.
bool is_end_of_forecast(const SentenceView& view, const Placed& value, Metric metric);

/// «investiert bis 2030 5 Milliarden»: told in the present tense, and done by a day to come.
bool has_deadline_to_come(const SentenceView& view, const Placed& value, std::optional<Day> published);

}  // namespace gegenprobe::extract
