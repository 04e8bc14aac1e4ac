#pragma once
#include <optional>

#include "extract/claims/claim_topic.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

// «Der Umsatz von X ging zurück. Er lag bei 4 Milliarden.»: a pronoun stands for what the sentence before
// measures, whether that told a figure or not.

/// What that is, and whose.
struct Measured {
  MetricKey key;
  Firm firm;
};

/// The pronoun that a figure is told of, beside a verb that says how much something is, or a noun that stands
/// for a change («das Plus betrug …»); kNoToken where there is none.
std::uint32_t pronoun_of(const SentenceView& view, const Placed& value);
/// «Siemens hebt die Umsatzprognose an. Der Konzern erwartet nun 80 Milliarden Euro»: a sum that is expected,
/// with no word that says of what.
bool is_left_to_expect(const SentenceView& view, const Placed& value);
/// Whether the sentence may have such a pronoun or such a sum at all: a quick look.
bool may_be_of_pronoun(const SentenceView& view);
/// What the pronoun of `view` stands for in the sentence before, which is told of `topic` where it names
/// nobody; nothing where it does not measure one thing, of one firm. \pre both have their cues, and the
/// references of `before` their names
std::optional<Measured> measured_in(const SentenceView& before, const SentenceView& view, const Topic& topic);

}  // namespace gegenprobe::extract
