#include "extract/attribution.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kReachAfterPreposition = 5;  // «laut Berechnungen des Financial Times»
constexpr std::uint32_t kReachOfVerb = 6;            // "said its finance chief, Erika Muster"

class Finder {
 public:
  Finder(const SentenceView& view, const std::vector<std::string>& persons)
      : view_(view), tags_(view.tags), persons_(persons) {}

  std::optional<Attribution> find() const {
    if (view_.cues.empty()) return std::nullopt;
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.attribution_self) {
        Attribution self;
        self.subject = true;
        return self;
      }
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.attribution_before)
        if (auto source = named_in(cue.last, cue.last + kReachAfterPreposition, cue.first)) return source;
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.attribution_after)
        if (auto source = last_named_before(cue.first, kReachAfterPreposition)) return source;
    for (const auto& cue : view_.cues)
      if (cue.tag == tags_.speech_adverb && opens_clause(cue.first))
        if (auto source = named_in(cue.last, cue.last + kReachAfterPreposition, cue.first)) return source;
    for (const auto tag : {tags_.speech_verb, tags_.expectation_verb})
      for (const auto& cue : view_.cues)
        if (cue.tag == tag)
          if (auto source = speaker_of(cue)) {
            source->expects = view_.has(cue.first, tags_.expectation_verb) || tag == tags_.expectation_verb;
            source->own_result = view_.has(cue.first, tags_.result_verb) && !opens_statement(cue.last);
            return source;
          }
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
  // «sagte Gil Luria», "said chief executive Thierry Breton"; «Volkswagen teilte mit», "Nortel said".
  std::optional<Attribution> speaker_of(const Cue& verb) const {
    if (auto person = person_in(verb.last, verb.last + kReachOfVerb, verb.first)) return person;
    if (auto person = two_capitals_behind(verb)) return person;
    if (auto before = last_named_before(verb.first, 3)) return before;
    if (auto before = named_before_insertion(verb)) return before;
    if (auto pronoun = pronoun_at(verb)) return pronoun;
    for (const auto& firm : view_.firms) {
      const bool right_behind =
          firm.first >= verb.last && firm.first <= verb.last + 2 && only_articles(verb.last, firm.first);
      if (right_behind && !firm.name.empty()) return from(firm, verb.first);
    }
    return std::nullopt;
  }

  // "Colm Kelleher, chairman of the bank, said …", "The firm, reporting its results, said …"
  std::optional<Attribution> named_before_insertion(const Cue& verb) const {
    if (!opens_clause(verb.first) || view_.text.of(view_.text.tokens[verb.first - 1]) != ",")
      return std::nullopt;
    constexpr std::uint32_t kAtTheStart = 2;
    const auto start = view_.sentence.first;
    if (auto person = person_in(start, start + kAtTheStart, verb.first)) return person;
    for (const auto& firm : view_.firms)
      if (firm.first <= start + kAtTheStart && firm.last < verb.first &&
          view_.text.of(view_.text.tokens[firm.last]) == ",")
        return from(firm, verb.first);
    return std::nullopt;
  }

  // «sagt Gil Luria»: right behind the verb two names need no list of first names.
  std::optional<Attribution> two_capitals_behind(const Cue& verb) const {
    auto i = verb.last;
    while (i < view_.sentence.last && (view_.has(i, tags_.article) || view_.has(i, tags_.role_noun))) ++i;
    if (i + 1 >= view_.sentence.last || !capital(i) || !capital(i + 1) || in_firm(i) || in_firm(i + 1))
      return std::nullopt;
    return person_at(i, i + 2, verb.first);
  }

  // «er sagte», "he said": no name yet, see Speakers.
  std::optional<Attribution> pronoun_at(const Cue& verb) const {
    for (const auto i : {verb.first - 1, verb.last})
      if (view_.has(i, tags_.person_pronoun))
        return Attribution{"", view_.text.tokens[i].span(), "", i, i, verb.first};
    return std::nullopt;
  }

  Attribution person_at(std::uint32_t first, std::uint32_t last, std::uint32_t cue) const {
    const auto& tokens = view_.text.tokens;
    const Span span{tokens[first].begin, tokens[last - 1].end()};
    return {std::string(view_.text.of(span)), span, "", first, last, cue};
  }

  bool only_articles(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; i < end; ++i)
      if (!view_.has(i, tags_.article) && !view_.has(i, tags_.role_noun)) return false;
    return true;
  }

  std::optional<Attribution> named_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const {
    end = std::min(end, view_.sentence.last);
    if (auto authority = authority_in(begin, end, cue)) return authority;
    for (const auto& firm : view_.firms)
      if (firm.last > begin && firm.first < end && !firm.index && view_.same_clause(begin, firm.last - 1)) {
        auto person = person_in(begin, end, cue);
        if (person && !firm.media && person->first != firm.first) return person;
        return from(firm, cue);
      }
    return person_in(begin, end, cue);
  }

  std::optional<Attribution> last_named_before(std::uint32_t end, std::uint32_t reach) const {
    const auto begin = end > view_.sentence.first + reach ? end - reach : view_.sentence.first;
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
      if (!capital(i) || in_firm(i) || view_.has(i, tags_.role_noun)) continue;
      const bool first_name = view_.has(i, tags_.first_name);
      const bool after_role = i > view_.sentence.first && view_.has(i - 1, tags_.role_noun);
      const bool known = !first_name && !after_role && is_known_surname(i);
      if (!first_name && !after_role && !known) continue;
      auto last = i + 1;
      while (last < view_.sentence.last && last < i + 4 && (capital(last) || initial(last)) &&
             !in_firm(last) && !view_.has(last, tags_.role_noun))
        ++last;
      if (known) last = i + 1;
      if (first_name && last < i + 2) continue;
      Attribution person = person_at(i, last, cue);
      if (after_role) person.role = view_.text.of(view_.text.tokens[i - 1]);
      return person;
    }
    return std::nullopt;
  }

  bool is_known_surname(std::uint32_t i) const {
    const auto word = view_.text.of(view_.text.tokens[i]);
    return std::ranges::any_of(persons_, [&](const std::string& person) {
      return person.size() > word.size() + 1 && person.ends_with(word) &&
             person[person.size() - word.size() - 1] == ' ';
    });
  }
  bool capital(std::uint32_t i) const {
    const Token& token = view_.text.tokens[i];
    return token.is(TokenClass::word) && (token.shape & kCapital) && token.size > 1;
  }
  bool initial(std::uint32_t i) const {
    return view_.text.of(view_.text.tokens[i]) == "-" && (view_.text.tokens[i].shape & kGlued);
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

std::optional<Attribution> Speakers::find(const SentenceView& view) {
  auto source = Finder(view, persons_).find();
  if (source && source->subject) return source;
  source = in_full(std::move(source));
  if (source) {
    last_ = source;
    last_paragraph_ = view.sentence.paragraph;
    return source;
  }
  const bool indirect = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.indirect_speech || cue.tag == view.tags.attribution_continued;
  });
  if (!indirect || !last_ || last_paragraph_ + 1 < view.sentence.paragraph) return std::nullopt;
  last_paragraph_ = view.sentence.paragraph;
  last_->first = last_->last = last_->cue = 0;
  return last_;
}

void Speakers::remember_persons(const SentenceView& view) {
  for (auto& person : Finder(view, persons_).persons()) {
    if (person.name.find(' ') == std::string::npos) continue;
    std::erase(persons_, person.name);
    persons_.push_back(std::move(person.name));
  }
}

}  // namespace gegenprobe::extract
