#pragma once
#include <optional>
#include <string_view>

#include "extract/claim.h"
#include "extract/claims/sentence_view.h"
#include "extract/dates/period.h"

namespace gegenprobe::extract {

/// The dates of a sentence as far as they are a figure's.
struct DateChoice {
  const Placed* best = nullptr;  ///< the one that tells its time
  const Placed* unknown =
      nullptr;  ///< the one that does so in place of `best`, where nobody knows which time it is
  const Placed* compared = nullptr;  ///< the one of another figure it is compared with («als im Vorjahr»)
};

/// A figure whose time is looked for. \pre subject, metric and modality of the claim are set
struct DatedFigure {
  const SentenceView& view;
  const Placed& value;
  const Claim& claim;
  std::optional<Day> published;
  std::string_view year_end;  ///< of the subject's business year
};
/// Which date of the sentence tells the time of a figure: by distance, clause and what kind of figure it is.
DateChoice choose_date(const DatedFigure& figure);

/// The time a date says, before anything is known of whose it is.
Period period_of(const SentenceView& view, const Placed& date);
/// Whether a word or phrase of a list stands in a date.
bool names(const SentenceView& view, const Placed& date, const TagSet& list);
/// «im Vorjahr», "a year earlier": the time before the one that is reported.
bool names_year_before(const SentenceView& view, const Placed& date);
/// Whether a date stands right behind the figure, as its own.
bool is_right_behind(const SentenceView& view, const Placed& date, const Placed& value);
/// «… als im Jahr zuvor, als es 91,6 Milliarden waren»: whether the figure's clause tells of that time.
bool opens_clause_of_value(const DatedFigure& figure, const Placed& date);
/// "In 2004, China raised …": whether a date stands in front of its sentence.
bool opens_sentence(const SentenceView& view, const Placed& date);
/// «Bis 2030 soll er auf 100 wachsen, derzeit sind es |90|», "up from $90bn now": whether a figure is said to
/// be as it is when it is told.
bool is_told_of_today(const SentenceView& view, const Placed& value);
/// Whether the clause of a token tells what was or is to be at another time: «nachdem …», "before …". Cost:
/// its words.
bool is_of_other_time(const SentenceView& view, std::uint32_t token);
/// Planned, forecast or possible: still to come.
bool is_ahead(const Claim& claim);
bool is_of_exchange(const Claim& claim);  ///< a price or an index of the stock exchange, told for a day
bool is_day(Granularity granularity);     ///< or a week: too short for a result
/// Margins, customers: told for the same time as results. What only its unit explains is not.
bool goes_with_results(const Claim& claim);

}  // namespace gegenprobe::extract
