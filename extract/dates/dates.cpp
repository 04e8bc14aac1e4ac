#include "extract/dates/dates.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "extract/companies/gazetteer.h"
#include "extract/dates/date_anchors.h"
#include "extract/dates/date_direction.h"
#include "extract/dates/date_reading.h"
#include "extract/dates/date_resolver.h"

namespace gegenprobe::extract {
namespace {

constexpr int kHistoryYears = 3;  // years before publication that make a text tell history

// "The war converged in 1781 at Yorktown": a history goes on there, by small steps; "papers declassified in
// 2005" are no part of it.
bool frames_history(const DateReading& reading, const DateValue& value, const DateContext& context) {
  constexpr int kStep = 3;  // years
  const auto& rules = context.sentence.rules->tags<DateRules>();
  if (!context.sentence.rules->lexicon().has(context.text.tokens[reading.first - 1], rules.frame))
    return false;
  const auto now = year_of_text(context);
  if (now && std::abs(year_of(*value.from) - *now) > kStep) return false;
  return direction_of(reading, context) == Direction::past;
}

// "operations for 1777", "the 1777 campaign", "the first of the 1777 campaigns": of whatever it is the year,
// the text is there.
bool is_told_again(const DateValue& value, const DateContext& context) {
  constexpr int kTimes = 2;  // before
  int times = 0;
  for (auto it = context.known.rbegin(); it != context.known.rend() && times < kTimes; ++it) {
    if (it->value.granularity != Granularity::year || it->value.relative || !it->value.from) continue;
    if (it->value.from != value.from) return false;
    ++times;
  }
  return times == kTimes;
}

// «1953 kamen …», "In 1953, …": outside a history, what frames no more than its sentence.
bool opens_sentence(const DateReading& reading, const DateValue& value, const DateContext& context) {
  if (value.granularity != Granularity::year) return false;
  const auto first = context.sentence.first;
  return reading.first == first ||
         (reading.first == first + 1 &&
          context.sentence.rules->lexicon().has(context.text.tokens[first],
                                                context.sentence.rules->tags<DateRules>().frame));
}

// «1864» as a heading; «Am 3. Mai 1864 …», «1864 begann …», "converged in 1781 at Yorktown"; but not «ein
// Gesetz von 1881».
DateScene scene_of(const DateReading& reading, const DateValue& value, const DateContext& context) {
  constexpr std::uint32_t kOpening = 3;  // tokens
  using enum DateScene;
  const auto& sentence = context.sentence;
  if (!value.from || value.relative) return none;
  if (context.published && !context.narrative)
    return opens_sentence(reading, value, context) ? passing : none;
  if (reading.month && reading.names_year()) return passing;
  if (reading.month && context.narrative && year_of(*value.from) != year_of_text(context)) return passing;
  if (value.granularity != Granularity::year) return none;
  if (reading.last - reading.first == sentence.last - sentence.first) return chapter;
  if (reading.first < sentence.first + kOpening) return passing;
  return frames_history(reading, value, context) || is_told_again(value, context) ? passing : none;
}

// "rose 40 percent in twelve years", «30 Prozent in 13 Monaten»: in so long a time.
bool follows_measure(const DateReading& reading, const DateContext& context) {
  const auto& lexicon = context.sentence.rules->lexicon();
  const auto measure = context.sentence.rules->tags<DateRules>().measure;
  if (reading.op != DateOp::offset || reading.first < context.sentence.first + 2) return false;
  return lexicon.has(context.text.tokens[reading.first - 2], measure);
}

// «in zwei Jahren»: when, or how long? A date if the clause looks ahead; "the first profit in eight years"
// does not, nor does what was done in a time.
bool tells_duration(const DateReading& reading, const DateContext& context) {
  if (!reading.ahead) return false;
  const auto& lexicon = context.sentence.rules->lexicon();
  const auto& rules = context.sentence.rules->tags<DateRules>();
  constexpr std::uint32_t kReach = 8;  // tokens
  if (follows_measure(reading, context)) return true;
  for (std::uint32_t back = 1; back <= kReach && reading.first >= context.sentence.first + back; ++back)
    if (lexicon.has(context.text.tokens[reading.first - back], rules.superlative)) return true;
  const auto told = direction_of(reading, context);
  // «innerhalb von drei Wochen» may hold for all times.
  if (reading.op == DateOp::window && !context.entry) return told != Direction::future;
  return told == Direction::past;
}

// "in the first half", without a word of which year; also "early in" it.
bool could_be_of_a_match(const DateReading& reading, const std::vector<DateReading>& readings) {
  if (reading.op == DateOp::part && reading.container >= 0)
    return could_be_of_a_match(readings[static_cast<std::size_t>(reading.container)], readings);
  return reading.op == DateOp::calendar && reading.nth > 0 && reading.container < 0 && !reading.year &&
         !reading.fiscal && (reading.unit == CalendarUnit::half || reading.unit == CalendarUnit::quarter);
}

// "the first half of Thursday's game"
bool is_of_a_match(const DateReading& reading, const DateContext& context) {
  constexpr std::uint32_t kReach = 5;  // tokens
  const auto& lexicon = context.sentence.rules->lexicon();
  const auto& rules = context.sentence.rules->tags<DateRules>();
  const auto last = std::min(context.sentence.last, reading.last + kReach);
  for (auto i = reading.last; i < last; ++i)
    if (lexicon.has(context.text.tokens[i], rules.match)) return true;
  return false;
}

// Only a year, half or quarter that is not over matters here: what results are of.
bool could_be_ahead(const DateValue& value, std::optional<Day> published) {
  if (!value.to || !published || *value.to <= *published) return false;
  return value.granularity == Granularity::year || value.granularity == Granularity::half ||
         value.granularity == Granularity::quarter;
}

bool refers_back(const DateReading& reading) {
  return reading.op == DateOp::text || reading.op == DateOp::same ||
         (reading.op == DateOp::offset && reading.base == DateBase::text);
}

// «14.10. - 15.10.», "Thanksgiving": nothing is told to have happened there.
bool holds_dates_only(const Text& text, const Sentence& sentence, const std::vector<DateReading>& readings) {
  const auto& lexicon = sentence.rules->lexicon();
  const auto& rules = sentence.rules->tags<DateRules>();
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const Token& token = text.tokens[i];
    const bool dated = std::ranges::any_of(
        readings, [&](const DateReading& reading) { return i >= reading.first && i < reading.last; });
    if (!dated && !token.is(TokenClass::punctuation) && !lexicon.has(token, rules.entry_word)) return false;
  }
  return true;
}

// "09-30" ends with September.
unsigned month_of_year_end(std::string_view year_end) {
  return year_end.size() == 5 ? static_cast<unsigned>((year_end[0] - '0') * 10 + (year_end[1] - '0')) : 12;
}

}  // namespace

DateFinder::DateFinder(const Text& text, std::optional<Day> published, const std::vector<Mention>& companies)
    : text_(text), published_(published) {
  find_narrative();
  find_fiscal_year();
  find_own_years(companies);
}

void DateFinder::find_own_years(const std::vector<Mention>& companies) {
  struct Named {
    std::size_t mentions = 0;
    std::uint32_t first = ~0u;
    unsigned month = 12;
  };
  std::map<std::string_view, Named> known_firms, others;
  const auto note = [](Named& named, const Mention& mention) {
    ++named.mentions;
    named.first = std::min(named.first, mention.span.begin);
  };
  for (const auto& mention : companies) {
    const auto* company = mention.company();
    if (!company) continue;
    if (!company->known) {
      note(others[company->entity], mention);
      continue;
    }
    const auto& known = *company->known;
    own_years_.push_back({mention.span.begin, month_of_year_end(known.year_end)});
    Named& named = known_firms[known.key];
    note(named, mention);
    named.month = month_of_year_end(known.year_end);
  }
  std::ranges::sort(own_years_, {}, &OwnYear::begin);
  Named main;
  const auto of_text = [&](const Named& named) {
    return named.mentions > main.mentions || (named.mentions == main.mentions && named.first < main.first);
  };
  for (const auto& [entity, named] : known_firms)
    if (of_text(named)) main = named;
  main_fiscal_end_ = main.month;
  // Of a firm of no list nothing is known: where the text is about it, it has the calendar's year, whatever
  // that of the bank is whose analysts speak.
  if (main.mentions && std::ranges::any_of(others, [&](const auto& other) {
        return other.second.first < main.first && other.second.mentions >= main.mentions;
      }))
    main_fiscal_end_ = 12;
}

// The year of the company that the sentence names last before the date, else first; else of the one that the
// text is about. What the text itself tells goes before.
unsigned DateFinder::fiscal_end_at(const Sentence& sentence, const DateReading& reading) const {
  if (fiscal_end_) return fiscal_end_;
  auto next = std::ranges::lower_bound(own_years_, reading.span.begin, {}, &OwnYear::begin);
  if (next != own_years_.begin() && std::prev(next)->begin >= sentence.span.begin)
    return std::prev(next)->month;
  if (next != own_years_.end() && next->begin < sentence.span.end) return next->month;
  return main_fiscal_end_;
}

// By another date of the text, as "25/12/2019"; else by the words and signs of those who write so.
bool DateFinder::day_stands_first() {
  if (!day_first_) {
    DateOrderSigns signs;
    for (const auto& sentence : text_.sentences) count_order_signs(sentence, signs);
    day_first_ = signs.day_first != signs.month_first ? signs.day_first > signs.month_first
                                                      : signs.british > 1 && signs.american == 0;
  }
  return *day_first_;
}

void DateFinder::count_order_signs(const Sentence& sentence, DateOrderSigns& signs) const {
  const auto& lexicon = sentence.rules->lexicon();
  const auto& rules = sentence.rules->tags<DateRules>();
  const auto value = [&](std::size_t i) {
    const Token& token = text_.tokens[i];
    if (!token.is(TokenClass::number) || token.size > 2) return 0;
    const auto digits = text_.of(token);
    return digits.size() == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + digits[1] - '0';
  };
  for (auto i = sentence.first; i < sentence.last; ++i) {
    signs.british += lexicon.has(text_.tokens[i], rules.day_first_cue);
    signs.american += lexicon.has(text_.tokens[i], rules.month_first_cue);
    const int first = value(i), second = first && i + 2 < sentence.last ? value(i + 2) : 0;
    const auto mark = second ? text_.of(text_.tokens[i + 1]) : std::string_view{};
    if (!second || (mark != "/" && mark != "-" && mark != ".")) continue;
    signs.day_first += first > 12 && first <= 31 && second <= 12;
    signs.month_first += second > 12 && second <= 31 && first <= 12;
  }
}

// "offside", "touchdown": one such word may stand anywhere, not two.
bool DateFinder::tells_of_a_match() {
  if (!of_a_match_) {
    int words = 0;
    for (const auto& sentence : text_.sentences) {
      const auto& lexicon = sentence.rules->lexicon();
      const auto tag = sentence.rules->tags<DateRules>().match_word;
      for (auto i = sentence.first; i < sentence.last && words < 2; ++i)
        words += lexicon.has(text_.tokens[i], tag);
    }
    of_a_match_ = words > 1;
  }
  return *of_a_match_;
}

// A history names many years, nearly all of them well before its publication.
void DateFinder::find_narrative() {
  if (!published_) return;
  int far = 0, near = 0;
  for (const Token& token : text_.tokens) {
    if (!token.is(TokenClass::number) || token.size != 4) continue;
    const auto digits = text_.of(token);
    const int year =
        (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + (digits[3] - '0');
    if (year < 1400 || year > year_of(*published_) + 5) continue;
    ++(year + kHistoryYears <= year_of(*published_) ? far : near);
  }
  narrative_ = far >= 10 && far > 8 * near;
}

bool DateFinder::hints_at_fiscal_year(const Sentence& sentence) const {
  const auto& lexicon = sentence.rules->lexicon();
  const auto& rules = sentence.rules->tags<DateRules>();
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const Token& token = text_.tokens[i];
    if (!sets_off(token, Pass::fiscal_year) || !lexicon.has_any(token, rules.fiscal_cues)) continue;
    if (lexicon.has(token, rules.fiscal_cue)) return true;
    if (i > sentence.first && lexicon.has(text_.tokens[i - 1], rules.unit)) return true;
  }
  return false;
}

void DateFinder::find_fiscal_year() {
  int best = 0;
  for (const auto& sentence : text_.sentences) {
    if (!hints_at_fiscal_year(sentence)) continue;
    const auto readings = read_dates(text_, sentence);
    for (const auto& reading : readings) {
      if (reading.op != DateOp::ending) continue;
      const auto* end =
          reading.container >= 0 ? &readings[static_cast<std::size_t>(reading.container)] : &reading;
      // «Geschäftsjahr 2024/25 (bis Ende März)»
      const bool in_brackets = reading.rule->op == DateOp::calendar;
      if (in_brackets && !end->month && end->container >= 0)
        end = &readings[static_cast<std::size_t>(end->container)];
      const int months = reading.unit == CalendarUnit::year ? 12 : reading.count;
      const unsigned month = end->month;
      if (!month || months <= best || (months != 12 && months != 6 && months != 9)) continue;
      best = months;
      fiscal_end_ = (month + static_cast<unsigned>(12 - months) + 11) % 12 + 1;
    }
  }
}

void DateFinder::find(const Sentence& sentence, std::vector<Mention>& mentions) {
  auto readings = read_dates(text_, sentence);
  if (!readings.empty()) {
    for (auto& reading : readings)
      if (reading.either_order && day_stands_first()) reading.swap_month_and_day();
    DateContext context{text_, sentence,  published_, narrative_, holds_dates_only(text_, sentence, readings),
                        0,     sentence_, known_};
    for (const auto& reading : readings) {
      if (reading.weak || tells_duration(reading, context)) continue;
      if (could_be_of_a_match(reading, readings) && (is_of_a_match(reading, context) || tells_of_a_match()))
        continue;
      context.fiscal_end = fiscal_end_at(sentence, reading);
      auto value = resolve(reading, readings, context);
      const bool ahead =
          could_be_ahead(value, published_) && direction_of(reading, context) == Direction::future;
      known_.push_back({value, refers_back(reading), ahead, scene_of(reading, value, context), sentence_});
      mentions.push_back({MentionKind::date, reading.span, reading.rule->rule->name, value});
    }
  }
  ++sentence_;
}

}  // namespace gegenprobe::extract
