#include "extract/values/value_place.h"

#include <algorithm>

namespace gegenprobe::extract {

bool ValuePlace::any_has(Tag tag) const {
  for (auto i = sentence.first; i < sentence.last; ++i)
    if (has(i, tag)) return true;
  return false;
}

bool ValuePlace::names_a_count() const {
  for (auto i = sentence.first; i < sentence.last; ++i)
    if (sets_off(token(i), Pass::count) && lexicon.has_any(token(i), words.counting)) return true;
  return false;
}

std::string_view ValuePlace::counted_unit_before(std::uint32_t at) const {
  for (auto i = at; i > sentence.first && text.of(token(i - 1)) != ","; --i) {
    if (const auto unit = lexicon.value(token(i - 1), words.counted_noun); !unit.empty()) return unit;
    const bool named = i >= sentence.first + 3 && has(i - 3, words.count_context);
    if (!named) continue;
    if (const auto unit = lexicon.value(token(i - 1), words.unit); !unit.empty()) return unit;
  }
  return {};
}

PhraseHit ValuePlace::phrase_before(std::uint32_t end, std::uint32_t floor, std::uint32_t most,
                                    const TagSet& tags) const {
  for (std::uint32_t back = most; back >= 1; --back) {
    if (end < floor + back) continue;
    const auto hit = lexicon.longest(text.folded, text.tokens, end - back, end, tags);
    if (hit.tag != kNoTag && hit.last == end) return hit;
  }
  return {kNoTag, end, end, {}};
}

bool ValuePlace::goes_on_in_groups(std::uint32_t i) const {
  if (i == sentence.first) return false;
  const Token &before = token(i - 1), &at = token(i);
  if (!before.is(TokenClass::number) || !at.is(TokenClass::number) || at.size != 3 || before.size > 3)
    return false;
  // Not «10 737-800», "5/8 105".
  const bool hyphen = i + 1 < sentence.last && (token(i + 1).shape & kGlued) && text.of(token(i + 1)) == "-";
  return !(at.shape & kGlued) && !(before.shape & kGlued) && !hyphen;
}

bool ValuePlace::can_begin(std::uint32_t i) const {
  const Token& at = token(i);
  if (goes_on_in_groups(i)) return false;
  if (!(at.shape & kGlued) || i == sentence.first) return true;
  const Token& before = token(i - 1);
  if (at.is(TokenClass::symbol)) return !before.is(TokenClass::number);
  if (before.is(TokenClass::word) || before.is(TokenClass::number)) return false;
  if (!(before.shape & kGlued) || i < sentence.first + 2) return true;
  const Token& second = token(i - 2);
  const auto mark = text.of(before);
  if (second.is(TokenClass::number))
    return mark != "." && mark != "," && mark != "'" && mark != "’" && mark != ":" && mark != "/";
  return !(second.is(TokenClass::word) && (mark == "-" || mark == "/" || mark == "_"));
}

std::uint32_t ValuePlace::token_after(std::uint32_t i, std::uint32_t end) const {
  while (i < sentence.last && token(i).begin < end) ++i;
  return i;
}

bool ValuePlace::is_counted(std::string_view unit) const {
  const auto* things = rules.list("unit");
  return things && std::ranges::any_of(things->items, [&](const auto& item) { return item.first == unit; });
}

bool ValuePlace::counts_something(std::uint32_t after) const {
  if (after >= sentence.last) return false;
  const Token& next = token(after);
  if (next.is(TokenClass::punctuation) || next.is(TokenClass::symbol)) return text.of(next) == "-";
  if (next.is(TokenClass::number)) return false;
  if (has(after, words.function_word) || has(after, words.follows_money)) return false;
  return words.nouns_capital ? (next.shape & kCapital) != 0 || lower_adjective(after) : true;
}

// «200 Millionen verkaufte Geräte», «15.000 chronisch kranke Versicherte»: up to two small words, the last of
// them an adjective.
bool ValuePlace::lower_adjective(std::uint32_t at) const {
  for (auto noun = at + 1; noun <= at + 2 && inside(noun) && token(noun).is(TokenClass::word); ++noun) {
    const auto before = text.of(token(noun - 1));
    if ((token(noun).shape & kCapital) != 0) return before.ends_with('e') || before.ends_with("en");
    if (has(noun, words.function_word)) return false;
  }
  return false;
}

bool ValuePlace::bracketed(std::uint32_t of) const {
  for (auto i = of; i > sentence.first; --i) {
    const auto mark = text.of(token(i - 1));
    if (mark == ")" || mark == "(") return mark == "(";
  }
  return false;
}

}  // namespace gegenprobe::extract
