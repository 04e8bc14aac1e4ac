#include "extract/claims/claim_thing.h"

#include "extract/claims/claim_metric.h"
#include "extract/claims/part_view.h"

namespace gegenprobe::extract {
namespace {

struct ThingTags {
  TagSet things, not_a_thing;
  Tag work;
  explicit ThingTags(const Lexicon& lexicon)
      : things(lexicon.tags({"thing_noun"})),
        not_a_thing(lexicon.tags({"no_thing"})),
        work(lexicon.tag("work")) {}
};

class ThingFinder : PartView {
 public:
  ThingFinder(const SentenceView& view, const Placed& value)
      : PartView(view, value), tags_(view.lists<ThingTags>()) {}

  // "sales of electric cars rose", "revenue from its cloud services"; not "sales of $5bn", "sales of the
  // group".
  std::string behind_metric(const Cue& cue) const {
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
    if (last < view_.sentence.last && is_hyphen(last))
      return std::string(kUnnamedPart);  // "iron-ore operations"
    if (last == first || is(first, tags_.not_a_thing) || is(last - 1, tags_.not_a_thing) ||
        at(last - 1, shared_.regions).tag != kNoTag || view_.has(last - 1, view_.tags.place))
      return {};
    return name_of_thing(first, last);
  }

  // "X's diabetes drug Kestrelle had sales of", "its Kestrelle lost", "the film took": what is told is a
  // thing of the firm's.
  std::string of_firm(const Cue& cue) const {
    if (view_.capital_nouns || is_title_case(view_.text, view_.sentence)) return {};
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

 private:
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
    if (at(last - 1, shared_.regions).tag != kNoTag) return {};
    if (is(last - 1, tags_.things)) {
      auto name = name_of_thing(first, last);
      return owned ? name : std::string(kUnnamedPart);
    }
    const auto& end = view_.text.tokens[last - 1];
    const bool named = owned && is_part_of_name(last - 1) && (end.shape & (kCapital | kMixedCase)) &&
                       !view_.has(last - 1, view_.tags.role_noun) && !is_person_name(first, last);
    bool thing = false;
    for (auto i = first; i < last; ++i) thing |= is(i, tags_.things);
    return named && (thing || last - first <= kMostInName) ? name_of_thing(first, last) : std::string{};
  }

  // The name of what stands from one token up to another, articles and words that are no name left out.
  std::string name_of_thing(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t kMostWords = 3;
    if (const auto known = ending_at(last, shared_.names); !known.value.empty() && known.first == first)
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

  const ThingTags& tags_;
};

}  // namespace

std::string thing_behind_metric(const SentenceView& view, const Placed& value, const Cue& metric) {
  return ThingFinder(view, value).behind_metric(metric);
}

std::string thing_of_firm(const SentenceView& view, const Placed& value, const Cue& cue) {
  return ThingFinder(view, value).of_firm(cue);
}

bool is_of_a_work(const SentenceView& view, const Placed& value) {
  return ThingFinder(view, value).is_of_a_work();
}

}  // namespace gegenprobe::extract
