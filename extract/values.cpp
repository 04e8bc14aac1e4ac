// Rules find the words; this file turns their groups into values (op), reads the qualifier before and behind,
// and gives an amount without currency the one of its neighbour. All words come from the rules' lists.
#include "extract/values.h"

#include <algorithm>
#include <charconv>

namespace gegenprobe::extract {
namespace {

struct ValueTags {
  Tag scale, scale_letter, scale_many, scale_compound, currency, currency_code, currency_sign, assumed,
      subunit;
  Tag points, unit, magnitude, digit_count, joiner, number_start, money_context, function_word, follows_money,
      after_noun;
  Tag noun_with_amount, qualifier_verb;
  Tag article;
  TagSet qualifiers, qualifiers_after, gaps, part_words, part_joiners, counted;

  explicit ValueTags(const Lexicon& lexicon)
      : scale(lexicon.tag(lexicon.tag("scale") == kNoTag ? "scale_word" : "scale")),
        scale_letter(lexicon.tag("scale_letter")),
        scale_many(lexicon.tag("scale_many")),
        scale_compound(lexicon.tag("scale_compound")),
        currency(lexicon.tag("currency")),
        currency_code(lexicon.tag("currency_code")),
        currency_sign(lexicon.tag("currency_sign")),
        assumed(lexicon.tag("currency_assumed")),
        subunit(lexicon.tag("subunit")),
        points(lexicon.tag("points")),
        unit(lexicon.tag("unit")),
        magnitude(lexicon.tag("magnitude")),
        digit_count(lexicon.tag("digit_count")),
        joiner(lexicon.tag("value_joiner")),
        number_start(lexicon.tag("number_start")),
        money_context(lexicon.tag("money_context")),
        function_word(lexicon.tag("function_word")),
        follows_money(lexicon.tag("follows_money")),
        after_noun(lexicon.tag("qualifier_not_after_noun")),
        noun_with_amount(lexicon.tag("noun_with_amount")),
        qualifier_verb(lexicon.tag("qualifier_verb")),
        article(lexicon.tag("number_article")),
        qualifiers(lexicon.tags({"qualifier"})),
        qualifiers_after(lexicon.tags({"qualifier_after"})),
        gaps(lexicon.tags({"qualifier_gap"})),
        part_words(lexicon.tags({"part_word"})),
        part_joiners(lexicon.tags({"part_joiner"})),
        counted(lexicon.tags({"scale", "scale_word", "number_word", "number_fraction", "number_piece",
                              "currency", "subunit", "percent", "points", "unit", "magnitude",
                              "scale_compound", "digit_count"})) {}
};

// The power of ten of a scale's key ("1000000" -> 6).
int power_of(std::string_view key) { return key.empty() ? 0 : static_cast<int>(key.size()) - 1; }

MentionKind kind_of(const Rule& rule) {
  const auto first = rule.name.find('.');
  const auto second = rule.name.find('.', first + 1);
  return mention_kind(std::string_view(rule.name).substr(first + 1, second - first - 1))
      .value_or(MentionKind::quantity);
}

struct Found {
  Mention mention;
  std::uint32_t first, last;  // tokens
  bool bare;                  // a number with a scale, of no kind yet
  bool counts;                // a bare number that counts what the sentence names
  bool named;                 // its currency is named and several countries', as krone is
  int power;                  // of its scale
};

class Finder {
 public:
  Finder(const Text& text, const Sentence& sentence, ValueContext& context)
      : text_(text),
        sentence_(sentence),
        context_(context),
        rules_(*sentence.rules),
        lexicon_(rules_.lexicon()),
        tags_(rules_.tags<ValueTags>()) {}

  void run(std::vector<Mention>& out) {
    scan();
    if (found_.empty()) return;
    share_units_leftwards();
    share_units_with_parts();
    settle_bare_amounts();
    for (auto& found : found_) {
      if (found.bare) continue;
      add_qualifier(found);
      remember_currency(found.mention);
      out.push_back(std::move(found.mention));
    }
  }

 private:
  void scan() {
    const auto& set = rules_.set(RuleKind::value);
    for (auto i = sentence_.first; i < sentence_.last; ++i) {
      const Token& token = text_.tokens[i];
      const bool number = token.is(TokenClass::number);
      if (!number && !(lexicon_.triggers(token) & trigger_bit(RuleKind::value))) continue;
      if (!can_begin(i) || lone_article(i)) continue;
      RuleMatch match;
      if (!set.match_at(text_.utf8, text_.folded, token.begin, sentence_.span.end, match)) continue;
      if (auto value = value_of(match); value && !is_year(match, *value)) {
        value->first = i;
        value->last = token_after(i, match.span.end);
        i = value->last - 1;
        found_.push_back(std::move(*value));
      }
    }
  }

  // «ein», "a": an article nearly always, a number only before what can be counted by one.
  bool lone_article(std::uint32_t i) const {
    if (!lexicon_.has(text_.tokens[i], tags_.article)) return false;
    return i + 1 >= sentence_.last || !lexicon_.has_any(text_.tokens[i + 1], tags_.counted);
  }

  // A figure does not begin inside a number («3,500») nor right behind a letter («Q3», «A320», «GPT-5»).
  bool can_begin(std::uint32_t i) const {
    const Token& token = text_.tokens[i];
    if (!(token.shape & kGlued) || i == sentence_.first) return true;
    const Token& before = text_.tokens[i - 1];
    if (token.is(TokenClass::symbol)) return !before.is(TokenClass::number);
    if (before.is(TokenClass::word) || before.is(TokenClass::number)) return false;
    if (!(before.shape & kGlued) || i < sentence_.first + 2) return true;
    const Token& second = text_.tokens[i - 2];
    const auto mark = text_.of(before);
    if (second.is(TokenClass::number))
      return mark != "." && mark != "," && mark != "'" && mark != "’" && mark != ":" && mark != "/";
    return !(second.is(TokenClass::word) && (mark == "-" || mark == "/" || mark == "_"));
  }

  std::uint32_t token_after(std::uint32_t i, std::uint32_t end) const {
    while (i < sentence_.last && text_.tokens[i].begin < end) ++i;
    return i;
  }

  // «hat 2024 Aufträge hereingeholt»: a year beside a noun. Round numbers («2000 Stellen») stay figures.
  static bool is_year(const RuleMatch& match, const Found& found) {
    const auto number = match.group("number");
    if (found.mention.kind != MentionKind::quantity || number.size() != 4 || !match.group("scale").empty())
      return false;
    int year = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), year);
    return error == std::errc{} && end == number.data() + number.size() && year > 1990 && year < 2040 &&
           year % 50 != 0;
  }

  // --- groups -> value -------------------------------------------------------------------------------

  std::optional<Found> value_of(const RuleMatch& match) const {
    Found found{{kind_of(*match.rule), match.span, match.rule->name, Amount{}}, 0, 0, false, false, false, 0};
    Amount amount;
    const auto op = match.rule->attribute("op");
    // «dem 1. Januar», "try 5": a currency's code has capitals.
    if (match.rule->attribute("capital") == "currency" && is_lower(match.group("currency")))
      return std::nullopt;
    found.power = scale_power(match, "scale", "scale_glued");
    if (op == "amount" || op == "bare" || op == "count") {
      if (!read_amount(match, found.power, amount)) return std::nullopt;
    } else if (op == "range" || op == "bare_range") {
      if (!read_range(match, found.power, amount)) return std::nullopt;
    } else if (op == "magnitude") {
      read_magnitude(match, found.power, amount);
    } else if (op == "digit_count") {
      read_digit_count(match, amount);
    } else if (op == "with_cents") {
      if (!read_with_cents(match, amount)) return std::nullopt;
    }
    found.counts = op == "count";
    found.bare = found.counts || op == "bare" || op == "bare_range";
    found.power += read_unit(match, amount);
    found.named = found.mention.kind == MentionKind::money && amount.unit.empty() &&
                  (!match.group("currency").empty() || !match.group("currency2").empty());
    if (match.rule->attribute("needs_currency") == "true" && amount.unit.empty()) {
      if (found.power == 0) return std::nullopt;
      found.bare = true;
    }
    found.mention.value = std::move(amount);
    return found;
  }

  static bool is_lower(std::string_view word) { return !word.empty() && word[0] >= 'a' && word[0] <= 'z'; }

  int scale_power(const RuleMatch& match, std::string_view group, std::string_view glued) const {
    if (const auto fixed = match.rule->attribute(group); !fixed.empty()) return power_of(fixed);
    const auto word = match.group(group);
    for (const auto tag : {tags_.scale, tags_.scale_many, tags_.scale_compound})
      if (const auto key = word.empty() ? std::string_view{} : lexicon_.value_of(word, tag); !key.empty())
        return power_of(key);
    const auto letter = match.group(glued);
    return letter.empty() ? 0 : power_of(lexicon_.value_of(letter, tags_.scale_letter));
  }

  std::optional<Decimal> number(const RuleMatch& match, std::string_view group) const {
    return rules_.numbers().read(match.group(group));
  }

  bool read_amount(const RuleMatch& match, int power, Amount& amount) const {
    const auto value = number(match, "number");
    if (!value) {  // more digits than fit: seen, and not understood
      return match.group("number").size() > 18;
    }
    if (match.rule->attribute("not_alone") == "true" && match.group("number").size() <= 2 &&
        !is_digit(match.group("number")[0]))
      return match.group("number").size() == 3;  // "a dollar": no figure
    amount.min = amount.max = scaled(*value, power);
    return true;
  }
  static bool is_digit(char c) { return (c >= '0' && c <= '9') || c == '.'; }

  bool read_range(const RuleMatch& match, int& power, Amount& amount) const {
    const auto low = number(match, "number"), high = number(match, "number2");
    if (!low || !high) return false;
    const int second = scale_power(match, "scale2", "scale2_glued");
    const bool own_scale = power != 0;
    if (!own_scale) power = second;
    amount.min = scaled(*low, power);
    amount.max = scaled(*high, second ? second : power);
    amount.qualifier = Qualifier::between;
    return compare(*amount.min, *amount.max) <= 0;
  }

  bool read_with_cents(const RuleMatch& match, Amount& amount) const {
    const auto whole = number(match, "number"), cents = number(match, "number2");
    if (!whole || !cents || (match.group("currency").empty() && match.group("currency2").empty()))
      return false;
    amount.min = amount.max = add(*whole, scaled(*cents, -2));
    return amount.min.has_value();
  }

  // «mehrere zehn Milliarden»: the list's key "20-99" says what the words allow, in units of the scale.
  void read_magnitude(const RuleMatch& match, int power, Amount& amount) const {
    std::int64_t low = 1, high = 999;
    const auto word = match.group("magnitude");
    const auto key = word.empty() ? std::string_view{} : lexicon_.value_of(word, tags_.magnitude);
    if (const auto dash = key.find('-'); dash != std::string_view::npos) {
      std::from_chars(key.data(), key.data() + dash, low);
      std::from_chars(key.data() + dash + 1, key.data() + key.size(), high);
    }
    set_magnitude(low, high + 1, power, amount);
  }

  void read_digit_count(const RuleMatch& match, Amount& amount) const {
    int digits = 0;
    const auto key = lexicon_.value_of(match.group("digit_count"), tags_.digit_count);
    std::from_chars(key.data(), key.data() + key.size(), digits);
    if (digits < 1 || digits > 15) return;
    const int power = std::max(scale_power(match, "scale", ""), scale_power(match, "scale2", ""));
    std::int64_t low = 1;
    for (int i = 1; i < digits; ++i) low *= 10;
    set_magnitude(low, low * 10, power, amount);
  }

  // From low to just under `limit`, in whole units.
  static void set_magnitude(std::int64_t low, std::int64_t limit, int power, Amount& amount) {
    amount.qualifier = Qualifier::magnitude;
    amount.min = Decimal{low, power};
    amount.max = add(Decimal{limit, power}, Decimal{-1, 0});
  }

  // The power of ten that a subunit adds to the scale: -2 for cents.
  int read_unit(const RuleMatch& match, Amount& amount) const {
    if (const auto fixed = match.rule->attribute("currency"); !fixed.empty()) {
      amount.unit = fixed;
      amount.basis = CurrencyBasis::stated;
      return 0;
    }
    if (const auto fixed = match.rule->attribute("unit"); !fixed.empty()) amount.unit = fixed;
    if (!match.group("percent").empty()) amount.unit = "%";
    if (const auto points = match.group("points"); !points.empty()) {
      amount.unit = "pp";
      if (lexicon_.value_of(points, tags_.points) == "0.01") scale_by(amount, -2);
    }
    if (const auto unit = match.group("unit"); !unit.empty())
      amount.unit = lexicon_.value_of(unit, tags_.unit);
    for (const auto group : {"currency", "currency2"})
      if (const auto currency = match.group(group); !currency.empty())
        if (const int power = read_currency(currency, amount)) return power;
    return 0;
  }

  static void scale_by(Amount& amount, int power) {
    if (amount.min) amount.min = scaled(*amount.min, power);
    if (amount.max) amount.max = scaled(*amount.max, power);
  }

  int read_currency(std::string_view word, Amount& amount) const {
    for (const auto tag : {tags_.currency_code, tags_.currency, tags_.currency_sign}) {
      const auto code = lexicon_.value_of(word, tag);
      if (code.empty()) continue;
      set_currency(word, code, amount);
      return 0;
    }
    if (const auto code = lexicon_.value_of(word, tags_.subunit); !code.empty()) {
      scale_by(amount, -2);
      set_currency(word, code, amount);
      // Cents of whatever the sentences are about.
      if (amount.basis == CurrencyBasis::assumed && !context_.currency.empty()) {
        amount.unit = context_.currency;
        amount.basis = CurrencyBasis::inherited;
      }
      return -2;
    }
    return 0;
  }

  void set_currency(std::string_view word, std::string_view code, Amount& amount) const {
    if (code == "unknown") return;  // money, but whose? The unit stays open: no neighbour's will do.
    amount.unit = code;
    const bool assumed = !lexicon_.value_of(word, tags_.assumed).empty() &&
                         std::ranges::find(context_.stated, code) == context_.stated.end();
    amount.basis = assumed ? CurrencyBasis::assumed : CurrencyBasis::stated;
  }

  // --- neighbours ------------------------------------------------------------------------------------

  // «von 4,9 auf 5,5 Milliarden Euro», «um 5 bzw. 8 Prozent»: a number without unit, joined to a value by one
  // of the list's words, has the unit (and scale) of that value.
  void share_units_leftwards() {
    for (std::size_t f = 0; f < found_.size(); ++f) {
      const auto floor = f == 0 ? sentence_.first : found_[f - 1].last;
      auto at = qualifier_begin(found_[f].first, floor);
      const auto of = ends_part_joiner(at, floor);
      if (of == at && (at <= floor + 1 || !lexicon_.has(text_.tokens[at - 1], tags_.joiner))) continue;
      const auto end = of == at ? at - 1 : of;
      if (f > 0 && found_[f - 1].bare && found_[f - 1].power == 0 && found_[f - 1].last == end) {
        adopt_unit(found_[f - 1], found_[f]);
        continue;
      }
      auto shared = number_before(end, floor, found_[f]);
      if (shared && of != at && !is_part(*shared, found_[f])) continue;
      if (shared) {
        found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f), std::move(*shared));
        ++f;
      }
    }
  }

  // «11.000 der 27.000 Stellen», "9,000 of its 78,000 jobs": where the words between begin; `at` without any.
  std::uint32_t ends_part_joiner(std::uint32_t at, std::uint32_t floor) const {
    for (std::uint32_t back = 2; back >= 1; --back) {
      if (at < floor + back) continue;
      const auto hit = lexicon_.longest(text_.folded, text_.tokens, at - back, at, tags_.part_joiners);
      if (hit.tag != kNoTag && hit.last == at) return hit.first;
    }
    return at;
  }

  // A number that stood without unit has that of its neighbour.
  static void adopt_unit(Found& bare, const Found& of) {
    const auto& from = *of.mention.amount();
    auto& amount = std::get<Amount>(bare.mention.value);
    if (!amount.resolved() || !from.resolved() || from.qualifier == Qualifier::magnitude) return;
    Amount adopted = amount;
    adopted.unit = from.unit;
    if (of.mention.kind == MentionKind::money && from.basis != CurrencyBasis::none)
      adopted.basis = CurrencyBasis::inherited;
    if (adopted.min) adopted.min = scaled(*adopted.min, of.power);
    if (adopted.max) adopted.max = scaled(*adopted.max, of.power);
    bare.mention.kind = of.mention.kind;
    bare.mention.value = std::move(adopted);
    bare.bare = bare.counts = false;
    bare.power = of.power;
  }

  static bool is_part(const Found& part, const Found& whole) {
    const auto &some = part.mention.amount()->max, &all = whole.mention.amount()->max;
    return some && (!all || compare(*some, *all) <= 0);
  }

  // «3.900 Stellen, davon 3.300 in Deutschland», «200 Milliarden Euro …, 50 davon»: a part has the unit and
  // the scale of the whole, and is no more than it.
  void share_units_with_parts() {
    for (auto i = sentence_.first; i < sentence_.last; ++i) {
      const auto hit = lexicon_.longest(text_.folded, text_.tokens, i, sentence_.last, tags_.part_words);
      if (hit.tag == kNoTag) continue;
      const auto next = std::ranges::find_if(found_, [&](const Found& f) { return f.last > i; });
      if (next == found_.begin()) continue;
      const Found& whole = *std::prev(next);
      auto part = number_before(i, whole.last, whole);
      if (!part && !(part = number_behind(hit.last, next, whole))) continue;
      if (!is_part(*part, whole)) continue;
      found_.insert(next, std::move(*part));
    }
  }

  std::optional<Found> number_behind(std::uint32_t at, std::vector<Found>::const_iterator next,
                                     const Found& of) const {
    const auto hit = lexicon_.longest(text_.folded, text_.tokens, at, sentence_.last, tags_.qualifiers);
    if (hit.tag != kNoTag) at = hit.last;
    const auto limit = next == found_.end() ? sentence_.last : next->first;
    auto end = at;
    while (end < limit &&
           (text_.tokens[end].is(TokenClass::number) ||
            (end > at && end + 1 < limit && (text_.tokens[end].shape & kGlued) &&
             (text_.tokens[end + 1].shape & kGlued) && text_.tokens[end + 1].is(TokenClass::number))))
      ++end;
    if (end == at || counts_something(end)) return std::nullopt;
    return number_before(end, at, of);
  }

  // The first token of the qualifier (with its gap words) before tokens[at].
  std::uint32_t qualifier_begin(std::uint32_t at, std::uint32_t floor) const {
    if (const auto hit = qualifier_before(at, floor); hit.tag != kNoTag) return hit.first;
    return at;
  }

  std::optional<Found> number_before(std::uint32_t at, std::uint32_t floor, const Found& of) const {
    if (at <= floor) return std::nullopt;
    // The digits of one number: tokens glued to each other.
    auto first = at;
    while (first > floor && (text_.tokens[first - 1].is(TokenClass::number) ||
                             (first < at && (text_.tokens[first].shape & kGlued) &&
                              text_.tokens[first - 1].is(TokenClass::punctuation) && first - 1 > floor &&
                              text_.tokens[first - 2].is(TokenClass::number))))
      --first;
    if (first == at) {
      if (!text_.tokens[at - 1].is(TokenClass::word)) return std::nullopt;
      first = at - 1;
      if (!lexicon_.has(text_.tokens[first], tags_.number_start)) return std::nullopt;
    }
    if (!can_begin(first)) return std::nullopt;
    const Span span{text_.tokens[first].begin, text_.tokens[at - 1].end()};
    const auto value = rules_.numbers().read(text_.of(span));
    const auto* amount = of.mention.amount();
    if (!value || !amount->resolved() || amount->qualifier == Qualifier::magnitude) return std::nullopt;
    // A year beside an amount («2023 und 5 Millionen Euro») is no amount.
    if (span.size() == 4 && value->exponent == 0 && value->coefficient >= 1900 && value->coefficient <= 2100)
      return std::nullopt;
    Found shared{of.mention, first, at, false, false, of.named, of.power};
    Amount own;
    own.unit = amount->unit;
    own.basis = of.mention.kind == MentionKind::money && amount->basis != CurrencyBasis::none
                    ? CurrencyBasis::inherited
                    : CurrencyBasis::none;
    own.min = own.max = scaled(*value, of.power);
    shared.mention.span = span;
    shared.mention.value = own;
    return shared;
  }

  // «300 Milliarden»: money, where a sum of money stands near and no noun follows that would be counted.
  void settle_bare_amounts() {
    for (std::size_t f = 0; f < found_.size(); ++f) {
      auto& found = found_[f];
      auto& amount = std::get<Amount>(found.mention.value);
      const bool money = found.mention.kind == MentionKind::money;
      if (!found.bare && !(money && amount.basis == CurrencyBasis::none && amount.unit.empty())) continue;
      if (found.named) continue;
      if (found.bare && !found.counts && counts_something(found.last)) continue;
      const auto* neighbour = nearest_money(f);
      std::string currency = neighbour ? neighbour->unit : context_.currency;
      // Without money in the sentence it takes a word that speaks of money.
      if (found.counts || (found.bare && !neighbour && !goes_on_about_money())) {
        count_noun_before(found);
        continue;
      }
      found.bare = false;
      if (currency.empty()) continue;
      amount.unit = std::move(currency);
      amount.basis = CurrencyBasis::inherited;
    }
  }

  // «Die Zahl der Abonnenten stieg auf 5,4 Millionen»: what is counted stands before the number.
  void count_noun_before(Found& found) {
    for (auto i = found.first; i > sentence_.first; --i) {
      const auto unit = lexicon_.value(text_.tokens[i - 1], tags_.unit);
      if (unit.empty()) continue;
      std::get<Amount>(found.mention.value).unit = unit;
      found.mention.kind = MentionKind::quantity;
      found.bare = false;
      return;
    }
  }

  // A word that speaks of money, or a sum of money just before in the paragraph.
  bool goes_on_about_money() const {
    const bool just_before = !context_.currency.empty() && context_.paragraph == sentence_.paragraph;
    return just_before ? !count_noun_in_sentence() : lexicon_has_money_cue();
  }

  bool count_noun_in_sentence() const {
    for (auto i = sentence_.first; i < sentence_.last; ++i)
      if (lexicon_.has(text_.tokens[i], tags_.unit)) return true;
    return false;
  }

  bool lexicon_has_money_cue() const {
    for (auto i = sentence_.first; i < sentence_.last; ++i)
      if (lexicon_.has(text_.tokens[i], tags_.money_context)) return true;
    return false;
  }

  // A noun right behind the number: «300 Millionen Menschen», "300 million people".
  bool counts_something(std::uint32_t after) const {
    if (after >= sentence_.last) return false;
    const Token& next = text_.tokens[after];
    if (next.is(TokenClass::punctuation) || next.is(TokenClass::symbol)) return text_.of(next) == "-";
    if (next.is(TokenClass::number)) return false;
    if (lexicon_.has(next, tags_.function_word) || lexicon_.has(next, tags_.follows_money)) return false;
    const bool german = rules_.list("noun_capital") != nullptr;  // a language whose nouns have capitals
    return german ? (next.shape & kCapital) != 0 || lower_adjective(after) : true;
  }

  // «200 Millionen verkaufte Geräte»
  bool lower_adjective(std::uint32_t at) const {
    return at + 1 < sentence_.last && text_.tokens[at + 1].is(TokenClass::word) &&
           (text_.tokens[at + 1].shape & kCapital) && text_.of(text_.tokens[at]).ends_with('e');
  }

  bool bracketed(std::uint32_t token) const {
    for (auto i = token; i > sentence_.first; --i) {
      const auto mark = text_.of(text_.tokens[i - 1]);
      if (mark == ")" || mark == "(") return mark == "(";
    }
    return false;
  }

  const Amount* nearest_money(std::size_t of) const {
    const auto currency_at = [&](std::size_t i) -> const Amount* {
      const auto* amount = found_[i].mention.amount();
      return found_[i].mention.kind == MentionKind::money && amount->basis != CurrencyBasis::none ? amount
                                                                                                  : nullptr;
    };
    // A conversion in brackets lends its currency only to what stands there with it.
    const bool inside = bracketed(found_[of].first);
    for (std::size_t i = of; i-- > 0;)
      if (const auto* amount = currency_at(i); amount && (inside || !bracketed(found_[i].first)))
        return amount;
    for (std::size_t i = of + 1; i < found_.size(); ++i)
      if (const auto* amount = currency_at(i)) return amount;
    return nullptr;
  }

  void remember_currency(const Mention& mention) {
    const auto* amount = mention.amount();
    if (mention.kind != MentionKind::money || amount->basis == CurrencyBasis::none) return;
    context_.currency = amount->unit;
    context_.paragraph = sentence_.paragraph;

    if (amount->basis == CurrencyBasis::stated &&
        std::ranges::find(context_.stated, amount->unit) == context_.stated.end())
      context_.stated.push_back(amount->unit);
  }

  // --- qualifiers ------------------------------------------------------------------------------------

  PhraseHit qualifier_before(std::uint32_t at, std::uint32_t floor) const {
    // Words like «weitere» or "another" may stand between.
    for (int gap = 0; gap < 3 && at > floor; ++gap) {
      for (std::uint32_t back = 4; back >= 1; --back) {
        if (at < floor + back) continue;
        const auto hit = lexicon_.longest(text_.folded, text_.tokens, at - back, at, tags_.qualifiers);
        if (hit.tag != kNoTag && hit.last == at && !follows_noun(hit, floor)) return hit;
      }
      if (!lexicon_.has_any(text_.tokens[at - 1], tags_.gaps)) break;
      --at;
    }
    return {kNoTag, at, at, {}};
  }

  // «ein Vertrag über 300 Millionen Euro»: here it means "of", not "more than".
  bool follows_noun(const PhraseHit& hit, std::uint32_t floor) const {
    if (hit.last != hit.first + 1 || hit.first <= floor ||
        !lexicon_.has(text_.tokens[hit.first], tags_.after_noun))
      return false;
    return lexicon_.has(text_.tokens[hit.first - 1], tags_.noun_with_amount);
  }

  // «… von 4 Billionen Dollar überschritt», "surpassed $4 trillion": with at most a preposition between.
  PhraseHit verb_of_passing(const Found& found) const {
    const auto at = [&](std::uint32_t i) -> PhraseHit {
      return {tags_.qualifier_verb, i, i + 1, lexicon_.value(text_.tokens[i], tags_.qualifier_verb)};
    };
    const auto verb = [&](std::uint32_t i) { return lexicon_.has(text_.tokens[i], tags_.qualifier_verb); };
    if (found.last < sentence_.last && verb(found.last)) return at(found.last);
    for (std::uint32_t back = 1; back <= 4 && found.first >= sentence_.first + back; ++back) {
      if (verb(found.first - back)) return at(found.first - back);
      if (text_.tokens[found.first - back].is(TokenClass::punctuation)) break;
    }
    return {kNoTag, 0, 0, {}};
  }

  void add_qualifier(Found& found) {
    auto& amount = std::get<Amount>(found.mention.value);
    if (amount.qualifier == Qualifier::magnitude || !amount.resolved()) return;
    auto hit = qualifier_before(found.first, sentence_.first);
    if (hit.tag == kNoTag && found.last < sentence_.last)
      hit = lexicon_.longest(text_.folded, text_.tokens, found.last, sentence_.last, tags_.qualifiers_after);
    if (hit.tag == kNoTag) hit = verb_of_passing(found);
    if (hit.tag == kNoTag) return;
    const auto word = qualifier(hit.value);
    if (!word || amount.qualifier == Qualifier::between) return;  // a range keeps both its bounds
    amount.qualifier = *word;
    if (*word == Qualifier::up_to || *word == Qualifier::less_than) amount.min.reset();
    if (*word == Qualifier::at_least || *word == Qualifier::more_than) amount.max.reset();
  }

  const Text& text_;
  const Sentence& sentence_;
  ValueContext& context_;
  const LanguageRules& rules_;
  const Lexicon& lexicon_;
  const ValueTags& tags_;
  std::vector<Found> found_;
};

}  // namespace

void find_values(const Text& text, const Sentence& sentence, ValueContext& context,
                 std::vector<Mention>& mentions) {
  Finder(text, sentence, context).run(mentions);
}

}  // namespace gegenprobe::extract
