#include "extract/claims/sentence_view.h"

#include <algorithm>

#include "extract/claims/cue_finder.h"
#include "extract/companies/gazetteer.h"

namespace gegenprobe::extract {
namespace {

bool is_glued(const Text& text, std::uint32_t token) { return (text.tokens[token].shape & kGlued) != 0; }

// With room for as many as a sentence has, nearly always: each growth would cost as much as all that follows.
template <class T>
void append(std::vector<T>& list, const T& item) {
  constexpr std::size_t kMost = 6;
  if (list.empty()) list.reserve(kMost);
  list.push_back(item);
}

}  // namespace

SentenceView::SentenceView(const Found& found, std::uint32_t index, std::size_t& next_mention,
                           std::size_t& next_reference)
    : text(found.text),
      sentence(found.text.sentences[index]),
      lexicon(sentence.rules->lexicon()),
      tags(sentence.rules->tags<ClaimTags>()),
      capital_nouns(tags.capital_nouns),
      verbs_last(tags.verbs_last) {
  for (; next_mention < found.mentions.size() && found.mentions[next_mention].span.begin < sentence.span.end;
       ++next_mention)
    add(found.mentions[next_mention]);
  for (; next_reference < found.references.size() && found.references[next_reference].sentence <= index;
       ++next_reference)
    if (found.references[next_reference].sentence == index) add(found.references[next_reference]);
  if (!values.empty()) find_indices();
  std::ranges::sort(firms, {}, &Firm::first);
  if (!values.empty()) measure();
}

void SentenceView::add(const Mention& mention) {
  const Placed at = placed(mention);
  if (mention.kind == MentionKind::date) {
    append(dates, at);
  } else if (const auto* company = mention.company()) {
    if (is_code_of_firm_before(at)) return;
    const std::string_view kind = company->known ? company->known->kind : std::string_view{};
    const std::string_view year_end = company->known ? company->known->year_end : std::string_view{};
    append(firms, Firm{company->name, company->entity, kind, at.first, at.last, false, is_media(kind), false,
                       false, year_end});
  } else if (mention.amount()) {
    if (!lists_) lists_ = lexicon.lists_in(tokens());
    append(values, at);
    values.back().begin = find_begin(at);
  }
}

void SentenceView::add(const CompanyReference& reference) {
  const Mention stand_in{MentionKind::company, reference.span, {}, CompanyValue{}};
  const Placed at = placed(stand_in);
  if (const Company* known = reference.known) {  // "the Facebook owner" is not Facebook
    std::erase_if(firms, [&](const Firm& firm) { return firm.first >= at.first && firm.last <= at.last; });
    firms.push_back({known->name, known->key, known->kind, at.first, at.last, true, false, false, false,
                     known->year_end});
    return;
  }
  // «die Deutsche Bank» is a name, not some bank spoken of before.
  const bool is_name = std::ranges::any_of(
      firms, [&](const Firm& firm) { return firm.first < at.last && firm.last > at.first; });
  if (!is_name) firms.push_back({{}, {}, reference.kind, at.first, at.last, true, false, false, false, {}});
}

void SentenceView::measure() {
  std::vector<TokenRange> mentions;
  mentions.reserve(values.size() + dates.size() + firms.size());
  for (const auto& value : values) mentions.push_back({value.first, value.last});
  for (const auto& date : dates) mentions.push_back({date.first, date.last});
  for (const auto& firm : firms) mentions.push_back({firm.first, firm.last});
  clauses_ = Clauses(text, sentence, tags, mentions);
}

void SentenceView::find_cues() {
  if (clauses_.empty()) measure();
  governors_.assign(sentence.last - sentence.first, kUnasked);
  cues = cues_of(*this);
}

// "Motorola Inc. MOT.N": the code of a stock exchange behind the name it stands for.
bool SentenceView::is_code_of_firm_before(const Placed& at) const {
  if (firms.empty() || firms.back().last != at.first || at.last != at.first + 3) return false;
  return text.of(text.tokens[at.first + 1]) == "." && is_glued(text, at.first + 2);
}

// «der SDax-Titel», «ein Dax-Konzern»: whether a compound goes on behind its first part.
bool SentenceView::begins_compound(std::uint32_t hyphen) const {
  return hyphen + 1 < sentence.last && is_glued(text, hyphen) && is_glued(text, hyphen + 1) &&
         text.of(text.tokens[hyphen]) == "-" && text.tokens[hyphen + 1].is(TokenClass::word);
}

// A stock index is no firm, and yet what a figure may be about.
void SentenceView::find_indices() {
  if (!may_have(tags.indices)) return;
  const auto inside_firm = [&](std::uint32_t i) {
    return std::ranges::any_of(firms, [&](const Firm& firm) { return i >= firm.first && i < firm.last; });
  };
  for (auto i = sentence.first; i < sentence.last; ++i) {
    if (!(text.tokens[i].shape & (kCapital | kMixedCase))) continue;
    const auto hit = phrase_at(i, tags.indices);
    if (hit.tag == kNoTag || inside_firm(i)) continue;
    std::string_view key = hit.value;
    if (key.empty() || (capital_nouns && begins_compound(hit.last))) continue;
    Firm index{key.substr(key.find(':') + 1), key, "index", hit.first, hit.last};
    index.index = true;
    firms.push_back(index);
    i = hit.last - 1;
  }
}

Placed SentenceView::placed(const Mention& mention) const {
  const auto begin = text.tokens.begin() + sentence.first, end = text.tokens.begin() + sentence.last;
  const auto first = std::lower_bound(begin, end, mention.span.begin,
                                      [](const Token& token, std::uint32_t at) { return token.end() <= at; });
  const auto last = std::lower_bound(first, end, mention.span.end,
                                     [](const Token& token, std::uint32_t at) { return token.begin < at; });
  return {&mention, static_cast<std::uint32_t>(first - text.tokens.begin()),
          static_cast<std::uint32_t>(last - text.tokens.begin())};
}

bool SentenceView::genitive_at(std::uint32_t token) const {
  if (token <= sentence.first || token + 1 >= sentence.last) return false;
  const auto mark = text.of(text.tokens[token]);
  if ((mark != "'" && mark != "’") || !(text.tokens[token].shape & kGlued)) return false;
  if (text.tokens[token + 1].shape & kGlued) return has(token + 1, tags.owner_mark);
  return word(token - 1).ends_with('s');
}

bool SentenceView::preceded_by(std::uint32_t token, const TagSet& list) const {
  constexpr std::uint32_t kLongest = 3;
  if (!may_have(list)) return false;
  for (std::uint32_t back = 1; back <= kLongest && token >= sentence.first + back; ++back) {
    const auto hit = lexicon.longest(text.folded, text.tokens, token - back, token, list);
    if (hit.tag != kNoTag && hit.last == token) return true;
  }
  return false;
}

bool SentenceView::inside_mention(std::uint32_t token) const {
  const auto covers = [&](const auto& it) { return token >= it.first && token < it.last; };
  return std::ranges::any_of(firms, covers) || std::ranges::any_of(dates, covers) ||
         std::ranges::any_of(values, covers);
}

bool SentenceView::opens_quotation(std::uint32_t token) const {
  constexpr std::string_view kMarks[] = {"<", "\"", "„", "“", "«", "»"};
  return std::ranges::count(kMarks, text.of(text.tokens[token])) != 0;
}

// Backwards: appositions, then adjectives, then an article. A verb ends the way, as does a noun before an
// adjective («im Vorjahr erzielte Apple»).
bool SentenceView::in_relative_clause(std::uint32_t token) const {
  const auto is_pause = [&](std::uint32_t i) {
    const auto mark = text.of(text.tokens[i]);
    return mark == "," || mark == "–" || (mark == "-" && !(text.tokens[i].shape & kGlued));
  };
  auto pronoun = begin_of_clause(token);
  pronoun += is_pause(pronoun);
  if (has(pronoun, tags.preposition) && has(pronoun + 1, tags.relative_pronoun)) ++pronoun;
  if (pronoun == sentence.first || !has(pronoun, tags.relative_pronoun)) return false;
  const auto before = pronoun - 1;
  return is_pause(before) ||
         (before > sentence.first && has(before, tags.preposition) && is_pause(before - 1));
}

// "the owner of X and |Y|": what governs the first governs the second, unless that is the subject of a verb.
const Firm* SentenceView::joined_before(std::uint32_t name) const {
  if (name <= sentence.first || !has(name - 1, tags.coordinator)) return nullptr;
  const auto first = std::ranges::find(firms, name - 1, &Firm::last);
  const auto second = std::ranges::find(firms, name, &Firm::first);
  if (first == firms.end() || second == firms.end()) return nullptr;
  for (const auto verbs : {tags.finite_verb, tags.passive_auxiliary, tags.perfect_auxiliary, tags.price_move,
                           tags.result_verb, tags.metric_verb, tags.modality, tags.speech_verb})
    if (has(second->last, verbs)) return nullptr;
  return &*first;
}

std::uint32_t SentenceView::governor(std::uint32_t noun) const {
  const auto at = noun - sentence.first;
  if (at >= governors_.size()) return find_governor(noun);
  if (governors_[at] == kUnasked) governors_[at] = find_governor(noun);
  return governors_[at];
}

std::uint32_t SentenceView::find_governor(std::uint32_t noun) const {
  if (const Firm* joined = joined_before(noun)) return governor(joined->first);
  constexpr int kMost = 4;
  bool adjective_seen = false, article_seen = false;
  auto at = noun;
  for (int step = 0; step <= kMost && at > sentence.first; ++step) {
    --at;
    const Token& token = text.tokens[at];
    if (has(at, tags.preposition)) {
      // "to help fund X": the mark of an infinitive governs no name, nor does «Wie X mitteilt».
      const bool opens = at == sentence.first || text.tokens[at - 1].is(TokenClass::punctuation);
      const bool none =
          (adjective_seen && has(at, tags.infinitive_marker)) || (opens && has(at, tags.subordinator));
      return none ? kNoToken : at;
    }
    if (step == 0 && opens_quotation(at)) continue;  // "an order from <Siemens AG>"
    if (capital_nouns && at > sentence.first + 1 && text.of(token) == "-" && is_glued(text, at) &&
        !inside_mention(at - 1)) {  // «beim |US-Konzern| X»
      --at;
      continue;
    }
    if (!token.is(TokenClass::word) || article_seen || inside_mention(at)) return kNoToken;
    if (has(at, tags.coordinator) || has(at, tags.finite_verb) || has(at, tags.clause_conjunction))
      return kNoToken;
    if (has(at, tags.article) || has(at, tags.possessive)) {
      article_seen = true;
    } else if (capital_nouns && (token.shape & kCapital)) {
      if (adjective_seen) return kNoToken;
    } else {
      if (capital_nouns && !lexicon.ends_as(word(at), tags.adjective)) return kNoToken;
      adjective_seen = true;
    }
  }
  return kNoToken;
}

std::uint32_t SentenceView::begin_of_compound(std::uint32_t token) const {
  while (token > sentence.first + 1 && is_glued(text, token) && is_glued(text, token - 1) &&
         text.of(text.tokens[token - 1]) == "-")
    token -= 2;
  return token;
}

std::uint32_t SentenceView::find_begin(const Placed& value) const {
  constexpr int kMost = 4;
  // "from |between $5bn and $6bn"
  const bool opened = value.mention->amount()->qualifier == Qualifier::between &&
                      value.first > sentence.first && has(value.first - 1, tags.range_opener);
  if (!may_have(tags.qualifying)) return value.first - opened;
  // "edged up to $5bn": where the figure has no bound, the words are no qualifier.
  const bool exact = value.mention->amount()->qualifier == Qualifier::exact;
  auto at = value.first - opened;
  for (int step = 0; step < kMost && at > sentence.first; ++step) {
    bool moved = false;
    for (std::uint32_t back = 3; back >= 1 && !moved; --back) {
      if (at < sentence.first + back) continue;
      const auto hit = lexicon.longest(text.folded, text.tokens, at - back, at, tags.qualifying);
      const bool bound = exact && (hit.value == "up_to" || hit.value == "more_than");
      if (hit.tag != kNoTag && hit.last == at && !bound) at = hit.first, moved = true;
    }
    if (!moved) break;
  }
  return at;
}

bool SentenceView::coordinator_between(std::uint32_t begin, std::uint32_t end) const {
  for (auto i = begin; i < end; ++i)
    if (has(i, tags.coordinator)) return true;
  return false;
}

std::size_t SentenceView::values_between(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  return static_cast<std::size_t>(
      std::ranges::count_if(values, [&](const Placed& v) { return v.first >= a && v.last <= b; }));
}

}  // namespace gegenprobe::extract
