// A part is told in the clause of its figure: before it («in der Autosparte setzte … um»), or right behind it
// ("$3.4bn at its cloud unit"). What stands further off may be of another figure; a part that is overlooked
// makes two figures comparable that are not, one that is seen too much only keeps them apart.
#include "extract/claim_part.h"

#include <algorithm>
#include <vector>

#include "extract/claim_metric.h"

namespace gegenprobe::extract {
namespace {

struct PartTags {
  TagSet nouns, nouns_of_results, region_adjectives, place_adjectives, place_adverbs;
  TagSet names, regions, things, not_a_thing, not_a_part, not_a_name, not_unnamed, whole, of_whole;
  Tag place_preposition, place_anaphor, work, site, site_preposition, city, falls_to;
  explicit PartTags(const Lexicon& lexicon)
      : nouns(lexicon.tags({"part_noun", "part_noun_of_result"})),
        nouns_of_results(lexicon.tags({"part_noun_of_result"})),
        region_adjectives(lexicon.tags({"region_adjective"})),
        place_adjectives(lexicon.tags({"place_adjective"})),
        place_adverbs(lexicon.tags({"place_adverb"})),
        names(lexicon.tags({"part_name"})),
        regions(lexicon.tags({"region"})),
        things(lexicon.tags({"thing_noun"})),
        not_a_thing(lexicon.tags({"no_thing"})),
        not_a_part(lexicon.tags({"no_part"})),
        not_a_name(lexicon.tags({"no_part_name"})),
        not_unnamed(lexicon.tags({"no_unnamed_part"})),
        whole(lexicon.tags({"whole_word"})),
        of_whole(lexicon.tags({"whole_metric"})),
        place_preposition(lexicon.tag("place_preposition")),
        place_anaphor(lexicon.tag("place_anaphor")),
        work(lexicon.tag("work")),
        site(lexicon.tag("site")),
        site_preposition(lexicon.tag("site_preposition")),
        city(lexicon.tag("city")),
        falls_to(lexicon.tag("falls_to")) {}
};
const PartTags& own(const SentenceView& view) { return view.lists<PartTags>(); }

constexpr std::uint32_t kRightBehind = 7, kNextTo = 3, kFront = 2;
constexpr std::string_view kUnnamed = "unnamed";

bool is_told_by_place(Metric metric) {
  switch (metric) {
    case Metric::stake:
    case Metric::share_price:
    case Metric::market_cap:
    case Metric::valuation:
    case Metric::funding:
    case Metric::debt:
    case Metric::dividend:
    case Metric::acquisition_price:
      return false;
    default:
      return true;
  }
}

class PartFinder {
 public:
  PartFinder(const SentenceView& view, const Placed& value) : view_(view), value_(value), tags_(own(view)) {}

  std::string find(const Cue* cue, Metric metric) const {
    if (is_of_the_whole()) return {};
    std::string part;
    if (auto segment = segment_of(cue, metric); !segment.empty()) part = "segment:" + segment;
    if (is_told_by_place(metric))
      if (auto region = region_of(cue, metric); !region.empty())
        part.append(part.empty() ? "" : " ").append("region:").append(region);
    return part;
  }

 private:
  PhraseHit at(std::uint32_t token, const TagSet& list) const { return view_.phrase_at(token, list); }
  bool is(std::uint32_t token, const TagSet& list) const {
    return view_.may_have(list) && view_.lexicon.has_any(view_.text.tokens[token], list);
  }
  bool is_hyphen(std::uint32_t token) const {
    return token > view_.sentence.first && token + 1 < view_.sentence.last &&
           view_.text.of(view_.text.tokens[token]) == "-" && (view_.text.tokens[token].shape & kGlued) != 0;
  }
  bool in_a_name(std::uint32_t token) const {
    return std::ranges::any_of(view_.firms, [&](const Firm& firm) {
      return !firm.reference && token >= firm.first && token < firm.last;
    });
  }

  // "the current business year"
  bool in_a_date(std::uint32_t token) const {
    return std::ranges::any_of(view_.dates,
                               [&](const Placed& date) { return token >= date.first && token < date.last; });
  }

  bool is_of_the_whole() const {
    if (!view_.may_have(tags_.whole)) return false;
    const auto first = std::max(view_.sentence.first, value_.first - std::min(value_.first, kNextTo));
    const auto last = std::min(view_.sentence.last, value_.last + kNextTo);
    for (auto i = first; i < last; ++i) {
      const bool inside = i >= value_.first && i < value_.last;
      if (!inside && view_.same_clause(i, value_.first) && is(i, tags_.whole) &&
          !view_.values_between(i, value_.first))
        return true;
    }
    return false;
  }

  // «Bei der Sparte Bahntechnik, die wächst, stieg der Umsatz»: in front, nothing but a clause put in
  // between.
  bool opens_sentence_of_figure(std::uint32_t first) const {
    if (first > view_.sentence.first + kFront || view_.segment(first) != view_.segment(value_.first) ||
        view_.clause_kind(value_.first) != ClauseKind::main)
      return false;
    for (auto i = first; i < value_.first; ++i)
      if (!view_.same_clause(i, first) && !view_.same_clause(i, value_.first) &&
          view_.clause_kind(i) == ClauseKind::main)
        return false;
    return true;
  }

  // Before the figure, with any others of the same clause between («um 20 Prozent auf 3,4 Milliarden»); or
  // right behind it.
  bool limits(std::uint32_t first, std::uint32_t last) const {
    if ((!view_.same_clause(first, value_.first) && !opens_sentence_of_figure(first)) ||
        view_.in_brackets(first) != view_.in_brackets(value_.first))
      return false;
    if (last <= value_.first) return !view_.has(first, view_.tags.comparison);
    return first >= value_.last && first - value_.last <= kRightBehind &&
           view_.values_between(value_.last, first) == 0;
  }

  // Where all that limits() lets through ends, and the first token of the figure's clause.
  std::uint32_t end_of_reach() const { return std::min(view_.sentence.last, value_.last + kRightBehind + 1); }
  std::uint32_t begin_of_clause() const { return view_.begin_of_clause(value_.first); }

  // ---- the business

  std::string segment_of(const Cue* cue, Metric metric) const {
    if (cue && names_whole(*cue)) return {};
    const bool may_name = cue && cue->tag == view_.tags.metric_noun && is_result(metric);
    if (may_name)
      if (auto name = named_by_metric(*cue, metric); !name.empty()) return name;
    if (is_result(metric))
      if (auto name = part_of_sum(); !name.empty()) return name;
    if (may_name && metric != Metric::dividend)
      if (auto name = named_behind_metric(*cue); !name.empty()) return name;
    if (cue && is_result(metric))
      if (auto name = thing_of_firm(*cue); !name.empty()) return name;
    if (is_result(metric) && falls_to_a_part()) return std::string(kUnnamed);
    if (is_result(metric) && is_of_a_work()) return std::string(kUnnamed);
    if (!view_.may_have(tags_.nouns)) return {};
    const auto begin = begin_of_clause();
    for (auto i = begin, end = end_of_reach(); i < end; ++i)
      if (auto name = segment_at(i, cue, metric); !name.empty()) return name;
    for (auto i = view_.sentence.first; i < begin && i <= view_.sentence.first + kFront; ++i)
      if (auto name = segment_at(i, cue, metric); !name.empty()) return name;
    return {};
  }

  bool ends_phrase(std::uint32_t token) const {
    const auto& tags = view_.tags;
    if (!view_.text.tokens[token].is(TokenClass::word) || in_a_date(token)) return true;
    if (is(token, tags_.things)) return false;  // "the mine produced"
    for (const auto list :
         {tags.finite_verb, tags.metric_verb, tags.perfect_auxiliary, tags.passive_auxiliary, tags.speech_gap,
          tags.preposition, tags.clause_conjunction, tags.modality})
      if (view_.has(token, list)) return true;
    if (std::ranges::any_of(view_.values, [&](const Placed& figure) {
          return token >= view_.begin_with_qualifier(figure) && token < figure.last;
        }))
      return true;
    return std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return token >= cue.first && token < cue.last &&
             (cue.tag == tags.up || cue.tag == tags.down || cue.tag == tags.modality ||
              cue.tag == tags.metric_verb || cue.tag == tags.speech_verb);
    });
  }

  // The name of what stands from one token up to another, articles and words that are no name left out.
  std::string name_of_thing(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t kMostWords = 3;
    if (const auto known = ending_at(last, tags_.names); !known.value.empty() && known.first == first)
      return std::string(known.value);  // not "electric cars"
    const auto run = [&](auto belongs) {
      auto from = last;
      while (from > first && last - from < kMostWords && belongs(from - 1)) --from;
      return from;
    };
    const auto named = run([&](std::uint32_t i) { return is_part_of_name(i) && has_capitals(i); });
    if (named < last) return joined(named, last);  // "diabetes drug Kestrelle"
    const auto from = run([&](std::uint32_t i) {
      return is_part_of_name(i) || view_.text.tokens[i].is(TokenClass::number);  // "737 programme"
    });
    return from == last ? std::string{} : joined(from, last);
  }

  // Past a firm's name in the genitive, an article or a possessive; kNoToken where a firm stands by itself.
  std::uint32_t behind_owner(std::uint32_t token) const {
    for (const auto& firm : view_.firms) {
      if (token < firm.first || token >= firm.last) continue;
      if (firm.reference && view_.has(token, view_.tags.possessive)) return token + 1;
      if (firm.reference || !view_.genitive_at(firm.last)) return kNoToken;
      return firm.last + 1 + view_.has(firm.last + 1, view_.tags.owner_mark);
    }
    return token + (view_.has(token, view_.tags.article) || view_.has(token, view_.tags.possessive));
  }

  // "sales of electric cars rose", "revenue from its cloud services"; not "sales of $5bn", "sales of the
  // group".
  std::string named_behind_metric(const Cue& cue) const {
    constexpr std::uint32_t kMostWords = 6;
    if (view_.capital_nouns || cue.last + 1 >= view_.sentence.last) return {};
    const auto preposition =
        cue.last - view_.has(cue.last - 1, view_.tags.share_preposition);  // "production of"
    if (!view_.has(preposition, view_.tags.share_preposition) &&
        !view_.has(preposition, view_.tags.origin_preposition))
      return {};
    const auto first = behind_owner(preposition + 1);
    if (first == kNoToken) return {};
    auto last = first;
    while (last < view_.sentence.last && last - first < kMostWords && !ends_phrase(last) &&
           !view_.has(last, view_.tags.coordinator) && !view_.has(last, view_.tags.article) &&
           !in_a_name(last))
      ++last;
    if (last < view_.sentence.last && is_hyphen(last)) return std::string(kUnnamed);  // "iron-ore operations"
    if (last == first || is(first, tags_.not_a_thing) || is(last - 1, tags_.not_a_thing) ||
        at(last - 1, tags_.regions).tag != kNoTag || view_.has(last - 1, view_.tags.place))
      return {};
    return name_of_thing(first, last);
  }

  // "X's diabetes drug Kestrelle had sales of", "its Kestrelle lost", "the film took": what is told is a
  // thing of the firm's.
  std::string thing_of_firm(const Cue& cue) const {
    if (view_.capital_nouns || has_capitals_everywhere()) return {};
    for (const auto& firm : view_.firms) {
      if (firm.reference || firm.last > value_.first || !view_.genitive_at(firm.last)) continue;
      const auto first = firm.last + 1 + view_.has(firm.last + 1, view_.tags.owner_mark);
      if (auto name = thing_at(first, cue, true); !name.empty()) return name;
    }
    for (auto i = view_.sentence.first; i < value_.first; ++i) {
      const bool owned = view_.has(i, view_.tags.possessive) && !view_.has(i, view_.tags.human_pronoun);
      if (!owned && !view_.has(i, view_.tags.definite_article)) continue;
      if (auto name = thing_at(i + 1, cue, owned); !name.empty() && view_.governor(i + 1) == kNoToken)
        return name;
    }
    return {};
  }
  // Up to the verb whose subject it is; by a name where somebody owns it, else by what such things are
  // called.
  std::string thing_at(std::uint32_t first, const Cue& cue, bool owned) const {
    constexpr std::uint32_t kMostWords = 6, kMostInName = 3;
    if (first >= view_.sentence.last || !view_.same_clause(first, value_.first)) return {};
    auto last = first;
    while (last < value_.first && last - first < kMostWords &&
           (!ends_phrase(last) || view_.text.tokens[last].is(TokenClass::number)))
      ++last;
    if (last == first || last > cue.first || names_metric(first, last)) return {};
    if (view_.has(last, view_.tags.preposition) || view_.text.tokens[last].is(TokenClass::punctuation))
      return {};
    if (view_.has(first, view_.tags.role_noun) || view_.has(first, view_.tags.relation_noun)) return {};
    if (at(last - 1, tags_.regions).tag != kNoTag) return {};
    if (is(last - 1, tags_.things)) {
      auto name = name_of_thing(first, last);
      return owned ? name : std::string(kUnnamed);
    }
    const auto& end = view_.text.tokens[last - 1];
    const bool named = owned && is_part_of_name(last - 1) && (end.shape & (kCapital | kMixedCase)) &&
                       !view_.has(last - 1, view_.tags.role_noun) && !is_person_name(first, last);
    bool thing = false;
    for (auto i = first; i < last; ++i) thing |= is(i, tags_.things);
    return named && (thing || last - first <= kMostInName) ? name_of_thing(first, last) : std::string{};
  }
  bool is_person_name(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i)
      if (view_.has(i, view_.tags.role_noun) || view_.has(i, view_.tags.first_name) ||
          view_.has(i, view_.tags.person_title))
        return true;
    return false;
  }
  bool names_metric(std::uint32_t first, std::uint32_t last) const {
    return std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == view_.tags.metric_noun && cue.first < last && cue.last > first;
    });
  }
  // A heading in title case: capitals name nothing there.
  bool has_capitals_everywhere() const {
    std::uint32_t words = 0, capitals = 0;
    for (auto i = view_.sentence.first; i < view_.sentence.last; ++i)
      if (view_.text.tokens[i].is(TokenClass::word))
        ++words, capitals += (view_.text.tokens[i].shape & kCapital) != 0;
    return capitals * 3 > words * 2;
  }
  // «…, wovon 7 Milliarden auf die Marken entfielen»
  bool falls_to_a_part() const {
    if (!view_.may_have(tags_.falls_to) || !view_.has_beside(value_.first, tags_.falls_to)) return false;
    for (auto i = begin_of_clause(); i < view_.sentence.last; ++i)
      if (view_.same_clause(i, value_.first) && view_.has(i, view_.tags.to_preposition) &&
          i != value_.first - 1)
        return std::ranges::none_of(view_.firms,
                                    [&](const Firm& firm) { return view_.governor(firm.first) == i; });
    return false;
  }

  // «Der Film spielte 800 Millionen ein», «Mit dem Spiel verdiente X …»: what one thing brings that a firm
  // sells.
  bool is_of_a_work() const {
    if (!view_.may_have(tags_.work)) return false;
    for (auto i = begin_of_clause(); i < value_.first; ++i) {
      if (!view_.has(i, tags_.work) || i == view_.sentence.first || in_a_name(i)) continue;
      const auto governor = view_.governor(i);
      const auto article = governor == kNoToken ? i - 1 : governor;
      if (view_.has(article,
                    governor == kNoToken ? view_.tags.nominative_article : view_.tags.partner_preposition))
        return true;
    }
    return false;
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
      return named ? canonical(view_.word(hit.last)) : std::string(kUnnamed);
    }
    return {};
  }

  std::string segment_at(std::uint32_t noun, const Cue* cue, Metric metric) const {
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
    constexpr std::uint32_t kReach = 10, kNear = 5;  // near by, a verb may be a noun: "despite a decline in"
    for (auto i = noun; i > view_.sentence.first && noun - i < kReach; --i) {
      if (view_.preceded_by(i, view_.tags.causes)) return true;
      const bool ends = !view_.text.tokens[i - 1].is(TokenClass::word) ||
                        view_.has(i - 1, view_.tags.finite_verb) || view_.has(i - 1, view_.tags.metric_verb);
      if (ends && noun - i >= kNear - 1) return false;
    }
    return false;
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
      return metric == Metric::sales_volume ? std::string{} : first_element(cue, "part_name");
    if (const auto known = ending_at(before, tags_.names).value; !known.empty()) return std::string(known);
    const bool heading = has_capitals(cue.first);  // where each word has a capital
    return view_.capital_nouns || heading ? std::string{} : product_before(before);
  }

  // «Clouderlöse», «Auslandsumsatz»: what of a list stands before a metric in one word, its linking s left
  // out.
  std::string first_element(const Cue& cue, std::string_view list) const {
    constexpr std::size_t kShortest = 3;
    const auto word = view_.word(cue.last - 1);
    const auto tag = view_.lexicon.tag(list);
    for (auto end = word.size(); end-- > kShortest;) {
      if (view_.lexicon.value_of(word.substr(end), view_.tags.metric_noun).empty()) continue;
      auto named = view_.lexicon.value_of(word.substr(0, end), tag);
      if (named.empty() && word[end - 1] == 's') named = view_.lexicon.value_of(word.substr(0, end - 1), tag);
      if (!named.empty()) return std::string(named);
    }
    return {};
  }

  // "iPhone sales", "its PlayStation 5 sales": a name that is no firm's, nor of a time or a place. Capitals
  // say so where not every noun has one, but not at the beginning of a sentence or behind a mark.
  std::string product_before(std::uint32_t noun) const {
    constexpr std::uint32_t kMostWords = 3;
    auto first = noun;
    while (first > view_.sentence.first + 1 && noun - first < kMostWords && may_name_product(first - 1))
      --first;
    while (first < noun && !has_capitals(first)) ++first;
    if (first == noun || in_a_name(first - 1) || view_.text.tokens[first - 1].is(TokenClass::punctuation))
      return {};
    return joined(first, noun);
  }
  bool may_name_product(std::uint32_t token) const {
    const auto& each = view_.text.tokens[token];
    if (each.is(TokenClass::number)) return !(each.shape & kGlued) && has_capitals(token - 1);
    return is_part_of_name(token) && has_capitals(token) && !in_a_date(token) &&
           !view_.has(token, view_.tags.month) && at(token, tags_.region_adjectives).tag == kNoTag &&
           at(token, tags_.regions).tag == kNoTag;
  }
  // "Azure", "iPhone"
  bool has_capitals(std::uint32_t token) const {
    return view_.text.of(view_.text.tokens[token]) != view_.word(token);
  }

  std::string joined(std::uint32_t first, std::uint32_t last) const {
    std::string name;
    for (auto i = first; i < last; ++i) name.append(name.empty() ? "" : "_").append(view_.word(i));
    return name;
  }

  // Where a metric's noun begins, its hyphen included.
  std::uint32_t begin_of_metric(const Cue& cue) const {
    const bool hyphened = cue.first > view_.sentence.first && is_hyphen(cue.first - 1);
    return cue.first - hyphened;
  }

  // The longest phrase of a list that ends at a token: "data-center" has three tokens.
  PhraseHit ending_at(std::uint32_t end, const TagSet& list) const {
    constexpr std::uint32_t kMostTokens = 4;
    for (std::uint32_t tokens = kMostTokens; tokens >= 1; --tokens) {
      if (end < view_.sentence.first + tokens) continue;
      const auto hit = at(end - tokens, list);
      if (hit.tag != kNoTag && hit.last == end && !in_a_name(hit.first)) return hit;
    }
    return {kNoTag, end, end, {}};
  }

  // «Cloud-Sparte», «Autosparte», «Sparte Cloud», "its cloud computing business", "the unit".
  std::string name_of_segment(std::uint32_t noun) const {
    const auto key = noun_key(noun);
    const auto word = view_.word(noun);
    if (const auto end = word.rfind(key); end != std::string_view::npos && end > 0 && end != word.npos)
      return canonical(word.substr(0, end));
    if (noun > view_.sentence.first && is_hyphen(noun - 1)) return canonical(view_.word(noun - 2));
    if (!view_.capital_nouns) return name_before(noun);
    const bool named_behind = noun + 1 < view_.sentence.last &&
                              (view_.text.tokens[noun + 1].shape & kCapital) != 0 && !in_a_name(noun + 1);
    if (named_behind) return canonical(view_.word(noun + 1));
    return is(noun, tags_.not_unnamed) ? std::string{} : std::string(kUnnamed);
  }

  std::string_view noun_key(std::uint32_t noun) const {
    const auto hit = at(noun, tags_.nouns);
    return hit.value;
  }

  std::string name_before(std::uint32_t noun) const {
    constexpr std::uint32_t kMostWords = 3;
    auto first = noun;
    while (first > view_.sentence.first && noun - first < kMostWords && is_part_of_name(first - 1)) --first;
    if (first == noun) {
      const bool refers = first > view_.sentence.first && view_.has(first - 1, view_.tags.article);
      return refers && !is(noun, tags_.not_unnamed) ? std::string(kUnnamed) : "";
    }
    const auto hit = at(first, tags_.names);
    if (hit.tag != kNoTag && hit.last <= noun) return std::string(hit.value);
    return joined(first, noun);
  }

  bool is_part_of_name(std::uint32_t token) const {
    const auto& each = view_.text.tokens[token];
    const auto& tags = view_.tags;
    return each.is(TokenClass::word) && !in_a_name(token) && !is(token, tags_.not_a_name) &&
           !view_.has(token, tags.article) && !view_.has(token, tags.possessive) &&
           !view_.has(token, tags.preposition) && !view_.has(token, tags.genitive_article) &&
           !view_.has(token, tags.coordinator) && !view_.has(token, tags.finite_verb) &&
           !(each.shape & kGlued);
  }

  std::string canonical(std::string_view name) const {
    while (name.ends_with('-')) name.remove_suffix(1);
    for (const auto list : {&tags_.names, &tags_.regions})
      if (auto known = view_.lexicon.value_of(name, tag_of(*list)); !known.empty()) return std::string(known);
    return std::string(name);
  }
  Tag tag_of(const TagSet& list) const {
    return view_.lexicon.tag(&list == &tags_.names ? "part_name" : "region");
  }

  // ---- the world

  // "UK sales", "overseas retail revenue", «China-Absatz», «Auslandsumsatz»
  std::string named_before_metric(const Cue& cue) const {
    const auto begin = ending_at(begin_of_metric(cue), tags_.names).first;
    if (view_.capital_nouns) {
      if (begin == cue.first)
        if (auto named = first_element(cue, "region"); !named.empty()) return named;
      if (const auto named = ending_at(begin, tags_.regions).value; begin < cue.first && !named.empty())
        return std::string(named);
    }
    // "US sales", but "gave us sales"; «der europäische Absatz».
    if (const auto hit = ending_at(begin, tags_.region_adjectives);
        hit.tag != kNoTag && (view_.capital_nouns || has_capitals(hit.first)))
      return std::string(hit.value);
    return std::string(ending_at(begin, tags_.place_adjectives).value);
  }

  std::string region_of(const Cue* cue, Metric metric) const {
    std::vector<std::string> regions, of_sentence;
    if (cue && cue->tag == view_.tags.metric_noun && is_result(metric))
      if (auto named = named_before_metric(*cue); !named.empty()) return named;
    const bool by_adverb = is_result(metric) && view_.may_have(tags_.place_adverbs);
    for (auto i = begin_of_clause(), end = end_of_reach(); by_adverb && i < end; ++i)
      if (const auto hit = at(i, tags_.place_adverbs);
          hit.tag != kNoTag && !(view_.text.tokens[i].shape & kCapital) && limits(hit.first, hit.last))
        return std::string(hit.value);
    if (!view_.may_have(tags_.regions)) {
      auto named = region_named_before();
      return named.empty() ? site_of(metric) : named;
    }
    for (auto i = view_.sentence.first, end = end_of_reach(); i < end; ++i) {
      const auto hit = at(i, tags_.regions);
      if (hit.tag == kNoTag) continue;
      const bool goes_on = hit.last < view_.sentence.last && is_hyphen(hit.last);
      const bool labels = cue && is_label_of_metric(*cue, hit.first, hit.last);
      if (!goes_on && is_place(hit.first) && (labels || limits(hit.first, hit.last)))
        (view_.same_clause(hit.first, value_.first) ? regions : of_sentence).emplace_back(hit.value);
      i = hit.last - 1;
    }
    // «In Deutschland stieg der Umsatz, in China fiel er auf …»: what the clause itself says is nearer.
    if (regions.empty()) regions = std::move(of_sentence);
    if (regions.empty())
      if (auto named = region_named_before(); !named.empty()) regions.push_back(std::move(named));
    if (regions.empty())
      if (auto named = site_of(metric); !named.empty()) regions.push_back(std::move(named));
    std::ranges::sort(regions);
    regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
    std::string joined;
    for (const auto& region : regions) joined.append(joined.empty() ? "" : "+").append(region);
    return joined;
  }

  // «Umsatz von X in Deutschland: 32 Milliarden Euro»: before the colon, with what is measured.
  bool is_label_of_metric(const Cue& cue, std::uint32_t first, std::uint32_t last) const {
    return cue.tag == view_.tags.metric_noun && cue.last <= first && view_.same_clause(cue.first, first) &&
           last < value_.first && view_.text.of(view_.text.tokens[last]) == ":";
  }

  // «im Werk», «das Werk beschäftigt», «300 Mitarbeiter des Werks»; not «nach dem Kauf einer Fabrik».
  bool tells_where(std::uint32_t site) const {
    const auto governor = view_.governor(site);
    if (governor != kNoToken) return view_.has(governor, tags_.site_preposition);
    if (site == view_.sentence.first) return false;
    const auto article = site - 1;
    if (site < value_.first) return view_.has(article, view_.tags.nominative_article);
    return site <= value_.last + kNextTo && view_.has(article, view_.tags.genitive_article);
  }

  // «im Werk Grünheide arbeiten 11.000», «am Stammsitz 4500», «in München 300»: who works there, what is made
  // there.
  std::string site_of(Metric metric) const {
    if (metric != Metric::headcount && metric != Metric::job_cuts && metric != Metric::sales_volume &&
        metric != Metric::capacity)
      return {};
    if (view_.may_have(tags_.site))
      for (auto i = begin_of_clause(), end = end_of_reach(); i < end; ++i)
        if (view_.has(i, tags_.site) && !in_a_name(i) && limits(i, i + 1) && tells_where(i)) {
          const bool named = i + 1 < view_.sentence.last &&
                             (view_.text.tokens[i + 1].shape & kCapital) != 0 &&
                             view_.text.tokens[i + 1].is(TokenClass::word) && !in_a_name(i + 1);
          return named ? std::string(view_.word(i + 1)) : std::string(kUnnamed);
        }
    if (view_.may_have(tags_.city))
      for (auto i = begin_of_clause(), end = end_of_reach(); i < end; ++i)
        if (view_.has(i, tags_.city) && !in_a_name(i) && i > view_.sentence.first &&
            view_.has(i - 1, tags_.place_preposition) && limits(i, i + 1))
          return std::string(view_.word(i));
    return {};
  }

  // «In Indien wächst X. Dort stieg der Umsatz»: the one region that the sentence before names, else a place
  // without a name (a town, a plant).
  std::string region_named_before() const {
    if (!view_.may_have(tags_.place_anaphor)) return {};
    auto anaphor = begin_of_clause();
    while (anaphor < value_.first && !view_.has(anaphor, tags_.place_anaphor)) ++anaphor;
    if (anaphor == value_.first) return {};
    const auto at = static_cast<std::size_t>(&view_.sentence - view_.text.sentences.data());
    const auto* before = at > 0 ? &view_.text.sentences[at - 1] : nullptr;
    std::string named;
    for (auto i = before ? before->first : 0; before && i < before->last; ++i) {
      const auto hit =
          view_.lexicon.longest(view_.text.folded, view_.text.tokens, i, before->last, tags_.regions);
      if (hit.tag == kNoTag) continue;
      if (!named.empty() && named != hit.value) return std::string(kUnnamed);
      named = hit.value;
      i = hit.last - 1;
    }
    return named.empty() ? std::string(kUnnamed) : named;
  }

  // «in Deutschland», «in der Schweiz und Österreich»
  bool is_place(std::uint32_t first) const {
    constexpr std::uint32_t kMostBetween = 4;
    for (auto i = first; i > view_.sentence.first && first - i < kMostBetween; --i) {
      if (view_.has(i - 1, tags_.place_preposition)) return true;
      const bool passes = view_.has(i - 1, view_.tags.article) || view_.has(i - 1, view_.tags.coordinator) ||
                          at(i - 1, tags_.regions).tag != kNoTag;
      if (!passes) return false;
    }
    return false;
  }

  const SentenceView& view_;
  const Placed& value_;
  const PartTags& tags_;
};

}  // namespace

std::string part_of(const SentenceView& view, const Placed& value, const Cue* cue, Metric metric) {
  return PartFinder(view, value).find(cue, metric);
}

std::string_view part_in(std::string_view variant) {
  const auto at = std::min(variant.find("segment:"), variant.find("region:"));
  return at == std::string_view::npos ? std::string_view{} : variant.substr(at);
}

std::string with_part(std::string_view variant, const std::string& part) {
  if (part.empty()) return std::string(variant);
  const auto kind = variant.substr(0, variant.find(' '));
  // "US truck sales": what the metric's word says of the trade, the words around say of the place.
  const bool of_trade = kind.starts_with("segment:") && part.starts_with("region:");
  if (kind.empty() || (kind.find(':') != std::string_view::npos && !of_trade)) return part;
  return std::string(kind) + " " + part;
}

}  // namespace gegenprobe::extract
