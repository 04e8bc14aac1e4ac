#pragma once
#include <cstdint>
#include <vector>

#include "extract/claims/claim_tags.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// How a clause hangs on the one before it.
enum class ClauseKind : std::uint8_t {
  main,
  subordinate,  ///< opened by a conjunction or a relative pronoun: true or not, whatever stands outside
  complement    ///< «dass …», «… zu investieren»: what the clause before says holds for it too
};

/// The tokens of a mention, [first, last).
struct TokenRange {
  std::uint32_t first, last;
};

/// A sentence cut into clauses, and how far its words are apart. Tokens are numbered as in the text; those of
/// another sentence, and all where none is cut, are outside together: in no clause, and at no distance.
class Clauses {
 public:
  Clauses() = default;
  /// `mentions` count as one word each.
  Clauses(const Text& text, const Sentence& sentence, const ClaimTags& tags,
          const std::vector<TokenRange>& mentions);

  /// Words between two tokens, each mention counted once, clause borders counted extra. 0 when adjacent.
  int distance(std::uint32_t a, std::uint32_t b) const;
  /// The same between two stretches of tokens, whichever comes first.
  int distance(TokenRange a, TokenRange b) const;
  /// The main or subordinate clause group a token is in: parted by conjunctions, semicolons and dashes, not
  /// by each comma.
  int segment(std::uint32_t token) const { return word(token).segment; }
  /// The clause a token is in: parted by each comma, dash, colon or the like.
  int clause(std::uint32_t token) const { return word(token).clause; }
  /// Where the clause of a token begins. Cost: logarithmic in the words of the sentence.
  std::uint32_t begin_of_clause(std::uint32_t token) const;
  ClauseKind kind(std::uint32_t token) const {
    const auto number = static_cast<std::size_t>(clause(token));
    return number < kinds_.size() ? kinds_[number] : ClauseKind::main;
  }
  bool in_brackets(std::uint32_t token) const { return word(token).depth > 0; }
  bool empty() const { return words_.empty(); }

 private:
  struct Word {
    int position = 0, clause = 0, segment = 0, depth = 0;
    bool begins_mention = false, inside_mention = false;  // the latter but for its first
  };
  static constexpr int kOutside = -1;
  const Word& word(std::uint32_t token) const {
    static constexpr Word kNone{.clause = kOutside, .segment = kOutside};
    const std::uint32_t at = token - first_;
    return at < words_.size() ? words_[at] : kNone;
  }
  void mark(const std::vector<TokenRange>& mentions);
  void number(const Text& text, const Lexicon& lexicon, const ClaimTags& tags);
  bool conjoins(const Text& text, const Lexicon& lexicon, const ClaimTags& tags, std::size_t i) const;
  bool tells_content(const Text& text, const Lexicon& lexicon, const ClaimTags& tags, std::size_t i) const;
  bool has_verb_behind(const Text& text, const Lexicon& lexicon, const ClaimTags& tags,
                       std::size_t mention) const;

  std::uint32_t first_ = 0;
  std::vector<Word> words_;        // of each token, and of one past the last; clauses ascend
  std::vector<ClauseKind> kinds_;  // by number of the clause
};

}  // namespace gegenprobe::extract
