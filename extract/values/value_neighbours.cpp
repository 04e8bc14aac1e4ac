#include "extract/values/value_neighbours.h"

#include <algorithm>

#include "extract/values/bare_amounts.h"
#include "extract/values/value_qualifier.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kMostJoinerWords = 2;  // «der», "of its"
constexpr Decimal kOne{1, 0};

// A scale that stands alone («Milliarden Euro») as one of them.
FoundValue one_of(const FoundValue& magnitude) {
  FoundValue one = magnitude;
  auto& amount = one.amount();
  one.power = amount.min ? amount.min->exponent : 0;
  amount.qualifier = Qualifier::exact;
  amount.max = amount.min;
  return one;
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
  settle_bare_amounts(place_, context_, found_);
  std::erase_if(found_, [](const FoundValue& found) { return found.bare; });
  shift_units();
}

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
    auto outer = numbers_.before(open, floor, unit);
    if (!outer) continue;
    const auto hit = place_.phrase_at(open + 1, place_.words.base_words);
    auto at = hit.tag == kNoTag ? numbers_.year_before_colon(open + 1) : hit.last;
    while (at < close && place_.token(at).is(TokenClass::punctuation)) ++at;
    const bool labelled = at > open + 1;  // «20,5 (21,6) Milliarden»: of when the second is, is not said
    auto inner = labelled ? numbers_.behind(at, close, unit) : std::nullopt;
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
    auto shared = numbers_.before(end, floor, found_[f], of != at);
    if (!shared || (of != at && !is_part(*shared, found_[f], place_.text))) continue;
    if (of != at) widen(*shared, floor);
    found_.insert(found_.begin() + static_cast<std::ptrdiff_t>(f), std::move(*shared));
    f += 1 + share_units_over_commas(f);
  }
}

// «80 bis |100| der 500 Stellen»: the number is the end of a range.
void ValueNeighbours::widen(FoundValue& end, std::uint32_t floor) const {
  if (end.first < floor + 2 || !place_.has(end.first - 1, place_.words.range_word)) return;
  const auto first = numbers_.begin(end.first - 1, floor);
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
    auto part = numbers_.before(i, whole.last, whole);
    if (!part) part = numbers_.behind(hit.last, limit, whole);
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
      auto part = numbers_.behind(i, limit, whole);
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
    auto more = comma ? numbers_.before(at - 1, floor, found_[f]) : std::nullopt;
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
      auto part = numbers_.behind(i + 1, limit, whole);
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
  auto part = numbers_.behind(end, limit, of);
  if (!part || compare(*part->amount().max, kFewest) < 0) return std::nullopt;
  return part;
}

// «Umsatz: 5,5 Mrd. Euro (Vj. 4,9)»: in the brackets behind a value stands the one it is compared with.
void ValueNeighbours::share_units_with_bases() {
  for (std::size_t f = 0; f < found_.size(); ++f) {
    const auto open = found_[f].last;
    if (found_[f].bare || open + 1 >= place_.sentence.last || !place_.bracketed(open + 1)) continue;
    const auto hit = place_.phrase_at(open + 1, place_.words.base_words);
    auto at = hit.tag == kNoTag ? numbers_.year_before_colon(open + 1) : hit.last;
    if (at == open + 1) continue;
    while (at < place_.sentence.last && place_.token(at).is(TokenClass::punctuation) &&
           place_.bracketed(at + 1))
      ++at;
    const auto limit = f + 1 < found_.size() ? found_[f + 1].first : place_.sentence.last;
    if (auto base = numbers_.behind(at, limit, found_[f]))
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
      if (auto base = numbers_.behind(hit.last, limit, sum))
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
    if (auto more = numbers_.behind(hit.last, limit, *counted)) found_.insert(next, std::move(*more));
  }
}

// «Der Mitarbeiterstand stieg von 543 auf 574», «die Zahl der Filialen sank um 4 auf 57»: plain numbers
// behind a noun that says what is counted.
void ValueNeighbours::count_in_full() {
  if (!place_.names_a_count()) return;
  for (auto i = place_.sentence.first; i + 1 < place_.sentence.last; ++i) {
    const auto hit = place_.phrase_at(i, place_.words.count_moves);
    if (hit.tag == kNoTag) continue;
    const auto unit = place_.counted_unit_before(i);
    if (unit.empty()) continue;
    const auto next = std::ranges::find_if(found_, [&](const FoundValue& f) { return f.last > i; });
    const auto limit = next == found_.end() ? place_.sentence.last : next->first;
    if (auto more = numbers_.behind(hit.last, limit, one_counted(unit)))
      found_.insert(next, std::move(*more));
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
