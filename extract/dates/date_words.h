#pragma once
#include <cstdint>
#include <optional>

#include "extract/dates/date_reading.h"
#include "extract/matching/rule_set.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// What a rule's match, whose first token is `token`, says: the groups of its pattern and the rule's
/// attributes. Nothing where no calendar has such a thing: «30. Februar», «letzter Tag» without a number.
std::optional<DateReading> reading_of(const RuleMatch& match, std::uint32_t token, const Text& text,
                                      const Sentence& sentence);

}  // namespace gegenprobe::extract
