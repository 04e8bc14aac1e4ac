#pragma once
#include "extract/claims/claim_date.h"

namespace gegenprobe::extract {

/// Whether a date is the time of what a figure is compared with or of where its change began: «als im
/// Vorjahr», "up 12% from 1985". Cost: the words of the sentence.
bool is_of_base(const DatedFigure& figure, const Placed& date);
/// «von 771 Millionen im |Vorjahr| auf 850 Millionen»: whether a date before a figure is that of the one its
/// change began at.
bool is_of_base_before(const DatedFigure& figure, const Placed& date);
/// «dreimal so viel wie vor |vier Jahren|»: whether a date is that of what a figure is likened to, behind it.
bool is_likened(const DatedFigure& figure, const Placed& date);
/// Whether a date behind a figure is of an earlier time: «… auf 5,5 nach 4,9 Milliarden |2023|», "a loss of
/// $134m, a decline from profits of $32m on sales of $2.4bn in |1985|".
bool belongs_to_earlier(const DatedFigure& figure, const Placed& date);
/// "as the group lapped |last year|'s poor results": of the noun that has it, which is not what is measured.
bool is_possessor(const DatedFigure& figure, const Placed& date);
/// "to $5bn from |last year|'s $4bn", "below |2024|'s level"
bool is_behind_from(const SentenceView& view, const Placed& date);

}  // namespace gegenprobe::extract
