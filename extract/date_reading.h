#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/calendar.h"
#include "extract/rule_file.h"
#include "extract/text.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

/// How the words point at time. What each needs of the other fields of a DateReading is said there.
enum class DateOp : unsigned char {
  calendar,  ///< «3. Oktober 2025», «Freitag», «drittes Quartal»: as far as named; the rest is found
  near,      ///< «letzte Woche», "tomorrow": counts from publication
  text,      ///< «Vorjahr», "the following day": counts from what the text spoke of before
  offset,    ///< «vor drei Tagen», "two years later", "3 weeks after [Christmas]"
  window,    ///< «die vergangenen vier Jahre», "the first nine months [of 2024]"
  vague,     ///< «in den kommenden Jahren»: no bounds
  part,      ///< «Ende [2024]»: the enclosing unit's value
  unit,      ///< «[Ende] des Jahres»: only says what it is a part of
  same,      ///< «der gleiche Zeitraum [des Vorjahres]»
  ending,    ///< "the year to [March]", "six months ended [30 June]"
  range      ///< «März bis Juli»
};

/// From where an offset or a relation counts.
enum class DateBase : unsigned char { published, text, next };

/// What an expression says by itself, before anything is known of publication or the text around it.
/// Parts that the words do not name are absent or 0.
struct DateReading {
  Span span;
  std::uint32_t first = 0;  ///< token with which it begins, of Text::tokens
  std::uint32_t last = 0;   ///< one past its last token
  const Rule* rule = nullptr;
  DateOp op = DateOp::calendar;
  DateBase base = DateBase::published;
  CalendarUnit unit = CalendarUnit::day;  ///< what is named: «drittes Quartal» is a quarter
  std::optional<int> year, year_end;      ///< year_end: «2023/24» has 2023 and 2024
  unsigned month = 0, day = 0, weekday = 0, season = 0;
  unsigned day_end = 0;     ///< "July 13-15" has 15
  int nth = 0;               ///< third 3, last -1, last but one -2
  std::optional<int> shift;  ///< last -1, this 0, next 1
  int count = 0;             ///< of units
  std::string_view holiday;  ///< its formula, see calendar.h
  bool fiscal = false;
  bool weak = false;    ///< no mention unless it became part of another: «Ende», "the second"
  bool coming = false;  ///< the nearest such day, not that of the neighbouring week: «nächsten Freitag»
  bool before_christ = false;
  int container = -1;  ///< of what this is a part, or what it counts from; index among the readings
  int until = -1;      ///< range: `container` is its begin, `until` its end

  bool names_year() const { return year.has_value() || before_christ; }
};

/// The calendar expressions of a sentence, ascending. Those that another refers to by index come with
/// `weak` set; the others are mentions.
std::vector<DateReading> read_dates(const Text& text, const Sentence& sentence);

/// The key under which the words of a list stand: value_of() of the sentence's lexicon, "" without such list.
std::string_view listed(const Sentence& sentence, std::string_view list, std::string_view words);

}  // namespace gegenprobe::extract
