// Rules find the parts («Ende», «dritten Quartals», «2024»); what stands between two parts (a list of the
// language, date_joiner) says whether one is a part of the other, or both make a range. Parts join before
// ranges do: «Ende 2015 bis Mitte 2016» is a range of two.
#include "extract/date_reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/words.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kLongestGap = 24;  // bytes between parts that belong together

enum class Gap : unsigned char {
  none,
  space,
  of,
  in,
  comma,
  on,
  range,
  dash,
  also,
  possessive,
  begins,
  bracket
};
constexpr Words<Gap, 12> kGaps{"none",  "space", "of",   "in",         "comma",  "on",
                               "range", "dash",  "also", "possessive", "begins", "bracket"};

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
  bc
};
constexpr Words<Group, 19> kGroups{"",       "day",       "day_end",   "month",    "weekday",
                                   "season", "holiday",   "year",      "year_end", "hundreds",
                                   "years",  "decade",    "unit",      "count",    "nth",
                                   "rel",    "near_word", "text_word", "bc"};

class SentenceReader {
 public:
  SentenceReader(const Text& text, const Sentence& sentence)
      : text_(text), sentence_(sentence), rules_(sentence.rules->tags<DateRules>()) {}

  std::vector<DateReading> read() {
    find_parts();
    if (readings_.size() > 1) {
      join_parts();
      join_ranges();
    }
    return std::move(readings_);
  }

 private:
  const Lexicon& lexicon() const { return sentence_.rules->lexicon(); }

  // --- parts

  void find_parts() {
    const auto& set = sentence_.rules->set(RuleKind::date);
    for (auto i = sentence_.first; i < sentence_.last; ++i) {
      if (!may_begin(i, set)) continue;
      if (auto reading = part_at(i, set)) {
        i = reading->last - 1;
        readings_.push_back(std::move(*reading));
      }
    }
  }

  // Searching costs a hundred times more than looking: «in» and "a" and numbers stand everywhere.
  bool may_begin(std::uint32_t i, const RuleSet& set) const {
    const Token& token = text_.tokens[i];
    if (token.is(TokenClass::number))
      return set.starts_with_digit() && number_may_begin(i) && !inside_number(i);
    if ((lexicon().triggers(token) & trigger_bit(RuleKind::date)) == 0) return false;
    return !lexicon().has(token, rules_.weak_start) || date_word_follows(i, 6);
  }

  bool date_word_follows(std::uint32_t i, std::uint32_t words) const {
    const auto last = std::min(i + 1 + words, sentence_.last);
    for (auto next = i + 1; next < last; ++next)
      if (lexicon().has_any(text_.tokens[next], rules_.date_words)) return true;
    return false;
  }

  // Four digits may be a year, eight a day. Fewer want a mark or a letter that touches them, as in «3.10.»,
  // "21st", "10/3", or a word of time soon; but «1.500» and "3,5" are numbers.
  bool number_may_begin(std::uint32_t i) const {
    const Token& token = text_.tokens[i];
    if (token.size == 4 || token.size == 8) return true;
    if (token.size > 4) return false;
    if (i + 1 >= sentence_.last || !(text_.tokens[i + 1].shape & kGlued)) return date_word_follows(i, 4);
    const Token& next = text_.tokens[i + 1];
    if (!next.is(TokenClass::punctuation) || i + 2 >= sentence_.last) return token.size < 3;
    const Token& then = text_.tokens[i + 2];
    if (!then.is(TokenClass::number) || !(then.shape & kGlued)) return token.size < 3;
    const auto mark = text_.of(next);
    if (mark == "." && then.size == 1) return i + 3 < sentence_.last && (text_.tokens[i + 3].shape & kGlued);
    return then.size != 3 && (mark != "," || date_word_follows(i, 4));
  }

  // «380» in «A380», «500» in «1.500», «5» in «$5»: no date begins there.
  bool inside_number(std::uint32_t i) const {
    if (i == sentence_.first || !(text_.tokens[i].shape & kGlued)) return false;
    const Token& before = text_.tokens[i - 1];
    if (!before.is(TokenClass::punctuation)) return true;
    if (i < sentence_.first + 2 || !text_.tokens[i - 2].is(TokenClass::number) || !(before.shape & kGlued))
      return false;
    const auto mark = text_.of(before);
    if (mark == "." || mark == "," || mark == ":") return true;
    // «555-2010»: a range goes on only after a date.
    return (mark == "-" || mark == "/") && (readings_.empty() || readings_.back().last + 1 != i);
  }

  std::optional<DateReading> part_at(std::uint32_t i, const RuleSet& set) const {
    std::optional<DateReading> best;
    std::uint32_t best_end = 0;
    for (const auto& match :
         set.all_at(text_.utf8, text_.folded, text_.tokens[i].begin, sentence_.span.end)) {
      if (best && match.whole.end < best_end) continue;
      auto reading = reading_of(match, i);
      if (!reading || !fits_in(*reading)) continue;
      if (best && match.whole.end == best_end && (!best->weak || reading->weak)) continue;
      best = std::move(reading);
      best_end = match.whole.end;
    }
    return best;
  }

  std::uint32_t token_from(std::uint32_t i, std::uint32_t at) const {
    while (i < sentence_.last && text_.tokens[i].begin < at) ++i;
    return i;
  }

  // What the rule asks of its words and of those before and after it.
  bool fits_in(const DateReading& reading) const {
    const DateRule& rule = *reading.rule;
    if (number_goes_on(reading)) return false;
    const Token* before = reading.first > sentence_.first ? &text_.tokens[reading.first - 1] : nullptr;
    const Token* after = reading.last < sentence_.last ? &text_.tokens[reading.last] : nullptr;
    const bool marked = rule.after_mark && (!before || before->is(TokenClass::punctuation));
    if (rule.after && !marked && !in(before, *rule.after)) return false;
    if (rule.before && !in(after, *rule.before)) return false;
    if (rule.not_after && in(before, *rule.not_after)) return false;
    if (rule.not_before && in(after, *rule.not_before)) return false;
    if (!rule.before_noun && after && is_noun(*after)) return false;
    if (rule.before_mark && after && !after->is(TokenClass::punctuation)) return false;
    if (rule.capital && *rule.capital != ((text_.tokens[reading.last - 1].shape & kCapital) != 0))
      return false;
    return rule.in_compound || !in_compound(reading.last);
  }
  bool in(const Token* token, const TagSet& lists) const { return token && lexicon().has_any(*token, lists); }

  // As far as a capital tells: «2015 Stellen», but not «1861. Die».
  bool is_noun(const Token& token) const {
    return token.is(TokenClass::word) && (token.shape & kCapital) != 0 &&
           !lexicon().has_any(token, rules_.no_noun);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // «2014,5», "2015-32"; but a year may follow a year: «2014-2018»
  bool number_goes_on(const DateReading& reading) const {
    const auto last = reading.last;
    if (last + 1 >= sentence_.last || !is_digit(text_.utf8[reading.span.end - 1])) return false;
    const Token &mark = text_.tokens[last], &next = text_.tokens[last + 1];
    if (!(mark.shape & kGlued) || !(next.shape & kGlued) || !next.is(TokenClass::number)) return false;
    const auto sign = text_.of(mark);
    if (sign == "." || sign == "," || sign == ":") return true;
    return (sign == "-" || sign == "/") && next.size != 4 && !reading.day;
  }

  // «2015-Modell», "2003-born"
  bool in_compound(std::uint32_t last) const {
    return last + 1 < sentence_.last && (text_.tokens[last].shape & kGlued) &&
           text_.of(text_.tokens[last]) == "-" && (text_.tokens[last + 1].shape & kGlued) &&
           text_.tokens[last + 1].is(TokenClass::word) &&
           (lexicon().triggers(text_.tokens[last + 1]) & trigger_bit(RuleKind::date)) == 0;
  }

  std::optional<DateReading> reading_of(const RuleMatch& match, std::uint32_t i) const {
    const auto& all = sentence_.rules->set(RuleKind::date).rules();
    const DateRule& rule = rules_.rules[static_cast<std::size_t>(match.rule - all.data())];
    DateReading reading;
    reading.span = match.span;
    reading.rule = &rule;
    reading.first = token_from(i, match.span.begin);
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
    // "10/3": the American order, unless it cannot be.
    if (reading.month > 12 && reading.day && reading.day <= 12) std::swap(reading.month, reading.day);
    reading.unit = unit_of(reading);
    if (rule.unit) reading.unit = *rule.unit;
    if (reading.nth != 0 && needs_whole(reading)) reading.weak = true;
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
    return reading.op == DateOp::calendar && reading.nth < 0;
  }

  // The key of a word in a list, "" where it is in none. The lexicon has looked up single words already.
  std::string_view key(Tag list, Span span) const {
    if (list == kNoTag) return {};
    for (auto i = token_from(sentence_.first, span.begin); i < sentence_.last; ++i) {
      const Token& token = text_.tokens[i];
      if (token.begin != span.begin || token.end() != span.end) break;
      return lexicon().value(token, list);
    }
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
        reading.day_end = natural(kNoTag, span);
        break;
      case Group::month:
        reading.month = natural(rules_.month, span);
        if (!reading.month) reading.month = natural(rules_.month_short, span);
        return reading.month != 0;
      case Group::weekday:
        reading.weekday = natural(rules_.weekday, span);
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
      case Group::year_end:
        reading.year_end = digits(span.of(text_.utf8));
        break;
      case Group::hundreds:
        reading.year = number(rules_.hundreds, span).value_or(0) + reading.year.value_or(0);
        break;
      case Group::years:
        reading.year = number(rules_.years_of_century, span).value_or(0) + reading.year.value_or(0);
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
    constexpr int kMostUnits = 2000;  // further away is geology
    if (reading.month > 12 || reading.day > 31 || reading.count < 1 || reading.count > kMostUnits)
      return false;
    if (reading.day_end && reading.day_end <= reading.day) return false;
    if (reading.day && reading.month &&
        !day_if_valid(reading.year.value_or(2000), reading.month, reading.day))
      return false;
    return !reading.year_end ||
           (*reading.year_end > *reading.year && *reading.year_end - *reading.year <= 99);
  }

  // --- parts of parts

  Gap gap_between(const DateReading& left, const DateReading& right) const {
    if (right.span.begin < left.span.end || right.span.begin - left.span.end > kLongestGap) return Gap::none;
    auto words = std::string_view(text_.folded).substr(left.span.end, right.span.begin - left.span.end);
    while (words.starts_with(' ')) words.remove_prefix(1);
    while (words.ends_with(' ')) words.remove_suffix(1);
    if (words.empty()) return Gap::space;
    return kGaps.find(rules_.joiner == kNoTag ? std::string_view{} : lexicon().value_of(words, rules_.joiner))
        .value_or(Gap::none);
  }

  // Right to left, so that «Ende» joins «September vorigen Jahres» once that is one.
  void join_parts() {
    for (auto i = static_cast<int>(readings_.size()) - 2; i >= 0; --i) {
      const auto right = next_root(i);
      if (right < 0) continue;
      auto& left = readings_[static_cast<std::size_t>(i)];
      auto& other = readings_[static_cast<std::size_t>(right)];
      const auto gap = gap_between(left, other);
      if (gap == Gap::none) continue;
      if (weekday_of(left, gap, other)) {
        absorb_weekday(left, other);
        mark_part(right);
      } else if (is_weekday(left) && gap == Gap::bracket && other.day) {
        left.container = right;  // «am Montag (27.7.)»: two mentions of one day
      } else if (part_of(left, gap, other)) {
        count_from_end(left);
        make_part(left, other, right);
      } else if (part_follows(left, gap, other)) {
        make_part_after(left, i, other);
      }
    }
  }

  // The reading after i that is no part of another.
  int next_root(int i) const {
    for (auto next = static_cast<std::size_t>(i) + 1; next < readings_.size(); ++next)
      if (!is_part(static_cast<int>(next))) return static_cast<int>(next);
    return -1;
  }
  bool is_part(int i) const { return parts_.size() > static_cast<std::size_t>(i) && parts_[i]; }
  void mark_part(int i) {
    parts_.resize(readings_.size());
    parts_[static_cast<std::size_t>(i)] = true;
    readings_[static_cast<std::size_t>(i)].weak = true;
  }

  static bool is_year(const DateReading& r) { return r.unit == CalendarUnit::year && !r.month && !r.day; }
  static bool is_weekday(const DateReading& r) {
    return r.weekday && !r.day && !r.month && !r.nth && !r.shift && r.op == DateOp::calendar;
  }
  static bool open_year(const DateReading& r) {
    return r.op == DateOp::calendar && !r.names_year() && r.container < 0 && !r.shift;
  }

  // «Freitag, 25. Februar», "Tuesday the 19th"
  static bool weekday_of(const DateReading& left, Gap gap, const DateReading& right) {
    return is_weekday(left) && right.day && right.op == DateOp::calendar && right.unit == CalendarUnit::day &&
           !right.weekday && (gap == Gap::space || gap == Gap::comma || gap == Gap::of);
  }
  static void absorb_weekday(DateReading& left, const DateReading& right) {
    const auto span = Span{left.span.begin, right.span.end};
    const auto weekday = left.weekday;
    const auto first = left.first;
    left = right;
    left.span = span;
    left.first = first;
    left.weekday = weekday;
    left.weak = false;
  }

  static bool part_of(const DateReading& part, Gap gap, const DateReading& whole) {
    if (part.container >= 0 || whole.op == DateOp::range) return false;
    const bool of = gap == Gap::of || gap == Gap::in || gap == Gap::space;
    switch (part.op) {
      case DateOp::part:
        return (gap == Gap::of || gap == Gap::space || gap == Gap::dash) && whole.op != DateOp::part;
      case DateOp::unit:  // «die Woche vom 6. Oktober»
        return part.unit < CalendarUnit::quarter && whole.day && part.unit > whole.unit &&
               (gap == Gap::of || gap == Gap::begins);
      case DateOp::same:
        return of && is_year(whole);
      case DateOp::ending:
        return of && (whole.month || whole.op == DateOp::part || whole.unit == CalendarUnit::month);
      case DateOp::offset:
        return part.base == DateBase::next && of && whole.op != DateOp::part && whole.op != DateOp::unit;
      case DateOp::near:
      case DateOp::window:
        return of && whole.unit > part.unit && (part.nth != 0 || last_of(part, gap, whole));
      case DateOp::calendar:
        return calendar_part_of(part, gap, whole);
      default:
        return false;
    }
  }

  // «letzte Woche im Juli», "the last four months of 2021": not the week before this one.
  static bool last_of(const DateReading& part, Gap gap, const DateReading& whole) {
    const bool named = part.month || part.season || !part.holiday.empty();
    return part.shift && *part.shift < 0 && !named && gap != Gap::space &&
           (whole.op == DateOp::calendar || whole.op == DateOp::unit || whole.op == DateOp::near);
  }
  static void count_from_end(DateReading& part) {
    if (part.op != DateOp::near && part.op != DateOp::window) return;
    if (part.nth == 0) part.nth = *part.shift;
    if (part.op == DateOp::near) part.op = DateOp::calendar;
    part.shift.reset();
  }

  static bool calendar_part_of(const DateReading& part, Gap gap, const DateReading& whole) {
    const bool of = gap == Gap::of || gap == Gap::in || gap == Gap::space;
    const bool near = of || (gap == Gap::comma && (whole.names_year() || part.day));
    if (part.nth) return of && whole.unit > part.unit && !part.names_year();
    if (is_weekday(part)) return (of || gap == Gap::on) && whole.unit == CalendarUnit::week;
    if (!open_year(part)) return false;
    if (part.day && !part.month) return of && whole.unit == CalendarUnit::month && whole.op != DateOp::offset;
    return near && is_year(whole) && part.unit < CalendarUnit::year && whole.op != DateOp::offset &&
           !(gap == Gap::space && whole.weak);
  }

  // "2016 June", "next week on Friday", "last year's third quarter"
  static bool part_follows(const DateReading& whole, Gap gap, const DateReading& part) {
    if (whole.op == DateOp::part || whole.op == DateOp::range || part.container >= 0 ||
        (whole.op == DateOp::calendar && whole.container >= 0))
      return false;
    if (whole.unit == CalendarUnit::week && is_weekday(part))
      return gap == Gap::space || gap == Gap::on || gap == Gap::dash || gap == Gap::possessive;
    if (!is_year(whole) || whole.op == DateOp::unit) return false;
    const bool finer = part.op == DateOp::calendar && !part.names_year() && !part.shift && !part.day &&
                       part.unit > CalendarUnit::day && part.unit < CalendarUnit::year;
    if (!finer) return false;
    if (gap == Gap::possessive) return true;
    if (whole.names_year())
      return gap == Gap::space || gap == Gap::dash || (gap == Gap::comma && part.month != 0);
    return gap == Gap::in && (part.month || part.season);
  }

  void make_part(DateReading& part, DateReading& whole, int whole_index) {
    part.container = whole_index;
    part.span.end = whole.span.end;
    part.last = whole.last;
    part.weak = false;
    mark_part(whole_index);
  }

  // The part stands second, but the mention begins with the whole: it takes the part's place in the order.
  void make_part_after(DateReading& whole, int whole_index, DateReading& part) {
    part.container = whole_index;
    part.span.begin = whole.span.begin;
    part.first = whole.first;
    part.weak = false;
    mark_part(whole_index);
  }

  // --- ranges

  void join_ranges() {
    for (int i = 0; i >= 0 && i < static_cast<int>(readings_.size());) {
      if (is_part(i)) {
        ++i;
        continue;
      }
      const auto right = next_root(i);
      if (right < 0) return;
      auto& left = readings_[static_cast<std::size_t>(i)];
      const auto& other = readings_[static_cast<std::size_t>(right)];
      if (is_range(left, other))
        make_range(i, right);
      else if (shares_year(left, other))
        left.year = other.year;
      i = right;
    }
  }

  bool is_range(const DateReading& left, const DateReading& right) const {
    const auto bounded = [](const DateReading& r) {
      return r.op != DateOp::range && r.op != DateOp::vague && r.op != DateOp::unit &&
             r.op != DateOp::window && (r.op != DateOp::part || r.container >= 0) && !r.year_end;
    };
    if (!bounded(left) || !bounded(right)) return false;
    if (right.weak && right.op == DateOp::calendar) return false;
    if (left.weak && !(left.day && (right.day || right.month))) return false;
    switch (gap_between(left, right)) {
      case Gap::range:
        return true;
      case Gap::dash:
        return left.unit == right.unit || (left.month && right.month);
      case Gap::also:
        return opens_range(left);
      default:
        return false;
    }
  }

  // «am 29. Mai und 3. Juni 2015»
  bool shares_year(const DateReading& left, const DateReading& right) const {
    const auto gap = gap_between(left, right);
    return open_year(left) && left.month && right.month >= left.month && right.year &&
           (gap == Gap::also || gap == Gap::comma);
  }

  // «zwischen März 2007 und Juli 2011»; «zwischen dem 3. und dem 12. September»
  bool opens_range(const DateReading& left) const {
    for (std::uint32_t back = 1; back <= 2 && left.first >= sentence_.first + back; ++back)
      if (lexicon().has(text_.tokens[left.first - back], rules_.range_opener)) return true;
    return false;
  }

  void make_range(int left, int right) {
    DateReading range = readings_[static_cast<std::size_t>(left)];
    const DateReading end = readings_[static_cast<std::size_t>(right)];
    // The range takes the place of its end; the begin is copied behind all others.
    readings_.push_back(range);
    const auto begin_copy = static_cast<int>(readings_.size()) - 1;
    readings_.push_back(end);
    const auto end_copy = static_cast<int>(readings_.size()) - 1;
    range.span.end = readings_.back().span.end;
    range.last = readings_.back().last;
    range.op = DateOp::range;
    range.unit = CalendarUnit::day;
    range.container = begin_copy;
    range.until = end_copy;
    range.weak = false;
    mark_part(begin_copy);
    mark_part(end_copy);
    mark_part(left);
    readings_[static_cast<std::size_t>(right)] = range;
  }

  const Text& text_;
  const Sentence& sentence_;
  const DateRules& rules_;
  std::vector<DateReading> readings_;
  std::vector<bool> parts_;
};

}  // namespace

std::vector<DateReading> read_dates(const Text& text, const Sentence& sentence) {
  return SentenceReader(text, sentence).read();
}

}  // namespace gegenprobe::extract
