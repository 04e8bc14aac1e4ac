#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/rule_file.h"
#include "extract/token.h"

namespace gegenprobe::extract {

/// The lists of a language are numbered; a Tag is that number.
using Tag = std::uint16_t;
inline constexpr Tag kNoTag = 0xFFFF;

/// A set of tags. Fixed size, so that asking is one load.
class TagSet {
 public:
  static constexpr std::size_t kSize = 512;
  void insert(Tag tag) { bits_[tag / 64] |= std::uint64_t{1} << (tag % 64); }
  bool has(Tag tag) const { return tag != kNoTag && (bits_[tag / 64] >> (tag % 64) & 1) != 0; }
  bool meets(const TagSet& other) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) both |= bits_[i] & other.bits_[i];
    return both != 0;
  }
  void add(const TagSet& other);

 private:
  std::array<std::uint64_t, kSize / 64> bits_{};
};

/// A phrase of a list found in a sentence: tokens [first, last).
struct PhraseHit {
  Tag tag;
  std::uint32_t first, last;
  std::string_view value;  ///< the key under which the list has it
};

/// Beginnings of words as a tree over their bytes: the longest that a word has, in as many steps as it is
/// long.
class AffixTree {
 public:
  /// The number kept for an affix; 0 where it is new.
  std::uint32_t& operator[](std::string_view affix);
  /// That of the longest affix that `word` begins with and goes on after; 0 where there is none.
  std::uint32_t longest_start(std::string_view word) const;
  /// The same for the word read from its end.
  std::uint32_t longest_end(std::string_view word) const;

 private:
  template <class Bytes>
  std::uint32_t longest(Bytes bytes) const;
  // An edge leads from a node by a byte; kept in open addressing, as most nodes have one or two. The root's,
  // which every word asks for, stand in a table.
  struct Edge {
    std::uint32_t from_by = 0, to = 0;  // node * 256 + byte; to 0: empty
  };
  std::size_t place_of(std::uint32_t from_by) const;
  std::uint32_t next(std::uint32_t node, unsigned char byte) const;
  void grow();

  std::array<std::uint32_t, 256> from_root_{};
  std::vector<Edge> edges_ = std::vector<Edge>(64);
  std::vector<std::uint32_t> numbers_{0};  // of each node
};

/// All words of a language's lists, found in one look-up a token. Words are compared in lower case.
class Lexicon {
 public:
  /// What is known of a word: the lists it stands in, and its key in each.
  struct Entry {
    TagSet tags;
    TagSet begins;               ///< tags, and those of the phrases that begin with this word
    std::uint32_t triggers = 0;  ///< which rule sets begin here; bits given by mark_trigger
    std::vector<std::pair<Tag, std::string>> values;
    std::vector<std::uint32_t> phrases;  ///< of phrases_, that begin with this word; longest first
  };

  /// The number of a list, for asking with has(). kNoTag where there is none of that name.
  Tag tag(std::string_view list) const;
  /// The set of several lists; those that do not exist are left out.
  TagSet tags(std::initializer_list<std::string_view> lists) const;
  void add_list(const WordList& list);
  /// The words that `start` names (a list, or one word) set off the rule sets in `trigger_bits`.
  void mark_trigger(const std::string& start, std::uint32_t trigger_bits);

  /// Fills in Token::word, or else Token::suffix and Token::prefix. `folded` is the text in lower case.
  void look_up(std::string_view folded, Token& token) const;
  /// The same without looking at the parts of compounds.
  void look_up_word(std::string_view folded, Token& token) const;

  bool has(const Token& token, Tag tag) const {
    return any_part(token, [&](const Entry& entry) { return entry.tags.has(tag); });
  }
  bool has_any(const Token& token, const TagSet& tags) const {
    return any_part(token, [&](const Entry& entry) { return entry.tags.meets(tags); });
  }
  std::uint32_t triggers(const Token& token) const {
    return entries_[token.word].triggers | entries_[token.suffix].triggers | entries_[token.prefix].triggers;
  }
  /// Of each entry, in the order of Token::word, which of `lists` (at most 32) it is in: bit i for lists[i];
  /// and above these bits, from lists.size() on, of which lists a phrase begins with it.
  std::vector<std::uint64_t> memberships(std::span<const Tag> lists) const;
  /// The key under which a single word stands in a list; "" where it does not.
  std::string_view value(const Token& token, Tag tag) const;
  /// Calls visit(tag, key) for each list that the word stands in.
  template <class Visit>
  void each_value(const Token& token, Visit visit) const {
    for (const auto entry : {token.word, token.suffix, token.prefix})
      for (const auto& [tag, key] : entries_[entry].values) visit(tag, std::string_view(key));
  }
  /// Calls visit(tag, key) for each list that has tokens [at, end) as a phrase.
  template <class Visit>
  void each_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                   std::uint32_t end, Visit visit) const {
    for (const auto index : entries_[tokens[at].word].phrases) {
      const Phrase& phrase = phrases_[index];
      if (phrase.words.size() == end - at && is_phrase(folded, tokens, at, phrase))
        visit(phrase.tag, std::string_view(phrase.value));
    }
  }
  /// The same for any text, one word or several, as the list has it: "1000000" for "Mio.".
  std::string_view value_of(std::string_view surface, Tag tag) const;
  /// The longest phrase (two words or more) or single word of one of `tags` that begins at tokens[at],
  /// within [at, end). A hit without tag where there is none.
  PhraseHit longest(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                    std::uint32_t end, const TagSet& tags) const;

 private:
  // Most words have one entry or none, and entry 0 is in no list.
  template <class Asked>
  bool any_part(const Token& token, Asked asked) const {
    return (token.word && asked(entries_[token.word])) || (token.suffix && asked(entries_[token.suffix])) ||
           (token.prefix && asked(entries_[token.prefix]));
  }
  struct Phrase {
    std::vector<std::string> words;  // folded tokens
    Tag tag;
    std::string value;
  };
  static bool is_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                        const Phrase& phrase);
  std::uint32_t entry_for(std::string_view word);
  std::uint32_t find(std::string_view word) const;
  std::uint32_t suffix_of(std::string_view word) const;
  std::uint32_t prefix_of(std::string_view word) const;
  void add_item(Tag tag, const std::string& key, std::string_view item);

  std::vector<Entry> entries_{1};  // entry 0: a word of no list
  std::unordered_map<std::string, Tag> tags_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, std::string> whole_;  // "tag\x1f" + folded surface -> key
  // Open addressing over the hash of the word; a slot holds entry + 1 and the word's place in pool_.
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t entry = 0, begin = 0, size = 0;
  };
  void insert_slot(Slot slot);
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::size_t used_ = 0;
  std::string pool_;
  AffixTree prefixes_;           // "million" -> entry
  AffixTree reversed_suffixes_;  // "ztasmu" -> entry
};

}  // namespace gegenprobe::extract
