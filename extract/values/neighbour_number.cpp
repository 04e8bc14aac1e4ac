#include "extract/values/neighbour_number.h"

namespace gegenprobe::extract {
namespace {

bool lends_unit(const FoundValue& of) {
  return of.amount().resolved() && of.amount().qualifier != Qualifier::magnitude;
}

// "100,000 and one million": no 100,000 millions.
bool is_whole(Decimal value, const FoundValue& beside) {
  constexpr Decimal kInFull{10000, 0};
  const auto& of = beside.amount().max;
  return of && compare(value, kInFull) >= 0 && compare(scaled(value, beside.power), *of) > 0;
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

}  // namespace

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

std::uint32_t NeighbourNumbers::year_before_colon(std::uint32_t at) const {
  if (at + 1 >= place_.sentence.last || place_.text.of(place_.token(at + 1)) != ":") return at;
  const Span span = place_.token(at).span();
  const auto value = place_.rules.numbers().read(place_.text.of(span));
  return value && is_year(span, *value) ? at + 1 : at;
}

std::optional<FoundValue> NeighbourNumbers::behind(std::uint32_t at, std::uint32_t limit,
                                                   const FoundValue& of) const {
  if (at >= limit) return std::nullopt;
  while (at < limit && place_.has(at, place_.words.count_gap)) ++at;
  if (const auto hit = place_.phrase_at(at, place_.words.qualifiers); hit.tag != kNoTag) at = hit.last;
  const auto end = end_of(at, limit);
  const bool ends = end < place_.sentence.last && place_.has(end, place_.words.article);  // "a year before"
  if (end == at || (!ends && place_.counts_something(end))) return std::nullopt;
  if (!is_plain(place_.text.of(Span{place_.token(at).begin, place_.token(end - 1).end()})))
    return std::nullopt;
  return before(end, at, of);
}

// The digits of one number: tokens glued to each other.
std::uint32_t NeighbourNumbers::end_of(std::uint32_t at, std::uint32_t limit) const {
  const auto glued = [&](std::uint32_t i) { return (place_.token(i).shape & kGlued) != 0; };
  const auto number = [&](std::uint32_t i) { return place_.token(i).is(TokenClass::number); };
  auto end = at;
  while (end < limit &&
         (number(end) || (end > at && end + 1 < limit && glued(end) && glued(end + 1) && number(end + 1))))
    ++end;
  return end;
}

std::uint32_t NeighbourNumbers::begin(std::uint32_t at, std::uint32_t floor) const {
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

std::optional<FoundValue> NeighbourNumbers::before(std::uint32_t at, std::uint32_t floor,
                                                   const FoundValue& of, bool of_whole) const {
  if (at <= floor) return std::nullopt;
  const auto first = begin(at, floor);
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

}  // namespace gegenprobe::extract
