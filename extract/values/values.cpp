// Rules find the words; amount_reading turns their groups into values, value_neighbours gives an amount
// without unit that of its neighbour, value_qualifier reads «rund» and "up to". All words come from lists.
#include "extract/values/values.h"

#include <algorithm>
#include <charconv>

#include "extract/values/amount_reading.h"
#include "extract/values/value_neighbours.h"
#include "extract/values/value_qualifier.h"

namespace gegenprobe::extract {
namespace {

// «hat 2024 Aufträge hereingeholt»: a year beside a noun. Round numbers («2000 Stellen») stay figures.
bool is_year(const RuleMatch& match, const FoundValue& found) {
  const auto number = match.group("number");
  if (found.mention.kind != MentionKind::quantity || number.size() != 4 || !match.group("scale").empty())
    return false;
  int year = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), year);
  return error == std::errc{} && end == number.data() + number.size() && year > 1990 && year < 2040 &&
         year % 50 != 0;
}

constexpr std::size_t kMostValues = 4;  // of a sentence, nearly always

class Finder {
 public:
  Finder(const Text& text, const Sentence& sentence, ValueContext& context)
      : place_(text, sentence), context_(context), reader_(place_, context) {}

  void run(std::vector<Mention>& out) {
    scan();
    if (found_.empty() && !context_.counted_last && !(numbers_ && place_.names_a_count())) return;
    ValueNeighbours(place_, context_, found_).settle();
    for (auto& found : found_) {
      qualify(place_, found);
      remember(found);
      out.push_back(std::move(found.mention));
    }
  }

 private:
  void scan() {
    const auto& set = place_.rules.set(RuleKind::value);
    RuleMatch match;
    for (auto i = place_.sentence.first; i < place_.sentence.last; ++i) {
      const Token& token = place_.token(i);
      const bool number = token.is(TokenClass::number);
      numbers_ |= number;
      if (!number && !sets_off(token, RuleKind::value)) continue;
      const bool told_twice = !place_.can_begin(i);
      if ((told_twice && !behind_slash(i)) || lone_article(i) || behind_magnitude(i) || is_numbered(i))
        continue;
      if (!set.match_at(place_.text.utf8, place_.text.folded, token.begin, place_.sentence.span.end, match))
        continue;
      auto value = read(match);
      if (!value) value = next_best(set, token.begin, match);
      if (!value || (told_twice && value->mention.kind != MentionKind::money)) continue;
      value->first = i;
      value->last = place_.token_after(i, match.span.end);
      const bool model = value->mention.kind == MentionKind::quantity && names_model(i);
      i = value->last - 1;
      if (model) continue;
      if (found_.empty()) found_.reserve(kMostValues);
      found_.push_back(std::move(*value));
    }
  }

  std::optional<FoundValue> read(const RuleMatch& match) const {
    auto value = reader_.read(match);
    if (value && is_year(match, *value)) return std::nullopt;
    return value;
  }

  // «$70-a-share»: where the longest match is none after all, a shorter one may be.
  std::optional<FoundValue> next_best(const RuleSet& set, std::uint32_t at, RuleMatch& match) const {
    if (match.rule->attribute("else_shorter") != "true") return std::nullopt;
    const auto all = set.all_at(place_.text.utf8, place_.text.folded, at, place_.sentence.span.end);
    std::vector<RuleMatch> others(all.begin(), all.end());
    std::ranges::stable_sort(others, std::greater{}, [](const RuleMatch& m) { return m.whole.end; });
    for (const auto& other : others) {
      if (other.rule == match.rule) continue;
      if (auto value = read(other)) return match = other, value;
    }
    return std::nullopt;
  }

  // «5 Mio. Euro/5,8 Mio. Dollar»
  bool behind_slash(std::uint32_t i) const {
    return !found_.empty() && found_.back().last + 1 == i && place_.text.is(place_.token(i - 1), "/") &&
           found_.back().mention.kind == MentionKind::money;
  }

  // «Artikel 16 g», "Figure 4c"
  bool is_numbered(std::uint32_t i) const {
    return i > place_.sentence.first && place_.token(i).is(TokenClass::number) &&
           place_.has(i - 1, place_.words.numbered);
  }

  // "six A330-300 aircraft", "175 Boeing 737-800 aircraft": digits of a name, with a hyphen between.
  bool names_model(std::uint32_t i) const {
    const auto hyphen_at = [&](std::uint32_t at) {
      return place_.inside(at) && (place_.token(at).shape & kGlued) &&
             place_.text.of(place_.token(at)) == "-";
    };
    const auto is_number = [&](std::uint32_t at) { return place_.token(at).is(TokenClass::number); };
    if (i < place_.sentence.first + 2 || !is_number(i)) return false;
    if (hyphen_at(i - 1) && (place_.token(i).shape & kGlued) && is_number(i - 2))
      return (place_.token(i - 2).shape & kGlued) && i - 2 > place_.sentence.first &&
             place_.token(i - 3).is(TokenClass::word) && (place_.token(i - 3).shape & kCapital);
    constexpr int kDigits = 3;  // no fraction ("2-1/2")
    if (!hyphen_at(i + 1) || !place_.inside(i + 2) || !is_number(i + 2) || place_.token(i).size < kDigits ||
        place_.token(i + 2).size < kDigits)
      return false;
    const Token& before = place_.token(i - 1);
    const bool name = before.is(TokenClass::word) && (before.shape & kCapital) &&
                      i - 1 > place_.sentence.first &&
                      !place_.lexicon.has(before, place_.lexicon.tag("month"));  // "in May 300-400 jobs"
    return !(place_.token(i).shape & kGlued) && (name || is_number(i - 1));
  }

  // «ein», "a": an article nearly always, a number only before what can be counted by one, or another number
  // that it goes up to («ein bis zwei»). "A$" is none.
  bool lone_article(std::uint32_t i) const {
    if (!place_.has(i, place_.words.article)) return false;
    if (!place_.inside(i + 1)) return true;
    const bool hyphen = place_.text.of(place_.token(i + 1)) == "-";  // «ein- bis zweihundert»
    if (place_.inside(i + 2 + hyphen) && place_.has(i + 1 + hyphen, place_.words.range_word) &&
        place_.has(i + 2 + hyphen, place_.words.number_start))
      return false;
    const Token& next = place_.token(i + 1);
    const bool sign = next.is(TokenClass::symbol) && (next.shape & kGlued) != 0;
    return !sign && !place_.lexicon.has_any(next, place_.words.counted);
  }

  // «mehrere tausend Besucher»: no thousand.
  bool behind_magnitude(std::uint32_t i) const {
    return i > place_.sentence.first && place_.token(i).is(TokenClass::word) &&
           place_.has(i, place_.words.number_start) && place_.has(i - 1, place_.words.magnitude);
  }

  void remember(const FoundValue& found) {
    const auto& amount = found.amount();
    if (found.mention.kind == MentionKind::quantity) {
      context_.counted = amount.unit;
      context_.counted_rule = found.mention.rule;
      context_.counted_paragraph = place_.sentence.paragraph;
      context_.counted_last = place_.is_counted(amount.unit);
    }
    if (found.mention.kind != MentionKind::money || amount.basis == CurrencyBasis::none) return;
    context_.counted_last = false;
    context_.currency = amount.unit;
    context_.paragraph = place_.sentence.paragraph;
    if (amount.basis == CurrencyBasis::stated &&
        std::ranges::find(context_.stated, amount.unit) == context_.stated.end())
      context_.stated.push_back(amount.unit);
  }

  const ValuePlace place_;
  ValueContext& context_;
  const AmountReader reader_;
  bool numbers_ = false;  // a number in digits stands in the sentence
  std::vector<FoundValue> found_;
};

}  // namespace

void find_values(const Text& text, const Sentence& sentence, ValueContext& context,
                 std::vector<Mention>& mentions) {
  Finder(text, sentence, context).run(mentions);
}

}  // namespace gegenprobe::extract
