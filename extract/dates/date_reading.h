#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/dates/calendar.h"
#include "extract/dates/date_rules.h"
#include "extract/text/text.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

/// So many units; none where `count` is 0.
struct DateAmount {
  int count = 0;
  CalendarUnit unit = CalendarUnit::day;
};

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
  unsigned day_end = 0, month_end = 0;  ///< "July 13-15" has day 15, "10/25 to 1/25" month 1 too
  int nth = 0;                          ///< third 3, last -1, last but one -2
  std::optional<int> shift;             ///< last -1, this 0, next 1
  int count = 1;                        ///< of units
  bool half = false;                    ///< and half of one: «anderthalb Jahre»
  std::array<DateAmount, 2> more;       ///< «zwei Jahren, [einem Monat und drei Tagen]»
  std::string_view holiday;             ///< its formula, see calendar.h
  int from_holiday = 0;                 ///< "third Tuesday after Christmas" 3, «Woche vor Ostern» -1; else 0
  bool fiscal = false;
  bool weak = false;    ///< no mention unless it became part of another: «Ende», "the second"
  bool coming = false;  ///< the nearest such day, not that of the neighbouring week: «nächsten Freitag»
  bool ahead = false;   ///< a date only in a clause about what comes; else how long something took
  bool before_christ = false;
  bool either_order = false;  ///< "3/4/2025": the day may stand first
  bool at_end = false;    ///< «[Ende] des Jahres»: of a year that is over, where the clause tells the past
  bool in_range = false;  ///< begin or end of a range: the words before it are that one's
  bool open_begin = false, open_end = false;  ///< "2027 or earlier", «2027 oder später»
  int container = -1;  ///< of what this is a part, or what it counts from; index among the readings
  int follows = -1;    ///< of the year in which that one is: "the second and [third quarters]"
  int until = -1;      ///< range: `container` is its begin, `until` its end

  bool names_year() const { return year.has_value() || before_christ; }
  void swap_month_and_day() {
    std::swap(month, day);
    if (month_end) std::swap(month_end, day_end);
  }
};

/// The calendar expressions of a sentence, ascending. Those that another refers to by index come with
/// `weak` set; the others are mentions.
std::vector<DateReading> read_dates(const Text& text, const Sentence& sentence);

}  // namespace gegenprobe::extract
