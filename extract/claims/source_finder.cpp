#include "extract/claims/source_finder.h"

#include <algorithm>

#include "extract/claims/source_names.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kReachAfterPreposition = 5;  // «laut Berechnungen des Financial Times»
constexpr std::uint32_t kReachOfVerb = SourceNames::kReachOfVerb;

struct FinderTags {
  Tag owner_noun;
  explicit FinderTags(const Lexicon& lexicon) : owner_noun(lexicon.tag("owner_noun")) {}
};

class Finder {
 public:
  Finder(const SentenceView& view, const KnownPersons& persons)
      : view_(view), tags_(view.tags), names_(view, persons) {}

  std::optional<Attribution> find() const {
    if (view_.cues.empty()) return std::nullopt;
    if (auto source = of_own_account()) return source;
    if (auto source = in_phrase()) return source;
    if (auto source = told_behind()) return source;
    if (is_told_by_report()) return std::nullopt;
    for (const auto tag : {tags_.speech_verb, tags_.expectation_verb})
      for (const auto& cue : view_.cues)
        if (cue.tag == tag && !lacks_outlook(cue))
          if (auto source = speaker_of(cue); source && may_speak(*source, cue)) {
            source->expects = view_.has(cue.first, tags_.expectation_verb) || tag == tags_.expectation_verb;
            source->own_result = view_.has(cue.first, tags_.result_verb) && !opens_statement(cue.last);
            return source;
          }
    return std::nullopt;
  }

 private:
  // "X expects $13bn, the Wall Street Journal reported", "X expects …, its finance chief Erika Muster said":
  // who tells it stands behind a comma and closes the sentence.
  std::optional<Attribution> told_behind() const {
    if (view_.verbs_last || view_.values.empty()) return std::nullopt;
    for (const auto& cue : view_.cues) {
      if (cue.first < view_.values.back().last || cue.tag != tags_.speech_verb ||
          view_.has(cue.first, tags_.expectation_verb))
        continue;
      const auto begin = behind_comma_before(cue.first);
      const bool addressed = view_.has(cue.first, tags_.addressed_verb);  // "Erika Muster told CNBC"
      if (begin == kNoToken || !(addressed || closes_statement(cue.last))) continue;
      auto source = speaker_of(cue);
      const bool named = source && !source->name.empty() && source->first >= begin &&
                         std::ranges::none_of(view_.firms, [&](const Firm& firm) {
                           return firm.reference && firm.first == source->first;
                         });
      if (named && may_speak(*source, cue) && !has_preposition_between(begin, source->first)) return source;
    }
    return std::nullopt;
  }

  // Where what a comma cuts off before a verb begins; kNoToken where a figure or no comma stands there.
  std::uint32_t behind_comma_before(std::uint32_t verb) const {
    constexpr std::uint32_t kReach = 12;
    for (auto i = verb; i > view_.sentence.first + 1 && i + kReach > verb; --i)
      if (names_.printed(i - 1) == ",") return view_.values_between(i, verb) > 0 ? kNoToken : i;
    return kNoToken;
  }

  // ", with Mr Muster quoted as saying"
  bool has_preposition_between(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; i < end; ++i)
      if (view_.has(i, tags_.preposition)) return true;
    return false;
  }

  // "X expects $4bn, |the report said|": whoever the text has named before as its source.
  bool is_told_by_report() const {
    return std::ranges::any_of(view_.cues, [&](const Cue& cue) {
      return cue.tag == tags_.attribution_continued && cue.first > view_.sentence.first &&
             names_.printed(cue.first - 1) == "," && !view_.values.empty() &&
             cue.first >= view_.values.back().last;
    });
  }

  // Behind a verb of telling: nothing of what is told.
  bool closes_statement(std::uint32_t i) const {
    return i >= view_.sentence.last || view_.text.tokens[i].is(TokenClass::punctuation) ||
           view_.has(i, tags_.preposition) || date_from(i);
  }

  // «sagte Gil Luria», "said chief executive Thierry Breton"; «Volkswagen teilte mit», "Nortel said". A verb
  // at the end of its clause has its subject beside «hatte».
  std::optional<Attribution> speaker_of(const Cue& verb) const {
    if (is_passive(verb) || is_attribute(verb) || is_of_figures(verb)) return std::nullopt;
    if (const auto auxiliary = auxiliary_of(verb)) return speaker_of(*auxiliary);
    const auto end = end_of_subject(verb.first);
    if (is_of_owner(verb.first)) return subject_itself(verb.first);
    if (auto before = names_.named_up_to(end, verb.first)) return before;
    if (auto opened = named_behind_opener(verb)) return opened;
    if (auto pronoun = pronoun_at(verb, end)) return pronoun;
    if (end > view_.sentence.first && view_.has(end - 1, tags_.unnamed_source)) return std::nullopt;
    // "Wall Street expects Brandner to earn": of whom it is expected.
    if (auto behind = speaker_behind(verb); behind && !view_.has(behind->last, tags_.infinitive_marker))
      return behind;
    if (auto before = names_.last_named_before(verb.first, 3)) return before;
    if (auto before = named_before_insertion(verb, end)) return before;
    return subject_of_first_predicate(verb, end);
  }

  // "The maker of X biscuits said": whoever makes them, and the figure is about.
  bool is_of_owner(std::uint32_t verb) const {
    constexpr std::uint32_t kReach = 8;
    const auto start = view_.sentence.first;
    if (view_.capital_nouns || verb > start + kReach || !view_.has(start, tags_.definite_article) ||
        !view_.has(start + 1, view_.lists<FinderTags>().owner_noun) ||
        !view_.has(start + 2, tags_.share_preposition))
      return false;
    for (auto i = start + 3; i < verb; ++i)
      if (view_.has(i, tags_.finite_verb) || view_.text.tokens[i].is(TokenClass::punctuation)) return false;
    return true;
  }

  // «Wie Reuters unter Berufung auf Insider berichtet, …»: the subject opens the clause that the verb ends.
  std::optional<Attribution> named_behind_opener(const Cue& verb) const {
    if (!ends_clause(verb.last)) return std::nullopt;
    const auto opener = in_clause_before(verb.first, tags_.source_opener);
    if (opener == verb.first || (opener > view_.sentence.first && !opens_clause(opener))) return std::nullopt;
    bool in_phrase = false;
    for (auto i = opener + 1; i < verb.first; ++i) {
      if (auto name = names_.named_from(i, verb.first)) return name;
      if (view_.has(i, tags_.unnamed_source) || !goes_on_to_name(i, in_phrase)) return std::nullopt;
      in_phrase = in_phrase || view_.has(i, tags_.article);
    }
    return std::nullopt;
  }

  // "…, said Erika Muster.", «sagte Konzernchef Brandner»
  std::optional<Attribution> speaker_behind(const Cue& verb) const {
    // "said it would vote against Erika Muster's plan": who stands behind the pronoun is spoken of.
    if (view_.has(verb.first, tags_.addressed_verb) ||
        (!view_.verbs_last && view_.has(verb.last, tags_.subject_pronoun)))
      return std::nullopt;
    if (auto person = names_.person_in(verb.last, verb.last + kReachOfVerb, verb.first))
      if (ends_sentence_part(person->last)) return person;
    if (auto person = names_.two_capitals_behind(verb))
      if (ends_sentence_part(person->last)) return person;
    return named_behind(verb);
  }

  // «stellt 5 Millionen zur Verfügung»: nobody expects anything.
  bool lacks_outlook(const Cue& verb) const {
    return view_.has(verb.first, tags_.outlook_verb) && std::ranges::none_of(view_.cues, [&](const Cue& cue) {
             return cue.tag == tags_.modality && view_.same_clause(cue.first, verb.first);
           });
  }

  // Papers write, firms write losses («schreibt einen Verlust»).
  bool may_speak(const Attribution& source, const Cue& verb) const {
    if (!view_.has(verb.first, tags_.media_verb)) return true;
    return std::ranges::any_of(view_.firms,
                               [&](const Firm& firm) { return firm.media && firm.first == source.first; });
  }

  // «nach eigenen Angaben», unless it only qualifies a word («der nach eigenen Angaben größte Hersteller»).
  std::optional<Attribution> of_own_account() const {
    for (const auto& cue : view_.cues) {
      if (cue.tag != tags_.attribution_self) continue;
      if (cue.first > view_.sentence.first && view_.has(cue.first - 1, tags_.article)) continue;
      return subject_itself(cue.first);
    }
    return std::nullopt;
  }

  // «laut Reuters», «Reuters zufolge», «das Reuters vorliegt», «…, so Wenning».
  std::optional<Attribution> in_phrase() const {
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.attribution_before)
        if (auto source = names_.named_in(cue.last, cue.last + kReachAfterPreposition, cue.first))
          return source;
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.attribution_after)
        if (auto source = names_.last_named_before(cue.first, kReachAfterPreposition))
          if (!has_noun_between(source->last, cue.first)) return source;
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.speech_adverb && opens_clause(cue.first))
        if (auto source = names_.named_in(cue.last, cue.last + kReachAfterPreposition, cue.first))
          return source;
    return std::nullopt;
  }

  // «Die AG erwirtschaftet Schätzungen zufolge …»: the estimates say so, not the name before them.
  bool has_noun_between(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; view_.capital_nouns && i < end; ++i)
      if (names_.capital(i) && !names_.in_date(i) && !(view_.text.tokens[i].shape & kGlued)) return true;
    return false;
  }

  // "reported losses had deepened": what is said is a sentence of its own, not a result.
  bool opens_statement(std::uint32_t begin) const {
    for (auto i = begin; i < view_.sentence.last && view_.same_clause(begin, i); ++i)
      if (view_.has(i, tags_.finite_verb) || view_.has(i, tags_.complementizer)) return true;
    return false;
  }

  bool opens_clause(std::uint32_t i) const {
    return i > view_.sentence.first && view_.text.tokens[i - 1].is(TokenClass::punctuation);
  }

  // "is expected to", «wurde gemeldet», «erwartet wird»: nobody is named who does it.
  bool is_passive(const Cue& verb) const {
    const auto end = end_of_subject(verb.first);
    return (end > view_.sentence.first && view_.has(end - 1, tags_.passive_auxiliary)) ||
           view_.has(verb.last, tags_.passive_auxiliary) ||
           (ends_clause(verb.last) && in_clause_before(verb.first, tags_.passive_auxiliary) != verb.first);
  }

  // "its anticipated offering", «die erwarteten 5 Milliarden»: a word beside a noun, no verb.
  bool is_attribute(const Cue& verb) const {
    return verb.first > view_.sentence.first &&
           (view_.has(verb.first - 1, tags_.article) || view_.has(verb.first - 1, tags_.possessive)) &&
           !view_.has(verb.first - 1, tags_.person_pronoun);
  }

  // "Daiwa added 5.3%", "added three aircraft"; but "…, he added" and "he added that it would …".
  bool is_of_figures(const Cue& verb) const {
    if (!view_.has(verb.first, tags_.up) || verb.last >= view_.sentence.last) return false;
    return !view_.text.tokens[verb.last].is(TokenClass::punctuation) &&
           !view_.has(verb.last, tags_.complementizer) && !view_.has(verb.last, tags_.subject_pronoun);
  }

  // The «hat» of a participle that ends its clause («hatte … 2,2 Milliarden versprochen»).
  std::optional<Cue> auxiliary_of(const Cue& verb) const {
    if (!ends_clause(verb.last)) return std::nullopt;
    const auto at = in_clause_before(verb.first, tags_.perfect_auxiliary);
    if (at == verb.first || at + 1 == verb.first) return std::nullopt;
    return Cue{verb.tag, at, at + 1, verb.value, verb.key};
  }

  bool ends_clause(std::uint32_t i) const {
    return view_.verbs_last && (i >= view_.sentence.last || view_.text.tokens[i].is(TokenClass::punctuation));
  }

  // The last word of a list before `end` in its clause; `end` where there is none.
  std::uint32_t in_clause_before(std::uint32_t end, Tag list) const {
    for (auto i = end; i > view_.sentence.first && view_.same_clause(i - 1, end); --i)
      if (view_.has(i - 1, list)) return i - 1;
    return end;
  }

  // Past what may stand between a name and its verb: auxiliaries, adverbs, days, places, brackets, quotation
  // marks ("Nortel (NT.TO) on Thursday said", «das Unternehmen am Freitag in London mitteilte»).
  std::uint32_t end_of_subject(std::uint32_t verb) const {
    auto i = verb;
    while (i > view_.sentence.first) {
      const auto tokens = tokens_between(i, verb);
      if (tokens == 0) break;
      i -= tokens;
    }
    return i;
  }

  /// Of these the one that ends at `end`: its tokens; 0 where there is none.
  std::uint32_t tokens_between(std::uint32_t end, std::uint32_t verb) const {
    if (const auto* date = date_up_to(end)) return end - date->first;
    if (view_.in_brackets(end - 1) || view_.has(end - 1, tags_.speech_gap) ||
        is_quotation_mark(view_, end - 1) || is_place(end))
      return 1;
    if (const auto listener = begin_of_listener(end, verb); listener < end) return end - listener;
    if (is_ticker(end)) return 3;
    return view_.has(end - 1, tags_.time_preposition) && end < verb ? 1 : 0;
  }

  // «sagte er dem „Kurier“», «der Nachrichtenagentur Reuters sagte»: who listens is no source. Where the
  // phrase begins that ends with such a paper at `end`; `end` where none does.
  std::uint32_t begin_of_listener(std::uint32_t end, std::uint32_t verb) const {
    constexpr std::uint32_t kLongest = 5;
    if (!view_.has(verb, tags_.said_to_verb)) return end;
    const auto paper = std::ranges::find_if(
        view_.firms, [&](const Firm& firm) { return firm.last == end && firm.media && !firm.reference; });
    const bool known = paper != view_.firms.end();
    auto i = known ? paper->first : end;
    while (!known && i > view_.sentence.first && names_.capital(i - 1)) --i;
    const bool called = i < end && i > view_.sentence.first && is_quotation_mark(view_, i - 1);
    if (!known && !called) return end;
    i -= called;
    for (const auto name = i; i > view_.sentence.first && i + kLongest > name; --i) {
      if (view_.has(i - 1, tags_.listener_article)) return i - 1;
      if (!view_.text.tokens[i - 1].is(TokenClass::word)) break;
    }
    return end;
  }

  const Placed* date_up_to(std::uint32_t end) const {
    for (const auto& date : view_.dates)
      if (date.last == end) return &date;
    return nullptr;
  }

  bool date_from(std::uint32_t i) const {
    return std::ranges::any_of(view_.dates, [&](const Placed& date) { return date.first == i; });
  }

  bool is_place(std::uint32_t end) const {
    return end > view_.sentence.first + 1 && view_.has(end - 2, tags_.time_preposition) &&
           names_.capital(end - 1) && !names_.in_firm(end - 1);
  }

  // "Motorola Inc. MOT.N said": the code of a stock exchange behind the name.
  bool is_ticker(std::uint32_t end) const {
    if (end < view_.sentence.first + 4 || names_.printed(end - 2) != ".") return false;
    const auto& code = view_.text.tokens[end - 3];
    const auto& exchange = view_.text.tokens[end - 1];
    return (exchange.shape & kGlued) && (exchange.shape & kCapital) && exchange.size <= 2 && code.size <= 5 &&
           (code.shape & kCapital) && (code.size == 1 || (code.shape & kAllCaps));
  }

  // «teilte der Konzern mit», «berichtet die britische Zeitung The Guardian», "said EMI": the first name in
  // the noun phrase behind the verb.
  std::optional<Attribution> named_behind(const Cue& verb) const {
    const auto end = std::min(verb.last + kReachOfVerb, view_.sentence.last);
    bool in_phrase = false;
    for (auto i = verb.last; i < end; ++i) {
      if (auto name = names_.named_from(i, verb.first)) {
        if (const auto listener = begin_of_listener(name->last, verb.first); listener < name->last)
          return names_.surname_in(verb.last, listener, verb.first);
        return ends_sentence_part(name->last) ? name : std::nullopt;
      }
      if (in_phrase && i > verb.last + 1)  // «teilte die irische Behörde |DPC| mit»
        if (auto acronym = names_.acronym_in(i - 1, i + 1, verb.first)) return acronym;
      if (view_.has(i, tags_.unnamed_source) || !goes_on_to_name(i, in_phrase)) return std::nullopt;
      in_phrase = in_phrase || view_.has(i, tags_.article);
    }
    return std::nullopt;
  }

  // "said EMI would sell": the name is the subject of what is said. Where verbs stand second, it is not.
  bool ends_sentence_part(std::uint32_t i) const {
    return view_.verbs_last || i >= view_.sentence.last || !view_.text.tokens[i].is(TokenClass::word) ||
           view_.has(i, tags_.preposition) || view_.has(i, tags_.role_noun);
  }

  // Whether the word may stand in a noun phrase before its name. Where nouns have capitals the phrase can be
  // told from a sentence; else only titles are trusted.
  bool goes_on_to_name(std::uint32_t i, bool in_phrase) const {
    if (view_.has(i, tags_.article) || view_.has(i, tags_.role_noun) || is_quotation_mark(view_, i))
      return true;
    if (!view_.capital_nouns || !view_.text.tokens[i].is(TokenClass::word)) return false;
    if (view_.has(i, tags_.speech_gap)) return true;
    if (view_.has(i, tags_.genitive_article) && view_.has(i - 1, tags_.role_noun)) return true;  // «Chef von»
    if (view_.has(i, tags_.preposition) || view_.has(i, tags_.finite_verb)) return false;
    return in_phrase || names_.capital(i);
  }

  // "Colm Kelleher, chairman of the bank, said …", "The firm, reporting its results, has said …"
  std::optional<Attribution> named_before_insertion(const Cue& verb, std::uint32_t end) const {
    if (end == view_.sentence.first || names_.printed(end - 1) != ",") return std::nullopt;
    constexpr std::uint32_t kAtTheStart = 2;
    const auto start = view_.sentence.first;
    if (auto person = names_.person_in(start, start + kAtTheStart, verb.first)) return person;
    for (const auto& firm : view_.firms)
      if (firm.last < end - 1 && opens_insertion(firm.last) && !names_.is_governed(firm))
        return names_.from(firm, verb.first);
    return std::nullopt;
  }

  // A comma or "which" behind a name and what stands in brackets behind it.
  bool opens_insertion(std::uint32_t i) const {
    while (i < view_.sentence.last && view_.in_brackets(i)) ++i;
    return names_.printed(i) == "," || view_.has(i, tags_.relative_pronoun);
  }

  // "It booked sales of 5m and now expects …": the second verb has the subject of the first.
  std::optional<Attribution> subject_of_first_predicate(const Cue& verb, std::uint32_t end) const {
    const auto start = view_.sentence.first;
    if (end == start || !view_.has(end - 1, tags_.coordinator)) return std::nullopt;
    if (view_.has(start, tags_.firm_pronoun)) return subject_itself(verb.first);
    for (const auto& firm : view_.firms)
      if (firm.last < end && !names_.is_governed(firm)) return names_.from(firm, verb.first);
    return std::nullopt;
  }

  Attribution subject_itself(std::uint32_t cue) const {
    Attribution self;
    self.first = self.last = self.cue = cue;
    self.subject = true;
    return self;
  }

  // «er sagte», "he said": no name yet, see Speakers; "it said", "Britain's third-biggest grocer
  // said": whoever the figure is about.
  std::optional<Attribution> pronoun_at(const Cue& verb, std::uint32_t end) const {
    if (end > view_.sentence.first &&
        (view_.has(end - 1, tags_.firm_pronoun) || view_.has(end - 1, tags_.firm_noun)))
      return subject_itself(verb.first);
    for (const auto i : {end - 1, verb.last})
      if (view_.has(i, tags_.person_pronoun))
        return Attribution{"", view_.text.tokens[i].span(), "", i, i, verb.first};
    return std::nullopt;
  }

  const SentenceView& view_;
  const ClaimTags& tags_;
  const SourceNames names_;
};

}  // namespace

std::optional<Attribution> find_source(const SentenceView& view, const KnownPersons& persons) {
  return Finder(view, persons).find();
}

}  // namespace gegenprobe::extract
