#include "extract/claims/claim_segment.h"

#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_thing.h"
#include "extract/claims/part_view.h"

namespace gegenprobe::extract {
namespace {

struct SegmentTags {
  TagSet nouns, business, nouns_of_results, not_a_part, not_unnamed, of_whole;
  Tag product;
  explicit SegmentTags(const Lexicon& lexicon)
      : nouns(lexicon.tags({"part_noun", "part_noun_of_result"})),
        business(lexicon.tags({"business_noun"})),
        nouns_of_results(lexicon.tags({"part_noun_of_result"})),
        not_a_part(lexicon.tags({"no_part"})),
        not_unnamed(lexicon.tags({"no_unnamed_part"})),
        of_whole(lexicon.tags({"whole_metric"})),
        product(lexicon.tag("product_of")) {}
};

class SegmentFinder : PartView {
 public:
  SegmentFinder(const SentenceView& view, const Placed& value)
      : PartView(view, value), tags_(view.lists<SegmentTags>()) {}

  std::string find(const Cue* cue, Metric metric) const {
    if (cue && names_whole(*cue)) return {};
    const bool may_name = cue && cue->tag == view_.tags.metric_noun && is_result(metric);
    if (may_name)
      if (auto name = named_by_metric(*cue, metric); !name.empty()) return name;
    if (is_result(metric))
      if (auto name = part_of_sum(); !name.empty()) return name;
    if (is_result(metric))
      if (auto name = part_it_falls_to(); !name.empty()) return name;
    if (may_name && metric != Metric::dividend)
      if (auto name = thing_behind_metric(view_, value_, *cue); !name.empty()) return name;
    if (cue && is_result(metric))
      if (auto name = thing_of_firm(view_, value_, *cue); !name.empty()) return name;
    if (is_result(metric) && is_of_a_work(view_, value_)) return std::string(kUnnamedPart);
    const auto begin = begin_of_clause();
    if (!view_.may_have(tags_.nouns) && !view_.may_have(tags_.business))
      return name_of_antecedent(begin, metric);
    for (auto i = begin, end = end_of_reach(); i < end; ++i)
      if (auto name = segment_at(i, cue, metric); !name.empty()) return name;
    for (auto i = view_.sentence.first; i < begin && i <= view_.sentence.first + kFront; ++i)
      if (auto name = segment_at(i, cue, metric); !name.empty()) return name;
    return name_of_antecedent(begin, metric);
  }

 private:
  // "the cancer drug |Kestrelle Plus|", by its capitals; no place and no person.
  std::string name_that_ends_at(std::uint32_t end) const {
    constexpr std::uint32_t kMostWords = 3;
    auto first = end;
    while (first > view_.sentence.first && end - first < kMostWords && is_part_of_name(first - 1) &&
           has_capitals(first - 1) && !view_.has(first - 1, view_.tags.place) &&
           !view_.has(first - 1, view_.tags.first_name) && !view_.has(first - 1, view_.tags.month) &&
           !in_a_date(first - 1))
      --first;
    const bool opens = first == view_.sentence.first;
    if (first == end || opens || in_a_name(first - 1) || view_.has(first - 1, view_.tags.first_name) ||
        view_.has(first - 1, view_.tags.role_noun) || view_.has(first - 1, view_.tags.target_preposition))
      return {};
    return joined(first, end);
  }

  // "its cloud business, which posted revenue of", «die Autosparte, in der 5000 Menschen arbeiten»: whatever
  // the relative clause is about.
  std::string name_of_antecedent(std::uint32_t clause, Metric metric) const {
    const bool of_staff = metric == Metric::headcount || metric == Metric::job_cuts;
    if ((!is_result(metric) && !of_staff) || !view_.in_relative_clause(value_.first) ||
        (view_.verbs_last && view_.clause_kind(value_.first) != ClauseKind::subordinate))
      return {};
    const auto is_comma = [&](std::uint32_t i) { return view_.text.of(view_.text.tokens[i]) == ","; };
    auto comma = clause;
    while (comma > view_.sentence.first && clause - comma < 2 && !is_comma(comma)) --comma;
    if (comma == view_.sentence.first || !is_comma(comma)) return {};
    const auto noun = comma - 1;
    if (in_a_name(noun)) return {};
    if (!is(noun, tags_.nouns)) {  // "Kestrelle (a drug), whose sales rose"
      const bool named = !view_.capital_nouns && is_result(metric) && !has_capitals_everywhere();
      while (named && comma > view_.sentence.first + 1 && view_.in_brackets(comma - 1)) --comma;
      return named ? name_that_ends_at(comma) : std::string{};
    }
    // "to streamline operations, which …" are no part by that name.
    constexpr std::uint32_t kMostWords = 4;
    for (auto i = noun; i > view_.sentence.first && noun - i < kMostWords; --i) {
      if (view_.has(i - 1, view_.tags.infinitive_marker)) return {};
      if (view_.has(i - 1, view_.tags.article) || view_.has(i - 1, view_.tags.possessive) ||
          view_.genitive_at(i - 1) || in_a_name(i - 1))
        return name_of_segment(noun);
    }
    return {};
  }

  // «Konzernumsatz»: of the firm, whatever part of it stands beside.
  bool names_whole(const Cue& cue) const {
    for (auto i = cue.first; i < cue.last; ++i)
      if (is(i, tags_.of_whole)) return true;
    return cue.first > view_.sentence.first + 1 && is_hyphen(cue.first - 1) &&
           is(cue.first - 2, tags_.of_whole);
  }

  // "cloud revenue", «Cloud-Umsatz»
  std::string named_by_metric(const Cue& cue, Metric metric) const {
    const auto before = begin_of_metric(cue);
    if (view_.capital_nouns && before == cue.first)
      return metric == Metric::sales_volume ? std::string{} : first_element(cue, shared_.name);
    if (const auto known = ending_at(before, shared_.names).value; !known.empty()) return std::string(known);
    const bool heading = has_capitals(cue.first);  // where each word has a capital
    return view_.capital_nouns || heading ? std::string{} : product_before(before);
  }

  // "iPhone sales", "its PlayStation 5 sales": a name that is no firm's, nor of a time or a place. Capitals
  // say so where not every noun has one, but not behind a mark.
  std::string product_before(std::uint32_t noun) const {
    constexpr std::uint32_t kMostWords = 3;
    auto first = noun;
    while (first > view_.sentence.first && noun - first < kMostWords && may_name_product(first - 1)) --first;
    first += first == view_.sentence.first && !opens_as_name(first);
    while (first < noun && !has_capitals(first)) ++first;
    if (first >= noun || is_end_of_other(first)) return {};
    return joined(first, noun);
  }
  // A capital at the beginning of a sentence says nothing: what opens it is a name by a capital inside
  // ("iPad"), or as a word of no list.
  bool opens_as_name(std::uint32_t token) const {
    const auto& each = view_.text.tokens[token];
    return (each.shape & kMixedCase) || view_.has(token, tags_.product) ||
           (each.word == 0 && each.suffix == 0 && each.prefix == 0);
  }
  bool is_end_of_other(std::uint32_t first) const {
    return first > view_.sentence.first &&
           (in_a_name(first - 1) || view_.text.tokens[first - 1].is(TokenClass::punctuation));
  }

  bool may_name_product(std::uint32_t token) const {
    const auto& each = view_.text.tokens[token];
    if (each.is(TokenClass::number)) return !(each.shape & kGlued) && has_capitals(token - 1);
    return is_part_of_name(token) && has_capitals(token) && !in_a_date(token) &&
           !view_.has(token, view_.tags.month) && at(token, shared_.region_adjectives).tag == kNoTag &&
           at(token, shared_.regions).tag == kNoTag;
  }

  // "revenue of $9bn, of which food made up $5bn": a part of the sum before.
  std::string part_of_sum() const {
    if (!view_.tags.parts_behind_sum || !view_.may_have(view_.tags.part_words)) return {};
    const auto begin = view_.begin_with_qualifier(value_);
    const bool goes_on = begin > view_.sentence.first && view_.has(begin - 1, view_.tags.coordinator);
    for (auto i = begin; i > view_.sentence.first + 1; --i) {
      const auto between = view_.values_between(i, begin);
      if (between > (goes_on ? 1u : 0u)) return {};
      const auto hit = view_.phrase_at(i - 1, view_.tags.part_words);
      if (hit.tag == kNoTag || hit.last > begin || view_.text.of(view_.text.tokens[hit.first - 1]) != ",")
        continue;
      if (std::ranges::none_of(view_.values, [&](const Placed& whole) { return whole.last < hit.first; }))
        continue;
      const bool named = between == 0 && hit.last < begin && is_part_of_name(hit.last);
      return named ? canonical(view_.word(hit.last)) : std::string(kUnnamedPart);
    }
    return {};
  }

  // «…, wovon 7 Milliarden auf die Marken entfielen», «auf die Cloud-Sparte»: a part that is no region and no
  // firm.
  std::string part_it_falls_to() const {
    constexpr std::uint32_t kMostTokens = 3;
    const auto part = falls_to();
    if (part == kNoToken || in_a_name(part) || in_a_date(part) || at(part, shared_.regions).tag != kNoTag)
      return {};
    for (auto i = part; i < view_.sentence.last && i < part + kMostTokens; ++i)
      if (is(i, tags_.nouns)) return name_of_segment(i);
    return std::string(kUnnamedPart);
  }

  // «Das |Geschäft| mit Rechenzentren brachte 62 Milliarden ein»
  std::string business_with(std::uint32_t noun, Metric metric) const {
    if (!is_result(metric) || !view_.has(noun + 1, view_.tags.partner_preposition)) return {};
    const auto named = noun + 2;
    const bool is_noun = named < view_.sentence.last && view_.text.tokens[named].is(TokenClass::word) &&
                         (view_.text.tokens[named].shape & kCapital) && !in_a_name(named);
    return is_noun && limits(noun, named + 1) && !is_cause(noun) ? canonical(view_.word(named))
                                                                 : std::string{};
  }

  std::string segment_at(std::uint32_t noun, const Cue* cue, Metric metric) const {
    if (is(noun, tags_.business)) return business_with(noun, metric);
    if (!is(noun, tags_.nouns) || is(noun, tags_.not_a_part) || in_a_name(noun) || in_a_date(noun)) return {};
    if (is(noun, tags_.nouns_of_results) && (!is_result(metric) || is_of_other_metric(noun, cue))) return {};
    if (view_.capital_nouns && !(view_.text.tokens[noun].shape & (kCapital | kGlued))) return {};
    return limits(noun, noun + 1) && !is_cause(noun) ? name_of_segment(noun) : std::string{};
  }

  // "a charge of $5m from its ferry operations led to a net loss of", "a loss on its arbitrage operation cut
  // profit": of the word or figure right before the preposition.
  bool is_of_other_metric(std::uint32_t noun, const Cue* cue) const {
    const auto governor = view_.governor(noun);
    if (governor == kNoToken || !cue || cue->first < noun) return false;
    return std::ranges::any_of(view_.cues,
                               [&](const Cue& other) {
                                 return other.tag == view_.tags.metric_noun && other.last == governor &&
                                        other.first != cue->first;
                               }) ||
           std::ranges::any_of(view_.values, [&](const Placed& other) {
             return other.last == governor && other.first != value_.first;
           });
  }

  // «wegen Rückstellungen für den Umbau der Stahlsparte»: why it is so, not of what.
  bool is_cause(std::uint32_t noun) const {
    // «Nach der Autosparte trifft es nun …»: what went before.
    if (const auto governor = view_.governor(view_.begin_of_compound(noun));
        view_.capital_nouns && governor != kNoToken &&
        view_.preceded_by(governor + 1, view_.tags.antecedents))
      return true;
    constexpr std::uint32_t kReach = 10, kNear = 5;  // near by, a verb may be a noun: "despite a decline in"
    for (auto i = noun; i > view_.sentence.first && noun - i < kReach; --i) {
      if (view_.preceded_by(i, view_.tags.causes)) return true;
      const bool ends = !view_.text.tokens[i - 1].is(TokenClass::word) ||
                        view_.has(i - 1, view_.tags.finite_verb) || view_.has(i - 1, view_.tags.metric_verb);
      if (ends && noun - i >= kNear - 1) return false;
    }
    return false;
  }

  // «Cloud-Sparte», «Autosparte», «Sparte Cloud», "its cloud computing business", "the unit".
  std::string name_of_segment(std::uint32_t noun) const {
    const auto key = at(noun, tags_.nouns).value;
    const auto word = view_.word(noun);
    if (const auto end = word.rfind(key); end != std::string_view::npos && end > 0 && end != word.npos)
      return canonical(word.substr(0, end));
    if (noun > view_.sentence.first && is_hyphen(noun - 1)) return canonical(view_.word(noun - 2));
    if (!view_.capital_nouns) return name_before(noun);
    const bool named_behind = noun + 1 < view_.sentence.last &&
                              (view_.text.tokens[noun + 1].shape & kCapital) != 0 && !in_a_name(noun + 1);
    if (named_behind) return canonical(view_.word(noun + 1));
    return is(noun, tags_.not_unnamed) ? std::string{} : std::string(kUnnamedPart);
  }

  std::string name_before(std::uint32_t noun) const {
    constexpr std::uint32_t kMostWords = 3;
    auto first = noun;
    while (first > view_.sentence.first && noun - first < kMostWords) {
      const bool joined = first > view_.sentence.first + 1 && first < noun &&
                          view_.text.of(view_.text.tokens[first - 1]) == "&";  // "Server & Tools"
      if (!is_part_of_name(first - 1 - joined)) break;
      first -= 1 + joined;
    }
    if (first == noun) {
      const bool refers = first > view_.sentence.first && view_.has(first - 1, view_.tags.article);
      return refers && !is(noun, tags_.not_unnamed) ? std::string(kUnnamedPart) : "";
    }
    const auto hit = at(first, shared_.names);
    if (hit.tag != kNoTag && hit.last <= noun) return std::string(hit.value);
    return joined(first, noun);
  }

  std::string canonical(std::string_view name) const {
    while (name.ends_with('-')) name.remove_suffix(1);
    for (const Tag list : {shared_.name, shared_.region})
      if (auto known = view_.lexicon.value_of(name, list); !known.empty()) return std::string(known);
    return std::string(name);
  }

  const SegmentTags& tags_;
};

}  // namespace

std::string segment_of(const SentenceView& view, const Placed& value, const Cue* cue, Metric metric) {
  return SegmentFinder(view, value).find(cue, metric);
}

}  // namespace gegenprobe::extract
