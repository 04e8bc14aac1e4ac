#include "extract/values/amount_reading.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/values/value_qualifier.h"

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kMostDigits = 18;  // of a number that can be kept exactly
constexpr Decimal kSmallCount{13, 0};    // numbers below it have a word of their own
constexpr Decimal kHundred{100, 0}, kThousand{1000, 0};
constexpr int kCent = -2;  // power of ten of a subunit

// The power of ten of a scale's key ("1000000" -> 6).
int power_of(std::string_view key) { return key.empty() ? 0 : static_cast<int>(key.size()) - 1; }

bool is_digit(char c) { return (c >= '0' && c <= '9') || c == '.'; }
bool has_lower(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

void scale_by(Amount& amount, int power) {
  if (amount.min) amount.min = scaled(*amount.min, power);
  if (amount.max) amount.max = scaled(*amount.max, power);
}

// From low to just under `limit`, in whole units.
void set_magnitude(std::int64_t low, std::int64_t limit, int power, Amount& amount) {
  amount.qualifier = Qualifier::magnitude;
  amount.min = Decimal{low, power};
  amount.max = add(Decimal{limit, power}, Decimal{-1, 0});
}

}  // namespace

MentionKind kind_of(const Rule& rule) {
  const auto first = rule.name.find('.');
  const auto second = rule.name.find('.', first + 1);
  return mention_kind(std::string_view(rule.name).substr(first + 1, second - first - 1))
      .value_or(MentionKind::quantity);
}

std::optional<FoundValue> AmountReader::read(const RuleMatch& match) const {
  if (is_refused(match)) return std::nullopt;
  FoundValue found;
  found.mention = {kind_of(*match.rule), match.span, match.rule->name, Amount{}};
  Amount amount;
  const auto op = match.rule->attribute("op");
  found.power = scale_power(match, "scale", GroupName("scale_glued"));
  found.letter = match.group("scale_glued");
  if (!read_bounds(match, op, found.power, amount) || is_small_count(match, amount)) return std::nullopt;
  found.counts = op == "count" || op == "count_range";
  found.bare = found.counts || op.starts_with("bare");
  found.power += read_unit(match, amount);
  if (amount.basis == CurrencyBasis::assumed && is_of_unknown_country(match))
    amount.unit.clear(), amount.basis = CurrencyBasis::none;
  found.named = found.mention.kind == MentionKind::money && amount.unit.empty() &&
                (!match.group("currency").empty() || !match.group("currency2").empty());
  if (match.rule->attribute("needs_currency") == "true" && amount.unit.empty()) {
    if (found.power == 0) return std::nullopt;
    found.bare = true;
  }
  found.mention.value = std::move(amount);
  return found;
}

// "B$5 million": letters before a sign say whose it is, though no list has them; not "for$5 million".
bool AmountReader::is_of_unknown_country(const RuleMatch& match) const {
  constexpr std::size_t kLongest = 3;
  const auto sign = token_at(match.whole.begin);
  if (sign == place_.sentence.first || !place_.token(sign).is(TokenClass::symbol) ||
      !(place_.token(sign).shape & kGlued))
    return false;
  const Token& country = place_.token(sign - 1);
  return country.is(TokenClass::word) && country.size <= kLongest && (country.shape & kCapital);
}

bool AmountReader::is_refused(const RuleMatch& match) const {
  for (const GroupName group : {GroupName("currency"), GroupName("currency2")})
    if (const auto words = match.group(group); !words.empty()) {
      const auto word = place_.lexicon.surface(words);
      if (is_no_currency(word) || (has_lower(words) && is_code_in_capitals(word)) || is_name(words))
        return true;
    }
  if (is_one_word(match)) return true;
  // «15 Prozentpunkte stellen»: a noun is no adjective, and neither is a word that joins.
  if (const auto words = match.group_span("adjective"); !words.empty() && !are_adjectives(words)) return true;
  return is_cut(match) || is_move(match) ||
         (match.rule->attribute("ends_clause") == "true" && !ends_clause(match));
}

bool AmountReader::are_adjectives(Span words) const {
  if (folded(words.of(place_.text.utf8)) != words.of(place_.text.utf8)) return false;
  for (auto i = token_at(words.begin); place_.inside(i) && place_.token(i).begin < words.end; ++i)
    if (place_.has(i, place_.words.function_word) || place_.has(i, place_.words.magnitude)) return false;
  return true;
}

// "35 M&S goods", "24703 L-202", "8 p.m.": the letter is no unit but the start of a name or number;
// "£5,001and" is not five pounds, nor "£5.1.2" five.
bool AmountReader::is_cut(const RuleMatch& match) const {
  const auto rest = match.text.substr(match.whole.end);
  if (rest.size() < 2) return rest == "&";
  const bool digit_next = rest[1] >= '0' && rest[1] <= '9';
  switch (rest[0]) {
    case '&':
      return true;
    case '-':
      return (digit_next && !match.group("unit").empty()) || is_of_a_compound(match);
    case '.':
      return has_lower(rest.substr(1, 1)) || (digit_next && is_digit(match.text[match.whole.end - 1]));
    case ',':
      return digit_next && is_digit(match.text[match.whole.end - 1]);
    default:
      return false;
  }
}

// «17 Euro-Länder», «drei BND-Agenten»: so many of them, no sum; but «500-Euro-Scheine».
bool AmountReader::is_of_a_compound(const RuleMatch& match) const {
  const auto number = match.group_span("number");
  if (match.group("currency").empty() || !match.group("scale").empty() || number.empty() ||
      match.text[number.end] != ' ')
    return false;
  const auto noun = token_at(match.whole.end) + 1;
  if (!place_.inside(noun)) return false;
  return !is_digit(match.text[number.begin]) || place_.has(noun, place_.words.currency_compound);
}

// "rose from 4.9 to 5.5 billion", "rose $2 to $37", "up by 3 million to 25 million": two values, no range
// from the one to the other.
bool AmountReader::is_move(const RuleMatch& match) const {
  const auto second = match.group_span("number2");
  if (second.empty() || !match.rule->attribute("op").ends_with("range")) return false;
  const auto at = qualifier_before(place_, token_at(match.whole.begin), place_.sentence.first).first;
  if (at == place_.sentence.first) return false;
  auto joint = token_at(second.begin);
  while (joint > at && !place_.has(joint, place_.words.moves_to)) --joint;
  if (joint == at) return false;
  if (place_.has(at - 1, place_.words.moves_from)) return moves_before(at - 1) && !follows_level(at - 1);
  // "3 to 5 million" has one unit for both, and "rose 3% to 5%" is by how much.
  if (place_.has(at - 1, place_.words.moves_by) && is_far_apart(match))
    return true;  // "fell by 200 to 5,000"
  const bool one_unit = second.begin - match.group_span("number").end == place_.token(joint).size + 2u;
  return !one_unit && match.group("percent").empty() && match.group("points").empty() &&
         place_.has(at - 1, place_.words.moves_by);
}

// No range: "by 200 to 5,000".
bool AmountReader::is_far_apart(const RuleMatch& match) const {
  constexpr std::size_t kDigits = 1;  // more digits than the other
  const auto digits = [](std::string_view number) {
    const auto end = number.find('.');
    return static_cast<std::size_t>(
        std::ranges::count_if(number.substr(0, end), [](char c) { return c >= '0' && c <= '9'; }));
  };
  const auto first = digits(match.group("number")), second = digits(match.group("number2"));
  return first > 2 && second >= first + kDigits;
}

// "to $8 to $9, up from | $7 to $8", "between 4% and 5%, up from": where it goes to is told already, and is
// not told again. "to £1.2m, and sales fell | from £8m to £6m" tells of something else.
bool AmountReader::follows_level(std::uint32_t from) const {
  constexpr std::uint32_t kReach = 8, kRange = 6;  // tokens
  bool paused = false;
  for (auto i = from; i-- > place_.sentence.first && i + kReach >= from;) {
    paused |= place_.text.is(place_.token(i), ",");
    if (!paused && place_.lexicon.has_any(place_.token(i), place_.words.new_statement)) return false;
    if (!place_.token(i).is(TokenClass::number)) continue;
    const auto digits = place_.text.of(place_.token(i));
    if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"))) continue;  // "in 2025"
    auto begin = i;
    while (begin > place_.sentence.first &&
           ((place_.token(begin).shape & kGlued) || place_.token(begin - 1).is(TokenClass::symbol)))
      --begin;
    for (auto k = begin; k > place_.sentence.first && k + kRange > begin; --k)
      if (place_.has(k - 1, place_.words.range_opener)) return true;
    return begin > place_.sentence.first && place_.has(begin - 1, place_.words.moves_to);
  }
  return false;
}

// Whether what is told before goes up or down, and does not range.
bool AmountReader::moves_before(std::uint32_t from) const {
  constexpr std::uint32_t kReach = 12;  // tokens
  for (auto i = from; i-- > place_.sentence.first && i + kReach >= from;) {
    if (place_.has(i, place_.words.ranges)) return false;
    if (place_.lexicon.has_any(place_.token(i), place_.words.moves)) return true;
  }
  return false;
}

// «dem 1. Januar», "try 5": a code that is a word too has capitals.
bool AmountReader::is_code_in_capitals(const Lexicon::Surface& word) const {
  return !place_.lexicon.value_of(word, place_.words.currency_capital).empty();
}

// "10 brands", "five trials": no billions of rands, no trillions of rials.
bool AmountReader::is_one_word(const RuleMatch& match) const {
  const auto letter = match.group_span("scale_glued"), currency = match.group_span("currency");
  return !letter.empty() && letter.end == currency.begin && has_lower(match.group("currency"));
}

// "50 Cent" raps, "20C" is how warm it is: some subunits are none with a capital.
bool AmountReader::is_name(std::string_view word) const {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z' &&
         !place_.lexicon.value_of(word, place_.words.currency_small).empty();
}

// "two stores", «drei Filialen»: who says small numbers of things in words tells a story, no figure.
bool AmountReader::is_small_count(const RuleMatch& match, const Amount& amount) const {
  const auto printed = match.group("number");
  if (printed.empty() || is_digit(printed[0]) || !match.group("scale").empty()) return false;
  const auto& words = place_.words;
  const bool counted = !place_.lexicon.value_of(match.group("unit"), words.unit).empty() ||
                       !place_.lexicon.value_of(match.group("unit"), words.unit_attributive).empty();
  return counted && amount.max && compare(*amount.max, kSmallCount) < 0;
}

// A currency's noun with another country's name («griechische Pfund») or by itself ("sum") may be no money.
bool AmountReader::is_no_currency(const Lexicon::Surface& word) const {
  const auto& words = place_.words;
  return std::ranges::none_of(
      std::array{words.currency_code, words.currency, words.currency_sign, words.subunit},
      [&](Tag tag) { return !place_.lexicon.value_of(word, tag).empty(); });
}

// «15 Euro 50.», not «15 Euro 50 Prozent».
bool AmountReader::ends_clause(const RuleMatch& match) const {
  const auto next = token_at(match.whole.end);
  return !place_.inside(next) ||
         !(place_.token(next).is(TokenClass::word) || place_.token(next).is(TokenClass::number) ||
           place_.token(next).is(TokenClass::symbol));
}

std::uint32_t AmountReader::token_at(std::uint32_t begin) const {
  const auto& tokens = place_.text.tokens;
  return static_cast<std::uint32_t>(std::ranges::lower_bound(tokens, begin, {}, &Token::begin) -
                                    tokens.begin());
}

// --- groups -> bounds ----------------------------------------------------------------------------------

bool AmountReader::read_bounds(const RuleMatch& match, std::string_view op, int& power,
                               Amount& amount) const {
  if (op == "amount" || op == "bare" || op == "count") return read_amount(match, power, amount);
  if (op == "range" || op == "bare_range" || op == "count_range") return read_range(match, power, amount);
  if (op == "with_cents") return read_with_cents(match, amount);
  if (op == "magnitude" || op == "bare_magnitude") return read_magnitude(match, power, amount);
  if (op == "digit_count") read_digit_count(match, amount);
  return true;
}

std::optional<Decimal> AmountReader::number(const RuleMatch& match, GroupName group) const {
  const auto fixed = match.rule->attribute(group.word());  // «eine knappe |Milliarde|»
  return place_.rules.numbers().read(fixed.empty() ? match.group(group) : fixed);
}

int AmountReader::scale_power(const RuleMatch& match, GroupName group, std::optional<GroupName> glued) const {
  if (const auto fixed = match.rule->attribute(group.word()); !fixed.empty()) return power_of(fixed);
  const auto& words = place_.words;
  if (const auto scale = match.group(group); !scale.empty()) {
    const auto word = place_.lexicon.surface(scale);
    // A German sentence that quotes "75.9 billion": the German word has a capital.
    if (scale.front() >= 'a' && scale.front() <= 'z')
      if (const auto key = place_.lexicon.value_of(word, words.scale_small); !key.empty())
        return power_of(key);
    for (const auto tag : {words.scale, words.scale_many, words.scale_compound})
      if (const auto key = place_.lexicon.value_of(word, tag); !key.empty()) return power_of(key);
  }
  const auto letter = glued ? match.group(*glued) : std::string_view{};
  return letter.empty() ? 0 : power_of(place_.lexicon.value_of(letter, words.scale_letter));
}

bool AmountReader::read_amount(const RuleMatch& match, int power, Amount& amount) const {
  const auto printed = match.group("number");
  const auto value = number(match, "number");
  if (!value) return printed.size() > kMostDigits;  // more digits than fit: seen, and not understood
  if (match.rule->attribute("not_alone") == "true" && printed.size() <= 2 && !is_digit(printed[0]))
    return false;  // "a dollar": no figure
  amount.min = amount.max = scaled(*value, power);
  return true;
}

// «3- bis 4000», «drei bis viertausend», "three to four thousand": behind the hyphen of what is left out, or
// in words, the thousands or hundreds are of both.
bool AmountReader::leaves_out_power(const RuleMatch& match) const {
  return !is_digit(match.group("number2").front()) ||
         place_.has(token_at(match.group_span("number").end) + 1, place_.words.range_word);
}

bool AmountReader::read_range(const RuleMatch& match, int& power, Amount& amount) const {
  auto low = number(match, "number");
  const auto high = number(match, "number2");
  if (!low || !high) return false;
  if (leaves_out_power(match) && compare(*low, kHundred) < 0)
    for (const int shared : {3, 2})
      if (const auto raised = scaled(*low, shared); compare(raised, *high) <= 0) {
        low = raised;
        break;
      }
  const int second = scale_power(match, "scale2", GroupName("scale2_glued"));
  // "cases worth £808m to 8,177": what stands behind is another matter.
  if (power > 0 && second == 0 && compare(*high, kThousand) >= 0 && match.group("currency2").empty())
    return false;
  amount.max = scaled(*high, second ? second : power);
  // «3 bis 5 Millionen» are millions both, «500.000 bis 1 Million» not; "by 17,000 to 4.5 million" is no
  // range.
  const bool whole = compare(*low, kThousand) >= 0 && compare(scaled(*low, second), *amount.max) > 0;
  if (whole && power == 0 && compare(scaled(*low, 1), *amount.max) < 0) return false;
  if (power == 0 && !whole) power = second;
  amount.min = scaled(*low, power);
  amount.qualifier = Qualifier::between;
  // «ein Verlust von 80 bis 30 Millionen»: the better end last. "80 to 30 million" goes from the one to the
  // other.
  const bool moves = place_.has(token_at(match.group_span("number2").begin) - 1, place_.words.moves_to);
  if (!whole && !moves && is_digit(match.group("number2").front()) && compare(*amount.min, *amount.max) > 0 &&
      power == second)
    std::swap(amount.min, amount.max);
  return compare(*amount.min, *amount.max) <= 0;
}

bool AmountReader::read_with_cents(const RuleMatch& match, Amount& amount) const {
  const auto whole = number(match, "number"), cents = number(match, "number2");
  if (!whole || !cents || (match.group("currency").empty() && match.group("currency2").empty())) return false;
  amount.min = amount.max = add(*whole, scaled(*cents, kCent));
  return amount.min.has_value();
}

// «mehrere zehn Milliarden»: the list's key "20-99" says what the words allow, in units of the scale.
bool AmountReader::read_magnitude(const RuleMatch& match, int power, Amount& amount) const {
  std::int64_t low = 1, high = 999;
  const auto word = match.group("magnitude");
  const auto key = word.empty() ? std::string_view{} : place_.lexicon.value_of(word, place_.words.magnitude);
  if (const auto dash = key.find('-'); dash != std::string_view::npos) {
    std::from_chars(key.data(), key.data() + dash, low);
    std::from_chars(key.data() + dash + 1, key.data() + key.size(), high);
  }
  if (power == 0 && high < 10) return false;  // "several employees": no figure
  set_magnitude(low, high + 1, power, amount);
  return true;
}

void AmountReader::read_digit_count(const RuleMatch& match, Amount& amount) const {
  int digits = 0;
  const auto key = place_.lexicon.value_of(match.group("digit_count"), place_.words.digit_count);
  std::from_chars(key.data(), key.data() + key.size(), digits);
  if (digits < 1 || digits > 15) return;
  const int power =
      std::max(scale_power(match, "scale", std::nullopt), scale_power(match, "scale2", std::nullopt));
  std::int64_t low = 1;
  for (int i = 1; i < digits; ++i) low *= 10;
  set_magnitude(low, low * 10, power, amount);
}

// --- groups -> unit ------------------------------------------------------------------------------------

// The power of ten that a subunit adds to the scale: -2 for cents.
int AmountReader::read_unit(const RuleMatch& match, Amount& amount) const {
  const auto& words = place_.words;
  if (const auto fixed = match.rule->attribute("currency"); !fixed.empty()) {
    amount.unit = fixed;
    amount.basis = CurrencyBasis::stated;
    return 0;
  }
  if (const auto fixed = match.rule->attribute("unit"); !fixed.empty()) amount.unit = fixed;
  if (!match.group("percent").empty()) amount.unit = "%";
  if (const auto points = match.group("points"); !points.empty()) {
    amount.unit = "pp";
    if (place_.lexicon.value_of(points, words.points) == "0.01") scale_by(amount, kCent);
  }
  if (const auto unit = match.group("unit"); !unit.empty() && amount.unit.empty()) {
    const auto word = place_.lexicon.surface(unit);
    for (const auto tag : {words.unit, words.unit_attributive, words.measure, words.unit_sign})
      if (amount.unit.empty()) amount.unit = place_.lexicon.value_of(word, tag);
  }
  for (const GroupName group : {GroupName("currency"), GroupName("currency2")})
    if (const auto currency = match.group(group); !currency.empty())
      if (const int power = read_currency(currency, amount)) return power;
  return 0;
}

int AmountReader::read_currency(std::string_view printed, Amount& amount) const {
  const auto& words = place_.words;
  const auto word = place_.lexicon.surface(printed);
  for (const auto tag : {words.currency_code, words.currency, words.currency_sign}) {
    const auto code = place_.lexicon.value_of(word, tag);
    if (code.empty()) continue;
    set_currency(printed, code, amount);
    return 0;
  }
  const auto code = place_.lexicon.value_of(word, words.subunit);
  if (code.empty()) return 0;
  scale_by(amount, kCent);
  set_currency(printed, code, amount);
  // Cents of whatever the sentences are about.
  if (amount.basis == CurrencyBasis::assumed && !context_.currency.empty()) {
    amount.unit = context_.currency;
    amount.basis = CurrencyBasis::inherited;
  }
  return kCent;
}

// The currency whose full name ends in a noun and that the text has named: "French francs" before "francs".
std::string_view AmountReader::named_in_full(std::string_view noun) const {
  const auto* currencies = place_.rules.list("currency");
  if (!currencies || context_.stated.empty()) return {};
  const auto end = " " + folded(noun);
  for (const auto& [code, names] : currencies->items)
    if (std::ranges::find(context_.stated, code) != context_.stated.end() &&
        std::ranges::any_of(names, [&](const auto& name) { return folded(name).ends_with(end); }))
      return code;
  return {};
}

void AmountReader::set_currency(std::string_view printed, std::string_view code, Amount& amount) const {
  const auto word = place_.lexicon.surface(printed);
  if (!place_.lexicon.value_of(word, place_.words.currency_follows).empty())
    if (const auto named = named_in_full(printed); !named.empty()) {
      amount.unit = named;
      amount.basis = CurrencyBasis::inherited;
      return;
    }
  if (code == "unknown") return;  // money, but whose? The unit stays open: no neighbour's will do.
  amount.unit = code;
  const bool assumed = !place_.lexicon.value_of(word, place_.words.currency_assumed).empty() &&
                       std::ranges::find(context_.stated, code) == context_.stated.end();
  amount.basis = assumed ? CurrencyBasis::assumed : CurrencyBasis::stated;
}

}  // namespace gegenprobe::extract
