#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The lists of part.toml that all need who look for parts.
struct PartTags {
  Tag name, region;  ///< the only lists of `names` and of `regions`
  Tag falls_to;
  TagSet names, regions, region_adjectives, not_a_name, cause_words;
  explicit PartTags(const Lexicon& lexicon);
};

/// What a part is called whose sentence does not name it.
inline constexpr std::string_view kUnnamedPart = "unnamed";

/// A figure in its sentence, and what stands near enough to it to tell of which part of a firm or of the
/// world it is: the base of those who look for one.
class PartView {
 protected:
  static constexpr std::uint32_t kRightBehind = 7, kFront = 2;  // tokens

  PartView(const SentenceView& view, const Placed& value);

  PhraseHit at(std::uint32_t token, const TagSet& list) const { return view_.phrase_at(token, list); }
  bool is(std::uint32_t token, const TagSet& list) const {
    return view_.may_have(list) && view_.lexicon.has_any(view_.text.tokens[token], list);
  }
  bool is_hyphen(std::uint32_t token) const {
    return token > view_.sentence.first && token + 1 < view_.sentence.last &&
           view_.text.of(view_.text.tokens[token]) == "-" && (view_.text.tokens[token].shape & kGlued) != 0;
  }
  bool in_a_name(std::uint32_t token) const;
  // "the current business year"
  bool in_a_date(std::uint32_t token) const;
  // "Azure", "iPhone"
  bool has_capitals(std::uint32_t token) const {
    return view_.text.of(view_.text.tokens[token]) != view_.word(token);
  }
  // A heading in title case: capitals name nothing there.
  bool has_capitals_everywhere() const;
  bool is_part_of_name(std::uint32_t token) const;
  std::string joined(std::uint32_t first, std::uint32_t last) const;
  // Where a metric's noun begins, its hyphen included.
  std::uint32_t begin_of_metric(const Cue& cue) const {
    const bool hyphened = cue.first > view_.sentence.first && is_hyphen(cue.first - 1);
    return cue.first - hyphened;
  }
  // The longest phrase of a list that ends at a token: "data-center" has three tokens.
  PhraseHit ending_at(std::uint32_t end, const TagSet& list) const;
  // «Clouderlöse», «Auslandsumsatz»: what of a list stands before a metric in one word, its linking s left
  // out.
  std::string first_element(const Cue& cue, Tag list) const;
  // «Bei der Sparte Bahntechnik, die wächst, stieg der Umsatz»: in front, nothing but a clause put in
  // between.
  bool opens_sentence_of_figure(std::uint32_t first) const;
  // Before the figure, with any others of the same clause between («um 20 Prozent auf 3,4 Milliarden»); or
  // right behind it, or behind the change that it belongs to.
  bool limits(std::uint32_t first, std::uint32_t last) const;
  // Where all that limits() lets through ends, and the first token of the figure's clause.
  std::uint32_t end_of_reach() const {
    return std::min(view_.sentence.last, end_of_change_ + kRightBehind + 1);
  }
  std::uint32_t begin_of_clause() const { return view_.begin_of_clause(value_.first); }

  // «20 Milliarden entfallen auf |China|», «auf die |Marken| entfielen 7»: the first word of what a figure
  // falls to, behind its article; kNoToken where it falls to nothing, or is the sum that is divided.
  std::uint32_t falls_to() const;

  const SentenceView& view_;
  const Placed& value_;
  const PartTags& shared_;
  // "rose 5% to $3bn from $2.9bn |": where the last figure of one change ends.
  const std::uint32_t end_of_change_;

 private:
  bool goes_on_behind_change() const;
  bool is_of_cause(std::uint32_t token) const;
};

}  // namespace gegenprobe::extract
