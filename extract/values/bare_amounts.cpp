#include "extract/values/bare_amounts.h"

#include <algorithm>

#include "extract/values/neighbour_number.h"
#include "extract/values/value_qualifier.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kMostComparatorWords = 3;  // "compared with the"

void count(FoundValue& found, std::string_view unit) {
  found.amount().unit = unit;
  found.mention.kind = MentionKind::quantity;
  found.bare = found.counts = false;
}

// Finds out what the bare numbers of one sentence are.
class BareAmounts {
 public:
  BareAmounts(const ValuePlace& place, const ValueContext& context, std::vector<FoundValue>& found)
      : place_(place), context_(context), found_(found) {}
  void settle();

 private:
  void settle(FoundValue& found, std::size_t at);
  bool count_noun_before(FoundValue& found, std::uint32_t floor) const;
  void read_letter_as_unit(FoundValue& found) const;
  bool count_what_came_before(FoundValue& found, std::size_t at) const;
  bool speaks_of_money() const;
  bool speaks_of_payment() const;
  bool goes_on_about_money() const;
  bool is_moved_to(const FoundValue& found, const FoundValue& by) const;
  bool is_crowd(const FoundValue& found) const;
  bool counts_its_subject(FoundValue& found) const;
  bool is_counted_in_its_clause(FoundValue& found, std::size_t at) const;
  bool is_of_a_sum(std::uint32_t noun) const;
  const Amount* nearest_money(std::size_t of) const;

  const ValuePlace& place_;
  const ValueContext& context_;
  std::vector<FoundValue>& found_;
};

void BareAmounts::settle() {
  for (std::size_t f = 0; f < found_.size(); ++f) {
    auto& found = found_[f];
    const bool money = found.mention.kind == MentionKind::money;
    const bool open = money && found.amount().basis == CurrencyBasis::none && found.amount().unit.empty();
    if (found.named || !(found.bare || open)) continue;
    settle(found, f);
  }
}

// «300 Milliarden»: money, where a sum of money stands near and no noun follows that would be counted.
void BareAmounts::settle(FoundValue& found, std::size_t at) {
  if (found.bare && at > 0 && is_moved_to(found, found_[at - 1])) return adopt_unit(found, found_[at - 1]);
  if (found.bare && (place_.counts_something(found.last) || is_crowd(found))) return;
  if (found.bare && (counts_its_subject(found) || is_counted_in_its_clause(found, at))) return;
  const auto* neighbour = nearest_money(at);
  const bool no_money = found.counts || (!neighbour && !speaks_of_money());
  const auto floor = at == 0 ? place_.sentence.first : found_[at - 1].last;
  if (found.bare && no_money && (count_noun_before(found, floor) || count_what_came_before(found, at)))
    return;
  // Without money in the sentence it takes a word that speaks of money.
  if (found.counts || (found.bare && !neighbour && !goes_on_about_money())) {
    if (!count_noun_before(found, place_.sentence.first)) read_letter_as_unit(found);
    return;
  }
  found.bare = false;
  const auto& currency = neighbour ? neighbour->unit : context_.currency;
  if (currency.empty()) return;
  found.amount().unit = currency;
  found.amount().basis = CurrencyBasis::inherited;
}

// "fell 10 yen to 2,880": a sum, and what it came to.
bool BareAmounts::is_moved_to(const FoundValue& found, const FoundValue& by) const {
  const auto begin = qualifier_before(place_, found.first, by.last).first;
  return by.mention.kind == MentionKind::money && by.amount().basis != CurrencyBasis::none && by.power <= 0 &&
         begin == by.last + 1 && place_.has(by.last, place_.words.moves_to) &&
         !place_.counts_something(found.last);
}

// "hundreds of thousands of livelihoods"; but «Milliarden von Anlegern» are from them
bool BareAmounts::is_crowd(const FoundValue& found) const {
  return found.amount().qualifier == Qualifier::magnitude && found.last < place_.sentence.last &&
         place_.has(found.last, place_.words.magnitude_of);
}

// "sales of cars", "per customer": the noun only says of what.
bool BareAmounts::is_of_a_sum(std::uint32_t noun) const {
  constexpr std::uint32_t kReach = 3;  // "number of new"
  for (auto i = noun; i > place_.sentence.first && i + kReach > noun; --i) {
    if (place_.has(i - 1, place_.words.count_of)) return true;
    if (place_.has(i - 1, place_.words.magnitude_of))
      return i - 1 == place_.sentence.first || !place_.has(i - 2, place_.words.count_context);
  }
  return false;
}

// "Passenger numbers rose 9% to 200.2 million, and revenue …": what went to a number is what it counts,
// though money stands behind. Not «den Mitarbeitern 200 Millionen»: a verb has to say that it went there, or
// the noun that it is "a staff of 9,400".
bool BareAmounts::counts_its_subject(FoundValue& found) const {
  const auto& words = place_.words;
  if (words.count_verb == kNoTag) return false;
  bool verb = false;
  for (auto i = qualifier_before(place_, found.first, place_.sentence.first).first; i > place_.sentence.first;
       --i) {
    const auto at = i - 1;
    for (const auto tag : {words.counted_subject, words.counted_noun, words.unit}) {
      const auto unit = place_.lexicon.value(place_.token(at), tag);
      if (unit.empty() || place_.has(at, words.sum_too)) continue;
      if (!(verb || place_.has(at + 1, words.magnitude_of)) || is_of_a_sum(at)) return false;
      count(found, unit);
      return true;
    }
    const bool moves = place_.has(at, words.count_verb) || place_.has(at, words.moves_by) ||
                       place_.has(at, words.moves_to) ||
                       place_.lexicon.has_any(place_.token(at), words.moves);
    const bool passes = moves || place_.token(at).is(TokenClass::number) ||
                        place_.lexicon.has_any(place_.token(at), words.moves_and_percent);
    // "deliveries in China fell 7 per cent to": where or whose, between the noun and its verb.
    const bool names = verb && !words.nouns_capital &&
                       ((place_.token(at).shape & kCapital) || place_.has(at, words.subject_gap));
    if (!passes && !names) return false;
    verb |= moves;
  }
  return false;
}

// «Die Passagierzahl stieg auf 200 Millionen, der Umsatz auf 14 Milliarden Euro»: a noun of its clause says
// what is counted, and the first money stands in a clause behind.
bool BareAmounts::is_counted_in_its_clause(FoundValue& found, std::size_t at) const {
  if (!place_.words.nouns_capital) return false;
  const auto is_money = [](const FoundValue& other) { return other.mention.kind == MentionKind::money; };
  const auto before = found_.begin() + static_cast<std::ptrdiff_t>(at);
  if (std::any_of(found_.begin(), before, is_money)) return false;
  const auto next = std::find_if(before + 1, found_.end(), is_money);
  if (next == found_.end()) return false;
  bool parted = false;  // by a comma, or «und der Umsatz»
  for (auto i = found.last; i + 2 < next->first; ++i)
    parted |= place_.text.of(place_.token(i)) == "," ||
              (place_.has(i, place_.words.joiner) && place_.token(i + 1).is(TokenClass::word) &&
               !(place_.token(i + 1).shape & kCapital) && (place_.token(i + 2).shape & kCapital));
  if (!parted) return false;
  const auto unit = place_.counted_unit_before(found.first);
  if (unit.empty()) return false;
  count(found, unit);
  return true;
}

// «100t»: with no money around, the letter is a unit's sign.
void BareAmounts::read_letter_as_unit(FoundValue& found) const {
  if (found.letter.empty() || !found.amount().resolved()) return;
  const auto unit = place_.lexicon.value_of(found.letter, place_.words.letter_is_unit);
  if (unit.empty()) return;
  found.amount().min = found.amount().max = scaled(*found.amount().min, -found.power);
  count(found, unit);
}

// «Die Zahl der Abonnenten stieg auf 5,4 Millionen»: what is counted stands before the number.
bool BareAmounts::count_noun_before(FoundValue& found, std::uint32_t floor) const {
  for (auto i = found.first; i > floor; --i) {
    if (i >= floor + 2 && place_.has(i - 2, place_.words.article)) continue;  // "74 cts a share"
    for (const auto tag : {place_.words.counted_noun, place_.words.unit})
      if (const auto unit = place_.lexicon.value(place_.token(i - 1), tag); !unit.empty()) {
        // "X shares climbed by 2.7% to 717,000": what one of them costs, and not how many there are.
        const bool by_percent = std::ranges::any_of(
            found_, [](const FoundValue& f) { return f.mention.kind == MentionKind::percent; });
        if (unit == "share" && by_percent && place_.has(found.first - 1, place_.words.moves_to)) return false;
        count(found, unit);
        return true;
      }
  }
  return false;
}

// "Apple sold 232m phones, Samsung 223m." "It sold 1.79m cars. That compares with 1.81m in 2023.": nothing
// but that has been counted since.
bool BareAmounts::count_what_came_before(FoundValue& found, std::size_t at) const {
  for (std::size_t i = at; i-- > 0;) {
    if (found_[i].bare || found_[i].mention.kind == MentionKind::percent) continue;
    if (found_[i].mention.kind != MentionKind::quantity || found_[i].amount().unit.empty()) return false;
    const bool like = found_[i].power == found.power || found.counts;
    return like && (count(found, found_[i].amount().unit), true);
  }
  const bool goes_on = context_.counted_last && context_.counted_paragraph == place_.sentence.paragraph &&
                       !place_.any_has(place_.words.unit) && !place_.any_has(place_.words.counted_noun);
  if (!goes_on) return false;
  // "another" may be read as part of the figure, too.
  for (const auto end : {qualifier_before(place_, found.first, place_.sentence.first).first, found.first}) {
    const auto word =
        place_.phrase_before(end, place_.sentence.first, kMostComparatorWords, place_.words.comparators);
    if (word.tag != kNoTag) return count(found, context_.counted), true;
  }
  return false;
}

// «investiert 300 Millionen»: a word that goes with money or, where nothing is counted, one that pays it.
bool BareAmounts::speaks_of_money() const {
  return place_.any_has(place_.words.money_context) || speaks_of_payment();
}

bool BareAmounts::speaks_of_payment() const {
  if (!place_.any_has(place_.words.payment_word) || place_.names_a_count()) return false;
  return !place_.any_has(place_.words.unit) && std::ranges::none_of(found_, [](const FoundValue& found) {
    return !found.bare && found.mention.kind == MentionKind::quantity;
  });
}

// A word that speaks of money, or a sum of money just before in the paragraph.
bool BareAmounts::goes_on_about_money() const {
  if (speaks_of_payment()) return true;
  // "sales were lower at 2.93m" behind a number of cars: which it is cannot be told.
  if (context_.counted_last && context_.counted_paragraph == place_.sentence.paragraph) return false;
  // «Die Zahl der Millionäre stieg auf 1,1 Millionen»
  if (place_.any_has(place_.words.count_context)) return false;
  const bool just_before = !context_.currency.empty() && context_.paragraph == place_.sentence.paragraph;
  return just_before ? !place_.any_has(place_.words.unit) : speaks_of_money();
}

const Amount* BareAmounts::nearest_money(std::size_t of) const {
  const auto currency_at = [&](std::size_t i) -> const Amount* {
    const auto& value = found_[i];
    const bool money =
        value.mention.kind == MentionKind::money && value.amount().basis != CurrencyBasis::none;
    return money ? &value.amount() : nullptr;
  };
  // A conversion in brackets lends its currency only to what stands there with it.
  const bool inside = place_.bracketed(found_[of].first);
  for (std::size_t i = of; i-- > 0;)
    if (const auto* amount = currency_at(i); amount && (inside || !place_.bracketed(found_[i].first)))
      return amount;
  for (std::size_t i = of + 1; i < found_.size(); ++i)
    if (const auto* amount = currency_at(i)) return amount;
  return nullptr;
}

}  // namespace

void settle_bare_amounts(const ValuePlace& place, const ValueContext& context,
                         std::vector<FoundValue>& found) {
  BareAmounts(place, context, found).settle();
}

}  // namespace gegenprobe::extract
