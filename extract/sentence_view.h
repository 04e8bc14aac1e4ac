#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/claim.h"
#include "extract/claims.h"
#include "extract/text.h"

namespace gegenprobe::extract {

/// The lists of claim.toml, by number.
struct ClaimTags {
  Tag metric_noun, metric_verb, up, down, delta_preposition, level_preposition, from_preposition, preposition,
      genitive_article, article, possessive, clause_conjunction, coordinator, modality, attribution_before,
      attribution_after, speech_verb, role_noun, indirect_speech, preliminary, final, corrected, economy,
      per_piece, unit_default, first_name, target_preposition, subject_pronoun, person_pronoun, from_noun,
      relative_pronoun, partner_preposition, to_preposition, share_preposition, backshift, ellipsis,
      expectation_verb, comparison, since_preposition, indirect_past, present_plan, agent_preposition, minus,
      separable, subordinator, complementizer, infinitive_marker, finite_verb, outcome_verb, forecast_noun,
      headline_future, alternative, attribution_self, attribution_continued, speech_adverb, result_verb,
      above, below, receive_verb, speech_gap, firm_pronoun, unnamed_source, passive_auxiliary,
      perfect_auxiliary, time_preposition, source_opener, report_noun, definite_article, state_participle,
      negation, new_predicate, announcement_verb, deadline_preposition, time_conjunction, media_verb,
      firm_noun, adjective, other_subject, pay_verb, price_preposition, bought_noun, recipient_preposition,
      sell_verb, passive, human_pronoun, object_behind_verb, owner_mark, place, person_title, price_move,
      label_only;
  TagSet cues;  ///< those that are looked for as phrases in each sentence with a figure
  TagSet year_before, whole_year, end_words, running_words, causes, indices, authorities, from_words,
      part_joiners, exclusions, occasions;
  TagSet qualifying;  ///< words that belong to the figure behind them

  explicit ClaimTags(const Lexicon& lexicon);
};

/// A word or phrase of a list in its sentence; tokens [first, last).
struct Cue {
  Tag tag;
  std::uint32_t first, last;
  std::string_view value;
};

/// How a clause hangs on the one before it.
enum class ClauseKind : std::uint8_t {
  main,
  subordinate,  ///< opened by a conjunction or a relative pronoun: true or not, whatever stands outside
  complement    ///< «dass …», «… zu investieren»: what the clause before says holds for it too
};

/// A mention with the tokens it covers.
struct Placed {
  const Mention* mention;
  std::uint32_t first, last;
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
};

inline constexpr std::uint32_t kNoToken = ~0u;

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
  std::vector<Placed> values, dates;
  std::vector<Firm> firms;  ///< references have no name yet
  std::vector<Cue> cues;    ///< filled by find_cues()

  /// Looks up the words of claim.toml and measures distances; only worth it where there is a figure, or where
  /// a speaker is looked for.
  void find_cues();
  /// Words between two tokens, each mention counted once, clause borders counted extra. 0 when adjacent.
  int distance(std::uint32_t a, std::uint32_t b) const;
  /// The same between two stretches of tokens, whichever comes first.
  int distance(std::uint32_t a_first, std::uint32_t a_last, std::uint32_t b_first,
               std::uint32_t b_last) const;
  /// The main or subordinate clause group a token is in: parted by conjunctions, semicolons and dashes, not
  /// by each comma.
  int segment(std::uint32_t token) const { return segment_[token - sentence.first]; }
  /// Whether a comma, dash, colon or the like parts the two tokens.
  bool same_clause(std::uint32_t a, std::uint32_t b) const;
  ClauseKind clause_kind(std::uint32_t token) const {
    return kinds_[static_cast<std::size_t>(clause_[token - sentence.first])];
  }
  /// Whether a verb's mood at `cue` («will», "may") holds for what stands at `token`: in one clause, or from
  /// a main clause into its complement, its continuation or past an insertion.
  bool governs(std::uint32_t cue, std::uint32_t token) const;
  bool in_brackets(std::uint32_t token) const { return depth_[token - sentence.first] > 0; }
  bool has(std::uint32_t token, Tag tag) const;
  /// Whether a word or phrase of a list stands right before a token ("compared with").
  bool preceded_by(std::uint32_t token, const TagSet& list) const;
  /// The preposition that governs the noun or name at a token, past its article, adjectives and apposition
  /// («beim Münchner Autobauer BMW»); kNoToken where none does.
  std::uint32_t governor(std::uint32_t noun) const;
  std::string_view word(std::uint32_t token) const { return text.folded_of(text.tokens[token]); }
  /// The first token of what belongs to a figure: its qualifier and the words between («bis zu weiteren»).
  std::uint32_t begin_with_qualifier(const Placed& value) const;
  std::size_t values_between(std::uint32_t a, std::uint32_t b) const;

 private:
  bool inside_mention(std::uint32_t token) const;
  Placed placed(const Mention& mention) const;
  bool is_code_of_firm_before(const Placed& at) const;
  void find_indices();
  void measure();
  void find_clause_kinds();
  ClauseKind kind_of_clause(std::uint32_t begin, std::uint32_t end) const;
  void find_separable_verbs();
  bool ends_clause(std::uint32_t token) const;
  bool is_right_behind(std::uint32_t cue, std::uint32_t token) const;
  bool new_predicate_between(std::uint32_t a, std::uint32_t b) const;
  bool resumes(std::uint32_t cue, std::uint32_t token) const;

  std::vector<int> position_;  // of each token, and one past the last
  std::vector<int> clause_;
  std::vector<int> segment_;
  std::vector<ClauseKind> kinds_;  // by number of the clause
  std::vector<int> depth_;
};

}  // namespace gegenprobe::extract
