// No grammar: the nearest word that tells of past or future decides. A mark between it and the date counts
// for several words, and so does standing behind the date: «die im Januar ausbrachen, werden …».
#include "extract/dates/date_direction.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kReach = 20;        // tokens
constexpr std::uint32_t kClauseBorder = 5;  // tokens that a mark counts for
constexpr std::uint32_t kBehind = 3;        // tokens that standing behind the date counts for

class CueFinder {
 public:
  CueFinder(const DateReading& reading, const DateContext& context)
      : reading_(reading),
        context_(context),
        lexicon_(context.sentence.rules->lexicon()),
        rules_(context.sentence.rules->tags<DateRules>()) {}

  bool in_retrospect() const { return said_right_before() == Direction::past; }

  Direction find() {
    // «innerhalb von zwei Wochen»: what stands before these is their own.
    if (is_of_delivery()) return Direction::future;
    const bool may_be_told = !reading_.in_range && !reading_.ahead;
    if (const auto said = said_right_before(); may_be_told && said != Direction::open) return said;
    return tense();
  }

  // "climbed to 5 mln by the end of January"; but "was extended until December".
  bool in_past_tense() { return tense() == Direction::past && !is_moved() && !is_of_delivery(); }

 private:
  Direction tense() {
    std::uint32_t distance = 0;
    for (auto i = reading_.first; i > context_.sentence.first && look(i - 1, distance); --i) {
    }
    distance = reading_.first > context_.sentence.first ? kBehind : 0;
    for (auto i = reading_.last; i < context_.sentence.last && look(i, distance); ++i) {
    }
    return found_;
  }

  // «bis zum 3. Mai», "since May"
  Direction said_right_before() const {
    auto i = reading_.first;
    if (i > context_.sentence.first && lexicon_.has(token(i - 1), rules_.article)) --i;
    if (i == context_.sentence.first) return Direction::open;
    if (lexicon_.has(token(i - 1), rules_.move_to) && is_moved()) return Direction::future;
    if (lexicon_.has(token(i - 1), rules_.past_before)) return goes_on() ? Direction::open : Direction::past;
    if (i > context_.sentence.first + 1 && lexicon_.has(token(i - 1), rules_.ahead_of) &&
        lexicon_.has(token(i - 2), rules_.ahead))
      return Direction::future;
    return lexicon_.has(token(i - 1), rules_.future_before) ? Direction::future : Direction::open;
  }

  // "crude for May delivery", «Brent zur Lieferung im Mai»: whatever its price did, that is to come.
  bool is_of_delivery() const {
    if (!reading_.month) return false;
    if (reading_.last < context_.sentence.last && lexicon_.has(token(reading_.last), rules_.delivery))
      return true;
    constexpr std::uint32_t kWords = 3;  // for | delivery | in
    if (reading_.first < context_.sentence.first + kWords) return false;
    return lexicon_.has(token(reading_.first - 2), rules_.delivery) &&
           lexicon_.has(token(reading_.first - 3), rules_.delivery_for);
  }

  // «von Montag an wird gestreikt», «von Januar an stiegen»: either may be.
  bool goes_on() const {
    return reading_.last < context_.sentence.last && lexicon_.has(token(reading_.last), rules_.goes_on);
  }

  // «auf den 2. Juni verschoben», "extended the offer to April 30"
  bool is_moved() const {
    const auto first = std::max(context_.sentence.first + kReach, reading_.first) - kReach;
    const auto last = std::min(context_.sentence.last, reading_.last + 3);
    for (auto i = first; i < last; ++i)
      if (lexicon_.has(token(i), rules_.move)) return true;
    return false;
  }

  // False where nothing nearer than what was found can follow.
  bool look(std::uint32_t i, std::uint32_t& distance) {
    const bool may_say = lexicon_.has_any(token(i), rules_.direction_words);  // as few words do
    distance += may_say && is_border(i) ? kClauseBorder : 1;
    if (distance >= nearest_) return false;
    if (!may_say) return true;
    if (lexicon_.has(token(i), rules_.no_cue) || is_month(i) || is_noun_of_plan(i) || gives_reason(i) ||
        must(i) || is_of_analysts(i))
      return true;
    const bool is_future = lexicon_.has(token(i), rules_.future_cue);
    if (!is_future && (!lexicon_.has(token(i), rules_.past_cue) || is_passive_to_come(i))) return true;
    nearest_ = distance;
    found_ = is_future && !is_perfect(i) ? Direction::future : Direction::past;
    return false;
  }

  // A comma, but not that of a number.
  bool is_border(std::uint32_t i) const {
    if (!lexicon_.has(token(i), rules_.clause_mark)) return false;
    const bool within =
        (token(i).shape & kGlued) && i + 1 < context_.sentence.last && (token(i + 1).shape & kGlued);
    return !within;
  }

  // "May" is no verb within a sentence.
  bool is_month(std::uint32_t i) const {
    return i > context_.sentence.first && (token(i).shape & kCapital) && lexicon_.has(token(i), rules_.month);
  }

  // "unveiled the plan", "a growth forecast"; but "plans to close", "is forecast to fall"
  bool is_noun_of_plan(std::uint32_t i) const {
    return lexicon_.has(token(i), rules_.plan) &&
           !(i + 1 < context_.sentence.last && lexicon_.has(token(i + 1), rules_.move_to));
  }

  // "due to the holiday"; but "due to report"
  bool gives_reason(std::uint32_t i) const {
    return i + 2 < context_.sentence.last && lexicon_.has(token(i), rules_.cause) &&
           lexicon_.has(token(i + 1), rules_.move_to) && lexicon_.has(token(i + 2), rules_.event_begin);
  }

  // "below the 5.3bn expected by analysts": what they had looked for.
  bool is_of_analysts(std::uint32_t i) const {
    return i + 2 < context_.sentence.last && lexicon_.has(token(i + 1), rules_.agent) &&
           lexicon_.has(token(i + 2), rules_.unnamed_source);
  }

  // "have to go": no perfect.
  bool must(std::uint32_t i) const {
    return i + 1 < context_.sentence.last && lexicon_.has(token(i), rules_.must) &&
           lexicon_.has(token(i + 1), rules_.move_to);
  }

  // "will be redeemed", "will be formally introduced"
  bool is_passive_to_come(std::uint32_t i) const {
    constexpr std::uint32_t kWords = 2;
    for (std::uint32_t back = 1; back <= kWords && i >= context_.sentence.first + back; ++back)
      if (lexicon_.has(token(i - back), rules_.to_be)) return true;
    return false;
  }

  // "had forecast in August"
  bool is_perfect(std::uint32_t i) const {
    return i > context_.sentence.first && lexicon_.has(token(i - 1), rules_.perfect);
  }

  const Token& token(std::uint32_t i) const { return context_.text.tokens[i]; }

  const DateReading& reading_;
  const DateContext& context_;
  const Lexicon& lexicon_;
  const DateRules& rules_;
  std::uint32_t nearest_ = kReach + 1;
  Direction found_ = Direction::open;
};

}  // namespace

Direction direction_of(const DateReading& reading, const DateContext& context) {
  return CueFinder(reading, context).find();
}

bool told_in_past_tense(const DateReading& reading, const DateContext& context) {
  return CueFinder(reading, context).in_past_tense();
}

bool told_in_retrospect(const DateReading& reading, const DateContext& context) {
  return CueFinder(reading, context).in_retrospect();
}

}  // namespace gegenprobe::extract
