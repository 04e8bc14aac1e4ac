// One match of one rule: each group of its pattern names a part of the date, the rule's attributes the rest.
#include "extract/dates/date_words.h"

#include <charconv>
#include <utility>

#include "extract/text/words.h"

namespace gegenprobe::extract {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end == text.data()) return std::nullopt;
  return value;
}

std::optional<int> signed_key(std::string_view key) {
  if (key.starts_with('+')) key.remove_prefix(1);
  return key.empty() ? std::nullopt : digits(key);
}

enum class Group : unsigned char {
  other,
  day,
  day_end,
  month,
  weekday,
  season,
  holiday,
  year,
  year_end,
  hundreds,
  years,
  decade,
  unit,
  count,
  nth,
  rel,
  near_word,
  text_word,
  bc,
  month_end,
  count_more,
  unit_more,
  count_third,
  unit_third,
  half,
  anno
};
constexpr Words<Group, 26> kGroups{
    "",          "day",         "day_end",    "month",     "weekday", "season",    "holiday",
    "year",      "year_end",    "hundreds",   "years",     "decade",  "unit",      "count",
    "nth",       "rel",         "near_word",  "text_word", "bc",      "month_end", "count_more",
    "unit_more", "count_third", "unit_third", "half",      "anno"};

class MatchReader {
 public:
  /// `token`: where the match begins.
  MatchReader(const Text& text, const Sentence& sentence, std::uint32_t token)
      : text_(text), sentence_(sentence), rules_(sentence.rules->tags<DateRules>()), token_(token) {}

  std::optional<DateReading> read(const RuleMatch& match) const {
    const auto& all = sentence_.rules->set(RuleKind::date).rules();
    const DateRule& rule = rules_.rules[static_cast<std::size_t>(match.rule - all.data())];
    DateReading reading;
    reading.span = match.span;
    reading.rule = &rule;
    reading.first = token_from(token_, match.span.begin);
    reading.last = token_from(reading.first, match.span.end);
    reading.op = rule.op;
    reading.base = rule.base;
    reading.fiscal = rule.fiscal;
    reading.weak = rule.weak;
    reading.coming = rule.coming;
    reading.ahead = rule.ahead;
    for (std::size_t group = 0; group < match.names->size(); ++group)
      if (const auto& name = (*match.names)[group]; !name.empty() && !match.groups[group].empty())
        if (!read_group(name, match.groups[group], reading)) return std::nullopt;
    finish(reading);
    if (reading.op == DateOp::window && reading.shift == 0 && !rule.shift) return std::nullopt;
    return possible(reading) ? std::optional(reading) : std::nullopt;
  }

 private:
  const Lexicon& lexicon() const { return sentence_.rules->lexicon(); }

  std::uint32_t token_from(std::uint32_t i, std::uint32_t at) const {
    while (i < sentence_.last && text_.tokens[i].begin < at) ++i;
    return i;
  }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // What the rule says beside its words, and what follows from them.
  static void finish(DateReading& reading) {
    const DateRule& rule = *reading.rule;
    if (rule.shift) reading.shift = rule.shift;
    if (rule.nth) reading.nth = *rule.nth;
    if (reading.year_end && *reading.year_end < 10 && *reading.year % 10 + 1 == *reading.year_end)
      *reading.year_end += *reading.year - *reading.year % 10;  // "2003/4"
    if (reading.year_end && *reading.year_end < 100) {
      const bool turn = *reading.year % 100 == 99 && *reading.year_end == 0;
      *reading.year_end += *reading.year - *reading.year % 100 + (turn ? 100 : 0);
    }
    // "10/3": the order of the text (see dates.cpp), unless it cannot be.
    if (rule.either_order) settle_order(reading);
    reading.unit = unit_of(reading);
    if (rule.unit) reading.unit = *rule.unit;
    if (reading.half) reading.more[0] = half_of(reading.unit);
    if (!reading.holiday.empty() && rule.shift) count_from_holiday(reading);
    if (reading.year && reading.shift && reading.op == DateOp::calendar) count_from_year(reading);
    if (reading.nth != 0 && needs_whole(reading)) reading.weak = true;
  }

  // «anderthalb Jahre», "two and a half decades": the half in smaller units. That of a day is none.
  static DateAmount half_of(CalendarUnit unit) {
    using enum CalendarUnit;
    switch (unit) {
      case century:
        return {5, decade};
      case decade:
        return {5, year};
      case year:
        return {1, half};
      case half:
        return {1, quarter};
      case quarter:
        return {6, week};
      case month:
        return {15, day};
      case week:
        return {3, day};
      default:
        return {};
    }
  }

  static void settle_order(DateReading& reading) {
    const bool can_be_month_first = reading.month <= 12 && reading.month_end <= 12;
    const bool can_be_day_first = reading.day <= 12 && (!reading.month_end || reading.day_end <= 12);
    reading.either_order = can_be_month_first && can_be_day_first;
    if (!can_be_month_first && can_be_day_first) reading.swap_month_and_day();
  }

  // "the year before 2015"
  static void count_from_year(DateReading& reading) {
    *reading.year += *reading.shift;
    reading.shift.reset();
  }

  // "the third Tuesday after Christmas", «in der Woche vor Ostern»
  static void count_from_holiday(DateReading& reading) {
    reading.from_holiday = *reading.shift * (reading.nth ? reading.nth : 1);
    reading.shift.reset();
    reading.nth = 0;
    if (reading.named_unit) reading.unit = *reading.named_unit;
  }

  // The finest that is named.
  static CalendarUnit unit_of(const DateReading& reading) {
    if (reading.day || reading.weekday || !reading.holiday.empty()) return CalendarUnit::day;
    if (reading.month) return CalendarUnit::month;
    if (reading.season) return CalendarUnit::season;
    if (reading.named_unit) return *reading.named_unit;
    return reading.year ? CalendarUnit::year : CalendarUnit::day;
  }

  // «letzter Montag», «in den ersten drei Tagen»: of what?
  static bool needs_whole(const DateReading& reading) {
    if (reading.op == DateOp::window)
      return reading.nth < 0 ||
             (reading.unit != CalendarUnit::month && reading.unit != CalendarUnit::quarter);
    return reading.op == DateOp::calendar && reading.nth < 0 && !reading.month;
  }

  // The key of a word in a list, "" where it is in none. The lexicon has looked up single words already.
  std::string_view key(Tag list, Span span) const {
    if (list == kNoTag) return {};
    if (const auto i = token_from(token_, span.begin); i < sentence_.last)
      if (const Token& token = text_.tokens[i]; token.span() == span) return lexicon().value(token, list);
    return lexicon().value_of(span.of(text_.folded), list);
  }
  std::optional<int> number(Tag list, Span span) const {
    if (text_.folded[span.end - 1] == '.') --span.end;
    if (const auto value = signed_key(key(list, span))) return value;  // "3rd last" too
    return is_digit(text_.utf8[span.begin]) ? digits(span.of(text_.utf8)) : std::nullopt;
  }
  unsigned natural(Tag list, Span span) const {
    const auto value = number(list, span);
    return value && *value > 0 ? static_cast<unsigned>(*value) : 0;
  }

  // A pattern may name a group once only: "day_" is a day too.
  // False where the words name no such thing: «letzten Mai» has no day "last".
  bool read_group(std::string_view name, Span span, DateReading& reading) const {
    if (name.ends_with('_')) name.remove_suffix(1);
    switch (kGroups.find(name).value_or(Group::other)) {
      case Group::day:
        reading.day = natural(rules_.ordinal, span);
        if (!reading.day) reading.day = natural(rules_.cardinal_day, span);
        return reading.day != 0;
      case Group::day_end:
        reading.day_end = natural(rules_.ordinal, span);
        if (!reading.day_end) reading.day_end = natural(rules_.cardinal_day, span);
        break;
      case Group::month:
        reading.month = natural(rules_.month, span);
        if (!reading.month) reading.month = natural(rules_.month_short, span);
        return reading.month != 0;
      case Group::weekday:
        reading.weekday = natural(rules_.weekday, span);
        if (!reading.weekday) reading.weekday = natural(rules_.weekday_short, span);
        break;
      case Group::season:
        reading.season = natural(rules_.season, span);
        break;
      case Group::holiday:
        reading.holiday = key(rules_.holiday, span);
        break;
      case Group::year:
        reading.year = year_of(span);
        break;
      case Group::anno:  // "AD 79": all of it
        reading.year = digits(span.of(text_.utf8));
        break;
      case Group::year_end:
        reading.year_end = digits(span.of(text_.utf8));
        break;
      case Group::hundreds:
        reading.year = number(rules_.hundreds, span).value_or(0) + reading.year.value_or(0);
        break;
      case Group::years:
        reading.year = years_of_century(span) + reading.year.value_or(0);
        break;
      case Group::decade:
        reading.year = decade_of(span);
        reading.named_unit = CalendarUnit::decade;
        break;
      case Group::unit:
        reading.named_unit = calendar_unit(key(rules_.unit, span));
        break;
      case Group::count:
        reading.count = number(rules_.count, span).value_or(1);
        reading.half |= key(rules_.count, span).ends_with(".5");
        break;
      case Group::nth:
        reading.nth = number(rules_.ordinal, span).value_or(0);
        break;
      case Group::rel:
        reading.shift = signed_key(key(rules_.relation, span));
        break;
      case Group::near_word:
        read_unit_and_shift(key(rules_.near, span), reading);
        break;
      case Group::text_word:
        read_unit_and_shift(key(rules_.text, span), reading);
        break;
      case Group::bc:
        reading.before_christ = true;
        break;
      case Group::month_end:
        reading.month_end = natural(kNoTag, span);
        break;
      case Group::count_more:
        reading.more[0].count = number(rules_.count, span).value_or(1);
        break;
      case Group::unit_more:
        reading.more[0].unit = calendar_unit(key(rules_.unit, span)).value_or(CalendarUnit::day);
        break;
      case Group::count_third:
        reading.more[1].count = number(rules_.count, span).value_or(1);
        break;
      case Group::unit_third:
        reading.more[1].unit = calendar_unit(key(rules_.unit, span)).value_or(CalendarUnit::day);
        break;
      case Group::half:
        reading.half = true;
        break;
      case Group::other:
        break;
    }
    return true;
  }

  // "day -1"
  static void read_unit_and_shift(std::string_view key, DateReading& reading) {
    const auto space = key.find(' ');
    if (space == std::string_view::npos) return;
    reading.named_unit = calendar_unit(key.substr(0, space));
    reading.shift = signed_key(key.substr(space + 1));
  }

  int years_of_century(Span span) const {
    const auto years = number(rules_.years_of_century, span);
    return years ? *years : static_cast<int>(natural(rules_.cardinal_day, span));
  }

  std::optional<int> year_of(Span span) const {
    const auto year = digits(span.of(text_.utf8));
    if (!year || span.size() != 2) return year;
    return *year + (*year < 40 ? 2000 : 1900);
  }
  std::optional<int> decade_of(Span span) const {
    const auto decade = number(rules_.decade, span);
    if (!decade || *decade >= 100) return decade;
    return *decade + (*decade < 20 ? 2000 : 1900);
  }

  static bool possible(const DateReading& reading) {
    constexpr int kMostUnits = 2000;    // further away is geology
    constexpr int kMostQuarters = 200;  // "in 1985 qtr"
    const bool of_year = reading.unit == CalendarUnit::quarter || reading.unit == CalendarUnit::half;
    const int most = of_year ? kMostQuarters : kMostUnits;
    if (reading.month > 12 || reading.day > 31 || reading.count < 1 || reading.count > most) return false;
    if (reading.day_end > 31 || reading.month_end > 12) return false;
    if (reading.day_end && !reading.month_end && reading.day_end <= reading.day) return false;
    if (reading.day && reading.month &&
        !day_if_valid(reading.year.value_or(2000), reading.month, reading.day))
      return false;
    return !reading.year_end ||
           (*reading.year_end > *reading.year && *reading.year_end - *reading.year <= 99);
  }

  const Text& text_;
  const Sentence& sentence_;
  const DateRules& rules_;
  std::uint32_t token_;
};

}  // namespace

std::optional<DateReading> reading_of(const RuleMatch& match, std::uint32_t token, const Text& text,
                                      const Sentence& sentence) {
  return MatchReader(text, sentence, token).read(match);
}

}  // namespace gegenprobe::extract
