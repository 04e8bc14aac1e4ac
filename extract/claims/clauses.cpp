#include "extract/claims/clauses.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

// What a border between clauses costs, in words. A comma parts less than a semicolon.
constexpr int kComma = 3, kDash = 4, kConjunction = 4, kSemicolon = 12;

struct Border {
  int words;
  bool clause, segment;  // what it parts
};

// Nothing where the mark parts no clauses.
Border border_at(std::string_view mark, bool spaced) {
  if (mark == "," || mark == ":") return {kComma, true, false};
  if (mark == ";" || mark == "•" || mark == "·") return {kSemicolon, true, true};
  if (spaced && (mark == "–" || mark == "—" || mark == "-")) return {kDash, true, true};
  return {0, false, false};
}

// Says of what kind a clause is.
class KindReader {
 public:
  KindReader(const Text& text, const Sentence& sentence, const ClaimTags& tags,
             const std::vector<TokenRange>& mentions)
      : text_(text),
        sentence_(sentence),
        lexicon_(sentence.rules->lexicon()),
        tags_(tags),
        mentions_(mentions) {}

  // By its first word, or the second behind a preposition («mit der …», "in which …"); the comma or dash that
  // parts it from the clause before is its first token.
  ClauseKind kind_of(std::uint32_t begin, std::uint32_t end) const {
    const bool behind_comma = begin > sentence_.first && text_.of(text_.tokens[begin]) == ",";
    if (begin + 1 < end && is_punctuation(begin)) ++begin;
    while (end > begin + 1 && is_punctuation(end - 1)) --end;
    auto opener = begin;
    if (behind_comma && has(opener, tags_.preposition) && opener + 1 < end) ++opener;
    if (has(begin, tags_.complementizer)) return ClauseKind::complement;
    if (has(begin, tags_.subordinator) || has(begin, tags_.content_noun)) return ClauseKind::subordinate;
    // «plant, den Umsatz um 8 Prozent zu steigern»: with a verb like that at its end it is no relative
    // clause.
    const bool infinitive_last = behind_comma && end >= begin + 2 && is_infinitive_with_marker(end - 1);
    if (behind_comma && has(opener, tags_.relative_pronoun) && !infinitive_last && !is_gapped(opener, end))
      return ClauseKind::subordinate;
    const bool infinitive = infinitive_last || has_infinitive(begin, end);
    return behind_comma && infinitive ? ClauseKind::complement : ClauseKind::main;
  }

 private:
  // «zu steigern», «anzuheben»
  bool is_infinitive_with_marker(std::uint32_t verb) const {
    return has(verb - 1, tags_.infinitive_marker) ||
           (!(text_.tokens[verb].shape & kCapital) &&
            lexicon_.begins_as(text_.folded_of(text_.tokens[verb]), tags_.marked_infinitive));
  }
  bool has_infinitive(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; i + 1 < end; ++i)
      if (has(i, tags_.infinitive_marker) && text_.tokens[i + 1].is(TokenClass::word) &&
          !(text_.tokens[i + 1].shape & kCapital) && !has(i + 1, tags_.article))
        return true;
    return false;
  }
  // «…, der Gewinn auf 200 Millionen Euro»: an article that is a relative pronoun elsewhere, a noun, a figure
  // where the verb would stand: the verb is that of the clause before.
  bool is_gapped(std::uint32_t article, std::uint32_t end) const {
    if (!has(article, tags_.article) || !has(article, tags_.nominative_article)) return false;
    const bool ends_in_mention = std::ranges::any_of(
        mentions_, [&](const TokenRange& mention) { return mention.first > article && mention.last == end; });
    if (!ends_in_mention) return false;
    // «…, die Kosten dafür beliefen sich auf 3 Euro»: right behind a relative pronoun no noun has a verb
    // before the end.
    if (text_.tokens[article + 1].shape & kCapital && !in_mention(article + 1)) return true;
    for (auto i = article + 1; i < end; ++i)
      if (is_verb(i)) return false;
    return true;
  }
  bool in_mention(std::uint32_t i) const {
    return std::ranges::any_of(
        mentions_, [&](const TokenRange& mention) { return i >= mention.first && i < mention.last; });
  }
  bool is_verb(std::uint32_t i) const {
    for (const auto verbs : {tags_.finite_verb, tags_.passive_auxiliary, tags_.perfect_auxiliary,
                             tags_.price_move, tags_.metric_verb, tags_.speech_verb})
      if (has(i, verbs) && !(text_.tokens[i].shape & kCapital)) return true;
    return false;
  }
  bool is_punctuation(std::uint32_t i) const { return text_.tokens[i].is(TokenClass::punctuation); }
  bool has(std::uint32_t i, Tag tag) const {
    return i < sentence_.last && lexicon_.has(text_.tokens[i], tag);
  }

  const Text& text_;
  const Sentence& sentence_;
  const Lexicon& lexicon_;
  const ClaimTags& tags_;
  const std::vector<TokenRange>& mentions_;
};

}  // namespace

Clauses::Clauses(const Text& text, const Sentence& sentence, const ClaimTags& tags,
                 const std::vector<TokenRange>& mentions)
    : first_(sentence.first), words_(sentence.last - sentence.first + 1) {
  mark(mentions);
  number(text, sentence.rules->lexicon(), tags);
  kinds_.resize(static_cast<std::size_t>(words_.back().clause) + 1, ClauseKind::main);
  const KindReader reader(text, sentence, tags, mentions);
  for (auto begin = sentence.first; begin < sentence.last;) {
    auto end = begin + 1;
    while (end < sentence.last && clause(end) == clause(begin)) ++end;
    kinds_[static_cast<std::size_t>(clause(begin))] = reader.kind_of(begin, end);
    begin = end;
  }
}

void Clauses::mark(const std::vector<TokenRange>& mentions) {
  for (const auto& [first, last] : mentions) {
    words_[first - first_].begins_mention = true;
    for (auto i = first + 1; i < last; ++i) words_[i - first_].inside_mention = true;
  }
}

// "after | Siemens was sold": whether the mention that begins at a word is the subject of a verb.
bool Clauses::has_verb_behind(const Text& text, const Lexicon& lexicon, const ClaimTags& tags,
                              std::size_t mention) const {
  auto behind = mention + 1;
  while (behind + 1 < words_.size() && words_[behind].inside_mention) ++behind;
  // "after third-quarter |revenue| rose"
  if (behind + 1 < words_.size() && lexicon.has(text.tokens[first_ + behind], tags.metric_noun)) ++behind;
  if (behind + 1 >= words_.size()) return false;
  const Token& token = text.tokens[first_ + behind];
  for (const auto verbs :
       {tags.finite_verb, tags.passive_auxiliary, tags.perfect_auxiliary, tags.price_move, tags.metric_verb})
    if (lexicon.has(token, verbs)) return true;
  return false;
}

// "rose | as X was sold", but not "after 268m in 1985".
bool Clauses::conjoins(const Text& text, const Lexicon& lexicon, const ClaimTags& tags, std::size_t i) const {
  const Token& token = text.tokens[first_ + i];
  if (!lexicon.has(token, tags.clause_conjunction)) return false;
  // «legte er aber zu»: an adverb within its clause, where no mark stands before it.
  if (lexicon.has(token, tags.conjunction_behind_mark) && i > 0) {
    const Token& before = text.tokens[first_ + i - 1];
    if (!before.is(TokenClass::punctuation) && !lexicon.has(before, tags.coordinator)) return false;
  }
  return !words_[i + 1].begins_mention || !lexicon.has(token, tags.from_preposition) ||
         has_verb_behind(text, lexicon, tags, i + 1);
}

// "rose on hopes | it will …"
bool Clauses::tells_content(const Text& text, const Lexicon& lexicon, const ClaimTags& tags,
                            std::size_t i) const {
  return i > 0 && lexicon.has(text.tokens[first_ + i], tags.content_noun) &&
         lexicon.has_any(text.tokens[first_ + i - 1], tags.occasions);
}

void Clauses::number(const Text& text, const Lexicon& lexicon, const ClaimTags& tags) {
  Word sum;  // of all tokens before
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    const bool inside = words_[i].inside_mention;
    const Token& token = text.tokens[first_ + i];
    const bool is_mark = !inside && token.is(TokenClass::punctuation);
    const auto mark = is_mark ? text.of(token) : std::string_view{};
    Border border{inside ? 0 : 1, false, false};
    // "(€5bn; £4bn)": a list in brackets parts nothing of the clause that goes on behind.
    const bool in_list = sum.depth > 0 && is_mark && i > 0 && words_[i + 1].begins_mention &&
                         (words_[i - 1].inside_mention || words_[i - 1].begins_mention);
    if (token.shape & kEndsSpoken)
      border = {kSemicolon, true, true};
    else if (is_mark && !in_list)
      border = border_at(mark, !(token.shape & kGlued));
    else if (sets_off(token, Pass::clause_border) &&
             ((!inside && conjoins(text, lexicon, tags, i)) || tells_content(text, lexicon, tags, i)))
      border = {kConjunction, true, true};
    sum.clause += border.clause;
    sum.segment += border.segment;
    sum.depth += mark == "(" || mark == "[";
    words_[i].position = sum.position, words_[i].clause = sum.clause;
    words_[i].segment = sum.segment, words_[i].depth = sum.depth;
    sum.depth -= sum.depth > 0 && (mark == ")" || mark == "]");
    sum.position += border.words;
  }
  auto& end = words_.back();
  end.position = sum.position, end.clause = sum.clause, end.segment = sum.segment;
}

std::uint32_t Clauses::begin_of_clause(std::uint32_t token) const {
  const auto begin = std::ranges::lower_bound(words_, clause(token), {}, &Word::clause);
  return first_ + static_cast<std::uint32_t>(begin - words_.begin());
}

int Clauses::distance(std::uint32_t a, std::uint32_t b) const {
  if (a > b) std::swap(a, b);
  return std::max(0, word(b).position - word(a).position - 1);
}

int Clauses::distance(TokenRange a, TokenRange b) const {
  if (a.first > b.first) std::swap(a, b);
  return std::max(0, word(b.first).position - word(std::min(a.last, b.first)).position);
}

}  // namespace gegenprobe::extract
