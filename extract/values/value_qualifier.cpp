#include "extract/values/value_qualifier.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kMostWords = 4;  // of a qualifier
constexpr int kMostGaps = 3;             // words between it and its value

// «ein Vertrag über 300 Millionen Euro»: here it means "of", not "more than"; "edged up to €3bn".
bool follows_noun(const ValuePlace& place, const PhraseHit& hit, std::uint32_t floor) {
  if (hit.first <= floor) return false;
  // «Liefervertrag» is a word of other lists, too, and yet ends as one of these.
  const auto& noun = place.token(hit.first - 1);
  if (!place.has(hit.first - 1, place.words.noun_with_amount) &&
      !place.lexicon.ends_as(place.text.folded_of(noun), place.words.noun_with_amount))
    return false;
  const auto guarded = place.phrase_before(hit.last, hit.first, kMostWords, place.words.after_noun);
  return guarded.tag != kNoTag && guarded.first == hit.first;
}

// "Lumenara Inc <LMN> 13 pct stake": the end of a code, no sign of more.
bool closes_code(const ValuePlace& place, const PhraseHit& hit) {
  constexpr std::uint32_t kLongestCode = 6;
  if (hit.first == place.sentence.first || !(place.token(hit.first).shape & kGlued)) return false;
  for (auto i = hit.first; i > place.sentence.first && i + kLongestCode > hit.first; --i)
    if (place.text.of(place.token(i - 1)) == "<") return true;
  return false;
}

// «von 4,14 bis 4,15 auf 4,4»: the end of a range, no bound.
bool closes_range(const ValuePlace& place, const PhraseHit& hit, std::uint32_t floor) {
  constexpr std::uint32_t kYear = 4;  // digits
  if (!place.words.nouns_capital || hit.last != hit.first + 1 || hit.first <= floor) return false;
  const auto& low = place.token(hit.first - 1);
  return hit.value == word(Qualifier::up_to) && low.is(TokenClass::number) && low.size != kYear &&
         place.token(hit.last).is(TokenClass::number);
}

// "131 percent | higher than $2m": by how much the figure before passes this one, no bound.
bool is_behind_percent(const ValuePlace& place, const PhraseHit& hit, std::uint32_t floor) {
  const auto key = qualifier(hit.value);
  if (place.words.nouns_capital || (key != Qualifier::more_than && key != Qualifier::less_than)) return false;
  return place.phrase_before(hit.first, floor, kMostWords, place.words.percents).tag != kNoTag;
}

// "Sales were |up to| $5.9m, from $3m": they rose so far, no bound.
bool rises_to(const ValuePlace& place, const PhraseHit& hit, const FoundValue& found) {
  if (place.words.nouns_capital || qualifier(hit.value) != Qualifier::up_to ||
      hit.first == place.sentence.first || !place.has(hit.first - 1, place.words.passive_auxiliary))
    return false;
  const auto behind =
      found.last + (place.inside(found.last) && place.text.of(place.token(found.last)) == ",");
  return place.inside(behind) && place.has(behind, place.words.moves_from);
}

// Whether it is denied: "no first-class fare will be priced at | more than $599", "will not |exceed".
bool is_of_nothing(const ValuePlace& place, std::uint32_t qualifier) {
  constexpr std::uint32_t kReach = 9;
  for (auto i = qualifier; i > place.sentence.first && i + kReach > qualifier; --i) {
    const auto& token = place.token(i - 1);
    const bool hyphen =
        token.is(TokenClass::punctuation) && (token.shape & kGlued) && place.text.of(token) == "-";
    const bool at_bound = i == qualifier && place.has(i - 1, place.words.price_at);  // "at more than"
    if (hyphen || at_bound) continue;
    if (token.is(TokenClass::punctuation) || place.has(i - 1, place.words.nothing_ends)) return false;
    if (place.has(i - 1, place.words.nothing)) return true;
  }
  return false;
}

// "topped the |$72bn| that X had offered", "exceeded forecasts of |$5bn|": what was passed is a figure of its
// own, no bound; "passed the $5tn mark" gives one.
bool passes_other_figure(const ValuePlace& place, std::uint32_t verb, const FoundValue& found) {
  if (!place.has(verb, place.words.passing_before) ||
      (place.inside(found.last) && place.has(found.last, place.words.passed_mark)))
    return false;
  if (found.first > verb + 1 && place.has(found.first - 1, place.words.passed_opener)) return true;
  for (auto i = verb + 1; i < found.first; ++i)
    if (place.has(i, place.words.passed_noun)) return true;
  return false;
}

// What is left of a bound where nothing is beyond it.
std::string_view bound_denied(std::string_view said) {
  const auto key = qualifier(said);
  if (key == Qualifier::more_than) return word(Qualifier::up_to);
  return key == Qualifier::less_than ? word(Qualifier::at_least) : said;
}

// «… von 4 Billionen Dollar überschritt», "surpassed $4 trillion": with at most a preposition between. "Sales
// of $5bn surpassed those of 2023", «5 Milliarden übertrafen die Prognose»: the figure itself is exact. What
// is not passed is a bound, too: «werden 5 Milliarden nicht übersteigen».
std::string_view verb_of_passing(const ValuePlace& place, const FoundValue& found) {
  const auto verb = place.words.qualifier_verb, last = place.words.qualifier_verb_last;
  const auto key = [&](std::uint32_t i) {
    const auto said = place.lexicon.value(place.token(i), verb);
    return is_of_nothing(place, i) ? bound_denied(said) : said;
  };
  // «um 3 Prozent übertroffen»: by how much something else was passed.
  if (found.first > place.sentence.first && place.has(found.first - 1, place.words.delta_preposition))
    return {};
  // «überstieg mit 48 Milliarden den Wert des Vorjahres»: the figure passes, and is not passed.
  if (found.first > place.sentence.first && place.has(found.first - 1, place.words.passing_itself)) return {};
  auto behind = found.last;
  const bool denied = behind < place.sentence.last && place.has(behind, place.words.nothing);
  if (denied) ++behind;
  if (behind < place.sentence.last && place.has(behind, last)) {
    const auto end = behind + 1;
    const bool closes = end >= place.sentence.last || place.token(end).is(TokenClass::punctuation);
    const auto said = place.lexicon.value(place.token(behind), last);
    if (closes || !place.has(behind, verb)) return denied ? bound_denied(said) : said;
  }
  for (std::uint32_t back = 1; back <= 4 && found.first >= place.sentence.first + back; ++back) {
    if (place.has(found.first - back, verb))
      return passes_other_figure(place, found.first - back, found) ? std::string_view{}
                                                                   : key(found.first - back);
    if (place.token(found.first - back).is(TokenClass::punctuation)) break;
  }
  return {};
}

// «17.000+», "$2bn-plus"; "2,000 or more jobs", «2000 und mehr Stellen» within.
std::string_view qualifier_after(const ValuePlace& place, const FoundValue& found) {
  for (auto i = found.first + 1; i + 1 < found.last; ++i)
    if (const auto hit = place.phrase_at(i, place.words.qualifiers_after);
        hit.tag != kNoTag && hit.last < found.last)
      return hit.value;
  const auto glued = [&](std::uint32_t i) { return place.inside(i) && (place.token(i).shape & kGlued) != 0; };
  const bool hyphen =
      glued(found.last) && glued(found.last + 1) && place.text.of(place.token(found.last)) == "-";
  const auto at = found.last + hyphen;
  if (!place.inside(at)) return {};
  const auto hit = place.phrase_at(at, place.words.qualifiers_after);
  const bool sign = !place.token(at).is(TokenClass::word);  // not «17.000 Stellen +++»
  return hit.tag == kNoTag || (sign && !glued(at)) ? std::string_view{} : hit.value;
}

std::string_view word_around(const ValuePlace& place, const FoundValue& found) {
  if (const auto hit = qualifier_before(place, found.first, place.sentence.first);
      hit.tag != kNoTag && !rises_to(place, hit, found) &&
      !(place.has(hit.first, place.words.qualifier_verb) && passes_other_figure(place, hit.first, found)))
    return is_of_nothing(place, hit.first) ? bound_denied(hit.value) : hit.value;
  if (const auto after = qualifier_after(place, found); !after.empty()) return after;
  return verb_of_passing(place, found);
}

}  // namespace

PhraseHit qualifier_before(const ValuePlace& place, std::uint32_t at, std::uint32_t floor) {
  for (int gap = 0; gap < kMostGaps && at > floor; ++gap) {
    const auto hit = place.phrase_before(at, floor, kMostWords, place.words.qualifiers);
    if (hit.tag != kNoTag && !follows_noun(place, hit, floor) && !closes_code(place, hit) &&
        !closes_range(place, hit, floor) && !is_behind_percent(place, hit, floor))
      return hit;
    if (!place.lexicon.has_any(place.token(at - 1), place.words.gaps)) break;
    --at;
  }
  return {kNoTag, at, at, {}};
}

void qualify(const ValuePlace& place, FoundValue& found) {
  auto& amount = found.amount();
  if (amount.qualifier == Qualifier::magnitude || !amount.resolved()) return;
  const auto word = qualifier(word_around(place, found));
  if (!word || amount.qualifier == Qualifier::between) return;  // a range keeps both its bounds
  amount.qualifier = *word;
  if (*word == Qualifier::up_to || *word == Qualifier::less_than) amount.min.reset();
  if (*word == Qualifier::at_least || *word == Qualifier::more_than) amount.max.reset();
}

}  // namespace gegenprobe::extract
