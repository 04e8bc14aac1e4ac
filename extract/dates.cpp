#include "extract/dates.h"

#include <algorithm>
#include <utility>

#include "extract/date_reading.h"

namespace gegenprobe::extract {
namespace {

constexpr int kHistoryYears = 3;  // years before publication that make a text tell history

// «1864» as a heading; «Am 3. Mai 1864 …», «1864 begann …»; but not «ein Gesetz von 1881».
DateScene scene_of(const DateReading& reading, const DateValue& value, const Sentence& sentence) {
  constexpr std::uint32_t kOpening = 3;  // tokens
  using enum DateScene;
  if (!value.from || value.relative) return none;
  if (reading.month && reading.names_year()) return passing;
  if (value.granularity != Granularity::year || reading.first >= sentence.first + kOpening) return none;
  return reading.last - reading.first == sentence.last - sentence.first ? chapter : passing;
}

// «in zwei Jahren»: when, or how long? A date if the clause looks ahead; "the first profit in eight years"
// does not, nor does what was done in a time.
bool tells_duration(const DateReading& reading, const DateContext& context) {
  if (!reading.ahead) return false;
  const auto& lexicon = context.sentence.rules->lexicon();
  const auto& rules = context.sentence.rules->tags<DateRules>();
  constexpr std::uint32_t kReach = 8;  // tokens
  for (std::uint32_t back = 1; back <= kReach && reading.first >= context.sentence.first + back; ++back)
    if (lexicon.has(context.text.tokens[reading.first - back], rules.superlative)) return true;
  return direction_of(reading, context) == Direction::past;
}

bool refers_back(const DateReading& reading) {
  return reading.op == DateOp::text || reading.op == DateOp::same ||
         (reading.op == DateOp::offset && reading.base == DateBase::text);
}

}  // namespace

DateFinder::DateFinder(const Text& text, std::optional<Day> published) : text_(text), published_(published) {
  find_narrative();
  find_fiscal_year();
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
    if (lexicon.has(token, rules.fiscal_cue)) return true;
    if (i > sentence.first && lexicon.has(token, rules.fiscal_cue_after_unit) &&
        lexicon.has(text_.tokens[i - 1], rules.unit))
      return true;
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
      const auto& end =
          reading.container >= 0 ? readings[static_cast<std::size_t>(reading.container)] : reading;
      const int months = reading.unit == CalendarUnit::year ? 12 : reading.count;
      const unsigned month = end.month ? end.month : 0;
      if (!month || months <= best || (months != 12 && months != 6 && months != 9)) continue;
      best = months;
      fiscal_end_ = (month + static_cast<unsigned>(12 - months) + 11) % 12 + 1;
    }
  }
}

void DateFinder::find(const Sentence& sentence, std::vector<Mention>& mentions) {
  const auto readings = read_dates(text_, sentence);
  if (!readings.empty()) {
    const DateContext context{text_, sentence, published_, narrative_, fiscal_end_, sentence_, known_};
    for (const auto& reading : readings) {
      if (reading.weak || tells_duration(reading, context)) continue;
      auto value = resolve(reading, readings, context);
      known_.push_back({value, refers_back(reading), scene_of(reading, value, sentence), sentence_});
      mentions.push_back({MentionKind::date, reading.span, reading.rule->rule->name, std::move(value)});
    }
  }
  ++sentence_;
}

}  // namespace gegenprobe::extract
