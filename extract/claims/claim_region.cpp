#include "extract/claims/claim_region.h"

#include <algorithm>
#include <vector>

#include "extract/claims/claim_metric.h"
#include "extract/claims/part_view.h"

namespace gegenprobe::extract {
namespace {

struct RegionTags {
  TagSet place_adjectives, place_adverbs;
  Tag place_preposition, place_anaphor, site, site_preposition, city, premises_noun, market, everywhere,
      cause;
  explicit RegionTags(const Lexicon& lexicon)
      : place_adjectives(lexicon.tags({"place_adjective"})),
        place_adverbs(lexicon.tags({"place_adverb"})),
        place_preposition(lexicon.tag("place_preposition")),
        place_anaphor(lexicon.tag("place_anaphor")),
        site(lexicon.tag("site")),
        site_preposition(lexicon.tag("site_preposition")),
        city(lexicon.tag("city")),
        premises_noun(lexicon.tag("premises_noun")),
        market(lexicon.tag("market")),
        everywhere(lexicon.tag("everywhere")),
        cause(lexicon.tag("cause_preposition")) {}
};

class RegionFinder : PartView {
 public:
  RegionFinder(const SentenceView& view, const Placed& value)
      : PartView(view, value), tags_(view.lists<RegionTags>()) {}

  std::string find(const Cue* cue, Metric metric) const {
    std::vector<std::string> regions, of_sentence;
    if (auto listed = place_in_list(); !listed.empty()) return listed;
    if (cue && cue->tag == view_.tags.metric_noun && is_result(metric))
      if (auto named = named_before_metric(*cue); !named.empty()) return named;
    if (auto named = named_before_place(cue, metric); !named.empty()) return named;
    if (auto acting = acting_place(metric); !acting.empty()) return acting;
    // "28% in the US and 27% |globally|"
    if (view_.has(value_.last, tags_.everywhere)) return {};
    if (const auto part = falls_to(); part != kNoToken)
      if (const auto hit = at(part, shared_.regions); hit.tag != kNoTag) return std::string(hit.value);
    const bool by_adverb = is_result(metric) && view_.may_have(tags_.place_adverbs);
    for (auto i = begin_of_clause(), end = end_of_reach(); by_adverb && i < end; ++i)
      if (const auto hit = at(i, tags_.place_adverbs);
          hit.tag != kNoTag && !(view_.text.tokens[i].shape & kCapital) && limits(hit.first, hit.last))
        return std::string(hit.value);
    if (!view_.may_have(shared_.regions)) {
      auto named = region_named_before();
      if (named.empty()) named = site_of(metric);
      return named.empty() && cue && is_result(metric) ? named_place(*cue) : named;
    }
    for (auto i = view_.sentence.first, end = end_of_reach(); i < end; ++i) {
      const auto hit = at(i, shared_.regions);
      if (hit.tag == kNoTag) continue;
      const bool goes_on = hit.last < view_.sentence.last && is_hyphen(hit.last);
      const bool labels = cue && is_label_of_metric(*cue, hit.first, hit.last);
      const bool name = view_.capital_nouns || has_capitals(hit.first);  // not "told us"
      if (!goes_on && name && is_place(hit.first) && !is_of_cause(hit.first) &&
          (labels || limits(hit.first, hit.last)))
        (view_.same_clause(hit.first, value_.first) ? regions : of_sentence).emplace_back(hit.value);
      i = hit.last - 1;
    }
    // «In Deutschland stieg der Umsatz, in China fiel er auf …»: what the clause itself says is nearer.
    if (regions.empty()) regions = std::move(of_sentence);
    if (regions.empty())
      if (auto named = region_named_before(); !named.empty()) regions.push_back(std::move(named));
    if (regions.empty())
      if (auto named = site_of(metric); !named.empty()) regions.push_back(std::move(named));
    if (regions.empty() && cue && is_result(metric))
      if (auto named = named_place(*cue); !named.empty()) regions.push_back(std::move(named));
    std::ranges::sort(regions);
    regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
    std::string joined;
    for (const auto& region : regions) joined.append(joined.empty() ? "" : "+").append(region);
    return joined;
  }

 private:
  // "500 stores in Germany and |200| in Austria": each figure of a list has the place right behind it.
  std::string place_in_list() const {
    auto own = place_behind(value_);
    const bool in_list = own != kNoToken && std::ranges::any_of(view_.values, [&](const Placed& other) {
                           return other.first != value_.first &&
                                  other.mention->kind == value_.mention->kind &&
                                  place_behind(other) != kNoToken;
                         });
    if (!in_list) own = place_before();
    if (own == kNoToken) return {};
    const auto region = at(own, shared_.regions);
    return region.tag != kNoTag ? std::string(region.value) : std::string(view_.word(own));
  }

  // «500 Stellen in Erlangen, |in Berlin| 300 und |in der Schweiz| 200»
  std::uint32_t place_before() const {
    auto begin = view_.begin_with_qualifier(value_);
    begin -= begin > view_.sentence.first && (view_.has(begin - 1, view_.tags.delta_preposition) ||
                                              view_.has(begin - 1, view_.tags.to_preposition));
    if (!view_.capital_nouns || begin < view_.sentence.first + 3) return kNoToken;
    const auto name = begin - 1;
    const auto preposition = name - 1 - view_.has(name - 1, view_.tags.article);
    if (preposition <= view_.sentence.first || !view_.has(preposition, tags_.place_preposition))
      return kNoToken;
    const bool joins = is_comma(preposition - 1) || view_.has(preposition - 1, view_.tags.coordinator);
    const bool named = view_.text.tokens[name].is(TokenClass::word) && has_capitals(name) &&
                       !in_a_date(name) && !in_a_name(name) && !view_.has(name, tags_.site);
    const bool goes_on = std::ranges::any_of(view_.values, [&](const Placed& other) {
      return other.last < preposition && other.mention->kind == value_.mention->kind;
    });
    return joins && named && goes_on ? name : kNoToken;
  }

  // The name behind "in" and a figure; kNoToken where there is none.
  std::uint32_t place_behind(const Placed& value) const {
    if (!view_.has(value.last, tags_.place_preposition)) return kNoToken;
    const auto name = value.last + 1 + view_.has(value.last + 1, view_.tags.article);
    const bool named = name < view_.sentence.last && view_.text.tokens[name].is(TokenClass::word) &&
                       has_capitals(name) && !in_a_date(name) && !in_a_name(name) &&
                       !view_.has(name, view_.tags.month);
    return named ? name : kNoToken;
  }

  // "UK sales", "overseas retail revenue", «China-Absatz», «Auslandsumsatz»
  std::string named_before_metric(const Cue& cue) const {
    const auto begin = ending_at(begin_of_metric(cue), shared_.names).first;
    if (view_.capital_nouns) {
      if (begin == cue.first)
        if (auto named = first_element(cue, shared_.region); !named.empty()) return named;
      if (const auto named = ending_at(begin, shared_.regions).value; begin < cue.first && !named.empty())
        return std::string(named);
    }
    // "US sales", but "gave us sales"; «der europäische Absatz».
    if (const auto hit = ending_at(begin, shared_.region_adjectives);
        hit.tag != kNoTag && (view_.capital_nouns || has_capitals(hit.first)))
      return std::string(hit.value);
    return std::string(ending_at(begin, tags_.place_adjectives).value);
  }

  // "sales at |US| stores rose", "its share of the |European| car market": an adjective of place before where
  // it is sold.
  std::string named_before_place(const Cue* cue, Metric metric) const {
    constexpr std::uint32_t kReach = 5;
    const bool of_market = metric == Metric::market_share;
    const Tag place = of_market ? tags_.market : tags_.premises_noun;
    if (view_.capital_nouns || !view_.may_have(place)) return {};
    if (!of_market && (!cue || !is_result(metric))) return {};
    const auto begin = of_market ? begin_of_clause() : cue->last;
    const auto end = std::min(end_of_reach(), of_market ? view_.sentence.last : begin + kReach + 3);
    for (auto i = begin; i < end; ++i) {
      if (!view_.has(i, place)) continue;
      for (auto j = i; j > begin && j + kReach > i; --j) {
        const auto hit = at(j - 1, shared_.region_adjectives);
        if (hit.tag != kNoTag && has_capitals(hit.first)) return std::string(hit.value);
        if (view_.has(j - 1, view_.tags.preposition) || view_.has(j - 1, view_.tags.article)) break;
      }
    }
    return {};
  }

  // "Germany, which makes up a third of sales, |grew| 0.5%", "while China fell 3%": the place itself moves.
  std::string acting_place(Metric metric) const {
    if (view_.capital_nouns || !is_result(metric) || !view_.may_have(shared_.regions)) return {};
    for (const auto begin : {begin_of_clause(), view_.sentence.first}) {
      auto first = begin;
      while (view_.has(first, view_.tags.coordinator) || view_.has(first, view_.tags.clause_conjunction) ||
             view_.has(first, view_.tags.article))
        ++first;
      const auto place = at(first, shared_.regions);
      if (place.tag == kNoTag || !has_capitals(first)) continue;
      auto verb = place.last;
      if (is_comma(verb) && view_.has(verb + 1, view_.tags.relative_pronoun)) {
        ++verb;
        while (verb < value_.first && !is_comma(verb)) ++verb;
        ++verb;
      }
      const bool moves = view_.has(verb, view_.tags.up) || view_.has(verb, view_.tags.down);
      if (verb < value_.first && moves && view_.values_between(verb, value_.first) == 0)
        return std::string(place.value);
    }
    return {};
  }
  bool is_comma(std::uint32_t i) const {
    return i < view_.sentence.last && view_.text.of(view_.text.tokens[i]) == ",";
  }

  // "Sales in the Americas rose", "to $5bn in Premium Lifestyle": a place or a trade of no list, by its
  // capitals.
  std::string named_place(const Cue& cue) const {
    if (view_.capital_nouns || has_capitals_everywhere()) return {};
    for (const auto preposition :
         {cue.tag == view_.tags.metric_noun ? cue.last : end_of_change_, end_of_change_}) {
      if (!view_.has(preposition, tags_.place_preposition) || !view_.same_clause(preposition, value_.first))
        continue;
      const auto first = preposition + 1 + view_.has(preposition + 1, view_.tags.article);
      auto last = first;
      while (last < view_.sentence.last && is_part_of_name(last) && has_capitals(last) && !in_a_date(last) &&
             !view_.has(last, view_.tags.month))
        ++last;
      if (last > first && !view_.genitive_at(last)) return joined(first, last);
    }
    return {};
  }

  // «Umsatz von X in Deutschland: 32 Milliarden Euro»: before the colon, with what is measured.
  bool is_label_of_metric(const Cue& cue, std::uint32_t first, std::uint32_t last) const {
    return cue.tag == view_.tags.metric_noun && cue.last <= first && view_.same_clause(cue.first, first) &&
           last < value_.first && view_.text.of(view_.text.tokens[last]) == ":";
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
          view_.lexicon.longest(view_.text.folded, view_.text.tokens, i, before->last, shared_.regions);
      if (hit.tag == kNoTag) continue;
      if (!named.empty() && named != hit.value) return std::string(kUnnamedPart);
      named = hit.value;
      i = hit.last - 1;
    }
    return named.empty() ? std::string(kUnnamedPart) : named;
  }

  // «im Werk Grünheide arbeiten 11.000», «am Stammsitz 4500», «in München 300»: who works there, what is made
  // there.
  std::string site_of(Metric metric) const {
    if (metric != Metric::headcount && metric != Metric::job_cuts && metric != Metric::sales_volume &&
        metric != Metric::capacity)
      return {};
    const bool told_as_segment = !view_.capital_nouns && is_result(metric);  // "the plant sold"
    if (view_.may_have(tags_.site) && !told_as_segment)
      for (auto i = begin_of_clause(), end = end_of_reach(); i < end; ++i)
        if (view_.has(i, tags_.site) && !in_a_name(i) && limits(i, i + 1) && tells_where(i))
          return name_of_site(i);
    if (view_.may_have(tags_.city))
      for (auto i = begin_of_clause(), end = end_of_reach(); i < end; ++i)
        if (view_.has(i, tags_.city) && !in_a_name(i) && i > view_.sentence.first &&
            view_.has(i - 1, tags_.place_preposition) && limits(i, i + 1))
          return std::string(view_.word(i));
    return {};
  }

  // «Werk Grünheide», "Leeds plant", "plant in Leeds"
  std::string name_of_site(std::uint32_t site) const {
    const auto names = [&](std::uint32_t i) {
      return i >= view_.sentence.first && i < view_.sentence.last && has_capitals(i) &&
             view_.text.tokens[i].is(TokenClass::word) && !in_a_name(i) && !in_a_date(i);
    };
    if (view_.capital_nouns)
      return names(site + 1) ? std::string(view_.word(site + 1)) : std::string(kUnnamedPart);
    if (names(site - 1) && site > view_.sentence.first + 1) return std::string(view_.word(site - 1));
    const bool place_behind = view_.has(site + 1, tags_.place_preposition) && names(site + 2);
    return place_behind ? std::string(view_.word(site + 2)) : std::string(kUnnamedPart);
  }

  // «im Werk», «das Werk beschäftigt», «300 Mitarbeiter des Werks»; not «nach dem Kauf einer Fabrik».
  bool tells_where(std::uint32_t site) const {
    constexpr std::uint32_t kNextTo = 3;
    const auto governor = view_.governor(site);
    if (governor != kNoToken) return view_.has(governor, tags_.site_preposition);
    if (site == view_.sentence.first) return false;
    const auto article = site - 1;
    if (site < value_.first)
      return view_.has(article, view_.tags.nominative_article) ||
             (!view_.capital_nouns && view_.has(article, view_.tags.definite_article));
    return site <= value_.last + kNextTo && view_.has(article, view_.tags.genitive_article);
  }

  // «in Deutschland», «in der Schweiz und Österreich»
  bool is_place(std::uint32_t first) const {
    constexpr std::uint32_t kMostBetween = 4;
    for (auto i = first; i > view_.sentence.first && first - i < kMostBetween; --i) {
      if (view_.has(i - 1, tags_.place_preposition)) return true;
      const bool passes = view_.has(i - 1, view_.tags.article) || view_.has(i - 1, view_.tags.coordinator) ||
                          at(i - 1, shared_.regions).tag != kNoTag;
      if (!passes) return false;
    }
    return false;
  }

  // «trotz schwacher Nachfrage |in China|», "thanks to strong demand |in China|": of what it came from.
  bool is_of_cause(std::uint32_t place) const {
    constexpr std::uint32_t kReach = 6;
    if (!view_.may_have(tags_.cause)) return false;
    for (auto i = place; i > view_.sentence.first && i + kReach > place; --i) {
      if (view_.text.tokens[i - 1].is(TokenClass::punctuation) || view_.has(i - 1, view_.tags.finite_verb))
        return false;
      if (view_.has(i - 1, tags_.cause)) return i + 1 < place;  // "because of China"
    }
    return false;
  }

  const RegionTags& tags_;
};

}  // namespace

std::string region_of(const SentenceView& view, const Placed& value, const Cue* cue, Metric metric) {
  return RegionFinder(view, value).find(cue, metric);
}

}  // namespace gegenprobe::extract
