// Sentence borders are found on the tokens that are there anyway: an ICU break iterator would walk the text
// a second time, and would still need the abbreviations of the language (docs/decisions/0002).
// The language of a paragraph is that whose function words it has more of.
#include "extract/text/text.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <utility>

#include "extract/text/language_evidence.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kWordsForLanguage = 120;  // of a paragraph; more change nothing
constexpr std::uint32_t kClearLead = 8;           // words ahead of the other language: no need to read on
constexpr std::uint32_t kLongestSentence = 1000;  // tokens; the longest of real news have some 300
constexpr std::size_t kLongestHeading = 160;      // bytes

// What tells where the sentences of a language end.
struct TagsOfLanguage {
  const LanguageRules* rules;
  Tag abbreviation, title, before_number, ordinal_noun, opener, preposition, unit, scale, small_name;

  explicit TagsOfLanguage(const LanguageRules& of)
      : rules(&of),
        abbreviation(of.lexicon().tag("abbreviation")),
        title(of.lexicon().tag("abbreviation_before_name")),
        before_number(of.lexicon().tag("abbreviation_before_number")),
        ordinal_noun(of.lexicon().tag("noun_after_ordinal")),
        opener(of.lexicon().tag("sentence_opener")),
        preposition(of.lexicon().tag("preposition_of_time")),
        unit(of.lexicon().tag("abbreviation_of_unit")),
        scale(of.lexicon().tag("abbreviation_of_scale")),
        small_name(of.lexicon().tag("small_name")) {}
};

struct Paragraph {
  std::uint32_t first, last;
  std::uint32_t first_mark, last_mark;  // of Reader::marks_
};

class Reader {
 public:
  Reader(Text& text, const Rules& rules)
      : text_(text), rules_(rules), evidence_of_(rules.evidence()), languages_(rules.languages().size()) {}

  void read(std::string_view given) {
    constexpr std::size_t kTokensOfSentence = 16;
    text_.sentences.reserve(text_.tokens.size() / kTokensOfSentence + 8);
    hash_words(text_.folded, text_.tokens);
    cut_paragraphs();
    const auto of_document = document_language(given);
    text_.language = rules_.languages()[of_document];
    for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
      const auto& language = tags_of(paragraph_language(p, of_document));
      look_up_words(paragraphs_[p].first, paragraphs_[p].last, language.rules->lexicon());
      cut_sentences(paragraphs_[p], language, p);
    }
  }

 private:
  // A language is compiled when the first paragraph is in it.
  const TagsOfLanguage& tags_of(std::size_t language) {
    auto& known = languages_[language];
    if (!known) known = &rules_.language(rules_.languages()[language]).tags<TagsOfLanguage>();
    return *known;
  }

  void look_up_words(std::uint32_t first, std::uint32_t last, const Lexicon& lexicon) {
    lexicon.look_up(text_.folded, std::span(text_.tokens).subspan(first, last - first));
  }

  // Notes the marks on the way: most tokens are words, and no more is asked of these.
  void cut_paragraphs() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    constexpr std::size_t kTokensOfMark = 4, kTokensOfParagraph = 64;
    marks_.reserve(count / kTokensOfMark + 8);
    paragraphs_.reserve(count / kTokensOfParagraph + 8);
    evidence_.reserve(languages_.size() * (count / kTokensOfParagraph + 8));
    std::uint32_t first = 0, first_mark = 0;
    const auto add = [&](std::uint32_t last) {
      const auto last_mark = static_cast<std::uint32_t>(marks_.size());
      if (last > first) {
        paragraphs_.push_back({first, last, first_mark, last_mark});
        count_evidence(first, last);
      }
      first = last + 1;
      first_mark = last_mark;
    };
    for (std::uint32_t i = 0; i < count; ++i) {
      const Token& token = text_.tokens[i];
      if (token.is(TokenClass::word) && token.size > 1) continue;
      if (token.is(TokenClass::line_break))
        add(i);
      else
        marks_.push_back(i);
    }
    if (first < count) add(count);
  }

  // Those that may begin an item of a list, end a sentence or open a quotation: all tokens but words of more
  // than one letter.
  std::span<const std::uint32_t> marks_of(const Paragraph& paragraph) const {
    return {marks_.data() + paragraph.first_mark, marks_.data() + paragraph.last_mark};
  }

  // Counts the words that speak for each language.
  void count_evidence(std::uint32_t first, std::uint32_t last) {
    const auto begin = evidence_.size();
    evidence_.resize(begin + languages_.size());
    const std::span counts(evidence_.data() + begin, languages_.size());
    std::uint32_t words = 0;
    for (auto i = first; i < last && words < kWordsForLanguage; ++i) {
      const Token& token = text_.tokens[i];
      if (!token.is(TokenClass::word)) continue;
      ++words;
      const auto speaks_for = evidence_of_.of(token, text_.folded_of(token));
      if (!speaks_for) continue;
      for (std::size_t l = 0; l < counts.size(); ++l) counts[l] += speaks_for >> l & 1;
      if (clear_lead(counts)) break;
    }
  }

  static bool clear_lead(std::span<const std::uint32_t> counts) {
    std::uint32_t best = 0, second = 0;
    for (const auto count : counts) {
      if (count > best)
        second = std::exchange(best, count);
      else
        second = std::max(second, count);
    }
    return best >= second + kClearLead;
  }

  std::span<const std::uint32_t> evidence(std::size_t paragraph) const {
    return {evidence_.data() + paragraph * languages_.size(), languages_.size()};
  }

  std::size_t document_language(std::string_view given) const {
    for (std::size_t l = 0; l < languages_.size(); ++l)
      if (rules_.languages()[l] == given) return l;
    std::vector<std::uint32_t> sums(languages_.size());
    for (std::size_t i = 0; i < evidence_.size(); ++i) sums[i % sums.size()] += evidence_[i];
    return static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
  }

  // The document's, unless the paragraph speaks clearly for another: a German article holds English
  // headings and quotations.
  std::size_t paragraph_language(std::size_t paragraph, std::size_t of_document) const {
    const auto counts = evidence(paragraph);
    const auto best = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
    const bool clear = counts[best] >= 3 && counts[best] > 2 * counts[of_document] + 1;
    return clear ? best : of_document;
  }

  void cut_sentences(const Paragraph& paragraph, const TagsOfLanguage& language, std::uint32_t number) {
    auto first = paragraph.first;
    const auto quotations = find_quotations(paragraph);
    auto quotation = quotations.begin();
    auto next = paragraph.first;  // what stands before it is done with
    for (const auto i : marks_of(paragraph)) {
      if (i < next) continue;
      if (const auto marker = list_marker(i, paragraph.last);
          marker && (i == first || follows_in_list(i, first, paragraph.last, language))) {
        if (i > first) add_sentence(first, i, number, language);
        first = i;
        next = marker;
        continue;
      }
      const auto after = end_of_sentence(i, first, paragraph, language);
      while (quotation != quotations.end() && quotation->close < i) ++quotation;
      if (!after) continue;
      if (quotation != quotations.end() && quotation->open < i && after <= quotation->close) {
        if (after < quotation->close) text_.tokens[after - 1].shape |= kEndsSpoken;
        continue;
      }
      add_sentence(first, after, number, language);
      first = next = after;
    }
    if (first < paragraph.last) add_sentence(first, paragraph.last, number, language);
    auto& last = text_.sentences.back();
    const bool only =
        text_.sentences.size() < 2 || text_.sentences[text_.sentences.size() - 2].paragraph != number;
    last.heading = only && last.span.size() <= kLongestHeading && !is_terminator(paragraph.last - 1);
  }

  void add_sentence(std::uint32_t first, std::uint32_t last, std::uint32_t paragraph,
                    const TagsOfLanguage& language) {
    // What claims are read from looks at each figure of a sentence with each firm and each word of it.
    for (; last - first > kLongestSentence; first = add_piece(first, last, paragraph, language)) {
    }
    add_whole(first, last, paragraph, language);
  }

  // As much of what has no end as goes for a sentence, up to a comma where there is one; returns what
  // follows.
  std::uint32_t add_piece(std::uint32_t first, std::uint32_t last, std::uint32_t paragraph,
                          const TagsOfLanguage& language) {
    const auto most = std::min(first + kLongestSentence, last - 1);
    auto after = most;
    while (after > first + kLongestSentence / 2 && (!text_.is(text_.tokens[after - 1], ",") || glued(after)))
      --after;
    if (after == first + kLongestSentence / 2) after = most;
    add_whole(first, after, paragraph, language);
    return after;
  }

  void add_whole(std::uint32_t first, std::uint32_t last, std::uint32_t paragraph,
                 const TagsOfLanguage& language) {
    const Span span{text_.tokens[first].begin, text_.tokens[last - 1].end()};
    const auto* rules = &rules_of_sentence(first, last, *language.rules);
    if (rules != language.rules) look_up_words(first, last, rules->lexicon());
    text_.sentences.push_back({span, first, last, paragraph, false, rules});
  }

  // The paragraph's, unless the sentence speaks clearly for another: «Das berichtet die Zeitung. "Siemens
  // posted revenue of 75.9 billion euros."» Its first words tell; most do at the second.
  const LanguageRules& rules_of_sentence(std::uint32_t first, std::uint32_t last, const LanguageRules& own) {
    constexpr std::uint32_t kWords = 16, kOwn = 2, kOther = 5;
    std::uint32_t words = 0, for_own = 0;
    std::vector<std::uint32_t>& counts = sentence_evidence_;
    counts.assign(languages_.size(), 0);
    for (auto i = first; i < last && words < kWords; ++i) {
      const Token& token = text_.tokens[i];
      if (!token.is(TokenClass::word)) continue;
      ++words;
      const auto speaks_for = evidence_of_.of(token, text_.folded_of(token));
      if (!speaks_for) continue;
      for (std::size_t l = 0; l < counts.size(); ++l) {
        if (!(speaks_for >> l & 1)) continue;
        if (languages_[l] && languages_[l]->rules == &own) {
          if (++for_own >= kOwn) return own;
        } else if (++counts[l] >= kOther) {
          return *tags_of(l).rules;
        }
      }
    }
    return own;
  }

  struct Quotation {
    std::uint32_t open, close;  // the marks
  };

  // What stands between quotation marks is one sentence with what introduces it. Marks that are opened and
  // not closed in their paragraph, and apostrophes, are none.
  std::vector<Quotation> find_quotations(const Paragraph& paragraph) const {
    std::vector<Quotation> found;
    std::uint32_t open = 0;
    std::string_view closing;
    for (const auto i : marks_of(paragraph)) {
      if (!text_.tokens[i].is(TokenClass::punctuation) || !may_be_quotation_mark(i)) continue;
      const auto mark = text_.of(text_.tokens[i]);
      if (!closing.empty() && mark == closing && (mark != "'" || closes_speech(i, paragraph))) {
        found.push_back({open, i});
        closing = "";
      } else if (closing.empty()) {
        closing = closing_mark(i, paragraph);
        open = i;
      }
    }
    return found;
  }
  // By its first byte: of closing_mark() and what it returns.
  bool may_be_quotation_mark(std::uint32_t i) const {
    const char first = text_.utf8[text_.tokens[i].begin];
    return first == '"' || first == '\'' || first == '`' || static_cast<unsigned char>(first) >= 0x80;
  }
  bool closes_speech(std::uint32_t i, const Paragraph& paragraph) const {
    return i > paragraph.first && glued(i) && text_.tokens[i - 1].is(TokenClass::punctuation);
  }
  std::string_view closing_mark(std::uint32_t i, const Paragraph& paragraph) const {
    const auto mark = text_.of(text_.tokens[i]);
    if (mark == "\"") return mark;
    if (mark == "“") return "”";
    if (mark == "„") return "“";
    if (mark != "'" && mark != "`") return "";
    if (i + 1 >= paragraph.last || glued(i)) return "";
    if (!glued(i + 1) && i != paragraph.first) return "";
    const auto before = i > paragraph.first ? text_.of(text_.tokens[i - 1]) : "";
    const bool opens = before == "," || before == ":" || (text_.tokens[i + 1].shape & kCapital);
    return opens ? "'" : "";
  }

  bool is_bullet(std::uint32_t i) const {
    if (text_.tokens[i].size == 1) return false;
    const auto mark = text_.of(text_.tokens[i]);
    return mark == "•" || mark == "⁃" || mark == "‣" || mark == "▪" || mark == "●";
  }

  // One past «1.», «1)», «1.)», «a)», each with a bullet before it or not, where tokens[i] begins such a
  // mark; 0 where it does not.
  std::uint32_t list_marker(std::uint32_t i, std::uint32_t last) const {
    if (is_bullet(i) && i + 1 < last) ++i;
    const Token& token = text_.tokens[i];
    const bool letter = token.is(TokenClass::word) && token.size == 1;
    if (!letter && !(token.is(TokenClass::number) && token.size <= 2)) return 0;
    auto end = i + 1;
    const bool period = !letter && end < last && glued(end) && text_.is(text_.tokens[end], ".");
    end += period;
    const bool bracket = end < last && glued(end) && text_.is(text_.tokens[end], ")");
    end += bracket;
    return (period || bracket) && end < last && !glued(end) ? end : 0;
  }

  // Items of a list that follow each other in one paragraph: «1) Umsatz 2) Gewinn». The mark that begins the
  // sentence looks the same and counts one less, or this one begins a list anew.
  bool follows_in_list(std::uint32_t i, std::uint32_t first, std::uint32_t last,
                       const TagsOfLanguage& language) const {
    const auto end = list_marker(first, last);
    // «1. FC Köln steigt in die 2. Liga ab»
    const bool may_be_ordinal = language.ordinal_noun != kNoTag && end == first + 2;
    if (may_be_ordinal && text_.is(text_.tokens[first + 1], ".")) return false;
    if (is_bullet(i) && list_marker(i, last)) return true;
    if (!end || i < end || !same_marks(first, end, i)) return false;
    const auto before = value_of_marker(first), here = value_of_marker(i);
    return here == before + 1 || (here == 1 && before > 1);
  }
  bool same_marks(std::uint32_t begin, std::uint32_t end, std::uint32_t other) const {
    if (list_marker(other, end + other - begin + 1) != other + end - begin) return false;
    for (; begin < end; ++begin, ++other) {
      const Token &a = text_.tokens[begin], &b = text_.tokens[other];
      const bool counts = a.is(TokenClass::word) || a.is(TokenClass::number);
      if (counts ? a.kind != b.kind : text_.of(a) != text_.of(b)) return false;
    }
    return true;
  }
  int value_of_marker(std::uint32_t i) const {
    const auto mark = text_.of(text_.tokens[is_bullet(i) ? i + 1 : i]);
    return text_.tokens[i].is(TokenClass::word) ? (mark[0] | 0x20) - 'a' + 1
                                                : std::atoi(std::string(mark).c_str());
  }

  bool is_terminator(std::uint32_t i) const {
    const auto& token = text_.tokens[i];
    if (!token.is(TokenClass::punctuation)) return false;
    return text_.is(token, ".") || text_.is(token, "!") || text_.is(token, "?") || text_.is(token, "…");
  }

  bool closes(std::uint32_t i) const {
    const auto mark = text_.of(text_.tokens[i]);
    return mark == "\"" || mark == "”" || mark == "“" || mark == "’" || mark == "‘" || mark == "'" ||
           mark == "»" || mark == "«" || mark == "›" || mark == "‹" || mark == ")" || mark == "]";
  }

  // One past the last token of the sentence that tokens[i] ends; 0 where it ends none.
  std::uint32_t end_of_sentence(std::uint32_t i, std::uint32_t first, const Paragraph& paragraph,
                                const TagsOfLanguage& language) const {
    if (!is_terminator(i)) return 0;
    if (has_footnote(i, first, paragraph.last)) return i + 2;
    auto after = i + 1;
    // «. . .» is one mark, and «.[1]» refers to a note.
    for (bool note = false; after < paragraph.last; after += note ? 3 : 1) {
      note = is_note(after, paragraph.last);
      if (!note && !is_terminator(after) && !(glued(after) && closes(after))) break;
    }
    if (after >= paragraph.last) return after;
    // A closing quotation mark that stands apart, as broken typesetting has it.
    if (!glued(after) && closes(after) && after + 1 < paragraph.last && !glued(after + 1) &&
        !text_.is(text_.tokens[after], "«"))
      ++after;
    const Token& next = text_.tokens[after];
    if (glued(after)) return glued_border(i, after, first, language) ? after : 0;
    if (!can_begin(after, paragraph.last) && !is_small_name(next, language)) return 0;
    if (is_source(after, paragraph.last)) return 0;
    // «I thought … I would go»: the one word that has its capital everywhere.
    const auto is_period = [&](std::uint32_t at) { return text_.is(text_.tokens[at], "."); };
    const bool ellipsis =
        text_.is(text_.tokens[i], "…") || is_period(i + 1) || (i > first && is_period(i - 1));
    if (ellipsis && text_.of(next) == "I") return 0;
    if (after == i + 1 && text_.is(text_.tokens[i], ".") && i > paragraph.first &&
        !ends_after_period(i, first, next, language))
      return 0;
    return after;
  }

  bool is_note(std::uint32_t i, std::uint32_t last) const {
    return i + 2 < last && glued(i) && text_.is(text_.tokens[i], "[") &&
           text_.tokens[i + 1].is(TokenClass::number) && text_.is(text_.tokens[i + 2], "]");
  }

  // «… der Beratung.11 Das Beispiel …»: the number of a note that was printed small.
  bool has_footnote(std::uint32_t period, std::uint32_t first, std::uint32_t last) const {
    const auto note = period + 1;
    if (note + 1 >= last || period <= first || !glued(note) || glued(note + 1)) return false;
    const Token &before = text_.tokens[period - 1], &number = text_.tokens[note],
                &next = text_.tokens[note + 1];
    const bool word =
        before.is(TokenClass::word) && before.size >= 4 && !(before.shape & (kAllCaps | kCapital));
    return (word || text_.of(before) == ")") && number.is(TokenClass::number) && number.size <= 2 &&
           next.is(TokenClass::word) && (next.shape & kCapital);
  }

  bool glued(std::uint32_t i) const { return text_.tokens[i].shape & kGlued; }

  // «"…[...]" (Schmidt 55).»: the brackets stand before the full stop.
  bool is_source(std::uint32_t i, std::uint32_t last) const {
    if (!text_.is(text_.tokens[i], "(")) return false;
    const auto end = std::min(last, i + 12);
    while (i < end && !text_.is(text_.tokens[i], ")")) ++i;
    return i + 1 < end && glued(i + 1) && text_.is(text_.tokens[i + 1], ".");
  }

  // «…Euro.Der Konzern»: a space was lost. Not in «Amazon.com», «U.S.», «3.500».
  bool glued_border(std::uint32_t period, std::uint32_t after, std::uint32_t first,
                    const TagsOfLanguage& language) const {
    if (after != period + 1 || period <= first) return false;
    const Token &before = text_.tokens[period - 1], &next = text_.tokens[after];
    const bool address = period >= first + 2 && glued(period - 1) && text_.is(text_.tokens[period - 2], "/");
    if (address || !next.is(TokenClass::word) || !(next.shape & kCapital) || (next.shape & kAllCaps) ||
        next.size < 2)
      return false;
    if (before.is(TokenClass::word) && before.size >= 4 &&
        !(before.shape & (kAllCaps | kMixedCase | kCapital)))
      return true;
    Token opener = next;
    const auto& lexicon = language.rules->lexicon();
    lexicon.look_up(text_.folded, opener);
    const bool whole = before.is(TokenClass::number) ? before.size > 1 : before.size >= 4;
    return whole && (lexicon.has(opener, language.opener) || lexicon.has(opener, language.title)) &&
           !(before.shape & (kAllCaps | kMixedCase));
  }

  bool can_begin(std::uint32_t i, std::uint32_t last) const {
    const Token& token = text_.tokens[i];
    if (token.is(TokenClass::number) || list_marker(i, last)) return true;
    if (token.is(TokenClass::word)) return (token.shape & (kCapital | kMixedCase)) != 0;
    if (token.is(TokenClass::symbol)) return true;
    return !goes_on_after_dash(i, last) && i + 1 < last &&
           can_begin_quoted(i + 1, last);  // an opening quotation mark, a dash, a bullet
  }
  // «… 19 Milliarden Euro. |dm| betreibt»: a name that has no capital anywhere.
  bool is_small_name(const Token& token, const TagsOfLanguage& language) const {
    if (!token.is(TokenClass::word)) return false;
    Token name = token;
    language.rules->lexicon().look_up(text_.folded, name);
    return language.rules->lexicon().has(name, language.small_name);
  }
  // «Schluss! -- und zwar …»
  bool goes_on_after_dash(std::uint32_t i, std::uint32_t last) const {
    const auto mark = text_.of(text_.tokens[i]);
    if (mark != "-" && mark != "–" && mark != "—") return false;
    while (i < last && text_.tokens[i].is(TokenClass::punctuation)) ++i;
    return i < last && text_.tokens[i].is(TokenClass::word) &&
           !(text_.tokens[i].shape & (kCapital | kMixedCase));
  }
  bool can_begin_quoted(std::uint32_t i, std::uint32_t last) const {
    const Token& token = text_.tokens[i];
    if (token.is(TokenClass::punctuation)) return i + 1 < last && text_.tokens[i + 1].is(TokenClass::word);
    return !token.is(TokenClass::word) || (token.shape & (kCapital | kMixedCase)) != 0 || i + 1 < last;
  }

  // Whether the full stop after tokens[period - 1] ends the sentence, and not just an abbreviation.
  bool ends_after_period(std::uint32_t period, std::uint32_t first, const Token& next,
                         const TagsOfLanguage& language) const {
    const Token& before = text_.tokens[period - 1];
    const auto& lexicon = language.rules->lexicon();
    if (!glued(period) && !before.is(TokenClass::word)) return true;
    Token looked_up = next;
    lexicon.look_up(text_.folded, looked_up);
    const bool initial =
        next.size == 1 && period + 2 < text_.tokens.size() && text_.is(text_.tokens[period + 2], ".");
    const bool opens = lexicon.has(looked_up, language.opener) && !initial;
    if (before.is(TokenClass::number))
      return !inside_date(period, next) && number_ends(before, looked_up, opens, language);
    if (text_.of(before) == "°") return !next.is(TokenClass::number);
    if (!before.is(TokenClass::word)) return true;
    Token word = before;
    lexicon.look_up(text_.folded, word);
    const bool counts = period >= first + 2 && text_.tokens[period - 2].is(TokenClass::number);
    if (counts && lexicon.has(word, language.unit)) return !next.is(TokenClass::number);
    if (counts && lexicon.has(word, language.scale)) return opens;
    if (single_letter(period - 1))
      return opens || ends_with_degree(period, first, language) ||
             ends_after_letters(period, first, next, language);
    if (lexicon.has(word, language.title)) return false;
    if (next.is(TokenClass::number) && lexicon.has(word, language.before_number)) return false;
    if (lexicon.has(word, language.abbreviation)) return opens;
    return true;
  }

  // «J. P. Morgan», «U.S.», «z. B.»: but not a letter that ends a name («Gruppe A. Der»).
  bool single_letter(std::uint32_t i) const { return text_.tokens[i].size <= 2 && letters(i) == 1; }

  // «left at 6 p.m. Mr. Smith», «in 79 C.E. Pompeii»: the letters behind a time end the sentence, unless all
  // it says so far is the time («On Monday at 6 a.m. Mr. Smith»).
  bool ends_after_letters(std::uint32_t period, std::uint32_t first, const Token& next,
                          const TagsOfLanguage& language) const {
    auto i = period - 1;
    for (; i >= first + 2 && glued(i) && text_.is(text_.tokens[i - 1], ".") && single_letter(i - 2); i -= 2) {
    }
    if (i == period - 1 || i <= first || !text_.tokens[i - 1].is(TokenClass::number) ||
        (next.is(TokenClass::word) && next.size == 1))
      return false;
    Token begin = text_.tokens[first];
    language.rules->lexicon().look_up(text_.folded, begin);
    return period - first > 14 || !language.rules->lexicon().has(begin, language.preposition);
  }
  // «holds an LL.M. Tom», «Ph.D. The»
  bool ends_with_degree(std::uint32_t period, std::uint32_t first, const TagsOfLanguage& language) const {
    if (period < first + 4 || !glued(period - 1) || !text_.is(text_.tokens[period - 2], ".")) return false;
    Token word = text_.tokens[period - 3];
    const auto& lexicon = language.rules->lexicon();
    lexicon.look_up(text_.folded, word);
    return glued(period - 2) && word.is(TokenClass::word) && word.size > 1 &&
           (word.shape & (kCapital | kAllCaps)) && !lexicon.has(word, language.title);
  }
  std::size_t letters(std::uint32_t i) const {
    const auto word = text_.of(text_.tokens[i]);
    return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }));
  }

  // «am 27. 11. 2015»: the year of a day.
  bool inside_date(std::uint32_t period, const Token& next) const {
    return next.is(TokenClass::number) && next.size == 4 && period >= 3 &&
           text_.tokens[period - 1].size <= 2 && text_.is(text_.tokens[period - 2], ".") &&
           text_.tokens[period - 3].is(TokenClass::number) && text_.tokens[period - 3].size <= 2;
  }

  // German ordinals: «im 3. Quartal», «am 7. Oktober», but «stieg auf 2024. Der».
  bool number_ends(const Token& number, const Token& next, bool opens, const TagsOfLanguage& language) const {
    if (language.ordinal_noun == kNoTag) return true;
    if (language.rules->lexicon().has(next, language.ordinal_noun)) return false;
    // «am 14. – 15. Oktober», «am 27. 11.»
    const auto mark = text_.of(next);
    const bool day_follows = next.is(TokenClass::number) && next.size <= 2;
    if (number.size <= 2 && (day_follows || mark == "-" || mark == "–")) return false;
    return number.size > 2 || opens || !next.is(TokenClass::word);
  }

  Text& text_;
  const Rules& rules_;
  const LanguageEvidence& evidence_of_;
  std::vector<const TagsOfLanguage*> languages_;  // null where none was needed yet
  std::vector<Paragraph> paragraphs_;
  std::vector<std::uint32_t> marks_;     // see marks_of()
  std::vector<std::uint32_t> evidence_;  // words of each language, paragraph by paragraph
  std::vector<std::uint32_t> sentence_evidence_;
};

}  // namespace

bool is_title_case(const Text& text, const Sentence& sentence) {
  constexpr std::uint32_t kLonger = 4, kFewest = 3;  // letters, and words of so many
  std::uint32_t words = 0;
  for (auto i = sentence.first; i < sentence.last; ++i) {
    const Token& token = text.tokens[i];
    if (!token.is(TokenClass::word) || token.size < kLonger) continue;
    if (!(token.shape & kCapital)) return false;
    ++words;
  }
  return words >= kFewest;
}

Text text_of(std::string_view normalised, std::string_view language, const Rules& rules) {
  Text text{normalised, folded(normalised), tokens_of(normalised), {}, {}};
  Reader(text, rules).read(language);
  return text;
}

}  // namespace gegenprobe::extract
