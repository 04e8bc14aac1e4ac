#include "extract/claims/claim_source.h"

#include <algorithm>

#include "extract/claims/claim_bystander.h"
#include "extract/claims/claim_metric.h"
#include "extract/companies/gazetteer.h"

namespace gegenprobe::extract {
namespace {

struct SourceTags {
  Tag makes_known;  // verbs by which a firm tells its own figures: «teilte … mit»
  Tag polled;
  Tag spokesman;  // who speaks for a firm, not only of it
  explicit SourceTags(const Lexicon& lexicon)
      : makes_known(lexicon.tag("makes_known")),
        polled(lexicon.tag("polled")),
        spokesman(lexicon.tag("spokesman")) {}
};
const SourceTags& own(const SentenceView& view) { return view.lists<SourceTags>(); }

// "NBC said its profit": of a result of its own, though papers and broadcasters mostly tell of others.
bool tells_of_itself(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 4;
  if (!view.has(firm.last, view.tags.speech_verb) || !view.has(firm.last + 1, view.tags.possessive) ||
      view.has(firm.last + 1, view.tags.human_pronoun))
    return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && cue.first > firm.last && cue.first <= firm.last + kReach &&
           is_result(key_of(cue).metric);
  });
}

// «Mit der Übernahme von Y rechnet X mit Einsparungen von …»: only named to say what is bought or joined.
bool is_dealt_in(const SentenceView& view, const Firm& firm) {
  const auto governor = view.governor(view.begin_of_compound(firm.first));
  return governor != kNoToken && std::ranges::any_of(view.cues, [&](const Cue& cue) {
           return cue.tag == view.tags.metric_noun && cue.last == governor &&
                  key_of(cue).metric == Metric::acquisition_price;
         });
}

// «X-Sprecher»: a compound with one of these nouns.
bool is_before_noun(const SentenceView& view, const Firm& firm, Tag nouns) {
  return view.has(firm.last + 1, nouns) && view.text.of(view.text.tokens[firm.last]) == "-";
}

// «…, sagte ein X-Sprecher», «…, erklärte der Chef von X»: somebody of its own speaks for it.
bool has_spokesman(const SentenceView& view, const Firm& firm) {
  if (!view.verbs_last || firm.reference) return false;
  if (is_before_noun(view, firm, own(view).spokesman)) return true;
  return firm.first >= view.sentence.first + 2 && view.has(firm.first - 1, view.tags.genitive_article) &&
         view.has(firm.first - 2, own(view).spokesman);
}

// «Der Umsatz stieg auf 5 Milliarden, teilte X mit», «für 2026 erwartet X 5 Milliarden»: where the sentence
// names nobody else, X tells it of itself.
bool tells_of_own(const SentenceView& view, const Attribution& attribution, const Firm& firm) {
  const bool makes_known =
      view.has(attribution.cue, own(view).makes_known) ||
      (view.verbs_last && view.has(attribution.cue, view.tags.perfect_auxiliary) &&  // «hat X angekündigt»
       view.has_beside(attribution.cue, own(view).makes_known));
  const bool speaks =
      makes_known || attribution.expects || attribution.own_result || has_spokesman(view, firm);
  if (firm.media || !speaks) return false;
  // «Die Schulden beziffert der Gläubigerverband auf …»
  if (makes_known && rates_others(firm.kind)) return false;
  return std::ranges::all_of(view.firms, [&](const Firm& other) {
    return other.entity == firm.entity || other.source || is_bystander(view, other) ||
           (attribution.expects && is_dealt_in(view, other));
  });
}

// "Barclays analysts expect copper to average", "Barclays' economists had forecast".
bool is_employer_of_expecting(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 6;
  if (firm.reference) return false;
  if (view.verbs_last)  // «sagte X-Analystin Erika Muster»
    return is_before_noun(view, firm, view.tags.outside_expert);
  auto expert = firm.last;
  if (view.genitive_at(expert)) expert += 1 + view.has(expert + 1, view.tags.owner_mark);
  if (!view.has(expert, view.tags.outside_expert)) return false;
  for (auto i = expert + 1; i < view.sentence.last && i <= expert + kReach; ++i)
    if (view.has(i, view.tags.expectation_verb) || view.has(i, view.tags.speech_verb)) return true;
  return false;
}

// "officials told |Reuters| the loan was $5m"
bool is_listener(const SentenceView& view, const Firm& firm) {
  if (!firm.media || firm.reference) return false;
  auto verb = firm.first;
  while (verb > view.sentence.first && view.has(verb - 1, view.tags.article)) --verb;
  return verb > view.sentence.first && view.has(verb - 1, view.tags.addressed_verb);
}

// "it said": the firm the figure is about; but "It said Lumenara had lost $5m" is told by somebody else, who
// is named where the pronoun stands for a firm.
std::string speaker_by_pronoun(const SentenceView& view, const Attribution& attribution, const Claim& claim) {
  const auto named = [&](const Firm& firm) { return !firm.reference && firm.entity == claim.subject_entity; };
  constexpr std::uint32_t kReach = 3;  // "said that the"
  const auto first = std::ranges::find_if(view.firms, named);
  if (first == view.firms.end() || first->first < attribution.cue || first->first > attribution.cue + kReach)
    return claim.subject;
  const auto said = std::ranges::find_if(
      view.firms, [&](const Firm& firm) { return firm.reference && firm.last <= attribution.cue; });
  return said == view.firms.end() ? std::string{} : std::string(said->name);
}

// "X reported a loss of $5m, followed by Y, which lost $4m", "X's sales fell 2% and Y reported a 3% decline":
// no firm's result is a source of another's.
bool reports_of_itself(const SentenceView& view, const Attribution& attribution, const Claim& claim,
                       const Placed& value) {
  const bool is_firm = std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return firm.first == attribution.first && !firm.media && !firm.reference;
  });
  if (value.first > attribution.cue) return is_firm || attribution.name == claim.subject;
  if (!is_firm || !view.has(attribution.first - 1, view.tags.coordinator)) return false;
  return std::ranges::any_of(view.values, [&](const Placed& own) {
    return own.first > attribution.cue && view.same_clause(own.first, attribution.cue);
  });
}

// «X rechnet mit Kosten von …; der Schaden wird auf … geschätzt»: by nobody who is named.
bool is_estimated_by_nobody(const SentenceView& view, const Attribution& attribution, const Claim& claim,
                            const Placed& value) {
  const bool in_sentence = attribution.cue >= view.sentence.first && attribution.cue < value.first;
  if (!in_sentence || !attribution.expects || claim.modality != Modality::estimated ||
      view.same_clause(attribution.cue, value.first) || view.clause_kind(value.first) != ClauseKind::main)
    return false;
  for (auto i = attribution.cue; i < view.sentence.last; ++i)
    if (view.has(i, view.tags.passive_auxiliary) && view.same_clause(i, value.first)) return true;
  return false;
}

// "below the 5.3bn expected by analysts", "the 5.3bn analysts had expected", "analysts' estimate of 5.3bn":
// nothing that the firm says.
bool is_expected_by_others(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kReach = 6;
  if (view.verbs_last || !view.may_have(view.tags.unnamed_source)) return false;
  const auto behind = std::min(view.sentence.last, value.last + kReach);
  bool others = false, expects = false;
  for (auto i = value.last; i < behind && view.same_clause(i, value.first); ++i) {
    // "15% lower |than| analysts had expected" is the firm's own figure.
    if (view.has(i, view.tags.comparison) || view.has(i, view.tags.below) || view.has(i, view.tags.above))
      break;
    others = others || view.has(i, view.tags.unnamed_source);
    expects = expects || view.has(i, view.tags.expectation_verb);
  }
  if (others && expects) return true;
  for (auto i = value.first; i > view.sentence.first && i + kReach > value.first; --i) {
    if (view.values_between(i - 1, value.first) > 0) return false;
    expects =
        view.has(i - 1, view.tags.expectation_noun) || view.has(i - 1, view.tags.expectation_verb) || expects;
    if (view.has(i - 1, view.tags.unnamed_source))
      return expects && !(i > view.sentence.first + 1 && view.has(i - 2, view.tags.addressed_verb));
  }
  return false;
}

}  // namespace

// The firm that a sentence relies on is no subject of its figures, nor is another that says it too: "The
// Times and The Telegraph say they will …".
void mark_sources(SentenceView& view, const Attribution& attribution) {
  for (auto& firm : view.firms)
    if (firm.first == attribution.first && attribution.last > attribution.first &&
        (attribution.cue < firm.first || (firm.media && !tells_of_itself(view, firm))) &&
        !tells_of_own(view, attribution, firm))
      firm.source = true;
  for (std::size_t i = view.firms.size(); i-- > 1;)
    if (auto& before = view.firms[i - 1]; view.firms[i].source && before.media &&
                                          view.has(before.last, view.tags.coordinator) &&
                                          view.firms[i].first <= before.last + 2)
      before.source = true;
}

// «sagte Brandner der „Zeit“», «sagte sie dem Magazin X»: papers that are told are not told of.
void mark_listeners(SentenceView& view) {
  constexpr std::uint32_t kLongest = 4;
  for (auto& firm : view.firms) {
    if (!view.verbs_last || !firm.media || firm.reference) continue;
    auto i = firm.first;
    while (i > view.sentence.first && i + kLongest > firm.first && !view.has(i, view.tags.listener_article) &&
           !view.has(i - 1, view.tags.preposition))
      --i;
    // «Der Standard …», «wie der Spiegel …»: in the nominative.
    if (!view.has(i, view.tags.listener_article) || i == view.sentence.first ||
        !view.text.tokens[i - 1].is(TokenClass::word) || view.has(i - 1, view.tags.subordinator))
      continue;
    firm.source = firm.source || view.has_in_segment(firm.first, view.tags.said_to_verb);
  }
}

// "analysts at Barclays", «Volkswirt der Commerzbank», «eine Studie von Roland Berger»; "polled by LSEG",
// «von LSEG befragte Fachleute».
void mark_employers(SentenceView& view) {
  for (auto& firm : view.firms) {
    firm.outsider = is_employer_of_expecting(view, firm);
    firm.source = firm.source || firm.outsider || is_listener(view, firm);
    auto before = view.governor(firm.first);
    const bool governed = before != kNoToken;
    if (!governed && firm.first > view.sentence.first && view.has(firm.first - 1, view.tags.genitive_article))
      before = firm.first - 1;
    if (before == kNoToken || before == view.sentence.first) continue;
    const bool works_for = view.has(before - 1, view.tags.outside_expert);
    const bool polls = view.has(before - 1, own(view).polled) || view.has(firm.last, own(view).polled);
    // Not «eine Analyse zu X», «das Ranking mit X»: what it is about.
    const bool made_by = !governed || view.has(before, view.tags.agent_preposition) ||
                         view.has(before, view.tags.owner_preposition) ||
                         view.has(before, view.tags.origin_preposition) ||  // "data from Refinitiv"
                         view.has(before, view.tags.genitive_article);
    const bool studies = made_by && view.has(before - 1, view.tags.study_noun);
    firm.outsider =
        firm.outsider || studies || ((governed || view.verbs_last) && works_for) || (governed && polls);
    firm.source = firm.source || firm.outsider;
  }
  // "analysts at Barclays and Peel Hunt"
  for (std::size_t i = 1; i < view.firms.size(); ++i) {
    auto &before = view.firms[i - 1], &firm = view.firms[i];
    const bool joined = firm.first == before.last + 1 && (view.has(before.last, view.tags.coordinator) ||
                                                          view.text.of(view.text.tokens[before.last]) == ",");
    if (before.outsider && joined && view.governor(before.first) != kNoToken && !firm.reference)
      firm.outsider = firm.source = true;
  }
}

// Who expects is no source of what has been; who reports results is none of its own.
std::string source_of(const SentenceView& view, const Attribution& attribution, const Claim& claim,
                      const Placed& value) {
  if (attribution.expects && claim.modality == Modality::asserted) return {};
  if (is_estimated_by_nobody(view, attribution, claim, value)) return {};
  const bool of_itself = attribution.subject || attribution.name == claim.subject;
  if (of_itself && claim.modality == Modality::expected && is_expected_by_others(view, value)) return {};
  if (attribution.own_result && reports_of_itself(view, attribution, claim, value)) return {};
  return attribution.subject ? speaker_by_pronoun(view, attribution, claim) : attribution.name;
}

}  // namespace gegenprobe::extract
