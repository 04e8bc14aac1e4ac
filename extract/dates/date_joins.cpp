// What stands between two parts (a list of the language, date_joiner) says whether one is a part of the
// other, or both make a range. Parts join before ranges do: «Ende 2015 bis Mitte 2016» is a range of two.
#include "extract/dates/date_joins.h"

#include "extract/text/words.h"

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
  bracket,
  apostrophe,  ///< "early '90s"
  ends         ///< «Geschäftsjahr 2024/25 (bis …»
};
constexpr Words<Gap, 14> kGaps{"none", "space", "of",         "in",     "comma",   "on",         "range",
                               "dash", "also",  "possessive", "begins", "bracket", "apostrophe", "ends"};
class Joiner {
 public:
  Joiner(const Text& text, const Sentence& sentence, std::vector<DateReading>& readings)
      : text_(text), sentence_(sentence), rules_(sentence.rules->tags<DateRules>()), readings_(readings) {}

  void join() {
    join_parts();
    share_years();
    join_ranges();
  }

 private:
  const Lexicon& lexicon() const { return sentence_.rules->lexicon(); }

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
      if (other.op == DateOp::onward) {
        if (gap == Gap::space) make_open(left, other, right);
        continue;
      }
      if (gap == Gap::space && is_today(left) && !left.weak && is_weekday(other)) {  // «am gestrigen Montag»
        left.span.end = other.span.end;
        left.last = other.last;
        mark_part(right);
      } else if (weekday_of(left, gap, other)) {
        absorb_weekday(left, other);
        mark_part(right);
      } else if (is_weekday(left) && gap == Gap::bracket && other.day) {
        left.container = right;  // «am Montag (27.7.)»: two mentions of one day
      } else if (is_weekday(other) && gap == Gap::bracket && left.day && left.month) {
        other.container = i;  // «am 27. Juli (Montag)»
      } else if (ends_account(left, gap, other) && !ranges_on(right)) {
        left.op = DateOp::ending;
        left.container = right;
        auto& end = other.container < 0 ? other : readings_[static_cast<std::size_t>(other.container)];
        if (left.year_end && end.op == DateOp::calendar && !end.year) end.year = left.year_end;
      } else if (part_of(left, gap, other) &&
                 !((left.op == DateOp::offset || left.op == DateOp::unit) && ranges_on(right))) {
        count_from_end(left);
        if (left.op == DateOp::text) left.op = DateOp::same;
        if (left.op == DateOp::offset && left.shift.value_or(1) > 0 && is_weekday(other)) make_coming(other);
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

  // "64 days from [21 November to 31 January]", «die Woche vom [6. bis 10. April]»
  bool ranges_on(int i) const {
    const auto end = next_root(i);
    return end >= 0 && gap_between(readings_[static_cast<std::size_t>(i)],
                                   readings_[static_cast<std::size_t>(end)]) == Gap::range;
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
  // "a week from Tuesday"
  static void make_coming(DateReading& weekday) {
    weekday.op = DateOp::near;
    weekday.shift = 1;
    weekday.coming = true;
  }
  static bool open_year(const DateReading& r) {
    return r.op == DateOp::calendar && !r.names_year() && r.container < 0 && !r.shift;
  }

  // "this Friday, March 13"
  static bool is_near_weekday(const DateReading& left, const DateReading& right) {
    return left.op == DateOp::near && left.weekday && right.month;
  }
  // «Freitag, 25. Februar», "Tuesday the 19th"
  static bool weekday_of(const DateReading& left, Gap gap, const DateReading& right) {
    return (is_weekday(left) || is_near_weekday(left, right)) && right.day && right.op == DateOp::calendar &&
           right.unit == CalendarUnit::day && !right.weekday &&
           (gap == Gap::space || gap == Gap::comma || gap == Gap::of);
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

  // «year to» of "the first months of the year to 5 million"
  static bool lacks_its_end(const DateReading& r) {
    return r.op == DateOp::ending && r.container < 0 && !r.month;
  }

  static bool part_of(const DateReading& part, Gap gap, const DateReading& whole) {
    if (part.container >= 0 || whole.op == DateOp::range || lacks_its_end(whole)) return false;
    const bool of = gap == Gap::of || gap == Gap::in || gap == Gap::space;
    switch (part.op) {
      case DateOp::part:
        return (gap == Gap::of || gap == Gap::space || gap == Gap::dash || gap == Gap::apostrophe) &&
               whole.op != DateOp::part;
      case DateOp::unit:  // «die Woche vom 6. Oktober»
        return part.unit < CalendarUnit::quarter && whole.day && part.unit > whole.unit &&
               (gap == Gap::of || gap == Gap::begins);
      case DateOp::same:
        return of && is_year(whole);
      case DateOp::text:
        return of && is_year(whole) && is_same_part(part);
      case DateOp::ending:
        return of && (whole.month || whole.op == DateOp::part || whole.unit == CalendarUnit::month ||
                      ends_years(part, whole) || (part.unit == CalendarUnit::week && is_weekday(whole)));
      case DateOp::offset:  // "three years from 1987" is how long, not when
        if (part.base == DateBase::published) return gap == Gap::space && counts_from(part, whole);
        return part.base == DateBase::next && of && whole.op != DateOp::part && whole.op != DateOp::unit &&
               !(whole.year && is_year(whole) && part.shift.value_or(1) > 0);
      case DateOp::near:
      case DateOp::window:
        return of && whole.unit > part.unit && (part.nth != 0 || last_of(part, gap, whole));
      case DateOp::calendar:
        return calendar_part_of(part, gap, whole);
      default:
        return false;
    }
  }

  // "20 years ago today", "a year ago Friday"
  static bool counts_from(const DateReading& offset, const DateReading& day) {
    return offset.rule->from_day && (is_today(day) || is_weekday(day));
  }

  // "the five years to 2023"
  static bool ends_years(const DateReading& part, const DateReading& whole) {
    const bool years = part.unit == CalendarUnit::year && part.count > 1;
    return (years || part.unit == CalendarUnit::decade) && whole.year && is_year(whole);
  }

  // «im Geschäftsjahr 2024/25 (bis Ende September)», «… (30. September)»: two mentions
  static bool ends_account(const DateReading& account, Gap gap, const DateReading& end) {
    if (gap != Gap::ends && !(gap == Gap::bracket && end.day && end.month)) return false;
    return account.fiscal && account.year && is_year(account) && account.op == DateOp::calendar &&
           !end.names_year() && (end.month || end.op == DateOp::part);
  }

  // «im gleichen Quartal | 2019»: the quarter that was told, of another year than told.
  static bool is_same_part(const DateReading& part) {
    return part.op == DateOp::text && part.rule->reach == DateReach::only && part.shift == 0 &&
           part.unit >= CalendarUnit::month && part.unit < CalendarUnit::year;
  }

  // «letzte Woche im Juli», "the last four months of 2021": not the week before this one.
  static bool last_of(const DateReading& part, Gap gap, const DateReading& whole) {
    const bool named = part.month || part.season || !part.holiday.empty();
    const bool before_year = part.op == DateOp::window && whole.year && is_year(whole);
    return part.shift && *part.shift < 0 && !named && (gap != Gap::space || before_year) &&
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
    const bool half_month = part.unit == CalendarUnit::half && whole.unit == CalendarUnit::month;
    if (part.nth) return of && (whole.unit > part.unit || half_month) && !part.names_year();
    if (is_weekday(part)) return (of || gap == Gap::on) && whole.unit == CalendarUnit::week;
    if (!open_year(part)) return false;
    if (part.day && !part.month) return of && whole.unit == CalendarUnit::month && whole.op != DateOp::offset;
    if (whole.op == DateOp::offset)  // «im März vor zwei Jahren», "Christmas two years ago"
      return of && is_year(whole) && whole.base == DateBase::published &&
             (part.month || part.season || !part.holiday.empty());
    return near && is_year(whole) && part.unit < CalendarUnit::year && !(gap == Gap::space && whole.weak);
  }

  // "2016 June", "next week on Friday", "last year's third quarter"
  static bool part_follows(const DateReading& whole, Gap gap, const DateReading& part) {
    if (whole.op == DateOp::part || whole.op == DateOp::range || whole.op == DateOp::ending ||
        part.container >= 0 ||
        (whole.op == DateOp::calendar && whole.container >= 0 && whole.unit != CalendarUnit::week))
      return false;
    if (whole.unit == CalendarUnit::week && is_weekday(part))
      return gap == Gap::space || gap == Gap::on || gap == Gap::dash || gap == Gap::possessive ||
             gap == Gap::apostrophe;
    if (whole.op == DateOp::offset && whole.unit <= CalendarUnit::week && is_weekday(part))
      return gap == Gap::on;  // "three weeks after Christmas on Friday"
    if (part.op == DateOp::offset && part.base == DateBase::published)  // «heute vor 25 Jahren»
      return (gap == Gap::space || gap == Gap::in) && is_today(whole) && !whole.weak && !part.weekday;
    if (!is_year(whole) || whole.op == DateOp::unit) return false;
    const bool finer = part.op == DateOp::calendar && !part.names_year() && !part.shift && !part.day &&
                       part.unit > CalendarUnit::day && part.unit < CalendarUnit::year;
    if (!finer) return false;
    if (gap == Gap::possessive || gap == Gap::apostrophe) return true;
    if (whole.names_year())
      return gap == Gap::space || gap == Gap::dash || (gap == Gap::comma && part.month != 0);
    return gap == Gap::in && (part.month || part.season);
  }

  // "2027 or later"
  void make_open(DateReading& reading, const DateReading& onward, int onward_index) {
    if (reading.op == DateOp::part || reading.op == DateOp::unit || reading.weak) return;
    (onward.shift.value_or(1) > 0 ? reading.open_end : reading.open_begin) = true;
    reading.span.end = onward.span.end;
    reading.last = onward.last;
    mark_part(onward_index);
  }

  void make_part(DateReading& part, DateReading& whole, int whole_index) {
    if (part.op == DateOp::part && !whole.weekday) whole.first = part.first;  // «seit |Ende April|»
    if (part.op == DateOp::part && part.shift && whole.op == DateOp::unit) whole.at_end = true;
    if (part.op == DateOp::ending) whole.in_range = true;  // «zwölf Monate bis Juni» may be over
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

  // --- neighbours of one year

  // Right to left, so that all of "the first, second and third quarters of 2024" have its year.
  void share_years() {
    for (auto i = static_cast<int>(readings_.size()) - 2; i >= 0; --i) {
      const auto right = is_part(i) ? -1 : next_root(i);
      if (right < 0) continue;
      auto& left = readings_[static_cast<std::size_t>(i)];
      auto& other = readings_[static_cast<std::size_t>(right)];
      const auto gap = gap_between(left, other);
      if ((gap != Gap::also && gap != Gap::comma) || is_range(left, other)) continue;
      const bool later = left.unit == other.unit && left.nth > 0 && other.nth > left.nth;
      if (open_year(left) && ((left.month && other.month >= left.month && other.year) ||
                              (left.season && other.season > left.season && other.year) ||
                              (later && is_part_of_year(other) && !open_year(other))))
        share_year(left, other);
      else if (later && open_year(other) && is_part_of_year(left) && gap == Gap::also && !open_year(left))
        share_year(other, left);
      else if ((later && open_year(other) && open_year(left) && is_part_of_year(left)) ||
               follows_month(left, other) || (gap == Gap::also && follows_weekday(left, other)))
        other.follows = i;
    }
  }

  // "in May, June and July": in that order.
  static bool follows_month(const DateReading& left, const DateReading& right) {
    const auto month_alone = [](const DateReading& r) {
      return open_year(r) && r.month && !r.day && !r.nth && r.unit == CalendarUnit::month;
    };
    constexpr unsigned kLate = 10, kEarly = 3;
    return month_alone(left) && month_alone(right) &&
           (left.month < right.month || (left.month >= kLate && right.month <= kEarly));
  }
  // "on Tuesday and Wednesday", "next Tuesday or Wednesday"
  static bool follows_weekday(const DateReading& left, const DateReading& right) {
    const bool named = left.weekday && !left.day && !left.month && !left.nth && left.container < 0 &&
                       (left.op == DateOp::calendar || left.op == DateOp::near);
    return named && is_weekday(right) && left.weekday < right.weekday;
  }

  static bool is_part_of_year(const DateReading& r) {
    return r.op == DateOp::calendar && (r.unit == CalendarUnit::quarter || r.unit == CalendarUnit::half);
  }
  // «am 29. Mai und 3. Juni 2015», "Q1 and Q2 2024", "the 1987 first and second halves"
  static void share_year(DateReading& reading, const DateReading& named) {
    reading.year = named.year;
    reading.container = named.container;
    reading.weak = false;
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
      if (is_range(left, other)) make_range(i, right);
      i = right;
    }
  }

  bool is_range(const DateReading& left, const DateReading& right) const {
    const auto bounded = [](const DateReading& r) {
      return r.op != DateOp::range && r.op != DateOp::vague && r.op != DateOp::onward &&
             r.op != DateOp::unit && r.op != DateOp::window && (r.op != DateOp::part || r.container >= 0) &&
             !r.year_end;
    };
    if (!bounded(left) || !bounded(right)) return false;
    if (right.weak && right.op == DateOp::calendar) return false;
    const bool since_now = left.op == DateOp::near && opens_range(left);  // "between now and May"
    if (left.weak && !since_now && !(left.day && (right.day || right.month))) return false;
    switch (gap_between(left, right)) {
      case Gap::range:
        return !leads_back(left, right) && !is_level(left, right) && !is_moved(left);
      case Gap::dash:  // "March 3 - Today's cut" is a dateline and its text
        return (left.unit == right.unit || (left.month && right.month)) && !is_today(left) &&
               !(left.day && is_today(right));
      case Gap::also:
        return opens_range(left);
      default:
        return false;
    }
  }

  static bool is_today(const DateReading& r) {
    return r.op == DateOp::near && r.unit == CalendarUnit::day && !r.weekday;
  }

  // "brought forward from 2029 to 2021"
  static bool leads_back(const DateReading& left, const DateReading& right) {
    return left.op == DateOp::calendar && right.op == DateOp::calendar && left.year && right.year &&
           *left.year > *right.year && left.container < 0 && right.container < 0;
  }

  // "will recover next year to the 1986 level": nobody gives a year as the end of a stretch with an article.
  bool is_level(const DateReading& left, const DateReading& right) const {
    return left.op == DateOp::near && right.year && right.op == DateOp::calendar && is_year(right) &&
           lexicon().has(text_.tokens[right.first - 1], rules_.article);
  }

  // "delayed its flotation from 1988 to 1990"
  bool is_moved(const DateReading& left) const {
    constexpr std::uint32_t kReach = 8;  // tokens
    for (auto i = left.first; i-- > sentence_.first && i + kReach >= left.first;)
      if (lexicon().has(text_.tokens[i], rules_.move)) return true;
    return false;
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
    // Whether it is past or to come, the words around the whole tell: not «bis» within it.
    for (const auto copy : {begin_copy, end_copy}) {
      readings_[static_cast<std::size_t>(copy)].first = range.first;
      readings_[static_cast<std::size_t>(copy)].last = range.last;
      readings_[static_cast<std::size_t>(copy)].in_range = true;
      const auto& end_of_range = readings_[static_cast<std::size_t>(copy)];
      if (end_of_range.op == DateOp::part && end_of_range.container >= 0)
        readings_[static_cast<std::size_t>(end_of_range.container)].in_range = true;
    }
    mark_part(begin_copy);
    mark_part(end_copy);
    mark_part(left);
    readings_[static_cast<std::size_t>(right)] = range;
  }

  const Text& text_;
  const Sentence& sentence_;
  const DateRules& rules_;
  std::vector<DateReading>& readings_;
  std::vector<bool> parts_;
};

}  // namespace

void join_dates(const Text& text, const Sentence& sentence, std::vector<DateReading>& readings) {
  if (readings.size() > 1) Joiner(text, sentence, readings).join();
}

}  // namespace gegenprobe::extract
