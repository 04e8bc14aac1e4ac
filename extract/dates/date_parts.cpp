// Searching costs a hundred times more than looking, so the words say first whether a date may begin there;
// then all rules are asked, and the longest match that suits its neighbours is taken.
#include "extract/dates/date_parts.h"

#include <algorithm>
#include <utility>

#include "extract/dates/date_words.h"

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kMostReadings = 4;  // of a sentence, nearly always

class PartFinder {
 public:
  PartFinder(const Text& text, const Sentence& sentence)
      : text_(text), sentence_(sentence), rules_(sentence.rules->tags<DateRules>()) {}

  std::vector<DateReading> find() {
    const auto& set = sentence_.rules->set(RuleKind::date);
    for (auto i = sentence_.first; i < sentence_.last; ++i) {
      if (!may_begin(i, set)) continue;
      if (auto reading = part_at(i, set)) {
        i = reading->last - 1;
        if (readings_.empty()) readings_.reserve(kMostReadings);
        readings_.push_back(*reading);
      }
    }
    return std::move(readings_);
  }

 private:
  const Lexicon& lexicon() const { return sentence_.rules->lexicon(); }

  // «in» and "a" and numbers stand everywhere.
  bool may_begin(std::uint32_t i, const RuleSet& set) const {
    const Token& token = text_.tokens[i];
    if (token.is(TokenClass::number))
      return set.starts_with_digit() && number_may_begin(i) && !inside_number(i);
    if (!sets_off(token, RuleKind::date)) return false;
    return !lexicon().has(token, rules_.weak_start) || date_word_follows(i, 8);
  }

  bool date_word_follows(std::uint32_t i, std::uint32_t words) const {
    const auto last = std::min(i + 1 + words, sentence_.last);
    for (auto next = i + 1; next < last; ++next)
      if (sets_off(text_.tokens[next], Pass::date_word) &&
          lexicon().has_any(text_.tokens[next], rules_.date_words))
        return true;
    return false;
  }

  // Four digits may be a year, eight a day. Fewer want a mark or a letter that touches them, as in «3.10.»,
  // "21st", "10/3", or a word of time soon; but «1.500» and "3,5" are numbers.
  bool number_may_begin(std::uint32_t i) const {
    const Token& token = text_.tokens[i];
    if (token.size == 4 || token.size == 8) return true;
    if (token.size > 4) return false;
    if (i + 1 >= sentence_.last || !(text_.tokens[i + 1].shape & kGlued))
      return date_word_follows(i, 4) || opens_range(i) || opens_day(i);
    const Token& next = text_.tokens[i + 1];
    if (!next.is(TokenClass::punctuation) || i + 2 >= sentence_.last) return token.size < 3;
    const Token& then = text_.tokens[i + 2];
    if (!then.is(TokenClass::number) || !(then.shape & kGlued)) return token.size < 3;
    const auto mark = text_.of(next);
    if (mark == "." && then.size == 1)
      return (i + 3 < sentence_.last && (text_.tokens[i + 3].shape & kGlued)) || date_word_follows(i, 4);
    if (mark == "-" || mark == "–") return then.size != 3 || date_word_follows(i, 6);  // "499-493 BC"
    return then.size != 3 && (mark != "," || date_word_follows(i, 4));
  }

  // «14» in «14 - 15.10.», "4" in "4 to 22 of this month"
  bool opens_range(std::uint32_t i) const {
    if (i + 2 >= sentence_.last || !text_.tokens[i + 2].is(TokenClass::number)) return false;
    const auto joiner = lexicon().value(text_.tokens[i + 1], rules_.joiner);
    return joiner == "range" || joiner == "dash";
  }

  // "31 10 1974"
  bool opens_day(std::uint32_t i) const {
    const auto is_number = [&](std::uint32_t at, std::uint32_t digits) {
      return at < sentence_.last && text_.tokens[at].is(TokenClass::number) &&
             text_.tokens[at].size == digits;
    };
    return is_number(i, 2) && is_number(i + 1, 2) && is_number(i + 2, 4);
  }

  // "COVID" in "COVID-19", "M" in "M-1"; but "Mid-19th century", "May-19", "REPORT-19 June".
  bool names_with_number(std::uint32_t i) const {
    const Token &word = text_.tokens[i], &number = text_.tokens[i + 2];
    if (i + 3 < sentence_.last && (text_.tokens[i + 3].shape & kCapital) &&
        lexicon().has(text_.tokens[i + 3], rules_.month))
      return false;
    return word.is(TokenClass::word) && (word.shape & kCapital) && number.size <= 2 &&
           !sets_off(word, RuleKind::date);
  }

  // «380» in «A380», «500» in «1.500», «5» in «$5»: no date begins there.
  bool inside_number(std::uint32_t i) const {
    if (i == sentence_.first || !(text_.tokens[i].shape & kGlued)) return false;
    const Token& before = text_.tokens[i - 1];
    if (text_.of(before) == "~") return readings_.empty() || readings_.back().last + 1 != i;
    if (!before.is(TokenClass::punctuation)) return true;
    if (i < sentence_.first + 2 || !(before.shape & kGlued)) return false;
    if (names_with_number(i - 2)) return text_.of(before) == "-";
    if (!text_.tokens[i - 2].is(TokenClass::number)) return false;
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
      auto reading = reading_of(match, i, text_, sentence_);
      if (!reading || !fits_in(*reading)) continue;
      if (best && match.whole.end == best_end && (!best->weak || reading->weak)) continue;
      best = reading;
      best_end = match.whole.end;
    }
    return best;
  }

  // What the rule asks of its words and of those before and after it.
  bool fits_in(const DateReading& reading) const {
    const DateRule& rule = *reading.rule;
    if (number_goes_on(reading)) return false;
    if (rule.weak && reading.op == DateOp::ending && !end_follows(reading.last)) return false;
    const Token* before = reading.first > sentence_.first ? &text_.tokens[reading.first - 1] : nullptr;
    const Token* after = reading.last < sentence_.last ? &text_.tokens[reading.last] : nullptr;
    if (lexicon().has(text_.tokens[reading.first], rules_.adjective) &&
        !(before && lexicon().has(*before, rules_.before_adjective)))
      return false;
    const bool marked = rule.after_mark && (!before || before->is(TokenClass::punctuation));
    if (rule.after && !marked && !in(before, *rule.after)) return false;
    if (rule.before && !in(after, *rule.before)) return false;
    if (rule.not_after && in(before, *rule.not_after)) return false;
    if (rule.not_before && in(after, *rule.not_before)) return false;
    if (!rule.before_noun && after && is_noun(*after)) return false;
    if (rule.before_mark && after && !after->is(TokenClass::punctuation)) return false;
    if (rule.capital && *rule.capital != ((text_.tokens[reading.last - 1].shape & kCapital) != 0))
      return false;
    return rule.in_compound || !in_compound(reading.last) ||
           (rule.compound_with && in(&text_.tokens[reading.last + 1], *rule.compound_with));
  }
  // "the year to |31 March|", "to |end-2024|", not "last year to |£5m|".
  bool end_follows(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 4;
    if (date_word_follows(i - 1, kReach)) return true;
    const auto is_number = [&](std::uint32_t at) {
      return at < sentence_.last && text_.tokens[at].is(TokenClass::number);
    };
    const auto joined = [&](std::uint32_t mark) {
      return is_number(mark + 1) && text_.tokens[mark].is(TokenClass::punctuation) &&
             (text_.tokens[mark].shape & kGlued);
    };
    if (!is_number(i)) return joined(i + 1) && text_.tokens[i + 2].size == 4;
    return text_.tokens[i].size == 4 || (joined(i + 1) && joined(i + 3));  // 2024, 31.3.2024
  }
  bool in(const Token* token, const TagSet& lists) const { return token && lexicon().has_any(*token, lists); }

  // As far as a capital tells: «2015 Stellen», but not «1861. Die».
  bool is_noun(const Token& token) const {
    return token.is(TokenClass::word) && (token.shape & kCapital) != 0 &&
           !lexicon().has_any(token, rules_.no_noun);
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // «2010-2015-86»
  bool links_digits(std::uint32_t i) const {
    return i + 1 < sentence_.last && text_.of(text_.tokens[i]) == "-" && (text_.tokens[i].shape & kGlued) &&
           (text_.tokens[i + 1].shape & kGlued) && text_.tokens[i + 1].is(TokenClass::number);
  }

  // «2014,5», "2015-32"; but a year may follow a year: «2014-2018»
  bool number_goes_on(const DateReading& reading) const {
    const auto last = reading.last;
    if (last + 1 >= sentence_.last || !is_digit(text_.utf8[reading.span.end - 1])) return false;
    const Token &mark = text_.tokens[last], &next = text_.tokens[last + 1];
    if (!(mark.shape & kGlued) || !(next.shape & kGlued) || !next.is(TokenClass::number)) return false;
    const auto sign = text_.of(mark);
    if (sign == "." || sign == "," || sign == ":") return true;
    if (reading.unit == CalendarUnit::year && sign == "-" && links_digits(last + 2)) return true;
    const bool whole_day = reading.day && !(reading.weekday && !reading.month);
    return (sign == "-" || sign == "/") && next.size != 4 && !whole_day;
  }

  // «2015-Modell», "2003-born"
  bool in_compound(std::uint32_t last) const {
    return last + 1 < sentence_.last && (text_.tokens[last].shape & kGlued) &&
           text_.of(text_.tokens[last]) == "-" && (text_.tokens[last + 1].shape & kGlued) &&
           text_.tokens[last + 1].is(TokenClass::word) && !sets_off(text_.tokens[last + 1], RuleKind::date);
  }

  const Text& text_;
  const Sentence& sentence_;
  const DateRules& rules_;
  std::vector<DateReading> readings_;
};

}  // namespace

std::vector<DateReading> find_date_parts(const Text& text, const Sentence& sentence) {
  return PartFinder(text, sentence).find();
}

}  // namespace gegenprobe::extract
