#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "extract/dates/date_reading.h"
#include "extract/mention.h"
#include "extract/text/text.h"
#include "ingest/day.h"

namespace gegenprobe::extract {

/// In a history, what follows is of its year: for a chapter («1864» as a heading), or for now.
enum class DateScene : unsigned char { none, passing, chapter };

/// Whether a clause speaks of what was or of what comes.
enum class Direction : unsigned char { past, future, open };

/// An expression that was found, as later ones refer to it.
struct KnownDate {
  DateValue value;
  bool from_text = false;  ///< it referred to another itself, as «Vorjahr» does
  bool ahead = false;      ///< told as something to come
  DateScene scene = DateScene::none;
  std::uint32_t sentence = 0;
};

/// What resolving needs to know beside the reading.
struct DateContext {
  const Text& text;
  const Sentence& sentence;
  std::optional<Day> published;
  bool narrative;       ///< the text tells history
  bool entry;           ///< the sentence holds nothing but dates, as a line of a calendar of events does
  unsigned fiscal_end;  ///< the month with which the company's year ends; 0 where nobody tells
  std::uint32_t sentence_number;
  const std::vector<KnownDate>& known;  ///< what was found before, in the order of the text
};

}  // namespace gegenprobe::extract
