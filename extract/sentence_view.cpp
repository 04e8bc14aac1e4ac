#include "extract/sentence_view.h"

#include <algorithm>

#include "extract/gazetteer.h"

namespace gegenprobe::extract {
namespace {

// What a border between clauses costs, in words. A comma parts less than a semicolon.
constexpr int kComma = 3, kDash = 4, kConjunction = 4, kSemicolon = 12;

bool is_media(std::string_view kind) {
  return kind == "agency" || kind == "newspaper" || kind == "magazine" || kind == "broadcaster" ||
         kind == "news_site" || kind == "publisher" || kind == "exchange" || kind == "market_researcher";
}

}  // namespace

ClaimTags::ClaimTags(const Lexicon& lexicon)
    : metric_noun(lexicon.tag("metric_noun")),
      metric_verb(lexicon.tag("metric_verb")),
      up(lexicon.tag("up")),
      down(lexicon.tag("down")),
      delta_preposition(lexicon.tag("delta_preposition")),
      level_preposition(lexicon.tag("level_preposition")),
      from_preposition(lexicon.tag("from_preposition")),
      preposition(lexicon.tag("preposition")),
      genitive_article(lexicon.tag("genitive_article")),
      article(lexicon.tag("article")),
      possessive(lexicon.tag("possessive")),
      clause_conjunction(lexicon.tag("clause_conjunction")),
      coordinator(lexicon.tag("coordinator")),
      modality(lexicon.tag("modality")),
      attribution_before(lexicon.tag("attribution_before")),
      attribution_after(lexicon.tag("attribution_after")),
      speech_verb(lexicon.tag("speech_verb")),
      role_noun(lexicon.tag("role_noun")),
      indirect_speech(lexicon.tag("indirect_speech")),
      preliminary(lexicon.tag("preliminary")),
      final(lexicon.tag("final")),
      corrected(lexicon.tag("corrected")),
      economy(lexicon.tag("economy")),
      per_piece(lexicon.tag("per_piece")),
      unit_default(lexicon.tag("unit_default")),
      first_name(lexicon.tag("first_name")),
      target_preposition(lexicon.tag("target_preposition")),
      subject_pronoun(lexicon.tag("subject_pronoun")),
      person_pronoun(lexicon.tag("person_pronoun")),
      from_noun(lexicon.tag("from_noun")),
      relative_pronoun(lexicon.tag("relative_pronoun")),
      partner_preposition(lexicon.tag("partner_preposition")),
      to_preposition(lexicon.tag("to_preposition")),
      share_preposition(lexicon.tag("share_preposition")),
      backshift(lexicon.tag("backshift")),
      ellipsis(lexicon.tag("ellipsis")),
      expectation_verb(lexicon.tag("expectation_verb")),
      comparison(lexicon.tag("comparison")),
      since_preposition(lexicon.tag("since_preposition")),
      indirect_past(lexicon.tag("indirect_past")),
      present_plan(lexicon.tag("present_plan")),
      agent_preposition(lexicon.tag("agent_preposition")),
      minus(lexicon.tag("minus")),
      separable(lexicon.tag("separable")),
      subordinator(lexicon.tag("subordinator")),
      complementizer(lexicon.tag("complementizer")),
      infinitive_marker(lexicon.tag("infinitive_marker")),
      finite_verb(lexicon.tag("finite_verb")),
      outcome_verb(lexicon.tag("outcome_verb")),
      forecast_noun(lexicon.tag("forecast_noun")),
      headline_future(lexicon.tag("headline_future")),
      alternative(lexicon.tag("alternative")),
      attribution_self(lexicon.tag("attribution_self")),
      attribution_continued(lexicon.tag("attribution_continued")),
      speech_adverb(lexicon.tag("speech_adverb")),
      result_verb(lexicon.tag("result_verb")),
      above(lexicon.tag("above")),
      below(lexicon.tag("below")),
      receive_verb(lexicon.tag("receive_verb")),
      speech_gap(lexicon.tag("speech_gap")),
      firm_pronoun(lexicon.tag("firm_pronoun")),
      unnamed_source(lexicon.tag("unnamed_source")),
      passive_auxiliary(lexicon.tag("passive_auxiliary")),
      perfect_auxiliary(lexicon.tag("perfect_auxiliary")),
      time_preposition(lexicon.tag("time_preposition")),
      source_opener(lexicon.tag("source_opener")),
      report_noun(lexicon.tag("report_noun")),
      definite_article(lexicon.tag("definite_article")),
      state_participle(lexicon.tag("state_participle")),
      negation(lexicon.tag("negation")),
      new_predicate(lexicon.tag("new_predicate")),
      announcement_verb(lexicon.tag("announcement_verb")),
      deadline_preposition(lexicon.tag("deadline_preposition")),
      time_conjunction(lexicon.tag("time_conjunction")),
      media_verb(lexicon.tag("media_verb")),
      firm_noun(lexicon.tag("firm_noun")),
      adjective(lexicon.tag("adjective_ending")),
      other_subject(lexicon.tag("other_subject")),
      pay_verb(lexicon.tag("pay_verb")),
      price_preposition(lexicon.tag("price_preposition")),
      bought_noun(lexicon.tag("bought_noun")),
      recipient_preposition(lexicon.tag("recipient_preposition")),
      sell_verb(lexicon.tag("sell_verb")),
      passive(lexicon.tag("passive")),
      human_pronoun(lexicon.tag("human_pronoun")),
      object_behind_verb(lexicon.tag("object_behind_verb")),
      owner_mark(lexicon.tag("owner_mark")),
      place(lexicon.tag("place")),
      person_title(lexicon.tag("person_title")),
      price_move(lexicon.tag("price_move")),
      label_only(lexicon.tag("label_only")),
      cues(lexicon.tags({"metric_noun",
                         "metric_verb",
                         "up",
                         "down",
                         "modality",
                         "attribution_before",
                         "attribution_after",
                         "speech_verb",
                         "from_preposition",
                         "economy",
                         "ellipsis",
                         "present_plan",
                         "no_metric",
                         "preliminary",
                         "final",
                         "corrected",
                         "indirect_speech",
                         "outcome_verb",
                         "attribution_self",
                         "attribution_continued",
                         "speech_adverb",
                         "expectation_verb"})),
      year_before(lexicon.tags({"year_before"})),
      whole_year(lexicon.tags({"whole_year"})),
      end_words(lexicon.tags({"end_word"})),
      running_words(lexicon.tags({"running_word"})),
      causes(lexicon.tags({"cause_preposition"})),
      indices(lexicon.tags({"index"})),
      authorities(lexicon.tags({"authority"})),
      from_words(lexicon.tags({"from_preposition"})),
      part_joiners(lexicon.tags({"part_joiner"})),
      exclusions(lexicon.tags({"exclusion"})),
      occasions(lexicon.tags({"occasion_preposition"})),
      qualifying(lexicon.tags({"qualifier", "qualifier_gap"})) {}

SentenceView::SentenceView(const Found& found, std::uint32_t index, std::size_t& next_mention,
                           std::size_t& next_reference)
    : text(found.text),
      sentence(found.text.sentences[index]),
      lexicon(sentence.rules->lexicon()),
      tags(sentence.rules->tags<ClaimTags>()),
      capital_nouns(sentence.rules->list("noun_capital") != nullptr) {
  for (; next_mention < found.mentions.size() && found.mentions[next_mention].span.begin < sentence.span.end;
       ++next_mention) {
    const Mention& mention = found.mentions[next_mention];
    const Placed at = placed(mention);
    if (mention.kind == MentionKind::date) {
      dates.push_back(at);
    } else if (const auto* company = mention.company()) {
      if (is_code_of_firm_before(at)) continue;
      const std::string_view kind = company->known ? company->known->kind : std::string_view{};
      const std::string_view year_end = company->known ? company->known->year_end : std::string_view{};
      firms.push_back({company->name, company->entity, kind, at.first, at.last, false, is_media(kind), false,
                       false, year_end});
    } else if (mention.amount()) {
      values.push_back(at);
    }
  }
  for (; next_reference < found.references.size() && found.references[next_reference].sentence <= index;
       ++next_reference) {
    const auto& reference = found.references[next_reference];
    if (reference.sentence < index) continue;
    const Mention stand_in{MentionKind::company, reference.span, {}, CompanyValue{}};
    const Placed at = placed(stand_in);
    // «die Deutsche Bank» is a name, not some bank spoken of before.
    const bool is_name = std::ranges::any_of(
        firms, [&](const Firm& firm) { return firm.first < at.last && firm.last > at.first; });
    if (!is_name) firms.push_back({{}, {}, reference.kind, at.first, at.last, true, false, false, false, {}});
  }
  if (!values.empty()) find_indices();
  std::ranges::sort(firms, {}, &Firm::first);
  if (!values.empty()) measure();
}

// "Motorola Inc. MOT.N": the code of a stock exchange behind the name it stands for.
bool SentenceView::is_code_of_firm_before(const Placed& at) const {
  if (firms.empty() || firms.back().last != at.first || at.last != at.first + 3) return false;
  return text.of(text.tokens[at.first + 1]) == "." && (text.tokens[at.first + 2].shape & kGlued);
}

// A stock index is no firm, and yet what a figure may be about.
void SentenceView::find_indices() {
  const auto inside_firm = [&](std::uint32_t i) {
    return std::ranges::any_of(firms, [&](const Firm& firm) { return i >= firm.first && i < firm.last; });
  };
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const auto hit = lexicon.longest(text.folded, text.tokens, i, sentence.last, tags.indices);
    if (hit.tag == kNoTag || inside_firm(i) || !(text.tokens[i].shape & (kCapital | kMixedCase))) continue;
    std::string_view key = hit.value;
    if (key.empty()) continue;
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

void SentenceView::measure() {
  const auto count = sentence.last - sentence.first;
  std::vector<char> inner(count, 0);  // tokens of a mention but its first
  const auto mark = [&](std::uint32_t first, std::uint32_t last) {
    for (auto i = first + 1; i < last; ++i) inner[i - sentence.first] = 1;
  };
  for (const auto& value : values) mark(value.first, value.last);
  for (const auto& date : dates) mark(date.first, date.last);
  for (const auto& firm : firms) mark(firm.first, firm.last);
  position_.assign(count + 1, 0);
  clause_.assign(count + 1, 0);
  segment_.assign(count + 1, 0);
  depth_.assign(count + 1, 0);
  int position = 0, clause = 0, segment = 0, depth = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Token& token = text.tokens[sentence.first + i];
    const bool spaced = !(token.shape & kGlued);
    int step = inner[i] ? 0 : 1;
    if (!inner[i] && token.is(TokenClass::punctuation)) {
      const auto mark_text = text.of(token);
      step = 0;
      if (mark_text == "(" || mark_text == "[") ++depth;
      if (mark_text == "," || mark_text == ":") step = kComma, ++clause;
      if (mark_text == ";" || mark_text == "•" || mark_text == "·") step = kSemicolon, ++clause, ++segment;
      if (spaced && (mark_text == "–" || mark_text == "—" || mark_text == "-"))
        step = kDash, ++clause, ++segment;
    } else if (!inner[i] && has(sentence.first + i, tags.clause_conjunction)) {
      step = kConjunction, ++clause, ++segment;
    }
    position_[i] = position;
    clause_[i] = clause;
    segment_[i] = segment;
    depth_[i] = depth;
    if (!inner[i] && depth > 0 && (text.of(token) == ")" || text.of(token) == "]")) --depth;
    // What stands in brackets is no way to go for what stands outside.
    position += step;
  }
  position_[count] = position;
  clause_[count] = clause;
  segment_[count] = segment;
  find_clause_kinds();
}

void SentenceView::find_clause_kinds() {
  kinds_.clear();
  for (auto begin = sentence.first; begin < sentence.last;) {
    auto end = begin + 1;
    while (end < sentence.last && same_clause(begin, end)) ++end;
    kinds_.resize(static_cast<std::size_t>(clause_[begin - sentence.first]) + 1, ClauseKind::main);
    kinds_.back() = kind_of_clause(begin, end);
    begin = end;
  }
  kinds_.resize(static_cast<std::size_t>(clause_.back()) + 1, ClauseKind::main);
}

// By its first word, or the second behind a preposition («mit der …», "in which …"); the comma or dash that
// parts it from the clause before is its first token.
ClauseKind SentenceView::kind_of_clause(std::uint32_t begin, std::uint32_t end) const {
  const bool behind_comma = begin > sentence.first && text.of(text.tokens[begin]) == ",";
  if (begin + 1 < end && text.tokens[begin].is(TokenClass::punctuation)) ++begin;
  while (end > begin + 1 && text.tokens[end - 1].is(TokenClass::punctuation)) --end;
  auto opener = begin;
  if (behind_comma && has(opener, tags.preposition) && opener + 1 < end) ++opener;
  if (has(begin, tags.complementizer)) return ClauseKind::complement;
  if (has(begin, tags.subordinator)) return ClauseKind::subordinate;
  const bool infinitive_last = end >= begin + 2 && has(end - 2, tags.infinitive_marker);
  if (behind_comma && has(opener, tags.relative_pronoun) && !(opener > begin && infinitive_last))
    return ClauseKind::subordinate;
  if (behind_comma)
    for (auto i = begin; i + 1 < end; ++i)
      if (has(i, tags.infinitive_marker) && text.tokens[i + 1].is(TokenClass::word) &&
          !(text.tokens[i + 1].shape & kCapital) && !has(i + 1, tags.article))
        return ClauseKind::complement;
  return ClauseKind::main;
}

// «… und will wachsen», «… und die Tochter machte 5 Millionen Verlust».
bool SentenceView::new_predicate_between(std::uint32_t a, std::uint32_t b) const {
  bool joined = false;
  for (auto i = a; i + 1 < b; ++i) {
    if (joined && has(i, tags.new_predicate)) return true;
    if (!has(i, tags.coordinator)) continue;
    if (has(i + 1, tags.finite_verb)) return true;
    joined = true;
  }
  return false;
}

// "will buy Joyo, which runs shops, for $75m", "expects the attack that hit it to cost 5m": the main clause
// goes on behind a relative one.
bool SentenceView::resumes(std::uint32_t cue, std::uint32_t token) const {
  constexpr std::uint32_t kShortestClause = 3;
  bool inside = false, verb = false;
  auto begin = cue;
  for (auto i = cue; i < token; ++i) {
    if (has(i, tags.clause_conjunction) && !has(i, tags.relative_pronoun)) return false;
    if (has(i, tags.relative_pronoun) && segment(i) != segment(cue)) inside = true, verb = false, begin = i;
    if (!inside) continue;
    const bool closed = text.of(text.tokens[i]) == "," && has(i + 1, tags.preposition);
    const bool infinitive = has(i, tags.infinitive_marker) && verb &&
                            text.tokens[i + 1].is(TokenClass::word) && !has(i + 1, tags.article);
    if ((closed && i >= begin + kShortestClause) || infinitive) inside = false;
    verb = verb || has(i, tags.finite_verb) || has(i, tags.metric_verb);
  }
  return !inside && segment(cue) != segment(token);
}

// «dementierte, dass …», "denied that …": the clause of `token` begins where that of `cue` ends.
bool SentenceView::is_right_behind(std::uint32_t cue, std::uint32_t token) const {
  auto begin = token;
  while (begin > sentence.first && same_clause(begin - 1, token)) --begin;
  while (begin > sentence.first && text.tokens[begin - 1].is(TokenClass::punctuation)) --begin;
  return begin > sentence.first && same_clause(cue, begin - 1);
}

bool SentenceView::governs(std::uint32_t cue, std::uint32_t token) const {
  const bool before = cue < token;
  if (same_clause(cue, token)) {
    // «machte 2024 einen Umsatz von 823 Millionen und will wachsen»: two predicates, one subject.
    auto begin = cue;
    while (!before && begin > token && has(begin - 1, tags.speech_gap)) --begin;
    if (!before && begin > sentence.first && has(begin - 1, tags.coordinator)) return false;
    return !new_predicate_between(before ? cue + 1 : token, before ? token : cue);
  }
  if (!before) return false;
  if (clause_kind(token) == ClauseKind::complement && is_right_behind(cue, token)) return true;
  if (segment(cue) != segment(token)) return resumes(cue, token);
  if (clause_kind(token) == ClauseKind::complement) return true;
  if (clause_kind(cue) == ClauseKind::subordinate || clause_kind(token) == ClauseKind::subordinate)
    return false;
  auto begin = token;
  while (begin > sentence.first && same_clause(begin - 1, token)) --begin;
  for (auto i = begin; i < token; ++i)
    if (has(i, tags.finite_verb)) return false;
  return !new_predicate_between(begin, token);
}

void SentenceView::find_cues() {
  if (position_.empty()) measure();
  for (auto i = sentence.first; i < sentence.last;) {
    const Token& token = text.tokens[i];
    if (token.is(TokenClass::punctuation) || token.is(TokenClass::number)) {
      ++i;
      continue;
    }
    // A word may stand in several lists; a phrase goes before its words.
    const auto hit = lexicon.longest(text.folded, text.tokens, i, sentence.last, tags.cues);
    if (hit.tag == kNoTag) {
      ++i;
      continue;
    }
    if (hit.last > hit.first + 1) {
      lexicon.each_phrase(text.folded, text.tokens, i, hit.last, [&](Tag tag, std::string_view value) {
        if (tags.cues.has(tag)) cues.push_back({tag, hit.first, hit.last, value});
      });
      i = hit.last;
      continue;
    }
    lexicon.each_value(token, [&](Tag tag, std::string_view value) {
      // «kosten» is a verb, «Kosten» a noun, in a language that has capitals for that.
      const bool capital = (token.shape & kCapital) != 0;
      if (tag == tags.metric_noun && capital_nouns && !capital) return;
      if (tag == tags.metric_verb && capital_nouns && capital && i > sentence.first + 1) return;
      if (tags.cues.has(tag)) cues.push_back({tag, i, i + 1, value});
    });
    ++i;
  }
  if (tags.separable != kNoTag) find_separable_verbs();
}

bool SentenceView::ends_clause(std::uint32_t token) const {
  const auto next = token + 1;
  return next >= sentence.last || text.tokens[next].is(TokenClass::punctuation) ||
         has(next, tags.coordinator) || has(next, tags.clause_conjunction) || has(next, tags.comparison);
}

// «Der Gewinn brach um 39 Prozent ein»: a finite verb whose first half stands at the end of its clause. The
// key of the list is "metric.particle", "up.particle", "down.particle" or "modality:kind.particle".
void SentenceView::find_separable_verbs() {
  for (auto i = sentence.first; i < sentence.last; ++i) {
    if (!has(i, tags.separable)) continue;
    if ((text.tokens[i].shape & kCapital) && i > sentence.first) continue;
    lexicon.each_value(text.tokens[i], [&](Tag tag, std::string_view key) {
      if (tag != tags.separable) return;
      const auto dot = key.rfind('.');
      const auto particle = key.substr(dot + 1), meaning = key.substr(0, dot);
      for (auto j = i + 1; j < sentence.last && segment(j) == segment(i); ++j) {
        if (word(j) != particle || !ends_clause(j)) continue;
        if (meaning == "up" || meaning == "down")
          cues.push_back({meaning == "up" ? tags.up : tags.down, i, i + 1, {}});
        else if (meaning.starts_with("modality:"))
          cues.push_back({tags.modality, i, i + 1, meaning.substr(9)});
        else
          cues.push_back({tags.metric_verb, i, i + 1, meaning});
        return;
      }
    });
  }
  std::ranges::stable_sort(cues, {}, &Cue::first);
}

int SentenceView::distance(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  return std::max(0, position_[b - sentence.first] - position_[a - sentence.first] - 1);
}

int SentenceView::distance(std::uint32_t a_first, std::uint32_t a_last, std::uint32_t b_first,
                           std::uint32_t b_last) const {
  if (a_first > b_first) return distance(b_first, b_last, a_first, a_last);
  return std::max(
      0, position_[b_first - sentence.first] - position_[std::min(a_last, b_first) - sentence.first]);
}

bool SentenceView::same_clause(std::uint32_t a, std::uint32_t b) const {
  return clause_[a - sentence.first] == clause_[b - sentence.first];
}

bool SentenceView::has(std::uint32_t token, Tag tag) const {
  return token >= sentence.first && token < sentence.last && lexicon.has(text.tokens[token], tag);
}

bool SentenceView::preceded_by(std::uint32_t token, const TagSet& list) const {
  constexpr std::uint32_t kLongest = 3;
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

// Backwards: appositions, then adjectives, then an article. A verb ends the way, as does a noun before an
// adjective («im Vorjahr erzielte Apple»).
std::uint32_t SentenceView::governor(std::uint32_t noun) const {
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

std::uint32_t SentenceView::begin_with_qualifier(const Placed& value) const {
  constexpr int kMost = 4;
  auto at = value.first;
  for (int step = 0; step < kMost && at > sentence.first; ++step) {
    bool moved = false;
    for (std::uint32_t back = 3; back >= 1 && !moved; --back) {
      if (at < sentence.first + back) continue;
      const auto hit = lexicon.longest(text.folded, text.tokens, at - back, at, tags.qualifying);
      if (hit.tag != kNoTag && hit.last == at) at = hit.first, moved = true;
    }
    if (!moved) break;
  }
  return at;
}

std::size_t SentenceView::values_between(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  return static_cast<std::size_t>(
      std::ranges::count_if(values, [&](const Placed& v) { return v.first >= a && v.last <= b; }));
}

}  // namespace gegenprobe::extract
