#pragma once
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// Whether the sentence says that a figure is not so: the figure itself («nicht 53.000 Stellen»), what is
/// done with it ("did not pay", «werden nicht gestrichen»), or the noun that it measures («keinen Gewinn
/// von»). Cost: the words of the sentence where one of them negates, else nothing. \pre the claim's metric is
/// set
bool is_negated(const SentenceView& view, const Placed& value, Metric metric);

/// Whether an article says that there is none of it: «muss keine 13 Millionen zahlen», where «kostet keine 5
/// Euro» is less than that.
bool is_none(const SentenceView& view, const Placed& value, Metric metric);

/// Whether somebody has already what a figure measures: "its dividend of 2 dollars", "Siemens's 5bn". Cost:
/// the words before it.
bool is_owned(const SentenceView& view, const Placed& value, Metric metric);

/// Whether a figure stays as it is where a plan is denied: "not planning to spend its 5bn", "does not expect
/// to pay more than 5bn". Cost: the words before it.
bool is_beyond_denial(const SentenceView& view, const Placed& value, Metric metric);

/// Whether the opposite of a cue of modality is told: "not planning", "no plans to", «plant nicht, …»,
/// «nicht auszuschließen».
bool is_negated(const SentenceView& view, const Cue& cue);

/// "the 97% |it did not already hold|", «die 49 Prozent, |die X noch nicht gehören|»: a stake that is still
/// to come.
bool is_not_held_yet(const SentenceView& view, const Placed& value);

/// "had not expected profit to rise to 5bn": it did.
bool is_surprise(const SentenceView& view, const Cue& cue);

}  // namespace gegenprobe::extract
