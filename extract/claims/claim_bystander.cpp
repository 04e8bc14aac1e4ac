#include "extract/claims/claim_bystander.h"

#include <algorithm>

#include "extract/claims/firm_place.h"
#include "extract/claims/other_subject.h"

namespace gegenprobe::extract {
namespace {

struct BystanderTags {
  Tag noun, common_noun, leads;
  Tag relation_noun_before_name, together, owner_noun, plural_ending, trade, traded_unit, earning_verb,
      commodity, wealth, part_noun, inner_noun;
  Tag at_firm;
  TagSet denials, likenings, joint, whole_openers;
  explicit BystanderTags(const Lexicon& lexicon)
      : noun(lexicon.tag("kin_noun")),
        common_noun(lexicon.tag("common_noun")),
        leads(lexicon.tag("lead_participle")),
        relation_noun_before_name(lexicon.tag("relation_noun_before_name")),
        together(lexicon.tag("together")),
        owner_noun(lexicon.tag("owner_noun")),
        plural_ending(lexicon.tag("plural_ending")),
        trade(lexicon.tag("trade_noun")),
        traded_unit(lexicon.tag("traded_unit")),
        earning_verb(lexicon.tag("earning_verb")),
        commodity(lexicon.tag("priced_commodity")),
        wealth(lexicon.tag("wealth_noun")),
        part_noun(lexicon.tag("part_noun")),
        inner_noun(lexicon.tag("inner_noun")),
        at_firm(lexicon.tag("at_firm")),
        denials(lexicon.tags({"denial"})),
        likenings(lexicon.tags({"likening_opener"})),
        joint(lexicon.tags({"together", "together_with_other"})),
        whole_openers(lexicon.tags({"whole_opener"})) {}
};
const BystanderTags& own(const SentenceView& view) { return view.lists<BystanderTags>(); }

// The noun behind a firm's name and its hyphen or mark of genitive.
std::uint32_t noun_behind(const SentenceView& view, const Firm& firm) {
  auto i = firm.last;
  if (i >= view.sentence.last) return i;
  if (view.genitive_at(i)) return i + 1 + view.has(i + 1, view.tags.owner_mark);
  const bool hyphen = view.text.of(view.text.tokens[i]) == "-" && (view.text.tokens[i].shape & kGlued);
  return i + hyphen;
}

// "The owner of X and |Y| said", "the parent of |X|": whoever has it is the firm that is spoken of.
bool is_of_owner(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 8;
  if (view.capital_nouns || !view.may_have(own(view).owner_noun)) return false;
  for (auto i = firm.first; i > view.sentence.first + 1 && i + kReach > firm.first; --i) {
    const Token& before = view.text.tokens[i - 1];
    if (view.has(i - 1, view.tags.share_preposition))
      return view.has(i - 2, own(view).owner_noun) && i > view.sentence.first + 2 &&
             view.has(i - 3, view.tags.definite_article);
    const bool listed = view.has(i - 1, view.tags.coordinator) || view.text.of(before) == "," ||
                        (before.shape & kCapital) != 0;
    if (!listed) return false;
  }
  return false;
}

bool describes_other(const SentenceView& view, const Firm& firm) {
  if (firm.reference || firm.index) return false;
  if (is_of_owner(view, firm)) return true;
  const auto noun = noun_behind(view, firm);
  // "Apple supplier costs": the noun only describes what is measured.
  if (view.has(noun, view.tags.relation_noun)) return !view.has(noun + 1, view.tags.metric_noun);
  if (!view.has(noun, own(view).relation_noun_before_name) || noun + 1 >= view.sentence.last) return false;
  if (!view.capital_nouns) return (view.text.tokens[noun + 1].shape & kCapital) != 0;
  return std::ranges::any_of(view.firms, [&](const Firm& other) {
    return other.first == noun + 1 && !other.reference && other.entity != firm.entity;
  });
}

// «auf der Facebook-Seite», «sein Facebook Profil»: where somebody else publishes.
bool is_page_of(const SentenceView& view, const Firm& firm) {
  return !firm.reference && view.has(noun_behind(view, firm), view.tags.page_noun);
}

bool is_denied(const SentenceView& view, const Firm& firm) {
  return view.preceded_by(firm.first, own(view).denials);
}

// "BERLIN (Reuters) - …": who sends the text.
bool is_of_dateline(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kLongestPlace = 6;
  const auto mark = [&](std::uint32_t i) {
    return i < view.sentence.last ? view.text.of(view.text.tokens[i]) : std::string_view{};
  };
  if (!firm.media || firm.first == view.sentence.first || firm.first > view.sentence.first + kLongestPlace)
    return false;
  const auto dash = mark(firm.last + 1);
  return mark(firm.first - 1) == "(" && mark(firm.last) == ")" && (dash == "-" || dash == "–" || dash == "—");
}

// «Wie X streicht Y 500 Stellen», «Anders als X …», «Nach X meldet auch Y …»: another firm is the clause's
// subject. Asked of sentences without figures, too, whose clauses nobody has cut.
bool is_likened(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kLongest = 3;
  if (!view.verbs_last || firm.reference || view.has(firm.last, view.tags.coordinator)) return false;
  const bool article = firm.first > view.sentence.first && view.has(firm.first - 1, view.tags.article);
  if (!view.preceded_by(firm.first - article, own(view).likenings)) return false;
  const auto is_mark = [&](std::uint32_t i) { return view.text.tokens[i].is(TokenClass::punctuation); };
  auto begin = firm.first;
  while (begin > view.sentence.first && !is_mark(begin - 1)) --begin;
  auto end = firm.last;
  while (end < view.sentence.last && !is_mark(end)) ++end;
  return firm.first <= begin + kLongest && std::ranges::any_of(view.firms, [&](const Firm& other) {
           return !other.reference && other.first > firm.last && other.first < end &&
                  other.entity != firm.entity && view.governor(other.first) == kNoToken;
         });
}

bool are_joined(const SentenceView& view, const Firm& a, const Firm& b) {
  return a.entity != b.entity && b.first == a.last + 1 && view.has(a.last, view.tags.coordinator);
}

// «die Zorbex und die Y»: behind a name that was not recognised.
bool is_joined_to_name(const SentenceView& view, const Firm& firm) {
  if (!view.capital_nouns || firm.reference) return false;
  auto i = firm.first;
  if (i > view.sentence.first && view.has(i - 1, view.tags.article)) --i;
  return i >= view.sentence.first + 2 && view.has(i - 1, view.tags.coordinator) &&
         (view.text.tokens[i - 2].shape & kCapital) && view.governor(i - 2) == kNoToken;
}

// «bei den Tochterunternehmen mit derzeit rund 6000 Beschäftigten»: of firms that have no name here.
bool is_of_related_firm(const SentenceView& view, const Placed& value) {
  auto at = view.begin_with_qualifier(value);
  while (at > view.sentence.first && view.has(at - 1, view.tags.present_adverb)) --at;
  if (at < view.sentence.first + 2 || !view.has(at - 1, view.tags.partner_preposition)) return false;
  const auto noun = at - 2;
  return view.has(noun, view.tags.relation_noun) && std::ranges::none_of(view.firms, [&](const Firm& firm) {
           return !firm.reference && noun >= firm.first && noun < firm.last;
         });
}

}  // namespace

namespace {

// «X verlor 3 Prozent, Zorbex gab 2 Prozent nach»: a clause that a name of nobody known opens, before the
// verb of a share.
bool moves_by_unknown_name(const SentenceView& view, const Placed& value) {
  if (!view.capital_nouns || value.mention->kind != MentionKind::percent) return false;
  auto begin = view.begin_of_clause(value.first);
  while (begin < value.first && !view.text.tokens[begin].is(TokenClass::word)) ++begin;
  if (begin + 1 >= value.first || begin == view.sentence.first) return false;
  const Token& name = view.text.tokens[begin];
  const Tag noun = own(view).common_noun;
  const bool measured =
      std::ranges::any_of(view.cues, [&](const Cue& cue) { return begin >= cue.first && begin < cue.last; });
  return (name.shape & kCapital) && !is_in_firm(view, begin) && !measured && !view.lexicon.has(name, noun) &&
         view.has(begin + 1, view.tags.price_move) && view.values_between(begin, value.first) == 0;
}

// A word with a capital that no list and no mention has.
bool is_unknown_name(const SentenceView& view, std::uint32_t i) {
  const Token& word = view.text.tokens[i];
  const auto covers = [&](const auto& each) { return i >= each.first && i < each.last; };
  return word.is(TokenClass::word) && (word.shape & kCapital) && word.word == 0 && word.suffix == 0 &&
         std::ranges::none_of(view.firms, covers) && std::ranges::none_of(view.dates, covers) &&
         std::ranges::none_of(view.values, covers) && std::ranges::none_of(view.cues, covers);
}

// «X setzte 3 Milliarden um, |Zorbex| kam auf 2 Milliarden», «…, |Zorbex| 2 Milliarden»: behind a comma or
// «und», a name of nobody known has the figure.
bool follows_unknown_name(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 8;
  if (!view.capital_nouns) return false;
  const auto at = view.begin_with_qualifier(value);
  auto begin = at;
  const auto parts = [&](std::uint32_t i) {
    return view.text.of(view.text.tokens[i]) == "," || view.has(i, view.tags.coordinator);
  };
  while (begin > view.sentence.first && at - begin < kReach && !parts(begin - 1)) --begin;
  if (begin == view.sentence.first || !parts(begin - 1) || begin >= at || !is_unknown_name(view, begin))
    return false;
  auto end = begin + 1;
  while (end < at && is_unknown_name(view, end)) ++end;
  const bool gap = end == at || (end + 1 == at && view.has(end, view.tags.to_preposition));
  const bool has_figure_before = std::ranges::any_of(view.values, [&](const Placed& other) {
    return other.last <= begin && other.mention->kind == value.mention->kind;
  });
  return (gap || is_verb(view, end)) && has_figure_before;
}

}  // namespace

bool describes_person(const SentenceView& view, const Placed& value) {
  if (!view.verbs_last || !view.in_relative_clause(value.first)) return false;
  auto pronoun = view.begin_of_clause(value.first);
  while (pronoun < value.first && !view.text.tokens[pronoun].is(TokenClass::word)) ++pronoun;
  if (pronoun < view.sentence.first + 2 || !view.has(pronoun, view.tags.nominative_article) ||
      view.clause_kind(pronoun) == ClauseKind::main)
    return false;
  const auto name = pronoun - 2;  // before the comma
  if (is_in_firm(view, name) || !(view.text.tokens[name].shape & kCapital)) return false;
  if (std::ranges::any_of(view.firms,
                          [&](const Firm& firm) { return view.same_clause(firm.first, pronoun); }))
    return false;
  if (view.has(name, view.tags.role_noun)) return true;
  if (name == view.sentence.first)
    return view.text.tokens[name].is(TokenClass::word) && !view.has(name, own(view).common_noun);
  return view.has(name - 1, view.tags.first_name) || view.has(name - 1, view.tags.role_noun);
}

bool is_of_unnamed_kin(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kMostAdjectives = 2;
  const Tag kin = own(view).noun;
  if (!view.may_have(kin)) return false;
  for (auto i = value.first; i > view.sentence.first + 1 && view.segment(i - 1) == view.segment(value.first);
       --i) {
    const auto noun = i - 1;
    const bool joins_names = noun > view.sentence.first && (view.text.tokens[noun - 1].shape & kCapital) &&
                             (view.text.tokens[noun + 1].shape & kCapital);
    if (view.has(noun, view.tags.coordinator) && joins_names) continue;  // «die Töchter X und Y»
    if (view.has(noun, view.tags.coordinator)) return false;
    if (std::ranges::any_of(view.firms,
                            [&](const Firm& firm) { return firm.first <= i && noun < firm.last; }))
      return false;  // «die Tochter X», or X itself stands nearer
    if (!view.has(noun, kin)) continue;
    if (view.governor(noun) != kNoToken) return false;
    auto article = noun - 1;
    while (article > view.sentence.first && noun - article <= kMostAdjectives &&
           !(view.text.tokens[article].shape & kCapital) && !view.has(article, view.tags.article) &&
           !view.has(article, view.tags.possessive))
      --article;
    return view.has(article, view.tags.nominative_article) || view.has(article, view.tags.possessive);
  }
  return false;
}

bool is_antecedent(const SentenceView& view, const Firm& firm, const Firm& pronoun) {
  constexpr std::uint32_t kBefore = 3;  // ", in which"
  return !view.verbs_last && firm.last + kBefore == pronoun.first &&
         view.has(pronoun.first - 1, view.tags.relative_pronoun) &&
         view.has(pronoun.first - 2, view.tags.target_preposition);
}

bool leads_round(const SentenceView& view, const Firm& firm) {
  const auto governor = view.governor(firm.first);
  return governor != kNoToken && view.has(firm.last, own(view).leads) &&
         view.has(governor, view.tags.partner_preposition);
}

bool gives_to_other(const SentenceView& view, const Firm& firm, const Placed& value) {
  const auto governor = view.governor(firm.first);
  const auto& amount = *value.mention->amount();
  // «bekommt 50 neue Mitarbeiter von X»: nobody gives people away.
  const bool staff = (measure_of(value.mention->kind, amount) & kPeople) != 0;
  return view.verbs_last && firm.first > value.last && governor != kNoToken && !staff &&
         view.has(governor, view.tags.partner_preposition) &&
         view.has_in_segment(firm.first, view.tags.receive_verb);
}

bool is_earned_by_person(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 3;
  if (!view.may_have(own(view).earning_verb)) return false;
  const auto begin = view.begin_with_qualifier(value);
  for (auto i = view.begin_of_clause(value.first); i < begin; ++i) {
    if (!view.has(i, view.tags.person_pronoun) || !view.has(i, view.tags.human_pronoun)) continue;
    for (auto verb = i + 1; verb <= i + kReach && verb < begin; ++verb) {
      // "he said X made $5m", "he and X made $5m"
      if (view.has(verb, view.tags.speech_verb) || view.has(verb, view.tags.coordinator)) break;
      if (view.has(verb, own(view).earning_verb)) return begin <= verb + kReach;
    }
  }
  return false;
}

bool owns_part_behind(const SentenceView& view, const Firm& firm, const Placed& value) {
  const auto governor = view.governor(firm.first);
  if (!view.capital_nouns || firm.first < value.last || governor == kNoToken) return false;
  if (!view.has(governor, own(view).at_firm) && !view.has(governor, view.tags.to_preposition)) return false;
  if (view.values_between(value.last, governor) == 0) return false;
  if (view.preceded_by(view.begin_with_qualifier(value), own(view).whole_openers)) return true;
  for (auto i = value.last; i < governor; ++i)
    if (view.phrase_at(i, view.tags.part_words).tag != kNoTag) return true;
  return false;
}

bool is_make(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.first != value.last || value.mention->kind != MentionKind::quantity ||
      view.lexicon.value_of(value.mention->amount()->unit, own(view).traded_unit).empty())
    return false;
  return std::ranges::any_of(view.firms, [&](const Firm& other) {
    return other.entity != firm.entity && !other.source && other.first < value.first &&
           view.segment(other.first) == view.segment(value.first);
  });
}

bool is_bystander(const SentenceView& view, const Firm& firm) {
  return describes_other(view, firm) || is_denied(view, firm) || is_page_of(view, firm) ||
         is_of_dateline(view, firm) || is_likened(view, firm);
}

namespace {

// «|Die Bank|, die X übernehmen will», "|The bank| which is buying X": the firm of no name before a relative
// pronoun, as a subject.
bool is_unnamed_head(const SentenceView& view, std::uint32_t pronoun) {
  constexpr std::uint32_t kMostAdjectives = 2;
  if (pronoun <= view.sentence.first + 1 || !view.has(pronoun, view.tags.relative_pronoun)) return false;
  auto noun = pronoun - 1;
  if (view.text.of(view.text.tokens[noun]) == "," || view.has(noun, view.tags.target_preposition)) --noun;
  if (noun > view.sentence.first && view.text.of(view.text.tokens[noun]) == ",") --noun;
  if (!view.has(noun, view.tags.kind_of_firm) || is_in_firm(view, noun) || view.governor(noun) != kNoToken)
    return false;
  for (auto i = noun; i > view.sentence.first && i + kMostAdjectives >= noun; --i)
    if (view.has(i - 1, view.tags.article))
      return i - 1 == view.sentence.first || view.text.tokens[i - 2].is(TokenClass::word);
  return false;
}

// "The bank which is buying |X| made a profit of $5bn": whatever the relative clause names, the figure behind
// it is of whoever buys.
bool is_named_of_unnamed(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (firm.last > value.first) return false;
  if (!view.verbs_last) {
    const auto pronoun = relative_of_object(view, firm);
    return pronoun != kNoToken && is_unnamed_head(view, pronoun);
  }
  const auto begin = view.begin_of_clause(firm.first);
  const auto pronoun = begin + (view.text.of(view.text.tokens[begin]) == ",");
  return !view.same_clause(firm.first, value.first) &&
         (is_unnamed_head(view, pronoun) || is_unnamed_head(view, pronoun + 1));
}

bool is_of_unnamed_head(const SentenceView& view, const Placed& value) {
  bool named = false;
  for (const auto& firm : view.firms) {
    if (firm.last > value.first) break;
    if (!is_named_of_unnamed(view, firm, value)) return false;
    named = true;
  }
  return named;
}

}  // namespace

std::uint32_t relative_of_object(const SentenceView& view, const Firm& firm) {
  if (view.verbs_last || firm.first == view.sentence.first || firm.last >= view.sentence.last)
    return kNoToken;
  const auto behind = firm.last + (view.text.of(view.text.tokens[firm.last]) == ",");
  if (!is_verb(view, behind)) return kNoToken;
  if (firm.reference || !view.has(firm.first - 1, view.tags.metric_verb)) return kNoToken;
  for (auto i = firm.first; i > view.sentence.first; --i) {
    if (view.has(i - 1, view.tags.relative_pronoun)) return i - 1;
    if (!view.text.tokens[i - 1].is(TokenClass::word)) break;
  }
  return kNoToken;
}

bool is_of_unknown_firm(const SentenceView& view, const Placed& value) {
  if (is_of_related_firm(view, value) || moves_by_unknown_name(view, value) ||
      follows_unknown_name(view, value) || is_of_unnamed_head(view, value))
    return true;
  const auto told_here = [&](const Firm& firm) {
    return !is_bystander(view, firm) && !firm.source && view.segment(firm.first) == view.segment(value.first);
  };
  if (std::ranges::any_of(view.firms, told_here)) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    if (!is_bystander(view, firm) || view.segment(firm.first) != view.segment(value.first)) return false;
    const auto governor = view.governor(firm.first);
    return governor == kNoToken || view.has(governor, view.tags.genitive_article);
  });
}

namespace {

bool is_plural_verb(const SentenceView& view, std::uint32_t i) {
  return i >= view.sentence.first && i < view.sentence.last && is_verb(view, i) &&
         view.lexicon.ends_as(view.word(i), own(view).plural_ending);
}

// «|Die kleineren Autobauer| verdienten», «verkauften |die Hersteller|»: a noun of firms beside a verb in the
// plural.
bool is_in_plural(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kMostAdjectives = 2;
  if (view.governor(noun) != kNoToken) return false;
  if (is_plural_verb(view, noun + 1)) return true;
  auto i = noun;
  while (i > view.sentence.first && i + kMostAdjectives > noun && !view.has(i, view.tags.article) &&
         !(view.text.tokens[i - 1].shape & kCapital))
    --i;
  return view.has(i, view.tags.nominative_article) && i > view.sentence.first && is_plural_verb(view, i - 1);
}

}  // namespace

bool is_of_firms(const SentenceView& view, const Placed& value) {
  if (!view.capital_nouns || (!view.may_have(view.tags.kind_of_firm) && !view.may_have(own(view).trade)))
    return false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    if (view.segment(i) != view.segment(value.first) || is_in_firm(view, i)) continue;
    if (view.has(i, view.tags.kind_of_firm) && is_in_plural(view, i)) return true;
    // «In der Branche wurden 50.000 Stellen abgebaut»
    const auto governor = view.has(i, own(view).trade) ? view.governor(i) : kNoToken;
    if (governor != kNoToken && view.has(governor, view.tags.time_preposition)) return true;
  }
  return false;
}

namespace {

// «im Durchschnitt verdienen Deutsche 3000 Euro»: too little for a firm to be told of.
bool is_a_wage(const Placed& value, const MetricChoice& metric) {
  constexpr double kLeast = 1e5;
  const auto& amount = *value.mention->amount();
  return metric.key.metric == Metric::profit && value.mention->kind == MentionKind::money &&
         amount.resolved() && !amount.unit.empty() && amount.most().to_double() < kLeast;
}

bool is_deal_or_fine(Metric metric) { return metric == Metric::acquisition_price || metric == Metric::fine; }

// «Ein Fahrer wurde zu 3000 Euro verurteilt», «Das Haus wurde verkauft», «Ein Manager verkaufte seine Villa»:
// the clause has a subject of its own, which is neither a firm nor a part of one.
bool is_done_with_another(const SentenceView& view, const Placed& value, const MetricChoice& metric) {
  if (!is_deal_or_fine(metric.key.metric)) return false;
  const auto noun = noun_as_subject(view, value);
  if (noun == kNoToken || view.has(noun, view.tags.kind_of_firm) || view.has(noun, view.tags.firm_noun) ||
      view.has(noun, own(view).inner_noun) || view.has(noun, own(view).part_noun))
    return false;
  return view.has(noun, view.tags.role_noun) || view.has_beside(value.first, view.tags.passive_auxiliary);
}

}  // namespace

bool is_of_no_firm(const SentenceView& view, const Placed& value, const MetricChoice& metric) {
  if (!view.verbs_last) return false;
  if (metric.key.metric == Metric::price) return view.has_beside(value.first, own(view).commodity);
  // «Der Manager besitzt ein Vermögen von 3 Milliarden»
  if (metric.cue && view.has(metric.cue->first, own(view).wealth)) {
    const auto noun = noun_as_subject(view, value);
    return noun != kNoToken && view.has(noun, view.tags.role_noun);
  }
  const bool by_verb = !metric.cue || metric.cue->tag == view.tags.metric_verb;
  return (by_verb && is_a_wage(value, metric)) ||
         ((by_verb || metric.key.metric == Metric::fine) && is_done_with_another(view, value, metric));
}

bool is_of_several(const SentenceView& view, const Placed& value) {
  if (!view.may_have(own(view).joint)) return false;
  bool together = false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    if (view.segment(i) != view.segment(value.first)) continue;
    const auto hit = view.phrase_at(i, own(view).joint);
    if (hit.tag == kNoTag) continue;
    if (hit.tag == own(view).together)
      together = true;
    else if (std::ranges::any_of(view.firms, [&](const Firm& firm) {  // «mit der Tochter X»
               return firm.first == hit.last ||
                      (firm.first == hit.last + 2 && view.has(hit.last + 1, view.tags.relation_noun));
             }))
      return true;
    i = hit.last - 1;
  }
  const auto joined = [&](const Firm& a, const Firm& b) { return are_joined(view, a, b); };
  if (!together) return false;
  return std::ranges::adjacent_find(view.firms, joined) != view.firms.end() ||
         std::ranges::any_of(view.firms, [&](const Firm& firm) { return is_joined_to_name(view, firm); });
}

}  // namespace gegenprobe::extract
