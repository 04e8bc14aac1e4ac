// Sentence borders are found on the tokens that are there anyway: an ICU break iterator would walk the text
// a second time, and would still need the abbreviations of the language (docs/decisions/0002).
// The language of a paragraph is that whose function words it has more of.
#include "extract/text.h"

#include <algorithm>
#include <utility>

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kWordsForLanguage = 120;  // of a paragraph; more change nothing
constexpr std::uint32_t kClearLead = 8;           // words ahead of the other language: no need to read on
constexpr std::size_t kLongestHeading = 160;      // bytes

// What tells a language, and where its sentences end.
struct TagsOfLanguage {
  const LanguageRules* rules;
  TagSet evidence;
  Tag abbreviation, title, ordinal_noun, opener;
  std::vector<std::string> letters;
};

TagsOfLanguage tags_of(const LanguageRules& rules) {
  const auto& lexicon = rules.lexicon();
  std::vector<std::string> letters;
  if (const auto* list = rules.list("typical_letter"))
    for (const auto& [key, words] : list->items) letters.insert(letters.end(), words.begin(), words.end());
  return {&rules,
          lexicon.tags({"function_word", "typical_word"}),
          lexicon.tag("abbreviation"),
          lexicon.tag("abbreviation_before_name"),
          lexicon.tag("noun_after_ordinal"),
          lexicon.tag("sentence_opener"),
          std::move(letters)};
}

struct Paragraph {
  std::uint32_t first, last;
  std::vector<std::uint32_t> evidence;  // words of each language
};

class Reader {
 public:
  Reader(Text& text, const Rules& rules) : text_(text) {
    for (const auto& code : rules.languages()) languages_.push_back(tags_of(rules.language(code)));
  }

  void read(std::string_view given) {
    cut_paragraphs();
    const auto of_document = document_language(given);
    text_.language = languages_[of_document].rules->language();
    std::uint32_t number = 0;
    for (const auto& paragraph : paragraphs_) {
      const auto& language = languages_[paragraph_language(paragraph, of_document)];
      for (auto i = paragraph.first; i < paragraph.last; ++i)
        if (!text_.tokens[i].is(TokenClass::punctuation))
          language.rules->lexicon().look_up(text_.folded, text_.tokens[i]);
      cut_sentences(paragraph, language, number++);
    }
  }

 private:
  void cut_paragraphs() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    for (std::uint32_t first = 0; first < count;) {
      auto last = first;
      while (last < count && !text_.tokens[last].is(TokenClass::line_break)) ++last;
      if (last > first) paragraphs_.push_back({first, last, count_evidence(first, last)});
      first = last + 1;
    }
  }

  std::vector<std::uint32_t> count_evidence(std::uint32_t first, std::uint32_t last) const {
    std::vector<std::uint32_t> counts(languages_.size());
    std::uint32_t words = 0;
    for (auto i = first; i < last && words < kWordsForLanguage && !clear_lead(counts); ++i) {
      Token token = text_.tokens[i];
      if (!token.is(TokenClass::word)) continue;
      ++words;
      for (std::size_t l = 0; l < languages_.size(); ++l) {
        const auto& lexicon = languages_[l].rules->lexicon();
        lexicon.look_up_word(text_.folded, token);
        counts[l] += lexicon.has_any(token, languages_[l].evidence) || has_letter_of(token, languages_[l]);
      }
    }
    return counts;
  }

  static bool clear_lead(const std::vector<std::uint32_t>& counts) {
    std::uint32_t best = 0, second = 0;
    for (const auto count : counts) {
      if (count > best)
        second = std::exchange(best, count);
      else
        second = std::max(second, count);
    }
    return best >= second + kClearLead;
  }

  bool has_letter_of(const Token& token, const TagsOfLanguage& language) const {
    const auto word = text_.folded_of(token);
    const bool ascii = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return !ascii && std::ranges::any_of(language.letters, [&](const std::string& letter) {
      return word.find(letter) != std::string_view::npos;
    });
  }

  std::size_t document_language(std::string_view given) const {
    for (std::size_t l = 0; l < languages_.size(); ++l)
      if (languages_[l].rules->language() == given) return l;
    std::vector<std::uint32_t> sums(languages_.size());
    for (const auto& paragraph : paragraphs_)
      for (std::size_t l = 0; l < sums.size(); ++l) sums[l] += paragraph.evidence[l];
    return static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
  }

  // The document's, unless the paragraph speaks clearly for another: a German article holds English
  // headings and quotations.
  std::size_t paragraph_language(const Paragraph& paragraph, std::size_t of_document) const {
    const auto& counts = paragraph.evidence;
    const auto best = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
    const bool clear = counts[best] >= 3 && counts[best] > 2 * counts[of_document] + 1;
    return clear ? best : of_document;
  }

  void cut_sentences(const Paragraph& paragraph, const TagsOfLanguage& language, std::uint32_t number) {
    auto first = paragraph.first;
    for (auto i = paragraph.first; i < paragraph.last; ++i) {
      const auto after = end_of_sentence(i, paragraph, language);
      if (!after) continue;
      add_sentence(first, after, number, language);
      first = after;
      i = after - 1;
    }
    if (first < paragraph.last) add_sentence(first, paragraph.last, number, language);
    auto& last = text_.sentences.back();
    const bool only =
        text_.sentences.size() < 2 || text_.sentences[text_.sentences.size() - 2].paragraph != number;
    last.heading = only && last.span.size() <= kLongestHeading && !is_terminator(paragraph.last - 1);
  }

  void add_sentence(std::uint32_t first, std::uint32_t last, std::uint32_t paragraph,
                    const TagsOfLanguage& language) {
    const Span span{text_.tokens[first].begin, text_.tokens[last - 1].end()};
    text_.sentences.push_back({span, first, last, paragraph, false, language.rules});
  }

  bool is_terminator(std::uint32_t i) const {
    const auto& token = text_.tokens[i];
    if (!token.is(TokenClass::punctuation)) return false;
    const auto mark = text_.of(token);
    return mark == "." || mark == "!" || mark == "?" || mark == "…";
  }

  bool closes(std::uint32_t i) const {
    const auto mark = text_.of(text_.tokens[i]);
    return mark == "\"" || mark == "”" || mark == "“" || mark == "’" || mark == "‘" || mark == "'" ||
           mark == "»" || mark == "«" || mark == "›" || mark == "‹" || mark == ")" || mark == "]";
  }

  // One past the last token of the sentence that tokens[i] ends; 0 where it ends none.
  std::uint32_t end_of_sentence(std::uint32_t i, const Paragraph& paragraph,
                                const TagsOfLanguage& language) const {
    if (!is_terminator(i)) return 0;
    auto after = i + 1;
    while (after < paragraph.last && glued(after) && (is_terminator(after) || closes(after))) ++after;
    if (after >= paragraph.last) return after;
    // A closing quotation mark that stands apart, as broken typesetting has it.
    if (!glued(after) && closes(after) && after + 1 < paragraph.last && !glued(after + 1) &&
        text_.of(text_.tokens[after]) != "«")
      ++after;
    const Token& next = text_.tokens[after];
    if (glued(after)) return glued_border(i, after) ? after : 0;
    if (!can_begin(after, paragraph.last)) return 0;
    if (after == i + 1 && text_.of(text_.tokens[i]) == "." && i > paragraph.first &&
        !ends_after_period(i, next, paragraph, language))
      return 0;
    return after;
  }

  bool glued(std::uint32_t i) const { return text_.tokens[i].shape & kGlued; }

  // «…Euro.Der Konzern»: a space was lost. Not in «Amazon.com», «U.S.», «3.500».
  bool glued_border(std::uint32_t period, std::uint32_t after) const {
    const Token &before = text_.tokens[period - 1], &next = text_.tokens[after];
    return after == period + 1 && period > 0 && before.is(TokenClass::word) && next.is(TokenClass::word) &&
           before.size >= 4 && !(before.shape & (kAllCaps | kMixedCase)) && (next.shape & kCapital) &&
           !(next.shape & kAllCaps) && next.size >= 2 && !(before.shape & kCapital);
  }

  bool can_begin(std::uint32_t i, std::uint32_t last) const {
    const Token& token = text_.tokens[i];
    if (token.is(TokenClass::number)) return true;
    if (token.is(TokenClass::word)) return (token.shape & (kCapital | kMixedCase)) != 0;
    if (token.is(TokenClass::symbol)) return true;
    return i + 1 < last && can_begin_quoted(i + 1, last);  // an opening quotation mark, a dash, a bullet
  }
  bool can_begin_quoted(std::uint32_t i, std::uint32_t last) const {
    const Token& token = text_.tokens[i];
    if (token.is(TokenClass::punctuation)) return i + 1 < last && text_.tokens[i + 1].is(TokenClass::word);
    return !token.is(TokenClass::word) || (token.shape & (kCapital | kMixedCase)) != 0 || i + 1 < last;
  }

  // Whether the full stop after tokens[period - 1] ends the sentence, and not just an abbreviation.
  bool ends_after_period(std::uint32_t period, const Token& next, const Paragraph& paragraph,
                         const TagsOfLanguage& language) const {
    const Token& before = text_.tokens[period - 1];
    const auto& lexicon = language.rules->lexicon();
    if (!(text_.tokens[period].shape & kGlued)) return true;
    Token looked_up = next;
    lexicon.look_up(text_.folded, looked_up);
    const bool opens = lexicon.has(looked_up, language.opener);
    if (before.is(TokenClass::number))
      return !inside_date(period, next) && number_ends(before, looked_up, opens, language);
    if (!before.is(TokenClass::word)) return true;
    if (single_letter(period - 1, paragraph)) return opens;
    Token word = before;
    lexicon.look_up(text_.folded, word);
    if (lexicon.has(word, language.title)) return false;
    if (lexicon.has(word, language.abbreviation)) return opens;
    return true;
  }

  // «J. P. Morgan», «U.S.», «z. B.»: but not a letter that ends a name («Gruppe A. Der»).
  bool single_letter(std::uint32_t i, const Paragraph&) const {
    return text_.tokens[i].size <= 2 && letters(i) == 1;
  }
  std::size_t letters(std::uint32_t i) const {
    const auto word = text_.of(text_.tokens[i]);
    return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }));
  }

  // «am 27. 11. 2015»: the year of a day.
  bool inside_date(std::uint32_t period, const Token& next) const {
    return next.is(TokenClass::number) && next.size == 4 && period >= 3 &&
           text_.tokens[period - 1].size <= 2 && text_.of(text_.tokens[period - 2]) == "." &&
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
  std::vector<TagsOfLanguage> languages_;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

Text text_of(std::string_view normalised, std::string_view language, const Rules& rules) {
  Text text{normalised, folded(normalised), tokens_of(normalised), {}, {}};
  Reader(text, rules).read(language);
  return text;
}

}  // namespace gegenprobe::extract
