#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/claim.h"
#include "extract/claims/claim_tags.h"
#include "extract/claims/claims.h"
#include "extract/claims/clauses.h"
#include "extract/claims/metric_key.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// A word or phrase of a list in its sentence; tokens [first, last).
struct Cue {
  Tag tag;
  std::uint32_t first, last;
  std::string_view value;
  MetricKey key = {};  ///< of the metric lists: what `value` says, asked for again and again
};

/// A mention with the tokens it covers.
struct Placed {
  const Mention* mention;
  std::uint32_t first, last;
  std::uint32_t begin = kNoToken;  ///< of a figure of a SentenceView: see begin_with_qualifier()
};

/// A firm named in a sentence, or a phrase that stands for one («das Unternehmen», its).
struct Firm {
  std::string_view name, entity, kind;
  std::uint32_t first, last;
  bool reference = false;          ///< through a phrase
  bool media = false;              ///< an agency, a paper: more often a source than a subject
  bool source = false;             ///< the one the sentence relies on
  bool index = false;              ///< a stock index, named "index:DAX" as an entity
  std::string_view year_end = {};  ///< "09-30" where the business year is not the calendar year
  bool outsider = false;           ///< employs or pays who speaks of others: analysts, pollsters
};

/// One sentence with all that claims are built from, and distances within it.
class SentenceView {
 public:
  SentenceView(const Found& found, std::uint32_t index, std::size_t& next_mention,
               std::size_t& next_reference);

  const Text& text;
  const Sentence& sentence;
  const Lexicon& lexicon;
  const ClaimTags& tags;
  const bool capital_nouns;  ///< a language whose nouns begin with a capital
  const bool verbs_last;     ///< a language whose clauses end in the verb or what belongs to it
  std::vector<Placed> values, dates;
  std::vector<Firm> firms;  ///< references have no name yet
  std::vector<Cue> cues;    ///< filled by find_cues()

  /// Looks up the words of claim.toml and measures distances; only worth it where there is a figure, or where
  /// a speaker is looked for.
  void find_cues();
  // The sentence's clauses; see Clauses. Cut where there is a figure, or find_cues() was called; else its
  // words are in none.
  int distance(std::uint32_t a, std::uint32_t b) const { return clauses_.distance(a, b); }
  int distance(std::uint32_t a_first, std::uint32_t a_last, std::uint32_t b_first,
               std::uint32_t b_last) const {
    return clauses_.distance({a_first, a_last}, {b_first, b_last});
  }
  int segment(std::uint32_t token) const { return clauses_.segment(token); }
  bool same_clause(std::uint32_t a, std::uint32_t b) const {
    return clauses_.clause(a) == clauses_.clause(b);
  }
  std::uint32_t begin_of_clause(std::uint32_t token) const { return clauses_.begin_of_clause(token); }
  /// Whether the clause of a token tells something aside: ", which lost $5m", «, in dem …», "– who owns 5%
  /// –".
  bool in_relative_clause(std::uint32_t token) const;
  ClauseKind clause_kind(std::uint32_t token) const { return clauses_.kind(token); }
  bool in_brackets(std::uint32_t token) const { return clauses_.in_brackets(token); }
  bool has(std::uint32_t token, Tag tag) const {
    return may_have(tag) && token >= sentence.first && token < sentence.last &&
           lexicon.has(text.tokens[token], tag);
  }
  /// Whether the clause of a token has a word of a list.
  bool has_beside(std::uint32_t token, Tag tag) const {
    if (!may_have(tag)) return false;
    for (auto i = begin_of_clause(token); i < sentence.last && same_clause(i, token); ++i)
      if (lexicon.has(text.tokens[i], tag)) return true;
    return false;
  }
  /// Whether the clauses that hang together with that of a token have one.
  bool has_in_segment(std::uint32_t token, Tag tag) const {
    if (!may_have(tag)) return false;
    for (auto i = sentence.first; i < sentence.last; ++i)
      if (lexicon.has(text.tokens[i], tag) && segment(i) == segment(token)) return true;
    return false;
  }
  /// The longest word or phrase of a list that begins at a token. A hit without tag where there is none.
  PhraseHit phrase_at(std::uint32_t token, const TagSet& list) const {
    if (!may_have(list)) return {kNoTag, token, token, {}};
    return lexicon.longest(text.folded, text.tokens, token, sentence.last, list);
  }
  /// The lists that one finder alone asks for: Tags is a struct made from a Lexicon.
  template <class Tags>
  const Tags& lists() const {
    return sentence.rules->tags<Tags>();
  }
  /// False where no word of the sentence is in the list, as with most lists: whoever would go through all
  /// words for it need not. Only known where there is a figure.
  bool may_have(Tag list) const { return !lists_ || lists_->has(list); }
  bool may_have(const TagSet& lists) const { return !lists_ || lists.meets(*lists_); }
  /// Whether the mark of a genitive begins at a token: "UBS's", «Siemens' Umsatz».
  bool genitive_at(std::uint32_t token) const;
  /// Whether a word or phrase of a list stands right before a token ("compared with").
  bool preceded_by(std::uint32_t token, const TagSet& list) const;
  /// The preposition that governs the noun or name at a token, past its article, adjectives and apposition
  /// («beim Münchner Autobauer BMW»); kNoToken where none does.
  std::uint32_t governor(std::uint32_t noun) const;
  /// Whether a token is part of a firm, a date or a value.
  bool inside_mention(std::uint32_t token) const;
  /// Where the compound of a token begins: «VW-Stammaktien» with its name.
  std::uint32_t begin_of_compound(std::uint32_t token) const;
  std::string_view word(std::uint32_t token) const { return text.folded_of(text.tokens[token]); }
  /// The first token of what belongs to a figure: its qualifier and the words between («bis zu weiteren»).
  std::uint32_t begin_with_qualifier(const Placed& value) const {
    return value.begin != kNoToken ? value.begin : find_begin(value);
  }
  std::size_t values_between(std::uint32_t a, std::uint32_t b) const;
  bool coordinator_between(std::uint32_t begin, std::uint32_t end) const;  ///< «und», "and" in [begin, end)

 private:
  const Firm* joined_before(std::uint32_t name) const;
  std::uint32_t find_governor(std::uint32_t noun) const;
  std::uint32_t find_begin(const Placed& value) const;
  bool opens_quotation(std::uint32_t token) const;
  Placed placed(const Mention& mention) const;
  void add(const Mention& mention);
  void add(const CompanyReference& reference);
  bool is_code_of_firm_before(const Placed& at) const;
  bool begins_compound(std::uint32_t hyphen) const;
  void find_indices();
  void measure();
  std::span<const Token> tokens() const {
    return std::span(text.tokens).subspan(sentence.first, sentence.last - sentence.first);
  }

  std::optional<TagBits> lists_;  // that words of the sentence are in
  Clauses clauses_;               // empty until they are asked for
  // Of each token its governor, as everybody asks for those of the same few names. Empty before find_cues(),
  // since firms may still be taken out.
  static constexpr std::uint32_t kUnasked = kNoToken - 1;
  mutable std::vector<std::uint32_t> governors_;
};

}  // namespace gegenprobe::extract
