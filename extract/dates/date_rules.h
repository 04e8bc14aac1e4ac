#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/dates/calendar.h"
#include "extract/matching/lexicon.h"
#include "extract/matching/rules.h"

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
  range,     ///< «März bis Juli»
  onward     ///< "or later": makes what stands before it open; `shift` tells to which side
};

/// From where an offset or a relation counts.
enum class DateBase : unsigned char { published, text, next };

/// How far back a reference may reach: as far as it needs to, in its sentence, or anywhere but to
/// publication.
enum class DateReach : unsigned char { text, sentence, only };

/// The attributes of one rule of date.toml; what they mean stands at the head of de/date.toml.
struct DateRule {
  DateRule(const Rule& rule, const Lexicon& lexicon);

  const Rule* rule;
  DateOp op;
  DateBase base;
  DateReach reach;
  std::optional<CalendarUnit> unit;
  std::optional<int> shift, nth;
  bool fiscal, calendar_year, weak, coming, ahead, rest, until_now, stretch, from_day;
  bool in_compound, before_noun, before_mark, after_mark, either_order;
  std::optional<bool> capital;
  /// Lists that the neighbouring word must, or must not, stand in; nothing where the rule does not ask.
  std::optional<TagSet> after, before, not_after, not_before, compound_with;
};

/// The lists of DateRules::date_words and DateRules::fiscal_cues.
inline constexpr std::array<std::string_view, 9> kDateWordLists{
    "date_word", "date_unit", "date_fiscal_year", "month",  "month_short",
    "season",    "weekday",   "date_relation",    "holiday"};
inline constexpr std::array<std::string_view, 2> kFiscalCueLists{"fiscal_cue", "fiscal_cue_after_unit"};

/// What the date finder needs of a language's rules, looked up once.
struct DateRules {
  explicit DateRules(const LanguageRules& language);

  std::vector<DateRule> rules;  ///< in the order of the RuleSet's
  Tag relation, near, text, unit, count, ordinal, cardinal_day, decade, hundreds, years_of_century;
  Tag weekday, weekday_short, month, month_short, season, holiday;
  Tag joiner, range_opener;
  Tag past_cue, future_cue, past_before, future_before;
  Tag goes_on;  ///< «von Montag [an]»
  Tag no_cue, perfect, to_be, move, move_to, article, clause_mark;
  Tag plan;                         ///< "plans [to close]", not "unveiled the plan"
  Tag adverbial;                    ///< "[in] January", not "a January gain"
  Tag delivery, delivery_for;       ///< "May [delivery]", "[for] delivery in May"
  Tag cause, event_begin;           ///< "due [to the …]"
  Tag agent, unnamed_source;        ///< "expected [by] [analysts]"
  Tag must, ahead, ahead_of;        ///< "have [to]", "ahead of"
  Tag match;                        ///< "game"
  Tag match_word;                   ///< where a text has two of these, its "first half" is that of a game
  Tag measure;                      ///< behind these, «in drei Jahren» is how long it took
  Tag adjective, before_adjective;  ///< "[the] following", which without such a word is a preposition
  Tag entry_word;
  Tag stretch_end;  ///< before the last month of a stretch: «bis»
  Tag frame;        ///< before a year in which its clause took place: "in"
  Tag day_first_cue, month_first_cue;
  Tag fiscal_cue;
  TagSet fiscal_cues;  ///< and those that are one only behind a unit
  /// Words that begin a date only if one of `date_words` follows soon: «in», «ein», "a".
  Tag weak_start;
  Tag superlative;  ///< «der höchste Stand in zehn Jahren» tells how long, not when
  TagSet date_words;
  TagSet direction_words;  ///< those that may say whether a clause tells of past or future, and marks
  TagSet no_noun;          ///< written with a capital at the beginning of a sentence only
};

/// The unit of that name: "day", "weekend", "week" …
std::optional<CalendarUnit> calendar_unit(std::string_view word);

}  // namespace gegenprobe::extract
