#include "extract/attribution.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kReachAfterPreposition = 5;  // «laut Berechnungen des Financial Times»
constexpr std::uint32_t kReachOfVerb = 6;            // "said its finance chief, Erika Muster"
constexpr std::uint32_t kLongestSpeech = 4;          // sentences without a name that go on with a speaker

bool is_quotation_mark(const SentenceView& view, std::uint32_t i) {
  constexpr std::string_view kMarks[] = {"\"", "'", "„", "“", "”", "‚", "‘", "’", "«", "»", "‹", "›"};
  return i < view.sentence.last && std::ranges::count(kMarks, view.text.of(view.text.tokens[i])) != 0;
}

class Finder {
 public:
  Finder(const SentenceView& view, const std::vector<std::string>& persons)
      : view_(view), tags_(view.tags), persons_(persons) {}

  std::optional<Attribution> find() const {
    if (view_.cues.empty()) return std::nullopt;
    if (auto source = of_own_account()) return source;
    if (auto source = in_phrase()) return source;
    for (const auto tag : {tags_.speech_verb, tags_.expectation_verb})
      for (const auto& cue : view_.cues)
        if (cue.tag == tag)
          if (auto source = speaker_of(cue); source && may_speak(*source, cue)) {
            source->expects = view_.has(cue.first, tags_.expectation_verb) || tag == tags_.expectation_verb;
            source->own_result = view_.has(cue.first, tags_.result_verb) && !opens_statement(cue.last);
            return source;
          }
    return std::nullopt;
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
        if (auto source = named_in(cue.last, cue.last + kReachAfterPreposition, cue.first)) return source;
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.attribution_after)
        if (auto source = last_named_before(cue.first, kReachAfterPreposition)) return source;
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.speech_adverb && opens_clause(cue.first))
        if (auto source = named_in(cue.last, cue.last + kReachAfterPreposition, cue.first)) return source;
    return std::nullopt;
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

  std::vector<Attribution> persons() const {
    std::vector<Attribution> out;
    for (auto i = view_.sentence.first; i < view_.sentence.last;) {
      auto person = person_in(i, view_.sentence.last, i);
      if (!person) break;
      i = person->last;
      out.push_back(std::move(*person));
    }
    return out;
  }

 private:
  // «sagte Gil Luria», "said chief executive Thierry Breton"; «Volkswagen teilte mit», "Nortel said". A verb
  // at the end of its clause has its subject beside «hatte».
  std::optional<Attribution> speaker_of(const Cue& verb) const {
    if (is_passive(verb) || is_attribute(verb)) return std::nullopt;
    if (const auto auxiliary = auxiliary_of(verb)) return speaker_of(*auxiliary);
    const auto end = end_of_subject(verb.first);
    if (auto before = named_up_to(end, verb.first)) return before;
    if (auto pronoun = pronoun_at(verb, end)) return pronoun;
    if (end > view_.sentence.first && view_.has(end - 1, tags_.unnamed_source)) return std::nullopt;
    if (auto person = person_in(verb.last, verb.last + kReachOfVerb, verb.first))
      if (ends_sentence_part(person->last)) return person;
    if (auto person = two_capitals_behind(verb))
      if (ends_sentence_part(person->last)) return person;
    if (auto behind = named_behind(verb)) return behind;
    if (auto before = last_named_before(verb.first, 3)) return before;
    if (auto before = named_before_insertion(verb, end)) return before;
    return subject_of_first_predicate(verb, end);
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

  // The «hat» of a participle that ends its clause («hatte … 2,2 Milliarden versprochen»).
  std::optional<Cue> auxiliary_of(const Cue& verb) const {
    if (!ends_clause(verb.last)) return std::nullopt;
    const auto at = in_clause_before(verb.first, tags_.perfect_auxiliary);
    if (at == verb.first || at + 1 == verb.first) return std::nullopt;
    return Cue{verb.tag, at, at + 1, verb.value};
  }

  bool ends_clause(std::uint32_t i) const {
    return view_.capital_nouns &&
           (i >= view_.sentence.last || view_.text.tokens[i].is(TokenClass::punctuation));
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
    for (auto next = i; i > view_.sentence.first; i = next) {
      const auto* date = date_up_to(i);
      if (date)
        next = date->first;
      else if (view_.in_brackets(i - 1) || view_.has(i - 1, tags_.speech_gap) || is_quote(i - 1))
        next = i - 1;
      else if (is_place(i))
        next = i - 1;
      else if (is_ticker(i))
        next = i - 3;
      else if (view_.has(i - 1, tags_.time_preposition) && i < verb)
        next = i - 1;
      else
        break;
    }
    return i;
  }

  const Placed* date_up_to(std::uint32_t end) const {
    for (const auto& date : view_.dates)
      if (date.last == end) return &date;
    return nullptr;
  }
  bool is_place(std::uint32_t end) const {
    return end > view_.sentence.first + 1 && view_.has(end - 2, tags_.time_preposition) && capital(end - 1) &&
           !in_firm(end - 1);
  }
  std::string_view printed(std::uint32_t i) const {
    const bool inside = i >= view_.sentence.first && i < view_.sentence.last;
    return inside ? view_.text.of(view_.text.tokens[i]) : std::string_view{};
  }
  // "Motorola Inc. MOT.N said": the code of a stock exchange behind the name.
  bool is_ticker(std::uint32_t end) const {
    if (end < view_.sentence.first + 4 || printed(end - 2) != ".") return false;
    const auto& code = view_.text.tokens[end - 3];
    const auto& exchange = view_.text.tokens[end - 1];
    return (exchange.shape & kGlued) && (exchange.shape & kCapital) && exchange.size <= 2 && code.size <= 5 &&
           (code.shape & kCapital) && (code.size == 1 || (code.shape & kAllCaps));
  }
  bool is_quote(std::uint32_t i) const { return is_quotation_mark(view_, i); }

  // A name that ends right at `end`, or before a title ("a Holcim statement", "Siemens officials").
  std::optional<Attribution> named_up_to(std::uint32_t end, std::uint32_t cue) const {
    const auto begin = end > view_.sentence.first + kReachOfVerb ? end - kReachOfVerb : view_.sentence.first;
    for (auto i = begin; i < end; ++i)
      if (auto person = person_in(i, end, cue); person && person->last == end) return person;
    auto last = end;
    while (last > begin && view_.has(last - 1, tags_.role_noun)) --last;
    for (auto i = begin; i < end; ++i)
      if (auto office = authority_in(i, i + 1, cue); office && office->last == end) return office;
    for (const auto& firm : view_.firms)
      if ((firm.last == end || firm.last == last) && !is_governed(firm)) return from(firm, cue);
    return std::nullopt;
  }

  // Behind a preposition a firm does nothing, but «ein Sprecher von Siemens» speaks for it.
  bool is_governed(const Firm& firm) const {
    if (firm.first == view_.sentence.first) return false;
    auto i = firm.first - 1;
    while (i > view_.sentence.first && view_.has(i, tags_.article) && !view_.has(i, tags_.preposition)) --i;
    if (!view_.has(i, tags_.preposition)) return false;
    return i == view_.sentence.first || !view_.has(i - 1, tags_.role_noun);
  }

  // «teilte der Konzern mit», «berichtet die britische Zeitung The Guardian», "said EMI": the first name in
  // the noun phrase behind the verb.
  std::optional<Attribution> named_behind(const Cue& verb) const {
    const auto end = std::min(verb.last + kReachOfVerb, view_.sentence.last);
    bool in_phrase = false;
    for (auto i = verb.last; i < end; ++i) {
      if (auto name = named_from(i, verb.first)) return ends_sentence_part(name->last) ? name : std::nullopt;
      if (view_.has(i, tags_.unnamed_source) || !goes_on_to_name(i, in_phrase)) return std::nullopt;
      in_phrase = in_phrase || view_.has(i, tags_.article);
    }
    return std::nullopt;
  }

  std::optional<Attribution> named_from(std::uint32_t i, std::uint32_t cue) const {
    if (auto office = authority_in(i, i + 1, cue)) return office;
    if (auto paper = in_quotation_marks(i, cue)) return paper;
    for (const auto& firm : view_.firms)
      if (firm.first == i) return from_title(firm, cue);
    return std::nullopt;
  }

  // "said EMI would sell": the name is the subject of what is said. Where verbs stand second, it is not.
  bool ends_sentence_part(std::uint32_t i) const {
    return view_.capital_nouns || i >= view_.sentence.last || !view_.text.tokens[i].is(TokenClass::word) ||
           view_.has(i, tags_.preposition) || view_.has(i, tags_.role_noun);
  }

  // «der „Focus“»: what is called so behind a verb of saying is a paper.
  std::optional<Attribution> in_quotation_marks(std::uint32_t i, std::uint32_t cue) const {
    if (!is_quote(i) || i == view_.sentence.first || !view_.has(i - 1, tags_.article)) return std::nullopt;
    constexpr std::uint32_t kLongest = 4;
    auto last = i + 1;
    while (last < std::min(i + 1 + kLongest, view_.sentence.last) && capital(last)) ++last;
    if (last == i + 1 || !is_quote(last)) return std::nullopt;
    for (const auto& firm : view_.firms)
      if (firm.first == i + 1) return from(firm, cue);
    return person_at(i + 1, last, cue);
  }

  // «der Siemens-Manager»: the person told of before, if there is one; the firm speaks through him.
  std::optional<Attribution> from_title(const Firm& firm, std::uint32_t cue) const {
    auto source = from(firm, cue);
    const bool title = printed(firm.last) == "-" && view_.has(firm.last + 1, tags_.role_noun);
    if (source && title && firm.first > cue && view_.has(firm.first - 1, tags_.definite_article))
      source->role = view_.word(firm.last + 1), source->by_title = true;
    return source;
  }

  // Whether the word may stand in a noun phrase before its name. Where nouns have capitals the phrase can be
  // told from a sentence; else only titles are trusted.
  bool goes_on_to_name(std::uint32_t i, bool in_phrase) const {
    if (view_.has(i, tags_.article) || view_.has(i, tags_.role_noun) || is_quote(i)) return true;
    if (!view_.capital_nouns || !view_.text.tokens[i].is(TokenClass::word)) return false;
    if (view_.has(i, tags_.speech_gap)) return true;
    if (view_.has(i, tags_.preposition) || view_.has(i, tags_.finite_verb)) return false;
    return in_phrase || capital(i);
  }

  // "Colm Kelleher, chairman of the bank, said …", "The firm, reporting its results, has said …"
  std::optional<Attribution> named_before_insertion(const Cue& verb, std::uint32_t end) const {
    if (end == view_.sentence.first || printed(end - 1) != ",") return std::nullopt;
    constexpr std::uint32_t kAtTheStart = 2;
    const auto start = view_.sentence.first;
    if (auto person = person_in(start, start + kAtTheStart, verb.first)) return person;
    for (const auto& firm : view_.firms)
      if (firm.last < end - 1 && opens_insertion(firm.last) && !is_governed(firm))
        return from(firm, verb.first);
    return std::nullopt;
  }

  // A comma or "which" behind a name and what stands in brackets behind it.
  bool opens_insertion(std::uint32_t i) const {
    while (i < view_.sentence.last && view_.in_brackets(i)) ++i;
    return printed(i) == "," || view_.has(i, tags_.relative_pronoun);
  }

  // "It booked sales of 5m and now expects …": the second verb has the subject of the first.
  std::optional<Attribution> subject_of_first_predicate(const Cue& verb, std::uint32_t end) const {
    const auto start = view_.sentence.first;
    if (end == start || !view_.has(end - 1, tags_.coordinator)) return std::nullopt;
    if (view_.has(start, tags_.firm_pronoun)) return subject_itself(verb.first);
    for (const auto& firm : view_.firms)
      if (firm.last < end && !is_governed(firm)) return from(firm, verb.first);
    return std::nullopt;
  }

  Attribution subject_itself(std::uint32_t cue) const {
    Attribution self;
    self.first = self.last = self.cue = cue;
    self.subject = true;
    return self;
  }

  // «sagt Gil Luria», «stellte Oberbürgermeister Ingolf Roßberg vor»: right behind the verb two names need no
  // list of first names; behind an article they are none («sagte der Neuen Zürcher Zeitung»).
  std::optional<Attribution> two_capitals_behind(const Cue& verb) const {
    auto i = verb.last;
    bool titled = true;
    for (; view_.has(i, tags_.article) || view_.has(i, tags_.role_noun); ++i)
      titled = view_.has(i, tags_.role_noun);
    auto last = i;
    while (capital(last) && !in_firm(last) && !in_date(last) && last < i + 3) ++last;
    if (!titled || last < i + 2) return std::nullopt;
    return person_at(last - 2, last, verb.first);
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

  Attribution person_at(std::uint32_t first, std::uint32_t last, std::uint32_t cue) const {
    const auto& tokens = view_.text.tokens;
    const Span span{tokens[first].begin, tokens[last - 1].end()};
    return {std::string(view_.text.of(span)), span, "", first, last, cue};
  }

  // Up to the verb: what is named behind it is another.
  std::uint32_t end_of_phrase(std::uint32_t begin, std::uint32_t end) const {
    end = std::min(end, view_.sentence.last);
    for (auto i = begin; i < end; ++i)
      if (view_.has(i, tags_.finite_verb) && !in_firm(i)) return i;
    return end;
  }

  std::optional<Attribution> named_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const {
    end = end_of_phrase(begin, end);
    if (auto authority = authority_in(begin, end, cue)) return authority;
    for (auto i = begin; i < end; ++i) {
      if (auto paper = in_quotation_marks(i, cue)) return paper;
      if (capital(i) && !in_firm(i) && printed(i + 1) == "-" &&
          view_.has(i + 2, tags_.report_noun))  // «laut Blitzblatt-Informationen»
        return person_at(i, i + 1, cue);
    }
    for (const bool phrase : {false, true})  // «die Marktforscher von IDC»: the name, not who is meant by it
      for (const auto& firm : view_.firms)
        if (firm.last > begin && firm.first < end && !firm.index && firm.reference == phrase &&
            view_.same_clause(begin, firm.last - 1)) {
          auto person = person_in(begin, end, cue);
          if (person && !firm.media && person->first != firm.first) return person;
          return from(firm, cue);
        }
    return person_in(begin, end, cue);
  }

  std::optional<Attribution> last_named_before(std::uint32_t end, std::uint32_t reach) const {
    auto begin = end > view_.sentence.first + reach ? end - reach : view_.sentence.first;
    for (auto i = end; i > begin; --i)
      if (view_.has(i - 1, tags_.finite_verb) && !in_firm(i - 1)) begin = i;
    if (auto person = person_in(begin, end, end)) return person;
    if (auto authority = authority_in(begin, end, end)) return authority;
    for (auto firm = view_.firms.rbegin(); firm != view_.firms.rend(); ++firm) {
      if (firm->last > end || firm->last < begin || !view_.same_clause(firm->first, end)) continue;
      return from(*firm, end);
    }
    return std::nullopt;
  }

  // Offices and parties, which are no firms: «laut Bundesbank», "according to the SEC".
  std::optional<Attribution> authority_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const {
    for (auto i = begin; i < std::min(end, view_.sentence.last); ++i) {
      if (view_.text.tokens[i].is(TokenClass::punctuation)) return std::nullopt;
      const auto hit = view_.lexicon.longest(view_.text.folded, view_.text.tokens, i, view_.sentence.last,
                                             tags_.authorities);
      if (hit.tag == kNoTag || in_firm(i) || !capital(i)) continue;
      auto found = person_at(hit.first, hit.last, cue);
      if (!hit.value.empty()) found.name = hit.value;
      return found;
    }
    return std::nullopt;
  }

  std::optional<Attribution> from(const Firm& firm, std::uint32_t cue) const {
    if (firm.name.empty() || firm.index) return std::nullopt;
    const auto& tokens = view_.text.tokens;
    return Attribution{std::string(firm.name),
                       {tokens[firm.first].begin, tokens[firm.last - 1].end()},
                       "",
                       firm.first,
                       firm.last,
                       cue};
  }

  // Two capitalised words of which the first is a known first name, or capitals behind a role («Finanzchef
  // Dolezal», "Mr Spindler").
  std::optional<Attribution> person_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const {
    end = std::min(end, view_.sentence.last);
    for (auto i = begin; i < end; ++i) {
      if (!capital(i) || in_firm(i) || in_date(i) || view_.has(i, tags_.role_noun)) continue;
      const bool first_name = view_.has(i, tags_.first_name);
      const bool after_role = i > view_.sentence.first && view_.has(i - 1, tags_.role_noun);
      const bool known = !first_name && !after_role && is_known_surname(i);
      const bool titled = has_title_behind(i);
      if (!first_name && !after_role && !known && !titled) continue;
      auto last = i + 1;
      // A firm may be called like a family: behind a first name it is the family.
      while (last < view_.sentence.last && last < i + 4 && (capital(last) || initial(last)) &&
             (first_name || !in_firm(last)) && !view_.has(last, tags_.role_noun))
        ++last;
      if (known && !titled) last = i + 1;
      if (first_name && last < i + 2) continue;
      Attribution person = person_at(i, last, cue);
      if (after_role) person.role = printed(i - 1);
      return person;
    }
    return std::nullopt;
  }

  // "Colette Kress, finance chief": two names and, behind a comma, what they are.
  bool has_title_behind(std::uint32_t i) const {
    if (!capital(i + 1) || in_firm(i + 1) || i + 4 >= view_.sentence.last) return false;
    if (printed(i + 2) != ",") return false;
    return view_.has(i + 3, tags_.role_noun) || view_.has(i + 4, tags_.role_noun);
  }

  bool is_known_surname(std::uint32_t i) const {
    const auto word = printed(i);
    return std::ranges::any_of(persons_, [&](const std::string& person) {
      return person.size() > word.size() + 1 && person.ends_with(word) &&
             person[person.size() - word.size() - 1] == ' ';
    });
  }
  bool capital(std::uint32_t i) const {
    if (i >= view_.sentence.last) return false;
    const Token& token = view_.text.tokens[i];
    return token.is(TokenClass::word) && (token.shape & kCapital) && token.size > 1;
  }
  bool initial(std::uint32_t i) const { return printed(i) == "-" && (view_.text.tokens[i].shape & kGlued); }
  bool in_date(std::uint32_t i) const {
    return std::ranges::any_of(view_.dates, [&](const Placed& d) { return i >= d.first && i < d.last; });
  }
  bool in_firm(std::uint32_t i) const {
    return std::ranges::any_of(
        view_.firms, [&](const Firm& firm) { return !firm.reference && i >= firm.first && i < firm.last; });
  }

  const SentenceView& view_;
  const ClaimTags& tags_;
  const std::vector<std::string>& persons_;
};

}  // namespace

std::optional<Attribution> Speakers::in_full(std::optional<Attribution> source) const {
  if (!source) return source;
  if (source->by_title && !persons_.empty()) {
    source->name = persons_.back();
    return source;
  }
  for (auto person = persons_.rbegin(); person != persons_.rend(); ++person) {
    const bool surname = person->size() > source->name.size() && person->ends_with(" " + source->name);
    if (source->name.empty() || surname) {
      source->name = *person;
      return source;
    }
  }
  if (source->name.empty()) return std::nullopt;
  return source;
}

std::optional<Attribution> Speakers::find(const SentenceView& view, std::uint32_t index) {
  auto source = Finder(view, persons_).find();
  if (!source || source->subject) return source;
  source = in_full(std::move(source));
  if (!source) return source;
  last_ = source;
  last_paragraph_ = view.sentence.paragraph;
  spoken_until_ = index + 1;
  return source;
}

bool Speakers::refers_back(const SentenceView& view) {
  return std::ranges::any_of(view.cues,
                             [&](const Cue& cue) { return cue.tag == view.tags.attribution_continued; });
}

bool Speakers::goes_on(const SentenceView& view) {
  if (is_quotation_mark(view, view.sentence.first)) return true;
  return refers_back(view) ||
         std::ranges::any_of(view.cues, [&](const Cue& cue) { return cue.tag == view.tags.indirect_speech; });
}

std::optional<Attribution> Speakers::last(const SentenceView& view, std::uint32_t index) {
  if (!last_) return std::nullopt;
  const auto paragraph = view.sentence.paragraph;
  const bool near = last_paragraph_ + 1 >= paragraph && spoken_until_ + kLongestSpeech > index;
  if (!near && !refers_back(view)) return std::nullopt;
  last_paragraph_ = paragraph;
  spoken_until_ = index + 1;
  last_->first = last_->last = last_->cue = 0;
  return last_;
}

namespace {

// The conjunction that opens the clause a verb stands in, past no comma; `verb` where none does. «wie» and
// "as" behind a comma name the source of what stands before them.
std::uint32_t opener_of(const SentenceView& view, std::uint32_t verb) {
  const auto begin = view.sentence.first;
  for (auto i = verb; i > begin; --i) {
    const auto at = i - 1;
    if (view.text.of(view.text.tokens[at]) == ",") return verb;
    if (!view.has(at, view.tags.subordinator)) continue;
    const bool names_source = view.has(at, view.tags.source_opener) &&
                              (at == begin || view.text.of(view.text.tokens[at - 1]) == ",");
    return names_source ? verb : at;
  }
  return verb;
}

}  // namespace

bool speaks_of(const SentenceView& view, const Attribution& source, const Placed& value) {
  if (source.cue == 0) return true;
  const bool between = source.last <= value.first && value.last <= source.cue;
  if (between && source.last > source.first && !view.same_clause(source.last - 1, value.first) &&
      !view.same_clause(value.first, source.cue))
    return false;
  const auto opener = opener_of(view, source.cue);
  if (opener == source.cue) return true;
  return value.first > opener && (view.same_clause(source.cue, value.first) ||
                                  view.clause_kind(value.first) == ClauseKind::complement);
}

void Speakers::remember_persons(const SentenceView& view) {
  for (auto& person : Finder(view, persons_).persons()) {
    if (person.name.find(' ') == std::string::npos) continue;
    std::erase(persons_, person.name);
    persons_.push_back(std::move(person.name));
  }
}

}  // namespace gegenprobe::extract
