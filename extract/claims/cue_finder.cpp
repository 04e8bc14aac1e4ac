#include "extract/claims/cue_finder.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

struct CueTags {
  Tag separable, no_metric, verb_only;
  explicit CueTags(const Lexicon& lexicon)
      : separable(lexicon.tag("separable")),
        no_metric(lexicon.tag("no_metric")),
        verb_only(lexicon.tag("verb_only")) {}
};
const CueTags& own(const SentenceView& view) { return view.lists<CueTags>(); }

// "said May sales rose": inside a sentence the capital tells the month, or a name, from the verb; not in
// "Nvidia May Cut Prices".
bool is_month(const SentenceView& view, std::uint32_t i) {
  return !view.capital_nouns && i > view.sentence.first && (view.text.tokens[i].shape & kCapital) &&
         view.has(i, view.tags.month) && !is_title_case(view.text, view.sentence);
}

// Its first word, behind a quotation mark or none.
bool opens_sentence(const SentenceView& view, std::uint32_t i) {
  return i == view.sentence.first ||
         (i == view.sentence.first + 1 && !view.text.tokens[view.sentence.first].is(TokenClass::word));
}

Cue cue_in(const ClaimTags& tags, Tag tag, std::uint32_t first, std::uint32_t last, std::string_view value) {
  const bool metric = tag == tags.metric_noun || tag == tags.metric_verb;
  return {tag, first, last, value, metric ? metric_key(value) : MetricKey{}};
}

// A word may stand in several lists; each makes a cue.
void add_word(const SentenceView& view, std::uint32_t i, std::vector<Cue>& cues) {
  const Token& token = view.text.tokens[i];
  view.lexicon.each_value(token, [&](Tag tag, std::string_view value) {
    // «kosten» is a verb, «Kosten» a noun, in a language that has capitals for that.
    const bool capital = (token.shape & kCapital) != 0;
    if (tag == view.tags.metric_noun && view.capital_nouns && !capital) return;
    if (tag == view.tags.metric_verb && view.capital_nouns && capital && !opens_sentence(view, i)) return;
    if (tag == view.tags.modality && is_month(view, i)) return;
    // «nach zwischenzeitlichen Gewinnen»: the noun, no verb of rising.
    const bool turn = tag == view.tags.up || tag == view.tags.down;
    if (turn && capital && i > view.sentence.first && view.has(i, own(view).verb_only)) return;
    if (view.tags.cues.has(tag)) cues.push_back(cue_in(view.tags, tag, i, i + 1, value));
  });
}

// "had expected 34 cents", "had expected a loss": the object stands behind; in "than had been expected",
// before.
bool is_before_object(const SentenceView& view, std::uint32_t token) {
  const bool in_date =
      std::ranges::any_of(view.dates, [&](const Placed& date) { return date.first == token + 1; });
  if (view.has(token, view.tags.article) && !in_date) return true;
  return std::ranges::any_of(view.values, [&](const Placed& value) {
    return token <= value.first && view.begin_with_qualifier(value) <= token;
  });
}

void add_phrase(const SentenceView& view, std::uint32_t first, std::uint32_t last, std::vector<Cue>& cues) {
  const auto& text = view.text;
  bool mood_is_told = false, tells_time_only = true;
  view.lexicon.each_phrase(text.folded, text.tokens, first, last, [&](Tag tag, std::string_view value) {
    if (view.tags.cues.has(tag)) cues.push_back(cue_in(view.tags, tag, first, last, value));
    tells_time_only = tells_time_only && tag == view.tags.present_plan;
    for (const auto told : {view.tags.modality, own(view).no_metric, view.tags.metric_noun})
      mood_is_told = mood_is_told || tag == told;  // no target in "price target"
  });
  if (mood_is_told && !is_before_object(view, last)) return;
  // "is cutting fares": the time is told by the phrase, what is done by its verb.
  if (tells_time_only) return add_word(view, last - 1, cues);
  // "is aiming for", a phrase of another list, holds a word that tells of the future all the same.
  for (auto i = first; i < last; ++i)
    view.lexicon.each_value(text.tokens[i], [&](Tag tag, std::string_view value) {
      if (tag == view.tags.modality) cues.push_back({tag, i, i + 1, value});
    });
}

bool ends_clause(const SentenceView& view, std::uint32_t token) {
  const auto next = token + 1;
  return next >= view.sentence.last || view.text.tokens[next].is(TokenClass::punctuation) ||
         view.has(next, view.tags.coordinator) || view.has(next, view.tags.clause_conjunction) ||
         view.has(next, view.tags.to_preposition) ||  // «legte 2 Prozent zu auf 9 Euro»
         view.has(next, view.tags.comparison);
}

// The cue of a verb in two halves by its key: "metric.particle", "up.particle", "down.particle" or
// "modality:kind.particle".
Cue cue_of(const ClaimTags& tags, std::uint32_t verb, std::string_view meaning) {
  constexpr std::string_view kModality = "modality:";
  if (meaning == "up") return {tags.up, verb, verb + 1, {}};
  if (meaning == "down") return {tags.down, verb, verb + 1, {}};
  if (meaning.starts_with(kModality))
    return {tags.modality, verb, verb + 1, meaning.substr(kModality.size())};
  return cue_in(tags, tags.metric_verb, verb, verb + 1, meaning);
}

// «Der Gewinn brach um 39 Prozent ein»: a finite verb whose first half stands at the end of its clause.
void add_separable(const SentenceView& view, std::uint32_t verb, std::vector<Cue>& cues) {
  view.lexicon.each_value(view.text.tokens[verb], [&](Tag tag, std::string_view key) {
    if (tag != own(view).separable) return;
    const auto dot = key.rfind('.');
    const auto particle = key.substr(dot + 1), meaning = key.substr(0, dot);
    for (auto i = verb + 1; i < view.sentence.last && view.segment(i) == view.segment(verb); ++i) {
      if (view.word(i) != particle || !ends_clause(view, i)) continue;
      const Cue whole = cue_of(view.tags, verb, meaning);
      // «bietet … an» has nothing of «bietet».
      if (whole.tag == view.tags.metric_verb)
        std::erase_if(cues, [&](const Cue& half) { return half.tag == whole.tag && half.first == verb; });
      cues.push_back(whole);
      return;
    }
  });
}

}  // namespace

std::vector<Cue> cues_of(const SentenceView& view) {
  constexpr std::size_t kMostCues = 16;  // nearly always
  std::vector<Cue> cues;
  cues.reserve(kMostCues);
  const auto& text = view.text;
  for (auto i = view.sentence.first; i < view.sentence.last;) {
    const Token& token = text.tokens[i];
    if (!sets_off(token, Pass::cue) || token.is(TokenClass::number)) {
      ++i;
      continue;
    }
    const auto hit = view.lexicon.longest(text.folded, text.tokens, i, view.sentence.last, view.tags.cues);
    if (hit.tag != kNoTag && hit.last > hit.first + 1)  // a phrase goes before its words
      add_phrase(view, hit.first, hit.last, cues);
    else if (hit.tag != kNoTag)
      add_word(view, i, cues);
    i = hit.tag != kNoTag ? hit.last : i + 1;
  }
  if (own(view).separable == kNoTag) return cues;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    const bool noun = (text.tokens[i].shape & kCapital) && i > view.sentence.first;
    if (sets_off(text.tokens[i], Pass::cue) && !noun && view.has(i, own(view).separable))
      add_separable(view, i, cues);
  }
  if (!std::ranges::is_sorted(cues, {}, &Cue::first)) std::ranges::stable_sort(cues, {}, &Cue::first);
  return cues;
}

}  // namespace gegenprobe::extract
