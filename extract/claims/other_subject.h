#pragma once
#include "extract/claims/claim_metric.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

// Of whom a figure's clause is told where that is no firm of the text: a noun, a country, an office, a
// person.

/// Whether the clause has a noun that may be its subject and is neither a firm nor what is measured
/// («Das Fest brachte 5 Millionen ein»). Only told where nouns have capitals.
bool has_noun_as_subject(const SentenceView& view, const Placed& value);
/// That noun; kNoToken where there is none.
std::uint32_t noun_as_subject(const SentenceView& view, const Placed& value);

/// The same where nouns have no capitals, by the word before the verb: "The crudes have fallen 12%",
/// "Internet Explorer still has 90%".
bool has_other_head(const SentenceView& view, const Placed& value);

/// Whether the figure's clause has a subject that is no firm: a country, an office, a person, "consumers".
bool has_other_subject(const SentenceView& view, const Placed& value);

/// Whether a figure is a part of something else («zehn Prozent der Bevölkerung») or what it measures is
/// another's ("India's oil consumption").
bool measures_other(const SentenceView& view, const Placed& value, const MetricChoice& metric);

/// "China raised its capacity", "It said China would": that subject is whom the pronoun before the figure
/// stands for, or who does it; but "Consumers spent less, and its sales fell".
bool is_of_other(const SentenceView& view, const Placed& value);

/// «Der Vermarkter Musterfunk wurde …»: a noun and a name behind it, where the sentence begins.
bool has_named_subject(const SentenceView& view, const Placed& value);

/// "He owed $850,000": a debt or a loss behind «er», "he" is a person's.
bool is_a_persons(const SentenceView& view, const Placed& value, Metric metric);
/// «er», «sie» before the figure.
bool is_of_person_pronoun(const SentenceView& view, const Placed& value);
/// A first name and another name behind it, of nobody who acts for a firm. \pre `in` is of the view's text
bool names_person(const SentenceView& view, const Sentence& in, std::uint32_t token);

/// «es», "it", «der Konzern» before the figure: the clause says itself that it goes on with a firm. The last
/// of them; kNoToken where there is none.
std::uint32_t anaphor_of(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract
