#include "extract/claims/part_view.h"

#include "extract/claims/claim_role.h"

namespace gegenprobe::extract {

PartTags::PartTags(const Lexicon& lexicon)
    : name(lexicon.tag("part_name")),
      region(lexicon.tag("region")),
      falls_to(lexicon.tag("falls_to")),
      names(lexicon.tags({"part_name"})),
      regions(lexicon.tags({"region"})),
      region_adjectives(lexicon.tags({"region_adjective"})),
      not_a_name(lexicon.tags({"no_part_name"})),
      cause_words(lexicon.tags({"cause_word"})) {}

namespace {

std::uint32_t end_of_change(const SentenceView& view, const Placed& value) {
  auto end = value.last;
  for (const auto& next : view.values) {
    if (next.first <= end) continue;
    const bool joined = view.has(end, view.tags.to_preposition) || begins_change(view, next);
    if (view.begin_with_qualifier(next) != end + 1 || !joined) break;
    end = next.last;
  }
  return end;
}

}  // namespace

PartView::PartView(const SentenceView& view, const Placed& value)
    : view_(view),
      value_(value),
      shared_(view.lists<PartTags>()),
      end_of_change_(end_of_change(view, value)) {}

bool PartView::in_a_name(std::uint32_t token) const {
  return std::ranges::any_of(view_.firms, [&](const Firm& firm) {
    return !firm.reference && token >= firm.first && token < firm.last;
  });
}

bool PartView::in_a_date(std::uint32_t token) const {
  return std::ranges::any_of(view_.dates,
                             [&](const Placed& date) { return token >= date.first && token < date.last; });
}

std::uint32_t PartView::falls_to() const {
  const auto& tags = view_.tags;
  if (!view_.has_in_segment(value_.first, shared_.falls_to)) return kNoToken;
  auto begin = view_.begin_with_qualifier(value_);
  if (begin > view_.sentence.first && view_.has(begin - 1, tags.article)) --begin;
  if (begin > view_.sentence.first && view_.has(begin - 1, tags.owner_preposition)) return kNoToken;
  // «auf A 20, auf B 7» or «20 auf A und 7 auf B».
  auto found = kNoToken;
  bool before = false, seen = false;
  for (auto i = view_.sentence.first; i + 1 < view_.sentence.last; ++i) {
    if (!view_.has(i, tags.to_preposition) || view_.segment(i) != view_.segment(value_.first) ||
        std::ranges::any_of(view_.values,
                            [&](const Placed& level) { return view_.begin_with_qualifier(level) == i + 1; }))
      continue;
    if (!seen) before = view_.values_between(view_.sentence.first, i) == 0;
    seen = true;
    const bool next = before ? i < value_.first && view_.values_between(i, begin) == 0
                             : i >= value_.last && view_.values_between(value_.last, i) == 0;
    if (next && (before || found == kNoToken)) found = i + 1 + view_.has(i + 1, tags.article);
  }
  return found;
}

bool PartView::has_capitals_everywhere() const {
  std::uint32_t words = 0, capitals = 0;
  for (auto i = view_.sentence.first; i < view_.sentence.last; ++i)
    if (view_.text.tokens[i].is(TokenClass::word))
      ++words, capitals += (view_.text.tokens[i].shape & kCapital) != 0;
  return capitals * 3 > words * 2;
}

bool PartView::is_part_of_name(std::uint32_t token) const {
  const auto& each = view_.text.tokens[token];
  const auto& tags = view_.tags;
  return each.is(TokenClass::word) && !in_a_name(token) && !is(token, shared_.not_a_name) &&
         !view_.has(token, tags.article) && !view_.has(token, tags.possessive) &&
         !view_.has(token, tags.preposition) && !view_.has(token, tags.genitive_article) &&
         !view_.has(token, tags.coordinator) && !view_.has(token, tags.time_noun) &&
         !view_.has(token, tags.clause_conjunction) && !view_.has(token, tags.month) &&
         !view_.has(token, tags.finite_verb) && !(each.shape & kGlued);
}

std::string PartView::joined(std::uint32_t first, std::uint32_t last) const {
  std::string name;
  for (auto i = first; i < last; ++i) name.append(name.empty() ? "" : "_").append(view_.word(i));
  return name;
}

PhraseHit PartView::ending_at(std::uint32_t end, const TagSet& list) const {
  constexpr std::uint32_t kMostTokens = 4;
  for (std::uint32_t tokens = kMostTokens; tokens >= 1; --tokens) {
    if (end < view_.sentence.first + tokens) continue;
    const auto hit = at(end - tokens, list);
    if (hit.tag != kNoTag && hit.last == end && !in_a_name(hit.first)) return hit;
  }
  return {kNoTag, end, end, {}};
}

std::string PartView::first_element(const Cue& cue, Tag list) const {
  constexpr std::size_t kShortest = 3;
  const auto word = view_.word(cue.last - 1);
  for (auto end = word.size(); end-- > kShortest;) {
    if (view_.lexicon.value_of(word.substr(end), view_.tags.metric_noun).empty()) continue;
    auto named = view_.lexicon.value_of(word.substr(0, end), list);
    if (named.empty() && word[end - 1] == 's') named = view_.lexicon.value_of(word.substr(0, end - 1), list);
    if (!named.empty()) return std::string(named);
  }
  return {};
}

bool PartView::opens_sentence_of_figure(std::uint32_t first) const {
  if (first > view_.sentence.first + kFront || view_.segment(first) != view_.segment(value_.first) ||
      view_.clause_kind(value_.first) != ClauseKind::main)
    return false;
  for (auto i = first; i < value_.first; ++i)
    if (!view_.same_clause(i, first) && !view_.same_clause(i, value_.first) &&
        view_.clause_kind(i) == ClauseKind::main)
      return false;
  return true;
}

bool PartView::limits(std::uint32_t first, std::uint32_t last) const {
  if ((!view_.same_clause(first, value_.first) && !opens_sentence_of_figure(first)) ||
      view_.in_brackets(first) != view_.in_brackets(value_.first))
    return false;
  if (last <= value_.first) return !view_.has(first, view_.tags.comparison);
  return first >= end_of_change_ && first - end_of_change_ <= kRightBehind &&
         view_.values_between(end_of_change_, first) == 0 && !goes_on_behind_change() && !is_of_cause(first);
}

// "profit rose to $3bn (in 2024) and rail sales to $2bn": another statement.
bool PartView::goes_on_behind_change() const {
  auto end = end_of_change_;
  for (const auto& date : view_.dates)
    if (date.first == end || date.first == end + 1) end = date.last;
  return view_.has(end, view_.tags.coordinator);
}

// "profit rose 5% as sales grew (in Germany)", "5% thanks to growth (in Germany)": where the cause lies.
bool PartView::is_of_cause(std::uint32_t token) const {
  if (!view_.may_have(shared_.cause_words)) return false;
  for (auto i = end_of_change_; i < token; ++i)
    if (at(i, shared_.cause_words).tag != kNoTag) return true;
  return false;
}

}  // namespace gegenprobe::extract
