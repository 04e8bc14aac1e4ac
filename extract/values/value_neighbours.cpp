#include "extract/values/value_neighbours.h"

#include <algorithm>

#include "extract/values/value_qualifier.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kMostJoinerWords = 2;      // «der», "of its"
constexpr std::uint32_t kMostComparatorWords = 3;  // "compared with the"
constexpr Decimal kOne{1, 0};

bool lends_unit(const FoundValue& of) {
  return of.amount().resolved() && of.amount().qualifier != Qualifier::magnitude;
}

// "100,000 and one million": no 100,000 millions.
bool is_whole(Decimal value, const FoundValue& beside) {
  constexpr Decimal kInFull{10000, 0};
  const auto& of = beside.amount().max;
  return of && compare(value, kInFull) >= 0 && compare(scaled(value, beside.power), *of) > 0;
}

// A scale that stands alone («Milliarden Euro») as one of them.
FoundValue one_of(const FoundValue& magnitude) {
  FoundValue one = magnitude;
  auto& amount = one.amount();
  one.power = amount.min ? amount.min->exponent : 0;
  amount.qualifier = Qualifier::exact;
  amount.max = amount.min;
  return one;
}

// A number that stood without unit has that of its neighbour, and its scale where it has none.
void adopt_unit(FoundValue& bare, const FoundValue& of) {
  if (!bare.amount().resolved() || !lends_unit(of)) return;
  // "42 billion or 3.5 percent of GDP": nothing has billions of percent.
  if (of.mention.kind == MentionKind::percent && bare.power > 0) return;
  const auto& value = bare.amount().max;
  const int power = bare.power || (value && is_whole(*value, of)) ? 0 : of.power;
  Amount adopted = bare.amount();
  adopted.unit = of.amount().unit;
  if (of.mention.kind == MentionKind::money && of.amount().basis != CurrencyBasis::none)
    adopted.basis = CurrencyBasis::inherited;
  if (adopted.min) adopted.min = scaled(*adopted.min, power);
  if (adopted.max) adopted.max = scaled(*adopted.max, power);
  bare.mention.kind = of.mention.kind;
  bare.mention.value = std::move(adopted);
  bare.bare = bare.counts = false;
  bare.power += power;
}

// Not "one of those" nor "half of the $20bn": of sums, parts are told in figures.
bool is_part(const FoundValue& part, const FoundValue& whole, const Text& text) {
  const char first = text.utf8[part.mention.span.begin];
  const bool in_figures = first >= '0' && first <= '9';
  if (!in_figures && (whole.mention.kind == MentionKind::money || compare(*part.amount().max, kOne) <= 0))
    return false;
  const auto &some = part.amount().max, &all = whole.amount().max;
  return some && (!all || compare(*some, *all) <= 0);
}

// Not «1.1.2024»: groups of thousands, and at most one other mark.
bool is_plain(std::string_view number) {
  std::size_t odd = 0, digits = 0;
  for (auto at = number.rbegin(); at != number.rend(); ++at) {
    if (*at >= '0' && *at <= '9') {
      ++digits;
      continue;
    }
    odd += digits != 3;
    digits = 0;
  }
  return odd <= 1;
}

// A year beside an amount («2023 und 5 Millionen Euro») is no amount.
bool is_year(Span span, Decimal value) {
  return span.size() == 4 && value.exponent == 0 && value.coefficient >= 1900 && value.coefficient <= 2100;
}

void count(FoundValue& found, std::string_view unit) {
  found.amount().unit = unit;
  found.mention.kind = MentionKind::quantity;
  found.bare = found.counts = false;
}

}  // namespace

void ValueNeighbours::settle() {
  share_units_over_brackets();
  share_units_leftwards();
  share_units_with_parts();
  share_units_of_wholes();
  share_units_with_bases();
  share_counts_over_places();
  share_sums_rightwards();
  share_counts_rightwards();
  count_in_full();
  settle_bare_amounts();
  std::erase_if(found_, [](const FoundValue& found) { return found.bare; });
  shift_units();
}

// --- a number beside a value ---------------------------------------------------------------------------

// «20,5 (Vorjahr: 21,6) Milliarden Euro»: the scale and the currency behind the brackets are those of both
// numbers; by themselves they would be any number of billions.
void ValueNeighbours::share_units_over_brackets() {
  constexpr std::uint32_t kLongest = 8;  // tokens in the brackets
  for (std::size_t f = 0; f < found_.size(); ++f) {
    const auto close = found_[f].first - 1;
    const auto floor = f == 0 ? place_.sentence.first : found_[f - 1].last;
    if (found_[f].amount().qualifier != Qualifier::magnitude || found_[f].first <= floor ||
        place_.text.of(place_.token(close)) != ")")
      continue;
    auto open = close;
    while (open > floor && close - open < kLongest && place_.text.of(place_.token(open)) != "(") --open;
    if (place_.text.of(place_.token(open)) != "(") continue;
    const FoundValue unit = one_of(found_[f]);
    auto outer = number_before(open, floor, unit);
    if (!outer) continue;
    const auto hit = place_.phrase_at(open + 1, place_.words.base_words);
    auto at = hit.tag == kNoTag ? year_before_colon(open + 1) : hit.last;
    while (at < close && place_.token(at).is(TokenClass::punctuation)) ++at;
    const bool labelled = at > open + 1;  // «20,5 (21,6) Milliarden»: of when the second is, is not said
    auto inner = labelled ? number_behind(at, close, unit) : std::nullopt;
    found_[f] = std::move(*outer);
    if (inner) found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(++f), std::move(*inner));
  }
}

// «von 4,9 auf 5,5 Milliarden Euro», «um 5 bzw. 8 Prozent»: a number without unit, joined to a value by one
// of the list's words, has the unit (and scale) of that value.
void ValueNeighbours::share_units_leftwards() {
  for (std::size_t f = 0; f < found_.size(); ++f) {
    const auto floor = f == 0 ? place_.sentence.first : found_[f - 1].last;
    const auto at = qualifier_before(place_, found_[f].first, floor).first;
    const auto of = part_joiner_begin(at, floor);
    const auto end = of == at ? joiner_begin(at, floor) : of;
    if (end == at) continue;
    if (f > 0 && found_[f - 1].bare && found_[f - 1].last == end) {
      if (!found_[f].bare) adopt_unit(found_[f - 1], found_[f]);
      continue;
    }
    auto shared = number_before(end, floor, found_[f], of != at);
    if (!shared || (of != at && !is_part(*shared, found_[f], place_.text))) continue;
    if (of != at) widen(*shared, floor);
    found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f), std::move(*shared));
    f += 1 + share_units_over_commas(f);
  }
}

// «80 bis |100| der 500 Stellen»: the number is the end of a range.
void ValueNeighbours::widen(FoundValue& end, std::uint32_t floor) const {
  if (end.first < floor + 2 || !place_.has(end.first - 1, place_.words.range_word)) return;
  const auto first = number_begin(end.first - 1, floor);
  if (first == end.first - 1 || !place_.can_begin(first)) return;
  const Span span{place_.token(first).begin, place_.token(end.first - 2).end()};
  const auto least = place_.rules.numbers().read(place_.text.of(span));
  if (!least || compare(*least, *end.amount().max) >= 0) return;
  end.amount().min = *least;
  end.amount().qualifier = Qualifier::between;
  end.mention.span.begin = span.begin;
  end.first = first;
}

// The joining word before `at`, «bzw.» with its full stop; `at` without any.
std::uint32_t ValueNeighbours::joiner_begin(std::uint32_t at, std::uint32_t floor) const {
  auto end = at;
  if (end > floor && place_.text.of(place_.token(end - 1)) == "." && (place_.token(end - 1).shape & kGlued))
    --end;
  return end > floor && place_.has(end - 1, place_.words.joiner) ? end - 1 : at;
}

// «11.000 der noch 27.000 Stellen», "9,000 of its 78,000 jobs": where the words between begin; `at` without
// any.
std::uint32_t ValueNeighbours::part_joiner_begin(std::uint32_t at, std::uint32_t floor) const {
  auto end = at;
  while (end > floor && place_.has(end - 1, place_.words.part_gap)) --end;
  const auto first = place_.phrase_before(end, floor, kMostJoinerWords, place_.words.part_joiners).first;
  return first == end ? at : first;
}

// «3.900 Stellen, davon 3.300 in Deutschland», «200 Milliarden Euro …, 50 davon»: a part has the unit and
// the scale of the whole, and is no more than it.
void ValueNeighbours::share_units_with_parts() {
  if (found_.empty()) return;
  for (auto i = found_.front().last; i < place_.sentence.last; ++i) {
    if (!sets_off(place_.token(i), Pass::value_neighbour)) continue;
    const auto hit = place_.phrase_at(i, place_.words.part_words);
    if (hit.tag == kNoTag) continue;
    const auto next = std::ranges::find_if(found_, [&](const FoundValue& f) { return f.last > i; });
    if (next == found_.begin()) continue;
    const FoundValue& whole = *std::prev(next);
    const auto limit = next == found_.end() ? place_.sentence.last : next->first;
    auto part = number_before(i, whole.last, whole);
    if (!part) part = number_behind(hit.last, limit, whole);
    if (!part || !is_part(*part, whole, place_.text)) continue;
    found_.insert(next, std::move(*part));
  }
}

// «Von den 450 Stellen bei Brandner fallen 120 weg»: what follows in the clause counts the same.
void ValueNeighbours::share_units_of_wholes() {
  for (std::size_t f = 0; f < found_.size(); ++f) {
    const FoundValue& whole = found_[f];
    const auto floor = f == 0 ? place_.sentence.first : found_[f - 1].last;
    const auto at = qualifier_before(place_, whole.first, floor).first;
    if (whole.mention.kind != MentionKind::quantity || whole.bare || whole.amount().unit.empty() ||
        place_.phrase_before(at, floor, kMostJoinerWords, place_.words.whole_openers).tag == kNoTag)
      continue;
    const auto limit = f + 1 < found_.size() ? found_[f + 1].first : place_.sentence.last;
    for (auto i = whole.last; i < limit && place_.text.of(place_.token(i)) != ","; ++i) {
      if (!place_.token(i).is(TokenClass::number)) continue;
      auto part = number_behind(i, limit, whole);
      if (part && is_part(*part, whole, place_.text))
        found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f) + 1, std::move(*part));
      break;
    }
  }
}

// «um 5, 8 und 10 Prozent»: how many more numbers stand before the one at `f`.
std::size_t ValueNeighbours::share_units_over_commas(std::size_t f) {
  std::size_t count = 0;
  const auto floor = f == 0 ? place_.sentence.first : found_[f - 1].last;
  for (;; ++count) {
    const auto at = found_[f].first;
    const bool comma =
        at > floor + 1 && place_.text.of(place_.token(at - 1)) == "," && !(place_.token(at).shape & kGlued);
    auto more = comma ? number_before(at - 1, floor, found_[f]) : std::nullopt;
    if (!more) return count;
    found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f), std::move(*more));
  }
}

// "500 jobs in Berlin, 300 in Munich and 200 in Bonn", «500 Stellen: 300 in München und 200 in Bonn»: what is
// told place by place is counted as the figure before is.
void ValueNeighbours::share_counts_over_places() {
  for (std::size_t f = 0; f < found_.size(); ++f) {
    const FoundValue whole = found_[f];
    if (whole.mention.kind != MentionKind::quantity || whole.bare || !place_.is_counted(whole.amount().unit))
      continue;
    const auto limit = f + 1 < found_.size() ? found_[f + 1].first : place_.sentence.last;
    for (auto i = whole.last; i + 2 < limit; ++i) {
      const auto mark = place_.text.of(place_.token(i));
      if (mark != "," && mark != ":" && !place_.has(i, place_.words.list_joiner)) continue;
      auto part = number_behind(i + 1, limit, whole);
      if (!part) part = number_behind_place(i + 1, limit, whole);
      if (!part) continue;
      const auto at = part->last;
      const bool place_behind = at + 1 < limit && place_.has(at, place_.words.list_place) &&
                                !place_.token(at + 1).is(TokenClass::number);
      if (part->first == i + 1 && !place_behind) continue;
      found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f) + 1, std::move(*part));
      break;
    }
  }
}

// «…, |in Berlin| 300 und |in der Schweiz| 200»: where nouns have capitals, the place may stand before.
std::optional<FoundValue> ValueNeighbours::number_behind_place(std::uint32_t at, std::uint32_t limit,
                                                               const FoundValue& of) const {
  constexpr std::uint32_t kMostWords = 3;
  constexpr Decimal kFewest{10, 0};  // «in Halle 3»
  if (!place_.words.nouns_capital || at >= limit || !place_.has(at, place_.words.list_place))
    return std::nullopt;
  auto end = at + 1;
  while (end < limit && end <= at + kMostWords && place_.token(end).is(TokenClass::word)) ++end;
  if (end == at + 1 || !(place_.token(end - 1).shape & kCapital)) return std::nullopt;
  auto part = number_behind(end, limit, of);
  if (!part || compare(*part->amount().max, kFewest) < 0) return std::nullopt;
  return part;
}

// «(2023: 4,9)»: behind the year; `at` where there is none.
std::uint32_t ValueNeighbours::year_before_colon(std::uint32_t at) const {
  if (at + 1 >= place_.sentence.last || place_.text.of(place_.token(at + 1)) != ":") return at;
  const Span span = place_.token(at).span();
  const auto value = place_.rules.numbers().read(place_.text.of(span));
  return value && is_year(span, *value) ? at + 1 : at;
}

// «Umsatz: 5,5 Mrd. Euro (Vj. 4,9)»: in the brackets behind a value stands the one it is compared with.
void ValueNeighbours::share_units_with_bases() {
  for (std::size_t f = 0; f < found_.size(); ++f) {
    const auto open = found_[f].last;
    if (found_[f].bare || open + 1 >= place_.sentence.last || !place_.bracketed(open + 1)) continue;
    const auto hit = place_.phrase_at(open + 1, place_.words.base_words);
    auto at = hit.tag == kNoTag ? year_before_colon(open + 1) : hit.last;
    if (at == open + 1) continue;
    while (at < place_.sentence.last && place_.token(at).is(TokenClass::punctuation) &&
           place_.bracketed(at + 1))
      ++at;
    const auto limit = f + 1 < found_.size() ? found_[f + 1].first : place_.sentence.last;
    if (auto base = number_behind(at, limit, found_[f]))
      found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f) + 1, std::move(*base));
  }
}

// «stieg auf 859,0 Millionen Euro nach 388,6 im Vorjahr», "$859.0 million, against 388.6 a year before": what
// a sum in millions is compared with leaves both words out.
void ValueNeighbours::share_sums_rightwards() {
  constexpr std::uint32_t kMostBetween = 2;  // a comma, and the "up" of "up from"
  for (std::size_t f = 0; f < found_.size(); ++f) {
    const FoundValue sum = found_[f];
    if (sum.mention.kind != MentionKind::money || sum.bare || sum.power <= 0 || !sum.letter.empty()) continue;
    const auto limit = f + 1 < found_.size() ? found_[f + 1].first : place_.sentence.last;
    for (auto i = sum.last; i < limit && i <= sum.last + kMostBetween; ++i) {
      const auto hit = place_.phrase_at(i, place_.words.comparators);
      if (hit.tag == kNoTag) continue;
      if (auto base = number_behind(hit.last, limit, sum))
        found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f) + 1, std::move(*base));
      break;
    }
  }
}

// "826 jets, up from 735", «9,24 Millionen Autos …, verglichen mit 9,03»: behind words that compare, a
// number goes on counting what was counted last, in the sentence or just before it.
void ValueNeighbours::share_counts_rightwards() {
  if (found_.empty() && !context_.counted_last) return;
  for (auto i = context_.counted_last ? place_.sentence.first : found_.front().last; i < place_.sentence.last;
       ++i) {
    if (!sets_off(place_.token(i), Pass::value_neighbour)) continue;
    const auto hit = place_.phrase_at(i, place_.words.comparators);
    if (hit.tag == kNoTag) continue;
    const auto next = std::ranges::find_if(found_, [&](const FoundValue& f) { return f.last > i; });
    const auto limit = next == found_.end() ? place_.sentence.last : next->first;
    const auto counted = counted_before(next);
    if (!counted) continue;
    if (auto more = number_behind(hit.last, limit, *counted)) found_.insert(next, std::move(*more));
  }
}

// «Der Mitarbeiterstand stieg von 543 auf 574», «die Zahl der Filialen sank um 4 auf 57»: plain numbers
// behind a noun that says what is counted.
void ValueNeighbours::count_in_full() {
  if (!place_.names_a_count()) return;
  for (auto i = place_.sentence.first; i + 1 < place_.sentence.last; ++i) {
    const auto hit = place_.phrase_at(i, place_.words.count_moves);
    if (hit.tag == kNoTag) continue;
    const auto unit = counted_unit_before(i);
    if (unit.empty()) continue;
    const auto next = std::ranges::find_if(found_, [&](const FoundValue& f) { return f.last > i; });
    const auto limit = next == found_.end() ? place_.sentence.last : next->first;
    if (auto more = number_behind(hit.last, limit, one_counted(unit))) found_.insert(next, std::move(*more));
  }
}

FoundValue ValueNeighbours::one_counted(std::string_view unit) const {
  const auto& rules = place_.rules.set(RuleKind::value).rules();
  const auto rule = std::ranges::find_if(rules, [](const Rule& r) { return r.attribute("op") == "count"; });
  FoundValue one;
  Amount amount;
  amount.unit = unit;
  amount.min = amount.max = kOne;
  one.mention = {
      MentionKind::quantity, {}, rule == rules.end() ? std::string_view{} : rule->name, std::move(amount)};
  return one;
}

// Of the nearest noun before, in the clause, that stands for what is counted («Belegschaft») or names it
// («Zahl der Filialen»).
std::string_view ValueNeighbours::counted_unit_before(std::uint32_t at) const {
  for (auto i = at; i > place_.sentence.first && place_.text.of(place_.token(i - 1)) != ","; --i) {
    if (const auto unit = place_.lexicon.value(place_.token(i - 1), place_.words.counted_noun); !unit.empty())
      return unit;
    const bool named = i >= place_.sentence.first + 3 && place_.has(i - 3, place_.words.count_context);
    if (!named) continue;
    if (const auto unit = place_.lexicon.value(place_.token(i - 1), place_.words.unit); !unit.empty())
      return unit;
  }
  return {};
}

// One of what the last value before `next` counted, percentages aside.
std::optional<FoundValue> ValueNeighbours::counted_before(At next) const {
  FoundValue one;
  for (auto at = next; at != found_.begin();) {
    --at;
    if (at->mention.kind == MentionKind::percent) continue;
    if (at->bare || at->mention.kind != MentionKind::quantity) return std::nullopt;
    one = *at;
    one.power = 0;
    return one;
  }
  if (!context_.counted_last || context_.counted_paragraph + 1 < place_.sentence.paragraph)
    return std::nullopt;
  Amount amount;
  amount.unit = context_.counted;
  amount.min = amount.max = Decimal{1, 0};
  one.mention = {MentionKind::quantity, {}, context_.counted_rule, std::move(amount)};
  return one;
}

std::optional<FoundValue> ValueNeighbours::number_behind(std::uint32_t at, std::uint32_t limit,
                                                         const FoundValue& of) const {
  if (at >= limit) return std::nullopt;
  while (at < limit && place_.has(at, place_.words.count_gap)) ++at;
  if (const auto hit = place_.phrase_at(at, place_.words.qualifiers); hit.tag != kNoTag) at = hit.last;
  const auto end = number_end(at, limit);
  const bool ends = end < place_.sentence.last && place_.has(end, place_.words.article);  // "a year before"
  if (end == at || (!ends && place_.counts_something(end))) return std::nullopt;
  if (!is_plain(place_.text.of(Span{place_.token(at).begin, place_.token(end - 1).end()})))
    return std::nullopt;
  return number_before(end, at, of);
}

// The digits of one number: tokens glued to each other.
std::uint32_t ValueNeighbours::number_end(std::uint32_t at, std::uint32_t limit) const {
  const auto glued = [&](std::uint32_t i) { return (place_.token(i).shape & kGlued) != 0; };
  const auto number = [&](std::uint32_t i) { return place_.token(i).is(TokenClass::number); };
  auto end = at;
  while (end < limit &&
         (number(end) || (end > at && end + 1 < limit && glued(end) && glued(end + 1) && number(end + 1))))
    ++end;
  return end;
}

std::uint32_t ValueNeighbours::number_begin(std::uint32_t at, std::uint32_t floor) const {
  const auto number = [&](std::uint32_t i) { return place_.token(i).is(TokenClass::number); };
  const auto mark = [&](std::uint32_t i) { return place_.token(i).is(TokenClass::punctuation); };
  // «1 500 000» goes on, «2017 1,6» are two.
  const auto goes_on = [&](std::uint32_t i) { return i == at || mark(i) || place_.goes_on_in_groups(i); };
  auto first = at;
  while (first > floor && ((number(first - 1) && goes_on(first)) ||
                           (first < at && (place_.token(first).shape & kGlued) && mark(first - 1) &&
                            first - 1 > floor && number(first - 2))))
    --first;
  if (first != at) return first;
  const bool word =
      place_.token(at - 1).is(TokenClass::word) && place_.has(at - 1, place_.words.number_start);
  return word ? at - 1 : at;
}

std::optional<FoundValue> ValueNeighbours::number_before(std::uint32_t at, std::uint32_t floor,
                                                         const FoundValue& of, bool of_whole) const {
  if (at <= floor) return std::nullopt;
  const auto first = number_begin(at, floor);
  if (first == at || !place_.can_begin(first) || !lends_unit(of)) return std::nullopt;
  const Span span{place_.token(first).begin, place_.token(at - 1).end()};
  const auto value = place_.rules.numbers().read(place_.text.of(span));
  const bool counts = of.mention.kind == MentionKind::quantity;  // «seit 2000 von 6.623 Euro» is a year
  const bool round = of_whole && counts && value && value->coefficient % 100 == 0;
  if (!value || (is_year(span, *value) && !round)) return std::nullopt;
  // "fell by a half to $2bn": a part of what it was, no half of a billion.
  if (of.mention.kind == MentionKind::money && place_.has(at - 1, place_.words.bare_part))
    return std::nullopt;
  FoundValue shared = of;
  shared.first = first;
  shared.last = at;
  shared.bare = shared.counts = false;
  Amount own;
  own.unit = of.amount().unit;
  if (of.mention.kind == MentionKind::money && of.amount().basis != CurrencyBasis::none)
    own.basis = CurrencyBasis::inherited;
  own.min = own.max = scaled(*value, is_whole(*value, of) ? 0 : of.power);
  shared.mention.span = span;
  shared.mention.value = own;
  return shared;
}

// --- a number of millions, of what? --------------------------------------------------------------------

void ValueNeighbours::settle_bare_amounts() {
  for (std::size_t f = 0; f < found_.size(); ++f) {
    auto& found = found_[f];
    const bool money = found.mention.kind == MentionKind::money;
    const bool open = money && found.amount().basis == CurrencyBasis::none && found.amount().unit.empty();
    if (found.named || !(found.bare || open)) continue;
    settle(found, f);
  }
}

// «300 Milliarden»: money, where a sum of money stands near and no noun follows that would be counted.
void ValueNeighbours::settle(FoundValue& found, std::size_t at) {
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
bool ValueNeighbours::is_moved_to(const FoundValue& found, const FoundValue& by) const {
  const auto begin = qualifier_before(place_, found.first, by.last).first;
  return by.mention.kind == MentionKind::money && by.amount().basis != CurrencyBasis::none && by.power <= 0 &&
         begin == by.last + 1 && place_.has(by.last, place_.words.moves_to) &&
         !place_.counts_something(found.last);
}

// "hundreds of thousands of livelihoods"; but «Milliarden von Anlegern» are from them
bool ValueNeighbours::is_crowd(const FoundValue& found) const {
  return found.amount().qualifier == Qualifier::magnitude && found.last < place_.sentence.last &&
         place_.has(found.last, place_.words.magnitude_of);
}

// "sales of cars", "per customer": the noun only says of what.
bool ValueNeighbours::is_of_a_sum(std::uint32_t noun) const {
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
bool ValueNeighbours::counts_its_subject(FoundValue& found) const {
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
bool ValueNeighbours::is_counted_in_its_clause(FoundValue& found, std::size_t at) const {
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
  const auto unit = counted_unit_before(found.first);
  if (unit.empty()) return false;
  count(found, unit);
  return true;
}

// «100t»: with no money around, the letter is a unit's sign.
void ValueNeighbours::read_letter_as_unit(FoundValue& found) const {
  if (found.letter.empty() || !found.amount().resolved()) return;
  const auto unit = place_.lexicon.value_of(found.letter, place_.words.letter_is_unit);
  if (unit.empty()) return;
  found.amount().min = found.amount().max = scaled(*found.amount().min, -found.power);
  count(found, unit);
}

// «Die Zahl der Abonnenten stieg auf 5,4 Millionen»: what is counted stands before the number.
bool ValueNeighbours::count_noun_before(FoundValue& found, std::uint32_t floor) const {
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
bool ValueNeighbours::count_what_came_before(FoundValue& found, std::size_t at) const {
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
bool ValueNeighbours::speaks_of_money() const {
  return place_.any_has(place_.words.money_context) || speaks_of_payment();
}

bool ValueNeighbours::speaks_of_payment() const {
  if (!place_.any_has(place_.words.payment_word) || place_.names_a_count()) return false;
  return !place_.any_has(place_.words.unit) && std::ranges::none_of(found_, [](const FoundValue& found) {
    return !found.bare && found.mention.kind == MentionKind::quantity;
  });
}

// A word that speaks of money, or a sum of money just before in the paragraph.
bool ValueNeighbours::goes_on_about_money() const {
  if (speaks_of_payment()) return true;
  // "sales were lower at 2.93m" behind a number of cars: which it is cannot be told.
  if (context_.counted_last && context_.counted_paragraph == place_.sentence.paragraph) return false;
  // «Die Zahl der Millionäre stieg auf 1,1 Millionen»
  if (place_.any_has(place_.words.count_context)) return false;
  const bool just_before = !context_.currency.empty() && context_.paragraph == place_.sentence.paragraph;
  return just_before ? !place_.any_has(place_.words.unit) : speaks_of_money();
}

const Amount* ValueNeighbours::nearest_money(std::size_t of) const {
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

// "employs 42,000 people": where the sentence speaks of work, people are employees. The list's keys are the
// unit as it was and as it is.
void ValueNeighbours::shift_units() {
  for (auto& found : found_) {
    if (found.mention.kind != MentionKind::quantity) continue;
    for (auto i = place_.sentence.first; i < place_.sentence.last; ++i) {
      if (!sets_off(place_.token(i), Pass::value_neighbour) || !place_.has(i, place_.words.unit_shift))
        continue;
      const auto key = place_.lexicon.value(place_.token(i), place_.words.unit_shift);
      const auto to = key.find('>');
      if (to == std::string_view::npos || key.substr(0, to) != found.amount().unit) continue;
      found.amount().unit = key.substr(to + 1);
      break;
    }
  }
}

}  // namespace gegenprobe::extract
