#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/calendar.h"
#include "extract/date_rules.h"
#include "extract/text.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

/// What an expression says by itself, before anything is known of publication or the text around it.
/// Parts that the words do not name are absent or 0.
struct DateReading {
  Span span;
  std::uint32_t first = 0;  ///< token with which it begins, of Text::tokens
  std::uint32_t last = 0;   ///< one past its last token
  const DateRule* rule = nullptr;
  DateOp op = DateOp::calendar;
  DateBase base = DateBase::published;
  CalendarUnit unit = CalendarUnit::day;   ///< what is named: «drittes Quartal» is a quarter
  std::optional<CalendarUnit> named_unit;  ///< the word for it, where there is one
  std::optional<int> year, year_end;       ///< year_end: «2023/24» has 2023 and 2024
  unsigned month = 0, day = 0, weekday = 0, season = 0;
  unsigned day_end = 0;      ///< "July 13-15" has 15
  int nth = 0;               ///< third 3, last -1, last but one -2
  std::optional<int> shift;  ///< last -1, this 0, next 1
  int count = 1;             ///< of units
  std::string_view holiday;  ///< its formula, see calendar.h
  bool fiscal = false;
  bool weak = false;    ///< no mention unless it became part of another: «Ende», "the second"
  bool coming = false;  ///< the nearest such day, not that of the neighbouring week: «nächsten Freitag»
  bool ahead = false;   ///< a date only in a clause about what comes; else how long something took
  bool before_christ = false;
  int container = -1;  ///< of what this is a part, or what it counts from; index among the readings
  int until = -1;      ///< range: `container` is its begin, `until` its end

  bool names_year() const { return year.has_value() || before_christ; }
};

/// The calendar expressions of a sentence, ascending. Those that another refers to by index come with
/// `weak` set; the others are mentions.
std::vector<DateReading> read_dates(const Text& text, const Sentence& sentence);

}  // namespace gegenprobe::extract
